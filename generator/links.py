"""Links of the prose, looked at in finished pages, for MkDocs does not know the record pages."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.page import File
from generator.problems import Problem


def check_prose_leads_somewhere(
    files: Iterable[File], addresses: Collection[str]
) -> Iterator[Problem]:
    """Every link of a prose page that stays on the site leads to one of `addresses`."""
    for file in files:
        if isinstance(file.content, Path) and file.address.endswith(".html"):
            for target in _own_links(file.content, file.address):
                if target not in addresses:
                    yield _nowhere(file, target, addresses)


def _own_links(page: Path, address: str) -> Iterator[str]:
    """The addresses within the site that a page links to."""
    for anchor in html.parse(str(page)).iterfind(".//a[@href]"):
        link = urlsplit(anchor.get("href") or "")
        if not link.scheme and not link.netloc and link.path:
            yield normpath(join(dirname(address), unquote(link.path)))


def _nowhere(file: File, target: str, addresses: Collection[str]) -> Problem:
    near = "".join(get_close_matches(target, addresses, n=1))
    source = f"{file.source}/{file.address.removesuffix('.html')}.md"
    key = "link-to-nowhere-near" if near else "link-to-nowhere"
    return Problem(source, key, {"address": target, "near": near})
