"""Campaigns: the list, and a page for each with its timeline."""

from collections.abc import Iterator

from generator.library import Library
from generator.page import Names, Output, Outputs, Page, record_outputs, record_page
from generator.records.agencies import Agency
from generator.records.campaigns import Activity, Campaign
from generator.records.documents import Document
from generator.records.materials import Material
from generator.records.plans import Plan, Target
from generator.records.programmes import Programme
from generator.schedule import PlannedTask, State, frame_of, state_of, timeline


def outputs(library: Library) -> Outputs:
    """The list and the pages of all campaigns."""
    yield Output("chien-dich/index.html", list_page, (), "content/campaigns")
    yield from record_outputs(library, Campaign, campaign_page)


def list_page(library: Library) -> Page:
    """Campaigns in four groups: running, to come, without an end, ended."""
    order = (State.RUNNING, State.UPCOMING, State.UNKNOWN, State.ENDED)
    groups = [(state, campaigns_in(library, state)) for state in order]
    return Page(
        address="chien-dich/index.html",
        section="chien-dich",
        template="lists/campaigns.html",
        key="campaigns",
        values={"groups": [group for group in groups if group[1]]},
    )


def campaigns_in(library: Library, state: State) -> list[Campaign]:
    """The campaigns on offer that are in a state today, those that began last first."""
    today = library.today
    found = [c for c in library.published(Campaign) if state_of(c.period, today) is state]
    return sorted(found, key=_newest_first)


def _newest_first(campaign: Campaign) -> tuple[int, str]:
    first = campaign.period.first_day if campaign.period else None
    return -(first.toordinal() if first else 0), campaign.id


def campaign_page(library: Library, id: str) -> Page:
    """What for, when, where, for whom, what happens when, whom to ask, what to read."""
    campaign, today = library.get(Campaign, id), library.today
    plans = library.those(Plan, campaign.plans)
    activities = sorted(_activities(library, campaign), key=lambda pair: pair[1].by_time)
    times = [(activity.title, planned.task.time) for activity, planned in activities]
    ask = library.offered(Agency, campaign.ask)
    programmes = [*campaign.programmes, *(id for plan in plans for id in plan.programmes)]
    return record_page(
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
        ask=ask,
        hotlines=() if any(one.can_be_called for one in ask) else library.hotlines(),
        materials=library.offered(Material, campaign.materials),
        basis=library.those(Document, (plan.document for plan in plans)),
        names=Names(library),
    )


def _activities(library: Library, campaign: Campaign) -> Iterator[tuple[Activity, PlannedTask]]:
    for activity in campaign.activities:
        plan = library.find(Plan, activity.plan)
        task = plan.task(activity.task) if plan else None
        if plan and task:
            yield activity, PlannedTask(plan, task)


def _targets(plans: tuple[Plan, ...]) -> list[tuple[Plan, Target]]:
    return [(plan, target) for plan in plans for target in plan.targets]
