"""Former addresses: a renamed record is still found where it was."""

from generator.library import OF_FOLDER, Library
from generator.page import Output, Outputs, Page


def outputs(library: Library) -> Outputs:
    """A page for each former id that leads on to the record's page of today."""
    for kind, id, file, former_ids in library.former_ids():
        for former in former_ids:
            address = f"{kind.section}/{former}.html"
            yield Output(address, page, (kind.folder, id, former), file)


def page(library: Library, folder: str, id: str, former: str) -> Page:
    """Where a record stands that had another id."""
    record = library.get(OF_FOLDER[folder], id)
    return Page(
        address=f"{record.section}/{former}.html",
        section=record.section,
        template="articles/moved.html",
        values={"record": record},
        title=record.label,
        description=record.label,
    )
