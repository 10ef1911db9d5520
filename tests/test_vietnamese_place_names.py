"""Names of places: what makes two spellings one name, and what a reader may leave out."""

import pytest

from generator.vietnamese.place_names import is_numbered, kind_and_name, same_name, typed_forms


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hoà Bình", "Hòa Bình"), ("Thuỷ Triều", "Thủy Triều"), ("08", "8"), ("TÂN AN", "Tân An")],
)
def test_one_name_may_be_spelled_in_two_ways(one: str, other: str) -> None:
    """Two offices set the tone on different letters and still mean the same commune."""
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tân An", "Tân Ân"), ("Mường Mô", "Mường Mơ"), ("Nậm Cần", "Năm Căn"), ("Ta Gia", "Tà Gia")],
)
def test_marks_tell_names_apart(one: str, other: str) -> None:
    """Communes that differ in one mark are different places, and codes are given by name."""
    assert same_name(one) != same_name(other)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Xã Xà Phiên", ("xã", "Xà Phiên")),
        ("thị trấn Năm Căn", ("thị trấn", "Năm Căn")),
        ("Thành phố Cần Thơ", ("thành phố", "Cần Thơ")),
        ("thị xã Giá Rai", ("thị xã", "Giá Rai")),
        ("Xã", ("", "Xã")),
        ("Tân Thuận", ("", "Tân Thuận")),
    ],
)
def test_the_kind_is_no_part_of_a_name(text: str, parts: tuple[str, str]) -> None:
    """The same name stands behind xã before a merger and behind phường after it."""
    assert kind_and_name(text) == parts


@pytest.mark.parametrize(
    "typed", ["8", "p8", "P.8", "p 8", "phuong 8", "Phường 08", "phường8", "  Phường   8 "]
)
def test_a_numbered_ward_is_found_however_it_is_typed(typed: str) -> None:
    """People write the ward as on an envelope, and a phone adds spaces of its own."""
    assert "8" in typed_forms(typed)


@pytest.mark.parametrize("typed", ["tt nam can", "TT. Năm Căn", "thị trấn Năm Căn", "nam can"])
def test_a_township_is_found_with_its_kind_or_without(typed: str) -> None:
    """The kind is what people are least sure of after a merger."""
    assert "nam can" in typed_forms(typed)


def test_a_name_that_begins_like_a_kind_is_kept_whole() -> None:
    """Xà Phiên without marks begins with the word for a commune, and is none."""
    assert typed_forms("xa phien") == ("xa phien", "phien")


@pytest.mark.parametrize(
    ("name", "numbered"), [("8", True), ("10", True), ("VII", True), ("Long Phú 1", False)]
)
def test_numbers_alone_are_names_of_wards(name: str, numbered: bool) -> None:
    """A district written once behind several numbered wards belongs to all of them."""
    assert is_numbered(name) is numbered
