"""The first page: what do you need?"""

from datetime import date

from generator.library import Library
from generator.page import Outputs, Page
from generator.places import Places
from generator.records.campaigns import Campaign
from generator.records.finders import Finder
from generator.records.materials import Material, MaterialKind
from generator.schedule import State, state_of

MOST_ASKED = (MaterialKind.LEAFLET, MaterialKind.QUESTION_ANSWER)  # who may, and how
SHOWN = 6  # entries of each list on the first page; the rest is one click away


def outputs(library: Library, today: date) -> Outputs:
    """One page."""
    campaigns = sorted(library.published(Campaign), key=lambda one: _running_first(one, today))
    materials = sorted(library.published(Material), key=_most_asked_first)
    yield Page(
        address="index.html",
        section="trang-chu",
        template="lists/home.html",
        key="home",
        values={
            "campaigns": [(one, state_of(one.period, today)) for one in campaigns[:SHOWN]],
            "materials": materials[:SHOWN],
            "hotlines": library.hotlines(today),
            "provinces": Places(library, today).provinces,
            "finders": library.published(Finder)[:1],
            "today": today,
        },
        source="content",
    )


def _running_first(campaign: Campaign, today: date) -> tuple[int, str]:
    order = (State.RUNNING, State.UPCOMING, State.UNKNOWN, State.ENDED)
    return order.index(state_of(campaign.period, today)), campaign.id


def _most_asked_first(material: Material) -> tuple[bool, int, str]:
    kinds = [*MOST_ASKED, *(kind for kind in MaterialKind if kind not in MOST_ASKED)]
    return material.demo, kinds.index(material.kind or kinds[-1]), material.id
