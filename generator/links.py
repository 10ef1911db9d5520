"""Links of the prose, looked at in finished pages, for MkDocs does not know the record pages."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from generator.page import File
from generator.problems import Problem

SCHEMES = ("", "http", "https", "mailto", "tel")  # where a reader's own click may lead
RUNNING = frozenset({"base", "embed", "form", "iframe", "meta", "object", "script"})


def check_prose_leads_somewhere(
    files: Iterable[File], addresses: Collection[str]
) -> Iterator[Problem]:
    """Every link of a prose page that stays on the site leads to one of `addresses`."""
    for file, page in _prose(files):
        for target in _own_links(page, file.address):
            if target not in addresses:
                yield _nowhere(file, target, addresses)


def check_prose_stands_alone(files: Iterable[File]) -> Iterator[Problem]:
    """Raw HTML in prose runs nothing and loads nothing from elsewhere (promise 6)."""
    for file, page in _prose(files):
        for element in page.iterfind(".//article//*"):
            if _runs_or_loads(element):
                yield Problem(_source(file), "prose-not-alone", {"tag": element.tag})


def _prose(files: Iterable[File]) -> Iterator[tuple[File, etree._ElementTree]]:
    for file in files:
        if isinstance(file.content, Path) and file.address.endswith(".html"):
            yield file, html.parse(str(file.content))


def _runs_or_loads(element: etree._Element) -> bool:
    asked = urlsplit(element.get("src") or element.get("srcset") or element.get("poster") or "")
    return (
        element.tag in RUNNING
        or bool(asked.scheme or asked.netloc)
        or urlsplit(element.get("href") or "").scheme not in SCHEMES
        or any(str(name).startswith("on") for name in element.attrib)
    )


def _own_links(page: etree._ElementTree, address: str) -> Iterator[str]:
    """The addresses within the site that a page links to."""
    for anchor in page.iterfind(".//a[@href]"):
        link = urlsplit(anchor.get("href") or "")
        if not link.scheme and not link.netloc and link.path:
            yield normpath(join(dirname(address), unquote(link.path)))


def _nowhere(file: File, target: str, addresses: Collection[str]) -> Problem:
    near = "".join(get_close_matches(target, addresses, n=1))
    key = "link-to-nowhere-near" if near else "link-to-nowhere"
    return Problem(_source(file), key, {"address": target, "near": near})


def _source(file: File) -> str:
    """The Markdown file behind a prose page."""
    return f"{file.source}/{file.address.removesuffix('.html')}.md"
