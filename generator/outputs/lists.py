"""Lists of a kind in sheets of fifty: the whole of it, and those that share a value of a facet.

A sheet is planned as the ids of its rows, and opens no other records. The first sheet of the whole
list offers the others, and by the same words a script puts several facets together (`narrowing`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from generator.facets import COMMON, PROVINCE, Facet, View, tells_apart, views_to_list
from generator.library import Library
from generator.outputs import narrowing
from generator.page import Make, Output, Outputs, Page, Word
from generator.places import provinces_by_name
from generator.records.areas import Area
from generator.records.record import Record
from generator.sheets import Sheet, Turn, turns, view_address

WHOLE = ("", "", "")  # in place of facet, value and word


class Link(NamedTuple):
    """A view as a list offers it; `word` names its value in addresses, and `size` rows have it."""

    facet: str
    value: str
    word: str
    address: str
    size: int


class Ask(NamedTuple):
    """What is asked for: a sheet of the whole or of a view, by the ids of its rows.

    `view` are facet, value and word; `links` is what the first sheet of the whole offers. It comes
    out of the store as a plain tuple.
    """

    turn: Turn
    view: tuple[str, str, str]
    rows: tuple[str, ...]
    links: tuple[Link, ...]


class Line(NamedTuple):
    """A record as its list is planned: its province, and its outline or the record itself."""

    id: str
    province: str  # the id of an area, or nothing
    outline: Any


@dataclass(frozen=True)
class Listing:
    """The list of a kind: its template, its key in the wording, and what readers choose by.

    Those that share a value have the same template and the key with `-by` behind it. `nowhere` says
    in the wording, under `mark`, where those are that have no province.
    """

    kind: type[Record]
    key: str
    facets: tuple[Facet, ...]
    nowhere: str = "no_province"

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
    section = listing.kind.section
    links = (*(link_to(section, one, len(one.rows)) for one in views), *further)
    offer = to_offer(links, len(lines))
    yield from _sheets(listing, make, listing.address, WHOLE, lines, offer)
    for one in views:
        view = one.facet, one.value, one.word
        yield from _sheets(listing, make, address_of(section, one), view, one.rows, ())
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


def address_of(section: str, view: View[Any]) -> str:
    """Where the list of a view begins."""
    return view_address(section, view.facet, view.word)


def link_to(section: str, view: View[Any], count: int) -> Link:
    """The way to a view, with how many rows it shows."""
    return Link(view.facet, view.value, view.word, address_of(section, view), count)


def to_offer(links: Iterable[Link], every: int) -> tuple[Link, ...]:
    """Those with anything in them whose facet tells the rows of a list apart, `every` of them.

    A province tells where files lie, and is offered were it the only one.
    """
    full = (link for link in links if link.size)
    facets = ((slug, list(those)) for slug, those in groupby(full, key=attrgetter("facet")))
    return tuple(
        link
        for slug, those in facets
        if slug == PROVINCE or tells_apart([link.size for link in those], every)
        for link in those
    )


def _sheets(
    listing: Listing,
    make: Make,
    address: str,
    view: tuple[str, str, str],
    lines: Sequence[Line],
    links: tuple[Link, ...],
) -> Iterator[Output]:
    source = f"content/{listing.kind.folder}"
    for turn, ids in turns([one.id for one in lines], address):
        ask = Ask(turn, view, ids, links if turn.number == 1 else ())
        yield Output(turn.address, make, (ask,), source, turn.address != listing.address)


# ---- a sheet ------------------------------------------------------------------------------------


def list_page(
    listing: Listing, library: Library, ask: Ask, rows: Sequence[object], **values: object
) -> Page:
    """A sheet of a list with its `rows`, which the kind has opened by the ids that are asked."""
    turn, (facet, value, word), _, links = ask
    sheet = Sheet(*turn, rows=rows)
    name = {"name": named(listing, library, facet, value)} if facet else {}
    return Page(
        address=sheet.address,
        section=listing.kind.section,
        template=f"lists/{listing.kind.folder}.html",
        key=f"{listing.key}-by" if facet else listing.key,
        values={
            "sheet": sheet,
            "turn": sheet.turn,
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
    listing: Listing, library: Library, links: Iterable[Link]
) -> list[tuple[str, list[Choice]]]:
    """Each facet with its values; links come out of the store as plain tuples."""
    every = (Link(*one) for one in links)
    by_facet = groupby(every, key=attrgetter("facet"))
    return [(slug, [_choice(listing, library, link) for link in those]) for slug, those in by_facet]


def _choice(listing: Listing, library: Library, link: Link) -> Choice:
    name = named(listing, library, link.facet, link.value)
    return Choice(name, link.word, link.address, link.size)


def named(listing: Listing, library: Library, facet: str, value: str) -> str | Word:
    """A value of a facet as readers know it."""
    if facet == PROVINCE:
        area = library.find(Area, value)
        return area.label if area else Word("mark", listing.nowhere)
    wording = next(one.wording for one in listing.facets if one.slug == facet)
    return Word(wording, value) if wording else value
