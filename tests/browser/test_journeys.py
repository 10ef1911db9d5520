"""The way through the site that it was built for, by keyboard alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.intake import load
from generator.library import Library
from generator.records.agencies import Agency
from generator.records.campaigns import Campaign
from generator.records.plans import Plan, Task
from generator.schedule import table_address, task_anchor
from tests.browser.projects import PROJECT
from tests.browser.visits import OpenVisit, Visit

pytestmark = pytest.mark.browser

CAMPAIGN = "chien-dich/ca-mau-tro-giup-phap-ly-gan-dan.html"
AGENCY = "co-quan/so-tu-phap-ca-mau.html"
OTHER_AGENCY = "co-quan/so-tu-phap-lang-son.html"
ROLE = "co-quan/vai-tro-so-tu-phap.html"
DOCUMENT_LINK = 'a[href*="/van-ban/"]:not([href$="index.html"])'
PAINTED = """all => all.filter(one => {
    const style = getComputedStyle(one);
    const lined = style.stroke !== 'none' && parseFloat(style.strokeWidth) > 0;
    const filled = style.fill !== 'none' && one.tagName !== 'line';
    return one.getBoundingClientRect().width > 1 && (lined || filled);
}).length"""


@pytest.fixture(scope="module")
def library() -> Library:
    """The records behind the real site."""
    everything, _ = load(PROJECT / "content")
    return everything.shown(drafts=False, demo=True)


# ---- the way ---------------------------------------------------------------------------------


def link(page: Page, name: str, address: str) -> Locator:
    """The links that a reader knows by `name` and that lead to `address`."""
    named = page.get_by_role("link", name=re.compile(name, re.IGNORECASE))
    return named.and_(page.locator(f'a[href$="{address}"]'))


def walk(visit: Visit, library: Library) -> list[str]:
    """Home, campaigns, a campaign, its agency, the role, a document: gives the addresses seen."""
    page = visit.go("index.html")
    seen = [page.url]

    def follow(name: str, address: str) -> None:
        visit.follow(link(page, name, address))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        seen.append(page.url)

    follow("chiến dịch", "chien-dich/index.html")
    follow("Cà Mau", CAMPAIGN.removeprefix("chien-dich/"))
    see_timeline_and_table_tell_the_same(page, library)
    follow("Sở Tư pháp tỉnh Cà Mau", AGENCY)
    see_all_tasks_by_time(page, library)
    follow("Sở Tư pháp", ROLE)
    see_at_least_three_provinces(page)
    follow("Sở Tư pháp tỉnh Lạng Sơn", OTHER_AGENCY)
    visit.follow(page.get_by_role("main").locator(DOCUMENT_LINK))
    expect(page.get_by_role("heading", name="Nguồn")).to_be_visible()
    return seen


def walk_back(visit: Visit, seen: list[str]) -> None:
    """Back step by step; the browser's own keys for it are not within a page's reach."""
    for address in reversed(seen):
        visit.page.go_back()
        assert visit.page.url == address


def test_a_reader_gets_from_need_to_document_by_keyboard_alone(
    open_visit: OpenVisit, base: Path | str, library: Library
) -> None:
    """Who has no mouse finds everything all the same, on a memory card and on the web."""
    visit = open_visit(base)

    seen = walk(visit, library)

    walk_back(visit, seen)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"java_script_enabled": False}, id="without script"),
        pytest.param({"viewport": {"width": 320, "height": 256}}, id="at 400 % zoom"),
    ],
)
def test_a_reader_without_script_or_much_enlarged_gets_there_too(
    open_visit: OpenVisit, real_site: Path, library: Library, options: dict[str, Any]
) -> None:
    """An old telephone, a careful browser and weak eyes must not shut anybody out."""
    visit = open_visit(real_site, **options)

    seen = walk(visit, library)

    walk_back(visit, seen)


# ---- what is seen on the way -----------------------------------------------------------------


def see_timeline_and_table_tell_the_same(page: Page, library: Library) -> None:
    """The drawing shows activities of the table, each with a bar; the table tells all of them."""
    campaign = library.find(Campaign, Path(CAMPAIGN).stem)
    assert campaign
    figure = page.get_by_role("main").locator("figure", has=page.locator("svg"))
    table = page.get_by_role("table").first.inner_text()
    titles = [activity.title for activity in campaign.activities]
    drawn = figure.inner_text()

    assert [title for title in titles if title not in table] == []
    assert len([title for title in titles if title in drawn]) >= 3
    assert visible_bars(figure) >= 3


def visible_bars(figure: Locator) -> int:
    """How many shapes of a drawing are painted and stretch over some time."""
    count: int = figure.locator("svg :is(rect, line, path)").evaluate_all(PAINTED)
    return count


@dataclass(frozen=True)
class Wanted:
    """A task that the agency's page has to list, and the day to sort it by."""

    address: str
    day: date


def see_all_tasks_by_time(page: Page, library: Library) -> None:
    """The agency's page lists what it leads, then what it joins, each by time, nothing left out."""
    agency = library.find(Agency, Path(AGENCY).stem)
    assert agency
    led, joined = (
        {wanted.address: wanted.day for wanted in wanted_of(library, agency, name)}
        for name in ("leads", "partners")
    )
    tables = [linked_tasks(table) for table in page.get_by_role("main").get_by_role("table").all()]

    assert [set(table) for table in tables] == [set(led), set(joined)]
    for table, days in zip(tables, (led, joined), strict=True):
        listed = [days[address] for address in table]
        assert listed == sorted(listed)


def wanted_of(library: Library, agency: Agency, name: str) -> Iterator[Wanted]:
    """The tasks that an agency leads or joins, looked for without the generator's own sorting."""
    for plan in library.published(Plan):
        for task in plan.all_tasks():
            if agency.id in [party.agency for party in getattr(task, name)]:
                yield Wanted(f"{table_address(plan)}#{task_anchor(task)}", day_of(task))


def day_of(task: Task) -> date:
    """The first known day of a task; one without days stands last."""
    time = task.time
    return (time and (time.first_day or time.last_day)) or date.max


def linked_tasks(table: Locator) -> list[str]:
    """The tasks that a table links to, in order, as addresses from the root of the site."""
    links = table.locator('a[href*="#nv-"]')
    found: list[str] = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return [address.removeprefix("../") for address in found]


def see_at_least_three_provinces(page: Page) -> None:
    """The page of a role gathers its agencies over the provinces."""
    rows = page.get_by_role("main").get_by_role("row").all_inner_texts()
    for province in ("Cà Mau", "Lai Châu", "Lạng Sơn"):
        assert [row for row in rows if f"Sở Tư pháp tỉnh {province}" in row], province
