"""Catalogues: what each decision announces, and what changed from one decision to the next."""

from collections.abc import Sequence
from itertools import groupby

from generator.catalogue_changes import compared, neighbours
from generator.facets import FACETS
from generator.homes import Homes
from generator.library import Library
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.page import Names, Output, Outputs, Page, record_page
from generator.records.catalogues import Catalogue, CatalogueEntry
from generator.records.documents import Document, DocumentOutline
from generator.records.procedures import ChangeKind, Procedure
from generator.sheets import OF_A_VIEW
from generator.vietnamese.sorting import sort_key

SECTION = "danh-muc"
LISTING = Listing(Catalogue, "catalogues", FACETS[Catalogue])

Pairs = tuple[tuple[str, str], ...]  # ids of an older decision and the next


def outputs(library: Library) -> Outputs:
    """The list, the decisions' pages and the comparisons."""
    pairs, files = tuple(neighbours(library)), dict(library.files(Catalogue))
    yield from list_outputs(LISTING, library, _lines(library), catalogues_page)
    for id, file in files.items():
        its_own = tuple(pair for pair in pairs if id in pair)
        yield Output(f"{SECTION}/{id}.html", catalogue_page, (id, its_own), file)
    for pair in pairs:
        address = comparison_address(*pair)
        yield Output(address, comparison_page, pair, files[pair[1]], passing=True)


def comparison_address(older: str, newer: str) -> str:
    """The page that sets two decisions side by side."""
    return f"{SECTION}/so-sanh{OF_A_VIEW}{older}{OF_A_VIEW}voi{OF_A_VIEW}{newer}.html"


def comparisons(library: Library, pairs: Pairs) -> list[tuple[Catalogue, Catalogue, str]]:
    """The decisions of each pair, and the page that compares them."""
    return [
        (library.get(Catalogue, old), library.get(Catalogue, new), comparison_address(old, new))
        for old, new in pairs
    ]


def _lines(library: Library) -> list[Line]:
    """The decisions by field, the newest first; each belongs where its document was issued."""
    homes = Homes(library)
    found = []
    for one in library.each_offered(Catalogue):
        document = library.outline(DocumentOutline, one.document)
        issued = document.issued_on.earliest.toordinal() if document and document.issued_on else 0
        line = Line(one.id, homes.of(document.issuer if document else None), one)
        found.append((sort_key(one.field), -issued, one.id, line))
    return [line for *_, line in sorted(found, key=lambda row: row[:3])]


def catalogues_page(library: Library, ask: Ask) -> Page:
    """A sheet of decisions under their fields, and what changed in them since the one before."""
    catalogues = library.those(Catalogue, Ask(*ask).rows)
    rows = [(one, library.find(Document, one.document)) for one in catalogues]
    pairs = tuple(pair for pair in neighbours(library) if pair[1] in Ask(*ask).rows)
    return list_page(
        LISTING,
        library,
        ask,
        rows,
        groups=[(field, list(those)) for field, those in groupby(rows, key=_field)],
        comparisons=comparisons(library, pairs),
        names=Names(library),
    )


def _field(row: tuple[Catalogue, Document | None]) -> str:
    return row[0].field


def catalogue_page(library: Library, id: str, pairs: Pairs) -> Page:
    """The rows of a decision as it prints them, by what it did to each procedure."""
    catalogue = library.get(Catalogue, id)
    groups = [
        (kind, [one for one in catalogue.entries if one.change is kind]) for kind in ChangeKind
    ]
    return record_page(
        library,
        catalogue,
        "articles/catalogue.html",
        document=library.find(Document, catalogue.document),
        groups=[(kind, rows) for kind, rows in groups if rows],
        procedures=procedures_of(library, catalogue.entries),
        comparisons=comparisons(library, pairs),
        names=Names(library),
    )


def procedures_of(library: Library, rows: Sequence[CatalogueEntry]) -> dict[str, Procedure]:
    """The procedures with pages that rows name, by id."""
    named = library.offered(Procedure, (row.procedure for row in rows))
    return {procedure.id: procedure for procedure in named}


def comparison_page(library: Library, old: str, new: str) -> Page:
    """Two decisions side by side."""
    older, newer = library.get(Catalogue, old), library.get(Catalogue, new)
    return Page(
        address=comparison_address(old, new),
        section=SECTION,
        template="lists/comparison.html",
        key="comparison",
        values={
            "older": older,
            "newer": newer,
            "old_name": older.label,
            "new_name": newer.label,
            "old_document": library.find(Document, older.document),
            "new_document": library.find(Document, newer.document),
            "found": compared(older, newer),
            "procedures": procedures_of(library, (*older.entries, *newer.entries)),
        },
    )
