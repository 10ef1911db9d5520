"""What people come for, by keyboard alone: on a phone, at 400 % zoom, in the largest letters."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.pages import KINDS
from tests.browser.test_everyone_can_read import PHONE, SIDEWAYS, chosen
from tests.browser.visits import OpenVisit, Visit

pytestmark = pytest.mark.browser

ZOOMED = {"width": 320, "height": 256}  # what 400 % leave of a window of 1280 by 1024
EYES = {
    "on a phone": (PHONE, "usual"),
    "at 400 % zoom": (ZOOMED, "usual"),
    "on a phone, largest letters": (PHONE, "largest"),
    "at 400 % zoom, largest letters": (ZOOMED, "largest"),
}
IN_SIGHT = """one => {
    const box = one.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const middle = box.top + Math.min(box.height, innerHeight) / 2;
    const y = Math.min(Math.max(middle, 0), innerHeight - 1);
    const seen = document.elementFromPoint(x, y);
    return box.bottom > 0 && box.top < innerHeight && (one.contains(seen) || seen.contains(one));
}"""


@pytest.fixture(params=EYES)
def visit(request: pytest.FixtureRequest, open_visit: OpenVisit, real_site: Path) -> Visit:
    """A reader with a keyboard before a small or much enlarged page."""
    viewport, size = EYES[request.param]
    opened = open_visit(real_site, viewport=viewport)
    if size != "usual":
        opened.page.add_init_script(chosen(size))
    return opened


def reach(visit: Visit, wanted: Locator, key: str = "") -> None:
    """Go to something by Tab, see that it is in sight and uncovered, and press a key on it."""
    visit.press_tab_until(wanted)
    assert visit.page.locator(":focus").evaluate(IN_SIGHT), f"{wanted} is not seen"
    assert visit.page.evaluate(SIDEWAYS) <= 0
    if key:
        visit.page.keyboard.press(key)


def choose(visit: Visit, facet: str, value: str) -> None:
    """Go to a list of choices and down to one of them."""
    select = visit.page.locator(f"select[name={facet}]")
    reach(visit, select)
    for _ in range(select.locator("option").count()):
        visit.page.keyboard.press("ArrowDown")
        if select.input_value() == value:
            return
    raise AssertionError(f"arrows do not lead to {value}")


def test_from_home_to_the_number_for_a_commune(visit: Visit) -> None:
    """Who is in trouble and sees little still gets somebody on the telephone."""
    page = visit.go("index.html")
    main = page.get_by_role("main")

    reach(visit, main.get_by_role("link", name="Cà Mau", exact=True), "Enter")
    page.wait_for_url(re.compile("dia-phuong/ca-mau.html$"))
    reach(visit, main.get_by_role("link", name="Xã Tân Thuận", exact=True), "Enter")
    page.wait_for_url(re.compile("ca-mau-xa-tan-thuan.html$"))

    reach(visit, main.locator("a[href^='tel:']"))


def test_organisations_are_narrowed(visit: Visit) -> None:
    """Mediation teams of one province, chosen with arrows alone."""
    page = visit.go("to-chuc/index.html")

    reach(visit, page.locator("#loc"), "Enter")
    choose(visit, "tinh", "ca-mau")
    choose(visit, "loai", "to-hoa-giai")

    rows = page.locator("[data-narrowed] li > a")
    expect(rows.first).to_contain_text("Tổ hòa giải")
    reach(visit, rows)


def test_the_finder_is_answered(visit: Visit) -> None:
    """The answer comes into sight, and behind it the number to call."""
    page = visit.go(KINDS["finder"])

    reach(visit, page.locator("[name=cau-tuoi]"), "Space")
    page.keyboard.press("ArrowUp")
    reach(visit, page.locator("[data-show]"), "Enter")

    outcome = page.locator("[data-result] h2:focus")
    assert outcome.evaluate(IN_SIGHT)
    reach(visit, page.locator(".next a[href^='tel:']"))


def test_papers_are_ticked(visit: Visit) -> None:
    """Every paper is ticked and taken back, and its tick is seen."""
    page = visit.go(KINDS["procedure"])
    papers = page.get_by_role("checkbox")

    for paper in papers.all():
        reach(visit, paper, "Space")
        assert paper.is_checked()
    reach(visit, page.get_by_role("button", name="Bỏ mọi dấu"), "Enter")

    assert page.locator(".checklist :checked").count() == 0


def test_something_is_searched_for(visit: Visit) -> None:
    """From the box on any page, without marks, to the page that answers."""
    page = visit.go(KINDS["prose"])

    reach(visit, page.get_by_role("searchbox"))
    page.keyboard.type("nguoi khuyet tat")
    page.keyboard.press("Enter")
    found = page.locator("[data-found] > li > a")
    expect(found.first).to_be_visible()
    reach(visit, found, "Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("khuyết tật")


def test_letters_and_contrast_are_chosen(visit: Visit) -> None:
    """Who sees least must find the keys that help to see."""
    page = visit.go("index.html")

    reach(visit, page.locator(".viewing summary"), "Enter")
    for name in ("Rất lớn", "Cao"):
        reach(visit, page.get_by_role("button", name=name, exact=True), "Enter")

    assert page.locator(".viewing [aria-pressed=true]").all_inner_texts() == ["Rất lớn", "Cao"]
