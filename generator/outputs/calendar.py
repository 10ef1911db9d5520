"""The calendar: what is due when, over all plans."""

from datetime import date
from itertools import groupby

from generator.library import Library
from generator.page import Names, Outputs, Page
from generator.schedule import Due, PlannedTask, due_by_day, tasks_by_time


def outputs(library: Library, today: date) -> Outputs:
    """One page."""
    dues = due_by_day(library)
    coming = [due for due in dues if due.day >= today]
    past = [due for due in reversed(dues) if due.day < today]
    yield Page(
        address="lich.html",
        section="lich",
        template="lists/calendar.html",
        key="calendar",
        values={
            "coming": _by_year(coming),
            "past": _by_year(past),
            "lasting": [task for task in tasks_by_time(library) if _lasts(task)],
            "today": today,
            "names": Names(library),
        },
        source="content/plans",
    )


def _by_year(dues: list[Due]) -> list[tuple[int, list[Due]]]:
    return [(year, list(those)) for year, those in groupby(dues, key=lambda due: due.day.year)]


def _lasts(planned: PlannedTask) -> bool:
    """Whether it is to be done again and again, or goes on without a last day."""
    time = planned.task.time
    return bool(time and time.kind and not time.last_day)
