"""Organisations: a page for each, with a card and a code for the telephone."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from msgspec.structs import replace

from generator.directory import Directory, Entry, Line, first_entry
from generator.library import Library
from generator.outputs import organisation_lists, schema_org, vcards
from generator.outputs.paper import way_to
from generator.page import Output, Outputs, Page, Word, record_page
from generator.records.agencies import Agency
from generator.records.areas import Area, called
from generator.records.calls import Call
from generator.records.finders import Finder
from generator.records.organisations import Location, Organisation, State, has_expired
from generator.records.practitioners import Practitioner
from generator.records.record import Record, Status
from generator.records.rosters import Roster

HOURS = ("assets/javascripts/hours.js",)
Kind = TypeVar("Kind", bound=Record)
MOST_OTHERS = 3  # whom else to ask; more would be a list, and there is one


def outputs(library: Library) -> Outputs:
    """The directory's lists, and the page, card and code of each organisation."""
    directory = Directory(library)
    yield from organisation_lists.outputs(directory)
    for line in directory.every:
        address = f"{Organisation.section}/{line.id}.html"
        given = line.id, has_expired(line, library.today), others(directory, line)
        yield Output(address, organisation_page, given, line.file)
        yield from files_for_telephones(line)


def files_for_telephones(line: Line) -> Iterator[Output]:
    """The card to save and the code to scan, which stay as long as the organisation is at work."""
    if line.is_withdrawn or not line.can_be_saved:
        return
    card, code = vcards.card_address(line.id), vcards.code_address(line.id)
    yield Output(card, vcards.card_file, (line.id,), line.file, passing=True)
    if line.can_be_called:
        yield Output(code, vcards.code_file, (line.id,), line.file, passing=True)


def others(directory: Directory, line: Line) -> tuple[str, ...]:
    """Whom to call instead of one that cannot be called itself."""
    found = () if line.can_be_asked else directory.others(line)
    return tuple(one.id for one in islice(found, MOST_OTHERS))


def organisation_page(
    library: Library, id: str, has_expired: bool, others: tuple[str, ...]
) -> Page:
    """Whom to call, where to go and when, and by what right it helps."""
    organisation = library.get(Organisation, id)
    at = first_entry(library, organisation)
    branches = _theirs(library, organisation, Organisation)
    persons = _theirs(library, organisation, Practitioner)
    has_card = organisation.can_be_saved
    page = record_page(
        library,
        organisation,
        "articles/organisation.html",
        at=at,
        **title_values(organisation, at),
        list_address=organisation_lists.province_address(at.province.id if at.province else ""),
        agency=library.find(Agency, organisation.agency),
        parent=library.find(Organisation, organisation.parent),
        branches=[one for one in branches if _is_below(one, organisation)],
        group_address=organisation_lists.group_address(organisation.group or ""),
        places=[(one, *_areas(library, one)) for one in organisation.locations],
        serves=library.those(Area, organisation.serves),
        persons=[one for one in persons if one.state is State.ACTIVE],
        rosters=_theirs(library, organisation, Roster),
        calls=[one for one in _theirs(library, organisation, Call) if is_open(library, one)],
        others=library.those(Organisation, others),
        hotlines=() if can_be_asked(organisation) else library.hotlines(),
        card=vcards.card_address(id) if has_card else None,
        code=vcards.code_address(id) if has_card and organisation.can_be_called else None,
        has_expired=has_expired,
        finders=library.published(Finder) if organisation.forms else (),
        linked_data=schema_org.organisation(library, organisation),
        way=way_to(library, organisation.address),
    )
    if organisation.status is Status.WITHDRAWN:
        return page
    has_clock = organisation.is_active and any(one.hours for one in organisation.locations)
    return replace(page, key=title_key(organisation), scripts=HOURS if has_clock else ())


def title_key(organisation: Organisation) -> str:
    """Under which sentence of the wording its page is shared."""
    if organisation.demo:
        return "organisation-demo"
    return "organisation" if organisation.is_active else "organisation-stopped"


def title_values(organisation: Organisation, at: Entry) -> dict[str, object]:
    """What tells it from others of its name: its kind and where it is."""
    places = [called(one.kind, one.name) for one in (at.commune, at.province) if one]
    is_told = organisation.name.casefold().endswith(tuple(one.casefold() for one in places))
    return {
        "named": ", ".join([organisation.name, *(() if is_told else places[:1])]),
        "kind": Word("organisation_group", organisation.group or ""),
        "place": ", ".join(places) or Word("mark", "no_place"),
    }


def can_be_asked(organisation: Organisation) -> bool:
    """Whether a reader may call it now."""
    return organisation.is_active and organisation.can_be_called


def is_open(library: Library, call: Call) -> bool:
    """Whether a call still takes papers."""
    return call.closes_on is None or library.today <= call.closes_on


def _theirs(library: Library, organisation: Organisation, kind: type[Kind]) -> list[Kind]:
    """The records of a kind that name it; a real page offers nothing for demonstration."""
    users = library.users(organisation, kind)
    return [one for one in users if organisation.demo or not one.demo]


def _is_below(branch: Organisation, organisation: Organisation) -> bool:
    return branch.parent == organisation.id and branch.state is not State.ENDED


def _areas(library: Library, location: Location) -> tuple[Area | None, Area | None]:
    """The commune and the province of a place."""
    area = library.find(Area, location.area)
    return area, library.find(Area, area.province) if area else None
