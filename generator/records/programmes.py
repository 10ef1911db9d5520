"""Programmes: schemes and national programmes that plans carry out."""

from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import (
    Party,
    Period,
    Record,
    read_header,
    read_party,
    read_period,
)


class ProgrammeKind(StrEnum):
    """What the source calls it."""

    SCHEME = "scheme"
    PROGRAMME = "programme"
    NATIONAL_PROGRAMME = "national_programme"
    IMPLEMENTATION_PLAN = "implementation_plan"


class Programme(Record, frozen=True):
    """A scheme or programme above the plans."""

    folder: ClassVar[str] = "programmes"
    section: ClassVar[str] = "chuong-trinh"

    name: str
    kind: ProgrammeKind | None
    document: str | None
    summary: str
    period: Period | None
    lead: Party | None
    audiences: tuple[str, ...]
    note: str | None

    @property
    def label(self) -> str:
        """Its name."""
        return self.name

    @property
    def gist(self) -> str:
        """Its summary."""
        return self.summary


def read_programme(entry: Entry) -> Programme:
    """A programme from its content file."""
    header: dict[str, Any] = read_header(entry, Programme.folder)
    return Programme(
        **header,
        name=entry.text("name"),
        kind=entry.choice("kind", ProgrammeKind),
        document=entry.reference("document", "documents"),
        summary=entry.text("summary"),
        period=entry.part("period", read_period),
        lead=read_party(entry, "lead"),
        audiences=entry.texts("audiences"),
        note=entry.optional_text("note"),
    )
