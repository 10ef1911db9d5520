"""Whom to call: the way to a number, what the clock says, and what remains on paper."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from benchmarks.browser import served
from tests.browser.projects import build
from tests.browser.test_everyone_can_read import (
    DESK,
    PHONE,
    SIDEWAYS,
    violations_at_desk_and_on_phone,
)
from tests.browser.visits import OpenVisit
from tests.conftest import SITES, make_project

pytestmark = pytest.mark.browser

HERE = "Asia/Ho_Chi_Minh"
FULL = "to-chuc/trung-tam-mau-lai-chau.html"  # T2-T6 07:30-11:30, 13:30-17:00
SHORT = "to-chuc/van-phong-luat-su-mau-ninh-kieu.html"
SUSPENDED = "to-chuc/chi-nhanh-mau-u-minh.html"
CENTRE = "to-chuc/trung-tam-hong-son.html"  # of the small site: not for demonstration
WEEKLY = "to-chuc/to-thu-nam.html"  # T5 08:00-11:00
WALL = "to-chuc/van-phong-that.html"
REAL = "to-chuc/trung-tam-tro-giup-phap-ly-nha-nuoc-tinh-ca-mau.html"
LISTS = ["to-chuc/index.html", "to-chuc/tinh--ca-mau.html", "to-chuc/linh-vuc--hinh-su.html"]
COMMUNE = "dia-phuong/ca-mau-xa-tan-thuan.html"
ENDED = "to-chuc/tinh-trang--da-dung.html"
SHEET = rb"/Type\s*/Page\b"
MANY = 120
OFFICE = """group: contracted
authorisation: {document: Hợp đồng số 3, first_day: 2026-03-01, last_day: 2027-02-28}
forms: [litigation, advice, representation]
fields: [Hình sự, Dân sự, Hôn nhân và gia đình, Lao động và việc làm]
audiences: [Người thuộc hộ nghèo, Trẻ em, Người bị bạo lực gia đình]
languages: [vi, en]
locations:
  - address: Số 77, đường Bờ Sông
    hours: [{days: T2-T6, from: "07:30", to: "11:30"}, {days: T7, from: "07:30", to: "11:00"}]
contacts: [{kind: phone, value: 0200 000 0021}, {kind: web, value: van-phong.example}]
serves: [hong-son]
verified_on: 2026-11-22
"""
RECORD = """id: {id}
status: published
demo: true
name: {name}
{more}
sources: [{{title: Danh sách thử, compared_on: 2026-11-22}}]
reviewed_on: 2026-11-22
review_due: 2027-11-22
"""


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_number_is_two_clicks_from_the_first_page(
    open_visit: OpenVisit, long_base: Path | str, script: bool
) -> None:
    """Who is in trouble must not search: directory, province, and the number stands there."""
    page = open_visit(long_base, java_script_enabled=script).go("index.html")

    page.locator("nav a[href$='to-chuc/index.html']").first.click()
    page.get_by_role("main").get_by_role("link", name="Tỉnh Hồng Sơn").click()

    row = page.locator(".office", has_text="Trung tâm giúp đỡ pháp lý").first
    expect(row.locator(".call")).to_have_attribute("href", "tel:02000000011")
    expect(row.locator(".call")).to_have_text("0200 000 0011")


def test_an_office_is_called_saved_and_scanned_from_its_page(
    open_visit: OpenVisit, long_base: Path | str
) -> None:
    """Whatever a reader has at hand, a telephone or only its camera, the number gets into it."""
    page = open_visit(long_base, viewport=DESK).go(CENTRE)

    calls = page.locator(".reach .call")
    code = page.locator(".reach__code img")
    assert [one.get_attribute("href") for one in calls.all()] == ["tel:02000000011"]
    expect(code).to_have_attribute("alt", "Mã QR để gọi số 0200 000 0011")
    assert code.evaluate("one => one.complete && one.naturalWidth > 0")
    expect(page.locator("a[href$='.vcf']")).to_have_attribute("download", "")


@pytest.mark.parametrize("address", [FULL, SHORT, SUSPENDED, *LISTS])
def test_nothing_made_up_is_called_saved_or_scanned(
    open_visit: OpenVisit, base: Path | str, address: str
) -> None:
    """A frightened reader's thumb is faster than the notice above: digits are there to be read."""
    page = open_visit(base, viewport=DESK).go(address)

    ways = "a[href^='tel:0'], a[href^='mailto:'], a[href^='geo:'], a[href$='.vcf'], .reach__code"
    assert page.get_by_role("main").locator(ways).count() == 0


