"""Text as it is said: words and pauses only, nothing that a voice could misread.

The text is read once from left to right. A plain word stays as it is; what begins with a digit,
another letter or a sign goes to the rules that may know it, the most particular first. What no
rule knows is told with its place.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.vietnamese import (
    spoken_amounts,
    spoken_contacts,
    spoken_dates,
    spoken_documents,
    spoken_signs,
    spoken_words,
)
from generator.vietnamese.document_numbers import CYRILLIC
from generator.vietnamese.letters import LOWER, UPPER, regex
from generator.vietnamese.spoken_abbreviations import WORDS
from generator.vietnamese.spoken_letters import NAMES
from generator.vietnamese.spoken_rules import ENDS, PAUSE, Near, Rule

LANGUAGE = "vi"  # a voice for Vietnamese makes no sense of others
NONE: Mapping[str, str] = {}
REACH = 60  # signs before a find that its rule may look at
VOWELS, SMALL_NUMERALS = spoken_words.VOWELS, spoken_words.SMALL_NUMERALS
# A word that stays as it is, with nothing behind it that could make it another thing. "I" is no
# word, and every other vowel may be one.
PLAIN = regex(
    rf"(?:[<upper>]?[<lower>]*[{VOWELS}][<lower>]*|[{VOWELS.upper().replace('I', '')}])"
    r"(?=[\s,;)\"”’]|[.!?:](?:\s|\Z)|\Z)"
)
LETTERS = frozenset(LOWER + UPPER)
ENDED = re.compile(f"([^{ENDS}]+)([{ENDS}]?)")
OF_DIGITS: tuple[Rule, ...] = (
    *spoken_documents.RULES,
    *spoken_dates.RULES,
    *spoken_contacts.RULES,
    *spoken_amounts.RULES,
    spoken_amounts.ANY_DIGITS,
)
BEFORE_DIGITS = "$€(+"  # what may stand before a number and belongs to it
DASHES = str.maketrans("–—‑−‐‒―÷", "--------")
SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\v\f\r"), " ")
UNDIVIDED = {"ß": "s", "ø": "o", "ł": "l", "æ": "e", "ƀ": "b", "ı": "i", "ð": "đ"}


class Unsaid(NamedTuple):
    """What could not be said, and at which sign of the composed text it begins."""

    start: int
    text: str


class Sentence(NamedTuple):
    """Groups of words between which a reader breathes, and the sign of its tone: . ? or !"""

    groups: tuple[str, ...]
    end: str

    def __str__(self) -> str:
        return f"{', '.join(self.groups)}{self.end}"


@dataclass(frozen=True)
class Spoken:
    """Sentences, and what is left out of them."""

    sentences: tuple[Sentence, ...]
    unsaid: tuple[Unsaid, ...] = ()

    @property
    def words(self) -> str:
        """All of it as words and commas."""
        return ", ".join(group for one in self.sentences for group in one.groups)


def spoken(text: str, also: Mapping[str, str] = NONE) -> Spoken:
    """How a text is said; `also` are abbreviations with the words that they stand for."""
    unsaid: list[Unsaid] = []
    said = " ".join(_pieces(_alike(text), _speech(tuple(sorted(also.items()))), unsaid))
    return Spoken(tuple(_sentences(said)), tuple(unsaid))


def _sentences(said: str) -> Iterator[Sentence]:
    """The sentences of words with pauses and ends."""
    for words, end in ENDED.findall(said):
        groups = (" ".join(group.split()) for group in words.split(PAUSE))
        if found := tuple(filter(None, groups)):
            yield Sentence(found, end or ENDS[0])


# ---- the rules, and the text before it is read --------------------------------------------------


class Speech(NamedTuple):
    """What abbreviations stand for, and the rules for letters, which look for them."""

    words: Mapping[str, str]
    of_letters: tuple[Rule, ...]


@lru_cache(maxsize=8)
def _speech(also: tuple[tuple[str, str], ...]) -> Speech:
    words = {**WORDS, **{short: spoken(long).words for short, long in also}}
    of_letters = (
        *spoken_contacts.ADDRESSES,
        *spoken_documents.FORMS,
        *spoken_words.BEFORE_ABBREVIATIONS,
        spoken_words.abbreviations(words),
        *spoken_words.AFTER_ABBREVIATIONS,
    )
    return Speech(words, of_letters)


def _foreign_letters() -> Iterator[tuple[int, str]]:
    """Latin letters of other languages, each with the one below its marks."""
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        sign = chr(code)
        base = UNDIVIDED.get(sign.lower()) or unicodedata.normalize("NFD", sign)[0]
        if sign.isalpha() and sign not in LETTERS and base.lower() in NAMES:
            yield code, base


# Scanned numbers of documents hold Cyrillic letters: 6/2020/ТТ-ВТР.
LOOKALIKES = re.compile(f"(?<=[/-])[{''.join(map(chr, CYRILLIC))}]+")
ALIKE = DASHES | SPACES | dict(_foreign_letters())


def _alike(text: str) -> str:
    """Composed, with one kind of dash and blank, in our letters; nothing moves from its place."""
    composed = unicodedata.normalize("NFC", text).translate(ALIKE)
    return LOOKALIKES.sub(lambda found: found[0].translate(CYRILLIC), composed)


# ---- reading ------------------------------------------------------------------------------------


def _pieces(text: str, speech: Speech, unsaid: list[Unsaid]) -> Iterator[str]:
    """The words and pauses of a text, in order."""
    at = 0
    while at < len(text):
        plain = PLAIN.match(text, at)
        if text[at] == " ":
            at += 1
        elif plain and plain[0] not in speech.words and plain[0] not in SMALL_NUMERALS:
            yield plain[0]
            at = plain.end()
        elif found := _found(text, at, speech):
            said, at = found
            yield said
        else:
            _note(unsaid, at, text[at])
            at += 1


def _found(text: str, at: int, speech: Speech) -> tuple[str, int] | None:
    """What is said of a place in the text, and where the text goes on; None where no rule holds."""
    near = Near(text[max(0, at - REACH) : at].rpartition("\n")[2], speech.words)
    for rule in _rules(text[at], speech):
        found = rule.pattern.match(text, at)
        said = rule.say(found, near) if found else None
        if found and said is not None:
            return said, found.end()
    return None


def _rules(sign: str, speech: Speech) -> tuple[Rule, ...]:
    if sign in LETTERS:
        return speech.of_letters
    if sign.isdecimal():
        return OF_DIGITS
    return (*OF_DIGITS, *spoken_signs.RULES) if sign in BEFORE_DIGITS else spoken_signs.RULES


def _note(unsaid: list[Unsaid], at: int, sign: str) -> None:
    """One more sign that cannot be said, together with those right before it."""
    last = unsaid[-1] if unsaid else None
    if last and last.start + len(last.text) == at:
        unsaid[-1] = last._replace(text=last.text + sign)
    else:
        unsaid.append(Unsaid(at, sign))
