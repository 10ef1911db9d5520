"""The first page: what do you need?"""

from generator.facets import FACETS, views_to_list
from generator.library import Library
from generator.outputs.lists import address_of
from generator.page import Output, Outputs, Page
from generator.places import provinces_by_name
from generator.records.areas import Area
from generator.records.campaigns import Campaign
from generator.records.finders import Finder
from generator.records.materials import Material, MaterialKind
from generator.schedule import State, state_of

MOST_ASKED = (MaterialKind.LEAFLET, MaterialKind.QUESTION_ANSWER)  # who may, and how
CAMPAIGNS, MATERIALS = 4, 6  # rows that are full at every width; the rest is one click away

Ids = tuple[str, ...]


def outputs(library: Library) -> Outputs:
    """One page."""
    given = (_materials(library), provinces_by_name(library), _announcements(library))
    yield Output("index.html", page, given, "content")


def page(library: Library, materials: Ids, provinces: Ids, announcements: str) -> Page:
    """Some campaigns, these materials and provinces, and the address of a list."""
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
            "announcements": announcements,
            "finders": library.published(Finder)[:1],
            "today": today,
        },
    )


def _campaigns(library: Library) -> list[tuple[Campaign, State]]:
    """The first campaigns with their states, running ones before all others."""
    today, order = library.today, (State.RUNNING, State.UPCOMING, State.UNKNOWN, State.ENDED)
    found = [(one, state_of(one.period, today)) for one in library.published(Campaign)]
    return sorted(found, key=lambda pair: (order.index(pair[1]), pair[0].id))[:CAMPAIGNS]


def _materials(library: Library) -> Ids:
    """The materials that most people ask for."""
    order = [*MOST_ASKED, *(kind for kind in MaterialKind if kind not in MOST_ASKED)]
    found = (
        (one.demo, order.index(one.kind or order[-1]), one.id)
        for one in library.each_offered(Material)
    )
    return tuple(id for _, _, id in sorted(found)[:MATERIALS])


def _announcements(library: Library) -> str:
    """Where what loudspeakers read is listed; nothing where no list is of it alone."""
    kinds = [facet for facet in FACETS[Material] if facet.wording == "material_kind"]
    views = views_to_list(kinds, [(one.id, one) for one in library.each_offered(Material)])
    those = (view for view in views if view.value == MaterialKind.ANNOUNCEMENT)
    return next((address_of(Material.section, view) for view in those), "")
