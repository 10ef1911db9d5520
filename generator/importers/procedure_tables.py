"""Lists of procedures in a document: rows of cells, or pipes shattered over many lines.

The whole document is read as one row of cells. A heading that names procedures opens a table; the
next heading of any table, or the recipients, close it. In shattered tables a row number or a code
opens a row: with n columns, n cells and the gap to the next row lie between two of them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importers.appendix import glued
from generator.importers.procedure_columns import (
    GROUP_MARK,
    LONGEST_HEAD,
    ORDINAL,
    ProcedureColumn,
    is_code,
    is_step_head,
    looks,
    procedure_column,
)
from generator.importers.source import Line
from generator.vietnamese.folding import fold

MOST_COLUMNS = 20
FIRST_COLUMNS = frozenset(("number", "code", "name", "field"))
GROUP_PIPES = 4  # a line with so many cells is a row, even if only one of them is filled
MOST_CELLS_IN_ROW = 60  # cells between two rows that still belong to the first
ENDS_TABLE = re.compile(r"Nơi nhận\b|Tổng (?:số|cộng)\b|_{5,}|\[\d{1,2}\]")
GROUP_TITLE = re.compile(
    r"(?:[ivxlc]{1,7}[.)] |[a-z][.)] |phan |muc )?"
    r"(?:linh vuc|danh muc|nhom|cap (?:tinh|xa|huyen|trung uong)\b|(?:cac )?(?:thu tuc hanh chinh|"
    r"tthc)(?: noi bo)? (?:cap|duoc|moi|thuoc|bi|chuan|sua|thay|linh|do)\b)"
)
SHOUTED = 2  # words in capitals that make a title of a group
PARENTHESES = re.compile(r"\([^()]{0,300}\)")


@dataclass(frozen=True)
class Cell:
    """A text between two pipes, its lines kept apart; or a whole row whose cells are known."""

    line: int
    text: str
    row: tuple[str, ...] = ()
    open: bool = False  # the last text of the document: no pipe closes it

    @property
    def plain(self) -> str:
        """The text with its soft line breaks taken out; items keep their own line."""
        text = ""
        for line in self.text.split("\n"):
            text = glued(text, line)
        return text


@dataclass(frozen=True)
class ListedRow:
    """A row as cells from left to right; a group has its titles in `group` and no cells."""

    line: int
    cells: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True)
class ListTable:
    """A list of procedures: its columns with the words above them, caption and rows.

    It reaches from `line` to the line before `end`; None where it reaches to the end.
    """

    line: int
    end: int | None
    caption: str
    columns: tuple[ProcedureColumn, ...]
    heads: tuple[str, ...]
    rows: tuple[ListedRow, ...]


@dataclass(frozen=True)
class Heading:
    """The heading of a table among the cells: where it begins and ends, and its columns."""

    begins: int
    ends: int
    columns: tuple[ProcedureColumn, ...] = ()  # none for a table of another kind
    heads: tuple[str, ...] = ()


def list_tables(lines: Sequence[Line]) -> tuple[ListTable, ...]:
    """Every list of procedures among these clean lines, in order."""
    cells = list(cells_of(lines))
    headings = [*headings_in(cells), Heading(len(cells), len(cells))]
    return tuple(
        table_of(cells, heading, following.begins)
        for heading, following in pairwise(headings)
        if heading.columns
    )


# The document as cells


def cells_of(lines: Sequence[Line]) -> Iterator[Cell]:
    """All cells of the document; between the closing pipe of a row and the next is one as well."""
    gathered: list[str] = []
    first = 0
    for line in lines:
        known = known_cells(line)
        if known:
            yield Cell(first or line.number, "\n".join(gathered))
            yield Cell(line.number, "", known)
            gathered, first = [], 0
            continue
        for place, part in enumerate(line.text.split("|")):
            if place:
                yield Cell(first or line.number, "\n".join(gathered))
                gathered, first = [], 0
            if part.strip():
                first = first or line.number
                gathered.append(part.strip())
    yield Cell(first, "\n".join(gathered), open=True)


def known_cells(line: Line) -> tuple[str, ...]:
    """The cells of a row that stands on one line, as in Word, HTML and whole Markdown tables."""
    if line.cells:
        return line.cells
    parts = [part.strip() for part in line.text.split("|")]
    filled = sum(map(bool, parts))
    if not line.text.startswith("|") or filled < 1 or (filled < 2 and len(parts) < GROUP_PIPES):
        return ()
    return tuple(parts[1:-1] if not parts[-1] else parts[1:])


# Headings


def headings_in(cells: Sequence[Cell]) -> Iterator[Heading]:
    """The headings of lists of procedures and of tables of steps, in order."""
    place = 0
    while place < len(cells):
        heading = heading_at(cells, place)
        if heading:
            yield heading
        place = heading.ends if heading else place + 1


def heading_at(cells: Sequence[Cell], place: int) -> Heading | None:
    """The heading that begins at this cell."""
    if cells[place].row:
        return heading_of_rows(cells, place)
    run = run_at(cells, place)
    heads = [cells[at].plain for at in range(place, run)]
    kind = kind_of_heading(heads)
    if kind is None:
        return None
    if kind == "steps":
        return Heading(place, run)
    return with_subheadings(cells, Heading(place, run, columns_of(heads), tuple(heads)))


def run_at(cells: Sequence[Cell], place: int) -> int:
    """Where the run of filled, short cells from here ends."""
    end = place
    while end < min(len(cells), place + MOST_COLUMNS):
        text = cells[end].text
        if not text or cells[end].row or cells[end].open or len(text) > LONGEST_HEAD:
            break
        end += 1
    return end


def kind_of_heading(heads: Sequence[str]) -> str | None:
    """Does a run of cells head procedures, or the steps of one, or nothing?"""
    if len(heads) < 2 or not (
        procedure_column(heads[0]) in FIRST_COLUMNS or is_step_head(heads[0])
    ):
        return None
    named = [procedure_column(head) for head in heads]
    steps = sum(map(is_step_head, heads))
    if steps >= 2 or (steps and "limit" in named and "name" not in named):
        return "steps"
    opens = {"number", "code"} & set(named)
    known = sum(column is not None for column in named)
    return "procedures" if "name" in named and opens and 2 * known >= len(named) else None


def columns_of(heads: Sequence[str]) -> tuple[ProcedureColumn, ...]:
    """The columns of a heading."""
    return tuple(procedure_column(head) or "other" for head in heads)


def with_subheadings(cells: Sequence[Cell], heading: Heading) -> Heading:
    """The same heading with the second row of heads below one of its columns."""
    start = heading.ends + 1
    end = run_at(cells, start) if start < len(cells) and not cells[heading.ends].text else start
    subheads = [cells[at].plain for at in range(start, end)]
    if len(subheads) < 2 or holds_data(subheads) or kind_of_heading(subheads):
        return heading
    parent = parent_of(heading.columns)
    columns, heads = list(heading.columns), list(heading.heads)
    below = [procedure_column(head) or columns[parent] for head in subheads]
    columns[parent : parent + 1] = (
        below if columns[parent] == "other" else [columns[parent]] * len(below)
    )
    heads[parent : parent + 1] = subheads
    return Heading(heading.begins, end, tuple(columns), tuple(heads))


def holds_data(cells: Sequence[str]) -> bool:
    """Is it a row of the table already: a number, a code or a group stands in it?"""
    return (
        any(is_code(cell) or ORDINAL.fullmatch(cell.strip("()")) for cell in cells)
        or GROUP_MARK.fullmatch(cells[0]) is not None
    )


def parent_of(columns: Sequence[ProcedureColumn]) -> int:
    """The column that most likely has others below it."""
    for wanted in ("place", "channel", "online", "limit", "fee", "other"):
        if wanted in columns:
            return columns.index(wanted)
    return len(columns) - 1


def heading_of_rows(cells: Sequence[Cell], place: int) -> Heading | None:
    """The heading in rows of known cells: one row, or two where the second repeats or divides."""
    above = cells[place].row
    kind = kind_of_heading([" ".join(head.split()) for head in above if head])
    if kind is None:
        return None
    if kind == "steps":
        return Heading(place, place + 1)
    below = next_row(cells, place)
    if below is None or not divides(above, below.row):
        return Heading(place, place + 1, columns_of(above), above)
    return two_rows(place, above, below.row, cells.index(below, place) + 1)


def divides(above: Sequence[str], below: Sequence[str]) -> bool:
    """Does the second row name the parts of a column, the others empty or as above?"""
    filled = [cell for cell in below if cell]
    if len(filled) < 2 or holds_data(filled) or len(set(filled)) == 1:
        return False
    repeated = [upper == lower or not lower for upper, lower in zip(above, below, strict=False)]
    return repeated[0] and not all(repeated)


def next_row(cells: Sequence[Cell], place: int) -> Cell | None:
    """The row of known cells right below."""
    following = [cell for cell in cells[place + 1 : place + 3] if cell.row or cell.text]
    return following[0] if following and following[0].row else None


def two_rows(place: int, above: Sequence[str], below: Sequence[str], end: int) -> Heading:
    """A heading of two rows; a cell over several columns names those that follow it."""
    columns: list[ProcedureColumn] = []
    heads: list[str] = []
    parent = ""
    for upper, lower in zip(above, [*below, *[""] * len(above)], strict=False):
        parent = upper or parent
        own = procedure_column(parent)
        columns.append(own if own and own != "other" else procedure_column(lower) or "other")
        heads.append(lower or parent)
    return Heading(place, end, tuple(columns), tuple(heads))


# Rows


def table_of(cells: Sequence[Cell], heading: Heading, end: int) -> ListTable:
    """The table below a heading."""
    caption = cells[heading.begins - 1] if heading.begins else Cell(0, "")
    body = body_of(cells[heading.ends : end])
    after = heading.ends + len(body)
    known = any(cell.row for cell in body)
    rows = known_rows(body, heading) if known else shattered_rows(body, heading)
    told = (row for row in rows if not is_heading_again(row, heading))
    return ListTable(
        line=cells[heading.begins].line,
        end=next((cell.line for cell in cells[after:] if cell.text or cell.row), None),
        caption=caption.text,
        columns=heading.columns,
        heads=heading.heads,
        rows=tuple(told),
    )


def body_of(cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a table, without the caption of the next one and what stands below it."""
    body = [cell for cell in cells if not cell.open]
    if any(cell.row for cell in body):
        after = next((i for i, cell in enumerate(body) if cell.text), len(body))
        return body[:after]
    after = next((i for i, cell in enumerate(body) if ENDS_TABLE.match(cell.text)), len(body))
    if after == len(cells) and body and body[-1].text:
        after -= 1  # in the gap before the next heading stands that table's caption
    return body[:after]


