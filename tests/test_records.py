"""What records and library tell that no author wrote: force, numbers to dial, links back."""

from datetime import date
from pathlib import Path

import pytest

from generator.intake import load
from generator.records.contacts import Contact, ContactKind
from generator.records.documents import Document
from generator.records.record import Period
from generator.schedule import State, state_of
from tests.conftest import Project

LAW = """id: {id}
status: draft
kind: law
title: Luật thử
{more}
"""


def document(project: Project, more: str, id: str = "thu") -> Document:
    """A law of a project with some more lines."""
    project.add(f"documents/{id}.yml", LAW.format(id=id, more=more))
    library, _ = load(project.content)
    found = library.find(Document, id)
    assert found
    return found


@pytest.mark.parametrize(
    ("days", "force"),
    [
        ("in_force_from: 2027-01-01", "not_yet"),
        ("in_force_from: 2026-11-22", "in_force"),
        ("in_force_from: 2018-01-01\nin_force_until: 2026-11-22", "in_force"),
        ("in_force_from: 2018-01-01\nin_force_until: 2026-11-21", "ended"),
        ("in_force_until: 2026-11-21", "ended"),
        ("in_force_until: 2027-01-01", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_law_to_come_is_not_told_as_one_that_ended(tmp_path: Path, days: str, force: str) -> None:
    """A reader who is told the wrong one of the two acts by the wrong law."""
    law = document(Project(tmp_path), days)

    assert law.force(date(2026, 11, 22)) == force


@pytest.mark.parametrize(
    ("new", "old"),
    [("replaces: [cu]", ""), ("", "replaced_by: [moi]"), ("replaces: [cu]", "replaced_by: [moi]")],
)
def test_a_replacement_shows_on_both_pages(tmp_path: Path, new: str, old: str) -> None:
    """Whoever opens the old law finds the new one, whichever of the two cards was written."""
    project = Project(tmp_path)
    document(project, new, "moi")
    document(project, old, "cu")
    library, _ = load(project.content)
    later, earlier = library.those(Document, ("moi", "cu"))

    assert library.replacing(earlier) == (later,)
    assert library.replaced(later) == (earlier,)
    assert library.replacing(later) == library.replaced(earlier) == ()


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("1800.1233", "18001233"),
        ("024 3733-6213", "02437336213"),
        ("(024) 3733 6213", "02437336213"),
        ("+84 24 3733 6213", "+842437336213"),
        ("(+84) 24.3733.6213", "+842437336213"),
    ],
)
def test_a_number_is_dialled_without_its_signs(printed: str, dialled: str) -> None:
    """A touch on the number calls it, however the office prints it."""
    assert Contact(ContactKind.PHONE, printed, (), None, None).dialled == dialled


@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (None, date(2026, 12, 31), State.RUNNING),
        (None, date(2026, 11, 21), State.ENDED),
        (date(2026, 1, 1), None, State.UNKNOWN),
        (date(2026, 11, 22), date(2026, 11, 22), State.RUNNING),
        (date(2026, 11, 23), None, State.UPCOMING),
        (None, None, State.UNKNOWN),
    ],
)
def test_an_end_that_is_written_is_never_told_as_missing(
    first: date | None, last: date | None, state: State
) -> None:
    """A campaign "until 31 December" runs today; only one without a last day has no end written."""
    assert state_of(Period(None, first, last, None), date(2026, 11, 22)) is state
