"""Procedures and the decisions that announce them: every part the law names, and no guess."""

import re
from pathlib import Path

import pytest
from lxml import html

from generator.sheets import ROWS, sheets, view_address
from tests.conftest import Project

PROCEDURE = """id: {id}
status: published
name: {name}
summary: Một câu.
field: Giúp đỡ pháp lý
level: province
handled_by: Trung tâm giúp đỡ pháp lý
applicants: [Ai cũng được]
steps:
  - {{text: Nộp đơn.}}
channels:
  - {{kind: post}}
dossier:
  - {{name: Đơn}}
unstated: [sets]
time_limits:
  - {{value: 1, unit: days}}
legal_basis:
  - {{document: luat-giup-do-phap-ly-2018}}
{more}
sources:
  - {{title: Bản thử, compared_on: 2026-11-20}}
reviewed_on: 2026-11-20
review_due: 2027-11-20
"""
ABOLISHED = """changes:
  - {kind: abolished, document: quyet-dinh-33-qd-ttg-2024, on: 2026-01-01}
"""


def add_procedure(project: Project, id: str, name: str = "Thủ tục thử", more: str = "") -> None:
    """Write a procedure that may be published."""
    project.add(f"procedures/{id}.yml", PROCEDURE.format(id=id, name=name, more=more))


