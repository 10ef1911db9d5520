"""The search as a reader meets it: its page opened from a disk, and what stands there then."""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.measuring import ROOT, said

PAGE = "tim-kiem.html"
INDEX = "tim-kiem"  # the folder of what its script opens
SLOWER = 6  # times, as a cheap telephone is
THEIR_QUESTION, THEIR_RESULT = "hòa giải", ".md-search-result__item"
MOST_PATIENCE = 600_000  # milliseconds
PAUSE = 200  # milliseconds between the page and the first key
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    # Whatever a page asks for outside is noted, and still reaches nobody.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # Playwright adds --no-sandbox, for not every machine lets a browser build one

# Results stand when their number is told, and are seen a frame later.
WATCH = """() => {
    window.addEventListener("keydown", event => { window.pressed = event.timeStamp; }, true);
    window.stood = new Promise((then, fail) => {
        const watch = () => {
            const told = document.querySelector("[data-count]");
            new MutationObserver((_, watching) => {
                if (told.textContent) {
                    watching.disconnect();
                    requestAnimationFrame(() => setTimeout(() => then(performance.now())));
                }
            }).observe(told, {childList: true, characterData: true, subtree: true});
        };
        setTimeout(() => fail("nothing was told"), 60000);
        if (document.readyState === "loading") {
            document.addEventListener("DOMContentLoaded", watch);
        } else {
            watch();
        }
    });
}"""
TYPE = f"""text => {{
    ({WATCH})();
    const box = document.querySelector("[data-search] input");
    box.value = text;
    box.focus();
}}"""
ASK = f"""async text => {{
    ({TYPE})(text);
    document.querySelector("[data-search]").requestSubmit();
    await stood;
    return [...document.querySelectorAll("[data-found] > li > a")].map(one => one.pathname);
}}"""
SINCE_KEY = "stood.then(now => now - pressed)"


@dataclass(frozen=True)
class Cold:
    """What one question cost that nothing was known for: milliseconds, and what was opened."""

    since_key: float  # on a page that stands
    since_nothing: float  # from the way to the page with ?q= on
    files: int  # of the index, its guide among them
    bytes: int
    all_bytes: int  # with page, styles and script


@dataclass(frozen=True)
class Heap:
    """The bytes that scripts hold: of the page alone, and after some questions."""

    before: int
    after: int


def chromium() -> str | None:
    """The browser that .ci/setup-browser sees to, or the one that is named; None without any."""
    named = os.environ.get("PBGDPL_CHROMIUM")
    places = [named] if named else ["/usr/bin/chromium", str(ROOT / ".cache/bin/chromium")]
    return next((place for place in places if os.access(place, os.X_OK)), None)


def version() -> str:
    """Which browser it is; nothing where there is none."""
    return said(chromium() or "", "--version").removeprefix("Chromium ")


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser as long as the context lasts; raises `LookupError` where there is none."""
    executable = chromium()
    if not executable:
        raise LookupError("Chromium is missing: .ci/setup-browser installs it.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield opened
        opened.close()


@contextmanager
def visit(browser: Browser, slower: int = 1) -> Iterator[tuple[Page, CDPSession]]:
    """An empty page that remembers nothing of earlier ones."""
    context = browser.new_context()
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    yield page, devtools
    context.close()


def ask(page: Page, text: str) -> list[str]:
    """The addresses that stand on the page of the search after a question, best first."""
    shown: list[str] = page.evaluate(ASK, text)
    return ["/".join(unquote(path).split("/")[-2:]) for path in shown]


def cold(browser: Browser, site: Path, text: str) -> Cold:
    """Ask once on a page that stands, and once with the address of the page."""
    address = (site / PAGE).as_uri()
    with visit(browser, SLOWER) as (page, _):
        page.goto(address)
        page.wait_for_timeout(PAUSE)
        page.evaluate(TYPE, text)
        page.keyboard.press("Enter")
        since_key: float = page.evaluate(SINCE_KEY)
    with visit(browser, SLOWER) as (page, _):
        opened: list[Path] = []
        page.on("request", lambda request: opened.append(_path(request.url)))
        page.add_init_script(f"({WATCH})()")
        page.goto(f"{address}?q={quote(text)}")
        since_nothing: float = page.evaluate("stood")
    of_index = [one for one in opened if one.parent.name == INDEX]
    sizes = _bytes(of_index), _bytes(opened)
    return Cold(since_key, since_nothing, len(of_index), *sizes)


def heap(browser: Browser, site: Path, questions: Sequence[str]) -> Heap:
    """What the scripts of the page hold before and after some questions."""
    with visit(browser) as (page, devtools):
        devtools.send("Performance.enable")
        page.goto((site / PAGE).as_uri())
        page.wait_for_timeout(PAUSE)
        before = _held(devtools)
        for text in questions:
            ask(page, text)
        return Heap(before, _held(devtools))


def _held(devtools: CDPSession) -> int:
    devtools.send("HeapProfiler.collectGarbage")
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return next(int(one["value"]) for one in metrics if one["name"] == "JSHeapUsedSize")


def _path(url: str) -> Path:
    return Path(unquote(urlsplit(url).path))


def _bytes(paths: Sequence[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())


# ---- a folder on a web server, and Material's search, which works on none else -------------------


class Quiet(SimpleHTTPRequestHandler):
    """Files of a folder, without a line for each.

    Connections are kept open, as by the servers of today: a browser that opens one for each of
    a page's files on a busy machine finds some of them reset.
    """

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """Lets as many connections wait as a browser's six for each of several pages."""

    request_queue_size = 128


@contextmanager
def served(folder: Path, server_of: type[Quiet] = Quiet) -> Iterator[str]:
    """The address under which a folder is served as long as the context lasts."""
    server = _Server(("127.0.0.1", 0), partial(server_of, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def theirs(browser: Browser, site: Path) -> float:
    """The milliseconds until Material's search answers the address of a page with a question."""
    with served(site) as address, visit(browser, SLOWER) as (page, _):
        page.goto(f"{address}index.html?q={quote(THEIR_QUESTION)}")
        page.wait_for_selector(THEIR_RESULT, state="attached", timeout=MOST_PATIENCE)
        waited: float = page.evaluate("performance.now()")
        return waited
