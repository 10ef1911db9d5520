"""Lists of procedures without a table: rows printed as lines, one cell below the other or beside.

A row begins with its number or its code. What follows is cut where a line, or a word in the
middle of one, begins the way times, fees and laws begin, as far as the heading names them.
"""

import re
from collections.abc import Iterator, Sequence

from generator.importers.appendix import glued
from generator.importers.findings import Procedure
from generator.importers.procedure_columns import CODE, ORDINAL, ProcedureColumn, procedure_column
from generator.importers.procedure_tables import (
    ENDS_TABLE,
    ListedRow,
    ListTable,
    is_group_title,
)
from generator.importers.procedures import listed_procedures
from generator.importers.source import Line
from generator.vietnamese.folding import fold

ENDS_ROWS = re.compile(r"Điều \d{1,3}[.:]|PHỤ LỤC|Phụ lục|PHẦN|Nơi nhận")
NUMBER_FIRST = re.compile(r"(?P<number>\d{1,3})[.)]?\s+(?P<rest>\S.*)")
BEGINNINGS: dict[ProcedureColumn, str] = {
    "limit": r"(?:- )?(?:Trong (?:thời hạn|vòng|ngày)|Không quá|Tối đa|Ngay (?:sau|khi|trong)|"
    r"\d{1,3} ?(?:\([^()]{2,30}\) ?)?(?:ngày|tháng|giờ)\b)",
    "place": r"(?:- )?(?:Trung tâm|Bộ phận|Nộp |Trực tiếp|Địa chỉ|Tại )",
    "fee": r"(?:Không(?: thu| có| quy định)?(?: phí| lệ phí)?\.?(?=\s*$| [A-ZĐ-])|Miễn |"
    r"Chưa quy định|(?:- )?(?:Lệ phí|Phí)\b|\d{1,3}(?:\.\d{3})+ ?(?:đồng|đ)\b)",
    "basis": r"(?:- )?(?:Luật|Bộ luật|Nghị định|Thông tư|Nghị quyết|Quyết định số)\b",
}
HEAD_WORDS: dict[ProcedureColumn, str] = {
    "limit": r"\bthoi (?:han|gian)\b",
    "place": r"\b(?:dia diem|cach thuc)\b",
    "fee": r"\ble phi\b|\bphi\b",
    "basis": r"\bcan cu phap ly\b|\bco so phap ly\b",
}
LINES_OF_HEAD = 25
MOST_LINES_IN_ROW = 120


def listed_in_lines(lines: Sequence[Line], title: str | None) -> tuple[Procedure, ...]:
    """Procedures whose rows are mere lines; nothing where no line holds a code."""
    written = [line for line in lines if line.text]
    starts = [place for place, line in enumerate(written) if opens_row(written, place)]
    if not starts:
        return ()
    columns = columns_above(written[: starts[0]])
    rows = tuple(rows_of(written, starts, columns))
    caption = "\n".join(
        line.text for line in written[max(0, starts[0] - LINES_OF_HEAD) : starts[0]]
    )
    heads = tuple("" for _ in columns)
    table = ListTable(written[starts[0]].number, None, caption, columns, heads, rows)
    return listed_procedures([table], title)


def opens_row(lines: Sequence[Line], place: int) -> bool:
    """Does a row begin here: a code, alone or in front, or a number before a code?"""
    text = lines[place].text
    found = CODE.search(text)
    if found is None:
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        return ORDINAL.fullmatch(text) is not None and CODE.match(below) is not None
    above = lines[place - 1].text if place else ""
    if found.start() == 0:
        return ORDINAL.fullmatch(above) is None
    return NUMBER_FIRST.match(text) is not None


def columns_above(head: Sequence[Line]) -> tuple[ProcedureColumn, ...]:
    """Number, code, name, and those of the other columns that the lines above the rows name."""
    near = head[-LINES_OF_HEAD:]
    begins = next(
        (i for i, line in enumerate(near) if procedure_column(line.text.split(" ")[0]) == "number"),
        len(near),
    )
    words = fold(" ".join(line.text for line in near[begins:]))
    places = {
        column: found.start()
        for column, pattern in HEAD_WORDS.items()
        if (found := re.search(pattern, words))
    }
    return ("number", "code", "name", *sorted(places, key=places.__getitem__), "note")


def rows_of(
    lines: Sequence[Line], starts: Sequence[int], columns: Sequence[ProcedureColumn]
) -> Iterator[ListedRow]:
    """The rows, and the titles of groups between them."""
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        own, groups = row_lines(lines[start : min(end, start + MOST_LINES_IN_ROW)])
        yield ListedRow(lines[start].number, tuple(row_cells(own, columns)))
        yield from (ListedRow(group.number, group=group.text) for group in groups)


def row_lines(lines: Sequence[Line]) -> tuple[list[str], list[Line]]:
    """The lines of one row, and the titles that follow it."""
    for place, line in enumerate(lines):
        if place and (ENDS_ROWS.match(line.text) or ENDS_TABLE.match(line.text)):
            return [one.text for one in lines[:place]], []
        if place and is_group_title(line.text):
            groups = [one for one in lines[place:] if is_group_title(one.text)]
            return [one.text for one in lines[:place]], groups
    return [line.text for line in lines], []


def row_cells(lines: Sequence[str], columns: Sequence[ProcedureColumn]) -> Iterator[str]:
    """One text per column."""
    number, code, rest = number_and_code(lines)
    texts: dict[ProcedureColumn, str] = {"number": number, "code": code}
    column: ProcedureColumn = "name"
    for line in rest:
        for part in parts_of(line, columns):
            column = column_from(part, column, columns) if texts.get("name") else "name"
            texts[column] = glued(texts.get(column, ""), part)
    yield from (texts.get(column, "") for column in columns)


def number_and_code(lines: Sequence[str]) -> tuple[str, str, list[str]]:
    """Number and code of a row, and its lines without them."""
    number, rest = "", list(lines)
    if ORDINAL.fullmatch(rest[0]):
        number = rest.pop(0)
    elif (found := NUMBER_FIRST.match(rest[0])) and not CODE.match(rest[0]):
        number, rest[0] = found["number"], found["rest"]
    code = CODE.search(rest[0]) if rest else None
    if code is None:
        return number, "", rest
    if code.start() and rest[0][code.start() - 1] in "(:":
        return number, "", rest  # it belongs to the name, and is taken out of it there
    before, after = rest[0][: code.start()].strip(), rest[0][code.end() :].strip()
    return number, code.group(), [part for part in (before, after, *rest[1:]) if part.strip(" -–:")]


def parts_of(line: str, columns: Sequence[ProcedureColumn]) -> list[str]:
    """A line cut before the words with which the next columns begin."""
    known = [pattern for column, pattern in BEGINNINGS.items() if column in columns]
    if not known:
        return [line]
    return [part for part in re.split(rf"\s(?={'|'.join(known)})", line) if part.strip()]


def column_from(
    part: str, column: ProcedureColumn, columns: Sequence[ProcedureColumn]
) -> ProcedureColumn:
    """The later column that a text opens, else the one before."""
    for later in columns[columns.index(column) + 1 :]:
        if later in BEGINNINGS and re.match(BEGINNINGS[later], part):
            return later
    return column
