"""Practitioners: the persons who may give legal aid (Luật Trợ giúp pháp lý, Điều 17).

A named person is public only with a legal basis, a source and an end (Luật 91/2025/QH15), and only
with the fields of the Ministry's own open set: there is no field here for anything else.
"""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from msgspec.structs import replace

from generator.entries import Entry
from generator.records.organisations import State
from generator.records.record import (
    Basis,
    Outline,
    Record,
    Status,
    read_basis,
    read_header,
    report_order,
)


class PractitionerKind(StrEnum):
    """Who may give legal aid (Điều 17 khoản 1)."""

    LEGAL_AID_OFFICER = "legal_aid_officer"
    LAWYER = "lawyer"
    ADVISER = "adviser"
    COLLABORATOR = "collaborator"


class PractitionerOutline(Outline, frozen=True):
    """By what the list is sorted."""

    folder: ClassVar[str] = "practitioners"

    name: str
    kind: PractitionerKind | None
    organisation: str | None


class Practitioner(Record, frozen=True):
    """A person on the published list, from `first_day` to `last_day`."""

    folder: ClassVar[str] = "practitioners"
    section: ClassVar[str] = "nguoi-thuc-hien"

    code: str | None
    name: str
    kind: PractitionerKind | None
    title: str | None
    card_number: str | None
    organisation: str | None
    state: State
    first_day: date | None
    last_day: date | None
    legal_basis: tuple[Basis, ...]

    @property
    def label(self) -> str:
        """The person's name."""
        return self.name or self.id

    @property
    def outline(self) -> PractitionerOutline:
        """What the list is planned from."""
        return PractitionerOutline(self.id, self.name, self.kind, self.organisation)

    @property
    def last_named(self) -> date | None:
        """The last day on the list; the first of all days where that is over."""
        return date.min if self.state is State.ENDED else self.last_day

    def on(self, day: date) -> "Practitioner":
        """The person as `day` may show them; nothing of whom the list no longer names."""
        if self.is_listed(day) and self.status is not Status.WITHDRAWN:
            return self
        return replace(
            self,
            status=Status.WITHDRAWN,
            name="",
            code=None,
            title=None,
            card_number=None,
            organisation=None,
        )

    def is_listed(self, today: date) -> bool:
        """Whether the list of `today` names this person."""
        is_over = self.last_day is not None and self.last_day < today
        return self.state is not State.ENDED and not is_over


def read_practitioner(entry: Entry) -> Practitioner:
    """A practitioner from its content file."""
    header: dict[str, Any] = read_header(entry, Practitioner.folder)
    person = Practitioner(
        **header,
        code=entry.optional_text("code"),
        name=entry.text("name"),
        kind=entry.choice("kind", PractitionerKind),
        title=entry.optional_text("title"),
        card_number=entry.optional_text("card_number"),
        organisation=entry.reference("organisation", "organisations"),
        state=entry.choice("state", State, needed=False) or State.ACTIVE,
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        legal_basis=entry.parts("legal_basis", read_basis),
    )
    report_order(entry, person.first_day, person.last_day)
    for name in ("legal_basis", "last_day"):
        if person.status is Status.PUBLISHED and not entry.has(name):
            entry.report("person-needs", name=name)
    return person
