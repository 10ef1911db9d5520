"""Choosing in a list: by one thing without a script, by several at once with it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser

LIST = "to-chuc/index.html"
PHONE = {"viewport": {"width": 360, "height": 740}}
RESULT = "[data-narrowed]"
LINKS = f"{RESULT} li > a"


def choose(page: Page, facet: str, value: str) -> None:
    """A value of a facet, as a reader picks it."""
    page.locator(f'[data-narrow] select[name="{facet}"]').select_option(value)


def offered(page: Page, facet: str) -> dict[str, int]:
    """The values of a facet that can still be chosen, with the counts beside them."""
    options = page.locator(f'select[name="{facet}"] option:enabled').all_inner_texts()
    told = (re.fullmatch(r"(.+) \((\d+)\)", one) for one in options)
    return {one[1]: int(one[2]) for one in told if one}


def rows_told(page: Page) -> int:
    """How many rows the page says it has found."""
    expect(page.locator(f"{RESULT} [role=status]")).to_have_text(re.compile(r"\d+ mục"))
    return int(page.locator(f"{RESULT} [role=status]").inner_text().split()[0])


def test_choices_combine_and_tell_what_they_leave(open_visit: OpenVisit, base: Path | str) -> None:
    """Whoever wants a mediation team sees those, and how many each choice would leave."""
    page = open_visit(base).go(LIST)

    choose(page, "tinh", "can-tho")
    in_province = rows_told(page)
    counts = offered(page, "loai")
    choose(page, "loai", "to-hoa-giai")

    assert sum(counts.values()) == in_province
    assert rows_told(page) == counts["Tổ hòa giải ở cơ sở"] < in_province
    assert all("Tổ hòa giải" in one for one in page.locator(LINKS).all_inner_texts())
    assert page.locator(f"{RESULT} .call").count() == 0  # made up, so nobody is to dial them
    expect(page.locator("#theo-tinh")).to_be_hidden()


def test_the_address_keeps_the_choices_and_back_undoes_them(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """A narrowed list can be sent to a neighbour, and a wrong choice is undone by one key."""
    visit = open_visit(base)
    page = visit.go(LIST)
    choose(page, "tinh", "can-tho")
    everything = rows_told(page)
    choose(page, "loai", "to-hoa-giai")
    narrowed = page.locator(LINKS).all_inner_texts()
    shared = page.url

    page.go_back()

    assert rows_told(page) == everything
    page.go_back()
    expect(page.locator("#theo-tinh")).to_be_visible()
    page.goto(shared)
    expect(page.locator(LINKS)).to_have_count(len(narrowed))
    assert page.locator(LINKS).all_inner_texts() == narrowed


def test_what_is_left_of_a_list_is_no_sheet_of_it(open_visit: OpenVisit, real_site: Path) -> None:
    """Who reads "1/2" above the six that are left looks in vain for the second half."""
    page = open_visit(real_site).go("van-ban/index.html")
    expect(page.locator("h1")).to_have_text(re.compile(r" \(1/\d\)$"))

    choose(page, "loai", "luat")
    rows_told(page)

    expect(page.locator("h1")).not_to_contain_text("/")
    page.get_by_role("button", name="Bỏ lọc").click()
    expect(page.locator("h1")).to_have_text(re.compile(r" \(1/\d\)$"))


def test_a_province_is_read_only_when_it_is_chosen(open_visit: OpenVisit, real_site: Path) -> None:
    """A weak machine on a slow stick reads the province that is asked for, and no other."""
    visit = open_visit(real_site)
    read: list[str] = []

    def note(request: Request) -> None:
        if "/loc/" in request.url:
            read.append(request.url.rpartition("/")[2])

    visit.page.on("request", note)
    page = visit.go(LIST)
    assert read == []

    choose(page, "tinh", "can-tho")
    rows_told(page)

    assert read == ["can-tho.js"]


def lengthen(route: Route) -> None:
    """The same page with a filter that says to have very many of each."""
    page = route.fetch()
    route.fulfill(response=page, body=re.sub(r'data-count="\d', r'data-count="9999', page.text()))


def test_a_long_list_asks_for_the_province_first(open_visit: OpenVisit, served_site: str) -> None:
    """A nation's rows are never opened together: who chooses only a kind is asked where."""
    visit = open_visit(served_site)
    visit.page.route("**/to-chuc/index.html", lengthen)
    page = visit.go(LIST)

    choose(page, "loai", "to-hoa-giai")

    expect(page.locator(f"{RESULT} [role=status]")).to_contain_text("hãy chọn thêm tỉnh")
    assert page.locator(LINKS).count() == 0


def test_a_province_that_is_taken_back_leaves_no_count_behind(
    open_visit: OpenVisit, served_site: str
) -> None:
    """Numbers beside choices are those of what is shown, or of the whole, never of before."""
    visit = open_visit(served_site)
    visit.page.route("**/to-chuc/index.html", lengthen)
    page = visit.go(LIST)
    choose(page, "loai", "to-hoa-giai")
    whole = offered(page, "linh-vuc")

    choose(page, "tinh", "can-tho")
    assert rows_told(page) > 0
    assert offered(page, "linh-vuc") != whole
    choose(page, "tinh", "")

    expect(page.locator(f"{RESULT} [role=status]")).to_contain_text("hãy chọn thêm tỉnh")
    assert offered(page, "linh-vuc") == whole


