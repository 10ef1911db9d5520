"""The journeys of readers in browsers of another maker and of years ago."""

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pypdf import PdfReader

from generator.vietnamese.search_words import keys
from tests.browser.other_browsers import LOADED, OTHER_BROWSERS, Reader
from tests.browser.pages import KINDS

pytestmark = pytest.mark.browser

PAGE = "tim-kiem.html"
POINT = 25.4 / 72  # millimetres
RESULTS = "[data-found] > li > a"
HAS_BOX = "document.activeElement === document.querySelector('[data-search] input')"
HAS_FIRST = f"document.activeElement === document.querySelector('{RESULTS}')"
CHOOSE = """(function (name, value) {
    var box = document.querySelector('main select[name="' + name + '"]');
    box.value = value;
    box.dispatchEvent(new Event('change', {bubbles: true}));
})"""
NARROWED = "[data-narrowed] li > a"
ONLY_PROCEDURES = f"""(function () {{
    var links = [].slice.call(document.querySelectorAll('{RESULTS}'));
    return links.length && links.every(one => /\\/thu-tuc\\//.test(one.pathname));
}}())"""
START = "man-hinh--ca-mau-phuong-tan-thanh.html"
LATER = """(function (now) {{
    Date.now = function () {{ return now() + {seconds} * 1000; }};
}}(Date.now))"""
NEIGHBOUR_IS_READ = """new Promise(function (then) {
    var asked = new XMLHttpRequest();
    asked.onload = function () { then(asked.responseText.length > 0); };
    asked.onerror = function () { then(false); };
    asked.open('GET', 'index.html');
    asked.send();
})"""
LETTERS = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
SPEAKS = """(function () {
    var now = null;
    window.said = [];
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    speechSynthesis.getVoices = function () { return [{lang: 'vi-VN', localService: true}]; };
    speechSynthesis.cancel = function () { now = null; };
    speechSynthesis.speak = function (one) { now = one; window.said.push(one.text); };
    speechSynthesis.onvoiceschanged();
    document.querySelector('[data-aloud] button').click();
    window.readOn = function () {
        for (var most = 500; now && most; most--) { now.onend(); }
        return window.said;
    };
}())"""
EVERY_FAULT = """new Promise(function (then) {
    var picture = new Image();
    console.warn('a warning');
    setTimeout(function () { throw new Error('a fault'); }, 0);
    picture.onerror = function () { then(true); };
    setTimeout(function () { picture.src = 'http://elsewhere.invalid/'; }, 0);
})"""


@pytest.fixture(scope="session", params=OTHER_BROWSERS)
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """One of the other browsers, started once for all tests of a worker."""
    with OTHER_BROWSERS[request.param](tmp_path_factory.mktemp("browser")) as reader:
        yield reader


def come(browser: Reader, base: Path | str) -> Reader:
    """Somebody who comes to a site with one of the browsers."""
    browser.begin(f"{base.as_uri()}/" if isinstance(base, Path) else base)
    return browser


@pytest.fixture
def reader(browser: Reader, base: Path | str) -> Iterator[Reader]:
    """Somebody at the real site, from a disk or from the web, who must meet no fault there."""
    yield come(browser, base)
    browser.leave()
    assert browser.faults == []


def texts(selector: str) -> str:
    """A script that gives what each such element says."""
    return f"[].map.call(document.querySelectorAll('{selector}'), one => one.textContent)"


def chosen(facet: str, value: str) -> str:
    """A script that chooses a value as a reader does."""
    return f"({CHOOSE}('{facet}', '{value}'))"


def titles(reader: Reader) -> list[str]:
    """The titles of what was found, as soon as they stand there."""
    found: list[str] = reader.wait_for(texts(RESULTS))
    return found


def asked(reader: Reader) -> dict[str, list[str]]:
    """What the address says was asked."""
    return parse_qs(urlsplit(reader.read("location.href")).query)


# ---- whether the tests below mean something ----------------------------------------------------


def test_a_page_from_a_disk_reads_no_file_beside_it(
    browser: Reader, real_site: Path, served_site: str
) -> None:
    """Drivers loosen this rule of browsers; then what fails for readers would pass here."""
    come(browser, real_site).go(PAGE)
    from_disk = browser.read(NEIGHBOUR_IS_READ)
    come(browser, served_site).go(PAGE)
    from_web = browser.read(NEIGHBOUR_IS_READ)

    assert (from_disk, from_web) == (False, True)


def test_whatever_must_not_happen_is_noticed(browser: Reader, real_site: Path) -> None:
    """A watch that sleeps would let every page pass."""
    come(browser, real_site).go(PAGE)

    browser.read(EVERY_FAULT)
    browser.leave()

    told = "\n".join(browser.faults)
    for fault in ("a warning", "a fault", "asks for http", "elsewhere.invalid", "fails to load"):
        assert fault in told


# ---- the journeys ------------------------------------------------------------------------------


