"""The index of the search: in which runs of records a word stands, and what each run says.

A reader's words are looked up first in files of words, which name runs; then only the runs that
promise most are opened, and there each record is weighed. Records of one folder of content/ that
fall into one run stay together whatever comes and goes around them: an edit changes its own run and
those files of words whose words came to that run or left it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import msgspec

from generator.found_by import found_by, places_of, spoken_on
from generator.intake import Hands
from generator.library import (
    CELL_OF_CUT,
    CELL_OF_SYLLABLES,
    OF_FOLDER,
    SHELVES,
    Library,
    cell_of_run,
    cell_of_shelf,
)
from generator.making import Workshop
from generator.records import KINDS
from generator.records.areas import Area
from generator.records.record import Record
from generator.standing import PAST, standing
from generator.store import Store
from generator.vietnamese.search_words import keys, sum_of, whole_numbers, whole_title

MODULE = __name__  # under which the store notes what the cut into runs was made from
LENGTH = 16  # records in a run, at most on average
AT_ONCE = 8  # runs that one worker reads before it reports
LONGEST_PAIRED = 2  # digits of a number that is looked up with the word before it: thôn 8
MOST_SHOWN = 200  # signs of a text that a result shows
OF_OTHER_SCRIPTS = re.compile("[^\x00-\x7f]+")  # where marks stand by themselves, as in Khmer
ENCODER = msgspec.msgpack.Encoder()
IDS = msgspec.msgpack.Decoder(tuple[str, ...])


class Run(NamedTuple):
    """Some records of a kind from one folder of content/, with a name that stays."""

    name: str
    folder: str
    ids: tuple[str, ...]


class Read(NamedTuple):
    """What a run says, as its file tells it; its words by shelf; what it was made from."""

    name: str
    text: str
    shelves: dict[int, str]
    cells: bytes


READ = msgspec.msgpack.Decoder(Read)


def renew(store: Store, library: Library, workshop: Workshop, hands: Hands) -> set[int]:
    """Bring the index up to date with the records; gives the cells of what changed in it."""
    counts: Counter[str] = Counter()
    changed = _cut(store, library, counts)
    stale = store.ask("select name, folder, ids from run where cells is null").fetchall()
    runs = [Run(name, folder, IDS.decode(ids)) for name, folder, ids in stale]
    with hands(len(runs) * LENGTH) as executor:
        if executor:
            store.share()
        reads = _read_all(library, workshop, runs, executor)
        # Nobody may write while others read; kept as bytes, 100,000 records take 80 MB here.
        for told in list(reads) if executor else reads:
            changed |= _note(store, READ.decode(told), counts)
    return changed | _count(store, counts)


# ---- the cut into runs ---------------------------------------------------------------------------


def _cut(store: Store, library: Library, counts: Counter[str]) -> set[int]:
    """Note which records stand in which run, where any came or went; gives the changed cells."""
    if store.ask("select 1 from module where name = ? and cells is not null", MODULE).fetchone():
        return set()
    library.asked()
    now = {run.name: run for run in _runs(library)}
    store.run("replace into module values (?, ?)", MODULE, library.asked())
    before = dict(store.ask("select name, ids from run").fetchall())
    changed = {CELL_OF_CUT} if before.keys() != now.keys() else set()
    for name in sorted(before.keys() - now.keys()):
        changed |= _forget(store, name, counts)
    for run in now.values():
        ids = ENCODER.encode(run.ids)
        if run.name not in before:
            store.run("insert into run (name, folder, ids) values (?, ?, ?)", *run[:2], ids)
        elif before[run.name] != ids:
            store.run("update run set ids = ?, cells = null where name = ?", ids, run.name)
    return changed


def _runs(library: Library) -> Iterator[Run]:
    """Records fall into the runs of their folder by a sum over their ids.

    How many runs a folder has grows by doubling, so that one record more seldom moves others.
    """
    for kind in KINDS:
        homes: dict[str, list[str]] = defaultdict(list)
        for id, file in library.offered_files(kind):
            homes[file.rpartition("/")[0]].append(id)
        for home, ids in homes.items():
            count = 1 << max(0, (len(ids) - 1) // LENGTH).bit_length()
            runs: dict[int, list[str]] = defaultdict(list)
            for id in ids:
                runs[crc32(id.encode()) % count].append(id)
            name = f"{kind.section}-{blake2b(home.encode(), digest_size=6).hexdigest()}"
            for number in range(count):
                yield Run(f"{name}-{number}", kind.folder, tuple(runs[number]))


def _forget(store: Store, name: str, counts: Counter[str]) -> set[int]:
    (n,) = store.ask("select n from run where name = ?", name).fetchone()
    changed = _note(store, Read(name, "", {}, b""), counts)
    store.run("delete from run where n = ?", n)
    return changed


# ---- what a run says -----------------------------------------------------------------------------


def _read_all(
    library: Library, workshop: Workshop, runs: Sequence[Run], executor: Executor | None
) -> Iterator[bytes]:
    """What each run says, in MessagePack."""
    if executor is None:
        yield from (ENCODER.encode(_read(library, run)) for run in runs)
        return
    chunks = [runs[at : at + AT_ONCE] for at in range(0, len(runs), AT_ONCE)]
    for some in executor.map(_read_elsewhere, [workshop] * len(chunks), chunks):
        yield from some


def _read_elsewhere(workshop: Workshop, runs: Sequence[Run]) -> list[bytes]:
    library = _library(workshop)
    return [ENCODER.encode(_read(library, run)) for run in runs]


@lru_cache(maxsize=1)
def _library(workshop: Workshop) -> Library:
    return Library(Store.to_read(workshop.state), workshop.view, workshop.folders)


class Words:
    """The words of a run: those of titles and names, and those of texts."""

    def __init__(self) -> None:
        """None yet."""
        self.strong: set[str] = set()
        self.weak: set[str] = set()


def _read(library: Library, run: Run) -> Read:
    library.asked()
    words = Words()
    places: dict[str, int] = {}
    lines = [
        _line(library, record, words, places)
        for record in library.those(OF_FOLDER[run.folder], run.ids)
    ]
    text = "\n".join(("\t".join(places), *lines))
    return Read(run.name, text, _on_shelves(words), library.asked())


def _line(library: Library, record: Record, words: Words, places: dict[str, int]) -> str:
    """A record as its run tells it: fields with tabs between them."""
    found = found_by(library, record)
    names = [_plain(one) for one in dict.fromkeys(found.names) if one]
    place, provinces = _place(library, record)
    text, rest = _shown(_plain(found.text))
    title = _plain(record.label)
    told = {*_add(words.strong, title)}
    headings = {title, record.heading, f"{title} {place}" if isinstance(record, Area) else title}
    words.strong.update(whole_title(keys(one)) for one in headings)
    for name in names:
        told.update(_add(words.strong, name))
    told.update(_add(words.strong, place))
    words.strong.update(f"@{id}" for id in provinces)
    stands = standing(library, record)
    told.update(_add(words.weak, text))
    more = _words_within(rest, *found.more) - told
    words.weak.update(more)
    return "\t".join(
        (
            record.id,
            title,
            "|".join(names),
            text,
            " ".join(sorted(more)),
            str(places.setdefault(_of_place(place, provinces), len(places))),
            _day(record.reviewed_on),
            f"{'d' if record.demo else ''}{'x' if stands in PAST else ''}",
            _day(spoken) if (spoken := spoken_on(library, record)) != record.reviewed_on else "",
            stands,
        )
    )


def _words_within(*texts: str | None) -> set[str]:
    """The words of texts that only the page itself tells, each and whole numbers."""
    found: set[str] = set()
    for text in filter(None, texts):
        found.update(keys(text), whole_numbers(text))
    return found


def _day(day: date | None) -> str:
    return day.isoformat().replace("-", "") if day else ""


def _place(library: Library, record: Record) -> tuple[str, tuple[str, ...]]:
    """Where a record is to be looked for: the first place in words, all provinces by their ids."""
    areas = places_of(library, record)
    if not areas:
        return "", ()
    provinces = dict.fromkeys(one.id if one.is_province else one.province or "" for one in areas)
    around = library.find(Area, areas[0].province)
    shown = (areas[0], around) if around else areas[:1]
    return ", ".join(one.label for one in shown), tuple(filter(None, provinces))


def _of_place(place: str, provinces: Iterable[str]) -> str:
    return "|".join((place, *provinces))


def _add(words: set[str], text: str) -> list[str]:
    """Add the words of a text, alone and each with the one behind it; gives those alone.

    A long number is rare enough alone: with the word before it, it would fill that word's file.
    """
    found = keys(text)
    words.update(
        [
            f"{one} {other}"
            for one, other in pairwise(found)
            if len(other) <= LONGEST_PAIRED or not other.isdigit()
        ]
    )
    found += whole_numbers(text)
    words.update(found)
    return found


def _plain(text: str) -> str:
    """On one line, without the signs that part fields."""
    return " ".join(text.replace("|", "/").split())


def _shown(text: str) -> tuple[str, str]:
    """The beginning of a text that a result shows, cut between words; and what is left."""
    if len(text) <= MOST_SHOWN:
        return text, ""
    cut = text.rfind(" ", 0, MOST_SHOWN)
    cut = cut if cut > 0 else MOST_SHOWN
    return f"{text[:cut]} …", text[cut:]


# ---- words by shelf ------------------------------------------------------------------------------


def _on_shelves(words: Words) -> dict[int, str]:
    """The words by shelf, sorted: on the first line those of titles and names, then the others."""
    shelves: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for at, some in enumerate((words.strong, words.weak - words.strong)):
        for word in sorted(some):
            shelves[_shelf_of(word.partition(" ")[0])][at].append(word)
    return {
        shelf: f"{','.join(strong)}\n{','.join(weak)}"
        for shelf, (strong, weak) in sorted(shelves.items())
    }


@lru_cache(maxsize=1 << 16)
def _shelf_of(first: str) -> int:
    return sum_of(first) % SHELVES


def _note(store: Store, read: Read, counts: Counter[str]) -> set[int]:
    """Note what a run says, counting its syllables; gives the cells of what differs from before."""
    n, text = store.ask("select n, text from run where name = ?", read.name).fetchone()
    store.run("update run set cells = ?, text = ? where n = ?", read.cells, read.text, n)
    if text == read.text:
        return set()
    before = _shelves_of(store, n) if text is not None else {}
    shelves = {one for one in range(SHELVES) if before.get(one) != read.shelves.get(one)}
    gone = ((shelf, n) for shelf in shelves - read.shelves.keys())
    store.run_all("delete from word where shelf = ? and n = ?", gone)
    new = ((shelf, n, read.shelves[shelf]) for shelf in shelves & read.shelves.keys())
    store.run_all("replace into word values (?, ?, ?)", sorted(new))
    counts.update(_syllables(read.shelves))
    counts.subtract(_syllables(before))
    return {cell_of_run(read.name), *map(cell_of_shelf, shelves)}


def _shelves_of(store: Store, n: int) -> dict[int, str]:
    one = "select words from word where shelf = ? and n = ?"
    found = ((shelf, store.ask(one, shelf, n).fetchone()) for shelf in range(SHELVES))
    return {shelf: row[0] for shelf, row in found if row}


# ---- syllables -----------------------------------------------------------------------------------


def _count(store: Store, counts: Mapping[str, int]) -> set[int]:
    """Note in how many more runs each syllable stands, or fewer; gives its cell if any does."""
    changed = [(one, more) for one, more in sorted(counts.items()) if more]
    if not changed:
        return set()  # a store that nothing is written to stays sealed
    store.run_all(
        "insert into syllable values (?, ?) on conflict do update set runs = runs + excluded.runs",
        changed,
    )
    store.run("delete from syllable where runs = 0")
    return {CELL_OF_SYLLABLES}


def _syllables(shelves: Mapping[int, str]) -> set[str]:
    """The words of letters, alone: those that a reader may mistype or not type to the end."""
    words = (word for told in shelves.values() for word in told.replace("\n", ",").split(","))
    return {
        word
        for word in words
        if word.isalpha() or (not word.isascii() and OF_OTHER_SCRIPTS.fullmatch(word))
    }
