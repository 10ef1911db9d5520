"""The files that records offer: recordings and prints of materials, blank forms of procedures."""

from collections.abc import Iterator
from pathlib import Path

from generator.library import Library
from generator.page import File, Outputs
from generator.records.files import FILES_AT
from generator.records.materials import Material
from generator.records.procedures import Procedure


def outputs(library: Library, folder: Path) -> Outputs:
    """Each file once, however many records offer it; `folder` is content/files/."""
    owners = {path: source for source, path in _offered(library)}
    for path, source in sorted(owners.items()):
        yield File(f"{FILES_AT}/{path}", folder / path, source)


def _offered(library: Library) -> Iterator[tuple[str, str]]:
    """A record's own file, and the path below `folder` of a file that it offers."""
    for material in library.published(Material):
        yield from ((material.file, file.path) for file in material.files)
    for procedure in library.published(Procedure):
        yield from ((procedure.file, form.file) for form in procedure.forms if form.file)
