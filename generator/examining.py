"""Every problem of the content, kept in the store, and looked for again only where need be."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator import checks, freshness, links
from generator.intake import Changes
from generator.library import DECODERS, LATE, LINKS, Library, cell
from generator.problems import Problem
from generator.reading import located
from generator.records.calls import Call
from generator.records.materials import Material
from generator.records.record import Record
from generator.store import Store

CHECKED = "checked"  # the stage at which records are held against each other
DAY = "day of checks"


def examine(store: Store, content: Path, today: date, changes: Changes) -> None:
    """Check again what `changes` may have made right or wrong; on another day, everything."""
    library = Library(store)
    is_new_day = store.fact(DAY) != today.isoformat().encode()
    files = None if changes.is_first or is_new_day else _may_differ(store, changes)
    told = store.files_told_of(CHECKED)
    for file, seen in _seen(store, library, today, files):
        found = [*checks.check(seen), *freshness.late(seen.record, today)]
        if isinstance(seen.record, Material | Call):
            found += _look_at_text(store, seen.record, content.parent)
        if (found or file in told) and _tell(store, CHECKED, file, found, content):
            changes.cells.add(cell(LATE))
    for check, kinds in checks.OF_ALL.items():
        if changes.kinds.intersection(kind.folder for kind in kinds):
            _tell(store, check.__name__, "", list(check(library)), content)
    store.note(DAY, today.isoformat().encode())


def _look_at_text(store: Store, record: Material | Call, root: Path) -> list[Problem]:
    """Note the links of a record's Markdown; what in it would not stand alone."""
    from generator.rendering import markdown  # here, for few edits need it and it loads slowly

    text = links.body(record, markdown)
    store.note_ways(record.file, links.ways(text) if text else ())
    return list(links.check_text_stands_alone(text, root)) if text else []


def _may_differ(store: Store, changes: Changes) -> set[str]:
    """The files of what changed, of what names it, and of all that was wrong before."""
    return changes.files | store.files_naming(changes.targets) | store.files_told_of(CHECKED)


def _seen(
    store: Store, library: Library, today: date, files: Iterable[str] | None
) -> Iterator[tuple[str, checks.Seen]]:
    question = "select file, folder, record, links from record join body using (n)"
    if files is None:
        rows: Iterable[tuple[str, str, bytes, bytes]] = store.ask(question)
    else:
        rows = (row for one in files for row in store.ask(f"{question} where file = ?", one))
    for file, folder, body, named in rows:
        record: Record | None = DECODERS[folder].decode(body)
        if record:
            yield file, checks.Seen(record, LINKS.decode(named), library, today)


def _tell(store: Store, stage: str, file: str, found: list[Problem], content: Path) -> bool:
    """Note problems with their lines; whether they are others than before."""
    before = store.told(stage, file)
    if found or before:
        store.tell(stage, file, list(located(found, content.parent)))
    return store.told(stage, file) != before if found or before else False
