"""Areas: what resolutions and lists say of them, and where every name of before leads."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.importers.areas import understand_areas, with_code
from generator.importers.reading_files import read_document, text_lines
from generator.importers.resolutions import Resolution, read_resolution
from generator.importers.source import ImportRefused, SourceText
from generator.intake import load
from generator.library import Library
from generator.outputs.area_pages import NAMES, outputs
from generator.page import Joined
from generator.places import FormerName, Places
from generator.reading import values_of
from generator.records.areas import Area, AreaKind, called
from tests.conftest import ROOT, TODAY, Project

OFFERING_PROVINCES = {
    "index.html",
    "a-z--noi-d.html",
    "dia-phuong/index.html",
    "tim-kiem.html",
    "to-chuc/index.html",
    "to-chuc/tinh--doi-che.html",
}
OFFERING = ("index.html", "hong-son.html", "ten-dia-phuong.js")

SHARED = ROOT.parent / "shared" / "areas"
OURS = Path(__file__).parent / "areas" / "nghi-quyet.txt"
RESOLUTIONS = {"ca-mau": "nq1655_camau", "can-tho": "nq1668_cantho", "lai-chau": "nq1670_laichau"}
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/areas is not here")

# What the last clause of each resolution states: all, of each kind, and how many were left alone.
TOTALS = {
    "ca-mau": (64, {AreaKind.COMMUNE: 55, AreaKind.WARD: 9}, 1),
    "can-tho": (103, {AreaKind.WARD: 31, AreaKind.COMMUNE: 72}, 8),
    "lai-chau": (38, {AreaKind.COMMUNE: 36, AreaKind.WARD: 2}, 2),
}
# Every unit that the resolutions cut in pieces, read from them by eye, with the clauses it went to.
DIVIDED = {
    "ca-mau": {
        "xã Tạ An Khương": {3, 6},
        "xã Khánh Thuận": {8, 9},
        "xã Khánh Lâm": {8, 10},
        "xã Nguyễn Phích": {9, 10, 11},
        "xã Tân Ân": {12, 13},
        "xã Viên An": {13, 24},
        "xã Trần Hợi": {16, 19},
        "xã Phong Điền": {18, 19},
        "xã Lợi An": {19, 31, 61},
        "thị trấn Năm Căn": {24, 25},
        "xã Hàm Rồng": {24, 25},
        "xã Hòa Mỹ": {30, 32, 33},
        "xã Đông Hưng": {32, 34},
        "xã Đông Thới": {32, 34},
        "xã Tân Hưng Đông": {33, 34},
        "phường 7 (thành phố Cà Mau)": {62, 63},
        "phường 6": {62, 63},
        "xã Định Bình": {62, 63},
        "xã Tắc Vân": {62, 63},
    },
    "can-tho": {
        "phường Bùi Hữu Nghĩa": {2, 6},
        "phường Long Tuyền": {4, 7},
        "phường Thốt Nốt": {14, 15},
    },
    "lai-chau": {},
}
# Names that two units of before had, with no district in the resolution to tell them apart.
SHARED_NAMES = {
    "ca-mau": {},
    "can-tho": {
        "xã Thuận Hưng": {50, 84},
        "xã Tân Long": {64, 85},
        "xã Phú Hữu": {57, 69},
        "xã Phú Tân": {57, 80},
        "xã Tân Thạnh": {36, 71},
        "xã Thạnh Quới": {43, 66},
        "xã Long Bình": {18, 85},
        "xã Long Phú": {20, 72},
        "xã Thạnh Phú": {67, 96},
    },
    "lai-chau": {},
}


@pytest.fixture(scope="module")
def library() -> Library:
    """The real content."""
    shown = load(ROOT / "content")[0].shown(drafts=False, demo=False)
    return shown.on(date.fromisoformat(TODAY))


@pytest.fixture(scope="module")
def places(library: Library) -> Places:
    """Every name of the real content."""
    return Places(library)


@pytest.fixture(params=RESOLUTIONS)
def province(request: pytest.FixtureRequest, library: Library) -> Area:
    """Each province whose resolution is at hand."""
    found = library.find(Area, request.param)
    assert found
    return found


def clause_of(area: Area) -> int:
    """The clause that the record itself names as its source."""
    return int((area.sources[0].place or "").removeprefix("Điều 1 khoản "))


# ---- the real content against the resolutions --------------------------------------------------


def test_counts_are_those_of_the_resolutions(province: Area, places: Places) -> None:
    """No commune is missing and none is there twice, or somebody finds no number to call."""
    communes = places.communes(province)
    kinds = Counter(area.kind for area in communes)
    left_alone = [area for area in communes if not area.predecessors]

    assert (len(communes), dict(kinds), len(left_alone)) == TOTALS[province.id]


def crude_names(sentence: str) -> Counter[str]:
    """The names in a clause by no grammar at all: what stands between words in small letters."""
    parts = re.search(r"dân số của(.*)thành (?:xã|phường)", sentence.replace("*", ""))
    assert parts, sentence
    text = re.sub(r"\(.*?\)|sau khi sắp xếp.*?Điều này", "", parts[1])
    text = re.sub(r"thị trấn|phường|Phường|thành|các|của|và|xã", "|", text)
    names = (" ".join(re.sub(r"\b[^\W\dA-ZÀ-Ỹ]\w*", "", one).split()) for one in only_names(text))
    return Counter(name for name in names if name)


def only_names(text: str) -> Iterator[str]:
    """The pieces between separators that begin with a capital or a digit."""
    for piece in re.split(r"[|,]", text):
        if piece.strip()[:1].isupper() or piece.strip()[:1].isdigit():
            yield piece


def clauses(name: str) -> dict[int, str]:
    """The clauses of a resolution that begin with "Sắp xếp", by their numbers."""
    text = (SHARED / f"{name}.txt").read_text(encoding="utf-8")
    found = re.findall(r"^(\d+)\.\s*(Sắp xếp toàn bộ.*)$", text, re.MULTILINE)
    return {int(number): sentence for number, sentence in found}


@needs_shared
def test_every_unit_of_before_stands_where_its_clause_puts_it(
    province: Area, places: Places
) -> None:
    """Nobody's old commune was lost or sent to the wrong place, however the text was mangled."""
    sentences = clauses(RESOLUTIONS[province.id])
    rearranged = [area for area in places.communes(province) if area.predecessors]

    written = {clause_of(a): Counter(one.name for one in a.predecessors) for a in rearranged}

    assert written == {number: crude_names(sentence) for number, sentence in sentences.items()}
    for area in rearranged:
        end = sentences[clause_of(area)].replace("*", "").rstrip(". ")
        assert " ".join(end.split()).endswith(called(area.kind, area.name))


