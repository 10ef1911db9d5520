"""What is heard of a bulletin, without opening it: what a machine's voice says, what was recorded.

The file of a machine's voice has its words, its command and its settings for a name, so that what
was said once need not be said again, and nothing is ever played that the bulletin does not say.
"""

from collections.abc import Mapping
from hashlib import blake2b

import msgspec

from generator.loudspeaker import Loudspeaker, Voice
from generator.readings import Part, Reading, reading
from generator.records.bulletins import Bulletin
from generator.values import Value

FOLDER = "giong-doc"  # below content/files/
LOUDNESS, PEAK = -16, -1  # LUFS and dBTP at most, as broadcasters level speech
RATE, BITRATE = 44_100, "64k"  # what the oldest players know
SOUND = f"mp3 mono {RATE} {BITRATE} {LOUDNESS} {PEAK}"


class Recorded(Value, frozen=True):
    """A file below content/files/ on which somebody reads the bulletin in a language."""

    language: str
    path: str
    seconds: int


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
    read = reading(bulletin, abbreviations)
    voice = settings.voice_for(bulletin.language, bulletin.voice)
    return Sounding(
        language=bulletin.language,
        seconds=read.seconds(settings.pace),
        path=f"{FOLDER}/{_key(read, voice, settings.pace)}.mp3" if voice else "",
        voice=voice.name if voice else "",
        recorded=tuple(
            Recorded(one.language, one.path, one.length_seconds or 0) for one in bulletin.recordings
        ),
    )


def text_for_voice(read: Reading) -> str:
    """The words with the signs at which a voice breathes: a comma, a full stop, an empty line."""
    return "\n\n".join(_paragraph(part) for part in read.parts) + "\n"


def _paragraph(part: Part) -> str:
    sentences = [(part.speaker,), *part.said.sentences] if part.speaker else part.said.sentences
    return "\n".join(f"{', '.join(groups)}." for groups in sentences)


def _key(read: Reading, voice: Voice, pace: int) -> str:
    """A name for what a voice says: the same for the same words, whoever says them."""
    said = f"{voice.command}\n{SOUND} {pace}\n{text_for_voice(read)}"
    return blake2b(said.encode(), digest_size=16).hexdigest()
