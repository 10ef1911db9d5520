"""From home to the number for a commune: in three clicks, by its old name, and without script."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import OpenVisit, Visit

pytestmark = pytest.mark.browser

LIST = "dia-phuong/index.html"
PHONE = {"viewport": {"width": 360, "height": 740}}
WITHOUT_SCRIPT = {"java_script_enabled": False}


def main_link(page: Page, name: str) -> Locator:
    """The links of exactly this name in the page's own part."""
    return page.get_by_role("main").get_by_role("link", name=name, exact=True)


def number(page: Page) -> Locator:
    """The first number that a telephone would dial."""
    return page.get_by_role("main").locator('a[href^="tel:"]').first


def box(page: Page) -> Locator:
    """Where a name is typed."""
    return page.get_by_role("main").get_by_role("searchbox")


def results(page: Page) -> list[str]:
    """Each thing found, as it is read."""
    rows = page.locator("[data-found] > li")
    return [" ".join(text.split()) for text in rows.all_inner_texts()]


# ---- three clicks ------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [{}, PHONE, WITHOUT_SCRIPT], ids=["desk", "phone", "no script"])
def test_home_to_the_number_for_a_commune_takes_three_clicks(
    open_visit: OpenVisit, base: Path | str, options: dict[str, object]
) -> None:
    """Who is in trouble clicks: my province, my commune, call."""
    page = open_visit(base, **options).go("index.html")

    main_link(page, "Cà Mau").click()
    main_link(page, "Xã Tân Thuận").click()

    name = "Ở nơi tôi, gọi ai? – Xã Tân Thuận, tỉnh Cà Mau"
    expect(page).to_have_title(f"{name} – Phổ biến pháp luật")
    expect(number(page)).to_be_visible()
    assert (number(page).get_attribute("href") or "").removeprefix("tel:").isdigit()


def test_the_three_clicks_can_be_keys(open_visit: OpenVisit, base: Path | str) -> None:
    """Who has no mouse reaches the number all the same."""
    visit = open_visit(base)
    page = visit.go("index.html")

    visit.follow(main_link(page, "Cà Mau"))
    visit.follow(main_link(page, "Xã Tân Thuận"))

    visit.press_tab_until(number(page))


def test_the_number_stands_above_everything_else(open_visit: OpenVisit, real_site: Path) -> None:
    """On a small telephone the number is seen before anybody scrolls."""
    page = open_visit(real_site, **PHONE).go("dia-phuong/ca-mau-xa-tan-thuan.html")

    where = number(page).bounding_box()

    assert where
    assert where["y"] + where["height"] <= 740


# ---- by a name of before -----------------------------------------------------------------------


def search(visit: Visit, words: str) -> Page:
    """Type words into the filter, by keyboard."""
    page = visit.go(LIST)
    visit.press_tab_until(box(page))
    page.keyboard.type(words)
    return page


def test_an_old_name_of_a_divided_commune_gives_the_choice(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """Which part of the old commune somebody lives in, only they know."""
    visit = open_visit(base)

    page = search(visit, "ta an khuong")

    assert results(page)[:2] == [
        "Xã Tạ An Khương tỉnh Cà Mau",
        "Xã Tạ An Khương Tên cũ tỉnh Cà Mau đã chia về nhiều nơi. Chọn nơi bạn ở: "
        "Xã Đầm Dơi (phần còn lại) Xã Tạ An Khương (một phần)",
    ]
    expect(page.locator("[data-count]")).to_have_text("Tìm thấy 4.")
    visit.follow(main_link(page, "Xã Đầm Dơi").first)
    expect(number(page)).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Tân Đức", "Xã Tân Đức Tên cũ tỉnh Cà Mau nay thuộc: Xã Tân Thuận"),
        ("dam doi", "Xã Đầm Dơi tỉnh Cà Mau"),
        ("xa phien", "Xã Xà Phiên thành phố Cần Thơ"),
        ("XÃ TẮC VÂN", "Xã Tắc Vân Tên cũ tỉnh Cà Mau đã chia về nhiều nơi. Chọn nơi bạn ở: "),
        (
            "thuận hưng, cần thơ",
            "Xã Thuận Hưng Tên cũ thành phố Cần Thơ là tên của nhiều nơi trước đây. ",
        ),
        (
            "p8",
            "Phường 8 (thành phố Bạc Liêu) Tên cũ tỉnh Cà Mau nay thuộc: Phường Bạc Liêu",
        ),
        ("huyen loc binh", "Huyện Lộc Bình Tên cũ tỉnh Lạng Sơn không còn cấp này. Xem: "),
        ("soc trang", "Phường Sóc Trăng thành phố Cần Thơ"),
        ("phường 8 sóc trăng", "Phường 8 Tên cũ thành phố Cần Thơ nay thuộc: Phường Sóc Trăng"),
        ("mỹ xuyên, tỉnh Sóc Trăng", "Phường Mỹ Xuyên thành phố Cần Thơ"),
        ("xã vĩnh lợi bạc liêu", "Xã Vĩnh Lợi tỉnh Cà Mau"),
        ("long my hau gi", "Phường Long Mỹ thành phố Cần Thơ"),
        ("p8 tp bạc liêu tỉnh cà mau", "Phường 8 (thành phố Bạc Liêu) Tên cũ tỉnh Cà Mau "),
    ],
)
def test_names_are_found_as_people_type_them(
    open_visit: OpenVisit, real_site: Path, typed: str, first: str
) -> None:
    """Without marks, in capitals, with a province or district of any time behind: all lead on."""
    page = search(open_visit(real_site), typed)

    assert [row for row in results(page)[:2] if row.startswith(first)], results(page)[:3]


