"""Who is who in a corpus: how many records of each kind, their ids, and which belong together.

Nothing is remembered: an id follows from the number of its record alone, so that links can be
written to records that are not made yet, and memory stays flat. Every province has the same share
of every kind, so a larger corpus has more provinces and no longer lists.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import gcd

from benchmarks.made_up.phrases import (
    COMMUNE_FIRST,
    COMMUNE_SECOND,
    OF,
    PROVINCE_FIRST,
    PROVINCE_SECOND,
    ROLES,
)
from generator.vietnamese.folding import slug

SHARES = {
    "practitioners": 0.16,
    "areas": 0.12,
    "procedures": 0.10,
    "materials": 0.08,
    "agencies": 0.06,
    "documents": 0.06,
    "access_results": 0.05,
    "rosters": 0.02,
    "calls": 0.015,
    "plans": 0.015,
    "campaigns": 0.01,
    "programmes": 0.005,
    "catalogues": 0.003,
    "bulletins": 0.001,
    "terms": 0.001,
}  # of all records; organisations are what remains
ALWAYS = {"groups": 16, "finders": 1, "access_standards": 2}  # of a nation, however large
CENTRAL = ("bo-mau-tu-phap", "quoc-hoi-mau", "chinh-phu-mau")
LAWS = ("luat-mau-tro-giup-phap-ly", "luat-mau-pho-bien-phap-luat", "luat-mau-hoa-giai")
FINDER = "mau-tim-dien-tro-giup"
STANDARDS = ("chuan-mau-2022", "chuan-mau-2026")
COMMUNES = 100  # of a province
CENTRES = 12  # organisations of a province that employ people; the first is its state centre
DRAFT, WITHDRAWN, DEMO = "draft", "withdrawn", "demo"
DOCUMENT_KINDS = {"plan": "ke-hoach", "decision": "quyet-dinh", "official_letter": "cong-van"}


@dataclass(frozen=True)
class Map:
    """The records of a corpus by kind and number; `p` is a province, `j` counts within it."""

    count: int
    seed: int

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many records of each kind there are; together exactly `count`."""
        counts = {kind: round(self.count * share) for kind, share in SHARES.items()} | ALWAYS
        return {"organisations": self.count - sum(counts.values()), **counts}

    @cached_property
    def provinces(self) -> int:
        """How many provinces there are."""
        return max(2, round(self.counts["areas"] / (COMMUNES + 1)))

    def numbers(self, kind: str) -> Iterator[int]:
        """The number of each record of a kind."""
        return iter(range(self.counts[kind]))

    # -- provinces

    def before(self, kind: str) -> int:
        """How many records of a kind come before those that are dealt out to the provinces."""
        central = {"areas": self.provinces, "agencies": len(CENTRAL), "documents": len(LAWS)}
        return central.get(kind, 0)

    def place(self, kind: str, number: int) -> tuple[int, int]:
        """The province of a record and its number there."""
        j, p = divmod(number - self.before(kind), self.provinces)
        return p, j

    def number(self, kind: str, p: int, j: int) -> int:
        """The number of the record that is the j-th of its province."""
        return self.before(kind) + j * self.provinces + p

    def size(self, kind: str, p: int) -> int:
        """How many records of a kind a province has."""
        return (self.counts[kind] - self.before(kind) - p + self.provinces - 1) // self.provinces

    # -- how far a record is

    def mark(self, kind: str, number: int) -> str:
        """draft, withdrawn, demo, or nothing for most."""
        if number < self.before(kind) or kind in ALWAYS or self._is_needed(kind, number):
            return ""
        spread = {"documents": 3, "agencies": 2}.get(kind, 1)  # many of these are needed
        sign = (number * 61 + len(kind) * 17 + self.seed) % 200
        for word, share in ((DRAFT, 2), (WITHDRAWN, 4), (DEMO, 8)):
            if sign < share * spread:
                return word
        return ""

    def _is_needed(self, kind: str, number: int) -> bool:
        """Whether some record could not do without this one."""
        _, j = self.place(kind, number)
        if kind == "documents":
            return j % 3 != 2
        first = {"organisations": 4, "agencies": len(ROLES), "procedures": 1}
        return j < first.get(kind, 1)  # so that there always is one to link to

    def plain(self, kind: str, p: int, j: int) -> int:
        """The first record from the j-th on to which everybody may link."""
        size = self.size(kind, p)
        while self.mark(kind, self.number(kind, p, j % size)):
            j += 1
        return j % size

    # -- ids

    def id(self, kind: str, p: int, j: int) -> str:
        """The id of the j-th record of a province."""
        if kind in SPEAKING_IDS:
            return SPEAKING_IDS[kind](p, j)
        return f"{PREFIXES[kind]}-{province_id(p)}-{j + 1}"

    def link(self, kind: str, p: int, j: int) -> str:
        """The id of a record near the j-th to which everybody may link."""
        return self.id(kind, p, self.plain(kind, p, j))


PREFIXES = {
    "practitioners": "nth",
    "procedures": "thu-tuc",
    "materials": "tai-lieu",
    "access_results": "ket-qua",
    "rosters": "lich-truc",
    "calls": "moi-chon",
    "plans": "ke-hoach",
    "campaigns": "chien-dich",
    "programmes": "de-an",
    "catalogues": "danh-muc",
    "bulletins": "ban-tin",
}


# ---- names ---------------------------------------------------------------------------------------


