"""What stands in a cell of a spreadsheet, as the text that a record reads.

Days and times that the spreadsheet knows as such, and those that somebody typed, become one form.
What is not understood stays as it was typed: the record that reads it says what is wrong.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from generator.vietnamese.composing import composed, plain_spaces
from generator.vietnamese.folding import fold

Value = str | int | float | bool | date | time | timedelta  # what readers of spreadsheets give
MOST_SIGNS = 10_000  # of one cell; the longest real one is a page of text
TYPED_DAY = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")  # 19/05/2026
YEAR_FIRST = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})")  # 2026-5-19
TYPED_CLOCK = re.compile(
    r"([0-9]{1,2})\s*(?::|h|g|giờ)\s*([0-9]{2})?(?::[0-9]{2})?\s*(?:phút)?", re.I
)
MINUTES_OF_A_DAY = 24 * 60
SEPARATOR = re.compile(r"[;\n]")


def as_text(value: Value) -> str:
    """One line of text; 1.0 is "1", a day is 2026-05-19, a time is 07:30."""
    if isinstance(value, str):
        return plain_spaces(composed(value))
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def as_lines(value: Value) -> list[str]:
    """The lines of a cell that say something."""
    lines = value.splitlines() if isinstance(value, str) else [as_text(value)]
    return [line for line in map(as_text, lines) if line]


def as_list(value: Value) -> list[str]:
    """The values of a cell, which people divide by semicolons or lines."""
    pieces = SEPARATOR.split(value) if isinstance(value, str) else [as_text(value)]
    return [piece for piece in map(as_text, pieces) if piece]


def as_day(value: Value) -> str:
    """2026-05-19 where the cell holds a day or its text names one; else the text."""
    text = as_text(value)
    typed, year_first = TYPED_DAY.fullmatch(text), YEAR_FIRST.fullmatch(text)
    if typed:
        return _iso(typed[4], typed[3], typed[1]) or text
    return (_iso(year_first[1], year_first[3], year_first[4]) if year_first else "") or text


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def as_clock(value: Value) -> str:
    """07:30 where the cell holds a time of day or its text names one; else the text."""
    if isinstance(value, float) and 0 <= value < 1:  # how spreadsheets keep times
        minutes = round(value * MINUTES_OF_A_DAY)
        return _clock(minutes // 60, minutes % 60)
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return _clock(minutes // 60, minutes % 60)
    if isinstance(value, datetime):
        return f"{value:%H:%M}"
    text = as_text(value)
    typed = TYPED_CLOCK.fullmatch(text)
    return _clock(int(typed[1]), int(typed[2] or 0)) if typed else text


def _clock(hours: int, minutes: int) -> str:
    return f"{hours:02d}:{minutes:02d}"


def is_blank(value: Value) -> bool:
    """Whether nothing was entered."""
    return isinstance(value, str) and not value.strip()


def letter(column: int) -> str:
    """The name of a column, counted from 0, as spreadsheets show it: A, Z, AA."""
    first, last = divmod(column, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def simple(words: str) -> str:
    """Words as headings and choices are compared: folded, signs as spaces."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(words)).split())
