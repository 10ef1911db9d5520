"""What is new: officers tell what they changed, and readers see it where it matters to them."""

import re

import pytest

from tests.conftest import Project

LEAFLET = "materials/to-gap-hoi-ai.yml"
CHANGES = """change_notes:
  - {on: 2026-11-10, text: Thêm giờ tiếp người dân}
  - {on: 2026-11-25, text: Sửa số điện thoại}
"""


@pytest.fixture
def changed(small: Project) -> Project:
    """A site with a leaflet that was changed twice."""
    path = small.content / LEAFLET
    small.add(LEAFLET, path.read_text(encoding="utf-8") + CHANGES)
    return small


def page(project: Project, address: str, day: str) -> str:
    """The text of a page as it is built on a day, without its tags."""
    assert project.call("build", "--today", day).returncode == 0
    html = (project.site / address).read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-24", "Không bản ghi nào có lời ghi về lần sửa"),
        ("2026-11-25", "Sửa số điện thoại"),
        ("2026-12-01", "Sửa số điện thoại"),
        ("2026-12-02", "Không bản ghi nào có lời ghi về lần sửa"),
    ],
)
def test_a_change_is_news_for_seven_days(changed: Project, day: str, told: str) -> None:
    """Who looks in once a week misses nothing, and reads nothing twice."""
    if day < "2026-11-25":
        text = (changed.content / LEAFLET).read_text(encoding="utf-8")
        changed.add(LEAFLET, re.sub(r"  - \{on: 2026-11-25.*\n", "", text))

    assert told in page(changed, "co-gi-moi.html", day)


def test_only_changes_of_the_week_are_told(changed: Project) -> None:
    """An older change of the same page is no news."""
    assert "Thêm giờ tiếp người dân" not in page(changed, "co-gi-moi.html", "2026-11-26")


def test_the_page_itself_tells_all_changes_the_newest_first(changed: Project) -> None:
    """Who printed it in spring sees whether to print it again."""
    text = page(changed, "tai-lieu/to-gap-hoi-ai.html", "2027-06-01")

    assert re.search("25/11/2026: Sửa số điện thoại.*10/11/2026: Thêm giờ tiếp người dân", text)


def test_what_is_withdrawn_is_no_news(changed: Project) -> None:
    """A page that is gone is not offered again by the way."""
    text = (changed.content / LEAFLET).read_text(encoding="utf-8")
    gone = "status: withdrawn\nwithdrawn: {on: 2026-11-26, reason: Đã có bản mới}"
    changed.add(LEAFLET, text.replace("status: published", gone))

    assert "Sửa số điện thoại" not in page(changed, "co-gi-moi.html", "2026-11-26")


def test_what_was_compared_this_week_is_counted_by_kind(small: Project) -> None:
    """An officer sees how far the week's review has come; the small site's was on two days."""
    groups = len(list((small.content / "groups").glob("*.yml")))

    assert f"Ai được trợ giúp: {groups}" in page(small, "co-gi-moi.html", "2026-11-26")
    small.change(
        "groups/nguoi-doi-luat-moi.yml", "status: published", "status: published\ndemo: true"
    )
    assert f"Ai được trợ giúp: {groups - 1}" in page(small, "co-gi-moi.html", "2026-11-26")
    assert "Không có bản ghi thật nào được rà soát" in page(small, "co-gi-moi.html", "2026-11-28")
