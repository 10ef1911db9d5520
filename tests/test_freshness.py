"""What is late: the days are the law's own, counted as offices count them."""

from datetime import date

import pytest

from generator.working_days import working_day_after, working_days_from
from tests.conftest import Project


@pytest.mark.parametrize(
    ("day", "count", "due"),
    [
        (date(2026, 11, 16), 3, date(2026, 11, 19)),
        (date(2026, 11, 19), 3, date(2026, 11, 25)),  # a weekend, and the Culture Day of 24/11
        (date(2026, 4, 28), 3, date(2026, 5, 5)),  # 30/4, 1/5 and a weekend
        (date(2026, 2, 13), 1, date(2026, 2, 23)),  # Tết
    ],
)
def test_a_period_in_working_days_skips_weekends_and_holidays(
    day: date, count: int, due: date
) -> None:
    """An office that closes for Tết is not told that it is late."""
    assert working_day_after(day, count) == due


def test_the_days_of_a_posting_are_counted_with_both_ends() -> None:
    """A call that is up from Monday to Friday was up five working days."""
    assert working_days_from(date(2026, 11, 16), date(2026, 11, 20)) == 5


def test_a_registration_is_late_on_the_fourth_working_day_only(small: Project) -> None:
    """The Sở has its three working days; the reminder comes when they are over."""
    small.add(
        "organisations/van-phong.yml",
        "id: van-phong\nstatus: draft\nname: Văn phòng luật sư Mẫu\ngroup: registered\n"
        "authorisation: {document: Giấy đăng ký 1, first_day: 2026-11-16}\n",
    )

    in_time = small.call("check", "--today", "2026-11-19")
    too_late = small.call("check", "--today", "2026-11-20")

    assert "van-phong.yml" not in in_time.stdout
    assert "content/organisations/van-phong.yml:5: Cảnh báo: " in too_late.stdout
    assert too_late.returncode == 0


@pytest.mark.parametrize("day", ["2026-12-01", "2028-06-01", "2030-06-01"])
def test_the_page_and_the_command_say_the_same(small: Project, day: str) -> None:
    """An officer who sees the page and one who runs the check speak of the same things.

    By 2030 a person's last day has passed as well, whose name no page may hold any more.
    """
    small.add(
        "organisations/cho-dang.yml",
        "id: cho-dang\nstatus: draft\nname: Văn phòng chờ đăng\ngroup: registered\n"
        "authorisation: {document: Giấy đăng ký 1, first_day: 2026-11-16}\n",
    )
    told = small.call("check", "--today", day).stdout.splitlines()
    warnings = [line.partition("Cảnh báo: ")[2] for line in told if "Cảnh báo: " in line]

    small.call("build", "--today", day)
    page = (small.site / "tinh-trang-du-lieu.html").read_text(encoding="utf-8")

    assert warnings
    assert [sentence for sentence in warnings if sentence not in page] == []
    assert "Văn phòng chờ đăng" not in page
    assert "cho-dang" not in page
    assert ("Lê Thị Mẫu" in page) is (day == "2028-06-01")


def test_nothing_is_late_on_the_day_of_the_review(small: Project) -> None:
    """A page that is in order says so, and names what falls due next."""
    small.call("build", "--today", "2027-11-01")
    page = (small.site / "tinh-trang-du-lieu.html").read_text(encoding="utf-8")

    assert "Sắp đến hạn rà soát" in page
    assert "hạn <time" in page
