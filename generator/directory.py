"""The directory: which organisations stand in a place, and which serve the people there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from generator.library import Library
from generator.records.areas import Area
from generator.records.contacts import Contact
from generator.records.organisations import Group, Organisation, State
from generator.vietnamese.sorting import SortKey, sort_key

Ranks = dict[str, int]
GROUPS = tuple(Group)  # in the order in which a reader should try them


@dataclass(frozen=True)
class Entry:
    """A line of the directory: an organisation at one of its places.

    `is_first` marks the line that stands for the organisation where its places do not matter.
    """

    organisation: Organisation
    commune: Area | None
    province: Area | None
    is_first: bool

    @property
    def phone(self) -> Contact | None:
        """The number that a reader should call; none while nobody may turn to the organisation."""
        numbers = self.organisation.numbers if self.organisation.is_active else ()
        return numbers[0] if numbers else None


class Directory:
    """The organisations on offer by area, looked up once and then found at once.

    Withdrawn and ended ones are left out. Within a list, real ones come before demonstration
    ones, then those at work before those suspended, then those that can be called, then by name.
    """

    def __init__(self, library: Library) -> None:
        """Look organisations and areas up in `library`."""
        self._library = library

    def located_in(self, area: str) -> tuple[Organisation, ...]:
        """Those with a place in an area; in a province, with a place in any of its communes."""
        return self._in_order(self._located.get(area, ()))

    def serving(self, area: str) -> tuple[Organisation, ...]:
        """Those that name the area among what they serve, or the province that it lies in."""
        found = self._library.find(Area, area)
        wider = self._serving.get(found.province or "", ()) if found else ()
        return self._in_order({*self._serving.get(area, ()), *wider})

    @cached_property
    def offered(self) -> tuple[Organisation, ...]:
        """All organisations that may still be turned to, in the order of every list."""
        every = self._library.published(Organisation)
        return tuple(sorted((one for one in every if one.state is not State.ENDED), key=rank))

    @cached_property
    def ended(self) -> tuple[Organisation, ...]:
        """Those that have stopped for good, by name."""
        every = self._library.published(Organisation)
        return tuple(sorted((one for one in every if one.state is State.ENDED), key=rank))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All on offer at all their places: by province, commune, kind, then as in any list."""
        every = (entry for one in self.offered for entry in self.entries_of(one))
        return tuple(sorted(every, key=_by_place))  # stable, so ranks stay within a place

    def entries_of_ended(self) -> tuple[Entry, ...]:
        """Those that have stopped, each once, by place."""
        every = (entry for one in self.ended for entry in self.entries_of(one) if entry.is_first)
        return tuple(sorted(every, key=_by_place))

    def entries_of(self, organisation: Organisation) -> Iterator[Entry]:
        """One for each of its places and each whole province that it serves; one at least."""
        served = self._library.those(Area, organisation.serves)
        located = self._library.those(Area, (one.area for one in organisation.locations))
        wide = tuple(one for one in served if one.is_province)
        every = self._library.those(Area, (one.id for one in (*located, *wide)))
        found = every or served[:1] or (None,)
        for area in found:
            commune = None if area is None or area.is_province else area
            province = self._province(area) if area else None
            yield Entry(organisation, commune, province, is_first=area is found[0])

    def _province(self, area: Area) -> Area | None:
        return area if area.is_province else self._library.find(Area, area.province)

    def _in_order(self, ids: Iterable[str]) -> tuple[Organisation, ...]:
        ordered = sorted(ids, key=self._ranks.__getitem__)
        return tuple(self.offered[self._ranks[id]] for id in ordered)

    @cached_property
    def _ranks(self) -> Ranks:
        return {organisation.id: place for place, organisation in enumerate(self.offered)}

    @cached_property
    def _located(self) -> dict[str, set[str]]:
        located: dict[str, set[str]] = defaultdict(set)
        for organisation in self.offered:
            for location in organisation.locations:
                area = self._library.find(Area, location.area)
                for id in filter(None, (area.id, area.province) if area else ()):
                    located[id].add(organisation.id)
        return located

    @cached_property
    def _serving(self) -> dict[str, set[str]]:
        serving: dict[str, set[str]] = defaultdict(set)
        for organisation in self.offered:
            for area in organisation.serves:
                serving[area].add(organisation.id)
        return serving


def kind_order(organisation: Organisation) -> int:
    """The place of its kind among those that a reader should try."""
    return GROUPS.index(organisation.group) if organisation.group else len(GROUPS)


def _by_place(entry: Entry) -> tuple[object, ...]:
    one = entry.organisation
    return *_area_key(entry.province), *_area_key(entry.commune), one.demo, kind_order(one)


@cache
def _name_key(name: str) -> SortKey:
    return sort_key(name)


def _area_key(area: Area | None) -> tuple[object, ...]:
    return (_name_key(area.name), area.id) if area else (_name_key(""), "")


def rank(organisation: Organisation) -> tuple[object, ...]:
    """The place of an organisation in a list: whom a reader may trust and reach comes first."""
    return (
        organisation.demo,
        not organisation.is_active,
        not organisation.can_be_called,
        sort_key(organisation.label),
        organisation.id,
    )
