"""The values of one content file, asked field by field, with their place.

Asking tells what fields there are: `close` names the ones that nobody asked for. A wrong value is
reported and something harmless returned, so that one reading finds every problem of the file.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, TypeVar

from generator.privacy import Care, every_personal_data, is_mobile, may_be_amiss
from generator.problems import Problem, Step
from generator.values import Value

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 80
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47: vi, tyz, hmn
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # Python also reads 20230522 and 2023-W21-1
TELEPHONE = re.compile(r"(?:0|\+84)[0-9]{9,10}|1[0-9]{2,7}|1[89]00[0-9]{6}")  # without gaps
MAIL = re.compile(r"[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
YEARS = range(1900, 2101)  # beyond them is a slip of the hand, or a way to say "no end"
WEB = re.compile(
    r"(?:https?://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::[0-9]{2,5})?(?:[/?#][^\s<>\"']*)?"
)
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")  # Python also reads 1_000 and 1e999999
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\ufeff\u200b\u2028-\u202e\u2066-\u2069\ue000-\uf8ff]"
)  # controls, invisible signs, signs that turn the direction of reading, private signs
PLACEHOLDERS = frozenset(
    {"-", "--", "...", "…", "?", "n/a", "test", "abc", "xxx", "chưa rõ", "đang cập nhật"}
)

LONGEST_PLACEHOLDER = max(map(len, PLACEHOLDERS))
GAPS_OF_NUMBERS = dict.fromkeys(map(ord, " .()-"))

Choice = TypeVar("Choice", bound=StrEnum)
Part = TypeVar("Part")


class Reference(Value, frozen=True):
    """One record names another: from the place `where`, to `id` in `folder`."""

    where: tuple[Step, ...]
    folder: str
    id: str


class Named(Value, frozen=True):
    """Somebody whom a record names at `where`: one agency by its id, or a group in words.

    The days are those on which they are to act, where these are not the record's own.
    """

    where: tuple[Step, ...]
    agency: str | None
    words: str | None
    first_day: date | None
    last_day: date | None


@dataclass
class Findings:
    """What came to light while one file was read.

    `care` is what `care_for` said of its text; without it every value is looked at closely.
    """

    file: str
    care: Care = Care.ALL
    is_draft: bool = False
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    parties: list[Named] = field(default_factory=list)


def amiss_in_signs(text: str) -> Iterator[tuple[str, dict[str, object]]]:
    """The faults of letters that no eye sees, each as the key and the values of a problem."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        yield "not-nfc", {}
    hidden = CONTROL.search(text)
    if hidden:
        yield "hidden-sign", {"code": f"U+{ord(hidden[0]):04X}"}


@cache
def words_of(kinds: type[Choice]) -> dict[str, Choice]:
    """The members of an enumeration by their words."""
    return {str(kind): kind for kind in kinds}


@lru_cache(maxsize=1 << 16)  # thousands of records were reviewed on one day
def day_of(text: str) -> date | None:
    """The day that a text such as 2023-05-22 names, and nothing but names."""
    try:
        return date.fromisoformat(text) if ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None  # told with every other way of writing no day


@lru_cache(maxsize=1 << 11)  # more than a day has minutes
def clock_of(text: str) -> time | None:
    """The time of day that a text such as 07:30 names, and nothing but names."""
    return time.fromisoformat(text) if CLOCK.fullmatch(text) else None


