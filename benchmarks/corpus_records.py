"""The records of a corpus, one function a kind: from a number and dice to the fields of a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random

from benchmarks.block_yaml import Value
from benchmarks.corpus_map import (
    AREA_KINDS,
    CENTRAL,
    CENTRES,
    DEMO,
    DRAFT,
    FINDER,
    GROUP_NAMES,
    LAWS,
    STANDARDS,
    WITHDRAWN,
    Map,
    commune_id,
    commune_kind,
    commune_name,
    commune_role,
    document_kind,
    document_year,
    in_province,
    organisation_group,
    place_name,
    procedure_code,
    procedure_name,
    province_id,
    province_name,
    task_paths,
)
from benchmarks.phrases import FAMILIES, GIVEN, OF, ROLES, TOPICS, Topic
from generator.vietnamese.folding import slug

Fields = dict[str, Value]

MADE = "Dữ liệu sinh tự động để đo tốc độ"
COMPARED_ON = "2026-11-16"
REVIEW_DUE = "2028-11-16"
LANGUAGES = (["vi"], ["vi"], ["vi", "tyz"], ["vi", "hmn"], ["vi", "km"], ["vi", "nut", "tyz"])
HOURS: list[Value] = [
    {"days": "T2-T6", "from": "07:30", "to": "11:30"},
    {"days": "T2-T6", "from": "13:30", "to": "17:00"},
]


@dataclass(frozen=True)
class Draw:
    """One record to be made: the map, its kind and number, and dice of its own."""

    map: Map
    kind: str
    number: int

    @cached_property
    def dice(self) -> Random:
        """The same for the same seed, kind and number, whatever was made before."""
        return Random(f"{self.map.seed} {self.kind} {self.number}")

    @cached_property
    def mark(self) -> str:
        """draft, withdrawn, demo, or nothing for most."""
        return self.map.mark(self.kind, self.number)

    @cached_property
    def p(self) -> int:
        """Its province."""
        return self.map.place(self.kind, self.number)[0]

    @cached_property
    def j(self) -> int:
        """Its number within the province."""
        return self.map.place(self.kind, self.number)[1]

    @cached_property
    def topic(self) -> Topic:
        """What it is about."""
        return TOPICS[(self.j + self.p) % len(TOPICS)]

    @cached_property
    def commune(self) -> int:
        """The commune in which it plays."""
        return self.near_commune(self.j * 7)

    def near_commune(self, at: int) -> int:
        """A commune of its province to which everybody may link."""
        return self.map.plain("areas", self.p, at % self.map.size("areas", self.p))

    def link(self, kind: str, at: int | None = None) -> str:
        """Some record of the same province, or the one at a place."""
        size = self.map.size(kind, self.p)
        return self.map.link(kind, self.p, self.dice.randrange(size) if at is None else at % size)

    def links(self, kind: str, most: int, at: int) -> list[Value]:
        """Several neighbours of the same province, each once."""
        return list(dict.fromkeys(self.link(kind, at + step) for step in range(most)))

    def office(self, at: int) -> str:
        """An office of the province."""
        return self.map.id("agencies", self.p, at % len(ROLES) % self.map.size("agencies", self.p))

    def one(self, name: str) -> str:
        """A phrase with its holes filled."""
        return self.filled(self.dice.choice(OF[name]))

    def some(self, name: str, least: int, most: int) -> list[Value]:
        """Several phrases, each once, in the order in which they were written."""
        phrases = OF[name]
        chosen = sorted(self.dice.sample(range(len(phrases)), self.dice.randint(least, most)))
        return [self.filled(phrases[at]) for at in chosen]

    def filled(self, phrase: str) -> str:
        """A phrase about this record's topic and place."""
        return phrase.format_map(self._words) if "{" in phrase else phrase

    @cached_property
    def _words(self) -> Mapping[str, object]:
        return {
            "province": in_province(self.p),
            "commune": commune_name(self.p, self.commune),
            "office": f"{GROUP_NAMES['state_centre']} {in_province(self.p)}",
            "topic": self.topic.name.lower(),
            "affair": self.dice.choice(self.topic.affairs),
            "paper": self.dice.choice(self.topic.papers),
            "year": document_year(self.j),
            "quarter": "I II III IV".split()[self.j % 4],
            "count": self.dice.randint(3, 9),
        }

    def paragraph(self, least: int, most: int) -> str:
        """A few sentences in a row."""
        tips = [self.dice.choice(self.topic.tips)]
        return " ".join([*tips, *map(str, self.some("sentences", least, most))])

    def telephone(self) -> str:
        """A number that nobody can ever be given: no subscriber's number begins with 0."""
        return f"02{self.p % 100:02d} 000 00{self.dice.randrange(100):02d}"

    def person(self) -> str:
        """A person who cannot exist."""
        return f"{self.dice.choice(FAMILIES)} Mẫu {self.dice.choice(GIVEN)}"

    def day(self, year: int, first_month: int = 1, last_month: int = 12) -> str:
        """A day of a year."""
        month = self.dice.randint(first_month, last_month)
        return f"{year}-{month:02d}-{self.dice.randint(1, 28):02d}"


