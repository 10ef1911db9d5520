"""Names of places: the word for their kind, and spellings that are the same name."""

import re
import unicodedata
from functools import lru_cache

from generator.vietnamese.folding import fold

# The longest first; the last three are of before July 2025.
KIND_WORDS = (
    *("thành phố", "thị trấn", "đặc khu", "phường", "tỉnh", "xã"),
    *("thị xã", "huyện", "quận"),
)
NUMERAL = re.compile(r"0*([0-9]{1,2})|([IVX]{1,5})")
# Folded, as readers type it: "xa ", "phuong8", "p8", "p.8", "tt. nam can".
TYPED_KIND = re.compile(
    r"(?:(?:thanh pho|thi tran|thi xa|dac khu|phuong|huyen|tinh|quan|xa|tp|tt|tx)(?=[ .0-9])"
    r"|[pxhqt](?=\.|[ .]?[0-9]))[ .]*"
)
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def same_name(name: str) -> str:
    """A key that is equal for spellings of one name: "Hoà Bình" and "Hòa Bình", "08" and "8".

    Marks count: Tân Tiến is not Tân Tiên. Only where in its word a tone stands does not.
    """
    return " ".join(_same_word(word) for word in name.lower().split())


@lru_cache(maxsize=1 << 14)  # the language has some seven thousand syllables
def _same_word(word: str) -> str:
    signs = unicodedata.normalize("NFD", word.lstrip("0") if word.isdecimal() else word)
    letters = "".join(sign for sign in signs if sign not in TONES)
    return unicodedata.normalize("NFC", letters) + "".join(s for s in signs if s in TONES)


def kind_and_name(text: str) -> tuple[str, str]:
    """The kind word in small letters and the name behind it: "Phường 8" gives "phường" and "8".

    The kind is empty where the text begins with none.
    """
    low = text.lower()
    for word in KIND_WORDS:
        if low.startswith(f"{word} "):
            return word, text[len(word) :].strip()
    return "", text


def is_numbered(name: str) -> bool:
    """Whether a name is a number alone, as those of many wards are: 8, or VII."""
    return NUMERAL.fullmatch(name) is not None


def typed_forms(text: str) -> tuple[str, ...]:
    """What a reader may mean, folded: the words as typed, and without a kind in front.

    "P.8", "phuong 8", "Phường 08" and "8" have one form in common. Both forms are kept, for "Xà
    Phiên" typed without marks begins like a kind.
    """
    typed = " ".join(re.sub(r"[^a-z0-9.]+", " ", fold(text)).split())
    return tuple(dict.fromkeys(filter(None, map(_plain, (typed, _without_kind(typed))))))


def _without_kind(typed: str) -> str:
    kind = TYPED_KIND.match(typed)
    return typed[kind.end() :] if kind else typed


def _plain(typed: str) -> str:
    return re.sub(r"\b0+(?=[0-9])", "", " ".join(typed.replace(".", " ").split()))
