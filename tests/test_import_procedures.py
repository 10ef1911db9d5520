"""Decisions that announce procedures: their lists, full texts and flows, in every torn form."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.entries import Entry, Findings
from generator.importers.answers import as_json
from generator.importers.drafts import as_drafts
from generator.importers.findings import ImportedDocument
from generator.importers.plan import understand
from generator.importers.reading_files import read_document, text_lines
from generator.importers.source import SourceText
from generator.importers.web_pages import read_web_page
from generator.reading import values_of
from generator.records.catalogues import read_catalogue
from generator.records.documents import read_document as read_document_record
from generator.records.procedures import read_procedure

SAMPLES = Path(__file__).parent / "importing"
READERS = {
    "documents": read_document_record,
    "catalogues": read_catalogue,
    "procedures": read_procedure,
}
HEAD = (
    "QUYẾT ĐỊNH\nVề việc công bố danh mục thủ tục hành chính\n"
    "Điều 1. Công bố kèm theo.\nNơi nhận:\n- Lưu.\n"
)
COLUMNS = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Phí, lệ phí")
Rows = Sequence[Sequence[str]]


def shattered(rows: Iterable[Sequence[str]]) -> str:
    """A table as a web crawl leaves it: every cell and every pipe on a line of its own."""
    return "\n".join("|\n" + "\n|\n".join(row) + "\n|" for row in rows) + "\n"


def decision(body: str) -> ImportedDocument:
    """A decision with this below its recipients."""
    return understand(SourceText("quyet-dinh.txt", text_lines(HEAD + body)))


def told(imported: ImportedDocument, *names: str) -> list[tuple[object, ...]]:
    """The named fields of every procedure."""
    return [tuple(getattr(p, name) for name in names) for p in imported.procedures]


def keys(imported: ImportedDocument) -> list[str]:
    """The keys of the remarks."""
    return [remark.key for remark in imported.remarks]


ORDERS: dict[str, Rows] = {
    "name before code": [
        ("STT", "Tên TTHC", "Mã số", "Thời hạn"),
        ("1", "Xin thẻ", "9.000001", "05 ngày"),
        ("2", "Trả thẻ", "9.000002", "01 ngày"),
    ],
    "no number": [
        ("Mã TTHC", "Tên TTHC", "Thời hạn"),
        ("9.000001", "Xin thẻ", "05 ngày"),
        ("9.000002", "Trả thẻ", "01 ngày"),
    ],
    "name first": [
        ("Tên TTHC", "Mã TTHC", "Thời hạn"),
        ("Xin thẻ", "9.000001", "05 ngày"),
        ("Trả thẻ", "9.000002", "01 ngày"),
    ],
    "numbers lost": [
        ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn"),
        ("", "9.000001", "Xin thẻ", "05 ngày"),
        ("", "9.000002", "Trả thẻ", "01 ngày"),
    ],
    "code with the name": [
        ("STT", "Tên thủ tục", "Thời hạn"),
        ("1", "Xin thẻ (mã TTHC: 9.000001)", "05 ngày"),
        ("2", "9.000002 - Trả thẻ", "01 ngày"),
    ],
    "a row of column numbers": [
        ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn"),
        ("(1)", "(2)", "(3)", "(4)"),
        ("1", "9.000001", "Xin thẻ", "05 ngày"),
        ("2", "9.000002", "Trả thẻ", "01 ngày"),
    ],
    "the heading again": [
        ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn"),
        ("1", "9.000001", "Xin thẻ", "05 ngày"),
        ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn"),
        ("2", "9.000002", "Trả thẻ", "01 ngày"),
    ],
    "figures in other cells": [
        ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn", "Phí", "Số lượng hồ sơ"),
        ("1", "9.000001", "Xin thẻ", "05 ngày", "", "2"),
        ("2", "9.000002", "Trả thẻ", "01 ngày", "", "3"),
    ],
    "a code broken by lines": [
        ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn"),
        ("1", "9.\n000001", "Xin\nthẻ", "05 ngày"),
        ("2", "9.000002", "Trả thẻ", "01 ngày"),
    ],
}


@pytest.mark.parametrize("rows", ORDERS.values(), ids=ORDERS.keys())
def test_columns_are_read_in_any_order_and_state(rows: Rows) -> None:
    """Every province prints its list in its own way; the officer types none of them again."""
    expected = [("9.000001", "Xin thẻ", "05 ngày"), ("9.000002", "Trả thẻ", "01 ngày")]

    assert told(decision(shattered(rows)), "code", "name", "time_limit") == expected


@pytest.mark.parametrize("rows", ORDERS.values(), ids=ORDERS.keys())
def test_a_word_file_gives_the_same_procedures(tmp_path: Path, rows: Rows) -> None:
    """What comes as Word from the office itself is read like the torn copy of it."""
    document = docx.Document()
    for line in HEAD.strip().split("\n"):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "quyet-dinh.docx"
    path.write_bytes(buffer.getvalue())

    read = told(understand(read_document(path)), "code", "name", "time_limit")

    assert read == [("9.000001", "Xin thẻ", "05 ngày"), ("9.000002", "Trả thẻ", "01 ngày")]


def test_cells_over_several_rows_are_shared_and_said_so() -> None:
    """A fee printed once for three procedures is the fee of all three; a person looks at it."""
    rows = [
        (*COLUMNS, "Căn cứ pháp lý"),
        ("1", "9.000001", "Xin thẻ", "05 ngày", "Không", "Luật Trợ giúp pháp lý"),
        ("2", "9.000002", "Trả thẻ", "01 ngày", "Không"),
    ]

    imported = decision(shattered(rows))

    assert told(imported, "fee", "legal_basis") == [("Không", "Luật Trợ giúp pháp lý")] * 2
    assert keys(imported).count("import-procedure-merged-cells") == 1


def test_a_procedure_of_two_rows_stays_one() -> None:
    """Two fees for two ways of handing in are no two procedures."""
    rows = [
        COLUMNS,
        ("1", "9.000001", "Xin thẻ", "05 ngày khi nộp trực tiếp", "10.000 đồng"),
        ("03 ngày khi nộp trực tuyến", "5.000 đồng"),
        ("2", "9.000002", "Trả thẻ", "01 ngày", "Không"),
    ]

    (first, second) = told(decision(shattered(rows)), "time_limit", "fee")

    limit = "05 ngày khi nộp trực tiếp; 03 ngày khi nộp trực tuyến"
    assert first == (limit, "10.000 đồng; 5.000 đồng")
    assert second == ("01 ngày", "Không")


def test_a_cross_means_the_words_above_it() -> None:
    """A cross under "Trực tuyến" tells a citizen nothing; the words above it do."""
    rows = [
        ("STT", "Mã TTHC", "Tên TTHC", "Cách thức thực hiện", "Phí"),
        ("Trực tiếp", "Trực tuyến", "Bưu chính"),
        ("1", "9.000001", "Xin thẻ", "x", "", "x", "Không"),
        ("2", "9.000002", "Trả thẻ", "", "X", "", "Không"),
    ]

    places = told(decision(shattered(rows)), "place", "fee")

    assert places == [("Trực tiếp; Bưu chính", "Không"), ("Trực tuyến", "Không")]


def test_a_web_page_with_spanned_cells_gives_each_procedure_once() -> None:
    """On web pages number, code and name reach over the rows of their cases."""
    page = (
        "<p>QUYẾT ĐỊNH</p><p>Về việc công bố danh mục thủ tục hành chính</p><p>Nơi nhận:</p><table>"
        "<tr><th rowspan=2>STT</th><th rowspan=2>Mã TTHC</th><th rowspan=2>Tên TTHC</th>"
        "<th colspan=2>Thời hạn giải quyết</th></tr><tr><th>Theo luật</th><th>Cắt giảm</th></tr>"
        "<tr><td colspan=5>I. LĨNH VỰC HỘ TỊCH</td></tr><tr><td rowspan=2>1</td>"
        "<td rowspan=2>9.000001</td><td rowspan=2>Xin thẻ</td><td>05 ngày</td><td>03 ngày</td></tr>"
        "<tr><td>06 ngày</td><td>04 ngày</td></tr><tr><td>2</td><td>9.000002</td><td>Trả thẻ</td>"
        "<td>02 ngày</td><td>01 ngày</td></tr></table>"
    )

    imported = understand(SourceText("quyet-dinh.html", read_web_page(page)))

    assert told(imported, "name", "field") == [("Xin thẻ", "Hộ tịch"), ("Trả thẻ", "Hộ tịch")]
    assert imported.procedures[1].time_limit == "Theo luật: 02 ngày; Cắt giảm: 01 ngày"


CHANGES = [
    ("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH", "new"),
    ("Thủ tục hành chính được sửa đổi, bổ sung", "amended"),
    ("TTHC ĐƯỢC THAY THẾ", "replaced"),
    ("B. Thủ tục hành chính bị bãi bỏ", "abolished"),
    ("Danh mục TTHC được chuẩn hóa", "standardised"),
    ("LĨNH VỰC ĐỔI MỚI SÁNG TẠO", "listed"),
    ("DANH MỤC TTHC MỚI BAN HÀNH, SỬA ĐỔI, BỊ BÃI BỎ", "listed"),
]


@pytest.mark.parametrize(("title", "change"), CHANGES, ids=[title for title, _ in CHANGES])
def test_the_title_of_a_group_says_what_is_done(title: str, change: str) -> None:
    """Whoever takes an abolished procedure for a new one sends people to a closed door."""
    rows = [COLUMNS, (title,), ("1", "9.000001", "Xin thẻ", "05 ngày", "Không")]

    assert told(decision(shattered(rows)), "change") == [(change,)]


def test_levels_and_fields_hold_until_the_next_title() -> None:
    """A list of the communes is not one of the province, though one table holds both."""
    rows = [
        COLUMNS,
        ("A", "THỦ TỤC HÀNH CHÍNH CẤP TỈNH"),
        ("LĨNH VỰC HỘ TỊCH (01 TTHC)",),
        ("1", "9.000001", "Xin thẻ", "05 ngày", "Không"),
        ("B", "THỦ TỤC HÀNH CHÍNH CẤP XÃ"),
        ("I", "Lĩnh vực chứng thực"),
        ("1", "9.000002", "Trả thẻ", "01 ngày", "Không"),
        ("C", "THỦ TỤC HÀNH CHÍNH CẤP TỈNH, CẤP XÃ"),
        ("1", "9.000003", "Đổi thẻ", "01 ngày", "Không"),
    ]

    read = told(decision(shattered(rows)), "level", "field")

    assert read == [("province", "Hộ tịch"), ("commune", "Chứng thực"), (None, None)]


def test_one_code_abolished_here_and_new_there_stays_two_rows() -> None:
    """A decision may end a procedure and set it up anew; both are announced."""
    rows = [
        COLUMNS,
        ("A", "THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH"),
        ("1", "9.000001", "Xin thẻ", "05 ngày", "Không"),
        ("B", "THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ"),
        ("1", "9.000001", "Xin thẻ", "", ""),
    ]

    imported = decision(shattered(rows))

    assert told(imported, "change") == [("new",), ("abolished",)]
    assert "import-procedure-code-twice" in keys(imported)


OF_PROVINCE = ("1", "9.000001", "Xin thẻ", "5 ngày", "Không")
OF_COMMUNE = ("1", "9.000001", "Xin thẻ", "3 ngày", "Không")
TWO_LISTS = (
    "A. THỦ TỤC HÀNH CHÍNH CẤP TỈNH\n"
    + shattered([COLUMNS, OF_PROVINCE])
    + "B. THỦ TỤC HÀNH CHÍNH CẤP XÃ\n"
    + shattered([COLUMNS, OF_COMMUNE])
)


@pytest.mark.parametrize("above", ["", "PHỤ LỤC\nDANH MỤC THỦ TỤC HÀNH CHÍNH CẤP TỈNH, CẤP XÃ\n"])
def test_the_title_right_above_a_table_tells_its_level(above: str) -> None:
    """The same procedure takes five days in the province and three in the commune."""
    imported = decision(above + TWO_LISTS)

    read = told(imported, "level", "time_limit")
    assert read == [("province", "5 ngày"), ("commune", "3 ngày")]
    assert "import-procedure-code-twice" in keys(imported)


@pytest.mark.parametrize(
    ("field", "again"),
    [("time_limit", ("3 ngày", "Không")), ("fee", ("5 ngày", "10.000 đồng"))],
)
def test_rows_that_tell_different_things_stay_two(field: str, again: Sequence[str]) -> None:
    """What a decision prints is never lost without a word, though code and name are the same."""
    rows = [
        COLUMNS,
        ("1", "9.000001", "Xin thẻ", "5 ngày", "Không"),
        ("2", "9.000002", "Trả thẻ", "1 ngày", "Không"),
        ("3", "9.000001", "Xin thẻ", *again),
    ]

    imported = decision(shattered(rows))

    one, _, other = told(imported, field)
    assert one != other
    assert "import-procedure-code-twice" in keys(imported)


def test_a_row_printed_again_in_other_signs_stays_one() -> None:
    """An appendix repeats its list; nobody should compare the same procedure twice."""
    rows = [
        COLUMNS,
        ("1", "9.000001", "Xin thẻ", "05 ngày.", "Không"),
        ("2", "9.000002", "Trả thẻ", "1 ngày", ""),
        ("3", "9.000001", "Xin thẻ", "5 ngày", ""),
    ]

    assert told(decision(shattered(rows)), "code") == [("9.000001",), ("9.000002",)]


def full_text(limit: str, fee: str) -> str:
    """The full text of a procedure of the code 9.000001."""
    return (
        "1. Thủ tục xin thẻ (mã: 9.000001)\na) Trình tự thực hiện: Viết đơn.\n"
        f"b) Thành phần hồ sơ: Đơn\nc) Thời hạn giải quyết: {limit}\nd) Lệ phí: {fee}\n"
        "đ) Đối tượng thực hiện: Cá nhân\n"
    )


def test_a_list_that_its_full_text_contradicts_is_remarked() -> None:
    """One of the two is a misprint; the officer is told both instead of finding one by chance."""
    rows = [COLUMNS, ("1", "9.000001", "Xin thẻ", "5 ngày", "Không")]

    other = decision(shattered(rows) + full_text("07 ngày", "20.000 đồng/thẻ"))
    same = decision(shattered(rows) + full_text("05 ngày kể từ ngày nhận đơn", "Không thu."))

    marks = {"import-procedure-limit-differs", "import-procedure-fee-differs"}
    assert marks <= set(keys(other))
    assert not marks & set(keys(same))
    assert told(other, "time_limit", "fee") == [("5 ngày", "Không")]


def test_two_rows_of_one_code_take_a_full_text_each() -> None:
    """The text of the commune stands on the card of the commune, not on one of its own."""
    texts = full_text("05 ngày", "Không") + full_text("03 ngày", "Không").replace("1. ", "2. ")

    imported = decision(TWO_LISTS + texts)

    assert [one.paragraphs["limit"] for one in imported.procedures] == [["05 ngày"], ["03 ngày"]]


def test_a_text_of_the_communes_is_not_put_to_the_province() -> None:
    """Where only one of two rows has a full text, its own title says which."""
    imported = decision(f"{TWO_LISTS}THỦ TỤC HÀNH CHÍNH CẤP XÃ\n{full_text('03 ngày', 'Không')}")

    assert [bool(one.parts) for one in imported.procedures] == [False, True]


def test_the_time_of_a_flow_is_that_of_its_procedure() -> None:
    """Where the list is silent, the office's own flow says how long it takes, case by case."""
    steps = [("Thứ tự công việc", "Nội dung công việc", "Thời gian"), ("Bước 1", "Nhận", "1 ngày")]
    total = "Tổng thời gian giải quyết TTHC"
    body = (
        shattered([COLUMNS[:3], ("1", "9.000001", "Xin thẻ"), ("2", "9.000002", "Trả thẻ")])
        + "1. Quy trình nội bộ giải quyết TTHC: “Xin thẻ” (Mã TTHC: 9.000001)\n"
        + "a) Đối với trường hợp mất\n"
        + shattered([*steps, (total, "05 ngày làm việc")])
        + "b) Đối với trường hợp hỏng\n"
        + shattered([*steps, (total, "03 ngày làm việc")])
        + "2. Quy trình nội bộ giải quyết TTHC: “Trả thẻ” (Mã TTHC: 9.000002)\n"
        + shattered([*steps, (total, "01 ngày làm việc")])
    )

    imported = decision(body)

    lost = "a) Đối với trường hợp mất: 05 ngày làm việc"
    assert told(imported, "name", "time_limit") == [
        ("Xin thẻ", f"{lost}; b) Đối với trường hợp hỏng: 03 ngày làm việc"),
        ("Trả thẻ", "01 ngày làm việc"),
    ]
    assert "import-procedure-time-from-flow" in keys(imported)


