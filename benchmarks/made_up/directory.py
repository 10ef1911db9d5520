"""The directory: organisations, those who work there, rosters of duty and calls for lawyers."""

from benchmarks.made_up.block_yaml import Value
from benchmarks.made_up.draw import COMPARED_ON, HOURS, LANGUAGES, Draw, Fields, record
from benchmarks.made_up.numbering import (
    CENTRES,
    DRAFT,
    GROUP_NAMES,
    LAWS,
    commune_id,
    commune_name,
    in_province,
    organisation_group,
    place_name,
    province_id,
)
from benchmarks.made_up.offices import contacts, street
from benchmarks.made_up.phrases import GIVEN, OF, TOPICS


def organisation(draw: Draw) -> Fields:
    """A centre, a branch, a law office, a club or a team of mediators."""
    j, group = draw.j, organisation_group(draw.j)
    is_team = group == "mediation_team"
    body: Fields = {
        "code": f"TC-{province_id(draw.p).upper()}-{j + 1}",
        "name": _organisation_name(draw, group),
        "group": group,
        "parent": draw.map.id("organisations", draw.p, 0) if group == "branch" else "",
        "agency": draw.office(1) if group == "state_centre" else "",
        **_state(draw),
        **({} if is_team or draw.mark == DRAFT else _authorisation(draw, group)),
        "forms": [] if is_team else _forms(draw, group),
        "fields": _fields(draw),
        "audiences": draw.some("audiences", 1, 2),
        "languages": [*LANGUAGES[(j + draw.p) % len(LANGUAGES)]],
        "services": draw.some("services", 1, 1),
        "locations": [_location(draw)],
        "contacts": contacts(draw, f"to-chuc-{draw.number}"),
        "serves": _serves(draw),
        "head": {"name": draw.person(), "title": "Tổ trưởng" if is_team else "Giám đốc"},
        "verified_on": COMPARED_ON,
    }
    return record(draw, draw.map.id("organisations", draw.p, j), body)


def _organisation_name(draw: Draw, group: str) -> str:
    commune = commune_name(draw.p, draw.commune)
    if group == "state_centre":
        return f"{GROUP_NAMES[group]} {in_province(draw.p)}"
    if group == "mediation_team":
        return f"Tổ hòa giải thôn {draw.j % 12 + 1}, {commune}, {in_province(draw.p)}"
    return f"{GROUP_NAMES[group]} {draw.dice.choice(GIVEN)} Mẫu {draw.j + 1}, {commune}"


def _state(draw: Draw) -> Fields:
    """Most are at work; one in fifty has paused or stopped."""
    if draw.j < CENTRES or draw.number % 50 != 23:
        return {}
    return {
        "state": "suspended" if draw.number % 100 == 23 else "ended",
        "state_from": "2026-09-01",
        "state_reason": "Chưa đủ người làm việc, tự đề nghị dừng nhận việc mới.",
        "state_decision": f"Quyết định số {draw.j + 1}/QĐ-MAU",
    }


def _authorisation(draw: Draw, group: str) -> Fields:
    word = {"state_centre": "Quyết định", "branch": "Quyết định", "contracted": "Hợp đồng"}
    text = f"{word.get(group, 'Giấy đăng ký')} số {draw.j + 1}/MAU"
    return {"authorisation": {"document": text, "first_day": draw.day(2024)}}


def _forms(draw: Draw, group: str) -> list[Value]:
    every: list[Value] = ["litigation", "advice", "representation"]
    return every if group in ("state_centre", "branch", "contracted") else every[1:]


def _fields(draw: Draw) -> list[Value]:
    first = (draw.j + draw.p) % len(TOPICS)
    return [TOPICS[(first + step * 5) % len(TOPICS)].name for step in range(2 + draw.j % 2)]


def _location(draw: Draw) -> Fields:
    commune = commune_name(draw.p, draw.commune)
    before = place_name(draw.p, 200 + draw.commune * 4)
    place: Fields = {
        "address": f"{street(draw)}, {commune}, {in_province(draw.p)}",
        "old_address": f"Xã {before} cũ" if draw.number % 3 == 0 else "",
        "area": commune_id(draw.p, draw.commune),
        "hours": HOURS,
        "accessibility": draw.some("accessibility", 0, 1),
        "directions": draw.one("directions") if draw.number % 3 == 1 else "",
    }
    if draw.number % 2:
        place["latitude"] = f"{9 + draw.p % 13}.{draw.dice.randint(10, 99)}"
        place["longitude"] = f"{104 + draw.p % 5}.{draw.dice.randint(10, 99)}"
    return place


