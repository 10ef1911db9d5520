"""Bulletins before the microphone: what is on now, the pace of who reads, words that scroll."""

import io
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.visits import OpenVisit
from tests.conftest import Project

pytestmark = pytest.mark.browser

HERE = "Asia/Ho_Chi_Minh"
LIST = "ban-tin/index.html"
ALOUD = "ban-tin/hoi-luat-o-dau--doc.html"
NEXT = "ban-tin/loa-doi-gio--doc.html"
PAPER = "ban-tin/hoi-luat-o-dau--ban-in.html"
A5 = (148, 210)
POINTS = 72 / 25.4  # in a millimetre
SMALL = {"width": 360, "height": 640}
SLOTS = """all => all.map(one => [
    one.querySelector("strong").textContent,
    (one.querySelector(".mark") || {textContent: ""}).textContent,
    [...one.querySelectorAll("a")].map(link => link.textContent)])"""
HEIGHT = "document.querySelector('.say__bar').offsetHeight"
TOP = "Math.round(scrollY)"
SEEN = """one => { const box = one.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && box.height > 0; }"""


@pytest.fixture
def site(built_small: Project) -> Path:
    """The small site, whose bulletins are few and known."""
    return built_small.site


def at(open_visit: OpenVisit, site: Path, clock: str) -> Page:
    """The list, opened when the reader's clock shows this."""
    visit = open_visit(site, timezone_id=HERE)
    visit.page.clock.set_fixed_time(datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo(HERE)))
    return visit.go(LIST)


# ---- on air today --------------------------------------------------------------------------------

NOTICE, ASKED, SKETCH = "Loa đổi giờ", "Hỏi luật ở đâu?", "Chuyện bà Tư đi hỏi luật"
CLOCKS = [
    ("2026-11-24T04:00", [["05:30", "tiếp theo", [NOTICE, ASKED]], ["17:00", "", [ASKED]]]),
    (
        "2026-11-24T05:31",
        [["05:30", "đang phát", [NOTICE, ASKED]], ["17:00", "tiếp theo", [ASKED]]],
    ),
    ("2026-11-28T18:00", [["05:30", "", [ASKED]], ["17:00", "", [ASKED, SKETCH]]]),
    ("2027-01-04T06:00", [["05:30", "", [NOTICE]]]),
]


@pytest.mark.parametrize(("clock", "slots"), CLOCKS, ids=[clock for clock, _ in CLOCKS])
def test_the_list_tells_by_the_readers_clock_what_is_on(
    open_visit: OpenVisit, site: Path, clock: str, slots: list[list[object]]
) -> None:
    """A site copied to a stick weeks ago still tells an officer what to switch on this evening."""
    page = at(open_visit, site, clock)

    assert page.locator(".onair__slot").evaluate_all(SLOTS) == slots
    day = datetime.fromisoformat(clock)
    expect(page.locator("[data-day]")).to_contain_text(f"hôm nay {day:%d/%m/%Y}")


def test_a_day_without_slots_is_told(open_visit: OpenVisit, small: Project) -> None:
    """An empty box looks like a fault."""
    small.change("bulletins/chuyen-ba-tu.yml", '"T7, CN"', "CN")
    small.run("build")

    page = at(open_visit, small.site, "2027-01-02T06:00")

    expect(page.locator(".onair__slot")).to_have_count(0)
    expect(page.locator(".onair [data-nothing]")).to_have_text(
        "Hôm nay không có buổi phát nào theo lịch."
    )


AGES = [
    ("2026-11-01T06:00", "Ngày giờ của máy này chưa đúng: trước ngày dựng trang."),
    ("2026-11-24T00:01", ""),
    ("2026-12-25T23:59", ""),
    ("2026-12-26T00:01", "Dữ liệu đã cũ 32 ngày: hãy xin bản mới."),
]


@pytest.mark.parametrize(("clock", "told"), AGES, ids=[clock for clock, _ in AGES])
def test_a_wrong_clock_and_old_data_are_told(
    open_visit: OpenVisit, site: Path, clock: str, told: str
) -> None:
    """An empty battery, or a stick that nobody copied anew, must not switch on what is over."""
    page = at(open_visit, site, clock)

    amiss = page.locator("[data-amiss]")
    assert (amiss.is_visible(), amiss.text_content()) == (bool(told), told)


