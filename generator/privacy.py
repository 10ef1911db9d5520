"""Numbers and addresses that point at one person, found in free text.

The allow-list of what may be public stands in the records themselves; this module only guards the
fields in which people write sentences (Law 91/2025 and Decree 356/2025 on personal data).
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum

from generator.vietnamese import letters
from generator.vietnamese.document_numbers import find_numbers

GAP = r"[ \t\u00a0.()‐‑–—-]"
LONG = re.compile(rf"(?:[0-9]{GAP}{{0,3}}){{8}}[0-9]")  # shorter numbers are nobody's
RUN = re.compile(rf"\(?\+?[0-9]+(?:{GAP}{{1,3}}\+?[0-9]+)*")
PIECE = re.compile(r"\+?[0-9]+")
NO_DIGIT = re.compile(r"[^0-9+]+")
MOBILE = re.compile(r"(?:0|(?:\+|00)840?)[35789][0-9]{8}")  # landlines begin with 02
IDENTITY = re.compile(r"0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-9]{9}")  # begins with a province, 001–096
MOST_TOLD = 20  # pieces of one text
MOST_DIGITS = len("+840912345678")
# Identity numbers of old and mobiles without a sign before 84: with gaps they would be money.
ALONE = re.compile(r"(?<![\w/.,=-])(?:84[35789][0-9]{8}|[0-9]{9})(?![\w-]|[.,][0-9])")
# Mobiles and identity numbers in groups, as people space them with other signs: 0912/345/678.
GROUPED = re.compile(
    r"(?<![0-9])0[0-9]{2,3}([/,_*]{1,2})[0-9]{3}\1[0-9]{3,4}(?:\1[0-9]{3})?(?![0-9])"
)
DAY = re.compile(r"(?<![0-9])[0-3]?[0-9]([./-])[01]?[0-9]\1(?:19|20)[0-9]{2}(?![0-9]|[.-][0-9])")
PERSONAL_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+"  # from the start of a word only, or a long one would take minutes
    r"@(?:gmail|yahoo|ymail|hotmail|outlook|icloud|live|msn|zoho|proton(?:mail)?)\.[a-z]+(?:\.[a-z]+)*",
    re.I,
)
BIRTH = re.compile(
    r"(?<!phát )(?<!học )sinh\s+(?:ngày|năm)\s*:?\s*[0-9]+"
    r"|(?:ngày|năm)\s+sinh\s*:?\s*[0-9]+"
    r"|(?<!phát )(?<!học )sinh\s*:?\s*[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}"
    r"|(?<!phát )(?<!học )sinh\s*:?\s*[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|(?<!\w)(?:NS|SN)\s*:?\s*(?:[0-9]{1,2}/[0-9]{1,2}/)?(?:19|20)[0-9]{2}(?![0-9])",
    re.I,
)
# Where somebody lives: a label with what follows it, or the word with a house or a hamlet after it.
# "Ủy ban nhân dân nơi cư trú" and "trú tại xã có đông đồng bào" name nobody's door.
LIVES = (
    r"(?i:nhà riêng|hktt|địa chỉ nhà(?: riêng)?|địa chỉ (?:thường trú|tạm trú|cư trú)|hộ khẩu"
    r"(?: thường trú)?|(?:nơi |chỗ )?(?:đăng ký )?(?:thường trú|tạm trú|cư trú)"
    r"|(?:chỗ|nơi) ở(?: hiện (?:nay|tại|thời))?|(?:trú|ngụ) (?:tại|ở))"
)
LIVES_IN_SHORT = ("trú", "ngụ", "hktt", "nhà riêng", "địa chỉ nhà", "hộ khẩu", "chỗ ở", "nơi ở")
WAY = "đường|phố|ngõ|ngách|hẻm|kiệt|tổ"
HOUSE = (
    r"(?:(?i:số (?:nhà )?)(?![0-9]+/[0-9]{4}/)[0-9]"
    rf"|[0-9]+[a-zA-Z]?(?:/[0-9]+[a-zA-Z]?)*[, ]+(?:(?i:{WAY})\b|[<upper>])"
    rf"|(?i:thôn|ấp|bản|buôn|xóm|khóm|làng|tổ dân phố|{WAY}) [<upper>0-9])\w*"
)
HOME = letters.regex(
    rf"(?<!\w){LIVES}(?: hiện (?:nay|tại))?"
    rf"(?:\s*:\s*[^\s.;]+|\s*,?\s*(?:(?:là|tại|ở|ngụ)\s+)*{HOUSE})"
)


# ---- a whole file at a glance ----------------------------------------------------------------


class Care(IntEnum):
    """How closely the values of a file must be looked at."""

    NONE = 0  # nothing below can be found in any of them
    NUMBERS = 1  # only in those with nine digits or an @
    ALL = 2


# Signs that are one code point each, never hidden, no digit but 0-9, and alike in one case only.
PLAIN_TEXT = letters.regex(r"[\n\r -\[\]-~–—…“”‘’•₫°<lower><upper>]*")
NINE_DIGITS = b"0" * 9
WITHOUT_LETTERS = re.compile(r"[0-9][^A-Za-z]{8}")  # every LONG begins so


def _alike() -> bytes:
    """A table for the bytes of text: 0 for every digit, one byte for both cases of a letter."""
    table = bytes(range(256))
    for small, capital in zip(letters.LOWER.encode(), letters.UPPER.encode(), strict=True):
        table = table.replace(bytes([table[capital]]), bytes([table[small]]))
    return table.translate(bytes.maketrans(b"123456789,_*", b"000000000///"))


ALIKE, BETWEEN = _alike(), b" \t\r\n.()-:"


def squeezed(text: str) -> bytes:
    """The text without what may stand between digits or words; spellings that count alike, alike.

    Each sign becomes the same bytes wherever it stands. So what is part of a text is part of it
    here too, also where YAML folds lines: a look that finds nothing here finds nothing there.
    """
    dashed = text.replace("–", "-").replace("—", "-")
    return dashed.encode().translate(ALIKE, BETWEEN)


IN_GROUPS = b"/000/"  # the middle of every GROUPED
SUSPECT = (IN_GROUPS, *map(squeezed, ("NS 0", "SN 0", *LIVES_IN_SHORT)))
BORN = re.compile(rb"sinh(?:%b|%b)?0" % (squeezed("ngày"), squeezed("năm")))


def care_for(text: str) -> Care:
    """How closely the values of the YAML in `text` must be looked at, told without reading it.

    A backslash may stand for any sign, so that a text with one is never plain.
    """
    if not PLAIN_TEXT.fullmatch(text):
        return Care.ALL
    short = squeezed(text)
    if BORN.search(short):
        return Care.ALL
    for piece in SUSPECT:  # one by one: an expression of them all takes twice as long
        if piece in short:
            return Care.ALL
    return Care.NUMBERS if NINE_DIGITS in short or "@" in text else Care.NONE


def may_be_amiss(value: str, care: Care) -> bool:
    """Whether a value, of a file that needs this care, must be looked at closely."""
    if care is Care.NUMBERS:
        may_be_long = WITHOUT_LETTERS.search(value) is not None
        return "@" in value or (may_be_long and NINE_DIGITS in squeezed(value))
    return care is Care.ALL and care_for(value) is not Care.NONE


# ---- a text, sign by sign --------------------------------------------------------------------


def every_personal_data(text: str) -> Iterator[str]:
    """Every such piece, so that an author mends a text in one go; after many, enough is told."""
    for _ in range(MOST_TOLD):
        found = personal_data(text)
        if found is None:
            return
        yield found
        text = text.replace(found, "…")


def personal_data(text: str) -> str | None:
    """The first piece that looks like a person's number, mobile, mail, birthday or home."""
    plain = _with_plain_digits(text)
    found = _personal_piece(plain)
    if found is None or plain is text:
        return found
    begin = plain.find(found)  # a digit stands for a digit, so that both texts have one length
    return text[begin : begin + len(found)] if begin >= 0 else found


