"""Our build of the records' own pages alone: python -m benchmarks.record_pages CONTENT SITE

For comparison with generators that have nothing else to make. The whole line runs as it always
does, in one process: content is read, linked, checked and planned, pages are made and written. But
no index is kept for the search, and of what is planned nothing beside the records' pages, except
for the few dozen pages to which the menu leads: without them texts would link to nowhere, which
stops a build. Further sheets and views of a list are left out: only other lists lead to them.
"""

import sys
from pathlib import Path
from typing import Protocol
from unittest.mock import patch

from benchmarks.measuring import ROOT, TODAY
from generator import build, index
from generator.library import Library
from generator.page import Outputs
from generator.planning import Module
from generator.project import Project
from generator.records import KINDS
from generator.sheets import OF_A_VIEW
from generator.store import Store


class Modules(Protocol):
    """What gives the modules of a project by name."""

    def __call__(self, store: Store, project: Project) -> dict[str, Module]:
        """All that are asked for outputs."""
        ...


def only_records(modules: Modules) -> Modules:
    """The same modules, which give fewer outputs."""
    of_records: set[str] = set()

    def fewer(module: Module) -> Module:
        def outputs(library: Library) -> Outputs:
            of_records.update(() if of_records else addresses(library))
            return (one for one in module(library) if is_wanted(one.address))

        return outputs

    def is_wanted(address: str) -> bool:
        return address in of_records or leads_on(address)

    def all_fewer(store: Store, project: Project) -> dict[str, Module]:
        return {name: fewer(module) for name, module in modules(store, project).items()}

    return all_fewer


def addresses(library: Library) -> set[str]:
    """Where the pages of all records lie."""
    return {f"{kind.section}/{id}.html" for kind in KINDS for id, _ in library.files(kind)}


def leads_on(address: str) -> bool:
    """Whether the menu leads to an address: a page beside the first one, or where a list begins."""
    folder, _, name = address.rpartition("/")
    if OF_A_VIEW in name:
        return False
    return name == "index.html" or (name.endswith(".html") and not folder)


def main(content: str, site: str) -> None:
    """Build the records' pages and say how many files there are."""
    project = Project(ROOT, Path(content).resolve(), Path(site).resolve(), TODAY)
    with (
        patch.object(build, "modules", only_records(build.modules)),
        patch.object(index, "renew", lambda *_: set[int]()),
    ):
        written, _ = build.build(project)
    print(written.files)


if __name__ == "__main__":
    main(*sys.argv[1:])