def test_by_a_wrong_clock_nothing_is_said_of_today(open_visit: OpenVisit, site: Path) -> None:
    """What the page was made with stays, told of the day of which it is."""
    page = at(open_visit, site, "2020-01-01T05:31")

    expect(page.locator("[data-day]")).to_have_text("Theo lịch của ngày dựng trang, 24/11/2026.")
    expect(page.locator(".onair__slot")).to_have_count(2)
    expect(page.locator(".onair__slot .mark")).to_have_count(0)


def test_without_script_the_list_tells_for_which_day_it_was_made(
    open_visit: OpenVisit, site: Path
) -> None:
    """Nothing is claimed about a day that the page cannot know."""
    page = open_visit(site, java_script_enabled=False).go(LIST)

    expect(page.locator("[data-day]")).to_have_text("Theo lịch của ngày dựng trang, 24/11/2026.")
    assert page.locator(".onair__slot").evaluate_all(SLOTS) == [
        ["05:30", "", [NOTICE, ASKED]],
        ["17:00", "", [ASKED]],
    ]


# ---- reading aloud -------------------------------------------------------------------------------


def test_a_slower_voice_is_told_a_longer_time(open_visit: OpenVisit, site: Path) -> None:
    """Who reads slowly must not run over the end of the slot."""
    page = open_visit(site).go(ALOUD)
    before = page.locator("[data-total]").inner_text()

    page.get_by_label("chậm").check()

    assert page.locator("[data-pace]").inner_text() == "120"
    assert before != page.locator("[data-total]").inner_text()
    page.get_by_label("vừa").check()
    assert page.locator("[data-total]").inner_text() == before


def test_a_chosen_pace_is_kept_for_the_next_bulletin(open_visit: OpenVisit, site: Path) -> None:
    """One voice reads them all; the usual pace chosen again leaves nothing behind."""
    visit = open_visit(site)
    visit.go(ALOUD).get_by_label("chậm").check()

    page = visit.go(NEXT)

    expect(page.get_by_label("chậm")).to_be_checked()
    assert page.locator("[data-pace]").inner_text() == "120"
    page.get_by_label("vừa").check()
    assert page.evaluate("localStorage.length") == 0


def test_a_pace_is_chosen_where_nothing_may_be_kept(open_visit: OpenVisit, site: Path) -> None:
    """A browser that refuses storage still reckons."""
    visit = open_visit(site)
    visit.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    )
    page = visit.go(ALOUD)

    page.get_by_label("chậm").check()

    assert page.locator("[data-pace]").inner_text() == "120"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_words_stay_where_they_are_when_they_stop(
    open_visit: OpenVisit, site: Path, width: int
) -> None:
    """Who stops in the middle of a sentence looks on at the same place."""
    page = open_visit(site, viewport={"width": width, "height": 640}).go(ALOUD)
    heights = [page.evaluate(HEIGHT)]
    for key in ("Space", "Escape"):
        page.keyboard.press(key)
        page.wait_for_timeout(200)
        heights.append(page.evaluate(HEIGHT))

    assert len(set(heights)) == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_script_counts_what_the_build_counted(open_visit: OpenVisit, site: Path) -> None:
    """One bulletin has one length, whoever reckons it."""
    told = open_visit(site, java_script_enabled=False).go(ALOUD)
    reckoned = open_visit(site).go(ALOUD)

    assert (
        told.locator("[data-total]").inner_text() == reckoned.locator("[data-total]").inner_text()
    )


def test_without_script_there_is_all_to_read_and_no_dead_key(
    open_visit: OpenVisit, site: Path
) -> None:
    """An old machine shows every word and the usual length; a key that does nothing is worse."""
    page = open_visit(site, java_script_enabled=False).go(ALOUD)

    expect(page.locator("[data-run]")).to_be_hidden()
    expect(page.locator(".say__paces")).to_be_hidden()
    expect(page.locator(".say__length")).to_contain_text("140 tiếng một phút")
    expect(page.get_by_text("Bà con hỏi tại trụ sở").first).to_be_visible()


