"""Programmes and plans with their trees of tasks."""

from benchmarks.made_up.block_yaml import Value
from benchmarks.made_up.draw import Draw, Fields, record
from benchmarks.made_up.numbering import in_province, task_paths
from benchmarks.made_up.phrases import OF, ROLES


def programme(draw: Draw) -> Fields:
    """A scheme above the plans."""
    p, j = draw.p, draw.j
    first = 2024 + j % 3
    body: Fields = {
        "name": f"Đề án số {j + 1}: {draw.topic.name.lower()} ở {in_province(p)}",
        "kind": ("scheme", "programme", "implementation_plan")[j % 3],
        "document": draw.link("documents", 3 * (draw.map.size("catalogues", p) + j) + 1),
        "summary": draw.paragraph(3, 5),
        "period": {"first_day": f"{first}-01-01", "last_day": f"{first + 5}-12-31"},
        "lead": draw.office(1),
        "audiences": draw.some("audiences", 2, 4),
        "note": draw.one("goals"),
    }
    return record(draw, draw.map.id("programmes", p, j), body)


def plan(draw: Draw) -> Fields:
    """A plan with its tree of tasks."""
    p, j = draw.p, draw.j
    document = draw.link("documents", 3 * j)
    trees = list(task_paths(p, j))
    body: Fields = {
        "name": f"Kế hoạch số {j + 1} năm 2026: {draw.topic.name.lower()}, {in_province(p)}",
        "document": document,
        "programmes": [draw.link("programmes", j)] if j % 3 else [],
        "summary": draw.paragraph(1, 2),
        "goals": draw.some("goals", 2, 3),
        "period": {
            "as_written": "Năm 2026",
            "first_day": "2026-01-01",
            "last_day": "2026-12-31",
        },
        "areas": [in_province(p)],
        "audiences": draw.some("audiences", 3, 4),
        "funding_note": "Ngân sách tỉnh bảo đảm theo phân cấp; các xã tự cân đối phần mình.",
        "tasks": [_heading(draw, at, path, below) for at, (path, below) in enumerate(trees)],
        "targets": _targets(draw, [path for path, _ in trees]),
        "report_duties": [
            {
                "path": f"III.{at}",
                "text": text,
                "from": [OF["in_words"][1]],
                "to": [draw.office(1)],
                "due": {"as_written": words, "kind": "point", "last_day": day},
            }
            for at, (text, words, day) in enumerate(REPORTS, 1)
        ],
    }
    return record(draw, draw.map.id("plans", p, j), body, document)


REPORTS = (
    ("Báo cáo sáu tháng đầu năm.", "Trước ngày 15/6/2026", "2026-06-14"),
    ("Báo cáo cả năm, kèm số liệu.", "Trước ngày 01/12/2026", "2026-11-30"),
)
TIMES: tuple[Fields, ...] = (
    {"as_written": "Thường xuyên", "kind": "ongoing"},
    {
        "as_written": "Quý II năm 2026",
        "kind": "range",
        "first_day": "2026-04-01",
        "last_day": "2026-06-30",
    },
    {"as_written": "Hằng quý", "kind": "recurring"},
    {"as_written": "Trước ngày 30/11/2026", "kind": "point", "last_day": "2026-11-29"},
    {"as_written": "Thường xuyên trong năm 2026", "kind": "ongoing"},
    {"as_written": "Khi có yêu cầu", "kind": "conditional"},
)


def _heading(draw: Draw, at: int, path: str, below: list[str]) -> Fields:
    return {
        "path": path,
        "text": OF["headings"][at % len(OF["headings"])],
        "tasks": [_task(draw, one, at * 4 + step) for step, one in enumerate(below)],
    }


def _task(draw: Draw, path: str, place: int) -> Fields:
    """A task of its own commune; none of a plan's first 24 is told twice."""
    dice = draw.dice
    lead = dice.randrange(len(ROLES))
    task: Fields = {
        "path": path,
        "text": draw.told_of(OF["tasks"][(place * 7 + draw.j * 5) % len(OF["tasks"])], place),
        "leads": [draw.office(lead)],
        "time": dice.choice(TIMES),
    }
    if dice.random() < 0.3:
        task["partners"] = [draw.office(lead + 1 + dice.randrange(5)), dice.choice(OF["in_words"])]
    if dice.random() < 0.25:
        task["outputs"] = draw.some("outputs", 1, 1)
    if dice.random() < 0.2:
        task["channels"] = draw.some("channels", 1, 1)
    return task


def _targets(draw: Draw, paths: list[str]) -> list[Value]:
    found: list[Value] = []
    for at, line in enumerate(draw.some("targets", 2, 3)):
        text, population, unit = str(line).split(" | ")
        value = draw.dice.randrange(60, 96, 5) if unit == "%" else draw.dice.randint(2, 6)
        found.append(
            {
                "path": f"I.{at + 1}",
                "text": f"{text}.",
                "comparator": "at_least",
                "value": value,
                "unit": unit,
                "population": population,
                "task": paths[at % len(paths)],
            }
        )
    return found
