"""Pages on paper, for the notice board of a village."""

import re
from pathlib import Path

import pytest

from tests.browser.pages import KINDS
from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser

RECORDS = [
    "procedure",
    "campaign",
    "plan",
    "plan by time",
    "plan by agency",
    "document",
    "agency",
    "leaflet",
    "questions and answers",
]
A4 = rb"/MediaBox \[0 0 59[45]\S* 84[12]\S*\]"  # in points
LEAST_WORDS = 8  # a title and something below it
SHEET = rb"/Type\s*/Page\b"


@pytest.mark.parametrize("kind", RECORDS)
def test_paper_leaves_out_the_menu_and_keeps_the_sources(
    open_visit: OpenVisit, real_site: Path, kind: str
) -> None:
    """A menu is of no use on paper; where a fact comes from and when it was looked at, is."""
    page = open_visit(real_site).go(KINDS[kind])

    page.emulate_media(media="print")

    menus = page.locator("nav:not(main nav)").all()
    assert menus
    assert [menu.inner_text() for menu in menus if menu.is_visible()] == []
    assert page.get_by_role("heading", name="Nguồn").last.is_visible()
    assert page.get_by_text(re.compile(r"đối chiếu ngày \d", re.IGNORECASE)).first.is_visible()


@pytest.mark.parametrize("kind", ["plan", "plan by time", "leaflet"])
def test_a_page_prints_on_a4(open_visit: OpenVisit, real_site: Path, kind: str) -> None:
    """An officer prints a plan or hands out a leaflet on the paper that every office has."""
    page = open_visit(real_site).go(KINDS[kind])

    printed = page.pdf(format="A4")

    assert len(re.findall(SHEET, printed)) == len(re.findall(A4, printed)) > 0


def test_no_page_is_empty_on_paper(open_visit: OpenVisit, real_site: Path) -> None:
    """Whoever prints the page before them gets what it says, whichever page it is."""
    visit = open_visit(real_site)
    visit.page.emulate_media(media="print")
    words = {kind: visit.go(KINDS[kind]).locator("main").inner_text() for kind in KINDS}

    assert {kind: those for kind, those in words.items() if len(those.split()) < LEAST_WORDS} == {}
