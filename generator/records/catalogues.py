"""Catalogues: the list of procedures that one decision announces, as it prints them."""

from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.procedures import STEM, ChangeKind, read_procedure_code
from generator.records.record import Record, read_header
from generator.values import Value


class CatalogueEntry(Value, frozen=True):
    """A row of the list, in the decision's own words, and the procedure's page if there is one."""

    code: str | None
    name: str
    change: ChangeKind | None
    time_limit: str | None
    place: str | None
    fee: str | None
    legal_basis: str | None
    note: str | None
    procedure: str | None

    @property
    def stem(self) -> str | None:
        """The nation's part of its code, by which two lists are compared."""
        return self.code[:STEM] if self.code else None


class Catalogue(Record, frozen=True):
    """What one decision announced."""

    folder: ClassVar[str] = "catalogues"
    section: ClassVar[str] = "danh-muc"

    name: str
    document: str | None
    field: str
    entries: tuple[CatalogueEntry, ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id


def read_catalogue(entry: Entry) -> Catalogue:
    """A catalogue from its content file."""
    header: dict[str, Any] = read_header(entry, Catalogue.folder)
    if not entry.has("document"):
        entry.report("missing-field", name="document")
    return Catalogue(
        **header,
        name=entry.text_to_publish("name"),
        document=entry.reference("document", "documents"),
        field=entry.text_to_publish("field"),
        entries=entry.parts("entries", read_catalogue_entry),
    )


def read_catalogue_entry(entry: Entry) -> CatalogueEntry:
    """A row of the list."""
    return CatalogueEntry(
        code=read_procedure_code(entry),
        name=entry.text("name"),
        change=entry.choice("change", ChangeKind),
        time_limit=entry.optional_text("time_limit"),
        place=entry.optional_text("place"),
        fee=entry.optional_text("fee"),
        legal_basis=entry.optional_text("legal_basis"),
        note=entry.optional_text("note"),
        procedure=entry.reference("procedure", "procedures"),
    )
