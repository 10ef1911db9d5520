"""The directory's lists: by province and commune, and by whatever else people choose by.

Every entry of the directory is looked at once, and the lists keep its order; so 20,000
organisations cost 20,000 steps for each way to look at them. A sheet is planned as the ids of its
rows, and opens no other records.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.directory import NOWHERE, Directory, Entry, Place, entry_at
from generator.facets import FACETS, PROVINCE, View, views_of, views_to_list
from generator.library import Library
from generator.outputs import narrowing
from generator.outputs.lists import (
    Link,
    Listing,
    address_of,
    link_to,
    named,
    offered,
    order_of,
    to_offer,
)
from generator.page import Output, Outputs, Page, lists_to_open
from generator.records.areas import Area
from generator.records.calls import Call
from generator.records.organisations import Organisation
from generator.records.practitioners import Practitioner
from generator.records.record import Record
from generator.records.rosters import Roster
from generator.sheets import ROWS, Sheet, Turn, sheet_address, turns, view_address

SECTION = Organisation.section
LIST = f"{SECTION}/index.html"
ENDED = view_address(SECTION, "tinh-trang", "đã dừng")
LISTING = Listing(Organisation, "organisations", FACETS[Organisation], "no_place")
GROUP = LISTING.facets[0]
UNKNOWN = "chua-ro"  # in addresses, in place of a province
SOURCE = "content/organisations"
FURTHER: Mapping[type[Record], str] = {
    Practitioner: "practitioners",
    Roster: "rosters",
    Call: "calls",
}  # lists whose only way in is the front page of the directory

Row = tuple[str, str]  # ids of an organisation and of the area at which it is listed
Headed = tuple[Area | None, list[Entry]]  # entries under the area that heads them


# ---- what there is -----------------------------------------------------------------------------


def outputs(directory: Directory) -> Outputs:
    """The front page of the directory, every list in sheets of fifty, and files for a script."""
    provinces, views = province_lists(directory), views_of_all(directory)
    yield _front(directory, provinces, views)
    for province, rows in provinces.items():
        yield from _province_sheets(province, rows)
    for view in views:
        for turn, those in turns(view.rows, address_of(SECTION, view)):
            given = turn, view.facet, view.value, view.word, those
            yield Output(turn.address, view_page, given, SOURCE, passing=True)
    for turn, those in turns([_row(one) for one in directory.places_of_ended], ENDED):
        is_passing = turn.address != ENDED
        yield Output(turn.address, ended_page, (turn, those), SOURCE, passing=is_passing)
    places = ((id, province) for province, rows in provinces.items() for id, _ in rows)
    yield from narrowing.files(Organisation, places, UNKNOWN)


def _front(
    directory: Directory, provinces: Mapping[str, Sequence[Row]], views: Sequence[View[Row]]
) -> Output:
    of_provinces = (
        Link(PROVINCE, id, id or UNKNOWN, province_address(id), len({one for one, _ in rows}))
        for id, rows in provinces.items()
    )
    total = len(directory.offered)
    of_others = to_offer((link_to(SECTION, view, len(view.rows)) for view in views), total)
    given = total, (*of_provinces, *of_others), len(directory.ended)
    return Output(LIST, front_page, given, SOURCE)


def group_address(group: str) -> str:
    """The list of those of a kind."""
    return view_address(SECTION, GROUP.slug, GROUP.word(group))


def province_address(province: str) -> str:
    """The list of a province; its id is short and lasts."""
    return view_address(SECTION, PROVINCE, province or UNKNOWN)


def province_lists(directory: Directory) -> dict[str, list[Row]]:
    """A list for every province that has an entry or a page; those of no province come last."""
    found: dict[str, list[Row]] = defaultdict(list)
    for place in directory.places:
        found[directory.province(place.area)].append(_row(place))
    lists = {id: found.get(id, []) for id in directory.provinces}
    return {**lists, NOWHERE: found[NOWHERE]} if NOWHERE in found else lists


def views_of_all(directory: Directory) -> list[View[Row]]:
    """Every view with anything in it, facet by facet."""
    rows = [(_row(place), place.line) for place in directory.places if place.is_first]
    kinds = views_of(GROUP, rows)  # each has a list, for its organisations lead there
    return [*kinds, *views_to_list(LISTING.facets[1:], rows)]


def _row(place: Place) -> Row:
    return place.line.id, place.area


def _province_sheets(province: str, rows: Sequence[Row]) -> Iterator[Output]:
    """The sheets of a province by commune; the first tells where each commune begins."""
    address = province_address(province)
    for turn, those in turns(rows, address):
        begins = _begins(province, rows, address) if turn.number == 1 else ()
        given = turn, province, begins, those
        yield Output(turn.address, province_page, given, SOURCE, passing=True)


def _begins(province: str, rows: Sequence[Row], address: str) -> tuple[tuple[str, str], ...]:
    """The communes with the address of the sheet and the place on it where each begins."""
    found: dict[str, str] = {}
    for at, (_, area) in enumerate(rows):
        if area not in found and area != province:
            found[area] = f"{sheet_address(address, at // ROWS + 1)}#{area}"
    return tuple(found.items())


# ---- pages ---------------------------------------------------------------------------------------


def front_page(library: Library, total: int, links: Sequence[Link], ended: int) -> Page:
    """Where to begin: provinces, then every other way, with how many there are of each."""
    return Page(
        address=LIST,
        section=SECTION,
        template="lists/organisations.html",
        key="organisations",
        values={
            "total": total,
            "order": order_of(LISTING),
            "choices": offered(LISTING, library, links),
            "ended": (ENDED, ended),
            "further": lists_to_open(library, FURTHER),
            "hotlines": library.hotlines(),
        },
        scripts=narrowing.SCRIPTS,
    )


def province_page(
    library: Library,
    turn: Turn,
    province: str,
    begins: Sequence[tuple[str, str]],
    rows: Sequence[Row],
) -> Page:
    """A sheet of a province, by commune."""
    found = library.find(Area, province)
    return list_page(
        library,
        turn,
        rows,
        "organisations-by-tinh",
        lambda entry: entry.commune,
        name=named(LISTING, library, PROVINCE, province),
        whole=f"{LIST}?{PROVINCE}={province or UNKNOWN}",
        communes=[(library.get(Area, id), address) for id, address in begins],
        province=found,
    )


def view_page(
    library: Library, turn: Turn, facet: str, value: str, word: str, rows: Sequence[Row]
) -> Page:
    """A sheet of those that share a value of a facet, by province."""
    return list_page(
        library,
        turn,
        rows,
        f"organisations-by-{facet}",
        _province,
        name=named(LISTING, library, facet, value),
        whole=f"{LIST}?{facet}={word}",
    )


def ended_page(library: Library, turn: Turn, rows: Sequence[Row]) -> Page:
    """A sheet of those that have stopped, by province."""
    return list_page(library, turn, rows, "organisations-ended", _province)


def _province(entry: Entry) -> Area | None:
    return entry.province


def list_page(
    library: Library,
    turn: Turn,
    rows: Sequence[Row],
    key: str,
    head: Callable[[Entry], Area | None],
    **values: object,
) -> Page:
    """A sheet of a list, its entries under the areas that head them."""
    entries = [
        entry_at(library, library.get(Organisation, id), library.find(Area, area))
        for id, area in rows
    ]
    sheet = Sheet(*turn, rows=entries)
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/organisations_by.html",
        key=key,
        values={
            "sheet": sheet,
            "turn": sheet.turn,
            "groups": [(area, list(those)) for area, those in groupby(entries, key=head)],
            "province": None,
            "communes": (),
            "whole": None,
            "hotlines": library.hotlines(),
            **values,
        },
    )
