"""The terminal: screens for a machine in a commune's office, to read standing and to touch.

An officer chooses the commune once; its start screen leads to whom to call, and to short lists of
what concerns its province. What the lists name opens as the page that everybody reads, with a bar
to come back by: `theme/assets/javascripts/terminal.js` puts it there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import merge
from itertools import islice
from operator import itemgetter

from generator.broadcasts import on_air
from generator.directory import is_located_in, located_in, serving
from generator.homes import Homes
from generator.library import Library
from generator.outputs import procedure_pages
from generator.outputs.area_pages import Callees, in_province
from generator.page import Make, Output, Outputs, Page
from generator.places import has_ended, provinces_by_name
from generator.records.areas import Area, AreaOutline, called
from generator.records.bulletins import Bulletin
from generator.records.campaigns import Campaign
from generator.records.finders import Finder
from generator.records.materials import Material, MaterialKind, MaterialOutline
from generator.records.procedures import Audience, Procedure
from generator.records.record import Record, Status
from generator.schedule import State, state_of
from generator.sheets import OF_A_VIEW
from generator.vietnamese.sorting import sort_key

SECTION = "man-hinh"
DOOR = f"{SECTION}.html"
WORDS = f"{SECTION}/loi.js"
PROCEDURES, CAMPAIGNS, AIRED = LISTS = ("thu-tuc", "chien-dich", "loa")
SCRIPTS = ("assets/javascripts/terminal.js",)
SOURCE = "content"
MOST = 30  # rows that somebody looks through standing; the list of the site has the others
OF_LOUDSPEAKERS = (MaterialKind.ANNOUNCEMENT, MaterialKind.AUDIO)
STATES = (State.RUNNING, State.UPCOMING, State.UNKNOWN)  # campaigns that still concern anybody

Ids = tuple[str, ...]
Placed = tuple[int, str]  # an id with its place among those of the whole country


# ---- what there is -----------------------------------------------------------------------------


def outputs(library: Library) -> Outputs:
    """The door, the lists of each province, and the start screen of each commune."""
    communes = _communes(library)
    provinces = [id for id, those in communes.items() if those]
    yield Output(
        DOOR, door_page, (tuple((id, len(those)) for id, those in communes.items()),), SOURCE
    )
    yield Output(WORDS, words_file, (), SOURCE)
    for id in provinces:
        yield Output(address_of(id), communes_page, (id, communes[id]), SOURCE, passing=True)
    for slug, make, found in _lists(library):
        for id in provinces:
            given = id, _first(found.get(id, ()), found.get("", ()))
            yield Output(list_address(id, slug), make, given, SOURCE, passing=True)
    yield from _start_screens(library, set(provinces))


def address_of(area: str) -> str:
    """The start screen of a commune; for a province, where its communes are chosen."""
    return f"{SECTION}{OF_A_VIEW}{area}.html"


def list_address(province: str, slug: str) -> str:
    """A list of what concerns a province."""
    return f"{SECTION}{OF_A_VIEW}{province}{OF_A_VIEW}{slug}.html"


def _communes(library: Library) -> dict[str, Ids]:
    """The communes of the day in each province, both by name."""
    found: dict[str, list[AreaOutline]] = {id: [] for id in provinces_by_name(library)}
    for one in library.outlines(AreaOutline):
        if one.province in found and not (one.is_withdrawn or has_ended(library, one)):
            found[one.province].append(one)
    return {
        id: tuple(one.id for one in sorted(those, key=lambda one: (sort_key(one.name), one.id)))
        for id, those in found.items()
    }


def _start_screens(library: Library, provinces: set[str]) -> Iterator[Output]:
    """A screen for each commune, also at its former ids: a machine may start with any of them.

    They stay as long as the record of their area, whose own page the ledger keeps.
    """
    files = dict(library.files(Area))
    formers = {id: those for kind, id, _, those in library.former_ids() if kind is Area}
    for one in library.outlines(AreaOutline):
        if not one.is_province:
            is_there = one.province in provinces and not has_ended(library, one)
            for id in (one.id, *formers.get(one.id, ())):
                given = one.id, address_of(id), is_there
                yield Output(address_of(id), start_page, given, files[one.id], passing=True)


def _lists(library: Library) -> Iterator[tuple[str, Make, dict[str, list[Placed]]]]:
    """The lists of each province, with what they hold by the province it belongs to, "" for all."""
    homes = Homes(library)
    yield PROCEDURES, procedures_page, _by_home(_procedures(library))
    yield CAMPAIGNS, campaigns_page, _by_home(_campaigns(library, homes))
    yield AIRED, aired_page, _by_home(_aired(library, homes))


def _by_home(found: Iterable[tuple[str, str]]) -> dict[str, list[Placed]]:
    """The ids of each province with their place among all, as many as a list can show."""
    those: dict[str, list[Placed]] = defaultdict(list)
    for place, (home, id) in enumerate(found):
        if len(those[home]) < MOST:
            those[home].append((place, id))
    return those


def _first(*those: Sequence[Placed]) -> Ids:
    """Of a province's own and the whole country's those that come first."""
    return tuple(id for _, id in islice(merge(*those), MOST))


def _procedures(library: Library) -> Iterator[tuple[str, str]]:
    """What citizens apply for; those that a finder leads to come first."""
    for line in procedure_pages.lines(library):
        if line.outline.audience is Audience.CITIZEN and not line.outline.is_abolished:
            yield line.province, line.id


def _campaigns(library: Library, homes: Homes) -> Iterator[tuple[str, str]]:
    """Running ones first, then those to come, then those without an end."""
    found = [(state_of(one.period, library.today), one) for one in library.each_offered(Campaign)]
    still = [(STATES.index(state), one.id, one) for state, one in found if state in STATES]
    for _, id, one in sorted(still, key=itemgetter(0, 1)):
        yield homes.of(one.lead.agency if one.lead else None), id


def _aired(library: Library, homes: Homes) -> Iterator[tuple[str, str]]:
    """Bulletins in the order in which they are said, then what else is read out or played.

    Materials that were issued last come first. Ids of two kinds are told apart by their folders.
    """
    for bulletin in on_air(library):
        yield homes.of(bulletin.agency), f"{Bulletin.folder}/{bulletin.id}"
    offered = set(library.offered_ids(Material))
    outlines = [one for one in library.outlines(MaterialOutline) if one.id in offered]
    for one in sorted(outlines, key=lambda one: one.issued_on or date.min, reverse=True):
        if one.kind in OF_LOUDSPEAKERS:
            yield homes.of(one.compiler), f"{Material.folder}/{one.id}"


# ---- what is shown -----------------------------------------------------------------------------


def door_page(library: Library, counts: Sequence[tuple[str, int]]) -> Page:
    """Where an officer chooses the commune, and reads how the screen is set up."""
    provinces = [(library.get(Area, id), count) for id, count in counts]
    return _page(
        library,
        DOOR,
        "terminal",
        "door",
        provinces=[(one, address_of(one.id), count) for one, count in provinces if count],
        unlisted=[one for one, count in provinces if not count],
        today=library.today,
    )


def communes_page(library: Library, id: str, communes: Ids) -> Page:
    """The communes of a province, each a way to its start screen."""
    province = library.get(Area, id)
    return _page(
        library,
        address_of(id),
        "terminal-communes",
        "communes",
        place=called(province.kind, province.name),
        communes=[(one, address_of(one.id)) for one in library.those(Area, communes)],
    )


def start_page(library: Library, id: str, address: str, has_lists: bool) -> Page:
    """The start screen of a commune and, behind its first tile, whom to call there.

    Without lists the commune is no more, or its province is not on offer.
    """
    area = library.get(Area, id)
    province = library.find(Area, area.province)
    lists = {slug: list_address(province.id, slug) for slug in LISTS} if province else {}
    here = located_in(library, area)
    wider = tuple(one for one in serving(library, area) if not is_located_in(one, area))
    return _page(
        library,
        address,
        "terminal-start",
        "start",
        area=area,
        place=in_province(area, province),
        province=province,
        is_gone=not has_lists or area.status is Status.WITHDRAWN,
        lists=lists,
        callees=Callees.of((*here, *wider)),
        finder=next(iter(library.published(Finder)), None),
    )


def procedures_page(library: Library, id: str, procedures: Ids) -> Page:
    """What citizens apply for, in large letters."""
    return _list_page(library, id, PROCEDURES, library.those(Procedure, procedures))


def campaigns_page(library: Library, id: str, campaigns: Ids) -> Page:
    """The campaigns that go on, or are to come."""
    those = library.those(Campaign, campaigns)
    states = {one.id: state_of(one.period, library.today) for one in those}
    return _list_page(library, id, CAMPAIGNS, those, states)


def aired_page(library: Library, id: str, aired: Ids) -> Page:
    """What the loudspeakers say, each a way to its page, where it is to be heard and read."""
    named = [one.partition("/")[::2] for one in aired]
    bulletins = library.those(Bulletin, (id for folder, id in named if folder == Bulletin.folder))
    materials = library.those(Material, (id for folder, id in named if folder == Material.folder))
    return _list_page(library, id, AIRED, (*bulletins, *materials))


def _list_page(
    library: Library,
    id: str,
    slug: str,
    rows: Sequence[Record],
    states: Mapping[str, State] | None = None,
) -> Page:
    province = library.get(Area, id)
    return _page(
        library,
        list_address(id, slug),
        f"terminal-{slug}",
        "list",
        place=called(province.kind, province.name),
        back=address_of(id),
        slug=slug,
        rows=rows,
        states=states or {},
    )


def words_file(library: Library) -> Page:
    """What the script shows on pages that have no place for it: words, numbers, the day."""
    return Page(
        address=WORDS,
        section="",
        template="terminal/words.js",
        values={
            "hotlines": [contact.value for _, contact in library.hotlines()],
            "day": library.today,
        },
    )


def _page(library: Library, address: str, key: str, template: str, **values: object) -> Page:
    return Page(
        address=address,
        section=SECTION,
        template=f"terminal/{template}.html",
        key=key,
        values={"hotlines": library.hotlines(), **values},
        scripts=SCRIPTS,
    )
