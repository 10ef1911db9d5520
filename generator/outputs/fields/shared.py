"""Fields that many kinds of record have."""

from generator.outputs.fields.field import (
    Field,
    choice,
    clock,
    day,
    in_a_cell,
    kept_as,
    link,
    many,
    parts,
    text,
    weekdays,
    worked_out,
    yes,
)

SOURCE = (
    link("document", "Văn bản nguồn", "documents"),
    text("title", "Nguồn không phải là văn bản trên trang", "Gọi tên bằng lời."),
    text("place", "Chỗ trong nguồn", "Điều, khoản, mục."),
    day("compared_on", "Ngày đối chiếu", "Ngày một người so bản ghi với nguồn."),
    text("note", "Ghi chú về nguồn"),
)
CHANGE_NOTE = (
    day("on", "Ngày sửa"),
    text("text", "Sửa điều gì", "Viết cho người đọc trang."),
)
HEADER = (
    text("id", "Mã bản ghi", "Không đổi theo thời gian; các bảng khác dẫn tới bằng mã này."),
    worked_out(text("address", "Trang của bản ghi", "Đường dẫn tính từ trang chủ.")),
    choice(
        "status",
        "Tình trạng công bố",
        {"draft": "Bản nháp", "published": "Đã công bố", "withdrawn": "Đã thu hồi"},
        "Dữ liệu tải về không có bản ghi đã thu hồi.",
    ),
    yes("demo", "Dữ liệu trình diễn", "Đúng thì bản ghi chỉ để minh họa, không có thật."),
    many(text("former_ids", "Mã cũ", "Những mã mà bản ghi từng mang.")),
    day("reviewed_on", "Ngày rà soát gần nhất"),
    day("review_due", "Hạn rà soát lần tới"),
    in_a_cell(
        parts(
            "change_notes",
            "Những lần sửa",
            CHANGE_NOTE,
            "Mới nhất hay cũ nhất đứng trước đều được.",
        )
    ),
    in_a_cell(parts("sources", "Nguồn", SOURCE, "Nơi lấy thông tin và ngày đối chiếu.")),
)

PERIOD = (
    text("as_written", "Như nguồn viết"),
    day("first_day", "Ngày đầu"),
    day("last_day", "Ngày cuối", "Để trống nghĩa là không định ngày cuối."),
    text("doubt", "Điểm cần lưu ý", "Lời của trang này khi nguồn có chỗ chưa khớp."),
)
KINDS_OF_TIME = {
    "point": "Một thời điểm",
    "range": "Một khoảng",
    "recurring": "Lặp lại",
    "ongoing": "Thường xuyên",
    "conditional": "Theo một điều kiện",
}
TIME = (
    text("as_written", "Như nguồn viết"),
    choice(
        "kind",
        "Cách hiểu",
        KINDS_OF_TIME,
        "Để trống khi chưa hiểu chắc.",
    ),
    day("first_day", "Ngày đầu"),
    day("last_day", "Ngày cuối"),
    text("doubt", "Điểm cần lưu ý", "Lời của trang này khi nguồn có chỗ chưa khớp."),
)
BASIS = (
    link("document", "Văn bản", "documents"),
    text("article", "Điều, khoản"),
)
HOURS = (
    weekdays("days", "Ngày trong tuần"),
    kept_as(clock("from", "Từ giờ"), "opens"),
    kept_as(clock("to", "Đến giờ"), "closes"),
)
CONTACT = (
    choice(
        "kind",
        "Cách liên hệ",
        {
            "address": "Địa chỉ",
            "phone": "Điện thoại",
            "hotline": "Đường dây nóng",
            "email": "Thư điện tử",
            "web": "Trang điện tử",
            "zalo": "Zalo",
            "fax": "Fax",
            "hours": "Giờ làm việc",
        },
    ),
    text("value", "Số, địa chỉ", "Của cơ quan, tổ chức; không phải của cá nhân."),
    in_a_cell(parts("hours", "Giờ trả lời", HOURS)),
    text("note", "Ghi chú"),
    text("source", "Nguồn của liên hệ này"),
)
STATES = {
    "active": "Đang hoạt động",
    "suspended": "Tạm ngừng",
    "ended": "Đã chấm dứt",
}
LEVELS = {
    "central": "Trung ương",
    "province": "Cấp tỉnh",
    "district": "Cấp huyện (đến hết tháng 6 năm 2025)",
    "commune": "Cấp xã",
}


def contacts() -> Field:
    """The ways to an office."""
    return parts("contacts", "Liên hệ", CONTACT)
