"""Procedures: the catalogue by field, level and office, and a page for each."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from generator.library import Library
from generator.outputs import schema_org
from generator.page import Make, Names, Output, Outputs, Page, Word, record_outputs, record_page
from generator.records.agencies import Agency, Level
from generator.records.areas import Area
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
from generator.records.record import Party, Status
from generator.sheets import Sheet, sheet_address, sheets, view_address
from generator.vietnamese.folding import fold
from generator.vietnamese.sorting import sort_key

SECTION = "thu-tuc"
LIST = f"{SECTION}/index.html"
ABOLISHED = view_address(SECTION, "tinh-trang", "đã bãi bỏ")
ELSEWHERE = view_address(SECTION, "noi-giai-quyet", "nơi khác")
IN_ADDRESSES: dict[Level, str] = {
    Level.CENTRAL: "trung-uong",
    Level.PROVINCE: "tinh",
    Level.DISTRICT: "huyen",
    Level.COMMUNE: "xa",
}
CHECKLIST = ("assets/javascripts/checklist.js",)

Cut = tuple[str, int, int, int, tuple[str, ...]]  # a sheet, with the ids of its procedures
Ways = tuple[tuple[tuple[str, str, int], ...], ...]  # name, address and count of each way's views


def outputs(library: Library) -> Outputs:
    """The catalogue, its views and the procedures' pages."""
    yield from catalogue_outputs(Views(library))
    yield from record_outputs(library, Procedure, procedure_page)


# ---- the catalogue is planned --------------------------------------------------------------------


class Line(NamedTuple):
    """A procedure as it is sorted into sheets; `office` is what `Offices` says of it."""

    id: str
    field: str
    level: Level | None
    office: str
    is_abolished: bool


@dataclass(frozen=True)
class View:
    """The procedures in use that share a field, a level or an office; `name` is what they share."""

    way: str
    name: str
    address: str
    ids: tuple[str, ...]
    agency: str | None = None

    @property
    def link(self) -> tuple[str, str, int]:
        """How the catalogue offers it: name, address, and how many are in it."""
        return self.name, self.address, len(self.ids)


class Views:
    """The procedures on offer, seen by field, by level and by the office that handles them."""

    def __init__(self, library: Library) -> None:
        """Sort the procedures once, for all views."""
        self._library = library
        self._every = lines(library)
        self.in_use = _in_use(self._every)
        self.abolished = tuple(one.id for one in self._every if one.is_abolished)
        self.by_field = self._by("linh-vuc", lambda one: one.field)
        self.by_level = self._by_level()
        self.by_office = self._by("noi-giai-quyet", lambda one: one.office)
        self.elsewhere = self._elsewhere()

    def every(self) -> tuple[View, ...]:
        """All views, in the order in which the catalogue offers them."""
        return (*self.by_field, *self.by_level, *self.by_office, *self.elsewhere)

    def _by(self, way: str, key: Callable[[Line], str]) -> tuple[View, ...]:
        found: dict[str, list[Line]] = defaultdict(list)
        for one in self._every:
            if key(one):
                found[view_address(SECTION, way, key(one))].append(one)
        views = [self._view(way, key(those[0]), address, those) for address, those in found.items()]
        return tuple(sorted(views, key=lambda view: sort_key(view.name)))

    def _view(self, way: str, key: str, address: str, those: list[Line]) -> View:
        agency = self._library.find(Agency, key)
        name, id = (agency.label, key) if agency else (key, None)
        return View(way, name, address, _in_use(those), id)

    def _by_level(self) -> tuple[View, ...]:
        return tuple(
            View("cap", level.value, view_address(SECTION, "cap", place), _in_use(those))
            for level, place in IN_ADDRESSES.items()
            if (those := [one for one in self._every if one.level is level])
        )

    def _elsewhere(self) -> tuple[View, ...]:
        those = [one for one in self._every if not one.office]
        return (View("noi-khac", "", ELSEWHERE, _in_use(those)),) if those else ()


def lines(library: Library) -> list[Line]:
    """The procedures on offer: citizens' first, and among them those that a finder leads to."""
    sought = {finder.procedure for finder in library.published(Finder)}
    offices, offered = Offices(library), set(library.offered_ids(Procedure))
    found = [
        (
            (_place(one.audience), one.id not in sought, sort_key(one.label)),
            Line(one.id, one.field, one.level, offices.of(one.handled_by), one.is_abolished),
        )
        for one in library.outlines(ProcedureOutline)
        if one.id in offered
    ]
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _place(audience: Audience | None) -> int:
    return list(Audience).index(audience) if audience else len(Audience)


