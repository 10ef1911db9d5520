"""Columns of a list of procedures: what the words above them say, and what their cells look like.

A row that has fewer cells than the heading lost those that reach over several rows; one that has
more stands below a heading with sub-headings. Both are laid out by the looks of the cells, always
from left to right.
"""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from generator.vietnamese.document_numbers import find_numbers
from generator.vietnamese.folding import fold

ProcedureColumn = Literal[
    "number", "code", "name", "limit", "place", "channel", "fee", "basis", "field", "agency",
    "online", "note", "other",
]  # fmt: skip

LONGEST_HEAD = 160
# The first that fits: "Tên văn bản quy định …" is no name, "Số lượng hồ sơ" no code.
HEADS: tuple[tuple[ProcedureColumn, str], ...] = (
    ("number", r"(?:s?tt|so tt|so thu tu|no\.?|s\.t\.t)\Z"),
    ("code", r"(?:ma|ma so|ma ho so|so ho so)(?: (?:so|ho so|thu tuc|tthc|quoc gia|cua)\b|\Z)"),
    ("code", r"(?:ma|ma so)\b.{0,40}(?:thu tuc|tthc|csdl|co so du lieu|dvc)"),
    ("name", r"(?:ten |danh muc |noi dung )?(?:cac )?(?:thu tuc|tthc)\b(?! bi thay)"),
    ("name", r"ten (?:cac )?(?:thu tuc|tthc|quy trinh|dich vu)"),
    ("limit", r"(?:tong )?(?:thoi han|thoi gian)\b"),
    ("fee", r"(?:muc )?(?:thu )?(?:phi|le phi)\b"),
    ("basis", r"(?:ten |so )?(?:can cu|co so) phap ly|can cu\b|quy dinh (?:phap luat|tai)"),
    ("basis", r"(?:ten |so,? |so hieu )?(?:cac )?(?:van ban|vbqppl|vb qppl)\b"),
    ("place", r"(?:dia diem|noi tiep nhan|noi thuc hien|diem tiep nhan|dia chi)\b"),
    ("channel", r"(?:cach thuc|hinh thuc|phuong thuc|truc tiep|truc tuyen|qua buu|buu chinh)\b"),
    ("online", r"(?:muc do|dvc|dich vu cong|toan trinh|mot phan)\b"),
    ("field", r"linh vuc\b"),
    ("agency", r"(?:co quan|don vi|tham quyen|cap (?:thuc hien|giai quyet))\b"),
    ("note", r"(?:ghi chu|noi dung (?:sua doi|thay doi|bo sung)|ly do)\b"),
    ("other", r"(?:thanh phan|so luong|doi tuong|ket qua|trang|ten|yeu cau|trinh tu)\b"),
)
# Heads of the tables that break a procedure into the steps of an office.
STEP_HEADS = re.compile(
    r"(?:thu tu|trinh tu|noi dung|ten|cac|ten cac) ?(?:cac )?(?:buoc|cong viec)\b|buoc\b"
    r"|trinh tu(?: thuc hien| giai quyet)?\Z"
    r"|trach nhiem|nguoi thuc hien|don vi thuc hien cong viec|bo phan (?:thuc hien|giai quyet)"
)
CODE = re.compile(
    r"(?<![\d.])(?P<stem>\d\s?\.\s?\d{6})(?P<tail>(?:\s?\.\s?\d{3})?(?:\s?\.\s?\d{2}){0,2}"
    r"(?:\s?\.\s?H\d{2})?)(?![\d])"
)
OLD_CODE = re.compile(r"(?:[A-Z]-)?[A-ZĐ]{2,5}-[A-ZĐ0-9-]{0,12}\d{5,7}(?:-TT)?")
ORDINAL = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}[.)]?")
GROUP_MARK = re.compile(r"(?:[IVXLC]{1,7}|[A-ZĐ]|Phần [IVX\d]+)(?:[.:)]|\.\d{1,2}\.?)?")
LIMIT_LOOKS = re.compile(
    r"\d\)? ?(?:[(][^()]{2,40}[)] ?)?(?:ngay|thang|gio|phut)\b|\bngay (?:sau|khi|trong|lam viec)|"
    r"\bkhong quy dinh (?:thoi|ve thoi)|\bgiai quyet ngay\b|trong ngay"
)
FEE_LOOKS = re.compile(
    r"\bdong\b|\bkhong\b|\bmien (?:phi|thu|le phi)|\bphi\b|\d{1,3}(?:[.,]\d{3})+|\bchua quy dinh"
)
BASIS_LOOKS = re.compile(
    r"\b(?:luat|nghi dinh|thong tu|bo luat|nghi quyet|quyet dinh so|phap lenh)\b"
)
PLACE_LOOKS = re.compile(
    r"\btrung tam\b|\bbo phan\b|\bdia chi\b|\bubnd\b|\buy ban\b|\bmot cua\b|\bdia diem\b"
    r"|\btruc (?:tiep|tuyen)\b|\bbuu chinh\b|https?|dichvucong"
)
MOST_CELLS = 40  # in one row; more are no row
NEVER = -1000


