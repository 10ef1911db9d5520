"""Vietnamese syllables: telling one word from two that were stuck together."""

import re
from collections.abc import Iterator

from generator.vietnamese.folding import fold

# Every Vietnamese word is one syllable: a beginning, one to three vowels, an ending.
BEGINNING = r"(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdghklmnpqrstvx])"
SYLLABLE = re.compile(rf"{BEGINNING}?[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?")
MARKED_WORD = re.compile(r"[^\W\d_]{6,14}")


def is_syllable(word: str) -> bool:
    """Can the word be one Vietnamese syllable?"""
    return SYLLABLE.fullmatch(fold(word)) is not None


def stuck_words(text: str) -> Iterator[str]:
    """Words of two syllables that each carry a mark and have no space between them: "tiếpcận"."""
    for word in MARKED_WORD.findall(text):
        if not word.isascii() and not is_syllable(word) and splits(word):
            yield word


def splits(word: str) -> bool:
    """Does the word split into two syllables with marks, each of two letters or more?"""
    parts = ((word[:place], word[place:]) for place in range(2, len(word) - 1))
    return any(
        not one.isascii()
        and not other.isascii()
        and other[0].islower()
        and is_syllable(one)
        and is_syllable(other)
        for one, other in parts
    )
