"""The site with an English interface, in a browser."""

from pathlib import Path

import pytest

from tests.browser.pages import KINDS
from tests.browser.test_everyone_can_read import PHONE, SHOWN, too_wide, violations
from tests.browser.visits import OpenVisit
from tests.conftest import ROOT, make_project
from tests.test_languages import speaks

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def english_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with an English interface."""
    project = make_project(tmp_path_factory.mktemp("english"), ROOT / "content")
    speaks(project.root, "en")
    run = project.run("build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site


def test_english_pages_serve_every_reader(open_visit: OpenVisit, english_site: Path) -> None:
    """Words of another length must not push anything out of its place, nor lose a name."""
    visit = open_visit(english_site, viewport=PHONE)

    found = {kind: violations(visit.go(KINDS[kind])) for kind in SHOWN}

    assert {kind: those for kind, those in found.items() if those} == {}
    assert too_wide(visit, [KINDS[kind] for kind in SHOWN]) == {}


def test_the_number_is_found_in_english(open_visit: OpenVisit, english_site: Path) -> None:
    """A visitor asks in Vietnamese without marks, and is answered in English."""
    visit = open_visit(english_site, viewport=PHONE)
    page = visit.go("index.html")

    page.get_by_role("searchbox").fill("tro giup phap ly")
    page.get_by_role("button", name="Search").click()

    page.locator("[data-found] > li").first.wait_for()
    assert "best pages" in page.locator("[data-count]").inner_text()
    page.get_by_role("link", name="Whom to call?").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Whom to call where I live?"