def procedure_column(head: str) -> ProcedureColumn | None:
    """What a column holds, by the words above it; None for words that head no column."""
    words = " ".join(fold(head).split()).strip(" .:*()")
    if not words or len(words) > LONGEST_HEAD:
        return None
    return next((column for column, pattern in HEADS if re.match(pattern, words)), None)


def is_step_head(head: str) -> bool:
    """Is it a column of a table of working steps?"""
    words = " ".join(fold(head).split()).strip(" .:*()")
    return len(words) <= LONGEST_HEAD and STEP_HEADS.match(words) is not None


def code_in(text: str) -> str | None:
    """The first code of a text, without spaces: "1.001122. 000.00.00.H48" is one code."""
    found = CODE.search(text)
    if found:
        return re.sub(r"\s", "", found.group())
    old = OLD_CODE.search(text)
    return old.group() if old else None


def is_code(text: str) -> bool:
    """Is the text of a cell a code and nothing else worth reading?"""
    found = CODE.search(text) or OLD_CODE.search(text)
    return found is not None and len(text) - len(found.group()) <= len(found.group())


def stem_of(code: str | None) -> str:
    """What one procedure's codes have in common, with and without the province's ending."""
    return code[:8] if code and CODE.match(code) else code or ""


def looks(text: str, column: ProcedureColumn) -> int:
    """How well a cell fits a column: more is better, 0 says nothing."""
    if column in ("other", "note", "field", "agency", "online"):
        return 0
    if not text:
        return -2 if column in ("code", "name") else 0
    if is_code(text):
        return 6 if column == "code" else -6
    return LOOKS[column](fold(text), text)


def looks_like_name(words: str, text: str) -> int:
    """A name is words, neither a time, nor a fee, nor a list of laws."""
    short_time = LIMIT_LOOKS.search(words) is not None and len(words) < 60
    if not re.search(r"[^\W\d_]{2}", text) or short_time or BASIS_LOOKS.match(words.lstrip("- ")):
        return -4
    return 2


def found(pattern: re.Pattern[str], most: int = 10_000) -> Callable[[str, str], int]:
    """Three where the pattern is found in a text that is not too long, else a point lost."""
    return lambda words, text: 3 if len(words) <= most and pattern.search(words) else -1


LOOKS: dict[ProcedureColumn, Callable[[str, str], int]] = {
    "number": lambda words, text: 4 if ORDINAL.fullmatch(text) else -6,
    "code": lambda words, text: -4,
    "name": looks_like_name,
    "limit": found(LIMIT_LOOKS),
    "fee": found(FEE_LOOKS, 800),
    "basis": lambda words, text: 3 if BASIS_LOOKS.search(words) or any(find_numbers(text)) else -1,
    "place": found(PLACE_LOOKS),
    "channel": found(PLACE_LOOKS),
}


def laid_out(cells: Sequence[str], columns: Sequence[ProcedureColumn]) -> list[str | None]:
    """One text per column; None where the row has no cell for it.

    As many cells as columns stand where they stand. Else the best fit decides: every cell has one
    column, in order, and where there are more cells than columns, neighbours share one.
    """
    if len(cells) == len(columns):
        return list(cells)
    places = best_places(cells[:MOST_CELLS], columns)
    texts: list[str | None] = [None] * len(columns)
    for cell, place in zip(cells, places, strict=False):
        before = texts[place]
        texts[place] = f"{before}\n{cell}".strip() if before else cell
    return texts


def best_places(cells: Sequence[str], columns: Sequence[ProcedureColumn]) -> list[int]:
    """The column of each cell, from left to right, with the best looks in all."""
    step = 1 if len(cells) <= len(columns) else 0  # 0: the next cell may share the column
    fits = [[looks(cell, column) for column in columns] for cell in cells]
    best = [fits[0] if cells else []]
    came_from: list[list[int]] = [[]]
    for row in fits[1:]:
        sums, origins = [], []
        for place, fit in enumerate(row):
            reachable = best[-1][: place + 1 - step]
            low = 0 if step else max(0, place - 1)  # sharing leaves no column empty
            origin = max(range(low, len(reachable)), key=reachable.__getitem__, default=-1)
            sums.append(reachable[origin] + fit if origin >= 0 else NEVER)
            origins.append(origin)
        best.append(sums)
        came_from.append(origins)
    return traced(best, came_from, len(columns))


def traced(best: list[list[int]], came_from: list[list[int]], width: int) -> list[int]:
    """The way back from the best end."""
    if not best[0]:
        return []
    place = max(range(width), key=best[-1].__getitem__)
    places = [place]
    for origins in reversed(came_from[1:]):
        place = max(0, origins[place])
        places.append(place)
    return places[::-1]