def test_words_scroll_at_the_pace_of_who_reads(open_visit: OpenVisit, site: Path) -> None:
    """Both hands hold paper or switch, so the text comes by itself; the key to stop it stays."""
    page = open_visit(site, viewport=SMALL).go(ALOUD)
    page.get_by_role("button", name="Chạy chữ").click()
    page.wait_for_function("scrollY > 20")
    first = page.evaluate(TOP)

    page.wait_for_function(f"scrollY > {first} + 20")

    stop = page.get_by_role("button", name="Dừng chạy")
    assert stop.evaluate(SEEN)
    expect(page.locator(".say__sentence--now")).to_have_count(1)
    stop.click()
    there = page.evaluate(TOP)
    page.wait_for_timeout(400)
    assert abs(page.evaluate(TOP) - there) <= 1


def test_the_keyboard_runs_and_stops_the_words(open_visit: OpenVisit, site: Path) -> None:
    """Space and Escape are found in the dark of a studio; a chosen box keeps its own Space."""
    page = open_visit(site, viewport=SMALL).go(ALOUD)

    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Dừng chạy")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Chạy chữ")).to_be_visible()
    page.get_by_label("nhanh").focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("button", name="Chạy chữ")).to_be_visible()
    expect(page.get_by_label("nhanh")).to_be_checked()


def test_who_asks_for_less_motion_is_led_part_by_part(open_visit: OpenVisit, site: Path) -> None:
    """Gliding text makes some people ill: the page stands still, and jumps when it must."""
    visit = open_visit(site, viewport=SMALL, reduced_motion="reduce")
    page = visit.go(ALOUD)
    page.get_by_role("button", name="Chạy chữ").click()
    page.wait_for_function("document.querySelector('.say__sentence--now')")
    page.wait_for_timeout(200)
    first = page.evaluate(TOP)

    page.wait_for_timeout(600)

    assert page.evaluate(TOP) == first
    assert page.locator(".say__sentence--now").evaluate(SEEN)
    assert page.get_by_role("button", name="Dừng chạy").evaluate(SEEN)


def test_every_control_of_the_reading_is_reached_by_keyboard(
    open_visit: OpenVisit, site: Path
) -> None:
    """A hand that holds a microphone has no mouse."""
    visit = open_visit(site)
    page = visit.go(ALOUD)

    visit.press_tab_until(page.locator("input[name=nhip]"))
    visit.press_tab_until(page.get_by_role("button", name="Chạy chữ"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Dừng chạy")).to_be_focused()


# ---- on paper ------------------------------------------------------------------------------------


def test_a_script_is_printed_on_a5_without_a_cut_sentence(
    open_visit: OpenVisit, site: Path
) -> None:
    """Whoever turns the sheet in the middle of a sentence loses breath and listeners."""
    page = open_visit(site).go(PAPER)
    sentences = [
        " ".join(one.split())
        for one in page.locator(".say__sentence").evaluate_all(
            "all => all.map(one => one.textContent)"
        )
    ]

    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    texts = [" ".join(one.extract_text().split()) for one in sheets.pages]
    boxes = {
        (round(float(b.width) / POINTS), round(float(b.height) / POINTS))
        for b in (one.mediabox for one in sheets.pages)
    }
    assert boxes == {A5}
    assert len(sheets.pages) == 3
    squeezed = [text.replace(" ", "").lower() for text in texts]
    title = page.locator("h1").inner_text().replace(" ", "").lower()
    for number, text in enumerate(squeezed, start=1):
        assert f"{number}/3" in text
        assert title in text
    for sentence in sentences:
        assert any(sentence.replace(" ", "").lower() in text for text in squeezed), sentence
    for only_on_screen in ("Trang chủ", "Về trang của bản tin này"):
        assert only_on_screen not in " ".join(texts)


def test_letters_of_the_script_are_read_at_arms_length(open_visit: OpenVisit, site: Path) -> None:
    """Sixteen points, in lines with room for a pencil."""
    page = open_visit(site).go(PAPER)
    page.emulate_media(media="print")

    size, line = page.locator(".say__sentence").first.evaluate(
        """one => { const style = getComputedStyle(one);
        return [parseFloat(style.fontSize), parseFloat(style.lineHeight)]; }"""
    )

    assert size >= 15 * 96 / 72
    assert line >= 1.5 * size
