"""A bulletin as it is read aloud: its parts in order, in spoken words, and how long that takes."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.records.bulletins import Bulletin
from generator.vietnamese.spoken import Sentence, Spoken, spoken

SECONDS_A_MINUTE = 60


class Part(NamedTuple):
    """A part of a bulletin, "greeting" to "closing"; `speaker` is said first where there is one."""

    name: str
    speaker: str | None
    said: Spoken


class Reading(NamedTuple):
    """All parts of a bulletin in the order in which they are said."""

    parts: tuple[Part, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence; the name of a speaker is one of its own."""
        for part in self.parts:
            yield from (Sentence((part.speaker,), "."),) if part.speaker else ()
            yield from part.said.sentences

    @property
    def syllables(self) -> int:
        """How many syllables are said."""
        return sum(len(group.split()) for one in self.sentences for group in one.groups)

    def seconds(self, pace: int) -> int:
        """How long it takes who says `pace` syllables a minute."""
        return seconds_for(self.syllables, pace)


def seconds_for(syllables: int, pace: int) -> int:
    """How long so many syllables take, `pace` of them a minute."""
    return round(syllables * SECONDS_A_MINUTE / pace)


def reading(bulletin: Bulletin, abbreviations: Mapping[str, str]) -> Reading:
    """A bulletin in spoken words; `abbreviations` are those of the officers."""
    return Reading(
        tuple(
            Part(one.part, _name(one.speaker, abbreviations), spoken(one.text, abbreviations))
            for one in bulletin.said
        )
    )


def _name(speaker: str | None, abbreviations: Mapping[str, str]) -> str | None:
    return spoken(speaker, abbreviations).words if speaker else None
