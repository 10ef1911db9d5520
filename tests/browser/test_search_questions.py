"""Whether everyday questions lead to the right page: asked and judged before the search was run."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.visits import OpenVisit
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

QUESTIONS = ROOT / "tests" / "search" / "questions.yml"
FIRST = 3  # results that people read before they give up
ENOUGH = 0.9  # of all questions
ASKED = """questions => Promise.all(questions.map(text => new Promise(then =>
    pbgdplFind(text, {}, found => then(found.records.map(one => one.address))))))"""


def answered(page: Page, questions: list[dict[str, object]]) -> list[bool]:
    """For each question whether one of its right pages stands among the first results."""
    found: list[list[str]] = page.evaluate(ASKED, [str(one["ask"]) for one in questions])
    return [
        any(f"{right}.html" in addresses[:FIRST] for right in one["right"])  # type: ignore[attr-defined]
        for one, addresses in zip(questions, found, strict=True)
    ]


def test_everyday_questions_are_answered_by_the_first_results(
    open_visit: OpenVisit, real_site: Path
) -> None:
    """People ask in their own words and look at three results."""
    questions = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    page = open_visit(real_site).go("tim-kiem.html")

    right = answered(page, questions)

    missed = [one["ask"] for one, is_right in zip(questions, right, strict=True) if not is_right]
    assert sum(right) >= ENOUGH * len(questions), missed
    assert len(questions) >= 120


def test_every_right_page_is_there(real_site: Path) -> None:
    """A question that is judged by a page that nobody made asks for nothing."""
    questions = yaml.safe_load(QUESTIONS.read_text("utf-8"))

    pages = {right for one in questions for right in one["right"]}

    assert [one for one in sorted(pages) if not (real_site / f"{one}.html").is_file()] == []