def is_heading_again(row: ListedRow, heading: Heading) -> bool:
    """Is it the heading printed once more, or a row (1) (2) (3)?"""
    filled = [cell for cell in row.cells if cell]
    if not filled:
        return bool(row.cells)
    if all(re.fullmatch(r"\(?(?:\d{1,2}|[a-z])\)?", cell) for cell in filled):
        return True
    known = {fold(head) for head in heading.heads}
    return sum(fold(cell) in known for cell in filled) * 2 > len(filled)


def known_rows(body: Sequence[Cell], heading: Heading) -> Iterator[ListedRow]:
    """Rows of known cells; a title that fills a row alone is a group."""
    for cell in (one for one in body if one.row):
        texts = [Cell(cell.line, text).plain for text in cell.row]
        filled = [text for text in texts if text]
        if is_group_row(filled, heading):
            yield ListedRow(cell.line, group=" ".join(filled))
        elif filled:
            yield ListedRow(cell.line, tuple(texts))


def is_group_row(filled: Sequence[str], heading: Heading) -> bool:
    """Is a row of one or two texts the title of a group?"""
    if not filled or len(filled) > 2 or any(is_code(text) for text in filled):
        return False
    if len(set(filled)) == 1:  # printed in every column, as one cell over all of them is
        return not ORDINAL.fullmatch(filled[0])
    if GROUP_MARK.fullmatch(filled[0]):
        return True
    return len(heading.columns) > 2 and is_group_title(filled[1])


