"""Searching as people type: without marks, half a word, with a slip, from a disk or the web."""

import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.vietnamese.search_words import keys, sum_of
from tests.browser.visits import OpenVisit
from tests.conftest import Project

pytestmark = pytest.mark.browser

PAGE = "tim-kiem.html"
PHONE = {"viewport": {"width": 360, "height": 740}}
FINDER = "Tôi có được trợ giúp pháp lý miễn phí không?"
TYPED = {
    "with marks": ("cấp lại thẻ cộng tác viên", "Cấp lại thẻ cộng tác viên trợ giúp pháp lý"),
    "without marks": ("cap lai the cong tac vien", "Cấp lại thẻ cộng tác viên trợ giúp pháp lý"),
    "half a word": ("sở tư pháp cà m", "Sở Tư pháp tỉnh Cà Mau"),
    "a slip of a key": ("nguoi cao tuooi", "Người cao tuổi"),
    "a number": ("84 kh ubnd", "84/KH-UBND: Triển khai thực hiện Đề án"),
    "a telephone": ("18001233", "1800.1233"),
    "what people say": ("chong danh vo", "Nạn nhân bạo lực gia đình"),
    "an abbreviation": ("TGPL mien phi", "trợ giúp pháp lý miễn phí"),
    "a ward of before": ("p8 ca mau", "Phường"),
}
LEAFLET = "materials/to-gap-hoi-ai.yml"
OFFICE = "organisations/chi-nhanh-so-1.yml"
FOUND = """text => new Promise(then =>
    pbgdplFind(text, {}, found => then(found.records.map(one => one.address))))"""


def copies(project: Project, source: str, **texts: tuple[str, str]) -> None:
    """A record beside `source` for each id: its title, and a line more or instead of the same."""
    said = (project.content / source).read_text("utf-8")
    for name, (title, line) in texts.items():
        field = line.partition(":")[0]
        lines = [
            f"id: {name}" if one.startswith("id:") else one
            for one in said.splitlines()
            if not one.startswith((f"{field}:", "title:", "name:", "code:"))
        ]
        called = "title" if "\ntitle:" in said else "name"
        text = "\n".join((*lines[:2], f"{called}: {title}", line, *lines[2:], ""))
        (project.content / source).with_stem(name).write_text(text, "utf-8")


def order(page: Page, text: str, *names: str) -> list[str]:
    """These records in the order in which they are found."""
    found: list[str] = page.evaluate(FOUND, text)
    those = (one.rpartition("/")[2].removesuffix(".html") for one in found)
    return [one for one in those if one in names]


def built(project: Project) -> Path:
    """The site, built now."""
    run = project.call("build", "--quiet")
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site


def search(page: Page, text: str) -> list[str]:
    """The titles found for what is typed, when they stand there."""
    expect(page.locator("[data-with-script]")).to_be_visible()
    page.locator("#q").fill(text)
    page.locator("#q").press("Enter")
    expect(page.get_by_role("status")).not_to_have_text("")
    return page.locator("[data-found] > li > a").all_inner_texts()


@pytest.mark.parametrize("name", TYPED)
def test_people_find_what_they_type(open_visit: OpenVisit, real_site: Path, name: str) -> None:
    """Whoever needs help on a cheap telephone is led to the right page, however they type."""
    typed, title = TYPED[name]
    page = open_visit(real_site, **PHONE).go(PAGE)

    titles = search(page, typed)

    assert any(title in one for one in titles[:3]), titles


def test_marks_beside_their_letters_find_the_same(open_visit: OpenVisit, base: Path | str) -> None:
    """A telephone that takes letters and marks apart is answered like every other."""
    text = "trợ giúp pháp lý ở Lộc Bình"

    composed, apart = (
        search(open_visit(base).go(PAGE), unicodedata.normalize(form, text))  # no list of before
        for form in ("NFC", "NFD")
    )

    assert composed
    assert composed == apart


