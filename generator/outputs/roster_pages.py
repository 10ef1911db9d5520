"""Duty rosters: one calendar of all that is to come, and a page and a calendar file for each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby

from generator.library import Library
from generator.outputs import roster_files
from generator.page import Outputs, Page, record_page
from generator.records.areas import Area
from generator.records.organisations import Organisation
from generator.records.practitioners import Practitioner
from generator.records.record import Status
from generator.records.rosters import Roster, Shift
from generator.sheets import sheets, view_address
from generator.vietnamese.sorting import sort_key

SECTION = Roster.section
LIST = f"{SECTION}/index.html"


@dataclass(frozen=True)
class Turn:
    """A shift of a roster, and those on duty whom the list of the day still names."""

    roster: Roster
    shift: Shift
    day: date
    persons: tuple[Practitioner, ...]

    @property
    def has_lost_persons(self) -> bool:
        """Whether somebody was to be there who is on no list any more."""
        return len(self.persons) < len(self.shift.who)


@dataclass(frozen=True)
class Week:
    """The turns from a Monday to the Sunday behind it."""

    monday: date
    turns: Sequence[Turn]

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)


def outputs(library: Library, today: date) -> Outputs:
    """The calendar of all, that of each province, and every roster's page and file."""
    rosters = library.published(Roster)
    turns = [one for one in in_order(library, rosters) if one.day >= today]
    provinces = _by_province(library, rosters)
    yield from list_pages(turns, LIST, "rosters", today, provinces=provinces, rosters=rosters)
    for area, address, those in provinces:
        ids = {one.id for one in those}
        mine = [one for one in turns if one.roster.id in ids]
        yield from list_pages(mine, address, "rosters-by", today, name=area.label, rosters=those)
    for roster in library.every(Roster):
        yield roster_page(library, roster, today)
        if roster.status is not Status.WITHDRAWN:
            yield roster_files.calendar_file(roster, today)


# ---- the calendar --------------------------------------------------------------------------------


def in_order(library: Library, rosters: Iterable[Roster]) -> list[Turn]:
    """Every shift that has a day, by day and hour."""
    turns = [
        Turn(roster, shift, shift.day, library.offered(Practitioner, shift.who))
        for roster in rosters
        for shift in roster.shifts
        if shift.day
    ]
    return sorted(turns, key=lambda one: (one.day, one.shift.opens or time.min, one.roster.id))


def weeks_of(turns: Iterable[Turn]) -> list[Week]:
    """Turns by week, in the order given."""
    return [Week(monday, list(those)) for monday, those in groupby(turns, key=_monday)]


def _monday(turn: Turn) -> date:
    return turn.day - timedelta(days=turn.day.weekday())


def _by_province(
    library: Library, rosters: Sequence[Roster]
) -> list[tuple[Area, str, list[Roster]]]:
    """The provinces with rosters, the address of the calendar of each, and its rosters."""
    found: dict[str, list[Roster]] = {}
    for roster in rosters:
        area = library.find(Area, roster.area)
        province = area.province or area.id if area else None
        if library.find(Area, province):
            found.setdefault(province or "", []).append(roster)
    areas = sorted(library.those(Area, found), key=lambda one: sort_key(one.name))
    return [(one, view_address(SECTION, "tinh", one.id), found[one.id]) for one in areas]


def list_pages(
    turns: Sequence[Turn], address: str, key: str, today: date, **values: object
) -> Iterator[Page]:
    """The sheets of a calendar, week by week."""
    for sheet in sheets(turns, address):
        yield Page(
            address=sheet.address,
            section=SECTION,
            template="lists/rosters.html",
            key=key,
            values={
                "sheet": sheet,
                "weeks": weeks_of(sheet.rows),
                "today": today,
                "provinces": (),
                **values,
            },
            source="content/rosters",
            passing=sheet.address != LIST,
        )


# ---- one roster ----------------------------------------------------------------------------------


def roster_page(library: Library, roster: Roster, today: date) -> Page:
    """The shifts to come by week, those past folded away, and whom to call."""
    turns = in_order(library, [roster])
    return record_page(
        library,
        roster,
        "articles/roster.html",
        area=library.find(Area, roster.area),
        organisation=library.find(Organisation, roster.organisation),
        coming=weeks_of(one for one in turns if one.day >= today),
        past=weeks_of(one for one in reversed(turns) if one.day < today),
        file=roster_files.address_of(roster),
        today=today,
    )
