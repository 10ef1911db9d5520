"""What is heard of a bulletin, without opening it: what a machine's voice says, what was recorded.

The file of a machine's voice has its words, its command and its settings for a name, so that what
was said once need not be said again, and nothing is ever played that the bulletin does not say.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from generator.loudspeaker import Loudspeaker, Voice
from generator.readings import reading, seconds_for
from generator.records.bulletins import Bulletin
from generator.records.files import SPOKEN_AT
from generator.values import Value
from generator.vietnamese.spoken import LANGUAGE

LOUDNESS, PEAK = -16, -1  # LUFS and dBTP at most, as broadcasters level speech
RATE, BITRATE = 22_050, "64k"  # of the voices themselves; every player knows it
SOUND = f"mp3 7 mono {RATE} {BITRATE} {LOUDNESS} {PEAK}"


class Paragraph(NamedTuple):
    """A part of a bulletin in spoken words; `speaker` is said first where there is one."""

    name: str
    speaker: str | None
    sentences: tuple[str, ...]


class Recorded(Value, frozen=True):
    """A file below content/files/ on which somebody reads the bulletin in a language."""

    language: str
    path: str


class Sounding(Value, frozen=True):
    """How long who reads it takes; which voice reads it into which file below content/files/.

    There is no `path` where no voice speaks its language.
    """

    language: str
    seconds: int
    path: str
    voice: str
    recorded: tuple[Recorded, ...]

    @property
    def own(self) -> Recorded | None:
        """The recording in the bulletin's own language, which wins over every machine."""
        return next((one for one in self.recorded if one.language == self.language), None)


SOUNDINGS = msgspec.msgpack.Decoder(dict[str, tuple[bytes, Sounding]])


def sounding(
    bulletin: Bulletin, abbreviations: Mapping[str, str], settings: Loudspeaker
) -> Sounding:
    """What is heard of a bulletin."""
    told = tuple(paragraphs(bulletin, abbreviations))
    voice = settings.voice_for(bulletin.language, bulletin.voice)
    return Sounding(
        language=bulletin.language,
        seconds=seconds_for(len(_as_text(told).split()), settings.pace),
        path=_path(_as_text(told), voice, settings.pace) if voice else "",
        voice=voice.name if voice else "",
        recorded=tuple(Recorded(one.language, one.path) for one in bulletin.recordings),
    )


def text_for_voice(bulletin: Bulletin, abbreviations: Mapping[str, str]) -> str:
    """The words with the signs at which a voice breathes: a comma, a full stop, an empty line."""
    return _as_text(paragraphs(bulletin, abbreviations))


def _as_text(told: Iterable[Paragraph]) -> str:
    return "\n\n".join("\n".join((*_called(one), *one.sentences)) for one in told) + "\n"


def _called(one: Paragraph) -> tuple[str, ...]:
    return (f"{one.speaker}.",) if one.speaker else ()


def paragraphs(bulletin: Bulletin, abbreviations: Mapping[str, str]) -> Iterator[Paragraph]:
    """What is said, a sentence a line; another language than ours stands as its author wrote it."""
    if bulletin.language == LANGUAGE:
        for part in reading(bulletin, abbreviations).parts:
            yield Paragraph(part.name, part.speaker, tuple(map(str, part.said.sentences)))
    else:
        for one in bulletin.said:
            yield Paragraph(one.part, one.speaker, tuple(one.text.splitlines()))


def _path(text: str, voice: Voice, pace: int) -> str:
    """The file of what a voice says: the same for the same words, whoever says them."""
    said = f"{voice.command}\n{SOUND} {pace}\n{text}"
    return f"{SPOKEN_AT}/{blake2b(said.encode(), digest_size=16).hexdigest()}.mp3"
