"""Every problem of the content, kept in the store, and looked for again only where need be."""

from collections.abc import Collection, Iterable, Iterator
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

ALONE = "alone"  # the stage at which a record is looked at by itself, on a day
CHECKED = "checked"  # the stage at which records are held against each other
OF_TEXT = (Material, Call)  # records whose authors write Markdown
DAY = "day of checks"


def examine(store: Store, content: Path, today: date, changes: Changes) -> None:
    """Check again what `changes` may have made right or wrong; on another day, everything."""
    library = Library(store)
    every = changes.is_first or store.fact(DAY) != today.isoformat().encode()
    told = {stage: store.files_told_of(stage) for stage in (ALONE, CHECKED)}

    def tell(stage: str, file: str, found: list[Problem]) -> None:
        if (found or file in told[stage]) and _tell(store, stage, file, found, content):
            changes.cells.add(cell(LATE))

    for file, seen in _seen(store, library, today, None if every else _may_differ(store, changes)):
        tell(CHECKED, file, list(checks.check(seen)))
        if every or file in changes.touched:
            tell(ALONE, file, _amiss_alone(store, seen.record, today, content.parent))
    for check, kinds in checks.OF_ALL.items():
        of_these = changes.kinds.intersection(kind.folder for kind in kinds)
        if of_these or _tells_of(store, check.__name__, changes.touched):
            _tell(store, check.__name__, "", list(check(library)), content)
    store.note(DAY, today.isoformat().encode())


def _amiss_alone(store: Store, record: Record, today: date, root: Path) -> list[Problem]:
    """What the record itself and the day tell, whatever stands in others."""
    late = list(freshness.late(record, today))
    return late + _look_at_text(store, record, root) if isinstance(record, OF_TEXT) else late


def _look_at_text(store: Store, record: Material | Call, root: Path) -> list[Problem]:
    """Note the links of a record's Markdown; what in it would not stand alone."""
    from generator.rendering import markdown  # here, for few edits need it and it loads slowly

    text = links.body(record, markdown)
    store.note_ways(record.file, links.ways(text) if text else ())
    return list(links.check_text_stands_alone(text, root)) if text else []


def _may_differ(store: Store, changes: Changes) -> set[str]:
    """The files of what changed, of what names it, and of all that was wrong before."""
    naming = store.files_naming(changes.targets)
    return changes.files | changes.touched | naming | store.files_told_of(CHECKED)


def _tells_of(store: Store, stage: str, touched: Collection[str]) -> bool:
    """Whether a check of all told something of one of the files, whose lines may have moved."""
    return bool(touched) and any(one.file in touched for one in store.told(stage, ""))


def _seen(
    store: Store, library: Library, today: date, files: Iterable[str] | None
) -> Iterator[tuple[str, checks.Seen]]:
    question = "select file, folder, record, links from record join body using (n)"
    if files is None:
        rows: Iterable[tuple[str, str, bytes, bytes]] = store.ask(f"{question} order by file")
    else:  # in this order too, for only so many names are guessed
        rows = (
            row for one in sorted(files) for row in store.ask(f"{question} where file = ?", one)
        )
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
