"""Freshness: what the law or our own care wants done by a day that has passed.

Each rule is a sentence: its name, one line with the article behind it, and the problems it yields.
None of them stops a build: late data is shown as late rather than not at all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import chain, pairwise
from math import ceil
from typing import NamedTuple

from generator.broadcasts import DAYS_AHEAD, Slot, on_air, slots
from generator.library import Library
from generator.problems import Problem, Step
from generator.readings import SECONDS_A_MINUTE
from generator.recordings import seconds_on_air
from generator.records.bulletins import Bulletin
from generator.records.calls import Call
from generator.records.organisations import Group, Organisation, State, has_expired
from generator.records.practitioners import Practitioner
from generator.records.record import Record, Status
from generator.working_days import working_day_after, working_days_from

PUBLISHED_WITHIN = 3  # working days after registration, change or termination
POSTED_FOR = 5  # working days that a call stays up, at least
OPEN_FOR = range(20, 31)  # days, from the posting, in which papers are taken
VERIFIED_FOR = timedelta(days=365)  # our own: who was there a year ago may have moved
OFFICES = (Group.STATE_CENTRE, Group.BRANCH, Group.CONTRACTED, Group.REGISTERED)

Rule = Callable[[Record, date], Iterator[Problem]]


def late(record: Record, today: date) -> Iterator[Problem]:
    """Everything that is late with a record on `today`; each a warning."""
    for rule in (*OF_EVERY, *OF_KIND.get(type(record), ())):
        yield from rule(record, today)


def _late(record: Record, key: str, *where: Step, **values: object) -> Problem:
    return Problem(record.file, key, values, where, stops=False)


def _is_public(record: Record) -> bool:
    """Published, though a list may have dropped the name since: that is late work too."""
    is_dropped = record.status is Status.WITHDRAWN and record.withdrawal is None
    return record.status is Status.PUBLISHED or is_dropped


def review_is_not_overdue(record: Record, today: date) -> Iterator[Problem]:
    """Every published record is compared with its sources again by the day it names."""
    due = record.review_due
    if due and due < today and _is_public(record):
        yield _late(record, "review-overdue", "review_due", due=due)


def list_was_verified(record: Record, today: date) -> Iterator[Problem]:
    """The published list stays true: somebody looked within a year (Luật TGPL, Điều 10 khoản 2)."""
    if isinstance(record, Organisation) and _is_public(record):
        on = record.verified_on
        if on and record.is_active and on + VERIFIED_FOR < today:
            yield _late(record, "list-not-verified", "verified_on", on=on)


def registration_is_published_in_time(record: Record, today: date) -> Iterator[Problem]:
    """Registration, change and end are public in 3 working days (TT 08/2017, Điều 19, 20, 22)."""
    where, day = _last_event(record) if record.status is Status.DRAFT else ((), None)
    due = working_day_after(day, PUBLISHED_WITHIN) if day else None
    if due and due < today:
        yield _late(record, "registration-unpublished", *where, day=day, due=due)


def _last_event(record: Record) -> tuple[tuple[Step, ...], date | None]:
    """The newest day on which something happened to whoever stands on a list."""
    if isinstance(record, Practitioner):
        return ("first_day",), record.first_day
    if isinstance(record, Organisation):
        began = record.authorisation.first_day if record.authorisation else None
        where: tuple[Step, ...] = ("authorisation", "first_day")
        return ("state_from",) if record.state_from else where, record.state_from or began
    return (), None


def authorisation_has_not_ended(record: Record, today: date) -> Iterator[Problem]:
    """Nobody is shown as active whose registration, contract or card has run out (Điều 15, 17)."""
    if isinstance(record, Organisation) and _is_public(record):
        is_over = record.is_active and has_expired(record, today)
        if is_over:
            where = "authorisation", "last_day"
            yield _late(record, "authorisation-ended", *where, last=record.last_day)
    if isinstance(record, Practitioner) and _is_public(record):
        is_over = record.state is State.ACTIVE and not record.is_listed(today)
        if is_over:
            yield _late(record, "authorisation-ended", "last_day", last=record.last_day)


def call_is_up_long_enough(record: Record, today: date) -> Iterator[Problem]:
    """A call stays up five working days at least (TT 08/2017, Điều 5 khoản 2, Điều 11 khoản 2)."""
    if isinstance(record, Call) and _is_public(record):
        first, last = record.posted_on, record.posted_until
        days = working_days_from(first, last) if first and last else POSTED_FOR
        if days < POSTED_FOR:
            yield _late(record, "call-too-short", "posted_until", days=days, least=POSTED_FOR)


def call_leaves_time_to_apply(record: Record, today: date) -> Iterator[Problem]:
    """Papers are taken for 20 to 30 days from the posting (TT 08/2017, Điều 5 khoản 1 điểm d)."""
    if isinstance(record, Call) and _is_public(record) and record.closes_on and record.posted_on:
        days = (record.closes_on - record.posted_on).days
        if days not in OPEN_FOR:
            values = {"days": days, "least": OPEN_FOR[0], "most": OPEN_FOR[-1]}
            yield _late(record, "call-window", "closes_on", **values)


def branch_tells_what_the_decree_asks(record: Record, today: date) -> Iterator[Problem]:
    """A branch names address, telephone, head and decision (NĐ 144/2017, Điều 7–9)."""
    if isinstance(record, Organisation) and _is_public(record) and record.is_active:
        needed = {
            "locations": record.locations,
            "contacts": record.can_be_called,
            "head": record.head,
            "authorisation": record.authorisation,
        }
        for name, value in needed.items() if record.group is Group.BRANCH else ():
            if not value:
                yield _late(record, "branch-needs", name=name)


def office_hours_are_posted(record: Record, today: date) -> Iterator[Problem]:
    """People know when somebody is there to see them (Luật TGPL, Điều 28; TT 12/2018, Điều 3)."""
    if isinstance(record, Organisation) and _is_public(record):
        has_hours = any(place.hours for place in record.locations)
        if record.is_active and record.group in OFFICES and not has_hours:
            yield _late(record, "hours-not-posted")


def bulletin_is_still_said(record: Record, today: date) -> Iterator[Problem]:
    """What was said for the last time is renewed or taken back: nobody wants to hear it stale."""
    if isinstance(record, Bulletin) and _is_public(record) and record.has_ended(today):
        yield _late(record, "bulletin-outdated", "schedule", last=record.last_day)


def slots_keep_their_time(library: Library) -> Iterator[Problem]:
    """A slot ends before listeners have had enough, and before the next begins.

    What comes again and again is told once.
    """
    bulletins = {one.id: one for one in on_air(library)}
    airings = [
        Airtime(slot, sum(seconds_on_air(library, id) for id in slot.bulletins))
        for slot in slots(bulletins.values(), library.today, DAYS_AHEAD)
    ]
    told: set[tuple[str, time, tuple[str, ...]]] = set()
    most = library.loudspeaker.slot_minutes
    for one, key, values in chain(_too_long(airings, most), _running_into_others(airings)):
        is_new = (key, one.slot.begins.time(), one.slot.bulletins) not in told
        told.add((key, one.slot.begins.time(), one.slot.bulletins))
        last = bulletins[one.slot.bulletins[-1]]  # the least urgent is the one to be moved
        if is_new:
            yield Problem(last.file, key, {**one.told, **values}, ("schedule",), stops=False)


class Airtime(NamedTuple):
    """A slot with the seconds that all its bulletins take."""

    slot: Slot
    seconds: int

    @property
    def ends(self) -> datetime:
        """When the last word is said."""
        return self.slot.begins + timedelta(seconds=self.seconds)

    @property
    def told(self) -> dict[str, object]:
        """What messages say of it."""
        return {
            "time": f"{self.slot.begins:%H:%M}",
            "day": self.slot.begins.date(),
            "minutes": ceil(self.seconds / SECONDS_A_MINUTE),
            "ids": ", ".join(self.slot.bulletins),
        }


Told = tuple[Airtime, str, dict[str, object]]  # whose key and values a message has


def _too_long(airings: Iterable[Airtime], most: int) -> Iterator[Told]:
    for one in airings:
        if one.seconds > most * SECONDS_A_MINUTE:
            yield one, "slot-too-long", {"most": most}


def _running_into_others(airings: Iterable[Airtime]) -> Iterator[Told]:
    for one, following in pairwise(airings):
        if one.ends > following.slot.begins:
            yield one, "slot-runs-on", {"next": f"{following.slot.begins:%H:%M}"}


OF_EVERY: tuple[Rule, ...] = (review_is_not_overdue,)
OF_KIND: Mapping[type[Record], tuple[Rule, ...]] = {
    Organisation: (
        list_was_verified,
        registration_is_published_in_time,
        authorisation_has_not_ended,
        branch_tells_what_the_decree_asks,
        office_hours_are_posted,
    ),
    Practitioner: (registration_is_published_in_time, authorisation_has_not_ended),
    Call: (call_is_up_long_enough, call_leaves_time_to_apply),
    Bulletin: (bulletin_is_still_said,),
}
KEYS = (
    "review-overdue",
    "list-not-verified",
    "registration-unpublished",
    "authorisation-ended",
    "call-too-short",
    "call-window",
    "branch-needs",
    "hours-not-posted",
    "bulletin-outdated",
    "slot-too-long",
    "slot-runs-on",
)  # the messages of the rules, in their order
