"""The files that records offer: of materials and bulletins, and blank forms of procedures."""

from collections.abc import Iterator
from pathlib import Path

from generator.library import Library
from generator.page import Output, Outputs
from generator.records.bulletins import Bulletin, BulletinOutline
from generator.records.files import FILES_AT
from generator.records.materials import Material
from generator.records.procedures import Procedure, ProcedureOutline
from generator.records.record import Record


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
    yield from _listed(library, Procedure, ProcedureOutline)
    yield from _listed(library, Bulletin, BulletinOutline)


def _listed(
    library: Library, kind: type[Record], shape: type[ProcedureOutline | BulletinOutline]
) -> Iterator[tuple[str, str]]:
    offered = set(library.offered_ids(kind))
    for one in library.outlines(shape):
        if one.id in offered:
            yield from ((one.file, path) for path in one.files)
