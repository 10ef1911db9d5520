"""How bulletins are said, as mkdocs.yml tells under `extra: loudspeaker:`; where not, as usual.

A voice is a command that makes a WAV `{audio}` of the UTF-8 text in `{text}`, or of its standard
input where it names no `{text}`. No shell ever sees it.
"""

import shlex
from collections.abc import Mapping
from typing import Any

import msgspec

from generator.entries import Entry, Findings
from generator.privacy import Care
from generator.problems import Problem
from generator.values import Value

SETTINGS = "mkdocs.yml"
PLACE = ("extra", "loudspeaker")
TEXT, AUDIO = "{text}", "{audio}"
LANGUAGE = "vi"  # of a voice for which nobody told another
MOST_MINUTES = range(1, 121)
PACES = range(60, 301)  # syllables a minute that anybody can follow


class Voice(Value, frozen=True):
    """A voice of a machine: its command, what people call it, and the language that it speaks."""

    name: str
    command: str
    title: str
    language: str

    @property
    def words(self) -> list[str]:
        """The program and its arguments."""
        return shlex.split(self.command)


ESPEAK = Voice(
    "espeak-ng", f"espeak-ng -v vi -s 115 -f {TEXT} -w {AUDIO}", "giọng máy eSpeak NG", LANGUAGE
)


class Loudspeaker(Value, frozen=True):
    """How many minutes a slot may take, the pace of who reads, in syllables a minute, and voices.

    `voice` names the one for bulletins that name none.
    """

    slot_minutes: int = 15
    pace: int = 140
    voice: str = ESPEAK.name
    voices: tuple[Voice, ...] = (ESPEAK,)

    @classmethod
    def kept(cls, kept: bytes) -> "Loudspeaker":
        """The settings as they were kept; the usual ones where they never were."""
        return DECODER.decode(kept) if kept else cls()

    def to_keep(self) -> bytes:
        """The settings as bytes, from which they come back."""
        return msgspec.msgpack.encode(self)

    def voice_for(self, language: str, name: str | None) -> Voice | None:
        """The voice that a bulletin names, or else the usual one, if it speaks the language."""
        wanted = [one for one in self.voices if one.name == (name or self.voice)]
        others = [] if name else self.voices
        return next((one for one in (*wanted, *others) if one.language == language), None)


DECODER = msgspec.msgpack.Decoder(Loudspeaker)
USUAL = Loudspeaker()


def read_settings(extra: Mapping[str, Any]) -> tuple[Loudspeaker, list[Problem]]:
    """The settings below `extra` of mkdocs.yml, and what is wrong with them."""
    findings = Findings(SETTINGS, Care.NONE)
    within = Entry(findings, {PLACE[1]: _as_written(extra.get(PLACE[1]))}, PLACE[:1])
    found = within.part(PLACE[1], _read_loudspeaker)
    return found or USUAL, findings.problems


def _as_written(value: Any) -> Any:
    """Text for every value: MkDocs has read numbers as numbers already."""
    if isinstance(value, dict):
        return {str(name): _as_written(one) for name, one in value.items()}
    return value if value is None or isinstance(value, list) else str(value)


def _read_loudspeaker(entry: Entry) -> Loudspeaker:
    own = entry.part("voices", _read_voices) or ()
    named = {one.name: one for one in (*USUAL.voices, *own)}
    voice = entry.optional_text("voice") or USUAL.voice
    if voice not in named:
        entry.report("no-such-voice", "voice", value=voice, known=", ".join(named))
    return Loudspeaker(
        slot_minutes=_number_in(MOST_MINUTES, entry, "slot_minutes") or USUAL.slot_minutes,
        pace=_number_in(PACES, entry, "pace") or USUAL.pace,
        voice=voice,
        voices=tuple(named.values()),
    )


def _number_in(sound: range, entry: Entry, name: str) -> int | None:
    number = entry.whole_number(name)
    if number is None or number in sound:
        return number
    between = {"least": sound[0], "most": sound[-1]}
    entry.report("number-out-of-range", name, name=name, value=number, **between)
    return None


def _read_voices(entry: Entry) -> tuple[Voice, ...]:
    """Every voice under its own name."""
    found = [(name, entry.part(name, _read_voice)) for name in entry.names()]
    return tuple([Voice(name, *one) for name, one in found if one])


def _read_voice(entry: Entry) -> tuple[str, str, str]:
    command, language = entry.text("command"), entry.has("language")
    if command and not _is_command(command):
        entry.report("not-a-voice", "command", value=command)
    title = entry.text("title")
    return command, title, entry.language("language") if language else LANGUAGE


def _is_command(command: str) -> bool:
    """Whether it can be split into words, and says where the sound is written."""
    try:
        return AUDIO in " ".join(shlex.split(command))
    except ValueError:
        return False
