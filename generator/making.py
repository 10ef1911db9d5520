"""Making what is to be made: pages rendered and spliced, files joined of their pieces.

A task is done in the same way by whoever does it, this process or another, first or again.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import closing
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

import msgspec

from generator.library import Folders, Library, View
from generator.page import Given, Make, Page
from generator.problems import ContentError, Problem
from generator.rendering import Renderer
from generator.sentences import OURS
from generator.splice import Shell
from generator.store import Row, Store
from generator.writing import Next

AT_ONCE = 100  # outputs that one worker makes before it reports
WAITING = 4  # pieces of work that lie ready for the workers, so that none has to wait
THEME, SHELL, LANGUAGE = "theme", "shell", "language"
GIVEN = msgspec.msgpack.Decoder(Given)

Progress = Callable[[int], None]


@cache
def _function(name: str) -> Make:
    module, _, function = name.partition(":")
    return cast(Make, getattr(import_module(module), function))


@dataclass(frozen=True)
class Workshop:
    """All that somebody must know to make outputs, wherever they work."""

    state: Path
    view: View
    folders: Folders
    theme: Path
    compiled: Path | None


class Task(NamedTuple):
    """An output to make; nothing is given to one that is joined of pieces."""

    address: str
    make: str
    given: bytes | None


class Piece(NamedTuple):
    """A piece of a joined file: what it asked for, and where it begins."""

    cells: bytes
    start: int
    length: int


class Done(NamedTuple):
    """What became of a task: whether the file differs from the published one; what was asked."""

    address: str
    changed: bool
    cells: bytes
    pieces: tuple[Piece, ...] = ()


ENCODER = msgspec.msgpack.Encoder()
DONE = msgspec.msgpack.Decoder(list[Done])


class Maker:
    """Makes outputs from the library and the theme."""

    def __init__(self, store: Store, workshop: Workshop) -> None:
        """Work with the records of `store`."""
        self._store = store
        self._library = Library(store, workshop.view, workshop.folders)
        language = store.fact(LANGUAGE).decode() or OURS
        self._renderer = Renderer(workshop.theme, workshop.compiled, language)
        self._shells: dict[str, Shell] = {}

    def done(self, task: Task, following: Next | None) -> Done:
        """Make an output and bring it to its place, if there is one.

        Raises `ContentError` where template or wording are broken.
        """
        if task.given is None:
            return self._joined(task, following)
        content, cells = self._made(task.make, task.given)
        changed = bool(following and following.put(task.address, content))
        return Done(task.address, changed, cells)

    def _made(self, make: str, given: bytes) -> tuple[bytes | Path, bytes]:
        made = _function(make)(self._library, *GIVEN.decode(given))
        content = self._page(made) if isinstance(made, Page) else made
        return content, self._library.asked()

    def _page(self, page: Page) -> bytes:
        self._library.ask_for(THEME)
        if not page.section:
            return _as_lines(page, self._renderer.article(page)).encode()
        self._library.ask_for(SHELL, page.section)
        page = self._renderer.named(page)
        head, article = self._renderer.head(page), self._renderer.article(page)
        return self._shell(page.section).filled(page, head, article)

    def _shell(self, section: str) -> Shell:
        if section not in self._shells:
            self._shells[section] = Shell.kept(self._store.fact(f"{SHELL} {section}"))
        return self._shells[section]

    def _joined(self, task: Task, following: Next | None) -> Done:
        """Join the pieces, taking those that stay as they were from the published file."""
        rows = self._store.ask(
            "select given, cells, start, length from piece where address = ? order by number",
            task.address,
        ).fetchall()
        pieces: list[Piece] = []
        if following is None:
            for _ in self._contents(task, rows, None, pieces):  # only tried
                pass
            return Done(task.address, False, b"", tuple(pieces))
        with following.published(task.address) as before:
            content = self._contents(task, rows, before, pieces)
            changed = following.put_pieces(task.address, content)
        return Done(task.address, changed, b"", tuple(pieces))

    def _contents(
        self, task: Task, rows: list[Row], before: BinaryIO | None, pieces: list[Piece]
    ) -> Iterator[bytes]:
        at = 0
        for given, cells, start, length in rows:
            content = _piece(before, start, length) if before and cells is not None else None
            if content is None or len(content) != length:
                made, cells = self._made(task.make, given)
                content = cast(bytes, made)
            pieces.append(Piece(cells, at, len(content)))
            at += len(content)
            yield content


def _as_lines(page: Page, text: str) -> str:
    """A text as the oldest program that may open it ends its lines."""
    return text.replace("\n", "\r\n") if page.address.endswith(".txt") else text


def _piece(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)


class Report(NamedTuple):
    """What became of some tasks: how many are done, all `Done` in MessagePack, what failed."""

    number: int
    done: bytes
    broken: list[Problem]


def make(
    store: Store,
    workshop: Workshop,
    following: Next | None,
    executor: Executor | None,
    progress: Progress,
) -> list[bytes]:
    """Make all that is to be made; gives what is to be noted of it.

    Raises `ContentError` with what is wrong with every template.
    """
    done: list[bytes] = []
    number = 0
    broken: list[Problem] = []
    with closing(_worked(store, workshop, following, executor)) as reports:
        for report in reports:
            done.append(report.done)
            broken += [one for one in report.broken if one not in broken]
            number += report.number
            progress(number)
    if broken:
        raise ContentError(broken)
    return done


def _worked(
    store: Store, workshop: Workshop, following: Next | None, executor: Executor | None
) -> Generator[Report, None, None]:
    chunks = _chunks(store)
    if executor is None:
        maker = Maker(store, workshop)
        for chunk in chunks:
            yield _do(maker, chunk, following)
        return
    pending: set[Future[Report]] = set()
    try:
        for chunk in chunks:
            pending.add(executor.submit(_do_elsewhere, workshop, chunk, following))
            if len(pending) > WAITING:
                finished, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (one.result() for one in finished)
        yield from (one.result() for one in pending)
    finally:  # nobody writes any more when the next site is thrown away
        for one in pending:
            one.cancel()
        wait(pending)


def _chunks(store: Store) -> Iterator[list[Task]]:
    """The tasks in the order of their addresses, some at a time."""
    last = ""
    while rows := store.ask(
        "select address, make, given from output where cells is null and address > ?"
        f" order by address limit {AT_ONCE}",
        last,
    ).fetchall():
        yield [Task(*row) for row in rows]
        last = rows[-1][0]


def _do(maker: Maker, tasks: list[Task], following: Next | None) -> Report:
    done: list[Done] = []
    broken: list[Problem] = []
    for task in tasks:
        try:
            done.append(maker.done(task, following))
        except ContentError as error:
            broken += [one for one in error.problems if one not in broken]
    return Report(len(done), ENCODER.encode(done), broken)


def _do_elsewhere(workshop: Workshop, tasks: list[Task], following: Next | None) -> Report:
    """The same in another process, which keeps its maker for the next tasks."""
    return _do(_maker(workshop), tasks, following)


@lru_cache(maxsize=1)
def _maker(workshop: Workshop) -> Maker:
    return Maker(Store.to_read(workshop.state), workshop)


def note_done(store: Store, done: Iterable[bytes]) -> set[str]:
    """What was made is made; gives the addresses of the files that differ from the published."""
    changed: set[str] = set()
    for one in (one for some in done for one in DONE.decode(some)):
        if one.changed:
            changed.add(one.address)
        store.run("update output set cells = ? where address = ?", one.cells, one.address)
        store.run_all(
            "update piece set cells = ?, start = ?, length = ? where address = ? and number = ?",
            ((*piece, one.address, number) for number, piece in enumerate(one.pieces)),
        )
    return changed
