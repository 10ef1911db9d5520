"""A reader at a page: what they do with the keyboard, and what must never happen meanwhile.

Example: `visit = open_visit(site)`, `visit.go("index.html")`, `visit.press_tab_until(link)`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Locator,
    Page,
    Request,
)

MOST_TABS = 200  # nobody presses the key more often on the way to one link
LEFT = "net::ERR_ABORTED"  # what was still to come when the reader followed a link
IS_AMONG = "all => all.includes(document.activeElement)"


@dataclass
class Visit:
    """One page of one reader, at the site that begins with `base`; `faults` must stay empty."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        """Open an address of the site."""
        self.page.goto(self.base + address)
        return self.page

    def press_tab_until(self, wanted: Locator) -> None:
        """Move the focus forwards until it is on `wanted`."""
        those = wanted.element_handles()
        for _ in range(MOST_TABS if those else 0):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(IS_AMONG, those):
                return
        raise AssertionError(f"the keyboard does not reach {wanted} on {self.page.url}")

    def follow(self, link: Locator) -> None:
        """Reach a link and open it, both by keyboard."""
        self.press_tab_until(link)
        before = self.page.url
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: url != before)


OpenVisit = Callable[..., Visit]  # opens a visit to a folder or an address


def watched(context: BrowserContext, base: str) -> Visit:
    """A new visit whose faults are noted as they happen."""
    visit = Visit(context.new_page(), base)

    def note(fault: str) -> None:
        visit.faults.append(f"{visit.page.url} {fault}")

    def note_request(request: Request) -> None:
        if not request.url.startswith((base, "data:")):
            note(f"asks for {request.url}")

    def note_failure(request: Request) -> None:
        if request.failure != LEFT:
            note(f"fails to load {request.url}: {request.failure}")

    def note_message(message: ConsoleMessage) -> None:
        note(f"{message.type} in the console: {message.text}")

    def note_error(error: Error) -> None:
        note(f"script fault: {error}")

    def note_dialog(dialog: Dialog) -> None:
        note(f"dialog: {dialog.message}")
        dialog.dismiss()

    context.on("request", note_request)
    visit.page.on("requestfailed", note_failure)
    visit.page.on("console", note_message)
    visit.page.on("pageerror", note_error)
    visit.page.on("dialog", note_dialog)
    return visit
