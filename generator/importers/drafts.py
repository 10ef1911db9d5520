"""Drafts (being written)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.importers.findings import ImportedDocument


@dataclass(frozen=True)
class Draft:
    """A draft."""

    folder: str
    id: str
    yaml_text: str


def as_drafts(imported: ImportedDocument, compared_on: date, known_agencies: Mapping[str, str]) -> list[Draft]:
    """Nothing yet."""
    return []
