"""The directory: which organisations stand in a place, and which serve the people there."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from generator.library import Library
from generator.records.areas import Area
from generator.records.organisations import Organisation, State
from generator.vietnamese.sorting import sort_key

Ranks = dict[str, int]


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


def rank(organisation: Organisation) -> tuple[object, ...]:
    """The place of an organisation in a list: whom a reader may trust and reach comes first."""
    return (
        organisation.demo,
        not organisation.is_active,
        not organisation.can_be_called,
        sort_key(organisation.label),
        organisation.id,
    )