def is_group_title(text: str) -> bool:
    """Is it a title such as "LĨNH VỰC HỘ TỊCH (05 TTHC)" or "B. Thủ tục hành chính cấp xã"?"""
    words = PARENTHESES.sub(" ", text).split()
    letters = [word for word in words if re.search(r"[^\W\d_]", word)]
    shouted = len(letters) >= SHOUTED and all(word.isupper() for word in letters)
    return shouted or GROUP_TITLE.match(fold(text)) is not None


def shattered_rows(body: Sequence[Cell], heading: Heading) -> Iterator[ListedRow]:
    """The rows of a shattered table, between one opening cell and the next."""
    anchors = anchors_of(body, heading.columns)
    stretches = [*pairwise([*anchors, len(body)])]
    width = usual_width([body[a:b] for a, b in stretches], len(heading.columns))
    yield from divided(body[: anchors[0] if anchors else len(body)])
    for begins, ends in stretches:
        for row in rows_in(body[begins:ends], width):
            # After the last row may stand whatever the page has next.
            if row.group or ends < len(body) or row.line == body[begins].line:
                yield row


def anchors_of(body: Sequence[Cell], columns: Sequence[ProcedureColumn]) -> list[int]:
    """The cells that open a row: a row number, or the place so many cells before a code."""
    code = columns.index("code") if "code" in columns else None
    anchors: list[int] = []
    last = 0
    for place, cell in enumerate(body):
        number = row_number(body, place, columns)
        if number is not None and (
            number in (1, last + 1) or (code and has_code(body, place + code))
        ):
            anchors.append(place)
            last = number
            continue
        start = place - code if code is not None else -1
        free = start >= 0 and (not anchors or start > anchors[-1])
        if free and is_code(cell.text) and (code == 0 or is_open(body[start], columns)):
            anchors.append(start)
    return anchors


