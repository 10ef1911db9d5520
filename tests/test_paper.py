"""What leaves the site on paper: where it leads back to, and what must never hang on a wall."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config

from generator.outputs.leaflets import LINES, lines_of
from generator.outputs.qr_codes import code_of_page
from generator.shell import Chrome, ChromePlugin
from generator.website import Website
from tests.conftest import SITES, Project, make_project, tree

URL = "https://phap-luat.hong-son.example/trang/"
HOME = "phap-luat.hong-son.example/trang"
HANDOUTS = {
    "procedure": "thu-tuc/xin-giup-do-phap-ly.html",
    "organisation": "to-chuc/trung-tam-hong-son.html",
    "campaign": "chien-dich/hong-son-luat-ve-ban.html",
    "leaflet": "tai-lieu/to-gap-hoi-ai.html",
}
COMMUNE = "dia-phuong/hong-son-xa-ben-do.html"
POSTER = "dia-phuong/hong-son-xa-ben-do--ap-phich.html"
FOLDED = "tai-lieu/to-gap-hoi-ai--to-gap-ba.html"
OFFICE = "organisations/trung-tam-hong-son.yml"
CLOSED = """state: suspended
state_from: 2026-01-01
state_reason: Sửa nhà
state_decision: Quyết định 2/QĐ-STP"""
WAY = {**{kind: (address, address) for kind, address in HANDOUTS.items()}} | {
    "poster": (POSTER, COMMUNE),
    "folded leaflet": (FOLDED, HANDOUTS["leaflet"]),
}  # each sheet, and the page to which it leads back


def put_on_the_web(project: Project, url: str = URL) -> None:
    """Tell in the settings where the site stands."""
    settings = project.root / "mkdocs.yml"
    settings.write_text(f"site_url: {url}\n{settings.read_text('utf-8')}", encoding="utf-8")


def built(project: Project) -> Path:
    """The site, built now."""
    run = project.call("build", "--quiet")
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site


@pytest.fixture(scope="module")
def on_the_web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as it is built for an address of its own; to be read only."""
    project = make_project(tmp_path_factory.mktemp("web"), SITES / "small" / "content")
    put_on_the_web(project)
    return built(project)


# ---- the way back --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", WAY)
def test_a_sheet_leads_back_to_its_page(on_the_web: Path, kind: str) -> None:
    """Whoever scans the code, or types the line beside it, reads what holds on that day."""
    sheet, page = WAY[kind]
    html = (on_the_web / sheet).read_text("utf-8")

    assert f'd="{code_of_page(URL + page).path}"' in html
    assert f'<strong class="typed">{HOME}</strong>' in html


@pytest.mark.parametrize("kind", WAY)
def test_a_site_without_an_address_makes_no_code(built_small: Project, kind: str) -> None:
    """A code that leads nowhere is a lie; the name of the site and what to look for is not."""
    html = (built_small.site / WAY[kind][0]).read_text("utf-8")

    assert 'class="qr"' not in html
    assert "mở trang <strong>Phổ biến pháp luật</strong>, tìm “" in html


def test_a_site_that_moves_makes_its_sheets_again(small: Project, tmp_path: Path) -> None:
    """A sheet with the old address would be printed for years."""
    built(small)
    put_on_the_web(small)

    built(small)

    clean = small.call("build", "--quiet", "--site", str(tmp_path / "clean"))
    assert clean.returncode == 0, clean.stderr
    assert tree(small.site) == tree(tmp_path / "clean")
    assert code_of_page(URL + COMMUNE).path in (small.site / POSTER).read_text("utf-8")


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        ("https://phap-luat.example", "phap-luat.example"),
        ("https://phap-luat.example/", "phap-luat.example"),
        ("http://so.example/phap-luat/", "so.example/phap-luat"),
        (None, ""),
        ("", ""),
    ],
)
def test_an_address_is_written_as_people_type_it(told: str | None, typed: str) -> None:
    """Old hands on a small keyboard type no https:// and no slash at the end."""
    assert Website.told("Trang thử", told).typed() == typed


def test_a_preview_of_mkdocs_is_no_address(built_small: Project, tmp_path: Path) -> None:
    """`mkdocs serve` puts 127.0.0.1 in the settings; printed, that leads to nobody's machine."""
    config = load_config(str(built_small.root / "mkdocs.yml"), site_dir=str(tmp_path))
    taken: list[Chrome] = []
    plugin = config.plugins["pbgdpl"]
    assert isinstance(plugin, ChromePlugin)
    plugin.receive = taken.append
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:8000/"

    run_mkdocs(config)

    assert taken[0].website == Website("Phổ biến pháp luật")


# ---- posters -------------------------------------------------------------------------------------


def posters(site: Path) -> set[str]:
    """The communes that have a poster."""
    found = site.glob("dia-phuong/*--ap-phich.html")
    return {path.name.removesuffix("--ap-phich.html") for path in found}


