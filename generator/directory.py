"""The directory: which organisations stand in a place, and which serve the people there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from sys import intern

from generator.library import Library
from generator.records.areas import Area
from generator.records.contacts import Contact
from generator.records.organisations import Group, Organisation, State
from generator.records.record import Status
from generator.values import Value
from generator.vietnamese.sorting import SortKey, sort_key

ORDER = {group: place for place, group in enumerate(Group)}  # in which a reader should try them
Rank = tuple[bool, bool, bool, SortKey, str]
NOWHERE = ""  # in place of the id of an area, where no place is told
NAMELESS = sort_key("")


# ---- one organisation, or those of one place ---------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """A line of the directory: an organisation at one of its places."""

    organisation: Organisation
    commune: Area | None
    province: Area | None

    @property
    def phone(self) -> Contact | None:
        """The number that a reader should call; none while nobody may turn to the organisation."""
        numbers = self.organisation.numbers if self.organisation.is_active else ()
        return numbers[0] if numbers else None


def entry_at(library: Library, organisation: Organisation, area: Area | None) -> Entry:
    """The line of an organisation at an area, or nowhere."""
    if area is None or area.is_province:
        return Entry(organisation, None, area)
    return Entry(organisation, area, library.find(Area, area.province))


def first_entry(library: Library, organisation: Organisation) -> Entry:
    """The line that stands for an organisation where its places do not matter."""
    ids = (*(one.area for one in organisation.locations), *organisation.serves)
    areas = {one.id: one for one in library.those(Area, ids)}
    known = {id: one.is_province for id, one in areas.items()}
    return entry_at(library, organisation, areas.get(areas_of(organisation, known)[0]))


def areas_of(organisation: Organisation, known: Mapping[str, bool]) -> tuple[str, ...]:
    """Where it has lines: its places and each whole province that it serves; one at least.

    `known` tells of the areas that there are whether each is a province.
    """
    located = [one.area for one in organisation.locations if one.area and one.area in known]
    wide = [id for id in organisation.serves if known.get(id)]
    if located or wide:
        return tuple(dict.fromkeys([*located, *wide]))
    return next(((id,) for id in organisation.serves if id in known), (NOWHERE,))


def located_in(library: Library, area: Area) -> tuple[Organisation, ...]:
    """Those with a place in an area itself, in the order of every list."""
    return _in_order(one for one in _naming(library, area) if is_located_in(one, area))


def serving(library: Library, area: Area) -> tuple[Organisation, ...]:
    """Those that name the area among what they serve, or the province that it lies in."""
    province = library.find(Area, area.province)
    areas = (area, province) if province else (area,)
    found = {one.id: one for at in areas for one in _naming(library, at) if at.id in one.serves}
    return _in_order(found.values())


def is_located_in(organisation: Organisation, area: Area) -> bool:
    """Whether it has a place in the area itself."""
    return any(one.area == area.id for one in organisation.locations)


def _naming(library: Library, area: Area) -> Iterator[Organisation]:
    every = library.users(area, Organisation)
    return (one for one in every if one.state is not State.ENDED)


def _in_order(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    return tuple(sorted(organisations, key=rank))


def kind_order(organisation: Organisation) -> int:
    """The place of its kind among those that a reader should try."""
    return ORDER[organisation.group] if organisation.group else len(ORDER)


def rank(one: "Organisation | Line") -> Rank:
    """The place of an organisation in a list: whom a reader may trust and reach comes first."""
    return one.demo, not one.is_active, not one.can_be_called, sort_key(one.label), one.id


def can_be_saved(organisation: Organisation) -> bool:
    """Whether there is anything to save: a way to reach it, while it is at work.

    Nothing of a demonstration record is: a card leaves the page that says it is none.
    """
    is_real = organisation.is_active and not organisation.demo
    return is_real and bool(organisation.contacts or organisation.locations)


# ---- all of them -------------------------------------------------------------------------------


class Line(Value, frozen=True):
    """What the whole directory knows of an organisation, a tenth of its record.

    `at` are the ids of the areas at which it has lines, `near` of those whose people may ask for
    somebody else while it cannot be asked; `last_day` is that of its paper. Kinds of help are in
    the words of the record.
    """

    id: str
    file: str
    label: str
    demo: bool
    is_withdrawn: bool
    has_ended: bool
    is_active: bool
    can_be_called: bool
    can_be_saved: bool
    kind: int
    parent: str | None
    last_day: date | None
    at: tuple[str, ...]
    near: tuple[str, ...]
    serves: tuple[str, ...]
    group: str
    forms: tuple[str, ...]
    fields: tuple[str, ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def can_be_asked(self) -> bool:
        """Whether a reader may call it now."""
        return self.is_active and self.can_be_called


class Place(Value, frozen=True):
    """An organisation at one of its areas, or nowhere."""

    line: Line
    area: str

    @property
    def is_first(self) -> bool:
        """Whether it stands for the organisation where its places do not matter."""
        return self.area == self.line.at[0]


class Spot(Value, frozen=True):
    """What the directory knows of an area; `order` is its place in a list, after its province."""

    province: str
    is_province: bool
    is_offered: bool
    order: int


class Directory:
    """All organisations by area, each opened once; lists are planned from it.

    Within a list, real ones come before demonstration ones, then those at work before those
    suspended, then those that can be called, then by name.
    """

    def __init__(self, library: Library) -> None:
        """Walk through the organisations and areas of `library`."""
        self._spots = _spots(library)
        self._known = {id: spot.is_province for id, spot in self._spots.items()}
        self._words: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._lines = {one.id: self._line(one) for one in library.each(Organisation)}
        self._words.clear()

    def _line(self, one: Organisation) -> Line:
        located = tuple([place.area for place in one.locations if place.area])
        paper = one.authorisation
        return Line(
            id=intern(one.id),
            file=one.file,
            label=one.label,
            demo=one.demo,
            is_withdrawn=one.status is Status.WITHDRAWN,
            has_ended=one.state is State.ENDED,
            is_active=one.is_active,
            can_be_called=one.can_be_called,
            can_be_saved=can_be_saved(one),
            kind=kind_order(one),
            parent=one.parent,
            last_day=paper.last_day if paper else None,
            at=self._shared(areas_of(one, self._known)),
            near=self._shared(located or one.serves),
            serves=self._shared(one.serves),
            group=f"{one.group}" if one.group else "",
            forms=self._shared(one.forms),
            fields=self._shared(one.fields),
            audiences=self._shared(one.audiences),
            languages=self._shared(one.languages),
        )

    def _shared(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words, kept in memory once however many organisations have them."""
        found = self._words.get(words)
        if found is None:
            found = self._words[words] = tuple([intern(f"{word}") for word in words])
        return found

    @property
    def every(self) -> Iterable[Line]:
        """All that have a page, by id."""
        return self._lines.values()

    @cached_property
    def offered(self) -> tuple[Line, ...]:
        """All that may still be turned to, by id."""
        return tuple(o for o in self.every if not o.is_withdrawn and not o.has_ended)

    @cached_property
    def ended(self) -> tuple[Line, ...]:
        """Those that have stopped for good, by id."""
        return tuple(o for o in self.every if not o.is_withdrawn and o.has_ended)

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """The ids of the provinces on offer, by name."""
        every = [id for id, spot in self._spots.items() if spot.is_province and spot.is_offered]
        return tuple(sorted(every, key=lambda id: self._spots[id].order))

    def province(self, area: str) -> str:
        """The id of the province of an area, which may be one itself; nowhere where none is."""
        spot = self._spots.get(area)
        return area if spot and spot.is_province else spot.province if spot else NOWHERE

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All on offer at all their areas: by province, commune, kind, then as in any list."""
        return self._by_area(Place(line, area) for line in self.offered for area in line.at)

    @cached_property
    def places_of_ended(self) -> tuple[Place, ...]:
        """Those that have stopped, each once, by area."""
        return self._by_area(Place(line, line.at[0]) for line in self.ended)

    def _by_area(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Names are compared only where nothing else tells two apart: that is slow."""
        ordered = sorted(((self._order(one), one) for one in places), key=itemgetter(0))
        return tuple(
            one
            for _, alike in groupby(ordered, key=itemgetter(0))
            for one in _ranked([one for _, one in alike])
        )

    def _order(self, place: Place) -> tuple[int, bool, int]:
        spot = self._spots.get(place.area)
        return spot.order if spot else -1, place.line.demo, place.line.kind

    def serving(self, area: str) -> tuple[Line, ...]:
        """Those that name the area among what they serve, or the province that it lies in."""
        spot = self._spots.get(area)
        wider = self._serving.get(spot.province, ()) if spot else ()
        found = dict.fromkeys([*self._serving.get(area, ()), *wider])
        return tuple(sorted((self._lines[id] for id in found), key=rank))

    @cached_property
    def _serving(self) -> dict[str, list[str]]:
        serving: dict[str, list[str]] = defaultdict(list)
        for line in self.offered:
            for area in line.serves:
                serving[area].append(line.id)
        return serving

    def others(self, line: Line) -> Iterator[Line]:
        """Whom to call instead: its parent, then who serves the same areas; for real ones, real."""
        nearby = {one.id: one for area in line.near for one in self.serving(area)}
        by_kind = sorted(nearby.values(), key=lambda one: (one.demo, one.kind))
        ids = dict.fromkeys((line.parent, *(one.id for one in by_kind)))
        for one in (self._lines[id] for id in ids if id in self._lines):
            if one.can_be_asked and one.id != line.id and (line.demo or not one.demo):
                yield one


