"""From what people write in a cell to the id of a record: its id, its code or its name.

Nothing is guessed: a name that several records have, or a place that was divided, is told with
every choice, and the person who knows writes the id.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.entries import ID
from generator.library import Library
from generator.places import Match, Places
from generator.records.agencies import Agency
from generator.records.areas import Area, called
from generator.records.documents import Document
from generator.records.organisations import Organisation
from generator.records.practitioners import Practitioner
from generator.records.procedures import Procedure
from generator.records.record import Record
from generator.records.rosters import Roster
from generator.vietnamese.document_numbers import find_numbers, number_key
from generator.vietnamese.folding import fold
from generator.vietnamese.place_names import kind_and_name, same_name

MOST_COMPARED = 3000  # names among which the nearest is looked for; more would take too long
MOST_NEAR = 50  # words for which it is looked for; where a column is wrong, these show it
LIKE = 0.75  # of two names; below this a guess misleads
MOST_CHOICES = 6
Coded = Organisation | Practitioner | Roster | Procedure


class Unfit(Exception):
    """What stands in a cell leads nowhere; the key and values of the sentence that says so."""

    def __init__(self, key: str, **values: object) -> None:
        """Name the sentence in the catalogue and the values for its holes."""
        super().__init__(key)
        self.key, self.values = key, values


class Nearest:
    """The name that an unknown word looks most like; each word is compared once."""

    def __init__(self) -> None:
        """Know no name yet."""
        self._names: dict[str, str] = {}
        self._found: dict[str, str] = {}
        self._left = MOST_NEAR

    def learn(self, name: str) -> None:
        """One more name, as it is written."""
        self._names.setdefault(same_name(name), name)
        self._found.clear()

    def to(self, words: str) -> str:
        """The nearest name, or nothing; nothing too behind the first words, for it takes long."""
        wanted = same_name(words)
        if wanted not in self._found:
            self._found[wanted] = self._compared(wanted)
        return self._found[wanted]

    def _compared(self, wanted: str) -> str:
        if self._left <= 0 or len(self._names) > MOST_COMPARED:
            return ""
        self._left -= 1
        near = difflib.get_close_matches(wanted, self._names, n=1, cutoff=LIKE)
        return self._names[near[0]] if near else ""


class Names:
    """The records of one kind by everything they are called."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._nearest = Nearest()
        self._ids: dict[str, None] = {}
        self._by_code: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)

    def add(self, id: str, code: str | None, names: Iterable[str]) -> None:
        """Learn what one record is called."""
        self._ids[id] = None
        if code:
            self._by_code[code.casefold()].append(id)
        spelled = {same_name(name): name for name in names}
        for name in spelled:
            self._by_name[name].append(id)
        for name in (id, *spelled.values()):
            self._nearest.learn(name)

    def known_as(self, words: str) -> str | None:
        """The id, or None where nothing is called so; Unfit where several are."""
        if words in self._ids:
            return words
        found = self._by_code.get(words.casefold()) or self._by_name.get(same_name(words)) or []
        if len(found) > 1:
            raise Unfit("table-several-records", value=words, choices=listed(found))
        return found[0] if found else None

    def id_of(self, words: str, told: str = "") -> str:
        """The id; Unfit where nothing, or more than one, is called so, which was `told` so."""
        found = self.known_as(words)
        if found is None:
            raise unknown("table-unknown-record", told or words, self._nearest)
        return found


def unknown(key: str, words: str, nearest: Nearest) -> Unfit:
    """That nothing is called so, with the nearest name there is."""
    near = nearest.to(words)
    return Unfit(f"{key}-near" if near else key, value=words, near=near)


def listed(choices: Iterable[str]) -> str:
    """The choices for a sentence; of many, the first."""
    every = list(dict.fromkeys(choices))
    return "; ".join(every[:MOST_CHOICES]) + ("; …" if len(every) > MOST_CHOICES else "")


