"""Drafts as files: readable ids, and the lists and comments of which they are put together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.importers.yaml_edits import written
from generator.vietnamese.folding import slug

LONGEST_ID = 80
LONGEST_PLACE_IN_ID = 30
# Words after which nobody would stop reading an id aloud.
HANGING_WORDS = "va cua cac nhung cho ve theo tren trong den voi de o thuoc boi do hoac"
HANGING = frozenset(HANGING_WORDS.split())

Fields = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """One content file: its folder below content/, its id and its text."""

    folder: str
    id: str
    yaml_text: str


def readable_id(words: str, place: str, year: str) -> str:
    """An id of the words, then place and year unless the words end so; cut between words."""
    ending = "-".join(filter(None, (slug(place, LONGEST_PLACE_IN_ID), year)))
    whole = slug(words, 10 * LONGEST_ID)
    if f"-{whole}".endswith(f"-{ending}") and len(whole) <= LONGEST_ID:
        return whole
    return "-".join(filter(None, (shortened(whole, LONGEST_ID - len(ending) - 1), ending)))


def shortened(id: str, room: int) -> str:
    """As many whole words of an id as there is room for; the last is one to stop at."""
    if len(id) <= room:
        return id
    words = slug(id, room).split("-")
    while len(words) > 1 and words[-1] in HANGING:
        words.pop()
    return "-".join(words)


def present(fields: Fields) -> Fields:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def list_under(name: str, entries: Iterable[Fields]) -> list[str]:
    """A list of mappings under a name; nothing for an empty list."""
    items = [list_item(entry) for entry in entries]
    return [f"{name}:\n", *items] if items else []


def list_item(fields: Fields) -> str:
    """One item of a list, indented by two."""
    return written({"x": [fields]}).partition("\n")[2]


def comments(lines: Iterable[str], indent: str = "") -> str:
    """Comment lines; what cannot be printed is left out, so that no text can break out of them."""
    plain = (
        " ".join("".join(filter(str.isprintable, part)) for part in line.split()) for line in lines
    )
    return "".join(f"{indent}# {line}\n" for line in plain if line)