def row_number(body: Sequence[Cell], place: int, columns: Sequence[ProcedureColumn]) -> int | None:
    """The number of the row that opens here: after a gap, and before a code or a name."""
    before = body[place - 1].text if place else ""
    if columns[0] != "number" or not ORDINAL.fullmatch(body[place].text):
        return None
    if before and not is_group_title(before):
        return None
    code = "code" in columns and has_code(body, place + columns.index("code"))
    name = place + columns.index("name")
    named = name < len(body) and looks(body[name].text, "name") > 0
    return int(re.findall(r"\d+", body[place].text)[-1]) if code or named else None


def is_open(cell: Cell, columns: Sequence[ProcedureColumn]) -> bool:
    """Can a row without its number begin at this cell?"""
    return not cell.text or columns[0] == "name"


def has_code(body: Sequence[Cell], place: int) -> bool:
    """Does a code stand in this cell?"""
    return place < len(body) and is_code(body[place].text)


def usual_width(stretches: Sequence[Sequence[Cell]], columns: int) -> int:
    """How many cells a row has: as the heading says, or more where most rows have more."""
    counts = Counter(len(stretch) - 1 for stretch in stretches)
    usual = counts.most_common(1)[0][0] if counts else columns
    return usual if columns < usual <= columns + 4 and counts[usual] > 1 else columns


def rows_in(stretch: Sequence[Cell], width: int) -> Iterator[ListedRow]:
    """The row that opens a stretch, and the groups and remainders after it."""
    stretch = stretch[:MOST_CELLS_IN_ROW]
    end = end_of_row(stretch, width)
    cells = [cell.plain for cell in stretch[:end]]
    yield ListedRow(stretch[0].line, tuple(cells))
    yield from divided(stretch[end:])


def end_of_row(stretch: Sequence[Cell], width: int) -> int:
    """Where the row ends: at a group, else at its full width; a gap closes a shorter one."""
    for place in range(2, min(width + 1, len(stretch))):
        if not stretch[place - 1].text and opens_group(stretch, place):
            return place - 1
        if not stretch[place].text and place == len(stretch) - 1:
            return place
    return min(width, len(stretch))


def opens_group(stretch: Sequence[Cell], place: int) -> bool:
    """Does the title of a group begin at this cell?"""
    text = stretch[place].plain
    if GROUP_MARK.fullmatch(text) and place + 1 < len(stretch):
        return bool(stretch[place + 1].text)
    return bool(text) and is_group_title(text)


def divided(cells: Sequence[Cell]) -> Iterator[ListedRow]:
    """What stands between two rows: titles of groups, and cells that go on with the row above."""
    run: list[Cell] = []
    for cell in [*cells, Cell(0, "")]:
        if cell.text:
            run.append(cell)
        elif run:
            texts = [part.plain for part in run]
            group = len(texts) <= 2 and (
                is_group_title(texts[-1]) or GROUP_MARK.fullmatch(texts[0]) is not None
            )
            whole = " ".join(texts)
            yield (
                ListedRow(run[0].line, group=whole)
                if group
                else ListedRow(run[0].line, tuple(texts))
            )
            run = []
