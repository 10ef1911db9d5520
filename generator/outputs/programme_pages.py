"""Programmes: a list, and a page for each with the plans that carry it out."""

from generator.facets import FACETS
from generator.glossary import explained_page
from generator.homes import Homes
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.page import Names, Outputs, Page, record_outputs
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.plans import Plan
from generator.records.programmes import Programme
from generator.vietnamese.sorting import sort_key

LISTING = Listing(Programme, "programmes", FACETS[Programme])


def outputs(library: Library) -> Outputs:
    """The lists and the pages of all programmes."""
    yield from list_outputs(LISTING, library, _lines(library), programmes_page)
    yield from record_outputs(library, Programme, programme_page)


def _lines(library: Library) -> list[Line]:
    """Programmes by name; each belongs to whoever leads it."""
    homes = Homes(library)
    found = sorted(library.each_offered(Programme), key=lambda one: sort_key(one.name))
    return [Line(one.id, homes.of(one.lead.agency if one.lead else None), one) for one in found]


def programmes_page(library: Library, ask: Ask) -> Page:
    """A sheet of programmes."""
    return list_page(LISTING, library, ask, library.those(Programme, Ask(*ask).rows))


def programme_page(library: Library, id: str) -> Page:
    """A programme with its document, plans and campaigns."""
    programme = library.get(Programme, id)
    return explained_page(
        library,
        programme,
        "articles/programme.html",
        document=library.find(Document, programme.document),
        plans=library.users(programme, Plan),
        campaigns=library.users(programme, Campaign),
        names=Names(library),
    )
