"""Procedures, and the decisions that announce them."""

from collections.abc import Iterator

from benchmarks.made_up.block_yaml import Value
from benchmarks.made_up.draw import Draw, Fields, record
from benchmarks.made_up.numbering import LAWS, in_province, procedure_code, procedure_name
from benchmarks.made_up.phrases import OF


def procedure(draw: Draw) -> Fields:
    """What to bring, where, for how long, at what price."""
    p, j = draw.p, draw.j
    level = ("province", "commune")[j % 2]
    decision = draw.link("documents", 3 * (j // 6) + 1)
    body: Fields = {
        "code": procedure_code(draw.number),
        "name": procedure_name(p, j),
        "summary": f"{procedure_name(p, j).split(',')[0]} cho người đang sinh sống ở "
        f"{in_province(p)}.",
        "field": OF["fields"][j % len(OF["fields"])],
        "level": level,
        "audience": ("citizen", "citizen", "provider")[j % 3],
        "handled_by": draw.office(1 + j % 6),
        "decided_by": draw.office(1) if j % 2 else "",
        "applicants": draw.some("audiences", 1, 1),
        "steps": _steps(draw),
        "channels": [
            {"kind": "in_person", "place": "Nơi tiếp nhận của tỉnh, buổi sáng các ngày làm việc"},
            {"kind": ("post", "online", "fax")[j % 3]},
        ],
        "sets": 1,
        "dossier": _dossier(draw),
        "time_limits": [
            {"value": 2 + j % 9, "unit": "working_days", "stage": "Từ ngày nhận đủ giấy tờ"}
        ],
        "fee": {"as_written": "Không thu", "amount_vnd": 0},
        "result": f"{OF['papers'][j // 10 % 12].capitalize()}, hoặc văn bản nói rõ vì sao từ chối.",
        "conditions": draw.some("conditions", 0, 1),
        "forms": [{"number": f"{j + 1:02d}-MAU", "title": "Tờ khai đề nghị giải quyết thủ tục"}],
        "legal_basis": [
            {"document": LAWS[j % 3], "article": f"Điều {1 + j % 40}, Điều {41 + j % 9}"},
            {"document": decision, "article": f"Điều {1 + j % 12}"},
        ],
        "online_level": ("full", "partial", "information")[j % 3],
        "changes": [*_changes(draw, decision)],
        "notes": draw.some("notes", 0, 1),
    }
    return record(draw, draw.map.id("procedures", p, j), body, decision)


def _changes(draw: Draw, decision: str) -> Iterator[Value]:
    """What its decision did to it; every fortieth is abolished."""
    kind = "abolished" if draw.j % 40 == 39 else ("new", "amended", "standardised")[draw.j % 3]
    if draw.j % 2:
        yield {"kind": kind, "document": decision, "on": draw.day(2026, 1, 9)}


def _steps(draw: Draw) -> list[Value]:
    mine = draw.some("applicant_steps", 2, 2)
    theirs = draw.some("office_steps", 1, 1)
    told: list[tuple[Value, str]] = [(one, "applicant") for one in mine]
    told[-1:-1] = [(one, "office") for one in theirs]
    return [{"text": text, "who": who} for text, who in told]


def _dossier(draw: Draw) -> list[Value]:
    form: Value = {"name": "Tờ khai theo mẫu", "originals": 1, "form": f"{draw.j + 1:02d}-MAU"}
    others = [one for one in draw.some("dossier", 1, 2) if one != "Tờ khai theo mẫu"]
    return [form, *({"name": one, "copies": 1} for one in others)]


def catalogue(draw: Draw) -> Fields:
    """What one decision of a province announces."""
    p, j = draw.p, draw.j
    rows: list[Value] = []
    for step in range(9 + j % 5):
        at = draw.map.plain("procedures", p, (j * 11 + step * 4) % draw.map.size("procedures", p))
        row: Fields = {
            "code": procedure_code(draw.map.number("procedures", p, at)),
            "name": procedure_name(p, at),
            "change": ("listed", "amended", "new")[step % 3],
            "time_limit": f"{2 + (step + j) % 9:02d} ngày làm việc",
            "place": "Nơi tiếp nhận của tỉnh",
            "fee": "Không thu",
            "legal_basis": f"Luật mẫu, Điều {1 + at % 40}",
            "procedure": draw.map.id("procedures", p, at),
        }
        rows.append(row)
    body: Fields = {
        "name": f"Danh mục thủ tục về tư pháp, đợt {j + 1}, {in_province(p)}",
        "document": draw.link("documents", 3 * j + 1),
        "field": "Hành chính tư pháp",
        "entries": rows,
    }
    return record(draw, draw.map.id("catalogues", p, j), body)
