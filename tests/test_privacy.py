"""What points at one person, in the many ways in which people write it."""

import pytest

from generator.privacy import personal_data

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
