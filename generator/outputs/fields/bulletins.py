"""Fields of bulletins."""

from generator.outputs.fields.documents import APPROVAL
from generator.outputs.fields.field import (
    Dataset,
    choice,
    clock,
    day,
    in_a_cell,
    kept_as,
    link,
    many,
    part,
    parts,
    party,
    text,
    weekdays,
    whole,
    worked_out,
)
from generator.outputs.fields.shared import BASIS, HEADER
from generator.records.bulletins import Bulletin

ROLE = (
    text("name", "Tên vai"),
    text("who", "Là ai"),
)
SEGMENT = (
    text("speaker", "Ai nói", "Trống khi chỉ có một giọng đọc."),
    text("text", "Lời"),
)
AIRING = (
    weekdays("days", "Ngày trong tuần"),
    many(clock("times", "Giờ phát")),
    kept_as(day("from", "Từ ngày"), "first_day"),
    kept_as(day("until", "Đến hết ngày", "Để trống nghĩa là không định ngày cuối."), "last_day"),
)
CORRECTION = (
    day("on", "Ngày đính chính"),
    text("text", "Lời đính chính", "Được đọc ngay sau lời chào."),
)
RECORDING = (
    text("language", "Tiếng nói", "Mã theo BCP 47."),
    text("path", "Tên tệp"),
    worked_out(text("address", "Nơi tải", "Đường dẫn tính từ trang chủ.")),
    whole("length_seconds", "Độ dài (giây)"),
    text("sha256", "Tổng SHA-256", "Để thử xem bản chép có còn nguyên."),
    text("reader", "Người đọc"),
    day("recorded_on", "Ngày thu"),
)
BULLETIN = Dataset(
    Bulletin,
    "Bản tin",
    "Bản tin phát thanh ở xã, phường: lời đọc, lịch phát, bản thu. Chỉ có bản tin còn được phát.",
    (
        *HEADER,
        text("title", "Tên"),
        party("agency", "Cơ quan phát"),
        text("column", "Chuyên mục"),
        choice(
            "priority",
            "Mức ưu tiên",
            {"ordinary": "Thường", "preferred": "Ưu tiên", "urgent": "Khẩn cấp"},
        ),
        choice(
            "form",
            "Cách đọc",
            {
                "message": "Một giọng đọc",
                "question_answer": "Hỏi và đáp",
                "sketch": "Tiểu phẩm",
            },
        ),
        text("greeting", "Lời chào"),
        text("lead", "Mở đầu"),
        in_a_cell(parts("roles", "Các vai", ROLE)),
        parts("segments", "Lời", SEGMENT),
        text("contact", "Nơi hỏi", "Được đọc hai lần."),
        text("closing", "Lời kết"),
        text("language", "Ngôn ngữ", "Mã theo BCP 47: vi là tiếng Việt, tyz là tiếng Tày."),
        text("voice", "Giọng đọc của máy"),
        parts("schedule", "Lịch phát", AIRING),
        part("approval", "Phê duyệt", APPROVAL),
        part("correction", "Đính chính", CORRECTION),
        many(link("campaigns", "Chiến dịch", "campaigns")),
        many(link("procedures", "Thủ tục", "procedures")),
        many(link("groups", "Diện được trợ giúp", "groups")),
        many(link("areas", "Địa phương liên quan", "areas")),
        in_a_cell(parts("legal_basis", "Căn cứ pháp lý", BASIS)),
        parts("recordings", "Bản thu", RECORDING),
    ),
)
