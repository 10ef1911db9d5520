"""The statistics office's list of units: a CSV with the codes of provinces and communes.

A list of today has no districts. Rows with one are units of before July 2025 and are left out.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.importers.source import ImportRefused, Remark, SourceText
from generator.records.areas import WRITTEN, AreaKind
from generator.vietnamese.composing import plain_spaces
from generator.vietnamese.folding import fold
from generator.vietnamese.place_names import kind_and_name

KINDS = {word: kind for kind, word in WRITTEN.items()}
HEADINGS = {
    "province": ("tinh thanh pho", "tinh tp", "tinh", "ten tinh", "ten tinh thanh pho"),
    "province_code": ("ma tp", "ma tinh", "ma tinh tp", "ma tinh thanh pho"),
    "district": ("quan huyen", "ten quan huyen", "huyen"),
    "name": ("phuong xa", "xa phuong", "ten phuong xa", "ten xa phuong", "xa phuong dac khu"),
    "code": ("ma px", "ma xa", "ma phuong xa", "ma xa phuong", "ma dvhc"),
    "level": ("cap", "loai"),
}  # as they are printed, folded, signs as spaces
NEEDED = frozenset(("province", "name", "code"))
SEPARATORS = ",;\t"
LONGEST_HEAD = 2000  # characters; a longer first line is no heading
COMMUNE_DIGITS, PROVINCE_DIGITS = 5, 2

Row = Mapping[str, str]


@dataclass(frozen=True)
class ListedCommune:
    """A commune of the list; codes are text with their leading zeros."""

    province_kind: AreaKind
    province: str
    province_code: str | None
    kind: AreaKind
    name: str
    code: str


@dataclass(frozen=True)
class StatisticsTable:
    """The communes of a list, and what a person should look at."""

    name: str
    communes: tuple[ListedCommune, ...]
    remarks: tuple[Remark, ...]


def is_statistics_table(source: SourceText) -> bool:
    """Whether the first line that says anything names the columns of such a list."""
    return set(_columns(_head(source))[1]) >= NEEDED


def read_statistics_table(source: SourceText) -> StatisticsTable:
    """The communes of the list; ImportRefused where none can be read."""
    rows = list(_rows(source))
    remarks = list[Remark]()
    today = [(line, row) for line, row in rows if not row.get("district")]
    if len(today) < len(rows):
        values = {"count": len(rows) - len(today)}
        remarks.append(Remark("import-areas-table-old", values=values))
    communes = list[ListedCommune]()
    for line, row in today:
        found = _listed(row)
        if found:
            communes.append(found)
        else:
            remarks.append(Remark("import-areas-table-row", line))
    if not communes:
        raise ImportRefused("import-areas-table-empty")
    remarks += _short_codes(row for _, row in today)
    return StatisticsTable(source.name, tuple(communes), tuple(remarks))


def _head(source: SourceText) -> str:
    return next((line.text[:LONGEST_HEAD] for line in source.lines if line.text.strip()), "")


def _columns(head: str) -> tuple[str, list[str]]:
    """The separator of a heading line and the names of its columns, "" for one of no use here."""
    separator = max(SEPARATORS, key=head.count)
    known = {words: name for name, every in HEADINGS.items() for words in every}
    cells = next(csv.reader([head], delimiter=separator), [])
    folded = (" ".join(re.findall("[a-z0-9]+", fold(cell))) for cell in cells)
    return separator, [known.get(words, "") for words in folded]


def _rows(source: SourceText) -> Iterator[tuple[int, Row]]:
    """Every row below the heading with the line on which it ends."""
    separator, columns = _columns(_head(source))
    below_head = False
    for line, cells in _unbroken(source, separator):
        filled = dict(zip(columns, map(plain_spaces, cells), strict=False))
        if below_head and any(filled.values()):
            yield line, filled
        below_head = below_head or any(cell.strip() for cell in cells)


def _unbroken(source: SourceText, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines on which they end; ImportRefused where quotation marks are odd.

    A mark that is closed only in a later row would swallow those between into one cell.
    """
    lines = (f"{line.text}\n" for line in source.lines)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    ended = 0
    try:
        for cells in reader:
            if any("\n" in cell and separator in cell for cell in cells):
                raise csv.Error
            ended = reader.line_num
            yield ended, cells
    except csv.Error:
        raise ImportRefused("import-areas-table-broken", {"line": ended + 1}) from None


def _listed(row: Row) -> ListedCommune | None:
    """A commune, or None where its row does not tell all of it."""
    of, province = kind_and_name(row.get("province", ""))
    kind, name = kind_and_name(row.get("name", ""))
    kind = kind or row.get("level", "").lower()
    code, province_code = row.get("code", ""), row.get("province_code", "")
    if not (province and name and of in KINDS and kind in KINDS and _is_code(code)):
        return None
    return ListedCommune(
        province_kind=KINDS[of],
        province=province,
        province_code=province_code.zfill(PROVINCE_DIGITS) if _is_code(province_code) else None,
        kind=KINDS[kind],
        name=name,
        code=code.zfill(COMMUNE_DIGITS),
    )


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= COMMUNE_DIGITS


def _short_codes(rows: Iterable[Row]) -> Iterator[Remark]:
    """Codes whose leading zeros a spreadsheet took away."""
    codes = (row.get("code", "") for row in rows)
    short = [code for code in codes if _is_code(code) and len(code) < COMMUNE_DIGITS]
    if short:
        yield Remark("import-areas-table-zeros", values={"count": len(short)})
