"""Agencies: the list, a page for each with all its tasks, and a page for each role."""

from collections import defaultdict
from datetime import date

from generator.library import Library
from generator.outputs import schema_org
from generator.page import Names, Outputs, Page, record_page
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.organisations import Organisation
from generator.records.procedures import Procedure
from generator.records.record import Status
from generator.schedule import PlannedTask, tasks_by_time
from generator.vietnamese.folding import slug
from generator.vietnamese.sorting import sort_key


def outputs(library: Library, today: date) -> Outputs:
    """The list, the agencies' pages and the roles' pages."""
    tasks = Work(library)
    yield list_page(library, today)
    for agency in library.every(Agency):
        yield agency_page(library, agency, tasks, today)
    for role, agencies in by_role(library).items():
        yield role_page(role, agencies, tasks, today)


class Work:
    """What each agency leads and joins, by time."""

    def __init__(self, library: Library) -> None:
        """Gather the tasks of all plans once, for all agencies."""
        self._led: dict[str, list[PlannedTask]] = defaultdict(list)
        self._joined: dict[str, list[PlannedTask]] = defaultdict(list)
        for planned in tasks_by_time(library):
            for party in planned.task.leads:
                self._led[party.agency or ""].append(planned)
            for party in planned.task.partners:
                self._joined[party.agency or ""].append(planned)

    def led(self, agency: Agency) -> list[PlannedTask]:
        """The tasks that it leads."""
        return self._led.get(agency.id, [])

    def joined(self, agency: Agency) -> list[PlannedTask]:
        """The tasks that it joins."""
        return self._joined.get(agency.id, [])


def by_role(library: Library) -> dict[str, list[Agency]]:
    """All agencies by their role, roles and agencies in Vietnamese order.

    A role stays when its last agency is withdrawn, for its address does (promise 5).
    """
    roles: dict[str, list[Agency]] = defaultdict(list)
    for agency in library.every(Agency):
        roles[agency.role].append(agency)
    ordered = sorted(roles, key=sort_key)
    return {role: sorted(roles[role], key=_by_province) for role in ordered}


def _offered(agencies: list[Agency]) -> list[Agency]:
    return [one for one in agencies if one.status is not Status.WITHDRAWN]


def _by_province(agency: Agency) -> tuple[object, object]:
    return sort_key(agency.province or ""), sort_key(agency.label)


def role_address(role: str) -> str:
    """The page that gathers a role over the provinces."""
    return f"co-quan/vai-tro-{slug(role)}.html"


def list_page(library: Library, today: date) -> Page:
    """Agencies by province, the central ones first."""
    provinces: dict[str, list[Agency]] = defaultdict(list)
    for agency in sorted(library.published(Agency), key=lambda one: sort_key(one.label)):
        provinces[agency.province or ""].append(agency)
    roles = [
        (role, role_address(role), len(_offered(those))) for role, those in by_role(library).items()
    ]
    return Page(
        address="co-quan/index.html",
        section="co-quan",
        template="lists/agencies.html",
        key="agencies",
        values={
            "provinces": [
                (name, slug(name) or "trung-uong", provinces[name])
                for name in sorted(provinces, key=sort_key)
            ],
            "roles": roles,
            "today": today,
        },
        source="content/agencies",
    )


def agency_page(library: Library, agency: Agency, work: Work, today: date) -> Page:
    """Every task that an agency leads or joins, what it issued, and what it became."""
    issued = [d for d in library.users(agency, Document) if _issued_by(d, agency)]
    return record_page(
        library,
        agency,
        "articles/agency.html",
        ended=agency.has_ended(today),
        linked_data=schema_org.agency(agency, today),
        parent=library.find(Agency, agency.parent),
        area=library.find(Area, agency.area),
        offices=[one for one in library.users(agency, Organisation) if agency.demo or not one.demo],
        successors=library.those(Agency, agency.successors),
        predecessors=[a for a in library.users(agency, Agency) if agency.id in a.successors],
        role_address=role_address(agency.role),
        led=work.led(agency),
        joined=work.joined(agency),
        issued=issued,
        campaigns=library.users(agency, Campaign),
        procedures=library.users(agency, Procedure),
        names=Names(library),
    )


def _issued_by(document: Document, agency: Agency) -> bool:
    return bool(document.issuer and document.issuer.agency == agency.id)


def role_page(role: str, agencies: list[Agency], work: Work, today: date) -> Page:
    """All agencies of one role, by province, with how much each leads and joins."""
    rows = [(one, len(work.led(one)), len(work.joined(one))) for one in _offered(agencies)]
    return Page(
        address=role_address(role),
        section="co-quan",
        template="lists/role.html",
        key="role",
        values={"role": role, "rows": rows, "today": today},
        source=agencies[0].file,
    )
