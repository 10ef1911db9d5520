"""Composed text: one code point for every Vietnamese letter, plain spaces, no invisible signs."""

import unicodedata

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
CONTROLS = dict.fromkeys((*range(9), *range(0x0E, 0x20), 0x7F))
PLAIN_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\v\f"), " ")

# What is left out or becomes a space, in one table for `str.translate`.
PLAIN = INVISIBLE | CONTROLS | PLAIN_SPACES


def composed(text: str) -> str:
    """The text in NFC."""
    return unicodedata.normalize("NFC", text)


def plain_spaces(text: str) -> str:
    """One line with single plain spaces and without invisible signs."""
    return " ".join(text.translate(PLAIN).split())
