"""Plans: their tasks as a tree, their targets and their report duties.

A plan tells what is to be done and by when, never whether it was. That it was done, or how far a
target is reached, is a fact of its own, with its day and its source: without one, nothing is said.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from generator.entries import Entry
from generator.records.record import (
    Party,
    Period,
    Record,
    Source,
    Time,
    read_header,
    read_parties,
    read_period,
    read_source,
    read_time,
)
from generator.values import Value


class Comparator(StrEnum):
    """How a figure is to be compared with its target."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    EXACTLY = "exactly"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


class Done(Value, frozen=True):
    """That a task was done: on which day, what came of it, and who says so."""

    on: date | None
    note: str | None
    source: Source | None


class Result(Value, frozen=True):
    """How far a target was reached by a day, and who says so."""

    as_of: date | None
    value: Decimal | None
    source: Source | None


class Gauge(NamedTuple):
    """A target on a line that begins at nought: where its mark stands, and how far it is reached.

    Places are in percent of the line, which ends at `most`; `reached` is None without a result.
    """

    most: Decimal
    mark: float
    reached: float | None


class Placed(Value, frozen=True):
    """Something with its place in the source as printed ("II.1.1 a")."""

    path: str

    @property
    def in_appendix(self) -> bool:
        """Whether its place names itself ("Phụ lục II.3") and needs no word in front."""
        return self.path.startswith("Phụ lục")


class Task(Placed, frozen=True):
    """A piece of work."""

    text: str
    leads: tuple[Party, ...]
    partners: tuple[Party, ...]
    time: Time | None
    outputs: tuple[str, ...]
    channels: tuple[str, ...]
    note: str | None
    done: Done | None
    tasks: tuple["Task", ...]

    @property
    def is_heading(self) -> bool:
        """Whether it only gathers what stands below it: no owner, time or result of its own."""
        own = self.leads or self.partners or self.time or self.outputs
        return bool(self.tasks and not own)

    def walk(self) -> Iterator["Task"]:
        """This task and all below it, in the order of the source."""
        yield self
        for task in self.tasks:
            yield from task.walk()


class Target(Placed, frozen=True):
    """A figure the plan wants to reach, in `unit`, of `population`."""

    text: str
    comparator: Comparator | None
    value: Decimal | None
    unit: str
    population: str | None
    task: str | None
    results: tuple[Result, ...]

    @property
    def last_result(self) -> Result | None:
        """The result of the latest day."""
        dated = [one for one in self.results if one.as_of and one.value is not None]
        return max(dated, key=lambda one: one.as_of or date.min, default=None)

    @property
    def gauge(self) -> Gauge | None:
        """How it is drawn; None for "no … at all" before anything is counted.

        A share stands on a line to the hundred; a count on one that leaves room behind the larger
        of mark and result.
        """
        mark, result = self.value or Decimal(), self.last_result
        reached = result.value if result else None
        largest = max(mark, reached or Decimal())
        is_share = self.unit == "%" and largest <= WHOLE
        most = WHOLE if is_share else largest * ROOM
        if most <= 0:
            return None
        return Gauge(most, _place(mark, most), None if reached is None else _place(reached, most))

    @property
    def is_none(self) -> bool:
        """Whether people say "no … at all": exactly nought of something that is counted."""
        return self.comparator is Comparator.EXACTLY and self.value == 0 and self.unit != "%"


WHOLE = Decimal(100)
ROOM = Decimal("1.25")  # so that the mark of a count does not stand at the very end of its line


def _place(value: Decimal, most: Decimal) -> float:
    return round(float(100 * max(value, Decimal()) / most), 2)


class ReportDuty(Placed, frozen=True):
    """Who reports to whom, and when."""

    text: str
    senders: tuple[Party, ...]
    receivers: tuple[Party, ...]
    due: Time | None