def _serves(draw: Draw) -> list[Value]:
    """The whole province for its centre, a few communes for everybody else."""
    if draw.j == 0:
        return [province_id(draw.p)]
    communes = (draw.near_commune(draw.commune + step) for step in range(1 + draw.number % 5))
    return [commune_id(draw.p, one) for one in dict.fromkeys(communes)]


def practitioner(draw: Draw) -> Fields:
    """Somebody on the list of a province."""
    p, j = draw.p, draw.j
    kind = ("legal_aid_officer", "lawyer", "collaborator", "lawyer", "adviser")[j % 5]
    body: Fields = {
        "code": f"NTH-{province_id(p).upper()}-{j + 1}",
        "name": draw.person(),
        "kind": kind,
        "title": draw.dice.choice(OF[kind]),
        "card_number": f"THE-{province_id(p).upper()}-{j + 1}",
        "organisation": draw.map.id("organisations", p, draw.map.plain("organisations", p, j % 12)),
        "state": "suspended" if draw.number % 60 == 31 else "",
        "first_day": "" if draw.mark == DRAFT else draw.day(2025),
        "last_day": draw.day(2028),
        "legal_basis": [
            {"document": LAWS[0], "article": f"Điều 17, Điều {18 + j % 7}"},
            {"document": draw.link("documents", 3 * (j // 5) + 1), "article": f"Điều {1 + j % 9}"},
        ],
    }
    return record(draw, draw.map.id("practitioners", p, j), body, draw.link("documents", j))


DUTY_DAYS = (0, 2, 7, 9, 14, 16, 21, 23, 28)  # Tuesdays and Thursdays, or the days behind them


def roster(draw: Draw) -> Fields:
    """Who is on duty at a court in December 2026."""
    p, j = draw.p, draw.j
    place = commune_name(p, draw.commune)
    kind = "online_hearing" if j % 4 == 3 else "court"
    words = "Điểm cầu xét xử trực tuyến" if j % 4 == 3 else "Tòa án khu vực"
    shifts: list[Value] = [
        {
            "day": f"2026-12-{1 + j % 2 + day:02d}",
            "from": "13:30" if at % 2 else "07:30",
            "to": "17:00" if at % 2 else "11:30",
            "who": draw.links("practitioners", 1 + at % 2, 3 * j + at % 3),
        }
        for at, day in enumerate(DUTY_DAYS)
    ]
    body: Fields = {
        "code": f"LT-{province_id(p).upper()}-{j + 1}",
        "name": f"{words} Mẫu số {j + 1}, {in_province(p)}",
        "kind": kind,
        "place": f"{words} Mẫu số {j + 1}, {street(draw)}, {place}",
        "area": commune_id(p, draw.commune),
        "organisation": draw.map.id("organisations", p, j % 4),
        "shifts": shifts,
    }
    return record(draw, draw.map.id("rosters", p, j), body)


def call(draw: Draw) -> Fields:
    """A centre looks for lawyers or organisations."""
    p, j = draw.p, draw.j
    wanted = ("lawyers", "organisations")[j % 2]
    whom = ("luật sư", "tổ chức")[j % 2]
    month = 10 + j % 2
    texts = draw.some("call_texts", 4, 5)
    papers = "\n".join(f"- {one}" for one in draw.some("dossier", 3, 4))
    body: Fields = {
        "name": f"Mời {whom} ký hợp đồng trợ giúp pháp lý đợt {j + 1}, {in_province(p)}",
        "organisation": draw.map.id("organisations", p, j % 4),
        "wanted": wanted,
        "area": province_id(p),
        "posted_on": f"2026-{month}-12",
        "posted_until": f"2026-{month + 1}-06",
        "closes_on": f"2026-{month + 1}-06",
        "document": f"Thông báo số {j + 1}/TB-MAU",
        "text": "\n\n".join(map(str, [*texts[:2], f"## Giấy tờ gồm\n\n{papers}", *texts[2:]]))
        + "\n",
        "contacts": [{"kind": "phone", "value": draw.telephone()}],
    }
    return record(draw, draw.map.id("calls", p, j), body)
