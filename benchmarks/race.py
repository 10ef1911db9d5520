"""Our build against its peers: each as a whole process, in alternation, on the same records."""

import gzip
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from statistics import median

from benchmarks import bare, corpus, hugo, material, search
from benchmarks.browser import browser, theirs
from benchmarks.edits import edits
from benchmarks.hugo_layouts import Ids, Words
from benchmarks.measuring import (
    ROOT,
    TODAY,
    Contestant,
    Cost,
    Weight,
    cost,
    in_turn,
    medians,
    say,
    set_aside,
    weight,
)
from benchmarks.records import SECTIONS, record_pages
from generator.project import Project

CACHE = ROOT / ".cache" / "bench"
EVERYTHING, TWO_WORKERS, RECORDS = "everything", "everything, two workers", "record pages"
HUGO, HUGO_WORDS, BARE = "Hugo, bare", "Hugo, same words", "bare writer"
MATERIAL, MATERIAL_NO_SEARCH = "Material", "Material, no search"
HUGOS = {HUGO: Ids, HUGO_WORDS: Words}
BUILD = (sys.executable, "-m", "generator", "build", "--quiet", "--today", TODAY.isoformat())
MAKE_SITE = ("make", "--silent", "site")
UNCHANGED_RUNS = 5
ALL = "all"  # kinds together
NONE = Cost(0, 0, 0)

Maker = Callable[[int, Path], None]


@dataclass(frozen=True)
class Sizes:
    """How many records: `few` for Material, `many` for most figures, `most` for the largest."""

    few: int
    many: int
    most: int
    rounds: int
    edit_rounds: int  # each of every kind of edit
    searched: tuple[int, ...]  # at which sizes the search is looked at
    titles: int  # that are searched for


FULL = Sizes(
    5_000, 20_000, 100_000, rounds=3, edit_rounds=3, searched=(20_000, 100_000), titles=200
)
SHORT = Sizes(1_000, 5_000, 5_000, rounds=1, edit_rounds=1, searched=(5_000,), titles=50)


@dataclass(frozen=True)
class PageWeight:
    """The median bytes of some pages, as they are and compressed by gzip -9."""

    pages: int
    raw: int
    gzipped: int


@dataclass
class Measured:
    """All that was found out; a cost is the median of its rounds."""

    sizes: Sizes
    costs: dict[str, Cost] = field(default_factory=dict)  # by `named`
    weights: dict[str, Weight] = field(default_factory=dict)
    edits: dict[str, Cost] = field(default_factory=dict)  # ours, by kind of edit
    rebuilds: dict[str, list[Cost]] = field(default_factory=dict)  # after the same, by Hugo
    pages: dict[str, PageWeight] = field(default_factory=dict)  # by kind, and of all
    unchanged: Cost = NONE
    make_site: Cost = NONE
    searches: dict[int, search.Searched] = field(default_factory=dict)  # by how many records
    theirs_to_search: int = 0  # bytes that Material reads before its first answer
    theirs_waited: float = 0  # milliseconds until it answers
    is_consistent: bool = False  # the edited site is what a clean build makes

    def cost(self, name: str, count: int) -> Cost:
        """What a contestant took with so many records."""
        return self.costs[named(name, count)]


def named(name: str, count: int) -> str:
    """How a contestant with so many records is told."""
    return f"{name}, {count:,} records"


def run(
    sizes: Sizes,
    cache: Path = CACHE,
    make: Maker = corpus.make,
    make_site: Sequence[str] = MAKE_SITE,
) -> Measured:
    """Measure everything; what is made is deleted afterwards, but for the corpora."""
    found = Measured(sizes)
    with _cleared(cache / "run") as folder:
        stage = Stage(folder, cache / "corpora", make)
        try:
            _race(stage, found)
            _material(stage, found)
            _large(stage, found)
            _edits(stage, found)
            _search(stage, found)
        finally:
            stage.clear()
    say("make site, twice")
    cost(make_site)
    found.make_site = cost(make_site)
    return found


