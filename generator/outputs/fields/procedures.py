"""Fields of procedures and of the decisions that announce them."""

from generator.outputs.fields.field import (
    Dataset,
    choice,
    day,
    in_a_cell,
    link,
    many,
    part,
    parts,
    party,
    text,
    whole,
    worked_out,
)
from generator.outputs.fields.shared import BASIS, HEADER, LEVELS
from generator.records.catalogues import Catalogue
from generator.records.procedures import Procedure

CHANNELS = {
    "in_person": "Nộp trực tiếp",
    "post": "Gửi qua bưu chính",
    "online": "Nộp trực tuyến",
    "fax": "Gửi qua fax",
    "phone": "Qua điện thoại",
}
UNITS = {
    "working_days": "Ngày làm việc",
    "days": "Ngày",
    "months": "Tháng",
    "hours": "Giờ",
    "at_once": "Ngay khi nhận",
}
CHANGES = {
    "new": "Mới ban hành",
    "amended": "Được sửa đổi, bổ sung",
    "replaced": "Được thay thế",
    "abolished": "Bị bãi bỏ",
    "standardised": "Được chuẩn hóa",
    "listed": "Có trong danh mục",
}
AUDIENCES = {
    "citizen": "Người dân",
    "provider": "Luật sư, tổ chức, cộng tác viên",
}
STEP = (
    text("text", "Việc phải làm"),
    choice("who", "Ai làm", {"applicant": "Người nộp hồ sơ", "office": "Cơ quan giải quyết"}),
)
CHANNEL = (
    choice("kind", "Cách nộp", CHANNELS),
    text("place", "Nơi nộp"),
    text("hours", "Giờ nhận"),
    text("note", "Ghi chú"),
)
DOSSIER_ITEM = (
    text("name", "Giấy tờ"),
    whole("originals", "Số bản chính"),
    whole("copies", "Số bản sao"),
    text("form", "Mẫu số"),
    text("note", "Ghi chú"),
    text("basis", "Điều, khoản làm căn cứ"),
)
TIME_LIMIT = (
    whole("value", "Con số", "Để trống khi làm ngay."),
    choice(
        "unit",
        "Đơn vị",
        UNITS,
    ),
    text("stage", "Cho giai đoạn nào"),
    text("basis", "Điều, khoản làm căn cứ"),
)
FEE = (
    text("as_written", "Như nguồn viết"),
    whole("amount_vnd", "Số tiền (đồng)", "Để trống khi nguồn không nói một số tiền."),
    text("basis", "Điều, khoản làm căn cứ"),
)
BLANK_FORM = (
    text("number", "Mẫu số"),
    text("title", "Tên mẫu"),
    text("file", "Tên tệp"),
    worked_out(text("address", "Nơi tải mẫu", "Đường dẫn tính từ trang chủ.")),
    text("basis", "Điều, khoản làm căn cứ"),
)
CHANGE = (
    choice("kind", "Thay đổi", CHANGES),
    link("document", "Văn bản quyết định", "documents"),
    day("on", "Từ ngày"),
    text("text", "Nội dung thay đổi"),
)
FIGURE = (
    whole("year", "Năm"),
    whole("received", "Số hồ sơ nhận"),
    whole("settled", "Số hồ sơ giải quyết xong"),
    text("source", "Nguồn của số liệu"),
)
PROCEDURE = Dataset(
    Procedure,
    "Thủ tục hành chính",
    "Thủ tục về trợ giúp pháp lý, đủ các phần theo Điều 8 Nghị định 63/2010/NĐ-CP.",
    (
        *HEADER,
        text("code", "Mã thủ tục", "Chưa được xác minh khi không có ngày xác minh."),
        day("code_verified_on", "Ngày xác minh mã"),
        text("name", "Tên"),
        text("summary", "Tóm tắt"),
        text("field", "Lĩnh vực"),
        choice("level", "Cấp giải quyết", LEVELS),
        choice("audience", "Dành cho", AUDIENCES),
        party("handled_by", "Nơi giải quyết"),
        party("decided_by", "Nơi quyết định"),
        many(text("applicants", "Ai được nộp")),
        parts("steps", "Trình tự", STEP),
        parts("channels", "Cách thức", CHANNEL),
        whole("sets", "Số bộ hồ sơ"),
        parts("dossier", "Thành phần hồ sơ", DOSSIER_ITEM),
        parts("time_limits", "Thời hạn", TIME_LIMIT),
        part("fee", "Phí, lệ phí", FEE),
        text("result", "Kết quả"),
        many(text("conditions", "Điều kiện")),
        parts("forms", "Mẫu đơn, tờ khai", BLANK_FORM),
        in_a_cell(parts("legal_basis", "Căn cứ pháp lý", BASIS)),
        choice(
            "online_level",
            "Mức độ trực tuyến",
            {
                "full": "Toàn trình",
                "partial": "Một phần",
                "information": "Chỉ cung cấp thông tin",
            },
        ),
        parts("changes", "Các lần thay đổi", CHANGE),
        parts("figures", "Số liệu theo năm", FIGURE),
        many(
            choice(
                "unstated",
                "Phần mà luật không nói",
                {
                    "steps": "Trình tự",
                    "channels": "Cách thức",
                    "dossier": "Thành phần hồ sơ",
                    "sets": "Số bộ hồ sơ",
                    "time_limits": "Thời hạn",
                    "applicants": "Ai được nộp",
                    "handled_by": "Nơi giải quyết",
                    "legal_basis": "Căn cứ pháp lý",
                    "fee": "Phí, lệ phí",
                    "result": "Kết quả",
                    "forms": "Mẫu đơn, tờ khai",
                },
                "Trang này không tự đặt ra phần còn thiếu.",
            )
        ),
        many(text("notes", "Lưu ý")),
    ),
)
CATALOGUE_ENTRY = (
    text("code", "Mã thủ tục"),
    text("name", "Tên thủ tục"),
    choice("change", "Thay đổi", CHANGES),
    text("time_limit", "Thời hạn, như văn bản viết"),
    text("place", "Nơi thực hiện, như văn bản viết"),
    text("fee", "Phí, lệ phí, như văn bản viết"),
    text("legal_basis", "Căn cứ, như văn bản viết"),
    text("note", "Ghi chú"),
    link("procedure", "Thủ tục trên trang này", "procedures"),
)
CATALOGUE = Dataset(
    Catalogue,
    "Danh mục thủ tục",
    "Danh sách thủ tục mà một quyết định công bố, đúng như văn bản in.",
    (
        *HEADER,
        text("name", "Tên"),
        link("document", "Quyết định công bố", "documents"),
        text("field", "Lĩnh vực"),
        parts("entries", "Các dòng của danh mục", CATALOGUE_ENTRY),
    ),
)
