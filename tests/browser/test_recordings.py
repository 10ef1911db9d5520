"""Sound and film that a material offers."""

from pathlib import Path

import pytest

from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", ["audio", "video"])
@pytest.mark.parametrize("place", ["hostile_site", "served_hostile_site"])
def test_a_recording_plays(
    open_visit: OpenVisit, place: str, kind: str, request: pytest.FixtureRequest
) -> None:
    """A loudspeaker officer takes the site on a memory card and plays it where no network is."""
    page = open_visit(request.getfixturevalue(place)).go("tai-lieu/to-gap.html")
    recording = page.locator(f"main {kind}[controls]")

    recording.evaluate("one => { one.muted = true; return one.play(); }")
    page.wait_for_function(
        f"() => document.querySelector('main {kind}').currentTime > 0", timeout=5000
    )

    assert recording.evaluate("one => one.error") is None


def test_nothing_is_fetched_before_somebody_plays(
    open_visit: OpenVisit, hostile_site: Path
) -> None:
    """Data costs money: a recording is loaded when it is wanted."""
    page = open_visit(hostile_site).go("tai-lieu/to-gap.html")

    states = page.locator("audio, video").evaluate_all("all => all.map(one => one.readyState)")

    assert states == [0, 0]
