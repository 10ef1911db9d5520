"""Who is told that they are entitled: Điều 7 of the law, row by row, and what nobody may be told.

The rows are written from the article (Luật Trợ giúp pháp lý 11/2017/QH14, Điều 7), from the decree
on financial difficulty (Nghị định 144/2017/NĐ-CP, Điều 2) and from the news of its changes in 2025
and 2026, not from the records. `tests/browser/test_finder.py` puts the same rows to the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.eligibility import Verdict, entitled, groups_on, near, to_be_asked, verdict
from generator.intake import load
from generator.library import Library
from generator.records.finders import Finder
from generator.records.groups import Answered, Condition, Group
from tests.conftest import ROOT, TODAY

DAY = date.fromisoformat(TODAY)
FINDER = "tro-giup-phap-ly-mien-phi"
NONE_OF_IT = {
    "tuoi": "tu-18-den-duoi-60",
    "ho-gia-dinh": "khac",
    "tro-cap": "khong",
    "hoan-canh": "khong-co",
    "dan-toc": "khong",
    "vu-an": "khong",
}  # somebody of whom nothing in the article is true
MINORS = "khoản 5, theo tin về luật mới"
TRAFFICKED = "khoản 6a, theo tin về luật mới"
SEVEN = "khoản 7 điểm đ"

Answers = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Row:
    """Somebody, what they answer, the clauses that entitle them, those that only may.

    `answers` are words such as tuoi=tu-60; several answers to one question are joined by a comma.
    """

    who: str
    answers: str
    entitled: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def given(self) -> Answers:
        """The answers by question."""
        pairs = (word.split("=") for word in self.answers.split())
        return {question: frozenset(told.split(",")) for question, told in pairs}


def of(who: str, differs: str, entitled: str = "", asked: str = "") -> Row:
    """Somebody who answers every question, and differs from nobody in these answers alone."""
    answers = {**NONE_OF_IT, **dict(word.split("=") for word in differs.split())}
    told = " ".join(f"{question}={answer}" for question, answer in answers.items())
    return Row(who, told, clauses(entitled), clauses(asked))


def clauses(words: str) -> tuple[str, ...]:
    """Clauses that stand between bars."""
    return tuple(filter(None, words.split(" | ")))


POOR = "ho-gia-dinh=can-ngheo"
PAID = "tro-cap=co"
MINOR = "tuoi=tu-16-den-duoi-18"

CLAUSE_BY_CLAUSE = [
    of("a person of merit", "hoan-canh=nguoi-co-cong", "khoản 1"),
    of("somebody of a poor household", "ho-gia-dinh=ngheo", "khoản 2"),
    of("a child", "tuoi=duoi-16", "khoản 3"),
    of("of an ethnic minority, where life is hardest", "dan-toc=ca-hai", "khoản 4"),
    of("accused at seventeen", f"{MINOR} vu-an=bi-buoc-toi", "khoản 5"),
    of("accused, of a near-poor household", f"vu-an=bi-buoc-toi {POOR}", "khoản 6"),
    of("a martyr's child, near-poor", f"hoan-canh=than-nhan-liet-si {POOR}", "khoản 7 điểm a"),
    of("a martyr's mother, on benefit", f"hoan-canh=than-nhan-liet-si {PAID}", "khoản 7 điểm a"),
    of("who raised a martyr, near-poor", f"hoan-canh=nuoi-liet-si {POOR}", "khoản 7 điểm a"),
    of("with Agent Orange, near-poor", f"hoan-canh=da-cam {POOR}", "khoản 7 điểm b"),
    of("with Agent Orange, on benefit", f"hoan-canh=da-cam {PAID}", "khoản 7 điểm b"),
    of("old, near-poor", f"tuoi=tu-60 {POOR}", "khoản 7 điểm c"),
    of("old, on benefit", f"tuoi=tu-60 {PAID}", "khoản 7 điểm c"),
    of("disabled, near-poor", f"hoan-canh=khuyet-tat {POOR}", "khoản 7 điểm d"),
    of("disabled, on benefit", f"hoan-canh=khuyet-tat {PAID}", "khoản 7 điểm d"),
    of("a victim at 17, near-poor", f"{MINOR} vu-an=bi-hai {POOR}", "khoản 7 điểm đ", MINORS),
    of("a victim at 17, on benefit", f"{MINOR} vu-an=bi-hai {PAID}", "khoản 7 điểm đ", MINORS),
    of("beaten at home, near-poor", f"hoan-canh=bao-luc-gia-dinh {POOR}", "khoản 7 điểm e"),
    of("beaten at home, on benefit", f"hoan-canh=bao-luc-gia-dinh {PAID}", "khoản 7 điểm e"),
    of("trafficked, near-poor", f"hoan-canh=mua-ban-nguoi {POOR}", "khoản 7 điểm g", TRAFFICKED),
    of("trafficked, on benefit", f"hoan-canh=mua-ban-nguoi {PAID}", "khoản 7 điểm g", TRAFFICKED),
    of("with HIV, near-poor", f"hoan-canh=hiv {POOR}", "khoản 7 điểm h"),
    of("with HIV, on benefit", f"hoan-canh=hiv {PAID}", "khoản 7 điểm h"),
]
WITHOUT_HARDSHIP = [
    of("nobody of the article", ""),
    of("near-poor and nothing else", POOR),
    of("on benefit and nothing else", PAID),
    of("old, in no difficulty", "tuoi=tu-60"),
    of("disabled, in no difficulty", "hoan-canh=khuyet-tat"),
    of("a martyr's child, in no difficulty", "hoan-canh=than-nhan-liet-si"),
    of("who raised a martyr, in no difficulty", "hoan-canh=nuoi-liet-si"),
    of("with Agent Orange, in no difficulty", "hoan-canh=da-cam"),
    of("beaten at home, in no difficulty", "hoan-canh=bao-luc-gia-dinh"),
    of("with HIV, in no difficulty", "hoan-canh=hiv"),
    of("accused, grown up, in no difficulty", "vu-an=bi-buoc-toi"),
    of("accused, grown up, on benefit", f"vu-an=bi-buoc-toi {PAID}"),
    of("a victim, grown up, near-poor", f"vu-an=bi-hai {POOR}"),
    of("seventeen and nothing else", MINOR),
    of("seventeen, near-poor", f"{MINOR} {POOR}"),
    of("a victim at 17, in no difficulty", f"{MINOR} vu-an=bi-hai", asked=MINORS),
    of("a witness at 17", f"{MINOR} vu-an=vai-khac", asked=MINORS),
    of("a witness, grown up", "vu-an=vai-khac"),
    of("trafficked, in no difficulty", "hoan-canh=mua-ban-nguoi", asked=TRAFFICKED),
    of("waiting to be found a victim", "hoan-canh=cho-xac-dinh-mua-ban", asked=TRAFFICKED),
    of("waiting, near-poor", f"hoan-canh=cho-xac-dinh-mua-ban {POOR}", asked=TRAFFICKED),
]
MIXED = [
    of("poor and old", "ho-gia-dinh=ngheo tuoi=tu-60", "khoản 2"),
    of("poor, old, on benefit", f"ho-gia-dinh=ngheo tuoi=tu-60 {PAID}", "khoản 2 | khoản 7 điểm c"),
    of("poor and accused", "ho-gia-dinh=ngheo vu-an=bi-buoc-toi", "khoản 2"),
    of("a poor child", "ho-gia-dinh=ngheo tuoi=duoi-16", "khoản 2 | khoản 3"),
    of("an accused child", "tuoi=duoi-16 vu-an=bi-buoc-toi", "khoản 3"),
    of("a child that was a victim", f"tuoi=duoi-16 vu-an=bi-hai {POOR}", "khoản 3"),
    of(
        "a disabled child on benefit",
        f"tuoi=duoi-16 hoan-canh=khuyet-tat {PAID}",
        "khoản 3 | khoản 7 điểm d",
    ),
    of(
        "accused at seventeen, near-poor",
        f"{MINOR} vu-an=bi-buoc-toi {POOR}",
        "khoản 5 | khoản 6",
    ),
    of(
        "accused and a victim at seventeen, near-poor",
        f"{MINOR} vu-an=bi-buoc-toi,bi-hai {POOR}",
        "khoản 5 | khoản 6 | khoản 7 điểm đ",
        MINORS,
    ),
    of(
        "old, disabled, a martyr's widow, near-poor",
        f"tuoi=tu-60 hoan-canh=khuyet-tat,than-nhan-liet-si {POOR}",
        "khoản 7 điểm a | khoản 7 điểm c | khoản 7 điểm d",
    ),
    of(
        "a disabled veteran of an ethnic minority",
        "hoan-canh=nguoi-co-cong,khuyet-tat dan-toc=ca-hai",
        "khoản 1 | khoản 4",
    ),
    of("near-poor and on benefit, old", f"tuoi=tu-60 {POOR} {PAID}", "khoản 7 điểm c"),
    of(
        "beaten, trafficked, with HIV, on benefit",
        f"hoan-canh=bao-luc-gia-dinh,mua-ban-nguoi,hiv {PAID}",
        "khoản 7 điểm e | khoản 7 điểm g | khoản 7 điểm h",
        TRAFFICKED,
    ),
]
NOT_KNOWN = [
    of(
        "who ticks both a truth and none of it",
        f"hoan-canh=khuyet-tat,khong-co {PAID}",
        "",
        f"khoản 1 | {TRAFFICKED} | khoản 7 điểm a | khoản 7 điểm b | khoản 7 điểm d"
        " | khoản 7 điểm e | khoản 7 điểm g | khoản 7 điểm h",
    ),
    of(
        "accused and in no case at 17, near-poor",
        f"{MINOR} vu-an=bi-buoc-toi,khong {POOR}",
        "",
        f"khoản 5 | {MINORS} | khoản 6 | khoản 7 điểm đ",
    ),
    of(
        "old, household not known",
        "tuoi=tu-60 ho-gia-dinh=khong-ro",
        "",
        "khoản 2 | khoản 7 điểm c",
    ),
    of("old, benefit not known", "tuoi=tu-60 tro-cap=khong-ro", "", "khoản 7 điểm c"),
    of("on benefit, age not known", f"tuoi=khong-ro {PAID}", "", "khoản 3 | khoản 7 điểm c"),
    of("where they live not known", "dan-toc=khong-ro", "", "khoản 4"),
    of(
        "accused, household not known",
        "vu-an=bi-buoc-toi ho-gia-dinh=khong-ro",
        "",
        "khoản 2 | khoản 6",
    ),
    of("accused, age not known", "vu-an=bi-buoc-toi tuoi=khong-ro", "", "khoản 3 | khoản 5"),
    of(
        "accused at 17, household not known",
        f"{MINOR} vu-an=bi-buoc-toi ho-gia-dinh=khong-ro",
        "khoản 5",
        "khoản 2 | khoản 6",
    ),
    of(
        "disabled for certain, the rest not known, near-poor",
        f"hoan-canh=khuyet-tat,khong-ro {POOR}",
        "khoản 7 điểm d",
        "khoản 1 | khoản 7 điểm a | khoản 7 điểm b | khoản 7 điểm e | khoản 7 điểm g"
        f" | khoản 7 điểm h | {TRAFFICKED}",
    ),
    of("a case not known, at 17", f"{MINOR} vu-an=khong-ro", "", f"khoản 5 | {MINORS}"),
]
EVERY_CLAUSE = (
    "khoản 1 | khoản 2 | khoản 3 | khoản 4 | khoản 5 | khoản 5, theo tin về luật mới | khoản 6"
    " | khoản 6a, theo tin về luật mới | khoản 7 điểm a | khoản 7 điểm b | khoản 7 điểm c"
    " | khoản 7 điểm d | khoản 7 điểm đ | khoản 7 điểm e | khoản 7 điểm g | khoản 7 điểm h"
)
OF_GROWN_UPS = (
    "khoản 1 | khoản 2 | khoản 4 | khoản 6 | khoản 6a, theo tin về luật mới | khoản 7 điểm a"
    " | khoản 7 điểm b | khoản 7 điểm d | khoản 7 điểm e | khoản 7 điểm g | khoản 7 điểm h"
)
UNANSWERED = [
    Row("who says nothing at all", "", (), clauses(EVERY_CLAUSE)),
    Row("grown up, and says no more", "tuoi=tu-18-den-duoi-60", (), clauses(OF_GROWN_UPS)),
    Row(
        "old, and says no more",
        "tuoi=tu-60",
        (),
        clauses(f"{OF_GROWN_UPS} | khoản 7 điểm c"),
    ),
    Row(
        "old, near-poor, and says no more",
        f"tuoi=tu-60 {POOR}",
        clauses("khoản 7 điểm c"),
        tuple(one for one in clauses(OF_GROWN_UPS) if one != "khoản 2"),
    ),
    Row(
        "near-poor, accused, in no way else, age not told",
        f"{POOR} tro-cap=khong hoan-canh=khong-co dan-toc=khong vu-an=bi-buoc-toi",
        clauses("khoản 6"),
        clauses("khoản 3 | khoản 5 | khoản 7 điểm c"),
    ),
]
ROWS = CLAUSE_BY_CLAUSE + WITHOUT_HARDSHIP + MIXED + NOT_KNOWN + UNANSWERED


@cache
def library() -> Library:
    """The real records."""
    return load(ROOT / "content")[0]


@cache
def finder() -> Finder:
    """The real questions."""
    found = library().find(Finder, FINDER)
    assert found
    return found


@cache
def groups() -> tuple[Group, ...]:
    """The real groups of today."""
    return groups_on(library(), DAY)


def clause(group: Group) -> str:
    """A group's clause within Điều 7."""
    return group.clause.removeprefix("Điều 7 ")


