"""Organisations: a page for each, with a card and a code for the telephone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from generator.directory import Directory, Entry, kind_order
from generator.library import Library
from generator.outputs import organisation_lists, schema_org, vcards
from generator.page import Deferred, Outputs, Page, Word, record_page
from generator.records.agencies import Agency
from generator.records.areas import Area, called
from generator.records.calls import Call
from generator.records.finders import Finder
from generator.records.organisations import Location, Organisation, State
from generator.records.practitioners import Practitioner
from generator.records.record import Record, Status
from generator.records.rosters import Roster

HOURS = ("assets/javascripts/hours.js",)
Kind = TypeVar("Kind", bound=Record)
MOST_OTHERS = 3  # whom else to ask; more would be a list, and there is one


def outputs(library: Library, today: date) -> Outputs:
    """The directory's lists, and the page, card and code of each organisation."""
    directory = Directory(library)
    yield from organisation_lists.outputs(library, directory)
    for organisation in library.every(Organisation):
        yield organisation_page(library, directory, organisation, today)
        yield from files_for_telephones(library, organisation)


def organisation_page(
    library: Library, directory: Directory, organisation: Organisation, today: date
) -> Page:
    """Whom to call, where to go and when, and by what right it helps."""
    at = next(iter(directory.entries_of(organisation)))
    asked = can_be_asked(organisation)
    branches = _theirs(library, organisation, Organisation)
    persons = _theirs(library, organisation, Practitioner)
    page = record_page(
        library,
        organisation,
        "articles/organisation.html",
        at=at,
        **title_values(organisation, at),
        list_address=organisation_lists.province_address(at.province),
        agency=library.find(Agency, organisation.agency),
        parent=library.find(Organisation, organisation.parent),
        branches=[one for one in branches if _is_below(one, organisation)],
        group_address=organisation_lists.way_address("loai", organisation.group or ""),
        places=[(one, *_areas(library, one)) for one in organisation.locations],
        serves=library.those(Area, organisation.serves),
        persons=[one for one in persons if one.state is State.ACTIVE and one.is_listed(today)],
        rosters=_theirs(library, organisation, Roster),
        calls=[one for one in _theirs(library, organisation, Call) if is_open(one, today)],
        others=[] if asked else others(library, directory, organisation),
        hotlines=() if asked else library.hotlines(today),
        card=vcards.card_address(organisation) if vcards.has_card(organisation) else None,
        code=vcards.code_address(organisation) if vcards.has_code(organisation) else None,
        has_expired=has_expired(organisation, today),
        finders=library.published(Finder) if organisation.forms else (),
        linked_data=schema_org.organisation(library, organisation),
    )
    if _is_gone(organisation):
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


def files_for_telephones(library: Library, organisation: Organisation) -> Iterator[Deferred]:
    """The card to save and the code to scan, which stay as long as the organisation is at work."""
    if _is_gone(organisation):
        return
    address, source = vcards.card_address(organisation), organisation.file
    if vcards.has_card(organisation):
        yield Deferred(address, lambda: vcards.card(library, organisation), source, passing=True)
    if vcards.has_code(organisation):
        address, number = vcards.code_address(organisation), organisation.numbers[0]
        yield Deferred(address, lambda: vcards.code(number), source, passing=True)


def can_be_asked(organisation: Organisation) -> bool:
    """Whether a reader may call it now."""
    return organisation.is_active and organisation.can_be_called


def has_expired(organisation: Organisation, today: date) -> bool:
    """Whether the paper by which it may help has run out."""
    last = organisation.authorisation.last_day if organisation.authorisation else None
    return bool(last and last < today)


def is_open(call: Call, today: date) -> bool:
    """Whether a call still takes papers."""
    return call.closes_on is None or today <= call.closes_on


def others(
    library: Library, directory: Directory, organisation: Organisation
) -> list[Organisation]:
    """Whom to call instead: its parent, then who serves the same places; for a real one, real."""
    places = [one.area for one in organisation.locations if one.area] or organisation.serves
    nearby = {one.id: one for area in places for one in directory.serving(area)}
    by_kind = sorted(nearby.values(), key=lambda one: (one.demo, kind_order(one)))
    found = library.those(Organisation, (organisation.parent, *(one.id for one in by_kind)))
    fit = [one for one in found if can_be_asked(one) and (organisation.demo or not one.demo)]
    return [one for one in fit if one.id != organisation.id][:MOST_OTHERS]


def _is_gone(organisation: Organisation) -> bool:
    return organisation.status is Status.WITHDRAWN


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
