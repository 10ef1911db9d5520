"""Links and pictures of what authors write in Markdown, looked at as its readers get it.

MkDocs does not know the record pages, and Markdown of records never meets MkDocs.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import SplitResult, unquote, urlsplit

from lxml import etree, html

from generator.page import File
from generator.problems import Problem
from generator.records.calls import Call
from generator.records.materials import Material

PICTURES = (".jpeg", ".jpg", ".png", ".webp")  # all that prose may bring along
SCHEMES = ("", "http", "https", "mailto", "tel")  # where a reader's own click may lead
RUNNING = ("applet", "base", "embed", "form", "frame", "iframe", "object", "script", "style")
LOADING = ("action", "background", "data", "formaction", "href", "ping", "poster", "src", "srcset")
ELSEWHERE = re.compile(r"(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2}", re.I)


@dataclass(frozen=True)
class Text:
    """What an author wrote: the file to mend it in, the address it is read at, and its HTML."""

    file: str
    address: str
    html: etree._Element


def prose(files: Iterable[File], folder: str) -> Iterator[Text]:
    """The pages that MkDocs made of the Markdown files in `folder`."""
    for file in files:
        if isinstance(file.content, Path) and file.address.endswith(".html"):
            source = f"{folder}/{file.address.removesuffix('.html')}.md"
            yield Text(source, file.address, html.parse(str(file.content)).getroot())


def bodies(records: Iterable[Material | Call], markdown: Callable[[str], str]) -> Iterator[Text]:
    """The bodies and answers of materials and the texts of calls, as `markdown` makes them HTML."""
    for record in records:
        shown = "".join(markdown(one) for one in _written(record))
        yield Text(record.file, record.address, html.fragment_fromstring(shown, "div"))


def _written(record: Material | Call) -> Iterator[str]:
    """What an author wrote in Markdown."""
    if isinstance(record, Call):
        yield record.text
    else:
        yield record.body or ""
        yield from (one.answer for one in record.questions)


def check_links_lead_somewhere(
    texts: Iterable[Text], addresses: Collection[str], root: Path
) -> Iterator[Problem]:
    """Every link and picture that stays on the site leads to one of `addresses`.

    `root` is the folder in which the files of the texts lie.
    """
    for text in texts:
        for link, is_picture in _own_links(text):
            place = unquote(_split(link).path)
            target = normpath(join(dirname(text.address), place))
            if target not in addresses:
                line = _line(root / text.file, link)
                yield _nowhere(text, target, addresses, line, is_picture)


def check_texts_stand_alone(texts: Iterable[Text], root: Path) -> Iterator[Problem]:
    """What authors write runs nothing and loads nothing from elsewhere (promise 6)."""
    for text in texts:
        for element in text.html.iter("*"):
            offence = _offence(element)
            if offence:
                line = _line(root / text.file, offence)
                yield Problem(text.file, "prose-not-alone", {"tag": element.tag}, line=line)


def _offence(element: etree._Element) -> str | None:
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


def _nowhere(
    text: Text, target: str, addresses: Collection[str], line: int | None, is_picture: bool
) -> Problem:
    near = "".join(get_close_matches(target, addresses, n=1))
    key = "link-to-nowhere-near" if near else "link-to-nowhere"
    if is_picture:
        key = "picture-missing"
    values = {"address": target, "near": near, "kinds": " ".join(PICTURES)}
    return Problem(text.file, key, values, line=line)


def _line(path: Path, words: str) -> int | None:
    """The line, from 1, on which `words` stand in a file."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    wanted = (words, unquote(words))
    found = (number for number, one in enumerate(lines, 1) if any(w in one for w in wanted))
    return next(found, None)
