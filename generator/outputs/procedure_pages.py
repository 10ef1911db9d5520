"""Procedures: the catalogue by field, level and office, and a page for each."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from msgspec.structs import replace

from generator.facets import FACETS, Facet, View, views_of
from generator.glossary import explained_page
from generator.homes import Homes
from generator.library import Library
from generator.outputs import narrowing, schema_org
from generator.outputs.lists import (
    Line,
    Link,
    Listing,
    address_of,
    by_facets,
    by_province,
    link_to,
    named,
    offered,
    order_of,
    to_offer,
)
from generator.outputs.paper import way_to
from generator.page import Make, Names, Output, Outputs, Page, record_outputs
from generator.records.agencies import Agency, AgencyOutline
from generator.records.areas import Area
from generator.records.bulletins import Bulletin
from generator.records.catalogues import Catalogue
from generator.records.documents import Document
from generator.records.finders import Finder
from generator.records.procedures import (
    Audience,
    BlankForm,
    DossierItem,
    Procedure,
    ProcedureOutline,
)
from generator.records.record import Party
from generator.sheets import Sheet, Turn, turns, view_address
from generator.vietnamese.folding import fold
from generator.vietnamese.sorting import sort_key

SECTION = "thu-tuc"
LIST = f"{SECTION}/index.html"
ABOLISHED = view_address(SECTION, "tinh-trang", "đã bãi bỏ")
LISTING = Listing(Procedure, "procedures", FACETS[Procedure])
FIELD = LISTING.facets[0]
OFFICE = Facet("noi-giai-quyet", lambda office: (office,), spelled={"": "noi-khac"})


def outputs(library: Library) -> Outputs:
    """The catalogue, its views and the procedures' pages."""
    yield from catalogue_outputs(library)
    yield from record_outputs(library, Procedure, procedure_page)


# ---- the catalogue is planned --------------------------------------------------------------------


def catalogue_outputs(library: Library) -> Outputs:
    """The whole list, the abolished ones, and each view, in sheets of fifty."""
    every = lines(library)
    views = [*by_province(library, every), *by_facets(LISTING.facets, every)]
    offices = _by_office(library, every)
    in_use = _in_use(every)
    links = to_offer(map(_link, views), len(in_use)), tuple(map(_link, offices))
    abolished = tuple(one.id for one in every if one.outline.is_abolished)
    for turn, ids in turns(in_use, LIST):
        more = (*links, len(abolished)) if turn.number == 1 else ()
        yield _sheet(procedures_page, turn, ids, *more)
    for turn, ids in turns(abolished, ABOLISHED) if abolished else ():
        yield _sheet(abolished_page, turn, ids)
    for view in (*views, *offices):
        for turn, ids in turns(_in_use(view.rows), address_of(SECTION, view)):
            yield _sheet(view_page, turn, ids, view.facet, view.value, view.word)
    yield from narrowing.files(
        Procedure, ((one.id, one.province) for one in every if not one.outline.is_abolished)
    )


def lines(library: Library) -> list[Line]:
    """The procedures on offer: citizens' first, and among them those that a finder leads to."""
    sought = {finder.procedure for finder in library.published(Finder)}
    homes, offered = Homes(library), set(library.offered_ids(Procedure))
    found = [
        (
            (_rank(one.audience), one.id not in sought, sort_key(one.label), one.id),
            Line(one.id, homes.of(one.handled_by.agency if one.handled_by else None), one),
        )
        for one in library.outlines(ProcedureOutline)
        if one.id in offered
    ]
    return [line for _, line in sorted(found, key=itemgetter(0))]


def _rank(audience: Audience | None) -> int:
    return list(Audience).index(audience) if audience else len(Audience)


def _in_use(lines: Iterable[Line]) -> tuple[str, ...]:
    """Those that people can still apply for."""
    return tuple(one.id for one in lines if not one.outline.is_abolished)


def _by_office(library: Library, every: Sequence[Line]) -> list[View[Line]]:
    """The views by the office that handles them, by its name; what no office handles comes last."""
    offices = Offices(library)
    views = views_of(OFFICE, ((one, offices.of(one.outline.handled_by)) for one in every))
    names = {view.value: library.find(Agency, view.value) for view in views}

    def order(view: View[Line]) -> tuple[object, ...]:
        agency = names[view.value]
        return view.value == "", sort_key(agency.label if agency else view.value)

    return sorted(views, key=order)


