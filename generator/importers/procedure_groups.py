"""What stands above procedures in a list: what a decision does to them, at which level, where."""

import re
from dataclasses import dataclass, replace

from generator.importers.findings import Change, ProcedureLevel
from generator.importers.procedure_tables import PARENTHESES, is_group_title
from generator.vietnamese.folding import fold

# "đổi mới" is no new procedure: only these words announce one.
CHANGES: tuple[tuple[str, Change], ...] = (
    (r"\b(?:moi ban hanh|ban hanh moi|(?:tthc|hanh chinh) moi)\b", "new"),
    (r"\b(?:sua doi|bo sung)\b", "amended"),
    (r"\b(?:thay the)\b", "replaced"),
    (r"\b(?:bai bo|huy bo|bi huy)\b", "abolished"),
    (r"\b(?:chuan hoa)\b", "standardised"),
)
LEVELS: tuple[tuple[str, ProcedureLevel], ...] = (
    (r"\b(?:trung uong|cap bo)\b", "central"),
    (r"\bcap (?:tinh|thanh pho)\b|\bcap tinh\b", "province"),
    (r"\bcap xa\b|\bcap phuong\b", "commune"),
)
OTHER_LEVELS = re.compile(r"\bcap huyen\b|\bco quan khac\b|, ?cap\b|/ ?cap\b")
ABOUT_LIST = re.compile(r"\b(?:danh muc|thu tuc hanh chinh|tthc|thu tuc)\b")
FIELD = re.compile(
    r"\blĩnh vực:?\s+(?P<field>[^.;:()|]{2,120}?)(?=\s*(?:$|[.;:(]|,?\s+lĩnh vực\b|"
    r"\s(?:thuộc|của|trên địa bàn|thực hiện|trong phạm vi|áp dụng|không phụ thuộc|được|bị|do|tại|"
    r"theo|và phê duyệt)\b))",
    re.IGNORECASE,
)
LONGEST_CAPTION = 1500
LONGEST_SECTION = 300
CAPTION_BEGINS = re.compile(r"^(?:PHỤ LỤC|DANH MỤC|Phụ lục|Danh mục|PHẦN|Phần)\b", re.MULTILINE)
SECTION_BEGINS = re.compile(r"^(?:[IVXLC]{1,7}|[A-HĐ])[.)/] ?(?=\S)", re.MULTILINE)


@dataclass(frozen=True)
class Context:
    """What the titles above a row say about it; `list_field` is that of the whole list."""

    change: Change = "listed"
    level: ProcedureLevel | None = None
    field: str | None = None
    list_field: str | None = None


def context_of_title(title: str | None) -> Context:
    """What the title of the whole decision says about every procedure in it."""
    words = " ".join((title or "").split())
    return Context(change_in(words) or "listed", level_in(words), field_in(words))


def context_below_caption(context: Context, caption: str) -> Context:
    """What the caption of a table adds; the caption is the last of the text before it."""
    text = caption[-LONGEST_CAPTION:]
    begins = [found.start() for found in CAPTION_BEGINS.finditer(text)]
    words = " ".join(text[begins[-1] :].split()) if begins else ""
    if not words and "\n" not in caption.strip():
        words = caption.strip()
    below = context_below_group(context, words)
    below = replace(below, list_field=below.field)
    section = section_above(text)
    return context_below_group(below, section) if section else below


def section_above(caption: str) -> str | None:
    """The title of the section right above a table, such as "B. THỦ TỤC … CẤP XÃ"."""
    begins = [found.start() for found in SECTION_BEGINS.finditer(caption)]
    title = " ".join(caption[begins[-1] :].split()) if begins else ""
    return title if len(title) <= LONGEST_SECTION and is_group_title(title) else None


def context_below_group(context: Context, title: str) -> Context:
    """What the title of a group adds: a new change or level begins a new list of fields."""
    words = " ".join(PARENTHESES.sub(" ", title).split())
    change, level, field = change_in(words), level_in(words), field_in(words)
    if change:
        listed = context.list_field
        context = Context(change, field=listed, list_field=listed)
    if level or re.search(r"\bcap (?:tinh|huyen|xa|thanh pho)\b", fold(words)):
        context = replace(context, level=level, field=context.list_field)
    return replace(context, field=field) if field else context


def change_in(words: str) -> Change | None:
    """The one thing that is done to procedures; none where several are named."""
    folded = fold(words)
    if not ABOUT_LIST.search(folded):
        return None
    named = [change for pattern, change in CHANGES if re.search(pattern, folded)]
    if named in (["amended", "replaced"], ["new", "amended"]) and "hoac" in folded:
        return "amended"
    return named[0] if len(named) == 1 else None


def change_of_note(note: str | None) -> Change | None:
    """What a remark such as "Sửa đổi, bổ sung" or "TTHC mới" says about its own row."""
    words = fold(note or "").strip(" .-")
    short = words if len(words) < 60 else ""
    if short in ("moi", "tthc moi", "cong bo moi"):
        return "new"
    named = [change for pattern, change in CHANGES if re.search(pattern, short)]
    return named[0] if len(named) == 1 else None


def level_in(words: str) -> ProcedureLevel | None:
    """The one level that is named; none where procedures of several stand together."""
    folded = fold(words)
    named = {level for pattern, level in LEVELS if re.search(pattern, folded)}
    if len(named) != 1 or OTHER_LEVELS.search(folded):
        return None
    return named.pop()


def field_in(words: str) -> str | None:
    """The one field that is named, in small letters; none where several stand together."""
    named = {field["field"].strip(" ,-") for field in FIELD.finditer(words)}
    if len(named) != 1:
        return None
    field = named.pop()
    return field.capitalize() if field.isupper() else field[:1].upper() + field[1:]
