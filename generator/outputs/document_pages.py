"""Documents: the list by kind, and a page for each with what it rests on and who cites it."""

from datetime import date

from generator.library import Library
from generator.page import Names, Outputs, Page, record_page
from generator.records.access_standards import AccessStandard
from generator.records.catalogues import Catalogue
from generator.records.documents import Document, DocumentKind
from generator.records.groups import Group
from generator.records.materials import Material
from generator.records.plans import Plan
from generator.records.procedures import Procedure
from generator.records.programmes import Programme
from generator.records.record import Record


def outputs(library: Library, today: date) -> Outputs:
    """The list and the pages of all documents."""
    yield list_page(library, today)
    for document in library.every(Document):
        yield document_page(library, document, today)


def list_page(library: Library, today: date) -> Page:
    """Documents by kind, the newest first."""
    newest_first = sorted(library.published(Document), key=_newest_first)
    groups = [(kind, [d for d in newest_first if d.kind is kind]) for kind in DocumentKind]
    return Page(
        address="van-ban/index.html",
        section="van-ban",
        template="lists/documents.html",
        key="documents",
        values={
            "groups": [(kind, those) for kind, those in groups if those],
            "today": today,
            "names": Names(library),
        },
        source="content/documents",
    )


def _newest_first(document: Document) -> tuple[int, str]:
    issued = document.issued_on
    return -(issued.earliest.toordinal() if issued else 0), document.id


def document_page(library: Library, document: Document, today: date) -> Page:
    """A document's card with its links both ways."""
    return record_page(
        library,
        document,
        "articles/document.html",
        force=document.force(today),
        basis=library.those(Document, document.legal_basis),
        replaces=library.replaced(document),
        replaced_by=library.replacing(document),
        citing=citing(library, document),
        names=Names(library),
    )


def citing(library: Library, document: Document) -> list[Record]:
    """Every record that names the document, except those it replaces or is replaced by."""
    related = (*library.replaced(document), *library.replacing(document))
    documents = [one for one in library.users(document, Document) if one not in related]
    kinds: tuple[type[Record], ...] = (
        Plan,
        Programme,
        Material,
        Procedure,
        Catalogue,
        Group,
        AccessStandard,
    )
    others = [record for kind in kinds for record in library.users(document, kind)]
    return [record for record in (*others, *documents) if record.key != document.key]