@pytest.mark.parametrize("row", [pytest.param(row, id=row.who) for row in ROWS])
def test_the_article_is_told_as_it_is_written(row: Row) -> None:
    """Nobody with a right goes home without it, and nobody is sent on a vain way as if it were."""
    sure = entitled(finder(), groups(), row.given)
    maybe = to_be_asked(finder(), groups(), row.given)

    assert tuple(map(clause, sure)) == row.entitled
    assert set(map(clause, maybe)) == set(row.asked)


def test_every_clause_has_somebody_in_the_table() -> None:
    """A group that was forgotten here could be wrong for years."""
    told = {one for row in CLAUSE_BY_CLAUSE for one in (*row.entitled, *row.asked)}

    assert told == {clause(group) for group in groups()} == set(clauses(EVERY_CLAUSE))


def test_every_row_answers_what_is_asked() -> None:
    """A slip in a row would try nothing."""
    offered = {q.id: {answer.id for answer in q.answers} for q in finder().questions}

    assert [r.who for r in ROWS if any(not a <= offered[q] for q, a in r.given.items())] == []


def test_groups_stand_in_the_order_of_the_article() -> None:
    """Who compares the list with the law goes down both at once."""
    assert [clause(group) for group in groups()] == list(clauses(EVERY_CLAUSE))


