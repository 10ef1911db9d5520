"""Pages serve readers of every eye, hand and screen (WCAG 2.2, level AA)."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.contrast import OF_A_STATE, faint, in_each_state
from tests.browser.pages import KINDS
from tests.browser.visits import OpenVisit, Visit

pytestmark = pytest.mark.browser

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
DESK = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=360, height=740)
SMALL_PHONE = ViewportSize(width=320, height=568)
TABLET = ViewportSize(width=768, height=1024)
MANY = 12  # pages of one folder; the others are of the same template and shorter
SIDEWAYS = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
LETTERS = ("usual", "large", "largest")  # as viewing.js writes what was chosen at the root
SIDEWAYS_IN_EACH = f"""sizes => sizes.map(size => {{
    document.documentElement.dataset.size = size;
    return ({SIDEWAYS})();
}})"""
STATES = {"as it comes", *OF_A_STATE}
SOME_TEXTS = """<main><div><p>Một <a href="#">lối</a>.</p></div>
<label>Tên <input placeholder="Ví dụ"></label>
<details><summary>Thêm</summary><p>Kín</p></details>"""
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(one => {
    const style = getComputedStyle(one);
    const hides = ['hidden', 'clip'].includes(style.overflowY) && style.position !== 'absolute';
    return hides && one.clientHeight > 0 && one.scrollHeight > one.clientHeight + 2;
}).map(one => one.outerHTML.slice(0, 80))"""
SHOWN = (
    "home",
    "campaign",
    "plan",
    "plan by time",
    "plan by state",
    "agency",
    "leaflet",
    "finder",
    "calendar",
)  # all that pages are made of
GROWTH = 1.5  # of letters set twice as large, for on a narrow page all are set a little smaller
SIZES = """() => [...document.querySelectorAll('body *')].filter(one =>
    [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
).map(one => [one.outerHTML.slice(0, 80), parseFloat(getComputedStyle(one).fontSize)])"""
FOCUS = """() => {
    const style = getComputedStyle(document.activeElement);
    const box = document.activeElement.getBoundingClientRect();
    return {
        name: document.activeElement.outerHTML.slice(0, 80),
        ends: document.activeElement === document.body,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
        shadow: style.boxShadow !== 'none',
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""


@cache
def axe() -> str:
    """The script of axe-core."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, rules: Sequence[str] = RULES) -> list[str]:
    """What axe-core finds on a page: width, rule and element, one a line."""
    if page.evaluate("() => typeof axe") == "undefined":
        page.evaluate(axe())
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    width = page.evaluate("() => innerWidth")
    return [
        f"{width}: {one['id']}: {node['html'][:100]} {node.get('failureSummary', '')}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def violations_at_desk_and_on_phone(page: Page) -> list[str]:
    """The same, of both layouts of a page."""
    found = violations(page)
    page.set_viewport_size(PHONE)
    return found + violations(page)


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """Public bodies must serve readers with screen readers, weak eyes or no mouse alike."""
    page = open_visit(real_site, viewport=DESK).go(KINDS[kind])

    assert violations_at_desk_and_on_phone(page) == []


@pytest.mark.parametrize("address", ["tai-lieu/thu-hoi.html", "tai-lieu/to-gap-cu.html"])
def test_axe_finds_nothing_on_pages_of_what_is_gone_or_moved(
    open_visit: OpenVisit, hostile_site: Path, address: str
) -> None:
    """Who follows an old link is told where to go, by a page that is as good as any other."""
    page = open_visit(hostile_site, viewport=DESK).go(address)

    assert violations_at_desk_and_on_phone(page) == []


@pytest.mark.parametrize(
    ("sheet", "where"),
    [
        ("", set()),
        ("label { color: #767676 }", set()),  # 4.54 to one
        ("label { color: #777777 }", STATES),  # 4.48
        ("p { color: #767676 }", STATES),  # for body text has to have seven
        ("div { background: #999 } p { color: #555; background: #fff8 }", STATES),
        ("input::placeholder { color: #999 }", STATES),
        ("label::after { content: 'mới'; color: #999 }", STATES),
        ("summary + p { color: #999 }", STATES),
        ("a:visited { color: #999 }", {"visited"}),
        ("a:hover { color: #999 }", {"pointed at"}),
        ("a:focus { color: #999 }", {"focused"}),
        ("a { color: #999 } a:focus { color: #000 }", STATES - {"focused"}),
    ],
)
def test_faint_text_is_found(chromium: Browser, sheet: str, where: set[str]) -> None:
    """Whoever reckons contrast wrongly finds every page in order."""
    usual = f"a, input::placeholder {{ color: #000 }} {sheet}"
    page = chromium.new_page()
    page.set_content(f"<style>{usual}</style>{SOME_TEXTS}")

    found = [{state for state in in_each_state(page, usual) if faint(page)} for _ in range(2)]
    page.close()

    assert found == [where, where]


@pytest.mark.parametrize("kind", KINDS)
def test_all_text_stands_out(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """Old eyes and bright sun take away contrast: what is read as text has seven to one."""
    sheet = (real_site / "assets" / "stylesheets" / "site.css").read_text(encoding="utf-8")
    page = open_visit(real_site, viewport=DESK).go(KINDS[kind])

    found = {state: faint(page) for state in in_each_state(page, sheet)}
    page.set_viewport_size(PHONE)
    found |= {f"{state}, phone": faint(page) for state in in_each_state(page, sheet)}

    assert {state: those for state, those in found.items() if those} == {}


@pytest.mark.parametrize("place", ["real_site", "hostile_site"])
def test_no_page_scrolls_sideways(
    open_visit: OpenVisit, place: str, request: pytest.FixtureRequest
) -> None:
    """Text must not run out of a page that somebody reads on what they can afford.

    Nor pull every line to and fro in the letters that weak eyes choose. The hostile site has a word
    of eighty letters in every place that a template has.
    """
    site: Path = request.getfixturevalue(place)
    pages = longest_pages(site) | ({*KINDS.values()} if place == "real_site" else set())
    visit = open_visit(site, viewport=PHONE)

    assert too_wide(visit, sorted(pages)) == {}


def longest_pages(site: Path) -> set[str]:
    """The pages of each folder that hold most."""
    longest: list[Path] = []
    for folder in (site, *sorted(path for path in site.iterdir() if path.is_dir())):
        pages = sorted(folder.glob("*.html"), key=lambda path: path.stat().st_size)
        longest += pages[-MANY:]
    return {path.relative_to(site).as_posix() for path in longest}


def too_wide(visit: Visit, addresses: Iterable[str]) -> dict[tuple[str, int, str], int]:
    """The pages that reach beyond a screen, with its width and letters, and by how many pixels."""
    beyond = {}
    for address in addresses:
        page = visit.go(address)
        for size in (PHONE, SMALL_PHONE, TABLET):
            page.set_viewport_size(size)
            found = page.evaluate(SIDEWAYS_IN_EACH, LETTERS)
            for letters, pixels in zip(LETTERS, found, strict=True):
                beyond[address, size["width"], letters] = pixels
    return {place: pixels for place, pixels in beyond.items() if pixels > 0}


def chosen(size: str = "usual", contrast: str = "usual") -> str:
    """A script that puts a choice where an earlier visit would have left it."""
    told = f'{{"size":"{size}","contrast":"{contrast}"}}'
    return f"try {{ localStorage.setItem('cach-xem', '{told}'); }} catch (refused) {{}}"


@pytest.mark.parametrize("kind", SHOWN)
def test_text_twice_as_large_stays_whole(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """Who sets larger letters in the browser gets them, and loses no word."""
    page = open_visit(real_site, viewport=DESK).go(KINDS[kind])
    usual = page.evaluate(SIZES)

    fonts = {"standard": 32, "fixed": 26}  # twice the usual 16 and 13 pixels
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": fonts})

    larger = page.evaluate(SIZES)
    assert [now for now, then in zip(larger, usual, strict=True) if now[1] < GROWTH * then[1]] == []
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("kind", SHOWN)
def test_who_wants_no_motion_sees_none(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """Moving things make some people ill; their machine says so."""
    page = open_visit(real_site, reduced_motion="reduce").go(KINDS[kind])

    assert page.evaluate("() => document.getAnimations().length") == 0


@pytest.mark.parametrize("kind", SHOWN)
def test_who_chooses_the_colours_reads_everything(
    open_visit: OpenVisit, real_site: Path, kind: str
) -> None:
    """In the high contrast of the machine nothing may vanish."""
    page = open_visit(real_site, forced_colors="active").go(KINDS[kind])

    assert page.get_by_role("heading", level=1).is_visible()
    assert violations(page, ["cat.color"]) == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", ["home", "campaign", "finder"])
def test_the_focus_is_always_seen(
    open_visit: OpenVisit, real_site: Path, kind: str, size: ViewportSize
) -> None:
    """Who goes by keyboard must see where they are."""
    page = open_visit(real_site, viewport=size).go(KINDS[kind])
    unseen, steps = [], 0

    while steps < 200:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["ends"]:
            break
        steps += 1
        if not focus["seen"] or not (focus["ring"] or focus["shadow"]):
            unseen.append(focus["name"])

    assert steps > 10
    assert unseen == []


def test_the_first_key_leads_past_the_menu(open_visit: OpenVisit, real_site: Path) -> None:
    """Nobody should have to pass the same menu on every page."""
    visit = open_visit(real_site)
    page = visit.go(KINDS["campaign"])

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.locator("main :focus").count() == 1
