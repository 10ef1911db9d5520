"""Our build, and what the search takes of it: python -m benchmarks.index_cost CONTENT SITE TOLD

The whole line runs as it always does, in one process, and the CPU seconds of keeping the index, of
planning the files of the search and of making and writing them are written to the file TOLD. With
`without` in place of TOLD a site is built that has no index at all, for comparison: of the search
only its page is left, to which every page leads.
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from benchmarks.measuring import ROOT, TODAY
from benchmarks.record_pages import Modules
from generator import build, index, making
from generator.__main__ import SELDOM
from generator.outputs import search
from generator.planning import Module
from generator.project import Project
from generator.store import Store
from generator.writing import Next

WITHOUT = "without"
KEPT, PLANNED, MADE = "keeping the index", "planning its files", "making and writing them"

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


class Clock:
    """The CPU seconds of this process by what they were spent for."""

    def __init__(self) -> None:
        """None yet."""
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, function: Callable[Given, Gives]) -> Callable[Given, Gives]:
        """The same function, whose time is added up under a name."""

        def and_told(*args: Given.args, **more: Given.kwargs) -> Gives:
            begun = time.process_time()
            try:
                return function(*args, **more)
            finally:
                spent = time.process_time() - begun
                self.seconds[name] = self.seconds.get(name, 0) + spent

        return and_told


@contextmanager
def watched(clock: Clock) -> Iterator[None]:
    """Let the clock run while the search is worked for."""
    plainly, timed = making.Maker.done, clock.timed(MADE, making.Maker.done)

    def planned(module: Module) -> Module:
        return clock.timed(PLANNED, lambda library: iter([*module(library)]))

    def done(maker: making.Maker, task: making.Task, following: Next | None) -> making.Done:
        is_search = task.make.startswith(f"{search.__name__}:")
        return (timed if is_search else plainly)(maker, task, following)

    with (
        patch.object(index, "renew", clock.timed(KEPT, index.renew)),
        patch.object(build, "modules", with_other_search(planned)),
        patch.object(making.Maker, "done", done),
    ):
        yield


@contextmanager
def left_out() -> Iterator[None]:
    """Keep no index, and publish nothing of it."""

    def page_alone(module: Module) -> Module:
        return lambda library: (one for one in module(library) if one.address == search.ADDRESS)

    with (
        patch.object(index, "renew", lambda *_: set[int]()),
        patch.object(build, "modules", with_other_search(page_alone)),
    ):
        yield


def with_other_search(change: Callable[[Module], Module]) -> Modules:
    """What gives all modules, with another in the place of that which plans the search."""
    modules: Modules = build.modules

    def changed(store: Store, project: Project) -> dict[str, Module]:
        found = modules(store, project)
        return {**found, search.__name__: change(found[search.__name__])}

    return changed


def main(content: str, site: str, told: str) -> None:
    """Build, and write down what the search took."""
    project = Project(ROOT, Path(content).resolve(), Path(site).resolve(), TODAY)
    clock = Clock()
    gc.set_threshold(*SELDOM)  # as the command does
    with left_out() if told == WITHOUT else watched(clock):
        build.build(project)
    if told != WITHOUT:
        Path(told).write_text(json.dumps(clock.seconds), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
