"""Freshness: what the law or our own care wants done by a day that has passed.

Each rule is a sentence: its name, one line with the article behind it, and the problems it yields.
None of them stops a build: late data is shown as late rather than not at all.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from generator.library import Library
from generator.problems import Problem, Step
from generator.records.calls import Call
from generator.records.organisations import Group, Organisation, State
from generator.records.practitioners import Practitioner
from generator.records.record import Record, Status
from generator.working_days import working_day_after, working_days_from

PUBLISHED_WITHIN = 3  # working days after registration, change or termination
POSTED_FOR = 5  # working days that a call stays up, at least
OPEN_FOR = range(20, 31)  # days, from the posting, in which papers are taken
VERIFIED_FOR = timedelta(days=365)  # our own: who was there a year ago may have moved
OFFICES = (Group.STATE_CENTRE, Group.BRANCH, Group.CONTRACTED, Group.REGISTERED)

Kind = TypeVar("Kind", bound=Record)
Rule = Callable[[Library, date], Iterator[Problem]]


def late(library: Library, today: date) -> list[Problem]:
    """Everything that is late on `today`, rule by rule; each a warning."""
    return [problem for rule in RULES for problem in rule(library, today)]


def _late(record: Record, key: str, *where: Step, **values: object) -> Problem:
    return Problem(record.file, key, values, where, stops=False)


def _public(library: Library, kind: type[Kind]) -> Iterator[Kind]:
    return (record for record in library.every(kind) if _is_public(record))


def _is_public(record: Record) -> bool:
    """Published, though a list may have dropped the name since: that is late work too."""
    is_dropped = record.status is Status.WITHDRAWN and record.withdrawal is None
    return record.status is Status.PUBLISHED or is_dropped


def review_is_not_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Every published record is compared with its sources again by the day it names."""
    for record in library.records.values():
        due = record.review_due
        if due and due < today and _is_public(record):
            yield _late(record, "review-overdue", "review_due", due=due)


def list_was_verified(library: Library, today: date) -> Iterator[Problem]:
    """The published list stays true: somebody looked within a year (Luật TGPL, Điều 10 khoản 2)."""
    for one in _public(library, Organisation):
        on = one.verified_on
        if on and one.is_active and on + VERIFIED_FOR < today:
            yield _late(one, "list-not-verified", "verified_on", on=on)


def registration_is_published_in_time(library: Library, today: date) -> Iterator[Problem]:
    """Registration, change and end are public in 3 working days (TT 08/2017, Điều 19, 20, 22)."""
    for record, where, day in _drafts_of_the_lists(library):
        due = working_day_after(day, PUBLISHED_WITHIN) if day else None
        if due and due < today:
            values = {"day": day, "due": due}
            yield _late(record, "registration-unpublished", *where, **values)


def _drafts_of_the_lists(
    library: Library,
) -> Iterator[tuple[Record, tuple[Step, ...], date | None]]:
    """What is not yet public, with the newest day on which something happened to it."""
    lists = (*library.every(Organisation), *library.every(Practitioner))
    drafts = (one for one in lists if one.status is Status.DRAFT)
    for one in (*drafts, *library.drafts):
        if isinstance(one, Practitioner):
            yield one, ("first_day",), one.first_day
        elif isinstance(one, Organisation):
            began = one.authorisation.first_day if one.authorisation else None
            where: tuple[Step, ...] = ("authorisation", "first_day")
            yield one, ("state_from",) if one.state_from else where, one.state_from or began


def authorisation_has_not_ended(library: Library, today: date) -> Iterator[Problem]:
    """Nobody is shown as active whose registration, contract or card has run out (Điều 15, 17)."""
    for one in _public(library, Organisation):
        last = one.authorisation.last_day if one.authorisation else None
        if last and last < today and one.is_active:
            yield _late(one, "authorisation-ended", "authorisation", "last_day", last=last)
    for person in _public(library, Practitioner):
        if person.state is State.ACTIVE and not person.is_listed(today):
            yield _late(person, "authorisation-ended", "last_day", last=person.last_day)


def call_is_up_long_enough(library: Library, today: date) -> Iterator[Problem]:
    """A call stays up five working days at least (TT 08/2017, Điều 5 khoản 2, Điều 11 khoản 2)."""
    for call in _public(library, Call):
        first, last = call.posted_on, call.posted_until
        days = working_days_from(first, last) if first and last else POSTED_FOR
        if days < POSTED_FOR:
            yield _late(call, "call-too-short", "posted_until", days=days, least=POSTED_FOR)


def call_leaves_time_to_apply(library: Library, today: date) -> Iterator[Problem]:
    """Papers are taken for 20 to 30 days from the posting (TT 08/2017, Điều 5 khoản 1 điểm d)."""
    for call in _public(library, Call):
        days = (call.closes_on - call.posted_on).days if call.closes_on and call.posted_on else None
        if days is not None and days not in OPEN_FOR:
            values = {"days": days, "least": OPEN_FOR[0], "most": OPEN_FOR[-1]}
            yield _late(call, "call-window", "closes_on", **values)


def branch_tells_what_the_decree_asks(library: Library, today: date) -> Iterator[Problem]:
    """A branch names address, telephone, head and decision (NĐ 144/2017, Điều 7–9)."""
    for one in _public(library, Organisation):
        if one.group is Group.BRANCH and one.is_active:
            needed = {
                "locations": one.locations,
                "contacts": one.can_be_called,
                "head": one.head,
                "authorisation": one.authorisation,
            }
            for name in (name for name, value in needed.items() if not value):
                yield _late(one, "branch-needs", name=name)


def office_hours_are_posted(library: Library, today: date) -> Iterator[Problem]:
    """People know when somebody is there to see them (Luật TGPL, Điều 28; TT 12/2018, Điều 3)."""
    for one in _public(library, Organisation):
        has_hours = any(place.hours for place in one.locations)
        if one.is_active and one.group in OFFICES and not has_hours:
            yield _late(one, "hours-not-posted")


RULES: tuple[Rule, ...] = (
    review_is_not_overdue,
    list_was_verified,
    registration_is_published_in_time,
    authorisation_has_not_ended,
    call_is_up_long_enough,
    call_leaves_time_to_apply,
    branch_tells_what_the_decree_asks,
    office_hours_are_posted,
)
