"""The officer's page: what is late, rule by rule, and what falls due next."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath

from generator.freshness import KEYS
from generator.library import OF_FOLDER, Key, Library
from generator.page import Output, Outputs, Page
from generator.problems import Problem
from generator.records import KINDS
from generator.records.record import Record

ADDRESS = "tinh-trang-du-lieu.html"
SOON = timedelta(days=30)  # a month to prepare a review


@dataclass(frozen=True)
class Lateness:
    """What is late with a record; of a draft, no more is told."""

    record: Record | None
    problem: Problem


def outputs(library: Library) -> Outputs:
    """One page."""
    counts = [library.count(kind) for kind in KINDS]
    published, demo = (
        sum(one.published for one in counts),
        sum(one.published_demos for one in counts),
    )
    soon = min(SOON, date.max - library.today)  # no day follows the last that Python knows
    due = library.falling_due(library.today, library.today + soon)
    yield Output(ADDRESS, page, (published, demo, tuple(due)), "content")


def page(library: Library, count: int, demo: int, soon: tuple[Key, ...]) -> Page:
    """What is late, and whose review falls due within a month, the nearest first."""
    return Page(
        address=ADDRESS,
        section="du-lieu",
        template="lists/data_state.html",
        key="data_state",
        values={
            "today": library.today,
            "count": count,
            "demo": demo,
            "late": by_rule(library),
            "soon": [library.get(OF_FOLDER[folder], id) for folder, id in soon],
        },
    )


def by_rule(library: Library) -> list[tuple[str, list[Lateness]]]:
    """What is late, gathered by the key of its message, in the order of the rules."""
    found: dict[str, list[Lateness]] = defaultdict(list)
    for kind, id, _, problem in sorted(library.late(), key=_place):
        found[problem.key].append(Lateness(library.find(kind, id), problem))
    return [(key, found[key]) for key in KEYS if key in found]


def _place(late: tuple[type[Record], str, str, Problem]) -> tuple[int, tuple[str, ...]]:
    """The place of what is late: reviews in the order of the files, all else by id."""
    kind, id, _, problem = late
    is_review = problem.key == KEYS[0]
    return KINDS.index(kind), PurePath(problem.file).parts if is_review else (id,)