def test_a_shared_address_shows_marked_results(reader: Reader) -> None:
    """A link in a message answers at once, and shows why."""
    reader.go(f"{PAGE}?q=tro+giup+phap+ly")

    assert titles(reader)
    marked = {key for one in reader.read(texts("[data-found] mark")) for key in keys(one)}
    assert marked == set(keys("trợ giúp pháp lý"))


def test_words_without_marks_are_answered_while_they_are_typed(reader: Reader) -> None:
    """Cheap telephones write no marks; and the address can be kept for another day."""
    words = "tro giup phap ly mien phi o loc binh"
    reader.go(PAGE)

    reader.press("/")
    reader.type(words)
    reader.wait_for("/binh$/.test(location.href)")
    reader.wait_for(f"{texts(RESULTS)}.some(one => /trợ giúp pháp lý/.test(one))")
    assert asked(reader) == {"q": [words]}
    reader.go(reader.read("location.href").removeprefix(reader.base))

    assert any("trợ giúp pháp lý" in one for one in titles(reader))


def test_a_kind_narrows_what_is_found_and_back_widens_it(reader: Reader) -> None:
    """Who wants a procedure is shown procedures, and all again one step back."""
    reader.go(f"{PAGE}?q=tro+giup+phap+ly")
    all_kinds = titles(reader)

    reader.read(chosen("loai", "thu-tuc"))

    reader.wait_for(ONLY_PROCEDURES)
    assert asked(reader) == {"q": ["tro giup phap ly"], "loai": ["thu-tuc"]}
    reader.read("history.back()")
    reader.wait_for(f"!({ONLY_PROCEDURES})")
    assert titles(reader) == all_kinds
    assert asked(reader) == {"q": ["tro giup phap ly"]}


def test_keys_lead_from_any_page_to_a_record_and_back(reader: Reader) -> None:
    """Who has no mouse asks from where they are, opens an answer, and finds the others again."""
    reader.go("van-ban/index.html")

    reader.press("/")
    reader.type("nguoi khuyet tat")
    reader.press("Enter")
    found = titles(reader)
    reader.press("/")
    reader.press("ArrowDown")
    reader.wait_for(HAS_FIRST)
    reader.press("Escape")
    reader.wait_for(HAS_BOX)
    reader.press("ArrowDown")
    reader.press("Enter")

    reader.wait_for(f"{LOADED} && {texts('h1')}[0] === {found[0]!r}")
    reader.read("history.back()")
    reader.wait_for(f"/{PAGE}/.test(location.href)")
    assert titles(reader) == found
    assert asked(reader) == {"q": ["nguoi khuyet tat"]}


# ---- the other scripts -------------------------------------------------------------------------


def test_a_commune_is_found_by_its_name(reader: Reader) -> None:
    """The number to call is three words away in every browser."""
    reader.go("dia-phuong/index.html")

    reader.read("document.querySelector('[data-places] input').focus()")
    reader.type("tan thuan")

    assert any("Xã Tân Thuận" in one for one in reader.wait_for(texts("[data-found] > li")))
    reader.press("Enter")
    reader.press("Enter")
    reader.wait_for(f"/ca-mau-xa-tan-thuan.html$/.test(location.href) && {LOADED}")


def test_the_finder_answers(reader: Reader) -> None:
    """Who may have legal aid for nothing is told so, whatever their telephone."""
    reader.go(KINDS["finder"])

    reader.read("document.querySelector('[data-finder] [data-question] input').click()")
    reader.read("document.querySelector('[data-show]').click()")

    assert reader.wait_for(texts("[data-result] [data-outcome]:not([hidden])"))


def test_a_finder_that_is_loaded_anew_is_empty(reader: Reader) -> None:
    """Firefox puts answers back by itself, for whoever comes to the machine next."""
    reader.go(KINDS["finder"])
    reader.read("document.querySelector('[data-finder] [data-question] input').click()")

    reader.read("window.isLeft = true")
    reader.read("location.reload()")
    reader.wait_for(f"!window.isLeft && {LOADED}")

    assert reader.read("document.querySelectorAll('[data-finder] :checked').length") == 0


def test_a_list_is_narrowed_by_two_things(reader: Reader) -> None:
    """The mediation teams of one province, from its own file, in every browser; and back."""
    reader.go("to-chuc/index.html")

    for facet, value in (("tinh", "can-tho"), ("loai", "to-hoa-giai")):
        reader.read(chosen(facet, value))

    reader.wait_for(f"{texts(NARROWED)}.every(one => /Tổ hòa giải/.test(one)) && {texts(NARROWED)}")
    assert asked(reader) == {"tinh": ["can-tho"], "loai": ["to-hoa-giai"]}
    reader.read("history.back()")
    reader.wait_for(f"{texts(NARROWED)}.some(one => /Trung tâm/.test(one))")


