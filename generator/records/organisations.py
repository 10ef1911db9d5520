"""Organisations that give legal aid or stand beside it (Luật Trợ giúp pháp lý, Điều 10–12, 15)."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from msgspec.structs import replace

from generator.entries import Entry
from generator.records.contacts import DIALLED, Contact, Hours, read_contact, read_hours
from generator.records.record import Outline, Record, Status, read_header, report_order
from generator.values import Value


class Group(StrEnum):
    """What kind of organisation it is."""

    STATE_CENTRE = "state_centre"
    BRANCH = "branch"
    CONTRACTED = "contracted"
    REGISTERED = "registered"
    ADVICE_ORGANISATION = "advice_organisation"
    COMMUNITY_LAW_CENTRE = "community_law_centre"
    MEDIATION_TEAM = "mediation_team"


class State(StrEnum):
    """Whether an organisation or a person may be asked for help."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Form(StrEnum):
    """The forms of legal aid (Điều 27)."""

    LITIGATION = "litigation"
    ADVICE = "advice"
    REPRESENTATION = "representation"


class Authorisation(Value, frozen=True):
    """The registration, contract or decision by which it may give legal aid, and its days."""

    document: str
    first_day: date | None
    last_day: date | None


class Location(Value, frozen=True):
    """A place where it receives people; `area` is a commune, coordinates are degrees (WGS 84)."""

    name: str | None
    address: str
    old_address: str | None
    area: str | None
    hours: tuple[Hours, ...]
    accessibility: tuple[str, ...]
    directions: str | None
    latitude: Decimal | None
    longitude: Decimal | None


class Head(Value, frozen=True):
    """Its representative, whom the Ministry's open set names; nothing but name and title."""

    name: str
    title: str | None


