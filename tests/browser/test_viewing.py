"""Larger letters and higher contrast, which readers choose under "Cách xem"."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, ViewportSize

from tests.browser.pages import KINDS
from tests.browser.test_everyone_can_read import (
    PHONE,
    SHOWN,
    chosen,
    violations,
)
from tests.browser.visits import OpenVisit, Visit

pytestmark = pytest.mark.browser

DESK = ViewportSize(width=1280, height=800)
A_PAGE = 50  # elements that a whole page has at least
ENHANCED = ["color-contrast-enhanced", "color-contrast"]  # 7:1, for large letters 4.5:1
KEPT = "() => localStorage.getItem('cach-xem')"
LETTERS = "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
GROUND = "() => getComputedStyle(document.body).backgroundColor"
PRESSED = ".viewing [aria-pressed=true]"
KEEPS_NOTHING = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('refused', 'SecurityError'); },
});"""
# Where all that is seen stands, and every property it is painted with. Two pictures would differ
# by a pixel when one was taken while the machine was busy.
LOOK = """() => {
    document.getAnimations().forEach(one => one.finish());
    const painted = (one, part) => [...getComputedStyle(one, part)]
        .filter(name => !name.startsWith('--'))
        .map(name => name + ': ' + getComputedStyle(one, part).getPropertyValue(name));
    return [...document.body.querySelectorAll('*')]
        .filter(one => one.checkVisibility() && one.getClientRects().length)
        .map(one => {
            const { x, y, width, height } = one.getBoundingClientRect();
            const parts = [null, '::before', '::after'].map(part => painted(one, part));
            return [one.localName, x, y + scrollY, width, height, parts.flat().join('; ')];
        });
}"""
FIRST_PAINTED = """() => {
    const head = [...document.head.children];
    const script = head.find(one => (one.src || '').endsWith('/viewing.js'));
    return !script.defer && !script.async && head.indexOf(script)
        < head.findIndex(one => one.rel === 'stylesheet');
}"""


def opened(open_visit: OpenVisit, base: Path | str, script: str, viewport: ViewportSize) -> Visit:
    """A visit of somebody who has chosen before."""
    visit = open_visit(base, viewport=viewport)
    visit.page.add_init_script(script)
    return visit


def key(page: Page, group: str, name: str) -> Locator:
    """One of the keys of the panel, by the names that a screen reader tells."""
    return page.get_by_role("group", name=group).get_by_role("button", name=name, exact=True)


def test_letters_grow_by_keyboard_and_stay_so(open_visit: OpenVisit, base: Path | str) -> None:
    """Who chose large letters once reads every page in them, on a disk as on the web."""
    visit = open_visit(base, viewport=PHONE)
    page = visit.go("index.html")
    usual = page.evaluate(LETTERS)

    visit.press_tab_until(page.locator(".viewing summary"))
    page.keyboard.press("Enter")
    visit.press_tab_until(key(page, "Cỡ chữ", "Rất lớn"))
    page.keyboard.press("Space")

    assert page.evaluate(LETTERS) >= 1.5 * usual
    assert page.locator(PRESSED).all_inner_texts() == ["Rất lớn", "Thường"]
    visit.go(KINDS["prose"])
    assert page.evaluate(LETTERS) >= 1.5 * usual


def test_contrast_is_chosen_and_taken_back(open_visit: OpenVisit, base: Path | str) -> None:
    """A choice must be as easily undone, and then nothing of it stays on the machine."""
    page = open_visit(base).go("index.html")
    usual = page.evaluate(GROUND)
    page.locator(".viewing summary").click()

    key(page, "Tương phản", "Cao").click()
    high, kept = page.evaluate(GROUND), page.evaluate(KEPT)
    key(page, "Tương phản", "Thường").click()

    assert (high, kept) == ("rgb(255, 255, 255)", '{"contrast":"high"}')
    assert (page.evaluate(GROUND), page.evaluate(KEPT)) == (usual, None)


