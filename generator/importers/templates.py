"""Workbooks to fill in: headings, lists to choose from, and a sheet that explains every column."""

from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.catalogue import say
from generator.importers.columns import Column, Form, Table

LONG_AGO = datetime(1980, 1, 1)  # a template is the same whenever it is written
LAST_ROW = 20_000  # down to which cells keep leading zeros and offer their choices
NARROW, WIDE = 14, 34
LONGEST_LIST = 255  # characters that a spreadsheet allows in a list of choices
GUIDE_WIDTHS = (28, 24, 70, 60, 46)


def template(table: Table) -> bytes:
    """An XLSX workbook for one kind of record; the same bytes every time."""
    content = BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    workbook.set_properties({"created": LONG_AGO})
    sheet = workbook.add_worksheet(say("vi", "template-sheet"))
    guide = workbook.add_worksheet(say("vi", "template-guide"))
    _fill_sheet(workbook, sheet, table)
    _fill_guide(workbook, guide, table)
    workbook.close()
    return content.getvalue()


def _fill_sheet(workbook: Workbook, sheet: Worksheet, table: Table) -> None:
    """One row of headings that stays in sight; codes, numbers and times are kept as text."""
    as_text = workbook.add_format({"num_format": "@"})
    as_day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    needed, optional = _heading_formats(workbook)
    for index, column in enumerate(table.columns):
        cells = as_day if column.form is Form.DAY else as_text
        width = WIDE if column.form in (Form.TEXT, Form.AREA, Form.LINES) else NARROW
        sheet.set_column(index, index, max(width, len(column.header) + 2), cells)
        sheet.write(0, index, column.header, needed if column.needed else optional)
        _offer_choices(sheet, index, column)
    sheet.freeze_panes(1, 2)


def _heading_formats(workbook: Workbook) -> tuple[Format, Format]:
    common = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
    return (
        workbook.add_format(common | {"bg_color": "#FFE699"}),
        workbook.add_format(common | {"bg_color": "#DDEBF7"}),
    )


def _offer_choices(sheet: Worksheet, index: int, column: Column) -> None:
    words = list(column.offered)
    if column.form is Form.CHOICE and len(",".join(words)) <= LONGEST_LIST:
        told = say("vi", "template-choose")
        rule = {"validate": "list", "source": words, "error_message": told}
        sheet.data_validation(1, index, LAST_ROW, index, rule)


def _fill_guide(workbook: Workbook, sheet: Worksheet, table: Table) -> None:
    """What each column means, what it may hold, and an example."""
    bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    of_shifts = any(column.of_a_row for column in table.columns)
    key = "template-intro-shifts" if of_shifts else "template-intro"
    sheet.write_string(0, 0, say("vi", key, {"title": table.title}))
    titles = ("column", "needed", "meaning", "choices", "example")
    for index, (title, width) in enumerate(zip(titles, GUIDE_WIDTHS, strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(2, index, say("vi", f"template-{title}"), bold)
    for row, column in enumerate(table.columns, start=3):
        for index, words in enumerate(_explained(column)):
            sheet.write_string(row, index, words, plain)


def _explained(column: Column) -> tuple[str, ...]:
    when = "yes" if column.needed else column.wanted
    needed = say("vi", f"template-needed-{when}") if when else ""
    return column.header, needed, column.meaning, "; ".join(column.offered), column.example
