"""Tables for spreadsheets: CSV with a mark of UTF-8, and no cell that computes anything."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from generator.outputs.fields.field import Column, Form, Row

ENCODING = "utf-8-sig"  # without the mark at its head Excel takes Vietnamese for another encoding
ARMED = frozenset("=+-@\t\r")


def head(columns: Iterable[Column]) -> bytes:
    """The first line of a table, with the names of its columns."""
    return _written([[column.name for column in columns]]).encode(ENCODING)


def body(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """A line of a table for each row."""
    cells = [_safe(column) for column in columns]
    return _written([cell(row) for cell in cells] for row in rows).encode()


def _written(rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _safe(column: Column) -> Callable[[Row], str]:
    """What gives a cell that no spreadsheet takes for a formula."""
    cell = column.cell
    if column.field.form is Form.NUMBER:
        return cell
    return lambda row: safe(cell(row))


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ARMED else text
