"""The glossary: every term by its letter with what it means, and a page for each."""

from generator.glossary import explained_page
from generator.library import Library
from generator.outputs.a_z import by_letter, key_of
from generator.page import Output, Outputs, Page, record_outputs
from generator.records.finders import Finder
from generator.records.groups import Group
from generator.records.materials import Material
from generator.records.procedures import Procedure
from generator.records.terms import Term

LIST = f"{Term.section}/index.html"


def outputs(library: Library) -> Outputs:
    """The glossary, and the pages of all terms."""
    yield Output(LIST, list_page, (), f"content/{Term.folder}")
    yield from record_outputs(library, Term, term_page)


def list_page(library: Library) -> Page:
    """Every term on one page, to be read from A to Z and looked up by its letter."""
    letters = by_letter(library.each_offered(Term))
    return Page(
        address=LIST,
        section=Term.section,
        template="lists/terms.html",
        key="terms",
        values={"letters": [(key_of(letter), those) for letter, those in letters.items()]},
    )


def term_page(library: Library, id: str) -> Page:
    """What a term means, by which source, and where to go with it."""
    term = library.get(Term, id)
    return explained_page(
        library,
        term,
        "articles/term.html",
        near=library.offered(Term, term.terms),
        helping=[
            *library.offered(Finder, term.finders),
            *library.offered(Group, term.groups),
            *library.offered(Procedure, term.procedures),
            *library.offered(Material, term.materials),
        ],
    )
