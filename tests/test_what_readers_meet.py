"""What readers meet: whom they can call, what they see first, and once something was taken back."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml.html import fromstring

from generator.facets import FACETS
from generator.outputs.home import MOST_ASKED
from generator.reading import text_of, values_of
from generator.records.organisations import Organisation
from generator.records.record import Record
from generator.records.rosters import Roster
from generator.sheets import OF_A_VIEW
from tests.conftest import ROOT, Project, make_project

WITHDRAWN = "status: withdrawn\nwithdrawn: {on: 2026-11-01, reason: Đã cũ.}"
CAMPAIGN = "chien-dich/hong-son-luat-ve-ban.html"


def page(project: Project, address: str) -> str:
    """The HTML of a page of the site, built now."""
    run = project.call("build", "--quiet")

    assert run.returncode == 0, run.stdout + run.stderr
    return (project.site / address).read_text(encoding="utf-8")


def test_a_withdrawn_material_is_offered_by_no_campaign(small: Project) -> None:
    """Nobody is handed a leaflet that its own page tells people not to follow."""
    before = page(small, CAMPAIGN)

    small.change("materials/to-gap-hoi-ai.yml", "status: published", WITHDRAWN)

    link = "tai-lieu/to-gap-hoi-ai.html"
    assert link in before
    assert link not in page(small, CAMPAIGN)


def test_the_page_of_a_role_outlives_its_last_agency(small: Project) -> None:
    """The officer who withdraws an agency as the guide says is not stopped by the ledger."""
    record = small.content / "agencies" / "quoc-hoi.yml"
    role = re.search(r"^role: (.+)$", record.read_text(encoding="utf-8"), re.M)
    assert role

    small.change("agencies/quoc-hoi.yml", "status: published", WITHDRAWN)

    assert f"<h1>{role[1]}</h1>" in page(small, "co-quan/vai-tro-quoc-hoi.html")


def test_where_no_agency_can_be_called_the_national_line_stands(built_real: Project) -> None:
    """A campaign that names two offices without a number still gives one to dial."""
    html = (built_real.site / "chien-dich/ca-mau-tro-giup-phap-ly-gan-dan.html").read_text("utf-8")

    ask = html.partition('id="hoi-ai"')[2].partition("</section>")[0]

    assert 'href="tel:18001233"' in ask


def test_home_begins_with_who_may_and_how(built_real: Project) -> None:
    """Most people come to ask whether they are entitled, not for a poster."""
    home = (built_real.site / "index.html").read_text(encoding="utf-8")

    shown = re.findall(r'href="tai-lieu/([a-z0-9-]+)\.html"', home)

    ids = [id for id in shown if id != "index" and OF_A_VIEW not in id]
    records = [ROOT / "content" / "materials" / f"{id}.yml" for id in ids]
    assert records
    assert {kind_in(record) for record in records} <= {str(kind) for kind in MOST_ASKED}


def test_home_leads_to_what_the_loudspeaker_says(built_real: Project) -> None:
    """Who missed the words from the pole, or did not hear well, can read them again."""
    home = (built_real.site / "index.html").read_text(encoding="utf-8")
    address = re.search(r'href="([^"]+)"><h3[^>]*>.*?Loa phát thanh', home)

    assert address
    page = (built_real.site / address[1]).read_text(encoding="utf-8")

    shown = re.findall(r'<h3><a href="\.\./tai-lieu/([a-z0-9-]+)\.html"', page)
    records = [ROOT / "content" / "materials" / f"{id}.yml" for id in shown]
    assert records
    assert {kind_in(record) for record in records} == {"announcement"}


def kind_in(record: Path) -> str:
    """The kind that a material's file names."""
    return record.read_text(encoding="utf-8").partition("\nkind: ")[2].partition("\n")[0]


def test_each_piece_of_personal_data_is_told_on_its_own_line(small: Project) -> None:
    """In a long text nobody has to search, nor to run the check once for each find."""
    record = small.content / "materials" / "thong-bao-doi-gio.yml"
    body = "body: |\n  Xin gọi\n  0912345678\n  hoặc viết cho nam@gmail.com."
    text = re.sub(r"^body: .*$", body, record.read_text("utf-8"), flags=re.M)
    record.write_text(text, encoding="utf-8")

    told = small.call("check").stdout

    lines = text.split("\n")
    for found in ("0912345678", "nam@gmail.com"):
        number = next(n for n, line in enumerate(lines, 1) if found in line)
        assert f"thong-bao-doi-gio.yml:{number}: “{found}”" in told


def test_prose_may_have_its_heading_below_its_head(small: Project) -> None:
    """A page with a description and a first heading has a title, as MkDocs sees it."""
    small.add("pages/lien-he.md", "---\ndescription: Hỏi ở đâu\n---\n\n# Liên hệ\n")

    assert "<title>Liên hệ" in page(small, "lien-he.html")