def test_flows_alone_name_their_procedures() -> None:
    """A decision on flows has no list, yet it says which procedures there are."""
    body = "1. Quy trình giải quyết TTHC: Thủ tục xin thẻ (mã: 9.000001)\n" + shattered(
        [("TT", "Trình tự", "Trách nhiệm", "Thời gian"), ("1", "Nhận", "Một cửa", "1 ngày")]
    )

    assert told(decision(body), "code", "name") == [("9.000001", "Thủ tục xin thẻ")]


def test_a_full_text_without_a_list_is_a_procedure() -> None:
    """The parts of the decree's list are found by their labels, whatever sign stands before."""
    body = (
        "I. LĨNH VỰC HỘ TỊCH\n1. Xin thẻ\n(1) Trình tự thực hiện\nViết đơn.\n"
        "(2) Cách thức thực hiện: Trực tiếp\n(3) Thành phần hồ sơ: 01 bản chính đơn\n"
        "(4) Thời hạn giải quyết: 03 ngày\n(5) Lệ phí: Không\n"
        "(6) Căn cứ pháp lý:\n1. Luật Hộ tịch.\n"
        "2. Trả thẻ\n(1) Trình tự thực hiện\nĐem thẻ đến.\n(2) Cách thức thực hiện: Trực tiếp\n"
        "(3) Thành phần hồ sơ: Thẻ\n(4) Thời hạn giải quyết: Ngay khi nhận\n"
    )

    imported = decision(body)

    assert told(imported, "name", "time_limit", "fee") == [
        ("Xin thẻ", "03 ngày", "Không"),
        ("Trả thẻ", "Ngay khi nhận", None),
    ]
    assert imported.procedures[0].paragraphs["basis"] == ["1. Luật Hộ tịch."]


