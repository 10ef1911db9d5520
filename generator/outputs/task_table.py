"""All tasks of all plans as one table, a row each, for a spreadsheet."""

from collections.abc import Iterable, Iterator

from generator.library import Library
from generator.outputs.fields.field import Row, columns
from generator.outputs.fields.plans import TASK_TABLE
from generator.outputs.runs import Ids, runs
from generator.outputs.tables import body, head
from generator.page import Joined, Outputs
from generator.records.agencies import Agency
from generator.records.plans import Plan, Task
from generator.records.record import Party, Time

ADDRESS = "du-lieu/nhiem-vu.csv"
COLUMNS = tuple(columns(TASK_TABLE))


def outputs(library: Library) -> Outputs:
    """The table, in the order of the plans and of their sources."""
    pieces = ((), *((run,) for run in runs(library.offered_ids(Plan))))
    yield Joined(ADDRESS, piece, pieces, f"content/{Plan.folder}")


def piece(library: Library, ids: Ids | None = None) -> bytes:
    """The tasks of a run of plans, or without any the head of the table."""
    return head(COLUMNS) if ids is None else body(COLUMNS, task_rows(library, ids))


def task_rows(library: Library, ids: Ids) -> Iterator[Row]:
    """A row for each task of some plans."""
    for plan in library.those(Plan, ids):
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
        "done_on": task.done.on if task.done else None,
        "done_note": task.done.note if task.done else None,
    }


def _names(library: Library, parties: Iterable[Party]) -> str:
    return "; ".join(_name(library, one) for one in parties)


def _name(library: Library, party: Party) -> str:
    agency = library.find(Agency, party.agency)
    return agency.label if agency else party.words or ""
