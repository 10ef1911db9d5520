"""Areas from outside: what a resolution or a list says, as JSON and as drafts of records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue import say
from generator.importers.draft_writing import (
    Draft,
    Fields,
    comments,
    present,
)
from generator.importers.resolutions import (
    Former,
    Resolution,
    Unit,
    is_resolution,
    read_resolution,
)
from generator.importers.source import Remark, SourceText
from generator.importers.statistics_table import (
    ListedCommune,
    StatisticsTable,
    is_statistics_table,
    read_statistics_table,
)
from generator.importers.yaml_edits import edited, in_one_line, written
from generator.reading import values_of
from generator.records.areas import WRITTEN, Area, AreaKind, Share, called
from generator.vietnamese.folding import slug
from generator.vietnamese.place_names import same_name

FOLDER = "areas"
LEFT_ALONE = {"note": "Nghị quyết để nguyên, không sắp xếp."}  # for its readers
ORDER = ("id", "status", "name", "kind", "code")  # where a code stands in a file

Found = Resolution | StatisticsTable
Name = tuple[str, AreaKind | None, str]  # province, kind and name, spelled one way


@dataclass(frozen=True)
class Codes:
    """New codes by the id of their area, and what stood in the way of others."""

    new: Mapping[str, str]
    remarks: tuple[Remark, ...]


def understand_areas(source: SourceText) -> Found | None:
    """What a document says of areas, None where it is about something else; may refuse it."""
    if is_resolution(source):
        return read_resolution(source)
    return read_statistics_table(source) if is_statistics_table(source) else None


def kind_of(found: Found) -> str:
    """The word by which a reading is told."""
    return "area_resolution" if isinstance(found, Resolution) else "area_table"


# ---- JSON --------------------------------------------------------------------------------------


def areas_as_json(found: Found, file: str, language: str) -> dict[str, Any]:
    """Plain values only, as they were understood; unknown is None."""
    said = _resolution(found) if isinstance(found, Resolution) else _table(found)
    warnings = [remark.told(language) for remark in found.remarks]
    return {"file": file, "kind": kind_of(found), **said, "warnings": warnings}


def _resolution(found: Resolution) -> dict[str, Any]:
    return {
        "number": found.number,
        "passed_on": found.passed_on and found.passed_on.isoformat(),
        "first_day": found.first_day and found.first_day.isoformat(),
        "province": {"kind": found.kind, "name": found.province},
        "areas": [
            {
                "kind": unit.kind,
                "name": unit.name,
                "place": unit.place,
                "predecessors": [_former(former) for former in unit.formers],
            }
            for unit in found.units
        ],
    }


def _former(former: Former) -> Fields:
    return {
        "kind": str(former.kind),
        "name": former.name,
        "district": former.district,
        "share": str(former.share),
        "note": former.note,
    }


def _table(found: StatisticsTable) -> dict[str, Any]:
    return {
        "areas": [
            {
                "province": {"kind": one.province_kind, "name": one.province},
                "province_code": one.province_code,
                "kind": one.kind,
                "name": one.name,
                "code": one.code,
            }
            for one in found.communes
        ]
    }


# ---- drafts ------------------------------------------------------------------------------------


def area_drafts(
    found: Found, file: str, areas: Sequence[Area], documents: Iterable[str]
) -> list[Draft]:
    """Drafts of the areas that a reading tells of; a list gives only those not known yet.

    `documents` are the ids of known documents: the resolution is cited by its record if it has one.
    """
    if isinstance(found, Resolution):
        return _drafts_of_resolution(found, file, areas, frozenset(documents))
    return _drafts_of_table(found, areas)


def _drafts_of_resolution(
    found: Resolution, file: str, areas: Sequence[Area], documents: frozenset[str]
) -> list[Draft]:
    province = slug(found.province)
    cited = _citation(found, file, documents)
    drafts = [] if _known(areas, province) else [_province(found.kind, found.province, cited)]
    taken = set[str]()
    for unit in found.units:
        id = _free_id(_commune_id(province, unit.kind, unit.name), taken)
        drafts.append(_commune(found, unit, id, {**cited, "place": unit.place}))
    return drafts


def _citation(found: Resolution, file: str, documents: frozenset[str]) -> Fields:
    """The source of all its areas: its record, or else its number and the file that was read."""
    year = found.passed_on.year if found.passed_on else ""
    id = slug(f"nghi-quyet {found.number} {year}")
    return {"document": id} if id in documents else {"title": f"Nghị quyết {found.number} ({file})"}


def _known(areas: Sequence[Area], id: str) -> bool:
    return any(area.id == id for area in areas)


def _commune_id(province: str, kind: AreaKind, name: str) -> str:
    return slug(f"{province} {WRITTEN[kind]} {name}")


def _free_id(id: str, taken: set[str]) -> str:
    """The id, or with a number where two names differ in marks alone."""
    number = 2
    free = id
    while free in taken:
        free, number = f"{id}-{number}", number + 1
    taken.add(free)
    return free


def _province(kind: AreaKind, name: str, source: Fields, code: str | None = None) -> Draft:
    fields = {"id": slug(name), "status": "draft", "name": name, "kind": str(kind), "code": code}
    return _draft(slug(name), slug(name), written({**fields, "sources": [source]}))


def _commune(found: Resolution, unit: Unit, id: str, source: Fields) -> Draft:
    """One clause of a resolution; a unit that was left alone began on no day that it tells."""
    province = slug(found.province)
    fields = {
        "id": id,
        "status": "draft",
        "name": unit.name,
        "kind": str(unit.kind),
        "province": province,
        "first_day": found.first_day.isoformat() if found.first_day and unit.formers else None,
    }
    formers = "".join(_line(_former(former)) for former in unit.formers)
    text = written(fields) + (f"predecessors:\n{formers}" if formers else written(LEFT_ALONE))
    return _draft(province, id, text + written({"sources": [source]}))


def _line(fields: Fields) -> str:
    """One unit of before on one line, so that a file reads as its clause does."""
    return f"  - {in_one_line(present(fields))}\n"


def _draft(province: str, id: str, text: str) -> Draft:
    needed = comments([say("vi", "import-draft-needs-area")])
    return Draft(f"{FOLDER}/{province}", id, text + needed)


def _drafts_of_table(found: StatisticsTable, areas: Sequence[Area]) -> list[Draft]:
    """Communes that no area of the content is, and their provinces where these are new too."""
    known = _by_name(areas)
    taken = {area.id for area in areas}
    source = {"title": found.name}
    drafts = list[Draft]()
    for one in found.communes:
        province = slug(one.province)
        if province not in taken:
            taken.add(province)
            drafts.append(_province(one.province_kind, one.province, source, one.province_code))
        if _key(one) not in known:
            id = _free_id(_commune_id(province, one.kind, one.name), taken)
            fields = {
                "id": id,
                "status": "draft",
                "name": one.name,
                "kind": str(one.kind),
                "code": one.code,
                "province": province,
                "sources": [source],
            }
            drafts.append(_draft(province, id, written(fields)))
    return drafts


# ---- codes of known areas ----------------------------------------------------------------------


def new_codes(found: StatisticsTable, areas: Sequence[Area], *, replace: bool) -> Codes:
    """The codes that the list adds to known areas; none where a name stands for several.

    A code that is there already stays, unless `replace` is asked for.
    """
    known = _by_name(areas)
    listed: dict[Name, set[str]] = defaultdict(set)
    for key, code in _codes(found):
        listed[key].add(code)
    new: dict[str, str] = {}
    remarks: list[Remark] = []
    for key, codes in listed.items():
        those, code = known.get(key, []), min(codes)
        if len(those) > 1 or (those and len(codes) > 1):
            remarks.append(Remark("import-areas-table-many", values={"name": those[0].label}))
        elif those and those[0].code not in (None, code) and not replace:
            values = {"name": those[0].label, "code": those[0].code, "new": code}
            remarks.append(Remark("import-areas-code-differs", values=values))
        elif those and those[0].code != code:
            new[those[0].id] = code
    return Codes(new, tuple(remarks))


def with_code(yaml_text: str, code: str) -> str:
    """The text of an area's file with this code, every other sign as it was.

    Raises `Unreadable` or `CannotEdit` where that cannot be done safely.
    """
    return edited(yaml_text, {**values_of(yaml_text), "code": code}, ORDER)


def _codes(found: StatisticsTable) -> Iterator[tuple[Name, str]]:
    for one in found.communes:
        yield _key(one), one.code
        if one.province_code:
            yield ("", one.province_kind, same_name(one.province)), one.province_code


def _key(one: ListedCommune) -> Name:
    return same_name(one.province), one.kind, same_name(one.name)


def _by_name(areas: Iterable[Area]) -> Mapping[Name, list[Area]]:
    """All areas by province, kind and name; a province stands below no other."""
    every = {area.id: area for area in areas}
    found: dict[Name, list[Area]] = defaultdict(list)
    for area in every.values():
        above = every.get(area.province or "")
        found[same_name(above.name) if above else "", area.kind, same_name(area.name)].append(area)
    return found


# ---- what a person should look at --------------------------------------------------------------


def remarks_on(found: Found) -> Iterator[Remark]:
    """Everything odd about a reading."""
    yield from found.remarks
    if isinstance(found, Resolution):
        if not found.first_day:
            yield Remark("import-areas-without-days")
        yield from _namesakes(found)


def _namesakes(found: Resolution) -> Iterator[Remark]:
    """Names of before that lead to several areas though nothing was divided: units of one name."""
    into: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for unit in found.units:
        label = called(unit.kind, unit.name)
        for former in unit.formers:
            if former.share is Share.WHOLE:
                into[called(former.kind, former.name), former.district].append(label)
        if not unit.formers:
            into[label, None].append(label)
    for (name, _), those in into.items():
        if len(those) > 1:
            values = {"name": name, "areas": ", ".join(those)}
            yield Remark("import-areas-same-name", values=values)
