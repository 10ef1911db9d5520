"""The schedule of the loudspeakers for the next month: a table, a calendar, a sheet of paper."""

import csv
import io
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from generator.broadcasts import last_day_ahead
from generator.library import Library
from generator.outputs.roster_files import HANOI
from generator.outputs.stick_items import FOLDER, Turn, items, turns
from generator.outputs.tables import ENCODING, safe
from generator.page import Output, Outputs, Page
from generator.vietnamese.weekdays import NAMES

if TYPE_CHECKING:
    from icalendar import Event

MAKER = "-//pbgdpl//lich phat thanh//VI"
COLUMNS = (
    "date",
    "weekday",
    "time",
    "order",
    "title",
    "priority",
    "seconds",
    "sound",
    "script",
    "playlist",
)


def outputs(source: str) -> Outputs:
    """The schedule in three forms."""
    yield Output(f"{FOLDER}/LICH_PHAT.csv", table, (), source, passing=True)
    yield Output(f"{FOLDER}/LICH_PHAT.ics", calendar, (), source, passing=True)
    yield Output(f"{FOLDER}/LICH_PHAT.html", sheet, (), source, passing=True)


def table(library: Library) -> bytes:
    """A row for each bulletin of each slot."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for turn in turns(library, items(library)):
        for order, (one, length) in enumerate(turn.said, start=1):
            writer.writerow(
                (
                    f"{turn.begins:%Y-%m-%d}",
                    NAMES[turn.begins.weekday()],
                    f"{turn.begins:%H:%M}",
                    order,
                    safe(one.title),
                    one.priority or "",
                    length,
                    one.sound.place if one.sound else "",
                    one.script,
                    turn.playlist,
                )
            )
    return out.getvalue().encode(ENCODING)


def calendar(library: Library) -> bytes:
    """An event for each slot; whoever loads it again gets the same events, not more."""
    from icalendar import Calendar  # here, for it loads slowly and few builds make a calendar

    found, name = Calendar(), library.website.name
    found.add("prodid", MAKER)
    found.add("version", "2.0")
    found.add("name", name)
    found.add("x-wr-calname", name)
    stamp = datetime.combine(library.today, time(), UTC)
    for turn in turns(library, items(library)):
        found.add_component(_event(turn, stamp))
    ical: bytes = found.to_ical()
    return ical


def _event(turn: Turn, stamp: datetime) -> "Event":
    from icalendar import Event

    event, begins = Event(), turn.begins.replace(tzinfo=HANOI).astimezone(UTC)
    event.add("uid", f"phat.{turn.begins:%Y%m%dT%H%M}@pbgdpl")
    event.add("dtstamp", stamp)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(seconds=turn.seconds))
    event.add("summary", "; ".join(one.title for one, _ in turn.said))
    lines = (f"{n}. {one.title} ({_clock(of)})" for n, (one, of) in enumerate(turn.said, start=1))
    event.add("description", "\n".join((*lines, turn.playlist)))
    return event


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def sheet(library: Library) -> Page:
    """The schedule to be hung beside the machine: it needs no site, no style, no script."""
    return Page(
        address=f"{FOLDER}/LICH_PHAT.html",
        section="",
        template="stick/schedule.html",
        values={
            "turns": turns(library, items(library)),
            "today": library.today,
            "last_day": last_day_ahead(library.today),
            "site": library.website.name,
        },
    )
