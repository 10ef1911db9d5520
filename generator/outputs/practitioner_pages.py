"""Practitioners: the lists of who may give legal aid, and a page for each person on them.

Whose time on the list is over has a page without a name (`Practitioner.on`), for an address lasts
and a name must not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.directory import Directory
from generator.library import Library
from generator.page import Outputs, Page, Word, record_page
from generator.records.areas import Area
from generator.records.documents import Document
from generator.records.organisations import Organisation
from generator.records.practitioners import Practitioner, PractitionerKind
from generator.records.record import Status
from generator.sheets import Sheet, sheets, view_address
from generator.vietnamese.sorting import sort_key

SECTION = Practitioner.section
LIST = f"{SECTION}/index.html"
KINDS = tuple(PractitionerKind)
IN_ADDRESSES: dict[str, str] = {
    PractitionerKind.LEGAL_AID_OFFICER: "tro-giup-vien",
    PractitionerKind.LAWYER: "luat-su",
    PractitionerKind.ADVISER: "tu-van-vien",
    PractitionerKind.COLLABORATOR: "cong-tac-vien",
}  # what our own words are called in addresses


@dataclass(frozen=True)
class Line:
    """A line of the list: a person with the organisation and its province."""

    person: Practitioner
    organisation: Organisation | None
    province: Area | None


@dataclass(frozen=True)
class View:
    """The lines that share a province, a kind or an organisation."""

    way: str
    name: str | Word
    address: str
    lines: Sequence[Line]


Value = Callable[[Line], tuple[str, str | Word] | None]  # as addresses and as readers know it


def outputs(library: Library) -> Outputs:
    """The whole list, its views, and every person's page."""
    lines = lines_of(library)
    views = views_of(lines)
    yield from list_pages(lines, LIST, "practitioners", views=views)
    for view in views:
        yield from list_pages(view.lines, view.address, "practitioners-by", name=view.name)
    for person in library.every(Practitioner):
        yield person_page(library, person)


# ---- the lists ----------------------------------------------------------------------------------


def lines_of(library: Library) -> list[Line]:
    """Everybody on the list: by province, organisation, kind and name."""
    directory = Directory(library)
    persons = library.published(Practitioner)
    return sorted((_line(library, directory, one) for one in persons), key=_in_order)


def _line(library: Library, directory: Directory, person: Practitioner) -> Line:
    organisation = library.find(Organisation, person.organisation)
    place = next(iter(directory.entries_of(organisation))) if organisation else None
    return Line(person, organisation, place.province if place else None)


def _in_order(line: Line) -> tuple[object, ...]:
    kind = KINDS.index(line.person.kind) if line.person.kind else len(KINDS)
    province = sort_key(line.province.name if line.province else "")
    organisation = sort_key(line.organisation.label if line.organisation else "")
    return province, organisation, kind, sort_key(line.person.name), line.person.id


def views_of(lines: Sequence[Line]) -> list[View]:
    """A view for every province, kind and organisation that anybody has."""
    return [
        *_views("tinh", lines, _province),
        *_views("loai", lines, _kind),
        *_views("to-chuc", lines, _organisation),
    ]


def _views(way: str, lines: Sequence[Line], value: Value) -> Iterator[View]:
    found: dict[str, list[Line]] = defaultdict(list)
    names: dict[str, str | Word] = {}
    for line in lines:
        told = value(line)
        if told:
            found[told[0]].append(line)
            names[told[0]] = told[1]
    for slug, those in found.items():
        yield View(way, names[slug], view_address(SECTION, way, slug), those)


def _province(line: Line) -> tuple[str, str] | None:
    return (line.province.id, line.province.label) if line.province else None


def _kind(line: Line) -> tuple[str, Word] | None:
    kind = line.person.kind
    return (IN_ADDRESSES[kind], Word("practitioner_kind", kind.value)) if kind else None


def _organisation(line: Line) -> tuple[str, str] | None:
    return (line.organisation.id, line.organisation.label) if line.organisation else None


def list_pages(
    lines: Sequence[Line], address: str, key: str, views: Sequence[View] = (), **values: object
) -> Iterator[Page]:
    """The sheets of a list; the first sheet of the whole list offers the views."""
    for sheet in sheets(lines, address):
        yield Page(
            address=sheet.address,
            section=SECTION,
            template="lists/practitioners.html",
            key=key,
            values={
                "sheet": sheet,
                "groups": _by_province(sheet),
                "views": [(way, list(those)) for way, those in groupby(views, lambda one: one.way)],
                **values,
            },
            source="content/practitioners",
            passing=sheet.address != LIST,
        )


def _by_province(sheet: Sheet[Line]) -> list[tuple[Area | None, list[Line]]]:
    return [(area, list(those)) for area, those in groupby(sheet.rows, lambda one: one.province)]


# ---- one person ---------------------------------------------------------------------------------


def person_page(library: Library, person: Practitioner) -> Page:
    """The fields of the Ministry's open set, the basis, the source and the last day; no more."""
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
        source=person.file,
    )
