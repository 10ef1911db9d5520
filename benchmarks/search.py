"""The search: whether it finds what is there, how long a reader waits, and what its index takes."""

import gzip
import json
import re
import shutil
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from html import unescape
from math import ceil
from pathlib import Path
from random import Random
from statistics import fmean, median
from unicodedata import normalize

from playwright.sync_api import Browser

from benchmarks import index_cost
from benchmarks.browser import INDEX, PAGE, Cold, Heap, ask, browser, cold, heap, visit
from benchmarks.edits import edits
from benchmarks.measuring import ROOT, TODAY, Weight, cost, say, set_aside, weight
from benchmarks.planted import Topic, plant
from generator import build
from generator.library import Library
from generator.outputs.search import SCRIPTS
from generator.project import Project
from generator.records import KINDS
from generator.store import Store
from generator.vietnamese.folding import fold

SHOWN = 10  # results that people look at
OF_SEARCH = (*SCRIPTS, "assets/javascripts/box.js")
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
EVERYDAY = ("đất đai", "ly hôn", "hộ nghèo", "vay nợ", "bao luc gia dinh")
IN_HEAP = 10  # questions until it is looked what scripts hold
MARKED = "with marks"
FORMS: Mapping[str, Callable[[str], str]] = {
    MARKED: lambda text: normalize("NFC", text),
    "without marks": fold,
    "NFD": lambda text: normalize("NFD", text),
}  # in which one text may be typed

Ask = Callable[[str], list[str]]  # gives the addresses that are shown for a question
Titles = Mapping[str, str]  # by address, of all that a search may find


@dataclass(frozen=True)
class Relevance:
    """How well what is there is found, by the form in which it is typed."""

    rank: Mapping[str, float]  # of known titles, mean reciprocal
    precision: Mapping[str, float]  # of planted topics: right ones among ten
    share: Mapping[str, float]  # the same among those that are shown, be they fewer


@dataclass(frozen=True)
class Searched:
    """All that was found out at one size; seconds are CPU, and medians of their rounds."""

    relevance: Relevance
    heading_rank: float  # of what pages are headed, which is not always the title in a list
    cold: Sequence[Cold]  # one a question, the medians of its rounds
    heap: Heap
    index: Weight
    code: int  # bytes of script that a reader gets, compressed
    seconds: Mapping[str, float]  # of a first build, by what they were spent for
    edits: Mapping[str, float]  # that an edit takes more than without an index, by kind


@dataclass(frozen=True)
class Rounds:
    """How often each thing is done, and for how many titles; no edits where that takes too long."""

    builds: int
    questions: int
    edits: int
    titles: int


@dataclass(frozen=True)
class Room:
    """Where a corpus with planted topics is built, with an index and without."""

    folder: Path

    @property
    def content(self) -> Path:
        """The corpus."""
        return self.folder / "content"

    @property
    def sites(self) -> tuple[Path, Path]:
        """The site, and the one without an index."""
        return self.folder / "site", self.folder / index_cost.WITHOUT

    @property
    def states(self) -> list[Path]:
        """What builds of both leave for the next ones."""
        return [project(self.content, site).state.parent for site in self.sites]


def code(site: Path) -> int:
    """The bytes of script that a reader gets, compressed."""
    return sum(len(gzip.compress((site / name).read_bytes(), 9)) for name in OF_SEARCH)


