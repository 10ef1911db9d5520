"""Agencies: who issues, leads and joins, with the days on which their names held."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.contacts import Contact, read_contact
from generator.records.record import Outline, Period, Record, Status, read_header, report_order
from generator.values import Value


class Level(StrEnum):
    """The level of government; districts ended with the two-tier government of 1 July 2025."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Name(Value, frozen=True):
    """A name and the days on which it held."""

    name: str
    first_day: date | None
    last_day: date | None


class AgencyOutline(Outline, frozen=True):
    """By what an agency stands in lists, and where whatever it does belongs."""

    folder: ClassVar[str] = "agencies"

    file: str
    label: str
    role: str
    level: Level | None
    province: str | None  # its name
    area: str | None  # its id
    is_withdrawn: bool


class Agency(Record, frozen=True):
    """One agency of one province; the same name in two provinces is two agencies of one role."""

    folder: ClassVar[str] = "agencies"
    section: ClassVar[str] = "co-quan"

    names: tuple[Name, ...]
    abbreviations: tuple[str, ...]
    role: str
    level: Level | None
    province: str | None
    area: str | None
    parent: str | None
    successors: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    founded_by: str | None
    contacts: tuple[Contact, ...]
    note: str | None

    @property
    def label(self) -> str:
        """Its latest name."""
        return self.names[-1].name if self.names else self.id

    @property
    def outline(self) -> AgencyOutline:
        """What the lists of agencies are planned from."""
        return AgencyOutline(
            id=self.id,
            file=self.file,
            label=self.label,
            role=self.role,
            level=self.level,
            province=self.province,
            area=self.area,
            is_withdrawn=self.status is Status.WITHDRAWN,
        )

    @property
    def days(self) -> Period:
        """The days on which it exists."""
        return Period(None, self.first_day, self.last_day, None)

    @property
    def can_be_called(self) -> bool:
        """Whether it has a telephone that the public may use."""
        return any(contact.can_be_called for contact in self.contacts)

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
        area=entry.reference("area", "areas"),
        parent=entry.reference("parent", "agencies"),
        successors=entry.references("successors", "agencies"),
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        founded_by=entry.optional_text("founded_by"),
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