REMARKS = [
    ("import-procedure-two-limits", ("1", "9.000001", "A", "Sở: 5 ngày; xã: 3 ngày", "Không")),
    ("import-procedure-limit-not-understood", ("1", "9.000001", "A", "Theo lịch", "Không")),
    ("import-procedure-limit-of-applicant",
     ("1", "9.000001", "A", "Văn phòng phải gửi đơn trong 5 ngày", "Không")),
    ("import-procedure-limit-without-time",
     ("1", "9.000001", "A", "- Phải gửi đơn về Sở.\n- Sở trả lời trong 5 ngày.", "Không")),
    ("import-procedure-local-codes", ("1", "9.000001.000.00.00.H99", "A", "5 ngày", "Không")),
    ("import-procedure-without-code", ("1", "", "Xin giấy", "5 ngày", "Không")),
    ("import-procedure-fee-empty", ("1", "9.000001", "A", "5 ngày", "")),
    ("import-procedure-limit-missing", ("1", "9.000001", "A", "", "Không")),
]  # fmt: skip


@pytest.mark.parametrize(("key", "row"), REMARKS, ids=[key for key, _ in REMARKS])
def test_what_is_odd_about_a_row_is_said_once(key: str, row: Sequence[str]) -> None:
    """The officer looks at these rows first; an empty fee, say, is not a fee of nothing."""
    rows = [COLUMNS, row, ("2", "9.000002", "Trả thẻ", "01 ngày", "Không")]

    assert keys(decision(shattered(rows))).count(key) == 1


