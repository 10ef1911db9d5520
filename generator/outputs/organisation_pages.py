"""Organisations: a page for each, with a card and a code for the telephone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.directory import Directory
from generator.library import Library
from generator.outputs import organisation_lists, vcards
from generator.page import Deferred, Outputs, Page, record_page
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.calls import Call
from generator.records.finders import Finder
from generator.records.organisations import Location, Organisation, State
from generator.records.practitioners import Practitioner
from generator.records.record import Status
from generator.records.rosters import Roster

HOURS = ("assets/javascripts/hours.js",)
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
    page = record_page(
        library,
        organisation,
        "articles/organisation.html",
        at=next(iter(directory.entries_of(organisation))),
        province_address=organisation_lists.province_address,
        agency=library.find(Agency, organisation.agency),
        parent=library.find(Organisation, organisation.parent),
        branches=[one for one in _below(library, organisation) if one.state is not State.ENDED],
        group_address=organisation_lists.way_address("loai", organisation.group or ""),
        places=[(one, *_areas(library, one)) for one in organisation.locations],
        serves=library.those(Area, organisation.serves),
        persons=_persons(library, organisation, today),
        rosters=library.users(organisation, Roster),
        calls=[one for one in library.users(organisation, Call) if is_open(one, today)],
        others=[] if can_be_asked(organisation) else others(library, directory, organisation),
        hotlines=() if can_be_asked(organisation) else library.hotlines(today),
        card=vcards.card_address(organisation) if vcards.has_card(organisation) else None,
        code=vcards.code_address(organisation) if can_be_asked(organisation) else None,
        has_expired=has_expired(organisation, today),
        finders=library.published(Finder) if organisation.forms else (),
    )
    has_clock = organisation.is_active and any(one.hours for one in organisation.locations)
    return replace(page, scripts=HOURS) if has_clock and not _is_gone(organisation) else page


def files_for_telephones(library: Library, organisation: Organisation) -> Iterator[Deferred]:
    """The card to save and the code to scan, which stay as long as the organisation is at work."""
    if _is_gone(organisation):
        return
    address, source = vcards.card_address(organisation), organisation.file
    if vcards.has_card(organisation):
        yield Deferred(address, lambda: vcards.card(library, organisation), source, passing=True)
    if can_be_asked(organisation):
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
    parent = library.those(Organisation, [organisation.parent])
    nearby = (one for area in places for one in directory.serving(area))
    found = {one.id: one for one in (*parent, *nearby) if can_be_asked(one)}
    found.pop(organisation.id, None)
    fit = (one for one in found.values() if organisation.demo or not one.demo)
    return sorted(fit, key=lambda one: one.demo)[:MOST_OTHERS]


def _is_gone(organisation: Organisation) -> bool:
    return organisation.status is Status.WITHDRAWN


def _below(library: Library, organisation: Organisation) -> Iterator[Organisation]:
    users = library.users(organisation, Organisation)
    return (one for one in users if one.parent == organisation.id)


def _areas(library: Library, location: Location) -> tuple[Area | None, Area | None]:
    """The commune and the province of a place."""
    area = library.find(Area, location.area)
    return area, library.find(Area, area.province) if area else None


def _persons(library: Library, organisation: Organisation, today: date) -> list[Practitioner]:
    users = library.users(organisation, Practitioner)
    return [one for one in users if one.state is State.ACTIVE and one.is_listed(today)]
