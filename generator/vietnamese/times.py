"""Times as plans write them: an expression in words becomes days, or stays words.

Rules (the conventions of the checked answers): a named month, quarter, year or span is a range;
"trước ngày D" is a point; "thường xuyên" and "từ D" are ongoing; "hằng năm" is recurring; what
depends on another act is conditional. What is not wholly understood gets no kind and no day.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.vietnamese.folding import fold

Kind = Literal["point", "range", "recurring", "ongoing", "conditional"]


@dataclass(frozen=True)
class Time:
    """A time as written, with kind and days only where they are understood."""

    as_written: str
    kind: Kind | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True)
class Span:
    """One named stretch; year None means the expression does not say it."""

    year: int | None
    first_month: int = 1
    last_month: int = 12
    day: int | None = None

    def first_day(self) -> date:
        """The first day; ValueError when there is no such day."""
        return date(self.year or 0, self.first_month, self.day or 1)

    def last_day(self) -> date:
        """The last day; ValueError when there is no such day."""
        year = self.year or 0
        return date(year, self.last_month, self.day or monthrange(year, self.last_month)[1])


NUMERAL = r"(?:iv|iii|ii|i|[1-4])"
MORE = r"\s*(?:,|;|va|-|den)\s*"
UNIT = re.compile(
    r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})(?!\d)"
    r"|(?P<dw>\d{1,2}) thang (?P<mw>\d{1,2})(?: nam (?P<yw>\d{4}))?(?!\d)"
    r"|(?:thang )?(?<!\d)(?P<m2>\d{1,2})\s?[/-]\s?(?P<y2>\d{4})(?!\d)"
    rf"|qu[yi] (?P<q>{NUMERAL}(?:{MORE}(?:qu[yi] )?{NUMERAL}\b){{0,3}})\b"
    r"|(?P<half>6|sau|06) thang (?P<end>dau|cuoi) nam"
    rf"|thang (?P<ms>\d{{1,2}}(?:{MORE}(?:thang )?\d{{1,2}}(?![\d/])){{0,11}})(?![\d])"
    r"|(?<!\d)(?P<d3>\d{1,2})\s?/\s?(?P<m3>\d{1,2})(?![\d/])"
    r"|(?<!\d)(?P<y3>(?:19|20)\d{2})(?!\d)"
)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
FOLLOWING = re.compile(r"(?:va|den) (?:cac|nhung) nam (?:tiep theo|sau|ke tiep)(?: do)?|tro di")
DEPENDS = re.compile(
    r"\btheo (?:tien do|ke hoach|chi dao|huong dan|quy dinh|lo trinh|yeu cau|thoi gian|nhu cau"
    r"|su chi dao|chuong trinh|de nghi)|\bsau khi\b|\bkhi co\b|^khi\b|"
    r"\bngay sau\b|\btuy theo\b|\bcan cu\b"
)
# Words that may stand around the days without changing what they mean.
HARMLESS_WORDS = """
    nam thang quy qui ngay trong tu den va giai doan thuc hien hoan thanh to chuc xong bat dau
    thoi gian het la ca thuong xuyen lien tuc hang tuan dinh ky moi theo truoc cham nhat
    tien hanh trien khai duy tri
"""
HARMLESS = frozenset(HARMLESS_WORDS.split())


def understand_time(text: str, plan_year: int | None = None) -> Time:
    """The time meant by an expression; `plan_year` is the one year the whole plan is for."""
    written = " ".join(text.split()).strip(" .;:,-–*")
    told = Time(as_written=written)
    words = without_asides(fold(written))
    try:
        return read_words(told, words, plan_year)
    except ValueError:  # a day that does not exist, such as 31/6
        return told


def without_asides(words: str) -> str:
    """Without what stands in brackets, unless the brackets hold nothing but years."""
    return re.sub(r"\((?!\s*\d{4}\s*[-–]\s*\d{4}\s*\))[^()]*\)", " ", words).replace("–", "-")


def read_words(told: Time, words: str, plan_year: int | None) -> Time:
    """Try the kinds in turn, the most particular first."""
    if DEPENDS.search(words) and "thuong xuyen" not in words:
        return replace(told, kind="conditional")
    spans = spans_of(words, plan_year)
    rest = set(re.findall(r"[a-z]+|\d+", FOLLOWING.sub(" ", UNIT.sub(" ", words))))
    if recurs(words):
        return bounded(replace(told, kind="recurring"), words, spans)
    if "thuong xuyen" in words or "lien tuc" in words:
        return bounded(replace(told, kind="ongoing"), words, spans)
    if not rest <= HARMLESS:
        return told
    if whole_year(words) and not spans and plan_year:
        spans = (Span(plan_year),)
    return dated(told, words, spans) if spans and all(s.year for s in spans) else told


def recurs(words: str) -> bool:
    """Is it "hằng năm" and the like, said before any "thường xuyên"?"""
    found = re.search(r"\b(?:hang|moi) (?:nam|quy|thang|tuan|ngay)\b|\bdinh ky\b", words)
    constant = words.find("thuong xuyen")
    return found is not None and not 0 <= constant < found.start()


def whole_year(words: str) -> bool:
    """Does it name the plan's year without saying which: "cả năm", "trong năm"?"""
    return re.fullmatch(r"(?:thuc hien |hoan thanh )?(?:ca|trong|trong ca) nam", words) is not None


