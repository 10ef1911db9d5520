"""Places: whom to call in each commune, found by the names of today and of before.

What the filter of the list knows also stands on pages: the communes on their province's, the names
of before on a page of their own. The script only makes finding quicker.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from generator.directory import is_located_in, located_in, serving
from generator.facets import PROVINCE as BY_PROVINCE
from generator.homes import Homes
from generator.library import Library
from generator.outputs import posters, schema_org
from generator.page import Given, Joined, Output, Outputs, Page, lists_to_open, record_page
from generator.places import (
    FormerName,
    ProvinceNames,
    Went,
    by_name,
    former_provinces,
    has_ended,
    names_of_provinces,
)
from generator.records.access_results import AccessResult
from generator.records.access_standards import AccessStandard
from generator.records.agencies import Agency, Level
from generator.records.areas import PROVINCES, Area, Predecessor, Share, called
from generator.records.bulletins import Bulletin
from generator.records.finders import Finder
from generator.records.organisations import Organisation
from generator.records.procedures import Procedure
from generator.records.record import Record, Status
from generator.sheets import view_address
from generator.standing import standing
from generator.vietnamese.place_names import same_name
from generator.vietnamese.sorting import sort_key

LIST = "dia-phuong/index.html"
NAMES = "dia-phuong/ten-dia-phuong.js"
SOURCE = "content/areas"
FURTHER: Mapping[type[Record], str] = {
    AccessStandard: "access-standards",
    AccessResult: "access-results",
}  # lists whose only way in is the list of places
SCRIPTS = (NAMES, "assets/javascripts/places.js")
# How the script's table numbers what became of a unit, and why a name is a choice.
SHARES = {Share.WHOLE: 0, Share.PART: 1, Share.REST: 2}
ONE, DIVIDED, SHARED, DISTRICT, PROVINCE = range(5)
LETTERS = {sort_key(one)[0]: one for one in "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"}  # by their rank
# A line of an old name: its label, its province, areas with share and neighbours, and why.
Target = tuple[int, int, str]
Row = tuple[str, int, list[Target], int]

Ids = tuple[str, ...]
HEAD, AREAS, BETWEEN, BEFORE, FOOT = "head", "areas", "between", "before", "foot"


# ---- what there is -----------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The list with its filter, then for each province its page, its old names, its communes."""
    areas = [_slim(area) for area in library.each(Area)]
    today = [one for one in areas if not (_is_withdrawn(one) or has_ended(library, one))]
    provinces = sorted((one for one in today if one.is_province), key=by_name)
    every = names_of_provinces(provinces, today)
    counts = tuple((id, len(names.communes)) for id, names in every.items())
    yield Output(LIST, list_page, (counts,), SOURCE)
    if every:
        yield Joined(NAMES, names_piece, tuple(_pieces(every)), SOURCE)
    homes = Homes(library)
    agencies = _agencies_of_provinces(library, homes)
    listed = {homes.of(id) for id in library.offered_ids(Agency)}
    gone = [one for one in areas if one.is_province and has_ended(library, one)]
    before = {one.id: _with_pages(one, gone) for one in areas if one.is_province}
    for one in areas:
        if one.is_province:
            names = every.get(one.id) or ProvinceNames(one, ())
            became = _ids(now for now in provinces if one.id in before[now.id])
            units = before[one.id], became if one in gone else None
            yield from _of_province(names, agencies.get(one.id, ()), one.id in listed, *units)
    yield from _communes(library, areas, every, listed)


def _slim(area: Area) -> Area:
    """An area with as much of it as the names of places hang on."""
    return replace(area, sources=(), note=None, former_ids=())


def _is_withdrawn(area: Area) -> bool:
    return area.status is Status.WITHDRAWN


def _with_pages(province: Area, gone: Iterable[Area]) -> Ids:
    """For each unit of before the province that ended and was called so; nothing for others."""
    ids = {same_name(one.name): one.id for one in gone if not _is_withdrawn(one)}
    units = ((one.kind in PROVINCES, same_name(one.name)) for one in province.predecessors)
    return tuple(ids.get(name, "") if is_province else "" for is_province, name in units)


