"""Catalogues: what each decision announces, and what changed from one decision to the next."""

from collections.abc import Sequence

from generator.catalogue_changes import compared, neighbours
from generator.library import Library
from generator.page import Names, Output, Outputs, Page, record_page
from generator.records.catalogues import Catalogue, CatalogueEntry
from generator.records.documents import Document
from generator.records.procedures import ChangeKind, Procedure
from generator.sheets import OF_A_VIEW
from generator.vietnamese.sorting import sort_key

SECTION = "danh-muc"

Pairs = tuple[tuple[str, str], ...]  # ids of an older decision and the next


def outputs(library: Library) -> Outputs:
    """The list, the decisions' pages and the comparisons."""
    pairs, files = tuple(neighbours(library)), dict(library.files(Catalogue))
    yield Output(f"{SECTION}/index.html", list_page, (pairs,), "content/catalogues")
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


def list_page(library: Library, pairs: Pairs) -> Page:
    """The decisions by field, the newest first."""
    every = sorted(library.published(Catalogue), key=lambda one: _newest_first(library, one))
    fields = sorted({one.field for one in every}, key=sort_key)
    return Page(
        address=f"{SECTION}/index.html",
        section=SECTION,
        template="lists/catalogues.html",
        key="catalogues",
        values={
            "groups": [
                (field, [_row(library, c) for c in every if c.field == field]) for field in fields
            ],
            "comparisons": comparisons(library, pairs),
            "names": Names(library),
        },
    )


def _row(library: Library, catalogue: Catalogue) -> tuple[Catalogue, Document | None]:
    return catalogue, library.find(Document, catalogue.document)


def _newest_first(library: Library, catalogue: Catalogue) -> tuple[int, str]:
    document = library.find(Document, catalogue.document)
    issued = document.issued_on if document else None
    return -(issued.earliest.toordinal() if issued else 0), catalogue.id


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
