"""What the loudspeakers say on which day and at what time.

Nothing is said that nobody approved, that was withdrawn or only demonstrates, or whose last day is
over.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from generator.library import Library
from generator.problems import Problem
from generator.records.bulletins import BulletinOutline, Priority
from generator.records.record import Status
from generator.vietnamese.sorting import sort_key

DAYS_AHEAD = 31  # for which playlists and schedule are made
ORDER = (Priority.URGENT, Priority.PREFERRED, Priority.ORDINARY, None)  # as they are said


class Slot(NamedTuple):
    """A time at which loudspeakers are switched on, with the ids of what is said, in order."""

    begins: datetime
    bulletins: tuple[str, ...]


def may_be_said(one: BulletinOutline, today: date) -> bool:
    """Whether it may be said on `today` or later: approved by then, public, and not outdated."""
    is_approved = one.approved_on is not None and one.approved_on <= today
    is_public = one.status is Status.PUBLISHED and not one.demo
    return is_public and is_approved and not is_outdated(one, today)


def is_outdated(one: BulletinOutline, today: date) -> bool:
    """Whether its last day is over."""
    return one.last_day is not None and one.last_day < today


def on_air(library: Library) -> list[BulletinOutline]:
    """What may be said, the most urgent first, then by title."""
    today = library.today
    those = [one for one in library.outlines(BulletinOutline) if may_be_said(one, today)]
    return sorted(those, key=_order)


def slots(bulletins: Iterable[BulletinOutline], first_day: date, days: int) -> list[Slot]:
    """Every slot of so many days from `first_day` on, by time; within one the most urgent first."""
    said: dict[datetime, list[BulletinOutline]] = defaultdict(list)
    for one in bulletins:
        for begins in sorted(set(_times(one, first_day, days))):
            said[begins].append(one)
    return [
        Slot(begins, tuple(one.id for one in sorted(said[begins], key=_order)))
        for begins in sorted(said)
    ]


def voices_are_known(library: Library) -> Iterator[Problem]:
    """A bulletin that names a voice which nobody set up would fall silent unseen."""
    known = {one.name for one in library.loudspeaker.voices}
    for one in library.outlines(BulletinOutline):
        if one.voice and one.voice not in known:
            values = {"value": one.voice, "known": ", ".join(sorted(known))}
            yield Problem(one.file, "no-such-voice", values, ("voice",))


def last_day_ahead(today: date) -> date:
    """The day until which playlists and schedule reach."""
    return _days(today, DAYS_AHEAD)[-1]


def _days(first_day: date, days: int) -> list[date]:
    still = min(days, (date.max - first_day).days + 1)  # no day follows the last that Python knows
    return [first_day + timedelta(days=n) for n in range(still)]


def _times(one: BulletinOutline, first_day: date, days: int) -> Iterable[datetime]:
    for airing in one.schedule:
        for day in _days(first_day, days):
            if airing.is_on(day):
                yield from (datetime.combine(day, at) for at in airing.times)


def _order(one: BulletinOutline) -> tuple[object, ...]:
    return ORDER.index(one.priority), sort_key(one.title), one.id