class Entry:
    """A mapping of a content file."""

    __slots__ = ("_asked", "_care", "_values", "findings", "where")

    def __init__(
        self, findings: Findings, values: dict[str, Any], where: tuple[Step, ...] = ()
    ) -> None:
        """Stand at `where` in the file of `findings`."""
        self.findings, self.where = findings, where
        self._values, self._care = values, findings.care
        self._asked: dict[str, None] = {}

    def report(self, key: str, *steps: Step, **values: object) -> None:
        """Note a problem at `steps` below this mapping."""
        found = Problem(self.findings.file, key, values, (*self.where, *steps))
        self.findings.problems.append(found)

    def has(self, name: str) -> bool:
        """Whether the field is there and not empty."""
        return self._value(name) is not None

    def names(self) -> tuple[str, ...]:
        """The names of all fields, where their author chooses them."""
        return tuple(self._values)

    def close(self) -> None:
        """Name every field that is not known here, with the nearest one that is."""
        if self._values.keys() <= self._asked.keys():
            return
        for name in self._values:
            if name not in self._asked:
                near = difflib.get_close_matches(name, self._asked, n=1, cutoff=0.6)
                key = "unknown-field-near" if near else "unknown-field"
                self.report(key, name, name=name, near="".join(near), known=", ".join(self._asked))

    # -- one value

    def text(self, name: str) -> str:
        """A text that must be there."""
        self._asked[name] = None
        value = self._values.get(name)
        if plain := self._plain_text(value):
            return plain
        found = self._odd_text(value, name)
        if found is None:
            self.report("missing-field", name=name)
        return found or ""

    def text_to_publish(self, name: str) -> str:
        """A text that a draft may still lack."""
        return (self.optional_text(name) or "") if self.findings.is_draft else self.text(name)

    def optional_text(self, name: str) -> str | None:
        """A text, or None where the field is absent or empty."""
        self._asked[name] = None
        value = self._values.get(name)
        if value is None:
            return None
        return self._plain_text(value) or self._odd_text(value, name)

    def telephone(self, name: str) -> str:
        """One number of an office's public desk.

        An identity number has another form; a mobile goes home with somebody.
        """
        value = self._value(name)
        if value is None:
            self.report("missing-field", name=name)
            return ""
        text = self._sound_text(value, name)
        if text and not TELEPHONE.fullmatch(text.translate(GAPS_OF_NUMBERS)):
            self.report("not-a-telephone", name, value=text)
        elif is_mobile(text):
            self.report("mobile-telephone", name, value=text)
        return text

    def mail(self, name: str) -> str:
        """An office's address for e-mail."""
        text = self.text(name)
        if text and not MAIL.fullmatch(text):
            self.report("not-a-mail", name, value=text)
        return text

    def web(self, name: str) -> str:
        """An office's address on the web, with or without https:// in front."""
        text = self.text(name)
        if text and not WEB.fullmatch(text):
            self.report("not-a-web-address", name, value=text)
        return text

    def day(self, name: str) -> date | None:
        """A day written 2023-05-22, or None."""
        self._asked[name] = None
        value = self._values.get(name)
        if value is None:
            return None
        day = day_of(value) if value.__class__ is str else None
        return day if day and day.year in YEARS else self._odd_day(name)

    def clock(self, name: str) -> time | None:
        """A time of day written 07:30; it must be there."""
        self._asked[name] = None
        value = self._values.get(name)
        found = clock_of(value) if value.__class__ is str else None
        if found is not None:
            return found
        text = self.text(name)
        if text and not CLOCK.fullmatch(text):
            self.report("not-a-clock", name, name=name, value=text)
        return clock_of(text)

    def clocks(self, name: str) -> tuple[time, ...]:
        """A list of times of day written 07:30."""
        texts = self.texts(name)
        for index, value in enumerate(texts):
            if value and not CLOCK.fullmatch(value):
                self.report("not-a-clock", name, index, name=name, value=value)
        return tuple([found for found in map(clock_of, texts) if found is not None])

    def language(self, name: str) -> str:
        """A language tag such as vi, tyz or hmn (BCP 47)."""
        value = self.text(name)
        self._report_no_language(value, name)
        return value

    def number(self, name: str) -> Decimal | None:
        """A decimal number, or None."""
        value = self.optional_text(name)
        if value is None or NUMBER.fullmatch(value):
            return Decimal(value) if value is not None else None
        self.report("not-a-number", name, name=name, value=value)
        return None

    def whole_number(self, name: str) -> int | None:
        """A whole number from 0 upwards, or None."""
        value = self.optional_text(name)
        if value is None or WHOLE_NUMBER.fullmatch(value):
            return int(value) if value is not None else None
        self.report("not-a-whole-number", name, name=name, value=value)
        return None

    def yes(self, name: str) -> bool:
        """`true` or `false`; absent means false."""
        value = self.optional_text(name)
        if value not in (None, "true", "false"):
            self.report("not-true-or-false", name, name=name, value=value)
        return value == "true"

    def choice(self, name: str, kinds: type[Choice], *, needed: bool = True) -> Choice | None:
        """One of the words of `kinds`."""
        self._asked[name] = None
        value = self._values.get(name)
        if value is None and not needed:
            return None
        chosen: Choice | None = words_of(kinds).get(value) if value.__class__ is str else None
        if chosen is not None:
            return chosen
        text = self.text(name) if needed else self.optional_text(name)
        return self._choice(text, kinds, name) if text else None

    def id(self, name: str) -> str:
        """A name of this record in addresses: a-z, 0-9 and single hyphens."""
        value = self.text(name)
        self._report_no_id(value, name)
        return value

    def reference(self, name: str, folder: str) -> str | None:
        """The id of a record of `folder`, noted so that the library can follow it."""
        value = self.optional_text(name)
        if value is not None:
            self._refer(value, folder, name)
        return value

    # -- many values

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where the field is absent."""
        return tuple([self._text_of(value, name, at) for at, value in self._items(name)])

    def choices(self, name: str, kinds: type[Choice]) -> tuple[Choice, ...]:
        """A list of words of `kinds`, each once."""
        found = [
            self._choice(self._text_of(value, name, index), kinds, name, index)
            for index, value in self._items(name)
        ]
        return tuple(dict.fromkeys(one for one in found if one))

    def languages(self, name: str) -> tuple[str, ...]:
        """A list of language tags (BCP 47)."""
        found = self.texts(name)
        for index, value in enumerate(found):
            self._report_no_language(value, name, index)
        return found

    def ids(self, name: str) -> tuple[str, ...]:
        """A list of ids that lead to no record, such as former ones."""
        found = self.texts(name)
        for index, value in enumerate(found):
            self._report_no_id(value, name, index)
        return found

    def references(self, name: str, folder: str) -> tuple[str, ...]:
        """A list of ids of records of `folder`."""
        found = self.texts(name)
        seen: set[str] = set()
        for index, value in enumerate(found):
            if value in seen:
                self.report("repeated", name, index, value=value)
            seen.add(value)
            self._refer(value, folder, name, index)
        return found

    def part(self, name: str, read: Callable[["Entry"], Part]) -> Part | None:
        """What `read` makes of the mapping below `name`, or None where the field is absent."""
        value = self._value(name)
        return self._part(value, read, name) if value is not None else None

    def parts(self, name: str, read: Callable[["Entry"], Part]) -> tuple[Part, ...]:
        """What `read` makes of each mapping in the list below `name`."""
        found = [self._part(value, read, name, index) for index, value in self._items(name)]
        return tuple([one for one in found if one is not None])

    def note_reference(self, folder: str, id: str, *steps: Step) -> None:
        """Say that the value at `steps` leads to a record of `folder`."""
        self.findings.references.append(Reference((*self.where, *steps), folder, id))

    def note_party(self, party: Named) -> None:
        """Say whom the record names, so that they can be compared with all agencies."""
        self.findings.parties.append(party)

    # -- below

    def _part(self, value: Any, read: Callable[["Entry"], Part], *steps: Step) -> Part | None:
        if not isinstance(value, dict):
            self.report("not-a-mapping", *steps, name=steps[0])
            return None
        below = Entry(self.findings, value, (*self.where, *steps))
        part = read(below)
        below.close()
        return part

    def _value(self, name: str) -> Any:
        self._asked[name] = None
        value = self._values.get(name)
        if value is None:
            return None
        is_blank = not value.strip() if isinstance(value, str) else not value
        return None if is_blank else value

    def _items(self, name: str) -> Iterable[tuple[int, Any]]:
        self._asked[name] = None
        value = self._values.get(name)
        if value is None:
            return ()
        if isinstance(value, list):
            return enumerate(value)
        if self._value(name) is not None:
            self.report("not-a-list", name, name=name)
        return ()

    def _text_of(self, value: Any, name: str, index: int) -> str:
        return self._plain_text(value) or self._checked_text(value, name, index)

    def _choice(self, value: str, kinds: type[Choice], *steps: Step) -> Choice | None:
        words = words_of(kinds)
        if not value or value in words:
            return words.get(value)
        near = "".join(difflib.get_close_matches(value, words, n=1))
        key = "not-a-choice-near" if near else "not-a-choice"
        named = {"name": steps[0], "value": value, "near": near, "choices": ", ".join(words)}
        self.report(key, *steps, **named)
        return None

    def _odd_day(self, name: str) -> date | None:
        """A day with spaces around it, or the report of what is none."""
        value = self.optional_text(name)
        if value is None:
            return None
        day = day_of(value)
        if day and day.year in YEARS:
            return day
        values = {"value": value, "first": YEARS[0], "last": YEARS[-1]}
        self.report("day-far-away" if day else "not-a-day", name, name=name, **values)
        return None

    def _report_no_language(self, value: str, *steps: Step) -> None:
        if value and not LANGUAGE.fullmatch(value):
            self.report("not-a-language", *steps, value=value)

    def _report_no_id(self, value: str, *steps: Step) -> None:
        if value and (not ID.fullmatch(value) or len(value) > MAX_ID):
            self.report("not-an-id", *steps, name=steps[0], value=value, most=MAX_ID)

    def _refer(self, value: str, folder: str, *steps: Step) -> None:
        if value:
            self.note_reference(folder, value, *steps)

    def _plain_text(self, value: Any) -> str:
        """The text, where nothing can be amiss with it; empty where it must be looked at."""
        if value.__class__ is not str or (self._care and may_be_amiss(value, self._care)):
            return ""
        text: str = value.strip()
        is_long = len(text) > LONGEST_PLACEHOLDER
        return text if is_long or text.lower() not in PLACEHOLDERS else ""

    def _odd_text(self, value: Any, name: str) -> str | None:
        is_blank = not value.strip() if isinstance(value, str) else not value
        return None if is_blank else self._checked_text(value, name)

    def _checked_text(self, value: Any, *steps: Step) -> str:
        text = self._sound_text(value, *steps)
        for found in every_personal_data(text):
            self.report("personal-data", *steps, found=found)
        return text

    def _sound_text(self, value: Any, *steps: Step) -> str:
        if not isinstance(value, str):
            self.report("not-a-text", *steps, name=steps[0])
            return ""
        text = value.strip()
        for key, values in amiss_in_signs(text) if self._care is Care.ALL else ():
            self.report(key, *steps, **{"name": steps[0], **values})
        if not text or text.lower() in PLACEHOLDERS:
            self.report("placeholder", *steps, value=text)
        return text
