"""The files that records offer: recordings and prints of materials, blank forms of procedures."""

from collections.abc import Iterator
from pathlib import Path

from generator.library import Library
from generator.page import Output, Outputs
from generator.records.files import FILES_AT
from generator.records.materials import Material
from generator.records.procedures import Procedure


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
    for procedure in library.each_offered(Procedure):
        yield from ((procedure.file, form.file) for form in procedure.forms if form.file)