@pytest.mark.parametrize(
    ("article", "key"),
    [
        ("Điều 1. Công bố danh mục tại Phụ lục I.", "import-appendix-absent"),
        ("Điều 1. Công bố 05 thủ tục hành chính.", "import-procedure-count"),
    ],
)
def test_what_was_announced_and_is_not_there_is_said(article: str, key: str) -> None:
    """A file that lost its appendix must not pass for the whole decision."""
    rows = shattered([COLUMNS, ("1", "9.000001", "Xin thẻ", "5 ngày", "Không")])
    whole = HEAD.replace("Điều 1. Công bố kèm theo.", article) + rows

    assert key in keys(understand(SourceText("quyet-dinh.txt", text_lines(whole))))


def test_a_decision_without_its_list_says_so() -> None:
    """Portals publish the decision and keep the list in an attachment."""
    imported = decision("")

    assert imported.procedures == ()
    assert "import-no-procedures" in keys(imported)


def test_an_old_level_is_told_by_its_name_of_today() -> None:
    """Level 4 has been "toàn trình" since 2022; the draft says it in today's words."""
    rows = [
        (*COLUMNS[:3], "Mức độ DVC"),
        ("1", "9.000001", "Xin thẻ", "Mức độ 4"),
        ("2", "9.000002", "Trả thẻ", "3"),
        ("3", "9.000003", "Đổi thẻ", ""),
    ]

    imported = decision(shattered(rows))

    assert {"import-procedure-level-full", "import-procedure-level-partial"} <= set(keys(imported))
    assert [draft_values(imported)[f"{name}-the"]["online_level"] for name in ("xin", "tra")] == [
        "full", "partial",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Về việc công bố Danh mục TTHC lĩnh vực hộ tịch", "procedure_decision"),
        ("Phê duyệt quy trình nội bộ giải quyết thủ tục hành chính", "procedure_decision"),
        ("Ban hành Quy chế kiểm soát thủ tục hành chính", "not_a_plan"),
        ("Về việc phân bổ kinh phí", "not_a_plan"),
    ],
)
def test_only_decisions_on_procedures_announce_them(title: str, kind: str) -> None:
    """Rules for handling procedures list none."""
    head = HEAD.replace("Về việc công bố danh mục thủ tục hành chính", title)

    assert understand(SourceText("quyet-dinh.txt", text_lines(head))).kind == kind


