"""What every record carries, and the small values that many kinds share."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.entries import ID, Entry, Named
from generator.problems import Step
from generator.values import Value


class Status(StrEnum):
    """How far a record is on its way to the public."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Source(Value, frozen=True):
    """Where a fact was read, and the day on which somebody compared the two."""

    document: str | None
    title: str | None
    place: str | None
    compared_on: date | None
    note: str | None


class Basis(Value, frozen=True):
    """An article of a document on which a record rests."""

    document: str
    article: str | None


class Withdrawal(Value, frozen=True):
    """What became of a record that is no longer offered."""

    on: date | None
    reason: str
    instead: str | None


class ChangeNote(Value, frozen=True):
    """What an officer changed on a published page, in words for its readers."""

    on: date | None
    text: str


class Outline(Value, frozen=True):
    """What long lists of a kind are planned from: few words of a record, kept beside it.

    Lists are planned again when the outline of a record is another one, not with every edit.
    """

    folder: ClassVar[str]  # that of the kind

    id: str


class Record(Value, frozen=True):
    """A fact sheet with an address of its own."""

    folder: ClassVar[str]  # its folder in content/, and its name in links
    section: ClassVar[str]  # its folder in site/

    id: str
    file: str
    status: Status
    demo: bool
    former_ids: tuple[str, ...]
    withdrawal: Withdrawal | None
    sources: tuple[Source, ...]
    reviewed_on: date | None
    review_due: date | None
    change_notes: tuple[ChangeNote, ...]

    @property
    def label(self) -> str:
        """What people call it."""
        raise NotImplementedError

    @property
    def heading(self) -> str:
        """Under what it stands in a list from A to Z."""
        return self.label

    @property
    def gist(self) -> str:
        """What it is about, for whoever sees only a shared link."""
        return self.label

    @property
    def address(self) -> str:
        """Its page, from the root of the site."""
        return f"{self.section}/{self.id}.html"

    @property
    def key(self) -> tuple[str, str]:
        """Its folder and id, by which it is found."""
        return self.folder, self.id

    @property
    def changed_on(self) -> date | None:
        """The day of its newest change; None where none is told."""
        return max((one.on for one in self.change_notes if one.on), default=None)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Its sources: the ids of documents, and titles."""
        return tuple(one.document or one.title or "" for one in self.sources)

    @property
    def last_named(self) -> date | None:
        """The last day on which lists may name it; None where no day ends that."""
        return None

    @property
    def outline(self) -> Outline | None:
        """What lists are planned from; None where they open the few records that there are."""
        return None

    def on(self, day: date) -> "Record":
        """The record as `day` may show it; most are the same on every day."""
        return self


NEEDED: dict[Status | None, tuple[str, ...]] = {
    Status.PUBLISHED: ("sources", "reviewed_on", "review_due"),
    Status.WITHDRAWN: ("withdrawn",),
}


def read_header(entry: Entry, folder: str) -> dict[str, object]:
    """The fields of `Record`, read from the top of any content file."""
    status = entry.choice("status", Status)
    entry.findings.is_draft = status is Status.DRAFT
    header: dict[str, object] = {
        "id": entry.id("id"),
        "file": entry.findings.file,
        "status": status or Status.DRAFT,
        "demo": entry.yes("demo"),
        "former_ids": entry.ids("former_ids"),
        "withdrawal": entry.part("withdrawn", lambda part: read_withdrawal(part, folder)),
        "sources": entry.parts("sources", read_source),
        "reviewed_on": entry.day("reviewed_on"),
        "review_due": entry.day("review_due"),
        "change_notes": entry.parts("change_notes", read_change_note),
    }
    _report_what_publishing_needs(entry, status)
    return header


def _report_what_publishing_needs(entry: Entry, status: Status | None) -> None:
    """No fact without its source and its review: promise 7 of the design."""
    for name in NEEDED.get(status, ()):
        if not entry.has(name):
            entry.report("needed-to-publish", name=name, status=status)
    if entry.has("withdrawn") and status is not Status.WITHDRAWN:
        entry.report("withdrawn-without-status", "withdrawn")


def read_source(entry: Entry) -> Source:
    """A document of ours or a title in words, with the day of comparison."""
    source = Source(
        document=entry.reference("document", "documents"),
        title=entry.optional_text("title"),
        place=entry.optional_text("place"),
        compared_on=entry.day("compared_on"),
        note=entry.optional_text("note"),
    )
    if bool(source.document) == bool(source.title):
        entry.report("source-document-or-title")
    if not entry.has("compared_on") and not entry.findings.is_draft:
        entry.report("missing-field", name="compared_on")
    return source


def read_basis(entry: Entry) -> Basis:
    """A document and the article in it."""
    if not entry.has("document"):
        entry.report("missing-field", name="document")
    return Basis(entry.reference("document", "documents") or "", entry.optional_text("article"))


def read_change_note(entry: Entry) -> ChangeNote:
    """A day and what was changed on it; both are needed."""
    if not entry.has("on"):
        entry.report("missing-field", name="on")
    return ChangeNote(on=entry.day("on"), text=entry.text("text"))


def read_withdrawal(entry: Entry, folder: str) -> Withdrawal:
    """When and why a record was taken back, and what to read instead."""
    if not entry.has("on"):
        entry.report("missing-field", name="on")
    return Withdrawal(
        on=entry.day("on"),
        reason=entry.text("reason"),
        instead=entry.reference("instead", folder),
    )


# ---- parties ---------------------------------------------------------------------------------


class Party(Value, frozen=True):
    """Who leads, joins or issues: one agency, or a group in the words of the source.

    A group such as "các cơ quan có liên quan" names no single agency, and none is invented for it.
    """

    agency: str | None = None
    words: str | None = None


def read_party(entry: Entry, name: str) -> Party | None:
    """One party, or None where the field is absent."""
    value = entry.optional_text(name)
    return _party(entry, value, None, name) if value else None


def read_parties(entry: Entry, name: str, time: "Time | None" = None) -> tuple[Party, ...]:
    """A list of parties, empty where the field is absent; `time` is when they are to act."""
    return tuple(
        _party(entry, value, time, name, index)
        for index, value in enumerate(entry.texts(name))
        if value
    )


def _party(entry: Entry, value: str, time: "Time | None", *steps: Step) -> Party:
    """A party, noted so that it can be compared with all agencies."""
    is_id = bool(ID.fullmatch(value)) and "-" in value
    party = Party(agency=value) if is_id else Party(words=value)
    if is_id:
        entry.note_reference("agencies", value, *steps)
    first, last = (time.first_day, time.last_day) if time else (None, None)
    entry.note_party(Named((*entry.where, *steps), party.agency, party.words, first, last))
    return party


# ---- times -----------------------------------------------------------------------------------


class TimeKind(StrEnum):
    """How a time expression of a plan is meant."""

    POINT = "point"
    RANGE = "range"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    CONDITIONAL = "conditional"


class Time(Value, frozen=True):
    """A time as the source writes it and, where it was understood, what it means.

    No end is None, never a far-away day. `doubt` tells the reader what is odd about it.
    """

    as_written: str
    kind: TimeKind | None
    first_day: date | None
    last_day: date | None
    doubt: str | None


class Period(Value, frozen=True):
    """The days between which something holds; either end may be open."""

    as_written: str | None
    first_day: date | None
    last_day: date | None
    doubt: str | None

    def touches(self, first: date | None, last: date | None) -> bool:
        """Whether any day from `first` to `last` lies in this period; None is an open end."""
        starts_in_time = not (self.last_day and first) or first <= self.last_day
        ends_in_time = not (self.first_day and last) or last >= self.first_day
        return starts_in_time and ends_in_time


def read_time(entry: Entry) -> Time:
    """A time expression with its meaning."""
    time = Time(
        as_written=entry.text("as_written"),
        kind=entry.choice("kind", TimeKind, needed=False),
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        doubt=entry.optional_text("doubt"),
    )
    report_order(entry, time.first_day, time.last_day)
    return time


def read_period(entry: Entry) -> Period:
    """A first and last day, with the words of the source where there are any."""
    period = Period(
        as_written=entry.optional_text("as_written"),
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        doubt=entry.optional_text("doubt"),
    )
    report_order(entry, period.first_day, period.last_day)
    return period


def report_repeated(entry: Entry, values: Iterable[str], list_name: str, name: str) -> None:
    """Each of a list is told from the others by its field `name`."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            entry.report("repeated", list_name, index, name, value=value)
        seen.add(value)


def report_order(
    entry: Entry, first_day: date | None, last_day: date | None, name: str = "last_day"
) -> None:
    """The first day does not come after the last, which stands in the field `name`."""
    if first_day and last_day and first_day > last_day:
        entry.report("first-after-last", name, first=first_day, last=last_day)
