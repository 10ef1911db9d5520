"""All records by kind and id, with their links both ways, each opened when it is asked for.

The library notes what was asked of it. Whatever is made from it can then be kept until one of the
things that were asked for has changed: each of them is a cell, a number made of its name.
"""

import difflib
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast
from zlib import crc32

import msgspec

from generator.abbreviations import PLACE as ABBREVIATIONS
from generator.abbreviations import Abbreviation
from generator.entries import Named, Reference
from generator.loudspeaker import Loudspeaker
from generator.problems import Problem
from generator.records import KINDS
from generator.records.access_results import AccessResultOutline
from generator.records.agencies import Agency, AgencyOutline
from generator.records.areas import Area, AreaOutline
from generator.records.bulletins import BulletinOutline
from generator.records.contacts import Contact, ContactKind
from generator.records.documents import Document, DocumentOutline
from generator.records.materials import MaterialOutline
from generator.records.organisations import OrganisationOutline
from generator.records.practitioners import PractitionerOutline
from generator.records.procedures import ProcedureOutline
from generator.records.record import Outline, Record, Status
from generator.records.terms import Term, TermOutline
from generator.soundings import SOUNDINGS, Sounding
from generator.store import PROBLEMS, Store
from generator.synonyms import PLACE as SYNONYMS
from generator.synonyms import Synonym
from generator.vietnamese.folding import fold
from generator.vietnamese.place_names import same_name
from generator.website import Website

Kind = TypeVar("Kind", bound=Record)
Shape = TypeVar("Shape", bound=Outline)
Key = tuple[str, str]  # folder and id
MOST_GUESSES = 50  # of what an author may have meant
MOST_OPEN = 4_000  # records kept open, four kilobytes each
MOST_FEW = 20  # records of a kind that are kept open together, for many pages ask for them
DECODERS = {kind.folder: msgspec.msgpack.Decoder(kind | None) for kind in KINDS}
OUTLINES: dict[type[Outline], msgspec.msgpack.Decoder[Any]] = {
    outline: msgspec.msgpack.Decoder(outline)
    for outline in (
        AccessResultOutline,
        AgencyOutline,
        AreaOutline,
        BulletinOutline,
        DocumentOutline,
        MaterialOutline,
        OrganisationOutline,
        PractitionerOutline,
        ProcedureOutline,
        TermOutline,
    )
}
SYNONYM_LIST = msgspec.msgpack.Decoder(tuple[Synonym, ...])
ABBREVIATION_LIST = msgspec.msgpack.Decoder(tuple[Abbreviation, ...])
NO_WORDS = msgspec.msgpack.encode(())
RESTS_ON = msgspec.msgpack.Decoder(list[str])
TODAY = "today"
FORMER = "former"
TITLES = "titles"
LATE = "late"
WEBSITE = "website"
LOUDSPEAKER = "loudspeaker"
PROSE = "prose"
SOUNDINGS_NOTED = "soundings"
NO_SOUNDINGS = msgspec.msgpack.encode({})
OF_FOLDER = {kind.folder: kind for kind in KINDS}
SHELVES = 128  # parts in which the index keeps the words of a run: an edit changes few of them
FILES = "files"  # the folder in content/ of what records offer
LENGTH = "length"  # the fact that tells how many seconds a recording takes, in the same way
SUM = "sum"  # the fact that sums up the bytes of a recording, with its place behind it


class Links(msgspec.Struct, frozen=True, array_like=True):
    """What a record names, as it was read: other records, and whoever acts."""

    references: tuple[Reference, ...] = ()
    parties: tuple[Named, ...] = ()


LINKS = msgspec.msgpack.Decoder(Links)


def cell(*names: str) -> int:
    """The number of something that can change. Two things of one number are made too often."""
    return crc32("/".join(names).encode())


def cell_of_users(folder: str, id: str, kind: str) -> int:
    """The cell of all records of a kind that name a record."""
    return cell(folder, id, kind)


def cell_of_kind(folder: str) -> int:
    """The cell of a whole kind."""
    return cell(folder)


def cell_of_columns(folder: str) -> int:
    """The cell of what is known of a whole kind without opening the records."""
    return cell(folder, "columns")


