"""Agencies: the list, a page for each with all its tasks, and a page for each role."""

from collections import Counter, defaultdict
from datetime import date
from typing import NamedTuple

from generator.library import Library
from generator.outputs import schema_org
from generator.page import Names, Output, Outputs, Page, record_outputs, record_page
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.organisations import Organisation
from generator.records.plans import Plan
from generator.records.procedures import Procedure
from generator.records.record import Party, Status
from generator.schedule import tasks_by_time
from generator.vietnamese.folding import slug
from generator.vietnamese.sorting import sort_key

LIST = "co-quan/index.html"

Row = tuple[str, int, int]  # an agency's id, how many tasks it leads, and how many it joins


def outputs(library: Library) -> Outputs:
    """The list, the agencies' pages and the roles' pages."""
    roles = by_role(library)
    counts = tuple((role, sum(one.is_offered for one in those)) for role, those in roles.items())
    yield Output(LIST, list_page, (counts,), "content/agencies")
    yield from record_outputs(library, Agency, agency_page)
    work = Work(library)
    for role, those in roles.items():
        rows = tuple(work.row(one.id) for one in those if one.is_offered)
        yield Output(role_address(role), role_page, (role, rows), those[0].file)


# ---- the list and the roles ----------------------------------------------------------------------


class Member(NamedTuple):
    """An agency as its role is gathered from all of them."""

    province: str
    label: str
    id: str
    file: str
    is_offered: bool


def by_role(library: Library) -> dict[str, list[Member]]:
    """All agencies by their role, roles and agencies in Vietnamese order.

    A role stays when its last agency is withdrawn, for its address does (promise 5).
    """
    roles: dict[str, list[Member]] = defaultdict(list)
    for one in library.each(Agency):
        is_offered = one.status is not Status.WITHDRAWN
        member = Member(one.province or "", one.label, one.id, one.file, is_offered)
        roles[one.role].append(member)
    ordered = sorted(roles, key=sort_key)
    return {role: sorted(roles[role], key=_by_province) for role in ordered}


def _by_province(member: Member) -> tuple[object, object]:
    return sort_key(member.province), sort_key(member.label)


class Work:
    """How many tasks each agency leads and joins."""

    def __init__(self, library: Library) -> None:
        """Count the tasks of all plans once, for all agencies."""
        self._led, self._joined = Counter[str | None](), Counter[str | None]()
        for plan in library.each_offered(Plan):
            for task in plan.all_tasks():
                self._led.update(party.agency for party in task.leads)
                self._joined.update(party.agency for party in task.partners)

    def row(self, id: str) -> Row:
        """The counts of one agency."""
        return id, self._led[id], self._joined[id]


def role_address(role: str) -> str:
    """The page that gathers a role over the provinces."""
    return f"co-quan/vai-tro-{slug(role)}.html"


def list_page(library: Library, counts: tuple[tuple[str, int], ...]) -> Page:
    """Agencies by province, the central ones first, and the roles with their counts."""
    provinces: dict[str, list[Agency]] = defaultdict(list)
    for agency in sorted(library.each_offered(Agency), key=lambda one: sort_key(one.label)):
        provinces[agency.province or ""].append(agency)
    return Page(
        address=LIST,
        section="co-quan",
        template="lists/agencies.html",
        key="agencies",
        values={
            "provinces": [
                (name, slug(name) or "trung-uong", provinces[name])
                for name in sorted(provinces, key=sort_key)
            ],
            "roles": [(role, role_address(role), count) for role, count in counts],
            "today": library.today,
        },
    )


def role_page(library: Library, role: str, rows: tuple[Row, ...]) -> Page:
    """All agencies of one role, by province, with how much each leads and joins."""
    return Page(
        address=role_address(role),
        section="co-quan",
        template="lists/role.html",
        key="role",
        values={
            "role": role,
            "rows": [(library.get(Agency, id), led, joined) for id, led, joined in rows],
            "today": library.today,
        },
    )


# ---- one agency ----------------------------------------------------------------------------------


def agency_page(library: Library, id: str) -> Page:
    """Every task that an agency leads or joins, what it issued, and what it became."""
    agency = library.get(Agency, id)
    today = library.today if agency.last_day else date.min  # without one, any day is the same
    tasks = tasks_by_time(library.users(agency, Plan))
    offices = library.users(agency, Organisation)
    return record_page(
        library,
        agency,
        "articles/agency.html",
        ended=agency.has_ended(today),
        linked_data=schema_org.agency(agency, today),
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