class OrganisationOutline(Outline, frozen=True):
    """What the whole directory knows of an organisation.

    `located` are the ids of the areas in which it has places, in their order, each once; `last_day`
    is that of its paper.
    """

    folder: ClassVar[str] = "organisations"

    file: str
    label: str
    demo: bool
    is_withdrawn: bool
    has_ended: bool
    is_active: bool
    can_be_called: bool
    can_be_saved: bool
    parent: str | None
    last_day: date | None
    located: tuple[str, ...]
    serves: tuple[str, ...]
    group: str
    forms: tuple[str, ...]
    fields: tuple[str, ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def can_be_asked(self) -> bool:
        """Whether a reader may call it now."""
        return self.is_active and self.can_be_called


class Organisation(Record, frozen=True):
    """An organisation that people may turn to."""

    folder: ClassVar[str] = "organisations"
    section: ClassVar[str] = "to-chuc"

    code: str | None
    name: str
    group: Group | None
    parent: str | None
    agency: str | None
    state: State
    state_from: date | None
    state_reason: str | None
    state_decision: str | None
    authorisation: Authorisation | None
    forms: tuple[Form, ...]
    fields: tuple[str, ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    services: tuple[str, ...]
    locations: tuple[Location, ...]
    contacts: tuple[Contact, ...]
    serves: tuple[str, ...]
    head: Head | None
    verified_on: date | None

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id

    @property
    def numbers(self) -> tuple[Contact, ...]:
        """The telephones that the public may use, in the order in which a caller tries them."""
        return tuple(
            contact for kind in DIALLED for contact in self.contacts if contact.kind is kind
        )

    @property
    def can_be_called(self) -> bool:
        """Whether it has a telephone that the public may use."""
        return bool(self.numbers)

    def on(self, day: date) -> "Organisation":
        """The organisation as readers see it: nobody stands at the head of what has ended."""
        return replace(self, head=None) if self.state is State.ENDED else self

    @property
    def is_active(self) -> bool:
        """Whether people may turn to it."""
        return self.state is State.ACTIVE

    @property
    def can_be_saved(self) -> bool:
        """Whether there is anything to save: a way to reach it, while it is at work.

        Nothing of a demonstration record is: a card leaves the page that says it is none.
        """
        is_real = self.is_active and not self.demo
        return is_real and bool(self.contacts or self.locations)

    @property
    def last_day(self) -> date | None:
        """The last day of the paper by which it may help; None while there is none."""
        return self.authorisation.last_day if self.authorisation else None

    @property
    def outline(self) -> OrganisationOutline:
        """What the directory is planned from."""
        return OrganisationOutline(
            id=self.id,
            file=self.file,
            label=self.label,
            demo=self.demo,
            is_withdrawn=self.status is Status.WITHDRAWN,
            has_ended=self.state is State.ENDED,
            is_active=self.is_active,
            can_be_called=self.can_be_called,
            can_be_saved=self.can_be_saved,
            parent=self.parent,
            last_day=self.last_day,
            located=tuple(dict.fromkeys(one.area for one in self.locations if one.area)),
            serves=self.serves,
            group=self.group or "",
            forms=self.forms,
            fields=self.fields,
            audiences=self.audiences,
            languages=self.languages,
        )


def has_expired(one: Organisation | OrganisationOutline, today: date) -> bool:
    """Whether the paper by which it may help has run out (Luật Trợ giúp pháp lý, Điều 15)."""
    return one.last_day is not None and one.last_day < today


def read_organisation(entry: Entry) -> Organisation:
    """An organisation from its content file."""
    header: dict[str, Any] = read_header(entry, Organisation.folder)
    organisation = Organisation(
        **header,
        code=entry.optional_text("code"),
        name=entry.text("name"),
        group=entry.choice("group", Group),
        parent=entry.reference("parent", "organisations"),
        agency=entry.reference("agency", "agencies"),
        state=entry.choice("state", State, needed=False) or State.ACTIVE,
        state_from=entry.day("state_from"),
        state_reason=entry.optional_text("state_reason"),
        state_decision=entry.optional_text("state_decision"),
        authorisation=entry.part("authorisation", read_authorisation),
        forms=entry.choices("forms", Form),
        fields=entry.texts("fields"),
        audiences=entry.texts("audiences"),
        languages=entry.languages("languages"),
        services=entry.texts("services"),
        locations=entry.parts("locations", read_location),
        contacts=entry.parts("contacts", read_contact),
        serves=entry.references("serves", "areas"),
        head=entry.part("head", read_head),
        verified_on=entry.day("verified_on"),
    )
    _report_what_the_state_needs(entry, organisation)
    if organisation.status is Status.PUBLISHED and not organisation.verified_on:
        entry.report("not-verified")
    return organisation


def _report_what_the_state_needs(entry: Entry, organisation: Organisation) -> None:
    """Why, since when and by which decision nobody may turn to it (NĐ 144/2017, Điều 7–9)."""
    for name in ("state_from", "state_reason", "state_decision"):
        if not organisation.is_active and not entry.has(name):
            entry.report("state-needs", name=name, state=organisation.state)


def read_authorisation(entry: Entry) -> Authorisation:
    """A registration, contract or decision in words, with its days."""
    found = Authorisation(entry.text("document"), entry.day("first_day"), entry.day("last_day"))
    report_order(entry, found.first_day, found.last_day)
    return found


def read_location(entry: Entry) -> Location:
    """A place where people are received."""
    return Location(
        name=entry.optional_text("name"),
        address=entry.text("address"),
        old_address=entry.optional_text("old_address"),
        area=entry.reference("area", "areas"),
        hours=entry.parts("hours", read_hours),
        accessibility=entry.texts("accessibility"),
        directions=entry.optional_text("directions"),
        latitude=_degrees(entry, "latitude", 90),
        longitude=_degrees(entry, "longitude", 180),
    )


def _degrees(entry: Entry, name: str, most: int) -> Decimal | None:
    value = entry.number(name)
    if value is not None and abs(value) > most:
        entry.report("not-degrees", name, name=name, value=value, most=most)
    return value


def read_head(entry: Entry) -> Head:
    """The representative's name and title."""
    return Head(entry.text("name"), entry.optional_text("title"))
