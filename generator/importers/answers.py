"""What was understood as JSON, in the form in which answers are compared."""

from typing import Any

from generator.importers.findings import ImportedDocument, Period, Procedure, Task
from generator.vietnamese.time_limits import read_time_limits
from generator.vietnamese.times import Time

SIGNS = {"at_least": ">=", "more_than": ">", "exactly": "=", "at_most": "<=", "less_than": "<"}


def as_json(imported: ImportedDocument, language: str = "vi") -> dict[str, Any]:
    """Plain values only; unknown is None; warnings are sentences."""
    heading = imported.heading
    return {
        "file": imported.name,
        "kind": imported.kind,
        "number": heading.number,
        "issued_on": heading.issued_on,
        "issuer": heading.issuer,
        "place": heading.place,
        "title": heading.title,
        "signer": heading.signer,
        "period": period_as_json(imported.period),
        "legal_basis": list(imported.legal_basis),
        "tasks": [task_as_json(task) for task in imported.tasks],
        "kpis": [
            {"text": t.text, "comparator": SIGNS[t.comparator], "value": t.value, "unit": t.unit}
            for t in imported.targets
        ],
        "report_duties": [
            {"from": list(d.owed_by), "to": d.to, "due": d.due} for d in imported.report_duties
        ],
        "procedures": [procedure_as_json(procedure) for procedure in imported.procedures],
        "warnings": [remark.told(language) for remark in imported.remarks],
        "not_understood": [{"line": u.line, "text": u.text} for u in imported.unread],
    }


def task_as_json(task: Task) -> dict[str, Any]:
    """One task."""
    return {
        "path": task.path,
        "line": task.line,
        "text": task.text,
        "leads": list(task.leads),
        "partners": list(task.partners),
        "time_raw": task.time.as_written if task.time else None,
        "time": time_as_json(task.time),
        "outputs": list(task.outputs),
    }


def procedure_as_json(procedure: Procedure) -> dict[str, Any]:
    """One procedure, its time limits also as values where they are surely understood."""
    read = read_time_limits(procedure.time_limit or "")
    return {
        "code": procedure.code,
        "name": procedure.name,
        "line": procedure.line,
        "time_limit_raw": procedure.time_limit,
        "time_limits": [
            {"value": limit.value, "unit": limit.unit, "stage": limit.stage}
            for limit in (read.limits if read.certain else ())
        ],
        "fee_raw": procedure.fee,
        "place": procedure.place,
        "legal_basis": procedure.legal_basis,
        "note": procedure.note,
        "agency": procedure.agency,
        "field": procedure.field,
        "level": procedure.level,
        "change": procedure.change,
        "parts": dict(procedure.paragraphs),
    }


def time_as_json(time: Time | None) -> dict[str, str | None] | None:
    """A time that was understood; None for one that stays words."""
    if time is None or time.kind is None:
        return None
    return {
        "kind": time.kind,
        "start": time.first_day.isoformat() if time.first_day else None,
        "end": time.last_day.isoformat() if time.last_day else None,
    }


def period_as_json(period: Period | None) -> dict[str, str] | None:
    """First and last year, month or day."""
    return dict(zip(("start", "end"), period.ends, strict=True)) if period else None
