"""The calendar: what is due when, over all plans."""

from itertools import groupby

from generator.library import Library
from generator.page import Names, Output, Outputs, Page
from generator.records.plans import Plan
from generator.schedule import Due, PlannedTask, due_by_day, tasks_by_time


def outputs(library: Library) -> Outputs:
    """One page."""
    yield Output("lich.html", page, (), "content/plans")


def page(library: Library) -> Page:
    """What is to come, what is past, and what goes on, of all plans."""
    today, plans = library.today, library.published(Plan)
    dues = due_by_day(plans)
    coming = [due for due in dues if due.day >= today]
    past = [due for due in reversed(dues) if due.day < today]
    return Page(
        address="lich.html",
        section="lich",
        template="lists/calendar.html",
        key="calendar",
        values={
            "coming": _by_year(coming),
            "past": _by_year(past),
            "lasting": [task for task in tasks_by_time(plans) if _lasts(task)],
            "today": today,
            "names": Names(library),
        },
    )


def _by_year(dues: list[Due]) -> list[tuple[int, list[Due]]]:
    return [(year, list(those)) for year, those in groupby(dues, key=lambda due: due.day.year)]


def _lasts(planned: PlannedTask) -> bool:
    """Whether it is to be done again and again, or goes on without a last day."""
    time = planned.task.time
    return bool(time and time.kind and not time.last_day)
