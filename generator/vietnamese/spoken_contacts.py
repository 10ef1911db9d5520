"""Telephones, e-mail and web addresses as they are said: by groups of digits, signs by name."""

import re
from functools import lru_cache

from generator.vietnamese.spoken_letters import by_letter
from generator.vietnamese.spoken_numbers import each
from generator.vietnamese.spoken_rules import Near, Rule
from generator.vietnamese.syllables import BEGINNING

FEWEST, MOST = 8, 12  # digits of a telephone with all that leads to it
SHORTEST_LEAD = 3  # digits of an area, as in 024
LONGEST_GROUP = 5  # digits that are said in one go
MOST_OF_DESK = 8  # digits of a number within its area
SIGNS = {
    "@": "a còng",
    ".": "chấm",
    "-": "gạch ngang",
    "_": "gạch dưới",
    "/": "gạch chéo",
    ":": "hai chấm",
    "?": "hỏi",
    "=": "bằng",
    "&": "và",
    "#": "thăng",
    "%": "phần trăm",
    "+": "cộng",
    "~": "ngã",
}
KNOWN = {
    "com": "com",
    "vn": "vê en",
    "net": "nét",
    "mail": "meo",
    "email": "i meo",
    "gmail": "gi meo",
    "yahoo": "ya hu",
    "zalo": "da lô",
    "facebook": "phây búc",
    "youtube": "diu túp",
    "google": "gu gồ",
    "web": "goép",
    "portal": "po tồ",
}
SHORTEST_BLEND = 3  # letters; of fewer each is said
LONGEST_BLEND = 8  # syllables written as one in an address: trungtamtrogiupphaply has six
LONGEST_SYLLABLE = 7  # letters: nghiêng
# A syllable without its marks: with an open end, or with an ending.
OPEN = (
    "uya|uyu|uoi|uou|uay|oai|oay|oeo|ieu|yeu|[aeiouy]"
    "|ai|ao|au|ay|eo|eu|ia|iu|oa|oe|oi|ua|ue|ui|uu|uy"
)
CLOSED = "uye|ie|ye|uo|uy|ua|ue|oa|oe|[aeiouy]"
SYLLABLE = re.compile(rf"{BEGINNING}?(?:(?:{CLOSED})(?:ch|ng|nh|[cmnpt])|{OPEN})")
PIECE = re.compile(r"[A-Za-z]+|\d+|[^A-Za-z\d]")
DIALLED = re.compile(
    r"\b(?:gọi|tổng đài|đường dây nóng|hotline|số máy|số điện thoại|điện thoại|đt|bấm|quay"
    r"|nhắn|cảnh sát|cứu hỏa|cứu hoả|cứu thương|cấp cứu|bảo vệ trẻ em)"
    r"(?:\s+(?:đến|tới|ngay|số|theo|qua|là|về|máy|điện thoại))*\s*:?\s*"
    r"(?:[\d.]+\s*(?:,|/|và|hoặc|hay)\s*(?:số\s*)?)*\Z",
    re.I,
)
PHONE = re.compile(r"\(?(?:\+84|0)\d*\)?(?:(?:[ .]|\s?-\s?(?!0\d))\d{1,8}){0,4}(?!\w)")
SERVICE = re.compile(r"1[89]00(?:[ .-]?\d{2,4}){1,3}(?![\w/])")
SHORT = re.compile(r"1\d{2,3}(?!\w|[.,]\d)")
MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,63}")
WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'”)\],;]*[\w/=#]"
    r"|(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:vn|com|net|org|gov|edu|info|me|io|html?)\b(?:/[^\s<>\"'”)\],;]*[\w/])?"
)


def _phone(found: re.Match[str], near: Near) -> str | None:
    groups = re.findall(r"\d+", found[0])
    is_long_enough = FEWEST <= sum(map(len, groups)) <= MOST
    has_lead = "+" in found[0] or len(groups[0]) >= SHORTEST_LEAD
    if not (is_long_enough and has_lead):
        return None
    said = ", ".join(each(part) for group in groups for part in _parted(group))
    return f"cộng {said}" if "+" in found[0] else said


def _parted(digits: str) -> list[str]:
    """A long group as people say it: 0912345678 as 0912, 345, 678 and 3812345 as 381, 2345."""
    if len(digits) <= LONGEST_GROUP:
        return [digits]
    lead = [digits[:4]] if len(digits) > MOST_OF_DESK else []
    rest = digits[4:] if lead else digits
    middle = len(rest) // 2
    return [*lead, rest[:middle], rest[middle:]]


def _service(found: re.Match[str], near: Near) -> str:
    groups = re.findall(r"\d+", found[0])
    parted = [groups[0][:4], groups[0][4:], *groups[1:]]
    return ", ".join(each(group) for group in parted if group)


def _short(found: re.Match[str], near: Near) -> str | None:
    return each(found[0]) if DIALLED.search(near.before) else None


def _address(found: re.Match[str], near: Near) -> str:
    """An address piece by piece; nobody types the "https" that begins it."""
    plain = re.sub(r"^https?://", "", found[0])
    return " ".join(_piece(piece) for piece in PIECE.findall(plain))


def _piece(piece: str) -> str:
    if piece.isdigit():
        return each(piece)
    if not piece.isalpha():
        return SIGNS.get(piece, "")
    low = piece.lower()
    return KNOWN.get(low) or " ".join(blended(low)) or by_letter(low)


def blended(word: str) -> tuple[str, ...]:
    """The syllables of words written as one, "sotuphap" as so, tu, phap; none of other words.

    The fewest count, and among these a consonant begins the next: "so, tu", not "sot, up".
    """
    if len(word) < SHORTEST_BLEND:
        return ()
    for number in range(1, LONGEST_BLEND + 1):
        if found := _split(word, number):
            return found
    return ()


@lru_cache(maxsize=1 << 10)  # the rest of a word is looked at in many ways
def _split(word: str, number: int) -> tuple[str, ...]:
    """A word as so many syllables, if it can be."""
    if number == 1:
        return (word,) if SYLLABLE.fullmatch(word) else ()
    for cut in range(1, min(len(word), LONGEST_SYLLABLE + 1)):
        if SYLLABLE.fullmatch(word[:cut]) and (rest := _split(word[cut:], number - 1)):
            return (word[:cut], *rest)
    return ()


RULES = (Rule(SERVICE, _service), Rule(PHONE, _phone), Rule(SHORT, _short))
ADDRESSES = (Rule(MAIL, _address), Rule(WEB, _address))