def test_the_panel_makes_way(open_visit: OpenVisit, real_site: Path) -> None:
    """It lies over the page: open, it would hide where the keyboard goes next."""
    visit = open_visit(real_site)
    page = visit.go("index.html")
    panel = page.locator(".viewing__panel")

    visit.press_tab_until(page.locator(".viewing summary"))
    page.keyboard.press("Enter")
    assert panel.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.locator(".viewing summary:focus").count() == 1
    page.keyboard.press("Enter")
    visit.press_tab_until(page.locator(".menu a"))

    assert not panel.is_visible()


def test_a_browser_that_keeps_nothing_still_changes_the_page(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Some browsers refuse memory to pages from a disk; the page before one's eyes can change."""
    page = opened(open_visit, real_site, KEEPS_NOTHING, PHONE).go("index.html")
    usual = page.evaluate(LETTERS)
    page.locator(".viewing summary").click()

    key(page, "Cỡ chữ", "Lớn").click()

    assert page.evaluate(LETTERS) > usual


def test_what_is_no_choice_of_ours_is_not_believed(open_visit: OpenVisit, real_site: Path) -> None:
    """Other pages on the same disk share this memory, and may have put anything there."""
    page = opened(open_visit, real_site, chosen("huge", "<b>"), PHONE).go("index.html")

    assert page.locator(PRESSED).evaluate_all("all => all.map(one => one.value)") == ["usual"] * 2


def test_nothing_flashes(open_visit: OpenVisit, real_site: Path) -> None:
    """A page that is painted and then changes makes readers lose their place."""
    page = open_visit(real_site).go("index.html")

    assert page.evaluate(FIRST_PAINTED)


def test_without_script_there_is_no_dead_key(open_visit: OpenVisit, real_site: Path) -> None:
    """A key that does nothing is worse than none."""
    page = open_visit(real_site, java_script_enabled=False).go("index.html")

    assert not page.locator(".viewing").is_visible()


@pytest.mark.parametrize("kind", SHOWN)
def test_high_contrast_is_high_everywhere(
    open_visit: OpenVisit, real_site: Path, kind: str
) -> None:
    """Seven to one, for every letter on every ground."""
    page = opened(open_visit, real_site, chosen(contrast="high"), DESK).go(KINDS[kind])
    page.locator(".viewing summary").click()

    assert violations(page, ENHANCED) == []


def test_a_machine_set_to_more_contrast_gets_it_unasked(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Who told the machine tells no page again; but may still choose otherwise for this site."""
    page = open_visit(real_site, contrast="more").go("index.html")
    unasked = page.evaluate(GROUND), page.locator(PRESSED).last.text_content()

    page.locator(".viewing summary").click()
    key(page, "Tương phản", "Thường").click()

    assert unasked == ("rgb(255, 255, 255)", "Cao")
    assert page.evaluate(GROUND) != unasked[0]


@pytest.mark.parametrize("kind", SHOWN)
def test_largest_letters_in_high_contrast_serve_every_reader(
    open_visit: OpenVisit, real_site: Path, kind: str
) -> None:
    """Both together are what the weakest eyes choose."""
    page = opened(open_visit, real_site, chosen("largest", "high"), PHONE).go(KINDS[kind])
    page.locator(".viewing summary").click()

    assert violations(page) == []


def test_colours_of_the_machine_come_before_ours(open_visit: OpenVisit, real_site: Path) -> None:
    """Who chose colours for every program is not given ours instead."""
    visit = open_visit(real_site, forced_colors="active")
    visit.page.add_init_script(chosen("largest", "high"))
    page = visit.go(KINDS["campaign"])
    page.locator(".viewing summary").click()

    assert page.locator(".viewing__panel").is_visible()
    assert violations(page, ["cat.color"]) == []


@pytest.mark.parametrize("kind", ["leaflet", "procedure"])
def test_paper_is_the_same_for_all(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """What hangs on the wall does not depend on the eyes of who printed it."""
    plain = open_visit(real_site).go(KINDS[kind])
    large = opened(open_visit, real_site, chosen("largest", "high"), DESK).go(KINDS[kind])

    looks = []
    for page in (plain, large):
        page.set_viewport_size(DESK)
        page.emulate_media(media="print")
        looks.append(page.evaluate(LOOK))

    assert len(looks[0]) > A_PAGE
    assert looks[0] == looks[1]
