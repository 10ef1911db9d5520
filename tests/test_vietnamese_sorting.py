"""Sorting: lists of places and agencies stand in the order Vietnamese readers expect."""

import random
import unicodedata

import pytest

from generator.vietnamese.sorting import sort_key


@pytest.mark.parametrize(
    "in_order",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ", "me"],
        ["Dầu", "Dương", "Đà", "Đông", "E"],
        ["An Bình", "An Hòa", "Ân Thi", "Ba Tơ"],
        ["Tân An", "Tấn An", "Tân Ân"],
        ["Tổ 1", "Tổ 2", "Tổ hòa giải"],
        ["Phường 1", "Phường 2", "Phường 8", "Phường 8A", "Phường 10", "Phường An Bình"],
        ["0", "8", "08", "9", "10", "A"],
        ["15/KH-UBND", "115/KH-UBND", "1015/KH-UBND"],
        ["ơn", "ung", "ưng", "vui"],
    ],
)
def test_letters_come_first_and_tones_decide_between_equal_letters(in_order: list[str]) -> None:
    """Đ comes after D and the five tones come in the order taught at school."""
    mixed = random.Random(1).sample(in_order, len(in_order))

    assert sorted(mixed, key=sort_key) == in_order


def test_decomposed_names_sort_like_composed_names() -> None:
    """A name typed on a Mac stands beside the same name typed elsewhere."""
    assert sort_key(unicodedata.normalize("NFD", "Đặng Lễ")) == sort_key("Đặng Lễ")
