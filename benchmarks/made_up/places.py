"""Provinces and communes, with the units of before that went into them."""

from benchmarks.made_up.block_yaml import Value
from benchmarks.made_up.draw import Draw, Fields, record
from benchmarks.made_up.numbering import (
    AREA_KINDS,
    commune_id,
    commune_kind,
    in_province,
    place_name,
    province_id,
    province_name,
)
from benchmarks.made_up.phrases import OF


def area(draw: Draw) -> Fields:
    """A province, or a commune with the units of before that went into it."""
    return _province(draw) if draw.number < draw.map.provinces else _commune(draw)


def _province(draw: Draw) -> Fields:
    p = draw.number
    kind = "city_province" if p % 6 == 5 else "province"
    before = [f"{province_name(p)} {side}" for side in ("Đông", "Tây")]
    body: Fields = {
        "name": province_name(p),
        "kind": kind,
        "first_day": "2025-07-01",
        "predecessors": [{"kind": "province", "name": one, "share": "whole"} for one in before],
        "former_districts": list(OF["districts"]),
        "note": f"Tỉnh do người đo đặt ra, không có trên bản đồ; gộp từ hai tỉnh {before[0]} và "
        f"{before[1]} cũng không có thật.",
    }
    return record(draw, province_id(p), body)


def _commune(draw: Draw) -> Fields:
    p, c = draw.p, draw.j
    body: Fields = {
        "name": place_name(p, c),
        "kind": commune_kind(c),
        "code": f"{80000 + draw.number - draw.map.provinces}",
        "province": province_id(p),
        "first_day": "2025-07-01",
        "predecessors": [*_predecessors(draw)],
        "aliases": [f"{place_name(p, c)} Mới"] if c % 9 == 4 else [],
        "note": _about_commune(draw),
    }
    return record(draw, commune_id(p, c), body, draw.link("documents", 1))


def _predecessors(draw: Draw) -> list[Value]:
    p, c, dice = draw.p, draw.j, draw.dice
    found: list[Value] = []
    for place in range(dice.randint(2, 4)):
        one: Fields = {"kind": "township" if place == 3 else "commune"}
        one["name"] = place_name(p, 200 + c * 4 + place)
        if place == 1:
            one["district"] = OF["districts"][c % len(OF["districts"])]
        found.append({**one, "share": "whole"})
    return found + _divided(draw)


def _divided(draw: Draw) -> list[Value]:
    """Of ten communes, two share a commune of before."""
    first = draw.j - draw.j % 10
    pair = [draw.map.number("areas", draw.p, first + at) for at in (0, 1)]
    if draw.number not in pair or pair[1] >= draw.map.counts["areas"]:
        return []
    if any(draw.map.mark("areas", one) for one in pair):
        return []
    name = place_name(draw.p, 700 + first // 10)
    share = "part" if draw.number == pair[0] else "rest"
    return [{"kind": "commune", "name": name, "share": share}]


def _about_commune(draw: Draw) -> str:
    where = "vùng đồi thấp|vùng ven sông|vùng ven biển|vùng núi cao|vùng đồng bằng".split("|")
    words = AREA_KINDS[commune_kind(draw.j)]
    offices = draw.dice.randint(3, 19)
    return (
        f"{words.capitalize()} ở {where[draw.j % 5]} của {in_province(draw.p)}, có {offices} thôn, "
        f"tổ dân phố. {draw.filled(OF['sentences'][10 + draw.j % 4])}"
    )
