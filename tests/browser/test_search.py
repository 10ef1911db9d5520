"""Searching as people type: without marks, half a word, with a slip, from a disk or the web."""

import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.vietnamese.search_words import keys, sum_of, whole_numbers
from tests.browser.planting import LAW, LEAFLET, OFFICE, built, copies, order
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
    "a slip behind a short y": ("yeu cau tro giup phap lys", "Yêu cầu trợ giúp pháp lý"),
    "a number": ("84 kh ubnd", "84/KH-UBND: Triển khai thực hiện Đề án"),
    "a telephone": ("18001233", "1800.1233"),
    "what people say": ("chong danh vo", "Nạn nhân bạo lực gia đình"),
    "an abbreviation": ("TGPL mien phi", "trợ giúp pháp lý miễn phí"),
    "a ward of before": ("p8 ca mau", "Phường"),
}
TELEPHONE = "contacts: [{kind: phone, value: 0299.3629.900}]"
TELEPHONES = (
    *("0299 3 629900", "02993629900", "(0299) 3629 900", "0299-3629-900", "02.993.629.900"),
    *("+84 299 3629900", "84 2993629900", "+842993629900", "0084 299 3629 900"),
    *("+84 (0)299 3629900", "gọi 0299 3629 900", "phường 8 0299 3 629 900"),
)
HOTLINE = "contacts: [{kind: hotline, value: 1900.1256}]"
HOTLINES = ("19001256", "1900 1256", "1900 12 56", "190 012 56", "1900-1256 phường 8")
NO_TELEPHONES = {
    "84/KH-UBND": ["84", "kh"],
    "kế hoạch 84 năm 2026": ["ke", "hoach", "84", "nam", "2026"],
    "84 kh ubnd": ["84", "kh"],
    "02/2021/NĐ-CP": ["2", "2021", "nd", "cp"],
    "22/11/2026": ["22", "11", "2026"],
    "22.11.2026": ["22", "11", "2026"],
    "9 11 2026": ["9", "11", "2026"],
    "giai đoạn 2024 2030": ["giai", "doan", "2024", "2030"],
    "1800 9999": ["1800", "9999"],
}  # and the first words that are asked for
ASKED = """text => new Promise(then =>
    pbgdplFind(text, {}, found => then(found.question.map(one => one.key))))"""
TORN = "Một số tệp của phần tìm kiếm không mở được"
SIGNS = ["?", "🙏🏽", "--- …", "\u0301"]
HAS_FOCUS = "one => one === document.activeElement"
MODIFIERS = ("Shift", "Control", "Alt", "Meta")


def search(page: Page, text: str) -> list[str]:
    """The titles found for what is typed, when they stand there."""
    expect(page.locator("[data-with-script]")).to_be_visible()
    page.locator("#q").fill(text)
    page.locator("#q").press("Enter")
    expect(page.get_by_role("status")).not_to_have_text("")
    return page.locator("[data-found] > li > a").all_inner_texts()


def whose(telephone: str) -> list[str]:
    """The office that has a number, of the two that are planted."""
    return ["bb"] if telephone in HOTLINES else ["aa"]


def tear(site: Path, pattern: str, left: float = 0) -> None:
    """Take files of the search away, or leave a part of each, as of a copy that broke off."""
    torn = sorted((site / "tim-kiem").glob(pattern))
    assert torn
    for path in torn:
        text = path.read_text("utf-8")
        path.unlink()
        if left:
            path.write_text(text[: int(len(text) * left)], "utf-8")


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


def test_a_telephone_is_found_however_it_is_typed(open_visit: OpenVisit, small: Project) -> None:
    """Who was called by a number, or has it on paper, learns whose it is."""
    copies(small, OFFICE, aa=("Nhà tư vấn Sen", TELEPHONE), bb=("Nhà tư vấn Súng", HOTLINE))
    page = open_visit(built(small)).go(PAGE)

    first = {text: order(page, text, "aa", "bb") for text in (*TELEPHONES, *HOTLINES)}

    assert {text: found for text, found in first.items() if found != whose(text)} == {}


def test_a_telephone_is_found_however_it_is_written(open_visit: OpenVisit, small: Project) -> None:
    """Offices print their number with brackets or with the country in front."""
    telephones = {f"a{at}": one for at, one in enumerate(TELEPHONES[:9])}
    offices = {
        name: ("Nhà tư vấn Sen", TELEPHONE.replace("0299.3629.900", f'"{one}"'))
        for name, one in telephones.items()
        if not one.startswith(("84", "00"))
    }
    copies(small, OFFICE, **offices)
    page = open_visit(built(small)).go(PAGE)

    assert order(page, "0299 3629900", *offices) == [*offices]