def test_a_terminal_is_set_up_and_comes_back_to_its_start(reader: Reader) -> None:
    """An old machine in a commune's office shows the number, and waits for the next by itself."""
    reader.go("man-hinh.html")

    for address in ("man-hinh--ca-mau.html", START):
        reader.read(f"document.querySelector('main a[href=\"{address}\"]').click()")
        reader.wait_for(f"/{address}$/.test(location.href) && {LOADED}")
    reader.go("index.html")
    reader.read("location.href = 'man-hinh.html'")
    reader.wait_for(f"/{START}$/.test(location.href) && {LOADED}")

    reader.read("document.querySelector('a[href=\"#goi-ai\"]').click()")
    reader.wait_for("[].some.call(document.querySelectorAll('.call'), one => one.offsetParent)")
    reader.read("document.querySelector('[data-start]').click()")
    reader.wait_for(
        f"{LOADED} && !location.hash && document.querySelector('[data-clock]').textContent"
    )
    reader.read("document.querySelector('a[href*=\"--thu-tuc\"]').click()")
    reader.wait_for(f"/--thu-tuc/.test(location.href) && {LOADED}")
    reader.read("document.querySelector('a[href^=\"thu-tuc/\"]').click()")
    reader.wait_for(f"document.querySelector('body > .bar') && {LOADED}")

    reader.read(LATER.format(seconds=225))
    reader.wait_for("!!document.querySelector('[role=alertdialog] button')")
    reader.read(LATER.format(seconds=25))
    reader.wait_for(f"/{START}$/.test(location.href) && {LOADED}")

    reader.go("man-hinh.html#chon")
    reader.read("document.querySelector('[data-leave]').click()")  # for whoever is next
    reader.wait_for(f"/index.html$/.test(location.href) && {LOADED}")


def test_letters_are_as_large_as_chosen_before(reader: Reader) -> None:
    """Firefox gives each page of a disk a memory of its own: there a page remembers for itself."""
    reader.go("index.html")
    usual = reader.read(LETTERS)

    reader.read("document.querySelector('.viewing [value=largest]').click()")
    chosen = reader.read(LETTERS)
    reader.go("index.html")

    assert chosen == reader.read(LETTERS) >= 1.5 * usual
    reader.read("localStorage.clear()")


def test_a_page_reads_itself_aloud(reader: Reader) -> None:
    """The voice is that of the machine; which sentences it is given is the same everywhere."""
    reader.go(KINDS["leaflet"])

    reader.read(SPEAKS)
    reader.wait_for("window.said.length")
    said = reader.read("readOn()")

    assert said[0] == reader.read(texts("h1"))[0]
    assert len(said) > 20


def test_every_kind_of_page_loads_without_a_word(reader: Reader) -> None:
    """No script or style of the site is too new for anybody's browser."""
    for address in KINDS.values():
        reader.go(address)


def test_a_pressed_term_is_explained_in_place(reader: Reader) -> None:
    """A browser of years ago opens the meaning too, or its readers would lose the page."""
    reader.go("thu-tuc/yeu-cau-tro-giup-phap-ly.html")

    reader.read("document.querySelector('a.term').click()")
    reader.wait_for("document.activeElement.id === 'nghia'")
    told = reader.read("document.getElementById('nghia').textContent")
    reader.press("Escape")
    reader.wait_for("document.activeElement === document.querySelector('a.term')")

    assert "Người có bằng luật" in told
    assert reader.read("document.getElementById('nghia').hidden") is True


@pytest.mark.parametrize(
    ("kind", "paper", "sides"),
    [("poster", (210, 297), 1), ("poster", (297, 420), 1), ("folded leaflet", (297, 210), 2)],
    ids=["poster on A4", "poster on A3", "folded leaflet"],
)
def test_a_sheet_prints_as_it_was_drawn(
    reader: Reader, kind: str, paper: tuple[int, int], sides: int
) -> None:
    """The terminal of a commune is old, and its printer too; no sheet too many comes out."""
    reader.go(KINDS[kind])

    pages = PdfReader(io.BytesIO(reader.printed(*paper))).pages

    boxes = [(page.mediabox.width, page.mediabox.height) for page in pages]
    assert [tuple(round(float(side) * POINT) for side in box) for box in boxes] == [paper] * sides


def test_what_is_on_air_is_reckoned_from_the_schedule(reader: Reader) -> None:
    """The officer's machine is the oldest in the building, and knows today's day better."""
    reader.go("ban-tin/index.html")

    reader.wait_for("/đồng hồ của máy này/.test(document.querySelector('[data-day]').textContent)")


def test_words_before_the_microphone_scroll_and_stop(reader: Reader) -> None:
    """Whoever reads has no hand free to try another browser."""
    reader.go("ban-tin/tieu-pham-ba-lan-di-hoi-luat--doc.html")

    reader.read("document.querySelector('[data-run]').click()")
    reader.wait_for("window.pageYOffset > 20")
    reader.press("Escape")

    reader.wait_for("document.querySelector('[data-run]').textContent === 'Chạy chữ'")
