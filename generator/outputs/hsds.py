"""The directory for other directories: Open Referral's Human Services Data Specification 3.

An organisation gives one service, for our records do not say which of its forms of help is given
at which of its places. Zalo has no place in the specification and is left out.
"""

import re
from collections.abc import Iterator
from datetime import time
from typing import Any

from generator.library import Library
from generator.outputs.exchange import DEMO, known, stable_id
from generator.outputs.fields.directory import FORMS, GROUPS
from generator.outputs.runs import Ids, lines, listed
from generator.page import Joined, Outputs
from generator.records.areas import Area
from generator.records.contacts import Contact, ContactKind, Hours
from generator.records.organisations import Location, Organisation, State
from generator.vietnamese.weekdays import written

Item = dict[str, Any]

ORGANISATIONS = "du-lieu/hsds/organizations.json"
SERVICES = "du-lieu/hsds/services.json"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TIMEZONE = 7  # hours before UTC, in all of Viet Nam and all the year
COUNTRY = "VN"
WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
PHONES = {
    ContactKind.PHONE: "voice",
    ContactKind.HOTLINE: "voice",
    ContactKind.FAX: "fax",
}
STATUSES = {
    State.ACTIVE: "active",
    State.SUSPENDED: "temporarily closed",
    State.ENDED: "defunct",
}


def outputs(library: Library) -> Outputs:
    """The organisations with their places, and the services that they give."""
    source = f"content/{Organisation.folder}"
    pieces = tuple(listed(library.offered_ids(Organisation)))
    yield Joined(ORGANISATIONS, organisations, pieces, source)
    yield Joined(SERVICES, services, pieces, source)


def organisations(library: Library, before: str, ids: Ids) -> bytes:
    """A run of organisations, or the head or foot of their list."""
    return lines(before, (organisation(library, one) for one in library.those(Organisation, ids)))


def services(library: Library, before: str, ids: Ids) -> bytes:
    """A run of services, or the head or foot of their list."""
    return lines(before, (service(library, one) for one in library.those(Organisation, ids)))


# ---- an organisation -----------------------------------------------------------------------------


def organisation(library: Library, one: Organisation) -> Item:
    """An organisation with its places, telephones and representative."""
    parent = library.offered(Organisation, [one.parent])
    return known(
        id=_id(one),
        name=one.name,
        description=_description(one),
        email=_first(one, ContactKind.EMAIL),
        website=_website(one),
        legal_status=one.authorisation.document if one.authorisation else None,
        parent_organization_id=_id(parent[0]) if parent else None,
        contacts=list(_head(one)),
        phones=list(_phones(one)),
        locations=[_location(library, one, at) for at in range(len(one.locations))],
        organization_identifiers=list(_identifiers(one)),
    )


def _id(one: Organisation, *part: object) -> str:
    return stable_id(Organisation.folder, one.id, *part)


def _description(one: Organisation) -> str:
    group = GROUPS[one.group] if one.group else ""
    told = (DEMO if one.demo else "", group, *one.services)
    return " ".join(f"{sentence.rstrip('.')}." for sentence in told if sentence)


def _of_kind(one: Organisation, kind: ContactKind) -> Iterator[Contact]:
    return (contact for contact in one.contacts if contact.kind is kind)


def _first(one: Organisation, kind: ContactKind) -> str | None:
    return next((contact.value for contact in _of_kind(one, kind)), None)


def _website(one: Organisation) -> str | None:
    """The first whole address; a name without its https:// would not be valid there."""
    addresses = (contact.value for contact in _of_kind(one, ContactKind.WEB))
    return next((value for value in addresses if WEB.fullmatch(value)), None)


def _head(one: Organisation) -> Iterator[Item]:
    if one.head:
        yield known(id=_id(one, "head"), name=one.head.name, title=one.head.title)


def _phones(one: Organisation) -> Iterator[Item]:
    for place, contact in enumerate(one.contacts):
        if contact.kind in PHONES:
            yield known(
                id=_id(one, "contacts", place),
                number=contact.value,
                type=PHONES[contact.kind],
                description=_when(contact),
            )


