"""The preview that an officer writes in: it follows every change, and tells what is wrong."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import KINDS
from tests.browser.projects import TODAY, copy_of_the_project, environment, generator

pytestmark = pytest.mark.browser

PATIENCE = 20  # seconds that a server may take to start, on a busy machine
SOON = 15_000  # milliseconds until a change is seen
RECORD = "content/campaigns/ca-mau-tro-giup-phap-ly-gan-dan.yml"


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


@contextmanager
def running(words: list[str], root: Path, address: str) -> Iterator[None]:
    """A server process that answers at `address`, and is ended with the context."""
    log = root.parent / "log.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            words, cwd=root, env=environment(), stdout=out, stderr=subprocess.STDOUT
        )
        try:
            wait_for(process, address, log)
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE)


def wait_for(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return when `address` is answered; fails with the server's own words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}:\n{log.read_text(encoding='utf-8')}")


def edit(path: Path, old: str, new: str) -> None:
    """Save a record with one place changed."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A browser window that stays open while records change."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_the_preview_follows_every_change_and_tells_every_fault(page: Page, tmp_path: Path) -> None:
    """An officer saves and sees: the change, or the line to mend, and then the page again."""
    root = copy_of_the_project(tmp_path / "project")
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    record = root / RECORD
    words = generator("serve", "--port", str(port), "--today", TODAY)

    with running(words, root, base):
        page.goto(base + KINDS["campaign"])
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("Cà Mau: trợ giúp pháp lý gần dân")

        edit(record, "Cà Mau: trợ giúp pháp lý gần dân", "Cà Mau: luật gần dân")
        expect(heading).to_have_text("Cà Mau: luật gần dân", timeout=SOON)

        edit(record, "purpose:", "purpos:")
        line = record.read_text(encoding="utf-8").split("purpos:")[0].count("\n") + 1
        told = f"{RECORD}:{line}: “purpos” không phải là trường ở đây."
        expect(page.get_by_text(told)).to_be_visible(timeout=SOON)
        expect(page.get_by_text("Thiếu trường “purpose”")).to_be_visible()

        edit(record, "purpos:", "purpose:")
        expect(heading).to_have_text("Cà Mau: luật gần dân", timeout=SOON)

    assert not (root / "site").exists()


def test_a_preview_that_begins_with_a_fault_shows_it(page: Page, tmp_path: Path) -> None:
    """Who starts the preview to find out what is wrong must not meet an empty page."""
    root = copy_of_the_project(tmp_path / "project")
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    edit(root / RECORD, "kind: campaign", "kind: campain")
    words = generator("serve", "--port", str(port), "--today", TODAY)

    with running(words, root, base):
        page.goto(base)
        expect(page.get_by_text("Có phải bạn định viết “campaign”?")).to_be_visible()

        edit(root / RECORD, "kind: campain", "kind: campaign")
        expect(page.get_by_role("main")).to_be_visible(timeout=SOON)


def test_mkdocs_serve_answers_with_the_same_pages(page: Page, tmp_path: Path) -> None:
    """Who knows MkDocs uses its words and gets the whole site."""
    root = copy_of_the_project(tmp_path / "project")
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    words = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]

    with running(words, root, base):
        for kind in ("campaign", "plan", "agency", "role", "prose"):
            answer = page.goto(base + KINDS[kind])
            assert answer
            assert answer.status == 200
            expect(page.get_by_role("heading", level=1)).to_be_visible()