def cell_of_outlines(folder: str) -> int:
    """The cell of the outlines of a whole kind."""
    return cell(folder, "outlines")


def cell_of_outline(folder: str, id: str) -> int:
    """The cell of the outline of a record."""
    return cell(folder, "outline", id)


def cell_of_run(name: str) -> int:
    """The cell of what a run of records says to a search."""
    return cell("index", "run", name)


def cell_of_shelf(shelf: int) -> int:
    """The cell of the words that the index has on a shelf."""
    return cell("index", "shelf", str(shelf))


def cell_of_sounding(id: str) -> int:
    """The cell of what is heard of a bulletin."""
    return cell(SOUNDINGS_NOTED, id)


CELL_OF_CUT = cell("index", "cut")
CELL_OF_SYLLABLES = cell("index", "syllables")


class Standing(NamedTuple):
    """What a link must know of the record that it leads to."""

    status: str
    demo: bool


class Titled(NamedTuple):
    """A record on offer, by its heading."""

    folder: str
    id: str
    heading: str


class Found(NamedTuple):
    """A record that was looked up, if there is one to be seen, with its cell."""

    cell: int
    record: Record | None


class Count(NamedTuple):
    """How many records of a kind lists offer, and how many of them are published or demonstrations.

    `newest` is the last day, as written in the files, on which a published one was reviewed.
    """

    records: int
    demos: int
    published: int
    published_demos: int
    newest: str | None


@dataclass(frozen=True)
class View:
    """Who looks: for which day, and whether drafts and demonstrations are shown."""

    today: date | None = None
    drafts: bool = True
    demo: bool = True

    @property
    def condition(self) -> str:
        """What a record's columns must fulfil."""
        shown = ["id is not null"]
        shown += [] if self.drafts else [f"status != '{Status.DRAFT}'"]
        shown += [] if self.demo else ["not demo"]
        return " and ".join(shown)

    @property
    def offers(self) -> str:
        """What the columns of a record must fulfil to stand in lists."""
        named = f" and ifnull(last_named, '9999') >= '{self.today}'" if self.today else ""
        return f"{self.condition} and status != '{Status.WITHDRAWN}'{named}"

    def shows(self, status: str, demo: bool) -> bool:
        """Whether a record is seen."""
        return (self.drafts or status != Status.DRAFT) and (self.demo or not demo)

    def opened(self, folder: str, body: bytes) -> Record | None:
        """A record of the store as it is seen on the day."""
        record: Record | None = DECODERS[folder].decode(body)
        return record.on(self.today) if record and self.today else record


@dataclass(frozen=True)
class Folders:
    """Where files lie that are published as they are: what records offer, and what MkDocs made."""

    files: Path
    chrome: Path


