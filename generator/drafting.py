"""A bulletin drafted from another record, for a person to mend and to let out.

Its words stand in theme/drafts/, a text for each kind that can be drafted, with the parts of a
bulletin under their names in brackets. Facts come from the record alone, so that whoever approves
compares with the sources that it names.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)

from generator.broken_templates import broken_template
from generator.entries import ID
from generator.importers.draft_writing import comments, present, shortened
from generator.importers.yaml_edits import written
from generator.intake import load
from generator.library import OF_FOLDER, Library
from generator.problems import ContentError, Fault, Problem
from generator.project import Project
from generator.records.agencies import Agency
from generator.records.bulletins import Bulletin, Form
from generator.records.campaigns import Campaign
from generator.records.materials import Material
from generator.records.procedures import Procedure
from generator.records.record import Basis, Party, Record, Source, Status
from generator.vietnamese.spoken_numbers import ordinal
from generator.vietnamese.weekdays import spelled

TEXTS = "drafts"  # their folder in the theme
KINDS: tuple[type[Record], ...] = (Procedure, Campaign, Material)
BEGINNING = "ban-tin-"  # of an id, which tells it from that of its record
LONGEST_ID = 80
PARTS = ("advice", "title", "column", "greeting", "lead", "segments", "contact", "closing")
PART = re.compile(r"^\[([a-z]+)\]$", re.M)
SPEAKER = re.compile(r"([^:.?!]{1,40}): (.+)", re.S)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
EMPHASIS = re.compile(r"\*+|`+|^\s*(?:#+|>|[-*+]|[0-9]+[.)])\s+", re.M)
HEAD_OF_TABLE = re.compile(r"^\|.*\n\|[|\s:-]+$", re.M)
ENDS = (".", "!", "?", ":", ";", "…")


def draft_bulletin(project: Project, name: str, out: Path | None) -> Path:
    """Write a draft from the record of an id, or of a folder with an id; gives its file.

    Raises `Fault` where no single record is meant, where none can be drafted from it, and where the
    file is there already; `ContentError` where the text of its kind is broken.
    """
    library = load(project.content)[0].on(project.today)
    record = _meant(library, name)
    file = out or project.content / Bulletin.folder / f"{_id_from(record)}.yml"
    if not ID.fullmatch(file.stem) or file.suffix != ".yml":
        raise Fault("bulletin-file-name", file=file)
    text = _yaml(record, file.stem, _parts(library, project.theme, record))
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise Fault("bulletin-file-exists", file=file) from None
    return file


# ---- from which record ---------------------------------------------------------------------------


def _meant(library: Library, name: str) -> Record:
    folder, _, id = name.rpartition("/")
    kinds = [kind for kind in KINDS if folder in ("", kind.folder)]
    found = [one for kind in kinds if (one := library.find(kind, id))]
    if len(found) > 1:
        raise Fault(
            "bulletin-ambiguous", id=id, names=", ".join("/".join(one.key) for one in found)
        )
    if not found:
        raise _unknown(library, name, id)
    if not _can_be_said(found[0]):
        raise Fault("bulletin-from-none", id=id, folder=found[0].folder)
    if found[0].status is Status.WITHDRAWN or getattr(found[0], "is_abolished", False):
        raise Fault("bulletin-from-gone", id=id)
    return found[0]


def _unknown(library: Library, name: str, id: str) -> Fault:
    others = [folder for folder, kind in OF_FOLDER.items() if library.find(kind, id)]
    if others:
        return Fault("bulletin-from-none", id=id, folder=", ".join(others))
    known = [one for kind in KINDS for one, _ in library.files(kind)]
    near = get_close_matches(id, known, n=3)
    key = "bulletin-from-unknown-near" if near else "bulletin-from-unknown"
    return Fault(key, id=name, near=", ".join(near))


def _can_be_said(record: Record) -> bool:
    """Whether it is of a kind that has a text; of materials those with questions and answers."""
    return not isinstance(record, Material) or bool(record.questions)


def _id_from(record: Record) -> str:
    return f"{BEGINNING}{shortened(record.id, LONGEST_ID - len(BEGINNING))}"


# ---- in which words ------------------------------------------------------------------------------


def _parts(library: Library, theme: Path, record: Record) -> Mapping[str, str]:
    """The parts of the text of a record's kind, by their names; raises as `draft_bulletin` does."""
    environment = Environment(
        loader=FileSystemLoader(theme / TEXTS),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "plain": plain,
        "ended": ended,
        "small": small,
        "spelled": spelled,
        "ordinal": ordinal,
    }
    name = f"{record.folder}.txt"
    try:
        text = environment.get_template(name).render(
            record=record,
            hotlines=[contact for _, contact in library.hotlines()],
            ask=_asked(library, record),
        )
    except TemplateNotFound as error:
        raise Fault("no-such-file", file=theme / TEXTS / str(error.name)) from None
    except TemplateError as error:
        raise ContentError([broken_template(error, theme)]) from None
    _, *pieces = PART.split(text)
    parts = dict(zip(pieces[::2], map(str.strip, pieces[1::2]), strict=True))
    if lost := [one for one in PARTS if not parts.get(one)]:
        told = {"names": ", ".join(f"[{one}]" for one in lost)}
        raise ContentError([Problem(f"theme/{TEXTS}/{name}", "draft-part-missing", told)])
    return parts


