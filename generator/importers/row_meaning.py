"""Which record a row of a spreadsheet means: one there is, or a new one with an id of its own.

A row means the record with its code. Where no record has that code, or the row has none, it means
the one record of the same name and place that has no code yet; for persons, the organisation
stands for the place. The short code of a procedure means the one record with that code and a
province's tail, and the other way round. Several that fit are told, never chosen from.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.importers.cells import as_text, is_blank
from generator.importers.columns import Form, Table
from generator.importers.draft_writing import readable_id
from generator.importers.headings import Head, Placed
from generator.importers.lookups import Lookups, Unfit, listed
from generator.importers.table_faults import CellFault, Spot
from generator.importers.table_values import value_of
from generator.importers.workbooks import Row
from generator.library import Library
from generator.records.organisations import Organisation
from generator.records.practitioners import Practitioner
from generator.records.procedures import CODE, STEM, Procedure
from generator.records.record import Record
from generator.records.rosters import Roster
from generator.vietnamese.folding import slug
from generator.vietnamese.place_names import same_name

LONGEST_ID = 80
PLACES = (("locations", 0, "area"), ("area",))  # the fields that say where a record is at home
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class TableRow:
    """A row under its headings."""

    head: Head
    row: Row

    @property
    def says_anything(self) -> bool:
        """Whether any of the columns that are read is filled."""
        return not all(is_blank(self.row.cell(placed.index)) for placed in self.head.placed)

    @property
    def spot(self) -> Spot:
        """Its place in the file."""
        return Spot(self.head.sheet.name, self.row.number, self.head.placed)

    @property
    def province(self) -> str:
        """The province named beside a commune."""
        for placed in self.head.placed:
            if placed.column.form is Form.PROVINCE:
                return as_text(self.row.cell(placed.index))
        return ""

    def column(self, *paths: Path) -> Placed | None:
        """The first column there is that fills one of these fields."""
        found = (one for path in paths for one in self.head.placed if one.column.path == path)
        return next(found, None)

    def text(self, name: str) -> str:
        """What the cell for a field says."""
        placed = self.column((name,))
        return as_text(self.row.cell(placed.index)) if placed else ""

    def looked_up(self, path: Path, lookups: Lookups) -> str:
        """The id that a cell leads to; empty where it leads nowhere, which is told later."""
        placed = self.column(path)
        cell = self.row.cell(placed.index) if placed else ""
        if placed is None or is_blank(cell):
            return ""
        try:
            return str(value_of(placed.column, cell, self.province, lookups))
        except Unfit:
            return ""

    def fault(self, unfit: Unfit, placed: Placed | None) -> CellFault:
        """What is wrong with the row, or with one of its cells."""
        return self.spot.fault(unfit.key, placed, **unfit.values)


@dataclass
class Meant:
    """A record with its rows; `known` is None for a new one, which will stand in `folder`.

    A record that `keeps_code` has a fuller one than the table.
    """

    rows: list[TableRow]
    known: Record | None
    id: str
    folder: str = ""
    keeps_code: bool = False


class Meanings:
    """The records of one kind, found by what rows say."""

    def __init__(self, table: Table, library: Library, lookups: Lookups) -> None:
        """Gather the codes and names of the records there are."""
        self.table, self.library, self.lookups = table, library, lookups
        self.records = library.every(table.kind)
        self.faults: list[CellFault] = []
        self._taken = {id for one in self.records for id in (one.id, *one.former_ids)}
        self._by_code: dict[str, list[Record]] = defaultdict(list)
        self._by_name: dict[str, list[Record]] = defaultdict(list)
        for one in self.records:
            self._by_code[code_of(one).casefold()].append(one)
            self._by_name[same_name(getattr(one, "name", ""))].append(one)

    def of(self, rows: Iterable[TableRow]) -> list[Meant]:
        """The records that the rows mean, in their order; rows of one record together."""
        meant: dict[object, Meant] = {}
        first_rows: dict[str, int] = {}
        for row in rows:
            key = self._key(row)
            if key in meant:
                self._one_more(meant[key], row)
                continue
            try:
                one = self._new_or_known(row, first_rows)
            except Unfit as unfit:
                self.faults.append(row.fault(unfit, row.column(("code",), ("name",))))
                continue
            first_rows[one.id] = row.row.number
            meant[key] = one
        return list(meant.values())

    def _key(self, row: TableRow) -> object:
        """What rows of one record share: the code, else what tells records apart."""
        code, name = row.text("code"), row.text("name")
        if code:
            return code.casefold()
        return (same_name(name), self._beside(row)) if name else (row.spot.sheet, row.row.number)

    def _one_more(self, meant: Meant, row: TableRow) -> None:
        """A second row of a record: another shift of a roster, else a slip."""
        if self.table.kind is Roster:
            meant.rows.append(row)
            return
        first = meant.rows[0].row.number
        key = "table-code-twice" if row.text("code") else "table-row-twice"
        unfit = Unfit(key, row=first, value=row.text("code"))
        self.faults.append(row.fault(unfit, row.column(("code",), ("name",))))

    def _new_or_known(self, row: TableRow, first_rows: dict[str, int]) -> Meant:
        known = self._known(row)
        if known is None:
            return self._new(row)
        if known.id in first_rows:
            raise Unfit("table-row-twice", row=first_rows[known.id])
        return Meant([row], known, known.id, keeps_code=self._is_short_for(row, known))

    def _known(self, row: TableRow) -> Record | None:
        code = row.text("code")
        same_code = self._by_code.get(code.casefold(), []) if code else []
        found = same_code or self._of_stem(code) or self._so_called(row, without_code=bool(code))
        if len(found) > 1:
            choices = "; ".join(one.file for one in found)
            raise Unfit("table-several-records", value=code or row.text("name"), choices=choices)
        return found[0] if found else None

    def _of_stem(self, code: str) -> list[Record]:
        """The procedure whose code is this one, but for the tail that one of both lacks."""
        if self.table.kind is not Procedure or not CODE.fullmatch(code):
            return []
        found = [one for one in self.records if code_of(one)[:STEM] == code[:STEM]]
        if len(code) > STEM and all(len(code_of(one)) > STEM for one in found):
            return []  # those of other provinces
        if len(found) > 1:
            choices = listed(f"{code_of(one)} ({one.file})" for one in found)
            raise Unfit("table-several-stems", value=code, choices=choices)
        for one in found:
            values = {"value": code, "code": code_of(one), "file": one.file}
            self.lookups.remarks[code] = Unfit("table-same-stem", **values)
        return found

    def _is_short_for(self, row: TableRow, known: Record) -> bool:
        """Whether the table names a procedure by the nation's part of its code alone."""
        code, full = row.text("code"), code_of(known)
        return self.table.kind is Procedure and len(code) == STEM < len(full)

    def _so_called(self, row: TableRow, *, without_code: bool) -> list[Record]:
        """The records of the same name and place; those with another code are others."""
        beside = self._beside(row)
        return [
            one
            for one in self._by_name.get(same_name(row.text("name")), [])
            if beside in ("", _beside_of(one)) and not (without_code and code_of(one))
        ]

    def _beside(self, row: TableRow) -> str:
        """What tells two of one name apart: the commune, or the organisation."""
        _, *paths = self.table.told_apart_by
        return "".join(row.looked_up(path, self.lookups) for path in paths)

    # ---- new ones ------------------------------------------------------------------------

    def _new(self, row: TableRow) -> Meant:
        if not (row.text("code") or row.column(("name",))):
            raise Unfit("table-names-nothing")
        place = self._place(row)
        id = self._free_id(row, place)
        self._taken.add(id)
        self.lookups.learn(self.table.kind, id, row.text("code") or None, row.text("name"))
        return Meant([row], None, id, self.lookups.province_of(place) or "")

    def _free_id(self, row: TableRow, place: str | None) -> str:
        """A readable id that no record has or had."""
        is_person = self.table.kind is Practitioner
        wanted = id_of_person(row) if is_person else self._id_of_name(row, place)
        id, number = wanted, 1
        while id in self._taken:
            number += 1
            room = LONGEST_ID - len(f"-{number}")
            id = f"{wanted[:room].rstrip('-')}-{number}"
        return id

    def _id_of_name(self, row: TableRow, place: str | None) -> str:
        """An id of the name, with commune and province where the name does not hold them."""
        name = row.text("name")
        words = slug(name, 10 * LONGEST_ID)
        places = [one for one in self.lookups.called(place) if slug(one) not in words]
        return readable_id(name, " ".join(places), "") if words else f"dong-{row.row.number}"

    def _place(self, row: TableRow) -> str | None:
        """The area of a row, or that of the organisation it names."""
        for path in PLACES:
            if area := row.looked_up(path, self.lookups):
                return area
        id = row.looked_up(("organisation",), self.lookups)
        organisation = self.library.find(Organisation, id)
        return area_of(organisation) if organisation else None

    # ---- those that the table does not name ----------------------------------------------

    def not_named(self, meant: Sequence[Meant]) -> list[Record]:
        """The records that the table could have named, and did not.

        Those of provinces of which the table does not speak are no concern of it, nor are
        demonstration records.
        """
        named = {one.id for one in meant}
        provinces = {self._province(one.known) if one.known else one.folder for one in meant}
        return [
            one
            for one in self.records
            if not one.demo and one.id not in named
            if self._province(one) in provinces
        ]

    def _province(self, record: Record) -> str:
        organisation = self.library.find(Organisation, getattr(record, "organisation", None))
        area = area_of(record) or (area_of(organisation) if organisation else None)
        return self.lookups.province_of(area) or ""


def id_of_person(row: TableRow) -> str:
    """An id of the code: an address that held the name could not forget it."""
    code = slug(row.text("code"))
    return code if re.search("[a-z]", code) else f"nguoi-thuc-hien-{code}".rstrip("-")


def code_of(record: Record) -> str:
    """The code of a record, empty where it has none."""
    return str(getattr(record, "code", None) or "")


def area_of(record: Record) -> str | None:
    """The area in which a record is at home."""
    if isinstance(record, Organisation):
        areas = (place.area for place in record.locations if place.area)
        return next(iter((*areas, *record.serves)), None)
    area: str | None = getattr(record, "area", None)
    return area


def _beside_of(record: Record) -> str:
    """What tells a record from another of its name."""
    if isinstance(record, Organisation):
        return next((place.area for place in record.locations if place.area), None) or ""
    return str(getattr(record, "organisation", None) or "")
