"""The standard of access to law that a commune is measured by; rules are data with days."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import Record, read_header, report_order, report_repeated
from generator.values import Value


class Indicator(Value, frozen=True):
    """What is looked at, and its most points where the rules give them."""

    number: str
    text: str
    points: Decimal | None


class Criterion(Value, frozen=True):
    """A group of indicators with its most points."""

    number: str
    name: str
    points: Decimal | None
    indicators: tuple[Indicator, ...]


class AccessStandard(Record, frozen=True):
    """A set of rules: points to pass, and the least share of each criterion in percent."""

    folder: ClassVar[str] = "access_standards"
    section: ClassVar[str] = "chuan-tiep-can"

    name: str
    document: str | None
    first_day: date | None
    last_day: date | None
    pass_points: Decimal | None
    least_share: Decimal | None
    criteria: tuple[Criterion, ...]
    note: str | None

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id


def read_access_standard(entry: Entry) -> AccessStandard:
    """A standard from its content file."""
    header: dict[str, Any] = read_header(entry, AccessStandard.folder)
    standard = AccessStandard(
        **header,
        name=entry.text("name"),
        document=entry.reference("document", "documents"),
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        pass_points=entry.number("pass_points"),
        least_share=entry.number("least_share"),
        criteria=entry.parts("criteria", read_criterion),
        note=entry.optional_text("note"),
    )
    report_order(entry, standard.first_day, standard.last_day)
    report_repeated(entry, (one.number for one in standard.criteria), "criteria", "number")
    return standard


def read_criterion(entry: Entry) -> Criterion:
    """A criterion with its indicators."""
    return Criterion(
        number=entry.text("number"),
        name=entry.text("name"),
        points=entry.number("points"),
        indicators=entry.parts("indicators", read_indicator),
    )


def read_indicator(entry: Entry) -> Indicator:
    """An indicator."""
    return Indicator(entry.text("number"), entry.text("text"), entry.number("points"))
