"""The points of a commune are measured by the standard's own numbers, and nothing is guessed."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from generator.access_rules import judged
from generator.records.access_results import AccessResult, Outcome, Score
from generator.records.access_standards import AccessStandard, Criterion
from generator.records.record import Status

HEADER = ("thu", "", Status.PUBLISHED, False, (), None, (), None, None, ())


def standard(
    points: Mapping[str, int | None], needed: int | None = 80, share: int | None = 50
) -> AccessStandard:
    """A standard with criteria of these points."""
    criteria = tuple(
        Criterion(number, number, None if most is None else Decimal(most), ())
        for number, most in points.items()
    )
    return AccessStandard(
        *HEADER,
        name="Chuẩn",
        document=None,
        first_day=None,
        last_day=None,
        pass_points=None if needed is None else Decimal(needed),
        least_share=None if share is None else Decimal(share),
        criteria=criteria,
        note=None,
    )


def result(points: dict[str, str]) -> AccessResult:
    """A commune with these scores."""
    scores = tuple(Score(number, Decimal(value)) for number, value in points.items())
    return AccessResult(
        *HEADER,
        name="Xã",
        area=None,
        standard="thu",
        year=2025,
        scores=scores,
        declared=Outcome.PASSED,
        decision="",
        decided_on=None,
    )


TWO = {"1": 40, "2": 60}


@pytest.mark.parametrize(
    ("scores", "enough"),
    [
        ({"1": "40", "2": "40"}, True),
        ({"1": "20", "2": "60"}, True),
        ({"1": "19.5", "2": "60"}, False),
        ({"1": "40", "2": "39.9"}, False),
        ({"1": "40", "2": "29"}, False),
        ({"1": "40"}, None),
        ({"1": "19", "3": "60"}, False),
        ({}, None),
    ],
)
def test_both_rules_of_the_decision_are_kept(scores: dict[str, str], enough: bool | None) -> None:
    """Eighty points in all, half of each criterion; a score that is missing is no zero."""
    assert judged(result(scores), standard(TWO)).is_enough is enough


def test_a_standard_that_tells_no_points_of_criteria_decides_nothing_good() -> None:
    """The annex with the points may be missing: then only too few in all can be told."""
    unknown = standard({"1": None, "2": None})

    assert judged(result({"1": "40", "2": "55"}), unknown).is_enough is None
    assert judged(result({"1": "40", "2": "30"}), unknown).is_enough is False


def test_a_standard_without_points_decides_nothing() -> None:
    """A later standard asks for passed or failed, not for points: no old rule is laid over it."""
    later = standard(TWO, needed=None, share=None)

    assert judged(result({"1": "1", "2": "1"}), later).is_enough is None


def test_each_criterion_tells_what_it_needs() -> None:
    """A reader sees where the points were missing."""
    lines = judged(result({"1": "19.5", "2": "61"}), standard(TWO)).lines

    assert [(one.least, one.is_short) for one in lines] == [
        (Decimal(20), True),
        (Decimal(30), False),
    ]
