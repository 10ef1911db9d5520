"""Tables of tasks: rows of cells, or pipes that a conversion has shattered over many lines.

A shattered table keeps the order of its cells and the number of pipes between two texts. The
heading row tells the columns; a row ends where its cells are full or where the next row number
stands. A row that lost cells (merged with those above) is laid out by what its cells look like.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from generator.importers.labels import role_of
from generator.importers.source import Line
from generator.vietnamese.agency_names import looks_like_agency
from generator.vietnamese.folding import fold
from generator.vietnamese.times import understand_time

Column = Literal["number", "content", "leads", "partners", "actors", "time", "outputs", "other"]

OWNER_COLUMNS: tuple[Column, ...] = ("leads", "partners", "actors")
NUMBER_HEADS = frozenset(("tt", "stt", "so tt", "so thu tu", "tt."))
ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,7}|[A-ZĐ]|[a-zđ])[.)]?")
GROUP_NUMBER = re.compile(r"(?:[IVXLC]{1,7}|[A-ZĐ])[.)]?")
LEADING_GROUP_NUMBER = re.compile(r"[IVXLC]{1,7}[.)]\s*")
AFTER_TABLE = re.compile(r"Nơi nhận\b|PHỤ LỤC|\(?Kèm theo|\[\d{1,2}\]|_{5,}")
LONGEST_HEAD = 90
MOST_COLUMNS = 15
LONGEST_CELL = 6000
MOST_PIPES = 4 * MOST_COLUMNS  # between two texts; more than that is no table


@dataclass(frozen=True)
class Cell:
    """One text of a table; `pipes` counts the pipes since the text before it."""

    line: int
    text: str
    pipes: int
    opens_row: bool = False


@dataclass(frozen=True)
class Row:
    """A row with its texts by column; `merged` when it had lost cells."""

    line: int
    cells: dict[Column, str]
    merged: bool = False


@dataclass(frozen=True)
class TaskTable:
    """A table whose heading names tasks and who, when or what for."""

    line: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass
class RowInProgress:
    """The cells gathered for the row being read."""

    line: int
    cells: dict[int, str] = field(default_factory=dict)


def column_of(head: str) -> Column | None:
    """What a column holds, by the words above it; None for words that head no column."""
    words = " ".join(fold(head).split()).strip(" .:*")
    if words in NUMBER_HEADS:
        return "number"
    if not words or len(words) > LONGEST_HEAD:
        return None
    role = role_of(words)
    if role in ("leads", "partners", "actors", "time", "outputs", "content"):
        return role
    return "other" if role else by_words(words)


def by_words(words: str) -> Column | None:
    """The column of a freer heading, by its tell-tale words."""
    for tell_tale, column in TELL_TALES:
        if re.search(tell_tale, words):
            return column
    return None


TELL_TALES: tuple[tuple[str, Column], ...] = (
    (r"\bphoi hop\b(?!.*\bchu tri\b)", "partners"),
    (r"\b(?:chu tri|dau moi)\b", "leads"),
    (r"^(?:thoi gian|thoi han|tien do|lo trinh|thoi diem)\b", "time"),
    (r"^(?:du kien )?(?:san pham|ket qua|dau ra)\b", "outputs"),
    (
        r"^(?:co quan|don vi)(?:, don vi)?(?: (?:thuc hien|chu tri|tham muu)| chiu trach nhiem)",
        "leads",
    ),
    (r"^(?:ten |cac )?(?:noi dung|nhiem vu|hoat dong|cong viec|ten de an)\b", "content"),
    (r"^(?:ghi chu|kinh phi|dia diem|doi tuong|hinh thuc|so luong|nguon|don vi tinh)", "other"),
)


def take_tables(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[TaskTable, ...]]:
    """The lines without their task tables, and the task tables."""
    rest: list[Line] = []
    tables: list[TaskTable] = []
    place = 0
    while place < len(lines):
        found = table_at(lines, place)
        if found:
            table, place = found
            tables.append(table)
            rest.append(Line(table.line, ""))
        else:
            rest.append(lines[place])
            place += 1
    return tuple(rest), tuple(tables)


def table_at(lines: tuple[Line, ...], place: int) -> tuple[TaskTable, int] | None:
    """The task table that begins on this line and the place after it."""
    line = lines[place]
    if line.cells:
        return table_of_rows(lines, place)
    following = lines[place + 1].text if place + 1 < len(lines) else ""
    if not opens_table(line.text) or following == line.text == "|":
        return None  # of a run of bare pipes only the last can open a table
    return table_of_pipes(lines, place)


def opens_table(text: str) -> bool:
    """Is it a bare pipe, or a line of cells?"""
    return text.startswith("|") or text.count("|") >= 2


# Tables whose cells are known (DOCX, HTML)


def table_of_rows(lines: tuple[Line, ...], place: int) -> tuple[TaskTable, int] | None:
    """A table of known cells, when its first rows are the heading of a task table."""
    end = place
    while end < len(lines) and lines[end].cells:
        end += 1
    heads = heading_of([line.cells for line in lines[place : place + 2]])
    if heads is None:
        return None
    columns, depth = heads
    rows = [known_row(line, columns) for line in lines[place + depth : end]]
    return TaskTable(lines[place].number, columns, tuple(filter(is_row, rows))), end


def heading_of(rows: list[tuple[str, ...]]) -> tuple[tuple[Column, ...], int] | None:
    """The columns and the depth of the heading, one row or two."""
    columns = [column_of(cell) for cell in rows[0]]
    depth = 1
    if len(rows) > 1 and any(column_of(cell) in ("leads", "partners") for cell in rows[1]):
        below = [column_of(cell) for cell in rows[1]]
        below += [None] * (len(columns) - len(below))
        columns = [lower or upper for upper, lower in zip(columns, below, strict=False)]
        depth = 2
    named = tuple(column or "other" for column in columns)
    return (named, depth) if heads_tasks(named) else None


def heads_tasks(columns: Iterable[Column]) -> bool:
    """Does a heading name tasks, and besides who, when or what for?"""
    named = set(columns)
    return "content" in named and bool(named & {"leads", "partners", "actors", "time", "outputs"})


def known_row(line: Line, columns: tuple[Column, ...]) -> Row:
    """A row whose cells stand under their columns."""
    return Row(line.number, by_column(dict(enumerate(line.cells)), columns))


def by_column(cells: dict[int, str], columns: tuple[Column, ...]) -> dict[Column, str]:
    """Texts by column; two columns of one kind are put together."""
    found: dict[Column, str] = {}
    for place, text in sorted(cells.items()):
        if text and place < len(columns):
            column = columns[place]
            found[column] = f"{found[column]}\n{text}" if column in found else text
    return found


def is_row(row: Row) -> bool:
    """Is it more than an empty row, a row (1) (2) (3) or the heading printed once more?"""
    texts = list(row.cells.values())
    if column_of(row.cells.get("number", "")) == "number":
        return False
    return bool(texts) and not all(re.fullmatch(r"\(?\d{1,2}\)?", text) for text in texts)


# Tables of pipes


def table_of_pipes(lines: tuple[Line, ...], place: int) -> tuple[TaskTable, int] | None:
    """A table of pipes, when it begins with the heading of a task table."""
    head: list[Cell] = []
    for cell, _ in cells_from(lines, place):
        if not is_head(cell, head):
            break
        head.append(cell)
        if len(head) > MOST_COLUMNS:
            return None
    columns = columns_of_cells(head)
    if columns is None:
        return None
    cells, end = list(cells_from(lines, place))[len(head) :], place + 1
    end = max([after for _, after in cells], default=end)
    body = without_heads(cell for cell, _ in cells)
    rows = tuple(filter(is_row, rows_of(body, columns)))
    return TaskTable(lines[place].number, columns, rows), max(end, place + 1)


def without_heads(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The cells without the heading where it is printed again, as below the title of a group."""
    for again, run in groupby(cells, key=is_mere_head):
        found = list(run)
        if not (again and heads_tasks(column_of(cell.text) or "other" for cell in found)):
            yield from found


