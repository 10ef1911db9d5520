"""A document as it was read: numbered lines, and the refusal of a file that cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.catalogue import say


@dataclass(frozen=True)
class Line:
    """One line of the source; `cells` only for a row of a table whose cells are known.

    `number` counts from 1: lines in a text file, paragraphs and table rows in DOCX and HTML.
    """

    number: int
    text: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceText:
    """All lines of one document, under the name of its file."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Remark:
    """Something a person should look at; `key` names the sentence in the catalogue."""

    key: str
    line: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def told(self, language: str = "vi") -> str:
        """The sentence, with the line of the source in front where it is known."""
        sentence = say(language, self.key, self.values)
        if self.line is None:
            return sentence
        return say(language, "import-line", {"line": self.line, "sentence": sentence})


class ImportRefused(Exception):
    """The file cannot be read as a document; the sentence says why and what to do."""

    def __init__(self, key: str, values: Mapping[str, object] | None = None) -> None:
        """Keep the key of the catalogue and the values for its holes."""
        super().__init__(say("vi", key, values or {}))
        self.key = key
        self.values: Mapping[str, object] = values or {}

    def told(self, language: str = "vi") -> str:
        """The sentence in the language of the reader."""
        return say(language, self.key, self.values)
