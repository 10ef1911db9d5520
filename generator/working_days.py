"""Working days of public offices: neither Saturday, Sunday nor a public holiday."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


@cache
def _calendar() -> "HolidayBase":
    from holidays import country_holidays  # here, for it loads slowly and few builds ask for days

    return country_holidays("VN")  # Tết by the moon, and the days that were moved


def working_day_after(day: date, count: int) -> date:
    """The last of the `count` working days that follow `day`, which itself does not count.

    A period given in working days begins on the day after the event (Bộ luật Dân sự, Điều 147).
    """
    return _calendar().get_nth_working_day(day, count)


def working_days_from(first: date, last: date) -> int:
    """How many working days lie between two days, both of them counted."""
    return _calendar().get_working_days_count(first, last)
