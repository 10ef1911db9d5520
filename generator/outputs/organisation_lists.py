"""The directory's lists: by province and commune, and by whatever else people choose by.

Every entry of the directory is looked at once, and the lists keep its order; so 20,000
organisations cost 20,000 steps for each way to look at them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.directory import Directory, Entry
from generator.library import Library
from generator.page import Outputs, Page, Word, lists_to_open
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

Headed = tuple[Area | None, list[Entry]]  # entries under the area that heads them


@dataclass(frozen=True)
class Way:
    """A way to look at the directory: the word for it in addresses, and what it sorts by.

    `wording` is the group of the wording that has the words for the values; without it the
    values are words already. `order` is that of its views on the front page.
    """

    slug: str
    values: Callable[[Organisation], Iterable[str]]
    order: Callable[["View"], tuple[object, ...]]
    wording: str = ""


@dataclass(frozen=True)
class View:
    """The entries that share a value of one way."""

    way: Way
    value: str
    address: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def name(self) -> str | Word:
        """The value as readers know it."""
        return Word(self.way.wording, self.value) if self.way.wording else self.value


def _as_declared(view: View) -> tuple[object, ...]:
    return (list(IN_ADDRESSES).index(view.value),) if view.value in IN_ADDRESSES else (-1,)


def _by_words(view: View) -> tuple[object, ...]:
    return (sort_key(view.value),)


def _most_first(view: View) -> tuple[object, ...]:
    return -len(view.entries), view.value


WAYS = (
    Way("loai", lambda one: [one.group or ""], _as_declared, "organisation_group"),
    Way("hinh-thuc", lambda one: one.forms, _as_declared, "form"),
    Way("linh-vuc", lambda one: one.fields, _by_words),
    Way("doi-tuong", lambda one: one.audiences, _by_words),
    Way("ngon-ngu", lambda one: one.languages, _most_first, "language"),
)


@dataclass(frozen=True)
class ProvinceList:
    """The entries of one province, or of none where no place is told."""

    province: Area | None
    address: str
    entries: Sequence[Entry]

    @property
    def count(self) -> int:
        """How many organisations it names, each once."""
        return len({entry.organisation.id for entry in self.entries})

    @property
    def communes(self) -> list[tuple[Area, str]]:
        """The communes with the address of the sheet and the place on it where each begins."""
        found: dict[str, tuple[Area, str]] = {}
        for place, entry in enumerate(self.entries):
            commune = entry.commune
            if commune and commune.id not in found:
                sheet = sheet_address(self.address, place // ROWS + 1)
                found[commune.id] = commune, f"{sheet}#{commune.id}"
        return list(found.values())


def outputs(library: Library, directory: Directory) -> Outputs:
    """The front page of the directory, and every list in sheets of fifty."""
    provinces = province_lists(library, directory)
    views = views_of(directory)
    yield front_page(library, directory, provinces, views)
    for one in provinces:
        yield from province_pages(one)
    for view in views:
        key = f"organisations-by-{view.way.slug}"
        yield from list_pages(view.entries, view.address, key, name=view.name)
    yield from list_pages(directory.entries_of_ended(), ENDED, "organisations-ended")


def way_address(way: str, value: str) -> str:
    """The list of those that share a value."""
    return view_address(SECTION, way, IN_ADDRESSES.get(value, value))


def province_address(province: Area | None) -> str:
    """The list of a province; its id is short and lasts."""
    return view_address(SECTION, "tinh", province.id) if province else NO_PROVINCE


def province_lists(library: Library, directory: Directory) -> list[ProvinceList]:
    """A list for every province that has an entry or a page; those of no province come last."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in directory.entries:
        found[entry.province.id if entry.province else ""].append(entry)
    provinces = sorted(
        (one for one in library.published(Area) if one.is_province),
        key=lambda one: sort_key(one.name),
    )
    lists = [ProvinceList(one, province_address(one), found.get(one.id, ())) for one in provinces]
    rest = found.get("")
    return [*lists, ProvinceList(None, NO_PROVINCE, rest)] if rest else lists


def views_of(directory: Directory) -> list[View]:
    """Every view with anything in it: way by way, in the order of the way."""
    found: dict[str, View] = {}
    for entry in directory.entries:
        for way in WAYS if entry.is_first else ():
            for value in way.values(entry.organisation):
                address = way_address(way.slug, value)
                view = found.setdefault(address, View(way, value, address))
                if entry not in view.entries[-1:]:  # two spellings of one value
                    view.entries.append(entry)
    return sorted(found.values(), key=lambda view: (WAYS.index(view.way), *view.way.order(view)))


def front_page(
    library: Library,
    directory: Directory,
    provinces: Sequence[ProvinceList],
    views: Sequence[View],
) -> Page:
    """Where to begin: provinces, then every other way, with how many there are of each."""
    return Page(
        address=LIST,
        section=SECTION,
        template="lists/organisations.html",
        key="organisations",
        values={
            "total": len(directory.offered),
            "provinces": provinces,
            "ways": [(way.slug, way.wording, list(those)) for way, those in _by_way(views)],
            "ended": (ENDED, len(directory.ended)),
            "further": lists_to_open(library, FURTHER),
        },
        source=SOURCE,
    )


def _by_way(views: Sequence[View]) -> Iterator[tuple[Way, Iterator[View]]]:
    return groupby(views, key=lambda view: view.way)


def province_pages(one: ProvinceList) -> Iterator[Page]:
    """The sheets of a province by commune; the first tells where each commune begins."""
    name = one.province.label if one.province else Word("mark", "no_place")
    communes = one.communes
    for sheet in sheets(one.entries, one.address):
        yield list_page(
            sheet,
            "organisations-by-tinh",
            groups(sheet.rows, lambda entry: entry.commune),
            name=name,
            communes=communes,
            province=one.province,
        )


def list_pages(rows: Sequence[Entry], address: str, key: str, **values: object) -> Iterator[Page]:
    """The sheets of any other list, by province."""
    for sheet in sheets(rows, address):
        by_province = groups(sheet.rows, lambda entry: entry.province)
        yield list_page(sheet, key, by_province, **values)


def groups(rows: Iterable[Entry], head: Callable[[Entry], Area | None]) -> list[Headed]:
    """The entries of a sheet under the areas that head them."""
    return [(area, list(those)) for area, those in groupby(rows, key=head)]


def list_page(sheet: Sheet[Entry], key: str, groups: list[Headed], **values: object) -> Page:
    """A sheet of a list."""
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/organisations_by.html",
        key=key,
        values={
            "sheet": sheet,
            "turn": f" ({sheet.number}/{sheet.count})" if sheet.count > 1 else "",
            "groups": groups,
            "province": None,
            "communes": (),
            **values,
        },
        source=SOURCE,
        passing=sheet.address != ENDED,
    )
