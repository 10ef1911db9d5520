"""Agencies: who issues, leads and joins, with the days on which their names held."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import Period, Record, read_header, report_order


class Level(StrEnum):
    """The level of government; districts ended with the two-tier government of 1 July 2025."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class ContactKind(StrEnum):
    """The ways to an office that may be public; none of a person."""

    ADDRESS = "address"
    PHONE = "phone"
    HOTLINE = "hotline"
    EMAIL = "email"
    WEB = "web"
    HOURS = "hours"


@dataclass(frozen=True)
class Name:
    """A name and the days on which it held."""

    name: str
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True)
class Contact:
    """A way to reach the office."""

    kind: ContactKind | None
    value: str
    note: str | None

    @property
    def dialled(self) -> str:
        """What a telephone is given of it: digits, behind a + where one leads them."""
        plus = "+" if self.value.lstrip("( ").startswith("+") else ""
        return plus + re.sub(r"[^0-9]", "", self.value)


@dataclass(frozen=True)
class Agency(Record):
    """One agency of one province; the same name in two provinces is two agencies of one role."""

    folder: ClassVar[str] = "agencies"
    section: ClassVar[str] = "co-quan"

    names: tuple[Name, ...]
    abbreviations: tuple[str, ...]
    role: str
    level: Level | None
    province: str | None
    parent: str | None
    successors: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    contacts: tuple[Contact, ...]
    note: str | None

    @property
    def label(self) -> str:
        """Its latest name."""
        return self.names[-1].name if self.names else self.id

    @property
    def days(self) -> Period:
        """The days on which it exists."""
        return Period(None, self.first_day, self.last_day, None)

    @property
    def can_be_called(self) -> bool:
        """Whether it has a telephone that the public may use."""
        return any(c.kind in (ContactKind.PHONE, ContactKind.HOTLINE) for c in self.contacts)

    def has_ended(self, today: date) -> bool:
        """Whether it no longer exists on `today`."""
        return self.last_day is not None and self.last_day < today


def read_agency(entry: Entry) -> Agency:
    """An agency from its content file."""
    header: dict[str, Any] = read_header(entry, Agency.folder)
    agency = Agency(
        **header,
        names=entry.parts("names", read_name),
        abbreviations=entry.texts("abbreviations"),
        role=entry.text("role"),
        level=entry.choice("level", Level),
        province=entry.optional_text("province"),
        parent=entry.reference("parent", "agencies"),
        successors=entry.references("successors", "agencies"),
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        contacts=entry.parts("contacts", read_contact),
        note=entry.optional_text("note"),
    )
    report_order(entry, agency.first_day, agency.last_day)
    if not agency.names and not entry.has("names"):
        entry.report("missing-field", name="names")
    if agency.level not in (None, Level.CENTRAL) and not agency.province:
        entry.report("missing-field", name="province")
    return agency


def read_name(entry: Entry) -> Name:
    """A name with its first and last day."""
    name = Name(entry.text("name"), entry.day("first_day"), entry.day("last_day"))
    report_order(entry, name.first_day, name.last_day)
    return name


def read_contact(entry: Entry) -> Contact:
    """A way to reach the office."""
    kind = entry.choice("kind", ContactKind)
    return Contact(kind, _value(entry, kind), entry.optional_text("note"))


def _value(entry: Entry, kind: ContactKind | None) -> str:
    if kind in (ContactKind.PHONE, ContactKind.HOTLINE):
        return entry.telephone("value")
    return entry.mail("value") if kind is ContactKind.EMAIL else entry.text("value")
