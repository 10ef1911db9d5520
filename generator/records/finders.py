"""Finders: a few questions in plain words that lead a citizen to the groups they belong to."""

from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import Record, read_header
from generator.values import Value


class Answer(Value, frozen=True):
    """Something that may be answered.

    `unknown` leaves the question open; so does `alone` ("none of these") beside another answer.
    """

    id: str
    text: str
    hint: str | None
    unknown: bool
    alone: bool


class Question(Value, frozen=True):
    """A question; `several` answers may be true of one person."""

    id: str
    text: str
    hint: str | None
    several: bool
    answers: tuple[Answer, ...]


class Finder(Record, frozen=True):
    """The questions, in the order in which they are asked."""

    folder: ClassVar[str] = "finders"
    section: ClassVar[str] = "tim-dien"

    name: str
    summary: str
    lead: str | None
    procedure: str | None
    questions: tuple[Question, ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.name or self.id

    @property
    def gist(self) -> str:
        """Its summary."""
        return self.summary or self.label


def read_finder(entry: Entry) -> Finder:
    """A finder from its content file."""
    header: dict[str, Any] = read_header(entry, Finder.folder)
    finder = Finder(
        **header,
        name=entry.text("name"),
        summary=entry.text("summary"),
        lead=entry.optional_text("lead"),
        procedure=entry.reference("procedure", "procedures"),
        questions=entry.parts("questions", read_question),
    )
    if not entry.has("questions"):
        entry.report("missing-field", name="questions")
    _report_repeated(entry, "questions", [question.id for question in finder.questions])
    return finder


def read_question(entry: Entry) -> Question:
    """A question with its answers."""
    question = Question(
        id=entry.id("id"),
        text=entry.text("text"),
        hint=entry.optional_text("hint"),
        several=entry.yes("several"),
        answers=entry.parts("answers", read_answer),
    )
    if not entry.has("answers"):
        entry.report("missing-field", name="answers")
    _report_repeated(entry, "answers", [answer.id for answer in question.answers])
    return question


def _report_repeated(entry: Entry, name: str, ids: list[str]) -> None:
    """Two with one id could not be told apart by the groups."""
    for index, id in enumerate(ids):
        if id in ids[:index]:
            entry.report("repeated", name, index, "id", value=id)


def read_answer(entry: Entry) -> Answer:
    """An answer."""
    return Answer(
        id=entry.id("id"),
        text=entry.text("text"),
        hint=entry.optional_text("hint"),
        unknown=entry.yes("unknown"),
        alone=entry.yes("alone"),
    )
