"""What is new this week: which pages were changed, and what was compared with its sources again."""

from collections import Counter
from datetime import date, timedelta

from generator.library import OF_FOLDER, Key, Library
from generator.page import Output, Outputs, Page
from generator.records import KINDS
from generator.records.finders import Finder
from generator.records.record import ChangeNote, Record

ADDRESS = "co-gi-moi.html"
WEEK = timedelta(days=6)  # the day of the data and the six before

Changed = tuple[Record, list[ChangeNote]]


def outputs(library: Library) -> Outputs:
    """One page."""
    last = library.today
    first = max(last, date.min + WEEK) - WEEK
    reviewed = Counter(folder for folder, _ in library.reviewed(first, last))
    given = (
        first.isoformat(),
        tuple(library.changed(first, last)),
        tuple(sorted(reviewed.items())),
    )
    yield Output(ADDRESS, page, given, "content")


def page(
    library: Library, first: str, changed: tuple[Key, ...], reviewed: tuple[tuple[str, int], ...]
) -> Page:
    """The pages that were changed, with what was changed on them, and how many were compared."""
    begun, counts = date.fromisoformat(first), dict(reviewed)
    records = (library.get(OF_FOLDER[folder], id) for folder, id in changed)
    return Page(
        address=ADDRESS,
        section="du-lieu",
        template="lists/news.html",
        key="news",
        values={
            "first": begun,
            "today": library.today,
            "changed": [(one, _of_the_week(one, begun)) for one in records],
            "reviewed": [
                (_list_of(kind), kind.folder, counts[kind.folder])
                for kind in KINDS
                if kind.folder in counts
            ],
        },
    )


def _list_of(kind: type[Record]) -> str:
    """The address of the list of a kind; finders are too few to have one."""
    return "" if kind is Finder else f"{kind.section}/index.html"


def _of_the_week(record: Record, first: date) -> list[ChangeNote]:
    return [one for one in record.change_notes if one.on and one.on >= first]
