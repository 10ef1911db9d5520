"""What points at one person, in the many ways in which people write it."""

import unicodedata
from enum import StrEnum

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.entries import PLACEHOLDERS, amiss_in_signs
from generator.privacy import BETWEEN, PLAIN_TEXT, Care, care_for, may_be_amiss, personal_data
from generator.privacy import squeezed as squeezed_form
from generator.reading import Unreadable, values_of
from generator.records.agencies import Level

OF_A_PERSON = [
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "0912-345-678",
    "0912–345–678",
    "0912 - 345 - 678",
    "09 12 34 56 78",
    "(0912) 345 678",
    "0912\u00a0345\u00a0678",
    "0912345678/0987654321",
    "0912345678-0987654321",
    "024 3733 6213/0912345678",
    "ĐT-0912345678",
    "ĐT:0912345678",
    "sđt0912345678.",
    "0084912345678",
    "84912345678",
    "+84912345678",
    "+84 912 345 678",
    "(+84) 912 345 678",
    "+84 (0) 912 345 678",
    "079099012345",
    "CCCD079099012345",
    "001 099 012345",
    "001.099.012.345",
    "0010 9901 2345",
    "012345678",
    "CMND: 212345678",
    "CMND 012345678/Công an tỉnh",
    "Theo 84/KH-UBND, gọi 0912 345 678",
    "ông A (ong.a@gmail.com)",
    "ba.b@Yahoo.com.vn",
    "sinh 12/6/1990",
    "ngày sinh: 12/6/1990",
    "Ngày sinh 12 tháng 6",
    "sinh ngày 12 tháng 6 năm 1990",
    "sinh năm 1990",
    "năm sinh: 1990",
    "nhà riêng: 12/3 đường Mẫu",
    "Địa chỉ nhà: phố Mẫu",
    "HỘ KHẨU THƯỜNG TRÚ: XÃ MẪU",
    "thường trú tại số 7 ngõ 12 phố Mẫu",
    "tạm trú tại 45/6 Nguyễn Mẫu",
    "ông A trú tại thôn Mẫu",
    "ngụ ở ấp 5",
    "chỗ ở hiện nay 12 đường Mẫu",
]

OF_NOBODY = [
    "1800.1233",
    "1900 6192",
    "024 3733 6213",
    "(024) 3733.6213",
    "0290 3831 234 - 0290 3831 235",
    "+84 24 3733 6213",
    "10/2018/TTLT-BTP-BCA",
    "số 38/2018/QĐ-UBND, 44/2019/QĐ-UBND",
    "1521/QĐ-TTg 1136/QĐ-TTg",
    "05/06/2018",
    "từ 01/03/2018 đến 31/12/2021",
    "05-06-2018 10 giờ",
    "01.01.2021-31.12.2021",
    "08/2018-09/2019",
    "giai đoạn 2017-2021, 2022-2027",
    "150.000.000 đồng",
    "84.912.345.678 đồng",
    "100.000.000.000 đồng",
    "1.001122.000.00.00.H48",
    "2.002080.000.00.00.H12",
    "01 02 03 04 05 06",
    "0 1 2 3 4 5 6 7 8 9",
    "0.35 0.45 0.55 0.65",
    "https://tin.example/bai-380123456.html",
    "tong-dai@so-tu-phap.example",
    "học sinh 12/6/2026",
    "nợ phát sinh năm 2019",
    "học sinh lớp 12",
    "Ủy ban nhân dân cấp xã nơi cư trú",
    "giấy xác nhận nơi cư trú của bạn",
    "người thường trú tại xã đặc biệt khó khăn",
    "Luật Cư trú số 68/2020/QH14",
    "đăng ký tạm trú 12 tháng",
    "trú tại thành phố Cần Thơ",
]


@pytest.mark.parametrize("text", OF_A_PERSON)
def test_what_points_at_one_person_is_found(text: str) -> None:
    """Nobody's number, mail or birthday goes public because it was written in another way."""
    found = personal_data(f"Lời đầu, {text} và lời cuối.")

    assert found is not None
    assert found in text


