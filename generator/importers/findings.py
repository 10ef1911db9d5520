"""What was found in a document: values only, every one of them from the text."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.importers.source import Remark
from generator.vietnamese.times import Time

DocumentKind = Literal["plan", "news_about_plan", "procedure_decision", "not_a_plan"]
Comparator = Literal["at_least", "more_than", "exactly", "at_most", "less_than"]


@dataclass(frozen=True)
class Heading:
    """Header and signature; None where the text does not say. A blank day gives "2023-06"."""

    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    place: str | None = None
    title: str | None = None
    signer: str | None = None


@dataclass(frozen=True)
class Period:
    """The days a whole plan is for, both included; mostly whole years."""

    first_day: date
    last_day: date

    @classmethod
    def of_years(cls, first: int, last: int) -> "Period":
        """From the first day of one year to the last of another."""
        return cls(date(first, 1, 1), date(last, 12, 31))

    @property
    def only_year(self) -> int | None:
        """The one year of the plan, None when it runs over several."""
        first, last = self.first_day.year, self.last_day.year
        return first if first == last else None

    @property
    def ends(self) -> tuple[str, str]:
        """First and last day in ISO form, shortened to months or years where these are whole."""
        first, last = self.first_day.isoformat(), self.last_day.isoformat()
        if first.endswith("-01-01") and last.endswith("-12-31"):
            return first[:4], last[:4]
        last_of_month = monthrange(self.last_day.year, self.last_day.month)[1]
        whole_months = self.first_day.day == 1 and self.last_day.day == last_of_month
        return (first[:7], last[:7]) if whole_months else (first, last)

    def holds(self, day: date) -> bool:
        """Does the day lie in the period?"""
        return self.first_day <= day <= self.last_day


OwnerSource = Literal["label", "sentence", "heading", "bullets", "row_above", "none"]


@dataclass(frozen=True)
class Task:
    """A unit of work with its place in the source and the line on which it begins."""

    path: str
    text: str
    line: int
    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    time: Time | None = None
    outputs: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    group: str = ""
    owner_source: OwnerSource = "none"


@dataclass(frozen=True)
class Target:
    """A number to be reached."""

    path: str
    text: str
    comparator: Comparator
    value: float
    unit: str


@dataclass(frozen=True)
class ReportDuty:
    """A report somebody owes to somebody, with the words of its date if there are any."""

    path: str
    text: str
    owed_by: tuple[str, ...]
    to: str
    due: str | None
    line: int


Change = Literal["new", "amended", "replaced", "abolished", "standardised", "listed"]
ProcedureLevel = Literal["central", "province", "commune"]
PartKind = Literal[
    "code", "name", "field", "level", "steps", "channels", "place", "dossier", "sets", "limit",
    "applicants", "handled_by", "decided_by", "result", "fee", "forms", "conditions", "basis",
    "other",
]  # fmt: skip


@dataclass(frozen=True)
class ProcedurePart:
    """One part of a procedure's full text, such as its steps, with its paragraphs."""

    kind: PartKind
    line: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Procedure:
    """An administrative procedure as a decision lists it, in the decision's own words.

    `number` is its place in the list as printed; `parts` are those of its full text, if printed.
    """

    code: str | None
    name: str
    line: int
    number: str = ""
    time_limit: str | None = None
    fee: str | None = None
    place: str | None = None
    legal_basis: str | None = None
    note: str | None = None
    agency: str | None = None
    online: str | None = None
    field: str | None = None
    level: ProcedureLevel | None = None
    change: Change = "listed"
    parts: tuple[ProcedurePart, ...] = ()
    merged: bool = False  # cells that its row lacks were taken from the row above
    time_from_flow: bool = False

    @property
    def paragraphs(self) -> dict[PartKind, list[str]]:
        """The paragraphs of its full text by part."""
        return paragraphs_by_part(self.parts)


def paragraphs_by_part(parts: Iterable[ProcedurePart]) -> dict[PartKind, list[str]]:
    """The paragraphs of each part; a part printed in two places is put together."""
    found: dict[PartKind, list[str]] = {}
    for part in parts:
        found.setdefault(part.kind, []).extend(part.paragraphs)
    return found


@dataclass(frozen=True)
class Unread:
    """A line of the body from which nothing was taken."""

    line: int
    text: str


@dataclass(frozen=True)
class ImportedDocument:
    """Everything understood of one document, what was not, and what a person should look at."""

    name: str
    kind: DocumentKind
    heading: Heading = Heading()
    period: Period | None = None
    legal_basis: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    report_duties: tuple[ReportDuty, ...] = ()
    goals: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unread: tuple[Unread, ...] = ()
