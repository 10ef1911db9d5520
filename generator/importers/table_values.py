"""A cell becomes the value of a field: text, list or mapping, as it would stand in a file."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from generator.importers.cells import (
    MOST_SIGNS,
    Value,
    as_clock,
    as_day,
    as_lines,
    as_list,
    as_text,
    simple,
)
from generator.importers.columns import Column, Form
from generator.importers.lookups import Lookups, Unfit
from generator.records.record import Record
from generator.vietnamese.time_limits import read_time_limits
from generator.vietnamese.weekdays import weekdays, written

SPAN = re.compile(r"(.+?)[ ,:]+([0-9][0-9:hg]*(?: giờ)?)\s*[-–]\s*([0-9][0-9:hg]*(?: giờ)?)")
COUNTED = re.compile(r"([0-9]{1,3}) ([a-z ]+)")
FORM_NUMBER = re.compile(r"(?:theo )?mẫu(?: số)? (\S+)", re.I)
FAILED = re.compile(r"#[A-Z/0!?]+[!?A0]|Err:[0-9]+")  # what a spreadsheet shows for an error
TYPED = (Form.TEXT, Form.CODE, Form.PHONES)  # in which a day is a slip of the spreadsheet

Item = dict[str, Any]


def value_of(column: Column, cell: Value, province: str, lookups: Lookups) -> Any:
    """What the cell fills; Unfit where it names nothing that can be meant.

    `province` stands in the same row. What is merely wrong is left to the record that reads it.
    """
    _refuse_what_is_no_value(column, cell)
    read = PLAIN.get(column.form)
    return read(cell) if read else _looked_up(column, cell, province, lookups)


def _refuse_what_is_no_value(column: Column, cell: Value) -> None:
    text = cell if isinstance(cell, str) else ""
    if len(text) > MOST_SIGNS:
        raise Unfit("table-cell-too-long", length=len(text), most=MOST_SIGNS)
    if FAILED.fullmatch(text):
        raise Unfit("table-failed-formula", value=text)
    if text.lstrip().startswith("="):
        raise Unfit("table-formula", value=text.strip()[:40])
    if isinstance(cell, date | datetime) and column.form in TYPED:
        raise Unfit("table-became-a-day", value=as_text(cell))
    if isinstance(cell, float | int) and column.form is Form.PHONES:
        number = as_text(cell)
        if not number.startswith("1"):  # 1800 and 1900 lose nothing
            raise Unfit("table-lost-zero", value=number)


def _looked_up(column: Column, cell: Value, province: str, lookups: Lookups) -> Any:
    kind: type[Record] = column.refers_to or Record
    if column.form is Form.CHOICE:
        return code_for(column, as_text(cell))
    if column.form is Form.CHOICES:
        return [code_for(column, word) for word in as_list(cell)]
    if column.form in BY_LINES:
        return [BY_LINES[column.form](column, line) for line in as_lines(cell)]
    if column.form is Form.CHANNELS:
        return [channel(column, words) for words in as_list(cell)]
    if column.form is Form.AREA:
        return commune(lookups.area(as_text(cell), province), as_text(cell), lookups)
    if column.form is Form.AREAS:
        return [lookups.area(words, province) for words in as_list(cell)]
    if column.form is Form.RECORD:
        return lookups.record(kind, as_text(cell))
    if column.form is Form.RECORDS:
        return [lookups.record(kind, words) for words in as_list(cell)]
    if column.form is Form.PARTY:
        return lookups.party(as_text(cell))
    return [basis(words, lookups) for words in as_list(cell)]  # Form.BASES


def code_for(column: Column, words: str) -> str:
    """The code that a word stands for; the word itself where it stands for none."""
    return column.codes.get(simple(words), words)


def commune(id: str, words: str, lookups: Lookups) -> str:
    """The id, where it is that of a commune."""
    if lookups.province_of(id) == id:
        raise Unfit("table-not-a-commune", value=words)
    return id


def basis(words: str, lookups: Lookups) -> Item:
    """A document and the article in it."""
    document, article = lookups.document(words)
    return {"document": document} | ({"article": article} if article else {})


def channel(column: Column, words: str) -> Item:
    """A way to hand papers in, and behind a colon where."""
    kind, _, place = words.partition(":")
    return {"kind": code_for(column, kind)} | ({"place": place.strip()} if place.strip() else {})


def hours(cell: Value) -> list[Item]:
    """Days and times: T2-T6 07:30-11:30."""
    return [_hours(words) for words in as_list(cell)]


def _hours(words: str) -> Item:
    span = SPAN.fullmatch(words)
    if not span:
        raise Unfit("table-not-hours", value=words)
    return {"days": as_days(span[1]), "from": as_clock(span[2]), "to": as_clock(span[3])}


def as_days(words: str) -> str:
    """T2-T6 where the words name days of the week; else the words."""
    try:
        return written(weekdays(words))
    except ValueError:
        return words.upper()  # told when the record reads it


def step(column: Column, line: str) -> Item:
    """A step; "Cơ quan:" in front says who takes it."""
    who, colon, text = line.partition(":")
    doer = column.codes.get(simple(who)) if colon else None
    return {"text": text.strip(), "who": doer} if doer else {"text": line}


def paper_of(column: Column, line: str) -> Item:
    """A paper; behind strokes how many and on which form."""
    name, *details = (piece.strip() for piece in line.split("|"))
    paper: Item = {"name": name}
    for detail in filter(None, details):
        counted, form = COUNTED.fullmatch(simple(detail)), FORM_NUMBER.fullmatch(detail)
        if counted and counted[2] in column.codes:
            paper[column.codes[counted[2]]] = counted[1]
        elif form:
            paper["form"] = form[1]
        else:
            paper["note"] = detail
    return paper


def forms(cell: Value) -> list[Item]:
    """Forms by number and title."""
    pairs = (words.partition(":") for words in as_list(cell))
    return [{"number": number.strip(), "title": title.strip()} for number, _, title in pairs]


def limits(cell: Value) -> list[Item]:
    """Time limits, each with its unit and stage; Unfit where one is not understood wholly."""
    return [_limit(words) for words in as_list(cell)]


def _limit(words: str) -> Item:
    read = read_time_limits(words)
    if not read.certain or len(read.limits) != 1:
        raise Unfit("table-not-a-limit", value=words)
    limit = read.limits[0]
    if limit.value is None:
        return {"unit": limit.unit}
    found: Item = {"value": str(limit.value), "unit": limit.unit}
    return found | ({"stage": limit.stage} if limit.stage else {})


BY_LINES: dict[Form, Callable[[Column, str], Item]] = {Form.STEPS: step, Form.DOSSIER: paper_of}
PLAIN: dict[Form, Callable[[Value], Any]] = {
    Form.TEXT: as_text,
    Form.CODE: as_text,
    Form.NUMBER: as_text,
    Form.PHONES: as_list,
    Form.MAILS: as_list,
    Form.TEXTS: as_list,
    Form.LINES: as_lines,
    Form.DAY: as_day,
    Form.CLOCK: as_clock,
    Form.HOURS: hours,
    Form.LIMITS: limits,
    Form.FORMS: forms,
    Form.PROVINCE: as_text,
}
