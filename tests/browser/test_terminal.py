"""The terminal: a large screen in a commune's office, touched by whoever comes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.visits import OpenVisit, Visit

pytestmark = pytest.mark.browser

DOOR = "man-hinh.html"
COMMUNE = "ca-mau-phuong-tan-thanh"
START = f"man-hinh--{COMMUNE}.html"
LEADS_TO = "all => all.map(one => one.getAttribute('href') || '')"
PROCEDURE = f"thu-tuc/yeu-cau-tro-giup-phap-ly.html?man-hinh={COMMUNE}"
SEARCH = f"tim-kiem.html?man-hinh={COMMUNE}"
HOTLINE = "1800.1233"
SCREENS = {
    "wide": ViewportSize(width=1366, height=768),
    "usual": ViewportSize(width=1280, height=800),
    "old": ViewportSize(width=1024, height=768),
    "upright": ViewportSize(width=768, height=1366),
}
ASKS, LEAVES = 220, 240  # seconds without a touch
TALL, LARGE = 88, 28  # pixels, for a finger and for eyes an arm's length away
REFUSE_STORAGE = """for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {get() { throw new Error('refused'); }});
}"""
TOO_LOW = """least => [...document.querySelectorAll('.touch, .bar__key, .keys__key, .key')]
    .map(one => [one.textContent.trim(), one.getBoundingClientRect().height])
    .filter(([_, height]) => height > 0 && height < least - .5)"""
TOO_SMALL = """least => [...document.querySelectorAll('body *')].filter(one =>
    one.getClientRects().length && !one.matches('.mark') &&
    [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
    parseFloat(getComputedStyle(one).fontSize) < least
).map(one => one.outerHTML.slice(0, 80))"""
BEYOND = """() => {
    const page = document.scrollingElement;
    return [page.scrollHeight - innerHeight, page.scrollWidth - innerWidth];
}"""
PLAYS = """() => {
    const sound = document.body.appendChild(document.createElement('audio'));
    Object.defineProperty(sound, 'paused', {value: false});
}"""


def touch(page: Page, name: str) -> None:
    """Open a link or press a key of the screen, by the words on it."""
    page.get_by_role("link", name=name).or_(page.get_by_role("button", name=name)).first.click()


def choose(visit: Visit) -> Page:
    """Set the screen up as an officer does."""
    page = visit.go(DOOR)
    touch(page, "Tỉnh Cà Mau")
    touch(page, "Phường Tân Thành")
    expect(page.get_by_role("heading", level=1, name="Phường Tân Thành")).to_be_visible()
    return page


def waits(page: Page, seconds: float) -> None:
    """Let nobody touch the screen for some time; the clock of the page is already in our hands."""
    page.clock.run_for(int(seconds * 1000))


def opened(visit: Visit, address: str) -> Page:
    """A page of the terminal whose clock the test moves."""
    visit.page.clock.install()
    page = visit.go(address)
    expect(page.locator(".bar")).to_be_visible()
    return page


# ---- setting up --------------------------------------------------------------------------------


def test_the_commune_is_chosen_once(open_visit: OpenVisit, base: Path | str) -> None:
    """Whoever switches the machine on in the morning chooses nothing again."""
    visit = open_visit(base)
    page = choose(visit)

    visit.go("index.html")
    visit.go(DOOR)

    page.wait_for_url(f"**/{START}")
    touch(page, "Ở đây gọi ai?")
    expect(page.get_by_role("heading", level=1, name="Ở đây gọi ai?")).to_be_visible()
    expect(page.locator(".callees--hotline .call")).to_have_text(HOTLINE)


def test_the_commune_may_be_changed_and_the_terminal_left(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """A machine moves to another office, or goes back to be a machine like others."""
    visit = open_visit(real_site)
    page = choose(visit)

    touch(page, "Đổi nơi đặt máy")
    touch(page, "Thành phố Cần Thơ")
    touch(page, "Phường An Bình")
    page.wait_for_url("**/man-hinh--can-tho-phuong-an-binh.html")
    touch(page, "Đổi nơi đặt máy")
    touch(page, "Ra khỏi màn hình lớn")

    page.wait_for_url("**/index.html")
    assert page.evaluate("() => localStorage.length") == 0
    assert page.locator(".bar").count() == 0
    visit.go(DOOR)
    expect(page.get_by_role("link", name="Tỉnh Cà Mau")).to_be_visible()


def test_nobody_needs_the_memory_of_the_browser(open_visit: OpenVisit, real_site: Path) -> None:
    """Offices lock their machines down; the address of the start screen does as well."""
    visit = open_visit(real_site)
    visit.page.context.add_init_script(REFUSE_STORAGE)

    page = choose(visit)

    assert page.url.endswith(START)
    touch(page, "Làm thủ tục, mang giấy gì?")
    touch(page, "Yêu cầu trợ giúp pháp lý")
    touch(page, "Trang đầu")
    page.wait_for_url(f"**/{START}")


def test_links_lead_the_same_way_without_script(open_visit: OpenVisit, real_site: Path) -> None:
    """Where scripts are forbidden the screen is still large, and leads to the number."""
    page = choose(open_visit(real_site, java_script_enabled=False))

    touch(page, "Ở đây gọi ai?")

    expect(page.locator(".callees--hotline .call")).to_be_visible()
    touch(page, "Trang đầu")
    touch(page, "Làm thủ tục, mang giấy gì?")
    touch(page, "Yêu cầu trợ giúp pháp lý")
    expect(page.get_by_role("heading", name="Cần mang gì")).to_be_visible()


def test_a_commune_that_is_no_more_is_chosen_again(open_visit: OpenVisit, real_site: Path) -> None:
    """After a new copy of the site the screen must not stand before a page that is missing."""
    visit = open_visit(real_site)
    choose(visit)
    visit.page.evaluate("() => localStorage.setItem('pbgdpl-man-hinh', 'ca-mau-xa-khong-con')")

    page = visit.go(DOOR)

    expect(page.get_by_text("Nơi đã chọn trước đây không có trong bản này.")).to_be_visible()
    assert page.url.endswith(DOOR)


# ---- what is seen ------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", SCREENS)
def test_the_start_screen_is_seen_whole(
    open_visit: OpenVisit, real_site: Path, screen: str
) -> None:
    """Who does not know that a screen can be pushed finds every tile all the same."""
    page = open_visit(real_site, viewport=SCREENS[screen]).go(START)
    expect(page.locator("[data-clock]:visible")).to_be_visible()

    assert page.evaluate(BEYOND) == [0, 0]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    "address",
    [DOOR, "man-hinh--ca-mau.html", START, f"{START}#goi-ai", "man-hinh--ca-mau--loa.html"],
)
def test_letters_and_tiles_are_large(
    open_visit: OpenVisit, real_site: Path, screen: str, address: str
) -> None:
    """Old eyes read it standing, and a thumb does not miss."""
    page = open_visit(real_site, viewport=SCREENS[screen]).go(address)

    assert page.evaluate(TOO_LOW, TALL) == []
    assert page.evaluate(TOO_SMALL, LARGE) == []
    assert page.get_by_text(HOTLINE).last.is_visible()


@pytest.mark.parametrize("screen", SCREENS)
def test_pages_opened_from_the_terminal_fit_it(
    open_visit: OpenVisit, real_site: Path, screen: str
) -> None:
    """Letters half as large again must not push anything beyond the edge."""
    visit = open_visit(real_site, viewport=SCREENS[screen])
    lists = ["thu-tuc/index.html", "chien-dich/index.html", "tai-lieu/index.html", "a-z.html"]
    places = ["dia-phuong/index.html", f"dia-phuong/{COMMUNE}.html", "dia-phuong/ca-mau.html"]
    pages = [
        "chien-dich/ca-mau-tro-giup-phap-ly-gan-dan.html",
        "tim-dien/tro-giup-phap-ly-mien-phi.html",
        "to-chuc/trung-tam-mau-ca-mau.html",
        "tai-lieu/thong-bao-ngay-phap-luat.html",
    ]
    beyond = {}

    for address in (*lists, *places, *pages):
        page = visit.go(f"{address}?man-hinh={COMMUNE}")
        expect(page.locator("body > .bar")).to_be_visible()
        beyond[address] = page.evaluate(BEYOND)[1]

    assert {address: one for address, one in beyond.items() if one > 0} == {}


def test_it_tells_the_day_and_the_hour(open_visit: OpenVisit, real_site: Path) -> None:
    """People look at it for the date; a machine that has lost it says so."""
    visit = open_visit(real_site, timezone_id="Asia/Ho_Chi_Minh")
    told = []

    for now in ("2027-01-03T00:05:00Z", "2009-01-01T00:00:00Z"):
        visit.page.clock.set_fixed_time(now)
        visit.go(START)
        told.append(visit.page.locator("[data-clock]:visible").text_content())

    assert told == [
        "Chủ nhật, ngày 3 tháng 1 năm 2027 · 07:05",
        "Ngày giờ của máy này chưa đúng",
    ]
    expect(visit.page.get_by_text("Bản dữ liệu ngày 24/11/2026.")).to_be_visible()


# ---- pages opened from it ----------------------------------------------------------------------


def test_a_bulletin_tells_nothing_of_keys_and_paper(open_visit: OpenVisit, real_site: Path) -> None:
    """A screen to touch has neither; the way to read it aloud stays."""
    visit = open_visit(real_site)

    page = visit.go(f"ban-tin/duong-day-nong-tro-giup-phap-ly.html?man-hinh={COMMUNE}")
    expect(page.get_by_role("link", name="In ra giấy A5")).to_be_hidden()
    page.get_by_role("link", name="Mở để đọc trên loa").click()

    expect(page.get_by_role("button", name="Chạy chữ")).to_be_visible()
    expect(page.locator(".say__keys")).to_be_hidden()
    expect(page.get_by_role("link", name="In ra giấy A5")).to_be_hidden()


def test_other_readers_get_nothing_of_it(open_visit: OpenVisit, real_site: Path) -> None:
    """Whoever reads at home pays neither for the bar nor for its script."""
    visit = open_visit(real_site)
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))

    page = visit.go(PROCEDURE.partition("?")[0])

    assert [url for url in asked if "terminal" in url or "man-hinh" in url] == []
    assert page.locator(".bar").count() == 0


@pytest.mark.parametrize("file", ["assets/javascripts/terminal.js", "man-hinh/loi.js"])
def test_a_torn_copy_has_the_pages_of_other_readers(
    open_visit: OpenVisit, real_site: Path, file: str
) -> None:
    """A page without the bar and without its own head would be a trap."""
    visit = open_visit(real_site)
    visit.page.route(f"**/{file}", lambda route: route.abort())

    page = visit.go(PROCEDURE)

    expect(page.locator("html")).not_to_have_class(re.compile("terminal"))
    expect(page.get_by_role("navigation", name="Mục chính")).to_be_visible()
    there = page.locator("a").evaluate_all(LEADS_TO)
    assert any(file in fault for fault in visit.faults)
    visit.faults.clear()
    usual = visit.go(PROCEDURE.partition("?")[0]).locator("a").evaluate_all(LEADS_TO)
    assert there == usual
    assert [one for one in usual if one.startswith("tel:")]


@pytest.mark.parametrize("given", ["", "../x", "%3Cimg%3E"])
def test_no_terminal_is_none(open_visit: OpenVisit, real_site: Path, given: str) -> None:
    """An address that somebody mangled takes nothing from a page."""
    visit = open_visit(real_site)
    address = PROCEDURE.partition("?")[0]
    usual = visit.go(address).locator("a").evaluate_all(LEADS_TO)

    page = visit.go(f"{address}?man-hinh={given}")

    assert page.locator("a").evaluate_all(LEADS_TO) == usual
    assert page.locator("body > .bar").count() == 0


def test_the_terminal_goes_along_with_every_link(open_visit: OpenVisit, real_site: Path) -> None:
    """However far somebody wanders, the way back stays where it was."""
    page = open_visit(real_site).go(PROCEDURE)

    page.locator("main a[href*='dien-duoc-tro-giup']").first.click()
    page.locator("main a[href*='dien-duoc-tro-giup/'], main .entitled a").first.click()
    expect(page.locator("body > .bar")).to_be_visible()
    touch(page, "Quay về")
    touch(page, "Quay về")

    page.wait_for_url(f"**/{PROCEDURE}")
    expect(page.locator("body > .bar")).to_be_visible()
    touch(page, "Trang đầu")
    page.wait_for_url(f"**/{START}")


def test_nothing_leads_out_of_the_terminal(open_visit: OpenVisit, real_site: Path) -> None:
    """A link that dials, downloads or needs a network would leave people before a dead screen."""
    visit = open_visit(real_site)
    outward = []

    for address in (
        "to-chuc/trung-tam-mau-ca-mau.html",
        f"dia-phuong/{COMMUNE}.html",
        "du-lieu.html",
    ):
        page = visit.go(f"{address}?man-hinh={COMMUNE}")
        expect(page.locator("body > .bar")).to_be_visible()
        links = page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
        outward += [one for one in links if ".html" not in one or not one.startswith("file:")]

    assert outward == []
    visit.go(f"dia-phuong/{COMMUNE}.html?man-hinh={COMMUNE}")
    expect(visit.page.get_by_text(HOTLINE).last).to_be_visible()


def test_somebody_types_by_touch_alone(open_visit: OpenVisit, real_site: Path) -> None:
    """A screen on a wall has no keys; and what is found opens within the terminal."""
    page = open_visit(real_site, viewport=SCREENS["old"]).go(SEARCH)
    asked = f"**?q=bao%20luc&man-hinh={COMMUNE}"

    touch(page, "Bàn phím trên màn hình")
    for key in ("b", "a", "o", "Cách", "l", "u", "x", "Xóa", "c"):
        page.get_by_role("button", name=key, exact=True).click()

    assert page.evaluate(TOO_LOW, TALL) == []
    expect(page.get_by_role("searchbox")).to_have_value("bao luc")
    page.wait_for_url(asked)  # till then what is shown answers "bao lu"
    page.locator("[data-found] > li > a").first.click()
    page.wait_for_url(f"**?man-hinh={COMMUNE}")
    touch(page, "Quay về")
    page.wait_for_url(asked)
    expect(page.locator("body > .bar")).to_be_visible()


def test_the_next_one_sees_nothing_of_the_last(open_visit: OpenVisit, real_site: Path) -> None:
    """What somebody looked for, and which papers they have, is nobody else's business."""
    visit = open_visit(real_site)
    page = visit.go(PROCEDURE)
    expect(page.locator("body > .bar")).to_be_visible()

    page.get_by_role("checkbox").first.check()
    assert page.evaluate("() => localStorage.length") == 1
    visit.go(START)

    assert page.evaluate("() => localStorage.length") == 0


# ---- when nobody is there ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", [PROCEDURE, SEARCH, f"{START}#goi-ai", f"{DOOR}?man-hinh={COMMUNE}#chon"]
)
def test_it_asks_and_then_returns_to_its_start(
    open_visit: OpenVisit, real_site: Path, address: str
) -> None:
    """Who comes next finds the screen as it should be, whatever the last one left on it."""
    page = opened(open_visit(real_site), address)

    waits(page, ASKS - 5)
    assert page.get_by_role("alertdialog").count() == 0
    waits(page, 6)
    expect(page.get_by_role("alertdialog")).to_be_visible()
    expect(page.get_by_role("button", name="Tôi vẫn đang xem")).to_be_focused()
    waits(page, LEAVES - ASKS + 1)

    page.wait_for_url(f"**/{START}")


