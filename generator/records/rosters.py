"""Duty rosters: who is there to help, at a court or an online hearing point, and when."""

from datetime import date, time
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.contacts import report_backwards
from generator.records.record import Record, read_header
from generator.values import Value


class RosterKind(StrEnum):
    """Where the duty is done."""

    COURT = "court"
    ONLINE_HEARING = "online_hearing"


class Shift(Value, frozen=True):
    """Some hours of one day, and the practitioners on duty then."""

    day: date | None
    opens: time | None
    closes: time | None
    who: tuple[str, ...]
    note: str | None


class Roster(Record, frozen=True):
    """The shifts of one place."""

    folder: ClassVar[str] = "rosters"
    section: ClassVar[str] = "lich-truc"

    code: str | None
    name: str
    kind: RosterKind | None
    place: str
    area: str | None
    organisation: str | None
    shifts: tuple[Shift, ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id


def read_roster(entry: Entry) -> Roster:
    """A roster from its content file."""
    header: dict[str, Any] = read_header(entry, Roster.folder)
    return Roster(
        **header,
        code=entry.optional_text("code"),
        name=entry.text("name"),
        kind=entry.choice("kind", RosterKind),
        place=entry.text("place"),
        area=entry.reference("area", "areas"),
        organisation=entry.reference("organisation", "organisations"),
        shifts=entry.parts("shifts", read_shift),
    )


def read_shift(entry: Entry) -> Shift:
    """A shift with its day, `from` and `to`."""
    if not entry.has("day"):
        entry.report("missing-field", name="day")
    shift = Shift(
        day=entry.day("day"),
        opens=entry.clock("from"),
        closes=entry.clock("to"),
        who=entry.references("who", "practitioners"),
        note=entry.optional_text("note"),
    )
    report_backwards(entry, shift.opens, shift.closes)
    return shift
