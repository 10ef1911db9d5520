"""What citizens are told: materials, bulletins and campaigns."""

from benchmarks.made_up.block_yaml import Value
from benchmarks.made_up.draw import Draw, Fields, record
from benchmarks.made_up.numbering import (
    GROUP_NAMES,
    LAWS,
    commune_name,
    in_province,
    task_paths,
)
from benchmarks.made_up.phrases import OF

FIRST_MINUTE, MINUTES_OF_A_DAY = 5 * 60, 24 * 60  # between which loudspeakers speak


def material(draw: Draw) -> Fields:
    """A leaflet, an article, questions with answers or a story."""
    p, j = draw.p, draw.j
    kind = ("leaflet", "article", "question_answer", "case_story", "poster", "announcement")[j % 6]
    word = ("Tờ gấp", "Bài viết", "Hỏi đáp", "Câu chuyện", "Áp phích", "Thông báo")[j % 6]
    body: Fields = {
        "title": f"{word} số {j + 1}: {draw.filled('{affair}')}, {in_province(p)}",
        "kind": kind,
        "topic": f"{draw.topic.name}, {in_province(p)}",
        "summary": draw.one("leads"),
        "audiences": draw.some("audiences", 1, 3),
        "language": "vi",
        "compiler": draw.office(1),
        "approval": {"by": f"Sở Tư pháp {in_province(p)}", "on": "2026-10-20"},
        "issued_on": "2026-10-26",
        "legal_basis": [
            {"document": LAWS[j % 3], "article": f"Điều {1 + j % 40}"},
            {"document": draw.link("documents", 3 * (j // 5) + 1), "article": f"Điều {1 + j % 9}"},
        ],
        **({"questions": _questions(draw)} if kind == "question_answer" else {}),
        "body": "" if kind == "question_answer" else _body(draw, kind),
    }
    return record(draw, draw.map.id("materials", p, j), body)


def _questions(draw: Draw) -> list[Value]:
    chosen = sorted(draw.dice.sample(range(len(OF["questions"])), 4))
    return [
        {
            "question": draw.filled(OF["questions"][at]),
            "answer": f"{draw.filled(OF['answers'][at])} {draw.paragraph(1, 1)}",
            "basis": f"Điều {1 + (draw.j + at) % 40}",
        }
        for at in chosen
    ]


def _body(draw: Draw, kind: str) -> str:
    begin = "\n\n".join(draw.filled(one) for one in OF["stories"]) if kind == "case_story" else ""
    steps = "\n".join(f"{at}. {one}" for at, one in enumerate(draw.some("steps", 3, 4), 1))
    papers = "\n".join(
        f"| {one[:1].upper()}{one[1:]} | nơi đã cấp, hoặc xã |" for one in draw.topic.papers
    )
    procedure = f"../thu-tuc/{draw.link('procedures', draw.j)}.html"
    parts = [
        begin or draw.filled(OF["leads"][(draw.j + 1) % len(OF["leads"])]),
        f"## Nên làm gì?\n\n{steps}",
        f"## Cần mang gì?\n\n| Giấy tờ | Mất thì xin lại ở đâu |\n|---|---|\n{papers}",
        f"## Điều nên nhớ\n\n{draw.paragraph(1, 2)}",
        "Hỏi nơi gần nhất trong [danh bạ](../to-chuc/index.html), hoặc xem "
        f"[thủ tục]({procedure}). **Không ai được thu tiền.**",
    ]
    return "\n\n".join(parts) + "\n"


def bulletin(draw: Draw) -> Fields:
    """What a loudspeaker says, at a minute of its own, so that no slot grows with the corpus."""
    p, j = draw.p, draw.j
    hour, minute = divmod(draw.number % (MINUTES_OF_A_DAY - FIRST_MINUTE) + FIRST_MINUTE, 60)
    body: Fields = {
        "title": f"Bản tin số {j + 1}: {draw.filled('{affair}')}, {in_province(p)}",
        "agency": draw.office(1),
        "column": draw.topic.name,
        "priority": ("ordinary", "ordinary", "preferred")[j % 3],
        "form": "message",
        "greeting": "Kính thưa bà con.",
        "lead": draw.one("leads"),
        "segments": [{"text": draw.paragraph(5, 8)}, {"text": draw.paragraph(5, 8)}],
        "contact": f"Bà con hỏi {GROUP_NAMES['state_centre']} {in_province(p)}.",
        "closing": "Xin cảm ơn bà con.",
        "language": "vi",
        "schedule": [{"times": [f"{hour:02}:{minute:02}"], "from": "2026-11-20"}],
        "approval": {"by": f"Sở Tư pháp {in_province(p)}", "on": "2026-11-20"},
        "procedures": [draw.link("procedures", j)],
        "campaigns": [draw.link("campaigns", j)],
        "legal_basis": [{"document": LAWS[j % 3], "article": f"Điều {1 + j % 40}"}],
    }
    return record(draw, draw.map.id("bulletins", p, j), body)


def campaign(draw: Draw) -> Fields:
    """What a citizen is told of a plan."""
    p, j = draw.p, draw.j
    q = draw.map.plain("plans", p, j)
    plan = draw.map.id("plans", p, q)
    paths = [path for _, below in task_paths(p, q) for path in below]
    body: Fields = {
        "name": f"Chiến dịch số {j + 1}: {draw.topic.name.lower()}, {in_province(p)}",
        "kind": ("campaign", "peak_drive", "law_day", "long_term")[j % 4],
        "plans": [plan],
        "programmes": [draw.link("programmes", j)] if j % 2 else [],
        "purpose": draw.one("purposes"),
        "what_to_do": draw.some("what_to_do", 4, 6),
        "period": {"first_day": "2026-03-01", "last_day": "2026-12-31"},
        "peak": {"as_written": "Tháng 11 năm 2026", "first_day": "2026-11-01"},
        "slogans": draw.some("slogans", 2, 3),
        "areas": [in_province(p), commune_name(p, draw.commune)],
        "audiences": draw.some("audiences", 2, 4),
        "lead": draw.office(1),
        "ask": [draw.office(1), draw.office(0)],
        "activities": [
            {"plan": plan, "task": path, "title": draw.one("outputs")}
            for path in draw.dice.sample(paths, 5)
        ],
        "materials": draw.links("materials", 4, 5 * j),
    }
    return record(draw, draw.map.id("campaigns", p, j), body)
