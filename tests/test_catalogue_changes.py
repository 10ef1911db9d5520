"""Two decisions side by side: nothing is called new, changed or gone that is not."""

from generator.catalogue_changes import Difference, compared, matched, neighbours
from generator.intake import load
from generator.records.catalogues import Catalogue, CatalogueEntry
from generator.records.procedures import ChangeKind
from generator.records.record import Status
from tests.conftest import Project

BLANK = dict.fromkeys(("time_limit", "place", "fee", "legal_basis", "note", "procedure"))


def row(
    name: str, code: str | None = None, change: str = "listed", **told: str | None
) -> CatalogueEntry:
    """A row of a decision."""
    return CatalogueEntry(name=name, code=code, change=ChangeKind(change), **{**BLANK, **told})


def decision(*entries: CatalogueEntry) -> Catalogue:
    """A decision with these rows."""
    return Catalogue(
        "thu", "", Status.PUBLISHED, False, (), None, (), None, None, (), "", None, "", entries
    )


def names(rows: tuple[CatalogueEntry, ...]) -> list[str]:
    """The names of rows."""
    return [one.name for one in rows]


def test_a_row_is_found_again_by_the_nations_part_of_its_code() -> None:
    """A province adds its own tail and may word the name anew; it is the same procedure."""
    old = row("Cấp thẻ", "9.000001", time_limit="7 ngày")
    new = row("Thủ tục cấp thẻ cộng tác viên", "9.000001.000.00.00.H99", time_limit="5 ngày")

    found = compared(decision(old), decision(new))

    assert found.changed[0].differences == (
        Difference("name", "Cấp thẻ", "Thủ tục cấp thẻ cộng tác viên"),
        Difference("time_limit", "7 ngày", "5 ngày"),
    )
    assert (found.added, found.unnamed) == ((), ())


def test_a_row_without_a_code_is_found_again_by_its_name() -> None:
    """Older decisions print no codes; marks and capitals of a name do not part two rows."""
    old, new = row("Cấp lại thẻ"), row("CẤP LẠI THẺ", "9.000002")

    assert matched([old], [new]) == [(old, new)]


def test_two_codes_are_two_procedures_whatever_their_names() -> None:
    """Two ministries name things alike; a citizen must not read one's changes as the other's."""
    found = compared(decision(row("Đăng ký", "9.000001")), decision(row("Đăng ký", "9.000002")))

    assert (names(found.unnamed), names(found.added)) == (["Đăng ký"], ["Đăng ký"])


def test_a_code_decides_before_a_name_does() -> None:
    """A row without a code must not take the place of the one that has the right code."""
    nameless = row("Rút đơn")
    coded = row("Tên cũ", "9.000003")

    pairs = matched([nameless, coded], [row("Rút đơn", "9.000003")])

    assert [old for old, _ in pairs] == [coded]


def test_rows_that_are_printed_twice_are_paired_one_by_one() -> None:
    """A list may hold the same procedure for two levels; neither is lost or told as new."""
    twice = [row("Công chứng", "9.000004", place="Xã"), row("Công chứng", "9.000004", place="Tỉnh")]

    found = compared(decision(*twice), decision(*twice))

    assert len(found.same) == 2
    assert (found.added, found.unnamed, found.changed) == ((), (), ())


def test_what_a_decision_does_not_name_is_not_called_abolished() -> None:
    """A decision often announces only what changes: the rest goes on as it was."""
    found = compared(decision(row("Rút đơn"), row("Đổi người")), decision(row("Rút đơn")))

    assert (names(found.unnamed), found.abolished) == (["Đổi người"], ())


def test_what_a_decision_abolishes_is_told_once_and_as_that() -> None:
    """Whoever prepares papers for it must stop, whether the older decision named it or not."""
    before = decision(row("Rút đơn", "9.000005"))
    after = decision(
        row("Rút đơn", "9.000005", "abolished"), row("Xin phép", "9.000006", "abolished")
    )

    found = compared(before, after)

    assert names(found.abolished) == ["Rút đơn", "Xin phép"]
    assert (found.unnamed, found.changed, found.added, found.same) == ((), (), (), ())


def test_what_came_after_an_abolition_is_new() -> None:
    """A row that the older decision did away with is no procedure to compare with."""
    before = decision(row("Rút đơn", "9.000005", "abolished"))

    assert names(compared(before, decision(row("Rút đơn", "9.000005"))).added) == ["Rút đơn"]


def test_spelling_is_no_change() -> None:
    """Two typists write one law: hoà and hòa, 04 and 4, capitals, spaces and a last full stop."""
    old = row("Hoà giải", "9.000007", time_limit="04  ngày làm việc.", fee="Không")
    new = row("Hòa giải", "9.000007", time_limit="4 ngày làm việc", fee="không")

    assert names(compared(decision(old), decision(new)).same) == ["Hòa giải"]


def test_a_tone_is_a_change() -> None:
    """Bảy and bay, 10 and 1, are different words: what the law says is never folded away."""
    old = row("Thu phí", "9.000008", fee="bảy đồng", time_limit="10 ngày")
    new = row("Thu phí", "9.000008", fee="bay đồng", time_limit="1 ngày")

    changed = compared(decision(old), decision(new)).changed[0]

    assert [one.field for one in changed.differences] == ["time_limit", "fee"]


CATALOGUE = """id: {id}
status: draft
name: Danh mục
document: {document}
field: {field}
entries: []
"""
DECISION = """id: {id}
status: draft
kind: decision
title: Quyết định thử
issuer: {issuer}
{day}
"""


def test_a_decision_is_compared_with_the_next_of_its_issuer_and_field(small: Project) -> None:
    """Two provinces' lists, or two fields', have nothing to do with each other."""
    told = {
        "a": ("2024-01-01", "Tỉnh A", "Hộ tịch"),
        "b": ("2025-01-01", "Tỉnh A", "hộ tịch"),
        "c": ("2026-01-01", "Tỉnh A", "Hộ tịch"),
        "d": ("2025-06-01", "Tỉnh B", "Hộ tịch"),
        "e": ("2025-06-01", "Tỉnh A", "Đất đai"),
        "f": ("", "Tỉnh A", "Hộ tịch"),
    }
    for id, (day, issuer, field) in told.items():
        issued = f"issued_on: {day}" if day else ""
        small.add(f"documents/{id}.yml", DECISION.format(id=id, issuer=issuer, day=issued))
        small.add(f"catalogues/{id}.yml", CATALOGUE.format(id=id, document=id, field=field))
    library, _ = load(small.content)

    pairs = [(old, new) for old, new in neighbours(library) if len(old) == 1]

    assert pairs == [("a", "b"), ("b", "c")]