@pytest.mark.parametrize("how", ["touch", "key"])
def test_whoever_is_still_reading_stays(open_visit: OpenVisit, real_site: Path, how: str) -> None:
    """Slow readers decide themselves; and the touch that says so does nothing else."""
    page = opened(open_visit(real_site), PROCEDURE)
    link = page.locator("main a[href]:visible").first
    link.focus()
    waits(page, ASKS + 2)

    if how == "touch":
        touch(page, "Tôi vẫn đang xem")
    else:
        page.keyboard.press("Enter")
    waits(page, ASKS - 10)

    assert page.get_by_role("alertdialog").count() == 0
    assert link.evaluate("one => one === document.activeElement")
    assert page.url.endswith(PROCEDURE)


def test_who_listens_is_not_interrupted(open_visit: OpenVisit, real_site: Path) -> None:
    """A recording of ten minutes is heard to its end without a touch."""
    page = opened(open_visit(real_site), PROCEDURE)
    page.evaluate(PLAYS)

    waits(page, 3 * LEAVES)

    assert page.get_by_role("alertdialog").count() == 0
    assert page.url.endswith(PROCEDURE)


def test_the_start_screen_asks_nothing(open_visit: OpenVisit, real_site: Path) -> None:
    """Through the night it just stands there."""
    page = opened(open_visit(real_site), START)

    waits(page, 3 * LEAVES)

    assert page.get_by_role("alertdialog").count() == 0
