"""Words as a search compares them: spellings that mean one thing have one key."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.search_words import keys, sum_of, whole_numbers, whole_title

SPELLINGS = {
    "marks left out": ("Trợ giúp pháp lý", "tro giup phap ly"),
    "đ typed as d": ("Đống Đa", "dong da"),
    "two places of a tone": ("Hoà thuỷ", "hòa thủy"),
    "capitals with a tone moved": ("UỶ BAN", "Ủy ban"),
    "y and i": ("Lý lịch kỹ sư quý", "lí lịch kĩ sư quí"),
    "leading zeros": ("số 05/2008", "so 5/2008"),
    "signs between words": ("84/KH-UBND", "84 kh ubnd"),
    "two usual spellings": ("hằng năm", "hàng năm"),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_spellings_of_one_word_have_one_key(name: str) -> None:
    """A reader finds what an officer wrote, however either of them types."""
    one, other = SPELLINGS[name]

    assert keys(one) == keys(other)


def test_words_that_differ_by_letters_stay_two() -> None:
    """Folding goes as far as people do when they leave out marks, and no further."""
    assert keys("thuý thi quy uy ly ty tuy") == ["thuy", "thi", "qui", "uy", "li", "ti", "tuy"]


@given(st.text())
def test_a_text_and_its_parts_taken_apart_are_one(text: str) -> None:
    """Text copied from a Mac comes with its marks beside the letters."""
    assert keys(unicodedata.normalize("NFD", text)) == keys(unicodedata.normalize("NFC", text))


@given(st.text())
def test_a_key_holds_none_of_the_signs_that_part_fields(text: str) -> None:
    """Whatever an author writes, the files of the index stay readable."""
    assert not set("".join(keys(text))) & set(" ,|\t\n\"'<>@=")


def test_a_number_in_parts_is_one_number_too() -> None:
    """Telephones and codes are typed with and without their pauses."""
    assert list(whole_numbers("gọi 1800.1233 hoặc (0292) 3821 010, mã 1.001122, ngày 9/11")) == [
        "18001233",
        "2923821010",
        "1001122",
    ]


@pytest.mark.parametrize(
    "text", ["+84 299 3629900", "842993629900", "0084 299.3629.900", "+84 (0)299 3629900"]
)
def test_a_telephone_dialled_from_abroad_is_the_one_at_home(text: str) -> None:
    """A business card and a sign at the door name the same desk."""
    assert list(whole_numbers(text))[-1:] == list(whole_numbers("0299.3629.900"))


@pytest.mark.parametrize("text", ["84/KH-UBND", "kế hoạch 84 năm 2026", "số 8421", "9/11/2026"])
def test_not_every_84_is_a_country(text: str) -> None:
    """The number of a plan stays what it is."""
    assert list(whole_numbers(text)) == []


def test_a_title_has_a_word_of_its_own() -> None:
    """Who types all of a title is led to it, among thousands that share its words."""
    assert whole_title(keys("Cấp thẻ")) == whole_title(keys("cap the")) != whole_title(["cap"])
    assert sum_of("cap the") == 0x20C99323
