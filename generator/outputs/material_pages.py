"""Materials: the list by form, and a page for each."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from generator.facets import FACETS
from generator.glossary import explained_page
from generator.homes import Homes
from generator.library import Library
from generator.outputs import leaflets
from generator.outputs.lists import Ask, Line, Listing, list_outputs, list_page
from generator.outputs.paper import way_to
from generator.page import Names, Output, Outputs, Page
from generator.records.areas import Area
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.materials import Material, MaterialKind, MaterialOutline
from generator.vietnamese.spoken import LANGUAGE

LISTING = Listing(Material, "materials", FACETS[Material])
KINDS = tuple(MaterialKind)


def outputs(library: Library) -> Outputs:
    """The lists and the pages of all materials."""
    yield from list_outputs(LISTING, library, _lines(library), materials_page)
    related = dict(_related(library))
    for id, file in library.files(Material):
        given = (id, related.get(id, ()))
        yield Output(f"{Material.section}/{id}.html", material_page, given, file)


def _related(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each material on offer with all that share its topic."""
    topics: dict[str, list[str]] = defaultdict(list)
    offered = set(library.offered_ids(Material))
    for one in library.outlines(MaterialOutline):
        if one.id in offered:
            topics[one.topic].append(one.id)
    for ids in map(tuple, topics.values()):
        yield from ((id, ids) for id in ids)


def _lines(library: Library) -> list[Line]:
    """Materials by form, in the order in which forms are declared."""
    offered, homes = set(library.offered_ids(Material)), Homes(library)
    found = [one for one in library.outlines(MaterialOutline) if one.id in offered]
    return [Line(one.id, homes.of(one.compiler), one) for one in sorted(found, key=_by_form)]


def _by_form(one: MaterialOutline) -> int:
    return KINDS.index(one.kind) if one.kind else len(KINDS)


def materials_page(library: Library, ask: Ask) -> Page:
    """A sheet of materials under their forms."""
    materials = library.those(Material, Ask(*ask).rows)
    groups = groupby(materials, key=lambda one: one.kind)
    shown = [(kind, list(those)) for kind, those in groups]
    return list_page(LISTING, library, ask, materials, groups=shown)


def material_page(library: Library, id: str, related: tuple[str, ...]) -> Page:
    """A material with its body, its files and what Decision 14/2019/QĐ-TTg asks it to state."""
    material = library.get(Material, id)
    basis = [(library.find(Document, one.document), one.article) for one in material.legal_basis]
    return explained_page(
        library,
        material,
        "articles/material.html",
        is_heard=material.language == LANGUAGE,
        basis=basis,
        hotlines=library.hotlines(),
        has_places=library.has(Area),
        campaigns=library.users(material, Campaign),
        related=library.those(Material, (other for other in related if other != id)),
        names=Names(library),
        folded=leaflets.address(id) if leaflets.is_made(material) else None,
        way=way_to(library, material.address),
    )