def is_mere_head(cell: Cell) -> bool:
    """Is the text of a cell the name of a column and nothing else?"""
    words = " ".join(cell.text.split())
    if len(words) > LONGEST_HEAD:
        return False
    return fold(words) in NUMBER_HEADS or role_of(words) is not None


def is_head(cell: Cell, before: list[Cell]) -> bool:
    """Does the cell still belong to the heading? A second "TT" begins the heading anew."""
    if before and column_of(cell.text) == "number":
        return False
    if ORDINAL.fullmatch(cell.text) and column_of(cell.text) != "number":
        return False
    if column_of(cell.text):
        return True
    return bool(before) and not cell.opens_row and cell.pipes == 1 and len(cell.text) < 40


def columns_of_cells(head: list[Cell]) -> tuple[Column, ...] | None:
    """The columns; a heading over two others ("Cơ quan" over "Chủ trì | Phối hợp") gives way."""
    columns: list[Column] = [column_of(cell.text) or "other" for cell in head]
    over = next((name for name in columns[:-2] if name in ("actors", "leads")), None)
    if over and columns[-2:] == ["leads", "partners"]:
        place = columns.index(over)
        columns = [*columns[:place], "leads", "partners", *columns[place + 1 : -2]]
    return tuple(columns) if heads_tasks(columns) else None


def cells_from(lines: tuple[Line, ...], place: int) -> Iterator[tuple[Cell, int]]:
    """The cells from a line on, each with the place after the line that closes it."""
    pipes, text, first, opens = 0, "", 0, False
    for at in range(place, len(lines)):
        line = lines[at]
        if line.cells or ends_table(lines, at, pipes, text):
            return
        parts = line.text.split("|")
        whole_row = line.text.startswith("|") and sum(bool(part.strip()) for part in parts) > 1
        for index, part in enumerate(parts):
            if index:
                if text:
                    yield Cell(first, text, pipes, opens), at + 1
                    pipes, text = 0, ""
                pipes += 1
            if part.strip():
                first, opens = (first, opens) if text else (line.number, whole_row and index == 1)
                text = glued(text, part.strip())
        if len(text) > LONGEST_CELL or pipes > MOST_PIPES:
            return


