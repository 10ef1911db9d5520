"""Drafts of records from an imported document: a document card and a plan, both to be gone over.

Nothing is filled in that the document does not say. What was not understood, and what is odd,
stands in the draft as comments, beside the place where a person will work.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.catalogue import say
from generator.importers.draft_writing import (
    Draft,
    Fields,
    comments,
    list_item,
    list_under,
    present,
    readable_id,
)
from generator.importers.duties import due_time
from generator.importers.findings import ImportedDocument, Period, ReportDuty, Target, Task
from generator.importers.procedure_drafts import ProcedureDrafting
from generator.importers.yaml_edits import written
from generator.vietnamese.document_numbers import kind_of
from generator.vietnamese.folding import fold, slug
from generator.vietnamese.times import Time

# "Triển khai thực hiện Đề án …": an id is about the scheme.
BEFORE_SUBJECT = re.compile(
    r"^(?:(?:v/v|về việc|tổ chức|triển khai|thực hiện|phát động),?\s+)+", re.IGNORECASE
)
WHERE = re.compile(r"\s+trên địa bàn\b.*", re.IGNORECASE | re.DOTALL)  # the place stands in front
# Remarks on the time of one task that its readers must see as well.
DOUBTS = frozenset(
    (
        "import-time-outside",
        "import-time-beyond",
        "import-time-before-issue",
        "import-period-without-years",
        "import-two-times",
        "import-late-before-lasting",
        "import-report-outside",
    )
)


def as_drafts(imported: ImportedDocument, known_agencies: Mapping[str, str]) -> list[Draft]:
    """The drafts of a document: a card and a plan, or a card and what it announces, or none.

    What only a person can say is left out: the summary, and the day on which somebody compared.

    `known_agencies` maps folded names of agencies of the document's province to their ids.
    """
    if imported.kind == "not_a_plan":
        return []
    drafting = Drafting(imported, known_agencies)
    document = drafting.document()
    if imported.kind != "procedure_decision":
        return [document, drafting.plan()]
    return [document, *ProcedureDrafting(imported, document.id, known_agencies).drafts()]


class Drafting:
    """Writes the drafts of one document."""

    def __init__(self, imported: ImportedDocument, known_agencies: Mapping[str, str]) -> None:
        """Remember what to write and by which ids agencies are known."""
        self.imported = imported
        self.known_agencies = known_agencies
        self.doubts = doubts_of(imported)
        self.paths = {task.path for task in imported.tasks}

    def document(self) -> Draft:
        """The card of the document."""
        heading = self.imported.heading
        name = self.document_id()
        fields = {
            "id": name,
            "status": "draft",
            "number": heading.number,
            "kind": self.kind(),
            "title": heading.title,
            "issuer": self.party(heading.issuer),
            "place": heading.place,
            "issued_on": heading.issued_on
            if heading.issued_on and "-" in heading.issued_on
            else None,
            "signer": heading.signer,
            "sources": self.sources(),
        }
        about_head = (r.told("vi") for r in self.imported.remarks if r.line is None)
        needed = [say("vi", "import-draft-needs-document")]
        text = written(fields) + comments([*needed, *self.cited(), *about_head])
        return Draft("documents", name, text)

    def plan(self) -> Draft:
        """The plan with its tasks, targets and report duties."""
        heading = self.imported.heading
        name = self.plan_id()
        opening = {
            "id": name,
            "status": "draft",
            "name": heading.title,
            "document": self.document_id(),
            "goals": list(self.imported.goals),
            "period": period_fields(self.imported.period),
            "funding_note": " ".join(self.imported.funding),
        }
        parts = [written(opening), comments(self.remarks()), *self.tasks()]
        parts += list_under("targets", (self.target(target) for target in self.imported.targets))
        parts += list_under("report_duties", map(self.duty, self.imported.report_duties))
        parts += [written({"sources": self.sources()})]
        parts += [comments([say("vi", "import-draft-needs-plan"), *self.unread()])]
        return Draft("plans", name, "".join(parts))

    def document_id(self) -> str:
        """An id of kind, number, place and year, as far as they are known."""
        heading = self.imported.heading
        kind = "quyet-dinh" if self.kind() == "decision" else "ke-hoach"
        named = heading.number or BEFORE_SUBJECT.sub("", heading.title or "")
        return readable_id(f"{kind} {named}", heading.place or "", self.year())

    def plan_id(self) -> str:
        """An id of place, title and year: plans of the same title come every year."""
        heading = self.imported.heading
        year = self.year() or str(
            self.imported.period.first_day.year if self.imported.period else ""
        )
        title = WHERE.sub("", BEFORE_SUBJECT.sub("", heading.title or ""))
        titled = f"{heading.place or ''} {title}" if title else ""
        return readable_id(titled, "", year) if slug(titled) else self.document_id()

    def year(self) -> str:
        """The year of issue, empty when it is not known."""
        return (self.imported.heading.issued_on or "")[:4]

    def kind(self) -> str:
        """The kind of the document, by what it is and else by its number."""
        if self.imported.kind == "procedure_decision":
            return "decision"
        return kind_of(self.imported.heading.number or "") or "plan"

    def sources(self) -> list[Fields]:
        """The file that was read, and when."""
        note = (
            say("vi", "import-draft-from-news") if self.imported.kind == "news_about_plan" else None
        )
        return [
            present(
                {
                    "title": self.imported.name,
                    "note": note,
                }
            )
        ]

    def tasks(self) -> Iterator[str]:
        """The tasks, each group under a comment with its heading."""
        group = ""
        for place, task in enumerate(self.imported.tasks):
            if place == 0:
                yield "tasks:\n"
            if task.group != group:
                group = task.group
                yield comments([group], indent="  ")
            yield list_item(self.task(task))

    def task(self, task: Task) -> Fields:
        """One task."""
        return {
            "path": printed(task.path),
            "text": task.text,
            "leads": self.parties(task.leads),
            "partners": self.parties(task.partners),
            "time": time_fields(task.time, self.doubts.get(task.path)),
            "outputs": list(task.outputs),
            "channels": list(task.channels),
        }

    def target(self, target: Target) -> Fields:
        """One target, tied to its task where the paths are the same."""
        return {
            "path": printed(target.path),
            "text": target.text,
            "comparator": target.comparator,
            "value": f"{Decimal(str(target.value)).normalize():f}",
            "unit": target.unit,
            "task": printed(target.path) if target.path in self.paths else None,
        }

    def duty(self, duty: ReportDuty) -> Fields:
        """One report duty."""
        return {
            "path": printed(duty.path),
            "text": duty.text,
            "from": self.parties(duty.owed_by),
            "to": self.parties((duty.to,)),
            "due": time_fields(due_time(duty.due), self.doubts.get(duty.due)) if duty.due else None,
        }

    def parties(self, names: Iterable[str]) -> list[str]:
        """Ids where an agency is known by exactly this name, else the printed words."""
        return list(dict.fromkeys(filter(None, map(self.party, names))))

    def party(self, name: str | None) -> str | None:
        """One party."""
        return self.known_agencies.get(fold(name), name) if name else None

    def remarks(self) -> Iterator[str]:
        """What a person should look at."""
        return (remark.told("vi") for remark in self.imported.remarks)

    def unread(self) -> Iterator[str]:
        """The lines from which nothing was taken."""
        for unread in self.imported.unread:
            yield say("vi", "import-not-understood", {"line": unread.line, "text": unread.text})

    def cited(self) -> Iterator[str]:
        """The numbers cited: they become ids of records only by hand."""
        if self.imported.legal_basis:
            numbers = ", ".join(self.imported.legal_basis)
            yield say("vi", "import-draft-cites", {"numbers": numbers})


def doubts_of(imported: ImportedDocument) -> dict[str, str]:
    """The sentences on doubtful times, by the path of their task or the words of a report's day."""
    found: dict[str, str] = {}
    for remark in imported.remarks:
        if remark.key in DOUBTS:
            about = remark.values.get("path") or remark.values.get("due") or ""
            found.setdefault(str(about), say("vi", remark.key, remark.values))
    return found


def time_fields(time: Time | None, doubt: str | None) -> Fields | None:
    """A time as written, with kind and days where they are understood."""
    if time is None or not any(sign.isalnum() for sign in time.as_written):
        return None
    return present(
        {
            "as_written": time.as_written,
            "kind": time.kind,
            "first_day": time.first_day.isoformat() if time.first_day else None,
            "last_day": time.last_day.isoformat() if time.last_day else None,
            "doubt": doubt,
        }
    )


def period_fields(period: Period | None) -> Fields | None:
    """First and last day of a plan."""
    if period is None:
        return None
    return {"first_day": period.first_day.isoformat(), "last_day": period.last_day.isoformat()}


def printed(path: str) -> str:
    """A place of the source as readers look for it: "PL.II.1" is "Phụ lục II.1" there."""
    return re.sub(r"^PL(\d*)\.", lambda found: f"Phụ lục {found[1]} ".rstrip() + " ", path)