def test_a_part_of_a_telephone_finds_it_too(open_visit: OpenVisit, small: Project) -> None:
    """Who has half a number on a torn note, or left out what is in front, is led on."""
    copies(small, OFFICE, aa=("Nhà tư vấn Sen", TELEPHONE))
    page = open_visit(built(small)).go(PAGE)

    assert order(page, "3629 900", "aa") == order(page, "0299 3629", "aa") == ["aa"]


def test_numbers_of_documents_and_dates_are_no_telephones(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Put together, the parts of a number would be found nowhere."""
    page = open_visit(real_site).go(PAGE)

    asked = {text: page.evaluate(ASKED, text) for text in NO_TELEPHONES}

    begun = {text: found[: len(NO_TELEPHONES[text])] for text, found in asked.items()}
    assert begun == NO_TELEPHONES


def test_words_of_every_script_count(open_visit: OpenVisit, small: Project) -> None:
    """A leaflet in Khmer is found by its readers, and a file by a part of its name."""
    copies(
        small,
        LEAFLET,
        aa=("ខ្មែរ កម្ពុជា", ""),
        bb=("ƀư ƀan", ""),
        cc=("Tệp mau_don_sen.doc", ""),
        dd=("Hộp trắng", ""),
    )
    page = open_visit(built(small)).go(PAGE)

    assert order(page, "ខ្មែរ កម្ពុជា trắng", "aa", "dd")[:1] == ["aa"]
    assert order(page, "ƀư ƀan trắng", "bb", "dd")[:1] == ["bb"]
    assert order(page, "mau don sen trắng", "cc", "dd")[:1] == ["cc"]


def test_two_things_may_be_said_in_other_words(open_visit: OpenVisit, real_site: Path) -> None:
    """Whoever is old and calls himself a cripple is answered as both."""
    page = open_visit(real_site).go(PAGE)
    told = "Đã tìm cả theo “người cao tuổi”, “người khuyết tật”."

    titles = search(page, "người già tàn tật")

    assert {"Người cao tuổi", "Người khuyết tật"} <= {one.split(" có ")[0] for one in titles[:3]}
    expect(page.get_by_role("status")).to_contain_text(told)


def test_words_that_only_the_page_tells_are_told(open_visit: OpenVisit, small: Project) -> None:
    """A result that shows none of the words seems a mistake, until it says why it is there."""
    page = open_visit(built(small)).go(PAGE)
    leaflet = page.locator("[data-found] > li").filter(has_text="Tờ gấp: hỏi ai?")

    search(page, "Trưởng bản")
    expect(leaflet).to_contain_text("Trong trang có: Trưởng, bản")
    search(page, "hỏi trưởng bản")

    expect(leaflet).to_be_visible()
    expect(leaflet).not_to_contain_text("Trong trang có")


def test_a_short_title_is_a_topic_as_well(open_visit: OpenVisit, small: Project) -> None:
    """Who types three words that one page is called by is shown who else tells of them."""
    copies(small, LAW, aa=("Khâu buồm cói", ""))
    copies(small, OFFICE, bb=("Nhà bên sông", "services: [khâu buồm cói]"))
    page = open_visit(built(small)).go(PAGE)

    assert order(page, "khâu buồm cói", "aa", "bb") == ["aa", "bb"]


@pytest.mark.parametrize("left", [0, 0.5], ids=["gone", "broken off"])
@pytest.mark.parametrize("pattern", ["muc-luc.js", "chu-*.js", "tai-lieu-*.js"])
def test_a_torn_copy_says_so(
    open_visit: OpenVisit, small: Project, pattern: str, left: float
) -> None:
    """Whose stick was pulled out too early must not believe that there is nothing."""
    tear(built(small), pattern, left)
    visit = open_visit(small.site)
    page = visit.go(PAGE)

    search(page, "chuyện bà Lý")

    expect(page.get_by_role("status")).to_contain_text(TORN)
    expect(page.get_by_role("status")).not_to_contain_text("Không tìm thấy")
    assert not [one for one in visit.faults if "TypeError" in one]
    visit.faults.clear()  # that files are missing is what this is about


def test_what_a_torn_copy_still_has_is_found(open_visit: OpenVisit, small: Project) -> None:
    """Half an answer helps, as long as it does not look like the whole."""
    tear(built(small), "tai-lieu-*.js")
    visit = open_visit(small.site)

    titles = search(page := visit.go(PAGE), "hỏi luật giúp đỡ pháp lý")

    assert titles
    expect(page.get_by_role("status")).to_contain_text("trang phù hợp nhất")
    expect(page.get_by_role("status")).to_contain_text(TORN)
    visit.faults.clear()


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


def test_arrows_scroll_where_nothing_is_walked_through(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Who reads down the page is not thrown into its results."""
    page = open_visit(real_site).go(f"{PAGE}?q=nguoi+khuyet+tat")
    expect(page.locator("[data-found] > li > a").first).to_be_visible()

    for key in ("ArrowDown", "ArrowUp", "Escape"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body"), key


@pytest.mark.parametrize("key", ["ArrowDown", "ArrowUp", "Escape"])
def test_keys_with_others_held_belong_to_the_browser(
    open_visit: OpenVisit, real_site: Path, key: str
) -> None:
    """Marking text and going back are done with arrows too."""
    page = open_visit(real_site).go(f"{PAGE}?q=nguoi+khuyet+tat")
    first = page.locator("[data-found] > li > a").first
    first.focus()

    for held in MODIFIERS:
        page.keyboard.press(f"{held}+{key}")
        assert first.evaluate(HAS_FOCUS), held


def test_after_enter_arrows_still_lead_to_results(open_visit: OpenVisit, real_site: Path) -> None:
    """Whoever has just asked need not look for the keys that lead on."""
    page = open_visit(real_site).go(PAGE)

    search(page, "nguoi khuyet tat")
    page.keyboard.press("ArrowDown")

    expect(page.locator("[data-found] > li > a").first).to_be_focused()


def test_more_results_are_told_as_they_are_shown(open_visit: OpenVisit, real_site: Path) -> None:
    """A blind reader hears that the list has grown, and whether it goes on."""
    page = open_visit(real_site).go(f"{PAGE}?q=tro+giup+phap+ly")
    results = page.locator("[data-found] > li")
    more = page.get_by_role("button", name="Xem thêm")
    expect(page.get_by_role("status")).to_contain_text("10 trang phù hợp nhất, bên dưới còn nữa.")

    more.click()

    expect(results.nth(10).get_by_role("link")).to_be_focused()
    while more.is_visible():
        expect(page.get_by_role("status")).to_contain_text(
            f"{results.count()} trang phù hợp nhất, "
        )
        more.click()
    expect(page.get_by_role("status")).to_contain_text(f"{results.count()} trang phù hợp nhất.")


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
    expect(about.filter(has_not_text="Cà Mau")).to_have_count(0)

    told = about.all_inner_texts()
    assert all("Nơi giúp" in one and "Cà Mau" in one for one in told)
    page.go_back()
    expect(page.get_by_role("combobox", name="Ở")).to_have_value("")


def test_back_leads_to_what_was_asked_before(open_visit: OpenVisit, real_site: Path) -> None:
    """One step back is one question back, however many keys it took."""
    page = open_visit(real_site).go(PAGE)
    box, results = page.locator("#q"), page.locator("[data-found] > li > a")
    first = {}
    for asked in ("hòa giải", "khuyết tật"):
        box.fill("")
        box.press_sequentially(asked, delay=40)
        page.wait_for_timeout(300)  # the pause after which what is typed is looked for
        box.press("Enter")
        expect(results.first).to_be_visible()
        first[asked] = results.first.inner_text()

    page.go_back()

    expect(box).to_have_value("hòa giải")
    expect(results.first).to_have_text(first["hòa giải"])
    page.go_forward()
    expect(box).to_have_value("khuyết tật")


@pytest.mark.parametrize(
    ("typed", "as_ward"),
    [
        ("nhà cấp 4", False),
        ("nghỉ phép 12 ngày", False),
        ("P8", True),
        ("ở p.8 thì", True),
    ],
)
def test_a_letter_before_a_number_is_a_ward_only_by_itself(
    open_visit: OpenVisit, real_site: Path, typed: str, as_ward: bool
) -> None:
    """ "P8" is phường 8, but "nhà cấp 4" has no ward in it, with its marks either."""
    page = open_visit(real_site).go(PAGE)

    asked = page.evaluate(ASKED, typed)

    assert ("phuong" in asked) is as_ward
    assert [one for one in asked if one.endswith("phuong") and one != "phuong"] == []


def test_marks_that_were_typed_are_not_put_in_other_words(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """ "bảo hành" is a warranty: nobody who asks for that is led to violence at home."""
    page = open_visit(real_site).go(f"{PAGE}?q=bạo+hành")
    status = page.get_by_role("status")
    expect(status).to_contain_text("bạo lực gia đình")

    page.goto(page.url.partition("?")[0] + "?q=bao+hanh")
    expect(status).to_contain_text("bạo lực gia đình")
    page.goto(page.url.partition("?")[0] + "?q=bảo+hành")
    expect(status).not_to_be_empty()
    expect(status).not_to_contain_text("bạo lực gia đình")


def test_a_subject_is_no_name(open_visit: OpenVisit, real_site: Path) -> None:
    """Whoever types what the whole site is about is not shown ten leaflets and nothing else."""
    page = open_visit(real_site).go(f"{PAGE}?q=trợ+giúp+pháp+lý")
    kinds = page.locator(".found__about span:not(.mark):first-of-type")
    expect(kinds.first).to_be_visible()

    assert len(set(page.locator(".found__about").all_inner_texts())) > 1


def test_results_tell_what_holds_no_longer(open_visit: OpenVisit, small: Project) -> None:
    """A law that was repealed must not be taken for the one that holds."""
    site = built(small)
    page = open_visit(site).go(f"{PAGE}?q=giúp+đỡ+pháp+lý+2006")

    result = page.locator("[data-found] > li").filter(has_text="Hết hiệu lực")
    expect(result.first).to_be_visible()


def test_what_is_found_is_spoken_and_marked(open_visit: OpenVisit, real_site: Path) -> None:
    """A blind reader hears how many; a seeing one sees why."""
    page = open_visit(real_site).go(f"{PAGE}?q=khuyet+tat")

    expect(page.get_by_role("status")).to_contain_text("trang phù hợp nhất")
    marked = page.locator("[data-found] mark").all_inner_texts()
    assert {key for one in marked for key in keys(one)} == {"khuyet", "tat"}


def test_what_was_put_in_other_words_is_marked_with_its_marks(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Who types an abbreviation sees it marked, and what it stands for, but no word like it."""
    page = open_visit(real_site).go(f"{PAGE}?q=UBND")

    expect(page.locator("[data-found] mark").first).to_have_text("Ủy ban nhân dân")
    marked = " ".join(page.locator("[data-found] mark").all_inner_texts())
    assert set(re.split(r"[\W]+", marked.lower())) == {"ubnd", "ủy", "ban", "nhân", "dân"}


def test_who_finds_nothing_is_told_whom_to_call(open_visit: OpenVisit, real_site: Path) -> None:
    """An empty page helps nobody."""
    page = open_visit(real_site).go(f"{PAGE}?q=qwrtzp")

    expect(page.get_by_role("status")).to_contain_text("Không tìm thấy trang nào.")
    expect(page.locator("[data-none]").get_by_role("link", name="1800.1233")).to_be_visible()


@pytest.mark.parametrize("text", SIGNS)
def test_who_types_no_word_is_told_what_to_do(
    open_visit: OpenVisit, real_site: Path, text: str
) -> None:
    """A praying hand is a question too, from whoever cannot write it."""
    page = open_visit(real_site).go(PAGE)

    assert search(page, text) == []

    expect(page.get_by_role("status")).to_have_text("Không tìm thấy trang nào.")
    expect(page.locator("[data-none]").get_by_role("link", name="1800.1233")).to_be_visible()


@pytest.mark.parametrize("name", ["constructor", "__proto__"])
def test_words_that_scripts_know_are_words_like_others(
    open_visit: OpenVisit, real_site: Path, name: str
) -> None:
    """Beside such a word all others must still count."""
    page = open_visit(real_site).go(PAGE)

    titles = search(page, f"{name} bao luc gia dinh")

    assert titles[0] == "Nạn nhân bạo lực gia đình"
    expect(page.get_by_role("status")).to_contain_text("Không trang nào có chữ “")


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

    expect(page.get_by_role("status")).to_have_text("")
    page.locator("#q").evaluate("(box, text) => { box.value = text; }", text)
    page.locator("#q").press("Enter")

    expect(page.get_by_role("status")).not_to_have_text("")  # it was asked
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

    expect(page.get_by_text("Trình duyệt này đang tắt JavaScript")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Thủ tục hành chính").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("hủ tục")


def test_the_script_reads_words_as_the_index_does(open_visit: OpenVisit, real_site: Path) -> None:
    """Were they read differently, pages would be there and never found."""
    page = open_visit(real_site).go(PAGE)
    texts = [path.read_text("utf-8") for path in sorted(real_site.glob("*/*.html"))[::20]]
    texts += [*TELEPHONES, "22.11.2026 1) 2 (3) 4", "842993629900 1842993629900"]
    texts += ["Uỷ ban Ủy ban UỶ BAN", "lý lí 007 0 00", "Đđ ÀÁ ｆｕｌｌ ខ្មែរ ≠ İ ß ﬁ"]

    read = page.evaluate(
        "texts => texts.map(text => { var those = pbgdplFind.keysOf(text);"
        " return [those, pbgdplFind.sumOf(those.join(' ')), pbgdplFind.wholeNumbers(text)]; })",
        texts,
    )

    for text, (those, total, numbers) in zip(texts, read, strict=True):
        assert those == keys(text)
        assert numbers == [*whole_numbers(text)]
        assert total == sum_of(" ".join(those))
