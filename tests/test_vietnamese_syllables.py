"""Syllables and letters: telling stuck words and residue from Vietnamese."""

import pytest

from generator.vietnamese.composing import plain_spaces
from generator.vietnamese.letters import regex
from generator.vietnamese.syllables import stuck_words


@pytest.mark.parametrize(
    ("text", "stuck"),
    [
        ("chuẩn tiếpcận pháp luật", ["tiếpcận"]),
        ("nghiêng nghiêng trường khuyến", []),
        ("Đắk Lắk, Krông Ana, internet, online", []),
    ],
)
def test_two_words_without_a_space_are_named(text: str, stuck: list[str]) -> None:
    """The search finds neither of two words that are stuck together."""
    assert list(stuck_words(text)) == stuck


def test_spaces_and_invisible_signs_of_word_processors_become_plain() -> None:
    """What looks equal must be equal before anything is compared."""
    assert plain_spaces("Sở\u00a0Tư\u200b\tpháp \u00ad\x07") == "Sở Tư pháp"


def test_capitals_and_small_letters_are_not_mixed() -> None:
    """A Unicode range would take Đ for a small letter and ơ for a capital."""
    assert regex("[<upper>]+").findall("Đặng Ơn ơn Ỷ") == ["Đ", "Ơ", "Ỷ"]
    assert regex("[<lower>]+").findall("Đặng Ơn ỷ") == ["ặng", "n", "ỷ"]
