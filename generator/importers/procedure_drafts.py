"""Drafts of what a decision announces: one catalogue with every row, and a card per procedure.

What the decision says in words that are no value of a record stays words, in the notes of the
draft. An abolished procedure has a row and no card.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.catalogue import say
from generator.importers.draft_writing import (
    Draft,
    Fields,
    comments,
    list_under,
    present,
    readable_id,
)
from generator.importers.findings import ImportedDocument, PartKind, Procedure
from generator.importers.procedure_columns import CODE, stem_of
from generator.importers.procedure_oddities import FREE, online_level
from generator.importers.yaml_edits import written
from generator.vietnamese.folding import fold
from generator.vietnamese.time_limits import read_time_limits

AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{4,9}) ?(?:đồng|đ|VNĐ)(?:/ ?[\w ]{1,20})?\.?")
SETS = re.compile(r"(?P<sets>\d{1,2})(?: \([^()]{2,20}\))? bộ\b")
PAPERS = re.compile(r"(?P<count>\d{1,2})(?: \([^()]{2,20}\))? bản (?P<kind>chính|sao|photo)")
NOTHING = re.compile(r"khong(?: co| quy dinh| yeu cau)?")
# Ways to hand in papers, by words that leave no doubt.
WAYS = (
    ("in_person", re.compile(r"\btruc tiep\b")),
    ("post", re.compile(r"\bbuu (?:chinh|dien)\b")),
    ("online", re.compile(r"\btruc tuyen\b|\bcong dich vu cong\b|dichvucong")),
)
ITEM_SIGNS = re.compile(r"^(?:[-+*•]\s*|\(?(?:\d{1,2}|[a-zđ])[.)]\s+)+")
BEFORE_PAPERS = re.compile(r"^(?:thanh phan )?ho so(?: gom| bao gom)?\b.{0,60}:$")


class ProcedureDrafting:
    """Writes the drafts of one decision."""

    def __init__(
        self, imported: ImportedDocument, document_id: str, known_agencies: Mapping[str, str]
    ) -> None:
        """Remember what to write, and give every procedure that stays in force an id."""
        self.imported = imported
        self.document_id = document_id
        self.known_agencies = known_agencies
        self.ids = dict(self.ids_of(imported.procedures))

    def drafts(self) -> Iterator[Draft]:
        """The catalogue, then the procedures in its order."""
        if self.imported.procedures:
            yield self.catalogue()
        for place, procedure in enumerate(self.imported.procedures):
            if place in self.ids:
                yield self.procedure(procedure, self.ids[place])

    def ids_of(self, procedures: Sequence[Procedure]) -> Iterator[tuple[int, str]]:
        """One id for each procedure in force: name and province, where needed a number as well."""
        place = self.imported.heading.place or ""
        taken: set[str] = set()
        for at, procedure in enumerate(procedures):
            if procedure.change == "abolished":
                continue
            found = readable_id(procedure.name, place, "") or f"thu-tuc-{at + 1}"
            if found in taken:
                found = readable_id(procedure.name, place, number_of(procedure, at))
            if found in taken:
                found = readable_id(procedure.name, place, str(at + 1))
            taken.add(found)
            yield at, found

    def catalogue(self) -> Draft:
        """Every row, as printed."""
        heading = self.imported.heading
        year = (heading.issued_on or "")[:4]
        name = readable_id(
            f"danh mục {heading.number or heading.title or ''}", heading.place or "", year
        )
        fields = {one.field for one in self.imported.procedures}
        opening = {
            "id": name,
            "status": "draft",
            "name": heading.title,
            "document": self.document_id,
            "field": fields.pop() if len(fields) == 1 else None,
        }
        rows = list_under("entries", map(self.row, range(len(self.imported.procedures))))
        sources = written({"sources": [{"document": self.document_id}]})
        remarks = (remark.told("vi") for remark in self.imported.remarks if remark.line)
        needed = say("vi", "import-draft-needs-catalogue")
        text = "".join([written(opening), comments(remarks), *rows, sources, comments([needed])])
        return Draft("catalogues", name, text)

    def row(self, place: int) -> Fields:
        """One row of the catalogue."""
        one = self.imported.procedures[place]
        own_code = None if national(one.code) else one.code
        told = told_in_words("code-not-national", own_code, "code")
        return {
            "code": national(one.code),
            "name": one.name,
            "change": one.change,
            "time_limit": one.time_limit,
            "place": one.place,
            "fee": one.fee,
            "legal_basis": one.legal_basis,
            "note": "; ".join(filter(None, (one.note, *told))) or None,
            "procedure": self.ids.get(place),
        }

    def procedure(self, one: Procedure, name: str) -> Draft:
        """The card of one procedure, with its full text where the decision has one."""
        parts = one.paragraphs
        limits = time_limits(one.time_limit)
        fields: Fields = {
            "id": name,
            "status": "draft",
            "code": national(one.code),
            "name": one.name,
            "field": one.field,
            "level": one.level,
            "handled_by": self.party(parts.get("handled_by", [])),
            "decided_by": self.party(parts.get("decided_by", [])),
            "applicants": items(parts.get("applicants", [])),
            "steps": [{"text": text} for text in items(parts.get("steps", []))],
            "channels": channels(one.place),
            "sets": sets(parts.get("sets", [])),
            "dossier": list(papers(parts.get("dossier", []))),
            "time_limits": limits,
            "fee": fee(one.fee),
            "result": " ".join(parts.get("result", [])),
            "conditions": items(filter(says_something, parts.get("conditions", []))),
            "online_level": online_level(one),
            "changes": [{"kind": one.change, "document": self.document_id}],
            "notes": list(notes(one, parts, understood=bool(limits))),
            "sources": [{"document": self.document_id}],
        }
        needed = say("vi", "import-draft-needs-procedure")
        return Draft("procedures", name, written(fields) + comments([needed]))

    def party(self, words: Sequence[str]) -> str | None:
        """One agency: its id where it is known by exactly this name, else the words."""
        name = " ".join(map(without_sign, words)).strip(" .;")
        return self.known_agencies.get(fold(name), name) or None


def number_of(procedure: Procedure, at: int) -> str:
    """What tells two procedures of one name apart: the code, else the place in the list."""
    return stem_of(procedure.code).replace(".", "") or str(at + 1)


def national(code: str | None) -> str | None:
    """The code, where it is one of the national database."""
    return code if code and CODE.fullmatch(code) else None


def without_sign(text: str) -> str:
    """A paragraph without its dash or number and the sign at its end."""
    return ITEM_SIGNS.sub("", text).strip(" ;")


def items(texts: Iterable[str]) -> list[str]:
    """Paragraphs without their signs; those that are nothing else are left out."""
    return list(filter(None, map(without_sign, texts)))


def says_something(text: str) -> bool:
    """Is it more than "Không"?"""
    words = fold(without_sign(text)).strip(" .")
    return bool(words) and NOTHING.fullmatch(words) is None


def time_limits(words: str | None) -> list[Fields]:
    """The limits, when every word about them is understood; else none, and the words are notes."""
    read = read_time_limits(words or "")
    return [
        present({"value": in_digits(limit.value), "unit": limit.unit, "stage": limit.stage})
        for limit in (read.limits if read.certain else ())
    ]


def in_digits(number: int | None) -> str | None:
    """A number as a record writes it."""
    return None if number is None else str(number)


def fee(words: str | None) -> Fields | None:
    """The fee as written; its amount where there is none to pay, or one alone."""
    if not words:
        return None
    amount = AMOUNT.fullmatch(words.strip())
    free = FREE.fullmatch(fold(words).strip(" ."))
    dong = "0" if free else amount[1].replace(".", "") if amount else None
    return present({"as_written": words, "amount_vnd": dong})


def channels(words: str | None) -> list[Fields]:
    """The ways to hand in that are surely named; where and how stays in the notes."""
    folded = fold(words or "")
    return [{"kind": kind} for kind, pattern in WAYS if pattern.search(folded)]


def sets(words: Sequence[str]) -> str | None:
    """How many sets of papers, when one number says it."""
    found = {match["sets"] for match in map(SETS.search, words) if match}
    return str(int(found.pop())) if len(found) == 1 else None


def papers(words: Sequence[str]) -> Iterator[Fields]:
    """The papers of a dossier, with the numbers of originals and copies that are printed."""
    for text in words:
        name = without_sign(text).rstrip(".")
        if not says_something(text) or BEFORE_PAPERS.match(fold(name)) or name.endswith(":"):
            continue
        counts = {match["kind"]: str(int(match["count"])) for match in PAPERS.finditer(name)}
        copies = counts.get("sao") or counts.get("photo")
        yield present({"name": name, "originals": counts.get("chính"), "copies": copies})


def notes(
    one: Procedure, parts: Mapping[PartKind, Sequence[str]], understood: bool
) -> Iterator[str]:
    """What stays words: what no field holds, and what was not surely understood."""
    yield from told_in_words("code-not-national", None if national(one.code) else one.code, "code")
    yield from told_in_words("time-limit", None if understood else one.time_limit)
    yield from told_in_words("place", one.place)
    yield from told_in_words("agency", None if parts.get("handled_by") else one.agency)
    yield from told_in_words("basis", one.legal_basis)
    yield from told_in_words("remark", one.note)
    labels: tuple[PartKind, ...] = ("forms", "other") if sets(parts.get("sets", [])) else (
        "sets", "forms", "other",
    )  # fmt: skip
    for kind in labels:
        words = " ".join(filter(says_something, parts.get(kind, [])))
        if words:
            label = say("vi", f"import-draft-{kind}")
            yield say("vi", "import-draft-part", {"label": label, "words": words})


def told_in_words(key: str, words: str | None, name: str = "words") -> Iterator[str]:
    """A sentence of the catalogue about these words, if there are any."""
    if words:
        yield say("vi", f"import-draft-{key}", {name: words})