@needs_shared
def test_the_content_is_what_the_importer_makes_of_the_resolutions(
    province: Area, places: Places
) -> None:
    """Whoever imports the resolution again changes nothing that somebody compared."""
    found = read_resolution(read_document(SHARED / f"{RESOLUTIONS[province.id]}.txt"))
    imported = {
        (unit.kind, unit.name, unit.place): [
            (one.kind, one.name, one.district, one.share, one.note) for one in unit.formers
        ]
        for unit in found.units
    }

    assert found.province == province.name
    assert imported == {
        (area.kind, area.name, area.sources[0].place): [
            (one.kind, one.name, one.district, one.share, one.note) for one in area.predecessors
        ]
        for area in places.communes(province)
    }


def test_every_name_of_before_leads_to_its_commune_or_to_a_choice(
    province: Area, places: Places
) -> None:
    """An undivided commune leads on alone; which part of a divided one it is, only people know."""
    known = {"divided": DIVIDED[province.id], "shared": SHARED_NAMES[province.id]}
    names = places.former_names(province)

    choices = {
        "divided": {
            plain(one): numbers(one) for one in names if one.is_choice and not one.is_shared
        },
        "shared": {plain(one): numbers(one) for one in names if one.is_choice and one.is_shared},
    }

    assert choices == known
    assert {len(one.choices) for one in names if not one.is_choice} == {1}


def plain(name: FormerName) -> str:
    """A name as it stands in a sentence."""
    return name.label[:1].lower() + name.label[1:]


