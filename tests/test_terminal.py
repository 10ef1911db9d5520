"""The terminal: what the screens of a commune list, and with which of them a machine starts."""

import re

from generator.outputs.terminal_pages import MOST
from tests.conftest import Project
from tests.test_what_readers_meet import page

COMMUNE = "hong-son-xa-ben-do"
RENAMED = "hong-son-xa-ben-moi"
START = f"man-hinh--{COMMUNE}.html"
ON_AIR = ["loa-doi-gio", "hoi-luat-o-dau", "chuyen-ba-tu"]  # the urgent one first
CAMPAIGN = "campaigns/hong-son-luat-ve-ban.yml"


def offered(project: Project, slug: str, province: str = "hong-son") -> list[str]:
    """The ids of the records that a list of a province leads to, in order."""
    html = page(project, f"man-hinh--{province}--{slug}.html")
    links = re.findall(r'class="touch" href="[a-z-]+/([a-z0-9-]+)\.html"', html)
    return [one for one in links if one != "index"]


def test_a_screen_lists_what_its_own_province_does(small: Project) -> None:
    """Nobody walks to a campaign of another province; what holds everywhere stands behind."""
    before = offered(small, "chien-dich")

    small.change(CAMPAIGN, "lead: so-tu-phap-hong-son", "lead: so-tu-phap-thanh-giang")

    assert before[0] == "hong-son-luat-ve-ban"
    assert "thang-phap-luat" in before
    assert offered(small, "chien-dich") == before[1:]


def test_a_campaign_that_is_over_is_not_listed(small: Project) -> None:
    """Who comes to the office is not sent to what has ended."""
    before = offered(small, "chien-dich")

    small.change(CAMPAIGN, "last_day: 2026-12-31}", "last_day: 2026-11-01}")
    small.change(CAMPAIGN, "peak: {first_day: 2026-11-01, last_day: 2026-11-30}\n", "")

    assert "hong-son-luat-ve-ban" in before
    assert "hong-son-luat-ve-ban" not in offered(small, "chien-dich")


def test_what_the_loudspeakers_say_stands_with_the_latest_first(small: Project) -> None:
    """People ask about what they heard this morning, not about leaflets."""
    before = offered(small, "loa")

    small.change("materials/loi-moi-nghe-loa.yml", "issued_on:", "issued_on: 2026-11-20 #")

    assert before[:3] == ON_AIR
    assert set(before[3:]) == {"thong-bao-doi-gio", "loi-moi-nghe-loa"}
    assert offered(small, "loa")[3] == "loi-moi-nghe-loa"


def test_a_bulletin_opens_where_it_is_heard_and_read(small: Project) -> None:
    """Most who touch it want to listen; the officer before the microphone is one touch further."""
    html = page(small, "man-hinh--hong-son--loa.html")

    assert re.findall(r'class="touch" href="(ban-tin/[a-z-]+\.html)"', html)[:-1] == [
        f"ban-tin/{one}.html" for one in ON_AIR
    ]
    assert f'href="../ban-tin/{ON_AIR[1]}--doc.html"' in page(small, f"ban-tin/{ON_AIR[1]}.html")


def test_what_is_under_way_comes_first_wherever_it_is_from(small: Project) -> None:
    """What a province has no end for hides no drive of the whole country that runs today."""
    runs = "kind: long_term\nperiod: {first_day: 2026-11-01, last_day: 2026-12-31}"
    small.change("campaigns/thang-phap-luat.yml", "kind: long_term", runs)
    small.change(CAMPAIGN, ", last_day: 2026-12-31}", "}")
    small.change(CAMPAIGN, "peak: {first_day: 2026-11-01, last_day: 2026-11-30}\n", "")

    shown = offered(small, "chien-dich")

    assert shown.index("thang-phap-luat") < shown.index("hong-son-luat-ve-ban")


def test_of_many_words_of_the_loudspeaker_the_latest_are_there(small: Project) -> None:
    """What was read this morning must not be cut off behind thirty older ones."""
    text = (small.content / "materials" / "loi-moi-nghe-loa.yml").read_text(encoding="utf-8")
    for number in range(MOST):
        id = f"bai-{number}"
        old = re.sub("issued_on: .*", "issued_on: 2024-01-01", text)
        small.add(f"materials/{id}.yml", old.replace("id: loi-moi-nghe-loa", f"id: {id}"))

    shown = offered(small, "loa")

    assert len(shown) == MOST
    assert {"loi-moi-nghe-loa", "thong-bao-doi-gio"} <= set(shown)


def test_a_list_is_no_longer_than_somebody_reads_standing(small: Project) -> None:
    """The other procedures are one touch away, in the list of the site and in the search."""
    text = (small.content / "procedures" / "rut-don.yml").read_text(encoding="utf-8")
    text = re.sub(r"^(code|code_verified_on): .*\n", "", text, flags=re.M)
    for number in range(MOST + 5):
        id = f"viec-{number}"
        small.add(f"procedures/{id}.yml", text.replace("id: rut-don", f"id: {id}"))

    shown = offered(small, "thu-tuc")

    assert len(shown) == MOST
    assert 'href="thu-tuc/index.html"' in page(small, "man-hinh--hong-son--thu-tuc.html")


def test_a_machine_starts_though_its_commune_was_renamed(small: Project) -> None:
    """Nobody climbs to a screen on a wall because somebody gave a record another id."""
    record = small.content / "areas" / f"{COMMUNE}.yml"
    text = record.read_text(encoding="utf-8")
    new = text.replace(f"id: {COMMUNE}\n", f"id: {RENAMED}\nformer_ids: [{COMMUNE}]\n")
    for file in small.content.rglob("*.yml"):
        was = file.read_text(encoding="utf-8")
        file.write_text(was.replace(COMMUNE, RENAMED), encoding="utf-8")
    record.unlink()
    small.add(f"areas/{RENAMED}.yml", new)

    html = page(small, START)

    assert f'data-home="{RENAMED}"' in html
    assert f'href="tim-kiem.html?man-hinh={RENAMED}"' in html


def test_a_commune_that_is_no_more_says_so(small: Project) -> None:
    """A screen must not name numbers of a place that was joined to another."""
    small.change(
        f"areas/{COMMUNE}.yml",
        "first_day: 2025-07-01",
        "first_day: 2025-07-01\nlast_day: 2026-11-01",
    )

    html = page(small, START)

    assert "không còn là một xã, phường riêng" in html
    assert f'href="dia-phuong/{COMMUNE}.html"' in html
    assert 'id="goi-ai"' not in html
    assert START not in page(small, "man-hinh--hong-son.html")


def test_a_number_is_never_a_link_on_the_terminal(
    built_small: Project, built_real: Project
) -> None:
    """Nothing is dialled there; whoever touched such a link would wait before a dead screen."""
    pages = [one for site in (built_small, built_real) for one in site.site.glob("man-hinh*.html")]

    dialled = [one.name for one in pages if "tel:" in one.read_text(encoding="utf-8")]

    assert len(pages) > 200
    assert dialled == []
