"""Which outputs there are, and which of them are to be made because something changed.

The store holds every output with what it is made from: what was given to it, and the cells of all
that it asked the library for. An output whose cells are empty there is to be made. So a build that
was stopped, and a build after an edit, only make what is still to be made; a first build makes
everything in the same way.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

import msgspec

from generator.library import Library
from generator.page import Joined, Make, Output, Outputs
from generator.problems import Problem
from generator.store import Row, Store

ENCODER = msgspec.msgpack.Encoder()
TABLES = ("module", "output", "piece")  # what is planned, made, and made in part
OF_INDEX = ("module", "run")  # what the index of the search is made of
ADDRESSES = "addresses"  # the stage at which two things want one address
PLANNED = (
    "output (module, address, make, given, source, passing, cells) values (?, ?, ?, ?, ?, ?, null)"
)
Module = Callable[[Library], Outputs]


# ---- what is to be made ----------------------------------------------------------------------


def mark(store: Store, changed: Collection[int], tables: Sequence[str] = TABLES) -> None:
    """Whatever asked for one of the cells is to be planned, or made, again."""
    if changed:
        cells = frozenset(changed)
        store.call("is_stale", lambda asked: not cells.isdisjoint(array("I", asked)))
        for table in tables:
            store.run(
                f"update {table} set cells = null where cells is not null and is_stale(cells)"
            )
        mark_unfinished(store)


def mark_all(store: Store) -> None:
    """Everything is to be planned and made again."""
    for table in dict.fromkeys((*TABLES, *OF_INDEX)):
        store.run(f"update {table} set cells = null")


def mark_addresses(store: Store, addresses: Iterable[str]) -> None:
    """The files at these addresses are not what was published: they are to be made again."""
    rows = [(address,) for address in addresses]
    for table in ("output", "piece") if rows else ():
        store.run_all(f"update {table} set cells = null where address = ?", rows)


def mark_unfinished(store: Store) -> None:
    """A file of which a piece is to be made is to be made."""
    store.run(
        "update output set cells = null"
        " where address in (select address from piece where cells is null)"
    )


# ---- planning ----------------------------------------------------------------------------------


def plan_all(store: Store, library: Library, modules: Mapping[str, Module]) -> None:
    """Ask for its outputs every module that asked for anything that changed since.

    A module of which an address is held by another is asked once more, for the other may have given
    it up; if not, it is told, and asked again by the next build.
    """
    planned = {name for (name,) in store.ask("select name from module where cells is not null")}
    waiting = [name for name in modules if name not in planned]
    for name in waiting:
        _plan(store, library, name, modules[name])
    for name in waiting:
        if store.told(ADDRESSES, name):
            _plan(store, library, name, modules[name])


def forget_addresses(store: Store) -> None:
    """Tell of no address that two want, until all are planned again."""
    for name in store.files_told_of(ADDRESSES):
        store.tell(ADDRESSES, name, [])


def _plan(store: Store, library: Library, name: str, module: Module) -> None:
    library.asked()
    problems = note(store, name, module(library))
    cells = None if problems else library.asked()
    store.tell(ADDRESSES, name, problems)
    store.run("replace into module values (?, ?)", name, cells)


def note(store: Store, name: str, outputs: Iterable[Output | Joined]) -> list[Problem]:
    """Note all outputs of a module; those that are as they were stay made.

    Gives a problem for each address that is held already, by another module or by this one.
    """
    rows = store.ask(
        "select address, make, given, source, passing from output where module = ?", name
    )
    known = {planned[0]: planned for planned in rows}
    problems: list[Problem] = []
    for one in outputs:
        planned = _planned(one)
        before = known.pop(one.address, None)
        if before and before != planned:
            store.run(f"replace into {PLANNED}", name, *planned)
        elif not before and not store.run(f"insert or ignore into {PLANNED}", name, *planned):
            problems.append(_same_address(store, one))
            continue
        if isinstance(one, Joined):
            _note_pieces(store, one, [ENCODER.encode(given) for given in one.pieces])
    gone = [(address,) for address in known]
    store.run_all("delete from output where address = ?", gone)
    store.run_all("delete from piece where address = ?", gone)
    store.run_all("insert or ignore into gone values (?)", gone)
    store.run("delete from gone where address in (select address from output)")
    return problems


def _planned(one: Output | Joined) -> Row:
    """An output as the store keeps it, but for its module and what it asked for."""
    given = None if isinstance(one, Joined) else ENCODER.encode(one.given)
    return one.address, _name_of(one.make), given, one.source, one.passing


def _same_address(store: Store, one: Output | Joined) -> Problem:
    """Of the two the later is told, whichever was planned first."""
    (holder,) = store.ask("select source from output where address = ?", one.address).fetchone()
    first, second = sorted((holder, one.source), key=lambda file: file.rpartition(".")[0])
    return Problem(second, "same-address", {"address": one.address, "other": first})


def _note_pieces(store: Store, one: Joined, pieces: list[bytes]) -> None:
    """Each piece that is given what one was given before stays made, wherever it stands now."""
    rows = store.ask(
        "select given, cells, start, length from piece where address = ? order by number",
        one.address,
    ).fetchall()
    if [given for given, *_ in rows] == pieces:
        return
    known = {given: made for given, *made in rows}
    store.run("delete from piece where address = ?", one.address)
    store.run_all(
        "insert into piece values (?, ?, ?, ?, ?, ?)",
        (
            (one.address, number, given, *known.get(given, (None, 0, 0)))
            for number, given in enumerate(pieces)
        ),
    )
    store.run("update output set cells = null where address = ?", one.address)


@cache
def _name_of(make: Make) -> str:
    return f"{make.__module__}:{make.__qualname__}"
