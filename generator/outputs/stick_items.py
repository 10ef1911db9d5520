"""What lies on the stick for each bulletin on air, and what is said in each slot to come."""

from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.broadcasts import DAYS_AHEAD, on_air, slots
from generator.library import Library
from generator.outputs.stick_names import sound_name, stem
from generator.readings import SECONDS_A_MINUTE
from generator.recordings import audios_of, seconds_on_air
from generator.records.bulletins import BulletinOutline, Priority

FOLDER = "truyen-thanh"
SOUNDS, SCRIPTS = "AM_THANH", "KICH_BAN"


class Sound(NamedTuple):
    """A sound on the stick: its place there, that below content/files/, and its language."""

    place: str
    path: str
    language: str
    is_own: bool
    is_synthetic: bool


class Item(NamedTuple):
    """A bulletin on the stick; `script` is the place of its words."""

    id: str
    source: str
    number: int
    title: str
    priority: Priority | None
    script: str
    sounds: tuple[Sound, ...]

    @property
    def mark(self) -> str:
        """The number with which the names of its files begin."""
        return PurePosixPath(self.script).stem.partition("_")[0]

    @property
    def sound(self) -> Sound | None:
        """The sound in its own language, which is the one that is played."""
        return next((one for one in self.sounds if one.is_own), None)


class Turn(NamedTuple):
    """A slot with what is said in it, and how many seconds each takes."""

    begins: datetime
    said: tuple[tuple[Item, int], ...]
    most_minutes: int

    @property
    def seconds(self) -> int:
        """How long all of it takes."""
        return sum(seconds for _, seconds in self.said)

    @property
    def is_too_long(self) -> bool:
        """Whether listeners have had enough before it ends."""
        return self.seconds > self.most_minutes * SECONDS_A_MINUTE

    @property
    def playlist(self) -> str:
        """The place of its playlist."""
        return playlist(self.begins)


def playlist(begins: datetime) -> str:
    """The place of the playlist of a slot."""
    return f"PHAT_{begins:%Y-%m-%d_%H%M}.m3u8"


def items(library: Library) -> list[Item]:
    """Every bulletin on air, the most urgent first."""
    those = on_air(library)
    return [_item(library, one, number, len(those)) for number, one in enumerate(those, start=1)]


def _item(library: Library, one: BulletinOutline, number: int, of: int) -> Item:
    name, taken = stem(number, of, one.title), set[str]()
    own = one.languages[0]
    sounds = tuple(
        Sound(
            place=f"{SOUNDS}/{sound_name(name, audio.language, own, audio.path, taken)}",
            path=audio.path,
            language=audio.language,
            is_own=audio.language == own,
            is_synthetic=audio.is_synthetic,
        )
        for audio in audios_of(library, one.id)
    )
    title = " ".join(one.title.split())
    return Item(one.id, one.file, number, title, one.priority, f"{SCRIPTS}/{name}.txt", sounds)


def turns(library: Library, those: list[Item], days: int = DAYS_AHEAD) -> list[Turn]:
    """Every slot from today on, with what is said in it."""
    by_id = {one.id: (one, seconds_on_air(library, one.id)) for one in those}
    most = library.loudspeaker.slot_minutes
    return [
        Turn(begins, tuple(by_id[id] for id in ids), most)
        for begins, ids in slots(on_air(library), library.today, days)
    ]
