"""What begins with a letter: words, which stay, and what only looks like words.

Roman numerals are numbers, abbreviations are what they stand for, and other initials are said by
letter. Capitals may as well be a word of a heading: "HÀNH VI" holds no six.
"""

import re
import unicodedata
from collections.abc import Mapping

from generator.vietnamese.letters import LOWER, UPPER, regex
from generator.vietnamese.spoken_amounts import NAMES_OF_UNITS, UNITS, code, figure
from generator.vietnamese.spoken_documents import of_legislature
from generator.vietnamese.spoken_letters import by_letter, point
from generator.vietnamese.spoken_numbers import counted, of_roman, ordinal
from generator.vietnamese.spoken_rules import Near, Rule
from generator.vietnamese.spoken_signs import A_NUMBER_BEFORE
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.weekdays import FULL_NAMES, NAMES

VOWELS = "".join(sign for sign in LOWER if sign not in "bcdđfghjklmnpqrstvwxz")
MARKED = frozenset(sign for sign in VOWELS + VOWELS.upper() if not sign.isascii())
TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
REACH = 40  # signs on either side within which a neighbour in capitals is looked for
SHORT_INITIALS = 3  # letters; longer capitals that are a syllable are a word: DANH, THANG
LARGEST = 10  # that one letter alone is worth: "hạng C" is a letter
LONGEST_COUNT = 4  # digits behind a letter that are a number, A4 and H48; more are a code
ROMAN = re.compile(
    r"(?P<letters>[IVXLCDM]+)(?P<more>(?:\.\d+)*)(?:\s?[/-]\s?(?P<year>(?:19|20)\d\d))?(?!\w)"
)
SURELY_ROMAN = re.compile(r"[IVX]{2,}")
BEFORE_ROMAN = re.compile(
    r"\b(?:phần|chương|mục|khóa|khoá|kỳ|kỳ họp|thế kỷ|quý|quí|thứ|đại hội|hội nghị|hạng|loại|cấp"
    r"|bậc|tập|quyển|lớp|nhóm|vùng|khu vực|phụ lục|giai đoạn|đợt|điều|bảng|hình|biểu|trung ương"
    r"|năm|công ước|lần|tháng|khu phố)"
    r"\s*(?:(?:[IVXLC]+|\d+)\s*(?:,|và|-|;|đến)\s*)*\Z",
    re.I,
)
ALONE_ON_LINE = re.compile(r"\A[\s\-+*•·|(#>“\"]*\Z")
NUMERAL_OF_LIST = re.compile(
    r"[.):]|/(?!v\b)|\s-\s|\s*(?:\n|\Z)|\s*[-,]\s*[IVX]{2,}\b|\s?-\s?[IVX]+\b"
)
SPAN_OF_NUMERALS = re.compile(r"\s?-\s?[IVX]+\b")
DAY_IN_SHORT = r"(?:T[2-7]|CN)"
WEEKDAYS = re.compile(
    rf"{DAY_IN_SHORT}(?:\s?(?:[-,&]|và|đến)\s?{DAY_IN_SHORT})+(?!\w)|CN(?=,?\s(?:ngày|\d))"
    rf"|CN(?!\w)(?<=thứ 7, CN)|CN(?!\w)(?<=thứ bảy, CN)"
)
BETWEEN_WEEKDAYS = {"-": " đến ", "đến": " đến ", ",": ", ", "&": " và ", "và": " và "}
# ii, iii, iv … are no words of ours; "vi", "xi" and single letters may be.
SMALL_NUMERALS = {
    "viii": 8, "xiii": 13, "iii": 3, "vii": 7, "xii": 12, "xiv": 14, "ii": 2, "iv": 4, "ix": 9,
    "xv": 15,
}  # fmt: skip
PLACE = regex(r"(?P<kind>[QPHX])\.\s?(?=\d|[<upper>])")
PLACES = {"Q": "quận", "P": "phường", "H": "huyện", "X": "xã"}
A_ROOM = re.compile(r"P\.\s?(?=\d{3}(?!\d))")  # no quarter has such a number
ROADS = {"ĐT": "đường tỉnh", "TL": "tỉnh lộ", "HL": "hương lộ"}
ROAD = re.compile(rf"(?P<kind>{'|'.join(ROADS)})\.?(?=\d{{2,3}}[A-Z]?(?!\w|[ .]\d))")
LETTERS = f"[{LOWER}{UPPER}]"
UNIT_ALONE = re.compile(r"(?:km[2²]|c?m[23²³])(?!\w)(?:\s?/\s?(?=ngày|tháng|năm|giờ|người|hộ))?")
CODE = re.compile(rf"(?P<letters>{LETTERS}+)-?(?P<digits>\d+)(?P<more>{LETTERS}*)(?!\w)")
POINT = re.compile(r"\bđiểm\s*(?:[a-zđ]\s*(?:,|và|-)\s*)*\Z", re.I)
JOINED_WORDS = regex(r"(?:[<upper>][<lower>]{2,}){2,}")
JOINED_WORD = regex(r"[<upper>][<lower>]+")
WORD_BEFORE = re.compile(rf"({LETTERS}+)[\s,\"“(*-]*\Z")
WORD_AFTER = re.compile(rf"[^\S\n]*[,\"”)*-]*[^\S\n]*({LETTERS}+)")


# ---- numerals, codes and places ---------------------------------------------------------------


def _roman(found: re.Match[str], near: Near) -> str | None:
    number = of_roman(found["letters"])
    if number is None:
        return None
    is_numeral = len(found["letters"]) > 1 or number <= LARGEST
    is_told = is_numeral and BEFORE_ROMAN.search(near.before)
    if not (is_told or _is_surely_roman(found, near)):
        return None
    is_ordinal = near.before.rstrip().lower().endswith("thứ")
    said = ordinal(number) if is_ordinal else counted(number)
    said += "".join(f" chấm {figure(step)}" for step in found["more"].split(".")[1:])
    return f"{said} năm {counted(int(found['year']))}" if found["year"] else said


