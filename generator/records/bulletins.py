"""Bulletins: what a commune's loudspeaker says, and when it says so."""

import re
from datetime import date, time
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from msgspec.structs import replace

from generator.entries import Entry
from generator.problems import Step
from generator.records.files import FILES_AT, SPOKEN_AT, kind_of_file, report_unfit_file
from generator.records.materials import Approval, read_approval
from generator.records.record import (
    Basis,
    Outline,
    Party,
    Record,
    Status,
    read_basis,
    read_header,
    read_party,
    report_order,
)
from generator.values import Value
from generator.vietnamese.spoken import LANGUAGE, spoken
from generator.vietnamese.weekdays import NAMES, runs, weekdays

EVERY_DAY = tuple(range(len(NAMES)))
SUM = re.compile(r"[0-9a-f]{64}")
CONTACT_TIMES = 2  # who listens has no pen in hand the first time


class Priority(StrEnum):
    """How urgent a bulletin is, as Thông tư 39/2020/TT-BTTTT is quoted."""

    ORDINARY = "ordinary"
    PREFERRED = "preferred"
    URGENT = "urgent"


class Form(StrEnum):
    """How its segments are said: by one voice, as question and answer, or as a sketch."""

    MESSAGE = "message"
    QUESTION_ANSWER = "question_answer"
    SKETCH = "sketch"


class Segment(Value, frozen=True):
    """What one voice says in one go; `speaker` is said before it where the voice changes."""

    speaker: str | None
    text: str


class Role(Value, frozen=True):
    """Who speaks in a sketch."""

    name: str
    who: str


