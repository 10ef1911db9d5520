"""The first page: what do you need?"""

from generator.library import Library
from generator.page import Output, Outputs, Page
from generator.places import provinces_by_name
from generator.records.areas import Area
from generator.records.campaigns import Campaign
from generator.records.finders import Finder
from generator.records.materials import Material, MaterialKind
from generator.schedule import State, state_of

MOST_ASKED = (MaterialKind.LEAFLET, MaterialKind.QUESTION_ANSWER)  # who may, and how
SHOWN = 6  # entries of each list on the first page; the rest is one click away

Ids = tuple[str, ...]


def outputs(library: Library) -> Outputs:
    """One page."""
    yield Output("index.html", page, (_materials(library), provinces_by_name(library)), "content")


def page(library: Library, materials: Ids, provinces: Ids) -> Page:
    """Some campaigns, these materials, and these provinces."""
    today = library.today
    return Page(
        address="index.html",
        section="trang-chu",
        template="lists/home.html",
        key="home",
        values={
            "campaigns": _campaigns(library),
            "materials": library.those(Material, materials),
            "hotlines": library.hotlines(),
            "provinces": library.those(Area, provinces),
            "finders": library.published(Finder)[:1],
            "today": today,
        },
    )


def _campaigns(library: Library) -> list[tuple[Campaign, State]]:
    """The first campaigns with their states, running ones before all others."""
    today, order = library.today, (State.RUNNING, State.UPCOMING, State.UNKNOWN, State.ENDED)
    found = [(one, state_of(one.period, today)) for one in library.published(Campaign)]
    return sorted(found, key=lambda pair: (order.index(pair[1]), pair[0].id))[:SHOWN]


def _materials(library: Library) -> Ids:
    """The materials that most people ask for."""
    order = [*MOST_ASKED, *(kind for kind in MaterialKind if kind not in MOST_ASKED)]
    found = (
        (one.demo, order.index(one.kind or order[-1]), one.id)
        for one in library.each_offered(Material)
    )
    return tuple(id for _, _, id in sorted(found)[:SHOWN])