def numbers(name: FormerName) -> set[int]:
    """The clauses of all areas that a name may mean."""
    return {clause_of(went.area) for went in name.choices}


def test_typing_any_name_of_before_finds_where_it_went(province: Area, places: Places) -> None:
    """The old name on an identity card is enough, with marks or without."""
    for area in places.communes(province):
        for one in area.predecessors:
            typed = called(one.kind, one.name)

            found = {place.id for match in places.resolve(typed) for place in match.areas}

            assert area.id in found, typed


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("ta an khuong", [["Xã Tạ An Khương"], ["Xã Đầm Dơi", "Xã Tạ An Khương"]]),
        ("p8", [["Phường Bạc Liêu"], ["Phường Lý Văn Lâm"], ["Phường Sóc Trăng"]]),
        ("Phường 08", [["Phường Bạc Liêu"], ["Phường Lý Văn Lâm"], ["Phường Sóc Trăng"]]),
        ("xa phien", [["Xã Xà Phiên"]]),
        ("TT. Đầm Dơi", [["Xã Đầm Dơi"], ["Xã Đầm Dơi"]]),
        ("huyện Lộc Bình", [["Tỉnh Lạng Sơn"]]),
        ("thi xa gia rai", [["Phường Giá Rai"], ["Tỉnh Cà Mau", "Phường Giá Rai"]]),
        ("hau giang", [["Thành phố Cần Thơ"]]),
        ("không có nơi này", []),
        ("", []),
    ],
)
def test_a_name_leads_to_all_that_it_may_mean(
    typed: str, leads_to: list[list[str]], places: Places
) -> None:
    """Areas of today come first; a district leads to its province and to what a source names."""
    found = places.resolve(typed)

    assert [[area.label for area in match.areas] for match in found] == leads_to


def test_an_area_that_took_the_name_of_another_says_so(library: Library, places: Places) -> None:
    """Who lived in the old xã Tân Ân must not take the new one of that name for theirs."""
    area = library.find(Area, "ca-mau-xa-tan-an")
    assert area
    province = library.get(Area, "ca-mau")

    units = places.of(province).other_places(area)

    assert [(one.label, [went.area.label for went in one.now]) for one in units] == [
        ("Xã Tân Ân", ["Xã Đất Mũi", "Xã Phan Ngọc Hiển"])
    ]


def test_no_successor_is_without_its_clause(province: Area, places: Places) -> None:
    """Every statement on what became of a commune can be looked up in the resolution."""
    for area in places.communes(province):
        sources = [source for source in area.sources if source.document and source.compared_on]

        assert [one.place for one in sources] == [f"Điều 1 khoản {clause_of(area)}"]


# ---- a resolution of ours, with every trap of the real ones ------------------------------------


def read(text: str) -> Resolution:
    """A resolution from its text."""
    found = understand_areas(SourceText("nghi-quyet.txt", text_lines(text)))
    assert isinstance(found, Resolution)
    return found


def told(text: str) -> str:
    """The sentence with which a text is refused."""
    with pytest.raises(ImportRefused) as refused:
        read(text)
    return refused.value.told()


def test_a_resolution_is_read_clause_by_clause() -> None:
    """Stuck words, residue, lists of several kinds and parts of several units keep their sense."""
    found = read(OURS.read_text(encoding="utf-8"))

    assert (found.number, found.kind, found.province) == (
        "9901/NQ-UBTVQH15",
        "province",
        "Hồng Sơn",
    )
    assert (str(found.passed_on), str(found.first_day)) == ("2025-06-16", "2025-07-01")
    assert [
        (called(unit.kind, unit.name), [one_line(former) for former in unit.formers])
        for unit in found.units
    ] == [
        ("xã Bến Thành", ["whole xã Bến Thành", "whole xã Cây Gạo"]),
        ("xã Đồi Chè", ["whole thị trấn Đồi Chè", "whole xã Nậm Ủ", "whole xã Tả Vàn"]),
        (
            "phường Hồng Sơn 1",
            [
                "whole phường 1 (thành phố Hồng Sơn)",
                "whole phường 2 (thành phố Hồng Sơn)",
                "whole phường 3 (thành phố Hồng Sơn)",
                "whole phường 4",
                "whole xã Lý Văn Thành",
            ],
        ),
        (
            "đặc khu Hòn Trứng",
            [
                "whole xã Hòn Trứng [Bao gồm Hòn Con]",
                "whole phường Suối Lạnh",
                "whole phường Vườn Dâu (thị xã Bến Thuyền)",
                "part phường 5 (thị xã Bến Thuyền)",
                "part xã Gò Cát",
                "part xã Gò Me",
            ],
        ),
        (
            "xã Gò Cát",
            [
                "whole xã Đồi Chè",
                "rest phường 5 (thị xã Bến Thuyền)",
                "rest xã Gò Cát",
                "rest xã Gò Me",
            ],
        ),
        ("phường Bến Lội", []),
        ("xã Cây Gạo", []),
        ("xã Thuỷ Triều", []),
    ]


