"""The small site as it was last agreed: a page of each kind, and the data files."""

import difflib
import shutil
from itertools import islice
from pathlib import Path

import pytest

from tests.conftest import ROOT, Project

MOST_LINES = 40  # of a difference; more than that is seen better with git
GOLDEN = ROOT / "tests" / "golden"
RENEWS = "python -m pytest tests/test_golden.py --renew-golden"
KEPT = (
    "index.html",
    "chien-dich/index.html",
    "chien-dich/hong-son-luat-ve-ban.html",
    "chien-dich/hong-son-luat-ve-ban-2026.html",
    "ke-hoach/hong-son-dua-luat-ve-ban-2026.html",
    "ke-hoach/hong-son-dua-luat-ve-ban-2026--truc-thoi-gian.html",
    "ke-hoach/hong-son-dua-luat-ve-ban-2026--theo-thang.html",
    "ke-hoach/hong-son-dua-luat-ve-ban-2026--theo-co-quan.html",
    "ke-hoach/hong-son-dua-luat-ve-ban-2026--theo-tinh-trang.html",
    "ke-hoach/index.html",
    "chuong-trinh/de-an-dua-luat-ve-ban.html",
    "tai-lieu/index.html",
    "tai-lieu/to-gap-hoi-ai.html",
    "tai-lieu/to-gap-hoi-ai--to-gap-ba.html",
    "tai-lieu/loi-moi-nghe-loa.html",
    "tai-lieu/ba-con-hoi-gi.html",
    "tai-lieu/to-gap-cu.html",
    "ban-tin/index.html",
    "ban-tin/hoi-luat-o-dau.html",
    "ban-tin/hoi-luat-o-dau--doc.html",
    "ban-tin/chuyen-ba-tu--ban-in.html",
    "ban-tin/lich-phat.js",
    "co-quan/so-tu-phap-hong-son.html",
    "co-quan/phong-tu-phap-huyen-da-bac.html",
    "co-quan/vai-tro-so-tu-phap.html",
    "van-ban/luat-giup-do-phap-ly-2006.html",
    "dia-phuong/index.html",
    "dia-phuong/hong-son.html",
    "dia-phuong/hong-son-ten-cu.html",
    "dia-phuong/hong-son-xa-ben-do.html",
    "dia-phuong/hong-son-xa-ben-do--ap-phich.html",
    "dia-phuong/ten-dia-phuong.js",
    "to-chuc/index.html",
    "to-chuc/trung-tam-hong-son.html",
    "to-chuc/chi-nhanh-so-1.html",
    "nguoi-thuc-hien/nth-01.html",
    "lich-truc/truc-toa-hong-son.html",
    "lich-truc/truc-toa-hong-son.ics",
    "thu-tuc/index.html",
    "thu-tuc/xin-giup-do-phap-ly.html",
    "danh-muc/so-sanh--danh-muc-2024--voi--danh-muc-2026.html",
    "dien-duoc-tro-giup/nguoi-cao-tuoi-kho-khan.html",
    "tim-dien/toi-co-duoc-giup-khong.html",
    "giai-thich-tu-ngu/index.html",
    "giai-thich-tu-ngu/mien-phi.html",
    "thong-bao-lua-chon/moi-luat-su-2026.html",
    "ket-qua-chuan/xa-ben-do-2025.html",
    "man-hinh.html",
    "man-hinh--hong-son-xa-ben-do.html",
    "man-hinh--hong-son--loa.html",
    "man-hinh/loi.js",
    "lich.html",
    "lich--da-qua.html",
    "lich--thuong-xuyen.html",
    "du-lieu.html",
    "tinh-trang-du-lieu.html",
    "co-gi-moi.html",
    "gioi-thieu.html",
    "du-lieu/ban-tin.json",
    "du-lieu/chien-dich.json",
    "du-lieu/chuong-trinh.json",
    "du-lieu/co-quan.json",
    "du-lieu/ke-hoach.json",
    "du-lieu/nhiem-vu.csv",
    "du-lieu/tai-lieu.json",
    "du-lieu/van-ban.json",
    "du-lieu/dia-phuong.json",
    "du-lieu/thu-tuc.json",
    "du-lieu/thu-tuc.jsonld",
    "du-lieu/giai-thich-tu-ngu.json",
    "du-lieu/to-chuc.csv",
    "du-lieu/to-chuc.contacts.csv",
    "du-lieu/hsds/services.json",
)


@pytest.fixture
def golden(request: pytest.FixtureRequest, built_small: Project) -> None:
    """The agreed site; made anew from today's where that was asked for."""
    if request.config.getoption("--renew-golden"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for place in KEPT:
            (GOLDEN / place).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / place).write_text(_agreed_on(built_small.site / place), encoding="utf-8")


@pytest.mark.usefixtures("golden")
def test_the_site_is_the_one_that_was_agreed(built_small: Project) -> None:
    """A change of code or theme shows in a review as the words and marks that readers will get."""
    for place in KEPT:
        difference = _difference(built_small, place)
        if difference:
            told = f"site differs from tests/golden at {place}\n{difference}\n"
            meant = f"If this is meant: {RENEWS}, then commit it alone with the reason."
            pytest.fail(told + meant, pytrace=False)


def test_nothing_else_is_kept_as_golden(request: pytest.FixtureRequest) -> None:
    """A page that is no longer compared does not lie about as if it were."""
    if request.config.getoption("--renew-golden"):
        pytest.skip("the folder is just being written anew")
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}

    assert there == set(KEPT)


def _difference(project: Project, place: str) -> str:
    """The first lines in which a file differs, or nothing."""
    agreed, now = GOLDEN / place, project.site / place
    if not agreed.is_file() or not now.is_file():
        return "" if agreed.is_file() == now.is_file() else "it is only in one of the two"
    old, new = (_agreed_on(path).splitlines() for path in (agreed, now))
    lines = difflib.unified_diff(old, new, "agreed", "now", lineterm="", n=0)
    return "\n".join(islice(lines, MOST_LINES))


def _agreed_on(path: Path) -> str:
    """The text of a file without what nobody agreed on: the number of Material's style sheet."""
    return path.read_text(encoding="utf-8")
