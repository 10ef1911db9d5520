"""All records by kind and id, with their links both ways."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from generator.entries import Entry, Findings, Named, Reference
from generator.problems import Problem
from generator.reading import Unreadable, text_of, values_of
from generator.records import KINDS, READERS
from generator.records.agencies import Agency
from generator.records.contacts import Contact, ContactKind
from generator.records.documents import Document
from generator.records.record import Record, Status

Kind = TypeVar("Kind", bound=Record)
Key = tuple[str, str]  # folder and id
MOST_GUESSES = 50  # of what an author may have meant


@dataclass(frozen=True)
class Library:
    """The records of one content tree.

    `references` are the links of each record, `parties` whom it names; both as they were read.
    `drafts` are those that readers do not see: only how many wait too long is ever told of them.
    """

    records: Mapping[Key, Record]
    references: Mapping[Key, tuple[Reference, ...]]
    parties: Mapping[Key, tuple[Named, ...]]
    drafts: tuple[Record, ...] = ()

    def every(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """All records of a kind, by id."""
        return cast(tuple[Kind, ...], self._by_kind[kind])

    def find(self, kind: type[Kind], id: str | None) -> Kind | None:
        """The record of a kind with this id."""
        found = self.records.get((kind.folder, id)) if id else None
        return found if isinstance(found, kind) else None

    def those(self, kind: type[Kind], ids: Iterable[str | None]) -> tuple[Kind, ...]:
        """The records with these ids, in this order, each once."""
        found = (self.find(kind, id) for id in dict.fromkeys(ids))
        return tuple(record for record in found if record)

    def offered(self, kind: type[Kind], ids: Iterable[str | None]) -> tuple[Kind, ...]:
        """Those of the records with these ids that are not withdrawn."""
        return tuple(r for r in self.those(kind, ids) if r.status is not Status.WITHDRAWN)

    def hotlines(self, today: date) -> tuple[tuple[Agency, Contact], ...]:
        """The public lines that anybody may call, of agencies that still answer."""
        return tuple(
            (agency, contact)
            for agency in self.published(Agency)
            for contact in agency.contacts
            if contact.kind is ContactKind.HOTLINE
            and not agency.demo
            and not agency.has_ended(today)
        )

    def users(self, record: Record, kind: type[Kind]) -> tuple[Kind, ...]:
        """The records on offer of a kind that name `record`, by id: the links backwards."""
        keys = sorted(key for key in self._used_by[record.key] if key[0] == kind.folder)
        found = self.those(kind, (id for _, id in keys))
        return tuple(one for one in found if one.status is not Status.WITHDRAWN)

    def replacing(self, document: Document) -> tuple[Document, ...]:
        """The documents that took the place of one, whichever of the two says so."""
        users = self.users(document, Document)
        saying = (one.id for one in users if document.id in one.replaces)
        return self.those(Document, (*document.replaced_by, *saying))

    def replaced(self, document: Document) -> tuple[Document, ...]:
        """The documents whose place one took, whichever of the two says so."""
        users = self.users(document, Document)
        saying = (one.id for one in users if document.id in one.replaced_by)
        return self.those(Document, (*document.replaces, *saying))

    def shown(self, *, drafts: bool, demo: bool) -> "Library":
        """The records that readers may see; a withdrawn one still says what became of it."""
        kept = {
            key: record
            for key, record in self.records.items()
            if (drafts or record.status is not Status.DRAFT) and (demo or not record.demo)
        }
        waiting = (one for one in self.records.values() if one.status is Status.DRAFT)
        return Library(
            records=kept,
            references={key: self.references[key] for key in kept},
            parties={key: self.parties[key] for key in kept},
            drafts=() if drafts else tuple(one for one in waiting if demo or not one.demo),
        )

    def on(self, day: date) -> "Library":
        """The records as `day` may show them: whose time on a list is over has no name any more."""
        return replace(self, records={key: one.on(day) for key, one in self.records.items()})

    def published(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The records of a kind that lists may offer: all but the withdrawn ones."""
        return tuple(r for r in self.every(kind) if r.status is not Status.WITHDRAWN)

    def nearest(self, folder: str, id: str) -> str:
        """The id in `folder` that looks most like `id`, or nothing.

        Another number is another document, never a slip. Looking is slow, so that a name misspelt
        everywhere is looked for once, and after many names no more: whoever has so many to mend
        needs no guesses.
        """
        if (folder, id) not in self._near and len(self._near) < MOST_GUESSES:
            ids = [one for one in self._ids.get(folder, ()) if _numbers(one) == _numbers(id)]
            self._near[folder, id] = "".join(difflib.get_close_matches(id, ids, n=1))
        return self._near.get((folder, id), "")

    @cached_property
    def _near(self) -> dict[Key, str]:
        return {}

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = defaultdict(list)
        for folder, id in self.records:
            ids[folder].append(id)
        return ids

    @cached_property
    def _by_kind(self) -> dict[type[Record], tuple[Record, ...]]:
        groups: dict[type[Record], list[Record]] = {kind: [] for kind in KINDS}
        for key in sorted(self.records):
            groups[type(self.records[key])].append(self.records[key])
        return {kind: tuple(records) for kind, records in groups.items()}

    @cached_property
    def _used_by(self) -> dict[Key, set[Key]]:
        users: dict[Key, set[Key]] = defaultdict(set)
        for key, references in self.references.items():
            for reference in references:
                users[reference.folder, reference.id].add(key)
        return users


