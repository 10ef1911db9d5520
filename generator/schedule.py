"""What happens when: tasks and duties by day, states of periods, and the drawn timeline."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from generator.library import Library
from generator.records.documents import Document
from generator.records.plans import Plan, ReportDuty, Task
from generator.records.record import Period, Time, TimeKind
from generator.sheets import OF_A_VIEW

MOST_ON_FIRST_PAGE = 15  # tasks of a plan, headings among them
TABLE_APART = "theo-muc"  # in the address of the page of more
LASTING = (TimeKind.ONGOING, TimeKind.RECURRING)  # work that comes to no end by itself


class State(StrEnum):
    """Where a day stands to a period."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    ENDED = "ended"
    UNKNOWN = "unknown"


def state(first: date | None, last: date | None, today: date) -> State:
    """The state on `today`; unknown where it may have begun and no end is written."""
    if last and last < today:
        return State.ENDED
    if first and first > today:
        return State.UPCOMING
    return State.RUNNING if last else State.UNKNOWN


def state_of(period: Period | None, today: date) -> State:
    """The state of a period that may be missing."""
    return state(period.first_day, period.last_day, today) if period else State.UNKNOWN


class TaskState(StrEnum):
    """How a task stands on a day, as far as its times and what is recorded of it tell."""

    RUNNING = "running"
    UPCOMING = "upcoming"
    PAST = "past"
    DONE = "done"
    LASTING = "lasting"
    UNDATED = "undated"


def task_state(task: Task, day: date) -> TaskState:
    """The state of a task on a day.

    PAST says that its last day is over and nothing is recorded: it may well have been done. What
    goes on or recurs is LASTING as long as no last day is over, as is what began without an end.
    """
    if task.done:
        return TaskState.DONE
    time = task.time
    if not time or not (time.first_day or time.last_day or time.kind in LASTING):
        return TaskState.UNDATED
    if time.last_day and time.last_day < day:
        return TaskState.PAST
    if time.first_day and time.first_day > day:
        return TaskState.UPCOMING
    if time.kind in LASTING or not time.last_day:
        return TaskState.LASTING
    return TaskState.RUNNING


def last_turn(plan: Plan, today: date) -> date:
    """The last day until `today` on which a task or the plan itself came into another state.

    On every day from then until today all of them stand as they do today, so whoever is made for
    that day need not be made anew each morning. Where nothing has turned yet it is the first day
    that Python knows.
    """
    periods = (plan.period, *(task.time for task in plan.all_tasks()))
    turns = (day for period in periods if period for day in _turns(period))
    return max((day for day in turns if day <= today), default=date.min)


def _turns(period: Period | Time) -> Iterator[date]:
    if period.first_day:
        yield period.first_day
    if period.last_day:
        yield period.last_day + timedelta(days=1)


@dataclass(frozen=True)
class PlannedTask:
    """A task with the plan it stands in."""

    plan: Plan
    task: Task

    @property
    def anchor(self) -> str:
        """The address of the task among those of its plan, from the root of the site."""
        return f"{table_address(self.plan)}#{task_anchor(self.task)}"

    @property
    def by_time(self) -> tuple[date, date, str]:
        """For sorting: by first day, then last; those without a day come last."""
        time = self.task.time
        first = (time.first_day or time.last_day) if time else None
        last = time.last_day if time else None
        return first or date.max, last or date.max, self.plan.id


def has_table_apart(plan: Plan) -> bool:
    """Whether a plan has so many tasks that they stand on a page of their own.

    With them its first page would weigh more than a reader on a weak line should wait for.
    """
    return sum(1 for _ in plan.all_tasks()) > MOST_ON_FIRST_PAGE


def table_address(plan: Plan) -> str:
    """The page with the tasks of a plan in the order of its document, from the root of the site."""
    apart = f"{plan.section}/{plan.id}{OF_A_VIEW}{TABLE_APART}.html"
    return apart if has_table_apart(plan) else plan.address


def task_anchor(task: Task) -> str:
    """The name of a task within its page: letters and digits of its path ("nv-ii-1-1-a")."""
    words = "".join(sign.lower() if sign.isalnum() else " " for sign in task.path).split()
    return "-".join(["nv", *words]).replace("đ", "dd")


def tasks_by_time(plans: Iterable[Plan]) -> list[PlannedTask]:
    """Every task of the plans, by time."""
    every = (PlannedTask(plan, task) for plan in plans for task in plan.all_tasks())
    return sorted(every, key=lambda planned: planned.by_time)


