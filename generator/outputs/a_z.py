"""From A to Z: every title by its letter, every place by its, and the topics; no script is needed.

A list with many sheets begins with guide words, as a dictionary has them at its edge: the headings
with which some sheets begin, evenly over all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

from generator.facets import FACETS, View, views_of
from generator.library import OF_FOLDER, Library, Titled
from generator.outputs.lists import address_of
from generator.page import Output, Outputs, Page, Word
from generator.places import has_ended
from generator.records.areas import Area, AreaOutline
from generator.records.bulletins import Bulletin, BulletinOutline
from generator.records.materials import Material, MaterialOutline
from generator.records.organisations import Organisation, OrganisationOutline
from generator.records.procedures import Procedure, ProcedureOutline
from generator.records.record import Record
from generator.records.terms import Term
from generator.sheets import OF_A_VIEW, ROWS, Sheet, sheet_address, sheets
from generator.vietnamese.folding import fold
from generator.vietnamese.sorting import sort_key

SECTION = "a-z"
FRONT = "a-z.html"
TOPICS = f"{SECTION}{OF_A_VIEW}chu-de.html"
TITLES, PLACES = "titles", "places"
STEMS = {TITLES: f"{SECTION}{OF_A_VIEW}", PLACES: f"{SECTION}{OF_A_VIEW}noi-"}
NO_LETTER = "so"  # what begins with a number or a sign
LETTER = "letter"  # the group of the wording that tells which letters stand together
SOURCE = "content"

Headed = TypeVar("Headed", Titled, Term)  # what has a heading
Row = tuple[str, str]  # folder and id
Link = tuple[str, str, int]  # a letter in the wording, its list, and how many headings it has
Topic = tuple[str, ...]  # its name, then folder and address of each list of what has it
Guide = tuple[tuple[str, str], ...]  # headings, and the sheets that begin with them


# ---- titles and places ---------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The front page, and for each letter its titles and its places."""
    headed: dict[str, list[Titled]] = defaultdict(list)
    ended = {one.id for one in library.outlines(AreaOutline) if has_ended(library, one)}
    for one in library.titles():
        if one.folder != Area.folder:
            headed[TITLES].append(one)
        elif one.id not in ended:
            headed[PLACES].append(one)
    links: dict[str, tuple[Link, ...]] = {}
    for part, stem in STEMS.items():
        letters = by_letter(headed[part])
        links[part] = tuple(
            (key_of(letter), f"{stem}{letter}.html", len(those))
            for letter, those in letters.items()
        )
        for letter, those in letters.items():
            yield from _sheets(part, letter, f"{stem}{letter}.html", those)
    yield Output(FRONT, front_page, (links[TITLES], links[PLACES]), SOURCE)


def by_letter(titled: Iterable[Headed]) -> dict[str, list[Headed]]:
    """The headings under the letter with which they begin, marks left out; numbers come last."""
    found: dict[str, list[Headed]] = defaultdict(list)
    for one in titled:
        first = next(filter(str.isalnum, fold(one.heading)), NO_LETTER)
        found[first if first.isascii() and first.isalpha() else NO_LETTER].append(one)
    letters = sorted(found, key=lambda letter: (letter == NO_LETTER, letter))
    return {letter: sorted(found[letter], key=_by_heading) for letter in letters}


def key_of(letter: str) -> str:
    """A letter as the wording names it; what that does not know stands for itself."""
    return letter if letter == NO_LETTER else letter.upper()


def _by_heading(one: Titled | Record) -> tuple[object, ...]:
    return sort_key(one.heading), one.folder, one.id


def _sheets(part: str, letter: str, address: str, titled: Sequence[Titled]) -> Iterator[Output]:
    for sheet in sheets(titled, address):
        rows = tuple((one.folder, one.id) for one in sheet.rows)
        guide = _guide(titled, address) if sheet.number == 1 else ()
        given = part, letter, (sheet.list, sheet.number, sheet.count), rows, guide
        yield Output(sheet.address, letter_page, given, SOURCE, passing=True)


