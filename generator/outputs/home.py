"""The first page: what do you need?"""

from datetime import date

from generator.library import Library
from generator.page import Outputs, Page
from generator.records.agencies import Agency, Contact, ContactKind
from generator.records.campaigns import Campaign
from generator.records.materials import Material
from generator.schedule import State, state_of

SHOWN = 6  # entries of each list on the first page; the rest is one click away


def outputs(library: Library, today: date) -> Outputs:
    """One page."""
    campaigns = sorted(library.published(Campaign), key=lambda one: _running_first(one, today))
    materials = sorted(library.published(Material), key=lambda one: (one.demo, one.id))
    yield Page(
        address="index.html",
        section="trang-chu",
        template="lists/home.html",
        key="home",
        values={
            "campaigns": [(one, state_of(one.period, today)) for one in campaigns[:SHOWN]],
            "materials": materials[:SHOWN],
            "hotlines": hotlines(library, today),
            "today": today,
        },
        source="content",
    )


def _running_first(campaign: Campaign, today: date) -> tuple[int, str]:
    order = (State.RUNNING, State.UPCOMING, State.UNKNOWN, State.ENDED)
    return order.index(state_of(campaign.period, today)), campaign.id


def hotlines(library: Library, today: date) -> list[tuple[Agency, Contact]]:
    """The public lines that anybody may call, of agencies that still answer."""
    return [
        (agency, contact)
        for agency in library.published(Agency)
        for contact in agency.contacts
        if contact.kind is ContactKind.HOTLINE and not agency.has_ended(today)
    ]
