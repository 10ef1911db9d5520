"""Practitioners: the lists of who may give legal aid, and a page for each person on them.

Whose time on the list is over has a page without a name (`Practitioner.on`), for an address lasts
and a name must not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple

from generator.directory import first_area, province_of
from generator.library import Library
from generator.page import Output, Outputs, Page, Word, record_outputs, record_page
from generator.records.areas import Area
from generator.records.documents import Document
from generator.records.organisations import Organisation, OrganisationOutline
from generator.records.practitioners import Practitioner, PractitionerKind, PractitionerOutline
from generator.records.record import Status
from generator.sheets import Sheet, sheet_address, sheets, view_address
from generator.vietnamese.sorting import SortKey, sort_key

SECTION = Practitioner.section
LIST = f"{SECTION}/index.html"
KINDS = tuple(PractitionerKind)
IN_ADDRESSES: dict[str, str] = {
    PractitionerKind.LEGAL_AID_OFFICER: "tro-giup-vien",
    PractitionerKind.LAWYER: "luat-su",
    PractitionerKind.ADVISER: "tu-van-vien",
    PractitionerKind.COLLABORATOR: "cong-tac-vien",
}  # what our own words are called in addresses
PROVINCE, KIND, ORGANISATION = "tinh", "loai", "to-chuc"  # the ways to look at the list

Row = tuple[str, str]  # ids of a person and of the province of the organisation
Counted = tuple[str, str, int]  # a view by its way and value, and how many it names


@dataclass(frozen=True)
class Line:
    """A line of the list: a person with the organisation and its province."""

    person: Practitioner
    organisation: Organisation | None
    province: Area | None


@dataclass(frozen=True)
class View:
    """A view as the list offers it, and how many it names."""

    way: str
    name: str | Word
    address: str
    count: int


class Home(NamedTuple):
    """Where an organisation stands in the order of persons; `id` is nothing for no organisation."""

    province_name: SortKey
    name: SortKey
    id: str
    province: str


class Planned(NamedTuple):
    """A line as it is planned: by what it is sorted, and where it belongs."""

    province_name: SortKey
    organisation_name: SortKey
    kind: int
    name: SortKey
    id: str
    province: str
    organisation: str

    @property
    def row(self) -> Row:
        """The line as its sheet is given it."""
        return self.id, self.province


WAYS: dict[str, Callable[[Planned], str]] = {
    PROVINCE: lambda one: one.province,
    KIND: lambda one: KINDS[one.kind].value if one.kind < len(KINDS) else "",
    ORGANISATION: lambda one: one.organisation,
}


# ---- what there is -----------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The whole list, its views, and every person's page."""
    lines = sorted(_planned(library))
    views = {(way, value): those for way in WAYS for value, those in _views(way, lines)}
    counts = tuple((way, value, len(those)) for (way, value), those in views.items())
    yield from _sheets([one.row for one in lines], "", "", counts)
    for (way, value), those in views.items():
        yield from _sheets([one.row for one in those], way, value, ())
    yield from record_outputs(library, Practitioner, person_page)


def _planned(library: Library) -> Iterator[Planned]:
    """Everybody on the list, to be sorted by province, organisation, kind and name."""

    @cache
    def home(id: str | None) -> Home:
        return _home(library, library.outline(OrganisationOutline, id))

    named = set(library.offered_ids(Practitioner))
    for person in library.outlines(PractitionerOutline):
        if person.id in named:
            at = home(person.organisation)
            kind = KINDS.index(person.kind) if person.kind else len(KINDS)
            name = sort_key(person.name)
            yield Planned(at.province_name, at.name, kind, name, person.id, at.province, at.id)


def _home(library: Library, organisation: OrganisationOutline | None) -> Home:
    none = sort_key("")
    if organisation is None:
        return Home(none, none, "", "")
    province = province_of(library, first_area(library, organisation))
    return Home(
        sort_key(province.name) if province else none,
        sort_key(organisation.label),
        organisation.id,
        province.id if province else "",
    )


def _views(way: str, lines: Sequence[Planned]) -> Iterator[tuple[str, list[Planned]]]:
    """The lines by what they have of a way, in the order in which it is first met."""
    found: dict[str, list[Planned]] = defaultdict(list)
    for line in lines:
        found[WAYS[way](line)].append(line)
    return ((value, those) for value, those in found.items() if value)


def _sheets(
    rows: Sequence[Row], way: str, value: str, views: tuple[Counted, ...]
) -> Iterator[Output]:
    """The sheets of a list; the first sheet of the whole list offers the views."""
    start = address_of(way, value)
    for sheet in sheets(rows, start):
        place = sheet.number, sheet.count, sheet.total
        given = way, value, place, tuple(sheet.rows), views if sheet.number == 1 else ()
        address = sheet_address(start, sheet.number)
        yield Output(address, list_page, given, "content/practitioners", address != LIST)


def address_of(way: str, value: str) -> str:
    """The list of those that share a value of a way, or the whole list."""
    return view_address(SECTION, way, IN_ADDRESSES.get(value, value)) if way else LIST


# ---- the lists ----------------------------------------------------------------------------------


def list_page(
    library: Library,
    way: str,
    value: str,
    place: tuple[int, int, int],
    rows: Sequence[Row],
    views: Sequence[Counted],
) -> Page:
    """A sheet of a list; `place` are its number, and how many sheets and rows there are."""
    lines = [_line(library, *row) for row in rows]
    sheet = Sheet(address_of(way, value), *place, rows=lines)
    offered = [_view(library, *view) for view in views]
    name = {"name": _name(library, way, value)} if way else {}
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/practitioners.html",
        key="practitioners-by" if way else "practitioners",
        values={
            "sheet": sheet,
            "groups": [(at, list(those)) for at, those in groupby(lines, lambda one: one.province)],
            "views": [(by, list(those)) for by, those in groupby(offered, lambda one: one.way)],
            **name,
        },
    )


def _line(library: Library, id: str, province: str) -> Line:
    person = library.get(Practitioner, id)
    organisation = library.find(Organisation, person.organisation)
    return Line(person, organisation, library.find(Area, province))


def _view(library: Library, way: str, value: str, count: int) -> View:
    return View(way, _name(library, way, value), address_of(way, value), count)


def _name(library: Library, way: str, value: str) -> str | Word:
    """What those that share a value have in common, as readers know it."""
    if way == PROVINCE:
        return library.get(Area, value).label
    if way == KIND:
        return Word("practitioner_kind", value)
    return library.get(Organisation, value).label


# ---- one person ---------------------------------------------------------------------------------


def person_page(library: Library, id: str) -> Page:
    """The fields of the Ministry's open set, the basis, the source and the last day; no more."""
    person = library.get(Practitioner, id)
    if person.status is Status.WITHDRAWN:
        return gone_page(person)
    return record_page(
        library,
        person,
        "articles/practitioner.html",
        organisation=library.find(Organisation, person.organisation),
        basis=[(library.find(Document, one.document), one.article) for one in person.legal_basis],
    )


def gone_page(person: Practitioner) -> Page:
    """What became of somebody's page; it names nobody."""
    return Page(
        address=person.address,
        section=SECTION,
        template="articles/practitioner_gone.html",
        key="practitioner-gone",
        values={},
    )
