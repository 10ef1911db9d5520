"""Spreadsheets become sheets of rows with their real numbers, or a refusal that says what to do.

A workbook is a packed file: how much it unpacks to, and how far its sheets reach, is looked at
before anything is read, for a few bytes can claim sixteen thousand million cells.
"""

import csv
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from generator.importers.cells import Value, is_blank
from generator.importers.encodings import decode, refuse_old_fonts
from generator.importers.reading_files import read_bytes
from generator.importers.source import ImportRefused

WORKBOOKS = frozenset((".xlsx", ".xlsm", ".ods"))
TEXTS = frozenset((".csv", ".tsv"))
OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # .xls, and .xlsx behind a password
MOST_UNPACKED = 300_000_000  # bytes; twenty thousand rows take thirty million
MOST_CELLS = 5_000_000
MOST_ROWS = 200_000
PIECE = 1 << 20
CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\s(?:[^>]*?\s)?r=[\"']([A-Z]{0,3})([0-9]{1,7})[\"'][^>]*>")
IS_ERROR = re.compile(rb"\st=[\"']e[\"']")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
SPANNED_ROWS, SPANNED_COLUMNS = f"{TABLE}number-rows-spanned", f"{TABLE}number-columns-spanned"
VALUE_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
REPEATED_CELLS, REPEATED_ROWS = f"{TABLE}number-columns-repeated", f"{TABLE}number-rows-repeated"
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,  # a way of packing that nobody uses for workbooks
)
SEPARATORS = ",;\t"
SNIFFED = 30  # rows looked at for the separator
SIGNS_SNIFFED = 200_000

Place = tuple[int, int]  # row from 1, column from 0


@dataclass(frozen=True)
class Row:
    """A row with its number, from 1, as the spreadsheet shows it."""

    number: int
    cells: Sequence[Value]

    def cell(self, column: int) -> Value:
        """The value in a column counted from 0; empty text beyond the last."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """The rows that hold anything; `name` is None where the file is one table.

    `errors` are cells whose formula failed; `merged` the first and last cell of each joined area.
    """

    name: str | None
    rows: tuple[Row, ...]
    errors: frozenset[Place] = frozenset()
    merged: tuple[tuple[Place, Place], ...] = ()
    hidden: bool = False


@dataclass
class Seen:
    """What a sheet claims, seen before it is read: its reach, failed and joined cells."""

    columns: int = 0
    rows: int = 0
    errors: list[Place] = field(default_factory=list)
    merged: list[tuple[Place, Place]] = field(default_factory=list)


def is_spreadsheet(path: Path) -> bool:
    """Whether the name of a file says that it is a table."""
    return path.suffix.lower() in WORKBOOKS | TEXTS | {".xls"}


def read_spreadsheet(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an XLSX, ODS or CSV file; ImportRefused for anything else."""
    content = read_bytes(path)
    if content.startswith(OLD_EXCEL):
        raise ImportRefused("table-old-excel")
    if content.startswith(b"PK"):
        sheets = _workbook(content)
        _refuse_old_fonts(sheets)
        return sheets
    if path.suffix.lower() in WORKBOOKS:
        raise ImportRefused("table-damaged")
    return (_text_table(decode(content)),)


# ---- text ------------------------------------------------------------------------------------


def _text_table(text: str) -> Sheet:
    """Rows are counted as a spreadsheet program would count them, not by lines of the file."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    return Sheet(None, _rows(_unbroken(reader)))


def _unbroken(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows; ImportRefused at one whose quotation marks would swallow those below it."""
    sound = 0
    try:
        for row in rows:
            yield row
            sound += 1
    except csv.Error:
        raise ImportRefused("table-damaged-csv", {"row": sound + 1}) from None


def _separator(text: str) -> str:
    """The sign that divides the widest row at the beginning."""
    return max(SEPARATORS, key=lambda sign: _width(text[:SIGNS_SNIFFED], sign))


def _width(text: str, separator: str) -> int:
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    return max((len(row) for row, _ in zip(rows, range(SNIFFED), strict=False)), default=0)


def _rows(rows: Iterable[Sequence[Value]]) -> tuple[Row, ...]:
    found: list[Row] = []
    for number, cells in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise ImportRefused("table-too-many-rows", {"most": MOST_ROWS})
        if not all(map(is_blank, cells)):
            found.append(Row(number, cells))
    return tuple(found)


# ---- workbooks -------------------------------------------------------------------------------


