"""The journeys of the search in browsers of another maker and of years ago."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.vietnamese.search_words import keys
from tests.browser.other_browsers import LOADED, OTHER_BROWSERS, Reader
from tests.browser.pages import KINDS

pytestmark = pytest.mark.browser

PAGE = "tim-kiem.html"
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
    document.querySelector('[data-read]').click();
    for (var most = 500; now && most; most--) { now.onend(); }
    return window.said;
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


def test_a_list_is_narrowed_by_two_things(reader: Reader) -> None:
    """The mediation teams of one province, from its own file, in every browser; and back."""
    reader.go("to-chuc/index.html")

    for facet, value in (("tinh", "can-tho"), ("loai", "to-hoa-giai")):
        reader.read(chosen(facet, value))

    reader.wait_for(f"{texts(NARROWED)}.every(one => /Tổ hòa giải/.test(one)) && {texts(NARROWED)}")
    assert asked(reader) == {"tinh": ["can-tho"], "loai": ["to-hoa-giai"]}
    reader.read("history.back()")
    reader.wait_for(f"{texts(NARROWED)}.some(one => /Trung tâm/.test(one))")


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

    said = reader.read(SPEAKS)

    assert said[0] == reader.read(texts("h1"))[0]
    assert len(said) > 20


def test_every_kind_of_page_loads_without_a_word(reader: Reader) -> None:
    """No script or style of the site is too new for anybody's browser."""
    for address in KINDS.values():
        reader.go(address)
