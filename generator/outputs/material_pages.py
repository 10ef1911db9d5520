"""Materials: the list by form, and a page for each."""

from collections import defaultdict
from collections.abc import Iterator

from generator.library import Library
from generator.page import Names, Output, Outputs, Page, record_page
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.materials import Material, MaterialKind


def outputs(library: Library) -> Outputs:
    """The list and the pages of all materials."""
    yield Output("tai-lieu/index.html", list_page, (), "content/materials")
    related = dict(_related(library))
    for id, file in library.files(Material):
        given = (id, related.get(id, ()))
        yield Output(f"{Material.section}/{id}.html", material_page, given, file)


def _related(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each material on offer with all that share its topic."""
    topics: dict[str, list[str]] = defaultdict(list)
    for one in library.each_offered(Material):
        topics[one.topic].append(one.id)
    for ids in map(tuple, topics.values()):
        yield from ((id, ids) for id in ids)


def list_page(library: Library) -> Page:
    """Materials by form, in the order in which forms are declared."""
    every = library.published(Material)
    groups = [(kind, [one for one in every if one.kind is kind]) for kind in MaterialKind]
    return Page(
        address="tai-lieu/index.html",
        section="tai-lieu",
        template="lists/materials.html",
        key="materials",
        values={"groups": [group for group in groups if group[1]]},
    )


def material_page(library: Library, id: str, related: tuple[str, ...]) -> Page:
    """A material with its body, its files and what Decision 14/2019/QĐ-TTg asks it to state."""
    material = library.get(Material, id)
    basis = [(library.find(Document, one.document), one.article) for one in material.legal_basis]
    return record_page(
        library,
        material,
        "articles/material.html",
        basis=basis,
        campaigns=library.users(material, Campaign),
        related=library.those(Material, (other for other in related if other != id)),
        names=Names(library),
    )
