"""What readers choose by in lists: every value has its list, and no record is lost between them."""

import json
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facets import (
    FACETS,
    NAMELESS,
    Facet,
    Order,
    by_words,
    last_first,
    most_first,
    views_of,
    views_to_list,
)
from generator.outputs.agency_pages import role_address
from generator.records.plans import Plan
from generator.records.record import Period
from generator.vietnamese.folding import slug
from tests.conftest import Project

WORDS = st.lists(st.text(max_size=8), max_size=4).map(tuple)
LANGUAGE = Facet("tieng", lambda values: values)


@given(st.lists(WORDS, max_size=20))
def test_every_value_has_a_list_of_all_that_have_it(rows: list[tuple[str, ...]]) -> None:
    """Who chooses a value sees all records that have it, and each of them once."""
    views = views_of(LANGUAGE, ((at, row) for at, row in enumerate(rows)))

    assert len({view.word for view in views}) == len(views)
    for view in views:
        having = [at for at, row in enumerate(rows) if view.word in map(LANGUAGE.word, row)]
        assert view.rows == having
    assert {at for view in views for at in view.rows} == {at for at, row in enumerate(rows) if row}


@pytest.mark.parametrize(
    "facet",
    [facet for facets in FACETS.values() for facet in facets if facet.spelled],
    ids=lambda facet: f"{facet.slug}-{facet.wording}",
)
def test_every_value_of_our_own_is_spelled(facet: Facet) -> None:
    """A kind that is added later has a Vietnamese address and its place in the list, too."""
    (kind,) = {type(value) for value in facet.spelled}

    assert issubclass(kind, StrEnum)
    assert set(facet.spelled) == set(kind)


@given(st.text())
def test_a_value_is_one_word_in_addresses(value: str) -> None:
    """A script parts the words of a row at spaces, and an address has to be typed."""
    assert LANGUAGE.word(value).replace("-", "").isalnum()
    assert LANGUAGE.word(value).isascii()


def test_two_spellings_of_a_topic_are_one_list() -> None:
    """ "Hoà giải" of one officer and "Hòa giải" of another are the same topic."""
    views = views_of(LANGUAGE, [(1, ("Hoà giải",)), (2, ("Hòa giải",)), (3, ("Đất đai",))])

    assert [(view.word, view.rows) for view in views] == [("dat-dai", [3]), ("hoa-giai", [1, 2])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bồi thường " * 12 + "khi thu hồi", "Bồi thường " * 12 + "khi tai nạn"),
        ("ភាសាខ្មែរ", "តុលាការ"),
    ],
)
def test_two_topics_are_never_one_list(one: str, other: str) -> None:
    """Long topics that begin alike, or topics in another script, lead to their own records."""
    words = [LANGUAGE.word(one), LANGUAGE.word(other)]

    assert len(set(words)) == 2
    assert all(slug(word) == word for word in words)


def test_a_value_that_only_some_have_can_be_chosen() -> None:
    """Where one alone speaks Khmer, that is just what somebody looks for."""
    rows = [(1, ("km",)), (2, ())]

    assert [view.word for view in views_to_list([LANGUAGE], rows)] == ["km"]
    assert views_to_list([LANGUAGE], rows[:1]) == []


def test_signs_alone_have_a_list_too() -> None:
    """A topic of a sign alone is shown under a word that can be an address."""
    assert LANGUAGE.word("☂") == NAMELESS
    assert role_address("☂") == f"co-quan/vai-tro-{NAMELESS}.html"


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (by_words, ["2023", "2024", "2025"]),
        (last_first, ["2025", "2024", "2023"]),
        (most_first, ["2024", "2023", "2025"]),
    ],
)
def test_values_stand_in_an_order_that_readers_expect(order: Order, wanted: list[str]) -> None:
    """Words as in a dictionary, years from the last, languages by how many speak them."""
    year = Facet("nam", lambda values: values, order=order)
    rows = [(1, ("2024",)), (2, ("2024", "2025")), (3, ("2023",))]

    assert [view.value for view in views_of(year, rows)] == wanted


def test_a_slip_in_a_year_makes_no_thousand_lists() -> None:
    """A plan "until 9999" must not fill the stick with empty years."""
    period = Period("từ năm 2025", date(2025, 1, 1), date(9999, 12, 31), None)

    years = list(FACETS[Plan][0].values(SimpleNamespace(period=period)))

    assert years[:2] == ["2025", "2026"]
    assert len(years) == 30


def test_rows_for_the_script_lose_no_record(built_real: Project) -> None:
    """What stands in a list stands in the file of its province, with a word for each facet."""
    for kind in FACETS:
        folder = built_real.site / kind.section
        rows = [row for file in (folder / "loc").glob("*.js") for row in _rows(file)]
        link = re.compile(rf'href="\.\./{kind.section}/((?!index)[a-z0-9-]+)\.html"')
        listed = {
            id
            for sheet in (*folder.glob("index*.html"), *folder.glob("tinh--*.html"))
            for id in link.findall(sheet.read_text(encoding="utf-8"))
            if "--" not in id and not id.startswith("vai-tro-")
        }
        assert rows, kind
        assert {row[0] for row in rows} == listed, kind
        assert {len(row) for row in rows} == {7 + len(FACETS[kind])}


def test_what_an_office_of_before_issued_belongs_to_the_province_of_today(
    built_real: Project,
) -> None:
    """Whoever lives in what was Sóc Trăng chooses Cần Thơ, and finds what Sóc Trăng issued."""
    ids = {
        kind: {row[0] for row in _rows(built_real.site / kind / "loc/can-tho.js")}
        for kind in ("van-ban", "co-quan")
    }

    assert "ke-hoach-84-kh-ubnd-soc-trang-2024" in ids["van-ban"]
    assert {"so-tu-phap-soc-trang", "ubnd-tinh-soc-trang"} <= ids["co-quan"]


def _rows(file: Path) -> list[list[str]]:
    text = file.read_text(encoding="utf-8")
    word, _, rest = text.removeprefix("pbgdplList(").partition(",")
    assert word == f'"{file.stem}"'
    rows: list[list[str]] = json.loads(rest.rstrip().removesuffix(")"))
    return rows
