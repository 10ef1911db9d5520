"""Whether a commune meets the standard of access to law, by the rules of the standard's own record.

It needs enough points in all, and in each criterion a share of that criterion's points (Quyết định
25/2021/QĐ-TTg, Điều 4 khoản 1 and 2). Khoản 3 asks for more than points, so enough points alone do
not make it pass. Where the record or the scores tell too little, nothing is decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.records.access_results import AccessResult
from generator.records.access_standards import AccessStandard, Criterion

PERCENT = Decimal(100)


@dataclass(frozen=True)
class Line:
    """A criterion with its points; `least` is what it needs, None where the rules do not tell."""

    criterion: Criterion
    points: Decimal | None
    least: Decimal | None

    @property
    def is_short(self) -> bool:
        """Whether the points are too few."""
        return self.points is not None and self.least is not None and self.points < self.least


@dataclass(frozen=True)
class Verdict:
    """What the points of one commune say; `is_enough` is None where they cannot tell."""

    lines: tuple[Line, ...]
    points: Decimal
    is_enough: bool | None


def judged(result: AccessResult, standard: AccessStandard) -> Verdict:
    """The scores measured by the standard."""
    lines = tuple(_lines(result, standard))
    return Verdict(lines, result.points, _is_enough(lines, result.points, standard))


def _lines(result: AccessResult, standard: AccessStandard) -> Iterator[Line]:
    scores = {score.criterion: score.points for score in result.scores}
    for criterion in standard.criteria:
        yield Line(criterion, scores.get(criterion.number), _least(criterion, standard))


def _least(criterion: Criterion, standard: AccessStandard) -> Decimal | None:
    if criterion.points is None or standard.least_share is None:
        return None
    return criterion.points * standard.least_share / PERCENT


def _is_enough(lines: tuple[Line, ...], points: Decimal, standard: AccessStandard) -> bool | None:
    """False as soon as one rule is broken; true only where every rule could be looked at."""
    known = all(line.points is not None for line in lines)
    too_few = known and standard.pass_points is not None and points < standard.pass_points
    if too_few or any(line.is_short for line in lines):
        return False
    shares_known = standard.least_share is None or all(line.least is not None for line in lines)
    complete = bool(lines) and known and shares_known and standard.pass_points is not None
    return True if complete else None
