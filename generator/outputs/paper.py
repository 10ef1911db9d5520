"""What paper says of the page behind it: a code to scan and words to type, for paper grows old."""

from typing import NamedTuple

from generator.library import Library
from generator.outputs.qr_codes import Drawing, code_of_page
from generator.records.record import Record, Status

SCRIPTS = ("assets/javascripts/paper.js",)
ANY, A4_ACROSS, A5 = (
    "auto",
    "297mm 210mm",
    "148mm 210mm",
)  # as CSS names them; any is upright, and chosen by whoever prints


class Way(NamedTuple):
    """The way back from paper: the site by its name, then as people type it, and its page so.

    Where nobody told at which address the site stands there is a name alone: no code leads nowhere.
    """

    site: str
    home: str
    page: str
    code: Drawing | None


def way_to(library: Library, address: str) -> Way:
    """The way to a page of the site."""
    website = library.website
    code = code_of_page(website.at(address)) if website.url else None
    return Way(website.name, website.typed(), website.typed(address), code)


def is_sound(record: Record) -> bool:
    """Whether a sheet may show a record: paper loses the labels of drafts and demonstrations."""
    return record.status is Status.PUBLISHED and not record.demo
