"""Calls for lawyers or organisations: the list by whether they are open, and a page for each."""

from datetime import date
from itertools import groupby

from generator.directory import first_area
from generator.facets import FACETS
from generator.glossary import explained_page
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.page import Outputs, Page, record_outputs
from generator.records.areas import Area, AreaOutline
from generator.records.calls import Call, CallState
from generator.records.organisations import Organisation, OrganisationOutline

LISTING = Listing(Call, "calls", FACETS[Call])
STATES = tuple(CallState)


def outputs(library: Library) -> Outputs:
    """The lists and the pages of all calls."""
    yield from list_outputs(LISTING, library, _lines(library), calls_page)
    yield from record_outputs(library, Call, call_page)


def _lines(library: Library) -> list[Line]:
    """Open calls first, the next to close at the top; closed ones the other way round."""
    areas = {one.id: one.province or one.id for one in library.outlines(AreaOutline)}
    found = sorted(library.each_offered(Call), key=lambda one: _rank(library, one))
    return [Line(one.id, areas.get(_area(library, one), ""), one) for one in found]


def _rank(library: Library, call: Call) -> tuple[int, int, str]:
    state = call.state(library.today)
    closes = (call.closes_on or date.max).toordinal()
    return STATES.index(state), -closes if state is CallState.CLOSED else closes, call.id


def _area(library: Library, call: Call) -> str:
    """The id of where a call is made; else of where the organisation has its first place."""
    if call.area:
        return call.area
    organisation = library.outline(OrganisationOutline, call.organisation)
    area = first_area(library, organisation) if organisation else None
    return area.id if area else ""


def calls_page(library: Library, ask: Ask) -> Page:
    """A sheet of calls by whether they are open."""
    calls, today = library.those(Call, Ask(*ask).rows), library.today
    groups = groupby(calls, key=lambda one: one.state(today))
    return list_page(
        LISTING,
        library,
        ask,
        calls,
        groups=[(state, list(those)) for state, those in groups],
        organisations={one.id: library.find(Organisation, one.organisation) for one in calls},
        today=today,
    )


def call_page(library: Library, id: str) -> Page:
    """Who is wanted, until when, and where to ask."""
    call, today = library.get(Call, id), library.today
    return explained_page(
        library,
        call,
        "articles/call.html",
        state=call.state(today),
        organisation=library.find(Organisation, call.organisation),
        area=library.find(Area, call.area),
        today=today,
    )
