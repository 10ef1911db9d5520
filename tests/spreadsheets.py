"""Spreadsheets made for tests: real files of each kind, and a list of made-up organisations."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, time
from html import escape
from pathlib import Path

import xlsxwriter

Cell = str | int | float | date | time | None
Rows = Sequence[Sequence[Cell]]

NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
HEADINGS = (
    "Mã", "Tên tổ chức", "Loại tổ chức", "Tổ chức cấp trên", "Tình trạng", "Tình trạng từ ngày",
    "Lý do", "Quyết định về tình trạng", "Giấy đăng ký", "Có hiệu lực từ", "Có hiệu lực đến",
    "Hình thức", "Ngôn ngữ", "Địa chỉ", "Xã, phường", "Giờ tiếp", "Chỉ đường", "Vĩ độ",
    "Điện thoại", "Thư điện tử", "Nơi phục vụ", "Người đứng đầu", "Ngày kiểm tra lại",
)  # fmt: skip
COMMUNES = (
    "xã Bến Đò, tỉnh Hồng Sơn",
    "hong-son-phuong-8",
    "đặc khu Hòn Trứng, tỉnh Hồng Sơn",
    "09701",
)


def organisation_row(number: int) -> list[Cell]:
    """A sound row under `HEADINGS`; another one for each number."""
    return [
        f"TH-{number:05d}", f"Tổ hòa giải thôn {number}", "Tổ hòa giải", None, "đang hoạt động",
        None, None, None, f"Quyết định {number}/QĐ-UBND", date(2026, 1, 5), "31/12/2027",
        "tư vấn pháp luật", "tiếng Việt; tiếng Tày", f"Nhà văn hóa thôn {number}",
        COMMUNES[number % len(COMMUNES)], "T2-T6 07:30-11:30", "Cạnh chợ", "21.5",
        f"0200 {number // 10000:03d} {number % 10000:04d}", f"thon-{number}@hong-son.example",
        "hong-son", "Nguyễn Văn Mẫu", date(2026, 11, 20),
    ]  # fmt: skip


def organisation_rows(count: int) -> list[list[Cell]]:
    """Headings and so many sound rows."""
    return [list(HEADINGS), *(organisation_row(number) for number in range(1, count + 1))]


def xlsx(path: Path, rows: Rows, name: str = "Danh bạ", **more: Rows) -> Path:
    """A workbook with one sheet, and more of other names."""
    with xlsxwriter.Workbook(path) as workbook:
        formats = {
            date: workbook.add_format({"num_format": "dd/mm/yyyy"}),
            time: workbook.add_format({"num_format": "hh:mm"}),
        }
        for title, table in {name: rows, **more}.items():
            sheet = workbook.add_worksheet(title)
            for row, cells in enumerate(table):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date | time):
                        sheet.write_datetime(row, column, cell, formats[type(cell)])
                    elif isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    elif cell is not None:
                        sheet.write_number(row, column, cell)
    return path


def ods(path: Path, rows: Rows, name: str = "Danh bạ") -> Path:
    """An OpenDocument spreadsheet, with the endless blank rows that LibreOffice leaves behind."""
    table = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    endless = '<table:table-cell table:number-columns-repeated="16384"/>'
    blank = f'<table:table-row table:number-rows-repeated="1048000">{endless}</table:table-row>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} '
        f'office:version="1.2"><office:body><office:spreadsheet><table:table table:name="{name}">'
        f"{table}{blank}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return ods_of_content(path, content)


def ods_of_content(path: Path, content: str) -> Path:
    """The package around the content of an OpenDocument spreadsheet."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind, zipfile.ZIP_STORED)
        package.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="{manifest}">{entry}</m:manifest>'
        )
        package.writestr("content.xml", content)
    return path


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, time):
        kind = f'office:value-type="time" office:time-value="PT{cell:%H}H{cell:%M}M00S"'
    elif isinstance(cell, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def csv_text(rows: Rows, separator: str = ",") -> str:
    """The rows as CSV, days as people type them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    for row in rows:
        writer.writerow([_typed(cell) for cell in row])
    return text.getvalue()


def _typed(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return "" if cell is None else str(cell)
