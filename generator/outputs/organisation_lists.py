"""The directory's lists: by province and commune, and by whatever else people choose by.

Every entry of the directory is looked at once, and the lists keep its order; so 20,000
organisations cost 20,000 steps for each way to look at them. A sheet is planned as the ids of its
rows, and opens no other records.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.directory import NOWHERE, Directory, Entry, Line, Place, entry_at
from generator.library import Library
from generator.page import Output, Outputs, Page, Word, lists_to_open
from generator.records.areas import Area
from generator.records.calls import Call
from generator.records.organisations import Form, Group, Organisation
from generator.records.practitioners import Practitioner
from generator.records.record import Record
from generator.records.rosters import Roster
from generator.sheets import ROWS, Sheet, sheet_address, sheets, view_address
from generator.vietnamese.sorting import sort_key

SECTION = Organisation.section
LIST = f"{SECTION}/index.html"
ENDED = view_address(SECTION, "tinh-trang", "đã dừng")
NO_PROVINCE = view_address(SECTION, "tinh", "chưa rõ")
SOURCE = "content/organisations"
FURTHER: Mapping[type[Record], str] = {
    Practitioner: "practitioners",
    Roster: "rosters",
    Call: "calls",
}  # lists whose only way in is the front page of the directory
IN_ADDRESSES: dict[str, str] = {
    Group.STATE_CENTRE: "trung-tam-nha-nuoc",
    Group.BRANCH: "chi-nhanh",
    Group.CONTRACTED: "theo-hop-dong",
    Group.REGISTERED: "dang-ky-tham-gia",
    Group.ADVICE_ORGANISATION: "to-chuc-tu-van",
    Group.COMMUNITY_LAW_CENTRE: "trung-tam-phap-luat-cong-dong",
    Group.MEDIATION_TEAM: "to-hoa-giai",
    Form.LITIGATION: "tham-gia-to-tung",
    Form.ADVICE: "tu-van",
    Form.REPRESENTATION: "dai-dien",
}  # what our own words are called in addresses that people read out and print

Row = tuple[str, str]  # ids of an organisation and of the area at which it is listed
Turn = tuple[str, int, int]  # the list of a sheet, its number, and how many sheets there are
Headed = tuple[Area | None, list[Entry]]  # entries under the area that heads them


@dataclass(frozen=True)
class Way:
    """A way to look at the directory: the word for it in addresses, and what it sorts by.

    `wording` is the group of the wording that has the words for the values; without it the
    values are words already. `order` is that of its views on the front page.
    """

    slug: str
    values: Callable[[Line], Iterable[str]]
    order: Callable[["Planned"], tuple[object, ...]]
    wording: str = ""

    def name(self, value: str) -> str | Word:
        """A value as readers know it."""
        return Word(self.wording, value) if self.wording else value


@dataclass(frozen=True)
class Planned:
    """A view that is being planned: the rows that share a value of one way."""

    way: Way
    value: str
    address: str
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class View:
    """A view as the front page offers it, and how many organisations it names."""

    way: str
    value: str
    address: str
    count: int


def _as_declared(view: Planned) -> tuple[object, ...]:
    return (list(IN_ADDRESSES).index(view.value),) if view.value in IN_ADDRESSES else (-1,)


def _by_words(view: Planned) -> tuple[object, ...]:
    return (sort_key(view.value),)


def _most_first(view: Planned) -> tuple[object, ...]:
    return -len(view.rows), view.value


WAYS = (
    Way("loai", lambda one: (one.group,), _as_declared, "organisation_group"),
    Way("hinh-thuc", lambda one: one.forms, _as_declared, "form"),
    Way("linh-vuc", lambda one: one.fields, _by_words),
    Way("doi-tuong", lambda one: one.audiences, _by_words),
    Way("ngon-ngu", lambda one: one.languages, _most_first, "language"),
)
BY_SLUG = {way.slug: way for way in WAYS}


# ---- what there is -----------------------------------------------------------------------------


def outputs(directory: Directory) -> Outputs:
    """The front page of the directory, and every list in sheets of fifty."""
    provinces = province_lists(directory)
    views = views_of(directory)
    yield _front(directory, provinces, views)
    for province, rows in provinces.items():
        yield from _province_sheets(province, rows)
    for view in views:
        for turn, those in _turns(view.rows, view.address):
            given = turn, view.way.slug, view.value, those
            yield Output(sheet_address(*turn[:2]), view_page, given, SOURCE, passing=True)
    for turn, those in _turns([_row(one) for one in directory.places_of_ended], ENDED):
        address = sheet_address(*turn[:2])
        yield Output(address, ended_page, (turn, those), SOURCE, passing=address != ENDED)


def _front(
    directory: Directory, provinces: Mapping[str, Sequence[Row]], views: Sequence[Planned]
) -> Output:
    given = (
        len(directory.offered),
        tuple(
            (id, len({organisation for organisation, _ in rows})) for id, rows in provinces.items()
        ),
        tuple((view.way.slug, view.value, view.address, len(view.rows)) for view in views),
        len(directory.ended),
    )
    return Output(LIST, front_page, given, SOURCE)


def way_address(way: str, value: str) -> str:
    """The list of those that share a value."""
    return view_address(SECTION, way, IN_ADDRESSES.get(value, value))


def province_address(province: str) -> str:
    """The list of a province; its id is short and lasts."""
    return view_address(SECTION, "tinh", province) if province else NO_PROVINCE


def province_lists(directory: Directory) -> dict[str, list[Row]]:
    """A list for every province that has an entry or a page; those of no province come last."""
    found: dict[str, list[Row]] = defaultdict(list)
    for place in directory.places:
        found[directory.province(place.area)].append(_row(place))
    lists = {id: found.get(id, []) for id in directory.provinces}
    return {**lists, NOWHERE: found[NOWHERE]} if NOWHERE in found else lists


def views_of(directory: Directory) -> list[Planned]:
    """Every view with anything in it: way by way, in the order of the way."""
    places = [place for place in directory.places if place.is_first]
    rows = [_row(place) for place in places]
    views: list[Planned] = []
    for way in WAYS:
        found = _by_address(way, places)
        planned = [
            Planned(way, value, address, [rows[at] for at in those])
            for address, (value, those) in found.items()
        ]
        views += sorted(planned, key=way.order)
    return views


def _by_address(way: Way, places: Sequence[Place]) -> dict[str, tuple[str, list[int]]]:
    """The numbers of the places that each list names, with the value that is met first."""
    by_value: dict[str, list[int]] = defaultdict(list)
    for at, place in enumerate(places):
        for value in way.values(place.line):
            by_value[value].append(at)
    found: dict[str, tuple[str, list[int]]] = {}
    for value, those in by_value.items():
        address = way_address(way.slug, value)
        first, before = found.get(address, (value, []))  # of two spellings of one value
        found[address] = first, sorted({*before, *those})
    return found


def _row(place: Place) -> Row:
    return place.line.id, place.area


def _turns(rows: Sequence[Row], address: str) -> Iterator[tuple[Turn, tuple[Row, ...]]]:
    for sheet in sheets(rows, address):
        yield (sheet.list, sheet.number, sheet.count), tuple(sheet.rows)


def _province_sheets(province: str, rows: Sequence[Row]) -> Iterator[Output]:
    """The sheets of a province by commune; the first tells where each commune begins."""
    address = province_address(province)
    for turn, those in _turns(rows, address):
        begins = _begins(province, rows, address) if turn[1] == 1 else ()
        given = turn, province, begins, those
        yield Output(sheet_address(*turn[:2]), province_page, given, SOURCE, passing=True)


def _begins(province: str, rows: Sequence[Row], address: str) -> tuple[tuple[str, str], ...]:
    """The communes with the address of the sheet and the place on it where each begins."""
    found: dict[str, str] = {}
    for at, (_, area) in enumerate(rows):
        if area not in found and area != province:
            found[area] = f"{sheet_address(address, at // ROWS + 1)}#{area}"
    return tuple(found.items())


# ---- pages ---------------------------------------------------------------------------------------


def front_page(
    library: Library,
    total: int,
    provinces: Sequence[tuple[str, int]],
    views: Sequence[tuple[str, str, str, int]],
    ended: int,
) -> Page:
    """Where to begin: provinces, then every other way, with how many there are of each."""
    return Page(
        address=LIST,
        section=SECTION,
        template="lists/organisations.html",
        key="organisations",
        values={
            "total": total,
            "provinces": [
                (library.find(Area, id), province_address(id), count) for id, count in provinces
            ],
            "ways": [
                (slug, BY_SLUG[slug].wording, [View(*view) for view in those])
                for slug, those in groupby(views, key=lambda view: view[0])
            ],
            "ended": (ENDED, ended),
            "further": lists_to_open(library, FURTHER),
        },
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
        name=found.label if found else Word("mark", "no_place"),
        communes=[(library.get(Area, id), address) for id, address in begins],
        province=found,
    )


def view_page(library: Library, turn: Turn, way: str, value: str, rows: Sequence[Row]) -> Page:
    """A sheet of those that share a value of a way, by province."""
    key, name = f"organisations-by-{way}", BY_SLUG[way].name(value)
    return list_page(library, turn, rows, key, _province, name=name)


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
    sheet = Sheet(*turn, total=0, rows=entries)
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/organisations_by.html",
        key=key,
        values={
            "sheet": sheet,
            "turn": f" ({sheet.number}/{sheet.count})" if sheet.count > 1 else "",
            "groups": [(area, list(those)) for area, those in groupby(entries, key=head)],
            "province": None,
            "communes": (),
            **values,
        },
    )
