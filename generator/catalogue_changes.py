"""What changed between two decisions that announce procedures of one field.

A row is found again by the nation's part of its code, else by its name. A later decision that does
not name a procedure has not abolished it: only a row that says so has.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.library import Library
from generator.records.catalogues import Catalogue, CatalogueEntry
from generator.records.documents import Document
from generator.records.procedures import ChangeKind
from generator.records.record import Party
from generator.vietnamese.composing import plain_spaces
from generator.vietnamese.folding import fold

FIELDS = ("name", "time_limit", "place", "fee", "legal_basis")  # in the order readers compare them
LEADING_ZEROS = re.compile(r"\b0+(?=[0-9])")
ENDS = re.compile(r"[.,;]+(?=\s|$)")

Pair = tuple[CatalogueEntry, CatalogueEntry]
Key = Callable[[CatalogueEntry], str]


@dataclass(frozen=True)
class Difference:
    """A field that the two decisions tell differently; None is a blank."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Changed:
    """A procedure of both decisions, and what of it differs."""

    old: CatalogueEntry
    new: CatalogueEntry
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Comparison:
    """What the newer of two decisions did; each of its rows stands in one group."""

    added: tuple[CatalogueEntry, ...]
    abolished: tuple[CatalogueEntry, ...]
    changed: tuple[Changed, ...]
    same: tuple[CatalogueEntry, ...]
    unnamed: tuple[CatalogueEntry, ...]  # rows of the older one of which it says nothing


def compared(older: Catalogue, newer: Catalogue) -> Comparison:
    """Both decisions side by side, row by row."""
    before = [one for one in older.entries if not _is_abolished(one)]
    pairs = matched(before, newer.entries)
    found = {id(row) for pair in pairs for row in pair}
    told = [Changed(old, new, differences(old, new)) for old, new in pairs]
    kept = [one for one in told if not _is_abolished(one.new)]
    return Comparison(
        added=tuple(r for r in newer.entries if id(r) not in found and not _is_abolished(r)),
        abolished=tuple(row for row in newer.entries if _is_abolished(row)),
        changed=tuple(one for one in kept if one.differences),
        same=tuple(one.new for one in kept if not one.differences),
        unnamed=tuple(row for row in before if id(row) not in found),
    )


def _is_abolished(row: CatalogueEntry) -> bool:
    return row.change is ChangeKind.ABOLISHED


def matched(before: Iterable[CatalogueEntry], now: Sequence[CatalogueEntry]) -> list[Pair]:
    """Rows of the same procedure, in the order of the newer decision.

    Two codes decide; where either row has none, the names do. No row is taken twice.
    """
    left, found = list(before), dict[int, CatalogueEntry]()
    for key in (_stem, _name):
        waiting = _by(key, left)
        for place, new in enumerate(now):
            rows = waiting.get(key(new), []) if place not in found else []
            old = next((row for row in rows if _codes_agree(row, new)), None)
            if old:
                rows.remove(old)
                found[place] = old
        left = [row for rows in waiting.values() for row in rows] + [r for r in left if not key(r)]
    return [(found[place], now[place]) for place in sorted(found)]


def _by(key: Key, rows: Iterable[CatalogueEntry]) -> dict[str, list[CatalogueEntry]]:
    found: dict[str, list[CatalogueEntry]] = defaultdict(list)
    for row in rows:
        if key(row):
            found[key(row)].append(row)
    return found


def _stem(row: CatalogueEntry) -> str:
    return row.stem or ""


def _name(row: CatalogueEntry) -> str:
    return fold(plain_spaces(row.name))


def _codes_agree(old: CatalogueEntry, new: CatalogueEntry) -> bool:
    return not (old.stem and new.stem) or old.stem == new.stem


def differences(old: CatalogueEntry, new: CatalogueEntry) -> tuple[Difference, ...]:
    """The fields told differently; how a word is spelled or a number written makes none."""
    return tuple(
        Difference(name, getattr(old, name), getattr(new, name))
        for name in FIELDS
        if _said(getattr(old, name)) != _said(getattr(new, name))
    )


def _said(text: str | None) -> list[tuple[str, list[str]]]:
    """The words of a text, alike for "hoà" and "hòa", "04" and "4", capitals and small letters."""
    words = ENDS.sub(" ", unicodedata.normalize("NFD", text or "").casefold()).split()
    bare = (LEADING_ZEROS.sub("", fold(word)) for word in words)
    marks = (sorted(filter(unicodedata.combining, word)) for word in words)
    return list(zip(bare, marks, strict=True))


def neighbours(library: Library) -> Iterator[tuple[str, str]]:
    """The id of each decision with the next of the same field by the same issuer, by day of issue.

    One without a day has no place in time, so it is compared with none.
    """
    series: dict[tuple[str, Party | None, bool], list[tuple[int, str]]] = defaultdict(list)
    for one in library.each_offered(Catalogue):
        document = library.find(Document, one.document)
        if document and document.issued_on:
            day = document.issued_on.earliest.toordinal()
            series[fold(one.field), document.issuer, one.demo].append((day, one.id))
    for days in series.values():
        yield from pairwise(id for _, id in sorted(days))