# ---- what every record carries -------------------------------------------------------------------


def record(draw: Draw, id: str, body: Mapping[str, Value], document: str = "") -> Fields:
    """The fields of a file: its head, its own, and its sources."""
    return {**_head(draw, id), **body, **_sources(draw, document)}


def _head(draw: Draw, id: str) -> Fields:
    head: Fields = {"id": id, "status": "published"}
    if draw.mark == DEMO:
        head["demo"] = "true"
    elif draw.mark:
        head["status"] = draw.mark
    if draw.number % 50 == 7:
        head["former_ids"] = [f"{id}-cu"]
    if draw.mark == WITHDRAWN:
        head["withdrawn"] = {
            "on": "2026-10-05",
            "reason": "Thông tin đã cũ, nơi cung cấp đề nghị rút lại.",
            "instead": draw.link(draw.kind, draw.j + 1),
        }
    return head


def _sources(draw: Draw, document: str) -> Fields:
    made: Value = {"title": MADE, "compared_on": COMPARED_ON}
    place = f"Điều {draw.number % 40 + 1}"
    cited: Value = {"document": document, "place": place, "compared_on": COMPARED_ON}
    return {
        "sources": [cited, made] if document else [made],
        "reviewed_on": COMPARED_ON,
        "review_due": REVIEW_DUE,
    }


# ---- places --------------------------------------------------------------------------------------


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


# ---- agencies and documents ----------------------------------------------------------------------


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
        "note": draw.paragraph(1, 2),
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
        {"kind": "email", "value": f"lien-he@{name}.example"},
    ]
    if draw.number % 3 == 0:
        found.append({"kind": "web", "value": f"https://{name}.example"})
    if draw.kind == "agencies":
        found.append({"kind": "address", "value": f"{_street(draw)}, {commune}"})
    return found


def _street(draw: Draw) -> str:
    return f"Số {draw.dice.randint(1, 250)}, đường {draw.dice.choice(OF['streets'])}"


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
        "note": draw.paragraph(1, 3),
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


# ---- the directory -------------------------------------------------------------------------------


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
        "audiences": draw.some("audiences", 1, 3),
        "languages": [*LANGUAGES[(j + draw.p) % len(LANGUAGES)]],
        "services": draw.some("services", 1, 2),
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
        "address": f"{_street(draw)}, {commune}, {in_province(draw.p)}",
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


