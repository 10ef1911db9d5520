"""Bulletins as a podcast (RSS 2.0), for who listens at home; a feed needs the site's address."""

from collections.abc import Iterator
from datetime import datetime, time
from email.utils import format_datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.library import Library
from generator.outputs.roster_files import HANOI
from generator.outputs.stick_items import FOLDER, items
from generator.page import Names, Output, Outputs, Page
from generator.recordings import address_of, audio_of, seconds, size
from generator.records.bulletins import Bulletin

ADDRESS = f"{FOLDER}/PODCAST.xml"
SOUND_TYPES = {
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".opus": "audio/opus",
    ".wav": "audio/wav",
}  # of the sounds among FILE_KINDS; what a machine's own list says differs


class Episode(NamedTuple):
    """A bulletin with the whole addresses of its page and of its sound."""

    record: Bulletin
    page: str
    sound: str
    kind: str
    bytes: int
    seconds: int
    published: str
    voice: str


def outputs(source: str) -> Outputs:
    """One feed."""
    yield Output(ADDRESS, feed, (), source, passing=True)


def feed(library: Library) -> Page:
    """Every bulletin on air that can be heard."""
    site = library.website
    return Page(
        address=ADDRESS,
        section="",
        template="stick/podcast.html",
        values={
            "episodes": list(_episodes(library)),
            "site": site.name,
            "home": site.url,
            "own": site.at(ADDRESS),
            "names": Names(library),
        },
    )


def _episodes(library: Library) -> Iterator[Episode]:
    for item in items(library):
        audio, bulletin = audio_of(library, item.id), library.get(Bulletin, item.id)
        if audio and bulletin.approval and bulletin.approval.on:
            at = datetime.combine(bulletin.approval.on, time(), HANOI)
            yield Episode(
                record=bulletin,
                page=library.website.at(bulletin.address),
                sound=library.website.at(address_of(item.id, audio)),
                kind=SOUND_TYPES[PurePosixPath(audio.path).suffix.lower()],
                bytes=size(library, audio.path),
                seconds=seconds(library, audio.path),
                published=format_datetime(at),
                voice=audio.voice,
            )
