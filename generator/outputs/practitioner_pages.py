"""Practitioners: the lists of who may give legal aid, and a page for each person on them.

Whose time on the list is over has a page without a name (`Practitioner.on`), for an address lasts
and a name must not.
"""

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from generator.directory import first_area, first_entry, province_of
from generator.facets import FACETS
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.page import Outputs, Page, record_outputs, record_page
from generator.records.areas import Area
from generator.records.documents import Document
from generator.records.organisations import Organisation, OrganisationOutline
from generator.records.practitioners import Practitioner, PractitionerKind, PractitionerOutline
from generator.records.record import Status
from generator.vietnamese.sorting import SortKey, sort_key

LISTING = Listing(Practitioner, "practitioners", FACETS[Practitioner], "no_place")
KINDS = tuple(PractitionerKind)


@dataclass(frozen=True)
class Row:
    """A row of the list: a person with the organisation and its province."""

    person: Practitioner
    organisation: Organisation | None
    province: Area | None


class Home(NamedTuple):
    """Where an organisation stands in the order of persons, and its province."""

    province_name: SortKey
    name: SortKey
    province: str


# ---- what there is -----------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The whole list, its views, and every person's page."""
    yield from list_outputs(LISTING, library, _lines(library), persons_page)
    yield from record_outputs(library, Practitioner, person_page)


def _lines(library: Library) -> list[Line]:
    """Everybody on the list, by province, organisation, kind and name."""

    @cache
    def home(id: str | None) -> Home:
        return _home(library, library.outline(OrganisationOutline, id))

    named = set(library.offered_ids(Practitioner))
    found = []
    for person in library.outlines(PractitionerOutline):
        if person.id in named:
            at = home(person.organisation)
            kind = KINDS.index(person.kind) if person.kind else len(KINDS)
            order = at.province_name, at.name, kind, sort_key(person.name), person.id
            found.append((order, Line(person.id, at.province, person)))
    return [line for _, line in sorted(found, key=itemgetter(0))]


def _home(library: Library, organisation: OrganisationOutline | None) -> Home:
    none = sort_key("")
    if organisation is None:
        return Home(none, none, "")
    province = province_of(library, first_area(library, organisation))
    return Home(
        sort_key(province.name) if province else none,
        sort_key(organisation.label),
        province.id if province else "",
    )


# ---- the lists ----------------------------------------------------------------------------------


def persons_page(library: Library, ask: Ask) -> Page:
    """A sheet of persons under their provinces."""
    rows = [_row(library, one) for one in library.those(Practitioner, Ask(*ask).rows)]
    groups = groupby(rows, key=lambda one: one.province)
    shown = [(province, list(those)) for province, those in groups]
    return list_page(LISTING, library, ask, rows, groups=shown)


def _row(library: Library, person: Practitioner) -> Row:
    organisation = library.find(Organisation, person.organisation)
    at = first_entry(library, organisation).province if organisation else None
    return Row(person, organisation, at)


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
        section=Practitioner.section,
        template="articles/practitioner_gone.html",
        key="practitioner-gone",
        values={},
    )