def _of_province(
    names: ProvinceNames, agencies: Ids, has_list: bool, before: Ids, became: Ids | None
) -> Iterator[Output]:
    province, communes = names.province, tuple(one.id for one in names.communes)
    given = province.id, communes, agencies, has_list, before, became
    yield Output(province.address, province_page, given, province.file)
    if names.has_former_names:
        address = former_names_address(province)
        yield Output(address, former_names_page, (province.id, communes), province.file)


def _communes(
    library: Library,
    areas: Iterable[Area],
    every: Mapping[str, ProvinceNames],
    listed: Collection[str],
) -> Iterator[Output]:
    """The pages of all communes; what is known of one province at a time is kept.

    `listed` are the provinces whose agencies have a list.
    """
    names = None
    for area in sorted((one for one in areas if not one.is_province), key=_by_province):
        province = every.get(area.province or "")
        if province and (names is None or names.province is not province.province):
            names = ProvinceNames(province.province, province.communes)
        before = _of_before(names if province else None, area)
        given = area.id, has_ended(library, area), area.province in listed, *before
        yield Output(area.address, commune_page, given, area.file)
        if posters.is_made(area, has_ended(library, area)):
            yield posters.output(area)


def _by_province(area: Area) -> tuple[str, str]:
    return area.province or "", area.id


def _of_before(
    names: ProvinceNames | None, area: Area
) -> tuple[bool, Ids, tuple[Ids, ...], tuple[tuple[str, Ids], ...]]:
    """What a commune's page shows that hangs on other communes; for `commune_page`."""
    if names is None:
        return False, (), tuple(() for _ in area.predecessors), ()
    return (
        names.has_former_names,
        _ids(names.became(area)),
        tuple(_went(names.elsewhere(area, one)) for one in area.predecessors),
        tuple((unit.label, _went(unit.now)) for unit in names.other_places(area)),
    )


def _ids(records: Iterable[Record]) -> Ids:
    return tuple(one.id for one in records)


def _went(went: Iterable[Went]) -> Ids:
    return tuple(one.area.id for one in went)


def _agencies_of_provinces(library: Library, homes: Homes) -> dict[str, Ids]:
    """The agencies of each province that can be called and still answer, by name."""
    found: dict[str, list[tuple[object, str]]] = {}
    for one in library.each(Agency):
        is_offered = one.status is not Status.WITHDRAWN and not standing(library, one)
        if one.level is Level.PROVINCE and one.can_be_called and is_offered:
            found.setdefault(homes.of(one.id), []).append((sort_key(one.label), one.id))
    return {province: tuple(id for _, id in sorted(those)) for province, those in found.items()}


# ---- the list and its filter -------------------------------------------------------------------


def list_page(library: Library, counts: Sequence[tuple[str, int]]) -> Page:
    """The provinces with how many communes each has, and a place to type any name."""
    provinces = [(library.get(Area, id), count) for id, count in counts]
    return Page(
        address=LIST,
        section="dia-phuong",
        template="lists/areas.html",
        key="areas",
        values={
            "provinces": [(one, former_provinces(one), count) for one, count in provinces],
            "can_seek": bool(provinces),
            "unlisted": [one for one, count in provinces if not count],
            "further": lists_to_open(library, FURTHER),
        },
        scripts=SCRIPTS if provinces else (),
    )


def agencies_address(province: Area) -> str:
    """The list of the agencies of a province."""
    return view_address(Agency.section, BY_PROVINCE, province.id)


def former_names_address(province: Area) -> str:
    """The page of all names of before of a province."""
    return f"{province.section}/{province.id}-ten-cu.html"


