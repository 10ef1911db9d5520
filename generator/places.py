"""Places by every name they ever had: which units of before are in which area of today.

Old to new is many-to-many and the sources stay as they are: a unit of before that went into several
areas, or a name that several units of before had, is a choice for the reader and never resolved.
A district leads to its province, and to the communes whose source names that district.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.library import Library
from generator.records.areas import Area, AreaKind, AreaOutline, Predecessor, Share, called
from generator.vietnamese.folding import fold
from generator.vietnamese.place_names import kind_and_name, same_name, typed_forms
from generator.vietnamese.sorting import sort_key

Key = tuple[AreaKind | None, str, str | None]  # kind, name and district of a unit of before


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


class ProvinceNames:
    """The communes of one province, and every name that they and its districts had before."""

    def __init__(self, province: Area, communes: Iterable[Area]) -> None:
        """`communes` are those of the day, in any order."""
        self.province = province
        self.communes = tuple(sorted(communes, key=by_name))

    @cached_property
    def former_names(self) -> tuple[FormerName, ...]:
        """Every name that a commune of the province had before, by name."""
        names = (
            FormerName(units[0].label, self.province, tuple(units), self._left_alone.get(key))
            for key, units in self._shared.items()
        )
        return tuple(sorted(names, key=_by_first))

    @property
    def has_former_names(self) -> bool:
        """Whether any commune had another unit before."""
        return any(area.predecessors for area in self.communes)

    @cached_property
    def former_districts(self) -> tuple[FormerDistrict, ...]:
        """The districts of before that a source places in the province, by name."""
        named: dict[str, list[Area]] = {name: [] for name in self.province.former_districts}
        for area in self.communes:
            for district in dict.fromkeys(one.district for one in area.predecessors):
                if district:
                    named.setdefault(district, []).append(area)
        ordered = sorted(named, key=sort_key)
        return tuple(FormerDistrict(name, self.province, tuple(named[name])) for name in ordered)

    def elsewhere(self, area: Area, one: Predecessor) -> tuple[Went, ...]:
        """The other areas that took a part of a unit that went into `area` in part."""
        unit = None if one.share is Share.WHOLE else self._divided.get(_key(one))
        return tuple(went for went in unit.now if went.area.id != area.id) if unit else ()

    def other_places(self, area: Area) -> tuple[FormerUnit, ...]:
        """The units of before that had the name of `area` and yet are no part of it."""
        return tuple(
            unit
            for unit in self._units_by_name.get(same_name(area.name), ())
            if area.id not in (went.area.id for went in unit.now)
        )

    def became(self, area: Area) -> tuple[Area, ...]:
        """The areas that took one which is no longer on offer."""
        units = self._units_by_name.get(same_name(area.name), ())
        went = (one.area for unit in units if unit.kind is area.kind for one in unit.now)
        return tuple({one.id: one for one in went if one.id != area.id}.values())

    # -- gathered once

    @cached_property
    def _units(self) -> tuple[FormerUnit, ...]:
        """Every unit of before: the parts and the rest of one are one, each whole is its own."""
        units: list[FormerUnit] = []
        parts: dict[Key, FormerUnit] = {}
        for area in self.communes:
            for one in area.predecessors:
                unit = self._unit(area, one)
                key = _key(one)
                if one.share is Share.WHOLE:
                    units.append(unit)
                else:
                    known = parts.get(key)
                    parts[key] = replace(unit, now=(*known.now, *unit.now)) if known else unit
        return (*units, *parts.values())

    def _unit(self, area: Area, one: Predecessor) -> FormerUnit:
        beside = tuple(other for other in area.predecessors if other is not one)
        went = (Went(area, one.share, beside),)
        return FormerUnit(one.kind, one.name, one.district, self.province, went)

    @cached_property
    def _divided(self) -> dict[Key, FormerUnit]:
        parts = (unit for unit in self._units if unit.now[0].share is not Share.WHOLE)
        return {_key(unit): unit for unit in parts}

    @cached_property
    def _units_by_name(self) -> dict[str, list[FormerUnit]]:
        found: dict[str, list[FormerUnit]] = defaultdict(list)
        for unit in self._units:
            found[same_name(unit.name)].append(unit)
        return found

    @cached_property
    def _shared(self) -> dict[Key, list[FormerUnit]]:
        shared: dict[Key, list[FormerUnit]] = defaultdict(list)
        for unit in self._units:
            shared[_key(unit)].append(unit)
        return shared

    @cached_property
    def _left_alone(self) -> dict[Key, Area]:
        """Areas of which no source tells that they were made of anything."""
        alone = (area for area in self.communes if not area.predecessors)
        return {(area.kind, same_name(area.name), None): area for area in alone}


class Places:
    """All areas on offer, and every name of before."""

    def __init__(self, library: Library, day: date | None = None) -> None:
        """Gather the areas of `library` once: those of `day`, or all where no day is asked for."""
        every = [one for one in library.published(Area) if not (day and one.has_ended(day))]
        self.provinces = tuple(sorted((one for one in every if one.is_province), key=by_name))
        self._names = names_of_provinces(self.provinces, every)

    def communes(self, province: Area) -> tuple[Area, ...]:
        """The communes of a province, by name."""
        return self.of(province).communes

    def former_names(self, province: Area) -> tuple[FormerName, ...]:
        """Every name that a commune of the province had before, by name."""
        return self.of(province).former_names

    def of(self, province: Area) -> ProvinceNames:
        """A province with its communes and their names; without any where it is not on offer."""
        return self._names.get(province.id) or ProvinceNames(province, ())

    def resolve(self, words: str) -> tuple[Match, ...]:
        """Everything that the words may mean, areas of today first; nothing is guessed at.

        Marks may be left out, and so may the kind: "p8", "phuong 8" and "8" mean the same.
        """
        found = (match for form in typed_forms(words) for match in self._matches.get(form, ()))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _matches(self) -> dict[str, tuple[Match, ...]]:
        """Everything that can be meant, by folded name without its kind."""
        found: dict[str, list[Match]] = defaultdict(list)
        for name, match in self._all_matches():
            found[fold(same_name(name))].append(match)
        return {name: tuple(matches) for name, matches in found.items()}

    def _all_matches(self) -> Iterator[tuple[str, Match]]:
        for names in self._names.values():
            for area in (names.province, *names.communes):
                for name in (area.name, *area.aliases):
                    yield name, Match(area.label, names.province, (area,), of_before=False)
        for names in self._names.values():
            for former in names.former_names:
                areas = tuple(went.area for went in former.choices)
                if not former.kept:
                    match = Match(former.label, names.province, areas, of_before=True)
                    yield former.units[0].name, match
            yield from _wider_matches(names)


def names_of_provinces(
    provinces: Sequence[Area], areas: Iterable[Area]
) -> dict[str, ProvinceNames]:
    """The provinces in their order, each with those of the areas that are its communes, by id."""
    communes: dict[str, list[Area]] = {one.id: [] for one in provinces}
    for area in areas:
        if area.province in communes and not area.is_province:
            communes[area.province].append(area)
    return {one.id: ProvinceNames(one, communes[one.id]) for one in provinces}


def _wider_matches(names: ProvinceNames) -> Iterator[tuple[str, Match]]:
    """The districts and the provinces of before."""
    province = names.province
    for district in names.former_districts:
        label = district.name[:1].upper() + district.name[1:]
        match = Match(label, province, (province, *district.areas), of_before=True)
        yield kind_and_name(district.name)[1], match
    for one in former_provinces(province):
        label = called(one.kind, one.name)
        label = label[:1].upper() + label[1:]
        yield one.name, Match(label, province, (province,), of_before=True)


def former_provinces(province: Area) -> tuple[Predecessor, ...]:
    """The provinces of before that went into one and had another name."""
    own = (province.kind, same_name(province.name))
    return tuple(one for one in province.predecessors if (one.kind, same_name(one.name)) != own)


def by_name(one: Area | FormerUnit | Predecessor) -> tuple[object, ...]:
    """The place of a unit in a list, by its name and then its kind."""
    return sort_key(one.name), one.kind or ""


def _by_first(name: FormerName) -> tuple[object, ...]:
    return *by_name(name.units[0]), name.label


def _key(unit: Predecessor | FormerUnit) -> Key:
    return unit.kind, same_name(unit.name), unit.district


def provinces_by_name(library: Library) -> tuple[str, ...]:
    """The ids of all provinces on offer: those of the day."""
    every = (one for one in library.outlines(AreaOutline) if one.is_province)
    found = [one for one in every if not (one.is_withdrawn or has_ended(library, one))]
    return tuple(one.id for one in sorted(found, key=lambda one: sort_key(one.name)))


def has_ended(library: Library, area: Area | AreaOutline) -> bool:
    """Whether it is no unit of the day any more; the day is asked for only where it matters."""
    return area.last_day is not None and area.last_day < library.today