class Library:
    """The records of one content tree, as somebody may see them."""

    def __init__(self, store: Store, view: View = View(), folders: "Folders | None" = None) -> None:
        """Look into `store`."""
        self._store, self.view, self._folders = store, view, folders
        self._asked: set[int] = set()
        self._found = lru_cache(MOST_OPEN)(partial(_looked_up, store, view))
        self._outline_of = lru_cache(MOST_OPEN)(partial(_outline_of, store, view))
        self._standing = lru_cache(MOST_OPEN)(partial(_standing, store))
        self._counted = cache(partial(_counted, store, view))
        self._runs = cache(partial(_runs, store))
        self._abbreviations = cache(partial(_abbreviations, store))
        self._soundings = cache(partial(_soundings, store))
        self._users_of = lru_cache(2)(partial(_users_of, store))  # of a commune and its province
        self._known: dict[str, object] = {}
        self._few: dict[str, tuple[Record, ...]] = {}
        self._near: dict[Key, str] = {}
        self._called: dict[str, str] | None = None
        self._files: set[str] | None = None

    @property
    def folders(self) -> Folders:
        """Where files lie that are published as they are."""
        if self._folders is None:
            raise ValueError("nobody said where files lie")
        return self._folders

    # -- what was asked

    def ask_for(self, *names: str) -> None:
        """Note something beside the records that is looked at."""
        self._asked.add(cell(*names))

    def asked(self) -> bytes:
        """The cells asked for since the last time, as four bytes each."""
        cells, self._asked = array("I", sorted(self._asked)), set()
        return cells.tobytes()

    @contextmanager
    def _unwatched(self) -> Iterator[None]:
        """Look something up without its being noted."""
        before, self._asked = self._asked, set()
        try:
            yield
        finally:
            self._asked = before

    @property
    def today(self) -> date:
        """The day for which the site is made."""
        self._asked.add(cell(TODAY))
        if self.view.today is None:
            raise ValueError("nobody said for which day")
        return self.view.today

    @property
    def website(self) -> Website:
        """The name and address of the site, as its settings tell them."""
        self._asked.add(cell(WEBSITE))
        return Website.kept(self._store.fact(WEBSITE))

    @property
    def loudspeaker(self) -> Loudspeaker:
        """How bulletins are said, as the settings tell."""
        self._asked.add(cell(LOUDSPEAKER))
        return Loudspeaker.kept(self._store.fact(LOUDSPEAKER))

    def has_prose(self, address: str) -> bool:
        """Whether the project has a page of prose there, which none has to have."""
        self._asked.add(cell(PROSE))
        return address in self._store.fact(PROSE).decode().splitlines()

    def shown(self, *, drafts: bool, demo: bool) -> "Library":
        """The records that readers may see; a withdrawn one still says what became of it."""
        return Library(self._store, replace(self.view, drafts=drafts, demo=demo), self._folders)

    def on(self, day: date) -> "Library":
        """The records as `day` may show them: whose time on a list is over has no name any more."""
        return Library(self._store, replace(self.view, today=day), self._folders)

    # -- records

    def find(self, kind: type[Kind], id: str | None) -> Kind | None:
        """The record of a kind with this id."""
        if not id:
            return None
        found = self._found(kind, id)
        self._asked.add(found.cell)
        return cast("Kind | None", found.record)

    def get(self, kind: type[Kind], id: str) -> Kind:
        """The record of a kind with this id, which is known to be there; raises `KeyError`."""
        found = self.find(kind, id)
        if found is None:
            raise KeyError(kind.folder, id)
        return found

    def those(self, kind: type[Kind], ids: Iterable[str | None]) -> tuple[Kind, ...]:
        """The records with these ids, in this order, each once."""
        found = [self.find(kind, id) for id in dict.fromkeys(ids)]
        return tuple([record for record in found if record])

    def offered(self, kind: type[Kind], ids: Iterable[str | None]) -> tuple[Kind, ...]:
        """Those of the records with these ids that are not withdrawn."""
        return tuple([r for r in self.those(kind, ids) if r.status is not Status.WITHDRAWN])

    def each(self, kind: type[Kind]) -> Iterator[Kind]:
        """All records of a kind, by id, one at a time."""
        self._asked.add(cell_of_kind(kind.folder))
        rows = self._store.ask(
            "select id, body.record from record join body using (n)"
            f" where folder = ? and {self.view.condition} order by id, file",
            kind.folder,
        )
        before = None
        for id, body in rows:
            if id != before:  # of two with one id, which is a fault, the first counts
                yield cast(Kind, self.view.opened(kind.folder, body))
            before = id

    def every(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """All records of a kind, by id."""
        return tuple(self.each(kind))

    def published(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The records of a kind that lists may offer: all but the withdrawn ones."""
        self._asked.add(cell_of_kind(kind.folder))
        if kind.folder not in self._few:
            found = tuple(self.each_offered(kind))
            if len(found) > MOST_FEW:
                return found
            self._few[kind.folder] = found
        return cast("tuple[Kind, ...]", self._few[kind.folder])

    def each_offered(self, kind: type[Kind]) -> Iterator[Kind]:
        """The records of a kind that lists may offer, by id, one at a time."""
        return (one for one in self.each(kind) if one.status is not Status.WITHDRAWN)

    def all(self) -> Iterator[Record]:
        """All records of all kinds."""
        for kind in KINDS:
            yield from self.each(kind)

    # -- without opening the records

    def outlines(self, shape: type[Shape]) -> Iterator[Shape]:
        """The outlines of all records of a kind, by id, one at a time."""
        self._asked.add(cell_of_outlines(shape.folder))
        rows = self._store.ask(
            f"select id, outline from record where folder = ? and {self.view.condition}"
            " order by id, file",
            shape.folder,
        )
        before = None
        for id, outline in rows:
            if id != before:  # of two with one id, which is a fault, the first counts
                yield cast(Shape, OUTLINES[shape].decode(outline))
            before = id

    def outline(self, shape: type[Shape], id: str | None) -> Shape | None:
        """The outline of the record with this id."""
        self._asked.add(cell_of_outline(shape.folder, id or ""))
        return cast("Shape | None", self._outline_of(shape, id))

    def files(self, kind: type[Record]) -> list[tuple[str, str]]:
        """Id and file of each record of a kind, by id."""
        self._asked.add(cell_of_columns(kind.folder))
        rows = self._store.ask(
            f"select id, min(file) from record where folder = ? and {self.view.condition}"
            " group by id order by id",
            kind.folder,
        )
        return rows.fetchall()

    def offered_files(self, kind: type[Record]) -> list[tuple[str, str]]:
        """Id and file of each record of a kind that lists may offer, by id."""
        self._asked.add(cell_of_columns(kind.folder))
        rows = self._store.ask(
            f"select id, min(file) from record where folder = ? and {self.view.offers}"
            " group by id order by id",
            kind.folder,
        )
        return rows.fetchall()

    def offered_ids(self, kind: type[Record]) -> list[str]:
        """The ids of a kind that lists may offer, in order."""
        self._asked.add(cell_of_columns(kind.folder))
        rows = self._store.ask(
            f"select distinct id from record where folder = ? and {self.view.offers} order by id",
            kind.folder,
        )
        return [id for (id,) in rows]

    def titles(self) -> Iterator[Titled]:
        """Every record that lists may offer, by its heading."""
        self._asked.add(cell(TITLES))
        rows = self._store.ask(
            f"select distinct folder, id, heading from record where {self.view.offers}"
        )
        return (Titled(*row) for row in rows)

    def former_ids(self) -> list[tuple[type[Record], str, str, list[str]]]:
        """Kind, id, file and former ids of every record that has any."""
        self._asked.add(cell(FORMER))
        rows = self._store.ask(
            f"select folder, id, file, former from record where former != '' and"
            f" {self.view.condition} order by file"
        )
        return [(OF_FOLDER[of], id, file, former.split()) for of, id, file, former in rows]

    def count(self, kind: type[Record]) -> Count:
        """How many records of a kind there are."""
        self._asked.add(cell_of_columns(kind.folder))
        return self._counted(kind.folder)

    def falling_due(self, first: date, last: date) -> list[Key]:
        """The published records whose review is due between two days, the nearest first."""
        return self._dated("review_due", first, last, "review_due, folder, id")

    def _dated(
        self, column: str, first: date, last: date, order: str, only: str = "true"
    ) -> list[Key]:
        for kind in KINDS:
            self._asked.add(cell_of_columns(kind.folder))
        rows = self._store.ask(
            f"select folder, id from record where status = '{Status.PUBLISHED}' and"
            f" {self.view.offers} and {only} and {column} between ? and ? order by {order}",
            first.isoformat(),
            last.isoformat(),
        )
        return rows.fetchall()

    def changed(self, first: date, last: date) -> list[Key]:
        """The records on offer whose newest change was told between two days, the newest first."""
        return self._dated("changed_on", first, last, "changed_on desc, folder, id")

    def reviewed(self, first: date, last: date) -> list[Key]:
        """The records on offer that were compared with their sources between two days.

        Demonstrations have none.
        """
        return self._dated("reviewed_on", first, last, "folder, id", only="not demo")

    def late(self) -> list[tuple[type[Record], str, str, Problem]]:
        """What is late with the records: kind, id, status and what is to be told."""
        self._asked.add(cell(LATE))
        rows = self._store.ask(
            "select folder, id, status, told from problem join record using (file)"
            f" where {replace(self.view, drafts=True).condition} order by folder, id"
        )
        return [
            (OF_FOLDER[folder], id, status, one)
            for folder, id, status, told in rows
            for one in PROBLEMS.decode(told)
            if not one.stops
        ]

    # -- what is heard

    def sounding(self, id: str) -> Sounding | None:
        """What is heard of a bulletin, without opening it."""
        self._asked.add(cell_of_sounding(id))
        noted = self._soundings().get(id)
        return noted[1] if noted else None

    def hashes(self, kind: type[Record]) -> list[tuple[str, bytes]]:
        """Id and sum of the file of each record of a kind."""
        self._asked.add(cell_of_kind(kind.folder))
        rows = self._store.ask(
            f"select id, hash from record where folder = ? and {self.view.condition}"
            " order by id, file desc",  # of two with one id, which is a fault, the first counts
            kind.folder,
        )
        return rows.fetchall()

    # -- the index of the search

    def runs(self) -> Mapping[str, int]:
        """The runs of records that a search opens, with their numbers in the index."""
        self._asked.add(CELL_OF_CUT)
        return self._runs()

    def said_by(self, run: str) -> str:
        """What a run of records says to a search."""
        self._asked.add(cell_of_run(run))
        (text,) = self._store.ask("select text from run where name = ?", run).fetchone()
        return str(text)

    def words_on(self, shelf: int) -> list[tuple[int, str]]:
        """The words that each run of records has on a shelf of the index."""
        self._asked.add(cell_of_shelf(shelf))
        return self._store.ask("select n, words from word where shelf = ?", shelf).fetchall()

    def syllables(self) -> list[tuple[str, int]]:
        """Every word of letters that is told of records, and how many runs have it."""
        self._asked.add(CELL_OF_SYLLABLES)
        return self._store.ask("select syllable, runs from syllable order by syllable").fetchall()

    def synonyms(self) -> tuple[Synonym, ...]:
        """What people say, and what the site calls it."""
        self._asked.add(cell(SYNONYMS))
        return SYNONYM_LIST.decode(self._store.fact(SYNONYMS) or NO_WORDS)

    def abbreviations(self) -> Mapping[str, str]:
        """The officers' abbreviations, with the words that they stand for."""
        self._asked.add(cell(ABBREVIATIONS))
        return {one.short: one.say for one in self._abbreviations()}

    # -- for checks, which look at everything once

    def standing(self, folder: str, id: str) -> Standing | None:
        """How far a record is, without opening it."""
        return self._standing(folder, id)

    def agency_called(self, words: str) -> str | None:
        """The id of the agency that has these words for a name."""
        if self._called is None:
            names = ((fold(name.name), one.id) for one in self.each(Agency) for name in one.names)
            self._called = dict(names)
        return self._called.get(fold(words))

    def cells_of_named_between(self, days: Iterable[str]) -> set[int]:
        """The cells of all whom lists name on one of the days and not on the other."""
        first, last = min(days), max(days)
        rows = self._store.ask(
            "select folder, id from record where last_named >= ? and last_named < ?", first, last
        )
        return {
            one
            for of, id in rows
            for one in (cell(of, id), cell_of_kind(of), cell_of_columns(of), cell(TITLES))
        }

    def same_codes(self, kind: type[Record]) -> Iterator[tuple[str, str, str]]:
        """The file and code of each record whose code another has, and the file of that one."""
        rows = self._store.ask(
            "select code from record where folder = ? and code is not null"
            " group by code having count(*) > 1",
            kind.folder,
        )
        for (code,) in rows.fetchall():
            (first, _), *others = self._store.ask(
                "select file, body.record from record join body using (n)"
                " where folder = ? and code = ? order by id, file",
                kind.folder,
                code,
            ).fetchall()
            for file, body in others:
                yield file, getattr(DECODERS[kind.folder].decode(body), "code", code), first

    def has_file(self, path: str) -> bool:
        """Whether a file that a record offers is there; `path` counts from content/files/."""
        self._asked.add(cell(FILES, path))
        if self._files is None:
            found = self._store.listing("content")
            self._files = {f"{folder}/{name}" for folder in found for name in found[folder]}
        return f"{FILES}/{path}" in self._files

    def sum_of_file(self, path: str) -> str:
        """The SHA-256 of a recording below content/files/, in hexadecimal; "" where it is not."""
        self._asked.add(cell(FILES, path))
        return self._store.fact(f"{SUM} {path}").decode()

    def length_of_file(self, path: str) -> int | None:
        """How many seconds a recording below content/files/ takes; None where nobody can tell."""
        self._asked.add(cell(FILES, path))
        noted = self._store.fact(f"{LENGTH} {path}")
        return int(noted) if noted else None

    def offered_file(self, path: str) -> Path:
        """Where a file lies that a record offers."""
        self._asked.add(cell(FILES, path))
        return self.folders.files / path

    # -- links backwards

    def users(self, record: Record, kind: type[Kind]) -> tuple[Kind, ...]:
        """The records on offer of a kind that name `record`, by id: the links backwards."""
        self._asked.add(cell_of_users(*record.key, kind.folder))
        ids = self._users_of(*record.key).get(kind.folder)
        return self.offered(kind, ids) if ids else ()

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

    # -- what holds for the whole

    def has(self, kind: type[Record]) -> bool:
        """Whether lists have anything of a kind to offer."""
        return bool(self._fact(_has(kind)))

    def hotlines(self) -> tuple[tuple[Agency, Contact], ...]:
        """The public lines that anybody may call, of agencies that still answer."""
        return cast(tuple[tuple[Agency, Contact], ...], self._fact(HOTLINES))

    def province_called(self, name: str | None) -> str:
        """The id of the province of today that has a name, or had it; "" where none or two do."""
        return cast(dict[str, str], self._fact(PROVINCES)).get(same_name(name or ""), "")

    def words_of_terms(self) -> tuple[tuple[str, str], ...]:
        """The words under which terms stand in texts, each with the id of its term."""
        return cast(tuple[tuple[str, str], ...], self._fact(WORDS_OF_TERMS))

    def sources(self, kind: type[Record]) -> tuple[str, ...]:
        """What the records of a kind that lists may offer rest on: ids of documents, and titles."""
        return cast(tuple[str, ...], self._fact(_sources(kind)))

    def rests_on(self, kind: type[Record]) -> set[str]:
        """The same as `sources`, asked of the records as they are now and not as a fact."""
        self._asked.add(cell_of_columns(kind.folder))
        rows = self._store.ask(
            f"select distinct rests_on from record where folder = ? and {self.view.offers}",
            kind.folder,
        )
        return {source for (sources,) in rows for source in RESTS_ON.decode(sources)}

    def digest(self, fact: str) -> bytes:
        """A sum over what a fact says."""
        return blake2b(msgspec.msgpack.encode(self._fact(fact)), digest_size=8).digest()

    def _fact(self, name: str) -> object:
        self._asked.add(cell(name))
        if name not in self._known:
            with self._unwatched():
                self._known[name] = FACTS[name][1](self)
        return self._known[name]

    # -- guesses

    def nearest(self, folder: str, id: str) -> str:
        """The id in `folder` that looks most like `id`, or nothing.

        Another number is another document, never a slip. Looking is slow, so that a name misspelt
        everywhere is looked for once, and after many names no more: whoever has so many to mend
        needs no guesses.
        """
        if (folder, id) not in self._near and len(self._near) < MOST_GUESSES:
            every = self._store.ask("select distinct id from record where folder = ?", folder)
            ids = [one for (one,) in every if one and _numbers(one) == _numbers(id)]
            self._near[folder, id] = "".join(difflib.get_close_matches(id, ids, n=1))
        return self._near.get((folder, id), "")


def _looked_up(store: Store, view: View, kind: type[Record], id: str) -> Found:
    rows = store.ask(
        "select body.record, status, demo from record join body using (n)"
        " where folder = ? and id = ? order by file limit 1",
        kind.folder,
        id,
    )
    seen = [view.opened(kind.folder, body) for body, *how in rows if view.shows(*how)]
    return Found(cell(kind.folder, id), seen[0] if seen else None)


def _outline_of(store: Store, view: View, shape: type[Outline], id: str) -> Outline | None:
    rows = store.ask(
        "select outline, status, demo from record where folder = ? and id = ?"
        " order by file limit 1",
        shape.folder,
        id,
    )
    seen = [OUTLINES[shape].decode(outline) for outline, *how in rows if view.shows(*how)]
    return seen[0] if seen else None


def _standing(store: Store, folder: str, id: str) -> Standing | None:
    rows = store.ask(
        "select status, demo from record where folder = ? and id = ? order by file limit 1",
        folder,
        id,
    )
    for status, demo in rows:
        return Standing(status, bool(demo))
    return None


def _counted(store: Store, view: View, folder: str) -> Count:
    public = f"status = '{Status.PUBLISHED}'"
    rows = store.ask(
        f"select count(*), total(demo), total({public}), total(demo and {public}),"
        f" max(iif({public}, reviewed_on, null)) from record where folder = ? and {view.offers}",
        folder,
    )
    records, demos, published, published_demos, newest = rows.fetchone()
    return Count(records, int(demos), int(published), int(published_demos), newest)


def _users_of(store: Store, folder: str, id: str) -> dict[str, list[str]]:
    """The ids of all that name a record, by their folders."""
    found: dict[str, list[str]] = {}
    rows = store.ask(
        "select record.folder, record.id from link join record using (n)"
        " where link.folder = ? and link.id = ? and record.id is not null order by record.id",
        folder,
        id,
    )
    for user_folder, user in rows:
        found.setdefault(user_folder, []).append(user)
    return found


def _soundings(store: Store) -> dict[str, tuple[bytes, Sounding]]:
    return SOUNDINGS.decode(store.fact(SOUNDINGS_NOTED) or NO_SOUNDINGS)


def _runs(store: Store) -> dict[str, int]:
    return dict(store.ask("select name, n from run").fetchall())


def _abbreviations(store: Store) -> tuple[Abbreviation, ...]:
    return ABBREVIATION_LIST.decode(store.fact(ABBREVIATIONS) or NO_WORDS)


def _numbers(id: str) -> list[str]:
    return re.findall(r"[0-9]+", id)


# ---- facts: what holds for the whole, and the kinds that it rests on ---------------------------


def _hotlines(library: Library) -> tuple[tuple[Agency, Contact], ...]:
    return tuple(
        (agency, contact)
        for agency in library.published(Agency)
        for contact in agency.contacts
        if contact.kind is ContactKind.HOTLINE
        and not agency.demo
        and not agency.has_ended(library.today)
    )


def _provinces(library: Library) -> dict[str, str]:
    every = [
        one for one in library.outlines(AreaOutline) if one.is_province and not one.is_withdrawn
    ]
    before: dict[str, set[str]] = {}
    for one in every:
        for name in one.before:
            before.setdefault(same_name(name), set()).add(one.id)
    undivided = {name: id for name, (id, *others) in before.items() if not others}
    own = {same_name(one.name): one for one in every}
    ended = {name for name, one in own.items() if one.last_day and one.last_day < library.today}
    still = {name: one.id for name, one in own.items() if not (name in ended and name in undivided)}
    return {**undivided, **still}


def _words_of_terms(library: Library) -> tuple[tuple[str, str], ...]:
    return tuple((word, one.id) for one in library.outlines(TermOutline) for word in one.words)


def _has(kind: type[Record]) -> str:
    return f"has {kind.folder}"


def _has_any(kind: type[Record], library: Library) -> bool:
    return library.count(kind).records > 0


def _sources(kind: type[Record]) -> str:
    return f"sources {kind.folder}"


def _sources_of(kind: type[Record], library: Library) -> tuple[str, ...]:
    return tuple(sorted(library.rests_on(kind)))


HOTLINES = "hotlines"
PROVINCES = "provinces"
WORDS_OF_TERMS = "words of terms"
FACTS: Mapping[str, tuple[type[Record], Callable[[Library], object]]] = {
    HOTLINES: (Agency, _hotlines),
    PROVINCES: (Area, _provinces),
    WORDS_OF_TERMS: (Term, _words_of_terms),
    **{_has(kind): (kind, partial(_has_any, kind)) for kind in KINDS},
    **{_sources(kind): (kind, partial(_sources_of, kind)) for kind in KINDS},
}
