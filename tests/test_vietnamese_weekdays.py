"""Days of the week are read as offices post them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.weekdays import spelled, weekdays, written


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("T2-T6", (0, 1, 2, 3, 4)),
        ("t2 – t6", (0, 1, 2, 3, 4)),
        ("T2, T4, T7", (0, 2, 5)),
        ("CN", (6,)),
        ("T7-CN", (5, 6)),
        ("T6,T2-T3", (0, 1, 4)),
        ("T2-T4, T3", (0, 1, 2)),
    ],
)
def test_posted_days_are_understood(text: str, days: tuple[int, ...]) -> None:
    """An officer writes the days as they stand on the door."""
    assert weekdays(text) == days


@pytest.mark.parametrize("text", ["", "T1", "T8", "T6-T2", "thứ hai", "T2-", "T2;T3", "CN-T2"])
def test_what_names_no_days_is_refused(text: str) -> None:
    """Hours on a wrong day send somebody to a closed door."""
    with pytest.raises(ValueError, match=r"^"):
        weekdays(text)


@given(st.sets(st.integers(0, 6), min_size=1))
def test_days_survive_being_written(days: set[int]) -> None:
    """What a table exports is read again as the same days."""
    assert weekdays(written(days)) == tuple(sorted(days))


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ("T2-T6", "Thứ Hai đến Thứ Sáu"),
        ("T2-T3, T5, CN", "Thứ Hai, Thứ Ba, Thứ Năm, Chủ nhật"),
    ],
)
def test_days_are_spelled_out_for_whoever_saved_the_office(posted: str, said: str) -> None:
    """T2 is a short name that officers know and not every reader does."""
    assert spelled(weekdays(posted)) == said
