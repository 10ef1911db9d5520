"""The words of made-up records, from phrases.txt: sections of one phrase a line.

Every province is called "Mẫu …", every person "… Mẫu …": nobody can take one for a real one.
Sentences have holes named {province}, {commune}, {office}, {topic}, {affair} and {paper}.
"""

from dataclasses import dataclass
from pathlib import Path

TOPIC = "topic: "

Phrases = tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """A field of life: what people come with, what they bring along, what they should know."""

    name: str
    affairs: Phrases
    papers: Phrases
    tips: Phrases


def _sections(text: str) -> dict[str, Phrases]:
    """The lines below each `[name]`; lines that begin with # are remarks."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = lines = []
        elif line and not line.startswith("#"):
            lines.append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def _topic(name: str) -> Topic:
    affairs, papers, *tips = OF[name]
    return Topic(
        name.removeprefix(TOPIC), tuple(affairs.split(" | ")), tuple(papers.split(" | ")), (*tips,)
    )


OF = _sections(Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8"))
TOPICS = tuple(_topic(name) for name in OF if name.startswith(TOPIC))
FAMILIES, GIVEN, PROVINCE_FIRST, PROVINCE_SECOND, COMMUNE_FIRST, COMMUNE_SECOND = (
    OF[name][0].split()
    for name in (
        *("families", "given", "province_first", "province_second"),
        *("commune_first", "commune_second"),
    )
)
ROLES = [tuple(line.split(" | ")) for line in OF["roles"]]  # the office and its short name
