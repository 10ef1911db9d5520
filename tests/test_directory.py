"""Who helps in a place: the order of the lists, and how the lists are cut into pages."""

import json
from datetime import date
from pathlib import Path

from generator.directory import Directory, Entry, located_in, serving
from generator.intake import load
from generator.library import Library
from generator.outputs import organisation_lists, organisation_pages
from generator.outputs.narrowing import piece
from generator.page import Output, Outputs, Page
from generator.records.areas import Area
from generator.rendering import Renderer
from generator.sheets import Sheet
from tests.conftest import ROOT, TODAY, Project

HEADER = """id: {id}
status: published
demo: {demo}
sources: [{{title: Danh sách thử, compared_on: 2026-11-22}}]
reviewed_on: 2026-11-22
review_due: 2027-11-22
"""
PHONE = "contacts: [{kind: phone, value: 0290 000 0012}]\n"


def add_area(project: Project, id: str, province: str = "") -> None:
    """A province, or a commune of one."""
    kind = f"kind: commune\nprovince: {province}\n" if province else "kind: province\n"
    project.add(f"areas/{id}.yml", HEADER.format(id=id, demo="true") + f"name: {id}\n{kind}")


def add_organisation(project: Project, id: str, more: str = "", demo: str = "true") -> None:
    """An organisation under its id, with some more lines."""
    common = HEADER.format(id=id, demo=demo) + f"name: {id}\ngroup: registered\n"
    project.add(f"organisations/{id}.yml", f"{common}verified_on: 2026-11-22\n{more}")


def at(area: str) -> str:
    """A place in an area."""
    return f"locations: [{{address: Số 1, area: {area}}}]\n"


def serves(*areas: str) -> str:
    """The areas that an organisation serves."""
    return f"serves: [{', '.join(areas)}]\n"


def state(name: str) -> str:
    """A state with what it needs."""
    why = "state_reason: thử\nstate_decision: Quyết định thử\n"
    return f"state: {name}\nstate_from: 2026-01-01\n{why}"


def two_provinces(folder: Path) -> Project:
    """Two provinces, one with two communes."""
    project = Project(folder)
    for id, province in (("bac", ""), ("nam", ""), ("bac-xa-a", "bac"), ("bac-xa-b", "bac")):
        add_area(project, id, province)
    return project


def library_of(project: Project) -> Library:
    """The records of a project on the fixed day."""
    return load(project.content)[0].on(date.fromisoformat(TODAY))


def here(project: Project, area: str) -> list[str]:
    """The ids of those that stand in an area itself, as its page names them."""
    library = library_of(project)
    return [one.id for one in located_in(library, library.get(Area, area))]


def helpers(project: Project, area: str) -> list[str]:
    """The ids of those that serve an area, as its page names them.

    Who cannot be called names others in their stead by the directory, which must say the same.
    """
    library = library_of(project)
    found = [one.id for one in serving(library, library.get(Area, area))]
    assert [one.id for one in Directory(library).serving(area)] == found
    return found


def test_an_organisation_is_found_in_its_commune_and_in_its_province(tmp_path: Path) -> None:
    """Who knows only the province still meets what stands in its communes."""
    project = two_provinces(tmp_path)
    add_organisation(project, "mot", at("bac-xa-a"))
    add_organisation(project, "hai", at("bac"))

    pages = pages_of(project)

    assert here(project, "bac-xa-a") == ["mot"]
    assert here(project, "bac") == ["hai"]
    assert here(project, "bac-xa-b") == here(project, "nam") == []
    assert listed(pages, "to-chuc/tinh--bac.html") == ["hai", "mot"]
    assert listed(pages, "to-chuc/tinh--nam.html") == []


def test_a_list_of_a_province_shows_its_own_office(tmp_path: Path) -> None:
    """Whoever chooses the north is not sent to the office that the same organisation has south."""
    project = two_provinces(tmp_path)
    add_area(project, "nam-xa-a", "nam")
    places = "locations: [{address: Số 1, area: nam-xa-a}, {address: Số 2, area: bac-xa-b}]\n"
    add_organisation(project, "hai-noi", places)
    library = library_of(project)

    shown = {
        province: json.loads(piece(library, "organisations", province, "", ("hai-noi",)))[3]
        for province in ("bac", "nam")
    }

    assert shown == {"bac": "Xã bac-xa-b", "nam": "Xã nam-xa-a"}


