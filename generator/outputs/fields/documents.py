"""Fields of documents and materials."""

from generator.outputs.fields.field import (
    Dataset,
    choice,
    day,
    day_or_month,
    in_a_cell,
    link,
    many,
    markdown,
    part,
    parts,
    party,
    text,
    whole,
    worked_out,
)
from generator.outputs.fields.shared import BASIS, HEADER
from generator.records.documents import Document
from generator.records.materials import Material

DOCUMENT = Dataset(
    Document,
    "Văn bản",
    "Thẻ của các văn bản mà trang này dẫn tới; không có toàn văn.",
    (
        *HEADER,
        text("number", "Số, ký hiệu", "Để trống khi bản gốc để trống."),
        choice(
            "kind",
            "Loại văn bản",
            {
                "law": "Luật",
                "ordinance": "Pháp lệnh",
                "resolution": "Nghị quyết",
                "decree": "Nghị định",
                "decision": "Quyết định",
                "directive": "Chỉ thị",
                "circular": "Thông tư",
                "joint_circular": "Thông tư liên tịch",
                "plan": "Kế hoạch",
                "official_letter": "Công văn",
                "notice": "Thông báo",
                "news": "Tin trên trang điện tử",
            },
        ),
        text("title", "Trích yếu"),
        party("issuer", "Cơ quan ban hành"),
        text("place", "Nơi ban hành"),
        day_or_month("issued_on", "Ngày ban hành", "Chỉ có tháng khi bản gốc để trống ngày."),
        day("in_force_from", "Có hiệu lực từ ngày"),
        day("in_force_until", "Ngày cuối còn hiệu lực"),
        text("signer", "Người ký", "Như in trên văn bản."),
        many(link("replaces", "Thay thế văn bản", "documents")),
        many(link("replaced_by", "Được thay bằng văn bản", "documents")),
        many(link("legal_basis", "Căn cứ", "documents")),
        text("note", "Ghi chú"),
    ),
)

APPROVAL = (
    text("by", "Ai duyệt"),
    day("on", "Ngày duyệt"),
    text("note", "Ghi chú"),
)
QUESTION = (
    text("question", "Câu hỏi"),
    markdown("answer", "Câu trả lời"),
    text("basis", "Điều, khoản làm căn cứ"),
)
FILE_KINDS = {
    "audio": "Âm thanh",
    "video": "Video",
    "print": "Bản in",
    "image": "Hình",
}
FILE = (
    text("path", "Tên tệp"),
    worked_out(text("address", "Nơi tải", "Đường dẫn tính từ trang chủ.")),
    worked_out(choice("kind", "Loại tệp", FILE_KINDS)),
    text("title", "Tên gọi"),
    whole("length_seconds", "Độ dài (giây)"),
    text("transcript", "Lời của bản ghi âm, ghi hình"),
)
MATERIAL = Dataset(
    Material,
    "Tài liệu",
    "Tờ gấp, hỏi đáp, câu chuyện, bản ghi âm, ghi hình cho người dân.",
    (
        *HEADER,
        text("title", "Tên"),
        choice(
            "kind",
            "Loại",
            {
                "video": "Video",
                "audio": "Âm thanh",
                "leaflet": "Tờ gấp",
                "poster": "Áp phích",
                "article": "Bài viết",
                "question_answer": "Hỏi đáp",
                "case_story": "Câu chuyện",
                "announcement": "Thông báo",
            },
        ),
        text("topic", "Chủ đề"),
        text("summary", "Tóm tắt"),
        many(text("audiences", "Dành cho ai")),
        text("language", "Ngôn ngữ", "Mã theo BCP 47: vi là tiếng Việt, tyz là tiếng Tày."),
        party("compiler", "Người biên soạn"),
        part("approval", "Phê duyệt", APPROVAL),
        day("issued_on", "Ngày phát hành"),
        in_a_cell(parts("legal_basis", "Căn cứ pháp lý", BASIS)),
        parts("files", "Tệp kèm theo", FILE),
        markdown("body", "Nội dung"),
        parts("questions", "Hỏi và đáp", QUESTION),
    ),
)
