"""Spreadsheets into the project: what would change is told, and written only where all is well."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.catalogue import say, told
from generator.importers.cells import letter
from generator.importers.columns import TABLES
from generator.importers.draft_writing import comments
from generator.importers.encodings import decoded
from generator.importers.headings import Head, Left, heads
from generator.importers.lookups import Lookups
from generator.importers.reading_files import text_lines
from generator.importers.row_meaning import code_of
from generator.importers.source import ImportRefused, SourceText
from generator.importers.statistics_table import is_statistics_table
from generator.importers.table_faults import CellFault, gathered
from generator.importers.table_records import Made, Understood, lacking, understand
from generator.importers.templates import template
from generator.importers.workbooks import Sheet, is_spreadsheet, read_spreadsheet
from generator.importers.yaml_edits import CannotEdit, edited, written
from generator.importing import Outcome
from generator.intake import load
from generator.library import Library
from generator.problems import Fault
from generator.reading import located, text_of, values_of
from generator.records.record import Record, Status
from generator.writing import replace_bytes, replace_texts

MOST_LISTED = 20  # new records, and records no longer named; changes are listed all
MOST_FAULTS = 1000
WORKBOOK = ".xlsx"
HEAD_OF_TEXT = 4000  # bytes in which the statistics office's list shows itself
BROKEN_OFF = re.compile(rb"[^\r\n]*\Z")  # a line that the head does not hold whole


@dataclass(frozen=True)
class TableWishes:
    """Into which content folder, as which kind (None: told by its headings), or only shown.

    Names of places that ended before `today` lead to what became of them.
    """

    into: Path
    kind: str | None = None
    dry_run: bool = False
    today: date | None = None


class _Stopped(Exception):
    """The table cannot be imported; the lines say why."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self.lines = tuple(lines)


def is_table(path: Path) -> bool:
    """Whether a file is a spreadsheet of records; the statistics office's list is none."""
    if not is_spreadsheet(path):
        return False
    try:
        beginning = _whole_lines(path)
        is_text = not beginning.startswith(b"PK")
        lines = text_lines(decoded(beginning)) if is_text else ()
    except (OSError, ImportRefused):
        return True  # told when it is read
    return not (is_text and is_statistics_table(SourceText(path.name, lines)))


def _whole_lines(path: Path) -> bytes:
    """The first lines of a file: a letter of several bytes may be cut in two behind them."""
    with path.open("rb") as file:
        head = file.read(HEAD_OF_TEXT)
    return BROKEN_OFF.sub(b"", head) if len(head) == HEAD_OF_TEXT else head


def import_table(
    path: Path, wishes: TableWishes, language: str, progress: Callable[[int], None]
) -> Iterator[Outcome]:
    """Import one spreadsheet, line by line of the report; nothing is written beside a failure."""
    try:
        yield from _Import(path, wishes, language, progress).lines()
    except ImportRefused as refusal:
        yield Outcome(f"{path}: {refusal.told(language)}", failed=True)
    except _Stopped as stopped:
        yield from (Outcome(line, failed=True) for line in stopped.lines)
    except Fault as fault:
        yield Outcome(f"{path}: {say(language, fault.key, fault.values)}", failed=True)


def write_template(kind: str, file: Path) -> None:
    """Write the workbook of one kind to a new file; `Fault` where it exists or is named wrongly."""
    if file.suffix.lower() != WORKBOOK:
        raise Fault("template-ending", file=file, ending=WORKBOOK)
    if file.exists():
        raise Fault("template-exists", file=file)
    replace_bytes(file, template(TABLES[kind]))


