"""Administrative procedures with every part that Nghị định 63/2010/NĐ-CP, Điều 8 asks for."""

import re
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.agencies import Level
from generator.records.files import FILES_AT, report_unfit_file
from generator.records.record import (
    Basis,
    Outline,
    Party,
    Record,
    read_basis,
    read_header,
    read_party,
)
from generator.values import Value

CODE = re.compile(r"[0-9]\.[0-9]{6}(\.[0-9A-Z]{2,3}){0,4}")  # 1.001122, 1.001122.000.00.00.H48
STEM = len("1.001122")  # what follows is the province's own


class Part(StrEnum):
    """The parts that a text may leave untold (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2)."""

    STEPS = "steps"
    CHANNELS = "channels"
    DOSSIER = "dossier"
    SETS = "sets"
    TIME_LIMITS = "time_limits"
    APPLICANTS = "applicants"
    HANDLED_BY = "handled_by"
    LEGAL_BASIS = "legal_basis"
    FEE = "fee"
    RESULT = "result"
    FORMS = "forms"


REQUIRED = [part for part in Part if part not in (Part.FEE, Part.RESULT, Part.FORMS)]


class Audience(StrEnum):
    """For whom a procedure is made: those who need help, or those who give it."""

    CITIZEN = "citizen"
    PROVIDER = "provider"


class Doer(StrEnum):
    """Who takes a step."""

    APPLICANT = "applicant"
    OFFICE = "office"


class ChannelKind(StrEnum):
    """The ways in which papers are handed in."""

    IN_PERSON = "in_person"
    POST = "post"
    ONLINE = "online"
    FAX = "fax"
    PHONE = "phone"


class Unit(StrEnum):
    """What a time limit is counted in."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    MONTHS = "months"
    HOURS = "hours"
    AT_ONCE = "at_once"


class OnlineLevel(StrEnum):
    """How much of it can be done online (Nghị định 42/2022/NĐ-CP)."""

    FULL = "full"
    PARTIAL = "partial"
    INFORMATION = "information"


class ChangeKind(StrEnum):
    """What a deciding document did to a procedure."""

    NEW = "new"
    AMENDED = "amended"
    REPLACED = "replaced"
    ABOLISHED = "abolished"
    STANDARDISED = "standardised"
    LISTED = "listed"


class Step(Value, frozen=True):
    """What somebody does, in its order."""

    text: str
    who: Doer | None


class Channel(Value, frozen=True):
    """A way to hand in the papers, with its place and times."""

    kind: ChannelKind | None
    place: str | None
    hours: str | None
    note: str | None


class DossierItem(Value, frozen=True):
    """A paper to bring: how many originals and copies, and the number of its form."""

    name: str
    originals: int | None
    copies: int | None
    form: str | None
    note: str | None
    basis: str | None


class TimeLimit(Value, frozen=True):
    """How long a stage may take; `value` counts `unit`, and is None where it is done at once."""

    value: int | None
    unit: Unit | None
    stage: str | None
    basis: str | None


class Fee(Value, frozen=True):
    """What is paid, in dong where one amount says it."""

    as_written: str
    amount_vnd: int | None
    basis: str | None


class BlankForm(Value, frozen=True):
    """A form to fill in; `file` lies below content/files/."""

    number: str
    title: str
    file: str | None
    basis: str | None

    @property
    def address(self) -> str | None:
        """Where its file is, from the root of the site."""
        return f"{FILES_AT}/{self.file}" if self.file else None


class Change(Value, frozen=True):
    """What a document did to the procedure, and from when."""

    kind: ChangeKind | None
    document: str | None
    on: date | None
    text: str | None


class YearFigure(Value, frozen=True):
    """How many requests a year brought, and how many were settled."""

    year: int
    received: int | None
    settled: int | None
    source: str


class ProcedureOutline(Outline, frozen=True):
    """What the catalogue and its views are planned from; `files` lie below content/files/."""

    folder: ClassVar[str] = "procedures"

    file: str
    label: str
    audience: Audience | None
    field: str
    level: Level | None
    handled_by: Party | None
    is_abolished: bool
    files: tuple[str, ...]


class Procedure(Record, frozen=True):
    """What to bring, where, for how long and at what price.

    `unstated` are the parts that the law's texts do not tell: nothing is made up for them.
    """

    folder: ClassVar[str] = "procedures"
    section: ClassVar[str] = "thu-tuc"

    code: str | None
    code_verified_on: date | None
    name: str
    summary: str
    field: str
    level: Level | None
    audience: Audience | None
    handled_by: Party | None
    decided_by: Party | None
    applicants: tuple[str, ...]
    steps: tuple[Step, ...]
    channels: tuple[Channel, ...]
    sets: int | None
    dossier: tuple[DossierItem, ...]
    time_limits: tuple[TimeLimit, ...]
    fee: Fee | None
    result: str | None
    conditions: tuple[str, ...]
    forms: tuple[BlankForm, ...]
    legal_basis: tuple[Basis, ...]
    online_level: OnlineLevel | None
    changes: tuple[Change, ...]
    figures: tuple[YearFigure, ...]
    unstated: tuple[Part, ...]
    notes: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id

    @property
    def gist(self) -> str:
        """Its summary."""
        return self.summary or self.label

    @property
    def stem(self) -> str | None:
        """The nation's part of its code, by which two lists are compared."""
        return self.code[:STEM] if self.code else None

    @property
    def is_abolished(self) -> bool:
        """Whether the last document about it did away with it."""
        return bool(self.changes) and self.changes[-1].kind is ChangeKind.ABOLISHED

    @property
    def outline(self) -> ProcedureOutline:
        """What the catalogue is planned from."""
        return ProcedureOutline(
            id=self.id,
            file=self.file,
            label=self.label,
            audience=self.audience,
            field=self.field,
            level=self.level,
            handled_by=self.handled_by,
            is_abolished=self.is_abolished,
            files=tuple(form.file for form in self.forms if form.file),
        )


