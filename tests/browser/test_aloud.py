"""Pages that read themselves aloud, where a Vietnamese voice is on the machine."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import KINDS
from tests.browser.test_everyone_can_read import violations
from tests.browser.visits import OpenVisit, Visit
from tests.conftest import Project

pytestmark = pytest.mark.browser

HERE = '{lang: "vi-VN", localService: true}'
HERE_ON_ANDROID = '{lang: "vi_VN", localService: true}'
REMOTE = '{lang: "vi-VN", localService: false}'
FOREIGN = '{lang: "en-US", localService: true}'
SAID = "() => said"
FINISH = "() => speechSynthesis.finish()"
READ = ("campaign", "leaflet", "questions and answers", "group", "procedure")
MOST_SENTENCES = 500


def machine(*voices: str) -> str:
    """A script that gives the browser these voices; what they say is noted in `said`."""
    return f"""(() => {{
        let now = null;
        window.said = [];
        window.SpeechSynthesisUtterance = function (text) {{ this.text = text; }};
        Object.defineProperty(window, 'speechSynthesis', {{value: {{
            voices: [{", ".join(voices)}],
            getVoices() {{ return this.voices; }},
            speak(one) {{ now = one; said.push(one.text); }},
            cancel() {{ now = null; }},
            isSilent() {{ return now === null; }},
            finish() {{ const one = now; now = null; one.onend(); }},
            fail() {{ now.onerror(); }},
        }}}});
    }})();"""


def opened(open_visit: OpenVisit, site: Path | str, address: str, *voices: str) -> Visit:
    """A visit to a page on a machine with these voices."""
    visit = open_visit(site)
    visit.page.add_init_script(machine(*voices))
    visit.go(address)
    return visit


def key(page: Page, name: str) -> Locator:
    """A key by the name that a screen reader tells."""
    return page.locator("[data-aloud]").get_by_role("button", name=name, exact=True)


def told(page: Page) -> str:
    """What a screen reader is told of the state."""
    return page.locator("[data-aloud] [role=status]").inner_text()


def begin(page: Page) -> None:
    """Have the page read; the script that reads comes only now."""
    key(page, "Đọc to").click()
    page.wait_for_function("() => said.length")


def read_all(page: Page) -> list[str]:
    """All that is said from the first key on."""
    begin(page)
    for _ in range(MOST_SENTENCES):
        if page.evaluate("() => speechSynthesis.isSilent()"):
            break
        page.evaluate(FINISH)
    said: list[str] = page.evaluate(SAID)
    return said


@pytest.mark.parametrize(
    "voices",
    [(), (REMOTE,), (FOREIGN,), (FOREIGN, REMOTE)],
    ids=["none", "remote", "foreign", "foreign and remote"],
)
def test_without_a_vietnamese_voice_of_its_own_nothing_is_offered(
    open_visit: OpenVisit, real_site: Path, voices: tuple[str, ...]
) -> None:
    """A remote voice would send every word to strangers; a foreign one nobody understands."""
    page = opened(open_visit, real_site, KINDS["leaflet"], *voices).page

    assert not page.locator("[data-aloud]").is_visible()


def test_a_voice_that_comes_later_is_offered(open_visit: OpenVisit, real_site: Path) -> None:
    """Browsers look for voices while the page stands there already, and may lose them again."""
    page = opened(open_visit, real_site, KINDS["leaflet"]).page

    shown = []
    for voices in (HERE_ON_ANDROID, ""):
        page.evaluate(f"speechSynthesis.voices = [{voices}]; speechSynthesis.onvoiceschanged()")
        shown.append(key(page, "Đọc to").is_visible())

    assert shown == [True, False]


@pytest.mark.parametrize("kind", READ)
def test_a_page_is_read_from_title_to_end(
    open_visit: OpenVisit, base: Path | str, kind: str
) -> None:
    """Who cannot read hears what the page says, and neither menu nor sources."""
    page = opened(open_visit, base, KINDS[kind], REMOTE, HERE).page

    said = read_all(page)

    assert said[0] == page.locator("h1").inner_text()
    assert len(said) > 5
    assert not {"Nguồn", "Trang chủ", "Đọc to", "Trên trang này"} & set(said)
    assert told(page) == "Đã đọc hết."
    assert page.locator(".is-spoken").count() == 0


def test_what_eyes_see_apart_ears_hear_apart(open_visit: OpenVisit, real_site: Path) -> None:
    """Numbers to call are told figure by figure, rows of a table cell by cell."""
    page = opened(open_visit, real_site, KINDS["questions and answers"], HERE).page

    said = read_all(page)

    assert any("1 8 0 0 1 2 3 3" in one for one in said)
    assert not any("1800" in one for one in said)
    assert "cử người ra tòa, làm việc với công an, viện kiểm sát, 3 ngày làm việc" in said


def test_reading_is_held_and_gone_on_with_by_keyboard(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Somebody comes to the door: the sentence that was broken off is told again."""
    visit = opened(open_visit, real_site, KINDS["leaflet"], HERE)
    page = visit.page

    visit.press_tab_until(key(page, "Đọc to"))
    page.keyboard.press("Enter")
    page.wait_for_function("() => said.length")
    page.evaluate(FINISH)
    reading = told(page)
    page.keyboard.press("Space")
    held = told(page), page.evaluate("() => speechSynthesis.isSilent()")
    page.keyboard.press("Enter")

    said = page.evaluate(SAID)
    assert (reading, *held) == ("Đang đọc.", "Đang tạm dừng.", True)
    assert key(page, "Tạm dừng").is_visible()
    assert len(said) == 3
    assert said[1] == said[2]


