"""The standard of access to law: what it asks, and how each commune met it by year."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from generator.access_rules import judged
from generator.library import Library
from generator.page import Output, Outputs, Page, record_outputs, record_page
from generator.records.access_results import AccessResult
from generator.records.access_standards import AccessStandard
from generator.records.areas import Area
from generator.records.documents import Document
from generator.records.record import Status
from generator.sheets import Sheet, sheet_address, sheets, view_address
from generator.vietnamese.sorting import SortKey, sort_key

STANDARDS = f"{AccessStandard.section}/index.html"
RESULTS = f"{AccessResult.section}/index.html"


@dataclass(frozen=True)
class Line:
    """A line of the results: a commune's result, with its place."""

    result: AccessResult
    area: Area | None
    province: Area | None

    @property
    def group(self) -> tuple[int, Area | None]:
        """By what results stand together: year and province."""
        return self.result.year, self.province


class Planned(NamedTuple):
    """A line as it is planned: by what it is sorted, and where it belongs."""

    year: int  # negative, for the newest comes first
    province_name: SortKey
    name: SortKey
    id: str
    province: str
    standard: str | None


# ---- what there is -----------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The standards, the lists of results and every result's page."""
    lines = sorted(_planned(library))
    counts = Counter(one.standard for one in lines)
    yield Output(STANDARDS, standards_page, (), "content/access_standards")
    for id, file in library.files(AccessStandard):
        address = f"{AccessStandard.section}/{id}.html"
        yield Output(address, standard_page, (id, counts[id]), file)
    yield from _lists(library, lines)
    yield from record_outputs(library, AccessResult, result_page)


def _planned(library: Library) -> Iterator[Planned]:
    for one in library.each(AccessResult):
        if one.status is not Status.WITHDRAWN:
            line = _line(library, one)
            yield Planned(
                year=-one.year,
                province_name=sort_key(line.province.name if line.province else ""),
                name=sort_key(line.area.name if line.area else ""),
                id=one.id,
                province=line.province.id if line.province else "",
                standard=one.standard,
            )


def _lists(library: Library, lines: Sequence[Planned]) -> Iterator[Output]:
    """All results, and those of each province, the newest year first, in sheets of fifty."""
    found: dict[str, list[Planned]] = defaultdict(list)
    for one in lines:
        found[one.province].append(one)
    areas = sorted(library.those(Area, found), key=lambda one: sort_key(one.name))
    ids = tuple(one.id for one in areas)
    yield from _sheets(lines, "", ids)
    for id in ids:
        yield from _sheets(found[id], id, ())


def _sheets(
    lines: Sequence[Planned], province: str, provinces: tuple[str, ...]
) -> Iterator[Output]:
    """The sheets of a list; the first of all results offers the lists of the provinces."""
    start = address_of(province)
    for sheet in sheets(lines, start):
        place = sheet.number, sheet.count, sheet.total
        views = provinces if sheet.number == 1 else ()
        given = province, place, tuple(one.id for one in sheet.rows), views
        address = sheet_address(start, sheet.number)
        yield Output(address, list_page, given, "content/access_results", address != RESULTS)


def address_of(province: str) -> str:
    """The results of a province, told by its id, or of all."""
    return view_address(AccessResult.section, "tinh", province) if province else RESULTS


# ---- standards ----------------------------------------------------------------------------------


def standards_page(library: Library) -> Page:
    """The sets of rules, the newest first."""
    every = sorted(library.published(AccessStandard), key=_newest_first)
    return Page(
        address=STANDARDS,
        section=AccessStandard.section,
        template="lists/access_standards.html",
        key="access-standards",
        values={"standards": every, "has_results": library.has(AccessResult)},
    )


def _newest_first(standard: AccessStandard) -> tuple[int, str]:
    return -(standard.first_day.toordinal() if standard.first_day else 0), standard.id


def standard_page(library: Library, id: str, results: int) -> Page:
    """What is looked at, and the rule by which a commune passes."""
    standard = library.get(AccessStandard, id)
    return record_page(
        library,
        standard,
        "articles/access_standard.html",
        document=library.find(Document, standard.document),
        results=results,
    )


# ---- results ------------------------------------------------------------------------------------


def list_page(
    library: Library,
    province: str,
    place: tuple[int, int, int],
    rows: Sequence[str],
    provinces: Sequence[str],
) -> Page:
    """A sheet of results; `place` are its number, and how many sheets and rows there are."""
    lines = [_line(library, one) for one in library.those(AccessResult, rows)]
    sheet = Sheet(address_of(province), *place, rows=lines)
    groups = groupby(lines, key=lambda one: one.group)
    name = {"name": library.get(Area, province).label} if province else {}
    return Page(
        address=sheet.address,
        section=AccessResult.section,
        template="lists/access_results.html",
        key="access-results-by" if province else "access-results",
        values={
            "sheet": sheet,
            "groups": [(year, area, list(those)) for (year, area), those in groups],
            "views": [(library.get(Area, id), address_of(id)) for id in provinces],
            **name,
        },
    )


def _line(library: Library, result: AccessResult) -> Line:
    area = library.find(Area, result.area)
    return Line(result, area, library.find(Area, area.province) if area else None)


def result_page(library: Library, id: str) -> Page:
    """The scores beside what the rules ask, and what the decision declares."""
    result = library.get(AccessResult, id)
    standard = library.find(AccessStandard, result.standard)
    return record_page(
        library,
        result,
        "articles/access_result.html",
        area=library.find(Area, result.area),
        standard=standard,
        verdict=judged(result, standard) if standard else None,
        has_limits=bool(standard and any(one.points is not None for one in standard.criteria)),
    )
