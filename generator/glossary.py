"""Terms in texts: each is explained where it first stands on a page, and there only."""

from functools import lru_cache

from generator.library import Library
from generator.page import Page, record_page
from generator.records.bulletins import Bulletin
from generator.records.materials import Material
from generator.records.record import Record
from generator.records.terms import Term
from generator.vietnamese.phrases import Phrases

MOST_ON_A_PAGE = 8  # marks; more of them make a text restless

Piece = tuple[str, Term | None]  # some of a text, and the term that it is to explain


@lru_cache(maxsize=2)  # those of the site; none, where nothing is explained
def _phrases(words: tuple[tuple[str, str], ...]) -> Phrases:
    return Phrases(dict(words))


class Explaining:
    """What is still to be explained on a page, whose texts are cut one after the other."""

    def __init__(self, library: Library, phrases: Phrases, own: str, most: int) -> None:
        """Explain `most` of the `phrases`, but not the term `own`, whose page it is."""
        self._library, self._phrases, self._own, self._most = library, phrases, own, most
        self._done = {own}

    def fresh(self) -> "Explaining":
        """The same for a page that begins: a template may be rendered twice."""
        return Explaining(self._library, self._phrases, self._own, self._most)

    @property
    def has_any(self) -> bool:
        """Whether any term was explained so far."""
        return len(self._done) > 1

    def pieces(self, text: str, before: str = "") -> list[Piece]:
        """A text that follows `before`, cut so that every term to be explained stands alone."""
        found: list[Piece] = []
        at = 0
        for start, end, id in self._phrases.found_in(text, before):
            if len(self._done) > self._most:
                break
            if id not in self._done:
                self._done.add(id)
                found += [(text[at:start], None), (text[start:end], self._library.get(Term, id))]
                at = end
        return [*found, (text[at:], None)]


def explained_page(library: Library, record: Record, template: str, /, **values: object) -> Page:
    """The page of a record on which `terms` explains what stands in its texts.

    Words of another language may look like ours, so that nothing is explained there.
    """
    is_ours = not isinstance(record, Material | Bulletin) or record.language == "vi"
    words = library.words_of_terms() if is_ours else ()
    own = record.id if isinstance(record, Term) else ""
    terms = Explaining(library, _phrases(words), own, MOST_ON_A_PAGE)
    return record_page(library, record, template, terms=terms, **values)
