"""The directory: which organisations stand in a place, and which serve the people there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from sys import intern

from generator.library import Library
from generator.places import has_ended
from generator.records.areas import Area, AreaOutline
from generator.records.contacts import Contact
from generator.records.organisations import Group, Organisation, OrganisationOutline, State
from generator.values import Value
from generator.vietnamese.sorting import SortKey, sort_key

Line = OrganisationOutline
# In which order a reader should try them.
ORDER: dict[str, int] = {group: place for place, group in enumerate(Group)}
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
    commune = None if area is None or area.is_province else area
    return Entry(organisation, commune, province_of(library, area))


def province_of(library: Library, area: Area | None) -> Area | None:
    """The province of an area, which may be one itself."""
    return area if area is None or area.is_province else library.find(Area, area.province)


def first_entry(library: Library, organisation: Organisation) -> Entry:
    """The line that stands for an organisation where its places do not matter."""
    return entry_at(library, organisation, first_area(library, organisation.outline))


def entry_in(library: Library, organisation: Organisation, province: str) -> Entry:
    """The first line of an organisation in a province; its first of all where it has none there."""
    for area in lines_of(library, organisation.outline):
        if area and province in (area.id, area.province):
            return entry_at(library, organisation, area)
    return first_entry(library, organisation)


def first_area(library: Library, organisation: Line) -> Area | None:
    """The first area at which it has a line."""
    return lines_of(library, organisation)[0]


def lines_of(library: Library, organisation: Line) -> list[Area | None]:
    """The areas at which it has lines, in their order; one at least, which may be nowhere."""
    ids = (*organisation.located, *organisation.serves)
    areas = {one.id: one for one in library.those(Area, ids)}
    known = {id: one.is_province for id, one in areas.items()}
    return [areas.get(id) for id in areas_of(organisation, known)]


def areas_of(organisation: Line, known: Mapping[str, bool]) -> tuple[str, ...]:
    """Where it has lines: its places and each whole province that it serves; one at least.

    `known` tells of the areas that there are whether each is a province.
    """
    located = [id for id in organisation.located if id in known]
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


def kind_order(organisation: Organisation | Line) -> int:
    """The place of its kind among those that a reader should try."""
    return ORDER[organisation.group] if organisation.group else len(ORDER)


def rank(one: Organisation | Line) -> Rank:
    """The place of an organisation in a list: whom a reader may trust and reach comes first."""
    return one.demo, not one.is_active, not one.can_be_called, sort_key(one.label), one.id


# ---- all of them -------------------------------------------------------------------------------


class Place(Value, frozen=True):
    """An organisation at one of its areas, or nowhere."""

    line: Line
    area: str
    is_first: bool  # whether it stands for the organisation where its places do not matter


class Spot(Value, frozen=True):
    """What the directory knows of an area; `order` is its place in a list, after its province."""

    province: str
    is_province: bool
    is_offered: bool
    has_ended: bool
    order: int


class Directory:
    """All organisations by area, known by their outlines; lists are planned from it.

    Within a list, real ones come before demonstration ones, then those at work before those
    suspended, then those that can be called, then by name.
    """

    def __init__(self, library: Library) -> None:
        """Walk through the organisations and areas of `library`."""
        self._spots = _spots(library)
        self._known = {id: spot.is_province for id, spot in self._spots.items()}
        self._lines = {one.id: one for one in library.outlines(OrganisationOutline)}

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
        """The ids of the provinces on offer, by name; of those that ended, where any line lies."""
        named = {self.province(one.area) for one in (*self.places, *self.places_of_ended)}
        every = [
            id
            for id, spot in self._spots.items()
            if spot.is_province and spot.is_offered and (id in named or not spot.has_ended)
        ]
        return tuple(sorted(every, key=lambda id: self._spots[id].order))

    def province(self, area: str) -> str:
        """The id of the province of an area, which may be one itself; nowhere where none is."""
        spot = self._spots.get(area)
        return area if spot and spot.is_province else spot.province if spot else NOWHERE

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All on offer at all their areas: by province, commune, kind, then as in any list."""
        return self._by_area(one for line in self.offered for one in self._at(line))

    @cached_property
    def places_of_ended(self) -> tuple[Place, ...]:
        """Those that have stopped, each once, by area."""
        return self._by_area(self._at(line)[0] for line in self.ended)

    def _at(self, line: Line) -> list[Place]:
        areas = areas_of(line, self._known)
        return [Place(line, area, is_first=area == areas[0]) for area in areas]

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
        return spot.order if spot else -1, place.line.demo, kind_order(place.line)

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
        near = line.located or line.serves
        nearby = {one.id: one for area in near for one in self.serving(area)}
        by_kind = sorted(nearby.values(), key=lambda one: (one.demo, kind_order(one)))
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
    has_ended: bool


def _spots(library: Library) -> dict[str, Spot]:
    areas = {intern(one.id): _known(library, one) for one in library.outlines(AreaOutline)}
    spots: dict[str, Spot] = {}
    for order, id in enumerate(sorted(areas, key=lambda id: _area_order(areas, id))):
        one = areas[id]
        province = one.province if one.province in areas else NOWHERE
        spots[id] = Spot(province, one.is_province, one.is_offered, one.has_ended, order)
    return spots


def _known(library: Library, one: AreaOutline) -> _Known:
    return _Known(
        sort_key(one.name),
        intern(one.province or NOWHERE),
        one.is_province,
        not one.is_withdrawn,
        has_ended(library, one),
    )


def _area_order(areas: dict[str, _Known], id: str) -> tuple[SortKey, str, SortKey, str]:
    """Communes of no province first, then each province with its communes behind it."""
    one = areas[id]
    if one.is_province:
        return one.name, id, NAMELESS, ""
    province = areas.get(one.province)
    if province is None:
        return NAMELESS, "", one.name, id
    return province.name, one.province, one.name, id
