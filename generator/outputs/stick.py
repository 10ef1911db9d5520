"""What goes to the loudspeaker's machine on a stick: sounds, scripts, playlists and schedule.

All of it lies in one folder that is copied as it is, and works where the site is not. Only what is
on air is there: nothing that nobody approved, that was withdrawn, or whose last day is over.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from generator.broadcasts import DAYS_AHEAD, last_day_ahead, on_air, slots
from generator.library import Library
from generator.outputs import bulletin_pages, stick_feed, stick_schedule
from generator.outputs.stick_items import FOLDER, SCRIPTS, SOUNDS, Item, items, playlist, turns
from generator.page import Names, Output, Outputs, Page
from generator.recordings import megabytes, seconds, size
from generator.records.bulletins import Bulletin
from generator.soundings import paragraphs

ADDRESS = f"{Bulletin.section}/mang-di--usb.html"  # not within: there it would lack its styles
SOURCE = f"content/{Bulletin.folder}"
NEXT_DAYS = 7  # that the page tells; the schedule has them all
STICKS = (1, 2, 4, 8, 16, 32, 64, 128, 256)  # gigabytes that are sold
ROOM = Decimal("0.9")  # of a stick that is left for files
SIGNS_OF_SYLLABLE = 7  # bytes, with the gap


def outputs(library: Library) -> Outputs:
    """The folder, and the page that leads to it, where there are bulletins at all."""
    if not library.has(Bulletin):
        return
    those = items(library)
    yield Output(ADDRESS, page, (), SOURCE)
    yield Output(f"{FOLDER}/DOC_TOI.txt", read_me, (), SOURCE, passing=True)
    yield from _of_each(those)
    yield from _playlists(library, those)
    yield from stick_schedule.outputs(SOURCE)
    if library.website.url:
        yield from stick_feed.outputs(SOURCE)


def _of_each(those: Sequence[Item]) -> Outputs:
    for one in those:
        yield Output(f"{FOLDER}/{one.script}", script, (one.id,), one.source, passing=True)
        for sound in one.sounds:
            yield Output(f"{FOLDER}/{sound.place}", file, (sound.path,), one.source, passing=True)


def _playlists(library: Library, those: Sequence[Item]) -> Outputs:
    places = {one.id: (one.sound.place, one.sound.path) if one.sound else ("", "") for one in those}
    for begins, ids in slots(on_air(library), library.today, DAYS_AHEAD):
        rows = tuple((id, *places[id]) for id in ids)
        given = begins.isoformat(), rows
        yield Output(f"{FOLDER}/{playlist(begins)}", play, given, SOURCE, passing=True)


# ---- files ---------------------------------------------------------------------------------------


def file(library: Library, path: str) -> Path:
    """A sound as it lies below content/files/."""
    return library.offered_file(path)


def script(library: Library, id: str) -> Page:
    """The words of a bulletin, a sentence a line, for who reads and for machines that read text."""
    bulletin = library.get(Bulletin, id)
    found = library.sounding(id)
    return Page(
        address=f"{FOLDER}/{SCRIPTS}/{id}.txt",
        section="",
        template="stick/script.html",
        values={
            "record": bulletin,
            "names": Names(library),
            "paragraphs": list(paragraphs(bulletin, library.abbreviations())),
            "seconds": found.seconds if found else 0,
            "pace": library.loudspeaker.pace,
        },
    )


def play(library: Library, begins: str, rows: Sequence[tuple[str, str, str]]) -> Page:
    """The sounds of a slot in their order; what has none is named in a remark."""
    told = [(_title(library, id), place, _seconds(library, path)) for id, place, path in rows]
    return Page(
        address=f"{FOLDER}/{playlist(datetime.fromisoformat(begins))}",
        section="",
        template="stick/playlist.html",
        values={"begins": datetime.fromisoformat(begins), "said": told},
    )


def _seconds(library: Library, path: str) -> int:
    return seconds(library, path) if path else 0


def _title(library: Library, id: str) -> str:
    return " ".join(library.get(Bulletin, id).title.split())


def read_me(library: Library) -> Page:
    """What is on the stick, how to use it, and of which day it is."""
    return Page(
        address=f"{FOLDER}/DOC_TOI.txt",
        section="",
        template="stick/read_me.html",
        values=_told(library),
    )


# ---- the page ------------------------------------------------------------------------------------


def page(library: Library) -> Page:
    """How to bring the folder to the machine, what is in it, and the slots of the next days."""
    return Page(
        address=ADDRESS,
        section=Bulletin.section,
        template="lists/stick.html",
        key="stick",
        values={**_told(library), "guide": bulletin_pages.guide(library)},
    )


def _told(library: Library) -> dict[str, object]:
    those = items(library)
    sounds = sum(size(library, sound.path) for one in those for sound in one.sounds)
    every = sounds + _bytes_of_words(library, those)
    return {
        "items": those,
        "turns": turns(library, those, NEXT_DAYS),
        "days": NEXT_DAYS,
        "all_days": DAYS_AHEAD,
        "today": library.today,
        "last_day": last_day_ahead(library.today),
        "sounds": sum(len(one.sounds) for one in those),
        "missing": [one for one in those if not one.sound],
        "synthetic": any(sound.is_synthetic for one in those for sound in one.sounds),
        "sounds_megabytes": megabytes(sounds),
        "megabytes": megabytes(every),
        "stick": next((one for one in STICKS if one * ROOM * 1000 >= megabytes(every)), None),
        "site": library.website.name,
        "has_feed": bool(library.website.url),
        "sounds_folder": SOUNDS,
        "scripts_folder": SCRIPTS,
        "folder": FOLDER,
    }


def _bytes_of_words(library: Library, those: Sequence[Item]) -> int:
    """About how much the words take, which is next to nothing beside the sounds."""
    found = (library.sounding(one.id) for one in those)
    said = sum(one.seconds for one in found if one)
    return said * library.loudspeaker.pace * SIGNS_OF_SYLLABLE // 60