def test_a_commune_is_served_by_whoever_serves_its_province(tmp_path: Path) -> None:
    """The provincial centre answers every commune, each only once, and no other province."""
    project = two_provinces(tmp_path)
    add_organisation(project, "tinh", serves("bac"))
    add_organisation(project, "xa", serves("bac-xa-a"))
    add_organisation(project, "ca-hai", serves("bac", "bac-xa-a"))

    assert helpers(project, "bac-xa-a") == ["ca-hai", "tinh", "xa"]
    assert helpers(project, "bac-xa-b") == helpers(project, "bac") == ["ca-hai", "tinh"]
    assert helpers(project, "nam") == []
    assert Directory(library_of(project)).serving("khong-co") == ()


def test_whom_a_reader_may_trust_and_reach_comes_first(tmp_path: Path) -> None:
    """A frightened reader calls the first in the list, so it is real, at work, and has a phone."""
    project = two_provinces(tmp_path)
    bac = serves("bac")
    add_organisation(project, "a-trinh-dien", bac + PHONE)
    add_organisation(project, "b-tam-dung", bac + PHONE + state("suspended"), demo="false")
    add_organisation(project, "c-khong-so", bac, demo="false")
    add_organisation(project, "d-goi-duoc", bac + PHONE, demo="false")

    assert helpers(project, "bac") == ["d-goi-duoc", "c-khong-so", "b-tam-dung", "a-trinh-dien"]


def test_what_has_stopped_is_offered_to_nobody(tmp_path: Path) -> None:
    """A page says what became of it; no list sends a reader there for help."""
    project = two_provinces(tmp_path)
    gone = "withdrawn: {on: 2026-01-01, reason: thử}\n"
    add_organisation(project, "da-dung", serves("bac") + at("bac") + state("ended"))
    add_organisation(project, "thu-hoi", serves("bac") + gone)
    project.change("organisations/thu-hoi.yml", "status: published", "status: withdrawn")

    found = Directory(library_of(project))

    assert helpers(project, "bac") == here(project, "bac") == []
    assert (found.offered, found.places) == ((), ())
    assert [one.id for one in found.ended] == ["da-dung"]


# ---- the lists -----------------------------------------------------------------------------------


def planned(outputs: Outputs) -> dict[str, Output]:
    """What is to be made, by address."""
    return {one.address: one for one in outputs if isinstance(one, Output)}


def lists_of(project: Project) -> dict[str, Output]:
    """What the sheets of the directory's lists are to be made from, by address."""
    return planned(organisation_lists.outputs(Directory(library_of(project))))


def pages_of(project: Project) -> dict[str, Page]:
    """The pages of the directory's lists, by address."""
    library = library_of(project)
    return {address: made(library, one) for address, one in lists_of(project).items()}


def made(library: Library, output: Output) -> Page:
    """The page that an output is."""
    page = output.make(library, *output.given)
    assert isinstance(page, Page)
    assert page.address == output.address
    return page


def page_of(project: Project, id: str) -> Page:
    """The page of an organisation."""
    library = library_of(project)
    return made(library, planned(organisation_pages.outputs(library))[f"to-chuc/{id}.html"])


def listed(pages: dict[str, Page], start: str) -> list[str]:
    """The ids on all sheets of a list, sheet after sheet."""
    sheets = sorted(
        (sheet for page in pages.values() if (sheet := sheet_of(page)) and sheet.list == start),
        key=lambda sheet: sheet.number,
    )
    return [entry.organisation.id for sheet in sheets for entry in sheet.rows]


def sheet_of(page: Page) -> Sheet[Entry] | None:
    """The sheet that a page of a list shows."""
    found = page.values.get("sheet")
    return found if isinstance(found, Sheet) else None


def many(folder: Path, count: int) -> Project:
    """A province with many organisations in two communes."""
    project = two_provinces(folder)
    for number in range(count):
        commune = "bac-xa-a" if number < count - 5 else "bac-xa-b"
        add_organisation(project, f"to-{number:03}", at(commune) + "fields: [Đất đai]\n")
    return project


def test_a_long_list_is_cut_into_sheets_of_fifty(tmp_path: Path) -> None:
    """An old telephone opens any sheet, and each organisation stands on exactly one."""
    pages = pages_of(many(tmp_path, 120))

    sheets = [sheet_of(page) for address, page in pages.items() if "tinh--bac" in address]

    assert [len(sheet.rows) for sheet in sheets if sheet] == [50, 50, 20]
    assert sorted(listed(pages, "to-chuc/tinh--bac.html")) == [f"to-{n:03}" for n in range(120)]
    assert sorted(listed(pages, "to-chuc/linh-vuc--dat-dai.html")) == [
        f"to-{n:03}" for n in range(120)
    ]


