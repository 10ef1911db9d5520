"""Procedures and rosters as people use them: a list to tick, paper to print, no script needed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_everyone_can_read import (
    DESK,
    PHONE,
    SIDEWAYS,
    violations_at_desk_and_on_phone,
)
from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser

PROCEDURE = "thu-tuc/yeu-cau-tro-giup-phap-ly.html"
OTHER = "thu-tuc/rut-yeu-cau-tro-giup-phap-ly.html"
COMPARISON = "danh-muc/so-sanh--trinh-dien-tu-sach-2025--voi--trinh-dien-tu-sach-2026.html"
PAGES = {
    "catalogue": "thu-tuc/index.html",
    "view": "thu-tuc/linh-vuc--tro-giup-phap-ly.html",
    "procedure": PROCEDURE,
    "decisions": "danh-muc/index.html",
    "decision": "danh-muc/trinh-dien-tu-sach-2026.html",
    "comparison": COMPARISON,
    "persons": "nguoi-thuc-hien/index.html",
    "person": "nguoi-thuc-hien/nth-cm-01.html",
    "rosters": "lich-truc/index.html",
    "roster": "lich-truc/truc-toa-an-mau-ca-mau.html",
    "calls": "thong-bao-lua-chon/index.html",
    "call": "thong-bao-lua-chon/moi-to-chuc-mau-can-tho-2026.html",
    "standard": "chuan-tiep-can/chuan-tiep-can-phap-luat-2022.html",
    "results": "ket-qua-chuan/index.html",
    "result": "ket-qua-chuan/xa-tan-thuan-2025.html",
}
SHEET = rb"/Type\s*/Page\b"
INK_IN_A_BOX = """box => {
    const style = getComputedStyle(box);
    return [style.appearance, style.borderTopStyle, style.backgroundImage];
}"""


def ticked(page: Page) -> list[bool]:
    """Which papers bear a tick."""
    return [box.is_checked() for box in page.get_by_role("checkbox").all()]


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """The pages that people need most urgently serve every eye and hand."""
    page = open_visit(real_site, viewport=DESK).go(PAGES[kind])

    assert violations_at_desk_and_on_phone(page) == []
    assert page.evaluate(SIDEWAYS) <= 0


def test_ticks_stay_on_this_machine(open_visit: OpenVisit, base: Path | str) -> None:
    """Papers are gathered over days: what was ticked is still ticked, and for this page only."""
    visit = open_visit(base, viewport=PHONE)
    page = visit.go(PROCEDURE)

    page.get_by_text("Giấy tờ, tài liệu về vụ việc", exact=True).click()
    page.reload()
    after = ticked(page)
    elsewhere = ticked(visit.go(OTHER))

    assert after == [False, False, True]
    assert True not in elsewhere


def test_all_ticks_can_be_taken_away(open_visit: OpenVisit, base: Path | str) -> None:
    """The next person at the same phone starts with an empty list, and nothing is left behind."""
    page = open_visit(base).go(PROCEDURE)
    clear = page.get_by_role("button", name="Bỏ mọi dấu")
    assert clear.is_hidden()
    page.get_by_role("checkbox").first.check()

    clear.click()

    assert set(ticked(page)) == {False}
    assert clear.is_hidden()
    assert page.evaluate("() => document.activeElement.type") == "checkbox"
    assert page.evaluate("() => localStorage.length") == 0


def test_the_list_is_ticked_by_keyboard(open_visit: OpenVisit, real_site: Path) -> None:
    """Who uses no mouse ticks too."""
    visit = open_visit(real_site)
    page = visit.go(PROCEDURE)
    box = page.get_by_role("checkbox").nth(1)

    visit.press_tab_until(box)
    page.keyboard.press("Space")
    visit.press_tab_until(page.get_by_role("button", name="Bỏ mọi dấu"))

    assert box.is_checked()


def test_a_browser_that_keeps_nothing_still_ticks(open_visit: OpenVisit, real_site: Path) -> None:
    """In a private window or on a locked-down machine the page works and says nothing of it."""
    visit = open_visit(real_site)
    refuse = "Storage.prototype.{0} = () => {{ throw new DOMException('no', 'SecurityError') }};"
    names = ("getItem", "setItem", "removeItem")
    visit.page.add_init_script("".join(refuse.format(name) for name in names))
    page = visit.go(PROCEDURE)

    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Bỏ mọi dấu").click()

    assert set(ticked(page)) == {False}


def test_what_is_no_list_of_ours_is_not_believed(open_visit: OpenVisit, real_site: Path) -> None:
    """Another page of the same disk may have left anything under our name."""
    visit = open_visit(real_site)
    page = visit.go(PROCEDURE)
    for stored in ('{"length": 9}', "không phải JSON", "7"):
        page.evaluate("one => localStorage.setItem('giay-to:' + location.pathname, one)", stored)

        page.reload()

        assert set(ticked(page)) == {False}


def test_a_paper_that_has_another_name_is_not_ticked(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """A tick belongs to a paper, not to a place in the list, which the next edition may change."""
    page = open_visit(real_site).go(PROCEDURE)
    page.evaluate("() => localStorage.setItem('giay-to:' + location.pathname, '[\"Giấy khác\"]')")

    page.reload()

    assert set(ticked(page)) == {False}


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_needs_a_script(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """Old machines and careful readers run none: everything is there, and boxes still tick."""
    page = open_visit(real_site, java_script_enabled=False).go(PAGES[kind])

    assert page.get_by_role("heading", level=1).is_visible()
    if kind == "procedure":
        page.get_by_role("checkbox").first.check()
        assert page.get_by_role("main").get_by_role("button").count() == 0


@pytest.mark.parametrize("kind", ["procedure", "comparison", "roster"])
def test_pages_print_on_a4(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """An officer hands the list over the counter; the notice board takes the roster."""
    page = open_visit(real_site).go(PAGES[kind])

    assert re.findall(SHEET, page.pdf(format="A4"))


def test_paper_shows_empty_boxes(open_visit: OpenVisit, real_site: Path) -> None:
    """A printed list is ticked with a pen, whatever was ticked on the screen."""
    page = open_visit(real_site).go(PROCEDURE)
    page.get_by_role("checkbox").first.check()

    page.emulate_media(media="print")

    drawn = [box.evaluate(INK_IN_A_BOX) for box in page.get_by_role("checkbox").all()]
    assert drawn == [["none", "solid", "none"]] * 3
    assert page.get_by_role("button").count() == 0


def test_a_roster_leads_to_its_file_and_to_whom_to_call(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """A relative puts the day into the phone's calendar, and sees who sends people there.

    The centre is a demonstration: its number is read, never called.
    """
    page = open_visit(real_site).go(PAGES["roster"])

    file = page.get_by_role("link", name="Thêm vào lịch").get_attribute("href") or ""

    assert (real_site / "lich-truc" / file.rpartition("/")[2]).is_file()
    assert page.locator("main dl").get_by_text("0290 000").count() > 0
    assert page.locator("main a[href^='tel:']").count() == 0
