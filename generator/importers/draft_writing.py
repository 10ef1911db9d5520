"""Drafts as files: readable ids, and fields, lists and comments in block style."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from generator.vietnamese.folding import slug

WIDTH = 100
OTHER_LINE_ENDS = frozenset("\r\x85\u2028\u2029")
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


class TextDumper(yaml.SafeDumper):
    """Writes every scalar as text: the records decide the types, as they do when reading."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the items of a list below its name."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Never write an anchor, even for two equal lists."""
        return True


def represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """A text; line ends that YAML would fold into a space are written as escapes."""
    style = '"' if OTHER_LINE_ENDS & set(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


TextDumper.add_representer(str, represent_text)
TextDumper.yaml_implicit_resolvers = {}  # no plain "no" or "012" needs quotes for our reader


def written(fields: Fields) -> str:
    """Fields in block style, in the given order, without those that are empty."""
    filled = present(fields)
    if not filled:
        return ""
    return str(
        yaml.dump(filled, Dumper=TextDumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    )


def present(fields: Fields) -> Fields:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def listed(name: str, entries: Iterable[Fields]) -> list[str]:
    """A list of mappings under a name; nothing for an empty list."""
    items = [item(entry) for entry in entries]
    return [f"{name}:\n", *items] if items else []


def item(fields: Fields) -> str:
    """One item of a list, indented by two."""
    return written({"x": [present(fields)]}).partition("\n")[2]


def comments(lines: Iterable[str], indent: str = "") -> str:
    """Comment lines; what cannot be printed is left out, so that no text can break out of them."""
    plain = (
        " ".join("".join(filter(str.isprintable, part)) for part in line.split()) for line in lines
    )
    return "".join(f"{indent}# {line}\n" for line in plain if line)
