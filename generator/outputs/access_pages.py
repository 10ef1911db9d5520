"""The standard of access to law: what it asks, and how each commune met it by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.access_rules import judged
from generator.library import Library
from generator.page import Outputs, Page, record_page
from generator.records.access_results import AccessResult
from generator.records.access_standards import AccessStandard
from generator.records.areas import Area
from generator.records.documents import Document
from generator.sheets import sheets, view_address
from generator.vietnamese.sorting import sort_key

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


def outputs(library: Library) -> Outputs:
    """The standards, the lists of results and every result's page."""
    yield standards_page(library)
    for standard in library.every(AccessStandard):
        yield standard_page(library, standard)
    yield from result_lists(library)
    for result in library.every(AccessResult):
        yield result_page(library, result)


# ---- standards ----------------------------------------------------------------------------------


def standards_page(library: Library) -> Page:
    """The sets of rules, the newest first."""
    every = sorted(library.published(AccessStandard), key=_newest_first)
    return Page(
        address=f"{AccessStandard.section}/index.html",
        section=AccessStandard.section,
        template="lists/access_standards.html",
        key="access-standards",
        values={"standards": every, "has_results": bool(library.published(AccessResult))},
        source="content/access_standards",
    )


def _newest_first(standard: AccessStandard) -> tuple[int, str]:
    return -(standard.first_day.toordinal() if standard.first_day else 0), standard.id


def standard_page(library: Library, standard: AccessStandard) -> Page:
    """What is looked at, and the rule by which a commune passes."""
    return record_page(
        library,
        standard,
        "articles/access_standard.html",
        document=library.find(Document, standard.document),
        results=len(library.users(standard, AccessResult)),
    )


# ---- results ------------------------------------------------------------------------------------


def result_lists(library: Library) -> Iterator[Page]:
    """All results, and those of each province, the newest year first, in sheets of fifty."""
    lines = lines_of(library)
    provinces = {one.province.id: one.province for one in lines if one.province}
    ordered = sorted(provinces.values(), key=lambda one: sort_key(one.name))
    views = [(one, view_address(AccessResult.section, "tinh", one.id)) for one in ordered]
    yield from _sheets(lines, RESULTS, "access-results", views=views)
    for area, address in views:
        mine = [one for one in lines if one.province == area]
        yield from _sheets(mine, address, "access-results-by", name=area.label)


def lines_of(library: Library) -> list[Line]:
    """Every result with its place, by year, province and commune."""
    return sorted((_line(library, one) for one in library.published(AccessResult)), key=_in_order)


def _line(library: Library, result: AccessResult) -> Line:
    area = library.find(Area, result.area)
    return Line(result, area, library.find(Area, area.province) if area else None)


def _in_order(line: Line) -> tuple[object, ...]:
    province = sort_key(line.province.name if line.province else "")
    return (
        -line.result.year,
        province,
        sort_key(line.area.name if line.area else ""),
        line.result.id,
    )


def _sheets(lines: Sequence[Line], address: str, key: str, **values: object) -> Iterator[Page]:
    for sheet in sheets(lines, address):
        groups = groupby(sheet.rows, key=lambda one: one.group)
        yield Page(
            address=sheet.address,
            section=AccessResult.section,
            template="lists/access_results.html",
            key=key,
            values={
                "sheet": sheet,
                "groups": [(year, area, list(those)) for (year, area), those in groups],
                "views": (),
                **values,
            },
            source="content/access_results",
            passing=sheet.address != RESULTS,
        )


def result_page(library: Library, result: AccessResult) -> Page:
    """The scores beside what the rules ask, and what the decision declares."""
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
