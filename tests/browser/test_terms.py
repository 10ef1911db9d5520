"""Terms explained in place: pressed, read and put away, by finger and by key, or followed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.hostile import attack
from tests.browser.test_everyone_can_read import DESK, PHONE, SIDEWAYS, violations
from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser

PROCEDURE = "thu-tuc/yeu-cau-tro-giup-phap-ly.html"
OFFICER = "giai-thich-tu-ngu/tro-giup-vien-phap-ly.html"
MEANING = "Người có bằng luật"
DRESS = "link => getComputedStyle(link).textDecorationLine"


def focused(page: Page) -> str:
    """What the keyboard stands on."""
    text: str = page.evaluate("document.activeElement.textContent")
    return " ".join(text.split())


def test_a_pressed_term_is_explained_below_its_paragraph(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """Who meets a hard word reads on a moment later, on the same page."""
    page = open_visit(base, viewport=PHONE).go(PROCEDURE)
    box = page.get_by_role("group", name="Trợ giúp viên pháp lý")
    assert box.is_hidden()

    page.get_by_role("link", name="trợ giúp viên pháp lý").click()

    assert MEANING in box.inner_text()
    assert page.url.endswith(PROCEDURE)
    assert box.evaluate("box => box.previousElementSibling.className") == "lead"
    assert page.evaluate(SIDEWAYS) <= 0
    assert violations(page) == []


def test_a_second_term_takes_the_place_of_the_first(open_visit: OpenVisit, real_site: Path) -> None:
    """Meanings do not pile up between the lines."""
    page = open_visit(real_site, viewport=DESK).go(PROCEDURE)
    first, second = (page.locator("a.term").nth(at) for at in (0, 1))

    first.click()
    second.click()

    assert page.locator(".meaning:visible").count() == 1
    assert [one.get_attribute("aria-expanded") for one in (first, second)] == ["false", "true"]


def test_keys_open_and_close_a_meaning(open_visit: OpenVisit, real_site: Path) -> None:
    """Without a mouse a reader is led into the meaning, and back to the very word."""
    visit = open_visit(real_site)
    page = visit.go(PROCEDURE)
    term = page.locator("a.term").first
    visit.press_tab_until(term)

    page.keyboard.press("Enter")
    inside = focused(page)
    page.keyboard.press("Escape")

    assert MEANING in inside
    assert focused(page) == "trợ giúp viên pháp lý"
    assert term.get_attribute("aria-expanded") == "false"
    assert page.locator(".meaning:visible").count() == 0


def test_the_button_closes_and_the_link_leads_on(open_visit: OpenVisit, real_site: Path) -> None:
    """Who has read enough goes back to the text, who has not reads the whole page of the term."""
    page = open_visit(real_site).go(PROCEDURE)
    term = page.locator("a.term").first

    term.click()
    page.get_by_role("button", name="Đóng").click()
    after_closing = focused(page)
    term.click()
    page.get_by_role("link", name="Đọc thêm").click()

    assert after_closing == "trợ giúp viên pháp lý"
    assert page.url.endswith(OFFICER)
    assert MEANING in page.locator(".lead").inner_text()


def test_without_script_a_term_leads_to_its_page(open_visit: OpenVisit, real_site: Path) -> None:
    """An old terminal with scripts off explains as much, one page further."""
    page = open_visit(real_site, java_script_enabled=False).go(PROCEDURE)

    page.get_by_role("link", name="trợ giúp viên pháp lý").click()

    assert page.url.endswith(OFFICER)


def test_paper_shows_plain_text(open_visit: OpenVisit, real_site: Path) -> None:
    """Nobody can press a word on paper, so it looks like any other."""
    page = open_visit(real_site).go(PROCEDURE)
    page.locator("a.term").first.click()

    page.emulate_media(media="print")

    assert set(page.locator("a.term").evaluate_all(f"all => all.map({DRESS})")) == {"none"}
    assert page.locator(".meaning").is_hidden()


def test_a_hostile_meaning_is_shown_as_text(open_visit: OpenVisit, hostile_site: Path) -> None:
    """What an author wrote into a meaning is read, not run, when the script shows it."""
    page = open_visit(hostile_site).go("dien-duoc-tro-giup/dien.html")

    page.locator("a.term").first.click()

    shown = page.locator(".meaning").inner_text()
    assert attack("từ") in shown
    assert attack("nghĩa của từ") in shown
    assert page.title() != "x"


def test_a_letter_leads_to_its_terms(open_visit: OpenVisit, real_site: Path) -> None:
    """Who knows how a word begins is there with one touch."""
    page = open_visit(real_site, viewport=PHONE).go("giai-thich-tu-ngu/index.html")

    page.get_by_role("link", name="K", exact=True).click()

    box = page.get_by_role("link", name="Khiếu nại").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < PHONE["height"]
