"""Lines as read become clean paragraphs: no residue of Markdown, no soft line breaks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.importers.labels import opens_with_label
from generator.importers.source import Line
from generator.vietnamese.composing import composed, plain_spaces
from generator.vietnamese.letters import regex

BULLET = regex(r"[•●▪◦‣·–—]\s*(?=\S)|\*\s+(?=[^\W_])|[-+]\s+(?=\S)|-(?=[<upper>])")
HASHES = re.compile(r"^#{1,6}\s+")
TWO_STARS = re.compile(r"\*{2,}")
ONE_STAR = re.compile(r"(?<! )\*|\*(?! )")
STUCK_DASH = re.compile(r"^(?:\*\s*)?-(?=[^\s\d-])")
RULE_SIGNS = frozenset("-=_*~.| :")
PROVENANCE = re.compile(r"#\s*SOURCE\b")
# What begins a paragraph even where the line before has not ended.
MARKED = re.compile(
    r"(?:[-+]\s|[IVXLC]{1,6}[.)/]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s"
    r"|[a-zđ]\)\s|\(\d{1,2}\)\s|\[\d{1,2}\]|Điều \d{1,3}[.:]|Nơi nhận\s*:|Căn cứ\s)"
)
ENDED = re.compile(r"[.;:!?…”\"»)\]/]\Z")
SOFT_SHARE = 0.5
FEWEST_SOFT = 4
SHORTEST_CUT = 20  # characters; a shorter line before a blank one is no cut sentence
WIDTH_TOLERANCE = 8  # signs of emphasis were counted when the lines were broken


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
    if PROVENANCE.match(line) or is_rule(line):
        return ""
    bullet = BULLET.match(line)
    if bullet:
        line = ("+ " if line.startswith("+") else "- ") + line[bullet.end() :]
    return " ".join(without_stars(HASHES.sub("", line)).split())


def is_rule(line: str) -> bool:
    """Is the line drawn, not written: dashes, dots or the rule below the heading of a table?"""
    return set(line) <= RULE_SIGNS and ("|" not in line or "---" in line)


def without_stars(line: str) -> str:
    """Without the stars of bold and italic; a star between two spaces is a sign of its own."""
    if "*" in line:
        line = ONE_STAR.sub("", TWO_STARS.sub("", line)).strip(" *")
    return STUCK_DASH.sub("- ", line)


def cleaned(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Every line clean; cells too."""
    return tuple(
        Line(line.number, clean(line.text), tuple(clean_cell(cell) for cell in line.cells))
        for line in lines
    )


def clean_cell(cell: str) -> str:
    """The clean lines of one cell."""
    return "\n".join(filter(None, (clean(line) for line in cell.split("\n"))))


def width_of(lines: tuple[Line, ...]) -> int | None:
    """The width at which long paragraphs are broken; None where every paragraph is one line.

    Lines are broken when most lines that follow another go on in the middle of a sentence.
    """
    following = [
        (before.text, line.text)
        for before, line in pairwise(lines)
        if before.text and line.text and not begins_paragraph(line.text)
    ]
    soft = [before for before, text in following if continues(text)]
    if len(soft) < max(FEWEST_SOFT, SOFT_SHARE * len(following)):
        return None
    return sorted(map(len, soft))[len(soft) * 9 // 10]


def continues(text: str) -> bool:
    """Does the line begin in the middle of a sentence?"""
    return text[0].islower() or text[0].isdecimal() or text[0] in "(,;“"


def begins_paragraph(text: str) -> bool:
    """Does the line begin with a sign of its own, such as "a)", "- " or a label?"""
    return MARKED.match(text) is not None or opens_with_label(text)


def paragraphs(lines: tuple[Line, ...]) -> tuple[tuple[Paragraph, ...], tuple[Broken, ...]]:
    """The paragraphs, and where a sentence had been cut by a blank line."""
    width = width_of(lines)
    found: list[list[Line]] = []
    broken: list[Broken] = []
    after_blank = True
    for line in lines:
        if line.text and found and joins(found[-1], line.text, after_blank, width):
            found[-1].append(line)
            if after_blank:
                broken.append(Broken(line.number))
        elif line.text:
            found.append([line])
        after_blank = not line.text
    whole = (Paragraph(part[0].number, " ".join(line.text for line in part)) for part in found)
    return tuple(whole), tuple(broken)


def joins(before: list[Line], text: str, after_blank: bool, width: int | None) -> bool:
    """Does the line go on with the paragraph before it?"""
    last = before[-1].text
    if begins_paragraph(text):
        return not after_blank and was_full(last, text, width) and not opens_with_label(text)
    cut = text[0].islower() and not ENDED.search(last) and not last.isupper()
    if after_blank:
        return cut and (len(before) > 1 or len(last) > SHORTEST_CUT)
    return width is not None or cut


def was_full(last_line: str, text: str, width: int | None) -> bool:
    """Was the line broken only for want of room, so that "2021⏎- 2030" is one sentence?"""
    if width is None or ENDED.search(last_line):
        return False
    sign, _, rest = text.partition(" ")
    next_word = f"{sign} {rest.partition(' ')[0]}" if sign in "-+" else sign
    in_sentence = sign not in "-+" or rest[:1].islower() or rest[:1].isdecimal()
    return in_sentence and len(last_line) + 1 + len(next_word) > width - WIDTH_TOLERANCE


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
