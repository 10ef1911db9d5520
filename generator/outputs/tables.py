"""Tables for spreadsheets: CSV with a mark of UTF-8, and no cell that computes anything."""

import csv
import io
from collections.abc import Iterable

from generator.outputs.fields.field import Column, Form, Row

ENCODING = "utf-8-sig"  # without the mark at its head Excel takes Vietnamese for another encoding
ARMED = ("=", "+", "-", "@", "\t", "\r")


def table(columns: Iterable[Column], rows: Iterable[Row]) -> bytes:
    """A table with a head of names and a line for each row."""
    shown = tuple(columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in shown])
    writer.writerows([_cell(column, row) for column in shown] for row in rows)
    return out.getvalue().encode(ENCODING)


def _cell(column: Column, row: Row) -> str:
    text = column.cell(row)
    return text if column.field.form is Form.NUMBER else unarmed(text)


def unarmed(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(ARMED) else text