def _ranked(places: list[Place]) -> list[Place]:
    return sorted(places, key=lambda one: rank(one.line)) if len(places) > 1 else places


class _Known(Value, frozen=True):
    """What the order of areas hangs on."""

    name: SortKey
    province: str
    is_province: bool
    is_offered: bool


def _spots(library: Library) -> dict[str, Spot]:
    areas = {intern(one.id): _known(one) for one in library.each(Area)}
    spots: dict[str, Spot] = {}
    for order, id in enumerate(sorted(areas, key=lambda id: _area_order(areas, id))):
        one = areas[id]
        province = one.province if one.province in areas else NOWHERE
        spots[id] = Spot(province, one.is_province, one.is_offered, order)
    return spots


def _known(one: Area) -> _Known:
    is_offered = one.status is not Status.WITHDRAWN
    return _Known(sort_key(one.name), intern(one.province or NOWHERE), one.is_province, is_offered)


def _area_order(areas: dict[str, _Known], id: str) -> tuple[SortKey, str, SortKey, str]:
    """Communes of no province first, then each province with its communes behind it."""
    one = areas[id]
    if one.is_province:
        return one.name, id, NAMELESS, ""
    province = areas.get(one.province)
    if province is None:
        return NAMELESS, "", one.name, id
    return province.name, one.province, one.name, id