def test_a_card_is_downloaded_as_a_card(open_visit: OpenVisit, long_site: Path) -> None:
    """The telephone's address book takes what it gets: a card, with its number."""
    with served(long_site) as address:
        page = open_visit(address).go(CENTRE)
        with page.expect_download() as started:
            page.locator("a[href$='.vcf']").click()
        started.value.path()

    told = Path(started.value.path()).read_bytes().decode()
    assert told.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert "TEL;TYPE=WORK,VOICE:02000000011\r\n" in told


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("2026-11-23 07:29", "đang đóng cửa, mở lại lúc 07:30 hôm nay."),
        ("2026-11-23 07:30", "đang mở, tới 11:30."),
        ("2026-11-23 11:30", "đang đóng cửa, mở lại lúc 13:30 hôm nay."),
        ("2026-11-25 16:59", "đang mở, tới 17:00."),
        ("2026-11-25 17:00", "đang đóng cửa, mở lại lúc 07:30 ngày mai."),
        ("2026-11-27 20:00", "đang đóng cửa, mở lại lúc 07:30 Thứ Hai."),
        ("2026-11-29 23:59", "đang đóng cửa, mở lại lúc 07:30 ngày mai."),
    ],
)
def test_the_page_says_by_the_readers_clock_whether_anybody_is_there(
    open_visit: OpenVisit, real_site: Path, clock: str, said: str
) -> None:
    """Nobody takes a boat to a closed door; and the words never claim more than the clock knows."""
    page = at(open_visit, real_site, clock)

    told = page.locator(".now").inner_text()

    assert " ".join(told.split()) == (
        f"Theo giờ tiếp người dân đã đăng và đồng hồ của máy này: {said} Ngày lễ có thể nghỉ."
    )


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("2026-11-26 07:59", "08:00 hôm nay"),
        ("2026-11-26 11:00", "08:00 Thứ Năm tuần sau"),
        ("2026-11-27 08:00", "08:00 Thứ Năm"),
    ],
)
def test_an_office_open_one_day_a_week_tells_which_week(
    open_visit: OpenVisit, long_site: Path, clock: str, said: str
) -> None:
    """On a Thursday noon, "opens on Thursday" reads as if somebody were coming back today."""
    page = at(open_visit, long_site, clock, WEEKLY)

    expect(page.locator("[data-shut]")).to_have_text(f"đang đóng cửa, mở lại lúc {said}.")


def at(open_visit: OpenVisit, site: Path, clock: str, address: str = FULL) -> Page:
    """The page of an office, opened when the reader's clock shows this."""
    visit = open_visit(site, timezone_id=HERE)
    visit.page.clock.set_fixed_time(datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo(HERE)))
    return visit.go(address)