def roster(draw: Draw) -> Fields:
    """Who is on duty at a court in the weeks to come."""
    p, j = draw.p, draw.j
    place = commune_name(p, draw.commune)
    kind = "online_hearing" if j % 4 == 3 else "court"
    words = "Điểm cầu xét xử trực tuyến" if j % 4 == 3 else "Tòa án khu vực"
    people = 3 * j
    shifts: list[Value] = [
        {
            "day": f"2026-12-{day:02d}" if day < 32 else f"2027-01-{day - 31:02d}",
            "from": "07:30" if day % 2 else "13:30",
            "to": "11:30" if day % 2 else "17:00",
            "who": draw.links("practitioners", 1 + day % 2, people + day % 3),
        }
        for day in range(1 + j % 4, 45, 4)
    ]
    body: Fields = {
        "code": f"LT-{province_id(p).upper()}-{j + 1}",
        "name": f"{words} Mẫu số {j + 1}, {in_province(p)}",
        "kind": kind,
        "place": f"{words} Mẫu số {j + 1}, {_street(draw)}, {place}",
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
        "text": "\n\n".join(map(str, [*texts[:2], f"## Giấy tờ gồm\n\n{papers}", *texts[2:]])),
        "contacts": [{"kind": "phone", "value": draw.telephone()}],
    }
    return record(draw, draw.map.id("calls", p, j), body)


# ---- procedures ----------------------------------------------------------------------------------


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
        "decided_by": draw.office(j % 2),
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
        "fee": {"as_written": "Không thu", "amount_vnd": 0, "basis": f"Điều {1 + j % 20}"},
        "result": f"{OF['papers'][j // 10 % 12].capitalize()}, hoặc văn bản nói rõ vì sao từ chối.",
        "conditions": draw.some("conditions", 0, 1),
        "forms": [{"number": f"{j + 1:02d}-MAU", "title": "Tờ khai đề nghị giải quyết thủ tục"}],
        "legal_basis": [
            {"document": LAWS[j % 3], "article": f"Điều {1 + j % 40}, Điều {41 + j % 9}"},
            {"document": decision, "article": f"Điều {1 + j % 12}"},
        ],
        "online_level": ("full", "partial", "information")[j % 3],
        "changes": [{"kind": _change(j), "document": decision, "on": draw.day(2026, 1, 9)}],
        "notes": draw.some("notes", 0, 1),
    }
    return record(draw, draw.map.id("procedures", p, j), body, decision)


def _change(j: int) -> str:
    return "abolished" if j % 40 == 39 else ("new", "amended", "standardised")[j % 3]


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


# ---- standards and results -----------------------------------------------------------------------


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


# ---- what is told to citizens --------------------------------------------------------------------


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


