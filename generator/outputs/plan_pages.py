"""Plans: the list, a page for each with the table of its tasks, and other ways to read the tasks.

How tasks stand changes on few days. A page that tells it is planned with the last day on which
anything of its plan changed, so that it is not made again each morning.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from generator.agenda import Job, by_agency, by_state, by_time, jobs_of
from generator.facets import FACETS
from generator.glossary import explained_page
from generator.homes import Homes
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.page import Make, Names, Output, Outputs, Page, record_page, source_documents
from generator.records.campaigns import Campaign
from generator.records.documents import Document, DocumentOutline, PartialDay
from generator.records.plans import Plan, Task
from generator.records.programmes import Programme
from generator.schedule import (
    TABLE_APART,
    Timeline,
    frame_of,
    gathered,
    has_table_apart,
    last_turn,
    state_of,
    table_address,
    task_anchor,
)
from generator.schedule import timeline as drawn
from generator.sheets import OF_A_VIEW

COLUMNS = ("leads", "partners", "time", "outputs")  # what the table tells of a task beside its text
MOST_NAMED = 3  # of those who lead, at the top of the page; all of them have a page of their own
MIDDLE = 15  # where in its month the mark of a month stands
BY_SECTION, TIMELINE, BY_TIME, BY_AGENCY, BY_STATE = (
    "plan-by-section",
    "plan-timeline",
    "plan-by-time",
    "plan-by-agency",
    "plan-by-state",
)  # keys of the wording
WAYS: Mapping[str, str] = {
    BY_SECTION: TABLE_APART,
    TIMELINE: "truc-thoi-gian",
    BY_TIME: "theo-thang",
    BY_AGENCY: "theo-co-quan",
    BY_STATE: "theo-tinh-trang",
}  # by their keys; few tasks stand by section on the page of their plan

LISTING = Listing(Plan, "plans", FACETS[Plan])


def outputs(library: Library) -> Outputs:
    """The lists, the pages of all plans, and for each the other ways to read its tasks."""
    lines, today = _lines(library), library.today
    turns = {line.id: last_turn(line.outline, today).isoformat() for line in lines}
    lists = list_outputs(LISTING, library, lines, plans_page)
    yield from _told_how_they_stand(lists, turns)
    for id, file in library.files(Plan):
        turn = turns.get(id, "")  # a plan that was withdrawn tells no tasks
        yield Output(
            f"{Plan.section}/{id}.html", plan_page, (id, turn, today.year, today.month), file
        )
    for line in lines:
        yield from _ways_to_read(line.outline, turns[line.id])


def _told_how_they_stand(lists: Outputs, turns: Mapping[str, str]) -> Outputs:
    """The sheets of the list, planned with the days that their rows are told for."""
    for one in lists:
        if isinstance(one, Output) and one.make is plans_page:
            ask = cast(Ask, one.given[0])
            yield one._replace(given=(ask, tuple(turns[id] for id in ask.rows)))
        else:
            yield one


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


# ---- the list ------------------------------------------------------------------------------------


def plans_page(library: Library, ask: Ask, turns: Iterable[str]) -> Page:
    """A sheet of plans with their documents, and how their tasks stand."""
    plans = library.those(Plan, Ask(*ask).rows)
    return list_page(
        LISTING,
        library,
        ask,
        [
            (plan, library.find(Document, plan.document), by_state(jobs_of(plan, _day(turn))))
            for plan, turn in zip(plans, turns, strict=True)
        ],
        has_programmes=library.has(Programme),
        names=Names(library),
    )


# ---- a plan --------------------------------------------------------------------------------------


def plan_page(library: Library, id: str, turn: str, year: int, month: int) -> Page:
    """What matters first: the time, who leads, how the tasks stand; then all of the plan."""
    plan = library.get(Plan, id)
    if not turn:
        return record_page(library, plan, "articles/plan.html")
    jobs, now = jobs_of(plan, _day(turn)), date(year, month, MIDDLE)
    return explained_page(
        library,
        plan,
        "articles/plan.html",
        document=library.find(Document, plan.document),
        programmes=library.those(Programme, plan.programmes),
        campaigns=library.users(plan, Campaign),
        state=state_of(plan.period, _day(turn)) if plan.period else None,
        standings=by_state(jobs),
        leading=by_agency(jobs).leading[:MOST_NAMED],
        timeline=_by_times(library, plan, jobs, now),
        month=PartialDay(year, month, None),
        ways=_ways(plan, jobs),
        state_address=way_address(id, BY_STATE),
        rows=[] if has_table_apart(plan) else list(_rows(plan.tasks)),
        columns=_columns(plan),
        count=len(jobs),
        **_told_by(library, plan),
    )


def _by_times(library: Library, plan: Plan, jobs: Iterable[Job], now: date) -> Timeline | None:
    """The tasks on one axis, those of one time together."""
    times = [(job.task.time.as_written if job.task.time else "", job.task.time) for job in jobs]
    found = drawn(times, frame_of(library, [plan], plan.period), now)
    return gathered(found) if found else None


def _told_by(library: Library, plan: Plan) -> dict[str, object]:
    """The agencies and documents that every page of a plan may name."""
    sources = (source.document for source in plan.told_by)
    told = (*source_documents(library, plan), *library.those(Document, sources))
    return {"names": Names(library), "documents": {document.id: document for document in told}}


def _columns(plan: Plan) -> tuple[str, ...]:
    """The columns of the table that any task fills; an empty one would only take room."""
    tasks = list(plan.all_tasks())
    return tuple(name for name in COLUMNS if any(getattr(task, name) for task in tasks))


def _rows(tasks: tuple[Task, ...], depth: int = 0) -> Iterator[tuple[int, str, Task]]:
    """Tasks in order with their depth in the tree and their anchor on the page."""
    for task in tasks:
        yield depth, task_anchor(task), task
        yield from _rows(task.tasks, depth + 1)


# ---- other ways to read its tasks ----------------------------------------------------------------


def ways_of(jobs: Collection[Job]) -> list[str]:
    """The ways in which the tasks of a plan can be told apart, by their keys."""
    times = (job.task.time for job in jobs)
    tells = {
        TIMELINE: sum(1 for time in times if time and (time.first_day or time.last_day)),
        BY_TIME: by_time(jobs).groups,
        BY_AGENCY: len(by_agency(jobs).every),
        BY_STATE: len(by_state(jobs)),
    }
    return [way for way, groups in tells.items() if groups > 1]


def _ways(plan: Plan, jobs: Collection[Job]) -> list[tuple[str, str]]:
    """The table and the other ways with their addresses; none where there is no choice."""
    others = [(way, way_address(plan.id, way)) for way in ways_of(jobs)]
    apart = has_table_apart(plan)
    table = table_address(plan) if apart else f"{plan.address}#nhiem-vu"
    return [(BY_SECTION, table), *others] if others or apart else []


def way_address(id: str, way: str) -> str:
    """Where the tasks of a plan are read in one of these ways."""
    return f"{Plan.section}/{id}{OF_A_VIEW}{WAYS[way]}.html"


def _ways_to_read(plan: Plan, turn: str) -> Outputs:
    makes: Mapping[str, Make] = {
        TIMELINE: timeline_page,
        BY_TIME: time_page,
        BY_AGENCY: doers_page,
        BY_STATE: state_page,
    }
    if has_table_apart(plan):
        yield Output(table_address(plan), section_page, (plan.id,), plan.file, passing=True)
    for way in ways_of(jobs_of(plan, _day(turn))):
        given = (plan.id,) if way == TIMELINE else (plan.id, turn)
        yield Output(way_address(plan.id, way), makes[way], given, plan.file, passing=True)


def section_page(library: Library, id: str) -> Page:
    """Every task in the order of the document."""
    plan = library.get(Plan, id)
    rows, columns = list(_rows(plan.tasks)), _columns(plan)
    jobs = jobs_of(plan, date.min)  # how they stand is not told here
    return _page(library, plan, BY_SECTION, jobs, rows=rows, columns=columns)


def timeline_page(library: Library, id: str) -> Page:
    """Each task on the axis of time, and where the day of the data stands."""
    plan, today = library.get(Plan, id), library.today
    jobs = sorted(jobs_of(plan, today), key=lambda job: job.by_time)
    times = [(job.task.text, job.task.time) for job in jobs]
    timeline = drawn(times, frame_of(library, [plan], plan.period), today)
    return _page(library, plan, TIMELINE, jobs, list=jobs, timeline=timeline, today=today)


def time_page(library: Library, id: str, turn: str) -> Page:
    """What falls due or runs in which month, quarter or year."""
    plan = library.get(Plan, id)
    jobs = jobs_of(plan, _day(turn))
    return _page(library, plan, BY_TIME, jobs, calendar=by_time(jobs))


def doers_page(library: Library, id: str, turn: str) -> Page:
    """What each agency leads, and where it takes part."""
    plan = library.get(Plan, id)
    jobs = jobs_of(plan, _day(turn))
    return _page(library, plan, BY_AGENCY, jobs, doers=by_agency(jobs))


def state_page(library: Library, id: str, turn: str) -> Page:
    """What is to come, what runs, what is past or done."""
    plan = library.get(Plan, id)
    jobs = jobs_of(plan, _day(turn))
    return _page(library, plan, BY_STATE, jobs, standings=by_state(jobs))


def _page(library: Library, plan: Plan, way: str, jobs: Collection[Job], **values: object) -> Page:
    return Page(
        address=way_address(plan.id, way),
        section=plan.section,
        template=f"articles/{way.replace('-', '_')}.html",
        key=way,
        values={
            "record": plan,
            "name": plan.label,
            "way": way,
            "ways": _ways(plan, jobs),
            **_told_by(library, plan),
            **values,
        },
    )


def _day(turn: str) -> date:
    return date.fromisoformat(turn)
