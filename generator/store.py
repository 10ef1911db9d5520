"""What was read and made before: one SQLite file a site, safe to delete and never trusted blindly.

A build begins with what the last one left here. A file that somebody else touched, or that a build
did not live to keep, is thrown away and made anew: a seal beside it tells its size and times as
they were when it was last kept.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from generator.form import form
from generator.listing import SIGNATURES, Listing, differing, in_utf8
from generator.problems import Fault, Problem

PROBLEMS = msgspec.msgpack.Decoder(list[Problem])
SEAL = ".seal"
OUT_OF_SPACE = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)  # the disk, or what one may use
PRAGMAS = (
    "journal_mode = off",  # nothing is taken back: what is not as it was sealed is thrown away
    "synchronous = off",  # the file is brought to the disk before it is sealed, and once
    "secure_delete = on",  # a name that content no longer holds is not to be found here either
    "cache_size = -8000",  # kilobytes
)
SCHEMA = """
create table fact (name text primary key, value blob) without rowid;
create table listing (
    tree text, folder text, signatures blob, primary key (tree, folder)) without rowid;
create table record (
    n integer primary key, file text unique, folder text, id text, hash blob, status text,
    demo integer, code text, former text, last_named text, reviewed_on text, review_due text,
    changed_on text,
    rests_on blob, outline blob, heading text);
create index record_by_id on record (folder, id, file);
create table problem (stage text, file text, told blob, primary key (stage, file)) without rowid;
create table body (n integer primary key, record blob, links blob);
create table link (folder text, id text, n integer, primary key (folder, id, n)) without rowid;
create index link_by_record on link (n);
create table way (file text, target text, link text, is_picture integer);
create index way_by_file on way (file);
create table module (name text primary key, cells blob) without rowid;
create table output (
    address text primary key, module text, make text, given blob, source text, passing integer,
    cells blob) without rowid;
create index output_by_module on output (module);
create index output_to_make on output (address) where cells is null;
create table piece (
    address text, number integer, given blob, cells blob, start integer, length integer,
    primary key (address, number)) without rowid;
create table run (
    n integer primary key, name text unique, folder text, ids blob, cells blob, text text);
