"""Plans: their tasks as a tree, their targets and their report duties."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import (
    Party,
    Period,
    Record,
    Time,
    read_header,
    read_parties,
    read_period,
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

    @property
    def is_none(self) -> bool:
        """Whether people say "no … at all": exactly nought of something that is counted."""
        return self.comparator is Comparator.EXACTLY and self.value == 0 and self.unit != "%"


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
    )


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