def _is_surely_roman(found: re.Match[str], near: Near) -> bool:
    """Whether it is a numeral without a word before it that says so."""
    text, end, letters = found.string, found.end(), found["letters"]
    heads_line = ALONE_ON_LINE.match(near.before) and NUMERAL_OF_LIST.match(text, end)
    if SURELY_ROMAN.fullmatch(letters):
        return bool(heads_line) or not _is_among_capitals(found)
    is_numeral = heads_line or found["more"] or SPAN_OF_NUMERALS.match(text, end)
    return bool(is_numeral) and set(letters) <= set("IVX")


def _weekdays(found: re.Match[str], near: Near) -> str:
    """T2-T6, CN."""
    parts = re.findall(r"\w+|[-,&]", found[0])
    days = dict(zip(NAMES, FULL_NAMES, strict=True))
    return "".join(BETWEEN_WEEKDAYS.get(part) or days[part].lower() for part in parts)


def _unit(found: re.Match[str], near: Near) -> str:
    """m2 without a number before it, also per day: "mét khối mỗi ngày"."""
    name, per, _ = found[0].partition("/")
    return f"{UNITS[name.strip()]}{' mỗi' if per else ''}"


def _place(found: re.Match[str], near: Near) -> str:
    return PLACES[found["kind"]]


def _room(found: re.Match[str], near: Near) -> str:
    return "" if near.before.lower().endswith("phòng ") else "phòng"


def _road(found: re.Match[str], near: Near) -> str:
    """ĐT.925 is a road of the province, with the word for roads before it or without."""
    said = ROADS[found["kind"]]
    return said.removeprefix("đường ") if near.before.lower().endswith("đường ") else said


def _code(found: re.Match[str], near: Near) -> str:
    """A4 · MP3 · QH14 · COVID-19 · số1."""
    letters, digits = found["letters"], found["digits"]
    number = code(digits) if len(digits) > LONGEST_COUNT else figure(digits)
    said = of_legislature(letters + digits, near.words) or f"{_word(letters, near)} {number}"
    return f"{said} {_word(found['more'], near)}" if found["more"] else said


def _times(found: re.Match[str], near: Near) -> str | None:
    return "nhân" if A_NUMBER_BEFORE.search(near.before) else None


# ---- words --------------------------------------------------------------------------------------


def abbreviations(words: Mapping[str, str]) -> Rule:
    """What finds the abbreviations of a list, the longest first."""
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return Rule(re.compile(rf"(?:{longest_first})(?!\w)"), _abbreviation)


def _abbreviation(found: re.Match[str], near: Near) -> str | None:
    is_word = found[0].isupper() and is_syllable(found[0]) and _is_among_capitals(found)
    return None if is_word else near.words[found[0]]


def _any(found: re.Match[str], near: Near) -> str:
    is_read = len(found[0]) > 1 and found[0].isupper() and _is_of_heading(found)
    return found[0].lower() if is_read else _word(found[0], near)


def _word(word: str, near: Near) -> str:
    """A word as it is, or what the letters are that only look like one."""
    if word in near.words or word in NAMES_OF_UNITS:
        return near.words.get(word) or NAMES_OF_UNITS[word]
    if word in SMALL_NUMERALS:
        return counted(SMALL_NUMERALS[word])
    if len(word) == 1:
        return point(word) if POINT.search(near.before) else by_letter(word)
    if JOINED_WORDS.fullmatch(word):
        return " ".join(near.words.get(one, one) for one in JOINED_WORD.findall(word))
    is_word = word[1:].islower() and any(sign in VOWELS for sign in word.lower())
    return word if is_word else by_letter(word)


def _is_of_heading(found: re.Match[str]) -> bool:
    """Whether capitals are a word that is read, not initials, as marks or its neighbours tell."""
    word = found[0]
    if has_tone(word):  # ĐẮK LẮK, though no syllable of ours ends so
        return True
    is_long = len(word) > SHORT_INITIALS or has_marks(word)
    return is_syllable(word) and (is_long or _is_among_capitals(found, only_marked=False))


def _is_among_capitals(found: re.Match[str], *, only_marked: bool = True) -> bool:
    """Whether a neighbour is a word in capitals too, one with marks where only these count."""
    text, start, end = found.string, found.start(), found.end()
    before = WORD_BEFORE.search(text[max(0, start - REACH) : start].rpartition("\n")[2])
    neighbours = [one[1] for one in (before, WORD_AFTER.match(text, end)) if one]
    return any(
        len(one) > 1 and one.isupper() and is_syllable(one) and (has_marks(one) or not only_marked)
        for one in neighbours
    )


def has_tone(word: str) -> bool:
    """Whether a word has a tone, which initials never have; Ư and Ơ begin words of their own."""
    return any(sign in TONES for sign in unicodedata.normalize("NFD", word))


def has_marks(word: str) -> bool:
    """Whether a word has a vowel with a mark, which initials never have."""
    return any(sign in MARKED for sign in word)


BEFORE_ABBREVIATIONS = (
    Rule(WEEKDAYS, _weekdays),
    Rule(ROMAN, _roman),
    Rule(ROAD, _road),
    Rule(A_ROOM, _room),
)
AFTER_ABBREVIATIONS = (
    Rule(PLACE, _place),
    Rule(UNIT_ALONE, _unit),
    Rule(re.compile(r"[xX](?=\s?\d)"), _times),
    Rule(CODE, _code),
    Rule(re.compile(f"{LETTERS}+"), _any),
)
