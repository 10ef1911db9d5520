"""Terms: words of law and of offices, each in a sentence or two that everybody understands."""

from typing import Any, ClassVar

from generator.entries import Entry
from generator.problems import Step
from generator.records.record import Outline, Record, Status, read_header

LONGEST_SHORT = 220  # signs: what is read in one breath, beside the text in which the term stands
LONGEST_WORD = 120


class TermOutline(Outline, frozen=True):
    """The words under which a term stands in texts; none of a withdrawn one."""

    folder: ClassVar[str] = "terms"

    words: tuple[str, ...]


class Term(Record, frozen=True):
    """A term with its explanation, which is shown where the term stands in other pages.

    `words` are other forms under which it stands there. What is `plain` is told as people speak,
    for none of its sources defines the term.
    """

    folder: ClassVar[str] = "terms"
    section: ClassVar[str] = "giai-thich-tu-ngu"

    title: str
    words: tuple[str, ...]
    short: str
    more: str | None
    plain: bool
    terms: tuple[str, ...]
    procedures: tuple[str, ...]
    groups: tuple[str, ...]
    finders: tuple[str, ...]
    materials: tuple[str, ...]

    @property
    def label(self) -> str:
        """The term as it stands alone, with a capital."""
        return self.title[:1].upper() + self.title[1:]

    @property
    def gist(self) -> str:
        """What it means."""
        return self.short

    @property
    def outline(self) -> TermOutline:
        """By what it is found in texts."""
        gone = self.status is Status.WITHDRAWN
        return TermOutline(self.id, () if gone else (self.title, *self.words))


def read_term(entry: Entry) -> Term:
    """A term from its content file."""
    header: dict[str, Any] = read_header(entry, Term.folder)
    term = Term(
        **header,
        title=entry.text("title"),
        words=entry.texts("words"),
        short=entry.text("short"),
        more=entry.optional_text("more"),
        plain=entry.yes("plain"),
        terms=entry.references("terms", "terms"),
        procedures=entry.references("procedures", "procedures"),
        groups=entry.references("groups", "groups"),
        finders=entry.references("finders", "finders"),
        materials=entry.references("materials", "materials"),
    )
    _report_too_long(entry, term.short, LONGEST_SHORT, "short")
    _report_too_long(entry, term.title, LONGEST_WORD, "title")
    for at, word in enumerate(term.words):
        _report_too_long(entry, word, LONGEST_WORD, "words", at)
    return term


def _report_too_long(entry: Entry, text: str, most: int, *steps: Step) -> None:
    if len(text) > most:
        entry.report("too-long", *steps, name=steps[0], length=len(text), most=most)