@contextmanager
def _cleared(folder: Path) -> Iterator[Path]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Stage:
    """Where contestants get their records and have room to work."""

    def __init__(self, folder: Path, corpora: Path, make: Maker) -> None:
        """Let them work below `folder`; corpora are kept for the next time."""
        self._folder = folder
        self._corpora = corpora
        self._make = make
        self._states: set[Path] = set()

    def corpus(self, count: int) -> Path:
        """So many records, made now unless the same maker has made them before."""
        place = self._corpora / f"{count}-{_sum_of_maker()}"
        if not place.exists():
            say(f"making {count} records")
            half = place.with_name(f"{place.name}-half")
            shutil.rmtree(half, ignore_errors=True)
            half.parent.mkdir(parents=True, exist_ok=True)
            self._make(count, half)
            half.rename(place)
        return place

    def room(self, name: str) -> Path:
        """A contestant's own folder."""
        return self._folder / re.sub(r"\W+", "-", name)

    def site(self, name: str, count: int) -> Path:
        """Where our site lies under a name."""
        return self.room(f"{name} {count}") / "site"

    def ours(self, name: str, count: int) -> Contestant:
        """One of ours, which knows nothing of earlier rounds."""
        corpus, site = self.corpus(count), self.site(name, count)
        if name == RECORDS:
            command = [sys.executable, "-m", "benchmarks.record_pages", str(corpus), str(site)]
        else:
            workers = "2" if name == TWO_WORKERS else "1"
            command = [*build(corpus, site), "--workers", workers]
        return turn(name, count, command, *self.kept(corpus, site))

    def kept(self, corpus: Path, site: Path) -> tuple[Path, Path]:
        """A site, and what its builds leave for the next ones."""
        state = Project(ROOT, corpus.resolve(), site.resolve(), TODAY).state.parent
        self._states.add(state)
        return site, state

    def clear(self) -> None:
        """Leave nothing in the project's own cache."""
        for state in self._states:
            for one in state.parent.glob(f"{state.name}*"):
                shutil.rmtree(one)


def build(corpus: Path, site: Path) -> list[str]:
    """Our build as an officer calls it."""
    return [*BUILD, "--content", str(corpus), "--site", str(site)]


def turn(name: str, count: int, command: Sequence[str], *made: Path) -> Contestant:
    """A contestant of which each round begins without what the one before made."""
    steps = [set_aside(folder) for folder in made]

    def prepare() -> None:
        say(named(name, count))
        for step in steps:
            step()

    return Contestant(named(name, count), command, prepare)


def _sum_of_maker() -> str:
    """A sum over the program that makes corpora, by which its corpora are known."""
    home = Path(corpus.__file__)
    files = [home, *sorted((home.parent / "made_up").rglob("*.*"))]
    own = b"".join(path.read_bytes() for path in files if path.suffix in (".py", ".txt", ".md"))
    return blake2b(own, digest_size=6).hexdigest()


# ---- the races -----------------------------------------------------------------------------------


def _race(stage: Stage, found: Measured) -> None:
    """Everybody who can build many records, on as many."""
    count = found.sizes.many
    corpus, site = stage.corpus(count), stage.site("like", count)
    stage.kept(corpus, site)
    say(f"preparing {count:,} records for everybody")
    cost(build(corpus, site))
    found.pages = page_weights(site, corpus)
    for name, show in HUGOS.items():
        hugo.prepare(corpus, stage.room(name), site, show)
    bare.prepare(corpus, stage.room(BARE), site)
    sites = {name: hugo.pages(stage.room(name)) for name in HUGOS}
    sites[BARE] = bare.pages(stage.room(BARE))
    peers = [turn(one, count, hugo.command(stage.room(one)), sites[one]) for one in HUGOS]
    peers.append(turn(BARE, count, bare.command(stage.room(BARE)), sites[BARE]))
    ours = [stage.ours(name, count) for name in (EVERYTHING, RECORDS, TWO_WORKERS)]
    _hold(found, [*ours, *peers], found.sizes.rounds)
    sites |= {name: stage.site(name, count) for name in (EVERYTHING, RECORDS)}
    found.weights |= {named(name, count): weight(site) for name, site in sites.items()}


def _material(stage: Stage, found: Measured) -> None:
    """Material once in each way, with our record pages before, between and after."""
    count = found.sizes.few
    ways = []
    for name, has_search in ((MATERIAL, True), (MATERIAL_NO_SEARCH, False)):
        room = stage.room(name)
        material.prepare(stage.corpus(count), room, search=has_search)
        ways.append(turn(name, count, material.command(room), material.pages(room)))
    ours = stage.ours(RECORDS, count)
    _hold(found, [ours, ways[0], ours, ways[1], ours], rounds=1)
    site = material.pages(stage.room(MATERIAL))
    found.weights[named(MATERIAL, count)] = weight(site)
    found.theirs_to_search = (site / material.INDEX).stat().st_size
    with browser() as opened:
        found.theirs_waited = theirs(opened, site)


