"""By what readers choose in a list: the kind, the year, the topic, the province of a record.

Each value of a facet has a list of its own, which needs no script; a script then puts several
together, by the same words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar
from zlib import crc32

from generator.records.access_results import AccessResult, Outcome
from generator.records.agencies import Agency, Level
from generator.records.bulletins import Bulletin, Priority
from generator.records.calls import Call, Wanted
from generator.records.campaigns import Campaign, CampaignKind
from generator.records.catalogues import Catalogue
from generator.records.documents import Document, DocumentKind, PartialDay
from generator.records.materials import Material, MaterialKind
from generator.records.organisations import Form, Group, Organisation
from generator.records.plans import Plan
from generator.records.practitioners import Practitioner, PractitionerKind
from generator.records.procedures import Audience, Procedure
from generator.records.programmes import Programme, ProgrammeKind
from generator.records.record import Record
from generator.vietnamese.folding import fold, slug
from generator.vietnamese.sorting import sort_key

PROVINCE = "tinh"  # the facet that every list may have: its values are ids of areas
COMMON = "chung"  # its word for what belongs to none
NAMELESS = "khac"  # the word for values without any letter or digit
LONGEST = 80  # letters of a word in addresses
SUM = 8  # of them, of a sum over a value that its word tells only in part
MOST_YEARS = 30  # of one plan, for a slip such as 9999 must not fill the list

Row = TypeVar("Row")
Order = Callable[[str, int], Any]


def by_words(value: str, count: int) -> Any:
    """In the order of a dictionary."""
    return sort_key(value)


def most_first(value: str, count: int) -> Any:
    """Those first that most records have."""
    return -count, value


def last_first(value: str, count: int) -> Any:
    """Years, the last one first."""
    return -int(value)


@dataclass(frozen=True)
class Facet:
    """One thing to choose by: the word for it in addresses, and what a record has of it.

    `values` tells that from the outline of a record. A topic is looked up from A to Z, so that each
    of its values has a list, were it the only one. `wording` is the group of the wording that has
    words for the values; without it the values are words already. `spelled` says what values of our
    own are called in addresses, in the order in which lists offer them; the order of others is told
    by `order`, from a value and how many have it.
    """

    slug: str
    values: Callable[[Any], Iterable[str]]
    wording: str = ""
    spelled: Mapping[str, str] = field(default_factory=dict)
    order: Order = by_words
    is_topic: bool = False

    def word(self, value: str) -> str:
        """A value as addresses name it; two values have one word only if they are spelled alike."""
        told = self.spelled.get(value, value)
        word = slug(told, len(told) + 1)
        is_whole = len(word) <= LONGEST and not any(map(_is_foreign, fold(told)))
        return (word if is_whole else _summed(told)) or NAMELESS

    def words(self, outline: Any) -> str:
        """What a record has of it, as addresses name it, with spaces between."""
        return " ".join(dict.fromkeys(map(self.word, self.values(outline))))

    def rank(self, value: str, count: int) -> tuple[int, Any]:
        """Where a value stands among those that a list offers."""
        if value in self.spelled:
            return list(self.spelled).index(value), ()
        return len(self.spelled), self.order(value, count)


def _is_foreign(sign: str) -> bool:
    return sign.isalnum() and not sign.isascii()


def _summed(value: str) -> str:
    """The beginning of a value that is too long or in another script, and a sum over all of it."""
    start = slug(value, LONGEST - SUM - 1)
    return f"{start}-{crc32(fold(value).encode()):0{SUM}x}".lstrip("-")


class View(NamedTuple, Generic[Row]):
    """The rows of a list that share a value of a facet; `word` is the value in addresses."""

    facet: str
    value: str
    word: str
    rows: list[Row]


def views_of(facet: Facet, rows: Iterable[tuple[Row, object]]) -> list[View[Row]]:
    """Every value of a facet that any row has; two spellings of one value are one.

    Each row comes with the outline of its record.
    """
    by_value: dict[str, list[int]] = defaultdict(list)
    every: list[Row] = []
    for at, (row, outline) in enumerate(rows):
        every.append(row)
        for value in dict.fromkeys(facet.values(outline)):
            by_value[value].append(at)
    found: dict[str, tuple[str, list[int]]] = {}
    for value, those in by_value.items():
        word = facet.word(value)
        first, before = found.get(word, (value, []))
        found[word] = first, sorted({*before, *those}) if before else those
    ordered = sorted(found.values(), key=lambda one: facet.rank(one[0], len(one[1])))
    return [
        View(facet.slug, value, facet.word(value), [every[at] for at in those])
        for value, those in ordered
    ]


def views_to_list(facets: Iterable[Facet], rows: Sequence[tuple[Row, object]]) -> list[View[Row]]:
    """The views of some facets that have lists: where there is anything to choose, and topics."""
    found: list[View[Row]] = []
    for facet in facets:
        views = views_of(facet, rows)
        counts = [len(one.rows) for one in views]
        found += views if facet.is_topic or tells_apart(counts, len(rows)) else []
    return found


def tells_apart(counts: Sequence[int], every: int) -> bool:
    """Whether a facet parts `every` row of a list, if `counts` have each of its values."""
    return len(counts) > 1 or any(count < every for count in counts)


# ---- by what each kind is chosen -----------------------------------------------------------------


def _years(one: Campaign | Plan) -> Iterator[str]:
    """The years in which it goes on, as far as days tell."""
    days = (one.period.first_day, one.period.last_day) if one.period else ()
    known = [day.year for day in days if day]
    if known:
        yield from map(str, range(known[0], known[-1] + 1)[:MOST_YEARS])


def _only(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _year_of(day: PartialDay | date | None) -> tuple[str, ...]:
    return (str(day.year),) if day else ()


LEVELS: Mapping[str, str] = {
    Level.CENTRAL: "trung-uong",
    Level.PROVINCE: "tinh",
    Level.DISTRICT: "huyen",
    Level.COMMUNE: "xa",
}
FACETS: Mapping[type[Record], tuple[Facet, ...]] = {
    Organisation: (
        Facet(
            "loai",
            lambda one: _only(one.group),
            "organisation_group",
            {
                Group.STATE_CENTRE: "trung-tam-nha-nuoc",
                Group.BRANCH: "chi-nhanh",
                Group.CONTRACTED: "theo-hop-dong",
                Group.REGISTERED: "dang-ky-tham-gia",
                Group.ADVICE_ORGANISATION: "to-chuc-tu-van",
                Group.COMMUNITY_LAW_CENTRE: "trung-tam-phap-luat-cong-dong",
                Group.MEDIATION_TEAM: "to-hoa-giai",
            },
        ),
        Facet(
            "hinh-thuc",
            lambda one: one.forms,
            "form",
            {
                Form.LITIGATION: "tham-gia-to-tung",
                Form.ADVICE: "tu-van",
                Form.REPRESENTATION: "dai-dien",
            },
        ),
        Facet("linh-vuc", lambda one: one.fields, is_topic=True),
        Facet("doi-tuong", lambda one: one.audiences, is_topic=True),
        Facet("ngon-ngu", lambda one: one.languages, "language", order=most_first),
    ),
    Practitioner: (
        Facet(
            "loai",
            lambda one: _only(one.kind),
            "practitioner_kind",
            {
                PractitionerKind.LEGAL_AID_OFFICER: "tro-giup-vien",
                PractitionerKind.LAWYER: "luat-su",
                PractitionerKind.ADVISER: "tu-van-vien",
                PractitionerKind.COLLABORATOR: "cong-tac-vien",
            },
        ),
    ),
    Procedure: (
        Facet("linh-vuc", lambda one: _only(one.field), is_topic=True),
        Facet("cap", lambda one: _only(one.level), "level", LEVELS),
        Facet(
            "danh-cho",
            lambda one: _only(one.audience),
            "audience",
            {Audience.CITIZEN: "nguoi-dan", Audience.PROVIDER: "nguoi-thuc-hien"},
        ),
    ),
    Document: (
        Facet(
            "loai",
            lambda one: _only(one.kind),
            "document_kind",
            {
                DocumentKind.LAW: "luat",
                DocumentKind.ORDINANCE: "phap-lenh",
                DocumentKind.RESOLUTION: "nghi-quyet",
                DocumentKind.DECREE: "nghi-dinh",
                DocumentKind.DECISION: "quyet-dinh",
                DocumentKind.DIRECTIVE: "chi-thi",
                DocumentKind.CIRCULAR: "thong-tu",
                DocumentKind.JOINT_CIRCULAR: "thong-tu-lien-tich",
                DocumentKind.PLAN: "ke-hoach",
                DocumentKind.OFFICIAL_LETTER: "cong-van",
                DocumentKind.NOTICE: "thong-bao",
                DocumentKind.NEWS: "tin",
            },
        ),
        Facet("nam", lambda one: _year_of(one.issued_on), order=last_first),
    ),
    Material: (
        Facet(
            "loai",
            lambda one: _only(one.kind),
            "material_kind",
            {
                MaterialKind.VIDEO: "video",
                MaterialKind.AUDIO: "am-thanh",
                MaterialKind.LEAFLET: "to-gap",
                MaterialKind.POSTER: "ap-phich",
                MaterialKind.ARTICLE: "bai-viet",
                MaterialKind.QUESTION_ANSWER: "hoi-dap",
                MaterialKind.CASE_STORY: "cau-chuyen",
                MaterialKind.ANNOUNCEMENT: "thong-bao",
            },
        ),
        Facet("chu-de", lambda one: _only(one.topic), is_topic=True),
        Facet("ngon-ngu", lambda one: _only(one.language), "language", order=most_first),
    ),
    Bulletin: (
        Facet("chuyen-muc", lambda one: _only(one.column), is_topic=True),
        Facet(
            "uu-tien",
            lambda one: _only(one.priority),
            "priority",
            {
                Priority.URGENT: "khan-cap",
                Priority.PREFERRED: "uu-tien",
                Priority.ORDINARY: "thuong",
            },
        ),
        Facet("ngon-ngu", lambda one: one.languages, "language", order=most_first),
    ),
    Agency: (
        Facet("cap", lambda one: _only(one.level), "level", LEVELS),
        Facet("vai-tro", lambda one: _only(one.role)),
    ),
    Plan: (Facet("nam", _years, order=last_first),),
    Campaign: (
        Facet(
            "loai",
            lambda one: _only(one.kind),
            "campaign_kind",
            {
                CampaignKind.CAMPAIGN: "chien-dich",
                CampaignKind.PEAK_DRIVE: "dot-cao-diem",
                CampaignKind.LAW_DAY: "ngay-phap-luat",
                CampaignKind.LONG_TERM: "dai-han",
            },
        ),
        Facet("nam", _years, order=last_first),
    ),
    Programme: (
        Facet(
            "loai",
            lambda one: _only(one.kind),
            "programme_kind",
            {
                ProgrammeKind.SCHEME: "de-an",
                ProgrammeKind.PROGRAMME: "chuong-trinh",
                ProgrammeKind.NATIONAL_PROGRAMME: "chuong-trinh-muc-tieu-quoc-gia",
                ProgrammeKind.IMPLEMENTATION_PLAN: "ke-hoach-thi-hanh",
            },
        ),
    ),
    Call: (
        Facet(
            "moi",
            lambda one: _only(one.wanted),
            "wanted",
            {Wanted.LAWYERS: "luat-su", Wanted.ORGANISATIONS: "to-chuc"},
        ),
        Facet("nam", lambda one: _year_of(one.posted_on), order=last_first),
    ),
    Catalogue: (Facet("linh-vuc", lambda one: _only(one.field)),),
    AccessResult: (
        Facet("nam", lambda one: (str(one.year),), order=last_first),
        Facet(
            "ket-qua",
            lambda one: _only(one.declared),
            "outcome",
            {Outcome.PASSED: "dat", Outcome.FAILED: "chua-dat"},
        ),
    ),
}
