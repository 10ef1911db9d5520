"""Agencies: the list, a page for each with all its tasks, and a page for each role."""

from collections import Counter, defaultdict
from datetime import date
from itertools import groupby

from generator.facets import FACETS
from generator.homes import Homes
from generator.library import Library
from generator.outputs import schema_org
from generator.outputs.lists import Ask, Line, Link, Listing, list_outputs, list_page
from generator.page import Names, Output, Outputs, Page, record_outputs, record_page
from generator.records.agencies import Agency, AgencyOutline
from generator.records.areas import Area
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.organisations import Organisation
from generator.records.plans import Plan
from generator.records.procedures import Procedure
from generator.records.record import Party
from generator.schedule import tasks_by_time
from generator.sheets import Sheet, sheets
from generator.vietnamese.sorting import sort_key

LISTING = Listing(Agency, "agencies", FACETS[Agency])
ROLE = FACETS[Agency][1]  # its views are pages that last

Row = tuple[str, int, int]  # an agency's id, how many tasks it leads, and how many it joins


def outputs(library: Library) -> Outputs:
    """The lists, the agencies' pages and the roles' pages."""
    lines, roles = _lines(library), by_role(library)
    counts = {role: sum(not one.is_withdrawn for one in those) for role, those in roles.items()}
    links = [
        Link(ROLE.slug, role, ROLE.word(role), role_address(role), counts[role]) for role in roles
    ]
    yield from list_outputs(LISTING, library, lines, agencies_page, links)
    yield from record_outputs(library, Agency, agency_page)
    work = Work(library)
    for role, those in roles.items():
        rows = tuple(work.row(one.id) for one in those if not one.is_withdrawn)
        for sheet in sheets(rows, role_address(role)):
            given = role, (sheet.number, sheet.count), tuple(sheet.rows)
            yield Output(sheet.address, role_page, given, those[0].file, sheet.number > 1)


# ---- the list and the roles ----------------------------------------------------------------------


def _lines(library: Library) -> list[Line]:
    """Agencies by province, the central ones first, then by name."""
    offered, homes = set(library.offered_ids(Agency)), Homes(library)
    found = [one for one in library.outlines(AgencyOutline) if one.id in offered]
    return [Line(one.id, homes.of(one.id), one) for one in sorted(found, key=_by_province)]


def by_role(library: Library) -> dict[str, list[AgencyOutline]]:
    """All agencies by their role, roles and agencies in Vietnamese order.

    A role stays when its last agency is withdrawn, for its address does (promise 5).
    """
    roles: dict[str, list[AgencyOutline]] = defaultdict(list)
    for one in library.outlines(AgencyOutline):
        roles[one.role].append(one)
    ordered = sorted(roles, key=sort_key)
    return {role: sorted(roles[role], key=_by_province) for role in ordered}


def _by_province(one: AgencyOutline) -> tuple[object, ...]:
    return sort_key(one.province or ""), sort_key(one.label), one.id


class Work:
    """How many tasks each agency leads and joins."""

    def __init__(self, library: Library) -> None:
        """Count the tasks of all plans once, for all agencies."""
        self._led, self._joined = Counter[str | None](), Counter[str | None]()
        for plan in library.each_offered(Plan):
            for task in plan.all_tasks():
                self._led.update({party.agency for party in task.leads})
                self._joined.update({party.agency for party in task.partners})

    def row(self, id: str) -> Row:
        """The counts of one agency."""
        return id, self._led[id], self._joined[id]


def role_address(role: str) -> str:
    """The page that gathers a role over the provinces."""
    return f"co-quan/vai-tro-{ROLE.word(role)}.html"


def agencies_page(library: Library, ask: Ask) -> Page:
    """A sheet of agencies under their provinces, the central ones first."""
    agencies = library.those(Agency, Ask(*ask).rows)
    groups = groupby(agencies, key=lambda one: one.province)
    shown = [(province, list(those)) for province, those in groups]
    return list_page(LISTING, library, ask, agencies, groups=shown, today=library.today)


def role_page(library: Library, role: str, turn: tuple[int, int], rows: tuple[Row, ...]) -> Page:
    """A sheet of the agencies of one role, by province, with how much each leads and joins."""
    sheet = Sheet(role_address(role), *turn, rows=rows)
    return Page(
        address=sheet.address,
        section="co-quan",
        template="lists/role.html",
        key="role",
        values={
            "role": role,
            "rows": [(library.get(Agency, id), led, joined) for id, led, joined in rows],
            "sheet": sheet,
            "turn": sheet.turn,
            "today": library.today,
        },
    )


# ---- one agency ----------------------------------------------------------------------------------


def agency_page(library: Library, id: str) -> Page:
    """Every task that an agency leads or joins, what it issued, and what it became."""
    agency = library.get(Agency, id)
    today = library.today if agency.last_day else date.min  # without one, any day is the same
    plans = library.users(agency, Plan)
    tasks = tasks_by_time(plans)
    offices = library.users(agency, Organisation)
    return record_page(
        library,
        agency,
        "articles/agency.html",
        ended=agency.has_ended(today),
        linked_data=schema_org.agency(agency, today),
        plans=[(plan, *_shares(plan, id)) for plan in plans],
        parent=library.find(Agency, agency.parent),
        area=library.find(Area, agency.area),
        offices=[one for one in offices if agency.demo or not one.demo],
        successors=library.those(Agency, agency.successors),
        predecessors=[one for one in library.users(agency, Agency) if id in one.successors],
        role_address=role_address(agency.role),
        led=[one for one in tasks for party in one.task.leads if party.agency == id],
        joined=[one for one in tasks for party in one.task.partners if party.agency == id],
        issued=[one for one in library.users(agency, Document) if _is(id, one.issuer)],
        campaigns=library.users(agency, Campaign),
        procedures=library.users(agency, Procedure),
        names=Names(library),
    )


def _is(id: str, party: Party | None) -> bool:
    return party is not None and party.agency == id


def _shares(plan: Plan, agency: str) -> tuple[int, int]:
    """How many tasks of a plan an agency leads, and how many it joins."""
    tasks = list(plan.all_tasks())
    leads = sum(agency in (party.agency for party in task.leads) for task in tasks)
    return leads, sum(agency in (party.agency for party in task.partners) for task in tasks)
