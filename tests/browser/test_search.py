"""Searching as people type: without marks, half a word, with a slip, from a disk or the web."""

import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.vietnamese.search_words import keys, sum_of
from tests.browser.visits import OpenVisit

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
    page = open_visit(base).go(PAGE)
    text = "trợ giúp pháp lý ở Lộc Bình"

    composed = search(page, text)
    page.reload()
    apart = search(page, unicodedata.normalize("NFD", text))

    assert composed == apart


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
