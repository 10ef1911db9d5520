"""Programmes: a list, and a page for each with the plans that carry it out."""

from generator.library import Library
from generator.page import Names, Output, Outputs, Page, record_outputs, record_page
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.plans import Plan
from generator.records.programmes import Programme


def outputs(library: Library) -> Outputs:
    """The list and the pages of all programmes."""
    yield Output("chuong-trinh/index.html", list_page, (), "content/programmes")
    yield from record_outputs(library, Programme, programme_page)


def list_page(library: Library) -> Page:
    """Programmes by name."""
    return Page(
        address="chuong-trinh/index.html",
        section="chuong-trinh",
        template="lists/programmes.html",
        key="programmes",
        values={"programmes": library.published(Programme)},
    )


def programme_page(library: Library, id: str) -> Page:
    """A programme with its document, plans and campaigns."""
    programme = library.get(Programme, id)
    return record_page(
        library,
        programme,
        "articles/programme.html",
        document=library.find(Document, programme.document),
        plans=library.users(programme, Plan),
        campaigns=library.users(programme, Campaign),
        names=Names(library),
    )