def test_the_marks_that_were_typed_come_first(open_visit: OpenVisit, small: Project) -> None:
    """Who types marks tells two words apart; who types none is shown both."""
    copies(small, LEAFLET, aa=("Một cái bàn tre", ""), bb=("Một người bạn tre", ""))
    page = open_visit(built(small)).go(PAGE)

    assert order(page, "bàn tre", "aa", "bb") == ["aa", "bb"]
    assert order(page, "bạn tre", "aa", "bb") == ["bb", "aa"]
    assert len(order(page, "ban tre", "aa", "bb")) == 2


def test_the_place_that_was_named_comes_first(open_visit: OpenVisit, small: Project) -> None:
    """Help in the next commune is nearer than help that only speaks of it."""
    told = "services: [phục vụ cả xã Bến Đò tỉnh Hồng Sơn]"
    copies(small, OFFICE, aa=("Nhà tư vấn Sen", told), bb=("Nhà tư vấn Sen", ""))
    small.change(
        "organisations/bb.yml", "    area: hong-son-phuong-8", "    area: hong-son-xa-ben-do"
    )
    page = open_visit(built(small)).go(PAGE)

    assert order(page, "nhà tư vấn bến đò", "aa", "bb") == ["bb", "aa"]


def test_of_two_alike_the_newer_comes_first(open_visit: OpenVisit, small: Project) -> None:
    """What somebody looked over lately is more likely to be true."""
    titles = ("Xin cấp giấy tre", "reviewed_on: 2026-02-20"), ("Xin cấp giấy tre", "")
    copies(small, LEAFLET, aa=titles[0], bb=titles[1])
    page = open_visit(built(small)).go(PAGE)

    assert order(page, "giay tre", "aa", "bb") == ["bb", "aa"]


def test_demonstrations_come_last(open_visit: OpenVisit, small: Project) -> None:
    """Nobody calls a number that was made up while a true one stands below."""
    made_up = ("Mượn ghe tre mới", "demo: true")
    copies(small, LEAFLET, aa=made_up, bb=("Mượn ghe tre ở bến đò bên kia", ""))
    page = open_visit(built(small)).go(PAGE)

    assert order(page, "mượn ghe tre", "aa", "bb") == ["bb", "aa"]


def test_the_box_on_every_page_leads_to_results(open_visit: OpenVisit, base: Path | str) -> None:
    """The key / and three words, and the answer has an address that can be shared."""
    page = open_visit(base).go("van-ban/index.html")

    page.keyboard.press("/")
    page.keyboard.type("bao luc gia dinh")
    page.keyboard.press("Enter")

    expect(page.locator("[data-found] > li > a").first).to_have_text("Nạn nhân bạo lực gia đình")
    assert page.url.endswith("tim-kiem.html?q=bao+luc+gia+dinh")


def test_results_are_walked_through_with_arrows(open_visit: OpenVisit, base: Path | str) -> None:
    """Who has no mouse goes down to a result, back to the box, and in."""
    page = open_visit(base).go(f"{PAGE}?q=nguoi+khuyet+tat")
    first = page.locator("[data-found] > li > a").first
    expect(first).to_be_visible()

    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("khuyết tật")


def test_a_kind_and_a_place_narrow_what_is_found(open_visit: OpenVisit, real_site: Path) -> None:
    """Who looks for an office in Cà Mau is shown offices in Cà Mau, and back leads back."""
    visit = open_visit(real_site)
    page = visit.go(f"{PAGE}?q=tro+giup+phap+ly")
    about = page.locator(".found__about")
    expect(about.first).to_be_visible()

    page.get_by_role("combobox", name="Loại").select_option("to-chuc")
    expect(page).to_have_url(f"{visit.base}{PAGE}?q=tro%20giup%20phap%20ly&loai=to-chuc")
    page.get_by_role("combobox", name="Ở").select_option("ca-mau")
    expect(about.first).to_contain_text("Cà Mau")

    told = about.all_inner_texts()
    assert all("Nơi giúp" in one and "Cà Mau" in one for one in told)
    page.go_back()
    expect(page.get_by_role("combobox", name="Ở")).to_have_value("")


