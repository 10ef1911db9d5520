"""Days, months, quarters and times of day as they are said."""

import re
from calendar import monthrange

from generator.vietnamese.spoken_numbers import counted
from generator.vietnamese.spoken_rules import Near, Rule

DAY, MONTH = r"(?P<d>[12]\d|3[01]|0?[1-9])", r"(?P<m>1[0-2]|0?[1-9])"
YEAR = r"(?P<y>1[0-9]{3}|2[01]\d\d)"
ENDS = r"(?![\d/]|[.,]\d)"
NAMED_DAY = re.compile(r"\b(?:ngày|mồng|mùng)\s*\Z", re.I)
NAMED_MONTH = re.compile(r"\btháng\s*(?:\d{1,2}\s*(?:,|và|-|đến)\s*)*\Z", re.I)
NAMED_QUARTER = re.compile(r"\bqu[ýí]\s*(?:[IV\d]+\s*(?:,|và|-|đến)\s*)*\Z", re.I)
# After these words 15/11 is a day, and no part of a whole.
OF_A_DAY = re.compile(
    r"\b(?:ngày|mồng|mùng|hôm|sáng|trưa|chiều|tối|đêm|từ|đến|trước|sau|hết|tới|dịp|lễ|vào|đúng"
    r"|quốc khánh|kỷ niệm|khóa|khoá)(?:\s+\d{1,2})?\s*(?:[,-]\s*)?\Z",
    re.I,
)
PLACES_WITH_A_DAY = "đường|bệnh viện|trường|công viên"  # for a name
DASHED_BEFORE = r"(?:\d{1,2}[-.]\d{1,2}\s*(?:,|và)\s*)*"  # in a row of them
OF_A_DASHED_DAY = re.compile(
    r"\b(?:ngày|mồng|mùng|sáng|trưa|chiều|tối|đêm|hôm|dịp|lễ|cách mạng|quốc khánh|kỷ niệm"
    rf"|{PLACES_WITH_A_DAY}|thứ \w+,?)\s*{DASHED_BEFORE}\Z",
    re.I,
)
# After these even 2-9 is no span; nor is 1-5 after 30-4.
OF_A_HOLIDAY = re.compile(
    rf"\b(?:dịp|lễ|cách mạng|quốc khánh|kỷ niệm|{PLACES_WITH_A_DAY})\s*\Z", re.I
)
DAY_BEFORE = re.compile(r"(\d{1,2})[-.](\d{1,2})\s*(?:,|và)\s*\Z")
A_NAME = re.compile(r"\b(?:đường|phố|bệnh viện|trường|công viên|quảng trường|cách mạng)\s*\Z", re.I)
OF_A_RATIO = re.compile(r"\b(?:tỷ lệ|tỉ lệ|tỷ số|tỉ số|bản đồ|thắng|thua|hòa)\s*\Z", re.I)
A_HOUSE = re.compile(r"\b(?:lớp|số|số nhà|ngõ|ngách|hẻm|kiệt|lô)\s*\Z", re.I)
FIRST_OF_A_SPAN = re.compile(
    r"\d{1,2}\s?/\s?\d{1,2}\s?(?:-|đến)\s?(?:ngày )?\Z"
    r"|(?:(?:1[3-9]|[23]\d)/\d{1,2}|\d{1,2}/1[0-2])\s?(?:,|và|hoặc)\s?\Z"
)
LARGEST_PART = 10  # 2/9 may be two ninths, 9/11 is a day
LEAP_YEAR = 2024  # so that 29/2 is a day
ALL_WEEK = 24, 7  # 24/7 tells that somebody is always there
SECOND_OF_A_SPAN = re.compile(r"\s?(?:-|đến)\s?(?:ngày )?\d{1,2}\s?/\s?\d{1,2}(?!\d)")


def month(number: int) -> str:
    """The fourth month is "tháng tư"."""
    return "tư" if number == 4 else counted(number)


def _date(found: re.Match[str], near: Near) -> str | None:
    day, at, year = int(found["d"]), int(found["m"]), int(found["y"])
    if day > monthrange(year, at)[1]:
        return None
    return f"{_day(day, near)} tháng {month(at)} năm {counted(year)}"


def _day(day: int, near: Near) -> str:
    is_named = NAMED_DAY.search(near.before) or A_NAME.search(near.before)
    return counted(day) if is_named else f"ngày {counted(day)}"


