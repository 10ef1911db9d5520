"""Leaflets to print on both sides of a sheet and to fold in three.

Whether a text has room on the three panels inside is counted in lines, as a wide font sets them, so
that it is known before any browser sees it; tests/browser/test_paper.py holds browsers against it.
A longer text has no such sheet: its page prints as it is.
"""

from collections.abc import Sequence
from math import ceil

from generator.library import Library
from generator.outputs.paper import A4_ACROSS, SCRIPTS, is_sound, way_to
from generator.page import Names, Output, Outputs, Page, source_documents
from generator.records.materials import Material, MaterialKind, MaterialOutline

LINES = 105  # on the three panels inside, less what columns lose where a part will not be cut
MOST_LINES = 130  # the same in smaller letters, the smallest that are read without effort
LETTERS = 38  # in such a line
PADDING = 1.5  # letters that each cell of a table loses
AROUND_HEADING, AROUND_TEXT, AROUND_ROW = 1.5, 0.5, 0.6  # white space, in lines
MOST_SOURCES = 1500  # letters of sources that the panel folded in has room for


def outputs(library: Library) -> Outputs:
    """The folded sheet of each leaflet that has room on it."""
    for one in library.outlines(MaterialOutline):
        if one.kind is MaterialKind.LEAFLET:
            material = library.get(Material, one.id)
            if is_made(material):
                yield Output(address(one.id), leaflet_page, (one.id,), material.file, passing=True)


def address(material: str) -> str:
    """Where the folded sheet of a leaflet, told by its id, is to be had."""
    return f"{Material.section}/{material}--to-gap-ba.html"


def is_made(material: Material) -> bool:
    """Whether a material has a folded sheet: a leaflet of text alone, and short enough."""
    is_text = bool(material.body) and not (material.questions or material.files)
    is_leaflet = material.kind is MaterialKind.LEAFLET and is_text
    return is_leaflet and is_sound(material) and has_room(material)


def has_room(material: Material) -> bool:
    """Whether text and sources fit on their panels."""
    is_short = lines_of(material.body or "") <= MOST_LINES
    return is_short and letters_of_sources(material) <= MOST_SOURCES


def lines_of(body: str) -> float:
    """How many lines of a panel a text in Markdown takes, or somewhat fewer."""
    return sum(_lines(line.strip()) for line in body.splitlines())


def _lines(line: str) -> float:
    if not line:
        return 0
    if line.startswith("|"):
        return _row(line.strip("|").split("|"))
    return ceil(len(line) / LETTERS) + (AROUND_HEADING if line.startswith("#") else AROUND_TEXT)


def _row(cells: Sequence[str]) -> float:
    """A row of a table: browsers give long columns more room, but not all that they would need."""
    found = [len(one.strip()) for one in cells]
    letters = (sum(found) + max(found) * len(found)) / 2
    return ceil(letters / (LETTERS - PADDING * len(found))) + AROUND_ROW


def letters_of_sources(material: Material) -> int:
    """How long the list of sources is, documents and titles alike."""
    return sum(len(f"{one.document}{one.title}{one.place}{one.note}") for one in material.sources)


def leaflet_page(library: Library, id: str) -> Page:
    """Cover, what it rests on, whom to call; and on the other side the text."""
    material = library.get(Material, id)
    return Page(
        address=address(id),
        section=Material.section,
        template="articles/leaflet.html",
        key="leaflet",
        values={
            "record": material,
            "name": material.title,
            "is_long": lines_of(material.body or "") > LINES,
            "documents": {one.id: one for one in source_documents(library, material)},
            "hotlines": [one for one in library.hotlines() if is_sound(one[0])],
            "names": Names(library),
            "way": way_to(library, material.address),
        },
        scripts=SCRIPTS,
        paper=A4_ACROSS,
    )