def _pieces(every: Mapping[str, ProvinceNames]) -> Iterator[Given]:
    """The pieces of the file of names; see `names_piece`.

    `at` is the number of the province in the list of areas, where its communes stand behind it.
    """
    yield HEAD, 0, 0, False, tuple(every)
    at = 0
    for number, (id, names) in enumerate(every.items()):
        yield AREAS, number, at, number > 0, (id, *_ids(names.communes))
        at += 1 + len(names.communes)
    yield BETWEEN, 0, 0, False, ()
    at, follows = 0, False
    for number, (id, names) in enumerate(every.items()):
        yield BEFORE, number, at, follows, (id, *_ids(names.communes))
        follows = follows or bool(_rows(names, number, at))
        at += 1 + len(names.communes)
    yield FOOT, 0, 0, False, ()


def names_piece(
    library: Library, part: str, number: int, at: int, follows: bool, ids: Ids
) -> bytes:
    """A piece of the file that has every name as one assignment: a script fetches nothing.

    `areas`: label, province, page. `before`: label, province, where it leads, why it is a choice.
    Provinces and areas are numbers of the lists; a province is an area too, and `at` is its own.
    """
    areas = library.those(Area, ids)
    if part == HEAD:
        names = _in_script([called(one.kind, one.name) for one in areas])
        return f'var PBGDPL_PLACES={{"provinces":[{names}],"areas":['.encode()
    if part == BETWEEN:
        return b'],"before":['
    if part == FOOT:
        return b"]};\n"
    if part == AREAS:
        text = _in_script([[one.label, number, one.id, *one.aliases] for one in areas])
    else:
        text = _in_script(_rows(ProvinceNames(areas[0], areas[1:]), number, at))
    return f",{text}".encode() if follows and text else text.encode()


