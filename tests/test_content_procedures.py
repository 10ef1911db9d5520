"""The procedures and the standard of access, told a second time from their articles.

The tables below were written from the articles, not from the records, so that a slip in either
shows. What an article does not say stands here as None or is left out: nothing may be added.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from generator.intake import load
from generator.library import Library
from generator.records.access_standards import AccessStandard
from generator.records.procedures import Part, Procedure
from tests.conftest import ROOT

LAW_TEXT = ROOT.parent / "shared" / "law" / "tro-giup-phap-ly.md"
LAW, DECREE = "Luật Trợ giúp pháp lý", "Nghị định 144/2017/NĐ-CP"
CIRCULAR_8, CIRCULAR_12 = "Thông tư 08/2017/TT-BTP", "Thông tư 12/2018/TT-BTP"
CODIFIED_AS = {
    LAW: "Luật số 11/2017/QH14",
    DECREE: "Nghị định số 144/2017/NĐ-CP",
    CIRCULAR_8: "Thông tư số 08/2017/TT-BTP",
    CIRCULAR_12: "Thông tư số 12/2018/TT-BTP",
}


@dataclass(frozen=True)
class Told:
    """What the articles say: limits as (value, unit, a word of the stage, basis)."""

    limits: tuple[tuple[int | None, str, str, str], ...]
    papers: tuple[str, ...]  # the basis of each paper of the dossier, in its order
    rests_on: dict[str, str]  # document to the articles that carry the procedure
    sets: int | None = None
    forms: tuple[str, ...] = ()
    channels: frozenset[str] = frozenset()
    free_by: str | None = None  # the basis by which nothing is paid
    originals: int = 0  # papers whose original is asked for


BY_HAND_POST_FAX_ONLINE = frozenset({"in_person", "post", "fax", "online"})
BY_HAND_POST_ONLINE = frozenset({"in_person", "post", "online"})
AID, ENACTED = "luat-11-2017-qh14", "nghi-dinh-144-2017-nd-cp"
EIGHT, TWELVE = "thong-tu-08-2017-tt-btp", "thong-tu-12-2018-tt-btp"

TOLD = {
    "yeu-cau-tro-giup-phap-ly": Told(
        limits=(
            (None, "at_once", "bổ sung", f"Điều 30 khoản 2 {LAW}"),
            (3, "working_days", "tố tụng", f"Điều 31 khoản 2 {LAW}"),
            (12, "hours", "bị tạm giữ", f"Điều 31 khoản 2 {LAW}"),
            (10, "days", "tư vấn", f"Điều 32 khoản 2 {LAW}"),
            (30, "days", "phức tạp", f"Điều 32 khoản 2 {LAW}"),
            (3, "working_days", "đại diện ngoài tố tụng", f"Điều 33 khoản 2 {LAW}"),
        ),
        papers=(
            f"Điều 29 khoản 1 điểm a {LAW}",
            f"Điều 29 khoản 1 điểm b {LAW}; Điều 33 {CIRCULAR_8}",
            f"Điều 29 khoản 1 điểm c {LAW}",
        ),
        rests_on={AID: "7 29 30 31 32 33", EIGHT: "33", TWELVE: "6 13"},
        forms=("02-TP-TGPL",),
        channels=BY_HAND_POST_FAX_ONLINE,
        free_by=f"Điều 3 khoản 4, Điều 8 khoản 1 {LAW}",
    ),
    "cap-the-cong-tac-vien-tro-giup-phap-ly": Told(
        limits=(
            (4, "working_days", "Giám đốc Trung tâm", f"Điều 16 khoản 3 {DECREE}"),
            (3, "working_days", "Giám đốc Sở Tư pháp", f"Điều 16 khoản 4 {DECREE}"),
        ),
        papers=(
            f"Điều 16 khoản 1 điểm a {DECREE}",
            f"Điều 16 khoản 1 điểm b, Điều 16 khoản 2 {DECREE}",
            f"Điều 16 khoản 1 điểm c {DECREE}",
            f"Điều 16 khoản 1 điểm c {DECREE}",
        ),
        rests_on={AID: "24", ENACTED: "16", EIGHT: "34"},
        sets=1,
        forms=("TP-TGPL-10",),
        channels=BY_HAND_POST_FAX_ONLINE,
    ),
    "cap-lai-the-cong-tac-vien-tro-giup-phap-ly": Told(
        limits=(
            (4, "working_days", "Giám đốc Trung tâm", f"Điều 19 khoản 2 {DECREE}"),
            (3, "working_days", "Giám đốc Sở Tư pháp", f"Điều 19 khoản 3 {DECREE}"),
        ),
        papers=(f"Điều 19 khoản 1 {DECREE}", f"Điều 19 khoản 1 {DECREE}"),
        rests_on={ENACTED: "19", EIGHT: "34"},
        forms=("TP-TGPL-11",),
    ),
    "dang-ky-tham-gia-tro-giup-phap-ly": Told(
        limits=(
            (7, "days", "cấp Giấy đăng ký", f"Điều 19 khoản 2 {CIRCULAR_8}"),
            (3, "working_days", "Công bố", f"Điều 19 khoản 3 {CIRCULAR_8}"),
        ),
        papers=(
            f"Điều 19 khoản 1 điểm a {CIRCULAR_8}",
            f"Điều 19 khoản 1 điểm b {CIRCULAR_8}",
            f"Điều 19 khoản 1 điểm c {CIRCULAR_8}",
        ),
        rests_on={AID: "15", EIGHT: "19 34"},
        sets=1,
        forms=("TP-TGPL-01", "TP-TGPL-02"),
        channels=BY_HAND_POST_FAX_ONLINE,
        free_by=f"Điều 19 khoản 4 {CIRCULAR_8}",
    ),
    "thay-doi-noi-dung-dang-ky-tham-gia-tro-giup-phap-ly": Told(
        limits=(
            (5, "working_days", "Ghi nội dung thay đổi", f"Điều 20 khoản 2 {CIRCULAR_8}"),
            (3, "working_days", "Công bố", f"Điều 20 khoản 3 {CIRCULAR_8}"),
        ),
        papers=(f"Điều 20 khoản 1 {CIRCULAR_8}", f"Điều 20 khoản 1 {CIRCULAR_8}"),
        rests_on={EIGHT: "20 34"},
        sets=1,
        forms=("TP-TGPL-04",),
        channels=BY_HAND_POST_ONLINE,
        free_by=f"Điều 20 khoản 2 {CIRCULAR_8}",
        originals=1,
    ),
    "cap-lai-giay-dang-ky-tham-gia-tro-giup-phap-ly": Told(
        limits=((5, "working_days", "Cấp lại", f"Điều 21 khoản 2 {CIRCULAR_8}"),),
        papers=(f"Điều 21 khoản 1 {CIRCULAR_8}",),
        rests_on={EIGHT: "21 34"},
        forms=("TP-TGPL-05",),
        channels=BY_HAND_POST_FAX_ONLINE,
        free_by=f"Điều 21 khoản 2 {CIRCULAR_8}",
    ),
    "cham-dut-tham-gia-tro-giup-phap-ly": Told(
        limits=(
            (3, "working_days", "Công bố", f"Điều 22 khoản 3 {CIRCULAR_8}"),
            (7, "days", "lập hồ sơ", f"Điều 22 khoản 2 điểm a {CIRCULAR_8}"),
            (5, "working_days", "Giám đốc Sở", f"Điều 22 khoản 2 điểm b {CIRCULAR_8}"),
        ),
        papers=(f"Điều 22 khoản 1 {CIRCULAR_8}", f"Điều 22 khoản 1 {CIRCULAR_8}"),
        rests_on={AID: "16", EIGHT: "22"},
        sets=1,
        channels=BY_HAND_POST_ONLINE,
        originals=1,
    ),
    "lua-chon-ky-hop-dong-voi-luat-su": Told(
        limits=(
            (10, "days", "Đánh giá", f"Điều 7 khoản 1 {CIRCULAR_8}"),
            (3, "working_days", "kéo dài", f"Điều 7 khoản 1 {CIRCULAR_8}"),
            (10, "days", "ký hợp đồng", f"Điều 7 khoản 4 {CIRCULAR_8}"),
            (15, "days", "lý do chính đáng", f"Điều 7 khoản 4 {CIRCULAR_8}"),
        ),
        papers=(
            f"Điều 6 khoản 1 điểm a {CIRCULAR_8}",
            f"Điều 6 khoản 1 điểm b {CIRCULAR_8}",
            f"Điều 6 khoản 1 điểm c {CIRCULAR_8}",
        ),
        rests_on={AID: "14", EIGHT: "4 5 6 7 15"},
        sets=1,
        channels=BY_HAND_POST_ONLINE,
    ),
    "lua-chon-ky-hop-dong-voi-to-chuc": Told(
        limits=(
            (10, "days", "Đánh giá", f"Điều 13 khoản 1, Điều 7 khoản 1 {CIRCULAR_8}"),
            (3, "working_days", "kéo dài", f"Điều 13 khoản 1, Điều 7 khoản 1 {CIRCULAR_8}"),
            (10, "days", "ký hợp đồng", f"Điều 13 khoản 2 {CIRCULAR_8}"),
            (15, "days", "lý do chính đáng", f"Điều 13 khoản 2 {CIRCULAR_8}"),
        ),
        papers=(
            f"Điều 12 khoản 1 điểm a {CIRCULAR_8}",
            f"Điều 12 khoản 1 điểm b {CIRCULAR_8}",
            f"Điều 12 khoản 1 điểm c {CIRCULAR_8}",
        ),
        rests_on={AID: "14", EIGHT: "10 11 12 13 15"},
        sets=1,
        channels=BY_HAND_POST_ONLINE,
    ),
    "thay-doi-nguoi-thuc-hien-tro-giup-phap-ly": Told(
        limits=((3, "working_days", "Trả lời", f"Điều 9 khoản 1 {CIRCULAR_12}"),),
        papers=(f"Điều 9 khoản 1 {CIRCULAR_12}",),
        rests_on={AID: "25", TWELVE: "9 13"},
        forms=("04-TP-TGPL",),
        free_by=f"Điều 3 khoản 4 {LAW}",
    ),
    "rut-yeu-cau-tro-giup-phap-ly": Told(
        limits=((None, "at_once", "Trả lời", f"Điều 9 khoản 2 {CIRCULAR_12}"),),
        papers=(f"Điều 9 khoản 2 {CIRCULAR_12}",),
        rests_on={AID: "37", TWELVE: "9 13"},
        forms=("05-TP-TGPL",),
        free_by=f"Điều 3 khoản 4 {LAW}",
    ),
    "giai-quyet-khieu-nai-ve-tro-giup-phap-ly": Told(
        limits=(
            (3, "working_days", "đứng đầu", f"Điều 45 khoản 2 {LAW}"),
            (15, "days", "Giám đốc Sở Tư pháp", f"Điều 45 khoản 2 {LAW}"),
        ),
        papers=(f"Điều 13 khoản 3 {CIRCULAR_12}",),
        rests_on={AID: "45", TWELVE: "13"},
        forms=("03-TP-TGPL",),
    ),
}
EACH = pytest.mark.parametrize("id", TOLD)


@pytest.fixture(scope="module")
def library() -> Library:
    """All records."""
    return load(ROOT / "content")[0]


@pytest.fixture
def procedure(library: Library, id: str) -> Procedure:
    """The procedure of a test."""
    found = library.find(Procedure, id)
    assert found
    return found


def test_all_twelve_are_there_and_no_other(library: Library) -> None:
    """Nobody looks for a legal-aid procedure in vain, and none is made up."""
    real = {one.id for one in library.every(Procedure) if not one.demo}

    assert real == set(TOLD)


@EACH
def test_a_time_limit_is_that_of_its_clause(procedure: Procedure, id: str) -> None:
    """A citizen who waits knows from which day on the office is late."""
    told = [(one.value, one.unit, one.basis) for one in procedure.time_limits]

    assert told == [(value, unit, basis) for value, unit, _, basis in TOLD[id].limits]
    for limit, (_, _, word, _) in zip(procedure.time_limits, TOLD[id].limits, strict=True):
        assert word in (limit.stage or "")


@EACH
def test_the_dossier_asks_for_what_the_clause_asks_for(procedure: Procedure, id: str) -> None:
    """Nobody is sent home for a paper, and nobody brings one in vain."""
    assert tuple(paper.basis for paper in procedure.dossier) == TOLD[id].papers
    assert sum(paper.originals or 0 for paper in procedure.dossier) == TOLD[id].originals
    assert procedure.sets == TOLD[id].sets


@EACH
def test_the_forms_are_those_of_the_circulars(procedure: Procedure, id: str) -> None:
    """A form is known by its number; each is named with the paper that it is for."""
    assert tuple(form.number for form in procedure.forms) == TOLD[id].forms
    assert {paper.form for paper in procedure.dossier if paper.form} == set(TOLD[id].forms)


@EACH
def test_papers_go_the_ways_that_the_text_names(procedure: Procedure, id: str) -> None:
    """Nobody trusts a fax or a web form that the rules do not know."""
    assert {channel.kind for channel in procedure.channels} == TOLD[id].channels
    assert procedure.online_level is None


@EACH
def test_it_is_free_only_where_a_clause_says_so(procedure: Procedure, id: str) -> None:
    """A price, even none, is told with its clause or not at all."""
    fee = procedure.fee

    assert (fee and fee.basis) == TOLD[id].free_by
    assert fee is None or fee.amount_vnd == 0
    assert (fee is None) == (Part.FEE in procedure.unstated)


@EACH
def test_it_names_the_articles_that_carry_it(procedure: Procedure, id: str) -> None:
    """Whoever doubts a page finds the article."""
    named = {basis.document: set(_articles(basis.article or "")) for basis in procedure.legal_basis}

    for document, articles in TOLD[id].rests_on.items():
        assert set(articles.split()) <= named[document]


@EACH
def test_nothing_is_told_that_the_texts_do_not_hold(procedure: Procedure, id: str) -> None:
    """Codes and figures are in none of these texts, and a page has no facts of its own."""
    assert procedure.code is None
    assert procedure.figures == ()
    assert all(form.file is None for form in procedure.forms)
    assert {source.compared_on for source in procedure.sources} == {date(2026, 11, 22)}


def _articles(words: str) -> list[str]:
    return re.findall(r"Điều (\d+[a-z]?)", words)


# ---- the articles themselves ---------------------------------------------------------------------

needs_the_law = pytest.mark.skipif(
    not LAW_TEXT.is_file(), reason="the text of the law is not beside this project"
)
REFERENCE = re.compile(r"Điều (\d+[a-z]?)(?: khoản (\d+))?(?: điểm (\w))?")
IN_WORDS = {
    "working_days": r"{:02d} ngày làm việc",
    "days": r"{:02d} ngày(?! làm việc)",
    "hours": r"{:02d} giờ",
    "at_once": r"\bngay\b",
}


@needs_the_law
@EACH
def test_every_basis_leads_to_its_clause(procedure: Procedure, id: str) -> None:
    """An article, clause and point that we name is there to be read."""
    empty = [basis for basis in _bases(procedure) for words in _clauses(basis) if not words]

    assert empty == []


@needs_the_law
@EACH
def test_the_clause_itself_says_how_long(procedure: Procedure, id: str) -> None:
    """The number and the kind of days stand in the very clause that we name for them."""
    for limit in procedure.time_limits:
        wanted = IN_WORDS[str(limit.unit)].format(limit.value or 0)
        assert any(re.search(wanted, words) for words in _clauses(limit.basis or "")), limit


@needs_the_law
@EACH
def test_the_clause_itself_names_the_form(procedure: Procedure, id: str) -> None:
    """The number of a form is the one printed in the list of forms."""
    for form in procedure.forms:
        assert any(form.number in words for words in _clauses(form.basis or "")), form


def _bases(procedure: Procedure) -> Iterator[str]:
    yield from (paper.basis or "" for paper in procedure.dossier)
    yield from (limit.basis or "" for limit in procedure.time_limits)
    yield from (form.basis or "" for form in procedure.forms)
    if procedure.fee:
        yield procedure.fee.basis or ""


def _clauses(basis: str) -> Iterator[str]:
    """The words of every clause that a basis names; nothing where there is no such clause."""
    for part in basis.split(";"):
        document = next(name for name in CODIFIED_AS if part.endswith(name))
        for article, clause, point in REFERENCE.findall(part):
            words = _article(article, CODIFIED_AS[document])
            words = _below(words, rf"{clause}\.", r"\d+\.") if clause else words
            yield _below(words, rf"{point}\)", r"[a-zđ]\)") if point else words


@cache
def _article(number: str, document: str) -> str:
    text = LAW_TEXT.read_text(encoding="utf-8")
    starts = rf"^\(Điều {number} {re.escape(document)}"
    found = re.search(rf"{starts}.*?\)\n(.*?)(?=^\(Điều \d+\w* [LNTQ]|\Z)", text, re.M | re.S)
    return found[1] if found else ""


def _below(words: str, mark: str, marks: str) -> str:
    """What stands below a mark at the head of a line, up to the next mark of its kind."""
    found = re.findall(rf"^[ \t]*{mark}\s(.*?)(?=^[ \t]*{marks}\s|\Z)", words, re.M | re.S)
    return "\n".join(found)


# ---- the standard of access to law ---------------------------------------------------------------


def test_the_standard_of_access_is_that_of_decision_25(library: Library) -> None:
    """A commune is measured by 2, 6, 3, 5 and 4 indicators, and passes as Điều 4 says."""
    standard = library.find(AccessStandard, "chuan-tiep-can-phap-luat-2022")

    assert standard
    assert [len(criterion.indicators) for criterion in standard.criteria] == [2, 6, 3, 5, 4]
    assert (standard.pass_points, standard.least_share) == (Decimal(80), Decimal(50))
    assert (standard.first_day, standard.last_day) == (date(2022, 1, 1), None)
    assert standard.document == "quyet-dinh-25-2021-qd-ttg"


def test_points_that_only_the_annex_gives_are_left_out(library: Library) -> None:
    """The annex of the circular was not to be had, and points are not guessed."""
    standard = library.find(AccessStandard, "chuan-tiep-can-phap-luat-2022")

    assert standard
    for criterion in standard.criteria:
        assert criterion.points is None
        assert all(indicator.points is None for indicator in criterion.indicators)