def _day_of_month(found: re.Match[str], near: Near) -> str | None:
    """15/11, where the words around tell that it is a day, or it can be nothing else."""
    day, at = int(found["d"]), int(found["m"])
    if day > monthrange(LEAP_YEAR, at)[1] or A_HOUSE.search(near.before):
        return None
    is_day = OF_A_DAY.search(near.before) or FIRST_OF_A_SPAN.search(near.before)
    is_span = SECOND_OF_A_SPAN.match(found.string, found.end())
    is_padded = found["d"][0] == "0" or found["m"][0] == "0"
    is_likely = (is_padded or day > at or at > LARGEST_PART) and (day, at) != ALL_WEEK
    return f"{_day(day, near)} tháng {month(at)}" if is_day or is_span or is_likely else None


def _dashed_day(found: re.Match[str], near: Near) -> str | None:
    """20-11 and 15.11 after "ngày", "sáng" or a holiday's name; 9-11 of anything else is a span."""
    day, at = int(found["d"]), int(found["m"])
    is_day = OF_A_DASHED_DAY.search(near.before) and day <= monthrange(LEAP_YEAR, at)[1]
    is_padded = found["d"][0] == "0" and found["m"][0] != "0"  # both of them are in a span
    is_month = day > at or at > LARGEST_PART or is_padded
    is_told = OF_A_HOLIDAY.search(near.before) or _follows_a_day(near)
    return f"{_day(day, near)} tháng {month(at)}" if is_day and (is_month or is_told) else None


def _follows_a_day(near: Near) -> bool:
    found = DAY_BEFORE.search(near.before)
    return found is not None and int(found[1]) > int(found[2])


def _month_of_year(found: re.Match[str], near: Near) -> str | None:
    at, year = int(found["m"]), counted(int(found["y"]))
    if NAMED_QUARTER.search(near.before):
        return f"{counted(at)} năm {year}"
    if NAMED_MONTH.search(near.before):
        return f"{month(at)} năm {year}"
    return f"tháng {month(at)} năm {year}" if found["sign"] == "/" else None


def _time(found: re.Match[str], near: Near) -> str | None:
    if found["minutes"] and OF_A_RATIO.search(near.before):
        return None
    minutes = int(found["min"] or found["minutes"] or 0)
    is_in_full = found["hour"] and found["hour"].lower() == "giờ" and not found["unit"]
    ending = [] if is_in_full else ["phút"]
    said = [counted(int(found["h"])), "giờ"]
    said += [counted(minutes), *ending] if minutes else []
    said += [counted(int(found["s"])), "giây"] if found["s"] and int(found["s"]) else []
    return " ".join(said)


def _hour_in_short(found: re.Match[str], near: Near) -> str:
    minutes = int(found["min"])
    return f"{counted(int(found['h']))} giờ" + (f" {counted(minutes)} phút" if minutes else "")


TIME = re.compile(
    r"(?P<h>2[0-4]|[01]?\d)(?:"
    r"\s?(?P<hour>h|H|giờ)(?:\s?(?P<min>[0-5]?\d)(?!\d|[.,/:%]\d|%)(?P<unit>\s?(?:phút|ph|p|'|’))?)?"
    r"|:(?P<minutes>[0-5]\d)(?::(?P<s>[0-5]\d))?)(?!\w|\.\d)"
)
RULES = (
    Rule(re.compile(rf"{DAY}\s?(?P<sign>[/.-])\s?{MONTH}\s?(?P=sign)\s?{YEAR}(?!\d)"), _date),
    Rule(re.compile(rf"{YEAR}(?P<sign>[/-]){MONTH}(?P=sign){DAY}(?!\d)"), _date),
    Rule(TIME, _time),
    Rule(re.compile(r"(?P<h>2[0-4]|[01]?\d)g(?P<min>[0-5]\d)(?!\w)"), _hour_in_short),
    Rule(re.compile(rf"{MONTH}\s?(?P<sign>[/.-])\s?{YEAR}(?!\d|/)"), _month_of_year),
    Rule(re.compile(rf"{DAY}\s?/\s?{MONTH}{ENDS}(?!%|\w)"), _day_of_month),
    Rule(re.compile(rf"{DAY}[-.]{MONTH}(?![\d/-]|[.,]\d|%|\w)"), _dashed_day),
)
