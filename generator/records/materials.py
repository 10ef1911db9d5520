"""Materials: what citizens read, hear and see, and what each must state (QĐ 14/2019/QĐ-TTg)."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.files import FILES_AT, kind_of_file, report_unfit_file
from generator.records.record import (
    Basis,
    Outline,
    Party,
    Record,
    Status,
    read_basis,
    read_header,
    read_party,
)
from generator.values import Value


class MaterialKind(StrEnum):
    """The form of a material."""

    VIDEO = "video"
    AUDIO = "audio"
    LEAFLET = "leaflet"
    POSTER = "poster"
    ARTICLE = "article"
    QUESTION_ANSWER = "question_answer"
    CASE_STORY = "case_story"
    ANNOUNCEMENT = "announcement"


RECORDINGS = (MaterialKind.AUDIO, MaterialKind.VIDEO)  # of no use without their file


class Approval(Value, frozen=True):
    """Who let the material out, and when."""

    by: str
    on: date | None
    note: str | None


class Question(Value, frozen=True):
    """A question with its answer in Markdown and the article behind it."""

    question: str
    answer: str
    basis: str | None


class MediaFile(Value, frozen=True):
    """A file below content/files/; `kind` is audio, video, print or image."""

    path: str
    kind: str
    title: str
    length_seconds: int | None
    transcript: str | None

    @property
    def address(self) -> str:
        """Its place, from the root of the site."""
        return f"{FILES_AT}/{self.path}"


class MaterialOutline(Outline, frozen=True):
    """By what a material stands in its list; `compiler` is the id of an agency."""

    folder: ClassVar[str] = "materials"

    kind: MaterialKind | None
    topic: str
    language: str
    compiler: str | None
    issued_on: date | None


class Material(Record, frozen=True):
    """A leaflet, story, recording or the like for citizens."""

    folder: ClassVar[str] = "materials"
    section: ClassVar[str] = "tai-lieu"

    title: str
    kind: MaterialKind | None
    topic: str
    summary: str
    audiences: tuple[str, ...]
    language: str
    compiler: Party | None
    approval: Approval | None
    issued_on: date | None
    legal_basis: tuple[Basis, ...]
    body: str | None
    questions: tuple[Question, ...]
    files: tuple[MediaFile, ...]

    @property
    def label(self) -> str:
        """Its title."""
        return self.title

    @property
    def gist(self) -> str:
        """Its summary."""
        return self.summary

    @property
    def outline(self) -> MaterialOutline:
        """What the list of materials is planned from."""
        compiler = self.compiler.agency if self.compiler else None
        return MaterialOutline(
            self.id, self.kind, self.topic, self.language, compiler, self.issued_on
        )


def read_material(entry: Entry) -> Material:
    """A material from its content file."""
    header: dict[str, Any] = read_header(entry, Material.folder)
    material = Material(
        **header,
        title=entry.text("title"),
        kind=entry.choice("kind", MaterialKind),
        topic=entry.text("topic"),
        summary=entry.text("summary"),
        audiences=entry.texts("audiences"),
        language=entry.language("language"),
        compiler=read_party(entry, "compiler"),
        approval=entry.part("approval", read_approval),
        issued_on=entry.day("issued_on"),
        legal_basis=entry.parts("legal_basis", read_basis),
        body=entry.optional_text("body"),
        questions=entry.parts("questions", read_question),
        files=entry.parts("files", read_file),
    )
    if material.status is Status.PUBLISHED:
        _report_what_decision_14_asks(entry)
        _report_recordings_without_words(entry, material.files)
    if not (material.body or material.questions or material.files):
        entry.report("material-without-body")
    if material.kind in RECORDINGS and all(file.kind != material.kind for file in material.files):
        entry.report("material-without-recording", "kind", kind=material.kind)
    return material


def _report_what_decision_14_asks(entry: Entry) -> None:
    """Compiler, approval, issue date and legal basis (Quyết định 14/2019/QĐ-TTg)."""
    if not entry.has("approval"):
        entry.report("material-without-approval")
    for name in ("compiler", "issued_on", "legal_basis"):
        if not entry.has(name):
            entry.report("missing-field", name=name)


def _report_recordings_without_words(entry: Entry, files: tuple[MediaFile, ...]) -> None:
    """Who cannot hear, or has no speaker, reads what a recording says (WCAG 2.2, 1.2.1 and 1.2.3).

    Words on the page serve films too: a page from a disk may not load captions of its own.
    """
    for index, file in enumerate(files):
        if file.kind in RECORDINGS and not file.transcript:
            entry.report("recording-without-transcript", "files", index, title=file.title)


def read_approval(entry: Entry) -> Approval:
    """Who approved, on which day."""
    if not entry.has("on"):
        entry.report("missing-field", name="on")
    return Approval(entry.text("by"), entry.day("on"), entry.optional_text("note"))


def read_question(entry: Entry) -> Question:
    """A question with its answer."""
    return Question(entry.text("question"), entry.text("answer"), entry.optional_text("basis"))


def read_file(entry: Entry) -> MediaFile:
    """A file of a kind that browsers show without running anything in it."""
    path = entry.text("path")
    if path:
        report_unfit_file(entry, path, "path")
    return MediaFile(
        path=path,
        kind=kind_of_file(path),
        title=entry.text("title"),
        length_seconds=entry.whole_number("length_seconds"),
        transcript=entry.optional_text("transcript"),
    )