def _in_use(those: Iterable[Line]) -> tuple[str, ...]:
    """Those that people can still apply for."""
    return tuple(one.id for one in those if not one.is_abolished)


class Offices:
    """Whom a party means: an agency, or all agencies of a role."""

    def __init__(self, library: Library) -> None:
        """Know the roles of all agencies, longer ones first."""
        roles = {one.role for one in library.each(Agency)}
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


def catalogue_outputs(views: Views) -> Outputs:
    """The whole list, the abolished ones, and each view, in sheets of fifty."""
    ways = (views.by_field, views.by_level, views.by_office, views.elsewhere)
    links = tuple(tuple(view.link for view in way) for way in ways)
    for cut in _cuts(views.in_use, LIST):
        is_first = cut[1] == 1
        yield _sheet(list_page, cut, *((links, len(views.abolished)) if is_first else ()))
    for cut in _cuts(views.abolished, ABOLISHED) if views.abolished else ():
        yield _sheet(abolished_page, cut)
    for view in views.every():
        for cut in _cuts(view.ids, view.address):
            yield _sheet(view_page, cut, view.way, view.name, view.agency)


def _cuts(ids: tuple[str, ...], address: str) -> Iterator[Cut]:
    for one in sheets(ids, address):
        yield one.list, one.number, one.count, one.total, tuple(one.rows)


def _sheet(make: Make, cut: Cut, *given: Ways | str | int | None) -> Output:
    address = sheet_address(cut[0], cut[1])
    return Output(address, make, (cut, *given), "content/procedures", passing=address != LIST)


# ---- the catalogue is shown ----------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    """A view as the catalogue offers it."""

    name: str
    address: str
    count: int


@dataclass(frozen=True)
class Offer:
    """What the whole list leads to: a finder, and on its first sheet the views."""

    finder: Finder | None
    abolished: int
    by_field: tuple[Link, ...] = ()
    by_level: tuple[Link, ...] = ()
    by_office: tuple[Link, ...] = ()
    elsewhere: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Shared:
    """What the procedures of a view share."""

    way: str
    agency: Agency | None


def list_page(library: Library, cut: Cut, ways: Ways = (), abolished: int = 0) -> Page:
    """A sheet of the whole list; the first one offers the views too."""
    finder = next(iter(library.published(Finder)), None)
    views = (tuple(Link(*one) for one in way) for way in ways)
    offer = Offer(finder, abolished, *views)
    return _page(library, cut, "procedures", views=offer, abolished=ABOLISHED)


def abolished_page(library: Library, cut: Cut) -> Page:
    """A sheet of the procedures that nobody can apply for any more."""
    return _page(library, cut, "procedures-abolished")


def view_page(library: Library, cut: Cut, way: str, name: str, agency: str | None) -> Page:
    """A sheet of the procedures that share a field, a level or an office."""
    view = Shared(way, library.find(Agency, agency))
    named = Word("level", name) if way == "cap" else name
    return _page(library, cut, f"procedures-by-{way}", view=view, name=named)


def _page(library: Library, cut: Cut, key: str, **values: object) -> Page:
    address, number, count, total, ids = cut
    sheet = Sheet(address, number, count, total, library.those(Procedure, ids))
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/procedures.html",
        key=key,
        values={
            "sheet": sheet,
            "groups": [(a, list(those)) for a, those in groupby(sheet.rows, _audience)],
            "views": None,
            "view": None,
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
    page = record_page(
        library,
        procedure,
        "articles/procedure.html",
        field_address=view_address(SECTION, "linh-vuc", procedure.field),
        dossier=[(one, form_of(procedure, one)) for one in procedure.dossier],
        basis=[(library.find(Document, one.document), one) for one in procedure.legal_basis],
        changes=[(one, library.find(Document, one.document)) for one in procedure.changes],
        catalogues=library.users(procedure, Catalogue),
        finder=next(iter(library.users(procedure, Finder)), None),
        linked_data=schema_org.procedure(library, procedure),
        hotlines=library.hotlines() if is_for_citizens else (),
        today=library.today,
        has_places=is_for_citizens and library.has(Area),
        names=Names(library),
    )
    has_list = procedure.dossier and procedure.status is not Status.WITHDRAWN
    return replace(page, scripts=CHECKLIST) if has_list else page


def form_of(procedure: Procedure, item: DossierItem) -> BlankForm | None:
    """The form to fill in for a paper of the dossier."""
    return next((form for form in procedure.forms if form.number == item.form), None)
