"""What search engines are told of a page, in the words of schema.org.

Of demonstration records and of what has ended they are told nothing, for they would pass it on as
true. What a page is found at search engines know themselves, so that nothing here has an address.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.library import Library
from generator.outputs.exchange import known
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.contacts import Contact, ContactKind, Hours
from generator.records.organisations import Group, Location, Organisation
from generator.records.procedures import Channel, ChannelKind, Procedure
from generator.records.record import Party, Record, Status

Thing = dict[str, Any]

CONTEXT = "https://schema.org"
COUNTRY = "VN"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TYPES: dict[Group | None, str | list[str]] = {
    Group.STATE_CENTRE: ["GovernmentOrganization", "LegalService"],
    Group.BRANCH: ["GovernmentOrganization", "LegalService"],
    Group.MEDIATION_TEAM: "Organization",
}  # all others are legal services


def organisation(library: Library, one: Organisation) -> Thing | None:
    """An organisation with its telephones and places; None where search must not offer it."""
    if not _may_be_told(one) or not one.is_active:
        return None
    places = [_place(library, location) for location in one.locations]
    return _thing(
        TYPES.get(one.group, "LegalService"),
        identifier=one.code or one.id,
        name=one.name,
        areaServed=[_area(area) for area in library.offered(Area, one.serves)],
        knowsLanguage=list(one.languages),
        parentOrganization=_parent(library, one),
        contactPoint=_contact_points(one.contacts),
        location=places,
        makesOffer=[{"@type": "Offer", "itemOffered": _service(text)} for text in one.services],
    )


def agency(one: Agency, today: date) -> Thing | None:
    """An agency of the state; None where search must not offer it."""
    if not _may_be_told(one) or one.has_ended(today):
        return None
    return _thing(
        "GovernmentOrganization",
        identifier=one.id,
        name=one.label,
        alternateName=list(one.abbreviations),
        contactPoint=_contact_points(one.contacts),
    )


def procedure(library: Library, one: Procedure) -> Thing | None:
    """A procedure as a service of the state; None where search must not offer it."""
    if not _may_be_told(one) or one.is_abolished:
        return None
    return _thing(
        "GovernmentService",
        identifier=one.code if one.code_verified_on else one.id,
        name=one.label,
        description=one.summary,
        serviceType=one.field,
        provider=_provider(library, one.handled_by),
        audience=[{"@type": "Audience", "audienceType": text} for text in one.applicants],
        availableChannel=[_channel(channel) for channel in one.channels],
        serviceOutput={"@type": "Thing", "name": one.result} if one.result else None,
        offers=_offer(one),
        areaServed={"@type": "Country", "name": "Việt Nam"},
    )


def place(library: Library, one: Area) -> Thing | None:
    """An area of today with the names it goes by; None where search must not offer it."""
    if not _may_be_told(one):
        return None
    province = library.find(Area, one.province)
    return _thing(
        "AdministrativeArea",
        identifier=one.code or one.id,
        name=one.label,
        alternateName=[*one.aliases],
        containedInPlace=_area(province) if province else {"@type": "Country", "name": "Việt Nam"},
    )


def _may_be_told(one: Record) -> bool:
    return one.status is Status.PUBLISHED and not one.demo


def _thing(kind: str | list[str], **values: object) -> Thing:
    return {"@context": CONTEXT, "@type": kind, **known(**values)}


# ---- parts ---------------------------------------------------------------------------------------


def _area(area: Area) -> Thing:
    return {"@type": "AdministrativeArea", "name": area.label}


def _service(name: str) -> Thing:
    return {"@type": "Service", "name": name}


def _parent(library: Library, one: Organisation) -> Thing | None:
    above = library.offered(Organisation, [one.parent])
    return {"@type": "Organization", "name": above[0].label} if above else None


def _provider(library: Library, party: Party | None) -> Thing | None:
    found = library.find(Agency, party.agency) if party else None
    name = found.label if found else party.words if party else None
    return {"@type": "GovernmentOrganization", "name": name} if name else None


def _contact_points(contacts: Iterable[Contact]) -> list[Thing]:
    return [point for one in contacts if (point := _contact_point(one))]


def _contact_point(one: Contact) -> Thing | None:
    told = known(
        telephone=one.value if one.can_be_called else None,
        faxNumber=one.value if one.kind is ContactKind.FAX else None,
        email=one.value if one.kind is ContactKind.EMAIL else None,
    )
    hours = known(hoursAvailable=[_hours(span) for span in one.hours])
    return {"@type": "ContactPoint", **told, **hours} if told else None


def _hours(span: Hours) -> Thing:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [DAYS[one] for one in span.days],
        **known(
            opens=f"{span.opens:%H:%M}" if span.opens else None,
            closes=f"{span.closes:%H:%M}" if span.closes else None,
        ),
    }


def _place(library: Library, location: Location) -> Thing:
    commune = library.find(Area, location.area)
    province = library.find(Area, commune.province) if commune else None
    address = known(
        streetAddress=location.address,
        addressLocality=commune.label if commune else None,
        addressRegion=province.label if province else None,
        addressCountry=COUNTRY,
    )
    return {
        "@type": "Place",
        "address": {"@type": "PostalAddress", **address},
        **known(
            name=location.name,
            geo=_point(location),
            openingHoursSpecification=[_hours(span) for span in location.hours],
        ),
    }


def _point(location: Location) -> Thing | None:
    if location.latitude is None or location.longitude is None:
        return None
    latitude, longitude = str(location.latitude), str(location.longitude)
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _channel(channel: Channel) -> Thing:
    spot = {"@type": "Place", "name": channel.place}
    is_door = channel.kind is ChannelKind.IN_PERSON and channel.place
    words = ". ".join(filter(None, (None if is_door else channel.place, channel.note)))
    told = known(serviceLocation=spot if is_door else None, description=words)
    return {"@type": "ServiceChannel", **told}


def _offer(one: Procedure) -> Thing | None:
    if one.fee is None or one.fee.amount_vnd is None:
        return None
    return {"@type": "Offer", "price": str(one.fee.amount_vnd), "priceCurrency": "VND"}
