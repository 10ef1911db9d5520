"""Lists of agencies: every name whole, none invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.agency_names import looks_like_agency, split_agencies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các Sở, ban, ngành, UBND cấp xã", ["Các Sở, ban, ngành", "UBND cấp xã"]),
        ("Sở Nội vụ và Sở Giáo dục và Đào tạo", ["Sở Nội vụ", "Sở Giáo dục và Đào tạo"]),
        ("Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh",
         ["Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"]),
        ("Công an tỉnh, các cơ quan, tổ chức có liên quan",
         ["Công an tỉnh", "các cơ quan, tổ chức có liên quan"]),
        ("các Sở: Tài chính, Y tế; Kho bạc Nhà nước",
         ["Sở Tài chính", "Sở Y tế", "Kho bạc Nhà nước"]),
        ("UBND các xã, phường, đặc khu (cấp xã)", ["UBND các xã, phường, đặc khu"]),
        ("Văn phòng HĐND và UBND xã, Trạm Y tế xã", ["Văn phòng HĐND và UBND xã", "Trạm Y tế xã"]),
        ("Sở Tư pháp trong phạm vi chức năng của mình và Báo Bình Nguyên",
         ["Sở Tư pháp", "Báo Bình Nguyên"]),
        ("Sở Tư pháp; Sở Tư pháp", ["Sở Tư pháp"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_new_name_begins_only_where_a_word_opens_one(text: str, names: list[str]) -> None:
    """Commas stand inside names and between them; an agency cut in two is found by nobody."""
    assert list(split_agencies(text)) == names


@pytest.mark.parametrize(
    ("text", "is_agency"),
    [
        ("Sở Tư pháp", True), ("các đơn vị có liên quan", True), ("sở, ban, ngành", True),
        ("Tổ chức hội nghị", False), ("Hội nghị tổng kết", False), ("Ban hành kế hoạch", False),
        ("Phòng, chống ma túy", False), ("Báo cáo kết quả", False), ("Các nội dung khác", False),
    ],
)  # fmt: skip
def test_words_that_only_look_like_agencies_are_none(text: str, is_agency: bool) -> None:
    """ "Tổ chức" and "Hội nghị" must never stand where citizens look for an agency."""
    assert looks_like_agency(text) is is_agency


@given(st.lists(st.sampled_from(["Sở Y tế", "Công an tỉnh", "UBND cấp xã", "Hội Luật gia"])))
def test_a_list_with_semicolons_comes_back_as_it_was(names: list[str]) -> None:
    """Semicolons are never inside a name."""
    assert list(split_agencies("; ".join(names))) == list(dict.fromkeys(names))
