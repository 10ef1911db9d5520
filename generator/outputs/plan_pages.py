"""Plans: the list, and a page for each with the table of its tasks."""

from collections.abc import Iterator

from generator.facets import FACETS
from generator.glossary import explained_page
from generator.homes import Homes
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.page import Names, Outputs, Page, record_outputs
from generator.records.campaigns import Campaign
from generator.records.documents import Document, DocumentOutline
from generator.records.plans import Plan, Task
from generator.records.programmes import Programme
from generator.schedule import task_anchor

COLUMNS = ("leads", "partners", "time", "outputs")  # what the table tells of a task beside its text


LISTING = Listing(Plan, "plans", FACETS[Plan])


def outputs(library: Library) -> Outputs:
    """The lists and the pages of all plans."""
    yield from list_outputs(LISTING, library, _lines(library), plans_page)
    yield from record_outputs(library, Plan, plan_page)


def _lines(library: Library) -> list[Line]:
    """Plans, the newest first; each belongs where its document was issued."""
    homes = Homes(library)
    found = []
    for plan in library.each_offered(Plan):
        document = library.outline(DocumentOutline, plan.document)
        province = homes.of(document.issuer if document else None)
        found.append((_newest_first(plan, document), Line(plan.id, province, plan)))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _newest_first(plan: Plan, document: DocumentOutline | None) -> tuple[int, str]:
    issued = document.issued_on.earliest if document and document.issued_on else None
    first = issued or (plan.period.first_day if plan.period else None)
    return -(first.toordinal() if first else 0), plan.id


def plans_page(library: Library, ask: Ask) -> Page:
    """A sheet of plans with their documents."""
    plans = library.those(Plan, Ask(*ask).rows)
    return list_page(
        LISTING,
        library,
        ask,
        [(plan, library.find(Document, plan.document)) for plan in plans],
        has_programmes=library.has(Programme),
        names=Names(library),
    )


def plan_page(library: Library, id: str) -> Page:
    """Summary, tasks, targets and report duties of a plan."""
    plan = library.get(Plan, id)
    return explained_page(
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