class _Import:
    def __init__(
        self, path: Path, wishes: TableWishes, language: str, progress: Callable[[int], None]
    ) -> None:
        self.path, self.language, self.progress = path, language, progress
        self.wishes = replace(wishes, into=wishes.into.resolve())  # "." has no name of its own

    def lines(self) -> Iterator[Outcome]:
        """The story: read, match, understand, tell, write."""
        found = self.heads(read_spreadsheet(self.path))
        yield from map(Outcome, self.what_headings_mean(found))
        library = self.library(found[0])
        lookups = Lookups(library, self.wishes.today)
        understood = understand(
            found, library, lookups, self.path.name, self.values_of, self.progress
        )
        self.stop_at_faults(understood.faults)
        folder = self.wishes.into / found[0].table.kind.folder
        made = understood.made
        texts = [(self.file_of(one, folder), self.text_of(one, found[0])) for one in made]
        for remark in lookups.remarks.values():
            yield Outcome("  " + self.say(remark.key, **remark.values))
        yield from map(Outcome, self.what_changes(understood))
        if self.wishes.dry_run or not texts:
            yield Outcome("  " + self.say("table-dry-run" if texts else "table-nothing-to-do"))
            return
        replace_texts(texts, self.wishes.into)
        has_new = any(one.known is None for one in made)
        key = "table-written-new" if has_new else "table-written"
        yield Outcome("  " + self.say(key, count=len(texts)))

    # ---- before the rows are read ------------------------------------------------------------

    def heads(self, sheets: Sequence[Sheet]) -> list[Head]:
        """The sheets to read, all of one kind."""
        wanted = TABLES[self.wishes.kind] if self.wishes.kind else None
        single = len([sheet for sheet in sheets if not sheet.hidden]) == 1
        found = [self.named(head, single) for head in heads(sheets, wanted)]
        kinds = dict.fromkeys(head.table.name for head in found)
        if not found:
            raise ImportRefused("table-no-headings", {"kinds": ", ".join(TABLES)})
        if len(kinds) > 1:
            raise ImportRefused("table-several-kinds", {"kinds": ", ".join(kinds)})
        return found

    def named(self, head: Head, single: bool) -> Head:
        """A sheet is named in messages only where there are several."""
        return replace(head, sheet=replace(head.sheet, name=None)) if single else head

    def what_headings_mean(self, found: Sequence[Head]) -> Iterator[str]:
        """Every heading with the field that it fills, or why it fills none."""
        for head in found:
            values = {"title": head.table.title, "kind": head.table.name, "row": head.row}
            place = f"{self.path}, {head.sheet.name}" if head.sheet.name else str(self.path)
            yield f"{place}: {self.say('table-is', **values)}"
            for one in head.placed:
                yield "  " + self.say(
                    "table-column",
                    column=letter(one.index),
                    heading=one.heading,
                    header=one.column.header,
                    field=one.column.name or "–",
                )
            yield from self.left_out(head)

    def left_out(self, head: Head) -> Iterator[str]:
        """The columns that are not read."""
        for one in head.personal:
            yield self.about(one, "table-column-personal")
        for one in head.unknown:
            yield self.about(
                one, "table-column-unknown-near" if one.near else "table-column-unknown"
            )
        for one in head.twice:
            yield self.about(one, "table-column-twice")

    def about(self, left: Left, key: str) -> str:
        """One column that is not read."""
        values = {"column": letter(left.index), "heading": left.heading, "near": left.near}
        return "  " + self.say(key, **values)

    def library(self, head: Head) -> Library:
        """The content as it is; its own faults in this kind come before those of the table."""
        library, problems = load(self.wishes.into)
        folder = f"{self.wishes.into.name}/{head.table.kind.folder}/"
        own = [one for one in problems if one.file.startswith(folder) and one.stops]
        if own:
            lines = [told(one, self.language) for one in located(own, self.wishes.into.parent)]
            raise _Stopped([*lines, self.say("table-content-first")])
        return library

    # ---- what is written ---------------------------------------------------------------------

    def stop_at_faults(self, faults: Iterable[CellFault]) -> None:
        """Tell every fault of every row, and write nothing."""
        every = gathered(faults)
        if every:
            lines = [one.told(str(self.path), self.language) for one in every[:MOST_FAULTS]]
            raise _Stopped([*lines, self.say("table-not-written", count=len(every))])

    def place_of(self, record: Record) -> Path:
        """The file of a record."""
        return self.wishes.into.parent / record.file

    def values_of(self, record: Record) -> dict[str, Any]:
        """What the file of a record says now."""
        values = values_of(text_of(self.place_of(record)))
        return dict(values)

    def file_of(self, made: Made, folder: Path) -> Path:
        """Where the record is or will be; new ones stand by province."""
        if made.known:
            return self.place_of(made.known)
        return folder / made.meant.folder / f"{made.meant.id}.yml"

    def text_of(self, made: Made, head: Head) -> str:
        """The new text of its file; of an old one only what changed."""
        if made.known is None:
            return written(made.after) + comments([self.needed(made)])
        order = ["id", "status", *(str(one.path[0]) for one in head.table.columns if one.path)]
        try:
            return edited(text_of(self.place_of(made.known)), made.after, order)
        except CannotEdit:
            raise _Stopped([self.say("table-cannot-edit", file=made.known.file)]) from None

    def needed(self, made: Made) -> str:
        """The sentence at the end of a new draft: what it lacks before it is published."""
        fields = lacking(made)
        return say("vi", "table-draft-needs", {"fields": "; ".join(fields)}) if fields else ""

    # ---- the report --------------------------------------------------------------------------

    def what_changes(self, understood: Understood) -> Iterator[str]:
        """New records, changed ones field by field, and what the table no longer names."""
        new = [made for made in understood.made if made.known is None]
        changed = [made for made in understood.made if made.known]
        counts = {"new": len(new), "changed": len(changed), "unchanged": understood.unchanged}
        yield "  " + self.say("table-counts", **counts)
        yield from self.some(
            [self.say("table-new", row=row_of(one), name=one.label, id=one.meant.id) for one in new]
        )
        for made in changed:
            yield from self.how_it_changes(made)
        for one in understood.withdrawn:
            yield "  " + self.say("table-withdrawn", file=one.file)
        gone = [f"{code_of(one) or one.label} ({one.file})" for one in understood.not_named]
        if gone:
            yield "  " + self.say("table-gone", count=len(gone))
            yield from self.some([self.say("table-gone-one", name=name) for name in gone])

    def how_it_changes(self, made: Made) -> Iterator[str]:
        """A changed record, with what each column changed."""
        known = made.known
        if known is None:
            return
        key = "table-changed-public" if known.status is Status.PUBLISHED else "table-changed"
        yield "  " + self.say(key, file=known.file, name=made.label)
        for change in made.changes:
            values = {"heading": change.heading, "old": change.old, "new": change.new}
            yield "    " + self.say("table-change" if change.old else "table-change-new", **values)
        if made.added:
            yield "    " + self.say("table-shifts-added", count=made.added)
        if made.kept:
            yield "    " + self.say("table-shifts-kept", count=made.kept)

    def some(self, lines: Sequence[str]) -> Iterator[str]:
        """The first lines of many, and how many more there are."""
        yield from (f"    {line}" for line in lines[:MOST_LISTED])
        if len(lines) > MOST_LISTED:
            yield "    " + self.say("table-more", count=len(lines) - MOST_LISTED)

    def say(self, key: str, **values: object) -> str:
        """A sentence in the language of whoever asked."""
        return say(self.language, key, values)


def row_of(made: Made) -> int:
    """The first row of a record."""
    return made.meant.rows[0].row.number
