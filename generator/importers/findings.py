"""What was found in a document: values only, every one of them from the text."""

from dataclasses import dataclass
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
    """The years a whole plan is for."""

    first_year: int
    last_year: int

    @property
    def only_year(self) -> int | None:
        """The one year of the plan, None when it runs over several."""
        return self.first_year if self.first_year == self.last_year else None

    def holds(self, year: int) -> bool:
        """Does the year lie in the period?"""
        return self.first_year <= year <= self.last_year


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


@dataclass(frozen=True)
class Procedure:
    """An administrative procedure as a decision lists it."""

    code: str | None
    name: str
    time_limit: str | None = None
    fee: str | None = None


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
    procedures: tuple[Procedure, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unread: tuple[Unread, ...] = ()