def _large(stage: Stage, found: Measured) -> None:
    """Everything: most records once with each number of workers, and few in between."""
    few = stage.ours(EVERYTHING, found.sizes.few)
    one, two = (stage.ours(name, found.sizes.most) for name in (EVERYTHING, TWO_WORKERS))
    _hold(found, [few, one, few, two, few], rounds=1)


def _hold(found: Measured, contestants: Sequence[Contestant], rounds: int) -> None:
    costs = in_turn(contestants, rounds)
    found.costs |= {name: medians(each) for name, each in costs.items()}


# ---- edits ---------------------------------------------------------------------------------------


def _edits(stage: Stage, found: Measured) -> None:
    """A build of a site that stands: with nothing to do, then after one edit and another."""
    count, rounds = found.sizes.many, found.sizes.edit_rounds
    corpus, site = stage.room("edited") / "content", stage.site("edited", count)
    shutil.copytree(stage.corpus(count), corpus)
    stage.kept(corpus, site)
    say(f"edits of one among {count:,} records")
    again = build(corpus, site)
    cost(again)
    found.unchanged = medians([_settled(again) for _ in range(UNCHANGED_RUNS)])
    costs: dict[str, list[Cost]] = {}
    todo = edits(corpus, rounds)
    for round in range(1, rounds + 1):
        for edit in todo:
            path = edit.change(round)
            costs.setdefault(edit.name, []).append(_settled(again))
            if round == 1:
                _rebuild(stage, found, edit.kind, path)
    found.edits = {name: medians(each) for name, each in costs.items()}
    clean = stage.site("clean", count)
    stage.kept(corpus, clean)
    cost(build(corpus, clean))
    found.is_consistent = _files(site) == _files(clean)


def _rebuild(stage: Stage, found: Measured, kind: str, path: Path) -> None:
    """The same edit for Hugo, which builds everything again."""
    for name, show in HUGOS.items():
        hugo.edit(kind, path, stage.room(name), show)
        rebuilt = _settled(hugo.command(stage.room(name)))
        found.rebuilds.setdefault(name, []).append(rebuilt)


def _settled(command: Sequence[str]) -> Cost:
    os.sync()  # what the one before wrote must not be paid by this one
    return cost(command)


def _files(site: Path) -> dict[Path, bytes]:
    """A sum over each file of a site."""
    paths = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site): blake2b(path.read_bytes()).digest() for path in paths}


# ---- the search ----------------------------------------------------------------------------------


def _search(stage: Stage, found: Measured) -> None:
    """Whether it finds, how long it takes; large builds once, and edits only as many as others."""
    sizes = found.sizes
    for count in sizes.searched:
        room = search.Room(stage.room(f"search {count}"))
        for site in room.sites:
            stage.kept(room.content, site)
        is_usual = count <= sizes.many
        edit_rounds = sizes.edit_rounds if is_usual else 0
        builds = sizes.rounds if is_usual else 1
        rounds = search.Rounds(builds, sizes.rounds, edit_rounds, sizes.titles)
        found.searches[count] = search.measure(stage.corpus(count), room, rounds)


# ---- pages ---------------------------------------------------------------------------------------


def page_weights(site: Path, records: Path) -> dict[str, PageWeight]:
    """How heavy the pages of records are, of each kind and of all."""
    kinds = {section: kind for kind, section in SECTIONS.items()}
    sizes: dict[str, list[tuple[int, int]]] = {}
    for page in record_pages(site, records):
        content = page.read_bytes()
        both = len(content), len(gzip.compress(content, 9))
        for kind in (ALL, kinds[page.parent.name]):
            sizes.setdefault(kind, []).append(both)
    return {kind: _page_weight(each) for kind, each in sizes.items()}


def _page_weight(sizes: Sequence[tuple[int, int]]) -> PageWeight:
    raw, gzipped = zip(*sizes, strict=True)
    return PageWeight(len(sizes), int(median(raw)), int(median(gzipped)))