def draft_values(imported: ImportedDocument) -> dict[str, dict[str, Any]]:
    """What the drafts hold, by id."""
    return {draft.id: dict(values_of(draft.yaml_text)) for draft in as_drafts(imported, {})}


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("cong-bo-*.txt")), ids=lambda path: path.name)
def test_drafts_of_a_decision_are_sound_records(path: Path) -> None:
    """Catalogue and cards can be opened in the preview right after the import."""
    drafts = as_drafts(understand(read_document(path)), {})

    assert {draft.folder for draft in drafts} == set(READERS)
    for draft in drafts:
        findings = Findings(draft.id)
        entry = Entry(findings, values_of(draft.yaml_text))
        READERS[draft.folder](entry)
        entry.close()
        assert findings.problems == []


def test_a_draft_has_values_for_what_is_sure_and_words_for_the_rest() -> None:
    """The full text becomes steps, papers and limits; what no field holds stays in the notes."""
    drafts = draft_values(understand(read_document(SAMPLES / "cong-bo-toan-van.txt")))

    card = drafts["thu-tuc-doi-luat-su-dang-giup-nguoi-dan-ha-noi"]
    assert card["time_limits"] == [
        {"value": "3", "unit": "working_days", "stage": "kể từ ngày nhận đơn"}
    ]
    assert card["fee"] == {"as_written": "Không.", "amount_vnd": "0"}
    assert card["sets"] == "1"
    assert card["dossier"] == [
        {"name": "Đơn đề nghị (bản chính)"}, {"name": "Giấy tờ chứng minh (bản sao)"},
    ]  # fmt: skip
    assert card["channels"] == [{"kind": "in_person"}, {"kind": "post"}]
    assert card["handled_by"] == "Trung tâm trợ giúp pháp lý"
    assert any("Mẫu số 05" in note for note in card["notes"])
    assert "summary" not in card


