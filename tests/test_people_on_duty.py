"""Persons, rosters, calls and results: names only as long as the law lets them be public."""

import re

import pytest

from tests.conftest import Project, tree
from tests.test_procedure_pages import built, found, words_of

# ---- persons -------------------------------------------------------------------------------------


def test_a_name_goes_with_its_last_day(small: Project) -> None:
    """The law lets a person be named until a day; after it the site holds the name nowhere."""
    before = built(small)
    named = [name for name, text in tree(before).items() if "Lê Thị Mẫu".encode() in text]
    run = small.call("build", "--today", "2030-01-01")
    after = tree(small.site)

    assert "nguoi-thuc-hien/nth-01.html" in named
    assert run.returncode == 0, run.stdout
    assert [name for name, text in after.items() if "Lê Thị Mẫu".encode() in text] == []
    assert "không còn trong danh sách" in words_of(small.site / "nguoi-thuc-hien" / "nth-01.html")


def test_a_withdrawn_person_is_named_nowhere(small: Project) -> None:
    """Somebody may ask to be taken off before the day; the old address names nobody either."""
    small.change(
        "practitioners/nth-01.yml",
        "status: published",
        "status: withdrawn\nwithdrawn: {on: 2026-11-20, reason: Người đó yêu cầu.}",
    )

    site = built(small)

    assert [name for name, text in tree(site).items() if "Lê Thị Mẫu".encode() in text] == []
    assert (site / "nguoi-thuc-hien" / "nth-01.html").is_file()


# ---- rosters -------------------------------------------------------------------------------------


def test_a_roster_shows_what_is_to_come_and_folds_what_is_past(built_small: Project) -> None:
    """Who stands before the court today must not read last week's names first."""
    page = built_small.site / "lich-truc" / "truc-toa-hong-son.html"

    days = found(page, "//main/article/table//time/@datetime")
    folded = found(page, "//details//tbody//time/@datetime")

    assert folded == ["2026-11-16"]
    assert "2026-11-24" in days
    assert "2026-11-16" not in days


def test_a_calendar_file_says_the_same_every_time(built_small: Project) -> None:
    """Loaded twice, a telephone shows each shift once; in Hanoi time, and naming nobody."""
    file = (built_small.site / "lich-truc" / "truc-toa-hong-son.ics").read_text("utf-8")

    starts = re.findall(r"DTSTART:(\S+)", file)
    ids = re.findall(r"UID:(\S+)", file)

    assert starts == ["20261124T003000Z", "20261201T063000Z"]
    assert ids == [
        "truc-toa-hong-son.20261124.1@pbgdpl",
        "truc-toa-hong-son.20261201.1@pbgdpl",
    ]
    assert "Mẫu" not in file
    assert "[Dữ liệu trình diễn]" in file


# ---- calls, the standard -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "state"),
    [("2026-11-24", "Chưa mở"), ("2026-12-04", "Đang nhận hồ sơ"), ("2026-12-05", "Đã hết hạn")],
)
def test_a_call_is_open_to_its_last_day(small: Project, today: str, state: str) -> None:
    """A lawyer who comes on the last day is in time; one who comes after it is told so."""
    days = "posted_on: 2026-11-12\nposted_until: 2026-11-20\n"
    small.change("calls/moi-luat-su-2026.yml", days, "posted_on: 2026-11-25\n")
    run = small.call("build", "--today", today)

    assert run.returncode == 0, run.stdout
    assert f"Mời luật sư {state}" in words_of(
        small.site / "thong-bao-lua-chon" / "moi-luat-su-2026.html"
    )


def test_no_day_stands_under_another_month(built_small: Project) -> None:
    """A week may lie in two months: its own dates head it, and neither month does."""
    page = words_of(built_small.site / "lich-truc" / "index.html")

    assert "Tuần 30/11/2026 – 06/12/2026" in page
    assert "Tháng 11" not in page


def test_what_decides_stands_before_the_criteria(built_small: Project) -> None:
    """Whoever stops reading at the points has already read that points are not all."""
    words = words_of(built_small.site / "chuan-tiep-can" / "chuan-2021.html")

    assert words.index("được đặt ra để thử trang") < words.index("Tiêu chí 1")


def test_a_result_is_shown_beside_the_rules(built_small: Project) -> None:
    """A villager sees what was asked, what was reached, and what the decision says."""
    words = words_of(built_small.site / "ket-qua-chuan" / "xa-ben-do-2025.html")

    assert "1. Ban hành văn bản 36,5 40 20" in words
    assert "Tính theo điểmĐủ điểm." in words
