"""Folding: what readers may leave out when they type, and what ids are made of."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.folding import fold, slug


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Trợ giúp pháp lý", "tro giup phap ly"),
        ("ĐỒNG ĐĂNG", "dong dang"),
        ("Uỷ ban", "uy ban"),
        ("Ủy ban", "uy ban"),
        ("Quyết định 25/2021/QĐ-TTg", "quyet dinh 25/2021/qd-ttg"),
        ("", ""),
    ],
)
def test_marks_case_and_d_with_stroke_do_not_matter(written: str, folded: str) -> None:
    """Tone marks, vowel marks, capitals and đ are optional when searching on a phone."""
    assert fold(written) == folded


@given(st.text(alphabet="aăâeêioôơuưyđ ắằẳẵặẫệọữỷ", max_size=30))
def test_decomposed_text_folds_like_composed_text(written: str) -> None:
    """Files from a Mac hold decomposed letters; nobody sees the difference."""
    assert fold(unicodedata.normalize("NFD", written)) == fold(written)


@pytest.mark.parametrize(
    ("written", "limit", "expected"),
    [
        ("Kế hoạch số 9/KH-UBND", 80, "ke-hoach-so-9-kh-ubnd"),
        ("  Điều 7, khoản 1 ", 80, "dieu-7-khoan-1"),
        ("Phòng Tư pháp huyện", 13, "phong-tu-phap"),
        ("Phòng Tư pháp huyện", 16, "phong-tu-phap"),
        ("Nghiêng", 4, "nghi"),
        ("“…”", 80, ""),
    ],
)
def test_an_id_is_readable_and_cut_between_words(written: str, limit: int, expected: str) -> None:
    """Ids are read aloud over the telephone, so they are cut where a word ends."""
    assert slug(written, limit) == expected


@given(st.text(max_size=200))
def test_an_id_holds_ascii_letters_digits_and_single_hyphens_only(written: str) -> None:
    """An id becomes a web address and a file name on any machine."""
    words = slug(written).split("-")

    assert all(word.isascii() and (word.isalnum() or words == [""]) for word in words)