def test_what_is_found_is_spoken_and_marked(open_visit: OpenVisit, real_site: Path) -> None:
    """A blind reader hears how many; a seeing one sees why."""
    page = open_visit(real_site).go(f"{PAGE}?q=khai+sinh")

    expect(page.get_by_role("status")).to_contain_text("trang hợp nhất")
    marked = page.locator("[data-found] mark").all_inner_texts()
    assert {key for one in marked for key in keys(one)} <= {"khai", "sinh"}


def test_who_finds_nothing_is_told_whom_to_call(open_visit: OpenVisit, real_site: Path) -> None:
    """An empty page helps nobody."""
    page = open_visit(real_site).go(f"{PAGE}?q=qwrtzp")

    expect(page.get_by_role("status")).to_contain_text("Không tìm thấy trang nào.")
    expect(page.locator("[data-none]").get_by_role("link", name="1800.1233")).to_be_visible()


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=document.title='x'>",
        "(.*)+[a-z]{9}\\",
        "trợ giúp " * 1500,
        "🙏🏽 👨‍👩‍👧 \u202egnurt \u0000",
        "__proto__ constructor hasOwnProperty",
        "%%%&q=&q",
    ],
    ids=["tag", "pattern", "long", "pictures", "names of the language", "address"],
)
def test_hostile_words_are_only_words(open_visit: OpenVisit, real_site: Path, text: str) -> None:
    """Nothing that is typed, or sent as a link, runs or breaks the page."""
    page = open_visit(real_site).go(PAGE)

    page.locator("#q").evaluate("(box, text) => { box.value = text; }", text)
    page.locator("#q").press("Enter")

    expect(page).to_have_title("Tìm kiếm – Phổ biến pháp luật")
    page.locator("#q").fill("bao luc gia dinh")
    page.locator("#q").press("Enter")
    expect(page.locator("[data-found] > li > a").first).to_have_text("Nạn nhân bạo lực gia đình")


def test_hostile_records_are_found_as_text(open_visit: OpenVisit, hostile_site: Path) -> None:
    """A title that tries to be a picture is shown as it is written."""
    page = open_visit(hostile_site).go(PAGE)

    titles = search(page, "document title")

    assert titles
    assert all("<script>" in one for one in titles)
    assert page.locator("[data-found] img, [data-found] script").count() == 0


def test_what_was_asked_stays_here_and_can_be_forgotten(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """Who asks about violence leaves no trace that one touch does not take away."""
    page = open_visit(base).go(f"{PAGE}?q=bao+luc+gia+dinh")
    page.locator("[data-found] > li > a").first.click()
    page.wait_for_load_state()
    page.go_back()
    page.locator("#q").fill("")

    asked = page.locator("[data-last]")
    expect(asked.get_by_role("link")).to_have_text("bao luc gia dinh")
    asked.get_by_role("button").click()

    expect(asked).to_be_hidden()
    assert page.evaluate("localStorage.getItem('pbgdpl-tim')") == "[]"


def test_without_script_every_list_is_one_step_away(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """A machine that runs no script still leads on."""
    page = open_visit(base, java_script_enabled=False).go(PAGE)

    expect(page.get_by_text("Máy này không chạy được mã")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Thủ tục hành chính").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("hủ tục")


def test_the_script_reads_words_as_the_index_does(open_visit: OpenVisit, real_site: Path) -> None:
    """Were they read differently, pages would be there and never found."""
    page = open_visit(real_site).go(PAGE)
    texts = [path.read_text("utf-8") for path in sorted(real_site.glob("*/*.html"))[::20]]
    texts += ["Uỷ ban Ủy ban UỶ BAN", "lý lí 007 0 00", "Đđ ÀÁ ｆｕｌｌ ខ្មែរ ≠ İ ß ﬁ"]

    read = page.evaluate(
        "texts => texts.map(text => { var those = pbgdplFind.keysOf(text);"
        " return [those, pbgdplFind.sumOf(those.join(' '))]; })",
        texts,
    )

    for text, (those, total) in zip(texts, read, strict=True):
        assert those == keys(text)
        assert total == sum_of(" ".join(those))
