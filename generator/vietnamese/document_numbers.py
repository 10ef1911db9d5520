"""Numbers of documents: finding them in a text and writing them one way.

Forms: 84/KH-UBND · 27/2025/QĐ-TTg · 1234/BTP-TGPL · 57-NQ/TW (Party) · 11/2017/QH14. Seen in real
files and understood alike: inner spaces, en dash, QD for QĐ, Cyrillic letters that look Latin.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.vietnamese.letters import regex

CYRILLIC = str.maketrans("АВЕКМНОРСТХУасеорх", "ABEKMHOPCTXYaceopx")
DASHES = str.maketrans("–—‑−‐", "-----")
WITHOUT_MARKS = {"QD": "QĐ", "ND": "NĐ", "HDND": "HĐND", "CD": "CĐ"}

# Whitespace is bounded and every repeat has a limit, so a line of any length is read once.
GAP = r"\s{0,2}"
KIND = r"[A-ZĐ][A-Za-zĐđ&]{0,9}"
ISSUER = r"[A-ZĐ][A-Za-zĐđÁ&0-9]{1,14}"
NUMBER = regex(
    rf"(?<![\w/.,-])(?P<serial>\d{{1,6}}){GAP}(?:"
    rf"/{GAP}(?:(?P<year>\d{{4}}){GAP}/{GAP})?(?P<kind>{KIND}){GAP}-{GAP}"
    rf"(?P<issuer>{ISSUER}(?:{GAP}-{GAP}[A-ZĐ][A-ZĐ&0-9]{{1,14}}(?![<lower>])){{0,9}})"
    rf"|-{GAP}(?P<party_kind>{KIND}){GAP}/{GAP}(?P<party>[A-ZĐ][A-Za-zĐđ&]{{1,9}})"
    rf"|/{GAP}(?P<law_year>\d{{4}}){GAP}/{GAP}(?P<legislature>(?:UBTV)?QH{GAP}\d{{1,2}})"
    r")(?!\w)"
)
BLANK = re.compile(
    r"^Số\s{0,3}:?[\s.…_]{0,40}[/-]\s{0,2}(?P<ending>[A-ZĐ][A-ZĐa-z&]{0,9}\s?[-/]\s?[A-ZĐ][A-ZĐa-z&-]{0,30})"
)

KINDS = {
    "KH": "plan",
    "QĐ": "decision",
    "NQ": "resolution",
    "NĐ": "decree",
    "CT": "directive",
    "TT": "circular",
    "TTLT": "joint_circular",
    "TB": "notice",
    "QH": "law",
    "PL": "ordinance",
}
# Kinds that are no letter either: submissions, programmes, guidance, conclusions, reports…
OTHER_KIND_LETTERS = "TTr CTr CTrHĐ PA HD KL QC QCPH BC CĐ ĐA TL GM UBTVQH"
OTHER_KINDS = frozenset(OTHER_KIND_LETTERS.split())


@dataclass(frozen=True)
class DocumentNumber:
    """A number as printed and as it should be written, with the place where it begins."""

    printed: str
    written: str
    start: int

    @property
    def irregular(self) -> bool:
        """Is it printed otherwise than it should be written?"""
        return self.printed != self.written


def find_numbers(text: str) -> Iterator[DocumentNumber]:
    """Every document number of a text, in order."""
    plain = text.translate(CYRILLIC).translate(DASHES)
    for found in NUMBER.finditer(plain):
        printed = text[found.start() : found.end()]
        yield DocumentNumber(printed, written(found.group()), found.start())


def written(printed: str) -> str:
    """A number without inner spaces, in Latin letters, with marks: "5/QD - TTg" is "5/QĐ-TTg"."""
    joined = re.sub(r"\s+", "", printed.translate(CYRILLIC).translate(DASHES))
    return re.sub(r"[A-ZĐ]+", lambda word: WITHOUT_MARKS.get(word[0], word[0]), joined)


def number_key(number: str) -> str:
    """Equal for two spellings of one number: leading zeros, signs and case do not count."""
    parts = re.findall(r"\d+|[^\W\d_]+", written(number).upper())
    return "-".join(part.lstrip("0") if part.isdigit() else part for part in parts)


def kind_of(number: str) -> str | None:
    """The kind of document that the letters of a number name, such as "decision" for QĐ."""
    letters = re.findall(r"[A-Za-zĐđ]+", written(number))
    if not letters or letters[0] in OTHER_KINDS:
        return None
    return KINDS.get(letters[0], "official_letter" if len(letters) > 1 else None)


def blank_number(line: str) -> str | None:
    """The ending of a "Số: …/KH-UBND" line whose number was never filled in, else None."""
    found = BLANK.match(line.translate(DASHES))
    return found["ending"].replace(" ", "") if found else None
