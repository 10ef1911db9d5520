"""Phrases: found as whole words, the longest first, wherever tones are placed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.phrases import Phrases, spelling

PHRASES = Phrases(
    {
        one: one
        for one in (
            *("trợ giúp pháp lý", "trợ giúp viên pháp lý", "người được trợ giúp pháp lý"),
            *("hòa giải", "hòa giải ở cơ sở", "ủy quyền", "bị can", "phổ biến, giáo dục pháp luật"),
            *("Trung tâm", "TGPL", "a.b"),
        )
    }
)
WORDS = ("trợ", "giúp", "pháp", "lý", "viên", "hòa", "hoà", "giải", "bị", "can", ".", "Luật", "\n")
MOST_SECONDS = 2.0  # for a million letters; a way that looks back would take hours


def found(text: str, before: str = "") -> list[str]:
    """What is found in a text, as it stands there."""
    return [text[one.start : one.end] for one in PHRASES.found_in(text, before)]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("xin trợ giúp pháp lý.", ["trợ giúp pháp lý"]),
        ("trợ giúp viên pháp lý", ["trợ giúp viên pháp lý"]),
        ("người được trợ giúp pháp lý", ["người được trợ giúp pháp lý"]),
        ("hòa giải ở cơ sở, hòa giải ở tòa", ["hòa giải ở cơ sở", "hòa giải"]),
        ("xã phổ biến, giáo dục pháp luật", ["phổ biến, giáo dục pháp luật"]),
    ],
)
def test_the_longest_phrase_is_found(text: str, phrases: list[str]) -> None:
    """Whoever asks about a legal aid officer is not told of legal aid."""
    assert found(text) == phrases


@pytest.mark.parametrize("text", ["bị canh", "abị can", "bị can2", "nợ trợ giúp pháp lýx"])
def test_a_part_of_a_word_is_no_word(text: str) -> None:
    """ "Bị canh" is somebody who is watched, and no suspect."""
    assert found(text) == []


@pytest.mark.parametrize("text", ["hoà giải", "uỷ quyền", "hòa\ngiải", "hòa\u00a0giải"])
def test_a_tone_may_stand_where_people_put_it(text: str) -> None:
    """Half of all offices write "hoà giải", the other half "hòa giải"."""
    assert found(text) == [text]


@pytest.mark.parametrize("text", ["bi can", "bị cán", "hoa giải", "tro giup phap ly"])
def test_another_tone_is_another_word(text: str) -> None:
    """A running text has its marks; without them it says something else."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "before", "is_found"),
    [
        ("Hòa giải là tốt", "", True),
        ("Xong. Hòa giải là tốt", "", True),
        ("(Hòa giải)", "", True),
        ("theo Luật Hòa giải", "", False),
        ("Hòa giải", "theo Luật ", False),
        ("Hòa giải", "Xong. ", True),
        ("nơi gọi là Trung tâm", "", True),
        ("nơi gọi là trung tâm", "", False),
        ("nhờ TGPL", "", True),
        ("Uỷ quyền cho con", "", True),
    ],
)
def test_a_capital_begins_a_sentence_or_a_name(text: str, before: str, is_found: bool) -> None:
    """The name of a law is no place to explain one of its words."""
    assert bool(found(text, before)) is is_found


def test_signs_of_a_pattern_are_signs() -> None:
    """An officer who writes a dot means a dot."""
    assert found("a.b aXb") == ["a.b"]


def test_no_phrase_finds_nothing() -> None:
    """A site without a glossary has nothing to explain."""
    assert list(Phrases({}).found_in("hòa giải")) == []


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_what_is_found_is_one_of_the_phrases(text: str) -> None:
    """Whatever the text, only what somebody explains is ever marked, and none of it twice."""
    last = 0
    for one in PHRASES.found_in(text):
        there = spelling(text[one.start : one.end])
        assert one.start >= last
        assert there == one.meaning or there[0].lower() + there[1:] == one.meaning
        last = one.end


@pytest.mark.parametrize("part", ["bị ", "trợ giúp ", "hòa ", "Trợ giúp pháp lý ", "người được "])
def test_a_long_text_is_read_once(part: str) -> None:
    """No text, however it was made, makes a build stand still."""
    text = part * (1_000_000 // len(part))
    began = time.monotonic()

    list(PHRASES.found_in(text))

    assert time.monotonic() - began < MOST_SECONDS
