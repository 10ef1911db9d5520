"""Abbreviations of the officers and what they stand for: `content/abbreviations.yml`.

What papers of the field take for granted is known without it (`vietnamese/spoken_abbreviations`);
here an office adds its own, or has one of those said otherwise.
"""

import re

from generator.entries import Entry
from generator.values import Value
from generator.vietnamese.spoken import spoken

PLACE = "abbreviations.yml"  # below content/
SHORT = re.compile(r"[^\W\d_](?:[\w&./-]*\w\.?)?")  # begins with a letter, and has no blanks


class Abbreviation(Value, frozen=True):
    """Letters as they are written, and the words that they stand for."""

    short: str
    say: str


def read_abbreviations(entry: Entry) -> tuple[Abbreviation, ...]:
    """All of the file, each once."""
    found = entry.parts("abbreviations", _read_abbreviation)
    known: dict[str, str] = {}
    for index, one in enumerate(found):
        if one.short in known:
            where = "abbreviations", index, "short"
            entry.report("abbreviated-twice", *where, value=one.short, other=known[one.short])
        known[one.short] = one.say
    return tuple(one for one in found if one.short and one.say)


def _read_abbreviation(entry: Entry) -> Abbreviation:
    one = Abbreviation(entry.text("short"), entry.text("say"))
    if one.short and not SHORT.fullmatch(one.short):
        entry.report("not-an-abbreviation", "short", value=one.short)
    said = spoken(one.say)
    if one.say and (said.unsaid or not said.words):
        signs = " ".join(unsaid.text for unsaid in said.unsaid) or one.say
        entry.report("cannot-be-said", "say", signs=signs)
    return one
