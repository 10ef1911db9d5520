"""Sheets as a browser prints them: handouts, posters for the wall, leaflets folded in three."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from generator.outputs.leaflets import LINES, MOST_LINES, lines_of
from generator.rendering import markdown
from tests.browser.projects import build, copy_of_the_project
from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser

URL, HOME = "https://phap-luat.example/", "phap-luat.example"
PAPER = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}  # millimetres
MARGINS = {"A4": 28, "A5": 22}  # of both sides together
POINTS, PIXELS = 72 / 25.4, 96 / 25.4  # in a millimetre
SHEETS = 2  # of paper, printed on both sides, are a typical handout at most
HANDOUTS = {
    "procedure": "thu-tuc/giai-quyet-khieu-nai-ve-tro-giup-phap-ly.html",
    "organisation": "to-chuc/trung-tam-tro-giup-phap-ly-nha-nuoc-tinh-ca-mau.html",
    "leaflet": "tai-lieu/to-gap-ai-duoc-tro-giup-phap-ly.html",
}
LONG = {
    "campaign": "chien-dich/ca-mau-tro-giup-phap-ly-gan-dan.html",
    "long procedure": "thu-tuc/yeu-cau-tro-giup-phap-ly.html",
    "questions and answers": "tai-lieu/hoi-dap-yeu-cau-tro-giup-phap-ly.html",
}
POSTER = "dia-phuong/ca-mau-xa-tan-an--ap-phich.html"
CROWDED = "dia-phuong/ca-mau-xa-dat-mui--ap-phich.html"
FOLDED = "tai-lieu/to-gap-ai-duoc-tro-giup-phap-ly--to-gap-ba.html"
DESK = {"width": 1400, "height": 900}
ORGANISATION = """id: {id}
status: published
name: {name}
group: registered
serves: [ca-mau-xa-dat-mui]
contacts:
  - kind: phone
    value: 0290 000 00{number:02}
    hours:
      - {{days: T2-T6, from: "07:00", to: "11:30"}}
      - {{days: T2-T6, from: "13:30", to: "17:00"}}