def one_line(former: object) -> str:
    """A unit of before in a line: its share, its name, its district, its note."""
    share, kind, name, district, note = (
        getattr(former, field) for field in ("share", "kind", "name", "district", "note")
    )
    words = f"{share} {called(kind, name)}" + (f" ({district})" if district else "")
    return words + (f" [{note}]" if note else "")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "có 08 đơn vị",
            "có 09 đơn vị",
            "Khoản 6 ghi có 9 xã, phường, nhưng trong tệp đếm được 8. Tệp có thể bị cắt; "
            "hãy dùng bản đầy đủ.",
        ),
        (
            "gồm 05 xã, 02 phường",
            "gồm 06 xã, 01 phường",
            "Khoản 6 ghi có 6 xã, nhưng trong tệp đếm được 5. Hãy đối chiếu với bản gốc.",
        ),
        (
            "có 03 xã, 01 phường",
            "có 04 xã, 01 phường",
            "Khoản 6 ghi có 4 xã hình thành sau sắp xếp, nhưng trong tệp đếm được 3. Tệp có thể "
            "bị cắt; hãy dùng bản đầy đủ.",
        ),
        (
            "và 03 đơn vị",
            "và 04 đơn vị",
            "Khoản 6 ghi có 4 đơn vị hành chính cấp xã không sắp xếp, nhưng chỉ nêu tên 3. "
            "Hãy đối chiếu với bản gốc.",
        ),
        (
            "tại khoản 4 Điều này",
            "tại khoản 3 Điều này",
            "Các khoản chia phường 5 không khớp nhau: khoản lấy một phần là 4, còn khoản lấy "
            "phần còn lại nhắc đến khoản 3. Hãy đối chiếu với bản gốc.",
        ),
        (
            "1. Sắp xếp toàn bộ diện tích",
            "1. Đổi tên toàn bộ diện tích",
            "Khoản 1 (dòng 9) không có dạng câu của nghị quyết sắp xếp, nên chưa lấy gì: “Đổi tên "
            "toàn bộ diện tích tự nhiên, quy mô dân số của xã Bến Thành và xã Cây Gạo thành xã mới "
            "có tên gọi là xã Bến Thành”. Hãy đối chiếu với bản gốc và sửa lại câu này trong tệp.",
        ),
        (
            "6.Sau khi sắp xếp",
            "6.Sau đó",
            "Không thấy khoản cuối “Sau khi sắp xếp, … có … đơn vị hành chính cấp xã”, nên không "
            "kiểm được văn bản có đủ hay không. Hãy dùng bản đầy đủ.",
        ),
    ],
)
def test_a_resolution_that_contradicts_itself_is_refused(old: str, new: str, sentence: str) -> None:
    """A text that was cut or mistyped must not become the place where people look for help."""
    text = OURS.read_text(encoding="utf-8")
    assert text.count(old) == 1

    assert told(text.replace(old, new)) == sentence


