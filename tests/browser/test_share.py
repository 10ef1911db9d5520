"""A page is passed on: the number of legal aid travels from neighbour to neighbour."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.pages import KINDS
from tests.browser.test_everyone_can_read import PHONE, violations
from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser

SHARE = "Chia sẻ trang này"
GIVES = "navigator.share = given => { window.given = given; return Promise.resolve(); };"
GIVES_NOTHING = "delete Navigator.prototype.share;"
MAY_NOT_COPY = "Document.prototype.execCommand = () => false;"


def shared(open_visit: OpenVisit, site: str, *scripts: str) -> Page:
    """The page of a campaign on a telephone that can do what the scripts leave it."""
    visit = open_visit(site, viewport=PHONE)
    for script in scripts:
        visit.page.add_init_script(script)
    page = visit.go(KINDS["campaign"])
    page.get_by_role("button", name=SHARE).click()
    return page


def test_a_telephone_offers_its_own_ways(open_visit: OpenVisit, served_site: str) -> None:
    """Who never copied an address still knows how to send something to a group."""
    page = shared(open_visit, served_site, GIVES)

    assert page.evaluate("given") == {"title": page.title(), "url": page.url}


def test_elsewhere_the_address_is_copied(open_visit: OpenVisit, served_site: str) -> None:
    """At a desk it is pasted into a message or a letter."""
    page = shared(open_visit, served_site, GIVES_NOTHING)

    assert page.get_by_label("Đã chép địa chỉ").input_value() == page.url
    assert violations(page) == []


def test_what_cannot_be_copied_is_shown(open_visit: OpenVisit, served_site: str) -> None:
    """A browser that forbids copying leaves the reader with the address in front of them."""
    page = shared(open_visit, served_site, GIVES_NOTHING, MAY_NOT_COPY)

    assert page.get_by_label("Hãy chép địa chỉ này").input_value() == page.url


def test_an_address_of_a_disk_is_offered_to_nobody(open_visit: OpenVisit, real_site: Path) -> None:
    """It opens nowhere else, and a message with it makes people believe that the site is gone."""
    page = open_visit(real_site).go(KINDS["campaign"])

    assert page.get_by_role("button", name=SHARE).count() == 0


def test_the_screen_of_an_office_sends_nothing(open_visit: OpenVisit, served_site: str) -> None:
    """What somebody shares there would be sent in the name of the office."""
    page = open_visit(served_site).go(KINDS["procedure opened from the terminal"])

    page.locator("body > .bar").wait_for()
    assert page.get_by_role("button", name=SHARE).count() == 0
