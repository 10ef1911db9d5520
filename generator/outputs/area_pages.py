"""Places: whom to call in each commune, found by the names of today and of before.

What the filter of the list knows also stands on pages: the communes on their province's, the names
of before on a page of their own. The script only makes finding quicker.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.directory import Directory
from generator.library import Library
from generator.outputs import schema_org
from generator.page import File, Outputs, Page, lists_to_open, record_page
from generator.places import FormerName, Places, Went, former_provinces
from generator.records.access_results import AccessResult
from generator.records.access_standards import AccessStandard
from generator.records.agencies import Agency, Level
from generator.records.areas import Area, Predecessor, Share, called
from generator.records.finders import Finder
from generator.records.organisations import Organisation
from generator.records.procedures import Procedure
from generator.records.record import Record
from generator.vietnamese.folding import slug
from generator.vietnamese.sorting import sort_key

LIST = "dia-phuong/index.html"
NAMES = "dia-phuong/ten-dia-phuong.js"
FURTHER: Mapping[type[Record], str] = {
    AccessStandard: "access-standards",
    AccessResult: "access-results",
}  # lists whose only way in is the list of places
SCRIPTS = (NAMES, "assets/javascripts/places.js")
# How the script's table numbers what became of a unit, and why a name is a choice.
SHARES = {Share.WHOLE: 0, Share.PART: 1, Share.REST: 2}
ONE, DIVIDED, SHARED, DISTRICT, PROVINCE = range(5)
# A line of an old name: its label, its province, areas with share and neighbours, and why.
Target = tuple[int, int, str]
Row = tuple[str, int, list[Target], int]


def outputs(library: Library, today: date) -> Outputs:
    """The list with its filter, then for each province its page, its old names, its communes."""
    places, directory = Places(library, today), Directory(library)
    agencies = _by_area(library, today)
    yield list_page(library, places)
    if places.provinces:
        yield names_file(places)
    for area in library.every(Area):
        if area.is_province:
            yield province_page(library, places, directory, area, today)
            if places.former_names(area):
                yield former_names_page(places, area)
        else:
            at = agencies.get(area.id, [])
            yield commune_page(library, places, directory, area, at, today)


# ---- the list and its filter -------------------------------------------------------------------


def list_page(library: Library, places: Places) -> Page:
    """The provinces, and a place to type any name."""
    return Page(
        address=LIST,
        section="dia-phuong",
        template="lists/areas.html",
        key="areas",
        values={
            "provinces": [
                (one, former_provinces(one), len(places.communes(one))) for one in places.provinces
            ],
            "can_seek": bool(places.provinces),
            "unlisted": [one for one in places.provinces if not places.communes(one)],
            "further": lists_to_open(library, FURTHER),
        },
        source="content/areas",
        scripts=SCRIPTS if places.provinces else (),
    )


def former_names_address(province: Area) -> str:
    """The page of all names of before of a province."""
    return f"{province.section}/{province.id}-ten-cu.html"


def names_file(places: Places) -> File:
    """Every name as one assignment, for a script that fetches nothing.

    `areas`: label, province, page. `before`: label, province, where it leads, why it is a choice.
    Provinces and areas are numbers of the lists; a province is an area too.
    """
    areas = [a for one in places.provinces for a in (one, *places.communes(one))]
    number = {area.id: place for place, area in enumerate(areas)}
    provinces = {one.id: place for place, one in enumerate(places.provinces)}
    table = {
        "provinces": [called(one.kind, one.name) for one in places.provinces],
        "areas": [
            [area.label, provinces[area.province or area.id], area.id, *area.aliases]
            for area in areas
        ],
        "before": [
            row for one in places.provinces for row in _rows(places, one, number, provinces[one.id])
        ],
    }
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    # Two signs that JSON allows in a text and a script of old does not.
    safe = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
    return File(NAMES, f"var PBGDPL_PLACES={safe};\n".encode(), "content/areas")


def _rows(places: Places, province: Area, number: dict[str, int], at: int) -> list[Row]:
    """The names of before of one province."""
    names = [
        (name.label, at, [_target(name, went, number) for went in name.choices], _why(name))
        for name in places.former_names(province)
        if not name.kept
    ]
    districts = [
        (
            f"{one.name[:1].upper()}{one.name[1:]}",
            at,
            [(number[area.id], 0, "") for area in (province, *one.areas)],
            DISTRICT,
        )
        for one in places.former_districts(province)
    ]
    provinces = [
        (_capital(one), at, [(number[province.id], 0, "")], PROVINCE)
        for one in former_provinces(province)
    ]
    return [*names, *districts, *provinces]


def _target(name: FormerName, went: Went, number: dict[str, int]) -> Target:
    beside = ", ".join(one.label for one in went.beside) if name.is_shared else ""
    return number[went.area.id], SHARES[went.share], beside


def _why(name: FormerName) -> int:
    if name.is_shared:
        return SHARED
    return DIVIDED if name.is_choice else ONE


def _capital(one: Predecessor) -> str:
    return one.label[:1].upper() + one.label[1:]


# ---- a province --------------------------------------------------------------------------------


def province_page(
    library: Library, places: Places, directory: Directory, province: Area, today: date
) -> Page:
    """All communes by name, the numbers that serve everywhere in it, and what it was made of."""
    names = places.former_names(province)
    page = record_page(
        library,
        province,
        "lists/province.html",
        place=province.label,
        communes=places.communes(province),
        callees=Callees.of(directory.serving(province.id)),
        hotlines=library.hotlines(today),
        districts=places.former_districts(province),
        former_names=(former_names_address(province), len(names)) if names else None,
        agencies=_of_province(library, province, today),
        agencies_address=f"co-quan/index.html#{slug(province.name)}",
    )
    return _titled(page, "province")


def former_names_page(places: Places, province: Area) -> Page:
    """Every name of before with the areas it leads to, for reading without any script."""
    return Page(
        address=former_names_address(province),
        section=province.section,
        template="lists/former_names.html",
        key="former_names",
        values={
            "province": province,
            "place": called(province.kind, province.name),
            "letters": by_letter(places.former_names(province)),
        },
        source=province.file,
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
    letters = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
    return next((one for one in letters if sort_key(one)[0] == sort_key(letter)[0]), letter)


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
    places: Places,
    directory: Directory,
    area: Area,
    agencies: list[Agency],
    today: date,
) -> Page:
    """Whom to call here, first of all; then the agencies here and what it was made of."""
    province = library.find(Area, area.province)
    here = directory.located_in(area.id)
    wider = tuple(one for one in directory.serving(area.id) if one not in here)
    page = record_page(
        library,
        area,
        "articles/area.html",
        linked_data=schema_org.place(library, area, today),
        province=province,
        place=_in_province(area, province),
        became=places.became(area) if area.has_ended(today) else None,
        here=Callees.of(here),
        wider=Callees.of(wider),
        hotlines=library.hotlines(today),
        agencies=agencies,
        agencies_address=f"co-quan/index.html#{slug(province.name)}" if province else None,
        formed_from=[(one, places.elsewhere(area, one)) for one in area.predecessors],
        other_places=places.other_places(area),
        former_names=_former_names_of(places, province),
        has_procedures=bool(library.published(Procedure)),
        finder=next(iter(library.published(Finder)), None),
    )
    return _titled(page, "area")


def _titled(page: Page, key: str) -> Page:
    """The page under a title of the wording; one that is withdrawn keeps its name alone."""
    return replace(page, key=key) if "place" in page.values else page


def _in_province(area: Area, province: Area | None) -> str:
    return f"{area.label}, {called(province.kind, province.name)}" if province else area.label


def _former_names_of(places: Places, province: Area | None) -> str | None:
    has_names = province and places.former_names(province)
    return former_names_address(province) if province and has_names else None


def _by_area(library: Library, today: date) -> dict[str, list[Agency]]:
    """The agencies that still answer by their commune, by name."""
    found: dict[str, list[Agency]] = defaultdict(list)
    for one in sorted(library.published(Agency), key=lambda one: sort_key(one.label)):
        if one.area and not one.has_ended(today):
            found[one.area].append(one)
    return found


def _of_province(library: Library, province: Area, today: date) -> list[Agency]:
    """The agencies of a province that can be called and still answer, by name."""
    those = (
        one
        for one in library.published(Agency)
        if one.level is Level.PROVINCE and one.province == province.name and one.can_be_called
    )
    return sorted(
        (one for one in those if not one.has_ended(today)), key=lambda one: sort_key(one.label)
    )