def measure(corpus: Path, room: Room, rounds: Rounds) -> Searched:
    """Everything about the search of so many records."""
    site, _ = room.sites
    shutil.copytree(corpus, room.content)
    topics = plant(room.content)
    seconds = _first_builds(room, rounds.builds)
    known = titles(project(room.content, site))
    some = sample(known, rounds.titles)
    with browser() as opened:
        say("search: what is found")
        with visit(opened) as (page, _):
            page.goto((site / PAGE).as_uri())
            found = relevance(lambda text: ask(page, text), known, some, topics)
            headed = _heading_rank(lambda text: ask(page, text), site, some)
        asked = _spread(questions(known, topics, site), max(1, rounds.titles // 5))
        say(f"search: {len(asked)} questions that nothing is known for")
        waited = [_colds(opened, site, one, rounds.questions) for one in asked]
        held = heap(opened, site, _spread(asked, IN_HEAP))
    index, edited = weight(site / INDEX), _edits(room, rounds.edits)
    return Searched(found, headed, waited, held, index, code(site), seconds, edited)


def project(content: Path, site: Path) -> Project:
    """A site as our build knows it."""
    return Project(ROOT, content.resolve(), site.resolve(), TODAY)


def quantile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of all does not exceed."""
    return sorted(values)[ceil(share * len(values)) - 1]


# ---- whether it finds what is there --------------------------------------------------------------


def titles(project: Project) -> dict[str, str]:
    """What everything is called that a built site has and that a search may find."""
    work = build.workshop(project)
    with closing(Store.to_read(work.state)) as store:
        library = Library(store, work.view, work.folders)
        return {
            f"{kind.section}/{id}.html": library.get(kind, id).label
            for kind in KINDS
            for id in library.offered_ids(kind)
        }


def sample(titles: Titles, count: int) -> list[str]:
    """So many addresses, or all."""
    return Random(count).sample(sorted(titles), min(count, len(titles)))


def relevance(
    ask: Ask,
    titles: Titles,
    some: Sequence[str],
    topics: Sequence[Topic],
    forms: Collection[str] = tuple(FORMS),
) -> Relevance:
    """Ask in some forms for the titles of some, which others may have too, and for topics."""
    rank, precision, share = {}, {}, {}
    for form in forms:
        typed = FORMS[form]
        ranks = [_rank(ask(typed(titles[one])), titles, titles[one]) for one in some]
        shown = [(ask(typed(one.words))[:SHOWN], one.right) for one in topics]
        right = sum(len(right.intersection(found)) for found, right in shown)
        rank[form] = fmean(ranks) if ranks else 1
        precision[form] = right / max(1, sum(min(SHOWN, len(one.right)) for one in topics))
        share[form] = right / max(1, sum(len(found) for found, _ in shown))
    return Relevance(rank, precision, share)


def _rank(found: Sequence[str], titles: Titles, title: str) -> float:
    """One by the place of the first with this title among those shown; 0 where there is none."""
    places = (place for place, one in enumerate(found[:SHOWN], 1) if titles.get(one) == title)
    return 1 / next(places, float("inf"))


def _heading_rank(ask: Ask, site: Path, some: Sequence[str]) -> float:
    """The same for what pages are headed: a commune with its province, a document unnumbered."""
    ranks = []
    for address in some:
        wanted = _heading(site, address)
        found = ask(wanted)
        ranks.append(_rank(found, {one: _heading(site, one) for one in found}, wanted))
    return fmean(ranks)


def _heading(site: Path, address: str) -> str:
    found = HEADING.search((site / address).read_text(encoding="utf-8"))
    return " ".join(unescape(re.sub("<[^>]+>", "", found[1])).split()) if found else ""


def _spread(those: Sequence[str], most: int) -> list[str]:
    """So many of those at equal distances, or all."""
    return [*those[:: ceil(len(those) / most)]]


# ---- how long a reader waits ---------------------------------------------------------------------


def questions(titles: Titles, topics: Sequence[Topic], site: Path) -> list[str]:
    """What people may ask: titles with and without marks, topics, a number, a place, two words."""
    dice = Random(len(titles))

    def some(section: str, most: int) -> list[str]:
        those = [one for one in sorted(titles) if one.startswith(section)]
        return dice.sample(those, min(most, len(those)))

    asked = [titles[address] for address in some("", 24)]
    asked[::2] = map(fold, asked[::2])
    asked += [fold(topic.words) for topic in topics[:6]]
    asked += [titles[address].partition(":")[0] for address in some("van-ban/", 2)]
    asked += [_heading(site, address) for address in some("dia-phuong/", 3)]
    return [*asked, *EVERYDAY]


def _colds(browser: Browser, site: Path, text: str, rounds: int) -> Cold:
    """The waiting of the middle round; what is opened is the same in all."""
    found = [cold(browser, site, text) for _ in range(rounds)]
    since_key = median(one.since_key for one in found)
    since_nothing = median(one.since_nothing for one in found)
    return replace(found[0], since_key=since_key, since_nothing=since_nothing)


# ---- what the index takes of a build -------------------------------------------------------------


def _first_builds(room: Room, rounds: int) -> dict[str, float]:
    """The CPU seconds that the index takes when nothing is left of earlier builds."""
    told = room.folder / "told.json"
    command = _command(room, told)
    made = [set_aside(one) for one in (room.sites[0], room.states[0])]
    found: list[dict[str, float]] = []
    for number in range(rounds):
        say(f"search: first build, round {number + 1}")
        for step in made:
            step()
        cost(command)
        found.append(json.loads(told.read_text()))
    return {name: median(one[name] for one in found) for name in found[0]}


def _edits(room: Room, rounds: int) -> dict[str, float]:
    """How much more CPU each kind of edit takes than where no index is kept."""
    ways = _command(room, room.folder / "told.json"), _command(room)
    more: dict[str, list[float]] = {}
    todo = edits(room.content, rounds) if rounds else []
    if todo:
        say("search: edits with an index and without")
        cost(ways[1])
        todo[0].change(0)  # the first edit of a site costs more than those that follow
        for way in ways:
            cost(way)
    for number in range(1, rounds + 1):
        for edit in todo:
            edit.change(number)
            ours, without = (cost(way).cpu_seconds for way in ways)
            more.setdefault(edit.name, []).append(ours - without)
    return {name: median(each) for name, each in more.items()}


def _command(room: Room, told: Path | None = None) -> list[str]:
    """Our build; where nothing is to be told, the one without an index."""
    site = room.sites[0 if told else 1]
    told_to = str(told or index_cost.WITHOUT)
    return [sys.executable, "-m", index_cost.__name__, str(room.content), str(site), told_to]
