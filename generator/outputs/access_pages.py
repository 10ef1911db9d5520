"""The standard of access to law: what it asks, and how each commune met it by year."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from generator.access_rules import judged
from generator.facets import FACETS
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.page import Output, Outputs, Page, record_outputs, record_page
from generator.records.access_results import AccessResult, AccessResultOutline
from generator.records.access_standards import AccessStandard
from generator.records.areas import Area, AreaOutline
from generator.records.documents import Document
from generator.vietnamese.sorting import sort_key

STANDARDS = f"{AccessStandard.section}/index.html"
LISTING = Listing(AccessResult, "access-results", FACETS[AccessResult])


@dataclass(frozen=True)
class Row:
    """A line of the results: a commune's result, with its place."""

    result: AccessResult
    area: Area | None
    province: Area | None

    @property
    def group(self) -> tuple[int, Area | None]:
        """By what results stand together: year and province."""
        return self.result.year, self.province


# ---- what there is -----------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The standards, the lists of results and every result's page."""
    lines = _lines(library)
    counts = Counter(one.outline.standard for one in lines)
    yield Output(STANDARDS, standards_page, (), "content/access_standards")
    for id, file in library.files(AccessStandard):
        address = f"{AccessStandard.section}/{id}.html"
        yield Output(address, standard_page, (id, counts[id]), file)
    yield from list_outputs(LISTING, library, lines, results_page)
    yield from record_outputs(library, AccessResult, result_page)


def _lines(library: Library) -> list[Line]:
    """Results, the newest year first, then by province and commune."""
    areas = {one.id: one for one in library.outlines(AreaOutline)}
    names = {"": sort_key(""), **{id: sort_key(one.name) for id, one in areas.items()}}
    offered = set(library.offered_ids(AccessResult))
    found = []
    for one in library.outlines(AccessResultOutline):
        if one.id in offered:
            area = areas.get(one.area or "")
            province = (area.province or "") if area else ""
            name = names[area.id if area else ""]
            order = -one.year, names.get(province, names[""]), name, one.id
            found.append((order, Line(one.id, province, one)))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


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


def results_page(library: Library, ask: Ask) -> Page:
    """A sheet of results by year and province."""
    rows = [_row(library, one) for one in library.those(AccessResult, Ask(*ask).rows)]
    groups = groupby(rows, key=lambda one: one.group)
    shown = [(year, area, list(those)) for (year, area), those in groups]
    return list_page(LISTING, library, ask, rows, groups=shown)


def _row(library: Library, result: AccessResult) -> Row:
    area = library.find(Area, result.area)
    return Row(result, area, library.find(Area, area.province) if area else None)


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