def test_provinces_tell_how_many_they_have_of_what_was_chosen(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Whoever looks for a mediation team sees in which provinces there is one."""
    page = open_visit(real_site).go(LIST)

    choose(page, "loai", "to-hoa-giai")

    total = rows_told(page)
    counts = offered(page, "tinh")
    assert sum(counts.values()) == total
    choose(page, "tinh", "can-tho")
    assert rows_told(page) == counts["Thành phố Cần Thơ"] < total


def test_a_file_that_is_missing_is_said_to_be(open_visit: OpenVisit, served_site: str) -> None:
    """A torn copy must not tell people that nobody helps in their province."""
    visit = open_visit(served_site)
    visit.page.route("**/loc/can-tho.js", lambda route: route.abort())
    page = visit.go(LIST)

    choose(page, "tinh", "can-tho")

    expect(page.locator(f"{RESULT} [role=status]")).to_contain_text("Không mở được tệp")
    visit.page.unroute("**/loc/can-tho.js")
    choose(page, "loai", "to-hoa-giai")
    assert rows_told(page) > 0
    visit.faults.clear()  # the file that was missing is one


def test_narrowed_rows_say_how_they_stand(open_visit: OpenVisit, real_site: Path) -> None:
    """A call that is closed looks closed in every list, and no two days look alike."""
    page = open_visit(real_site).go("thong-bao-lua-chon/index.html")

    choose(page, "tinh", "ca-mau")
    expect(page.locator(f"{RESULT} li")).to_contain_text("Đang nhận hồ sơ")
    expect(page.locator(f"{RESULT} li")).to_contain_text("hạn nộp 11/12/2026")
    choose(page, "tinh", "can-tho")
    expect(page.locator(f"{RESULT} li")).to_contain_text("Đã hết hạn")


def test_fifty_rows_stand_on_a_page_and_more_on_request(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """No list is longer than a weak machine can show; what follows is a key away, and in focus."""
    page = open_visit(real_site).go("co-quan/index.html")
    row = '["mau-" + n, "Mẫu " + n, "", "", "", "", "", "tinh", "so"]'
    page.evaluate(f'pbgdplList("can-tho", [...Array(120)].map((_, n) => {row}))')

    choose(page, "tinh", "can-tho")

    expect(page.locator(LINKS)).to_have_count(50)
    page.get_by_role("button", name="Xem thêm").press("Enter")
    expect(page.locator(LINKS)).to_have_count(100)
    expect(page.locator(LINKS).nth(50)).to_be_focused()


def test_the_keyboard_alone_narrows_a_list(open_visit: OpenVisit, real_site: Path) -> None:
    """Who has no mouse opens the filter, chooses, and walks on to the first row."""
    visit = open_visit(real_site, **PHONE)
    page = visit.go("van-ban/index.html")

    visit.press_tab_until(page.locator("#loc"))
    page.keyboard.press("Enter")
    visit.press_tab_until(page.locator("select[name=loai]"))
    page.keyboard.press("ArrowDown")
    assert rows_told(page) > 0
    visit.press_tab_until(page.locator(LINKS).first)
    visit.press_tab_until(page.locator(LINKS).nth(1))


def test_choices_can_all_be_taken_back(open_visit: OpenVisit, real_site: Path) -> None:
    """One button leads back to the whole list."""
    page = open_visit(real_site).go("van-ban/index.html?loai=luat&nam=2017")
    assert rows_told(page) == 1

    page.get_by_role("button", name="Bỏ lọc").click()

    expect(page.locator(RESULT)).to_be_hidden()
    expect(page.get_by_role("heading", name="Luật", exact=True)).to_be_visible()
    assert "?" not in page.url


def test_a_list_of_one_value_leads_to_further_choices(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """Who began with the laws goes on to those of one year without choosing laws again."""
    page = open_visit(base).go("van-ban/loai--luat.html")

    page.get_by_role("link", name="Xem cả danh sách và lọc thêm").click()
    choose(page, "nam", "2017")

    expect(page.locator(LINKS)).to_have_text(["11/2017/QH14: Trợ giúp pháp lý"])


def test_without_a_script_every_page_is_found_by_its_letter(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """An old machine that runs no script leads to a commune and to a leaflet all the same."""
    page = open_visit(base, java_script_enabled=False).go("tim-kiem.html")

    page.get_by_role("link", name="tra từ A đến Z").click()
    page.locator("#noi + ul").get_by_role("link", name="T", exact=True).click()
    page.get_by_role("link", name="Xã Tân Ân").click()

    expect(page.locator("h1")).to_contain_text("Tân Ân")
    page.get_by_role("link", name="Từ A đến Z").click()
    page.get_by_role("link", name="Xem các chủ đề").click()
    page.locator("li", has_text="Hòa giải ở cơ sở").get_by_role("link", name="tài liệu").click()
    expect(page.locator("h1")).to_have_text("Tài liệu: Hòa giải ở cơ sở")


def test_hostile_titles_are_shown_as_text(open_visit: OpenVisit, hostile_site: Path) -> None:
    """A title that would be a script, from a file that somebody sent, is read and never run."""
    visit = open_visit(hostile_site)
    shown: dict[str, str] = {}
    for section in ("van-ban", "tai-lieu", "co-quan", "to-chuc", "thu-tuc", "ke-hoach"):
        page = visit.go(f"{section}/index.html")
        if page.locator("[data-narrow]").count():  # two alike are not told apart
            page.locator("[data-narrow] select").first.select_option(index=1)
            assert rows_told(page) > 0
            assert page.locator(f"{RESULT} script, {RESULT} img").count() == 0
            shown[section] = page.locator(RESULT).inner_text()
    assert {"van-ban", "co-quan", "to-chuc"} <= shown.keys()
    assert all("<img" in text for text in shown.values())
