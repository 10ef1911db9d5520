"""Pictures of every kind of page, to be looked at, and a sheet of them all: `make sheet`.

Every kind is taken at the widths of a telephone, a tablet and a desk, in plain and high contrast,
and as it is printed on A4. The pictures stay aside in `.cache/shots/`; the sheet, which shows the
first view of each kind at the desk and on a telephone, stands in the README.
"""

import shutil
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.browser import FLAGS
from tests.browser.conftest import chromium_of_this_machine
from tests.browser.pages import KINDS
from tests.browser.projects import PROJECT, build

SHOTS = PROJECT / ".cache" / "shots"
SHEET = PROJECT / "tests" / "pictures" / "moi-loai-trang.jpg"
MOST_BYTES = 400_000  # a clone of the project stays light
WIDTHS = (360, 768, 1280)
HEIGHT = 800
PAPER = ViewportSize(width=680, height=962)  # A4 within its margins, 96 pixels an inch
COLUMNS = 5
SHEET_STYLE = f"""
body {{ margin: 12px; font: 12px sans-serif; background: #fff;
    display: grid; grid-template-columns: repeat({COLUMNS}, 1fr); grid-gap: 14px 10px }}
figure {{ margin: 0; display: grid; grid-template-columns: 1fr auto; grid-gap: 4px }}
img {{ height: 120px; width: 100%; border: 1px solid #999;
    object-fit: cover; object-position: top }}
img + img {{ width: 54px }}
figcaption {{ grid-column: span 2; color: #222 }}"""


class Look(NamedTuple):
    """How a page is looked at; a telephone and a desk in plain contrast stand on the sheet."""

    name: str
    viewport: ViewportSize
    contrast: Literal["more", "no-preference"] = "no-preference"
    media: Literal["print", "screen"] = "screen"


LOOKS = (
    *(Look(f"{width}", {"width": width, "height": HEIGHT}) for width in WIDTHS),
    *(Look(f"{width}-contrast", {"width": width, "height": HEIGHT}, "more") for width in WIDTHS),
    Look("print", PAPER, media="print"),
)


def main() -> None:
    """Build the site of a fixed day aside, take every picture of it, and join the sheet."""
    shutil.rmtree(SHOTS, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(PROJECT, Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=chromium_of_this_machine(), args=FLAGS)
        for look in LOOKS:
            print(look.name, flush=True)
            _take(browser, site, look)
        _join(browser)
        browser.close()


def _take(browser: Browser, site: Path, look: Look) -> None:
    """Every kind of page at full length, and its first view."""
    with browser.new_context(viewport=look.viewport, contrast=look.contrast) as context:
        page = context.new_page()
        page.emulate_media(media=look.media)
        for kind, address in KINDS.items():
            _open(page, site, address)
            folder = SHOTS / look.name
            folder.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=folder / f"{_file_of(kind)}.png", full_page=True)
            page.screenshot(path=folder / f"{_file_of(kind)}-top.png")


def _open(page: Page, site: Path, address: str) -> None:
    page.goto("about:blank")  # a place on the same page would be no new one
    page.goto(f"{site.as_uri()}/{address}")
    if "man-hinh=" in address:
        page.locator("body > .bar").wait_for(state="attached")  # paper does not show it
    elif "?" in address:
        page.wait_for_function("() => document.querySelector('main [aria-live]').textContent")


def _file_of(kind: str) -> str:
    return kind.replace(" ", "-")


def _join(browser: Browser) -> None:
    """Draw the sheet as a page of its own; one that would be too heavy is refused."""
    sheet = SHOTS / "sheet.html"
    sheet.write_text(f"<style>{SHEET_STYLE}</style>" + "".join(_figures()), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(sheet.as_uri())
    picture = page.screenshot(full_page=True, type="jpeg", quality=52)
    if len(picture) > MOST_BYTES:
        raise SystemExit(f"{SHEET.name}: {len(picture)} bytes, more than {MOST_BYTES}")
    SHEET.write_bytes(picture)
    print(f"{SHEET.name} {len(picture) // 1000} kB; the pictures: {SHOTS}")


def _figures() -> Iterator[str]:
    for kind, address in KINDS.items():
        shots = "".join(f'<img src="{width}/{_file_of(kind)}-top.png">' for width in (1280, 360))
        yield f"<figure>{shots}<figcaption>{escape(address)}</figcaption></figure>"


if __name__ == "__main__":
    main()
