"""What the pages of a site weigh on their way to a reader, compressed.

A first view is a page with its style, scripts and pictures, for somebody who has nothing yet. The
next page is what is still missing after the first page of the site. What is named by a page counts;
`test_first_view` makes sure in a browser that no page of a record opens more.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from posixpath import join, normpath

from lxml import html

from benchmarks.figures import KB
from generator.records import KINDS
from tests.web_server import sent

HOME = "index.html"
FIRST_VIEW = 60 * KB  # of a page of a record, as what follows
NEXT_PAGE = 8 * KB
OPENED = (
    "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src | //video/@poster"
)


def opened_by(site: Path, page: str) -> set[str]:
    """The addresses that a browser opens for the page at an address, itself among them."""
    read = html.fromstring((site / page).read_bytes().decode())
    folder = page.rpartition("/")[0]
    named = read.xpath(OPENED)
    assert isinstance(named, list)
    return {page} | {normpath(join(folder, str(one))) for one in named}


def first_view(site: Path, page: str) -> int:
    """The bytes of a page for who has nothing yet."""
    return _bytes(site, opened_by(site, page))


def next_page(site: Path, page: str) -> int:
    """The bytes of a page for who has seen the first page of the site."""
    return _bytes(site, opened_by(site, page) - opened_by(site, HOME))


def record_pages(content: Path, site: Path) -> Iterator[str]:
    """The addresses of all records in a folder of content that have a page."""
    for kind in KINDS:
        for record in sorted((content / kind.folder).rglob("*.yml")):
            page = f"{kind.section}/{record.stem}.html"
            if (site / page).is_file():
                yield page


def _bytes(site: Path, addresses: Iterable[str]) -> int:
    return sum(_bytes_of(site / address) for address in addresses)


@cache
def _bytes_of(path: Path) -> int:
    return len(sent(path))
