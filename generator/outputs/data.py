"""The day's data: what the site holds, how fresh it is, and the records as open data.

Every field that leaves the site is named here, one by one.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from generator.library import Library
from generator.page import File, Outputs, Page
from generator.records.agencies import Agency
from generator.records.campaigns import Campaign
from generator.records.documents import Document, PartialDay
from generator.records.materials import Approval, Material, MediaFile
from generator.records.plans import Plan, ReportDuty, Target, Task
from generator.records.programmes import Programme
from generator.records.record import Party, Period, Record, Status, Time

Row = dict[str, Any]


def outputs(library: Library, today: date) -> Outputs:
    """The page, a JSON file for each kind, and the tasks of all plans as a table."""
    yield data_page(library, today)
    for kind, row in ROWS.items():
        rows = [{**header(record), **row(record)} for record in library.published(kind)]
        content = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
        yield File(json_address(kind), content.encode(), f"content/{kind.folder}")
    yield File("du-lieu/nhiem-vu.csv", tasks_table(library).encode("utf-8-sig"), "content/plans")


def json_address(kind: type[Record]) -> str:
    """Where the records of a kind are to be had."""
    return f"du-lieu/{kind.section}.json"


def data_page(library: Library, today: date) -> Page:
    """How many records of each kind, when they were last compared, and what is overdue."""
    kinds = [
        (kind.folder, kind.section, json_address(kind), len(library.published(kind)))
        for kind in ROWS
    ]
    offered = [one for one in library.records.values() if one.status is Status.PUBLISHED]
    overdue = [one for one in offered if one.review_due and one.review_due < today]
    return Page(
        address="du-lieu.html",
        section="du-lieu",
        template="lists/data.html",
        key="data",
        values={
            "today": today,
            "kinds": kinds,
            "newest_review": max(filter(None, (one.reviewed_on for one in offered)), default=None),
            "overdue": sorted(overdue, key=lambda one: (one.review_due or date.max, one.key)),
            "demo": sum(one.demo for one in offered),
        },
        source="content",
    )


# ---- records as rows: every field by name -----------------------------------------------------


def header(record: Record) -> Row:
    """What every record tells of itself."""
    return {
        "id": record.id,
        "address": record.address,
        "demo": record.demo,
        "reviewed_on": day(record.reviewed_on),
        "review_due": day(record.review_due),
        "sources": [
            {
                "document": source.document,
                "title": source.title,
                "place": source.place,
                "compared_on": day(source.compared_on),
            }
            for source in record.sources
        ],
    }


def campaign_row(campaign: Campaign) -> Row:
    """A campaign as open data."""
    return {
        "name": campaign.name,
        "kind": campaign.kind,
        "plans": campaign.plans,
        "programmes": campaign.programmes,
        "purpose": campaign.purpose,
        "what_to_do": campaign.what_to_do,
        "period": when(campaign.period),
        "peak": when(campaign.peak),
        "slogans": campaign.slogans,
        "areas": campaign.areas,
        "audiences": campaign.audiences,
        "lead": party(campaign.lead),
        "ask": campaign.ask,
        "activities": [
            {"plan": one.plan, "task": one.task, "title": one.title, "text": one.text}
            for one in campaign.activities
        ],
        "materials": campaign.materials,
    }


def plan_row(plan: Plan) -> Row:
    """A plan with its tasks as open data."""
    return {
        "name": plan.name,
        "document": plan.document,
        "programmes": plan.programmes,
        "summary": plan.summary,
        "goals": plan.goals,
        "period": when(plan.period),
        "areas": plan.areas,
        "audiences": plan.audiences,
        "funding_note": plan.funding_note,
        "notes": plan.notes,
        "tasks": [task_row(task) for task in plan.tasks],
        "targets": [target_row(target) for target in plan.targets],
        "report_duties": [duty_row(duty) for duty in plan.report_duties],
    }


def task_row(task: Task) -> Row:
    """A task with those below it."""
    return {
        "path": task.path,
        "text": task.text,
        "leads": [party(one) for one in task.leads],
        "partners": [party(one) for one in task.partners],
        "time": when(task.time),
        "outputs": task.outputs,
        "channels": task.channels,
        "note": task.note,
        "tasks": [task_row(one) for one in task.tasks],
    }


def target_row(target: Target) -> Row:
    """A target; its value as text, so that 12.50 stays 12.50."""
    return {
        "path": target.path,
        "text": target.text,
        "comparator": target.comparator,
        "value": str(target.value),
        "unit": target.unit,
        "population": target.population,
        "task": target.task,
    }


def duty_row(duty: ReportDuty) -> Row:
    """A duty to report."""
    return {
        "path": duty.path,
        "text": duty.text,
        "from": [party(one) for one in duty.senders],
        "to": [party(one) for one in duty.receivers],
        "due": when(duty.due),
    }


def programme_row(programme: Programme) -> Row:
    """A programme as open data."""
    return {
        "name": programme.name,
        "kind": programme.kind,
        "document": programme.document,
        "summary": programme.summary,
        "period": when(programme.period),
        "lead": party(programme.lead),
        "audiences": programme.audiences,
        "note": programme.note,
    }


def document_row(document: Document) -> Row:
    """A document's card as open data."""
    return {
        "number": document.number,
        "kind": document.kind,
        "title": document.title,
        "issuer": party(document.issuer),
        "place": document.place,
        "issued_on": day(document.issued_on),
        "in_force_from": day(document.in_force_from),
        "in_force_until": day(document.in_force_until),
        "signer": document.signer,
        "replaces": document.replaces,
        "replaced_by": document.replaced_by,
        "legal_basis": document.legal_basis,
        "note": document.note,
    }


