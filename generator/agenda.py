"""The tasks of a plan as a schedule: by how they stand, by when they are due, by who does them.

Headings are no tasks: they only gather what stands below them. No task is told a time or an agency
that the plan gives to another, such as the one above it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.records.plans import Plan
from generator.records.record import Party, Time, TimeKind
from generator.schedule import LASTING, PlannedTask, TaskState, task_anchor, task_state

MONTHS_AT_MOST = 12  # beyond a year of months a reader looks for quarters,
QUARTERS_AT_MOST = 20  # and beyond five years of quarters for years
_DUE, _BEGUN, _GOING_ON = "due", "begun", "going on"


@dataclass(frozen=True)
class Job(PlannedTask):
    """A task with its plan and how it stands."""

    state: TaskState

    @property
    def mark(self) -> str:
        """Its name within the page of its plan."""
        return task_anchor(self.task)


def jobs_of(plan: Plan, day: date) -> list[Job]:
    """Every task of a plan that is more than a heading, in the order of the plan."""
    tasks = (task for task in plan.all_tasks() if not task.is_heading)
    return [Job(plan, task, task_state(task, day)) for task in tasks]


def percent(part: int, whole: int) -> float:
    """A part of a whole, for a drawing."""
    return round(100 * part / max(whole, 1), 2)


# ---- by how they stand ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Standing:
    """The tasks of one state, and their place on a bar of all; in percent of its length."""

    state: TaskState
    jobs: tuple[Job, ...]
    at: float
    width: float


def by_state(jobs: Collection[Job]) -> list[Standing]:
    """The states that occur, in the order of `TaskState`."""
    found: list[Standing] = []
    before = 0
    for state in TaskState:
        those = tuple(job for job in jobs if job.state is state)
        if those:
            at, width = percent(before, len(jobs)), percent(len(those), len(jobs))
            found.append(Standing(state, those, at, width))
            before += len(those)
    return found


# ---- by when they are due ------------------------------------------------------------------------


class Unit(StrEnum):
    """What a calendar is cut into."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months it has."""
        return {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[self]


class Undated(StrEnum):
    """What stands beside the calendar, for it has no days there."""

    ONGOING = "ongoing"
    RECURRING = "recurring"
    UNCLEAR = "unclear"
    UNTOLD = "untold"


@dataclass(frozen=True)
class Stretch:
    """A month, quarter or year: what is due in it, what begins, and what only goes on.

    `number` counts it within its year; widths are those of bars, in percent of the fullest stretch.
    """

    unit: Unit
    year: int
    number: int
    due: tuple[Job, ...]
    begun: tuple[Job, ...]
    going_on: tuple[Job, ...]
    due_width: float = 0
    width: float = 0

    @property
    def count(self) -> int:
        """How many tasks there is something to do for."""
        return len(self.due) + len(self.begun) + len(self.going_on)

    @property
    def mark(self) -> str:
        """Its name within a page."""
        return f"t-{self.year}-{self.number}"


class Calendar(NamedTuple):
    """The stretches from the first day to the last, empty ones too, and what has no days."""

    stretches: list[Stretch]
    undated: list[tuple[Undated, list[Job]]]

    @property
    def groups(self) -> int:
        """Among how many headings the tasks are divided."""
        return sum(1 for one in self.stretches if one.count) + len(self.undated)


def by_time(jobs: Iterable[Job]) -> Calendar:
    """What falls due or runs in which month, quarter or year."""
    dated: list[tuple[Job, Time]] = []
    others: dict[Undated, list[Job]] = defaultdict(list)
    for job in jobs:
        time, group = job.task.time, _group(job.task.time)
        if time and group is None:
            dated.append((job, time))
        elif group:
            others[group].append(job)
    undated = [(group, others[group]) for group in Undated if group in others]
    return Calendar(_stretches(dated), undated)


def _group(time: Time | None) -> Undated | None:
    """Where a task stands beside the calendar; None where it stands in it."""
    if time is None:
        return Undated.UNTOLD
    if time.kind in LASTING:
        return Undated.ONGOING if time.kind is TimeKind.ONGOING else Undated.RECURRING
    return None if time.first_day or time.last_day else Undated.UNCLEAR


def _stretches(dated: list[tuple[Job, Time]]) -> list[Stretch]:
    days = [day for _, time in dated for day in (time.first_day, time.last_day) if day]
    if not days:
        return []
    unit = _unit(min(days), max(days))
    cut = range(_place(min(days), unit), _place(max(days), unit) + 1)
    found = [_stretch(unit, place, dated) for place in cut]
    most = max(one.count for one in found)
    return [
        replace(one, due_width=percent(len(one.due), most), width=percent(one.count, most))
        for one in found
    ]


def _unit(first: date, last: date) -> Unit:
    months = _place(last, Unit.MONTH) - _place(first, Unit.MONTH) + 1
    if months <= MONTHS_AT_MOST:
        return Unit.MONTH
    quarters = _place(last, Unit.QUARTER) - _place(first, Unit.QUARTER) + 1
    return Unit.QUARTER if quarters <= QUARTERS_AT_MOST else Unit.YEAR


def _place(day: date, unit: Unit) -> int:
    """The number of the stretch that a day lies in, counted from the year nought."""
    return (day.year * 12 + day.month - 1) // unit.months


def _stretch(unit: Unit, place: int, dated: list[tuple[Job, Time]]) -> Stretch:
    parts = [(job, _part(time, unit, place)) for job, time in dated]
    due, begun, going_on = (
        tuple(job for job, found in parts if found is part) for part in (_DUE, _BEGUN, _GOING_ON)
    )
    year, months = divmod(place * unit.months, 12)
    return Stretch(unit, year, months // unit.months + 1, due, begun, going_on)


def _part(time: Time, unit: Unit, place: int) -> str | None:
    """What a task does in a stretch; what is due in it is not told as begun as well."""
    first = _place(time.first_day, unit) if time.first_day else None
    last = _place(time.last_day, unit) if time.last_day else None
    if last == place:
        return _DUE
    if first == place:
        return _BEGUN
    runs = first is not None and last is not None and first < place < last
    return _GOING_ON if runs else None


# ---- by who does them ----------------------------------------------------------------------------


class Doer(NamedTuple):
    """An agency, or a group in words, with what it leads and where it takes part.

    The width is that of its bar, in percent of whoever leads most.
    """

    party: Party
    leads: list[Job]
    joins: list[Job]
    width: float


class Doers(NamedTuple):
    """Who does the tasks, the busiest first, and the tasks that nobody is named to lead."""

    every: list[Doer]
    unled: list[Job]

    @property
    def leading(self) -> list[Doer]:
        """Those who lead any."""
        return [one for one in self.every if one.leads]


def by_agency(jobs: Iterable[Job]) -> Doers:
    """What each agency leads, and where it takes part; whoever is named first leads equals."""
    leads: defaultdict[Party, list[Job]] = defaultdict(list)
    joins: defaultdict[Party, list[Job]] = defaultdict(list)
    named: dict[Party, None] = {}  # in the order in which the plan names them
    unled: list[Job] = []
    for job in jobs:
        for parties, those in ((job.task.leads, leads), (job.task.partners, joins)):
            for party in dict.fromkeys(parties):
                named[party] = None
                those[party].append(job)
        if not job.task.leads:
            unled.append(job)
    most = max(map(len, leads.values()), default=0)
    every = [Doer(one, leads[one], joins[one], percent(len(leads[one]), most)) for one in named]
    return Doers(sorted(every, key=lambda one: (-len(one.leads), -len(one.joins))), unled)
