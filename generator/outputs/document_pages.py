"""Documents: the list by kind, and a page for each with what it rests on and who cites it."""

from itertools import groupby

from generator.facets import FACETS
from generator.homes import Homes
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.page import Names, Outputs, Page, record_outputs, record_page
from generator.records.access_standards import AccessStandard
from generator.records.bulletins import Bulletin
from generator.records.campaigns import Campaign
from generator.records.catalogues import Catalogue
from generator.records.documents import Document, DocumentKind, DocumentOutline
from generator.records.finders import Finder
from generator.records.groups import Group
from generator.records.materials import Material
from generator.records.plans import Plan
from generator.records.procedures import Procedure
from generator.records.programmes import Programme
from generator.records.record import Record
from generator.records.terms import Term
from generator.standing import force

LISTING = Listing(Document, "documents", FACETS[Document])
ORDER = tuple(DocumentKind)
CITING: tuple[type[Record], ...] = (
    Finder,
    Group,
    Procedure,
    Campaign,
    Material,
    Bulletin,
    Term,
    Plan,
    Programme,
    Catalogue,
    AccessStandard,
)  # what people act by; areas and agencies would be hundreds


def outputs(library: Library) -> Outputs:
    """The lists and the pages of all documents."""
    yield from list_outputs(LISTING, library, _lines(library), documents_page)
    yield from record_outputs(library, Document, document_page)


def _lines(library: Library) -> list[Line]:
    """Documents by kind, the newest first."""
    offered, homes = set(library.offered_ids(Document)), Homes(library)
    found = [one for one in library.outlines(DocumentOutline) if one.id in offered]
    return [Line(one.id, homes.of(one.issuer), one) for one in sorted(found, key=_newest_first)]


def _newest_first(one: DocumentOutline) -> tuple[int, int, str]:
    kind = ORDER.index(one.kind) if one.kind else len(ORDER)
    return kind, -(one.issued_on.earliest.toordinal() if one.issued_on else 0), one.id


def documents_page(library: Library, ask: Ask) -> Page:
    """A sheet of documents under their kinds."""
    documents = library.those(Document, Ask(*ask).rows)
    groups = groupby(documents, key=lambda one: one.kind)
    return list_page(
        LISTING,
        library,
        ask,
        documents,
        groups=[(kind, list(those)) for kind, those in groups],
        today=library.today,
    )


def document_page(library: Library, id: str) -> Page:
    """A document's card with its links both ways."""
    document = library.get(Document, id)
    return record_page(
        library,
        document,
        "articles/document.html",
        force=force(library, document),
        basis=library.those(Document, document.legal_basis),
        replaces=library.replaced(document),
        replaced_by=library.replacing(document),
        citing=citing(library, document),
        names=Names(library),
    )


def citing(library: Library, document: Document) -> list[Record]:
    """What names the document, except those it replaces or is replaced by.

    Of a real one no demonstration, which rests on nothing.
    """
    related = (*library.replaced(document), *library.replacing(document))
    documents = [one for one in library.users(document, Document) if one not in related]
    others = [record for kind in CITING for record in library.users(document, kind)]
    return [
        record
        for record in (*others, *documents)
        if record.key != document.key and (document.demo or not record.demo)
    ]
