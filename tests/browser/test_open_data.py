"""The data pages: found, read and used by journalists and other agencies."""

import pytest
from playwright.sync_api import expect

from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser


def test_the_dictionary_is_one_step_from_the_data(open_visit: OpenVisit, base: str) -> None:
    """Who has a table in hand finds out what its columns mean, from a disk too."""
    page = open_visit(base).go("du-lieu.html")

    page.get_by_role("link", name="Từ điển dữ liệu").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Từ điển dữ liệu")
    expect(page.get_by_role("heading", name="Thủ tục hành chính", exact=True)).to_be_visible()


def test_a_kind_leads_to_its_own_fields(open_visit: OpenVisit, base: str) -> None:
    """Nobody scrolls through seventeen tables for the one he downloaded."""
    page = open_visit(base).go("du-lieu.html")

    page.locator("table").get_by_role("link", name="Tổ chức", exact=True).click()

    expect(page.locator("h2#to-chuc")).to_be_in_viewport()
