"""Campaigns: the list, and a page for each with its timeline."""

from collections.abc import Iterator
from itertools import groupby

from generator.facets import FACETS
from generator.glossary import explained_page
from generator.homes import Homes
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.outputs.paper import way_to
from generator.page import Names, Outputs, Page, record_outputs
from generator.records.agencies import Agency
from generator.records.bulletins import Bulletin
from generator.records.campaigns import Activity, Campaign
from generator.records.documents import Document
from generator.records.materials import Material
from generator.records.plans import Plan, Target
from generator.records.programmes import Programme
from generator.schedule import PlannedTask, State, frame_of, state_of, timeline

LISTING = Listing(Campaign, "campaigns", FACETS[Campaign])
STATES = (State.RUNNING, State.UPCOMING, State.UNKNOWN, State.ENDED)


def outputs(library: Library) -> Outputs:
    """The lists and the pages of all campaigns."""
    yield from list_outputs(LISTING, library, _lines(library), campaigns_page)
    yield from record_outputs(library, Campaign, campaign_page)


def _lines(library: Library) -> list[Line]:
    """Campaigns in four groups: running, to come, without an end, ended; the last begun first."""
    homes = Homes(library)
    found = sorted(library.each_offered(Campaign), key=lambda one: _rank(library, one))
    return [Line(one.id, homes.of(one.lead.agency if one.lead else None), one) for one in found]


def _rank(library: Library, campaign: Campaign) -> tuple[int, int, str]:
    state = state_of(campaign.period, library.today)
    first = campaign.period.first_day if campaign.period else None
    return STATES.index(state), -(first.toordinal() if first else 0), campaign.id


def campaigns_page(library: Library, ask: Ask) -> Page:
    """A sheet of campaigns under their states."""
    campaigns, today = library.those(Campaign, Ask(*ask).rows), library.today
    groups = groupby(campaigns, key=lambda one: state_of(one.period, today))
    shown = [(state, list(those)) for state, those in groups]
    return list_page(LISTING, library, ask, campaigns, groups=shown)


def campaign_page(library: Library, id: str) -> Page:
    """What for, when, where, for whom, what happens when, whom to ask, what to read."""
    campaign, today = library.get(Campaign, id), library.today
    plans = library.those(Plan, campaign.plans)
    activities = sorted(_activities(library, campaign), key=lambda pair: pair[1].by_time)
    times = [(activity.title, planned.task.time) for activity, planned in activities]
    ask = library.offered(Agency, campaign.ask)
    programmes = [*campaign.programmes, *(id for plan in plans for id in plan.programmes)]
    return explained_page(
        library,
        campaign,
        "articles/campaign.html",
        state=state_of(campaign.period, today),
        today=today,
        plans=plans,
        programmes=library.those(Programme, programmes),
        activities=activities,
        timeline=timeline(times, frame_of(library, plans, campaign.period), today),
        targets=_targets(plans),
        told_by=_told_by(library, plans),
        ask=ask,
        hotlines=() if any(one.can_be_called for one in ask) else library.hotlines(),
        materials=library.offered(Material, campaign.materials),
        bulletins=library.users(campaign, Bulletin),
        basis=library.those(Document, (plan.document for plan in plans)),
        names=Names(library),
        way=way_to(library, campaign.address),
    )


def _activities(library: Library, campaign: Campaign) -> Iterator[tuple[Activity, PlannedTask]]:
    for activity in campaign.activities:
        plan = library.find(Plan, activity.plan)
        task = plan.task(activity.task) if plan else None
        if plan and task:
            yield activity, PlannedTask(plan, task)


def _told_by(library: Library, plans: tuple[Plan, ...]) -> dict[str, Document]:
    """The documents that tell how far targets are reached."""
    sources = (source.document for plan in plans for source in plan.told_by)
    return {document.id: document for document in library.those(Document, sources)}


def _targets(plans: tuple[Plan, ...]) -> list[tuple[Plan, Target]]:
    return [(plan, target) for plan in plans for target in plan.targets]