def built(project: Project) -> Path:
    """The project's site, built."""
    run = project.call("build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site


def read(page: Path) -> html.HtmlElement:
    """The elements of a page on disk."""
    return html.fromstring(page.read_bytes().decode())


def found(page: Path, path: str) -> list[str]:
    """The values that an XPath finds on a page."""
    return [str(value) for value in read(page).xpath(path)]


def words_of(page: Path) -> str:
    """What a reader reads in a page's main part."""
    return " ".join("".join(found(page, "//main//text()")).split())


# ---- one procedure -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(built_small: Project) -> Path:
    """The page of a procedure that has every part."""
    return built_small.site / "thu-tuc" / "xin-giup-do-phap-ly.html"


@pytest.mark.parametrize(
    "part",
    [
        "Dành cho ai Người thuộc diện được giúp Người thân của người đó",
        "Đơn xin giúp đỡ 1 bản chính Viết theo mẫu 01-GD, xin tại nơi nộp.",
        "Giấy tờ của vụ việc 2 bản sao Mang bản chính để đối chiếu.",
        "Số bộ hồ sơ: 1",
        "Trụ sở Trung tâmGiờ nhận: Giờ làm việcĐược giúp viết đơn.",
        "Ngay Trả lời có nhận đơn không",
        "4 ngày làm việc Trung tâm cử người 3 ngày làm việc Sở quyết định",
        "Phí, lệ phí Không thu",
        "Bạn làm Nộp đơn và giấy tờ. Cơ quan làm Xem giấy tờ",
        "Bạn nhận được gì Có người giúp",
        "Điều kiện Thuộc diện được giúp",
        "Đơn xin giúp đỡ pháp lý (mẫu 01-GD, xin tại nơi nộp)",
        "Nơi giải quyếtTrung tâm giúp đỡ pháp lý",
        "Ai quyết địnhSở Tư pháp tỉnh Hồng Sơn",
        "Điều 29, Điều 30: Luật",
        "Làm được một phần qua mạng",
        "01/05/2024 Sửa đổi, bổ sung: Bỏ bớt một giấy tờ.",
        "2025 12 11 Báo cáo thử",
        "9.000001 Mã chưa đối chiếu",
        "Thủ tục này không có thật.",
    ],
)
def test_a_page_holds_every_part_of_the_law(page: Path, part: str) -> None:
    """Decree 63/2010, Article 8: whoever comes with this page lacks nothing at the counter."""
    assert part in words_of(page)


def test_limits_are_never_added_up(page: Path) -> None:
    """Four days here and three there may run for different cases: seven is nobody's promise."""
    assert "7 ngày" not in words_of(page)


def test_every_paper_has_a_box_and_a_label_that_ticks_it(page: Path) -> None:
    """A finger on a phone hits a line of text, not a square of four millimetres."""
    boxes, labels = found(page, "//input[@type='checkbox']/@id"), found(page, "//label/@for")

    assert boxes == labels == ["giay-1", "giay-2"]


def test_what_no_text_tells_is_told_as_that(built_small: Project) -> None:
    """No number of sets is made up, and no reader is left to guess that one is enough."""
    words = words_of(built_small.site / "thu-tuc" / "rut-don.html")

    assert "Số bộ hồ sơ: các văn bản đã đối chiếu không nói tới." in words
    assert "Trang này chưa có thông tin. Hãy hỏi nơi nộp trước khi đi." in words


def test_a_fee_that_no_text_names_is_not_called_forgotten(small: Project) -> None:
    """A page that lacks a price and one whose law names none send a reader to different doors."""
    add_procedure(small, "thu")
    small.change("procedures/thu.yml", "unstated: [sets]", "unstated: [sets, fee, result, forms]")

    words = words_of(built(small) / "thu-tuc" / "thu.html")

    for part in ("Phí, lệ phí", "Bạn nhận được gì", "Mẫu đơn, mẫu giấy tờ"):
        assert f"{part} Các văn bản đã đối chiếu không nói tới." in words


def test_a_verified_code_loses_its_mark(small: Project) -> None:
    """The mark must mean something: it goes with the day on which somebody compared the code."""
    small.change(
        "procedures/xin-giup-do-phap-ly.yml",
        "code: 9.000001\n",
        "code: 9.000001\ncode_verified_on: 2026-11-20\n",
    )

    words = words_of(built(small) / "thu-tuc" / "xin-giup-do-phap-ly.html")

    assert "9.000001 Đối chiếu ngày 20/11/2026" in words
    assert "chưa đối chiếu" not in words


def test_a_form_with_a_file_can_be_loaded(small: Project) -> None:
    """Whoever lives far from the office fills the form in at home; others ask at the counter."""
    small.add("files/mau/don.pdf", "%PDF-1.4 thử")
    small.change(
        "procedures/xin-giup-do-phap-ly.yml",
        "title: Đơn xin giúp đỡ pháp lý, basis",
        "title: Đơn xin giúp đỡ pháp lý, file: mau/don.pdf, basis",
    )

    site = built(small)

    assert (site / "tep" / "mau" / "don.pdf").read_text() == "%PDF-1.4 thử"
    assert "Tải mẫu 01-GD" in words_of(site / "thu-tuc" / "xin-giup-do-phap-ly.html")


def test_a_form_without_its_file_stops_the_build(small: Project) -> None:
    """A link to a form that is not there sends people home with nothing."""
    add_procedure(small, "thu", more="forms:\n  - {number: M1, title: Mẫu, file: mau/m1.docx}")

    run = small.call("check")

    assert run.returncode == 1
    assert "content/procedures/thu.yml:21: Không có tệp content/files/mau/m1.docx." in run.stdout


def test_a_form_goes_only_with_its_procedure(small: Project) -> None:
    """A form that people link to is missed; with a withdrawn procedure, its page says why."""
    small.add("files/mau/m1.pdf", "%PDF-1.4")
    add_procedure(small, "thu", more="forms:\n  - {number: M1, title: Mẫu, file: mau/m1.pdf}")
    small.call("addresses")
    small.change("procedures/thu.yml", "file: mau/m1.pdf", "basis: Điều 1")
    dropped = small.call("check")
    small.change(
        "procedures/thu.yml",
        "status: published",
        "status: withdrawn\nwithdrawn: {on: 2026-11-20, reason: Thử.}",
    )
    small.change("procedures/thu.yml", "basis: Điều 1", "file: mau/m1.pdf")

    withdrawn = small.call("check")

    assert "Tệp đã công bố “tep/mau/m1.pdf”" in dropped.stdout
    assert withdrawn.returncode == 0, withdrawn.stdout


def test_a_procedure_rests_on_law_in_force(small: Project) -> None:
    """Whoever prepares papers by a repealed law is sent home."""
    add_procedure(small, "thu")
    small.change("procedures/thu.yml", "luat-giup-do-phap-ly-2018", "luat-giup-do-phap-ly-2006")

    run = small.call("check")

    assert run.returncode == 1
    assert "content/procedures/thu.yml:19: Căn cứ “luat-giup-do-phap-ly-2006” hết" in run.stdout


def test_a_code_stands_for_one_procedure(small: Project) -> None:
    """Two records of one procedure will differ one day, and nobody knows which is right."""
    add_procedure(small, "thu", more="code: 9.000001")

    run = small.call("check")

    assert "Mã “9.000001” đã dùng ở content/procedures/thu.yml." in run.stdout


# ---- the catalogue -------------------------------------------------------------------------------


def test_what_was_abolished_stands_apart(small: Project) -> None:
    """Nobody picks a dead procedure from the list, and its old page warns before anything else."""
    add_procedure(small, "cu", "Thủ tục đã bỏ", ABOLISHED)

    site = built(small)

    assert "Thủ tục đã bỏ" not in words_of(site / "thu-tuc" / "index.html")
    assert "Thủ tục đã bỏ" in words_of(site / "thu-tuc" / "tinh-trang--da-bai-bo.html")
    assert "Thủ tục này đã bị bãi bỏ từ ngày 01/01/2026. Đừng" in words_of(
        site / "thu-tuc" / "cu.html"
    )


def test_a_long_catalogue_comes_in_sheets(small: Project) -> None:
    """A phone of a few years ago opens fifty rows at once, not two thousand; none is left out."""
    for number in range(ROWS + 3):
        add_procedure(small, f"thu-{number}", f"Thủ tục thử số {number}")

    site = built(small)

    first, second = (site / "thu-tuc" / name for name in ("index.html", "index--2.html"))
    shown = re.findall(r"Thủ tục thử số \d+", words_of(first) + words_of(second))
    assert len(set(shown)) == len(shown) == ROWS + 3
    assert found(first, "//a[@rel='next']/@href") == ["../thu-tuc/index--2.html"]


def test_a_shorter_list_is_no_lost_address(small: Project) -> None:
    """A second sheet goes with its rows: the officer who tidies up is not stopped by the ledger."""
    for number in range(ROWS):
        add_procedure(small, f"thu-{number}")
    small.call("addresses")
    for number in range(ROWS):
        path = f"procedures/thu-{number}.yml"
        withdrawal = "status: withdrawn\nwithdrawn: {on: 2026-11-20, reason: Thử.}"
        small.change(path, "status: published", withdrawal)

    run = small.call("check")

    assert run.returncode == 0, run.stdout


def test_procedures_are_found_by_field_level_and_office(small: Project) -> None:
    """A reader knows the field, or the door they stood at, not the procedure's name."""
    add_procedure(small, "xa", "Việc ở xã")
    path = small.content / "procedures/xa.yml"
    path.write_text(path.read_text("utf-8").replace("level: province", "level: commune"), "utf-8")
    site = built(small) / "thu-tuc"
    views = ["linh-vuc--giup-do-phap-ly", "cap--tinh", "noi-giai-quyet--trung-tam-giup-do-phap-ly"]

    for view in views:
        assert "Rút đơn xin giúp đỡ pháp lý" in words_of(site / f"{view}.html")


def test_citizens_find_theirs_first(small: Project) -> None:
    """Who needs help is not led past the papers of law firms; asking for help comes first."""
    add_procedure(small, "a", "A cho luật sư", "audience: provider")
    add_procedure(small, "b", "B cho mọi việc")

    page = built(small) / "thu-tuc" / "index.html"

    parts = ["Dành cho người dân", "Dành cho luật sư, tổ chức, cộng tác viên", "Thủ tục khác"]
    assert found(page, "//main//h2[following-sibling::*[1][self::table]]/text()") == parts
    assert found(page, "//td[@class='cards__title']//a/text()") == [
        "Xin giúp đỡ pháp lý",
        "Rút đơn xin giúp đỡ pháp lý",
        "A cho luật sư",
        "B cho mọi việc",
    ]


def test_words_that_name_no_office_make_no_door(small: Project) -> None:
    """A list of offices holds offices; whoever is being helped already knows where."""
    add_procedure(small, "thu", "Đổi người giúp")
    words = "handled_by: Trung tâm, Chi nhánh hoặc tổ chức đang giúp"
    small.change("procedures/thu.yml", "handled_by: Trung tâm giúp đỡ pháp lý", words)

    site = built(small) / "thu-tuc"

    offices = found(site / "index.html", "//h2[@id='noi-giai-quyet']/following::ul[1]//a/text()")
    assert offices == ["Trung tâm giúp đỡ pháp lý", "Nơi đang giúp bạn, hoặc nơi khác tùy việc"]
    assert "Đổi người giúp" in words_of(site / "noi-giai-quyet--noi-khac.html")


def test_sheets_hold_every_row_once() -> None:
    """Whatever the number of rows, turning over shows all of them and then stops."""
    for count in (0, 1, ROWS, ROWS + 1, 7 * ROWS + 2):
        cut = list(sheets(range(count), "a/index.html"))

        assert [row for sheet in cut for row in sheet.rows] == list(range(count))
        assert (cut[0].before, cut[-1].after) == (None, None)
        assert [one.after for one in cut[:-1]] == [one.address for one in cut[1:]]


def test_the_ends_and_the_neighbours_of_a_sheet_are_named() -> None:
    """Four hundred numbers are no help; the first, the last and those around are."""
    middle = list(sheets(range(20 * ROWS), "a/index.html"))[9]

    assert [one and one[0] for one in middle.near] == [1, None, 8, 9, 10, 11, 12, None, 20]


def test_a_view_never_takes_the_address_of_a_record() -> None:
    """Ids hold no two hyphens, so no procedure can be hidden behind a list."""
    assert "--" in view_address("thu-tuc", "linh-vuc", "Hộ tịch")


# ---- two decisions side by side ------------------------------------------------------------------


def test_two_decisions_stand_side_by_side(built_small: Project) -> None:
    """Who knew the procedure of the year before sees at once what is different now."""
    pages = built_small.site / "danh-muc"

    words = words_of(pages / "so-sanh--danh-muc-2024--voi--danh-muc-2026.html")

    assert "Thời hạn 07 ngày làm việc 04 ngày làm việc" in words
    assert "Nộp ở Trung tâm thì xong sớm hơn." in words
    assert "Có thêm" in words
    assert "Đổi người giúp" not in words


def test_a_list_of_a_decision_leads_to_the_procedures(built_small: Project) -> None:
    """A row of a decision is a name; what to bring stands on the procedure's page."""
    page = built_small.site / "danh-muc" / "danh-muc-2026.html"

    links = found(page, "//main//td//a/@href")

    assert links == ["../thu-tuc/rut-don.html", "../thu-tuc/xin-giup-do-phap-ly.html"]