@cache
def province_name(p: int) -> str:
    """The name of a province: Mẫu Hồng Lạc."""
    second, first = divmod(p, len(PROVINCE_FIRST))
    return f"Mẫu {PROVINCE_FIRST[first]} {PROVINCE_SECOND[second % len(PROVINCE_SECOND)]}"


@cache
def province_id(p: int) -> str:
    """The id of a province."""
    return slug(province_name(p))


def in_province(p: int) -> str:
    """A province within a sentence: tỉnh Mẫu Hồng Lạc."""
    return f"tỉnh {province_name(p)}"


NAMES = len(COMMUNE_FIRST) * len(COMMUNE_SECOND)
STRIDE = next(step for step in range(391, NAMES) if gcd(step, NAMES) == 1)


def place_name(p: int, at: int) -> str:
    """A name of two words; within a province each of the first thousand is another."""
    first, second = divmod((at * STRIDE + p * 37) % NAMES, len(COMMUNE_SECOND))
    return f"{COMMUNE_FIRST[first]} {COMMUNE_SECOND[second]}"


AREA_KINDS = {"commune": "xã", "ward": "phường", "special_zone": "đặc khu"}


def commune_kind(c: int) -> str:
    """What a commune is: a fifth are wards, one of a hundred a special zone."""
    if c % 100 == 77:
        return "special_zone"
    return "ward" if c % 5 == 3 else "commune"


def commune_name(p: int, c: int) -> str:
    """A commune within a sentence: xã An Hợp."""
    return f"{AREA_KINDS[commune_kind(c)]} {place_name(p, c)}"


@cache
def commune_id(p: int, c: int) -> str:
    """The id of a commune: mau-hong-lac-xa-an-hop."""
    return f"{province_id(p)}-{slug(commune_name(p, c))}"


def agency_id(p: int, j: int) -> str:
    """First the offices of the province, then those of its communes, one kind after another."""
    if j < len(ROLES):
        return f"{slug(ROLES[j][0]).removesuffix('-tinh')}-{province_id(p)}"
    return f"{slug(commune_role(j)).removesuffix('-cap-xa')}-{commune_id(p, j - len(ROLES))}"


def commune_role(j: int) -> str:
    """What the j-th agency of a province is in its commune."""
    return OF["commune_roles"][j % len(OF["commune_roles"])]


def document_kind(j: int) -> str:
    """Plans, decisions and letters in turn."""
    return tuple(DOCUMENT_KINDS)[j % 3]


def document_year(j: int) -> int:
    """The year of the j-th document of a province."""
    return 2026 if j % 3 == 0 else 2023 + j % 4


def document_id(p: int, j: int) -> str:
    """The id of a document: ke-hoach-4-mau-hong-lac-2026."""
    kind = DOCUMENT_KINDS[document_kind(j)]
    return f"{kind}-{j + 1}-{province_id(p)}-{document_year(j)}"


GROUPS = (
    *("state_centre", "branch", "branch", "branch"),
    *("contracted", "registered", "contracted", "registered"),
    *("contracted", "registered", "contracted", "registered"),
)  # those of a province that employ people
OTHER_GROUPS = (
    *("mediation_team", "community_law_centre", "mediation_team", "mediation_team"),
    *("mediation_team", "advice_organisation", "mediation_team"),
)
GROUP_NAMES = {
    "state_centre": "Trung tâm trợ giúp pháp lý nhà nước",
    "branch": "Chi nhánh trợ giúp pháp lý",
    "contracted": "Văn phòng luật sư",
    "registered": "Công ty luật",
    "advice_organisation": "Trung tâm tư vấn pháp luật",
    "community_law_centre": "Câu lạc bộ pháp luật cộng đồng",
    "mediation_team": "Tổ hòa giải",
}


def organisation_group(j: int) -> str:
    """First those that employ people, then everybody else."""
    return GROUPS[j] if j < CENTRES else OTHER_GROUPS[j % len(OTHER_GROUPS)]


@cache
def _group_slug(group: str) -> str:
    return slug(GROUP_NAMES[group])


def organisation_id(p: int, j: int) -> str:
    """The id of an organisation: to-hoa-giai-mau-hong-lac-37."""
    return f"{_group_slug(organisation_group(j))}-{province_id(p)}-{j + 1}"


SPEAKING_IDS: Mapping[str, Callable[[int, int], str]] = {
    "areas": commune_id,
    "agencies": agency_id,
    "documents": document_id,
    "organisations": organisation_id,
}


def procedure_name(p: int, j: int) -> str:
    """What is applied for: Đổi thẻ cộng tác viên ở cơ sở, tỉnh Mẫu Hồng Lạc."""
    actions, papers = OF["actions"], OF["papers"]
    name = f"{actions[j % len(actions)]} {papers[j // len(actions) % len(papers)]}"
    return f"{name}, {in_province(p)}"


def procedure_code(number: int) -> str:
    """A code that no real procedure has."""
    return f"9.{number:06d}"


# ---- the shape of a plan -------------------------------------------------------------------------

LETTERS = "abcd"


def task_paths(p: int, q: int) -> Iterator[tuple[str, list[str]]]:
    """The places of a plan's headings, each with those of the tasks below it."""
    for heading in range(1, 6 + (p + q) % 2):
        letters = LETTERS[: 3 + (q + heading) % 2]
        yield f"II.{heading}", [f"II.{heading} {letter}" for letter in letters]