@pytest.mark.parametrize("day", ["ngày 31 tháng 02", "ngày 0 tháng 7", "ngày 1 tháng 13"])
def test_a_day_that_no_calendar_has_is_refused(day: str) -> None:
    """A mistyped day ends in a sentence that names it, not in a page of Python."""
    text = OURS.read_text(encoding="utf-8")
    begun = "chính thức hoạt động từ "

    sentence = told(re.sub(rf"{begun}ngày \d+ tháng \d+", begun + day, text))

    assert sentence.startswith(f"Văn bản ghi “{begun}{day} năm 2025”, nhưng lịch không có")


def test_a_lost_clause_is_refused() -> None:
    """A page break that swallows a commune shows in the count."""
    text = re.sub(r"^1\. .*\n", "", OURS.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert told(text).startswith("Khoản 6 ghi có 8 xã, phường, nhưng trong tệp đếm được 7.")


@needs_shared
@pytest.mark.parametrize("name", RESOLUTIONS.values())
def test_no_clause_of_a_real_resolution_can_be_lost_unseen(name: str) -> None:
    """Whichever line of the three resolutions is cut, the importer refuses to go on."""
    text = (SHARED / f"{name}.txt").read_text(encoding="utf-8")
    for clause in re.findall(
        r"^\d+\.\s*(?:Sắp xếp toàn bộ|Sau khi sắp xếp).*$", text, re.MULTILINE
    ):
        with pytest.raises(ImportRefused):
            read(text.replace(clause, ""))


# ---- the door ----------------------------------------------------------------------------------


def imported(project: Project, source: Path, *words: str) -> str:
    """What the command says of a file; it must succeed."""
    run = project.call("import", str(source), "--into", "content", *words)
    assert run.returncode == 0, run.stdout + run.stderr
    return project.told(run.stdout)


def area(project: Project, id: str) -> Area:
    """An area as the project's content holds it."""
    found = load(project.content)[0].find(Area, id)
    assert found
    return found


def without_area(project: Project, *ids: str) -> None:
    """Take areas out of the small site."""
    for id in ids:
        (project.content / "areas" / f"{id}.yml").unlink()


def test_a_resolution_becomes_one_draft_for_each_area(small: Project, tmp_path: Path) -> None:
    """An officer drops the resolution in and compares drafts, instead of typing hundreds."""
    (tmp_path / "json").mkdir()

    said = imported(small, OURS, "--json", str(tmp_path / "json"))

    assert "Đây là nghị quyết sắp xếp các xã, phường." in said
    assert "Có 1 khoản bị dính chữ, đã tách ra: khoản 2. Hãy xem lại các tên ở đó." in said
    assert "xã Cây Gạo nhập vào nhiều nơi (xã Bến Thành, xã Cây Gạo)" in said
    folder = small.content / "areas" / "hong-son"
    assert len(list(folder.glob("*.yml"))) == 8
    assert (folder / "hong-son-xa-ben-thanh.yml").read_text(encoding="utf-8") == (
        "id: hong-son-xa-ben-thanh\n"
        "status: draft\n"
        "name: Bến Thành\n"
        "kind: commune\n"
        "province: hong-son\n"
        "first_day: 2025-07-01\n"
        "predecessors:\n"
        "  - {kind: commune, name: Bến Thành, share: whole}\n"
        "  - {kind: commune, name: Cây Gạo, share: whole}\n"
        "sources:\n"
        "  - title: Nghị quyết 9901/NQ-UBTVQH15 (nghi-quyet.txt)\n"
        "    place: Điều 1 khoản 1\n"
        "# Cần làm trước khi công bố: đối chiếu từng tên với văn bản gốc; điền compared_on trong "
        "sources; reviewed_on; review_due.\n"
    )
    answer = json.loads((tmp_path / "json" / "nghi-quyet.json").read_text(encoding="utf-8"))
    assert (answer["kind"], len(answer["areas"])) == ("area_resolution", 8)
    assert answer["areas"][0]["predecessors"][1]["name"] == "Cây Gạo"


def test_a_province_that_is_new_gets_its_draft_too(small: Project) -> None:
    """No commune hangs in the air: the record it lies in is written with it."""
    without_area(small, "hong-son", "hong-son-xa-ben-do", "hong-son-phuong-8")
    without_area(small, "hong-son-dac-khu-hon-trung")

    imported(small, OURS)

    assert area(small, "hong-son").label == "Tỉnh Hồng Sơn"


def test_a_second_import_overwrites_nothing(small: Project) -> None:
    """What somebody has compared and completed stays."""
    imported(small, OURS)

    again = small.call("import", str(OURS), "--into", "content")

    assert again.returncode == 1
    assert "Đã có content/areas/hong-son/hong-son-xa-ben-thanh.yml" in small.told(again.stderr)


# ---- the statistics office's list --------------------------------------------------------------

HEAD = ("Tỉnh / Thành Phố", "Mã TP", "Phường Xã", "Mã PX", "Cấp", "Tên Tiếng Anh")
BEN_DO = ("Tỉnh Hồng Sơn", "97", "Xã Bến Đò", "09701", "Xã", "")
HON_TRUNG = ("Tỉnh Hồng Sơn", "97", "Đặc khu Hòn Trứng", "09703", "Đặc khu", "")
NEW = ("Tỉnh Hồng Sơn", "97", "Phường Bến Lội", "00704", "Phường", "")


def written(folder: Path, *rows: tuple[str, ...], separator: str = ",", mark: str = "") -> Path:
    """A list of units as a file."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    path = folder / "danh-muc.csv"
    path.write_bytes((mark + text.getvalue()).encode())
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_list_gives_known_areas_their_codes(
    small: Project, tmp_path: Path, separator: str, mark: str
) -> None:
    """The codes that other systems ask for come from the office that gives them, zeros and all."""
    table = written(tmp_path, HEAD, BEN_DO, HON_TRUNG, separator=separator, mark=mark)
    file = small.content / "areas" / "hong-son-dac-khu-hon-trung.yml"
    before = file.read_text(encoding="utf-8")

    said = imported(small, table)

    assert area(small, "hong-son-dac-khu-hon-trung").code == "09703"
    kept = before.replace("kind: special_zone\n", "kind: special_zone\ncode: 09703\n")
    assert file.read_text(encoding="utf-8") == kept
    assert "Đã điền 1 mã." in said


def test_communes_that_nobody_knew_become_drafts(small: Project, tmp_path: Path) -> None:
    """The list completes a province; what each was made of, only a resolution can say."""
    imported(small, written(tmp_path, HEAD, BEN_DO, NEW))

    found = area(small, "hong-son-phuong-ben-loi")
    assert (found.status, found.kind, found.code) == ("draft", "ward", "00704")
    assert found.predecessors == ()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((("Tỉnh Hồng Sơn", "97", "Xã Bến Đo", "09701", "Xã", ""),), None),
        (
            (BEN_DO, ("Tỉnh Hồng Sơn", "97", "Xã Bến Đò", "09709", "Xã", "")),
            "Xã Bến Đò có nhiều hàng hoặc nhiều bản ghi trùng tên; chưa điền mã.",
        ),
        (
            (("Tỉnh Hồng Sơn", "97", "Xã Bến Đò", "09711", "Xã", ""),),
            "Xã Bến Đò đã có mã 09701, danh mục ghi 09711. Chưa đổi; thêm --replace nếu muốn đổi.",
        ),
        (
            (BEN_DO, ("Tỉnh Hồng Sơn", "97", "Xã Bến Đò", "", "Xã", "")),
            "Dòng 3: Hàng này thiếu tên tỉnh, tên xã hoặc mã, hoặc mã không phải là số.",
        ),
    ],
)
def test_a_code_is_never_guessed(
    small: Project, tmp_path: Path, rows: tuple[tuple[str, ...], ...], sentence: str | None
) -> None:
    """A wrong code would send somebody's file to another commune: marks and numbers are exact."""
    said = imported(small, written(tmp_path, HEAD, *rows))

    assert area(small, "hong-son-xa-ben-do").code == "09701"
    assert sentence is None or f"  {sentence}\n" in said


def test_a_code_is_changed_when_that_is_asked_for(small: Project, tmp_path: Path) -> None:
    """A corrected list corrects the records, by one word of the officer."""
    table = written(tmp_path, HEAD, (*BEN_DO[:3], "09711", *BEN_DO[4:]))

    imported(small, table, "--replace")

    assert area(small, "hong-son-xa-ben-do").code == "09711"


def test_zeros_that_a_spreadsheet_took_come_back(small: Project, tmp_path: Path) -> None:
    """704 is a number to a spreadsheet, and 00704 a place to everybody else."""
    said = imported(small, written(tmp_path, HEAD, (*NEW[:3], "704", *NEW[4:])))

    assert area(small, "hong-son-phuong-ben-loi").code == "00704"
    assert "Có 1 mã mất số 0 ở đầu" in said


def test_units_of_before_in_a_list_are_left_out(small: Project, tmp_path: Path) -> None:
    """A list with districts is of before July 2025 and tells nothing of the areas of today."""
    head = (*HEAD[:2], "Quận Huyện", "Mã QH", *HEAD[2:])
    old = ("Tỉnh Hồng Sơn", "97", "Huyện Đà Bắc Cũ", "970", "Xã Cũ", "09799", "Xã", "")
    today = (*BEN_DO[:2], "", "", *BEN_DO[2:])

    said = imported(small, written(tmp_path, head, old, today))

    assert "Có 1 hàng ghi quận, huyện" in said
    assert not list(small.content.rglob("*xa-cu.yml"))


def test_a_list_without_rows_is_refused(small: Project, tmp_path: Path) -> None:
    """An empty list, or one of other columns under the same heads, is told and changes nothing."""
    table = written(tmp_path, HEAD)

    run = small.call("import", str(table), "--into", "content")

    assert run.returncode == 1
    assert "Danh mục không có hàng nào đọc được." in run.stderr


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('Tỉnh Hồng Sơn,97,"Xã Bến Đò,09701,Xã,\nTỉnh Hồng Sơn,97,Xã Gò Lau,09704,Xã,\n', 2),
        ('Tỉnh Hồng Sơn,97,Xã Bến Đò,09701,Xã,\nTỉnh Hồng Sơn,97,"Xã "Gò" Lau,09704,Xã,\n', 3),
        ('Tỉnh Hồng Sơn,97,"Xã Bến Đò,09701,Xã,\nTỉnh Hồng Sơn,97,Xã Gò Lau",09704,Xã,\n', 2),
    ],
)
def test_a_stray_quotation_mark_is_refused(
    small: Project, tmp_path: Path, rows: str, line: int
) -> None:
    """One sign too many would swallow the rows below it into the name of a single commune."""
    table = tmp_path / "danh-muc.csv"
    table.write_text(",".join(HEAD) + "\n" + rows, encoding="utf-8")
    before = sorted(small.content.rglob("*"))

    run = small.call("import", str(table), "--into", "content")

    assert run.returncode == 1
    assert f"Hàng bắt đầu ở dòng {line} có dấu nháy kép đặt sai" in run.stderr
    assert sorted(small.content.rglob("*")) == before


