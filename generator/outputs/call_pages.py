"""Calls for lawyers or organisations: the list by whether they are open, and a page for each."""

from datetime import date
from enum import StrEnum

from generator.library import Library
from generator.page import Output, Outputs, Page, record_outputs, record_page
from generator.records.areas import Area
from generator.records.calls import Call
from generator.records.organisations import Organisation

LIST = f"{Call.section}/index.html"


class CallState(StrEnum):
    """How a call stands on the day of the data; the order is that of the list."""

    OPEN = "open"
    UPCOMING = "upcoming"
    CLOSED = "closed"


def outputs(library: Library) -> Outputs:
    """The list and the pages of all calls."""
    yield Output(LIST, list_page, (), "content/calls")
    yield from record_outputs(library, Call, call_page)


def state_of(call: Call, today: date) -> CallState:
    """Whether papers are taken today; a call without a last day takes them still."""
    if call.posted_on and today < call.posted_on:
        return CallState.UPCOMING
    return CallState.CLOSED if call.closes_on and call.closes_on < today else CallState.OPEN


def list_page(library: Library) -> Page:
    """Open calls first, the next to close at the top; closed ones the other way round."""
    today = library.today
    rows = sorted(library.published(Call), key=lambda one: (one.closes_on or date.max, one.id))
    groups = [
        (state, [one for one in rows if state_of(one, today) is state]) for state in CallState
    ]
    return Page(
        address=LIST,
        section=Call.section,
        template="lists/calls.html",
        key="calls",
        values={
            "groups": [
                (state, those[::-1] if state is CallState.CLOSED else those)
                for state, those in groups
                if those
            ],
            "organisations": {one.id: library.find(Organisation, one.organisation) for one in rows},
            "today": today,
        },
    )


def call_page(library: Library, id: str) -> Page:
    """Who is wanted, until when, and where to ask."""
    call, today = library.get(Call, id), library.today
    return record_page(
        library,
        call,
        "articles/call.html",
        state=state_of(call, today),
        organisation=library.find(Organisation, call.organisation),
        area=library.find(Area, call.area),
        today=today,
    )
