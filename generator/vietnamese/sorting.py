"""Sorting as Vietnamese dictionaries do: by letter first, by tone among equal letters."""

import unicodedata

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
FIRST_LETTER = 0x110000  # above every other character: signs and digits come before letters

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


def sort_key(text: str) -> SortKey:
    """A key for `sorted`: the letters of the whole text, then its tones, then its case."""
    letters: list[str] = []
    tones: list[int] = []
    for sign in unicodedata.normalize("NFD", text.lower()):
        if sign in TONES:
            tones[-1:] = [TONES[sign]]
        elif unicodedata.combining(sign):
            letters[-1:] = [unicodedata.normalize("NFC", "".join(letters[-1:]) + sign)]
        else:
            letters.append(sign)
            tones.append(0)
    return tuple(map(rank, letters)), tuple(tones), unicodedata.normalize("NFC", text).swapcase()


def rank(letter: str) -> int:
    """The place of one letter; what is no Vietnamese letter keeps its place in Unicode."""
    place = LETTERS.find(letter)
    return FIRST_LETTER + place if place >= 0 else ord(letter[0])