class Plan(Record, frozen=True):
    """A plan of an agency, in our words, with the places of its source."""

    folder: ClassVar[str] = "plans"
    section: ClassVar[str] = "ke-hoach"

    name: str
    document: str | None
    programmes: tuple[str, ...]
    summary: str
    goals: tuple[str, ...]
    period: Period | None
    areas: tuple[str, ...]
    audiences: tuple[str, ...]
    funding_note: str | None
    notes: tuple[str, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    report_duties: tuple[ReportDuty, ...]

    @property
    def label(self) -> str:
        """Its short public name."""
        return self.name or self.id

    @property
    def gist(self) -> str:
        """Its summary."""
        return self.summary

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Its sources, and those of what is told as done or reached."""
        told = (one.document or one.title or "" for one in self.told_by)
        return (*super().rests_on, *told)

    @property
    def told_by(self) -> tuple[Source, ...]:
        """The sources of what is told as done or reached, in the order of the plan."""
        done = [task.done.source for task in self.all_tasks() if task.done]
        reached = [one.source for target in self.targets for one in target.results]
        return tuple(source for source in (*done, *reached) if source)

    def all_tasks(self) -> Iterator[Task]:
        """Every task of the tree, in the order of the source."""
        for task in self.tasks:
            yield from task.walk()

    def task(self, path: str) -> Task | None:
        """The task at a place of the source."""
        return next((task for task in self.all_tasks() if task.path == path), None)


def read_plan(entry: Entry) -> Plan:
    """A plan from its content file."""
    header: dict[str, Any] = read_header(entry, Plan.folder)
    if not entry.has("document"):
        entry.report("missing-field", name="document")
    plan = Plan(
        **header,
        name=entry.text_to_publish("name"),
        document=entry.reference("document", "documents"),
        programmes=entry.references("programmes", "programmes"),
        summary=entry.text_to_publish("summary"),
        goals=entry.texts("goals"),
        period=entry.part("period", read_period),
        areas=entry.texts("areas"),
        audiences=entry.texts("audiences"),
        funding_note=entry.optional_text("funding_note"),
        notes=entry.texts("notes"),
        tasks=entry.parts("tasks", read_task),
        targets=entry.parts("targets", read_target),
        report_duties=entry.parts("report_duties", read_report_duty),
    )
    return plan


def read_task(entry: Entry) -> Task:
    """A task with the tasks below it."""
    time = entry.part("time", read_time)
    return Task(
        path=entry.text("path"),
        text=entry.text("text"),
        leads=read_parties(entry, "leads", time),
        partners=read_parties(entry, "partners", time),
        time=time,
        outputs=entry.texts("outputs"),
        channels=entry.texts("channels"),
        note=entry.optional_text("note"),
        done=entry.part("done", read_done),
        tasks=entry.parts("tasks", read_task),
    )


def read_target(entry: Entry) -> Target:
    """A target; its figure and comparator are needed, for it is drawn and compared."""
    if not entry.has("value"):
        entry.report("missing-field", name="value")
    return Target(
        path=entry.text("path"),
        text=entry.text("text"),
        comparator=entry.choice("comparator", Comparator),
        value=entry.number("value"),
        unit=entry.text("unit"),
        population=entry.optional_text("population"),
        task=entry.optional_text("task"),
        results=entry.parts("results", read_result),
    )


def read_done(entry: Entry) -> Done:
    """That a task was done; neither day nor source may be left out."""
    done = Done(
        on=entry.day("on"),
        note=entry.optional_text("note"),
        source=entry.part("source", read_source),
    )
    _report_missing(entry, "on", "source")
    return done


def read_result(entry: Entry) -> Result:
    """How far a target was reached; neither day nor figure nor source may be left out."""
    result = Result(
        as_of=entry.day("as_of"),
        value=entry.number("value"),
        source=entry.part("source", read_source),
    )
    _report_missing(entry, "as_of", "value", "source")
    return result


def _report_missing(entry: Entry, *names: str) -> None:
    for name in names:
        if not entry.has(name):
            entry.report("missing-field", name=name)


def read_report_duty(entry: Entry) -> ReportDuty:
    """A duty to report."""
    due = entry.part("due", read_time)
    return ReportDuty(
        path=entry.text("path"),
        text=entry.text("text"),
        senders=read_parties(entry, "from", due),
        receivers=read_parties(entry, "to", due),
        due=due,
    )
