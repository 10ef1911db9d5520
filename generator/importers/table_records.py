"""The rows of a spreadsheet become records: new ones, and changes of those there are.

The records read themselves, as files do: there is no second set of rules for tables. What they
find wrong is told by the row and column that it came from.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from generator.entries import Entry, Findings
from generator.importers.cells import as_text, is_blank
from generator.importers.columns import Column, Form, Table
from generator.importers.filling import Change, Fields, held, lay_over, says_the_same, shown
from generator.importers.headings import Head, Placed
from generator.importers.lookups import Lookups, Unfit
from generator.importers.row_meaning import Meanings, Meant, TableRow
from generator.importers.table_faults import CellFault, Spot, fault_of
from generator.importers.table_values import value_of
from generator.library import Library
from generator.privacy import personal_data
from generator.problems import Problem
from generator.records import READERS
from generator.records.record import Record, Status

ValuesOf = Callable[[Record], Fields]  # what the file of a record says
SHIFT = ("day", "from")  # what makes two shifts of a roster the same
# What records report of a published one that lacks something.
LACKS = {"needed-to-publish", "missing-field", "procedure-needs", "person-needs", "not-verified"}


@dataclass(frozen=True)
class Made:
    """A record as the table wants it; `known` is what it was, None for a new one.

    `added` and `kept` count the shifts that are new, and those that the table does not name.
    """

    kind: type[Record]
    meant: Meant
    after: Fields
    changes: tuple[Change, ...]
    added: int = 0
    kept: int = 0

    @property
    def known(self) -> Record | None:
        """The record as it is, None for a new one."""
        return self.meant.known

    @property
    def label(self) -> str:
        """Code or name, for the report."""
        return as_text(self.after.get("code") or self.after.get("name") or self.meant.id)


@dataclass
class Understood:
    """What a table says: records to make or change, faults, and what it no longer names."""

    made: list[Made] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    withdrawn: list[Record] = field(default_factory=list)
    not_named: list[Record] = field(default_factory=list)
    unchanged: int = 0


def understand(
    heads: Sequence[Head],
    library: Library,
    lookups: Lookups,
    source: str,
    values_of: ValuesOf,
    progress: Callable[[int], None],
) -> Understood:
    """Everything that the sheets say of one kind of record; `source` is the name of the file."""
    table = heads[0].table
    rows = [TableRow(head, row) for head in heads for row in head.rows]
    meanings = Meanings(table, library, lookups)
    meant = meanings.of(row for row in rows if row.says_anything)
    told = Understood(faults=[*joined_cells(heads), *meanings.faults])
    maker = _Maker(table, lookups, source, values_of)
    for done, one in enumerate(meant, start=1):
        maker.make(one, told)
        progress(done)
    told.not_named = [one for one in meanings.not_named(meant) if not _is_withdrawn(one)]
    return told


def _is_withdrawn(record: Record | None) -> bool:
    return record is not None and record.status is Status.WITHDRAWN


def joined_cells(heads: Sequence[Head]) -> Iterator[CellFault]:
    """A joined cell holds one value for many rows: which ones it is meant for, nobody knows."""
    for head in heads:
        for (first, left), (last, right) in head.sheet.merged:
            columns = [one for one in head.placed if left <= one.index <= right]
            if columns and last > head.row:
                spot = Spot(head.sheet.name, max(first, head.row + 1), head.placed)
                yield spot.fault("table-merged", columns[0], first=first, last=last)


class _Laid:
    """A record while its rows are laid over it."""

    def __init__(self, after: Fields, *, keeps_code: bool = False) -> None:
        self.after, self.keeps_code = after, keeps_code
        self.spots: list[Spot] = []
        self.changes: list[Change] = []
        self.faults: list[CellFault] = []
        self.shifts: set[int] = set()
        self.added = 0
        self.said: dict[str, tuple[Any, int]] = {}  # by column: the value, and its row

    @property
    def differs(self) -> bool:
        """Whether the table says anything new."""
        return bool(self.changes or self.added)


class _Maker:
    """Makes what rows say into records."""

    def __init__(self, table: Table, lookups: Lookups, source: str, values_of: ValuesOf) -> None:
        self.table, self.lookups, self.values_of = table, lookups, values_of
        self.title = "Bảng tính" if personal_data(source) else f"Bảng tính {source}"
        self.places = {column.header: place for place, column in enumerate(table.columns)}
        fields = dict.fromkeys(str(column.path[0]) for column in table.columns if column.path)
        self.order = ["id", "status", *fields]

    def make(self, meant: Meant, told: Understood) -> None:
        """Lay the rows over the record, let it read itself, and keep what came of it."""
        if meant.known and _is_withdrawn(meant.known):
            told.withdrawn.append(meant.known)
            return
        laid = _Laid(self.beginning(meant), keeps_code=meant.keeps_code)
        before = len(laid.after.get("shifts", []))
        for row in meant.rows:
            self.lay_row(row, laid)
        if meant.known is None:
            laid.after = self.in_order(laid.after)
        if meant.known is None or laid.differs:
            laid.faults += self.wrong_with(laid, meant)
        told.faults += laid.faults
        if laid.faults:
            return
        if meant.known and not laid.differs:
            told.unchanged += 1
            return
        kept = before + laid.added - len(laid.shifts)
        told.made.append(
            Made(self.table.kind, meant, laid.after, tuple(laid.changes), laid.added, kept)
        )

    def beginning(self, meant: Meant) -> Fields:
        """The values before any row is laid over them."""
        if meant.known:
            return self.values_of(meant.known)
        return {"id": meant.id, "status": "draft"}

    def in_order(self, fields: Fields) -> Fields:
        """The fields of a new record in the order in which records tell them, and its source."""
        ordered = {name: fields[name] for name in self.order if name in fields}
        return ordered | {"sources": [{"title": self.title}]}

    def lay_row(self, row: TableRow, laid: _Laid) -> None:
        """One row: its cells fill the record, or the shift that it tells of."""
        cells = list(self.values(row, laid))
        try:
            item, is_new = shift_of(cells, laid)
        except Unfit as unfit:
            laid.faults.append(row.fault(unfit, None))
            return
        spot = row.spot
        laid.spots.append(Spot(spot.sheet, spot.row, spot.placed, item))
        for placed, value in cells:
            if laid.keeps_code and placed.column.path == ("code",):
                continue
            if placed.column.of_a_row or self.is_first(row, placed, value, laid):
                change = laid_over(laid.after, placed, value, item)
                if change and not (is_new and placed.column.of_a_row):
                    laid.changes.append(change)

    def is_first(self, row: TableRow, placed: Placed, value: Any, laid: _Laid) -> bool:
        """Whether no earlier row of the record filled this; one that did said the same."""
        before, number = laid.said.setdefault(placed.column.header, (value, row.row.number))
        if before != value:
            laid.faults.append(row.fault(Unfit("table-rows-differ", row=number), placed))
        return number == row.row.number

    def values(self, row: TableRow, laid: _Laid) -> Iterator[tuple[Placed, Any]]:
        """What the filled cells of a row hold, in the order of the fields of the record."""
        ordered = sorted(row.head.placed, key=lambda one: self.places[one.column.header])
        for _, several in groupby(ordered, key=lambda one: one.column.header):
            found = [(placed, self.value(row, placed, laid)) for placed in several]
            said = [one for one in found if one[1] is not None]
            if len(found) > 1 and said:  # telephone 1, telephone 2: each keeps its place
                yield found[0][0], [one for _, value in found for one in value or [""]]
            else:
                yield from said

    def value(self, row: TableRow, placed: Placed, laid: _Laid) -> Any:
        """What a cell fills; None where it is blank, at fault, or only explains another."""
        cell = row.row.cell(placed.index)
        try:
            if (row.row.number, placed.index) in row.head.sheet.errors:
                raise Unfit("table-failed-formula", value="#")
            if is_blank(cell) or placed.column.form is Form.PROVINCE:
                return None
            return value_of(placed.column, cell, row.province, self.lookups)
        except Unfit as unfit:
            laid.faults.append(row.fault(unfit, placed))
            return None

    def wrong_with(self, laid: _Laid, meant: Meant) -> list[CellFault]:
        """What the record says is wrong; a value left out for its fault is not missing too."""
        findings = Findings(meant.id)
        entry = Entry(findings, laid.after)
        READERS[self.table.kind](entry)
        entry.close()
        if not laid.spots:
            return []
        failed = {fault.cell for fault in laid.faults}
        contacts = laid.after.get("contacts", [])
        columns: Sequence[Column] = self.table.columns
        found = [(one, fault_of(one, laid.spots, columns, contacts)) for one in findings.problems]
        echoes = ("missing-field", "state-needs")
        return [f for one, f in found if one.key not in echoes or f.cell not in failed]


def lacking(made: Made) -> tuple[str, ...]:
    """The fields that a new record still needs before it is published, as records say it."""
    findings = Findings(made.meant.id)
    wanted = made.after | {"status": Status.PUBLISHED.value}
    READERS[made.kind](Entry(findings, wanted))
    found = (_field_of(one) for one in findings.problems if one.key in LACKS)
    return tuple(dict.fromkeys(found))


def _field_of(problem: Problem) -> str:
    """Where a value is missing: sources.compared_on."""
    way = [step for step in problem.where if isinstance(step, str)]
    return ".".join([*way, str(problem.values.get("name", "verified_on"))])


def shift_of(cells: Sequence[tuple[Placed, Any]], laid: _Laid) -> tuple[int, bool]:
    """The shift that a row tells of, and whether it is new: day and hour make it the same."""
    own = {placed.column.path[2]: value for placed, value in cells if placed.column.of_a_row}
    if not own:
        return 0, False
    shifts = laid.after.get("shifts", [])
    for index, shift in enumerate(shifts):
        if all(shift.get(name) == own.get(name) for name in SHIFT):
            if index in laid.shifts:
                raise Unfit("table-shift-twice")
            laid.shifts.add(index)
            return index, False
    laid.shifts.add(len(shifts))
    laid.added += 1
    return len(shifts), True


def laid_over(after: Fields, placed: Placed, value: Any, item: int) -> Change | None:
    """Let a cell fill its field; what that changed, or None."""
    old = deepcopy(held(after, placed.column, item))
    if says_the_same(placed.column, old, value):
        return None
    lay_over(after, placed.column, value, item)
    new = held(after, placed.column, item)
    if old == new:
        return None
    return Change(placed.heading, shown(placed.column, old), shown(placed.column, new))
