"""Signs that are neither letters nor digits: a pause, a word such as "đến" or "mỗi", or nothing."""

import re

from generator.vietnamese.letters import regex
from generator.vietnamese.spoken_amounts import EACH_ONE, UNITS
from generator.vietnamese.spoken_documents import AFTER_NUMBER_WORD
from generator.vietnamese.spoken_rules import ENDS, PAUSE, Near, Rule

WORDS = {
    **{sign: UNITS[sign] for sign in "%‰$€₫°"},
    "&": "và",
    "@": "a còng",
    "=": "bằng",
    "≥": "lớn hơn hoặc bằng",
    "≤": "nhỏ hơn hoặc bằng",
    "≈": "xấp xỉ",
    "±": "cộng trừ",
    "×": "nhân",
    "§": "điều",
    "№": "số",
    "½": "một phần hai",
    "¼": "một phần tư",
    "¾": "ba phần tư",
    "²": "bình phương",
    "³": "lập phương",
}
ENDS_BY_TONE = ".!?"
COMPARED = {
    "~": "khoảng",
    ">=": "lớn hơn hoặc bằng",
    "<=": "nhỏ hơn hoặc bằng",
    ">": "lớn hơn",
    "<": "nhỏ hơn",
    "+": "cộng",
}
A_NUMBER_BEFORE = re.compile(
    r"(?:\d|[%°đ²³]|\d\s?(?:[hgmk]|km|kg|ha|m2)|\b[IVX]+|\bphút|\bgiờ)\s*\Z"
)
A_SCORE_BEFORE = re.compile(r"\b(?:tỷ số|tỉ số|thắng|thua|hòa)\s+\d+\s?\Z", re.I)
A_PHONE_BEFORE = re.compile(r"\b0\d{2,3}[ .]?\d{3,4}[ .]?\d{3,4}\s*\Z")
A_CODE_BEFORE = re.compile(r"[A-ZĐ]\d+(?:[.-]\d+)*\Z")
A_COUNT_BEFORE = re.compile(r"\d\s?(?:%|[^\W\d_]+(?: [^\W\d_]+)?)(?:\s?/\s?[^\W\d_]+)?\s?\Z")
A_WEEKDAY_BEFORE = re.compile(r"\b(?:thứ \w+|chủ nhật)\s?\Z", re.I)
A_BREAK_BEFORE = re.compile(r"(?:\A|[ (:|])\Z")
SOFT_BREAK = regex(r"\n *(?=[<lower>])(?!\(?[a-zđ]{1,3}[.)]\s)")  # a line that goes on, no list


def _to(found: re.Match[str], near: Near) -> str | None:
    if A_SCORE_BEFORE.search(near.before):
        return ""
    if A_PHONE_BEFORE.search(near.before):
        return PAUSE
    is_code = A_CODE_BEFORE.search(near.before)
    return "đến" if A_NUMBER_BEFORE.search(near.before) and not is_code else None


def _to_day(found: re.Match[str], near: Near) -> str | None:
    is_span = A_WEEKDAY_BEFORE.search(near.before) or A_NUMBER_BEFORE.search(near.before)
    return "đến" if is_span else None


def _out_of(found: re.Match[str], near: Near) -> str | None:
    return "trên" if near.before[-1:].isdigit() else None


def _minus(found: re.Match[str], near: Near) -> str | None:
    """−3 is "âm ba", but -02 is an entry of a list, whose author forgot the blank."""
    if not A_BREAK_BEFORE.search(near.before):
        return None
    return "" if found["padded"] else "âm"


def _each(found: re.Match[str], near: Near) -> str | None:
    return "mỗi" if A_COUNT_BEFORE.search(near.before) else None


def _and_more(found: re.Match[str], near: Near) -> str | None:
    """60+ is "sáu mươi trở lên"."""
    return "trở lên" if near.before[-1:].isdigit() else None


def _minutes(found: re.Match[str], near: Near) -> str | None:
    return "phút" if near.before[-1:].isdigit() else None


def _hash(found: re.Match[str], near: Near) -> str:
    """A heading of Markdown begins with it; within a line it begins a word for others to find."""
    return "thăng" if near.before.strip("# ") else ""


def _of_number(found: re.Match[str], near: Near) -> str | None:
    """Nobody pauses in "Số: 84/KH-UBND"."""
    return "" if AFTER_NUMBER_WORD.search(near.before) else None


def _dash(found: re.Match[str], near: Near) -> str:
    """A dash with a blank before it parts; one between letters joins."""
    return PAUSE if near.before[-1:] == " " else ""


def _end(found: re.Match[str], near: Near) -> str:
    """The tone of several signs is that of the strongest: "Thật ư?!" asks."""
    return next(sign for sign in reversed(ENDS_BY_TONE) if sign in found[0])


RULES = (
    Rule(re.compile(r"-\s?(?=\d|[IVX]+\b)"), _to),
    Rule(re.compile(r"-\s?(?=(?:thứ|chủ nhật|ngày|tháng|quý)\b)", re.I), _to_day),
    Rule(re.compile(r":(?=\d)"), _out_of),
    Rule(re.compile(r"-(?=(?P<padded>0\d(?!\d))|\d)"), _minus),
    Rule(
        re.compile(r"\+(?=\d)|(?<=\d\s)\+(?=\s\d)|(?:>=|<=|>|<|~)(?=\s?\d)"),
        lambda found, near: COMPARED[found[0]],
    ),
    Rule(re.compile(rf"/\s?(?=(?:{EACH_ONE}|k?m[23²³])(?!\w))"), _each),
    Rule(SOFT_BREAK, lambda found, near: ""),
    Rule(re.compile(r"\n"), lambda found, near: ENDS[0]),
    Rule(re.compile(r"[.!?]+(?=[\s\"”’)\]]|\Z)"), _end),
    Rule(re.compile(r"\+(?=[\s,.;)]|\Z)"), _and_more),
    Rule(re.compile(r"['’](?=[\s,.;)]|\Z)"), _minutes),
    Rule(re.compile(r"\^(?=\d)"), lambda found, near: "mũ"),
    Rule(re.compile(r"#(?=[^\W\d])"), _hash),
    Rule(re.compile(r":(?=\s?\d+/)"), _of_number),
    Rule(re.compile(r"(?<=\d)[½¼¾]"), lambda found, near: f"và {WORDS[found[0]]}"),
    Rule(re.compile("-"), _dash),
    Rule(re.compile(f"[{re.escape(''.join(WORDS))}]"), lambda found, near: WORDS[found[0]]),
    Rule(re.compile(r"[,;:()\[\]{}…→·•|/\\<>«».!?]"), lambda found, near: PAUSE),
    # What only dresses the words: quotes, marks of Markdown, signs that nobody sees.
    Rule(
        re.compile(
            "[\"'“”‘’„`´*_#~^+\u0300\u0301\u0303\u0309\u0323\u200b-\u200d\u2060\ufeff\u00ad]"
        ),
        lambda found, near: "",
    ),
)
