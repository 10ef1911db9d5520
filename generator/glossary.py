"""Terms in texts: each is explained where it first stands on a page, and there only."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from generator.library import Library
from generator.page import Page, record_page
from generator.records.record import Record, Status
from generator.records.terms import Term
from generator.vietnamese.phrases import Found, Phrases

MOST_ON_A_PAGE = 8  # marks; more of them make a text restless
SCRIPTS = ("assets/javascripts/terms.js",)

Piece = tuple[str, Term | None]  # some of a text, and the term that it is to explain


@lru_cache(maxsize=1)  # the same for every page of a site
def _phrases(words: tuple[tuple[str, str], ...]) -> Phrases:
    return Phrases(dict(words))


class Explaining:
    """What is still to be explained on a page, whose texts are cut one after the other."""

    def __init__(self, library: Library, own: str = "", most: int = MOST_ON_A_PAGE) -> None:
        """Explain `most` terms, but not the one with the id `own`, whose page it is."""
        self._library, self._own, self._most = library, own, most
        self._done = {own}

    def fresh(self) -> "Explaining":
        """The same for a page that begins: a template may be rendered twice."""
        return Explaining(self._library, self._own, self._most)

    def pieces(self, text: str, before: str = "") -> list[Piece]:
        """A text that follows `before`, cut so that every term to be explained stands alone."""
        found: list[Piece] = []
        at = 0
        for start, end, id in self._found_in(text, before):
            if id not in self._done:
                self._done.add(id)
                found += [(text[at:start], None), (text[start:end], self._library.get(Term, id))]
                at = end
            if self._is_full:
                break
        return [*found, (text[at:], None)]

    @property
    def has_any(self) -> bool:
        """Whether any term was explained so far."""
        return len(self._done) > 1

    @property
    def _is_full(self) -> bool:
        return len(self._done) > self._most

    def _found_in(self, text: str, before: str) -> Iterable[Found]:
        words = () if self._is_full else self._library.words_of_terms()
        return _phrases(words).found_in(text, before) if words else ()


def explained_page(
    library: Library, record: Record, template: str, language: str = "vi", **values: object
) -> Page:
    """The page of a record on which `terms` explains what stands in its texts.

    Words of another language may look like ours, so that nothing is explained there.
    """
    own = record.id if isinstance(record, Term) else ""
    terms = Explaining(library, own, MOST_ON_A_PAGE if language == "vi" else 0)
    page = record_page(library, record, template, terms=terms, **values)
    is_shown = language == "vi" and record.status is not Status.WITHDRAWN
    return replace(page, scripts=SCRIPTS) if is_shown and library.words_of_terms() else page