def material(draw: Draw) -> Fields:
    """A leaflet, an article, questions with answers or a story."""
    p, j = draw.p, draw.j
    kind = ("leaflet", "article", "question_answer", "case_story", "poster", "announcement")[j % 6]
    word = ("Tờ gấp", "Bài viết", "Hỏi đáp", "Câu chuyện", "Áp phích", "Thông báo")[j % 6]
    affair = draw.topic.affairs[j // len(TOPICS) % len(draw.topic.affairs)]
    body: Fields = {
        "title": f"{word} số {j + 1}: {affair}, {in_province(p)}",
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
        f"| {one[:1].upper()}{one[1:]} | nơi đã cấp giấy, hoặc Ủy ban nhân dân cấp xã |"
        for one in draw.topic.papers
    )
    procedure = f"../thu-tuc/{draw.link('procedures', draw.j)}.html"
    parts = [
        begin or draw.filled(OF["leads"][(draw.j + 1) % len(OF["leads"])]),
        f"## Nên làm gì?\n\n{steps}",
        f"## Cần mang gì?\n\n| Giấy tờ | Mất thì xin lại ở đâu |\n|---|---|\n{papers}",
        f"## Điều nên nhớ\n\n{draw.paragraph(2, 3)}",
        "Hỏi nơi gần nhất trong [danh bạ](../to-chuc/index.html), hoặc xem "
        f"[thủ tục]({procedure}). **Không ai được thu tiền.**",
    ]
    return "\n\n".join(parts) + "\n"


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


# ---- plans ---------------------------------------------------------------------------------------


def plan(draw: Draw) -> Fields:
    """A plan with its tree of tasks."""
    p, j = draw.p, draw.j
    document = draw.link("documents", 3 * j)
    trees = list(task_paths(p, j))
    body: Fields = {
        "name": f"Kế hoạch số {j + 1} năm 2026: {draw.topic.name.lower()}, {in_province(p)}",
        "document": document,
        "programmes": [draw.link("programmes", j)] if j % 3 else [],
        "summary": draw.paragraph(2, 3),
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
        "tasks": [_task(draw, one) for one in below],
    }


def _task(draw: Draw, path: str) -> Fields:
    dice = draw.dice
    lead = dice.randrange(len(ROLES))
    task: Fields = {
        "path": path,
        "text": draw.one("tasks"),
        "leads": [draw.office(lead)],
        "time": dice.choice(TIMES),
    }
    if dice.random() < 0.5:
        task["partners"] = [draw.office(lead + 1 + dice.randrange(5)), dice.choice(OF["in_words"])]
    if dice.random() < 0.4:
        task["outputs"] = draw.some("outputs", 1, 2)
    if dice.random() < 0.3:
        task["channels"] = draw.some("channels", 1, 2)
    return task


def _targets(draw: Draw, paths: list[str]) -> list[Value]:
    found: list[Value] = []
    for at, line in enumerate(draw.some("targets", 3, 4)):
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


# ---- who is entitled -----------------------------------------------------------------------------


def group(draw: Draw) -> Fields:
    """A group of people whom the made-up law entitles."""
    name, question, answer, hardship = OF["groups"][draw.number].split(" | ")
    conditions: list[Value] = [{"any_of": [{"question": question, "answer": answer}]}]
    if hardship == "khó khăn":
        poor: list[Value] = [{"question": "ho-gia-dinh", "answer": "can-ngheo"}]
        conditions.append({"hardship": "true", "any_of": poor})
    body: Fields = {
        "name": name,
        "clause": f"Điều 7 khoản {draw.number + 1}",
        "document": LAWS[0],
        "first_day": "2021-01-01",
        "who": f"Bạn thuộc nhóm “{name.lower()}” theo luật mẫu dùng để đo.",
        "hardship": "true" if hardship == "khó khăn" else "false",
        "conditions": conditions,
        "evidence": [
            {"text": "Một giấy do nơi có thẩm quyền cấp cho thấy bạn thuộc nhóm này; mất giấy thì "
             "xin xác nhận của nơi đã cấp.", "basis": f"Điều 33 khoản {draw.number + 1}"}
        ],
    }  # fmt: skip
    return record(draw, f"dien-mau-{slug(name)}", body, LAWS[0])


def finder(draw: Draw) -> Fields:
    """The questions that lead to the groups; the answers are those that groups name, and more."""
    asked: dict[str, list[Value]] = {}
    for line in OF["answers_of_finder"]:
        question, answer, text = line.split(" | ")
        told: Fields = {"id": answer, "text": text}
        if answer == "khong-ro":
            told["unknown"] = "true"
        asked.setdefault(question, []).append(told)
    questions: list[Value] = []
    for line in OF["questions_of_finder"]:
        question, text = line.split(" | ")
        several: Fields = {"several": "true"} if question == "hoan-canh" else {}
        questions.append({"id": question, "text": text, **several, "answers": asked[question]})
    body: Fields = {
        "name": "Tôi có được giúp không? (bộ câu hỏi để đo)",
        "summary": "Vài câu hỏi ngắn để thử tốc độ của trang, theo luật mẫu không có thật.",
        "lead": "Câu trả lời ở đây không nói gì về quyền thật của bạn.",
        "procedure": draw.map.link("procedures", 0, 0),
        "questions": questions,
    }
    return record(draw, FINDER, body, LAWS[0])
