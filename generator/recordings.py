"""Which sound a bulletin has: what somebody recorded, else what a machine's voice made of it."""

from collections.abc import Iterator
from decimal import ROUND_UP, Decimal
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from generator.library import NO_SOUNDINGS, SOUNDINGS_NOTED, Library, cell_of_sounding
from generator.records.bulletins import Bulletin
from generator.records.files import FILES_AT
from generator.soundings import SOUNDINGS, Sounding, sounding
from generator.store import Store


class Audio(NamedTuple):
    """A sound file of a bulletin, `path` below content/files/; `voice` is that of a machine."""

    language: str
    path: str
    voice: str

    @property
    def is_synthetic(self) -> bool:
        """Whether no person reads."""
        return bool(self.voice)


class Heard(NamedTuple):
    """What a page tells of a sound: its address, length and size; `voice` names a machine."""

    address: str
    language: str
    seconds: int
    megabytes: Decimal
    voice: str
    reader: str


def audio_of(library: Library, id: str) -> Audio | None:
    """The sound of a bulletin in its own language; None where there is none."""
    found = library.sounding(id)
    return next(_in_own_language(library, found), None) if found else None


def audios_of(library: Library, id: str) -> tuple[Audio, ...]:
    """Every sound of a bulletin, the one in its own language first."""
    found = library.sounding(id)
    if not found:
        return ()
    others = (
        Audio(one.language, one.path, "")
        for one in found.recorded
        if one.language != found.language and library.has_file(one.path)
    )
    return (*[one for one in [next(_in_own_language(library, found), None)] if one], *others)


def _in_own_language(library: Library, found: Sounding) -> Iterator[Audio]:
    """The recorded one before the synthetic one."""
    if found.own and library.has_file(found.own.path):
        yield Audio(found.language, found.own.path, "")
    if found.path and library.has_file(found.path):
        yield Audio(found.language, found.path, found.voice)


def seconds_on_air(library: Library, id: str) -> int:
    """How long a bulletin takes: its sound, or else who reads it."""
    audio, found = audio_of(library, id), library.sounding(id)
    if audio:
        return seconds(library, audio.path)
    return found.seconds if found else 0


def heard(library: Library, bulletin: Bulletin) -> tuple[Heard, ...]:
    """What the page of a bulletin plays, the sound in its own language first."""
    readers = {one.path: one.reader or "" for one in bulletin.recordings}
    titles = {one.name: one.title for one in library.loudspeaker.voices}
    return tuple(
        Heard(
            address=address_of(bulletin.id, one),
            language=one.language,
            seconds=seconds(library, one.path),
            megabytes=megabytes(size(library, one.path)),
            voice=titles.get(one.voice, one.voice),
            reader=readers.get(one.path, ""),
        )
        for one in audios_of(library, bulletin.id)
    )


def address_of(id: str, audio: Audio) -> str:
    """Where a sound is published for the page; that of a machine stays when its words change."""
    return f"{Bulletin.section}/{id}.mp3" if audio.is_synthetic else f"{FILES_AT}/{audio.path}"


def seconds(library: Library, path: str) -> int:
    """The length of a sound, as its file tells."""
    return library.length_of_file(path) or 0


def size(library: Library, path: str) -> int:
    """The bytes of a sound."""
    return library.offered_file(path).stat().st_size


def megabytes(size: int) -> Decimal:
    """A size as people compare it with the room on a stick, no smaller than it is."""
    return (Decimal(size) / 1_000_000).quantize(Decimal("0.1"), ROUND_UP)


def renew(store: Store) -> set[int]:
    """Bring what is heard of all bulletins up to date; gives the cells of what differs.

    The words of a bulletin are looked for again only where it, the abbreviations or the settings
    changed, and are those of any day.
    """
    library = Library(store)
    before = SOUNDINGS.decode(store.fact(SOUNDINGS_NOTED) or NO_SOUNDINGS)
    rest = _sum_of_rest(library)
    found: dict[str, tuple[bytes, Sounding]] = {}
    for id, raw in library.hashes(Bulletin):
        noted = before.get(id)
        digest = rest + raw
        if noted is None or noted[0] != digest:
            noted = digest, _sounding(library, id)
        found[id] = noted
    if found != before:
        store.note(SOUNDINGS_NOTED, msgspec.msgpack.encode(found))
    ids = found.keys() | before.keys()
    return {cell_of_sounding(id) for id in ids if _heard(found, id) != _heard(before, id)}


def _heard(noted: dict[str, tuple[bytes, Sounding]], id: str) -> Sounding | None:
    return noted[id][1] if id in noted else None


def _sounding(library: Library, id: str) -> Sounding:
    return sounding(library.get(Bulletin, id), library.abbreviations(), library.loudspeaker)


def _sum_of_rest(library: Library) -> bytes:
    told = sorted(library.abbreviations().items()), library.loudspeaker
    return blake2b(msgspec.msgpack.encode(told), digest_size=8).digest()