def bounded(told: Time, words: str, spans: tuple[Span, ...]) -> Time:
    """Something that goes on or comes again, within the years it names, if it names any."""
    if not spans or any(s.year is None or s.day for s in spans):
        return told
    dated_first = UNIT.search(words.partition("thuong xuyen")[0])
    if told.kind == "ongoing" and dated_first and not open_ended(words):
        return told  # "quý IV và thường xuyên" does not end with the quarter
    if open_ended(words):
        return replace(told, first_day=spans[0].first_day())
    if told.kind == "recurring" and not re.search(r"giai doan|\btu nam\b|\d{4}\s*-\s*\d{4}", words):
        return told
    return replace(told, first_day=spans[0].first_day(), last_day=spans[-1].last_day())


def open_ended(words: str) -> bool:
    """Does it say a beginning but no end?"""
    if FOLLOWING.search(words):
        return True
    return re.search(r"\b(?:tu|bat dau)\b", words) is not None and not re.search(
        r"\bden\b|\d\s*-\s*(?:\d{4}|\d{1,2}/)", words
    )


def dated(told: Time, words: str, spans: tuple[Span, ...]) -> Time:
    """A point, a range or an open beginning made of fully known days."""
    first, last = spans[0].first_day(), spans[-1].last_day()
    if open_ended(words):
        return replace(told, kind="ongoing", first_day=first)
    if re.search(r"\btruoc\b", words):
        # "before June" does not say which day: only a full date is a deadline.
        return replace(told, kind="point", last_day=last) if spans[-1].day else told
    if re.search(r"\b(?:cham nhat|den)\b", words) and len(spans) == 1:
        return replace(told, kind="point", last_day=last)
    if last < first:
        return told
    if len(spans) == 1 and spans[0].day:
        return replace(told, kind="point", first_day=first, last_day=last)
    return replace(told, kind="range", first_day=first, last_day=last)


def spans_of(words: str, plan_year: int | None) -> tuple[Span, ...]:
    """The stretches named, in order; one without a year takes the next year, then the plan's."""
    found = [span for match in UNIT.finditer(words) for span in spans_in(match)]
    year = plan_year
    dated_backwards: list[Span] = []
    for span in reversed(found):
        year = span.year or year
        dated_backwards.append(replace(span, year=year))
    return tuple(without_repeated_years(found, dated_backwards[::-1]))


def without_repeated_years(found: list[Span], dated_spans: list[Span]) -> Iterator[Span]:
    """Leave out a bare year that only dated the quarter or month before it."""
    for place, span in enumerate(dated_spans):
        bare_year = span == Span(span.year)
        if not (bare_year and place and found[place - 1].year is None):
            yield span


def spans_in(match: re.Match[str]) -> Iterator[Span]:
    """The stretches that one match of UNIT names."""
    part = match.groupdict()
    if part["d"] or part["dw"] or part["d3"]:
        day, month = part["d"] or part["dw"] or part["d3"], part["m"] or part["mw"] or part["m3"]
        year = part["y"] or part["yw"]
        yield Span(int(year) if year else None, int(month), int(month), int(day))
    elif part["m2"]:
        yield Span(int(part["y2"]), int(part["m2"]), int(part["m2"]))
    elif part["y3"]:
        yield Span(int(part["y3"]))
    elif part["half"]:
        yield Span(None, 1, 6) if part["end"] == "dau" else Span(None, 7, 12)
    elif part["q"]:
        for numeral in re.findall(NUMERAL, part["q"].replace("quy", "").replace("qui", "")):
            quarter = ROMAN.get(numeral) or int(numeral)
            yield Span(None, 3 * quarter - 2, 3 * quarter)
    else:
        for month in re.findall(r"\d+", part["ms"]):
            yield Span(None, int(month), int(month))
