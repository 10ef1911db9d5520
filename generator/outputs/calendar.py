"""The calendar: what is to come, what is past, and what goes on, of all plans, in sheets of fifty.

The plans are walked through one at a time, and a sheet is planned as places in plans, so that a
nation's plans are never held together.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from generator.library import Library
from generator.page import Names, Output, Outputs, Page
from generator.records.plans import Plan
from generator.schedule import Due, PlannedTask, dues_of
from generator.sheets import OF_A_VIEW, Sheet, sheets

COMING, LASTING, PAST = "calendar", "calendar-lasting", "calendar-past"  # keys of the wording
LISTS: Mapping[str, str] = {
    COMING: "lich.html",
    LASTING: f"lich{OF_A_VIEW}thuong-xuyen.html",
    PAST: f"lich{OF_A_VIEW}da-qua.html",
}
SOURCE = "content/plans"

Spot = tuple[str, int]  # the id of a plan, and the place among its dues or its tasks
Turn = tuple[int, int]  # the number of a sheet, and how many there are


def outputs(library: Library) -> Outputs:
    """Three lists, each in sheets."""
    for key, spots in _spots(library).items():
        for sheet in sheets(spots, LISTS[key]):
            given = key, (sheet.number, sheet.count), tuple(sheet.rows)
            yield Output(sheet.address, page, given, SOURCE, passing=sheet.number > 1)


def _spots(library: Library) -> dict[str, list[Spot]]:
    """The rows of each list in their order."""
    today = library.today
    dues: list[tuple[date, Spot]] = []
    lasting: list[tuple[tuple[date, date, str], Spot]] = []
    for plan in library.each_offered(Plan):
        dues += ((due.day, (plan.id, at)) for at, due in enumerate(dues_of(plan)))
        lasting += ((task.by_time, (plan.id, at)) for at, task in _lasting(plan))
    dues.sort()
    return {
        COMING: [spot for day, spot in dues if day >= today],
        LASTING: [spot for _, spot in sorted(lasting)],
        PAST: [spot for day, spot in reversed(dues) if day < today],
    }


def _lasting(plan: Plan) -> Iterator[tuple[int, PlannedTask]]:
    """The tasks that are to be done again and again, or go on without a last day."""
    for at, task in enumerate(plan.all_tasks()):
        if task.time and task.time.kind and not task.time.last_day:
            yield at, PlannedTask(plan, task)


def page(library: Library, key: str, turn: Turn, spots: Sequence[Spot]) -> Page:
    """A sheet of one of the lists."""
    number, count = turn
    plans = {plan.id: plan for plan in library.those(Plan, (id for id, _ in spots))}
    dues: list[Due] = []
    tasks: list[PlannedTask] = []
    if key == LASTING:
        tasks = [dict(_lasting(plans[id]))[at] for id, at in spots]
    else:
        dues = [list(dues_of(plans[id]))[at] for id, at in spots]
    sheet = Sheet(LISTS[key], number, count, spots)
    return Page(
        address=sheet.address,
        section="lich",
        template="lists/calendar.html",
        key=key,
        values={
            "list": key,
            "lists": [(one, LISTS[one], one == key) for one in LISTS],
            "years": [(year, list(those)) for year, those in groupby(dues, key=_year)],
            "tasks": tasks,
            "sheet": sheet,
            "turn": sheet.turn,
            "today": library.today,
            "names": Names(library),
        },
    )


def _year(due: Due) -> int:
    return due.day.year
