"""Time limits in the words of procedures: a figure, a unit, a stage, or nothing at all."""

import pytest

from generator.vietnamese.time_limits import TimeLimit, number_in_words, read_time_limits

CERTAIN = [
    ("04 ngày làm việc", [TimeLimit(4, "working_days")]),
    ("Không quá 15 ngày.", [TimeLimit(15, "days")]),
    ("24 giờ", [TimeLimit(24, "hours")]),
    ("01 tháng", [TimeLimit(1, "months")]),
    (
        "20 (hai mươi) ngày kể từ ngày nhận đủ giấy tờ",
        [TimeLimit(20, "days", "kể từ ngày nhận đủ giấy tờ")],
    ),
    (
        "05 ngày làm việc, kể từ ngày nhận đơn; trường hợp phải xác minh thì 10 ngày",
        [
            TimeLimit(5, "working_days", "kể từ ngày nhận đơn"),
            TimeLimit(10, "days", "trường hợp phải xác minh thì"),
        ],
    ),
    (
        "- Trong thời hạn 07 ngày, Sở xem xét.\n- Trong thời hạn 03 ngày, Chủ tịch ký.",
        [TimeLimit(7, "days", "Sở xem xét"), TimeLimit(3, "days", "Chủ tịch ký")],
    ),
    ("Trong ngày làm việc", [TimeLimit(None, "at_once", "Trong ngày làm việc")]),
    ("Ngay sau khi nhận đơn", [TimeLimit(None, "at_once", "Ngay sau khi nhận đơn")]),
    ("03 ngày. Từ chối thì trả lời bằng văn bản.", [TimeLimit(3, "days")]),
]
DOUBTFUL = [
    "5 đến 7 ngày",
    "5-7 ngày làm việc",
    "0,5 ngày làm việc",
    "02 tuần",
    "01 năm",
    "30 (ba) ngày",
    "Theo thỏa thuận",
    "Không tính thời gian",
    "",
    "10 ngày (trong đó xã 06 ngày, Sở 04 ngày)",
    "Trong ngày; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo",
    "Văn phòng phải nộp đơn trong 05 ngày. Sở trả lời trong 03 ngày",
    "05 ngày; 03 ngày",
]
NO_LIMIT = ["ngày 16 tháng 6 năm 2025", "sau 15 giờ", "Điều 5 khoản 3", "ngày 5/6/2026"]


@pytest.mark.parametrize(("words", "limits"), CERTAIN, ids=[words for words, _ in CERTAIN])
def test_what_is_surely_said_becomes_a_value(words: str, limits: list[TimeLimit]) -> None:
    """A citizen who counts the days must count the days of the law, for the right stage."""
    read = read_time_limits(words)

    assert list(read.limits) == limits
    assert read.certain


@pytest.mark.parametrize("words", DOUBTFUL)
def test_what_is_not_surely_said_stays_words(words: str) -> None:
    """A span, a half day or a figure that its own words contradict is for a person to read."""
    assert not read_time_limits(words).certain


@pytest.mark.parametrize("words", NO_LIMIT)
def test_dates_hours_and_articles_are_no_limits(words: str) -> None:
    """A date taken for sixteen months would be worse than no time limit."""
    assert read_time_limits(words).limits == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ba", 3),
        ("muoi", 10),
        ("muoi lam", 15),
        ("hai muoi", 20),
        ("bon muoi lam", 45),
        ("nam", 5),
        ("ngay", None),
        ("muoi muoi", None),
        ("", None),
    ],
)
def test_numbers_are_read_in_words(words: str, number: int | None) -> None:
    """The words in brackets prove the figure before them."""
    assert number_in_words(words) == number