def _asked(library: Library, record: Record) -> tuple[Agency, ...]:
    return library.offered(Agency, record.ask) if isinstance(record, Campaign) else ()


def plain(text: str) -> str:
    """Markdown as sentences without any marks: each row of a list or of a table is one."""
    lines = HEAD_OF_TABLE.sub("", LINK.sub(r"\1", text)).splitlines()
    rows = (EMPHASIS.sub("", line).strip() for line in lines)
    return " ".join(ended(_row(row) if row[0] == "|" else row) for row in rows if row)


def _row(line: str) -> str:
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    row = ": ".join(filter(None, (cells[0], ", ".join(filter(None, cells[1:])))))
    return row[:1].upper() + row[1:]


def ended(text: str) -> str:
    """A sentence with its end."""
    return text if text.endswith(ENDS) else f"{text}."


def small(text: str) -> str:
    """A sentence that goes on behind others: without its end, and begun small if with no name."""
    whole = text.rstrip(".;")
    first, second = [*whole.split(), "", ""][:2]
    is_name = first[1:2].isupper() or second[:1].isupper()
    return whole if is_name else whole[:1].lower() + whole[1:]


# ---- as a content file ---------------------------------------------------------------------------


def _yaml(record: Record, id: str, parts: Mapping[str, str]) -> str:
    segments = list(_segments(parts["segments"], record))
    fields = {
        "id": id,
        "status": Status.DRAFT.value,
        "title": parts["title"],
        "agency": _agency(record),
        "column": parts["column"],
        "priority": "ordinary",
        "form": (Form.QUESTION_ANSWER if "speaker" in segments[0] else Form.MESSAGE).value,
        "greeting": parts["greeting"],
        "lead": parts["lead"],
        "segments": segments,
        "contact": parts["contact"],
        "closing": parts["closing"],
        "language": "vi",
        **_named(record),
        "legal_basis": [_basis(one) for one in getattr(record, "legal_basis", ())],
        "sources": [_source(one) for one in record.sources],
    }
    return comments(parts["advice"].splitlines()) + written(present(fields))


def _segments(text: str, record: Record) -> Iterator[dict[str, str]]:
    """Every paragraph; where there are questions, whoever asks or answers is told before it."""
    for paragraph in filter(None, (" ".join(one.split()) for one in re.split(r"\n\s*\n", text))):
        named = SPEAKER.fullmatch(paragraph) if isinstance(record, Material) else None
        yield {"speaker": named[1], "text": named[2]} if named else {"text": paragraph}


def _agency(record: Record) -> str | None:
    party: Party | None = record.lead if isinstance(record, Campaign) else None
    return (party.agency or party.words) if party else None


def _named(record: Record) -> dict[str, list[str]]:
    """The link to the record, of those kinds to which bulletins have one."""
    return {record.folder: [record.id]} if not isinstance(record, Material) else {}


def _basis(one: Basis) -> dict[str, Any]:
    return present({"document": one.document, "article": one.article})


def _source(one: Source) -> dict[str, Any]:
    """A source without its day: nobody has compared the draft yet."""
    return present({"document": one.document, "title": one.title, "place": one.place})