def _workbook(content: bytes) -> tuple[Sheet, ...]:
    seen = _seen_in_small_workbook(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return tuple(
            _sheet(book.get_sheet_by_index(index), about.visible, seen.get(index, Seen()))
            for index, about in enumerate(book.sheets_metadata)
        )
    except (CalamineError, OSError, ValueError):  # damaged in ways that only reading shows
        raise ImportRefused("table-damaged") from None


def _sheet(sheet: CalamineSheet, visible: SheetVisibleEnum, seen: Seen) -> Sheet:
    merged = tuple(
        ((first[0] + 1, first[1]), (last[0] + 1, last[1]))
        for first, last in sheet.merged_cell_ranges or ()
    )
    rows = _rows(sheet.to_python(skip_empty_area=False))
    hidden = visible is not SheetVisibleEnum.Visible
    return Sheet(sheet.name, rows, frozenset(seen.errors), merged or tuple(seen.merged), hidden)


def _seen_in_small_workbook(content: bytes) -> dict[int, Seen]:
    """What was seen of each sheet; ImportRefused where the workbook is out of measure."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _refuse_bomb(package)
            return dict(enumerate(_measured(package)))
    except DAMAGE:
        raise ImportRefused("table-damaged") from None
    except RuntimeError:  # a password
        raise ImportRefused("table-old-excel") from None


def _refuse_bomb(package: zipfile.ZipFile) -> None:
    """Unpack everything once, keeping nothing: what a header says of its size may be a lie."""
    left = MOST_UNPACKED
    for info in package.infolist():
        with package.open(info) as part:
            while piece := part.read(PIECE):
                left -= len(piece)
                if left < 0:
                    raise ImportRefused("table-unpacks-too-far", {"most": MOST_UNPACKED // 10**6})


def _measured(package: zipfile.ZipFile) -> Iterator[Seen]:
    names = package.namelist()
    if "content.xml" in names:
        with package.open("content.xml") as part:
            yield from map(_within_measure, _sheets_of_ods(part))
    elif "xl/workbook.xml" in names:
        for name in _sheets_in_order(package):
            yield _within_measure(_seen_in_xlsx(package.read(name)) if name in names else Seen())
    else:
        raise ImportRefused("table-no-workbook")


def _within_measure(seen: Seen) -> Seen:
    if seen.columns * seen.rows > MOST_CELLS or seen.rows > MOST_ROWS:
        raise ImportRefused("table-too-wide", {"columns": seen.columns, "rows": seen.rows})
    return seen


def _sheets_in_order(package: zipfile.ZipFile) -> Iterator[str]:
    """The part that holds each sheet, in the order of the tabs."""
    links = _attributes(package.read("xl/_rels/workbook.xml.rels"), "Relationship")
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    for sheet in _attributes(package.read("xl/workbook.xml"), "sheet"):
        id = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        target = targets.get(id, "")
        yield target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _attributes(content: bytes, name: str) -> Iterator[dict[str, str]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for element in etree.fromstring(content, parser).iter(f"{{*}}{name}"):
        yield {str(key): str(value) for key, value in element.items()}


def _seen_in_xlsx(content: bytes) -> Seen:
    """The failed cells, and how many columns and rows the sheet claims."""
    seen = Seen()
    for found in CELL.finditer(content):
        row = int(found[2])
        seen.rows = max(seen.rows, row)
        if found[1]:
            column = _column(found[1])
            seen.columns = max(seen.columns, column + 1)
            if IS_ERROR.search(found[0]):
                seen.errors.append((row, column))
    return seen


def _column(letters: bytes) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + sign - ord("A") + 1
    return number - 1


def _sheets_of_ods(part: IO[bytes]) -> Iterator[Seen]:
    """Each sheet as far as anything stands in it."""
    seen, row = Seen(), 0
    parts = etree.iterparse(
        part, tag=(f"{TABLE}table-row", f"{TABLE}table"), resolve_entities=False, no_network=True
    )
    for _, element in parts:
        if element.tag == f"{TABLE}table":
            yield seen
            seen, row = Seen(), 0
        else:
            width = _look_at_row(element, row + 1, seen)
            row += _count(element.get(REPEATED_ROWS))
            if width:
                seen.rows, seen.columns = row, max(seen.columns, width)
        element.clear()


def _look_at_row(row: etree._Element, number: int, seen: Seen) -> int:
    """Note failed and joined cells; the number of columns up to the last filled cell."""
    width = reached = 0
    for cell in row:
        down, across = _count(cell.get(SPANNED_ROWS)), _count(cell.get(SPANNED_COLUMNS))
        if down > 1:
            last = number + down - 1, reached + across - 1
            seen.merged.append(((number, reached), last))
        if cell.get(VALUE_TYPE) == "error":
            seen.errors.append((number, reached))
        reached += _count(cell.get(REPEATED_CELLS))
        if len(cell):
            width = reached
    return width


def _count(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


def _refuse_old_fonts(sheets: Iterable[Sheet]) -> None:
    """Cells of a workbook are Unicode, but may still be meant for the fonts of old."""
    cells = (cell for sheet in sheets for row in sheet.rows for cell in row.cells)
    words: list[str] = []
    room = SIGNS_SNIFFED
    for cell in cells:
        if isinstance(cell, str) and cell:
            words.append(cell)
            room -= len(cell)
            if room < 0:
                break
    refuse_old_fonts(" ".join(words))
