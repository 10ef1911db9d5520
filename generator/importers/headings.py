"""The row of headings of a sheet: which column fills which field, and which fills none."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.importers.cells import as_text, simple
from generator.importers.columns import NOT_FOR_RECORDS, PERSONAL, TABLES, Column, Table
from generator.importers.workbooks import Row, Sheet

LOOKED_AT = 30  # rows in which the headings must stand
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")
LAST_NUMBER = re.compile(r" [0-9]{1,2}\Z")
NAMING = (("code",), ("name",))  # one of these a row of headings must have
LEAST = 2  # a title with one word of ours is no row of headings
GUIDE = "huong dan"  # sheets so called explain, and hold no records


@dataclass(frozen=True)
class Placed:
    """A column where it stands in a sheet, counted from 0, under the heading it has there."""

    index: int
    heading: str
    column: Column


@dataclass(frozen=True)
class Left:
    """A heading whose column is not read; `near` is what it may have been meant for."""

    index: int
    heading: str
    near: str = ""


@dataclass(frozen=True)
class Head:
    """What the headings of a sheet mean; `twice` are those that fill what another fills."""

    sheet: Sheet
    row: int
    table: Table
    placed: tuple[Placed, ...]
    unknown: tuple[Left, ...]
    personal: tuple[Left, ...]
    twice: tuple[Left, ...]

    @property
    def rows(self) -> Iterator[Row]:
        """The rows below the headings."""
        return (row for row in self.sheet.rows if row.number > self.row)


def heads(sheets: Iterable[Sheet], wanted: Table | None = None) -> Iterator[Head]:
    """The sheets that can be read, each with what its headings mean best."""
    for sheet in sheets:
        if not sheet.hidden and not simple(sheet.name or "").startswith(GUIDE):
            yield from best_heads(sheet, [wanted] if wanted else list(TABLES.values()))


def best_heads(sheet: Sheet, tables: Iterable[Table]) -> list[Head]:
    """The meanings that know most of the headings: none, one, or several that know as many."""
    rows = sheet.rows[:LOOKED_AT]
    found = [head_of(sheet, row, table) for row in rows for table in tables]
    named = [head for head in found if any(one.column.path in NAMING for one in head.placed)]
    most = max(map(fitting, named), default=(0, False))
    best = [head for head in named if fitting(head) == most and len(head.placed) >= LEAST]
    first = min((head.row for head in best), default=0)
    return [head for head in best if head.row == first]


def fitting(head: Head) -> tuple[int, bool]:
    """How many headings a meaning knows, and whether it knows what the records are called."""
    return len(head.placed), any(one.column.path == ("name",) for one in head.placed)


def head_of(sheet: Sheet, row: Row, table: Table) -> Head:
    """What a row means if it is the headings of a table."""
    known = names_of(table)
    placed: list[Placed] = []
    lefts: dict[str, list[Left]] = {"unknown": [], "personal": [], "twice": []}
    for index, value in enumerate(row.cells):
        heading = as_text(value)
        column = column_named(heading, known)
        if column and (is_free(column, placed)):
            placed.append(Placed(index, heading, column))
        elif heading:
            reason = "twice" if column else why_left(heading, table)
            lefts.setdefault(reason, []).append(Left(index, heading, nearest(heading, known)))
    kept = {name: tuple(lefts[name]) for name in ("unknown", "personal", "twice")}
    return Head(sheet, row.number, table, tuple(placed), **kept)


def names_of(table: Table) -> dict[str, Column]:
    """Every simple name of every column."""
    found: dict[str, Column] = {}
    for column in table.columns:
        for name in (column.header, *column.aliases, column.name):
            if simple(name):
                found.setdefault(simple(name), column)
    return found


def column_named(heading: str, known: dict[str, Column]) -> Column | None:
    """The column that a heading names, with or without what stands in brackets."""
    whole, bare = simple(heading), simple(BRACKETS.sub(" ", heading))
    found = known.get(whole) or known.get(bare)
    numbered = known.get(LAST_NUMBER.sub("", bare))
    return found or (numbered if numbered and may_come_again(numbered) else None)


def may_come_again(column: Column) -> bool:
    """Whether several columns may fill it: telephone 1, telephone 2."""
    return column.contact is not None


def is_free(column: Column, placed: Iterable[Placed]) -> bool:
    """Whether no column before fills the same."""
    return may_come_again(column) or column not in [one.column for one in placed]


def why_left(heading: str, table: Table) -> str:
    """Personal, known to be useless, or unknown."""
    words = simple(BRACKETS.sub(" ", heading))
    if words in table.refused or any(f" {name} " in f" {simple(heading)} " for name in PERSONAL):
        return "personal"
    return "useless" if words in NOT_FOR_RECORDS or words.isdecimal() else "unknown"


def nearest(heading: str, known: dict[str, Column]) -> str:
    """The heading that an unknown one looks most like, or nothing."""
    near = difflib.get_close_matches(simple(heading), known, n=1, cutoff=0.75)
    return known[near[0]].header if near else ""