def test_a_commune_is_reached_on_the_sheet_where_it_begins(tmp_path: Path) -> None:
    """Who chooses a commune lands on it, even where it lies three sheets behind."""
    pages = pages_of(many(tmp_path, 120))

    first = pages["to-chuc/tinh--bac.html"]

    places = first.values["communes"]
    assert isinstance(places, list)
    assert [address for _, address in places] == [
        "to-chuc/tinh--bac.html#bac-xa-a",
        "to-chuc/tinh--bac--3.html#bac-xa-b",
    ]


def test_pages_grow_as_organisations_do(tmp_path: Path) -> None:
    """A whole country still builds: twice as many organisations, twice as many sheets."""
    once, twice = (len(pages_of(many(tmp_path / str(count), count))) for count in (100, 200))

    grown = twice - once
    lists_that_grow = 3  # by province, by kind and by field
    assert grown == lists_that_grow * 100 // 50


def test_each_way_to_look_has_a_list(tmp_path: Path) -> None:
    """People look for a kind of help, for people like them, or for their own language."""
    project = two_provinces(tmp_path)
    more = "forms: [advice]\nfields: [Đất đai]\naudiences: [Trẻ em]\nlanguages: [tyz]\n"
    add_organisation(project, "mot", at("bac-xa-a") + more)
    other = "forms: [litigation]\nfields: [Dân sự]\naudiences: [Người cao tuổi]\nlanguages: [hmn]\n"
    add_organisation(project, "hai", at("nam") + other)
    group = project.content / "organisations/hai.yml"
    group.write_text(group.read_text("utf-8").replace("registered", "contracted"), "utf-8")

    pages = pages_of(project)

    for start in (
        "tinh--bac",
        "loai--dang-ky-tham-gia",
        "hinh-thuc--tu-van",
        "linh-vuc--dat-dai",
        "doi-tuong--tre-em",
        "ngon-ngu--tyz",
    ):
        assert listed(pages, f"to-chuc/{start}.html") == ["mot"], start


def test_two_spellings_of_one_field_share_a_list(tmp_path: Path) -> None:
    """A reader does not know that one officer writes capitals and another does not."""
    project = two_provinces(tmp_path)
    add_organisation(project, "mot", "fields: [Đất đai, đất đai]\n")
    add_organisation(project, "hai", "fields: [ĐẤT ĐAI]\n")

    pages = pages_of(project)

    assert listed(pages, "to-chuc/linh-vuc--dat-dai.html") == ["hai", "mot"]


def test_who_serves_a_whole_province_heads_its_list(tmp_path: Path) -> None:
    """Most communes have no office of their own: their people find the provincial one first."""
    project = two_provinces(tmp_path)
    add_organisation(project, "xa", at("bac-xa-a"))
    add_organisation(project, "tinh", at("bac-xa-b") + serves("bac"))

    pages = pages_of(project)

    assert listed(pages, "to-chuc/tinh--bac.html") == ["tinh", "xa", "tinh"]
    assert listed(pages, "to-chuc/loai--dang-ky-tham-gia.html") == ["xa", "tinh"]


def test_a_place_that_nobody_told_is_no_reason_to_vanish(tmp_path: Path) -> None:
    """A record without a place stands in a list of its own, where its officer sees it too."""
    project = two_provinces(tmp_path)
    add_organisation(project, "mot")

    assert listed(pages_of(project), "to-chuc/tinh--chua-ro.html") == ["mot"]


def test_what_has_stopped_stands_in_one_list_only(tmp_path: Path) -> None:
    """Who remembers an office learns that it is gone, and nobody is sent there."""
    project = two_provinces(tmp_path)
    add_organisation(project, "mot", at("bac-xa-a") + state("ended"))

    pages = pages_of(project)

    found = [address for address in pages if sheet_of(pages[address]) and listed(pages, address)]
    assert found == ["to-chuc/tinh-trang--da-dung.html"]


def test_a_sheet_is_made_again_only_when_its_own_rows_are_others(tmp_path: Path) -> None:
    """Who adds one office waits for the sheets that name it, not for those of a whole country."""
    project = many(tmp_path, 120)
    add_organisation(project, "xa-khac", at("nam") + "fields: [Hộ tịch]\n")
    before = lists_of(project)

    add_organisation(project, "zz-moi", at("nam") + "fields: [Hộ tịch]\n")
    add_area(project, "nam-xa-c", "nam")

    now = lists_of(project)
    assert {address for address in now if now[address] != before.get(address)} == {
        "to-chuc/index.html",
        "to-chuc/tinh--nam.html",
        "to-chuc/loai--dang-ky-tham-gia--3.html",
        "to-chuc/linh-vuc--ho-tich.html",
    }


