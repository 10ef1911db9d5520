"""Calls for lawyers or organisations to sign contracts (Thông tư 08/2017/TT-BTP, Điều 5, 11)."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.contacts import Contact, read_contact
from generator.records.record import Record, read_header, report_order


class Wanted(StrEnum):
    """Who is asked to come forward."""

    LAWYERS = "lawyers"
    ORGANISATIONS = "organisations"


class CallState(StrEnum):
    """How a call stands on a day; the order is that of lists."""

    OPEN = "open"
    UPCOMING = "upcoming"
    CLOSED = "closed"


class Call(Record, frozen=True):
    """A call that is up from `posted_on` to `posted_until`, open to applicants until `closes_on`.

    It is still up where no day says otherwise.
    """

    folder: ClassVar[str] = "calls"
    section: ClassVar[str] = "thong-bao-lua-chon"

    name: str
    organisation: str | None
    wanted: Wanted | None
    area: str | None
    posted_on: date | None
    posted_until: date | None
    closes_on: date | None
    document: str | None
    text: str
    contacts: tuple[Contact, ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id

    def state(self, day: date) -> CallState:
        """Whether papers are taken on `day`; a call without a last day takes them still."""
        if self.posted_on and day < self.posted_on:
            return CallState.UPCOMING
        return CallState.CLOSED if self.closes_on and self.closes_on < day else CallState.OPEN


def read_call(entry: Entry) -> Call:
    """A call from its content file."""
    header: dict[str, Any] = read_header(entry, Call.folder)
    for name in ("posted_on", "closes_on"):
        if not entry.has(name):
            entry.report("missing-field", name=name)
    call = Call(
        **header,
        name=entry.text("name"),
        organisation=entry.reference("organisation", "organisations"),
        wanted=entry.choice("wanted", Wanted),
        area=entry.reference("area", "areas"),
        posted_on=entry.day("posted_on"),
        posted_until=entry.day("posted_until"),
        closes_on=entry.day("closes_on"),
        document=entry.optional_text("document"),
        text=entry.text("text"),
        contacts=entry.parts("contacts", read_contact),
    )
    report_order(entry, call.posted_on, call.posted_until, "posted_until")
    report_order(entry, call.posted_on, call.closes_on, "closes_on")
    return call