def test_the_part_that_is_read_is_marked_and_seen(open_visit: OpenVisit, real_site: Path) -> None:
    """Who learns to read follows the words; who scrolled away is not pulled back."""
    page = opened(open_visit, real_site, KINDS["leaflet"], HERE).page
    begin(page)
    for _ in range(8):
        page.evaluate(FINISH)

    marked = page.locator(".is-spoken")
    said = page.evaluate(SAID)
    assert said[-1] in marked.inner_text()
    assert marked.evaluate("one => one.getBoundingClientRect().top < innerHeight")
    assert key(page, "Tạm dừng").evaluate("one => one.getBoundingClientRect().top >= 0")
    page.evaluate("() => scrollTo(0, 0)")
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    page.evaluate(FINISH)
    assert page.evaluate("() => innerHeight + scrollY >= document.body.scrollHeight - 1")


def test_who_has_heard_enough_stops(open_visit: OpenVisit, real_site: Path) -> None:
    """The keyboard is not left on a key that is gone, and the next reading begins anew."""
    visit = opened(open_visit, real_site, KINDS["leaflet"], HERE)
    page = visit.page
    begin(page)
    page.evaluate(FINISH)

    visit.press_tab_until(key(page, "Thôi đọc"))
    page.keyboard.press("Enter")

    assert page.evaluate("() => speechSynthesis.isSilent()")
    assert key(page, "Đọc to").evaluate("one => one === document.activeElement")
    assert not key(page, "Thôi đọc").is_visible()
    page.keyboard.press("Enter")
    said = page.evaluate(SAID)
    assert said[0] == said[-1]


def test_leaving_a_page_ends_its_voice(open_visit: OpenVisit, real_site: Path) -> None:
    """A page that goes on speaking after it was left frightens people, or gives them away."""
    page = opened(open_visit, real_site, KINDS["leaflet"], HERE).page
    begin(page)

    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")

    assert page.evaluate("() => speechSynthesis.isSilent()")
    assert page.locator(".is-spoken").count() == 0


def test_nothing_is_loaded_for_who_does_not_listen(open_visit: OpenVisit, served_site: str) -> None:
    """Most people read; a weak line carries the script that speaks to those alone who ask."""
    asked: list[str] = []
    visit = open_visit(served_site)
    visit.page.add_init_script(machine(HERE))
    visit.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page = visit.go(KINDS["leaflet"])
    unasked = "aloud.js" in asked

    begin(page)

    assert (unasked, "aloud.js" in asked) == (False, True)


def test_a_torn_copy_says_that_it_cannot_read(open_visit: OpenVisit, served_site: str) -> None:
    """A file that was not copied along is no reason to wait in silence."""
    visit = opened(open_visit, served_site, KINDS["leaflet"], HERE)
    visit.page.route("**/aloud.js", lambda route: route.abort())

    key(visit.page, "Đọc to").click()

    expect(key(visit.page, "Máy này không đọc được.")).to_be_visible()
    visit.faults.clear()


def test_a_voice_that_fails_says_so(open_visit: OpenVisit, real_site: Path) -> None:
    """Silence without a word looks like a broken loudspeaker."""
    page = opened(open_visit, real_site, KINDS["leaflet"], HERE).page
    begin(page)

    page.evaluate("() => speechSynthesis.fail()")

    assert told(page) == "Máy này không đọc được."
    assert key(page, "Đọc to").is_visible()


def test_a_recording_is_offered_first_and_never_speaks_at_the_same_time(
    open_visit: OpenVisit, hostile_site: Path
) -> None:
    """A human voice is the better one; two at once are none."""
    page = opened(open_visit, hostile_site, "tai-lieu/to-gap.html", HERE).page
    recording = page.locator("main audio")
    order = "(one, other) => one.compareDocumentPosition(other)"
    follows = recording.evaluate(order, page.locator("[data-aloud]").element_handle())

    begin(page)
    recording.evaluate("one => { one.muted = true; return one.play(); }")

    page.wait_for_function("() => speechSynthesis.isSilent()")
    assert follows == 4  # Node.DOCUMENT_POSITION_FOLLOWING
    assert told(page) == "Đang tạm dừng."
    key(page, "Đọc tiếp").click()
    assert recording.evaluate("one => one.paused")


def test_a_page_in_another_language_is_not_read_in_vietnamese(
    open_visit: OpenVisit, built_small: Project
) -> None:
    """Tày words in a Vietnamese mouth are noise."""
    page = opened(open_visit, built_small.site, "tai-lieu/chuyen-ba-ly.html", HERE).page

    assert page.locator("[data-aloud]").count() == 0


@pytest.mark.parametrize("kind", ["leaflet", "procedure"])
def test_a_page_that_reads_serves_every_reader(
    open_visit: OpenVisit, real_site: Path, kind: str
) -> None:
    """The part that is read is marked without losing contrast, name or order."""
    page = opened(open_visit, real_site, KINDS[kind], HERE).page
    begin(page)

    for _ in range(3):
        assert violations(page) == []
        page.evaluate(FINISH)
