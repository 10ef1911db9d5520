"""Lists of a kind in sheets of fifty: the whole of it, and those that share a value of a facet.

A sheet is planned as the ids of its rows, and opens no other records. The first sheet of the whole
list offers the others, and by the same words a script puts several facets together (`narrowing`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from generator.facets import COMMON, PROVINCE, Facet, View, views_to_list
from generator.library import Library
from generator.outputs import narrowing
from generator.page import Make, Output, Outputs, Page, Word
from generator.places import provinces_by_name
from generator.records.agencies import AgencyOutline
from generator.records.areas import Area, AreaOutline
from generator.records.record import Record
from generator.sheets import Sheet, sheets, view_address
from generator.vietnamese.place_names import same_name

Turn = tuple[str, int, int]  # the list of a sheet, its number, and how many sheets there are
Link = tuple[str, str, str, str, int]  # a view: facet, value, its word, its address, its rows
# A sheet; facet, value and word of a view; the ids of its rows; what the first of all offers.
Ask = tuple[Turn, tuple[str, str, str], tuple[str, ...], tuple[Link, ...]]
WHOLE = ("", "", "")  # in place of facet, value and word


class Line(NamedTuple):
    """A record as its list is planned: its province, and its outline or the record itself."""

    id: str
    province: str  # the id of an area, or nothing
    outline: Any


@dataclass(frozen=True)
class Listing:
    """The list of a kind: its template, its key in the wording, and what readers choose by.

    Those that share a value have the same template and the key with `-by` behind it.
    """

    kind: type[Record]
    key: str
    facets: tuple[Facet, ...]

    @property
    def address(self) -> str:
        """The whole list."""
        return f"{self.kind.section}/index.html"


@dataclass(frozen=True)
class Choice:
    """A value as a list offers it; `word` names it in addresses, and `count` records have it."""

    name: str | Word
    word: str
    address: str
    count: int


# ---- what there is -----------------------------------------------------------------------------


def list_outputs(
    listing: Listing,
    library: Library,
    lines: Sequence[Line],
    make: Make,
    further: Sequence[Link] = (),
) -> Outputs:
    """Every sheet of a list and of its views, made by `make`, and the files for the script.

    `further` are views that somebody else answers for.
    """
    answered = {link[0] for link in further}
    facets = [one for one in listing.facets if one.slug not in answered]
    views = [*by_province(library, lines), *by_facets(facets, lines)]
    links = (*(_link(listing, one) for one in views), *further)
    yield from _sheets(listing, make, listing.address, WHOLE, lines, links)
    for one in views:
        view = one.facet, one.value, one.word
        yield from _sheets(listing, make, _address(listing, one), view, one.rows, ())
    yield from narrowing.files(listing.kind, ((one.id, one.province) for one in lines))


def by_province(library: Library, lines: Sequence[Line]) -> Iterator[View[Line]]:
    """Provinces by name, and what belongs to none; nothing where all belong to none."""
    order = {id: at for at, id in enumerate(provinces_by_name(library))}
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.province, []).append(line)
    for id in sorted(found, key=lambda one: (one == "", order.get(one, len(order)))):
        if found.keys() != {""}:
            yield View(PROVINCE, id, id or COMMON, found[id])


def by_facets(facets: Iterable[Facet], lines: Sequence[Line]) -> list[View[Line]]:
    """The views of some facets, one after the other."""
    return views_to_list(facets, [(line, line.outline) for line in lines])


def _link(listing: Listing, view: View[Line]) -> Link:
    return view.facet, view.value, view.word, _address(listing, view), len(view.rows)


def _address(listing: Listing, view: View[Line]) -> str:
    return view_address(listing.kind.section, view.facet, view.word)


def _sheets(
    listing: Listing,
    make: Make,
    address: str,
    view: tuple[str, str, str],
    lines: Sequence[Line],
    links: tuple[Link, ...],
) -> Iterator[Output]:
    source = f"content/{listing.kind.folder}"
    for sheet in sheets([one.id for one in lines], address):
        turn = sheet.list, sheet.number, sheet.count
        ask = turn, view, tuple(sheet.rows), links if sheet.number == 1 else ()
        yield Output(sheet.address, make, (ask,), source, sheet.address != listing.address)


# ---- where things belong -------------------------------------------------------------------------


class Homes:
    """The province in which an agency works, by the ids of both."""

    def __init__(self, library: Library) -> None:
        """Know every agency and province by its outline."""
        areas = [one for one in library.outlines(AreaOutline) if one.is_province]
        provinces = {same_name(one.name): one.id for one in areas}
        self._of = {
            one.id: provinces.get(same_name(one.province), "")
            for one in library.outlines(AgencyOutline)
            if one.province
        }

    def of(self, agency: str | None) -> str:
        """The province of an agency; nothing where it works for the whole country."""
        return self._of.get(agency or "", "")


# ---- a sheet ------------------------------------------------------------------------------------


def list_page(
    listing: Listing, library: Library, ask: Ask, rows: Sequence[object], **values: object
) -> Page:
    """A sheet of a list with its `rows`, which the kind has opened by the ids that are asked."""
    turn, (facet, value, word), _, links = ask
    sheet = Sheet(*turn, rows=rows)
    name = {"name": named(library, facet_of(listing, facet), value)} if facet else {}
    return Page(
        address=sheet.address,
        section=listing.kind.section,
        template=f"lists/{listing.kind.folder}.html",
        key=f"{listing.key}-by" if facet else listing.key,
        values={
            "sheet": sheet,
            "turn": f" ({sheet.number}/{sheet.count})" if sheet.count > 1 else "",
            "order": order_of(listing),
            "choices": offered(listing, library, links),
            "whole": f"{listing.address}?{facet}={word}" if facet else None,
            **name,
            **values,
        },
        scripts=narrowing.SCRIPTS if links else (),
    )


def order_of(listing: Listing) -> tuple[str, ...]:
    """The facets in the order in which the rows for the script tell their values."""
    return tuple(one.slug for one in listing.facets)


def offered(
    listing: Listing, library: Library, links: Sequence[Link]
) -> list[tuple[str, list[Choice]]]:
    """Each facet that tells records apart, with its values; a province tells where files lie."""
    found = (
        (slug, [_choice(listing, library, link) for link in those])
        for slug, those in groupby(links, key=lambda link: link[0])
    )
    return [(slug, choices) for slug, choices in found if len(choices) > 1 or slug == PROVINCE]


def _choice(listing: Listing, library: Library, link: Link) -> Choice:
    slug, value, word, address, count = link
    return Choice(named(library, facet_of(listing, slug), value), word, address, count)


def facet_of(listing: Listing, slug: str) -> Facet | None:
    """The facet of a list; None for the province, which all lists share."""
    return next((one for one in listing.facets if one.slug == slug), None)


def named(library: Library, facet: Facet | None, value: str) -> str | Word:
    """A value as readers know it; without a facet it is a province."""
    if facet is None:
        area = library.find(Area, value)
        return area.label if area else Word("mark", "no_province")
    return Word(facet.wording, value) if facet.wording else value