def glued(text: str, more: str) -> str:
    """A cell's text with one more line; list items keep their own line."""
    return f"{text}\n{more}" if text and more[:2] in ("- ", "+ ") else f"{text} {more}".strip()


def ends_table(lines: tuple[Line, ...], at: int, pipes: int, text: str) -> bool:
    """Has the table ended before this line? A blank line after a pipe ends it."""
    here = lines[at].text
    if AFTER_TABLE.match(here) and "|" not in here:
        return True
    if here or text or not pipes:
        return False
    following = next((line.text for line in lines[at + 1 : at + 6] if line.text), "")
    return not following.startswith("|")


def rows_of(cells: Iterable[Cell], columns: tuple[Column, ...]) -> Iterator[Row]:
    """The rows of a table of pipes."""
    row = RowInProgress(0)
    column = -1
    for cell in cells:
        column, fresh = next_column(cell, column, row, columns)
        if fresh:
            yield from finished(row, columns)
            row = RowInProgress(cell.line)
        row.cells[column] = cell.text
    yield from finished(row, columns)


def next_column(
    cell: Cell, column: int, row: RowInProgress, columns: tuple[Column, ...]
) -> tuple[int, bool]:
    """The column of the cell, and whether it opens a new row."""
    last = len(columns) - 1
    if column < 0 or cell.opens_row:
        return 0, True
    if cell.pipes > 1 and columns[0] == "number" and is_row_number(cell.text):
        return 0, True
    if column >= last:
        return max(0, min(last, cell.pipes - 2)), True
    if cell.pipes > 1 and is_group_so_far(row):
        return max(0, min(last, cell.pipes - 2 - (last - column))), True
    left = cell.pipes - 2 - (last - column)
    if left >= 0:
        return min(last, left), True
    return column + cell.pipes, False


def is_row_number(text: str) -> bool:
    """Is it the number of a row, or the heading above those numbers printed once more?"""
    return ORDINAL.fullmatch(text) is not None or column_of(text) == "number"


def is_group_so_far(row: RowInProgress) -> bool:
    """Is the row a heading over the whole width: one text, and no row number?"""
    return list(row.cells) == [0] and (
        LEADING_GROUP_NUMBER.match(row.cells[0]) is not None and len(row.cells[0]) > 4
    )


def finished(row: RowInProgress, columns: tuple[Column, ...]) -> Iterator[Row]:
    """The row by columns; by the looks of its cells when the row number is missing."""
    if not row.cells:
        return
    first = row.cells.get(0, "")
    if columns[0] == "number" and first and not is_row_number(first):
        texts = [text for _, text in sorted(row.cells.items())]
        yield Row(row.line, by_looks(texts), merged=len(texts) > 1)
    else:
        yield Row(row.line, by_column(row.cells, columns))


def by_looks(texts: list[str]) -> dict[Column, str]:
    """Texts without trustworthy columns: content first, then agencies, a time, outputs."""
    found: dict[Column, str] = {"content": texts[0]}
    for text in texts[1:]:
        column = looks(text, found)
        if column not in found:
            found[column] = text
    return found


def looks(text: str, found: dict[Column, str]) -> Column:
    """The most likely column of a text, given those found before it."""
    if understand_time(text).kind and "time" not in found:
        return "time"
    if "time" in found or not looks_like_agency(text):
        return "outputs" if "outputs" not in found else "other"
    return "partners" if "leads" in found else "leads"


def is_group(row: Row, following: Row | None) -> bool:
    """Is the row a heading over the rows after it?"""
    if set(row.cells) - {"number", "content"}:
        return False
    number, content = row.cells.get("number", ""), row.cells.get("content", "")
    if not number or not content or GROUP_NUMBER.fullmatch(number):
        return True
    below = following.cells.get("number", "") if following else ""
    return content.isupper() or below.startswith(number.rstrip(".)") + ".")


def with_owners_from_above(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows that had lost merged cells take their owners from the row above."""
    above: Row | None = None
    for row in rows:
        if row.merged and above and not set(OWNER_COLUMNS) & set(row.cells):
            owners = {name: above.cells[name] for name in OWNER_COLUMNS if name in above.cells}
            row = replace(row, cells=owners | row.cells)
        above = row if not is_group(row, None) else None
        yield row


def group_numbering(table: TaskTable) -> Literal["kept", "lost", "none"]:
    """Have the groups their numbers? Lost where row numbers begin again and groups have none."""
    groups = [row for row in table.rows if is_group(row, None)]
    ones = sum(row.cells.get("number", "").strip(" .") == "1" for row in table.rows)
    if not groups or ones < 2:
        return "none" if not groups else "kept"
    numbered = [
        g
        for g in groups
        if g.cells.get("number") or LEADING_GROUP_NUMBER.match(g.cells.get("content", ""))
    ]
    return "lost" if len(numbered) < len(groups) / 2 else "kept"
