"""Words as a search compares them: every spelling of a syllable or a number has one key.

The search of the site compares what a reader types with what stands here, in a browser: whatever
is changed in this module is changed in `theme/assets/javascripts/search.js` too, and a test holds
the two together.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

# Letters of all scripts and digits, with marks that stand by themselves; no signs, no pictures.
# A plain range, for old browsers know no classes of letters.
WORD = re.compile(
    "[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\ud7ff]+"
)
MARKS = re.compile("[\u0300-\u036f]")
SHORT_Y = re.compile(r"(?:[hklmst]|qu)y")  # lý and lí, kỹ and kĩ, quý and quí are one word
ZEROS = re.compile(r"^0+(?=[0-9])")
# 1800.1233, (0292) 3821 010, 1.001122: numbers that people write with and without their pauses.
NUMBER = re.compile(r"[0-9]+(?:(?:\) ?|[ .\u00a0-])[0-9]+)*")
NO_DIGIT = re.compile(r"[^0-9]+")
ABROAD = re.compile(r"^(?:00)?840?(?=[0-9]{9,10}$)")  # +84 299 … is 0299 …


def keys(text: str) -> list[str]:
    """The keys of all words of a text in their order: "Lý lịch 05" gives li, lich, 5."""
    return [found for word in WORD.findall(text) if (found := key(word))]  # none of a lone mark


@lru_cache(maxsize=1 << 15)
def key(word: str) -> str:
    """A word without marks and capitals; a short y is i, and numbers begin with no zero."""
    bare = MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    bare = bare.replace("đ", "d")  # a letter of its own: Unicode does not decompose it
    if SHORT_Y.fullmatch(bare):
        return f"{bare[:-1]}i"
    return ZEROS.sub("", bare)


def whole_numbers(text: str) -> Iterator[str]:
    """The keys of numbers written in parts, as if without pauses: 1800.1233 gives 18001233.

    A telephone as it is dialled from abroad has the key that it has at home.
    """
    for written in NUMBER.findall(text):
        digits = ABROAD.sub("0", NO_DIGIT.sub("", written))
        if digits != written:
            yield key(digits)


def sum_of(text: str) -> int:
    """A number below 2^32, the same in every browser."""
    total = 0
    for sign in text:
        total = (total * 31 + ord(sign)) & 0xFFFFFFFF
    return total


def whole_title(found: Iterable[str]) -> str:
    """One word for a whole title, from the keys of its words: whoever types all of it, finds it."""
    return f"={sum_of(' '.join(found)):x}"
