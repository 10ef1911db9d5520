"""Fields of the terms that the site explains."""

from generator.outputs.fields.field import Dataset, link, many, text, yes
from generator.outputs.fields.shared import HEADER
from generator.records.terms import Term

TERM = Dataset(
    Term,
    "Từ ngữ",
    "Từ ngữ về pháp luật và việc của cơ quan, nói lại cho dễ hiểu, mỗi từ một bản ghi.",
    (
        *HEADER,
        text("title", "Từ ngữ"),
        many(text("words", "Cách viết khác", "Trên các trang, từ này còn được viết như vậy.")),
        text("short", "Nghĩa ngắn gọn"),
        text("more", "Nói thêm"),
        yes("plain", "Cách nói thông thường", "Đúng thì nguồn không có định nghĩa của từ này."),
        many(link("terms", "Từ ngữ gần với nó", "terms")),
        many(link("procedures", "Thủ tục có ích", "procedures")),
        many(link("groups", "Diện được trợ giúp có liên quan", "groups")),
        many(link("finders", "Câu hỏi tìm diện có ích", "finders")),
        many(link("materials", "Tài liệu có ích", "materials")),
    ),
)
