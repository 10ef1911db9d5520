"""Plans: the list, and a page for each with the table of its tasks."""

from collections.abc import Iterator

from generator.library import Library
from generator.page import Names, Output, Outputs, Page, record_outputs, record_page
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.plans import Plan, Task
from generator.records.programmes import Programme
from generator.schedule import task_anchor

COLUMNS = ("leads", "partners", "time", "outputs")  # what the table tells of a task beside its text


def outputs(library: Library) -> Outputs:
    """The list and the pages of all plans."""
    yield Output("ke-hoach/index.html", list_page, (), "content/plans")
    yield from record_outputs(library, Plan, plan_page)


def list_page(library: Library) -> Page:
    """Plans with their documents, the newest first."""
    rows = [(plan, library.find(Document, plan.document)) for plan in library.published(Plan)]
    return Page(
        address="ke-hoach/index.html",
        section="ke-hoach",
        template="lists/plans.html",
        key="plans",
        values={
            "rows": sorted(rows, key=_newest_first),
            "programmes": library.published(Programme),
            "names": Names(library),
        },
    )


def _newest_first(row: tuple[Plan, Document | None]) -> tuple[int, str]:
    plan, document = row
    issued = document.issued_on.earliest if document and document.issued_on else None
    first = issued or (plan.period.first_day if plan.period else None)
    return -(first.toordinal() if first else 0), plan.id


def plan_page(library: Library, id: str) -> Page:
    """Summary, tasks, targets and report duties of a plan."""
    plan = library.get(Plan, id)
    return record_page(
        library,
        plan,
        "articles/plan.html",
        document=library.find(Document, plan.document),
        programmes=library.those(Programme, plan.programmes),
        campaigns=library.users(plan, Campaign),
        rows=list(_rows(plan.tasks)),
        columns=_columns(plan),
        names=Names(library),
    )


def _columns(plan: Plan) -> tuple[str, ...]:
    """The columns of the table that any task fills; an empty one would only take room."""
    tasks = list(plan.all_tasks())
    return tuple(name for name in COLUMNS if any(getattr(task, name) for task in tasks))


def _rows(tasks: tuple[Task, ...], depth: int = 0) -> Iterator[tuple[int, str, Task]]:
    """Tasks in order with their depth in the tree and their anchor on the page."""
    for task in tasks:
        yield depth, task_anchor(task), task
        yield from _rows(task.tasks, depth + 1)
