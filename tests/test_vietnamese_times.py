"""Times: what a plan writes becomes days only where it is sure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.times import Time, understand_time


@pytest.mark.parametrize(
    ("written", "kind", "first_day", "last_day"),
    [
        ("Thường xuyên", "ongoing", None, None),
        ("Thường xuyên, hằng năm", "ongoing", None, None),
        ("Thường xuyên từ năm 2026.", "ongoing", "2026-01-01", None),
        ("Quý IV/2026 và thường xuyên", "ongoing", None, None),
        ("Thường xuyên trong năm 2026", "ongoing", "2026-01-01", "2026-12-31"),
        ("Hàng quý", "recurring", None, None),
        ("Hằng năm, giai đoạn (2026-2028)", "recurring", "2026-01-01", "2028-12-31"),
        ("Trước ngày 20/11 hằng năm", "recurring", None, None),
        ("Năm 2027", "range", "2027-01-01", "2027-12-31"),
        ("Hoàn thành trong năm 2026", "range", "2026-01-01", "2026-12-31"),
        ("Quý III năm 2026", "range", "2026-07-01", "2026-09-30"),
        ("Quý I,II/2026", "range", "2026-01-01", "2026-06-30"),
        ("Quí IV-2026", "range", "2026-10-01", "2026-12-31"),
        ("Quý IV năm 2026 và quý I năm 2027", "range", "2026-10-01", "2027-03-31"),
        ("Tháng 9 và tháng 10 năm 2026", "range", "2026-09-01", "2026-10-31"),
        ("Tháng 2/2028", "range", "2028-02-01", "2028-02-29"),
        ("6 tháng đầu năm 2026", "range", "2026-01-01", "2026-06-30"),
        ("giai đoạn 2026 – 2030", "range", "2026-01-01", "2030-12-31"),
        ("Từ ngày 01/10/2026 đến ngày 09/11/2026", "range", "2026-10-01", "2026-11-09"),
        ("Từ 15/3/2026", "ongoing", "2026-03-15", None),
        ("Năm 2026 và các năm tiếp theo", "ongoing", "2026-01-01", None),
        ("Ngày 09/11/2026", "point", "2026-11-09", "2026-11-09"),
        ("trước ngày 30 tháng 6 năm 2026", "point", None, "2026-06-30"),
        ("Đến hết năm 2030", "point", None, "2030-12-31"),
        ("Theo kế hoạch của Bộ hằng năm", "conditional", None, None),
        ("Sau khi có hướng dẫn của trung ương", "conditional", None, None),
    ],
)
def test_a_time_becomes_the_days_it_names(
    written: str, kind: str | None, first_day: str | None, last_day: str | None
) -> None:
    """Readers sort and filter plans by these days."""
    time = understand_time(written)

    days = [day and day.isoformat() for day in (time.first_day, time.last_day)]
    assert (time.kind, *days) == (kind, first_day, last_day)


@pytest.mark.parametrize(
    "written",
    ["Cuối năm 2026", "Trước tháng 6/2026", "Ngày 31/6/2026", "Tháng 13/2026", "Tháng 5", "Cả năm",
     "Đợt cao điểm tháng 11/2026", "Từ tháng 9 năm 2026 đến tháng 3 năm 2026", "Sớm", ""],
)  # fmt: skip
def test_what_is_not_sure_stays_words(written: str) -> None:
    """A wrong date in a legal plan is worse than none."""
    assert understand_time(written) == Time(written)


def test_the_plans_own_year_dates_what_names_no_year() -> None:
    """In a plan for one year, "Cả năm" and "Quý II" can only mean that year."""
    assert understand_time("Cả năm", 2026).last_day == date(2026, 12, 31)
    assert understand_time("Quý II", 2026).first_day == date(2026, 4, 1)
    assert understand_time("Quý II năm 2025", 2026).first_day == date(2025, 4, 1)


@given(st.text(alphabet="quý thángnăm tưđến ngày/-,()0123456789IVX ", max_size=60))
def test_no_expression_breaks_the_reading(written: str) -> None:
    """Cells hold anything; the words are always kept."""
    time = understand_time(written, 2026)

    assert not (time.first_day and time.last_day and time.first_day > time.last_day)