def test_a_refused_draft_keeps_the_codes_back_too(small: Project, tmp_path: Path) -> None:
    """Half a list in the records would look like the whole of it."""
    folder = small.content / "areas"
    there = folder / "hong-son" / "hong-son-phuong-ben-loi.yml"
    there.parent.mkdir(exist_ok=True)
    there.write_text("id: dang-soan\n", encoding="utf-8")
    before = (folder / "hong-son-dac-khu-hon-trung.yml").read_bytes()

    table = written(tmp_path, HEAD, HON_TRUNG, NEW)
    run = small.call("import", str(table), "--into", "content")

    assert run.returncode == 1
    assert "Đã có content/areas/hong-son/hong-son-phuong-ben-loi.yml" in small.told(run.stderr)
    assert (folder / "hong-son-dac-khu-hon-trung.yml").read_bytes() == before
    assert "Đã điền" not in run.stdout
    assert "Đã ghi" not in run.stdout


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("id: a\nname: A\nkind: commune", "id: a\nname: A\nkind: commune\ncode: 09703\n"),
        ("kind: ward\r\nnote: b\r\n", "kind: ward\r\ncode: 09703\r\nnote: b\r\n"),
        ("id: a\nkind: ward # của tôi\n", "id: a\nkind: ward # của tôi\ncode: 09703\n"),
        ("id: a\ncode: '1'  # cũ\nkind: ward\n", "id: a\ncode: 09703  # cũ\nkind: ward\n"),
        ("note: |\n  kind: x\nkind: ward\n", "note: |\n  kind: x\nkind: ward\ncode: 09703\n"),
    ],
)  # fmt: skip
def test_a_code_is_written_whatever_the_file_looks_like(text: str, after: str) -> None:
    """Who is told that a code was written finds it there, and every other sign as it was."""
    assert with_code(text, "09703") == after