class Lookups:
    """Everything that a cell may name, gathered from the library once."""

    def __init__(self, library: Library, today: date | None = None) -> None:
        """Gather what the records of `library` are called; areas that ended are names of before."""
        self._places = Places(library, today)
        self._areas = {area.id: area for area in library.every(Area)}
        offered = [a for a in library.published(Area) if not (today and a.has_ended(today))]
        self._nearest_area = Nearest()
        for area in offered:
            self._nearest_area.learn(area.label)
        self._area_keys = {key: area.id for area in offered for key in (area.id, area.code) if key}
        self._found: dict[tuple[str, str], str | Unfit] = {}
        self.remarks: dict[str, Unfit] = {}  # what to tell of names of places, once each
        self._names: dict[type[Record], Names] = defaultdict(Names)
        kinds: tuple[type[Coded], ...] = (Organisation, Practitioner, Roster, Procedure)
        for kind in kinds:
            for record in library.every(kind):
                self._names[kind].add(record.id, record.code, (record.name,))
        for agency in library.every(Agency):
            self._names[Agency].add(agency.id, None, (name.name for name in agency.names))
        for document in library.every(Document):
            key = number_key(document.number) if document.number else None
            self._names[Document].add(document.id, key, (document.title,))

    def learn(self, kind: type[Record], id: str, code: str | None, name: str) -> None:
        """A record that this import will make may be named in the same table."""
        self._names[kind].add(id, code, (name,))

    def record(self, kind: type[Record], words: str) -> str:
        """The id of a record of a kind."""
        return self._names[kind].id_of(words)

    def party(self, words: str) -> str:
        """The id of an agency where one is called so, else the words."""
        found = self._names[Agency].known_as(words)
        if found is None and ID.fullmatch(words) and "-" in words:
            raise Unfit("table-unknown-record", value=words)
        return found or words

    def document(self, words: str) -> tuple[str, str]:
        """The id of a document named by number or id, and the article behind it."""
        number = next(find_numbers(words), None)
        if number:
            article = words[number.start + len(number.printed) :]
            told = words[: number.start + len(number.printed)]
            id = self._names[Document].id_of(number_key(number.written), told)
        else:
            named, _, article = words.partition(":")
            id = self._names[Document].id_of(named.strip())
        return id, article.strip(" ,.:;")

    # -- places

    def area(self, words: str, province: str = "") -> str:
        """The id of the area that the words mean, within a province where one is named beside."""
        key = words, province
        if key not in self._found:
            try:
                self._found[key] = self._area(words, province)
            except Unfit as unfit:
                self._found[key] = unfit
        found = self._found[key]
        if isinstance(found, Unfit):
            raise found
        return found

    def province_of(self, area: str | None) -> str | None:
        """The id of the province in which an area lies."""
        found = self._areas.get(area or "")
        if found is None:
            return None
        return found.id if found.is_province else found.province

    def called(self, area: str | None) -> tuple[str, str]:
        """What an area and its province are called, for an id; empty where unknown."""
        found = self._areas.get(area or "")
        province = self._areas.get(self.province_of(area) or "")
        name = found.label if found and not found.is_province else ""
        return name, province.name if province else ""

    def _area(self, words: str, province: str) -> str:
        if words in self._area_keys:
            return self._area_keys[words]
        own, _, behind = words.partition(",")
        within = behind.strip() or province
        matches = list(self._fitting(own.strip(), within))
        today = {match.areas[0].id for match in matches if not match.of_before}
        before = {area.id for match in matches if match.of_before for area in match.areas}
        if len(today) == 1:
            return self._of_today(words, today.pop(), before)
        choices = today | before
        if len(choices) != 1:
            raise self._no_single_area(words, choices)
        return self._of_before(words, choices.pop())

    def _of_today(self, words: str, id: str, before: set[str]) -> str:
        """A name of today is meant as such; where it once reached further, that is told."""
        others = sorted(self._areas[one].label for one in before - {id})
        if others:
            self.remarks[words] = Unfit(
                "table-name-of-today", value=words, others=listed(others), id=id
            )
        return id

    def _of_before(self, words: str, id: str) -> str:
        """An old name that leads to one place: used, and told."""
        now = self._areas[id].label
        self.remarks[words] = Unfit("table-former-name", value=words, now=now)
        return id

    def _no_single_area(self, words: str, choices: Iterable[str]) -> Unfit:
        told = listed(sorted(choices))
        if told:
            return Unfit("table-several-areas", value=words, choices=told)
        return unknown("table-unknown-area", words.partition(",")[0], self._nearest_area)

    def _fitting(self, words: str, within: str) -> Iterator[Match]:
        """The places so called, of the kind and in the province that the words name."""
        found = self._places.resolve(words)
        kind, name = kind_and_name(words)
        exact = [one for one in found if same_name(name) == same_name(_bare(one))]
        for match in exact or found:
            fits_kind = not kind or kind_and_name(match.label)[0] == kind
            if fits_kind and (not within or within_names(match.province, within)):
                yield match


def _bare(match: Match) -> str:
    """The name of a match without its kind and its district."""
    return kind_and_name(match.label)[1].partition(" (")[0]


def within_names(province: Area, words: str) -> bool:
    """Whether the words name a province: by its id, its code, or its name with or without kind."""
    names = (province.id, province.name, called(province.kind, province.name), province.code or "")
    return fold(words) in [fold(name) for name in names if name]