def _with_plain_digits(text: str) -> str:
    """The same text with 0–9 in place of digits of other scripts and widths."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() and not sign.isascii() else sign
        for sign in text
    )


def _personal_piece(text: str) -> str | None:
    number = _personal_number(_without_documents_and_days(text)) if LONG.search(text) else None
    other = PERSONAL_MAIL.search(text) or BIRTH.search(text) or GROUPED.search(text) or _home(text)
    return number or (other[0] if other else None)


def _home(text: str) -> re.Match[str] | None:
    """Where somebody lives; few texts have any of the words, so that most are passed over."""
    lowered = text.lower()
    return HOME.search(text) if any(word in lowered for word in LIVES_IN_SHORT) else None


def is_mobile(number: str) -> bool:
    """Whether a telephone, however it is spaced, is one that people carry."""
    return bool(MOBILE.fullmatch(NO_DIGIT.sub("", number)))


def _without_documents_and_days(text: str) -> str:
    """The same text, a stroke in place of every number that has another meaning by its form."""
    for number in find_numbers(text):
        text = text.replace(number.printed, "/")
    return DAY.sub("/", text)


def _personal_number(text: str) -> str | None:
    for run in RUN.finditer(text):
        pieces = list(PIECE.finditer(run[0]))
        for first in range(len(pieces)):
            last = _end_of_number([piece[0] for piece in pieces[first : first + MOST_DIGITS]])
            if last is not None:
                begin, end = pieces[first].start(), pieces[first + last].end()
                return run[0][begin - run[0][:begin].endswith("(") : end]
    alone = ALONE.search(text)
    return alone[0] if alone else None


def _end_of_number(pieces: list[str]) -> int | None:
    """The index of the piece with which a person's number ends that begins with the first."""
    digits, shortest = "", MOST_DIGITS
    for index, piece in enumerate(pieces if pieces[0][0] in "0+" else ()):
        digits, shortest = digits + piece, min(shortest, len(piece))
        is_mobile = MOBILE.fullmatch(digits) and (shortest > 1 or digits[0] == "+")
        if is_mobile or (IDENTITY.fullmatch(digits) and shortest > 2):
            return index
        if len(digits) > MOST_DIGITS:
            break
    return None
