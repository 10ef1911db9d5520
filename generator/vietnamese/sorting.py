"""Sorting as Vietnamese dictionaries do: by letter first, by tone among equal letters.

Numbers stand before letters, by their size: Phường 8, Phường 10.
"""

import re
import unicodedata
from functools import lru_cache

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
NO_TONE = "0"
NUMBER = re.compile("[0-9]+")
FIRST_LETTER = 0x10FF00  # above every sign and digit that people use: they come before letters

SortKey = tuple[str, str, str]


def sort_key(text: str) -> SortKey:
    """A key for `sorted`: the letters of the whole text, then its tones, then its case."""
    words = [_letters_and_tones(word) for word in text.lower().split(" ")]
    letters = " ".join([word[0] for word in words])
    tones = NO_TONE.join([word[1] for word in words])
    return letters, tones, unicodedata.normalize("NFC", text).swapcase()


@lru_cache(maxsize=1 << 14)  # the language has some seven thousand syllables
def _letters_and_tones(word: str) -> tuple[str, str]:
    """The letters of a word, each as the sign of its rank, and beside each its tone."""
    letters: list[str] = []
    tones: list[str] = []
    for sign in unicodedata.normalize("NFD", word):
        if sign in TONES:
            tones[-1:] = [TONES[sign]]
        elif unicodedata.combining(sign):
            letters[-1:] = [unicodedata.normalize("NFC", "".join(letters[-1:]) + sign)]
        else:
            letters.append(sign)
            tones.append(NO_TONE)
    return NUMBER.sub(_by_size, "".join(map(ranked, letters))), "".join(tones)


def _by_size(number: re.Match[str]) -> str:
    """A number behind a sign that tells how many digits it has, so that 10 follows 8."""
    digits = number[0].lstrip("0")
    return chr(ord("0") + len(digits)) + digits


def ranked(letter: str) -> str:
    """A sign that stands where the letter does; what is no Vietnamese letter stays itself."""
    place = LETTERS.find(letter)
    return chr(FIRST_LETTER + place) if place >= 0 else letter[0]
