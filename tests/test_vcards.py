"""What a telephone takes over from a page: every reader of such files must get what we wrote."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake import load
from generator.library import Library
from generator.outputs.vcards import MOST_OCTETS, card, escaped, folded
from generator.records.organisations import Organisation
from tests.conftest import Project

LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
CARD = """BEGIN:VCARD
VERSION:3.0
FN:Trung tâm giúp đỡ pháp lý tỉnh Hồng Sơn
N:;;;;
ORG:Trung tâm giúp đỡ pháp lý tỉnh Hồng Sơn
TEL;TYPE=WORK,VOICE:02000000011
EMAIL;TYPE=INTERNET:trung-tam@hong-son.example
ADR;TYPE=WORK:;;Số 3\\, đường Bờ Sông\\, xã Bến Đò;;Tỉnh Hồng Sơn;;Việt Nam
GEO:21.0278;105.8342
NOTE:Thứ Hai đến Thứ Sáu: 07:30-11:30\\, 13:30-17:00
REV:2026-11-20
END:VCARD
"""


def unfolded(text: str) -> str:
    """What a reader makes of folded lines (RFC 6350, 3.2)."""
    return text.replace("\r\n ", "").removesuffix("\r\n")


def unescaped(text: str) -> str:
    """What a reader makes of a value (RFC 6350, 3.4)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def organisation(library: Library, id: str) -> Organisation:
    """An organisation that must be there."""
    found = library.find(Organisation, id)
    assert found
    return found


@given(st.text(LETTERS))
def test_a_long_line_is_cut_where_no_letter_breaks(line: str) -> None:
    """A name of many marks arrives whole, on telephones that read line by line."""
    pieces = folded(line).split("\r\n")[:-1]

    assert all(len(piece.encode()) <= MOST_OCTETS for piece in pieces)
    assert unfolded(folded(line)) == line


@given(st.text(st.one_of(LETTERS, st.sampled_from("\n\\;,:"))))
def test_no_sign_ends_a_value(text: str) -> None:
    """A comma in an address stays in the address, and nobody can add a line of their own."""
    said = escaped(text)

    assert "\n" not in said
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", said)
    assert unescaped(said) == text.removesuffix("\n")


def test_a_card_tells_name_numbers_place_and_hours(small: Project) -> None:
    """Who saves it finds the office again without this site; nothing else is given away."""
    library, _ = load(small.content)

    told = card(library, organisation(library, "trung-tam-hong-son")).decode()

    assert unfolded_lines(told) == CARD


def unfolded_lines(told: str) -> str:
    """A card as its lines were before folding."""
    return told.replace("\r\n ", "").replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("id", "left"),
    [
        ("trung-tam-hong-son", {".html", ".vcf", "-qr.svg"}),
        ("chi-nhanh-so-1", {".html"}),
        ("to-hoa-giai-trinh-dien", {".html"}),
        ("van-phong-luat-su-trinh-dien", {".html"}),
    ],
)
def test_nobody_saves_a_number_that_is_not_answered(
    built_small: Project, id: str, left: set[str]
) -> None:
    """A suspended or made-up office has a page that says so, and neither card nor code.

    In an address book there is no notice beside the name.
    """
    files = {path.name for path in (built_small.site / "to-chuc").glob(f"{id}*")}

    assert files == {f"{id}{end}" for end in left}