def read_procedure(entry: Entry) -> Procedure:
    """A procedure from its content file."""
    header: dict[str, Any] = read_header(entry, Procedure.folder)
    procedure = Procedure(
        **header,
        code=read_procedure_code(entry),
        code_verified_on=entry.day("code_verified_on"),
        name=entry.text("name"),
        summary=entry.text_to_publish("summary"),
        field=entry.text_to_publish("field"),
        level=entry.choice("level", Level, needed=not entry.findings.is_draft),
        audience=entry.choice("audience", Audience, needed=False),
        handled_by=read_party(entry, "handled_by"),
        decided_by=read_party(entry, "decided_by"),
        applicants=entry.texts("applicants"),
        steps=entry.parts("steps", read_step),
        channels=entry.parts("channels", read_channel),
        sets=entry.whole_number("sets"),
        dossier=entry.parts("dossier", read_dossier_item),
        time_limits=entry.parts("time_limits", read_time_limit),
        fee=entry.part("fee", read_fee),
        result=entry.optional_text("result"),
        conditions=entry.texts("conditions"),
        forms=entry.parts("forms", read_blank_form),
        legal_basis=entry.parts("legal_basis", read_basis),
        online_level=entry.choice("online_level", OnlineLevel, needed=False),
        changes=entry.parts("changes", read_change),
        figures=entry.parts("figures", read_figure),
        unstated=entry.choices("unstated", Part),
        notes=entry.texts("notes"),
    )
    _report_what_decree_63_asks(entry, procedure)
    _report_unknown_forms(entry, procedure)
    return procedure


def _report_what_decree_63_asks(entry: Entry, procedure: Procedure) -> None:
    """Each required part is told, or said to be told nowhere; no part is both."""
    for index, part in enumerate(procedure.unstated):
        if entry.has(part):
            entry.report("stated-and-unstated", "unstated", index, name=part)
    if entry.findings.is_draft:
        return
    for part in REQUIRED:
        if part not in procedure.unstated and not entry.has(part):
            entry.report("procedure-needs", name=part)


def _report_unknown_forms(entry: Entry, procedure: Procedure) -> None:
    known = [form.number for form in procedure.forms]
    for index, item in enumerate(procedure.dossier):
        if item.form and item.form not in known:
            key = "unknown-form" if known else "unknown-form-none"
            values = {"form": item.form, "known": ", ".join(known)}
            entry.report(key, "dossier", index, "form", **values)


def read_procedure_code(entry: Entry) -> str | None:
    """A code of the national database such as 1.001122, with or without the province's tail."""
    value = entry.optional_text("code")
    if value and not CODE.fullmatch(value):
        entry.report("not-a-procedure-code", "code", value=value)
    return value


def read_step(entry: Entry) -> Step:
    """A step and who takes it."""
    return Step(entry.text("text"), entry.choice("who", Doer, needed=False))


def read_channel(entry: Entry) -> Channel:
    """A way to hand in the papers."""
    return Channel(
        kind=entry.choice("kind", ChannelKind),
        place=entry.optional_text("place"),
        hours=entry.optional_text("hours"),
        note=entry.optional_text("note"),
    )


def read_dossier_item(entry: Entry) -> DossierItem:
    """A paper to bring."""
    return DossierItem(
        name=entry.text("name"),
        originals=entry.whole_number("originals"),
        copies=entry.whole_number("copies"),
        form=entry.optional_text("form"),
        note=entry.optional_text("note"),
        basis=entry.optional_text("basis"),
    )


def read_time_limit(entry: Entry) -> TimeLimit:
    """A time limit: a value with its unit, or at once."""
    limit = TimeLimit(
        value=entry.whole_number("value"),
        unit=entry.choice("unit", Unit),
        stage=entry.optional_text("stage"),
        basis=entry.optional_text("basis"),
    )
    if limit.unit and (limit.unit is Unit.AT_ONCE) == entry.has("value"):
        entry.report("time-limit-value", "unit", unit=limit.unit)
    return limit


def read_fee(entry: Entry) -> Fee:
    """What is paid."""
    return Fee(
        as_written=entry.text("as_written"),
        amount_vnd=entry.whole_number("amount_vnd"),
        basis=entry.optional_text("basis"),
    )


def read_blank_form(entry: Entry) -> BlankForm:
    """A form with its number and, where there is one, its file."""
    file = entry.optional_text("file")
    if file:
        report_unfit_file(entry, file, "file")
    basis = entry.optional_text("basis")
    return BlankForm(entry.text("number"), entry.text("title"), file, basis)


def read_change(entry: Entry) -> Change:
    """What a document did to the procedure."""
    return Change(
        kind=entry.choice("kind", ChangeKind),
        document=entry.reference("document", "documents"),
        on=entry.day("on"),
        text=entry.optional_text("text"),
    )


def read_figure(entry: Entry) -> YearFigure:
    """The figures of one year, with their source."""
    if not entry.has("year"):
        entry.report("missing-field", name="year")
    return YearFigure(
        year=entry.whole_number("year") or 0,
        received=entry.whole_number("received"),
        settled=entry.whole_number("settled"),
        source=entry.text("source"),
    )
