"""The files that records offer: recordings and prints of materials, blank forms of procedures."""

from collections.abc import Iterator
from pathlib import Path

from generator.library import Library
from generator.page import Output, Outputs
from generator.records.files import FILES_AT
from generator.records.materials import Material
from generator.records.procedures import Procedure, ProcedureOutline


def outputs(library: Library) -> Outputs:
    """Each file once, however many records offer it."""
    owners = {path: source for source, path in _offered(library)}
    for path, source in sorted(owners.items()):
        yield Output(f"{FILES_AT}/{path}", file, (path,), source)


def file(library: Library, path: str) -> Path:
    """A file as it lies below content/files/."""
    return library.offered_file(path)


def _offered(library: Library) -> Iterator[tuple[str, str]]:
    """A record's own file, and the path below content/files/ of a file that it offers."""
    for material in library.each_offered(Material):
        yield from ((material.file, one.path) for one in material.files)
    offered = set(library.offered_ids(Procedure))
    for procedure in library.outlines(ProcedureOutline):
        if procedure.id in offered:
            yield from ((procedure.file, path) for path in procedure.files)
