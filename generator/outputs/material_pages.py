"""Materials: the list by form, and a page for each."""

from generator.library import Library
from generator.page import Names, Outputs, Page, record_page
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.materials import Material, MaterialKind


def outputs(library: Library) -> Outputs:
    """The list and the pages of all materials."""
    yield list_page(library)
    for material in library.every(Material):
        yield material_page(library, material)


def list_page(library: Library) -> Page:
    """Materials by form, in the order in which forms are declared."""
    groups = [
        (kind, [m for m in library.published(Material) if m.kind is kind]) for kind in MaterialKind
    ]
    return Page(
        address="tai-lieu/index.html",
        section="tai-lieu",
        template="lists/materials.html",
        key="materials",
        values={"groups": [group for group in groups if group[1]]},
        source="content/materials",
    )


def material_page(library: Library, material: Material) -> Page:
    """A material with its body, its files and what Decision 14/2019/QĐ-TTg asks it to state."""
    basis = [(library.find(Document, one.document), one.article) for one in material.legal_basis]
    related = [m for m in library.published(Material) if m.topic == material.topic]
    return record_page(
        library,
        material,
        "articles/material.html",
        basis=basis,
        campaigns=library.users(material, Campaign),
        related=[other for other in related if other.id != material.id],
        names=Names(library),
    )
