"""The site asks nobody but itself for anything, and runs nothing but scripts of its own."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page

from tests.browser.pages import KINDS, addresses_of
from tests.browser.visits import OpenVisit

DATA = "application/ld+json"  # what search engines are told; no browser runs it
OWN_SCRIPT = (
    "[src*='assets/javascripts/'][defer], [src$='assets/javascripts/viewing.js'], "
    "[src$='/ten-dia-phuong.js'], [src$='/muc-luc.js'], [src$='ban-tin/lich-phat.js'], "
    "[src$='man-hinh/loi.js'], [src$='assets/javascripts/terminal.js'], "
    f"[type='{DATA}']"
)
RUNNING = (
    f"//script[(not(@src) or text()) and not(@type='{DATA}')] | "
    "//iframe | //frame | //object | //embed | //base | "
    "//form[@action and not(substring(@action, string-length(@action) - 12) = 'tim-kiem.html')]"
)
OUTSIDE_IN_STYLES = re.compile(r"""@import|url\(\s*["']?(?:[a-z]+:)?//""", re.IGNORECASE)
LOADED = ("src", "srcset", "poster", "data", "action", "formaction", "background")
OFFICIAL = ("http", "https", "tel", "mailto", "geo")  # where a reader may choose to go


def read(path: Path) -> html.HtmlElement:
    """The elements of a page on disk."""
    return html.fromstring(path.read_bytes().decode())


def all_pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of a site by its address."""
    return {address: read(site / address) for address in addresses_of(site)}


def loaded_by(page: html.HtmlElement) -> Iterator[str]:
    """What a browser fetches for a page without being asked."""
    for name in LOADED:
        yield from (str(value) for value in page.xpath(f"//@{name}"))
    yield from (str(value) for value in page.xpath("//link/@href"))


@pytest.mark.browser
def test_pages_load_without_a_word(open_visit: OpenVisit, base: Path | str) -> None:
    """Nobody learns who reads about their rights: no request leaves, on disk or on the web.

    The visit itself fails by any request, console message, failed file or fault on the way.
    """
    visit = open_visit(base)

    for address in KINDS.values():
        page = visit.go(address)

        assert page.locator(f"script:not({OWN_SCRIPT})").count() == 0, address
        assert kept_in_the_browser(page) == [0, 0, ""], address


def kept_in_the_browser(page: Page) -> list[object]:
    """What a page has left behind: two kinds of storage, and cookies."""
    script = "() => [localStorage.length, sessionStorage.length, document.cookie]"
    found: list[object] = page.evaluate(script)
    return found


def test_no_page_holds_scripts_or_anything_from_outside(real_site: Path) -> None:
    """What holds for the pages looked at in the browser holds for all others."""
    wrong = []
    for address, page in all_pages(real_site).items():
        wrong += [(address, str(one.tag)) for one in page.xpath(RUNNING)]
        wrong += [(address, str(name)) for name in page.xpath("//@*[starts-with(name(), 'on')]")]
        wrong += [(address, value) for value in loaded_by(page) if urlsplit(value).netloc]

    assert wrong == []


def test_styles_load_nothing_from_outside(real_site: Path) -> None:
    """A style sheet could ask for a font or picture that no page mentions."""
    sheets = {path.name: path.read_text(encoding="utf-8") for path in real_site.rglob("*.css")}

    assert sheets
    assert [name for name, text in sheets.items() if OUTSIDE_IN_STYLES.search(text)] == []


def test_every_link_leads_somewhere_on_a_disk(real_site: Path) -> None:
    """On a memory card there is no server to mend a link: file and place must be there."""
    pages = all_pages(real_site)
    places = {address: {str(id) for id in page.xpath("//@id")} for address, page in pages.items()}
    lost = []

    for address, page in pages.items():
        for link in map(str, page.xpath("//a/@href")):
            parts = urlsplit(link)
            target = unquote(urlsplit(urljoin(address, link)).path) or address
            if parts.scheme in OFFICIAL:
                continue
            is_there = (real_site / target).is_file() and not link.startswith("/")
            known = places.get(target, set())
            if not is_there or (parts.fragment and unquote(parts.fragment) not in known):
                lost.append((address, link))

    assert lost == []


def test_every_page_can_be_reached_from_home(real_site: Path) -> None:
    """A page that no link leads to does not exist for a reader of a memory card."""
    pages = all_pages(real_site)
    reached, waiting = {"index.html"}, ["index.html"]

    while waiting:
        address = waiting.pop()
        for link in map(str, pages[address].xpath("//a/@href")):
            target = unquote(urlsplit(urljoin(address, link)).path)
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)

    assert sorted(set(pages) - reached) == []