@pytest.mark.parametrize("text", OF_NOBODY)
def test_what_points_at_nobody_is_left_alone(text: str) -> None:
    """An officer who is stopped by a date or a sum of money will stop reading the warnings."""
    assert personal_data(f"Lời đầu, {text} và lời cuối.") is None


# ---- a whole file at a glance --------------------------------------------------------------------

STYLES = (None, "'", '"', "|", ">")
PIECES = (
    *("0912", "345", "678", "079099012345", "1990", "12/6/1990", "7", "٣", "ngày", "năm", "đường"),
    *("sinh", "SINH", "ſinh", "NS", "sn", "hộ khẩu", "HỘ KHẨU", "trú tại", "Ngụ Ở", "thôn Mẫu"),
    *("thường trú", "Chỗ ở", "nơi ở", "địa chỉ nhà", "HKTT", "nhà riêng", "a@gmail.com", "Mẫu"),
    *("-", "–", "‑", ".", ",", "/", "_", "*", ":", "(", ")", "'", "''", "\\", "\n", "\n\n", "\t"),
    *("\u0301", "\u200b", "\u2028", "\ue000", "\xa0", "\x85"),
)
GLUED = st.lists(st.sampled_from(PIECES), max_size=8)
ANY_TEXT = st.one_of(GLUED.map("".join), GLUED.map(" ".join), st.text(max_size=30))


def in_yaml(value: str, style: str | None, width: int) -> str:
    """A file with a value, in one of the ways to write one."""
    return yaml.safe_dump(
        {"a": value, "b": "x"}, default_style=style, width=width, allow_unicode=True
    )


def is_overlooked(value: str, text: str) -> bool:
    """Whether a look at the whole file spares a value that the rules would report."""
    is_amiss = personal_data(value) is not None or any(amiss_in_signs(value))
    care = care_for(text)
    return is_amiss and not (care is not Care.NONE and may_be_amiss(value, care))


@given(value=ANY_TEXT, style=st.sampled_from(STYLES), width=st.integers(1, 80))
@example(value="0912 345 678", style=None, width=1)
@example(value="0912/345/678", style="'", width=1)
@example(value="ngụ tại thôn Mẫu", style=">", width=1)
def test_a_look_at_the_whole_file_spares_nobody(value: str, style: str | None, width: int) -> None:
    """A file is read fast where nothing can be found in it, and only there."""
    text = in_yaml(value, style, width)
    try:
        read = values_of(text)["a"].strip()
    except Unreadable:
        return

    assert not is_overlooked(read, text)


@pytest.mark.parametrize("person", OF_A_PERSON)
@pytest.mark.parametrize("style", STYLES)
def test_a_person_is_found_however_the_lines_are_broken(person: str, style: str | None) -> None:
    """YAML folds lines: half a number on each of two is a number in the text that is published."""
    text = in_yaml(f"Lời đầu, {person} và lời cuối.", style, 1)

    assert not is_overlooked(values_of(text)["a"].strip(), text)


PLAIN_SIGNS = [sign for sign in map(chr, range(0x30000)) if PLAIN_TEXT.fullmatch(sign)]


def test_a_plain_sign_hides_nothing() -> None:
    """The fast look knows no marks apart, no digits of other scripts and no third case."""
    for sign in PLAIN_SIGNS:
        assert not unicodedata.combining(sign)
        assert not any(amiss_in_signs(sign))
        assert sign.isascii() or not sign.isdecimal()
        assert len(sign.lower()) == len(sign.upper()) == 1
        assert squeezed_form(sign.lower()) == squeezed_form(sign.upper())


def test_gaps_between_digits_do_not_count() -> None:
    """Whatever may stand between the digits of a number is passed over, however often."""
    assert squeezed_form("0(9)1.2 –-\n\r—3") == b"00000"
    assert not set(squeezed_form("".join(PLAIN_SIGNS))) & set(BETWEEN)


def test_a_word_to_choose_is_never_amiss() -> None:
    """Words that records know are taken as they are, without a look at what they might hold."""
    assert Level in StrEnum.__subclasses__()

    for word in (word for words in StrEnum.__subclasses__() for word in words):
        assert personal_data(word) is None
        assert word not in PLACEHOLDERS
        assert not any(amiss_in_signs(word))
