"""What a reader on a weak line waits for."""

from pathlib import Path

import pytest
from playwright.sync_api import Request, Route, ViewportSize

from tests.browser.pages import KINDS
from tests.browser.test_everyone_can_read import DESK, PHONE
from tests.browser.visits import OpenVisit
from tests.conftest import ROOT
from tests.weights import (
    FIRST_VIEW,
    NEXT_PAGE,
    first_view,
    next_page,
    opened_by,
    record_pages,
)

CONTENT = ROOT / "content"
MOST_SHIFT = 0.02  # of the screen, times how far; 0.1 is called good
SCRIPTS = "**/assets/javascripts/*.js"
FIRST = "/viewing.js"  # a page is painted in the letters that its reader chose, never before
WATCH = """() => {
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries()))
        .observe({type: "layout-shift", buffered: true});
}"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
FIVE_SECONDS_LATER = "() => document.getAnimations().forEach(one => one.finish())"
SHIFT = """async () => {
    await new Promise(then => requestAnimationFrame(() => setTimeout(then, 200)));
    return shifts.reduce((sum, one) => sum + one.value, 0);
}"""


def test_a_first_view_is_light(real_site: Path) -> None:
    """Who follows a link of a friend on a weak line sees the page before giving up."""
    weights = {page: first_view(real_site, page) for page in record_pages(CONTENT, real_site)}

    assert len(weights) > 300
    assert {page: bytes for page, bytes in weights.items() if bytes > FIRST_VIEW} == {}


def test_the_next_page_is_lighter_still(real_site: Path) -> None:
    """Reading on costs a reader who pays by the megabyte little more than the words."""
    weights = {page: next_page(real_site, page) for page in record_pages(CONTENT, real_site)}

    heavy = {page: bytes for page, bytes in weights.items() if bytes > NEXT_PAGE}
    assert heavy == {}


@pytest.mark.browser
def test_a_record_opens_what_its_page_names(open_visit: OpenVisit, real_site: Path) -> None:
    """A script that opened more would weigh on readers, and on no scale here."""
    visit = open_visit(real_site)
    records = {*record_pages(CONTENT, real_site)} & {*KINDS.values()}
    opened: list[str] = []

    def note(request: Request) -> None:
        if request.url.startswith(visit.base):
            opened.append(request.url.removeprefix(visit.base))

    visit.page.on("request", note)

    assert len(records) > 10
    for page in sorted(records):
        opened.clear()
        visit.go(page)
        assert page in opened
        assert {*opened} <= opened_by(real_site, page)


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_what_comes_late_pushes_nothing_away(
    open_visit: OpenVisit, real_site: Path, size: ViewportSize
) -> None:
    """On a weak line scripts come when somebody already reads, or is just about to touch a link."""
    page = open_visit(real_site, viewport=size).page
    waiting: list[Route] = []
    painted: list[str] = []
    shifts = {}

    def hold(route: Route) -> None:
        if page.url in painted or route.request.url.endswith(FIRST):
            route.continue_()
        else:
            waiting.append(route)

    page.add_init_script(f"({WATCH})()")
    page.route(SCRIPTS, hold)

    for kind in sorted(KINDS):
        page.goto("about:blank")  # a place on the same page would be no new one
        page.goto(f"{real_site.as_uri()}/{KINDS[kind]}", wait_until="commit")
        page.wait_for_function(PAINTED)
        painted.append(page.url)
        while waiting:
            waiting.pop().continue_()
        page.wait_for_load_state()
        shifts[kind] = page.evaluate(SHIFT)

    assert {kind: shift for kind, shift in shifts.items() if shift > MOST_SHIFT} == {}


@pytest.mark.browser
def test_a_place_that_no_script_fills_does_not_stay(open_visit: OpenVisit, real_site: Path) -> None:
    """In a copy that lacks files nobody looks at a gap, or misses what is offered in its place."""
    visit = open_visit(real_site)
    visit.page.route("**/*.js", lambda route: route.fulfill(body=""))

    finder = visit.go(KINDS["finder"]).locator("[data-finder]")
    before = finder.evaluate("one => one.offsetHeight")
    visit.page.evaluate(FIVE_SECONDS_LATER)
    after = finder.evaluate("one => one.offsetHeight")
    search = visit.go(KINDS["search"])
    search.evaluate(FIVE_SECONDS_LATER)

    assert before > 500
    assert after == 0
    assert search.locator("[data-without-script]").is_visible()
    assert search.get_by_role("heading", name="Tra theo danh sách").is_visible()
