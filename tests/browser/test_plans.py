"""A plan read like a schedule: by section, on an axis, by time, by agency and by state."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import KINDS
from tests.browser.visits import OpenVisit
from tests.conftest import Project

pytestmark = pytest.mark.browser

PLAN = "ke-hoach/lang-son-thi-hanh-luat-tro-giup-phap-ly.html"
TABLE = "ke-hoach/lang-son-thi-hanh-luat-tro-giup-phap-ly--theo-muc.html"  # it has many tasks
FEW = "ke-hoach/lai-chau-xa-phuong-dat-chuan-tiep-can-phap-luat-2020.html"
WAYS = ("Theo mục", "Trục thời gian", "Theo tháng, quý", "Theo cơ quan", "Theo tình trạng")
VIEWS = ("plan on its axis", "plan by time", "plan by agency", "plan by state")
CHARTS = ("plan by time", "plan by agency", "plan by state")
LONGEST_BAR = """() => Math.max(...[...document.querySelectorAll('main .chart__part')].map(
    one => one.getBoundingClientRect().width))"""
FILLS = """() => [...document.querySelectorAll('.chart__whole .chart__part')].map(
    one => one.getAttribute('fill'))"""
UNKNOWN_FILLS = """() => [...document.querySelectorAll('main [fill^=url]')].filter(one =>
    !document.getElementById(one.getAttribute('fill').slice(5, -1))).length"""


def of_tasks(page: Page) -> set[str]:
    """The places in the plan's table to which a page leads."""
    links = page.locator(f'main a[href*="{Path(TABLE).name}#nv-"]')
    found: list[str] = links.evaluate_all("all => all.map(one => decodeURIComponent(one.hash))")
    return set(found)


def rows_of_the_table(page: Page) -> set[str]:
    """Every row of the plan's table that is more than a heading."""
    rows = page.locator(".cards--plan tbody tr:not(.heading)")
    found: list[str] = rows.evaluate_all("all => all.map(one => '#' + one.id)")
    return set(found)


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["script", "none"])
def test_every_way_to_read_a_plan_is_a_click_away(
    open_visit: OpenVisit, real_site: Path, options: dict[str, bool]
) -> None:
    """On an old telephone too: each way leads to all others."""
    page = open_visit(real_site, **options).go(PLAN)

    for way in WAYS:
        page.get_by_role("main").get_by_role("link", name=way, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(way)
        current = page.get_by_role("main").locator('nav [aria-current="page"]')
        expect(current).to_have_text(way)

    page.get_by_role("link", name="Theo mục").click()
    assert page.url.endswith(TABLE)


def test_few_tasks_stand_on_the_first_page(open_visit: OpenVisit, real_site: Path) -> None:
    """Nobody clicks once more for a dozen lines."""
    page = open_visit(real_site).go(FEW)

    assert page.locator(".cards--plan tbody tr").count() > 5
    current = page.get_by_role("main").locator('nav [aria-current="true"]')
    expect(current).to_have_text("Theo mục")


@pytest.mark.parametrize("view", VIEWS)
def test_each_way_tells_every_task(open_visit: OpenVisit, real_site: Path, view: str) -> None:
    """Whoever reads a plan in one way has read all of it."""
    visit = open_visit(real_site)
    every = rows_of_the_table(visit.go(TABLE))

    told = of_tasks(visit.go(KINDS[view]))

    assert told == every
    assert len(every) > 20


def test_a_plan_begins_with_what_matters(open_visit: OpenVisit, real_site: Path) -> None:
    """Time, who leads and how things stand come before the long table."""
    page = open_visit(real_site).go(PLAN)

    heads = page.get_by_role("main").get_by_role("heading", level=2).all_inner_texts()
    assert heads[:2] == ["Tình trạng các việc", "Khi nào làm"]
    assert page.get_by_text("Chủ trì nhiều việc nhất").is_visible()


def test_what_is_past_is_never_called_late(open_visit: OpenVisit, real_site: Path) -> None:
    """The data know days, not work: an agency that did its work must not be told as late."""
    page = open_visit(real_site).go(KINDS["plan by state"])

    said = page.get_by_role("main").inner_text().lower()
    assert "đã qua hạn, chưa ghi kết quả" in said
    assert "trang không biết việc đã xong hay chưa" in said
    assert not re.search(r"quá hạn|chậm trễ|trễ hạn|chưa làm|không làm", said)


def test_counts_of_a_drawing_are_those_of_its_groups(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """The table beside the bar says the same as the lists below it."""
    page = open_visit(real_site).go(KINDS["plan by state"])

    for row in page.locator(".chart").get_by_role("row").all():
        state = row.get_by_role("link")
        group = page.locator(f"section:has({state.get_attribute('href')})")
        expect(group.get_by_role("heading", level=2)).to_have_text(state.inner_text())
        expect(row.get_by_role("cell")).to_have_text(f"{group.locator('.jobs > li').count()} việc")


@pytest.mark.parametrize("view", CHARTS)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_drawing_is_seen_at_any_width(
    open_visit: OpenVisit, real_site: Path, view: str, width: int
) -> None:
    """A bar of no length, or of strokes that nobody defined, tells nothing."""
    size = {"width": width, "height": 740}
    page = open_visit(real_site, viewport=size).go(KINDS[view])

    assert page.evaluate(LONGEST_BAR) > width / 5
    assert page.evaluate(UNKNOWN_FILLS) == 0


def test_states_differ_by_more_than_colour(open_visit: OpenVisit, real_site: Path) -> None:
    """In print, for the colour-blind and in forced colours a part is known by its strokes."""
    page = open_visit(real_site).go(PLAN)

    fills = page.evaluate(FILLS)

    assert len(set(fills)) == len(fills) > 2
    assert all(fill.startswith("url(#net-") for fill in fills)


def test_results_are_told_with_day_and_source(open_visit: OpenVisit, built_small: Project) -> None:
    """What was done and reached is a fact as any other; without one the page says so."""
    page = open_visit(built_small.site).go("ke-hoach/hong-son-dua-luat-ve-ban-2026.html")

    done = page.locator("#nv-ii-1-a")
    expect(done).to_contain_text("Đã xong ngày 10/02/2026. 40 người dự tập huấn. Nguồn:")
    expect(done).to_contain_text("Đối chiếu ngày 20/11/2026")
    reached = page.locator(".targets li").first
    expect(reached).to_contain_text("Kết quả: 92%, tính đến 31/10/2026. Nguồn: Báo cáo mười tháng")
    assert reached.locator(".gauge__reached").count() == 1
    open_target = page.locator(".targets li").nth(1)
    expect(open_target).to_contain_text("Chưa ghi kết quả.")
    assert open_target.locator(".gauge__mark").count() == 1
    assert open_target.locator(".gauge__reached").count() == 0


def test_the_list_tells_how_each_plan_stands(open_visit: OpenVisit, real_site: Path) -> None:
    """An officer sees at a glance which plan still has work ahead."""
    page = open_visit(real_site).go(KINDS["plans"])

    tile = page.get_by_role("listitem").filter(has=page.locator(f'a[href$="{Path(PLAN).name}"]'))
    told = "Các việc: 7 đã qua hạn, chưa ghi kết quả; 8 làm thường xuyên; 8 không ghi thời gian"
    expect(tile).to_contain_text(told)
