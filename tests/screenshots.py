"""The pictures of the README and the guides, taken from the real content: `make shots`."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.browser import FLAGS
from tests.browser.conftest import chromium_of_this_machine
from tests.browser.projects import PROJECT, build

GUIDE = PROJECT / "content" / "pages" / "hinh"  # every picture here travels with every site
README = PROJECT / "tests" / "pictures"
MOST_BYTES = 120_000  # a clone of the project and a page on a weak line stay light
CAMPAIGN = "chien-dich/ca-mau-tro-giup-phap-ly-gan-dan.html"
PLAN = "ke-hoach/ca-mau-nang-cao-chat-luong-tro-giup-phap-ly-2023--theo-muc.html"
COMMUNE = "dia-phuong/ca-mau-phuong-tan-thanh.html"
PROCEDURE = "thu-tuc/yeu-cau-tro-giup-phap-ly.html"
DESK, PHONE = 1280, 360
DESK_SCALE = 0.75  # a README shows pictures no wider than this makes them


@dataclass(frozen=True)
class Shot:
    """A picture of the top of a page, or of what begins at `anchor`, in pixels."""

    folder: Path
    name: str
    address: str
    width: int
    height: int
    anchor: str = ""


SHOTS = (
    Shot(README, "trang-chu", "index.html", DESK, 760),
    Shot(README, "trang-chu-360", "index.html", PHONE, 740),
    Shot(README, "o-day-goi-ai-360", COMMUNE, PHONE, 740),
    Shot(README, "thu-tuc", PROCEDURE, DESK, 720),
    Shot(README, "chien-dich", CAMPAIGN, DESK, 720),
    Shot(GUIDE, "chien-dich-360", CAMPAIGN, PHONE, 740, "#viec"),
    Shot(GUIDE, "ke-hoach", PLAN, DESK, 760),
)


def main() -> None:
    """Build the site of a fixed day aside and take every picture of it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(PROJECT, Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=chromium_of_this_machine(), args=FLAGS)
        for shot in SHOTS:
            take(browser, site, shot)
        browser.close()


def take(browser: Browser, site: Path, shot: Shot) -> None:
    """Write one picture; one that would be too heavy is refused."""
    scale = DESK_SCALE if shot.width == DESK else 1
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height}, device_scale_factor=scale
    )
    page.goto((site / shot.address).as_uri() + shot.anchor)
    picture = page.screenshot()
    page.close()
    if len(picture) > MOST_BYTES:
        raise SystemExit(f"{shot.name}.png: {len(picture)} bytes, more than {MOST_BYTES}")
    shot.folder.mkdir(exist_ok=True)
    (shot.folder / f"{shot.name}.png").write_bytes(picture)
    print(f"{shot.name}.png {len(picture) // 1000} kB")


if __name__ == "__main__":
    main()
