"""Folding: the one form in which two spellings of a Vietnamese word are equal."""

import re
import unicodedata
from functools import lru_cache

NOT_A_LETTER_OR_DIGIT = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """The text in lower case without marks, e.g. "Uỷ ban Đống Đa" gives "uy ban dong da".

    Precomposed and decomposed spellings fold alike. Spaces and signs stay as they are.
    """
    return text.lower() if text.isascii() else " ".join(map(_folded, text.split(" ")))


@lru_cache(maxsize=1 << 14)  # the language has some seven thousand syllables
def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    # đ is a letter of its own: Unicode does not decompose it.
    return unicodedata.normalize("NFC", bare.replace("đ", "d"))


def slug(text: str, limit: int = 80) -> str:
    """A readable ASCII id of at most `limit` characters, cut between words where possible.

    Empty when the text holds no letter or digit.
    """
    words = NOT_A_LETTER_OR_DIGIT.sub("-", fold(text)).strip("-")
    if len(words) <= limit:
        return words
    whole_words, hyphen, _ = words[: limit + 1].rpartition("-")
    return whole_words if hyphen else words[:limit]
