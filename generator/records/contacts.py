"""Ways to reach an office, and the hours at which it receives people."""

import re
from datetime import time
from enum import StrEnum
from functools import lru_cache

from generator.entries import Entry
from generator.values import Value
from generator.vietnamese.weekdays import runs, weekdays


class ContactKind(StrEnum):
    """The ways to an office that may be public; none of a person."""

    ADDRESS = "address"
    PHONE = "phone"
    HOTLINE = "hotline"
    EMAIL = "email"
    WEB = "web"
    ZALO = "zalo"
    FAX = "fax"
    HOURS = "hours"


DIALLED = (ContactKind.HOTLINE, ContactKind.PHONE)  # in the order in which a caller tries them
NUMBERS = (*DIALLED, ContactKind.FAX)


class Hours(Value, frozen=True):
    """Some days of the week, 0 for Monday, and the times of day between which somebody is there."""

    days: tuple[int, ...]
    opens: time | None
    closes: time | None

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The first and last day of each unbroken run of its days."""
        return tuple(runs(self.days))


@lru_cache(maxsize=10_000)  # a page tells a number several times, and so do its neighbours
def _dialled(number: str) -> str:
    plus = "+" if number.lstrip("( ").startswith("+") else ""
    return plus + re.sub(r"[^0-9]", "", number)


class Contact(Value, frozen=True):
    """A way to reach the office, when somebody answers there, and who says so."""

    kind: ContactKind | None
    value: str
    hours: tuple[Hours, ...]
    note: str | None
    source: str | None

    @property
    def dialled(self) -> str:
        """What a telephone is given of it: digits, behind a + where one leads them."""
        return _dialled(self.value)

    @property
    def can_be_called(self) -> bool:
        """Whether it is a telephone that the public may use."""
        return self.kind in DIALLED


def read_contact(entry: Entry) -> Contact:
    """A way to reach the office."""
    kind = entry.choice("kind", ContactKind)
    return Contact(
        kind=kind,
        value=_value(entry, kind),
        hours=entry.parts("hours", read_hours),
        note=entry.optional_text("note"),
        source=entry.optional_text("source"),
    )


def _value(entry: Entry, kind: ContactKind | None) -> str:
    if kind in NUMBERS:
        return entry.telephone("value")
    if kind is ContactKind.WEB:
        return entry.web("value")
    return entry.mail("value") if kind is ContactKind.EMAIL else entry.text("value")


def read_hours(entry: Entry) -> Hours:
    """Days such as `T2-T6` with `from` and `to` such as `07:30`."""
    hours = Hours(_days(entry), entry.clock("from"), entry.clock("to"))
    report_backwards(entry, hours.opens, hours.closes)
    return hours


def report_backwards(entry: Entry, opens: time | None, closes: time | None) -> None:
    """A span of hours ends on its own day, after it began."""
    if opens and closes and opens >= closes:
        entry.report("opens-after-closing", "to", opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")


def _days(entry: Entry) -> tuple[int, ...]:
    value = entry.text("days")
    try:
        return weekdays(value) if value else ()
    except ValueError:
        entry.report("not-weekdays", "days", value=value)
        return ()
