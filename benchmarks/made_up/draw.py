"""One record to be made: dice of its own, the words and links it may use, and its sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random

from benchmarks.made_up.block_yaml import Value
from benchmarks.made_up.numbering import (
    DEMO,
    GROUP_NAMES,
    WITHDRAWN,
    Map,
    commune_name,
    document_year,
    in_province,
)
from benchmarks.made_up.phrases import FAMILIES, GIVEN, OF, ROLES, TOPICS, Topic

Fields = dict[str, Value]

MADE = "Dữ liệu sinh tự động để đo tốc độ"
COMPARED_ON = "2026-11-16"
REVIEW_DUE = "2028-11-16"
LANGUAGES = (["vi"], ["vi"], ["vi", "tyz"], ["vi", "hmn"], ["vi", "km"], ["vi", "nut", "tyz"])
HOURS: list[Value] = [
    {"days": "T2-T6", "from": "07:30", "to": "11:30"},
    {"days": "T2-T6", "from": "13:30", "to": "17:00"},
]


@dataclass(frozen=True)
class Draw:
    """One record to be made: the map, its kind and number, and dice of its own."""

    map: Map
    kind: str
    number: int

    @cached_property
    def dice(self) -> Random:
        """The same for the same seed, kind and number, whatever was made before."""
        return Random(f"{self.map.seed} {self.kind} {self.number}")

    @cached_property
    def mark(self) -> str:
        """draft, withdrawn, demo, or nothing for most."""
        return self.map.mark(self.kind, self.number)

    @cached_property
    def p(self) -> int:
        """Its province."""
        return self.map.place(self.kind, self.number)[0]

    @cached_property
    def j(self) -> int:
        """Its number within the province."""
        return self.map.place(self.kind, self.number)[1]

    @cached_property
    def topic(self) -> Topic:
        """What it is about."""
        return TOPICS[(self.j + self.p) % len(TOPICS)]

    @cached_property
    def commune(self) -> int:
        """The commune in which it plays."""
        return self.near_commune(self.j * 7)

    def near_commune(self, at: int) -> int:
        """A commune of its province to which everybody may link."""
        return self.map.plain("areas", self.p, at % self.map.size("areas", self.p))

    def link(self, kind: str, at: int) -> str:
        """A record of the same province to which everybody may link, the at-th or one near it."""
        return self.map.link(kind, self.p, at % self.map.size(kind, self.p))

    def links(self, kind: str, most: int, at: int) -> list[Value]:
        """Several neighbours of the same province, each once."""
        return list(dict.fromkeys(self.link(kind, at + step) for step in range(most)))

    def office(self, at: int) -> str:
        """An office of the province."""
        return self.map.id("agencies", self.p, at % len(ROLES) % self.map.size("agencies", self.p))

    def one(self, name: str) -> str:
        """A phrase with its holes filled."""
        return self.filled(self.dice.choice(OF[name]))

    def some(self, name: str, least: int, most: int) -> list[Value]:
        """Several phrases, each once, in the order in which they were written."""
        phrases = OF[name]
        chosen = sorted(self.dice.sample(range(len(phrases)), self.dice.randint(least, most)))
        return [self.filled(phrases[at]) for at in chosen]

    def filled(self, phrase: str) -> str:
        """A phrase about this record's topic and place."""
        return phrase.format_map(self._words) if "{" in phrase else phrase

    def told_of(self, phrase: str, at: int) -> str:
        """A phrase about this record's topic in another commune."""
        commune = commune_name(self.p, self.near_commune(self.commune + at))
        return phrase.format_map({**self._words, "commune": commune})

    @cached_property
    def _words(self) -> Mapping[str, object]:
        return {
            "province": in_province(self.p),
            "commune": commune_name(self.p, self.commune),
            "office": f"{GROUP_NAMES['state_centre']} {in_province(self.p)}",
            "topic": self.topic.name.lower(),
            "affair": self.dice.choice(self.topic.affairs),
            "paper": self.dice.choice(self.topic.papers),
            "year": document_year(self.j),
            "quarter": "I II III IV".split()[self.j % 4],
            "count": self.dice.randint(3, 9),
        }

    def paragraph(self, least: int, most: int) -> str:
        """A few sentences in a row."""
        tips = [self.dice.choice(self.topic.tips)]
        return " ".join([*tips, *map(str, self.some("sentences", least, most))])

    def telephone(self) -> str:
        """A number that nobody can ever be given: no subscriber's number begins with 0."""
        return f"02{self.p % 100:02d} 000 00{self.dice.randrange(100):02d}"

    def person(self) -> str:
        """A person who cannot exist."""
        return f"{self.dice.choice(FAMILIES)} Mẫu {self.dice.choice(GIVEN)}"

    def day(self, year: int, first_month: int = 1, last_month: int = 12) -> str:
        """A day of a year."""
        month = self.dice.randint(first_month, last_month)
        return f"{year}-{month:02d}-{self.dice.randint(1, 28):02d}"


# ---- what every record carries -------------------------------------------------------------------


def record(draw: Draw, id: str, body: Mapping[str, Value], document: str = "") -> Fields:
    """The fields of a file: its head, its own, and its sources."""
    return {**_head(draw, id), **body, **_sources(draw, document)}


def _head(draw: Draw, id: str) -> Fields:
    head: Fields = {"id": id, "status": "published"}
    if draw.mark == DEMO:
        head["demo"] = "true"
    elif draw.mark:
        head["status"] = draw.mark
    if draw.number % 50 == 7:
        head["former_ids"] = [f"{id}-cu"]
    if draw.mark == WITHDRAWN:
        head["withdrawn"] = {
            "on": "2026-10-05",
            "reason": "Thông tin đã cũ, nơi cung cấp đề nghị rút lại.",
            "instead": draw.link(draw.kind, draw.j + 1),
        }
    return head


def _sources(draw: Draw, document: str) -> Fields:
    made: Value = {"title": MADE, "compared_on": COMPARED_ON}
    place = f"Điều {draw.number % 40 + 1}"
    cited: Value = {"document": document, "place": place, "compared_on": COMPARED_ON}
    return {
        "sources": [cited if document else made],
        "reviewed_on": COMPARED_ON,
        "review_due": REVIEW_DUE,
    }