create table word (shelf integer, n integer, words text, primary key (shelf, n)) without rowid;
create table syllable (syllable text primary key, runs integer) without rowid;
create table gone (address text primary key) without rowid;
"""

Row = tuple[Any, ...]


class Kept(NamedTuple):
    """A record as it is kept: what lists and checks ask of it in columns, all else in bytes.

    `id` is None where the file could not be read at all; `code` is in small letters, as tables
    compare them; `former` are the former ids with spaces between; days are written as in the files.
    All bytes but `hash` are MessagePack: `rests_on`, the ids of documents and the titles that its
    sources are; `outline`; `record`; `links`, its references and the parties it names. `targets`
    are folder and id of each record that it names.
    """

    file: str
    folder: str
    id: str | None
    hash: bytes
    status: str
    demo: bool
    code: str | None
    former: str
    last_named: str | None
    reviewed_on: str | None
    review_due: str | None
    changed_on: str | None
    rests_on: bytes
    outline: bytes
    heading: str
    record: bytes
    links: bytes
    targets: tuple[tuple[str, str], ...]


COLUMNS = Kept._fields[: Kept._fields.index("record")]
INSERT = f"insert into record ({', '.join(COLUMNS)}) values ({', '.join('?' * len(COLUMNS))})"


@contextmanager
def opened(path: Path | None) -> Iterator["Store"]:
    """The store of a site for as long as the context lasts; what was not kept is forgotten.

    Raises `Fault` where the disk takes or gives nothing; the next build then begins with nothing.
    """
    try:
        with closing(Store(path)) as store:
            yield store
    except sqlite3.Error as error:
        if path:
            path.with_suffix(SEAL).unlink(missing_ok=True)
        raise _fault_of(error, path) from None


class Store:
    """The state of one site. Without a path it is kept in memory and forgotten."""

    def __init__(self, path: Path | None) -> None:
        """Open the store at `path`, or begin it anew where its state is of no use any more."""
        self._path = path
        self._seal = path.with_suffix(SEAL) if path else None
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not _is_sealed(path):
                _remove(path)
        self._open()
        ours = form().encode()
        if self.fact("form") != ours:
            self._begin_anew(ours)

    @classmethod
    def to_read(cls, path: Path) -> "Store":
        """The same store for somebody who only reads, while nobody changes it."""
        store = cls.__new__(cls)
        store._path = path
        store._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        return store

    def _open(self) -> None:
        self._connection = sqlite3.connect(self._path or ":memory:", isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(f"pragma {pragma}")
        self._connection.execute("begin")

    def _begin_anew(self, form: bytes) -> None:
        self.close()
        if self._path:
            _remove(self._path)
        self._open()
        for statement in SCHEMA.split(";"):
            self.run(statement)
        self.note("form", form)

    # -- asking and telling

    def ask(self, question: str, *values: object) -> sqlite3.Cursor:
        """The rows that answer."""
        return self._connection.execute(question, values)

    def run(self, statement: str, *values: object) -> int:
        """Change something; gives how many rows were changed."""
        self._break_seal()
        return self._connection.execute(statement, values).rowcount

    def run_all(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Change something once for each row."""
        self._break_seal()
        self._connection.executemany(statement, rows)

    def _break_seal(self) -> None:
        """From the first change on, nobody trusts the file until all of it is kept."""
        if self._seal:
            self._seal.unlink(missing_ok=True)
            self._seal = None

    def call(self, name: str, function: Callable[[Any], Any]) -> None:
        """Let questions and statements use a function of one value."""
        self._connection.create_function(name, 1, function)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read yet, and nothing made."""
        tables = ("record", "output", "module")
        return not any(self.ask(f"select 1 from {one} limit 1").fetchone() for one in tables)

    def fact(self, name: str) -> bytes:
        """What was noted under a name; nothing where nothing was."""
        with suppress(sqlite3.DatabaseError):  # no table yet
            for (value,) in self.ask("select value from fact where name = ?", name):
                return bytes(value)
        return b""

    def note(self, name: str, value: bytes) -> None:
        """Note something under a name."""
        self.run("replace into fact values (?, ?)", name, value)

    # -- records

    def add_record(self, one: Kept) -> None:
        """Keep the record of a file of which none is kept."""
        self._break_seal()
        n = self._connection.execute(INSERT, one[: len(COLUMNS)]).lastrowid
        self.run("insert into body values (?, ?, ?)", n, one.record, one.links)
        targets = ((folder, id, n) for folder, id in one.targets)
        self.run_all("insert into link values (?, ?, ?)", targets)

    def kept(self, file: str) -> Kept | None:
        """The record of a file as it was kept."""
        rows = self.ask(
            f"select {', '.join(COLUMNS)}, record, links, n"
            " from record join body using (n) where file = ?",
            file,
        )
        for *columns, n in rows:
            targets = self.ask("select folder, id from link where n = ?", n).fetchall()
            return Kept._make([*columns, tuple(targets)])
        return None

    def files_naming(self, targets: Iterable[tuple[str, str]]) -> set[str]:
        """The files of the records that name any of these."""
        return {
            file
            for target in targets
            for (file,) in self.ask(
                "select file from link join record using (n) where link.folder = ? and link.id = ?",
                *target,
            )
        }

    def drop_record(self, file: str) -> None:
        """Forget the record of a file."""
        for (n,) in self.ask("select n from record where file = ?", file).fetchall():
            for table in ("record", "body", "link"):
                self.run(f"delete from {table} where n = ?", n)

    # -- links in texts

    def note_ways(self, file: str, ways: Iterable[Sequence[object]]) -> None:
        """Where the links of a text lead, in place of what was noted of the file."""
        self.run("delete from way where file = ?", file)
        self.run_all("insert into way values (?, ?, ?, ?)", ways)

    def forget_ways(self, folder: str) -> None:
        """Forget where the links of all texts in a folder lead, for some of them may be gone."""
        way = f"{folder}/"
        self.run("delete from way where substr(file, 1, ?) = ?", len(way), way)

    # -- problems

    def tell(self, stage: str, file: str, problems: Sequence[Problem]) -> None:
        """What a stage of the work found wrong with a file, in place of what it found before."""
        self.run("delete from problem where stage = ? and file = ?", stage, file)
        if problems:
            try:
                told = msgspec.msgpack.encode(problems, enc_hook=str)
            except UnicodeEncodeError:  # of a file whose name is no UTF-8
                told = msgspec.msgpack.encode([_in_utf8(one) for one in problems], enc_hook=str)
            self.run("insert into problem values (?, ?, ?)", stage, file, told)

    def tell_nothing(self, file: str) -> None:
        """A file that is gone has no problems and no links any more."""
        for table in ("problem", "way"):
            self.run(f"delete from {table} where file = ?", file)

    def files_told_of(self, stage: str) -> set[str]:
        """The files with which a stage found something wrong."""
        return {file for (file,) in self.ask("select file from problem where stage = ?", stage)}

    def told(self, stage: str, file: str) -> list[Problem]:
        """What a stage found wrong with a file."""
        rows = self.ask("select told from problem where stage = ? and file = ?", stage, file)
        return [one for (told,) in rows for one in PROBLEMS.decode(told)]

    def problems(self, *, but: Collection[str] = ()) -> list[Problem]:
        """Everything that was told, `but` not at these stages."""
        rows = self.ask("select stage, told from problem order by stage, file")
        return [one for stage, told in rows if stage not in but for one in PROBLEMS.decode(told)]

    def unread(self) -> list[tuple[str, str]]:
        """The folder and the file of every record that could not be read."""
        return self.ask("select folder, file from record where id is null").fetchall()

    # -- listings

    def listing(self, tree: str) -> Listing:
        """The files of a folder tree as they were noted."""
        rows = self.ask("select folder, signatures from listing where tree = ?", tree)
        return {folder: SIGNATURES.decode(files) for folder, files in rows}

    def touched(self, tree: str, found: Listing) -> set[str]:
        """The files of a folder tree that came, went or changed since they were noted.

        Folders are compared as they are kept, and opened only where they differ.
        """
        rows = self.ask("select folder, signatures from listing where tree = ?", tree)
        before = dict(rows.fetchall())
        now = {folder: msgspec.msgpack.encode(files) for folder, files in found.items()}
        others = [one for one in before.keys() | now.keys() if before.get(one) != now.get(one)]
        old = {one: SIGNATURES.decode(before[one]) for one in others if one in before}
        return set(differing(old, {one: found[one] for one in others if one in found}))

    def note_listing(self, tree: str, found: Listing) -> None:
        """Note the files of a folder tree, in place of what was noted."""
        before = dict(
            self.ask("select folder, signatures from listing where tree = ?", tree).fetchall()
        )
        now = {folder: msgspec.msgpack.encode(files) for folder, files in found.items()}
        gone = ((tree, folder) for folder in before.keys() - now.keys())
        self.run_all("delete from listing where tree = ? and folder = ?", gone)
        new = ((tree, name, files) for name, files in now.items() if before.get(name) != files)
        self.run_all("replace into listing values (?, ?, ?)", new)

    # -- ending

    def share(self) -> None:
        """Let others read all that was changed, though it is not lasting yet."""
        self._connection.execute("commit")
        self._connection.execute("begin")

    def keep(self) -> None:
        """Make all since the last time lasting."""
        self.run("commit")
        if self._path:
            _bring_to_disk(self._path)
            self._seal = self._path.with_suffix(SEAL)
            self._seal.write_bytes(_signature(self._path))
        self._connection.execute("begin")

    def close(self) -> None:
        """Let go of the file, and of all that was not kept."""
        self._connection.close()


def _in_utf8(problem: Problem) -> Problem:
    values = {
        name: in_utf8(value) if isinstance(value, str) else value
        for name, value in problem.values.items()
    }
    return replace(problem, file=in_utf8(problem.file), values=values)


def _bring_to_disk(path: Path) -> None:
    """Wait until the file itself is on the disk: a power cut must not leave half of it sealed."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _is_sealed(path: Path) -> bool:
    with suppress(OSError):
        return path.with_suffix(SEAL).read_bytes() == _signature(path)
    return False


def _signature(path: Path) -> bytes:
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}".encode()


def _remove(path: Path) -> None:
    for leaving in (path, path.with_name(f"{path.name}-journal"), path.with_suffix(SEAL)):
        if leaving.is_dir() and not leaving.is_symlink():
            shutil.rmtree(leaving)
        else:
            leaving.unlink(missing_ok=True)


def _fault_of(error: sqlite3.Error, path: Path | None) -> Fault:
    if getattr(error, "sqlite_errorcode", 0) in OUT_OF_SPACE:
        return Fault("disk-full")
    return Fault("file-fault", file=path or "", why=error)
