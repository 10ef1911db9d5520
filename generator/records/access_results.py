"""How a commune met the standard of access to law in one year, and by whose decision."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import Outline, Record, read_header, report_repeated
from generator.values import Value


class Outcome(StrEnum):
    """What the decision declares."""

    PASSED = "passed"
    FAILED = "failed"


class Score(Value, frozen=True):
    """The points for one criterion, by its number."""

    criterion: str
    points: Decimal | None


class AccessResultOutline(Outline, frozen=True):
    """By what a result stands in its list; `area` and `standard` are ids."""

    folder: ClassVar[str] = "access_results"

    area: str | None
    standard: str | None
    year: int
    declared: Outcome | None


class AccessResult(Record, frozen=True):
    """The scores of one commune in one year."""

    folder: ClassVar[str] = "access_results"
    section: ClassVar[str] = "ket-qua-chuan"

    name: str
    area: str | None
    standard: str | None
    year: int
    scores: tuple[Score, ...]
    declared: Outcome | None
    decision: str
    decided_on: date | None

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id

    @property
    def points(self) -> Decimal:
        """All points together."""
        return sum((score.points or Decimal(0) for score in self.scores), Decimal(0))

    @property
    def outline(self) -> AccessResultOutline:
        """What the list of results is planned from."""
        return AccessResultOutline(self.id, self.area, self.standard, self.year, self.declared)


def read_access_result(entry: Entry) -> AccessResult:
    """A result from its content file."""
    header: dict[str, Any] = read_header(entry, AccessResult.folder)
    for name in ("area", "standard", "year"):
        if not entry.has(name):
            entry.report("missing-field", name=name)
    result = AccessResult(
        **header,
        name=entry.text("name"),
        area=entry.reference("area", "areas"),
        standard=entry.reference("standard", "access_standards"),
        year=entry.whole_number("year") or 0,
        scores=entry.parts("scores", read_score),
        declared=entry.choice("declared", Outcome),
        decision=entry.text("decision"),
        decided_on=entry.day("decided_on"),
    )
    report_repeated(entry, (one.criterion for one in result.scores), "scores", "criterion")
    return result


def read_score(entry: Entry) -> Score:
    """The points for one criterion."""
    return Score(entry.text("criterion"), entry.number("points"))
