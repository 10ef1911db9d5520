"""Eligibility groups: who is entitled to free legal aid (Luật Trợ giúp pháp lý, Điều 7).

Groups are records with first and last day, never a list in code: later laws add and end them.
"""

from datetime import date
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import Record, read_header, report_order
from generator.values import Value


class Answered(Value, frozen=True):
    """An answer to a question of the finder."""

    question: str
    answer: str


class Condition(Value, frozen=True):
    """Holds when any of these answers was given.

    `hardship` marks the one that only tells of money: alone it points at no group in particular.
    """

    any_of: tuple[Answered, ...]
    hardship: bool = False


class Evidence(Value, frozen=True):
    """A paper that proves belonging, and the rule that asks for it."""

    text: str
    basis: str | None


class Group(Record, frozen=True):
    """People whom one clause entitles; all `conditions` must hold.

    `doubt` tells the reader why nobody should be told yes yet: the clause is known from news only.
    """

    folder: ClassVar[str] = "groups"
    section: ClassVar[str] = "dien-duoc-tro-giup"

    name: str
    clause: str
    document: str | None
    first_day: date | None
    last_day: date | None
    who: str
    hardship: bool
    conditions: tuple[Condition, ...]
    evidence: tuple[Evidence, ...]
    doubt: str | None
    note: str | None

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id

    @property
    def gist(self) -> str:
        """Who belongs to it."""
        return self.who or self.label

    def holds_on(self, day: date) -> bool:
        """Whether the clause gives this right on `day`."""
        began = self.first_day is None or self.first_day <= day
        return began and (self.last_day is None or day <= self.last_day)


def read_group(entry: Entry) -> Group:
    """A group from its content file."""
    header: dict[str, Any] = read_header(entry, Group.folder)
    for name in ("document", "conditions"):
        if not entry.has(name):
            entry.report("missing-field", name=name)
    group = Group(
        **header,
        name=entry.text("name"),
        clause=entry.text("clause"),
        document=entry.reference("document", "documents"),
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        who=entry.text("who"),
        hardship=entry.yes("hardship"),
        conditions=entry.parts("conditions", read_condition),
        evidence=entry.parts("evidence", read_evidence),
        doubt=entry.optional_text("doubt"),
        note=entry.optional_text("note"),
    )
    report_order(entry, group.first_day, group.last_day)
    return group


def read_condition(entry: Entry) -> Condition:
    """A condition; it names at least one answer, or it could never hold."""
    if not entry.has("any_of"):
        entry.report("missing-field", name="any_of")
    return Condition(entry.parts("any_of", read_answered), entry.yes("hardship"))


def read_answered(entry: Entry) -> Answered:
    """A question and an answer to it."""
    return Answered(entry.id("question"), entry.id("answer"))


def read_evidence(entry: Entry) -> Evidence:
    """A paper to bring."""
    return Evidence(entry.text("text"), entry.optional_text("basis"))
