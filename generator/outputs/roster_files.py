"""A roster for the calendar of a telephone (RFC 5545): the shifts to come, the same every time.

It names nobody: once a person is off the list, no name can be taken back from other people's
telephones.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from generator.library import Library
from generator.records.rosters import Roster, Shift

if TYPE_CHECKING:
    from icalendar import Event

HANOI = timezone(timedelta(hours=7))  # no summer time since 1975, so no table of zones is needed
MAKER = "-//pbgdpl//lich truc//VI"
DEMO = "[Dữ liệu trình diễn] "  # in front of names, for a calendar shows no marks of ours


def address_of(roster: str) -> str:
    """Where the file of a roster, told by its id, is, from the root of the site."""
    return f"{Roster.section}/{roster}.ics"


def calendar_file(library: Library, id: str) -> bytes:
    """The shifts from today on; whoever loads it again gets the same events, not more."""
    from icalendar import Calendar  # here, for it loads slowly and few builds make a calendar

    roster, today = library.get(Roster, id), library.today
    calendar, name = Calendar(), _name(roster)
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for number, shift in enumerate(roster.shifts, start=1):
        if shift.day and shift.day >= today:
            calendar.add_component(_event(roster, shift, number, today))
    ical: bytes = calendar.to_ical()
    return ical


def _name(roster: Roster) -> str:
    return (DEMO if roster.demo else "") + roster.name


def _event(roster: Roster, shift: Shift, number: int, today: date) -> "Event":
    from icalendar import Event

    event = Event()
    day = shift.day or today
    event.add("uid", f"{roster.id}.{day:%Y%m%d}.{_nth(roster, shift, number)}@pbgdpl")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", _moment(day, shift.opens))
    if shift.opens and shift.closes:
        event.add("dtend", _moment(day, shift.closes))
    event.add("summary", _name(roster))
    event.add("location", roster.place)
    if shift.note:
        event.add("description", shift.note)
    return event


def _nth(roster: Roster, shift: Shift, number: int) -> int:
    """Which shift of its day it is, so that a day added before it renames no event."""
    return sum(1 for one in roster.shifts[:number] if one.day == shift.day)


def _moment(day: date, at: time | None) -> date | datetime:
    """A moment in UTC, or the whole day where no time is told."""
    return datetime.combine(day, at, HANOI).astimezone(UTC) if at else day
