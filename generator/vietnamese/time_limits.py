"""Time limits as procedures write them: a number, a unit and the stage it is for.

Rules: "N ngày" are days and "N ngày làm việc" working days; "ngay sau khi …" and "trong ngày" are
at once; an upper bound ("không quá") is the limit itself. A number in brackets must say the same
as the figure before it. A span ("5 đến 7 ngày"), a half day, weeks and years are not understood:
legal days are never rounded or converted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.vietnamese.folding import fold

LimitUnit = Literal["working_days", "days", "months", "hours", "at_once"]


@dataclass(frozen=True)
class TimeLimit:
    """One limit: `value` in `unit` (none for at_once), and the words of the stage it is for."""

    value: int | None
    unit: LimitUnit
    stage: str = ""


@dataclass(frozen=True)
class TimeLimits:
    """All limits of a text in order; `certain` when nothing in it was left unexplained."""

    limits: tuple[TimeLimit, ...]
    certain: bool


UNITS: dict[str, LimitUnit] = {"ngay": "days", "thang": "months", "gio": "hours"}
AMOUNT = re.compile(
    r"(?<![\d,./-])(?P<value>\d{1,3})\s?(?:\((?P<said>[a-z ,]{2,40})\)\s?)?"
    r"(?P<unit>ngay|thang|gio)\b(?!\s?\d)(?P<working>,? lam viec\b)?"
)
# A figure before "giờ" that tells the hour of the day, not how long something takes.
HOUR_OF_DAY = re.compile(r"\b(?:sau|truoc|luc|den|tu)\s\Z")
AT_ONCE = re.compile(
    r"\bngay sau (?:khi|thoi diem)\b|\bngay khi\b|\btra (?:ket qua )?ngay\b|^(?:giai quyet )?ngay\Z"
    r"|\b(?:ngay )?trong ngay\b(?! lam viec (?:tiep|sau)| tiep| \d)"
)
# What makes a limit uncertain: spans, fractions, other units, the next day, a duty to hand in.
NOT_UNDERSTOOD = re.compile(
    r"\d\s?(?:-|–|den|hoac)\s?\d{1,3}(?: \([^()]*\))? (?:ngay|thang|gio)\b"
    r"|\d[,./]\d+ (?:ngay|thang|gio)|\d \d/\d|\d (?:\([^()]*\) )?(?:tuan|nam|phut|quy)\b|"
    r"\bnua ngay\b|\bngay (?:lam viec )?(?:tiep theo|hom sau|ke tiep)\b|\bphai (?:gui|nop)\b"
)
CLAUSE_ENDS = re.compile(r"(?<=[.;])\s+|\s*\n\s*|\s+-\s+(?=[^\W\d_])")
LEADING_WORDS = re.compile(
    r"^(?:[-+*•,;:.\s]|(?:trong|thời hạn|thời gian|vòng|không quá|tối đa|chậm nhất|là|"
    r"giải quyết)\b)+",
    re.IGNORECASE,
)
NUMBER_WORDS = {
    word: value
    for value, words in enumerate(
        ("khong", "mot", "hai", "ba", "bon tu", "nam lam", "sau", "bay", "tam", "chin")
    )
    for word in words.split()
}


def read_time_limits(text: str) -> TimeLimits:
    """Every limit of a text; not certain where a figure, a span or a word stays unexplained."""
    clauses = clauses_of(text)
    read = [limits_in(clause) for clause in clauses]
    limits = tuple(limit for found in read for limit in found)
    sure = bool(limits) and all(is_certain(clause) for clause in clauses)
    several = len(limits) > 1 and any(not limit.stage for limit in limits)
    return TimeLimits(limits, sure and not several)


def clauses_of(text: str) -> list[str]:
    """The sentences, items and halves divided by semicolons."""
    return [part.strip() for part in CLAUSE_ENDS.split(text.strip()) if part.strip(" .;-+")]


def limits_in(clause: str) -> Iterator[TimeLimit]:
    """The limits of one clause; a stage stands before its figure or after it."""
    words = fold(clause)
    if len(words) != len(clause):  # letters apart from their marks: places would not fit
        return
    amounts = list(amounts_in(words))
    for place, amount in enumerate(amounts):
        begins = amounts[place - 1].end() if place else 0
        ends = amounts[place + 1].start() if place + 1 < len(amounts) else len(clause)
        before = stage_words(clause[begins : amount.start()])
        after = stage_words(clause[amount.end() : ends])
        yield TimeLimit(int(amount["value"]), unit_of(amount), f"{before} {after}".strip())
    if not amounts and AT_ONCE.search(words):
        yield TimeLimit(None, "at_once", clause.strip(" .;-+"))


def amounts_in(words: str) -> Iterator[re.Match[str]]:
    """The figures with a unit that tell how long; hours of the day are left out."""
    for found in AMOUNT.finditer(words):
        clock = found["unit"] == "gio" and HOUR_OF_DAY.search(words[: found.start()])
        if not clock:
            yield found


def unit_of(amount: re.Match[str]) -> LimitUnit:
    """The unit of a figure."""
    return "working_days" if amount["working"] else UNITS[amount["unit"]]


def stage_words(words: str) -> str:
    """The words beside a figure without those that every limit has."""
    return LEADING_WORDS.sub("", words).strip(" .;:,-+()")


def is_certain(clause: str) -> bool:
    """Holds the clause one limit at most, nothing doubtful, and no figure contradicted in words?"""
    words = fold(clause)
    amounts = list(amounts_in(words))
    doubtful = len(amounts) > 1 or NOT_UNDERSTOOD.search(words) is not None
    return not doubtful and all(said_alike(amount) for amount in amounts)


def said_alike(amount: re.Match[str]) -> bool:
    """Do the words in brackets say the same number as the figure?"""
    return amount["said"] is None or number_in_words(amount["said"]) == int(amount["value"])


def number_in_words(words: str) -> int | None:
    """The number below one hundred that words name: "hai muoi lam" is 25."""
    names = words.replace("lam viec", "").split()
    if not names or any(name not in NUMBER_WORDS and name != "muoi" for name in names):
        return None
    if "muoi" not in names:
        return NUMBER_WORDS[names[0]] if len(names) == 1 else None
    tens, units = names[: names.index("muoi")], names[names.index("muoi") + 1 :]
    if len(tens) > 1 or len(units) > 1 or "muoi" in units:
        return None
    return 10 * (NUMBER_WORDS[tens[0]] if tens else 1) + (NUMBER_WORDS[units[0]] if units else 0)
