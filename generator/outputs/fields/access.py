"""Fields of the standard of access to law, and of what communes reached."""

from generator.outputs.fields.field import (
    Dataset,
    choice,
    day,
    in_a_cell,
    link,
    number,
    parts,
    text,
    whole,
)
from generator.outputs.fields.shared import HEADER
from generator.records.access_results import AccessResult
from generator.records.access_standards import AccessStandard

INDICATOR = (
    text("number", "Số của chỉ tiêu"),
    text("text", "Chỉ tiêu"),
    number("points", "Điểm tối đa"),
)
CRITERION = (
    text("number", "Số của tiêu chí"),
    text("name", "Tiêu chí"),
    number("points", "Điểm tối đa"),
    in_a_cell(parts("indicators", "Các chỉ tiêu", INDICATOR)),
)
ACCESS_STANDARD = Dataset(
    AccessStandard,
    "Chuẩn tiếp cận pháp luật",
    "Bộ tiêu chí để xét một xã, phường, đặc khu đạt chuẩn, có ngày đầu và ngày cuối.",
    (
        *HEADER,
        text("name", "Tên"),
        link("document", "Văn bản", "documents"),
        day("first_day", "Áp dụng từ ngày"),
        day("last_day", "Áp dụng đến hết ngày"),
        number("pass_points", "Điểm để đạt"),
        number("least_share", "Tỷ lệ thấp nhất của mỗi tiêu chí (%)"),
        parts("criteria", "Tiêu chí", CRITERION),
        text("note", "Ghi chú"),
    ),
)
SCORE = (
    text("criterion", "Số của tiêu chí"),
    number("points", "Điểm đạt được"),
)
ACCESS_RESULT = Dataset(
    AccessResult,
    "Kết quả chuẩn tiếp cận pháp luật",
    "Điểm của từng xã, phường, đặc khu theo năm, và quyết định công nhận.",
    (
        *HEADER,
        text("name", "Tên"),
        link("area", "Xã, phường, đặc khu", "areas"),
        link("standard", "Theo bộ tiêu chí", "access_standards"),
        whole("year", "Năm"),
        parts("scores", "Điểm từng tiêu chí", SCORE),
        choice("declared", "Kết luận", {"passed": "Đạt chuẩn", "failed": "Chưa đạt chuẩn"}),
        text("decision", "Quyết định"),
        day("decided_on", "Ngày quyết định"),
    ),
)