def test_without_script_the_hours_are_told_and_nothing_is_claimed(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """A page that was printed or kept in a browser without script must not say "open"."""
    page = open_visit(base, java_script_enabled=False).go(FULL)

    expect(page.get_by_role("table", name="Giờ tiếp người dân")).to_contain_text("13:30 – 17:00")
    expect(page.locator(".now")).to_be_hidden()


def test_who_cannot_be_asked_is_not_called(open_visit: OpenVisit, base: Path | str) -> None:
    """A suspended office says so first, with reason and decision, and names others instead."""
    page = open_visit(base).go(SUSPENDED)

    notice = page.locator(".notice--stopped")
    expect(notice).to_contain_text("Đang tạm ngừng từ ngày 05/10/2026")
    expect(notice).to_contain_text("Nhà làm việc bị ngập, đang sửa")
    expect(notice).to_contain_text("Thông báo số 20/TB-MAU")
    assert (
        page.locator("a[href='tel:02900000012'], a[href$='.vcf'], .reach__code, .now").count() == 0
    )
    expect(page.locator(".reach .call").first).to_have_text("0290 000 0001")


def test_a_real_office_without_a_number_leads_to_the_national_line(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Where no source has a number none is invented, and nobody is left without one."""
    page = open_visit(real_site).go(REAL)

    expect(page.locator(".reach")).to_contain_text("không ghi số điện thoại")
    calls = page.locator(".call").all()
    assert [one.get_attribute("href") for one in calls] == ["tel:18001233"]
    assert page.locator(".mark--demo").count() == 0


def test_paper_for_the_wall_is_one_sheet(open_visit: OpenVisit, long_site: Path) -> None:
    """Name, number, address, hours and code hang on one sheet; what only a screen knows is gone."""
    page = open_visit(long_site).go(WALL)
    printed = page.pdf(format="A4", prefer_css_page_size=True)

    page.emulate_media(media="print")

    assert len(re.findall(SHEET, printed)) == 1
    for seen in ("h1", ".call", ".place__address", ".hours", ".reach__code img"):
        expect(page.locator(seen).first).to_be_visible()
    for gone in (".now", ".reach__card"):
        expect(page.locator(gone)).to_be_hidden()


def test_nothing_made_up_is_printed_with_a_commune(open_visit: OpenVisit, real_site: Path) -> None:
    """A sheet on a wall is read without the page around it; and two sheets are all that hang."""
    page = open_visit(real_site).go(COMMUNE)
    printed = page.pdf(format="A4", prefer_css_page_size=True)

    expect(page.locator(".callees__demo")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".callees__demo")).to_be_hidden()
    assert len(re.findall(SHEET, printed)) <= 2


@pytest.mark.parametrize("address", [*LISTS, ENDED, FULL, SUSPENDED, REAL])
def test_directory_pages_serve_every_reader(
    open_visit: OpenVisit, real_site: Path, address: str
) -> None:
    """Who needs help most often reads with weak eyes, by ear, or on the smallest telephone."""
    page = open_visit(real_site, viewport=DESK).go(address)

    assert violations_at_desk_and_on_phone(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate(SIDEWAYS) <= 0


# ---- a long list -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with a hundred and twenty offices in two communes of one more province."""
    root = make_project(tmp_path_factory.mktemp("long"), SITES / "small" / "content").root
    write(root, "areas", "bac", "Bắc", "kind: province")
    write(root, "areas", "bac-xa-an", "An", "kind: commune\nprovince: bac")
    write(root, "areas", "bac-xa-yen", "Yên", "kind: commune\nprovince: bac")
    hours = 'locations: [{address: Số 1, hours: [{days: T5, from: "08:00", to: "11:00"}]}]'
    weekly = f"group: mediation_team\nverified_on: 2026-11-22\n{hours}"
    write(root, "organisations", "to-thu-nam", "Tổ hòa giải thứ Năm", weekly)
    real = write(root, "organisations", "van-phong-that", "Văn phòng luật sư", OFFICE)
    real.write_text(real.read_text("utf-8").replace("demo: true", "demo: false"), "utf-8")
    for number in range(MANY):
        commune = "bac-xa-an" if number < MANY - 5 else "bac-xa-yen"
        places = f"locations: [{{address: Số {number}, area: {commune}}}]"
        phone = f"contacts: [{{kind: phone, value: 0290 000 {number:04}}}]"
        more = f"group: mediation_team\nverified_on: 2026-11-22\n{places}\n{phone}"
        write(root, "organisations", f"to-{number:03}", f"Tổ hòa giải số {number:03}", more)
    return build(root, root / "site")


def write(root: Path, folder: str, id: str, name: str, more: str) -> Path:
    """One record of the long site."""
    path = root / "content" / folder / f"{id}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(RECORD.format(id=id, name=name, more=more), encoding="utf-8")
    return path


@pytest.fixture(params=["from disk", "from the web"])
def long_base(request: pytest.FixtureRequest, long_site: Path) -> Iterator[Path | str]:
    """Where the long site begins, both ways in which people read it."""
    if request.param == "from disk":
        yield long_site
    else:
        with served(long_site) as address:
            yield address


def test_a_long_list_is_turned_over_without_script(
    open_visit: OpenVisit, long_base: Path | str
) -> None:
    """An old telephone shows fifty at a time, and every office stands on some sheet."""
    page = open_visit(long_base, java_script_enabled=False).go("to-chuc/tinh--bac.html")
    names: list[str] = []

    while True:
        names += page.locator(".office__name a").all_inner_texts()
        onward = page.get_by_role("link", name="Trang sau")
        if not onward.count():
            break
        onward.click()

    assert names == [f"Tổ hòa giải số {number:03}" for number in range(MANY)]


def test_a_commune_far_behind_is_one_click_away(
    open_visit: OpenVisit, long_base: Path | str
) -> None:
    """The first sheet names every commune, and each name leads to its own offices."""
    page = open_visit(long_base, java_script_enabled=False).go("to-chuc/tinh--bac.html")

    page.get_by_role("navigation").get_by_role("link", name="Xã Yên").click()

    assert page.url.endswith("to-chuc/tinh--bac--3.html#bac-xa-yen")
    expect(page.locator("section", has_text="Xã Yên").locator(".office")).to_have_count(5)
