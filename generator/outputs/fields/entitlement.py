"""Fields of the groups who are entitled to help, and of the questions that lead to them."""

from generator.outputs.fields.field import (
    Dataset,
    day,
    in_a_cell,
    link,
    parts,
    text,
    yes,
)
from generator.outputs.fields.shared import HEADER
from generator.records.finders import Finder
from generator.records.groups import Group

ANSWERED = (
    text("question", "Mã câu hỏi"),
    text("answer", "Mã câu trả lời"),
)
CONDITION = (
    in_a_cell(parts("any_of", "Một trong các câu trả lời", ANSWERED)),
    yes("hardship", "Chỉ xét tài chính", "Một mình điều này chưa cho thấy là diện nào."),
)
EVIDENCE = (
    text("text", "Giấy tờ chứng minh"),
    text("basis", "Điều, khoản làm căn cứ"),
)
GROUP = Dataset(
    Group,
    "Diện được trợ giúp pháp lý",
    "Người được trợ giúp pháp lý miễn phí theo luật, mỗi diện một bản ghi.",
    (
        *HEADER,
        text("name", "Tên"),
        text("clause", "Điều, khoản"),
        link("document", "Văn bản", "documents"),
        day("first_day", "Có hiệu lực từ ngày"),
        day("last_day", "Có hiệu lực đến hết ngày"),
        text("who", "Là ai"),
        yes("hardship", "Phải có khó khăn về tài chính"),
        parts("conditions", "Điều kiện", CONDITION, "Phải đúng tất cả các dòng."),
        parts("evidence", "Giấy tờ mang theo", EVIDENCE),
        text("doubt", "Vì sao chưa chắc", "Có chữ ở đây thì hãy hỏi Trung tâm."),
        text("note", "Ghi chú"),
    ),
)
ANSWER = (
    text("id", "Mã câu trả lời"),
    text("text", "Câu trả lời"),
    text("hint", "Giải thích"),
    yes("unknown", "Chưa rõ", "Đúng thì câu hỏi vẫn để ngỏ."),
    yes("alone", "Chỉ đứng một mình", "Chọn cùng câu trả lời khác thì câu hỏi vẫn để ngỏ."),
)
QUESTION = (
    text("id", "Mã câu hỏi"),
    text("text", "Câu hỏi"),
    text("hint", "Giải thích"),
    yes("several", "Được chọn nhiều câu trả lời"),
    in_a_cell(parts("answers", "Các câu trả lời", ANSWER)),
)
FINDER = Dataset(
    Finder,
    "Câu hỏi tìm diện",
    "Những câu hỏi giúp người dân biết mình thuộc diện nào.",
    (
        *HEADER,
        text("name", "Tên"),
        text("summary", "Tóm tắt"),
        text("lead", "Lời dẫn"),
        link("procedure", "Thủ tục để yêu cầu", "procedures"),
        parts("questions", "Câu hỏi", QUESTION),
    ),
)