def test_a_new_name_that_keeps_its_place_changes_no_plan(tmp_path: Path) -> None:
    """A list hangs on its records themselves: a letter mended in one costs no planning of lists."""
    project = many(tmp_path, 60)
    before = lists_of(project)

    project.change("organisations/to-007.yml", "name: to-007", "name: to-007a")

    assert lists_of(project) == before


def test_only_the_lists_that_always_stay_are_promised(tmp_path: Path) -> None:
    """The ledger of addresses does not stop an officer because a list grew shorter."""
    lists = lists_of(many(tmp_path, 60))

    lasting = [address for address, one in lists.items() if not one.passing]

    assert lasting == ["to-chuc/index.html", "to-chuc/tinh-trang--da-dung.html"]


def test_a_real_page_offers_nothing_for_demonstration(tmp_path: Path) -> None:
    """Nobody is led from a real centre to a branch that does not exist."""
    project = two_provinces(tmp_path)
    add_organisation(project, "that", serves("bac"), demo="false")
    add_organisation(project, "mau", "parent: that\n" + serves("bac") + PHONE)

    page = page_of(project, "that")

    assert (page.values["branches"], page.values["others"]) == ([], ())


def shared(project: Project, id: str) -> tuple[str, str]:
    """The title and description under which an organisation's page is shared."""
    named = Renderer(ROOT / "theme").named(page_of(project, id))
    return named.title, named.description


def test_offices_of_one_name_are_told_apart_when_their_pages_are_shared(tmp_path: Path) -> None:
    """A link in a chat is a title and a line below it; four provinces have a Branch No. 1."""
    project = two_provinces(tmp_path)
    add_organisation(project, "mot", at("bac-xa-a"), demo="false")
    add_organisation(project, "hai", serves("bac"), demo="false")
    add_organisation(project, "khong-noi", demo="false")

    about = "gọi số nào, đến đâu, giờ nào"
    kind = "Tổ chức đăng ký tham gia trợ giúp pháp lý"
    assert shared(project, "mot") == (
        "mot, xã bac-xa-a",
        f"{kind}, xã bac-xa-a, tỉnh bac: {about}",
    )
    assert shared(project, "hai") == ("hai, tỉnh bac", f"{kind}, tỉnh bac: {about}")
    assert shared(project, "khong-noi")[0] == "khong-noi"


def test_what_nobody_may_turn_to_says_so_before_it_is_opened(tmp_path: Path) -> None:
    """Who forwards a made-up or a closed office must not seem to recommend it."""
    project = two_provinces(tmp_path)
    add_organisation(project, "mau", at("bac-xa-a"))
    add_organisation(project, "dong", at("bac-xa-a") + state("suspended"), demo="false")

    assert shared(project, "mau")[0] == "Dữ liệu trình diễn: mau, xã bac-xa-a"
    assert "Đừng đến" in shared(project, "dong")[1]


def test_a_name_that_ends_in_its_place_does_not_say_it_twice(tmp_path: Path) -> None:
    """Many provincial centres carry the province in their own name."""
    project = two_provinces(tmp_path)
    add_organisation(project, "mot", serves("bac"), demo="false")
    project.change("organisations/mot.yml", "name: mot", "name: Trung tâm tỉnh Bac")

    assert shared(project, "mot")[0] == "Trung tâm tỉnh Bac"


def test_lists_outside_the_menu_are_offered_once_they_have_anything(tmp_path: Path) -> None:
    """Who is on duty is found from the directory; an empty list is nowhere to be sent."""
    project = two_provinces(tmp_path)
    nothing = pages_of(project)["to-chuc/index.html"].values["further"]
    more = "name: Lịch\nkind: court\nplace: Tòa án\nshifts: [{day: 2026-12-01, from: '07:30'}]\n"
    project.add("rosters/lich.yml", HEADER.format(id="lich", demo="true") + more)

    assert nothing == []
    assert pages_of(project)["to-chuc/index.html"].values["further"] == [
        ("lich-truc/index.html", "rosters")
    ]


def test_a_province_that_ended_has_a_list_only_while_anything_lies_there(tmp_path: Path) -> None:
    """Nobody chooses a province of before, and no organisation is lost with it."""
    project = two_provinces(tmp_path)
    for name in ("nam", "tay"):
        add_area(project, name)
        project.change(
            f"areas/{name}.yml", "kind: province\n", "kind: province\nlast_day: 2025-06-30\n"
        )
    add_organisation(project, "o", at("nam"))

    directory = Directory(library_of(project))

    assert directory.provinces == ("bac", "nam")