# ---- the calendar ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Due:
    """Something that ends or is to be reported by a known day."""

    day: date
    plan: Plan
    what: Task | ReportDuty

    @property
    def is_report(self) -> bool:
        """Whether it is a report, not a task."""
        return isinstance(self.what, ReportDuty)

    @property
    def time(self) -> Time | None:
        """Its time as the plan gives it."""
        return self.what.due if isinstance(self.what, ReportDuty) else self.what.time

    @property
    def address(self) -> str:
        """Where the plan tells of it, from the root of the site."""
        if isinstance(self.what, ReportDuty):
            return f"{self.plan.address}#bao-cao"
        return PlannedTask(self.plan, self.what).anchor


def dues_of(plan: Plan) -> Iterator[Due]:
    """Every task and report of a plan that has a last day."""
    for task in plan.all_tasks():
        if task.time and task.time.last_day:
            yield Due(task.time.last_day, plan, task)
    for duty in plan.report_duties:
        if duty.due and duty.due.last_day:
            yield Due(duty.due.last_day, plan, duty)


# ---- the timeline ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Tick:
    """A year or month on the axis; `at` is in percent of its length."""

    at: float
    label: str


@dataclass(frozen=True)
class Bar:
    """One task on the timeline, or some of one time; places in percent of the axis."""

    title: str
    time: Time
    at: float
    width: float
    goes_on: bool
    repeats: bool
    tasks: int = 1


@dataclass(frozen=True)
class Timeline:
    """An axis of days with one bar a task; `undated` counts the tasks that cannot be drawn."""

    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    today: float | None
    undated: int


def timeline(
    tasks: Iterable[tuple[str, Time | None]], frame: tuple[date, date] | None, today: date
) -> Timeline | None:
    """Draw titled times on one axis; None where nothing has a day.

    `frame` are the first and last day of the plan. A time that goes on, or recurs, without days of
    its own is drawn from the start of the frame, for it begins with its plan. What has no last day
    reaches the end of the axis, and the axis then reaches today: a reader sees where we stand.
    """
    entries = list(tasks)
    spans = [_span(time, frame) for _, time in entries]
    known = [day for span in spans if span for day in span]
    if not known:
        return None
    reached = [today] if any(time and _goes_on(time) for _, time in entries) else []
    first = date(min(known).year, 1, 1)
    last = date(max(known + reached).year, 12, 31)
    drawn = [
        _bar(title, time, span, (first, last))
        for (title, time), span in zip(entries, spans, strict=True)
        if time and span
    ]
    here = _at(today, first, last) if first <= today <= last else None
    return Timeline(_ticks(first, last), tuple(drawn), here, len(entries) - len(drawn))


def gathered(drawn: Timeline) -> Timeline:
    """The same timeline with one bar for all that have the same title and time."""
    bars = Counter(drawn.bars)
    return replace(drawn, bars=tuple(replace(bar, tasks=bars[bar]) for bar in bars))


def frame_of(
    library: Library, plans: Iterable[Plan], period: Period | None
) -> tuple[date, date] | None:
    """A campaign's period, else from the issue of its plans to the end of that year."""
    if period and period.first_day:
        return period.first_day, period.last_day or date(period.first_day.year, 12, 31)
    documents = library.those(Document, (plan.document for plan in plans))
    issued = [document.issued_on.earliest for document in documents if document.issued_on]
    return (min(issued), date(max(issued).year, 12, 31)) if issued else None


def _span(time: Time | None, frame: tuple[date, date] | None) -> tuple[date, date] | None:
    if not time:
        return None
    first, last = time.first_day or time.last_day, time.last_day
    if first:
        return first, last or max(frame[1] if frame else first, date(first.year, 12, 31))
    return frame if time.kind in LASTING else None


def _bar(title: str, time: Time, span: tuple[date, date], axis: tuple[date, date]) -> Bar:
    goes_on = _goes_on(time)
    at, end = _at(span[0], *axis), 100 if goes_on else _at(span[1], *axis)
    repeats = time.kind is TimeKind.RECURRING
    return Bar(title, time, at, round(max(end - at, 1.5), 2), goes_on, repeats)


def _goes_on(time: Time) -> bool:
    """Whether no end is written of work that lasts or recurs."""
    return time.last_day is None and time.kind in LASTING


def _at(day: date, first: date, last: date) -> float:
    return round(100 * (day - first).days / max((last - first).days, 1), 2)


def _ticks(first: date, last: date) -> tuple[Tick, ...]:
    """Quarters for a single year, years else; never more than eight labels."""
    if first.year == last.year:
        starts = [(date(first.year, month, 1), f"{month}/{first.year}") for month in (1, 4, 7, 10)]
    else:
        step = (last.year - first.year) // 8 + 1
        years = range(first.year, last.year + 1, step)
        starts = [(date(year, 1, 1), str(year)) for year in years]
    return tuple(Tick(_at(day, first, last), label) for day, label in starts)
