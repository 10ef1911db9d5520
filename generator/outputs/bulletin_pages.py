"""Bulletins: the list with what is on air, and for each its page, the page to read from, its paper.

What was said for the last time keeps its address, and tells no more than that
(`Bulletin.on`).
"""

from collections.abc import Iterator, Sequence
from datetime import time
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from generator.broadcasts import DAYS_AHEAD, ORDER, on_air, slots
from generator.facets import FACETS
from generator.glossary import explained_page
from generator.homes import Homes
from generator.library import Library
from generator.outputs import paper
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.outputs.runs import lines
from generator.page import Names, Output, Outputs, Page
from generator.readings import Part, Reading, reading
from generator.recordings import heard, seconds_on_air
from generator.records.areas import Area
from generator.records.bulletins import Airing, Bulletin, BulletinOutline
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.groups import Group
from generator.records.procedures import Procedure
from generator.records.record import Status
from generator.vietnamese.sorting import sort_key
from generator.vietnamese.spoken import LANGUAGE

LISTING = Listing(Bulletin, "bulletins", FACETS[Bulletin])
SCHEDULE = f"{Bulletin.section}/lich-phat.js"
ON_AIR = ("assets/javascripts/on-air.js", SCHEDULE)  # in this order
GUIDE = "doc-va-phat-o-xa.html"  # prose for who reads and plays; a project may lack it
READING = ("assets/javascripts/reading.js",)
PACES = {"slow": -20, "usual": 0, "fast": 20}  # syllables a minute beside the usual pace
EDGE = "13mm 12mm"  # of a script on paper, for thumbs that hold it


class Said(NamedTuple):
    """A bulletin of a slot, with the seconds that it takes."""

    bulletin: Bulletin
    seconds: int


class Slot(NamedTuple):
    """A time of the day of the data, with what is said then."""

    begins: time
    said: tuple[Said, ...]

    @property
    def seconds(self) -> int:
        """How long all of it takes."""
        return sum(one.seconds for one in self.said)


# ---- what there is -----------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The lists, every page, and what may be read aloud in large type and on paper."""
    yield from list_outputs(LISTING, library, _lines(library), bulletins_page)
    yield Output(SCHEDULE, schedule_file, (), f"content/{Bulletin.folder}")
    aloud = {one.id: one for one in _read_aloud(library)}
    for id, file in library.files(Bulletin):
        is_aloud, is_paper = id in aloud, id in aloud and _is_printed(aloud[id])
        given = id, is_aloud, is_paper
        yield Output(f"{Bulletin.section}/{id}.html", bulletin_page, given, file)
        if is_aloud:
            yield Output(aloud_address(id), aloud_page, (id, is_paper), file, passing=True)
        if is_paper:
            yield Output(paper_address(id), paper_page, (id,), file, passing=True)


def aloud_address(bulletin: str) -> str:
    """Where a bulletin, told by its id, is read from in very large type."""
    return f"{Bulletin.section}/{bulletin}--doc.html"


def paper_address(bulletin: str) -> str:
    """Where the script of a bulletin on paper is to be had."""
    return f"{Bulletin.section}/{bulletin}--ban-in.html"


def _offered(library: Library) -> Iterator[BulletinOutline]:
    offered = set(library.offered_ids(Bulletin))
    return (one for one in library.outlines(BulletinOutline) if one.id in offered)


def _read_aloud(library: Library) -> Iterator[BulletinOutline]:
    return (one for one in _offered(library) if one.languages[0] == LANGUAGE)


def _is_printed(one: BulletinOutline) -> bool:
    """Whether a sheet may show it: paper loses the labels of drafts and demonstrations."""
    return one.status is Status.PUBLISHED and not one.demo


def _lines(library: Library) -> list[Line]:
    """Bulletins by column, in each the most urgent first."""
    homes = Homes(library)
    found = sorted(_offered(library), key=_by_column)
    return [Line(one.id, homes.of(one.agency), one) for one in found]


def _by_column(one: BulletinOutline) -> tuple[object, ...]:
    return sort_key(one.column), ORDER.index(one.priority), sort_key(one.title), one.id


# ---- the list, and what is on air ----------------------------------------------------------------


def bulletins_page(library: Library, ask: Ask) -> Page:
    """A sheet of bulletins under their columns; the first of all tells what is on air."""
    ask = Ask(*ask)
    bulletins = library.those(Bulletin, ask.rows)
    groups = groupby(bulletins, key=lambda one: one.column)
    is_first = ask.turn[1] == 1 and not any(ask.view)
    page = list_page(
        LISTING,
        library,
        ask,
        bulletins,
        groups=[(column, list(those)) for column, those in groups],
        lengths={one.id: seconds_on_air(library, one.id) for one in bulletins},
        today=library.today,
        day=library.today if is_first else None,
        days_ahead=DAYS_AHEAD,
        guide=guide(library) if is_first else None,
        slots=_slots_of_today(library) if is_first else (),
    )
    return replace(page, scripts=(*page.scripts, *ON_AIR)) if is_first else page


