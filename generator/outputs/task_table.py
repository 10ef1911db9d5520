"""All tasks of all plans as one table, a row each, for a spreadsheet."""

from collections.abc import Iterable, Iterator

from generator.library import Library
from generator.outputs.fields.field import Row, columns
from generator.outputs.fields.plans import TASK_TABLE
from generator.outputs.tables import table
from generator.records.agencies import Agency
from generator.records.plans import Plan, Task
from generator.records.record import Party, Time

ADDRESS = "du-lieu/nhiem-vu.csv"


def task_table(library: Library) -> bytes:
    """The table, in the order of the plans and of their sources."""
    return table(columns(TASK_TABLE), task_rows(library))


def task_rows(library: Library) -> Iterator[Row]:
    """A row for each task."""
    for plan in library.published(Plan):
        for task in plan.all_tasks():
            yield _row(library, plan, task)


def _row(library: Library, plan: Plan, task: Task) -> Row:
    time = task.time or Time("", None, None, None, None)
    return {
        "plan": plan.id,
        "path": task.path,
        "text": task.text,
        "leads": _names(library, task.leads),
        "partners": _names(library, task.partners),
        "time": time.as_written,
        "kind": time.kind,
        "first_day": time.first_day,
        "last_day": time.last_day,
        "outputs": "; ".join(task.outputs),
        "note": task.note,
    }


def _names(library: Library, parties: Iterable[Party]) -> str:
    return "; ".join(_name(library, one) for one in parties)


def _name(library: Library, party: Party) -> str:
    agency = library.find(Agency, party.agency)
    return agency.label if agency else party.words or ""
