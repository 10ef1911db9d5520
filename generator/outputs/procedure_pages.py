"""Procedures: the catalogue by field, level and office, and a page for each."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from generator.library import Library
from generator.outputs import schema_org
from generator.page import Names, Outputs, Page, Word, record_page
from generator.records.agencies import Agency, Level
from generator.records.areas import Area
from generator.records.catalogues import Catalogue
from generator.records.documents import Document
from generator.records.finders import Finder
from generator.records.procedures import Audience, BlankForm, DossierItem, Procedure
from generator.records.record import Party, Status
from generator.sheets import Sheet, sheets, view_address
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


def outputs(library: Library, today: date) -> Outputs:
    """The catalogue, its views and the procedures' pages."""
    yield from catalogue_pages(Views(library))
    for procedure in library.every(Procedure):
        yield procedure_page(library, procedure, today)


# ---- the catalogue ------------------------------------------------------------------------------


@dataclass(frozen=True)
class View:
    """The procedures that share a field, a level or an office; `name` is what they share."""

    way: str
    name: str
    address: str
    procedures: Sequence[Procedure]
    agency: Agency | None = None

    @property
    def count(self) -> int:
        """How many are still in use."""
        return len(self.in_use)

    @property
    def in_use(self) -> list[Procedure]:
        """Those that people can still apply for."""
        return [one for one in self.procedures if not one.is_abolished]


class Views:
    """The procedures on offer, seen by field, by level and by the office that handles them."""

    def __init__(self, library: Library) -> None:
        """Sort the procedures once, for all views."""
        self._library = library
        self._every = sorted(library.published(Procedure), key=self._in_order)
        self.in_use = [one for one in self._every if not one.is_abolished]
        self.abolished = [one for one in self._every if one.is_abolished]
        self.by_field = self._by("linh-vuc", lambda one: one.field)
        self._roles = sorted({one.role for one in library.every(Agency)}, key=len, reverse=True)
        self.by_office = self._by("noi-giai-quyet", lambda one: self._office(one.handled_by))
        self.by_level = self._by_level()
        self.finder = next(iter(library.published(Finder)), None)
        self.elsewhere = self._elsewhere()

    def every(self) -> tuple[View, ...]:
        """All views, in the order in which the catalogue offers them."""
        return (*self.by_field, *self.by_level, *self.by_office, *self.elsewhere)

    def _in_order(self, procedure: Procedure) -> tuple[object, ...]:
        """Citizens' first, and among them the one that the questions of a finder lead to."""
        is_sought = bool(self._library.users(procedure, Finder))
        return _place(procedure.audience), not is_sought, sort_key(procedure.label)

    def _by(self, way: str, key: Callable[[Procedure], str]) -> tuple[View, ...]:
        found: dict[str, list[Procedure]] = defaultdict(list)
        for procedure in self._every:
            if key(procedure):
                found[view_address(SECTION, way, key(procedure))].append(procedure)
        views = [self._view(way, key(those[0]), address, those) for address, those in found.items()]
        return tuple(sorted(views, key=lambda view: sort_key(view.name)))

    def _view(self, way: str, key: str, address: str, those: list[Procedure]) -> View:
        agency = self._library.find(Agency, key)
        return View(way, agency.label if agency else key, address, those, agency)

    def _office(self, party: Party | None) -> str:
        """An agency's id; else the role with which the words begin ("Sở Tư pháp nơi …"), or none.

        "Nơi đang giúp" is no door to knock at: a view of such words would hold one procedure.
        """
        if party and party.agency:
            return party.agency
        words = re.split(r"\W+", fold((party.words or "") if party else ""))
        return next((role for role in self._roles if _begins(words, role)), "")

    def _elsewhere(self) -> tuple[View, ...]:
        those = [one for one in self._every if not self._office(one.handled_by)]
        return (View("noi-khac", "", ELSEWHERE, those),) if those else ()

    def _by_level(self) -> tuple[View, ...]:
        return tuple(
            View("cap", level.value, view_address(SECTION, "cap", IN_ADDRESSES[level]), those)
            for level in Level
            if (those := [one for one in self._every if one.level is level])
        )


def _place(audience: Audience | None) -> int:
    return list(Audience).index(audience) if audience else len(Audience)


def _begins(words: list[str], role: str) -> bool:
    wanted = re.split(r"\W+", fold(role))
    return words[: len(wanted)] == wanted


def catalogue_pages(views: Views) -> Iterator[Page]:
    """The whole list, the abolished ones, and each view, in sheets of fifty."""
    for sheet in sheets(views.in_use, LIST):
        yield list_page(sheet, "procedures", views=views, abolished=ABOLISHED)
    for sheet in sheets(views.abolished, ABOLISHED) if views.abolished else ():
        yield list_page(sheet, "procedures-abolished")
    for view in views.every():
        for sheet in sheets(view.in_use, view.address):
            name = Word("level", view.name) if view.way == "cap" else view.name
            yield list_page(sheet, f"procedures-by-{view.way}", view=view, name=name)


def list_page(sheet: Sheet[Procedure], key: str, **values: object) -> Page:
    """A sheet of the catalogue; the first one of the whole list offers the views too."""
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
        source="content/procedures",
        passing=sheet.address != LIST,
    )


def _audience(procedure: Procedure) -> Audience | None:
    return procedure.audience


# ---- one procedure -------------------------------------------------------------------------------


def procedure_page(library: Library, procedure: Procedure, today: date) -> Page:
    """What to bring, where, for how long, at what price, and by which law."""
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
        hotlines=library.hotlines(today) if is_for_citizens else (),
        today=today,
        has_places=is_for_citizens and bool(library.published(Area)),
        names=Names(library),
    )
    has_list = procedure.dossier and procedure.status is not Status.WITHDRAWN
    return replace(page, scripts=CHECKLIST) if has_list else page


def form_of(procedure: Procedure, item: DossierItem) -> BlankForm | None:
    """The form to fill in for a paper of the dossier."""
    return next((form for form in procedure.forms if form.number == item.form), None)