def guide(library: Library) -> str | None:
    """Where somebody reads how to read aloud and to play, if the project tells."""
    return GUIDE if library.has_prose(GUIDE) else None


def _slots_of_today(library: Library) -> list[Slot]:
    """What the schedule has for the day of the data."""
    of_today = slots(on_air(library), library.today, 1)
    return [Slot(begins.time(), tuple(_said(library, ids))) for begins, ids in of_today]


def _said(library: Library, ids: Sequence[str]) -> Iterator[Said]:
    for bulletin in library.those(Bulletin, ids):
        yield Said(bulletin, seconds_on_air(library, bulletin.id))


def schedule_file(library: Library) -> bytes:
    """What may be said and when, for the day and the clock of whoever opens the list.

    Each row is an id, a title, seconds, and some days of the week with times, first and last day.
    """
    rows = [
        (
            one.id,
            one.title,
            seconds_on_air(library, one.id),
            [_airing(one) for one in one.schedule],
        )
        for one in on_air(library)
    ]
    return lines("pbgdplOnAir([\n", rows) + b"\n])\n"


def _airing(one: Airing) -> tuple[str, list[str], str, str]:
    days = "".join(map(str, one.days))
    times = [f"{at:%H:%M}" for at in one.times]
    return days, times, str(one.first_day or ""), str(one.last_day or "")


# ---- one bulletin --------------------------------------------------------------------------------


def bulletin_page(library: Library, id: str, is_aloud: bool, is_paper: bool) -> Page:
    """What is said, when, who let it out, how long it takes, and on which law it rests."""
    bulletin = library.get(Bulletin, id)
    if bulletin.status is Status.WITHDRAWN and bulletin.withdrawal is None:
        return _outdated_page(bulletin)
    return explained_page(
        library,
        bulletin,
        "articles/bulletin.html",
        is_heard=bulletin.language == LANGUAGE,
        sounds=heard(library, bulletin),
        seconds=_to_read(library, id),
        pace=library.loudspeaker.pace,
        aloud=aloud_address(id) if is_aloud else None,
        printed=paper_address(id) if is_paper else None,
        basis=[(library.find(Document, one.document), one.article) for one in bulletin.legal_basis],
        campaigns=library.offered(Campaign, bulletin.campaigns),
        procedures=library.offered(Procedure, bulletin.procedures),
        groups=library.offered(Group, bulletin.groups),
        areas=library.offered(Area, bulletin.areas),
        names=Names(library),
        way=paper.way_to(library, bulletin.address),
    )


def _to_read(library: Library, id: str) -> int:
    """How long who reads it takes, whatever sound it has."""
    found = library.sounding(id)
    return found.seconds if found else 0


def _outdated_page(bulletin: Bulletin) -> Page:
    """What became of a bulletin that is said no more; none of its words."""
    return Page(
        address=bulletin.address,
        section=Bulletin.section,
        template="articles/bulletin_outdated.html",
        values={"name": bulletin.title, "last_day": bulletin.last_day},
        title=bulletin.title,
        description=bulletin.title,
    )


def aloud_page(library: Library, id: str, is_paper: bool) -> Page:
    """The spoken words in very large type, with marks to breathe by, at the pace of who reads."""
    bulletin, pace = library.get(Bulletin, id), library.loudspeaker.pace
    said = reading(bulletin, library.abbreviations())
    return Page(
        address=aloud_address(id),
        section=Bulletin.section,
        template="articles/bulletin_aloud.html",
        key="bulletin-aloud",
        values={
            "record": bulletin,
            "name": bulletin.title,
            "parts_said": _parts(said),
            "paces": [(name, pace + more) for name, more in PACES.items()],
            "pace": pace,
            "seconds": said.seconds(pace),
            "printed": paper_address(id) if is_paper else None,
        },
        scripts=READING,
    )


def _parts(said: Reading) -> list[tuple[Part, bool]]:
    """Each part, and whether it is the one before said again."""
    before = (None, *said.parts)
    return [(one, one == last) for last, one in zip(before, said.parts, strict=False)]


def paper_page(library: Library, id: str) -> Page:
    """The same on paper that a hand can hold before a microphone."""
    bulletin, pace = library.get(Bulletin, id), library.loudspeaker.pace
    said = reading(bulletin, library.abbreviations())
    return Page(
        address=paper_address(id),
        section=Bulletin.section,
        template="articles/bulletin_paper.html",
        key="bulletin-paper",
        values={
            "record": bulletin,
            "name": bulletin.title,
            "parts_said": _parts(said),
            "pace": pace,
            "seconds": said.seconds(pace),
            "names": Names(library),
            "way": paper.way_to(library, bulletin.address),
        },
        scripts=paper.SCRIPTS,
        paper=paper.A5,
        edge=EDGE,
        running=bulletin.title,
    )