def _in_script(values: Sequence[object]) -> str:
    """The values with commas between."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))[1:-1]
    return text.replace("<", "\\u003c")


def _rows(names: ProvinceNames, number: int, at: int) -> list[Row]:
    """The names of before of one province, the number of which as an area is `at`."""
    places = {one.id: at + n for n, one in enumerate((names.province, *names.communes))}
    formers = [
        (name.label, number, [_target(name, went, places) for went in name.choices], _why(name))
        for name in names.former_names
        if not name.kept
    ]
    districts = [
        (
            f"{one.name[:1].upper()}{one.name[1:]}",
            number,
            [(places[area.id], 0, "") for area in (names.province, *one.areas)],
            DISTRICT,
        )
        for one in names.former_districts
    ]
    provinces = [
        (_capital(one), number, [(at, 0, "")], PROVINCE) for one in former_provinces(names.province)
    ]
    return [*formers, *districts, *provinces]


def _target(name: FormerName, went: Went, places: Mapping[str, int]) -> Target:
    beside = ", ".join(one.label for one in went.beside) if name.is_shared else ""
    return places[went.area.id], SHARES[went.share], beside


def _why(name: FormerName) -> int:
    if name.is_shared:
        return SHARED
    return DIVIDED if name.is_choice else ONE


def _capital(one: Predecessor) -> str:
    return one.label[:1].upper() + one.label[1:]


# ---- a province --------------------------------------------------------------------------------


def province_page(
    library: Library,
    id: str,
    communes: Ids,
    agencies: Ids,
    has_list: bool,
    before: Ids,
    became: Ids | None,
) -> Page:
    """All communes by name, the numbers that serve everywhere in it, and what it was made of.

    `before` has the id of each unit of before that has a page; `became` what took a province that
    ended, None for one of the day.
    """
    province = library.get(Area, id)
    names = ProvinceNames(province, library.those(Area, communes))
    formers = names.former_names
    page = record_page(
        library,
        province,
        "lists/province.html",
        place=province.label,
        communes=names.communes,
        became=None if became is None else library.those(Area, became),
        formed_from=[
            (one, library.find(Area, id))
            for one, id in zip(province.predecessors, before, strict=True)
        ],
        callees=Callees.of(serving(library, province)),
        hotlines=library.hotlines(),
        districts=names.former_districts,
        former_names=(former_names_address(province), len(formers)) if formers else None,
        agencies=library.those(Agency, agencies),
        agencies_address=agencies_address(province) if has_list else None,
        bulletins=library.users(province, Bulletin),
    )
    return _titled(page, "province")


def former_names_page(library: Library, id: str, communes: Ids) -> Page:
    """Every name of before with the areas it leads to, for reading without any script."""
    province = library.get(Area, id)
    names = ProvinceNames(province, library.those(Area, communes))
    return Page(
        address=former_names_address(province),
        section=province.section,
        template="lists/former_names.html",
        key="former_names",
        values={
            "province": province,
            "place": called(province.kind, province.name),
            "letters": by_letter(names.former_names),
        },
    )


def by_letter(names: tuple[FormerName, ...]) -> list[tuple[str, list[FormerName]]]:
    """The names in their order, under the letter with which they begin; numbers under "1–9"."""
    letters: dict[str, list[FormerName]] = {}
    for name in names:
        first = name.units[0].name[0].upper()
        letters.setdefault("1–9" if first.isdecimal() else _bare(first), []).append(name)
    return list(letters.items())


def _bare(letter: str) -> str:
    """The letter without its tone: Ả is A, but Â is another letter."""
    return LETTERS.get(sort_key(letter)[0], letter)


# ---- a commune ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Callees:
    """Whom to ask: real organisations with a number and without, and those that demonstrate."""

    called: tuple[Organisation, ...]
    visited: tuple[Organisation, ...]
    demo: tuple[Organisation, ...]

    @classmethod
    def of(cls, organisations: tuple[Organisation, ...]) -> "Callees":
        """The organisations in their order, parted."""
        real = [one for one in organisations if not one.demo]
        return cls(
            called=tuple(one for one in real if one.can_be_called),
            visited=tuple(one for one in real if not one.can_be_called),
            demo=tuple(one for one in organisations if one.demo),
        )


def commune_page(
    library: Library,
    id: str,
    has_ended: bool,
    has_list: bool,
    has_former_names: bool,
    became: Ids,
    elsewhere: Sequence[Ids],
    other_places: Sequence[tuple[str, Ids]],
) -> Page:
    """Whom to call here, first of all; then the agencies here and what it was made of.

    `has_list` tells whether the agencies of its province have a list; `elsewhere` are, for each
    unit of before, the areas that took the rest of it; `other_places` are the labels of units of
    before of the same name, and the areas in which they are today.
    """
    area = library.get(Area, id)
    province = library.find(Area, area.province)
    names = former_names_address(province) if province and has_former_names else None
    here, agencies = located_in(library, area), _agencies_in(library, area)
    wider = tuple(one for one in serving(library, area) if not is_located_in(one, area))
    page = record_page(
        library,
        area,
        "articles/area.html",
        linked_data=None if has_ended else schema_org.place(library, area),
        province=province,
        place=in_province(area, province),
        became=library.those(Area, became) if has_ended else None,
        here=Callees.of(here),
        wider=Callees.of(wider),
        hotlines=library.hotlines(),
        agencies=agencies,
        agencies_address=agencies_address(province) if province and has_list else None,
        formed_from=[
            (one, library.those(Area, ids))
            for one, ids in zip(area.predecessors, elsewhere, strict=True)
        ],
        other_places=[(label, library.those(Area, ids)) for label, ids in other_places],
        former_names=names,
        has_procedures=library.has(Procedure),
        bulletins=library.users(area, Bulletin),
        poster=posters.address(id) if posters.is_made(area, has_ended) else None,
        finder=next(iter(library.published(Finder)), None),
    )
    return _titled(page, "area")


def _titled(page: Page, key: str) -> Page:
    """The page under a title of the wording; one that is withdrawn keeps its name alone."""
    return replace(page, key=key) if "place" in page.values else page


def in_province(area: Area, province: Area | None) -> str:
    """A commune with its province: Xã Tân Ân, tỉnh Cà Mau."""
    return f"{area.label}, {called(province.kind, province.name)}" if province else area.label


def _agencies_in(library: Library, area: Area) -> list[Agency]:
    """The agencies of a commune that still answer, by name."""
    those = (one for one in library.users(area, Agency) if one.area == area.id)
    return sorted(
        (one for one in those if not standing(library, one)), key=lambda one: sort_key(one.label)
    )