def test_every_commune_of_today_has_a_poster(built_small: Project) -> None:
    """A village whose office was forgotten has nothing to hang; one that ended needs nothing."""
    communes = {"hong-son-dac-khu-hon-trung", "hong-son-phuong-8", "hong-son-xa-ben-do"}

    assert posters(built_small.site) == communes
    for commune in communes:
        page = (built_small.site / f"dia-phuong/{commune}.html").read_text("utf-8")
        assert f'href="../dia-phuong/{commune}--ap-phich.html">In áp phích' in page


def test_a_poster_names_who_can_be_called_here(built_small: Project) -> None:
    """Name and number of the office, and the day on which somebody looked whether they hold."""
    html = (built_small.site / POSTER).read_text("utf-8")

    assert "Trung tâm giúp đỡ pháp lý tỉnh Hồng Sơn" in html
    assert '<p class="poster__number">0200 000 0011</p>' in html
    assert "20/11/2026" in html


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: published", "status: published\ndemo: true"),
        ("verified_on:", f"{CLOSED}\nverified_on:"),
        (
            "  - kind: phone\n    value: 0200 000 0011\n",
            "  - kind: fax\n    value: 0200 000 0011\n",
        ),
        ("  first_day: 1998-05-04\n", "  first_day: 1998-05-04\n  last_day: 2026-11-01\n"),
    ],
    ids=["made up", "closed", "without a telephone", "paper run out"],
)
def test_nobody_who_is_no_help_hangs_on_a_wall(small: Project, old: str, new: str) -> None:
    """Paper loses the label that says so, and hangs for a year; a hand may write in who helps."""
    small.change(OFFICE, old, new)
    small.change("organisations/chi-nhanh-so-1.yml", "parent: trung-tam-hong-son\n", "")
    for path in (small.content / "organisations").glob("*.yml"):
        if path.stem not in ("trung-tam-hong-son", "chi-nhanh-so-1"):
            path.unlink()

    html = (built(small) / POSTER).read_text("utf-8")

    assert "0200 000 0011" not in html
    assert '<p class="blank"><span>Số điện thoại</span></p>' in html


def test_a_made_up_commune_has_no_poster(small: Project) -> None:
    """Nobody hangs up the name of a place that does not exist."""
    ward = (small.content / "areas/hong-son-phuong-8.yml").read_text("utf-8")
    made_up = ward.replace("id: hong-son-phuong-8\n", "id: hong-son-phuong-mau\ndemo: true\n")
    made_up = re.sub("(?m)^code:.*\n", "", made_up)
    small.add("areas/hong-son-phuong-mau.yml", made_up)

    site = built(small)

    assert "hong-son-phuong-mau" not in posters(site)
    assert "In áp phích" not in (site / "dia-phuong/hong-son-phuong-mau.html").read_text("utf-8")


# ---- leaflets ------------------------------------------------------------------------------------


def test_a_leaflet_is_offered_folded(built_small: Project) -> None:
    """Cover, sources, whom to call and the text: all that two sides of a sheet hold."""
    html = (built_small.site / FOLDED).read_text("utf-8")
    page = (built_small.site / HANDOUTS["leaflet"]).read_text("utf-8")

    assert 'href="../tai-lieu/to-gap-hoi-ai--to-gap-ba.html">In tờ gấp ba' in page
    for words in (
        "Tờ gấp: hỏi ai?",
        "Bốn nơi trả lời",
        "Nguồn",
        "Gọi ai?",
        "In ngày",
        "Trưởng bản",
    ):
        assert words in html


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  1. Trưởng bản.\n", "  1. Trưởng bản.\n" + "  1. Hỏi thêm một nơi nữa.\n" * 90),
        ("kind: leaflet", "kind: leaflet\ndemo: true"),
        ("kind: leaflet", "kind: article"),
    ],
    ids=["too long", "made up", "no leaflet"],
)
def test_what_cannot_be_folded_is_not_offered_so(small: Project, old: str, new: str) -> None:
    """A sheet that cuts a sentence is worse than a page that is printed as it is."""
    text = (small.content / "materials/to-gap-hoi-ai.yml").read_text("utf-8")
    other = text.replace("id: to-gap-hoi-ai\n", "id: to-khac\n").replace(old, new)
    small.add("materials/to-khac.yml", other)

    site = built(small)

    assert not (site / "tai-lieu/to-khac--to-gap-ba.html").exists()
    assert "In tờ gấp ba" not in (site / "tai-lieu/to-khac.html").read_text("utf-8")


def test_a_longer_text_takes_more_lines() -> None:
    """Nothing that is added to a leaflet may make it seem shorter."""
    texts = ["", "## Hỏi ai", "## Hỏi ai\nXã.", "## Hỏi ai\nXã.\n| a | b |", "- " + "chữ " * 2000]

    counted = [lines_of(text) for text in texts]

    assert counted == sorted(counted)
    assert counted[-1] > LINES
