"""Former addresses: a renamed record is still found where it was."""

from generator.library import Library
from generator.page import Outputs, Page


def outputs(library: Library) -> Outputs:
    """A page for each former id that leads on to the record's page of today."""
    for record in library.records.values():
        for former in record.former_ids:
            yield Page(
                address=f"{record.section}/{former}.html",
                section=record.section,
                template="articles/moved.html",
                values={"record": record},
                source=record.file,
                title=record.label,
                description=record.label,
            )
