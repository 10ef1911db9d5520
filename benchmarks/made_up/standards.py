"""The standard of access to law, and how communes met it."""

from benchmarks.made_up.draw import Draw, Fields, record
from benchmarks.made_up.numbering import LAWS, STANDARDS, commune_id, commune_name, in_province
from benchmarks.made_up.phrases import OF


def access_standard(draw: Draw) -> Fields:
    """A set of rules with days, as a later one takes its place."""
    first = ("2022-01-01", "2026-01-01")[draw.number]
    body: Fields = {
        "name": f"Chuẩn mẫu về tiếp cận pháp luật, áp dụng từ {first[:4]}",
        "document": LAWS[1],
        "first_day": first,
        "last_day": ("2025-12-31", "")[draw.number],
        "pass_points": "80",
        "least_share": "50",
        "criteria": [
            {
                "number": str(at),
                "name": name,
                "points": "20",
                "indicators": [
                    {"number": "1", "text": f"{name}: có làm và có ghi chép."},
                    {"number": "2", "text": f"{name}: người dân biết và hài lòng."},
                ],
            }
            for at, name in enumerate(OF["criteria"], 1)
        ],
        "note": "Bộ tiêu chí do người đo đặt ra, không có thật.",
    }
    return record(draw, STANDARDS[draw.number], body)


def access_result(draw: Draw) -> Fields:
    """How a commune did in a year."""
    p = draw.p
    commune = draw.near_commune(draw.j)
    year = 2025 - (commune - draw.j) % 3  # a neighbour that stands in has its own result of 2025
    points = [draw.dice.randint(28, 39) / 2 for _ in OF["criteria"]]
    passed = sum(points) >= 80
    kind_and_name = commune_name(p, commune)
    body: Fields = {
        "name": f"{kind_and_name[:1].upper()}{kind_and_name[1:]}, {in_province(p)}, năm {year}",
        "area": commune_id(p, commune),
        "standard": STANDARDS[0],
        "year": year,
        "scores": [{"criterion": str(at), "points": str(one)} for at, one in enumerate(points, 1)],
        "declared": "passed" if passed else "failed",
        "decision": f"Quyết định số {draw.j + 1}/QĐ-MAU của Ủy ban nhân dân {in_province(p)}",
        "decided_on": draw.day(year + 1, 1, 3),
    }
    return record(draw, draw.map.id("access_results", p, draw.j), body, draw.link("documents", 1))