def _when(contact: Contact) -> str:
    return ". ".join(filter(None, (_in_words(contact.hours), (contact.note or "").rstrip("."))))


def _in_words(hours: tuple[Hours, ...]) -> str:
    return "; ".join(
        f"{written(one.days)} {_clock(one.opens)}–{_clock(one.closes)}"
        for one in hours
        if one.opens and one.closes
    )


def _clock(at: time) -> str:
    return at.isoformat("minutes")


def _identifiers(one: Organisation) -> Iterator[Item]:
    yield {
        "id": _id(one, "identifier"),
        "identifier_type": "Mã bản ghi",
        "identifier": one.id,
    }
    if one.code:
        yield {
            "id": _id(one, "code"),
            "identifier_type": "Mã tổ chức",
            "identifier": one.code,
        }


# ---- a place -------------------------------------------------------------------------------------


def _location(library: Library, one: Organisation, at: int) -> Item:
    place = one.locations[at]
    return known(
        id=_id(one, "locations", at),
        location_type="physical",
        name=place.name,
        description=f"Địa chỉ trước đây: {place.old_address}" if place.old_address else None,
        transportation=place.directions,
        latitude=_degrees(place.latitude),
        longitude=_degrees(place.longitude),
        addresses=[_address(library, place, _id(one, "locations", at, "address"))],
        accessibility=[
            {"id": _id(one, "locations", at, "accessibility", number), "description": text}
            for number, text in enumerate(place.accessibility)
        ],
        schedules=[
            _schedule(hours, _id(one, "locations", at, "hours", number))
            for number, hours in enumerate(place.hours)
        ],
    )


def _degrees(value: object) -> float | None:
    return None if value is None else float(str(value))


def _address(library: Library, place: Location, id: str) -> Item:
    """The address; Viet Nam's have no code for the post, which the specification asks for."""
    area = library.find(Area, place.area)
    commune = area if area and not area.is_province else None
    province = library.find(Area, commune.province) if commune else area
    return {
        "id": id,
        "address_1": place.address,
        "city": commune.label if commune else "",
        "state_province": province.label if province else "",
        "postal_code": "",
        "country": COUNTRY,
        "address_type": "physical",
    }


def _schedule(hours: Hours, id: str) -> Item:
    return known(
        id=id,
        freq="WEEKLY",
        wkst="MO",
        byday=",".join(DAYS[one] for one in hours.days),
        opens_at=_clock(hours.opens) if hours.opens else None,
        closes_at=_clock(hours.closes) if hours.closes else None,
        timezone=TIMEZONE,
    )


# ---- its service ---------------------------------------------------------------------------------


def service(library: Library, one: Organisation) -> Item:
    """What an organisation gives: forms of help, for whom, where, in which languages."""
    return known(
        id=_id(one, "service"),
        organization_id=_id(one),
        name=_service_name(one),
        description="; ".join(one.fields),
        status=STATUSES[one.state],
        alert=_alert(one),
        eligibility_description="; ".join(one.audiences),
        assured_date=one.verified_on.isoformat() if one.verified_on else None,
        languages=[{"id": _id(one, "languages", code), "code": code} for code in one.languages],
        service_areas=[
            {"id": _id(one, "serves", area.id), "name": area.label}
            for area in library.offered(Area, one.serves)
        ],
        service_at_locations=[
            {
                "id": _id(one, "service", "locations", at),
                "service_id": _id(one, "service"),
                "location_id": _id(one, "locations", at),
            }
            for at in range(len(one.locations))
        ],
    )


def _service_name(one: Organisation) -> str:
    told = (*(FORMS[form] for form in one.forms), *one.services)
    return "; ".join(told) or (GROUPS[one.group] if one.group else one.label)


def _alert(one: Organisation) -> str:
    why = None if one.is_active else one.state_reason
    return " ".join(filter(None, (DEMO if one.demo else None, why)))