def agency_row(agency: Agency) -> Row:
    """An agency as open data."""
    return {
        "names": [
            {"name": one.name, "first_day": day(one.first_day), "last_day": day(one.last_day)}
            for one in agency.names
        ],
        "abbreviations": agency.abbreviations,
        "role": agency.role,
        "level": agency.level,
        "province": agency.province,
        "parent": agency.parent,
        "successors": agency.successors,
        "first_day": day(agency.first_day),
        "last_day": day(agency.last_day),
        "contacts": [
            {"kind": one.kind, "value": one.value, "note": one.note} for one in agency.contacts
        ],
        "note": agency.note,
    }


def material_row(material: Material) -> Row:
    """A material as open data; its body and answers as Markdown."""
    return {
        "title": material.title,
        "kind": material.kind,
        "topic": material.topic,
        "summary": material.summary,
        "audiences": material.audiences,
        "language": material.language,
        "compiler": party(material.compiler),
        "approval": approval(material.approval),
        "issued_on": day(material.issued_on),
        "legal_basis": [
            {"document": one.document, "article": one.article} for one in material.legal_basis
        ],
        "files": [file_row(one) for one in material.files],
        "body": material.body,
        "questions": [
            {"question": one.question, "answer": one.answer, "basis": one.basis}
            for one in material.questions
        ],
    }


def file_row(file: MediaFile) -> Row:
    """A recording or print file that a material offers."""
    return {
        "address": file.address,
        "title": file.title,
        "length_seconds": file.length_seconds,
        "transcript": file.transcript,
    }


ROWS: dict[type[Record], Callable[[Any], Row]] = {
    Campaign: campaign_row,
    Plan: plan_row,
    Programme: programme_row,
    Material: material_row,
    Agency: agency_row,
    Document: document_row,
}


def day(value: date | PartialDay | None) -> str | None:
    """A day as ISO 8601."""
    return value.isoformat() if value else None


def party(value: Party | None) -> Row | None:
    """An agency's id, or the words for a group."""
    return {"agency": value.agency, "words": value.words} if value else None


def approval(value: Approval | None) -> Row | None:
    """Who let a material out, and when."""
    return {"by": value.by, "on": day(value.on), "note": value.note} if value else None


def when(value: Period | Time | None) -> Row | None:
    """A time or period with its words and days; a time with its kind."""
    if value is None:
        return None
    kind = {"kind": value.kind} if isinstance(value, Time) else {}
    return {
        "as_written": value.as_written,
        **kind,
        "first_day": day(value.first_day),
        "last_day": day(value.last_day),
        "doubt": value.doubt,
    }


# ---- the table of tasks ------------------------------------------------------------------------

COLUMNS = (
    "plan",
    "path",
    "text",
    "leads",
    "partners",
    "time",
    "kind",
    "first_day",
    "last_day",
    "outputs",
    "note",
)


def tasks_table(library: Library) -> str:
    """All tasks of all plans as CSV, a row each, for a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for plan in library.published(Plan):
        for task in plan.all_tasks():
            writer.writerow([unarmed(cell) for cell in _cells(library, plan, task)])
    return out.getvalue()


def _cells(library: Library, plan: Plan, task: Task) -> Iterator[str]:
    yield from (plan.id, task.path, task.text)
    yield "; ".join(_party_name(library, one) for one in task.leads)
    yield "; ".join(_party_name(library, one) for one in task.partners)
    yield task.time.as_written if task.time else ""
    yield (task.time.kind or "") if task.time else ""
    yield (task.time and day(task.time.first_day)) or ""
    yield (task.time and day(task.time.last_day)) or ""
    yield "; ".join(task.outputs)
    yield task.note or ""


def _party_name(library: Library, one: Party) -> str:
    agency = library.find(Agency, one.agency)
    return agency.label if agency else one.words or ""


def unarmed(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
