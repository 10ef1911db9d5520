"""What a rule of speech is: a pattern, and the words for what it finds."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

PAUSE = ","  # in the words of a rule: take breath
ENDS = ".?!"  # end a sentence, told, asked or called out


class Near(NamedTuple):
    """What stands before a find on its line, and what abbreviations stand for."""

    before: str
    words: Mapping[str, str]


class Rule(NamedTuple):
    """`say` gives words with pauses, or None where the rule does not hold after all."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str], Near], str | None]
