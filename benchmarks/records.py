"""The records of a corpus as its peers see them, and the pages that they have in our site."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.entries import ID
from generator.records import KINDS

SECTIONS = {kind.folder: kind.section for kind in KINDS}
FOLDERS = {
    field: folder
    for folder, fields in {
        "access_standards": "standard",
        "agencies": "agency ask compiler decided_by from issuer lead leads partners to",
        "areas": "area serves",
        "campaigns": "campaigns",
        "documents": "document legal_basis replaced_by replaces",
        "materials": "materials",
        "organisations": "organisation",
        "plans": "plan plans",
        "procedures": "procedure procedures",
        "programmes": "programmes",
    }.items()
    for field in fields.split()
}  # the fields that may hold ids, and the kind of record they name
WHO = {("rosters", "who"): "practitioners"}  # fields that hold ids in one kind of record only
NAMED_BY = {
    kind: users.split()
    for kind, users in {
        "agencies": "agencies campaigns documents organisations plans procedures",
        "areas": "agencies organisations",
        "campaigns": "bulletins",
        "documents": "access_standards bulletins catalogues documents groups materials plans"
        " procedures programmes",
        "materials": "campaigns",
        "organisations": "calls organisations practitioners rosters",
        "plans": "campaigns",
        "procedures": "bulletins catalogues finders",
        "programmes": "campaigns plans",
    }.items()
}  # by kind, those that name such a record and to which its page leads back
DRAFT = re.compile(r"^status: draft$", re.MULTILINE)
OWN_KIND = ("instead", "parent", "successors")


def records(corpus: Path) -> Iterator[tuple[str, Path]]:
    """The kind (a folder of the corpus) and the file of each record that has a page: no drafts."""
    for kind in sorted(SECTIONS):
        for path in sorted((corpus / kind).rglob("*.yml")):
            if not DRAFT.search(path.read_text(encoding="utf-8")):
                yield kind, path


def record_pages(site: Path, corpus: Path) -> Iterator[Path]:
    """The pages that records of the corpus have in our site."""
    for kind, path in records(corpus):
        page = site / SECTIONS[kind] / f"{path.stem}.html"
        if page.is_file():
            yield page


def named_kind(kind: str, field: str, value: str) -> str | None:
    """The kind of record that a value of a field names, if it is an id and no words."""
    folder = kind if field in OWN_KIND else WHO.get((kind, field)) or FOLDERS.get(field)
    return folder if folder and ID.fullmatch(value) else None


def title(record: dict[str, object], id: str) -> str:
    """What people call a record of any kind."""
    names = record.get("names")
    latest = names[-1] if isinstance(names, list) else record
    return str(latest.get("name") or record.get("title") or record.get("number") or id)
