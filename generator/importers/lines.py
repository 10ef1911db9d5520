"""Lines as read become clean paragraphs: no residue of Markdown, no soft line breaks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.importers.labels import opens_with_label
from generator.importers.source import Line
from generator.vietnamese.composing import composed, plain_spaces
from generator.vietnamese.letters import regex

BULLET = regex(r"[•●▪◦‣·–—]\s*(?=\S)|\*\s+(?=[^\W_])|[-+]\s+(?=\S)|-(?=[<upper>])")
RULE = re.compile(r"[-=_*~.\s]+|\|?[\s:|-]*---[\s:|-]*")
PROVENANCE = re.compile(r"#\s*SOURCE\b")
# What begins a paragraph even where the line before has not ended.
MARKED = re.compile(
    r"(?:[-+]\s|[IVXLC]{1,6}[.)/]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s"
    r"|[a-zđ]\)\s|\(\d{1,2}\)\s|\[\d{1,2}\]|Điều \d{1,3}[.:]|Nơi nhận\s*:|Căn cứ\s)"
)
ENDED = re.compile(r"[.;:!?…”\"»)\]/]\Z")
SOFT_SHARE = 0.5
FEWEST_SOFT = 4


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and the number of the line on which it begins."""

    line: int
    text: str


@dataclass(frozen=True)
class Broken:
    """A sentence that was cut by a blank line and put together again."""

    line: int


def clean(text: str) -> str:
    """One line without Markdown, rules, odd spaces and invisible signs; pipes stay."""
    line = plain_spaces(composed(text))
    if PROVENANCE.match(line) or RULE.fullmatch(line):
        return ""
    line = BULLET.sub("- " if not line.startswith("+") else "+ ", line, count=1) if BULLET.match(
        line
    ) else line
    return " ".join(without_stars(re.sub(r"^#{1,6}\s+", "", line)).split())


def without_stars(line: str) -> str:
    """Without the stars of bold and italic; a star between two spaces is a sign of its own."""
    line = re.sub(r"\*{2,}", "", line)
    line = re.sub(r"(?<! )\*|\*(?! )", "", line)
    line = line.strip(" *")
    return re.sub(r"^(?:\*\s*)?-(?=[^\s\d-])", "- ", line)


def cleaned(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Every line clean; cells too."""
    return tuple(
        Line(line.number, clean(line.text), tuple(clean_cell(cell) for cell in line.cells))
        for line in lines
    )


def clean_cell(cell: str) -> str:
    """The clean lines of one cell."""
    return "\n".join(filter(None, (clean(line) for line in cell.split("\n"))))


def is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Are long paragraphs broken at some width, so that most lines that follow go on in lower case?"""
    goes_on = fresh = 0
    for before, line in zip(lines, lines[1:], strict=False):
        if before.text and line.text and not begins_paragraph(line.text, before.text):
            if continues(line.text):
                goes_on += 1
            else:
                fresh += 1
    return goes_on >= FEWEST_SOFT and goes_on >= SOFT_SHARE * (goes_on + fresh)


def continues(text: str) -> bool:
    """Does the line begin in the middle of a sentence?"""
    return text[0].islower() or text[0].isdecimal() or text[0] in "(,;“"


def begins_paragraph(text: str, before: str = "") -> bool:
    """Does the line begin with a sign of its own, such as "a)", "- " or a label?"""
    if re.match(r"[-+] \d{4}\b|\d{1,2}\.\d{3}\b", text) and not ENDED.search(before):
        return False  # "giai đoạn 2021⏎- 2030"
    if text[:1] in "-+" and text[2:3].islower() and len(before) > 60 and not ENDED.search(before):
        return False  # "các tổ chức chính trị⏎- xã hội"
    return MARKED.match(text) is not None or opens_with_label(text)


def paragraphs(lines: tuple[Line, ...]) -> tuple[tuple[Paragraph, ...], tuple[Broken, ...]]:
    """The paragraphs, and where a sentence had been cut by a blank line."""
    wrapped = is_wrapped(lines)
    found: list[Paragraph] = []
    broken: list[Broken] = []
    blank_before = True
    for line in lines:
        if not line.text:
            blank_before = True
            continue
        if found and joins(found[-1].text, line.text, blank_before, wrapped):
            if blank_before:
                broken.append(Broken(line.number))
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
        else:
            found.append(Paragraph(line.number, line.text))
        blank_before = False
    return tuple(found), tuple(broken)


def joins(before: str, text: str, blank_between: bool, wrapped: bool) -> bool:
    """Does the line go on with the paragraph before it?"""
    if begins_paragraph(text, before):
        return False
    cut = text[0].islower() and not ENDED.search(before) and not before.isupper()
    if blank_between:
        return cut and len(before) > 20
    return wrapped or (cut and text[0].islower())


def without_pipes(lines: Iterable[Line]) -> Iterator[Line]:
    """Table lines as plain lines: every cell on its own, between blank lines."""
    for line in lines:
        if line.cells:
            for cell in line.cells:
                yield Line(line.number, "")
                yield from (Line(line.number, text) for text in cell.split("\n"))
            yield Line(line.number, "")
        elif "|" in line.text:
            yield from cells_of_line(line)
        else:
            yield line


def cells_of_line(line: Line) -> Iterator[Line]:
    """The texts between the pipes of a line, each after a blank line."""
    parts = [part.strip() for part in line.text.split("|")]
    for place, part in enumerate(parts):
        if place:
            yield Line(line.number, "")
        if part:
            yield Line(line.number, part)
