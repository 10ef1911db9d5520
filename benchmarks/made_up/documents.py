"""A few laws that many cite, and the plans, decisions and letters of each province."""

from benchmarks.made_up.draw import Draw, Fields, record
from benchmarks.made_up.numbering import CENTRAL, LAWS, document_kind, document_year, province_name


def document(draw: Draw) -> Fields:
    """A law that many cite, or a plan, a decision or a letter of a province."""
    if draw.number < len(LAWS):
        return _law(draw)
    p, j = draw.p, draw.j
    kind, year = document_kind(j), document_year(j)
    sign = {"plan": "KH-UBND", "decision": "QĐ-UBND", "official_letter": "STP-PBGDPL"}[kind]
    titles = {
        "plan": "document_titles",
        "decision": "decision_titles",
        "official_letter": "letter_titles",
    }
    issued = draw.day(year, 1, 3 if kind == "plan" else 9)
    body: Fields = {
        "number": f"{j + 1}/{sign}",
        "kind": kind,
        "title": draw.one(titles[kind]),
        "issuer": draw.office(1 if kind == "official_letter" else 0),
        "place": province_name(p),
        "issued_on": issued,
        "in_force_from": "" if kind == "official_letter" else issued,
        "signer": f"{'Giám đốc' if kind == 'official_letter' else 'Chủ tịch'} {draw.person()}",
        "legal_basis": [LAWS[j % 3]] if j % 4 == 0 else [draw.link("documents", j // 3 * 3 - 2)],
        "note": " ".join(map(str, draw.some("document_notes", 1, 3))),
    }
    return record(draw, draw.map.id("documents", p, j), body)


def _law(draw: Draw) -> Fields:
    about = "trợ giúp pháp lý|phổ biến, giáo dục pháp luật|hòa giải ở cơ sở".split("|")
    body: Fields = {
        "number": f"0{draw.number + 1}/MAU/QH",
        "kind": "law",
        "title": f"Luật mẫu về {about[draw.number]}, chỉ dùng để đo tốc độ",
        "issuer": CENTRAL[1],
        "issued_on": "2020-06-15",
        "in_force_from": "2021-01-01",
        "note": "Luật do người đo đặt ra, không có thật. Đừng dẫn luật này ở đâu cả.",
    }
    return record(draw, LAWS[draw.number], body)
