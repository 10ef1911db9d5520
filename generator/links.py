"""Links and pictures of what authors write in Markdown, looked at as its readers get it.

MkDocs does not know the record pages, and Markdown of records never meets MkDocs.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from generator.problems import Problem
from generator.records.calls import Call
from generator.records.materials import Material

if TYPE_CHECKING:
    from lxml import etree

PICTURES = (".jpeg", ".jpg", ".png", ".webp")  # all that prose may bring along
SCHEMES = ("", "http", "https", "mailto", "tel")  # where a reader's own click may lead
RUNNING = ("applet", "base", "embed", "form", "frame", "iframe", "object", "script", "style")
LOADING = ("action", "background", "data", "formaction", "href", "ping", "poster", "src", "srcset")
LINKING = ("[", "<")  # without these signs Markdown makes no link
ELSEWHERE = re.compile(r"(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2}", re.I)


@dataclass(frozen=True)
class Text:
    """What an author wrote: the file to mend it in, the address it is read at, and its HTML."""

    file: str
    address: str
    html: "etree._Element"


class Way(NamedTuple):
    """A link of a text: in which file it stands, where it leads, as written, and of what kind."""

    file: str
    target: str
    link: str
    is_picture: bool


def prose(pages: Iterable[tuple[str, Path]], folder: str) -> Iterator[Text]:
    """The pages, each an address and a file, that MkDocs made of the Markdown in `folder`."""
    from lxml import html  # here, for it loads slowly and few edits are of texts with links

    for address, path in pages:
        if address.endswith(".html"):
            source = f"{folder}/{address.removesuffix('.html')}.md"
            yield Text(source, address, html.parse(str(path)).getroot())


def body(record: Material | Call, markdown: Callable[[str], str]) -> Text | None:
    """What an author wrote in Markdown, as `markdown` makes it HTML; None where it has no links."""
    shown = "".join(markdown(one) for one in _written(record) if any(s in one for s in LINKING))
    if not shown:
        return None
    from lxml import html

    return Text(record.file, record.address, html.fragment_fromstring(shown, "div"))


def _written(record: Material | Call) -> Iterator[str]:
    """What an author wrote in Markdown."""
    if isinstance(record, Call):
        yield record.text
    else:
        yield record.body or ""
        yield from (one.answer for one in record.questions)


def ways(text: Text) -> Iterator[Way]:
    """Every link and picture of a text that stays on the site, and the address it leads to."""
    for link, is_picture in _own_links(text):
        place = unquote(_split(link).path)
        yield Way(text.file, normpath(join(dirname(text.address), place)), link, is_picture)


def check_text_stands_alone(text: Text, root: Path) -> Iterator[Problem]:
    """What authors write runs nothing and loads nothing from elsewhere (promise 6)."""
    ours = {one for part in _before_the_text(text) for one in part.iter("*")}
    for element in text.html.iter("*"):
        offence = None if element in ours else _offence(element)
        if offence:
            line = _line(root / text.file, offence)
            yield Problem(text.file, "prose-not-alone", {"tag": element.tag}, line=line)


def _before_the_text(text: Text) -> "Iterator[etree._Element]":
    """The head of a page and the header of the site: the theme's own, where no author writes."""
    if text.html.tag == "html":  # of a whole page, not a record's text
        for name in ("head", "header"):
            yield from islice(text.html.iter(name), 1)


def leads_nowhere(way: Way, addresses: Collection[str], root: Path) -> Problem:
    """A link to an address that nobody holds, with the nearest of `addresses`, if any is near."""
    near = "".join(get_close_matches(way.target, addresses, n=1))
    key = "link-to-nowhere-near" if near else "link-to-nowhere"
    if way.is_picture:
        key = "picture-missing"
    values = {"address": way.target, "near": near, "kinds": " ".join(PICTURES)}
    return Problem(way.file, key, values, line=_line(root / way.file, way.link))


def _offence(element: "etree._Element") -> str | None:
    """What of an element runs or loads anything, as its author wrote it."""
    if element.tag in RUNNING:
        return f"<{element.tag}"
    for name, value in element.attrib.items():
        if _runs_or_loads(element.tag, str(name).rpartition(":")[2], str(value)):
            return str(value)
    return None


def _runs_or_loads(tag: str, name: str, value: str) -> bool:
    if tag == "a" and name == "href":
        return _split(value).scheme not in SCHEMES
    return (
        name.startswith("on")
        or name in ("http-equiv", "srcdoc")
        or (name == "style" and "url" in value)
        or (name in LOADING and bool(ELSEWHERE.match(value) or ", " in value))
    )


def _own_links(text: Text) -> Iterator[tuple[str, bool]]:
    """The links of a text that stay on the site, each once, and whether it is a picture's."""
    found = dict.fromkeys(
        (str(value), element.tag == "img")
        for element in text.html.iter("a", "img")
        for value in (element.get("href" if element.tag == "a" else "src"),)
        if value
    )
    for link, is_picture in found:
        parts = _split(link)
        if not parts.scheme and not parts.netloc and parts.path:
            yield link, is_picture


def _split(link: str) -> SplitResult:
    """The parts of a link; one that cannot be understood leads nowhere on this site."""
    try:
        return urlsplit(link)
    except ValueError:
        return SplitResult("", "", link, "", "")


def _line(path: Path, words: str) -> int | None:
    """The line, from 1, on which `words` stand in a file."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    wanted = (words, unquote(words))
    found = (number for number, one in enumerate(lines, 1) if any(w in one for w in wanted))
    return next(found, None)
