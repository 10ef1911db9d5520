"""Agencies of the nation, the provinces and the communes."""

from benchmarks.made_up.block_yaml import Value
from benchmarks.made_up.draw import HOURS, Draw, Fields, record
from benchmarks.made_up.numbering import (
    CENTRAL,
    commune_name,
    commune_role,
    in_province,
    province_name,
)
from benchmarks.made_up.phrases import OF, ROLES


def agency(draw: Draw) -> Fields:
    """An office of the nation, of a province or of a commune."""
    if draw.number < len(CENTRAL):
        return _central_agency(draw)
    p, j = draw.p, draw.j
    is_of_province = j < len(ROLES)
    role, short = ROLES[j] if is_of_province else (commune_role(j), "")
    body: Fields = {
        "names": _names_of(draw, role),
        "abbreviations": [short] if short else [],
        "role": role,
        "level": "province" if is_of_province else "commune",
        "province": province_name(p),
        "area": "" if is_of_province else draw.map.link("areas", p, j - len(ROLES)),
        "parent": "" if j == 0 else draw.office(0),
        "contacts": contacts(draw, f"co-quan-{draw.number}"),
        "note": " ".join(map(str, draw.some("agency_notes", 1, 3))),
    }
    return record(draw, draw.map.id("agencies", p, j), body, draw.link("documents", j * 3 + 1))


def _names_of(draw: Draw, role: str) -> list[Value]:
    """Its name; some had another until lately."""
    p, j = draw.p, draw.j
    if j < len(ROLES):
        name = f"{role.removesuffix(' tỉnh')} {in_province(p)}"
    else:
        commune = commune_name(p, j - len(ROLES))
        name = f"{role.removesuffix(' cấp xã')} {commune}, {in_province(p)}"
    if j % 7 != 3:
        return [{"name": name}]
    return [
        {"name": f"{name} (trước khi sắp xếp)", "last_day": "2025-06-30"},
        {"name": name, "first_day": "2025-07-01"},
    ]


def _central_agency(draw: Draw) -> Fields:
    name, short = OF["central"][draw.number].split(" | ")
    body: Fields = {
        "names": [{"name": name}],
        "abbreviations": [short],
        "role": name,
        "level": "central",
        "contacts": [{"kind": "hotline", "value": f"0200 000 000{draw.number}"}],
        "note": "Cơ quan do người đo đặt ra, không có thật.",
    }
    return record(draw, CENTRAL[draw.number], body)


def contacts(draw: Draw, name: str) -> list[Value]:
    """How to reach an office: nobody's number, and addresses that cannot exist."""
    commune = commune_name(draw.p, draw.commune)
    found: list[Value] = [
        {
            "kind": "phone",
            "value": draw.telephone(),
            "hours": HOURS[:1] if draw.number % 3 == 2 else [],
        },
    ]
    if draw.number % 2:
        found.append({"kind": "email", "value": f"lien-he@{name}.example"})
    if draw.number % 3 == 0:
        found.append({"kind": "web", "value": f"https://{name}.example"})
    if draw.kind == "agencies":
        found.append({"kind": "address", "value": f"{street(draw)}, {commune}"})
    return found


def street(draw: Draw) -> str:
    """A house that does not exist."""
    return f"Số {draw.dice.randint(1, 250)}, đường {draw.dice.choice(OF['streets'])}"
