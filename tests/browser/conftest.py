"""A browser, two built sites, and visits that end by looking at what went wrong on the way."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks import browser
from tests.browser.hostile import write_hostile_content
from tests.browser.projects import build, chrome_of_the_project
from tests.browser.recordings import a_second_of_film, a_second_of_sound
from tests.browser.visits import OpenVisit, Visit, watched
from tests.conftest import Project


def chromium_of_this_machine() -> str:
    """The browser that .ci/setup-browser sees to."""
    found = browser.chromium()
    if not found:
        pytest.fail("No Chromium was found: run the tests with `make test`.", pytrace=False)
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    executable = chromium_of_this_machine()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=browser.FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def real_site(built_real: Project) -> Path:
    """The site of the real content."""
    return built_real.site


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Path:
    """A site of records whose every text tries to be HTML."""
    root = chrome_of_the_project(tmp_path_factory.mktemp("hostile") / "project")
    write_hostile_content(root / "content", a_second_of_sound(), a_second_of_film(chromium))
    return build(root, root / "site")


@pytest.fixture(scope="session")
def served_site(real_site: Path) -> Iterator[str]:
    """The address of the real site on a web server."""
    with browser.served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def served_hostile_site(hostile_site: Path) -> Iterator[str]:
    """The address of the hostile site on a web server."""
    with browser.served(hostile_site) as address:
        yield address


@pytest.fixture
def open_visit(chromium: Browser) -> Iterator[OpenVisit]:
    """Opens visits, each with a fresh memory, and ends them when the test ends.

    A visit fails its test by any request that leaves the site, any word in the console, any
    failed file, any script fault and any dialog. Options are those of a Playwright context.
    """
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def open_one(base: Path | str, **options: Any) -> Visit:
        contexts.append(chromium.new_context(**options))
        start = f"{base.as_uri()}/" if isinstance(base, Path) else base
        visits.append(watched(contexts[-1], start))
        return visits[-1]

    yield open_one
    for context in contexts:
        context.close()
    assert [fault for visit in visits for fault in visit.faults] == []


@pytest.fixture(params=["from disk", "from the web"])
def base(request: pytest.FixtureRequest) -> Path | str:
    """Where the real site begins, both ways in which people read it."""
    wanted = {"from disk": "real_site", "from the web": "served_site"}[request.param]
    place: Path | str = request.getfixturevalue(wanted)
    return place