class Offices:
    """Whom a party means: an agency, or all agencies of a role."""

    def __init__(self, library: Library) -> None:
        """Know the roles of all agencies, longer ones first."""
        roles = {one.role for one in library.outlines(AgencyOutline)}
        longer_first = sorted(roles, key=lambda role: (-len(role), role))
        self._roles = [(role, _words(role)) for role in longer_first]

    def of(self, party: Party | None) -> str:
        """An agency's id; else the role with which the words begin ("Sở Tư pháp nơi …"), or none.

        "Nơi đang giúp" is no door to knock at: a view of such words would hold one procedure.
        """
        if party and party.agency:
            return party.agency
        words = _words((party.words or "") if party else "")
        return next((role for role, wanted in self._roles if words[: len(wanted)] == wanted), "")


def _words(text: str) -> list[str]:
    return re.split(r"\W+", fold(text))


def _link(view: View[Line]) -> Link:
    return link_to(SECTION, view, len(_in_use(view.rows)))


def _sheet(make: Make, turn: Turn, *given: Any) -> Output:
    is_passing = turn.address != LIST
    return Output(turn.address, make, (turn, *given), "content/procedures", passing=is_passing)


# ---- the catalogue is shown ----------------------------------------------------------------------


def procedures_page(
    library: Library,
    turn: Turn,
    ids: tuple[str, ...],
    links: Sequence[Link] = (),
    offices: Sequence[Link] = (),
    abolished: int = 0,
) -> Page:
    """A sheet of the whole list; the first one offers the views too."""
    page = _page(
        library,
        turn,
        ids,
        "procedures",
        order=order_of(LISTING),
        choices=offered(LISTING, library, links),
        offices=[(_office(library, value), address, n) for _, value, _, address, n in offices],
        finder=next(iter(library.published(Finder)), None),
        abolished=(ABOLISHED, abolished) if abolished else None,
    )
    return replace(page, scripts=narrowing.SCRIPTS) if links else page


def _office(library: Library, value: str) -> str:
    """An office as readers know it; nothing where it is another with every case."""
    agency = library.find(Agency, value)
    return agency.label if agency else value


def abolished_page(library: Library, turn: Turn, ids: tuple[str, ...]) -> Page:
    """A sheet of the procedures that nobody can apply for any more."""
    return _page(library, turn, ids, "procedures-abolished")


def view_page(
    library: Library, turn: Turn, ids: tuple[str, ...], slug: str, value: str, word: str
) -> Page:
    """A sheet of the procedures that share a value of a facet, or an office."""
    if slug == OFFICE.slug:
        key = f"procedures-by-{slug if value else word}"
        agency = library.find(Agency, value)
        return _page(library, turn, ids, key, agency=agency, name=_office(library, value))
    return _page(
        library,
        turn,
        ids,
        f"procedures-by-{slug}",
        name=named(LISTING, library, slug, value),
        whole=f"{LIST}?{slug}={word}",
    )


def _page(library: Library, turn: Turn, ids: tuple[str, ...], key: str, **values: object) -> Page:
    sheet = Sheet(*turn, rows=library.those(Procedure, ids))
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/procedures.html",
        key=key,
        values={
            "sheet": sheet,
            "turn": sheet.turn,
            "groups": [(a, list(those)) for a, those in groupby(sheet.rows, _audience)],
            "order": (),
            "choices": (),
            "offices": (),
            "finder": None,
            "abolished": None,
            "agency": None,
            "whole": None,
            **values,
        },
    )


def _audience(procedure: Procedure) -> Audience | None:
    return procedure.audience


# ---- one procedure -------------------------------------------------------------------------------


def procedure_page(library: Library, id: str) -> Page:
    """What to bring, where, for how long, at what price, and by which law."""
    procedure = library.get(Procedure, id)
    is_for_citizens = procedure.audience is Audience.CITIZEN
    return explained_page(
        library,
        procedure,
        "articles/procedure.html",
        field_address=view_address(SECTION, FIELD.slug, FIELD.word(procedure.field)),
        dossier=[(one, form_of(procedure, one)) for one in procedure.dossier],
        basis=[(library.find(Document, one.document), one) for one in procedure.legal_basis],
        changes=[(one, library.find(Document, one.document)) for one in procedure.changes],
        catalogues=library.users(procedure, Catalogue),
        bulletins=library.users(procedure, Bulletin),
        finder=next(iter(library.users(procedure, Finder)), None),
        linked_data=schema_org.procedure(library, procedure),
        hotlines=library.hotlines() if is_for_citizens else (),
        today=library.today,
        has_places=is_for_citizens and library.has(Area),
        names=Names(library),
        way=way_to(library, procedure.address),
    )


def form_of(procedure: Procedure, item: DossierItem) -> BlankForm | None:
    """The form to fill in for a paper of the dossier."""
    return next((form for form in procedure.forms if form.number == item.form), None)
