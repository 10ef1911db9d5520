"""Materials: what citizens read, hear and see, and what each must state (QĐ 14/2019/QĐ-TTg)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import Party, Record, Status, read_header, read_party

FILE_KINDS = {
    ".mp3": "audio",
    ".ogg": "audio",
    ".opus": "audio",
    ".wav": "audio",
    ".mp4": "video",
    ".webm": "video",
    ".pdf": "print",
    ".docx": "print",
    ".jpg": "image",
    ".jpeg": "image",
    ".png": "image",
    ".webp": "image",
}  # no SVG and no HTML: opened as a document of their own they could run script

FILES_AT = "tep"  # their folder in site/


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


@dataclass(frozen=True)
class Approval:
    """Who let the material out, and when."""

    by: str
    on: date | None
    note: str | None


@dataclass(frozen=True)
class Basis:
    """An article of a document on which a material rests."""

    document: str
    article: str | None


@dataclass(frozen=True)
class Question:
    """A question with its answer in Markdown and the article behind it."""

    question: str
    answer: str
    basis: str | None


@dataclass(frozen=True)
class MediaFile:
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


@dataclass(frozen=True)
class Material(Record):
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
        language=_language(entry),
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
    if not (material.body or material.questions or material.files):
        entry.report("material-without-body")
    if material.kind in RECORDINGS and all(file.kind != material.kind for file in material.files):
        entry.report("material-without-recording", "kind", kind=material.kind)
    return material


def _language(entry: Entry) -> str:
    """A language tag such as vi, tyz or hmn (BCP 47)."""
    value = entry.text("language")
    if value and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        entry.report("not-a-language", "language", value=value)
    return value


def _report_what_decision_14_asks(entry: Entry) -> None:
    """Compiler, approval, issue date and legal basis (Quyết định 14/2019/QĐ-TTg)."""
    if not entry.has("approval"):
        entry.report("material-without-approval")
    for name in ("compiler", "issued_on", "legal_basis"):
        if not entry.has(name):
            entry.report("missing-field", name=name)


def read_approval(entry: Entry) -> Approval:
    """Who approved, on which day."""
    if not entry.has("on"):
        entry.report("missing-field", name="on")
    return Approval(entry.text("by"), entry.day("on"), entry.optional_text("note"))


def read_basis(entry: Entry) -> Basis:
    """A document and the article in it."""
    if not entry.has("document"):
        entry.report("missing-field", name="document")
    return Basis(entry.reference("document", "documents") or "", entry.optional_text("article"))


def read_question(entry: Entry) -> Question:
    """A question with its answer."""
    return Question(entry.text("question"), entry.text("answer"), entry.optional_text("basis"))


def read_file(entry: Entry) -> MediaFile:
    """A file of a kind that browsers show without running anything in it."""
    path = entry.text("path")
    kind = FILE_KINDS.get(PurePosixPath(path).suffix.lower(), "")
    if path and not kind:
        entry.report("file-kind", "path", value=path, kinds=" ".join(FILE_KINDS))
    if path and not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.[a-z0-9]+", path):
        entry.report("file-path", "path", value=path)
    return MediaFile(
        path=path,
        kind=kind,
        title=entry.text("title"),
        length_seconds=entry.whole_number("length_seconds"),
        transcript=entry.optional_text("transcript"),
    )