def test_a_file_that_cannot_be_edited_is_named_and_nothing_is_written(
    small: Project, tmp_path: Path
) -> None:
    """What no machine can edit safely is left to a person, who is told which file it is."""
    file = small.content / "areas" / "hong-son-dac-khu-hon-trung.yml"
    values = values_of(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")

    table = written(tmp_path, HEAD, HON_TRUNG, NEW)
    run = small.call("import", str(table), "--into", "content")

    assert run.returncode == 1
    assert f"Không sửa tự động được tệp content/areas/{file.name}" in small.told(run.stderr)
    assert not list(small.content.rglob("*ben-loi.yml"))


# ---- what the filter of the page is given ------------------------------------------------------


def test_the_script_is_given_every_name_and_nothing_that_runs(
    places: Places, library: Library
) -> None:
    """One assignment of plain values: no request to make, and no name of a place can run."""
    file = next(one for one in outputs(library) if one.address == NAMES)
    assert isinstance(file, Joined)
    text = b"".join(file.make(library, *given) for given in file.pieces).decode()
    table = json.loads(text.removeprefix("var PBGDPL_PLACES=").removesuffix(";\n"))
    labels = {
        (name, table["areas"][target[0]][2])
        for name, _, targets, _ in table["before"]
        for target in targets
    }

    assert "<" not in text
    assert len(table["areas"]) == len(library.published(Area))
    for province in places.provinces:
        for name in places.former_names(province):
            if not name.kept:
                assert {(name.label, went.area.id) for went in name.choices} <= labels


def test_a_province_is_offered_up_to_its_last_day(small: Project) -> None:
    """Who lives where two provinces became one finds that one, and nobody chooses the other."""
    province = "areas/doi-che.yml"
    small.add(province, small.content.joinpath("areas/thanh-giang.yml").read_text("utf-8"))
    small.change(province, "id: thanh-giang", "id: doi-che")
    small.change(province, "name: Thanh Giang", "name: Đồi Chè\nlast_day: 2026-11-22")
    small.change(province, "city_province", "province")
    small.change(province, 'code: "98"', 'code: "96"')

    offering = {}
    for day in ("2026-11-22", "2026-11-23"):
        assert small.call("build", "--today", day).returncode == 0
        offering[day] = _pages_that_name("doi-che", small.site)

    assert offering["2026-11-23"] == {"dia-phuong/hong-son.html"}
    page = (small.site / "dia-phuong" / "doi-che.html").read_text(encoding="utf-8")
    assert "Tỉnh Đồi Chè không còn" in page
    assert 'href="../dia-phuong/hong-son.html"' in page
    assert offering["2026-11-22"] == OFFERING_PROVINCES


def _pages_that_name(id: str, site: Path) -> set[str]:
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    linking = (f"/{id}.html", f'value="{id}"', f"--{id}.html")
    return {
        name
        for name, path in pages.items()
        if any(one in path.read_text(encoding="utf-8") for one in linking)
    }


def test_an_area_that_ended_leads_to_what_it_became(built_small: Project) -> None:
    """Who bookmarked a commune finds where its people belong today, and no list offers it."""
    places = built_small.site / "dia-phuong"
    page = (places / "hong-son-xa-cay-gao.html").read_text(encoding="utf-8")
    lists = [(places / name).read_text(encoding="utf-8") for name in OFFERING]

    assert "Xã Cây Gạo không còn" in page
    assert 'href="../dia-phuong/hong-son-xa-ben-do.html"' in page
    assert not any("hong-son-xa-cay-gao" in text for text in lists)
