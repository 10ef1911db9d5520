"""The finder as people meet it: by script the same answers as the rules, without it a list."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route

from generator.eligibility import entitled, near, to_be_asked
from tests.browser.test_everyone_can_read import DESK, PHONE, SIDEWAYS, violations
from tests.browser.visits import OpenVisit, Visit
from tests.test_eligibility import NEAR, ROWS, Answers, finder, groups

pytestmark = pytest.mark.browser

FINDER = "tim-dien/tro-giup-phap-ly-mien-phi.html"
RANDOM_ROWS = 60
ANSWER = """async answers => {
    for (const input of document.querySelectorAll('[data-finder] input'))
        input.checked = (answers[input.name] || []).includes(input.value);
    document.querySelector('[data-show]').click();
    while (document.querySelector('[data-result]').hidden)
        await new Promise(later => setTimeout(later, 5));
}"""
VALUES = "inputs => inputs.map(input => input.value)"
SHOWN = """() => {
    const seen = [...document.querySelectorAll('[data-outcome]')].filter(one => one.offsetParent);
    const names = where => [...document.querySelectorAll('[data-result] ' + where)]
        .filter(one => !one.closest('[hidden]'))
        .map(one => one.getAttribute('href').replace(/.*\\/|\\.html$/g, '')).sort();
    return {
        outcomes: seen.map(one => one.dataset.outcome),
        cards: names('.entitled h3 a'),
        others: names('[data-others] a'),
    };
}"""


def told(page: Page, answers: Answers) -> dict[str, list[str]]:
    """What the page shows for these answers: its outcome, the groups of its cards, the others.

    The page has the groups by what is asked of them, the rules by clause; so both are sorted here.
    """
    page.evaluate(ANSWER, {f"cau-{name}": sorted(those) for name, those in answers.items()})
    shown: dict[str, list[str]] = page.evaluate(SHOWN)
    return shown


def by_the_rules(answers: Answers) -> dict[str, list[str]]:
    """What the page is to show, by the rules."""
    sure = [one.id for one in entitled(finder(), groups(), answers)]
    maybe = to_be_asked(finder(), groups(), answers)
    close = [one.id for one in near(finder(), groups(), answers)]
    far = [one.id for one in maybe if one.id not in close]
    if not any(answers.values()):
        return {"outcomes": ["empty"], "cards": [], "others": []}
    if sure:
        return {"outcomes": ["yes"], "cards": sorted(sure), "others": sorted(close)}
    outcome = "open" if maybe else "none"
    return {"outcomes": [outcome], "cards": sorted(close), "others": sorted(far)}


def anybody(chance: random.Random) -> Answers:
    """Answers that somebody might give, leaving out what they like."""
    answers = {}
    for question in finder().questions:
        ids = [answer.id for answer in question.answers]
        most = 3 if question.several else 1
        chosen = frozenset(chance.sample(ids, chance.randint(0, most)))
        if chosen:
            answers[question.id] = chosen
    return answers


def cards(page: Page) -> Locator:
    """The groups that the answer shows in full."""
    return page.locator("[data-result] .entitled:visible")


def press(visit: Visit, wanted: Locator, key: str = "Space") -> None:
    """Reach something by keyboard and press a key on it."""
    visit.press_tab_until(wanted)
    visit.page.keyboard.press(key)


def test_the_page_judges_as_the_rules_do(open_visit: OpenVisit, base: Path | str) -> None:
    """Whoever asks the page is told what the records say, from a disk and from the web alike."""
    page = open_visit(base).go(FINDER)
    chance = random.Random(7)
    asked: Iterable[Answers] = [
        *(row.given for row in ROWS + NEAR),
        *(anybody(chance) for _ in range(RANDOM_ROWS)),
    ]

    judged = [(answers, told(page, answers)) for answers in asked]

    assert judged == [(answers, by_the_rules(answers)) for answers, _ in judged]


def test_nobody_is_ever_told_no(open_visit: OpenVisit, real_site: Path) -> None:
    """Who finds no group of theirs still learns that there may be one, and whom to call."""
    page = open_visit(real_site).go(FINDER)
    nobody = next(row for row in ROWS if row.who == "nobody of the article")

    shown = told(page, nobody.given)

    assert shown == {"outcomes": ["none"], "cards": [], "others": []}
    assert "không có nghĩa là bạn không được giúp" in page.locator("[data-result]").inner_text()
    assert page.locator(".next a[href='tel:18001233']").is_visible()


def test_somebody_finds_their_clause_by_keyboard_alone(
    open_visit: OpenVisit, base: Path | str
) -> None:
    """Who has no mouse gets the clause, what to bring and whom to call, and may begin again."""
    visit = open_visit(base, viewport=DESK)
    page = visit.go(FINDER)

    press(visit, page.locator("[name=cau-tuoi]"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    press(visit, page.locator("[name=cau-tro-cap][value=co]"))
    press(visit, page.locator("[data-show]"), "Enter")
    page.locator("[data-result]").wait_for()

    assert page.locator("[name=cau-tuoi][value=tu-60]").is_checked()
    assert page.evaluate("() => document.activeElement.tagName") == "H2"
    assert cards(page).locator("h3").all_inner_texts() == ["Người cao tuổi"]
    assert "Điều 7 khoản 7 điểm c" in cards(page).inner_text()
    assert "Quyết định trợ cấp xã hội hằng tháng" in cards(page).inner_text()

    press(visit, page.locator(".next a[href^='tel:']"), "Shift")
    page.locator("[data-show]").focus()
    press(visit, page.locator("[data-again]"), "Enter")

    assert page.locator("[data-finder] :checked").count() == 0
    assert not page.locator("[data-result]").is_visible()


def test_what_is_missing_leads_back_to_its_question(open_visit: OpenVisit, real_site: Path) -> None:
    """Who was not sure may look it up and answer, without searching for the question."""
    page = open_visit(real_site, viewport=PHONE).go(FINDER)
    page.check("[name=cau-tuoi][value=tu-60]")
    page.click("[data-show]")

    cards(page).get_by_role("link", name="Nhà bạn thuộc hộ nào?").click()
    page.check("[name=cau-ho-gia-dinh][value=can-ngheo]")

    assert page.url.endswith("#cau-ho-gia-dinh")
    assert not page.locator("[data-result]").is_visible(), "an answer to other answers"


def test_who_is_half_through_is_led_to_the_rest(open_visit: OpenVisit, real_site: Path) -> None:
    """Who skipped a question is first asked to answer it, and not sent to an office for that."""
    page = open_visit(real_site, viewport=PHONE).go(FINDER)
    for question, answer in (
        ("tuoi", "tu-18-den-duoi-60"),
        ("ho-gia-dinh", "can-ngheo"),
        ("tro-cap", "khong-ro"),
    ):
        page.check(f"[name=cau-{question}][value={answer}]")
    page.click("[data-show]")
    page.locator("[data-result]").wait_for()
    unanswered = page.locator("[data-unanswered] a:visible")

    assert page.locator("[data-result] h2:visible").all_inner_texts() == [
        "Trả lời thêm để biết rõ hơn",
        "Cần hỏi thêm Trung tâm",
    ]
    assert page.evaluate("() => document.activeElement.innerText") == "Trả lời thêm để biết rõ hơn"
    assert unanswered.all_inner_texts() == ["Câu 4", "Câu 5", "Câu 6"]
    assert cards(page).count() == 0
    assert page.locator("[data-others] summary:visible").inner_text().endswith("về 10 diện")

    unanswered.first.click()

    assert page.url.endswith("#cau-hoan-canh")


def test_who_answered_all_is_told_what_to_ask(open_visit: OpenVisit, real_site: Path) -> None:
    """Who does not know is not asked again, but sees by name the groups to ask the centre about."""
    page = open_visit(real_site, viewport=PHONE).go(FINDER)

    told(page, next(row for row in ROWS if row.who == "where they live not known").given)

    assert page.locator("[data-result] h2:visible").all_inner_texts() == ["Cần hỏi thêm Trung tâm"]
    assert page.locator("[data-others] a:visible").all_inner_texts() == [
        "Người dân tộc thiểu số ở vùng đặc biệt khó khăn"
    ]


def test_none_of_these_is_never_chosen_beside_one(open_visit: OpenVisit, real_site: Path) -> None:
    """Who ticks what contradicts itself, by a slip, would be told something of somebody else."""
    page = open_visit(real_site, viewport=PHONE).go(FINDER)
    page.check("[name=cau-tro-cap][value=co]")
    page.check("[name=cau-hoan-canh][value=khuyet-tat]")
    page.check("[name=cau-hoan-canh][value=hiv]")

    page.check("[name=cau-hoan-canh][value=khong-co]")
    left = page.eval_on_selector_all("[name=cau-hoan-canh]:checked", VALUES)
    page.check("[name=cau-hoan-canh][value=khuyet-tat]")

    assert left == ["khong-co"]
    assert page.locator("[name=cau-hoan-canh][value=khuyet-tat]").is_checked()
    assert not page.locator("[name=cau-hoan-canh][value=khong-co]").is_checked()
    assert page.locator("[name=cau-tro-cap][value=co]").is_checked()


def test_answers_are_kept_nowhere(open_visit: OpenVisit, base: Path | str) -> None:
    """The next person at the same machine does not learn who has HIV or was beaten."""
    page = open_visit(base).go(FINDER)
    page.check("[name=cau-hoan-canh][value=hiv]")
    page.click("[data-show]")
    kept = page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]")
    address = page.url

    page.reload()

    assert kept == [0, 0, ""]
    assert address == page.url
    assert page.url.endswith(FINDER)
    assert page.locator("[data-finder] :checked").count() == 0


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "who", ["old, near-poor", "old, and says no more", "nobody of the article"]
)
def test_every_answer_serves_every_reader(
    open_visit: OpenVisit, real_site: Path, size: dict[str, int], who: str
) -> None:
    """The answer appears by script, where no other test of pages looks."""
    page = open_visit(real_site, viewport=size).go(FINDER)

    told(page, next(row for row in ROWS if row.who == who).given)

    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0


def test_without_script_the_page_leads_to_a_list(open_visit: OpenVisit, base: Path | str) -> None:
    """An old or locked machine still tells who is entitled, by which clause, with which papers."""
    page = open_visit(base, java_script_enabled=False, viewport=PHONE).go(FINDER)

    assert not page.locator("[data-finder]").is_visible()
    assert not page.locator("[data-result]").is_visible()
    assert page.locator(".next a[href='tel:18001233']").is_visible()

    page.get_by_role("link", name="Đọc mọi diện được trợ giúp").click()
    every = page.locator(".entitled:visible")

    assert every.count() == len(groups())
    for group, text in zip(
        sorted(groups(), key=lambda one: (bool(one.doubt), one.hardship)),
        every.all_inner_texts(),
        strict=True,
    ):
        assert group.name in text
        assert group.clause in text
        assert all(paper.text in text for paper in group.evidence)
    assert page.locator(".next a[href='tel:18001233']").is_visible()


def test_a_copy_without_the_groups_says_so(open_visit: OpenVisit, real_site: Path) -> None:
    """Nobody waits for an answer that cannot come, and the next try may succeed."""
    visit = open_visit(real_site)
    visit.page.route("**/cac-dien.js", lambda route: route.abort())
    page = visit.go(FINDER)

    page.check("[name=cau-tuoi][value=duoi-16]")
    page.click("[data-show]")
    page.locator("[data-result]").wait_for()

    assert page.locator("[data-result] h2:visible").all_inner_texts() == ["Chưa xem được kết quả"]
    assert any("cac-dien.js" in fault for fault in visit.faults)
    visit.faults.clear()
    page.unroute("**/cac-dien.js")
    page.click("[data-show]")
    cards(page).first.wait_for()
    assert cards(page).locator("h3").all_inner_texts() == ["Trẻ em"]


def test_an_answer_on_a_weak_line_stays(open_visit: OpenVisit, real_site: Path) -> None:
    """Who answers while the last file still comes would tick again, and wonder."""
    page = open_visit(real_site).page
    waiting: list[Route] = []
    page.route("**/terminal.js", lambda route: waiting.append(route))
    address = f"{real_site.as_uri()}/{FINDER}?man-hinh=ca-mau-phuong-tan-thanh"
    page.goto(address, wait_until="domcontentloaded")
    first = page.locator("[data-finder] input").first

    first.check()
    is_coming = page.evaluate("() => document.readyState !== 'complete'")
    waiting.pop().continue_()
    page.wait_for_load_state()

    assert is_coming
    assert first.is_checked()
