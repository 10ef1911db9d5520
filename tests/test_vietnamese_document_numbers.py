"""Document numbers: found in any spelling, written in one."""

import pytest

from generator.vietnamese.document_numbers import (
    blank_number,
    find_numbers,
    kind_of,
    number_key,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kế hoạch số 9/KH-UBND ngày 1/2/2026", ["9/KH-UBND"]),
        ("Quyết định 31/2025/QĐ-TTg; Luật số 5/2016/QH13", ["31/2025/QĐ-TTg", "5/2016/QH13"]),
        ("số 12-NQ/TW và 8-CTr/TU", ["12-NQ/TW", "8-CTr/TU"]),
        ("Công văn 345/STP-PBGDPL", ["345/STP-PBGDPL"]),
        ("4/2019/TTLT-BTP-BCA-BQP của ba bộ", ["4/2019/TTLT-BTP-BCA-BQP"]),
        ("số 7 / QD – TTg", ["7/QĐ-TTg"]),
        ("số 15/NĐ- CP", ["15/NĐ-CP"]),
        ("6/2020/ТТ-ВТР", ["6/2020/TT-BTP"]),
        ("10/KH-SGD&ĐT", ["10/KH-SGD&ĐT"]),
        ("3/NQ-HĐND", ["3/NQ-HĐND"]),
        ("ngày 11/8/2026, đạt 90/100, khoản 2/Điều 3", []),
    ],
)
def test_numbers_are_found_and_written_one_way(text: str, found: list[str]) -> None:
    """Spaces, long dashes, lost marks and Cyrillic letters come from scanned files."""
    assert [number.written for number in find_numbers(text)] == found


def test_two_spellings_are_one_document() -> None:
    """Leading zeros and spaces do not make another decision."""
    assert number_key("05 / QD-TTg") == number_key("5/QĐ-TTg")
    assert number_key("5/QĐ-TTg") != number_key("15/QĐ-TTg")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("5/QĐ-TTg", "decision"),
        ("8/2026/NĐ-CP", "decree"),
        ("2/2020/QH14", "law"),
        ("9/KH-UBND", "plan"),
        ("77/STP-PBGDPL", "official_letter"),
        ("77/TTr-STP", None),
    ],
)
def test_the_letters_tell_the_kind(number: str, kind: str | None) -> None:
    """What the letters leave open stays open."""
    assert kind_of(number) == kind


@pytest.mark.parametrize(
    ("line", "ending"),
    [("Số: /KH-UBND", "KH-UBND"), ("Số: …./QĐ-STP", "QĐ-STP"), ("Số: 4/KH-UBND", None)],
)
def test_a_blank_number_is_seen(line: str, ending: str | None) -> None:
    """A draft without number must not borrow one."""
    assert blank_number(line) == ending
