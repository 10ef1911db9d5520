"""Documents: laws, decisions, plans and letters, as cards that others cite."""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import (
    Outline,
    Party,
    Record,
    read_header,
    read_party,
    report_order,
)
from generator.values import Value


class DocumentKind(StrEnum):
    """Kinds of documents (Nghị định 30/2020/NĐ-CP on paperwork; laws by their own name)."""

    LAW = "law"
    ORDINANCE = "ordinance"
    RESOLUTION = "resolution"
    DECREE = "decree"
    DECISION = "decision"
    DIRECTIVE = "directive"
    CIRCULAR = "circular"
    JOINT_CIRCULAR = "joint_circular"
    PLAN = "plan"
    OFFICIAL_LETTER = "official_letter"
    NOTICE = "notice"
    NEWS = "news"


class Force(StrEnum):
    """Where a day stands to the days on which a document holds."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    ENDED = "ended"
    UNKNOWN = "unknown"


class PartialDay(Value, frozen=True):
    """A day of which the source may leave the day of the month blank."""

    year: int
    month: int
    day: int | None

    def isoformat(self) -> str:
        """2023-05-22, or 2023-05 where the day is blank."""
        month = f"{self.year}-{self.month:02d}"
        return f"{month}-{self.day:02d}" if self.day else month

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])


class DocumentOutline(Outline, frozen=True):
    """By what a document stands in its list; `issuer` is the id of an agency."""

    folder: ClassVar[str] = "documents"

    kind: DocumentKind | None
    issued_on: PartialDay | None
    issuer: str | None


class Document(Record, frozen=True):
    """A document by its number and title, with what it replaces and rests on."""

    folder: ClassVar[str] = "documents"
    section: ClassVar[str] = "van-ban"

    number: str | None
    kind: DocumentKind | None
    title: str
    issuer: Party | None
    place: str | None
    issued_on: PartialDay | None
    in_force_from: date | None
    in_force_until: date | None
    signer: str | None
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    legal_basis: tuple[str, ...]
    note: str | None

    @property
    def label(self) -> str:
        """Number and title, as people cite it."""
        return ": ".join(filter(None, (self.number, self.title))) or self.id

    @property
    def heading(self) -> str:
        """Its title, for its number is no word."""
        return self.title or self.label

    @property
    def goes_by_name(self) -> bool:
        """Whether people cite it by its title, as they do a law, and not by its number."""
        return self.kind in (DocumentKind.LAW, DocumentKind.ORDINANCE)

    @property
    def outline(self) -> DocumentOutline:
        """What the list of documents is planned from."""
        issuer = self.issuer.agency if self.issuer else None
        return DocumentOutline(self.id, self.kind, self.issued_on, issuer)

    @property
    def has_days(self) -> bool:
        """Whether any day is known on which it begins or ends to hold."""
        return bool(self.in_force_from or self.in_force_until)

    def force(self, day: date) -> Force:
        """Whether it holds on `day`; unknown where its first day is."""
        if self.in_force_until and day > self.in_force_until:
            return Force.ENDED
        if self.in_force_from is None:
            return Force.UNKNOWN
        return Force.IN_FORCE if day >= self.in_force_from else Force.NOT_YET


def read_document(entry: Entry) -> Document:
    """A document from its content file."""
    header: dict[str, Any] = read_header(entry, Document.folder)
    document = Document(
        **header,
        number=entry.optional_text("number"),
        kind=entry.choice("kind", DocumentKind),
        title=entry.text_to_publish("title"),
        issuer=read_party(entry, "issuer"),
        place=entry.optional_text("place"),
        issued_on=_partial_day(entry, "issued_on"),
        in_force_from=entry.day("in_force_from"),
        in_force_until=entry.day("in_force_until"),
        signer=entry.optional_text("signer"),
        replaces=entry.references("replaces", Document.folder),
        replaced_by=entry.references("replaced_by", Document.folder),
        legal_basis=entry.references("legal_basis", Document.folder),
        note=entry.optional_text("note"),
    )
    report_order(entry, document.in_force_from, document.in_force_until, "in_force_until")
    return document


def _partial_day(entry: Entry, name: str) -> PartialDay | None:
    """A day 2023-05-22, or 2023-06 where the source leaves the day blank."""
    value = entry.optional_text(name)
    if value is None:
        return None
    if re.fullmatch(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])", value):
        return PartialDay(int(value[:4]), int(value[5:]), None)
    day = entry.day(name)
    return PartialDay(day.year, day.month, day.day) if day else None
