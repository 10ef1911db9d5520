"""Faults of a spreadsheet, told by sheet, row and column, in the words of whoever fills it in."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalogue import say
from generator.importers.cells import letter, simple
from generator.importers.columns import Column
from generator.importers.headings import Placed
from generator.problems import Problem, Step

ROWS_NAMED = 5  # of those that lack a whole column
# Sentences that speak of files, said in the words of a table.
SAID_OF_TABLES = {
    "missing-field": "table-empty-cell",
    "not-a-day": "table-not-a-day",
    "not-a-clock": "table-not-a-clock",
    "not-a-telephone": "table-not-a-telephone",
    "not-a-choice": "table-not-a-choice",
    "not-a-choice-near": "table-not-a-choice-near",
    "placeholder": "table-placeholder",
    "state-needs": "table-state-needs",
    "not-an-id": "table-no-letters",
}


@dataclass(frozen=True)
class CellFault:
    """What is wrong, and where: `sheet` where there are several, `row` from 1, `index` from 0."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    sheet: str | None = None
    row: int | None = None
    index: int | None = None
    heading: str = ""

    @property
    def cell(self) -> tuple[str | None, int | None, int | None]:
        """Which cell it is."""
        return self.sheet, self.row, self.index

    def told(self, file: str, language: str) -> str:
        """One line: file, sheet, row, column, what is wrong and the remedy."""
        places = [file]
        if self.sheet:
            places.append(say(language, "table-place-sheet", {"sheet": self.sheet}))
        if self.row is not None:
            places.append(say(language, "table-place-row", {"row": self.row}))
        if self.index is not None:
            named = {"column": letter(self.index), "heading": self.heading}
            places.append(say(language, "table-place-column", named))
        return f"{', '.join(places)}: {say(language, self.key, self.values)}"


@dataclass(frozen=True)
class Spot:
    """A row of a sheet with its columns, and the item of the record that it fills."""

    sheet: str | None
    row: int
    placed: Sequence[Placed]
    item: int = 0

    def fault(self, key: str, placed: Placed | None = None, **values: object) -> CellFault:
        """A fault of this row, or of one of its cells."""
        index, heading = (placed.index, placed.heading) if placed else (None, "")
        return CellFault(key, values, self.sheet, self.row, index, heading)


def fault_of(
    problem: Problem,
    spots: Sequence[Spot],
    columns: Iterable[Column],
    contacts: Sequence[Mapping[str, str]],
) -> CellFault:
    """Where in the table a problem of the record comes from, and how to say it there.

    `spots` are the rows of the record, `columns` all that its table may have.
    """
    wanted = _places_of(problem)
    for spot in _most_likely(spots, problem.where):
        for where in wanted:
            placed = _filling(spot, where, contacts)
            if placed:
                return _said(problem, spot, placed)
    for column in columns:
        if any(_fills(column, where, 0, contacts) for where in wanted):
            return spots[0].fault("table-needs-column", None, heading=column.header)
    return spots[0].fault(problem.key, None, **problem.values)


def _places_of(problem: Problem) -> list[tuple[Step, ...]]:
    """The field that is wrong: the one a sentence names, where that one is missing, comes first."""
    name = problem.values.get("name")
    missing = [(*problem.where, name)] if isinstance(name, str) else []
    if problem.where == ("id",):
        return [("name",)]  # an id is made of the name
    return [*missing, problem.where]


def _most_likely(spots: Sequence[Spot], where: tuple[Step, ...]) -> Iterator[Spot]:
    """The row whose own item is meant, else the first."""
    item = where[1] if len(where) > 1 and where[0] == "shifts" else None
    yield from (spot for spot in spots if item is None or spot.item == item)


def _filling(
    spot: Spot, where: tuple[Step, ...], contacts: Sequence[Mapping[str, str]]
) -> Placed | None:
    for placed in spot.placed:
        if _fills(placed.column, where, spot.item, contacts):
            return placed
    return None


def _fills(
    column: Column, where: tuple[Step, ...], item: int, contacts: Sequence[Mapping[str, str]]
) -> bool:
    if column.contact:
        index = where[1] if len(where) > 1 and where[0] == "contacts" else None
        return isinstance(index, int) and contacts[index]["kind"] == column.contact
    path = tuple(item if step == 0 and column.of_a_row else step for step in column.path)
    return bool(path) and where[: len(path)] == path


def _said(problem: Problem, spot: Spot, placed: Placed) -> CellFault:
    """The problem in the words of the table: headings for fields, words for codes."""
    key = SAID_OF_TABLES.get(problem.key, problem.key)
    values = dict(problem.values)
    if "name" in values:
        values["name"] = placed.heading
    if "choices" in values and placed.column.choices:
        near = _near(str(values.get("value", "")), placed.column)
        key = "table-not-a-choice-near" if near else "table-not-a-choice"
        values |= {"choices": "; ".join(placed.column.offered), "near": near}
    return spot.fault(key, placed, **values)


def _near(word: str, column: Column) -> str:
    """The word that an unknown one looks most like, or nothing."""
    words = {simple(one): one for one in column.choices}
    return "".join(words[one] for one in difflib.get_close_matches(simple(word), words, n=1))


def gathered(faults: Iterable[CellFault]) -> list[CellFault]:
    """The faults in the order of the table, each once; a column that all rows lack is one."""
    kept: list[CellFault] = []
    lacking: dict[object, list[CellFault]] = {}
    for one in {(fault.cell, fault.key, str(fault.values)): fault for fault in faults}.values():
        if one.key == "table-needs-column":
            lacking.setdefault((one.sheet, one.values["heading"]), []).append(one)
        else:
            kept.append(one)
    return [*map(_of_all, lacking.values()), *sorted(kept, key=_place)]


def _of_all(faults: list[CellFault]) -> CellFault:
    rows = [str(fault.row) for fault in faults]
    told = ", ".join(rows[:ROWS_NAMED]) + (", …" if len(rows) > ROWS_NAMED else "")
    values = {"heading": faults[0].values["heading"], "rows": told, "count": len(rows)}
    return CellFault("table-needs-column", values, faults[0].sheet)


def _place(fault: CellFault) -> tuple[str, int, int]:
    return fault.sheet or "", fault.row or 0, -1 if fault.index is None else fault.index