class Airing(Value, frozen=True):
    """Some days of the week, 0 for Monday, and times of day; without a last day it goes on."""

    days: tuple[int, ...]
    times: tuple[time, ...]
    first_day: date | None
    last_day: date | None

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The first and last of its days that follow each other."""
        return tuple(runs(self.days))

    @property
    def is_daily(self) -> bool:
        """Whether no day of the week goes without it."""
        return self.days == EVERY_DAY

    def is_on(self, day: date) -> bool:
        """Whether it is said on a day."""
        has_begun = self.first_day is not None and self.first_day <= day
        return has_begun and not self.has_ended(day) and day.weekday() in self.days

    def has_ended(self, day: date) -> bool:
        """Whether its last day is over."""
        return self.last_day is not None and self.last_day < day


class Correction(Value, frozen=True):
    """What was said wrongly before, and is said rightly now."""

    on: date | None
    text: str


class Recording(Value, frozen=True):
    """A file below content/files/ on which somebody reads the bulletin in one language.

    `sha256` is the sum of its bytes in hexadecimal, so that a copied stick can be tried; "" where
    what was written is none.
    """

    language: str
    path: str
    length_seconds: int | None
    sha256: str
    reader: str | None
    recorded_on: date | None

    @property
    def address(self) -> str:
        """Its place, from the root of the site."""
        return f"{FILES_AT}/{self.path}"


class Saying(NamedTuple):
    """A part of a bulletin in the order in which it is said."""

    part: str
    speaker: str | None
    text: str


class BulletinOutline(Outline, frozen=True):
    """By what a bulletin stands in lists and in the schedule; `agency` is an id.

    `file` is the record's own, `files` are the recordings that it offers.
    """

    folder: ClassVar[str] = "bulletins"

    file: str
    demo: bool
    title: str
    column: str
    priority: Priority | None
    languages: tuple[str, ...]
    agency: str | None
    status: Status
    approved_on: date | None
    schedule: tuple[Airing, ...]
    last_day: date | None
    files: tuple[str, ...]
    voice: str | None


class Bulletin(Record, frozen=True):
    """A piece to be read aloud or played, with whoever let it out and when it is said."""

    folder: ClassVar[str] = "bulletins"
    section: ClassVar[str] = "ban-tin"

    title: str
    agency: Party | None
    column: str
    priority: Priority | None
    form: Form | None
    greeting: str
    lead: str
    roles: tuple[Role, ...]
    segments: tuple[Segment, ...]
    contact: str
    closing: str
    language: str
    voice: str | None
    schedule: tuple[Airing, ...]
    approval: Approval | None
    correction: Correction | None
    campaigns: tuple[str, ...]
    procedures: tuple[str, ...]
    groups: tuple[str, ...]
    areas: tuple[str, ...]
    legal_basis: tuple[Basis, ...]
    recordings: tuple[Recording, ...]

    @property
    def label(self) -> str:
        """Its title."""
        return self.title

    @property
    def gist(self) -> str:
        """Its first sentences."""
        return self.lead

    @property
    def last_day(self) -> date | None:
        """The day after which it is outdated; None where any part of its schedule goes on."""
        days = [airing.last_day for airing in self.schedule]
        return max((day for day in days if day), default=None) if all(days) else None

    @property
    def last_named(self) -> date | None:
        """The last day on which lists may name it."""
        return self.last_day

    def has_ended(self, day: date) -> bool:
        """Whether its last day is over."""
        return self.last_day is not None and self.last_day < day

    def on(self, day: date) -> "Bulletin":
        """The bulletin as `day` may show it; nothing of what an outdated one said."""
        if not self.has_ended(day) or self.status is Status.WITHDRAWN:
            return self
        return replace(
            self,
            status=Status.WITHDRAWN,
            greeting="",
            lead="",
            roles=(),
            segments=(),
            contact="",
            closing="",
            correction=None,
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """Its own language, and those in which it was recorded."""
        return tuple(dict.fromkeys((self.language, *(one.language for one in self.recordings))))

    @property
    def said(self) -> tuple[Saying, ...]:
        """All of it in the order in which it is said; the contact stands twice."""
        correction = [Saying("correction", None, self.correction.text)] if self.correction else []
        spoken = [Saying("segment", one.speaker, one.text) for one in self.segments]
        before: list[str | None] = [None, *(one.speaker for one in self.segments)]
        voices = [
            one if last != one.speaker else one._replace(speaker=None)
            for last, one in zip(before, spoken, strict=False)
        ]
        return (
            Saying("greeting", None, self.greeting),
            *correction,
            Saying("lead", None, self.lead),
            *voices,
            *[Saying("contact", None, self.contact)] * CONTACT_TIMES,
            Saying("closing", None, self.closing),
        )

    @property
    def outline(self) -> BulletinOutline:
        """What lists and schedule are planned from."""
        return BulletinOutline(
            self.id,
            self.file,
            self.demo,
            self.title,
            self.column,
            self.priority,
            self.languages,
            self.agency.agency if self.agency else None,
            self.status,
            self.approval.on if self.approval else None,
            self.schedule,
            self.last_day,
            tuple(one.path for one in self.recordings),
            self.voice,
        )


def read_bulletin(entry: Entry) -> Bulletin:
    """A bulletin from its content file."""
    header: dict[str, Any] = read_header(entry, Bulletin.folder)
    bulletin = Bulletin(
        **header,
        title=entry.text("title"),
        agency=read_party(entry, "agency"),
        column=entry.text("column"),
        priority=entry.choice("priority", Priority),
        form=entry.choice("form", Form),
        greeting=entry.text("greeting"),
        lead=entry.text("lead"),
        roles=entry.parts("roles", read_role),
        segments=entry.parts("segments", read_segment),
        contact=entry.text("contact"),
        closing=entry.text("closing"),
        language=entry.language("language"),
        voice=entry.optional_text("voice"),
        schedule=entry.parts("schedule", read_airing),
        approval=entry.part("approval", read_approval),
        correction=entry.part("correction", read_correction),
        campaigns=entry.references("campaigns", "campaigns"),
        procedures=entry.references("procedures", "procedures"),
        groups=entry.references("groups", "groups"),
        areas=entry.references("areas", "areas"),
        legal_basis=entry.parts("legal_basis", read_basis),
        recordings=entry.parts("recordings", read_recording),
    )
    if not bulletin.segments:
        entry.report("missing-field", name="segments")
    if bulletin.status is Status.PUBLISHED:
        _report_what_publishing_needs(entry)
    _report_voices(entry, bulletin)
    _report_unsaid(entry, bulletin)
    _report_what_a_correction_asks(entry, bulletin)
    return bulletin


def _report_what_publishing_needs(entry: Entry) -> None:
    """What nobody approved is not said (Quyết định 14/2019/QĐ-TTg, Điều 8 khoản 2 điểm a)."""
    if not entry.has("approval"):
        entry.report("bulletin-without-approval")
    for name in ("agency", "legal_basis"):
        if not entry.has(name):
            entry.report("missing-field", name=name)


def _report_voices(entry: Entry, bulletin: Bulletin) -> None:
    """Where several speak, a listener hears who; in a sketch it is one of its roles."""
    roles = {role.name for role in bulletin.roles}
    for index, one in enumerate(bulletin.segments):
        if bulletin.form is not Form.MESSAGE and not one.speaker:
            entry.report("segment-without-speaker", "segments", index)
        if bulletin.form is Form.SKETCH and one.speaker and one.speaker not in roles:
            entry.report("speaker-without-role", "segments", index, "speaker", value=one.speaker)


def _report_unsaid(entry: Entry, bulletin: Bulletin) -> None:
    """No word is dropped in silence: what no rule of speech knows is written otherwise."""
    if bulletin.language != LANGUAGE:
        return
    segments = [(("segments", at, "text"), one.text) for at, one in enumerate(bulletin.segments)]
    speakers = [
        (("segments", at, "speaker"), one.speaker or "") for at, one in enumerate(bulletin.segments)
    ]
    texts: list[tuple[tuple[Step, ...], str]] = [
        (("greeting",), bulletin.greeting),
        (("lead",), bulletin.lead),
        *segments,
        *speakers,
        (("contact",), bulletin.contact),
        (("closing",), bulletin.closing),
        (("correction", "text"), bulletin.correction.text if bulletin.correction else ""),
    ]
    for where, text in texts:
        if signs := " ".join(one.text for one in spoken(text).unsaid):
            entry.report("cannot-be-said", *where, signs=signs)


def _report_what_a_correction_asks(entry: Entry, bulletin: Bulletin) -> None:
    """What is said rightly now is approved anew, and no recording of before goes on air."""
    day = bulletin.correction.on if bulletin.correction else None
    if day is None:
        return
    approval = bulletin.approval
    if approval and approval.on and approval.on < day:
        entry.report("approved-before-correction", "approval", "on", day=day)
    for index, one in enumerate(bulletin.recordings):
        if one.recorded_on is None or one.recorded_on < day:
            entry.report("recorded-before-correction", "recordings", index, value=one.path, day=day)


def read_segment(entry: Entry) -> Segment:
    """What one voice says."""
    return Segment(entry.optional_text("speaker"), entry.text("text"))


def read_role(entry: Entry) -> Role:
    """A role with who it is."""
    return Role(entry.text("name"), entry.text("who"))


def read_correction(entry: Entry) -> Correction:
    """A day and what is said rightly now."""
    if not entry.has("on"):
        entry.report("missing-field", name="on")
    return Correction(entry.day("on"), entry.text("text"))


def read_airing(entry: Entry) -> Airing:
    """Days such as `T2-T6`, every day where absent; `times` such as 05:30; `from` and `until`."""
    for name in ("times", "from"):
        if not entry.has(name):
            entry.report("missing-field", name=name)
    airing = Airing(
        days=_days(entry),
        times=entry.clocks("times"),
        first_day=entry.day("from"),
        last_day=entry.day("until"),
    )
    report_order(entry, airing.first_day, airing.last_day, "until")
    return airing


def _days(entry: Entry) -> tuple[int, ...]:
    value = entry.optional_text("days")
    try:
        return weekdays(value) if value else EVERY_DAY
    except ValueError:
        entry.report("not-weekdays", "days", value=value)
        return ()


def read_recording(entry: Entry) -> Recording:
    """A recorded file with its language, its length and the sum of its bytes."""
    path = entry.text("path")
    if path:
        report_unfit_file(entry, path, "path")
        if kind_of_file(path) not in ("audio", ""):
            entry.report("recording-not-audio", "path", value=path)
        if path.startswith(f"{SPOKEN_AT}/"):
            entry.report("recording-among-spoken", "path", value=path, folder=SPOKEN_AT)
    if not entry.has("length_seconds"):
        entry.report("missing-field", name="length_seconds")
    return Recording(
        language=entry.language("language"),
        path=path,
        length_seconds=entry.whole_number("length_seconds"),
        sha256=_sum(entry),
        reader=entry.optional_text("reader"),
        recorded_on=entry.day("recorded_on"),
    )


def _sum(entry: Entry) -> str:
    """In small letters, though some machines print capitals; "" where it is none."""
    value = entry.text("sha256")
    if SUM.fullmatch(value.lower()):
        return value.lower()
    if value:
        entry.report("not-a-sum", "sha256", value=value)
    return ""
