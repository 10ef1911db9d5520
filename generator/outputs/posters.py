"""A sheet for the notice board of each commune: whom to call here, in figures seen from afar.

It comes and goes with its commune, so nothing promises that its address lasts: the code on it leads
to the commune's own page, which does.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from generator.directory import located_in, serving
from generator.library import Library
from generator.outputs.paper import ANY, SCRIPTS, is_sound, way_to
from generator.page import Output, Page
from generator.records.areas import Area, called
from generator.records.organisations import Organisation, has_expired
from generator.records.record import Record

MOST = 3  # organisations that one sheet has room for


def address(area: str) -> str:
    """Where the poster of a commune, told by its id, is to be had."""
    return f"{Area.section}/{area}--ap-phich.html"


def is_made(area: Area, has_ended: bool) -> bool:
    """Whether a commune has a poster: one that is neither gone nor on trial."""
    return is_sound(area) and not (area.is_province or has_ended)


def output(area: Area) -> Output:
    """The poster of a commune that has one."""
    return Output(address(area.id), poster_page, (area.id,), area.file, passing=True)


def poster_page(library: Library, id: str) -> Page:
    """The line for the whole country, then who helps in the commune or serves it."""
    area = library.get(Area, id)
    province = library.find(Area, area.province)
    hotline = next(((a, number) for a, number in library.hotlines() if is_sound(a)), None)
    callees = tuple(islice(_callees(library, area), MOST))
    shown: list[Record] = [*callees, *([hotline[0]] if hotline else [])]
    return Page(
        address=address(id),
        section=Area.section,
        template="articles/poster.html",
        key="poster",
        values={
            "record": area,
            "place": area.label,
            "within": called(province.kind, province.name) if province else "",
            "hotline": hotline,
            "callees": [(one, one.numbers[0]) for one in callees],
            "compared_on": _compared_on(shown),
            "way": way_to(library, area.address),
        },
        scripts=SCRIPTS,
        paper=ANY,
    )


def _callees(library: Library, area: Area) -> Iterator[Organisation]:
    """Those who can be called now, each once: who is in the commune first."""
    every = {one.id: one for one in (*located_in(library, area), *serving(library, area))}
    return (one for one in every.values() if is_sound(one) and _can_help(library, one))


def _can_help(library: Library, one: Organisation) -> bool:
    """Whether people may turn to it, by a paper that has not run out."""
    return one.is_active and one.can_be_called and not has_expired(one, library.today)


def _compared_on(records: Iterable[Record]) -> date | None:
    """The day on which a sheet was compared with its sources: that of its oldest fact."""
    days = (source.compared_on for record in records for source in record.sources)
    return min(filter(None, days), default=None)
