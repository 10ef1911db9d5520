"""What stands in content/, brought into the store: only files that changed are read again."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b, file_digest
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from generator.abbreviations import PLACE as ABBREVIATIONS
from generator.abbreviations import read_abbreviations
from generator.entries import Entry, Findings
from generator.library import (
    DECODERS,
    FILES,
    FORMER,
    LENGTH,
    OF_FOLDER,
    SUM,
    TITLES,
    Key,
    Library,
    Links,
    cell,
    cell_of_columns,
    cell_of_kind,
    cell_of_outline,
    cell_of_outlines,
    cell_of_users,
)
from generator.listing import Listing, holds, listing, settled
from generator.privacy import care_for
from generator.problems import Problem
from generator.reading import Unreadable, bytes_of, decoded, located, values_of
from generator.records import READERS
from generator.records.agencies import Agency
from generator.records.bulletins import Bulletin
from generator.records.files import SPOKEN_AT, kind_of_file
from generator.records.materials import Material
from generator.records.procedures import Procedure
from generator.records.record import Record
from generator.sounds import seconds_of
from generator.store import COLUMNS, Kept, Store
from generator.synonyms import PLACE as SYNONYMS
from generator.synonyms import read_synonyms
from generator.values import Value
from generator.vietnamese.folding import fold

ENCODER = msgspec.msgpack.Encoder()

AT_ONCE = 250  # files that one worker reads before it reports
IN_WORDS = "in words"  # where others have a folder: whoever is named by words alone
APART = ("hash", "outline", "heading")  # what lists ask for in other ways, or never
IN_COLUMNS = [name for name in COLUMNS if name not in APART]  # as lists ask for it
READ = "read"  # the stage at which a record's own faults are found
One = TypeVar("One")


class WordList(NamedTuple):
    """How a list of words is read, and what is told of a file that holds none."""

    read: Callable[[Entry], tuple[Value, ...]]
    empty: str


WORD_LISTS = {
    SYNONYMS: WordList(read_synonyms, "no-synonyms"),
    ABBREVIATIONS: WordList(read_abbreviations, "no-abbreviations"),
}  # by their files below content/
# Who helps with so many things, if anybody, as long as the context lasts.
Hands = Callable[[int], AbstractContextManager[Executor | None]]


def nobody(number: int) -> AbstractContextManager[None]:
    """Nobody helps."""
    return nullcontext()


@dataclass
class Changes:
    """What is not as it was when the store was last kept.

    `cells` of whatever is made from it; `kinds` by their folders; `targets` of links that may lead
    elsewhere now; `files` of records; and `touched`, those of which any byte differs, be it a
    remark by which lines move. When an empty store is filled, `is_first`, only the kinds are told,
    for nothing was made of anything yet.
    """

    is_first: bool = False
    cells: set[int] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    targets: set[Key] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)


def take_in(
    store: Store, content: Path, now: Listing, moment_ns: int, hands: Hands = nobody
) -> Changes:
    """Make the store agree with `content`, where at some moment these files stood `now`.

    Tells what changed since the store last agreed with it.
    """
    changes = Changes(is_first=store.is_empty)
    gone: list[str] = []
    read: list[tuple[str, str]] = []
    touched = sorted(store.touched("content", now))
    for place in touched:
        folder, _, rest = place.partition("/")
        if folder in OF_FOLDER and place.endswith(".yml"):
            read.append((folder, place)) if holds(now, place) else gone.append(place)
        if not changes.is_first:
            changes.cells.add(cell(place))
            changes.targets.add((folder, rest))
        if folder == FILES and kind_of_file(rest) == "audio":
            _note_recording(store, rest, content / place)
    for place in WORD_LISTS.keys() & touched:
        _take_in_list(store, content, place)
    for place in gone:
        _take_out(store, f"{content.name}/{place}", changes)
    with hands(len(read)) as executor:
        for kept, problems in _read_all(content, read, executor):
            _bring_in(store, kept, list(located(problems, content.parent)), changes)
    if touched or not content.is_dir():
        store.tell(READ, "", [*_strangers(content, now), *_twins(store)])
    store.note_listing("content", settled(now, moment_ns))
    return changes


def load(content: Path) -> tuple[Library, list[Problem]]:
    """Read every record below `content`, for one look; problems name files as `content/…`."""
    store = Store(None)
    take_in(store, content, listing(content, hidden=False), 0)
    return Library(store), store.problems()


# ---- what changed ------------------------------------------------------------------------------


def _note_recording(store: Store, path: str, recording: Path) -> None:
    """Keep its length, and its sum unless a machine made it, whose name is a sum itself."""
    seconds = seconds_of(recording)
    store.note(f"{LENGTH} {path}", b"" if seconds is None else str(round(seconds)).encode())
    if not path.startswith(f"{SPOKEN_AT}/"):
        store.note(f"{SUM} {path}", _sum(recording))


def _sum(recording: Path) -> bytes:
    """A sum over the bytes of a file, by which a copy of it is tried; none where it is gone."""
    try:
        with recording.open("rb") as file:
            return file_digest(file, "sha256").hexdigest().encode()
    except OSError:  # whoever publishes it is told why
        return b""


def _bring_in(store: Store, kept: Kept, problems: list[Problem], changes: Changes) -> None:
    if changes.is_first:
        changes.kinds.add(kept.folder)
        if problems:
            store.tell(READ, kept.file, problems)
        store.add_record(kept)
        return
    before = store.kept(kept.file)
    if before and before.hash == kept.hash:
        return  # touched, but the same
    changes.touched.add(kept.file)
    if before:
        store.drop_record(kept.file)
    if before and kept.id is None:
        store.tell_nothing(kept.file)  # who cannot be read is looked at no more
    if problems or before:
        store.tell(READ, kept.file, problems)
    store.add_record(kept)
    _note(before, kept, changes)


def _take_out(store: Store, file: str, changes: Changes) -> None:
    before = store.kept(file)
    store.drop_record(file)
    store.tell_nothing(file)
    if before:
        _note(before, None, changes)


def _note(before: Kept | None, now: Kept | None, changes: Changes) -> None:
    """What differs between a record of before and of now."""
    if before and now and (before.record, before.links) == (now.record, now.links):
        return  # only a remark of its author
    for one in filter(None, (before, now)):
        key = one.folder, one.id or ""
        changes.files.add(one.file)
        changes.kinds.add(one.folder)
        changes.targets.update((key, *names_of(one)))
        changes.cells.update((cell(*key), cell_of_kind(one.folder)))
        if _in_columns(before) != _in_columns(now):
            changes.cells.add(cell_of_columns(one.folder))
            changes.cells.update([cell(FORMER)] if one.former else ())
        if _titled(before) != _titled(now):
            changes.cells.add(cell(TITLES))
        if _outlined(before) != _outlined(now):
            changes.cells.update((cell_of_outlines(one.folder), cell_of_outline(*key)))
    if _way(before) != _way(now):
        for one in filter(None, (before, now)):
            changes.cells.update(cell_of_users(*to, one.folder) for to in one.targets)


def _way(one: Kept | None) -> tuple[object, ...]:
    """What those whom a record names can tell of it: which record it is, and whether it is seen."""
    return (one.id, one.status, one.demo, frozenset(one.targets)) if one else ()


def _in_columns(one: Kept | None) -> tuple[object, ...]:
    """What is told of a record without opening it."""
    return tuple(getattr(one, name) for name in IN_COLUMNS) if one else ()


def _titled(one: Kept | None) -> tuple[object, ...]:
    """By what a list of all titles shows a record, and how long."""
    return (one.id, one.heading, one.status, one.demo, one.last_named) if one else ()


def _outlined(one: Kept | None) -> tuple[object, ...]:
    """The outline of a record, and whether it is seen."""
    return (one.outline, one.status, one.demo) if one else ()


def names_of(one: Kept) -> Iterator[Key]:
    """The names of an agency, as those note them who name somebody in words."""
    record = DECODERS[one.folder].decode(one.record) if one.folder == Agency.folder else None
    if isinstance(record, Agency):
        yield from ((IN_WORDS, fold(name.name)) for name in record.names)


def _targets(record: Record | None, links: Links) -> Iterator[Key]:
    """All that may change what is to be said of a record: records, agencies by name, files."""
    yield from ((one.folder, one.id) for one in links.references)
    yield from ((IN_WORDS, fold(one.words)) for one in links.parties if one.words)
    if isinstance(record, Material):
        yield from ((FILES, file.path) for file in record.files)
    if isinstance(record, Procedure):
        yield from ((FILES, form.file) for form in record.forms if form.file)
    if isinstance(record, Bulletin):
        yield from ((FILES, one.path) for one in record.recordings)


# ---- reading -----------------------------------------------------------------------------------


def _read_all(
    content: Path, places: list[tuple[str, str]], executor: Executor | None
) -> Iterator[tuple[Kept, list[Problem]]]:
    chunks = list(_chunks(places, AT_ONCE))
    if executor and len(chunks) > 1:
        for read in executor.map(_read_chunk, [content] * len(chunks), chunks):
            yield from read
    else:
        for folder, place in places:
            yield kept(OF_FOLDER[folder], f"{content}/{place}", f"{content.name}/{place}")


def _chunks(items: Iterable[One], size: int) -> Iterator[list[One]]:
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def _read_chunk(content: Path, places: list[tuple[str, str]]) -> list[tuple[Kept, list[Problem]]]:
    return list(_read_all(content, places, None))


def kept(kind: type[Record], path: str, file: str) -> tuple[Kept, list[Problem]]:
    """A record as the store keeps it, and what is wrong with it."""
    try:
        raw = bytes_of(path)
    except Unreadable as error:
        return _kept(kind, file, b"", None, Links()), [error.told_of(file)]
    record, findings = read_record(kind, raw, file)
    links = Links(tuple(findings.references), tuple(findings.parties))
    return _kept(kind, file, raw, record, links), findings.problems


def _kept(kind: type[Record], file: str, raw: bytes, record: Record | None, links: Links) -> Kept:
    return Kept(
        file=file,
        folder=kind.folder,
        id=record.id if record else None,
        hash=blake2b(raw, digest_size=16).digest(),
        status=record.status.value if record else "",
        demo=bool(record and record.demo),
        code=(getattr(record, "code", None) or "").casefold() or None,
        former=" ".join(record.former_ids) if record else "",
        last_named=_day(record.last_named if record else None),
        reviewed_on=_day(record.reviewed_on if record else None),
        review_due=_day(record.review_due if record else None),
        changed_on=_day(record.changed_on if record else None),
        rests_on=ENCODER.encode(record.rests_on if record else ()),
        outline=ENCODER.encode(record.outline if record else None),
        heading=record.heading if record else "",
        record=ENCODER.encode(record),
        links=ENCODER.encode(links),
        targets=tuple(dict.fromkeys(_targets(record, links))),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def read_record(kind: type[Record], raw: bytes, file: str) -> tuple[Record | None, Findings]:
    """One record with what came to light while it was read; None where it is no mapping at all."""
    entry, findings = _entry(raw, file)
    if entry is None:
        return None, findings
    record = READERS[kind](entry)
    entry.close()
    stem = file.rpartition("/")[2].removesuffix(".yml")
    if record.id and record.id != stem:
        entry.report("id-is-not-the-name", "id", id=record.id, stem=stem)
    return record, findings


def _entry(raw: bytes, file: str) -> tuple[Entry | None, Findings]:
    """The values of a file, if it holds any by name."""
    findings = Findings(file)
    try:
        text = decoded(raw)
        findings.care = care_for(text)
        values = values_of(text)
    except Unreadable as error:
        findings.problems.append(error.told_of(file))
        return None, findings
    if not isinstance(values, dict):
        findings.problems.append(Problem(file, "no-record", line=1))
        return None, findings
    return Entry(findings, values), findings


def _take_in_list(store: Store, content: Path, place: str) -> None:
    found, problems = list_of_words(content, place)
    store.note(place, ENCODER.encode(found))
    store.tell(READ, f"{content.name}/{place}", problems)


def list_of_words(content: Path, place: str) -> tuple[tuple[Any, ...], list[Problem]]:
    """A list of words, which a site may do without, and what is wrong with it."""
    path, file = content / place, f"{content.name}/{place}"
    if not path.exists():
        return (), []
    try:
        entry, findings = _entry(bytes_of(path), file)
    except Unreadable as error:
        return (), [error.told_of(file)]
    if entry is None:
        empty = WORD_LISTS[place].empty
        amiss = (
            replace(one, key=empty) if one.key == "no-record" else one for one in findings.problems
        )
        return (), list(located(amiss, content.parent))
    found = WORD_LISTS[place].read(entry)
    entry.close()
    return found, list(located(findings.problems, content.parent))


# ---- what no single file shows -------------------------------------------------------------------


def _strangers(content: Path, now: Listing) -> Iterator[Problem]:
    """Files that look like records but would silently be left out."""
    if not content.is_dir():
        yield Problem(content.name, "no-content")
    known = {"folders": ", ".join(sorted(OF_FOLDER))}
    for folder, files in now.items():
        is_of_kind = folder.partition("/")[0] in OF_FOLDER
        for name in files:
            place = f"{folder}/{name}" if folder else name
            if name.endswith(".yml") != is_of_kind and place not in WORD_LISTS:
                yield Problem(f"{content.name}/{place}", "stranger", known)


def _twins(store: Store) -> Iterator[Problem]:
    """Records of one kind and one id: the first by its file counts, the others are told."""
    rows = store.ask(
        "select folder, id from record where id != '' group by folder, id having count(*) > 1"
    )
    for folder, id in rows.fetchall():
        files = store.ask(
            "select file from record where folder = ? and id = ? order by file", folder, id
        )
        (first,), *others = files.fetchall()
        for (file,) in others:
            yield Problem(file, "duplicate-id", {"id": id, "other": first})
