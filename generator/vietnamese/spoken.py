"""Text as it is said: words and pauses only, nothing that a voice could misread."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

NONE: Mapping[str, str] = {}
SENTENCE = re.compile(r"[.!?…]+(?:\s+|\Z)|\n+")
PAUSE = re.compile(r"[,;:–—()]+\s*")


class Unsaid(NamedTuple):
    """What could not be said, and at which sign of the text it begins."""

    start: int
    text: str


@dataclass(frozen=True)
class Spoken:
    """Sentences, each of groups of words between which a reader breathes; and what is left out."""

    sentences: tuple[tuple[str, ...], ...]
    unsaid: tuple[Unsaid, ...] = ()

    @property
    def words(self) -> str:
        """All of it as words and commas."""
        return ", ".join(group for sentence in self.sentences for group in sentence)

    @property
    def syllables(self) -> int:
        """How many syllables are said."""
        return sum(len(group.split()) for sentence in self.sentences for group in sentence)


def spoken(text: str, also: Mapping[str, str] = NONE) -> Spoken:
    """How a text is said; `also` are abbreviations with the words that they stand for."""
    sentences = [
        tuple(group.strip() for group in PAUSE.split(sentence) if group.strip())
        for sentence in SENTENCE.split(text)
    ]
    return Spoken(tuple(one for one in sentences if one))