def test_a_name_that_nobody_knows_is_told(open_visit: OpenVisit, real_site: Path) -> None:
    """An empty list without a word would look like a fault of the page."""
    page = search(open_visit(real_site), "zzz")

    assert results(page) == []
    expect(page.locator("[data-count]")).to_contain_text("Không thấy tên này.")


def test_a_province_without_a_list_is_told(open_visit: OpenVisit, real_site: Path) -> None:
    """Who typed the right name of a commune in Lạng Sơn must not think it is misspelled."""
    page = search(open_visit(real_site), "mẫu sơn lạng sơn")

    assert results(page) == []
    expect(page.locator("[data-count]")).to_contain_text(
        "Chưa có danh sách xã, phường của tỉnh Lạng Sơn."
    )


@pytest.mark.parametrize(
    ("typed", "beginning", "first"),
    [
        ("cái đôi vàm phú tân", "cái đôi vàm", "Xã Cái Đôi Vàm tỉnh Cà Mau"),
        ("P8 $& zzz", "P8 $&", "Phường 8 (thành phố Bạc Liêu) "),
        ("Xã Phiên zzz", "Xã Phiên", "Xã Xà Phiên thành phố Cần Thơ"),
    ],
)
def test_where_all_words_find_nothing_their_beginning_does(
    open_visit: OpenVisit, real_site: Path, typed: str, beginning: str, first: str
) -> None:
    """A district of which no source tells costs nobody the commune typed in front of it."""
    page = search(open_visit(real_site), typed)

    assert results(page)[0].startswith(first)
    expect(page.locator("[data-count]")).to_contain_text(f"nên chỉ tìm “{beginning}”.")


@pytest.mark.parametrize("typed", ["phường zzz", "thành phố zzz", "lộc an khương"])
def test_no_beginning_is_a_mere_kind_or_the_middle_of_a_name(
    open_visit: OpenVisit, real_site: Path, typed: str
) -> None:
    """Hundreds of wards are no answer to a name that nobody knows."""
    page = search(open_visit(real_site), typed)

    assert not any("Tạ An Khương" in row or "Phường 1" in row for row in results(page))


@pytest.mark.parametrize("typed", ["hậu giang", "bac lieu"])
def test_what_may_stand_behind_a_name_is_no_answer_by_itself(
    open_visit: OpenVisit, real_site: Path, typed: str
) -> None:
    """A whole province of communes would bury the one that is called so."""
    page = search(open_visit(real_site), typed)

    assert 0 < len(results(page)) < 20


def test_enter_leads_to_the_first_result(open_visit: OpenVisit, real_site: Path) -> None:
    """Typing, Enter, Enter: the quickest hand needs no other key."""
    page = search(open_visit(real_site), "tan thuan")

    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    page.wait_for_url("**/ca-mau-xa-tan-thuan.html")


def test_clearing_the_box_clears_what_was_found(open_visit: OpenVisit, real_site: Path) -> None:
    """The next question begins with an empty page."""
    page = search(open_visit(real_site), "tan")
    assert len(results(page)) == 20

    box(page).fill("")

    assert results(page) == []
    expect(page.locator("[data-count]")).to_have_text("")


# ---- without script ----------------------------------------------------------------------------


def test_an_old_name_is_found_without_script(open_visit: OpenVisit, base: Path | str) -> None:
    """The filter is a help; the list of all old names is for everybody."""
    page = open_visit(base, **WITHOUT_SCRIPT).go(LIST)
    expect(page.locator("[data-places]")).to_be_hidden()

    page.get_by_role("main").get_by_role("link", name="Tỉnh Cà Mau").click()
    page.get_by_role("link", name="tên cũ nay thuộc nơi nào").click()
    row = page.locator(".former", has=page.get_by_text("Xã Tạ An Khương", exact=True)).first

    assert " ".join(row.inner_text().split()) == (
        "Xã Tạ An Khương Xã Đầm Dơi (phần còn lại), hoặc Xã Tạ An Khương (một phần)"
    )
    row.get_by_role("link", name="Xã Đầm Dơi").click()
    expect(number(page)).to_be_visible()


def test_the_page_of_a_commune_tells_where_the_other_half_went(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Who finds only a part of their old commune here is led to the rest."""
    page = open_visit(real_site).go("dia-phuong/ca-mau-xa-ta-an-khuong.html")

    part = page.get_by_role("listitem").filter(has_text="một phần xã Tạ An Khương")

    expect(part.get_by_role("link", name="Xã Đầm Dơi")).to_be_visible()


def test_a_place_of_the_same_name_is_told_before_any_number(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Who means the former Tân Ân must not call for the new one, which is another place."""
    page = open_visit(real_site, **PHONE).go("dia-phuong/ca-mau-xa-tan-an.html")

    warning = page.get_by_text("Cùng tên nhưng là nơi khác").bounding_box()
    first = number(page).bounding_box()

    assert warning
    assert first
    assert warning["y"] < first["y"]


def test_what_was_typed_is_there_on_the_way_back(open_visit: OpenVisit, base: Path | str) -> None:
    """Who took the wrong one of two names need not type again."""
    visit = open_visit(base)
    page = search(visit, "tan an")
    before = results(page)

    page.locator("[data-found] a").first.click()
    page.wait_for_url(lambda url: LIST not in url)
    page.go_back()

    expect(box(page)).to_have_value("tan an")
    expect(page.locator("[data-found] > li")).to_have_count(len(before))


def test_the_search_tells_the_old_name_that_led_there(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """Of a dozen former names the reader sees the one they asked for."""
    page = open_visit(real_site).go("tim-kiem.html?q=xa+tan+an")

    shown = page.locator("[data-found] > li", has_text="Xã Đất Mũi").first

    expect(shown).to_contain_text("Khớp với: xã Tân Ân")