verified_on: 2026-11-20
sources: [{{title: Giấy thử, compared_on: 2026-11-20}}]
reviewed_on: 2026-11-20
review_due: 2027-11-20
"""
LONG_NAME = "Trung tâm tư vấn pháp luật và hỗ trợ cộng đồng của Hội Luật gia các huyện ven biển số"
HEADINGS = (
    """() => [...document.querySelectorAll("h1, h2, h3")].map(one => one.textContent.trim())"""
)
TODAY_THERE = """new Date().toLocaleDateString("vi-VN",
    {day: "2-digit", month: "2-digit", year: "numeric"})"""
OVERFLOW = """all => all.filter(one => one.scrollHeight > one.clientHeight + 1
    || one.scrollWidth > one.clientWidth + 1).map(one => one.className)"""
USED = """html => {
    const text = document.querySelector(".folded__text");
    text.innerHTML = html;
    return text.scrollWidth <= text.clientWidth + 1 && text.scrollHeight <= text.clientHeight + 1;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with an address of its own, and a commune where five long names can help."""
    root = copy_of_the_project(tmp_path_factory.mktemp("paper") / "project")
    settings = root / "mkdocs.yml"
    settings.write_text(f"site_url: {URL}\n{settings.read_text('utf-8')}", encoding="utf-8")
    for number in range(5):
        id = f"noi-giup-{number}"
        text = ORGANISATION.format(id=id, name=f"{LONG_NAME} {number}", number=number)
        (root / "content" / "organisations" / "ca-mau" / f"{id}.yml").write_text(text, "utf-8")
    return build(root, root / "site")


def printed(page: Page, paper: str = "", *, by_style: bool = False) -> PdfReader:
    """The sheets that come out of the printer, on this paper or on what the page asks for."""
    options = {"prefer_css_page_size": True} if by_style else {"format": paper}
    return PdfReader(io.BytesIO(page.pdf(**options)))


def sizes(sheets: PdfReader) -> set[tuple[int, int]]:
    """The sizes of all sheets, in millimetres."""
    boxes = (page.mediabox for page in sheets.pages)
    return {(round(float(b.width) / POINTS), round(float(b.height) / POINTS)) for b in boxes}


def words(sheets: PdfReader) -> str:
    """All that stands on them."""
    return " ".join(" ".join(page.extract_text() for page in sheets.pages).split())


# ---- handouts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("kind", HANDOUTS)
def test_a_typical_handout_takes_two_sheets_at_most(
    open_visit: OpenVisit, site: Path, kind: str, paper: str
) -> None:
    """A commune copies a hundred of them; what is longer nobody takes home."""
    page = open_visit(site).go(HANDOUTS[kind])

    sheets = printed(page, paper)

    assert sizes(sheets) == {PAPER[paper]}
    assert len(sheets.pages) <= SHEETS * 2


@pytest.mark.parametrize("kind", LONG)
def test_the_longest_handouts_take_two_sheets_of_a4(
    open_visit: OpenVisit, site: Path, kind: str
) -> None:
    """What has most to say still is a handout, on the paper that every office has."""
    assert len(printed(open_visit(site).go(LONG[kind]), "A4").pages) <= SHEETS * 2


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("kind", [*HANDOUTS, *LONG])
def test_a_handout_says_where_it_is_from_and_no_heading_stands_alone(
    open_visit: OpenVisit, site: Path, kind: str, paper: str
) -> None:
    """The sheet leads back to its page; a heading at the foot of a sheet announces nothing."""
    page = open_visit(site).go((HANDOUTS | LONG)[kind])
    headings = set(page.evaluate(HEADINGS))

    sheets = printed(page, paper)

    last_lines = [one.extract_text().strip().splitlines()[-1] for one in sheets.pages[:-1]]
    assert headings.isdisjoint(last_lines)
    for said in ("Tờ giấy này sẽ cũ", HOME, "Nguồn"):
        assert said in words(sheets)
    for only_on_screen in ("Tới nội dung chính", "Trang chủ", "In tờ gấp ba", "Tải về"):
        assert only_on_screen not in words(sheets)


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("kind", [*HANDOUTS, *LONG])
def test_nothing_is_cut_at_the_edge_of_a_handout(
    open_visit: OpenVisit, site: Path, kind: str, paper: str
) -> None:
    """What runs over the edge of the paper is lost, and nobody sees that it is."""
    width = int((PAPER[paper][0] - MARGINS[paper]) * PIXELS)
    page = open_visit(site, viewport={"width": width, "height": 900}).go((HANDOUTS | LONG)[kind])

    page.emulate_media(media="print")

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    expect(page.locator(".wayback .qr")).to_be_visible()


def test_a_screen_shows_nothing_of_what_is_only_for_paper(
    open_visit: OpenVisit, site: Path
) -> None:
    """Who reads the page is there already, and needs no code that leads to it."""
    expect(open_visit(site).go(HANDOUTS["procedure"]).locator(".wayback")).to_be_hidden()


# ---- posters -------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("poster", [POSTER, CROWDED])
def test_a_poster_is_one_sheet_of_whatever_paper(
    open_visit: OpenVisit, site: Path, poster: str, paper: str
) -> None:
    """The officer chooses the paper; the poster fills it, and there is no second sheet."""
    sheets = printed(open_visit(site).go(poster), paper)

    assert sizes(sheets) == {PAPER[paper]}
    assert len(sheets.pages) == 1
    for said in ("Ở đây, gọi ai?", "1800.1233", "08:00 – 17:00", HOME, "đối chiếu với nguồn ngày"):
        assert said in words(sheets)
    for only_on_screen in ("Phổ biến pháp luật", "Trang chủ", "Về trang"):
        assert only_on_screen not in words(sheets)


def test_the_figures_of_a_poster_are_seen_from_two_metres(
    open_visit: OpenVisit, site: Path
) -> None:
    """Figures of two centimetres and more: who stands before the board needs no glasses."""
    page = open_visit(site, viewport=DESK).go(POSTER)

    heights = [number.bounding_box() for number in page.locator(".poster__number").all()]

    assert heights
    assert all(box and box["height"] >= 20 * PIXELS for box in heights)


@pytest.mark.parametrize("poster", [POSTER, CROWDED])
def test_nothing_falls_off_a_poster(open_visit: OpenVisit, site: Path, poster: str) -> None:
    """Three offices of long names leave room for each other's numbers and for the code."""
    page = open_visit(site, viewport=DESK).go(poster)

    assert page.locator(".sheet, .poster__line, .poster__foot").evaluate_all(OVERFLOW) == []
    sheet, foot = page.locator(".sheet").bounding_box(), page.locator(".qr").bounding_box()
    assert sheet
    assert foot
    assert foot["y"] + foot["height"] <= sheet["y"] + sheet["height"]


def test_a_crowded_poster_names_three(open_visit: OpenVisit, site: Path) -> None:
    """Five numbers on a wall are a list that nobody reads; the code leads to all of them."""
    page = open_visit(site, viewport=DESK).go(CROWDED)

    expect(page.locator(".poster__callees li")).to_have_count(3)
    expect(page.locator(".blank")).to_have_count(0)


# ---- leaflets ------------------------------------------------------------------------------------


def folded(site: Path) -> list[str]:
    """Every leaflet that is offered folded."""
    found = sorted(site.glob("tai-lieu/*--to-gap-ba.html"))
    return [path.relative_to(site).as_posix() for path in found]


def test_a_folded_leaflet_is_one_sheet_of_two_sides(open_visit: OpenVisit, site: Path) -> None:
    """Printed on both sides, across: whoever made it stand upright would have to begin again."""
    sheets = printed(open_visit(site).go(FOLDED), by_style=True)

    assert sizes(sheets) == {(297, 210)}
    assert len(sheets.pages) == 2
    outside, inside = (" ".join(page.extract_text().split()) for page in sheets.pages)
    for said in ("Ai được trợ giúp pháp lý miễn phí?", "Gọi ai?", "1800.1233", "Nguồn", "In ngày"):
        assert said in outside
    assert "Bạn thuộc nhóm nào?" in inside
    for only_on_screen in ("Trang chủ", "cạnh ngắn", "Về trang"):
        assert only_on_screen not in outside + inside


def test_nothing_falls_off_a_folded_leaflet(open_visit: OpenVisit, site: Path) -> None:
    """Each panel of each leaflet of the real site holds all of its text."""
    visit = open_visit(site, viewport=DESK)
    panels = ".sheet, .folded__cover, .folded__flap, .folded__back, .folded__text"

    assert len(folded(site)) == 3
    for address in folded(site):
        assert visit.go(address).locator(panels).evaluate_all(OVERFLOW) == [], address


def said(chance: random.Random, letters: int) -> str:
    """Words of Vietnamese, so many letters long."""
    syllables = (
        "người được trợ giúp pháp lý miễn phí không phải nghiêng giấy tờ của vụ việc".split()
    )
    text = ""
    while len(text) < letters:
        text += f"{chance.choice(syllables)} "
    return text.strip()


def table(chance: random.Random, columns: int, most: int) -> str:
    """A table of some rows."""
    head = "| " + " | ".join(["tên"] * columns) + " |\n" + "|---" * columns + "|\n"
    cells = ([said(chance, chance.randint(5, most)) for _ in range(columns)] for _ in range(6))
    return head + "\n".join(f"| {' | '.join(row)} |" for row in cells) + "\n"


SHAPES: dict[str, Callable[[random.Random], str]] = {
    "paragraphs": lambda chance: said(chance, chance.randint(20, 700)) + "\n",
    "long paragraphs": lambda chance: said(chance, 1500) + "\n",
    "points": lambda chance: "- " + said(chance, chance.randint(5, 200)),
    "headings": lambda chance: f"## {said(chance, 60)}\n\n{said(chance, 30)}\n",
    "tables of two columns": lambda chance: table(chance, 2, 60),
    "tables of long cells": lambda chance: table(chance, 2, 220),
    "tables of three columns": lambda chance: table(chance, 3, 60),
}


def text_of(shape: Callable[[random.Random], str], seed: int, most: int) -> str:
    """As much text of a shape as is counted to have room."""
    chance, text = random.Random(seed), ""
    while True:
        more = f"{text}\n{shape(chance)}\n"
        if lines_of(more) > most:
            return text
        text = more


@pytest.mark.parametrize("most", [LINES, MOST_LINES], ids=["larger letters", "smaller letters"])
@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_counted_to_have_room_has_room(
    open_visit: OpenVisit, site: Path, shape: str, most: int
) -> None:
    """The build counts lines and sees no browser; whatever it offers must not be cut in one."""
    page = open_visit(site, viewport=DESK).go(FOLDED)
    smaller = "one => one.classList.toggle('folded__text--long', true)"
    if most == MOST_LINES:
        page.locator(".folded__text").evaluate(smaller)

    fitting = [page.evaluate(USED, markdown(text_of(SHAPES[shape], n, most))) for n in range(8)]

    assert fitting == [True] * 8


# ---- on a screen ---------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", [POSTER, FOLDED])
def test_a_sheet_is_printed_with_a_button(open_visit: OpenVisit, site: Path, sheet: str) -> None:
    """Not everybody knows the keys for printing, and a telephone has none."""
    page = open_visit(site).go(sheet)
    page.evaluate("window.print = () => { document.title = 'in ra'; }")

    page.get_by_role("button", name="In", exact=True).click()

    expect(page).to_have_title("in ra")
    page.get_by_role("link", name="Về trang").click()
    expect(
        page.get_by_role("link", name="In áp phích").or_(
            page.get_by_role("link", name="In tờ gấp ba")
        )
    ).to_be_visible()


def test_without_scripts_there_is_no_button_and_the_day_is_written_by_hand(
    open_visit: OpenVisit, site: Path
) -> None:
    """A button that does nothing is worse than none; the sheet itself needs no script."""
    page = open_visit(site, java_script_enabled=False).go(FOLDED)

    expect(page.locator("[data-print]")).to_be_hidden()
    expect(page.locator("[data-printed-on]")).to_have_text("…… / …… / …………")


def test_the_day_of_printing_is_filled_in(open_visit: OpenVisit, site: Path) -> None:
    """Who finds the leaflet in a drawer sees how old it is."""
    page = open_visit(site).go(FOLDED)

    today = page.evaluate(TODAY_THERE)

    expect(page.locator("[data-printed-on]")).to_have_text(today)