def test_a_long_calendar_is_cut_into_sheets(small: Project) -> None:
    """The plans of a whole province still open on an old telephone, the latest past work first."""
    days = [date(2026, 4, 1) + timedelta(n) for n in range(60)]
    work = "".join(
        f"  - {{path: V.{n}, text: Việc cũ {n}, "
        f"time: {{as_written: xuân {n}, kind: point, last_day: {day}}}}}\n"
        for n, day in enumerate(days)
    )
    plan = small.content / "plans" / "hong-son-dua-luat-ve-ban-2026.yml"
    plan.write_text(plan.read_text("utf-8").replace("targets:\n", f"{work}targets:\n"), "utf-8")

    first = page(small, "lich--da-qua.html")

    second = (small.site / "lich--da-qua--2.html").read_text("utf-8")
    told = re.findall(r"Việc cũ (\d+)<", first + second)
    assert [int(n) for n in told] == list(range(59, -1, -1))
    assert first.count("dated__day") == 50
    assert 'href="lich--da-qua--2.html" rel="next"' in first


def test_letters_that_share_a_page_are_told_together(built_small: Project) -> None:
    """Who looks for Đ among the letters finds it beside D, and a number without reading all."""
    front = (built_small.site / "a-z.html").read_text(encoding="utf-8")
    numbers = (built_small.site / "a-z--noi-so.html").read_text(encoding="utf-8")

    assert '<a href="a-z--d.html">D, Đ</a>' in front
    assert '<a href="a-z--noi-so.html">0–9, chữ khác</a>' in front
    assert "<h1>Tỉnh, xã, phường: 0–9, chữ khác</h1>" in numbers


def test_numbered_wards_stand_from_a_to_z_by_their_number(small: Project) -> None:
    """Nobody looks for ward 8 behind ward 10."""
    eighth = (small.content / "areas" / "hong-son-phuong-8.yml").read_text(encoding="utf-8")
    for number in ("2", "10"):
        small.add(f"areas/phuong-{number}.yml", re.sub(r"^code: .*\n", "", eighth, flags=re.M))
        small.change(f"areas/phuong-{number}.yml", "id: hong-son-phuong-8", f"id: phuong-{number}")
        small.change(f"areas/phuong-{number}.yml", '\nname: "8"', f'\nname: "{number}"')

    html = page(small, "a-z--noi-so.html")

    assert re.findall(r">Phường (\d+)</a>", html) == ["2", "8", "10"]


def test_a_list_without_anything_says_so(tmp_path: Path) -> None:
    """Who opens a list that nobody has filled yet does not wait for the rest of the page."""
    empty = make_project(tmp_path)
    (empty.content / "pages").mkdir(parents=True)
    assert empty.call("build").returncode == 0

    kinds: list[type[Record]] = [*(FACETS.keys() - {Organisation}), Roster]
    for section in (kind.section for kind in kinds):
        html = (empty.site / section / "index.html").read_text(encoding="utf-8")
        assert re.search(r"<p>Chưa có [^<]+\.</p>", html), section


WORDING = values_of(text_of(ROOT / "theme" / "wording" / "vi.yml"))
OF_MANY = [key for key in WORDING["pages"] if key.endswith("-by") and key != "rosters-by"]


@pytest.mark.parametrize("key", [*OF_MANY, "procedures-by-tinh"])
def test_a_list_is_told_well_whatever_its_rows_share(key: str) -> None:
    """A place, a year, a kind and "no province" stand in one sentence: "ở 2025" is none."""
    page = WORDING["pages"][key]

    assert ": {name}" in page["title"]
    assert ": {name}" in page["description"]


def test_no_page_shows_a_hole_that_nobody_filled(built_real: Project) -> None:
    """ "{turn}" behind a title tells readers that nobody looked at the page."""
    holes = re.compile(r"\{[a-z_]+\}")
    found = {}
    for path in sorted(built_real.site.rglob("*.html")):
        read = fromstring(path.read_bytes().decode())
        told = read.xpath("//text()[not(ancestor::code)] | //meta/@content | //@alt")
        assert isinstance(told, list)
        if shown := holes.findall(" ".join(map(str, told))):
            found[path.name] = shown

    assert found == {}


def test_a_law_names_everything_that_rests_on_it(built_real: Project) -> None:
    """When a law is amended, an officer reviews what its page lists; what it lacks stays wrong."""
    text = (built_real.site / "van-ban/luat-11-2017-qh14.html").read_text(encoding="utf-8")
    citing = text[text.index('id="dan-toi"') :]

    for section in ("tim-dien", "giai-thich-tu-ngu", "chien-dich", "thu-tuc", "tai-lieu"):
        assert f'href="../{section}/' in citing, section


def test_a_made_up_number_stands_among_made_up_numbers(built_real: Project) -> None:
    """Nobody dials the first number of a page that turns out to be there for show."""
    text = (built_real.site / "dia-phuong/ca-mau.html").read_text(encoding="utf-8")

    assert text.index("1800.1233") < text.index('id="trinh-dien"') < text.index("0290 000 0041")


def test_an_agency_tells_in_which_plans_it_has_work(built_real: Project) -> None:
    """Who prepares a report counts plans, not the rows of a table that repeats their names."""
    office = built_real.site / "co-quan/so-tu-phap-lang-son.html"
    text = str(fromstring(office.read_bytes().decode()).xpath("string()"))

    assert (
        "Lạng Sơn: đưa Luật Trợ giúp pháp lý vào cuộc sống (chủ trì 12 việc, phối hợp 1 việc)"
        in (" ".join(text.split()))
    )
