"""Bulletins that a machine reads, and the folder for a stick, as browsers meet them on a disk."""

from pathlib import Path

import pytest

from tests.browser.other_browsers import firefox
from tests.browser.visits import OpenVisit
from tests.bulletin_sites import bulletin_site

pytestmark = pytest.mark.browser

PAGE = "ban-tin/mien-phi.html"
SOUND = "document.querySelector('main audio')"
PLAY = f"{SOUND}.muted = true, {SOUND}.play()"
HAS_PLAYED = f"{SOUND}.currentTime > 0.5"
LENGTH = f"{SOUND}.duration"


@pytest.fixture(scope="session")
def spoken_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose bulletins a machine said."""
    project = bulletin_site(tmp_path_factory.mktemp("spoken") / "project")
    run = project.run("speak")
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site


def test_chromium_plays_what_a_machine_says(open_visit: OpenVisit, spoken_site: Path) -> None:
    """An officer listens on a computer without a network before the square does."""
    page = open_visit(spoken_site).go(PAGE)

    page.evaluate(f"() => {{ {PLAY} }}")
    page.wait_for_function(f"() => {HAS_PLAYED}", timeout=10_000)

    assert 80 < page.evaluate(LENGTH) < 100
    assert page.get_by_text("Giọng máy đọc, không phải người thật").is_visible()


def test_firefox_plays_what_a_machine_says(
    spoken_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The other browser of commune offices plays it from a disk too."""
    with firefox(tmp_path_factory.mktemp("browser")) as reader:
        reader.begin(f"{spoken_site.as_uri()}/")
        reader.go(PAGE)
        reader.read(f"(function () {{ {PLAY}; return true; }}())")

        assert reader.wait_for(HAS_PLAYED)
        assert 80 < reader.read(LENGTH) < 100
        reader.leave()
        assert reader.faults == []


def test_every_file_of_the_stick_can_be_had_from_its_page(
    open_visit: OpenVisit, spoken_site: Path
) -> None:
    """No link of the page leads nowhere, for whoever takes the files one by one."""
    page = open_visit(spoken_site).go("ban-tin/mang-di--usb.html")

    ways = page.locator("main a[href*='truyen-thanh/']").evaluate_all("all => all.map(a => a.href)")

    assert len(ways) > 10
    assert all(Path(way.removeprefix("file://")).is_file() for way in ways)


def test_the_schedule_on_the_stick_is_readable_alone(
    open_visit: OpenVisit, spoken_site: Path, tmp_path: Path
) -> None:
    """Copied to a stick, the sheet opens by itself, and its links play what lies beside it."""
    stick = tmp_path / "truyen-thanh"
    stick.symlink_to(spoken_site / "truyen-thanh")
    page = open_visit(stick).go("LICH_PHAT.html")

    assert page.get_by_role("heading", level=1).inner_text() == "Lịch phát thanh"
    assert page.locator("table").count() == 62
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