def _guide(titled: Sequence[Titled], address: str) -> Guide:
    """As many guide words as a sheet has rows, at most; none where there are few sheets."""
    count = -(-len(titled) // ROWS)
    step = -(-count // ROWS)
    numbers = range(1, count + 1, step) if count > 2 else ()
    return tuple((titled[(n - 1) * ROWS].heading, sheet_address(address, n)) for n in numbers)


def front_page(library: Library, titles: Sequence[Link], places: Sequence[Link]) -> Page:
    """The letters."""
    return Page(
        address=FRONT,
        section=SECTION,
        template="lists/a_z.html",
        key="a-z",
        values={"titles": titles, "places": places, "topics": TOPICS},
    )


def letter_page(
    library: Library,
    part: str,
    letter: str,
    turn: tuple[str, int, int],
    rows: Sequence[Row],
    guide: Guide,
) -> Page:
    """A sheet of the headings of a letter, each with the kind of its record, or its province."""
    sheet = Sheet(*turn, rows=list(_shown(library, rows)))
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/a_z_letter.html",
        key=f"a-z-{part}",
        values={
            "name": Word(LETTER, key_of(letter)),
            "part": part,
            "sheet": sheet,
            "turn": sheet.turn,
            "guide": guide,
        },
    )


def _shown(library: Library, rows: Sequence[Row]) -> Iterator[tuple[Record, Area | None]]:
    for folder, id in rows:
        record = library.get(OF_FOLDER[folder], id)
        province = library.find(Area, record.province) if isinstance(record, Area) else None
        yield record, province


# ---- topics --------------------------------------------------------------------------------------


def topic_outputs(library: Library) -> Outputs:
    """The topics of materials, procedures and organisations, in sheets."""
    topics = sorted(_topics(library), key=lambda one: sort_key(one[0]))
    for sheet in sheets(topics, TOPICS):
        given = (sheet.number, sheet.count), tuple(sheet.rows)
        yield Output(sheet.address, topics_page, given, SOURCE, passing=sheet.number > 1)


def _topics(library: Library) -> Iterator[Topic]:
    """Two kinds that name a topic alike share it."""
    named: dict[str, tuple[str, dict[str, str]]] = {}
    for kind, view in _views(library):
        _, lists = named.setdefault(view.word, (view.value, {}))
        lists.setdefault(kind.folder, address_of(kind.section, view))
    for name, lists in named.values():
        yield name, *chain.from_iterable(lists.items())


def _views(library: Library) -> Iterator[tuple[type[Record], View[None]]]:
    """Each topic of each kind that any record has to which its list leads."""
    materials = set(library.offered_ids(Material))
    bulletins = set(library.offered_ids(Bulletin))
    procedures = set(library.offered_ids(Procedure))
    offered: dict[type[Record], list[Any]] = {
        Material: [one for one in library.outlines(MaterialOutline) if one.id in materials],
        Bulletin: [one for one in library.outlines(BulletinOutline) if one.id in bulletins],
        Procedure: [
            one
            for one in library.outlines(ProcedureOutline)
            if one.id in procedures and not one.is_abolished
        ],
        Organisation: [
            one
            for one in library.outlines(OrganisationOutline)
            if not one.is_withdrawn and not one.has_ended
        ],
    }
    for kind, every in offered.items():
        for facet in FACETS[kind]:
            if facet.is_topic:
                for view in views_of(facet, ((None, one) for one in every)):
                    yield kind, view


def topics_page(library: Library, turn: tuple[int, int], topics: Sequence[Topic]) -> Page:
    """A sheet of topics."""
    rows = [(name, list(zip(lists[::2], lists[1::2], strict=True))) for name, *lists in topics]
    sheet = Sheet(TOPICS, *turn, rows=rows)
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/topics.html",
        key="topics",
        values={
            "sheet": sheet,
            "turn": sheet.turn,
        },
    )
