"""Outside documents into the project: each file is understood, then written as JSON or as drafts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Wishes:
    """Where results go: `json` and `into` are folders or None; `replace` allows overwriting."""

    json: Path | None
    into: Path | None
    replace: bool


@dataclass(frozen=True)
class Outcome:
    """A line for the person who asked, and whether it tells of a failure."""

    text: str
    failed: bool


def import_files(
    files: Sequence[Path], wishes: Wishes, today: date, language: str
) -> Iterator[Outcome]:
    """Import every file; a failing one does not keep the others from being imported."""
    yield from ()
