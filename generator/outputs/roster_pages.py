"""Duty rosters: one calendar of all that is to come, and a page and a calendar file for each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby

from generator.library import Library
from generator.outputs import roster_files
from generator.page import Output, Outputs, Page, record_outputs, record_page
from generator.records.areas import Area
from generator.records.organisations import Organisation
from generator.records.practitioners import Practitioner
from generator.records.record import Status
from generator.records.rosters import Roster, Shift
from generator.sheets import Sheet, sheet_address, sheets, view_address
from generator.vietnamese.sorting import sort_key

SECTION = Roster.section
LIST = f"{SECTION}/index.html"

Row = tuple[str, int]  # the id of a roster, and the number of a shift in it, from 0
Coming = tuple[date, time, str, int]  # a row with the day and hour by which it stands


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


# ---- what there is -----------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The calendar of all, that of each province, and every roster's page and file."""
    yield from _calendars(library)
    yield from record_outputs(library, Roster, roster_page)
    offered = set(library.offered_ids(Roster))
    for id, file in library.files(Roster):
        if id in offered:
            yield Output(roster_files.address_of(id), roster_files.calendar_file, (id,), file)


def _calendars(library: Library) -> Iterator[Output]:
    turns: list[Coming] = []
    provinces: dict[str, list[str]] = {}
    of_none: list[str] = []
    for roster in library.each(Roster):
        if roster.status is not Status.WITHDRAWN:
            turns += _coming(roster, library.today)
            province = _province(library, roster)
            (provinces.setdefault(province, []) if province else of_none).append(roster.id)
    turns.sort()
    areas = sorted(library.those(Area, provinces), key=lambda one: sort_key(one.name))
    counts = tuple((one.id, len(provinces[one.id])) for one in areas)
    yield from _sheets(turns, "", counts, of_none)
    for area in areas:
        mine = set(provinces[area.id])
        yield from _sheets([t for t in turns if t[2] in mine], area.id, (), provinces[area.id])


def _coming(roster: Roster, today: date) -> Iterator[Coming]:
    for number, shift in enumerate(roster.shifts):
        if shift.day and shift.day >= today:
            yield shift.day, shift.opens or time.min, roster.id, number


def _province(library: Library, roster: Roster) -> str | None:
    area = library.find(Area, roster.area)
    province = library.find(Area, (area.province or area.id) if area else None)
    return province.id if province else None


def _sheets(
    turns: Sequence[Coming],
    province: str,
    provinces: tuple[tuple[str, int], ...],
    rosters: Sequence[str],
) -> Iterator[Output]:
    """The sheets of a calendar; the first offers those of the provinces and names some rosters."""
    start = address_of(province)
    for sheet in sheets(turns, start):
        rows = tuple((id, number) for _, _, id, number in sheet.rows)
        place = sheet.number, sheet.count
        heads = (provinces, tuple(rosters)) if sheet.number == 1 else ((), ())
        given = province, place, rows, *heads
        address = sheet_address(start, sheet.number)
        yield Output(address, list_page, given, "content/rosters", passing=address != LIST)


def address_of(province: str) -> str:
    """The calendar of a province, told by its id, or of all."""
    return view_address(SECTION, "tinh", province) if province else LIST


# ---- the calendar --------------------------------------------------------------------------------


def list_page(
    library: Library,
    province: str,
    place: tuple[int, int],
    rows: Sequence[Row],
    provinces: Sequence[tuple[str, int]],
    rosters: Sequence[str],
) -> Page:
    """A sheet of a calendar, week by week; `place` are its number, and how many there are."""
    turns = [_turn(library, *row) for row in rows]
    sheet = Sheet(address_of(province), *place, rows=turns)
    name = {"name": library.get(Area, province).label} if province else {}
    return Page(
        address=sheet.address,
        section=SECTION,
        template="lists/rosters.html",
        key="rosters-by" if province else "rosters",
        values={
            "sheet": sheet,
            "weeks": weeks_of(turns),
            "today": library.today,
            "provinces": [
                (library.get(Area, id), address_of(id), count) for id, count in provinces
            ],
            "rosters": library.those(Roster, rosters),
            **name,
        },
    )


def _turn(library: Library, id: str, number: int) -> Turn:
    roster = library.get(Roster, id)
    shift = roster.shifts[number]
    day = shift.day or library.today
    return Turn(roster, shift, day, library.offered(Practitioner, shift.who))


def in_order(library: Library, roster: Roster) -> list[Turn]:
    """Every shift of a roster that has a day, by day and hour."""
    turns = [
        Turn(roster, shift, shift.day, library.offered(Practitioner, shift.who))
        for shift in roster.shifts
        if shift.day
    ]
    return sorted(turns, key=lambda one: (one.day, one.shift.opens or time.min))


def weeks_of(turns: Iterable[Turn]) -> list[Week]:
    """Turns by week, in the order given."""
    return [Week(monday, list(those)) for monday, those in groupby(turns, key=_monday)]


def _monday(turn: Turn) -> date:
    return turn.day - timedelta(days=turn.day.weekday())


# ---- one roster ----------------------------------------------------------------------------------


def roster_page(library: Library, id: str) -> Page:
    """The shifts to come by week, those past folded away, and whom to call."""
    roster, today = library.get(Roster, id), library.today
    turns = in_order(library, roster)
    return record_page(
        library,
        roster,
        "articles/roster.html",
        area=library.find(Area, roster.area),
        organisation=library.find(Organisation, roster.organisation),
        coming=weeks_of(one for one in turns if one.day >= today),
        past=weeks_of(one for one in reversed(turns) if one.day < today),
        file=roster_files.address_of(id),
        today=today,
    )
