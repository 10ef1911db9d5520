"""Spoken text: what a commune's loudspeaker says is what was written, in words and pauses alone."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.document_numbers import CYRILLIC
from generator.vietnamese.letters import LOWER, UPPER
from generator.vietnamese.spoken import Sentence, Unsaid, spoken
from generator.vietnamese.spoken_abbreviations import WORDS
from generator.vietnamese.spoken_words import SMALL_NUMERALS, VOWELS
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
CASES = [
    tuple(line.split(" => "))
    for line in (ROOT / "tests" / "spoken" / "cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]
FEWEST_CASES = 400
LAST_OF_LATIN = 0x1EFF
SAYABLE = re.compile(f"[{LOWER}{UPPER} ,]*")
ROMAN = re.compile(r"(?<!\w)[IVXLCDM]+(?!\w)")


@pytest.mark.parametrize(("written", "said"), CASES)
def test_what_is_written_is_said_as_announcers_say_it(written: str, said: str) -> None:
    """A synthesiser reads "II" as letters and 1800.1233 as a decimal; nobody understands that."""
    found = spoken(written)

    assert found.words == said
    assert not found.unsaid


def test_the_table_is_large_enough() -> None:
    """A table that shrinks unnoticed guards nothing."""
    assert len(CASES) >= FEWEST_CASES
    assert len({written for written, _ in CASES}) == len(CASES)


# ---- whatever is written -------------------------------------------------------------------------

NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(1000, 10**12).map(lambda number: f"{number:,}".replace(",", ".")),
    st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda two: f"{two[0]},{two[1]}"),
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda two: f"{two[0]}-{two[1]}"),
    st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda two: f"{two[0]}/{two[1]}"),
    st.integers(-999, 0).map(str),
    st.integers(0, 100).map("{}%".format),
    st.integers(1, 40).map("thứ {}".format),
)
DAYS = st.dates().map(lambda day: f"{day.day}/{day.month}/{day.year}")
TIMES = st.times().map("{:%H:%M}".format) | st.integers(0, 24).map("{}h30".format)
ROMANS = st.sampled_from(
    ["ii", "iii", "I", "II", "III", "IV", "V", "VI", "IX", "X", "XIV", "XXI", "XL", "MCM"]
)
IN_CONTEXT = st.tuples(st.sampled_from(["quý ", "chương ", "khóa ", "", "Phần "]), ROMANS)
PHONES = st.from_regex(r"0[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}|1[89]00[. ]?[0-9]{4}", fullmatch=True)
MONEY = st.tuples(NUMBERS, st.sampled_from(["đ", " đồng", " VNĐ", " USD", " triệu đồng/tháng"]))
DOCUMENTS = st.tuples(
    st.integers(1, 9999),
    st.sampled_from(["/KH-UBND", "/2025/QĐ-TTg", "-NQ/TW", "/BTP-TGPL", "/2017/QH14", "/TB-XYZ"]),
)
MEASURES = st.tuples(
    NUMBERS, st.sampled_from(["km", " m2", "°C", " km/h", "kg", " ha", " lần/năm"])
)
SHORT = st.sampled_from(sorted(WORDS))
CODES = st.from_regex(
    r"[12]\.[0-9]{6}(\.000\.00\.00\.H[0-9]{2})?|[A-ZĐ]{1,5}-?[0-9]{0,4}", fullmatch=True
)
ADDRESSES = st.from_regex(r"(www\.)?[a-z0-9-]{1,12}\.(gov\.)?vn(/[a-z0-9_-]{1,8})?", fullmatch=True)
MAILS = st.from_regex(r"[a-z0-9._-]{1,12}@[a-z0-9]{1,12}\.vn", fullmatch=True)
SIGNS = st.sampled_from(
    ["(", ")", "/", " - ", "–", ", ", ". ", ": ", "; ", "[1]", "…", "!", "\n", "&"]
)
PLAIN = st.sampled_from(["bà con", "ngày", "tháng", "số", "Điều", "từ", "đến", "và", "Ủy ban", "ở"])
PIECES = st.one_of(
    *(NUMBERS, DAYS, TIMES, PHONES, SHORT, CODES, ADDRESSES, MAILS, SIGNS, PLAIN),
    *(
        pair.map(lambda two: f"{two[0]}{two[1]}")
        for pair in (IN_CONTEXT, MONEY, DOCUMENTS, MEASURES)
    ),
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=4).map("".join))
def test_nothing_is_left_that_a_voice_could_misread(text: str) -> None:
    """No digit, slash, numeral or abbreviation reaches the loudspeaker, whatever was typed."""
    said = spoken(text).words

    assert SAYABLE.fullmatch(said), said
    assert not ROMAN.search(said), said
    assert not set(said.split()) & set(SMALL_NUMERALS), said
    assert not set(re.findall(r"\w+", said)) & {word for word in WORDS if word.isalpha()}, said


@given(st.text())
def test_any_text_is_said_or_told(text: str) -> None:
    """What cannot be said is told with its place, so that a person can write it otherwise."""
    composed = unicodedata.normalize("NFC", text)
    found = spoken(text)

    assert SAYABLE.fullmatch(found.words)
    told = {sign for one in found.unsaid for sign in one.text}
    strange = {sign for sign in composed if sign.isalpha() and ord(sign) > LAST_OF_LATIN}
    assert strange <= told | {chr(sign) for sign in CYRILLIC}
    assert not told & set(LOWER + UPPER)


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_a_text_is_always_said_in_the_same_way(text: str) -> None:
    """The sound is kept under the hash of its words: another reading would be spoken anew."""
    assert spoken(text) == spoken(text)


def test_what_cannot_be_said_is_told_with_its_place() -> None:
    """The officer finds it, and the rest is still said."""
    found = spoken("Bà con xem 中文 và ✓ nhé")

    assert found.words == "Bà con xem và nhé"
    assert found.unsaid == (Unsaid(11, "中文"), Unsaid(17, "✓"))


def test_officers_have_abbreviations_of_their_own() -> None:
    """A province knows short names that no list in a program holds."""
    own = {"TTHCM": "Trung tâm hành chính mới, tầng 2", "TGPL": "giúp về luật"}

    assert spoken("TTHCM, TGPL", own).words == "Trung tâm hành chính mới, tầng hai, giúp về luật"
    assert spoken("TGPL").words == "trợ giúp pháp lý"


def test_sentences_and_breaths_are_kept_apart() -> None:
    """A reader breathes shortly at a comma, longer at an end, and lifts the voice to ask."""
    found = spoken(
        "Kính thưa bà con, hôm nay 9/11. Mời bà con\nnghe đài.\nCó được không? Xin chào!"
    )

    assert found.sentences == (
        Sentence(("Kính thưa bà con", "hôm nay ngày chín tháng mười một"), "."),
        Sentence(("Mời bà con nghe đài",), "."),
        Sentence(("Có được không",), "?"),
        Sentence(("Xin chào",), "!"),
    )


# ---- real papers ---------------------------------------------------------------------------------

WORD = re.compile(rf"(?<![\w./@-])[{UPPER}]?[{LOWER}]{{2,}}(?![\w/@]|[.-]\w)")
UNITS = {"ha", "km", "cm", "kg"}  # after a number they are said in full
PAPERS = sorted(
    path
    for folder in ("seeds", "samples/plans", "samples/more", "samples/procedures")
    for path in (SHARED / folder).glob("*.txt")
)


@needs_shared
@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem[:24])
def test_every_word_of_a_real_paper_is_still_there_in_order(paper: Path) -> None:
    """A bulletin that silently loses a "không" says the opposite of the law."""
    text = unicodedata.normalize("NFC", paper.read_text("utf-8"))

    found = spoken(text)

    said = iter(re.findall(r"\w+", found.words.lower()))
    words = [word.lower() for word in WORD.findall(text)]
    words = [word for word in words if word not in UNITS | set(SMALL_NUMERALS)]
    words = [word for word in words if any(one in VOWELS for one in word)]
    lost = [word for word in words if word not in said]  # an iterator: each is looked for onwards
    assert not lost
    assert SAYABLE.fullmatch(found.words)
    assert not ROMAN.search(found.words)
    assert not found.unsaid