def test_an_abolished_procedure_has_a_row_and_no_card() -> None:
    """Nobody should prepare papers for what no longer exists; the list still says it ended."""
    drafts = draft_values(understand(read_document(SAMPLES / "cong-bo-bang-vo.txt")))

    (catalogue,) = [values for values in drafts.values() if "entries" in values]
    ended = [row for row in catalogue["entries"] if row["change"] == "abolished"]
    assert [row["name"] for row in ended] == ["Xin sao hồ sơ bằng giấy", "Xin nhận tờ gấp"]
    assert all("procedure" not in row for row in ended)
    assert all(row["procedure"] in drafts for row in catalogue["entries"] if row not in ended)


def test_two_procedures_of_one_name_have_two_cards() -> None:
    """One must not overwrite the other."""
    long = "Cấp lại giấy phép hành nghề của văn phòng trong nhiều trường hợp khác nhau vì lý do"
    rows = [
        COLUMNS,
        ("1", "9.000001", f"{long} bị mất", "5 ngày", "Không"),
        ("2", "9.000002", f"{long} bị hỏng nặng", "5 ngày", "Không"),
        ("3", "", f"{long} bị cháy ở kho", "5 ngày", "Không"),
    ]

    drafts = as_drafts(decision(shattered(rows)), {})

    ids = [draft.id for draft in drafts if draft.folder == "procedures"]
    assert len(set(ids)) == 3
    assert ids[1].endswith("-9000002")


def test_answers_hold_values_only_where_the_limit_is_sure() -> None:
    """A program that counts days from our data must not count a guess."""
    rows = [
        COLUMNS,
        ("1", "9.000001", "Xin thẻ", "5 đến 7 ngày", "Không"),
        ("2", "9.000002", "Trả thẻ", "04 ngày làm việc", "Không"),
    ]

    answers = as_json(decision(shattered(rows)))["procedures"]

    assert [answer["time_limits"] for answer in answers] == [
        [], [{"value": 4, "unit": "working_days", "stage": ""}],
    ]  # fmt: skip