def test_a_clause_holds_from_its_first_day_to_its_last() -> None:
    """Nobody is sent to the centre by a clause that is not yet, or no longer, law."""
    before = groups_on(library(), date(2017, 12, 31))
    then = groups_on(library(), date(2018, 1, 1))
    old_age = next(one for one in groups() if clause(one) == "khoản 7 điểm c")
    ended = replace(old_age, last_day=DAY)

    assert before == ()
    assert len(then) == 14
    assert ended.holds_on(DAY)
    assert not ended.holds_on(DAY + timedelta(days=1))


def test_a_group_without_conditions_is_left_to_the_centre() -> None:
    """An unfinished record must not promise help to everybody."""
    unfinished = replace(groups()[0], conditions=())

    assert verdict(finder(), unfinished, {}) is Verdict.OPEN


NEAR = [
    Row("near-poor, and says no more", POOR),
    Row("on benefit, and says no more", PAID),
    Row("old, and says no more", "tuoi=tu-60", asked=clauses("khoản 7 điểm c")),
    Row("accused, and says no more", "vu-an=bi-buoc-toi", asked=clauses("khoản 5 | khoản 6")),
    Row(
        "disabled and old, and says no more",
        "tuoi=tu-60 hoan-canh=khuyet-tat",
        asked=clauses("khoản 7 điểm c | khoản 7 điểm d"),
    ),
    Row("seventeen, near-poor", f"{MINOR} {POOR}", asked=clauses(f"khoản 5 | {MINORS} | {SEVEN}")),
    of("trafficked, in no difficulty", "hoan-canh=mua-ban-nguoi", asked=TRAFFICKED),
    of("who ticks both a truth and none of it", f"hoan-canh=khuyet-tat,khong-co {PAID}"),
]


