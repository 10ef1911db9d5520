"""The officer's page: what is late, rule by rule, and what falls due next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.catalogue import say
from generator.freshness import late
from generator.library import Library
from generator.page import Outputs, Page
from generator.problems import Problem
from generator.records.record import Record, Status

SOON = timedelta(days=30)  # a month to prepare a review


@dataclass(frozen=True)
class Lateness:
    """What is late with a record, in the sentence its officer reads; of a draft, no more."""

    record: Record | None
    sentence: str


def outputs(library: Library, today: date) -> Outputs:
    """One page."""
    public = [one for one in library.records.values() if one.status is Status.PUBLISHED]
    yield Page(
        address="tinh-trang-du-lieu.html",
        section="du-lieu",
        template="lists/data_state.html",
        key="data_state",
        values={
            "today": today,
            "count": len(public),
            "demo": sum(one.demo for one in public),
            "late": by_rule(library, late(library, today)),
            "soon": falling_due(public, today),
        },
        source="content",
    )


def by_rule(library: Library, problems: Iterable[Problem]) -> list[tuple[str, list[Lateness]]]:
    """What is late, gathered by the key of its message, in the order of the rules."""
    files = {record.file: record for record in library.records.values()}
    groups = groupby(problems, key=lambda one: one.key)
    return [
        (key, [Lateness(files.get(one.file), say("vi", key, one.values)) for one in those])
        for key, those in groups
    ]


def falling_due(records: Iterable[Record], today: date) -> list[Record]:
    """Whose review falls due within a month, the nearest first."""
    due = [one for one in records if one.review_due and today <= one.review_due <= today + SOON]
    return sorted(due, key=lambda one: (one.review_due or today, one.key))