def _numbers(id: str) -> list[str]:
    return re.findall(r"[0-9]+", id)


def load(content: Path) -> tuple[Library, list[Problem]]:
    """Read every record below `content`; problems name files as `content/…`."""
    records: dict[Key, Record] = {}
    references: dict[Key, tuple[Reference, ...]] = {}
    parties: dict[Key, tuple[Named, ...]] = {}
    problems: list[Problem] = []
    for kind, path in _record_files(content):
        record, findings = read_record(kind, path, path.relative_to(content.parent).as_posix())
        problems += findings.problems
        if record is None:
            continue
        if record.id and record.key in records:
            other = records[record.key].file
            problems.append(Problem(record.file, "duplicate-id", {"id": record.id, "other": other}))
        records.setdefault(record.key, record)
        references.setdefault(record.key, tuple(findings.references))
        parties.setdefault(record.key, tuple(findings.parties))
    problems += _strangers(content)
    return Library(records, references, parties), problems


def _record_files(content: Path) -> Iterator[tuple[type[Record], Path]]:
    for kind in KINDS:
        for path in sorted((content / kind.folder).rglob("*.yml")):
            if not path.name.startswith("."):  # what editors and USB sticks leave behind
                yield kind, path


def _strangers(content: Path) -> Iterator[Problem]:
    """Files that look like records but would silently be left out."""
    folders = {kind.folder for kind in KINDS}
    if not content.is_dir():
        yield Problem(content.name, "no-content")
        return
    for path in sorted(content.rglob("*")):
        place = path.relative_to(content)
        is_real_folder = path.is_dir() and not path.is_symlink()
        if is_real_folder or path.name.startswith("."):
            continue
        misplaced = path.suffix == ".yml" and place.parts[0] not in folders
        misnamed = place.parts[0] in folders and path.suffix != ".yml"
        if misplaced or misnamed:
            known = ", ".join(sorted(folders))
            yield Problem(f"{content.name}/{place.as_posix()}", "stranger", {"folders": known})


def read_record(kind: type[Record], path: Path, file: str) -> tuple[Record | None, Findings]:
    """One record with what came to light while it was read; None where it is no mapping at all."""
    findings = Findings(file)
    try:
        values = values_of(text_of(path))
    except Unreadable as error:
        findings.problems.append(Problem(file, error.key, error.values, line=error.line))
        return None, findings
    if not isinstance(values, dict):
        findings.problems.append(Problem(file, "no-record", line=1))
        return None, findings
    entry = Entry(findings, values)
    record = READERS[kind](entry)
    entry.close()
    if record.id and record.id != path.stem:
        entry.report("id-is-not-the-name", "id", id=record.id, stem=path.stem)
    return record, findings