@pytest.mark.parametrize("row", [pytest.param(row, id=row.who) for row in NEAR])
def test_want_of_money_alone_points_at_no_group(row: Row) -> None:
    """Who is only known to be near-poor is not shown ten groups of people that they are not."""
    shown = near(finder(), groups(), row.given)

    assert tuple(map(clause, shown)) == row.asked


def test_a_group_that_wants_nothing_but_hardship_may_be_near() -> None:
    """A later law may help whoever is near-poor; while in doubt it must still be shown to them."""
    money = Condition((Answered("ho-gia-dinh", "can-ngheo"),), hardship=True)
    later = replace(groups()[0], conditions=(money,), doubt="Chưa đọc luật.")

    assert near(finder(), [later], {"ho-gia-dinh": {"can-ngheo"}}) == (later,)


# ---- whatever the lawmakers write, and whoever asks ----------------------------------------------


def full_answers() -> st.SearchStrategy[Answers]:
    """Somebody who knows everything of themselves."""
    known = {
        question.id: st.sampled_from(sorted(a.id for a in question.answers if not a.unknown))
        for question in finder().questions
    }
    return st.fixed_dictionaries(
        {
            question.id: st.frozensets(
                known[question.id], min_size=1, max_size=3 if question.several else 1
            )
            for question in finder().questions
        }
    )


