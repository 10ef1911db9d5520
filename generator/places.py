"""Places by every name they ever had: which units of before are in which area of today.

Old to new is many-to-many and the sources stay as they are: a unit of before that went into several
areas, or a name that several units of before had, is a choice for the reader and never resolved.
A district leads to its province, and to the communes whose source names that district.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.library import Library
from generator.records.areas import Area, AreaKind, Predecessor, Share, called
from generator.vietnamese.folding import fold
from generator.vietnamese.place_names import kind_and_name, same_name, typed_forms
from generator.vietnamese.sorting import sort_key

Key = tuple[str, AreaKind | None, str, str | None]  # province, kind, name and district


@dataclass(frozen=True)
class Went:
    """An area of today that took a unit of before, and how much of it.

    `beside` are the units of before that the same clause names: they tell two units of one name
    apart where no district does.
    """

    area: Area
    share: Share
    beside: tuple[Predecessor, ...] = ()


@dataclass(frozen=True)
class FormerUnit:
    """A unit of before with all that became of it; `province` is the one of today."""

    kind: AreaKind | None
    name: str
    district: str | None
    province: Area
    now: tuple[Went, ...]

    @property
    def label(self) -> str:
        """As people called it: Phường 8 (thành phố Cà Mau)."""
        words = called(self.kind, self.name) + (f" ({self.district})" if self.district else "")
        return words[:1].upper() + words[1:]

    @property
    def kept_its_name(self) -> bool:
        """Whether it is whole in one area that is called as it was."""
        names = {(one.area.kind, same_name(one.area.name)) for one in self.now}
        return names == {(self.kind, same_name(self.name))}


@dataclass(frozen=True)
class FormerName:
    """A name of before in a province of today, with every unit that had it.

    `today` is the area that has the name now and was not rearranged, where units of before had
    the same name elsewhere in the province.
    """

    label: str
    province: Area
    units: tuple[FormerUnit, ...]
    today: Area | None = None

    @property
    def choices(self) -> tuple[Went, ...]:
        """Every area that it may mean, each once."""
        kept = (Went(self.today, Share.WHOLE),) if self.today else ()
        every = (*kept, *(went for unit in self.units for went in unit.now))
        return tuple({went.area.id: went for went in reversed(every)}.values())[::-1]

    @property
    def is_shared(self) -> bool:
        """Whether several units of before had it."""
        return len(self.units) + bool(self.today) > 1

    @property
    def is_choice(self) -> bool:
        """Whether only the reader can know which area is meant."""
        return len(self.choices) > 1

    @property
    def kept(self) -> bool:
        """Whether it says no more than the name of today does."""
        return not self.is_choice and all(unit.kept_its_name for unit in self.units)


@dataclass(frozen=True)
class FormerDistrict:
    """A district of before: its province of today, and the communes whose source names it."""

    name: str
    province: Area
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Match:
    """What a name may mean; an area of today, or something of before that led to areas."""

    label: str
    province: Area
    areas: tuple[Area, ...]
    of_before: bool


class Places:
    """All areas on offer, and every name of before."""

    def __init__(self, library: Library, day: date | None = None) -> None:
        """Gather the areas of `library` once: those of `day`, or all where no day is asked for."""
        every = [one for one in library.published(Area) if not (day and one.has_ended(day))]
        self._by_id = {area.id: area for area in every}
        self.provinces = tuple(sorted((a for a in every if a.is_province), key=by_name))

    def communes(self, province: Area) -> tuple[Area, ...]:
        """The communes of a province, by name."""
        return self._communes.get(province.id, ())

    def former_names(self, province: Area) -> tuple[FormerName, ...]:
        """Every name that a commune of the province had before, by name."""
        return self._former_names.get(province.id, ())

    def former_districts(self, province: Area) -> tuple[FormerDistrict, ...]:
        """The districts of before that a source places in the province, by name."""
        named: dict[str, list[Area]] = {name: [] for name in province.former_districts}
        for area in self.communes(province):
            for district in dict.fromkeys(one.district for one in area.predecessors):
                if district:
                    named.setdefault(district, []).append(area)
        ordered = sorted(named, key=sort_key)
        return tuple(FormerDistrict(name, province, tuple(named[name])) for name in ordered)

    def elsewhere(self, area: Area, one: Predecessor) -> tuple[Went, ...]:
        """The other areas that took a part of a unit that went into `area` in part."""
        unit = None if one.share is Share.WHOLE else self._divided.get(_key(area, one))
        return tuple(went for went in unit.now if went.area.id != area.id) if unit else ()

    def other_places(self, area: Area) -> tuple[FormerUnit, ...]:
        """The units of before that had the name of `area` and yet are no part of it."""
        return tuple(
            unit
            for unit in self._units_by_name.get((area.province or "", same_name(area.name)), ())
            if area.id not in (went.area.id for went in unit.now)
        )

    def became(self, area: Area) -> tuple[Area, ...]:
        """The areas that took one which is no longer on offer."""
        units = self._units_by_name.get((area.province or "", same_name(area.name)), ())
        went = (one.area for unit in units if unit.kind is area.kind for one in unit.now)
        return tuple({one.id: one for one in went if one.id != area.id}.values())

    def resolve(self, words: str) -> tuple[Match, ...]:
        """Everything that the words may mean, areas of today first; nothing is guessed at.

        Marks may be left out, and so may the kind: "p8", "phuong 8" and "8" mean the same.
        """
        found = (match for form in typed_forms(words) for match in self._matches.get(form, ()))
        return tuple(dict.fromkeys(found))

    # -- gathered once

    @cached_property
    def _communes(self) -> dict[str, tuple[Area, ...]]:
        found: dict[str, list[Area]] = defaultdict(list)
        for area in sorted(self._by_id.values(), key=by_name):
            if area.province in self._by_id and not area.is_province:
                found[area.province or ""].append(area)
        return {id: tuple(areas) for id, areas in found.items()}

    @cached_property
    def _units(self) -> tuple[FormerUnit, ...]:
        """Every unit of before: the parts and the rest of one are one, each whole is its own."""
        units: list[FormerUnit] = []
        parts: dict[Key, FormerUnit] = {}
        for area in self._all_communes():
            for one in area.predecessors:
                unit = self._unit(area, one)
                key = _key(area, one)
                if one.share is Share.WHOLE:
                    units.append(unit)
                else:
                    known = parts.get(key)
                    parts[key] = replace(unit, now=(*known.now, *unit.now)) if known else unit
        return (*units, *parts.values())

    def _unit(self, area: Area, one: Predecessor) -> FormerUnit:
        beside = tuple(other for other in area.predecessors if other is not one)
        province = self._by_id[area.province or ""]
        went = (Went(area, one.share, beside),)
        return FormerUnit(one.kind, one.name, one.district, province, went)

    @cached_property
    def _divided(self) -> dict[Key, FormerUnit]:
        parts = (unit for unit in self._units if unit.now[0].share is not Share.WHOLE)
        return {_unit_key(unit): unit for unit in parts}

    @cached_property
    def _units_by_name(self) -> dict[tuple[str, str], list[FormerUnit]]:
        found: dict[tuple[str, str], list[FormerUnit]] = defaultdict(list)
        for unit in self._units:
            found[unit.province.id, same_name(unit.name)].append(unit)
        return found

    @cached_property
    def _former_names(self) -> dict[str, tuple[FormerName, ...]]:
        shared: dict[Key, list[FormerUnit]] = defaultdict(list)
        for unit in self._units:
            shared[_unit_key(unit)].append(unit)
        found: dict[str, list[FormerName]] = defaultdict(list)
        for key, units in shared.items():
            first = units[0]
            today = self._left_alone.get(key)
            found[first.province.id].append(
                FormerName(first.label, first.province, tuple(units), today)
            )
        return {id: tuple(sorted(names, key=_by_first)) for id, names in found.items()}

    @cached_property
    def _left_alone(self) -> dict[Key, Area]:
        """Areas of which no source tells that they were made of anything."""
        alone = (area for area in self._all_communes() if not area.predecessors)
        return {(a.province or "", a.kind, same_name(a.name), None): a for a in alone}

    @cached_property
    def _matches(self) -> dict[str, tuple[Match, ...]]:
        """Everything that can be meant, by folded name without its kind."""
        found: dict[str, list[Match]] = defaultdict(list)
        for name, match in self._all_matches():
            found[fold(same_name(name))].append(match)
        return {name: tuple(matches) for name, matches in found.items()}

    def _all_matches(self) -> Iterator[tuple[str, Match]]:
        for province in self.provinces:
            for area in (province, *self.communes(province)):
                for name in (area.name, *area.aliases):
                    yield name, Match(area.label, province, (area,), of_before=False)
        for province in self.provinces:
            for former in self.former_names(province):
                areas = tuple(went.area for went in former.choices)
                if not former.kept:
                    match = Match(former.label, province, areas, of_before=True)
                    yield former.units[0].name, match
            yield from self._wider_matches(province)

    def _wider_matches(self, province: Area) -> Iterator[tuple[str, Match]]:
        """The districts and the provinces of before."""
        for district in self.former_districts(province):
            label = district.name[:1].upper() + district.name[1:]
            match = Match(label, province, (province, *district.areas), of_before=True)
            yield kind_and_name(district.name)[1], match
        for one in former_provinces(province):
            label = called(one.kind, one.name)
            label = label[:1].upper() + label[1:]
            yield one.name, Match(label, province, (province,), of_before=True)

    def _all_communes(self) -> Iterator[Area]:
        for province in self.provinces:
            yield from self.communes(province)


def former_provinces(province: Area) -> tuple[Predecessor, ...]:
    """The provinces of before that went into one and had another name."""
    own = (province.kind, same_name(province.name))
    return tuple(one for one in province.predecessors if (one.kind, same_name(one.name)) != own)


def by_name(one: Area | FormerUnit | Predecessor) -> tuple[object, ...]:
    """The place of a unit in a list: numbers by their size, then names as dictionaries do."""
    number = int(one.name) if one.name.isdecimal() else 0
    return not number, number, sort_key(one.name), one.kind or ""


def _by_first(name: FormerName) -> tuple[object, ...]:
    return *by_name(name.units[0]), name.label


def _key(area: Area, one: Predecessor) -> Key:
    return area.province or "", one.kind, same_name(one.name), one.district


def _unit_key(unit: FormerUnit) -> Key:
    return unit.province.id, unit.kind, same_name(unit.name), unit.district
