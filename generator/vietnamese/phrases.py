"""Phrases in running text: whole words only, and of two that begin alike the longer one.

A tone of oa, oe and uy may stand on either vowel: "hòa giải" is found in "hoà giải" too.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

# The tones of o and u in the order of those of a, e and y; hòa is the form to compare by.
PLACES = {
    first + marked: toned + second
    for first, tones in {"o": "òóỏõọ", "u": "ùúủũụ", "O": "ÒÓỎÕỌ", "U": "ÙÚỦŨỤ"}.items()
    for second, all_marked in {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}.items()
    for toned, marked in zip(tones, all_marked, strict=True)
    if (first in "uU") == (second == "y")
}
OTHER_PLACES = {to: at for at, to in PLACES.items()}
EITHER_PLACE = re.compile("|".join((*PLACES, *OTHER_PLACES)))
UNIT = re.compile(f"{EITHER_PLACE.pattern}|.", re.S)
ENDS = '.!?:;…–•“‘"(['  # signs behind which a sentence begins, or a part that is written like one

Tree = dict[str, Any]  # what may follow: letters, and "" where a phrase may end


class Found(NamedTuple):
    """A phrase in a text, from `start` to `end`, and what it stands for."""

    start: int
    end: int
    meaning: str


@lru_cache(maxsize=1 << 12)  # texts have few phrases, but each many times
def spelling(phrase: str) -> str:
    """One form for all spellings of a phrase: single spaces, tones where hòa has them."""
    single = " ".join(phrase.split())
    return EITHER_PLACE.sub(lambda pair: PLACES.get(pair[0], pair[0]), single)


class Phrases:
    """Some phrases, each with what it stands for; they are looked for in one go through a text.

    One that begins small may begin with a capital where a sentence does, and nowhere else: "Luật
    Trợ giúp pháp lý" is the name of a law.
    """

    def __init__(self, meanings: Mapping[str, str]) -> None:
        """Look for the phrases that are the keys of `meanings`."""
        self._meanings = {spelling(phrase): meaning for phrase, meaning in meanings.items()}
        tree: Tree = {}
        for phrase in self._meanings:
            _plant(tree, phrase)
            _plant(tree, phrase[:1].upper() + phrase[1:])
        self._pattern = re.compile(_first(tree))

    def found_in(self, text: str, before: str = "") -> Iterator[Found]:
        """All phrases of a text that follows `before`, none within another."""
        for match in self._pattern.finditer(text):
            start, end = match.span()
            meaning = self._meanings.get(match[0]) or self._meanings.get(spelling(match[0]))
            if meaning is None and _begins_sentence(text, start, before):
                phrase = spelling(match[0])
                meaning = self._meanings.get(phrase[0].lower() + phrase[1:])
            if meaning is not None:
                yield Found(start, end, meaning)


def _begins_sentence(text: str, at: int, before: str) -> bool:
    """Whether a sentence begins at a place: at the beginning of all, or behind the end of one."""
    near = (text[at - 2 : at] if at > 1 else before[-2:] + text[:at]).rstrip()
    return near[-1:] in ENDS if near else at == 0


def _plant(tree: Tree, phrase: str) -> None:
    for unit in UNIT.findall(phrase):
        tree = tree.setdefault(unit, {})
    tree[""] = {}


# A phrase is no part of a word: no letter stands before it, none behind it. The first letter comes
# before the look at what precedes it, for then only places with one of these letters are looked at.


def _first(tree: Tree) -> str:
    """The pattern of whole phrases; it finds nothing where there are none."""
    branches = [
        rf"{re.escape(way[0])}(?<!\w{re.escape(way[0])}){_letters(way[1:])}{_rest(below)}"
        for unit, below in tree.items()
        for way in _ways(unit)
    ]
    return rf"(?:{'|'.join(branches)})(?!\w)" if branches else r"(?!)"


def _rest(tree: Tree) -> str:
    """The pattern of what may follow, the longest first: what may end here, may go on as well."""
    branches = [_written(unit) + _rest(below) for unit, below in tree.items() if unit]
    if not branches:
        return ""
    one = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return f"{one}?" if "" in tree else one


def _written(unit: str) -> str:
    ways = [_letters(way) for way in _ways(unit)]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _ways(unit: str) -> tuple[str, ...]:
    return (unit, OTHER_PLACES[unit]) if unit in OTHER_PLACES else (unit,)


def _letters(letters: str) -> str:
    return r"\s" if letters == " " else re.escape(letters)
