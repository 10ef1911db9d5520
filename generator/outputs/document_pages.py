"""Documents: the list by kind, and a page for each with what it rests on and who cites it."""

from generator.library import Library
from generator.page import Names, Output, Outputs, Page, record_outputs, record_page
from generator.records.access_standards import AccessStandard
from generator.records.catalogues import Catalogue
from generator.records.documents import Document, DocumentKind, Force
from generator.records.groups import Group
from generator.records.materials import Material
from generator.records.plans import Plan
from generator.records.procedures import Procedure
from generator.records.programmes import Programme
from generator.records.record import Record


def outputs(library: Library) -> Outputs:
    """The list and the pages of all documents."""
    yield Output("van-ban/index.html", list_page, (), "content/documents")
    yield from record_outputs(library, Document, document_page)


def list_page(library: Library) -> Page:
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
            "today": library.today,
            "names": Names(library),
        },
    )


def _newest_first(document: Document) -> tuple[int, str]:
    issued = document.issued_on
    return -(issued.earliest.toordinal() if issued else 0), document.id


def document_page(library: Library, id: str) -> Page:
    """A document's card with its links both ways."""
    document = library.get(Document, id)
    return record_page(
        library,
        document,
        "articles/document.html",
        force=_force(library, document),
        basis=library.those(Document, document.legal_basis),
        replaces=library.replaced(document),
        replaced_by=library.replacing(document),
        citing=citing(library, document),
        names=Names(library),
    )


def _force(library: Library, document: Document) -> Force:
    """Whether it holds today; that of a document without days is the same on every day."""
    has_days = document.in_force_from or document.in_force_until
    return document.force(library.today) if has_days else Force.UNKNOWN


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