def any_group() -> st.SearchStrategy[Group]:
    """A group of any conditions over the questions, as some later law may make it."""
    answered = st.sampled_from(
        [
            Answered(question.id, answer.id)
            for question in finder().questions
            for answer in question.answers
            if not answer.unknown
        ]
    )
    condition = st.lists(answered, min_size=1, max_size=3).map(lambda them: Condition(tuple(them)))
    conditions = st.lists(condition, min_size=1, max_size=3).map(tuple)
    return conditions.map(lambda those: replace(groups()[0], conditions=those, doubt=None))


@given(any_group(), full_answers(), st.sets(st.sampled_from(sorted(NONE_OF_IT))))
def test_what_is_left_out_never_excludes(group: Group, truth: Answers, told: set[str]) -> None:
    """Who skips a question keeps every right that the answer would have shown."""
    known = verdict(finder(), group, truth)

    guessed = verdict(finder(), group, {id: truth[id] for id in truth if id in told})

    assert guessed in (known, Verdict.OPEN)


@given(any_group(), full_answers(), st.sets(st.sampled_from(sorted(NONE_OF_IT))))
def test_what_is_not_known_never_excludes(group: Group, truth: Answers, unsure: set[str]) -> None:
    """Nor does who says honestly that they do not know."""
    known = verdict(finder(), group, truth)

    unknown = frozenset({"khong-ro"})
    honest = {id: unknown if id in unsure else told for id, told in truth.items()}

    assert verdict(finder(), group, honest) in (known, Verdict.OPEN)


@given(any_group(), full_answers(), st.sampled_from(["hoan-canh", "vu-an"]))
def test_what_contradicts_itself_tells_nothing(group: Group, truth: Answers, asked: str) -> None:
    """Who slips and ticks "none of these" too is neither promised nor denied anything by it."""
    question = next(one for one in finder().questions if one.id == asked)
    every = frozenset(one.id for one in question.answers)

    slipped = verdict(finder(), group, {**truth, asked: every})

    assert slipped == verdict(finder(), group, {**truth, asked: frozenset()})


@given(full_answers())
def test_a_group_in_doubt_is_never_promised(truth: Answers) -> None:
    """What is known from news alone sends to the centre, and says neither yes nor no to a right."""
    in_doubt = [group for group in groups() if group.doubt]

    assert len(in_doubt) == 2
    assert not entitled(finder(), in_doubt, truth)
