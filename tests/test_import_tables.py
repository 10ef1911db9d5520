"""Spreadsheets, imported by whole commands, as an officer meets them."""

import random
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
import xlsxwriter

from generator.catalogue import say
from generator.importers.cells import letter
from generator.importers.columns import TABLES
from generator.importers.workbooks import read_spreadsheet
from generator.importing_tables import TableWishes, import_table, write_template
from generator.reading import values_of
from tests.conftest import ROOT, Project, tree
from tests.spreadsheets import (
    HEADINGS,
    Cell,
    csv_text,
    ods,
    organisation_row,
    organisation_rows,
    xlsx,
)

ROWS, FAULTS, EDITS = 2000, 200, 100
INTO = ("--into", "content")
PLACES = {heading: place for place, heading in enumerate(HEADINGS)}


def records(project: Project, folder: str = "organisations") -> dict[str, bytes]:
    """The files of one kind of record."""
    return tree(project.content / folder)


def imported(project: Project, path: Path, *words: str) -> str:
    """What a successful import says."""
    run = project.call("import", path.name, *INTO, *words)

    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stderr == ""
    return run.stdout


def refused(project: Project, path: Path, *words: str) -> list[str]:
    """What an import says that fails, which leaves the content as it was."""
    before = tree(project.content)
    run = project.call("import", path.name, *INTO, *words)

    assert run.returncode == 1, run.stdout
    assert "Traceback" not in run.stderr
    assert tree(project.content) == before
    return run.stderr.splitlines()


def bare(project: Project) -> Project:
    """The same project without organisations of its own, and what names them."""
    for folder in ("organisations", "practitioners", "rosters", "calls", "procedures"):
        for path in (project.content / folder).glob("*.yml"):
            path.unlink()
    return project


# ---- reading what people have ----------------------------------------------------------------


def as_xlsx(path: Path, rows: list[list[Cell]]) -> Path:
    """A workbook as Excel writes it."""
    return xlsx(path.with_suffix(".xlsx"), rows)


def as_ods(path: Path, rows: list[list[Cell]]) -> Path:
    """A workbook as LibreOffice writes it."""
    return ods(path.with_suffix(".ods"), rows)


def as_csv(separator: str, encoding: str) -> Callable[[Path, list[list[Cell]]], Path]:
    """A writer of CSV with one sign between the cells."""

    def write(path: Path, rows: list[list[Cell]]) -> Path:
        file = path.with_suffix(".csv")
        file.write_bytes(csv_text(rows, separator).encode(encoding))
        return file

    return write


WRITERS = {
    "xlsx": as_xlsx,
    "ods": as_ods,
    "csv with commas": as_csv(",", "utf-8"),
    "csv of Excel": as_csv(";", "utf-8-sig"),
    "tabs in UTF-16": as_csv("\t", "utf-16"),
}


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_list_gives_the_same_records(kind: str, small: Project) -> None:
    """Whichever program an office uses, its list arrives whole."""
    path = WRITERS[kind](small.root / "danh-ba", organisation_rows(3))

    run = small.run("import", path.name, *INTO)

    assert (run.returncode, run.stderr) == (0, "")
    text = records(small)["hong-son/to-hoa-giai-thon-1-phuong-8-hong-son.yml"].decode()
    assert text == (
        "id: to-hoa-giai-thon-1-phuong-8-hong-son\n"
        "status: draft\n"
        "code: TH-00001\n"
        "name: Tổ hòa giải thôn 1\n"
        "group: mediation_team\n"
        "state: active\n"
        "authorisation:\n"
        "  document: Quyết định 1/QĐ-UBND\n"
        "  first_day: 2026-01-05\n"
        "  last_day: 2027-12-31\n"
        "forms:\n"
        "  - advice\n"
        "languages:\n"
        "  - vi\n"
        "  - tyz\n"
        "locations:\n"
        "  - address: Nhà văn hóa thôn 1\n"
        "    area: hong-son-phuong-8\n"
        "    hours:\n"
        "      - days: T2-T6\n"
        '        from: "07:30"\n'
        '        to: "11:30"\n'
        "    directions: Cạnh chợ\n"
        "    latitude: 21.5\n"
        "contacts:\n"
        "  - kind: phone\n"
        "    value: 0200 000 0001\n"
        "  - kind: email\n"
        '    value: "thon-1@hong-son.example"\n'
        "serves:\n"
        "  - hong-son\n"
        "head:\n"
        "  name: Nguyễn Văn Mẫu\n"
        "verified_on: 2026-11-20\n"
        "sources:\n"
        f"  - title: Bảng tính {path.name}\n"
        "# Cần điền trước khi công bố: sources.compared_on; reviewed_on; review_due.\n"
    )


def test_what_was_imported_passes_the_check(small: Project) -> None:
    """An officer who imports a sound list is not told of faults afterwards."""
    imported(small, xlsx(small.root / "danh-ba.xlsx", organisation_rows(20)))

    run = small.call("check", "--quiet")

    assert (run.returncode, run.stdout) == (0, "")


def test_headings_are_matched_by_their_other_names_and_shown(small: Project) -> None:
    """Nobody renames the columns of a list that the office has kept for years."""
    rows: list[list[Cell]] = [
        ["DANH SÁCH TỔ CHỨC", None, None, None, None, None, None, None],
        [],
        ["STT", "Mã số", "TÊN ĐƠN VỊ (*)", "loai hinh", "Tru so", "SĐT 1", "SĐT 2", "Điên thoai b"],
        [1, 7.0, "Văn phòng Sông Xanh", "chi nhanh", "Số 1", "0200 000 0001", "0200 000 0002", "x"],
    ]

    said = imported(small, xlsx(small.root / "cu.xlsx", rows))

    values = {"title": "tổ chức", "kind": "organisations", "row": 3}
    assert f"cu.xlsx: {say('vi', 'table-is', values)}" in said
    assert "  Cột C “TÊN ĐƠN VỊ (*)” → Tên tổ chức (name)\n" in said
    assert "  Cột F “SĐT 1” → Điện thoại (phone)\n" in said
    assert "bỏ qua. Có phải bạn định viết “Điện thoại”?" in said
    record = values_of(records(small)["van-phong-song-xanh.yml"].decode())
    assert record["code"] == "7"
    assert [one["value"] for one in record["contacts"]] == ["0200 000 0001", "0200 000 0002"]


def test_personal_columns_are_never_read(small: Project) -> None:
    """A list with birth days and identity numbers is imported without them, and says so."""
    headings = ["Mã", "Họ và tên", "Loại", "Ngày sinh", "Số CCCD", "Giới tính", "Điện thoại"]
    row: list[Cell] = ["P-1", "Vũ Văn Mẫu", "luật sư", date(1980, 2, 3), "079080001234", "Nam", "1"]
    path = xlsx(small.root / "luat-su.xlsx", [headings, row])

    said = imported(small, path)

    for column, heading in enumerate(headings[3:], start=3):
        values = {"column": letter(column), "heading": heading}
        assert say("vi", "table-column-personal", values) in said
    text = records(small, "practitioners")["p-1.yml"]
    assert text.decode() == (
        "id: p-1\nstatus: draft\ncode: P-1\nname: Vũ Văn Mẫu\nkind: lawyer\n"
        "sources:\n  - title: Bảng tính luat-su.xlsx\n"
        "# Cần điền trước khi công bố: sources.compared_on; reviewed_on; review_due;"
        " legal_basis; last_day.\n"
    )


def test_a_roster_gathers_its_shifts(small: Project) -> None:
    """One row a shift, as duty lists are kept; those of one code are one roster."""
    headings: list[Cell] = [
        "Mã lịch", "Tên lịch trực", "Loại lịch", "Nơi trực", "Xã", "Tỉnh", "Tổ chức",
        "Ngày trực", "Từ giờ", "Đến giờ", "Người trực", "Ghi chú",
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        headings,
        ["LT-9", "Lịch trực Tòa án", "tòa án", "Phòng 1", "Bến Đò", "Hồng Sơn", "HS-01",
         date(2026, 12, 1), time(7, 30), "11h30", "NTH-01; Phạm Văn Mẫu", None],
        ["LT-9", None, None, None, None, None, None, "2/12/2026", 0.5625, "17 giờ", None, "Gọi"],
    ]  # fmt: skip

    imported(small, xlsx(small.root / "truc.xlsx", rows))

    (file,) = (small.content / "rosters/hong-son").glob("*.yml")
    assert values_of(file.read_text(encoding="utf-8"))["shifts"] == [
        {
            "day": "2026-12-01",
            "from": "07:30",
            "to": "11:30",
            "who": ["nth-01", "nth-02"],
        },
        {"day": "2026-12-02", "from": "13:30", "to": "17:00", "note": "Gọi"},
    ]


def test_a_procedure_fills_its_parts_from_cells(small: Project) -> None:
    """Even the lists inside a procedure come from one row."""
    row: dict[str, Cell] = {
        "Mã thủ tục": "1.001122",
        "Tên thủ tục": "Cấp thẻ",
        "Cấp thực hiện": "cấp tỉnh",
        "Cơ quan thực hiện": "so-tu-phap-hong-son",
        "Trình tự thực hiện": "Người dân: Nộp đơn.\nCơ quan: Trả lời.",
        "Cách thức thực hiện": "trực tiếp: Trụ sở Sở; bưu chính",
        "Số bộ hồ sơ": 1.0,
        "Thành phần hồ sơ": "Đơn | 1 bản chính | mẫu 01-GD\nGiấy tờ | 2 bản sao | Để đối chiếu",
        "Thời hạn giải quyết": "4 ngày làm việc tại Trung tâm; 3 ngày làm việc tại Sở",
        "Phí, lệ phí": "Không thu",
        "Mẫu đơn": "01-GD: Đơn xin",
        "Căn cứ pháp lý": "luat-giup-do-phap-ly-2018: Điều 29, Điều 30",
    }
    path = xlsx(small.root / "thu-tuc.xlsx", [list(row), list(row.values())])

    imported(small, path)

    record = values_of((small.content / "procedures/cap-the.yml").read_text(encoding="utf-8"))
    assert {name: record[name] for name in ("steps", "channels", "dossier", "time_limits")} == {
        "steps": [
            {"text": "Nộp đơn.", "who": "applicant"},
            {"text": "Trả lời.", "who": "office"},
        ],
        "channels": [{"kind": "in_person", "place": "Trụ sở Sở"}, {"kind": "post"}],
        "dossier": [
            {"name": "Đơn", "originals": "1", "form": "01-GD"},
            {"name": "Giấy tờ", "copies": "2", "note": "Để đối chiếu"},
        ],
        "time_limits": [
            {"value": "4", "unit": "working_days", "stage": "tại Trung tâm"},
            {"value": "3", "unit": "working_days", "stage": "tại Sở"},
        ],
    }
    assert record["legal_basis"] == [
        {"document": "luat-giup-do-phap-ly-2018", "article": "Điều 29, Điều 30"}
    ]
    assert small.call("check", "--quiet").stdout == ""


# ---- every fault, by row and column ----------------------------------------------------------

LONG = "dài " * 3000
GROUPS = "; ".join(TABLES["organisations"].columns[2].offered)
Fault = tuple[str, Cell, str, dict[str, object]]
SEEDED: tuple[Fault, ...] = (
    ("Điện thoại", "hỏi ở quầy", "table-not-a-telephone", {"value": "hỏi ở quầy"}),
    ("Điện thoại", 2003831111.0, "table-lost-zero", {"value": "2003831111"}),
    ("Điện thoại", "0912 345 678 gọi anh Ba", "table-not-a-telephone",
     {"value": "0912 345 678 gọi anh Ba"}),
    ("Thư điện tử", "khong-phai-thu", "not-a-mail", {"value": "khong-phai-thu"}),
    ("Thư điện tử", "ba@gmail.com", "personal-data", {"found": "ba@gmail.com"}),
    ("Có hiệu lực từ", "32/13/2026", "table-not-a-day", {"value": "32/13/2026"}),
    ("Có hiệu lực đến", "30/02/2027", "table-not-a-day", {"value": "30/02/2027"}),
    ("Có hiệu lực đến", date(2020, 1, 1), "first-after-last",
     {"first": "2026-01-05", "last": "2020-01-01"}),
    ("Ngày kiểm tra lại", "hôm qua", "table-not-a-day", {"value": "hôm qua"}),
    ("Loại tổ chức", "Tổ hòa giảng", "table-not-a-choice-near",
     {"value": "Tổ hòa giảng", "near": "Tổ hòa giải", "choices": GROUPS}),
    ("Loại tổ chức", None, "table-empty-cell", {"name": "Loại tổ chức"}),
    ("Tên tổ chức", None, "table-empty-cell", {"name": "Tên tổ chức"}),
    ("Địa chỉ", None, "table-empty-cell", {"name": "Địa chỉ"}),
    ("Địa chỉ", "Nhà anh Ba, CCCD 079080001234", "personal-data", {"found": "079080001234"}),
    ("Chỉ đường", "Gọi 0912 345 678", "personal-data", {"found": "0912 345 678"}),
    ("Chỉ đường", "Ông Ba, sinh năm 1970", "personal-data", {"found": "sinh năm 1970"}),
    ("Chỉ đường", "đang cập nhật", "table-placeholder", {"value": "đang cập nhật"}),
    ("Chỉ đường", "=HYPERLINK(1)", "table-formula", {"value": "=HYPERLINK(1)"}),
    ("Chỉ đường", LONG, "table-cell-too-long", {"length": len(LONG), "most": 10_000}),
    ("Chỉ đường", "Cạnh \ue000 chợ", "hidden-sign", {"name": "Chỉ đường", "code": "U+E000"}),
    ("Xã, phường", "xã Không Đâu, tỉnh Hồng Sơn", "table-unknown-area",
     {"value": "xã Không Đâu"}),
    ("Xã, phường", "thị trấn Chợ Lách Trên", "table-several-areas",
     {"value": "thị trấn Chợ Lách Trên", "choices": "hong-son-phuong-8; hong-son-xa-ben-do"}),
    ("Xã, phường", "tỉnh Hồng Sơn", "table-not-a-commune", {"value": "tỉnh Hồng Sơn"}),
    ("Xã, phường", "hong-son-xa-ben-doo", "table-unknown-area", {"value": "hong-son-xa-ben-doo"}),
    ("Giờ tiếp", "sáng và chiều", "table-not-hours", {"value": "sáng và chiều"}),
    ("Giờ tiếp", "T9 07:30-11:30", "not-weekdays", {"value": "T9"}),
    ("Giờ tiếp", "T2-T6 11:30-07:30", "opens-after-closing", {"opens": "11:30", "closes": "07:30"}),
    ("Giờ tiếp", "T2-T6 07:30-25:00", "table-not-a-clock", {"value": "25:00"}),
    ("Vĩ độ", "200", "not-degrees", {"name": "Vĩ độ", "value": "200", "most": 90}),
    ("Vĩ độ", "9,17", "not-a-number", {"name": "Vĩ độ", "value": "9,17"}),
    ("Ngôn ngữ", "tiếng Sao Hỏa", "not-a-language", {"value": "tiếng Sao Hỏa"}),
    ("Tổ chức cấp trên", "ZZ-99", "table-unknown-record", {"value": "ZZ-99"}),
    ("Nơi phục vụ", "tỉnh Không Đâu", "table-unknown-area", {"value": "tỉnh Không Đâu"}),
    ("Mã", "TH-00001", "table-code-twice", {"value": "TH-00001", "row": 2}),
    ("Lý do", date(2026, 2, 1), "table-became-a-day", {"value": "2026-02-01"}),
)  # fmt: skip


def seeded(rows: list[list[Cell]], file: str) -> Iterator[str]:
    """Spoil cells of the rows, and give what must be told of each."""
    chosen = random.Random(7).sample(range(2, len(rows)), FAULTS)
    for number, row in enumerate(sorted(chosen)):
        heading, value, key, values = SEEDED[number % len(SEEDED)]
        place = PLACES[heading]
        rows[row][place] = value
        where = f"{file}, dòng {row + 1}, cột {letter(place)} “{heading}”"
        yield f"{where}: {say('vi', key, {'near': '', **values})}"


def test_two_hundred_faults_are_each_told_by_row_and_column(small: Project) -> None:
    """One run finds everything, each where the officer will look for it, and writes nothing."""
    rows = organisation_rows(ROWS)
    expected = list(seeded(rows, "danh-ba.xlsx"))
    path = xlsx(small.root / "danh-ba.xlsx", rows)

    told = refused(bare(small), path)

    assert len(expected) == FAULTS
    assert told == [*expected, say("vi", "table-not-written", {"count": FAULTS})]


def test_a_needed_column_that_is_not_there_is_told_once(small: Project) -> None:
    """A forgotten column is one fault, not one in every row."""
    rows: list[list[Cell]] = [["Mã", "Tên tổ chức", "Địa chỉ"]]
    rows += [[f"A-{number}", f"Tổ {number}", "Số 1"] for number in range(30)]

    told = refused(small, xlsx(small.root / "thieu.xlsx", rows))

    values = {"heading": "Loại tổ chức", "rows": "2, 3, 4, 5, 6, …", "count": 30}
    assert told[0] == f"thieu.xlsx: {say('vi', 'table-needs-column', values)}"
    assert len(told) == 2


def test_faults_name_the_sheet_where_there_are_several(small: Project) -> None:
    """A province keeps a sheet for each district; a row number alone would not do."""
    good, bad = organisation_rows(1), [*organisation_rows(0), organisation_row(2)]
    bad[1][PLACES["Vĩ độ"]] = "bắc"
    path = xlsx(small.root / "hai.xlsx", good, name="Bắc", Nam=bad)

    told = refused(small, path)

    assert told[0].startswith("hai.xlsx, trang “Nam”, dòng 2, cột R “Vĩ độ”: ")


KEYLESS: dict[str, tuple[list[str], list[Cell], list[Cell]]] = {
    "organisations": (
        ["Mã", "Tên tổ chức", "Loại tổ chức", "Điện thoại"],
        ["N1", "Tổ A", "Tổ hòa giải", "0200 000 0012"],
        [None, None, "Tổ hòa giải", "0200 000 0013"],
    ),
    "practitioners": (
        ["Mã", "Họ và tên", "Loại người thực hiện"],
        ["N1", "Vũ Văn Mẫu", "Luật sư"],
        [None, None, "Luật sư"],
    ),
    "procedures": (
        ["Mã thủ tục", "Tên thủ tục", "Tóm tắt"],
        [None, "Cấp thẻ", "Làm đơn."],
        [None, None, "Làm đơn."],
    ),
    "rosters": (
        ["Mã lịch", "Tên lịch trực", "Loại lịch", "Nơi trực", "Ngày trực", "Từ giờ", "Đến giờ"],
        ["N1", "Lịch A", "Tòa án", "Phòng 1", "1/12/2026", "07:30", "11:30"],
        [None, None, "Tòa án", "Phòng 1", "2/12/2026", "07:30", "11:30"],
    ),
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_row_without_code_and_name_is_told(kind: str, small: Project) -> None:
    """A forgotten name is an everyday slip, in whatever list; the row says where."""
    headings, sound, keyless = KEYLESS[kind]
    path = xlsx(small.root / "a.xlsx", [headings, sound, keyless, keyless])

    told = refused(small, path)

    fault = say("vi", "table-empty-cell", {"name": headings[1]})
    assert told == [
        *(f"a.xlsx, dòng {row}, cột B “{headings[1]}”: {fault}" for row in (3, 4)),
        say("vi", "table-not-written", {"count": 2}),
    ]


def test_a_row_without_code_is_told_where_no_column_names_records(small: Project) -> None:
    """A list of telephones by code asks for the code that is missing, not for more columns."""
    rows: list[list[Cell]] = [["Mã", "Điện thoại"], [None, "0200 000 0013"]]

    told = refused(small, xlsx(small.root / "a.xlsx", rows), "--kind", "organisations")

    assert told[0] == f"a.xlsx, dòng 2, cột A “Mã”: {say('vi', 'table-names-nothing')}"
    assert len(told) == 2


@pytest.mark.parametrize("last", ["", "N3,Tổ hòa giải,Tổ C\n", 'N3,Tổ hòa giải,"Tổ C"\n'])
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(last: str, small: Project) -> None:
    """Half a list that looks like a whole one would be believed."""
    text = 'Mã,Loại tổ chức,Tên tổ chức\nN1,Tổ hòa giải,"Tổ A\nN2,Tổ hòa giải,Tổ B\n' + last
    (small.root / "a.csv").write_text(text, encoding="utf-8")

    told = refused(small, Path("a.csv"))

    assert told == [f"a.csv: {say('vi', 'table-damaged-csv', {'row': 2})}"]


@pytest.mark.parametrize("contact", ["0200 000 0011", "{value: 0200 000 0011}"])
def test_content_that_cannot_be_read_is_told_from_inside_its_folder(
    contact: str, small: Project
) -> None:
    """`--into .` names the same folder, and looks at what is there just as well."""
    small.add(
        "organisations/to.yml",
        f"id: to\nstatus: draft\ncode: T-1\nname: Tổ\ngroup: branch\ncontacts:\n  - {contact}\n",
    )
    xlsx(small.content / "a.xlsx", [["Mã", "Điện thoại"], ["T-1", "0200 000 0012"]])
    inside = Project(small.content)

    run = inside.call("import", "a.xlsx", "--into", ".", "--kind", "organisations")

    lines = run.stderr.splitlines()
    assert run.returncode == 1
    assert lines[0].startswith("content/organisations/to.yml:7: ")
    assert lines[1:] == [say("vi", "table-content-first")]


def test_the_content_s_own_faults_come_first(small: Project) -> None:
    """A record that cannot be read could not be found by its code, and would come twice."""
    small.change("organisations/chi-nhanh-so-1.yml", "group: branch", "group: nhánh")

    told = refused(small, xlsx(small.root / "a.xlsx", organisation_rows(1)))

    assert told[0].startswith("content/organisations/chi-nhanh-so-1.yml:5: ")
    assert told[-1] == say("vi", "table-content-first")


def test_progress_counts_every_record(small: Project) -> None:
    """Twenty thousand rows take a while; whoever waits sees that work goes on."""
    path = xlsx(small.root / "danh-ba.xlsx", organisation_rows(60))
    seen: list[int] = []
    wishes = TableWishes(small.content, dry_run=True)

    lines = list(import_table(path, wishes, "vi", seen.append))

    assert seen == list(range(1, 61))
    assert not any(line.failed for line in lines)


# ---- coming again ----------------------------------------------------------------------------

EDITED = {
    "Tên tổ chức": "Tổ hòa giải mới {}",
    "Địa chỉ": "Nhà mới {}",
    "Điện thoại": "0200 111 {:04d}",
    "Chỉ đường": "Đi thẳng {} mét",
    "Giấy đăng ký": "Quyết định mới {}/QĐ-UBND",
}


def test_a_hundred_edits_are_told_and_no_other_file_is_touched(small: Project) -> None:
    """Whoever keeps the list sees just what this week's list changes."""
    project, path = bare(small), small.root / "danh-ba.xlsx"
    rows = organisation_rows(ROWS)
    imported(project, xlsx(path, rows))
    before = records(project)
    chosen = sorted(random.Random(9).sample(range(1, ROWS), EDITS))
    expected = []
    for number, row in enumerate(chosen):
        heading = list(EDITED)[number % len(EDITED)]
        old, new = rows[row][PLACES[heading]], EDITED[heading].format(number)
        rows[row][PLACES[heading]] = new
        expected.append((rows[row][0], f"    {heading}: “{old}” → “{new}”"))

    said = imported(project, xlsx(path, rows))

    changed = re.findall(r"^  Thay đổi \S+ \((\S+)\):\n(.+)$", said, re.M)
    after = records(project)
    counts = {"new": 0, "changed": EDITS, "unchanged": ROWS - EDITS}
    assert changed == expected
    assert say("vi", "table-counts", counts) in said
    assert after.keys() == before.keys()
    assert sum(after[name] != before[name] for name in after) == EDITS
    assert all(_lines_changed(before[name], after[name]) <= 1 for name in after)


def _lines_changed(old: bytes, new: bytes) -> int:
    pairs = zip(old.splitlines(), new.splitlines(), strict=True)
    return sum(one != other for one, other in pairs)


def test_an_update_keeps_comments_and_what_no_column_covers(small: Project) -> None:
    """The work that people put into a record is not undone by next month's list."""
    small.change(
        "organisations/trung-tam-hong-son.yml",
        "    note: Gặp bộ phận tiếp dân.\n",
        "    note: Gặp bộ phận tiếp dân.  # nói rõ\n    # đã gọi thử\n",
    )
    file = small.content / "organisations/trung-tam-hong-son.yml"
    before = file.read_text(encoding="utf-8")
    rows: list[list[Cell]] = [
        ["Mã", "Điện thoại", "Địa chỉ", "Chức vụ", "Fax", "Email"],
        ["HS-01", "0200 000 0099", "Số 5, đường Bờ Sông", "Quyền Giám đốc", "0200 000 0098", None],
    ]

    said = imported(small, xlsx(small.root / "doi.xlsx", rows))

    assert file.read_text(encoding="utf-8") == (
        before.replace("0200 000 0011", "0200 000 0099")
        .replace("    source: Trang thử của Sở Tư pháp\n", "")
        .replace(" address: Số 3, đường Bờ Sông, xã Bến Đò", " address: Số 5, đường Bờ Sông")
        .replace("title: Giám đốc", "title: Quyền Giám đốc")
        .replace(
            "  - {kind: zalo, value: Trung tâm giúp đỡ pháp lý Hồng Sơn}\n",
            "  - {kind: zalo, value: Trung tâm giúp đỡ pháp lý Hồng Sơn}\n"
            "  - kind: fax\n    value: 0200 000 0098\n",
        )
    )
    values = {"file": "content/organisations/trung-tam-hong-son.yml", "name": "HS-01"}
    assert say("vi", "table-changed-public", values) in said
    assert "    Fax: trống → “0200 000 0098”\n" in said


def test_a_record_without_code_is_found_by_name_and_commune(small: Project) -> None:
    """A list that gives its first codes completes the records there are, and doubles none."""
    rows: list[list[Cell]] = [
        ["Mã", "Tên tổ chức", "Loại", "Xã"],
        ["HS-50", "Tổ hoà giải thôn Bến", "Tổ hòa giải", "xã Bến Đò"],
    ]
    before = set(records(small))

    said = imported(small, xlsx(small.root / "ma.xlsx", rows))

    assert set(records(small)) == before
    assert "    Mã: trống → “HS-50”\n" in said


SHORT, FULL = "1.009832", "1.009832.000.00.00.H48"


def with_procedures(small: Project, *codes: str) -> Path:
    """The folder of procedures, which has one for each code: thu-tuc-0, thu-tuc-1."""
    folder = bare(small).content / "procedures"
    folder.mkdir(exist_ok=True)
    for number, code in enumerate(codes):
        text = f"id: thu-tuc-{number}\nstatus: draft\ncode: {code}\nname: Cấp giấy {number}\n"
        (folder / f"thu-tuc-{number}.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("kept", "typed"), [(FULL, SHORT), (SHORT, FULL)])
def test_a_short_code_makes_no_twin_of_a_procedure(kept: str, typed: str, small: Project) -> None:
    """With or without the tail, a code means the one procedure there is, which keeps the tail."""
    folder = with_procedures(small, kept)
    rows: list[list[Cell]] = [["Mã thủ tục", "Tên thủ tục"], [typed, "Cấp giấy xác nhận"]]
    path = xlsx(small.root / "thu-tuc.xlsx", rows)

    said = imported(small, path, "--kind", "procedures")

    record = values_of((folder / "thu-tuc-0.yml").read_text(encoding="utf-8"))
    assert [one.name for one in folder.iterdir()] == ["thu-tuc-0.yml"]
    assert (record["code"], record["name"]) == (FULL, "Cấp giấy xác nhận")
    values = {"value": typed, "code": kept, "file": "content/procedures/thu-tuc-0.yml"}
    assert say("vi", "table-same-stem", values) in said
    assert say("vi", "table-nothing-to-do") in imported(small, path, "--kind", "procedures")


def test_a_short_code_of_several_procedures_is_told(small: Project) -> None:
    """Which of two provinces' procedures is meant, only the person knows who made the list."""
    other = f"{FULL[:-2]}49"
    with_procedures(small, FULL, other)
    rows: list[list[Cell]] = [["Mã thủ tục", "Tên thủ tục"], [SHORT, "Cấp giấy"]]

    told = refused(small, xlsx(small.root / "thu-tuc.xlsx", rows), "--kind", "procedures")

    files = (f"{code} (content/procedures/thu-tuc-{n}.yml)" for n, code in enumerate((FULL, other)))
    values = {"value": SHORT, "choices": "; ".join(files)}
    assert say("vi", "table-several-stems", values) in told[0]


def test_the_code_of_another_province_is_another_procedure(small: Project) -> None:
    """Two full codes that differ in their tails are two procedures."""
    folder = with_procedures(small, FULL)
    rows: list[list[Cell]] = [["Mã thủ tục", "Tên thủ tục"], [f"{FULL[:-2]}49", "Cấp giấy"]]

    imported(small, xlsx(small.root / "thu-tuc.xlsx", rows), "--kind", "procedures")

    assert len(list(folder.iterdir())) == 2


def test_what_the_table_no_longer_names_stays_and_is_told(small: Project) -> None:
    """A row that fell out of a list by mistake takes no office off the site."""
    rows: list[list[Cell]] = [["Mã", "Địa chỉ"], ["HS-01", "Số 7"]]
    before = set(records(small))

    said = imported(small, xlsx(small.root / "it.xlsx", rows))

    assert say("vi", "table-gone", {"count": 1}) in said
    assert "Không còn trong bảng: HS-02 (content/organisations/chi-nhanh-so-1.yml)" in said
    assert set(records(small)) == before


def test_a_record_without_code_that_is_no_longer_named_is_told_by_its_name(small: Project) -> None:
    """The teams of a commune often have no codes, and fall out of lists like others."""
    small.change("organisations/to-hoa-giai-trinh-dien.yml", "demo: true\n", "")
    rows: list[list[Cell]] = [["Mã", "Địa chỉ"], ["HS-01", "Số 7"]]

    said = imported(small, xlsx(small.root / "it.xlsx", rows))

    assert say("vi", "table-gone", {"count": 2}) in said
    file = "content/organisations/to-hoa-giai-trinh-dien.yml"
    assert f"Không còn trong bảng: Tổ hòa giải thôn Bến ({file})" in said


def test_a_new_shift_joins_the_roster_and_old_ones_stay(small: Project) -> None:
    """Next month's list adds to the roster; whoever looks back still finds last month."""
    rows: list[list[Cell]] = [
        ["Mã lịch", "Ngày trực", "Từ giờ", "Đến giờ", "Ghi chú"],
        ["LT-01", "01/12/2026", "13:30", "16:30", None],
        ["LT-01", "08/12/2026", "07:30", "11:30", "Tầng 2"],
    ]

    said = imported(small, xlsx(small.root / "thang-12.xlsx", rows))

    text = (small.content / "rosters/truc-toa-hong-son.yml").read_text(encoding="utf-8")
    assert '  - {day: 2026-12-01, from: "13:30", to: "16:30"}\n  - day: 2026-12-08\n' in text
    assert say("vi", "table-shifts-added", {"count": 1}) in said
    assert say("vi", "table-shifts-kept", {"count": 2}) in said


def test_a_dry_run_tells_the_same_and_writes_nothing(small: Project) -> None:
    """An officer sees what would happen before it happens."""
    path = xlsx(small.root / "danh-ba.xlsx", organisation_rows(5))
    before = tree(small.content)

    tried = imported(small, path, "--dry-run")
    untouched = tree(small.content) == before
    done = imported(small, path)

    assert untouched
    assert tried.splitlines()[:-1] == done.splitlines()[:-1]
    assert tried.endswith(say("vi", "table-dry-run") + "\n")


def test_changes_are_told_in_the_words_of_the_table(small: Project) -> None:
    """Whoever fills the list has never seen the codes inside the records."""
    small.add(
        "procedures/cap-the.yml",
        "id: cap-the\nstatus: draft\nname: Cấp thẻ\nchannels:\n  - {kind: post}\n"
        "steps:\n  - {text: Nộp đơn., who: applicant}\ntime_limits:\n  - {value: 3, unit: days}\n"
        "dossier:\n  - {name: Đơn, copies: 2}\n",
    )
    rows: list[list[Cell]] = [
        ["Tên thủ tục", "Cách thức", "Trình tự", "Thời hạn", "Hồ sơ"],
        ["Cấp thẻ", "trực tiếp: Sở", "Cơ quan: Xem đơn.", "3 ngày làm việc", "Đơn | 1 bản chính"],
    ]

    said = imported(small, xlsx(small.root / "a.xlsx", rows))

    assert "Cách thức: “bưu chính” → “trực tiếp: Sở”\n" in said
    assert "Trình tự: “Người dân: Nộp đơn.” → “Cơ quan: Xem đơn.”\n" in said
    assert "Thời hạn: “3 ngày” → “3 ngày làm việc”\n" in said
    assert "Hồ sơ: “Đơn | 2 bản sao” → “Đơn | 2 bản sao | 1 bản chính”\n" in said


def test_forms_of_aid_are_told_in_words(small: Project) -> None:
    """“advice” stands in no column of any office."""
    path = small.root / "a.xlsx"
    rows = organisation_rows(1)
    rows[1][PLACES["Hình thức"]] = "tố tụng; tư vấn"
    imported(small, xlsx(path, rows))
    rows[1][PLACES["Hình thức"]] = "tư vấn"

    said = imported(small, xlsx(path, rows))

    assert "Hình thức: “tham gia tố tụng; tư vấn pháp luật” → “tư vấn pháp luật”\n" in said
    assert said.endswith(say("vi", "table-written", {"count": 1}) + "\n")


@pytest.mark.parametrize("typed", ["t2 - t6 7h30-11h30", "T2, T3, T4-T6, 07:30 - 11:30"])
def test_hours_that_say_the_same_are_no_change(typed: str, small: Project) -> None:
    """However a colleague types the same hours, no record is touched."""
    path = small.root / "a.xlsx"
    rows = organisation_rows(1)
    imported(small, xlsx(path, rows))
    rows[1][PLACES["Giờ tiếp"]] = typed

    said = imported(small, xlsx(path, rows))

    assert say("vi", "table-nothing-to-do") in said


def test_days_that_no_week_has_are_told_of_a_known_record_too(small: Project) -> None:
    """A slip in the second import is told as in the first."""
    path = small.root / "a.xlsx"
    rows = organisation_rows(1)
    imported(small, xlsx(path, rows))
    rows[1][PLACES["Giờ tiếp"]] = "T9 07:30-11:30"

    told = refused(small, xlsx(path, rows))

    assert told[0].endswith(f"“Giờ tiếp”: {say('vi', 'not-weekdays', {'value': 'T9'})}")


def test_an_unknown_document_is_told_as_it_was_typed(small: Project) -> None:
    """The officer searches the list for what the message shows."""
    rows: list[list[Cell]] = [
        ["Mã", "Họ và tên", "Loại", "Căn cứ"],
        ["P-1", "Vũ Văn Mẫu", "luật sư", "Luật số 99/2017/QH99, Điều 17"],
    ]

    told = refused(small, xlsx(small.root / "a.xlsx", rows), "--kind", "practitioners")

    fault = say("vi", "table-unknown-record", {"value": "Luật số 99/2017/QH99"})
    assert told[0].endswith(f"“Căn cứ”: {fault}")


def test_a_second_import_changes_nothing(small: Project) -> None:
    """The same list twice is the same as once."""
    path = xlsx(small.root / "danh-ba.xlsx", organisation_rows(5))
    imported(small, path)
    before = tree(small.content)

    said = imported(small, path)

    assert say("vi", "table-nothing-to-do") in said
    assert tree(small.content) == before


# ---- what nobody expects ---------------------------------------------------------------------


def test_strange_cells_are_text_or_told(small: Project) -> None:
    """Markup arrives as the text it is; blank rows and hidden sheets do no harm."""
    path = small.root / "la.xlsx"
    rows = organisation_rows(2)
    rows[1][PLACES["Chỉ đường"]] = "<script>alert(1)</script> & “nháy” 'đơn' {{ 7 }}: # -"
    rows[2][PLACES["Chỉ đường"]] = "Đi  tới\u00a0chợ\u200b\nrồi rẽ"
    with xlsxwriter.Workbook(path) as workbook:
        sheet, hidden = workbook.add_worksheet("Bảng"), workbook.add_worksheet("Ẩn")
        hidden.hide()
        hidden.write_row(0, 0, ["Mã", "Tên tổ chức"])
        hidden.write_row(1, 0, ["X-1", "Tổ chức ẩn"])
        for number, row in enumerate(rows):
            sheet.write_row(number * 5, 0, [str(cell or "") for cell in row])

    imported(small, path)

    made = {name: values_of(text.decode()) for name, text in records(small).items()}
    ways = sorted(
        one["locations"][0]["directions"] for name, one in made.items() if "thon-" in name
    )
    assert ways == [
        "<script>alert(1)</script> & “nháy” 'đơn' {{ 7 }}: # -",
        "Đi tới chợ rồi rẽ",
    ]
    assert not any("an" in name.split("-") for name in made)
    assert small.call("check", "--quiet").stdout == ""


def test_joined_cells_and_failed_formulas_are_told(small: Project) -> None:
    """What the eye sees in a sheet and what is in it differ: nothing is guessed."""
    path = small.root / "gop.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "DANH SÁCH")
        sheet.write_row(1, 0, ["Mã", "Tên tổ chức", "Loại", "Lĩnh vực"])
        sheet.write_row(2, 0, ["G-1", "Tổ một", "Tổ hòa giải"])
        sheet.write_row(3, 0, ["G-2", "Tổ hai", "Tổ hòa giải"])
        sheet.merge_range(2, 3, 3, 3, "Dân sự")
        sheet.write_row(4, 0, ["G-3", "Tổ ba"])
        sheet.write_formula(4, 2, "=1/0", None, "#DIV/0!")

    told = refused(small, path)

    assert told[:2] == [
        f"gop.xlsx, dòng 3, cột D “Lĩnh vực”: {say('vi', 'table-merged', {'first': 3, 'last': 4})}",
        f"gop.xlsx, dòng 5, cột C “Loại”: {say('vi', 'table-failed-formula', {'value': '#'})}",
    ]
    assert len(told) == 3


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("cu.xls", b"\xd0\xcf\x11\xe0" + b"0" * 600, "table-old-excel"),
        ("khoa.xlsx", b"\xd0\xcf\x11\xe0" + b"0" * 600, "table-old-excel"),
        ("hong.xlsx", b"PK\x03\x04 hong", "table-damaged"),
        ("khong.xlsx", "Mã;Tên".encode(), "table-damaged"),
        ("trong.csv", b"  \n", "import-empty"),
        ("la.csv", b"a;b\n1;2\n", "table-no-headings"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_told_with_a_way_out(
    name: str, content: bytes, key: str, small: Project
) -> None:
    """A wrong file ends with a sentence, never with a traceback."""
    (small.root / name).write_bytes(content)

    told = refused(small, Path(name))

    kinds = ", ".join(TABLES)
    assert told == [f"{name}: {say('vi', key, {'kinds': kinds})}"]


def test_an_old_font_is_told_by_its_name(small: Project) -> None:
    """A list typed with TCVN3 or VNI fonts is not imported as gibberish."""
    text = "M·;Tªn tæ chøc\n1;Trung t©m cña tØnh vµ c¸c c¬ quan ®Þnh ng­êi\n"
    (small.root / "cu.csv").write_bytes(text.encode("cp1252"))

    told = refused(small, Path("cu.csv"))

    assert told == [f"cu.csv: {say('vi', 'import-old-font', {'name': 'TCVN3'})}"]


def test_headings_that_fit_two_kinds_ask_for_one(small: Project) -> None:
    """Nothing is guessed about what a list is of; `--kind` says it."""
    rows: list[list[Cell]] = [["Mã", "Tên", "Loại"], ["X-1", "Nguyễn Mẫu", "luật sư"]]
    path = xlsx(small.root / "gi.xlsx", rows)

    told = refused(small, path)
    said = imported(small, path, "--kind", "practitioners")

    assert told[0].startswith("gi.xlsx: Tiêu đề hợp với nhiều loại bảng.")
    assert say("vi", "table-counts", {"new": 1, "changed": 0, "unchanged": 0}) in said


def test_a_spreadsheet_wants_a_place_to_go(small: Project) -> None:
    """A table is not written as JSON, and says so."""
    path = xlsx(small.root / "a.xlsx", organisation_rows(1))

    run = small.call("import", path.name, "--json", "ra")

    assert run.returncode == 1
    assert run.stderr == say("vi", "table-needs-into", {"file": "a.xlsx"}) + "\n"


# ---- options ----------------------------------------------------------------------------------

PLAN = ROOT / "tests/importing/giao-viec-theo-co-quan.txt"
UNITS = "Tỉnh / Thành phố,Mã TP,Phường / Xã,Mã PX\nTỉnh Hồng Sơn,97,Đặc khu Hòn Trứng,09703\n"


def test_a_dry_run_of_a_document_tells_its_files_and_writes_none(small: Project) -> None:
    """An officer sees which drafts a plan would become before they are there."""
    before = tree(small.content)

    tried = small.call("import", str(PLAN), *INTO, "--dry-run", "--json", "ra")
    untouched = tree(small.content) == before and not (small.root / "ra").exists()
    done = small.run("import", str(PLAN), *INTO)

    would = re.findall(r"^  Sẽ ghi (.+)$", tried.stdout, re.M)
    assert (tried.returncode, tried.stderr) == (0, "")
    assert untouched
    assert would == ["ra/giao-viec-theo-co-quan.json", *re.findall("Đã ghi (.+)", done.stdout)]
    assert len(would) > 1


def test_a_dry_run_needs_no_place_to_write_to(small: Project) -> None:
    """Whoever only wants to know what a document says names no folder."""
    run = small.call("import", str(PLAN), "--dry-run")

    assert (run.returncode, run.stderr) == (0, "")
    assert say("vi", "import-kind-plan") in run.stdout


def test_a_dry_run_tells_the_codes_it_would_fill_in(small: Project) -> None:
    """A code goes into a public address book: it is looked at first."""
    (small.root / "danh-muc.csv").write_text(UNITS, encoding="utf-8")
    before = tree(small.content)

    said = imported(small, Path("danh-muc.csv"), "--dry-run")

    values = {"count": 1, "codes": "hong-son-dac-khu-hon-trung 09703"}
    assert say("vi", "import-would-fill", values) in said
    assert tree(small.content) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bang.xlsx", "--json", "ra", "--replace"), ["unused-json", "unused-replace"]),
        (("bang.xlsx", "--kind", "organisations"), []),
        ((str(PLAN), "--kind", "organisations"), ["unused-kind"]),
        ((str(PLAN), "--json", "ra", "--replace"), []),
    ],
)
def test_an_option_without_effect_is_told(
    words: tuple[str, ...], told: list[str], small: Project
) -> None:
    """Nobody waits for a JSON file that no table becomes."""
    xlsx(small.root / "bang.xlsx", organisation_rows(1))

    run = small.call("import", *words, *INTO, "--dry-run")

    keys = ("unused-json", "unused-replace", "unused-kind")
    assert [key for key in keys if say("vi", key) in run.stdout] == told
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("organisations", ("verified_on",)),
        ("practitioners", ("legal_basis", "last_day")),
        (
            "procedures",
            (
                *("summary", "field", "level", "steps", "channels", "dossier", "sets"),
                *("time_limits", "applicants", "handled_by", "legal_basis"),
            ),
        ),
    ],
)
def test_a_new_draft_ends_with_what_it_still_needs(
    kind: str, fields: tuple[str, ...], small: Project
) -> None:
    """Whoever publishes it need not find out fault by fault; the next list changes nothing."""
    before = set(records(small, kind))
    columns = [one for one in TABLES[kind].columns if one.needed or one.name == "code"]
    rows: list[list[Cell]] = [[one.header for one in columns], [one.example for one in columns]]
    rows[1][0] = "1.009999"
    path = xlsx(small.root / "moi.xlsx", rows)

    imported(small, path, "--kind", kind)

    after = records(small, kind)
    new = (set(after) - before).pop()
    last = after[new].decode().splitlines()[-1]
    needed = {"reviewed_on", "review_due", "sources.compared_on", *fields}
    head = "# " + say("vi", "table-draft-needs", {"fields": ""}).rstrip(".")
    assert last.startswith(head)
    assert set(last.removeprefix(head).rstrip(".").split("; ")) == needed
    assert say("vi", "table-nothing-to-do") in imported(small, path, "--kind", kind)


def test_a_field_that_comes_later_stands_before_the_comment(small: Project) -> None:
    """The next list may tell more; the draft stays whole and its last line the last."""
    before = set(records(small))
    rows: list[list[Cell]] = [["Mã", "Tên tổ chức", "Loại"], ["HS-9", "Tổ A", "Tổ hòa giải"]]
    imported(small, xlsx(small.root / "moi.xlsx", rows))
    later: list[list[Cell]] = [["Mã", "Địa chỉ", "Ngày kiểm tra lại"], ["HS-9", "Số 7", "1/6/2026"]]

    imported(small, xlsx(small.root / "sau.xlsx", later))

    after = records(small)
    text = after[(set(after) - before).pop()].decode()
    assert values_of(text)["verified_on"] == "2026-06-01"
    assert text.splitlines()[-1].startswith("# Cần điền trước khi công bố: ")


# ---- templates -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", TABLES)
def test_the_examples_of_a_template_can_be_imported(kind: str, small: Project) -> None:
    """A template whose own examples were refused would teach mistakes."""
    run = small.run("template", kind, "--out", "mau.xlsx")
    columns = [one for one in TABLES[kind].columns if one.header not in FOREIGN]
    rows = [[one.header for one in columns], [one.example for one in columns]]

    imported(small, xlsx(small.root / "dien.xlsx", rows), "--kind", kind)

    assert run.stdout == say("vi", "template-written", {"file": "mau.xlsx"}) + "\n"
    assert small.call("check", "--quiet").stdout == ""


FOREIGN = frozenset(
    """Tổ chức cấp trên|Cơ quan|Xã, phường|Tỉnh, thành phố|Nơi phục vụ|Căn cứ|Căn cứ pháp lý
    |Người trực|Tình trạng từ ngày|Lý do|Quyết định về tình trạng""".replace("\n    ", "").split(
        "|"
    )
)  # whose examples name records that only the real content has


def test_an_empty_template_brings_nothing(small: Project) -> None:
    """Whoever imports the template before filling it in breaks nothing."""
    write_template("organisations", small.root / "mau.xlsx")
    before = tree(small.content)

    said = imported(small, Path("mau.xlsx"))

    assert say("vi", "table-nothing-to-do") in said
    assert tree(small.content) == before


def test_a_template_offers_choices_and_keeps_zeros(tmp_path: Path) -> None:
    """What must be chosen is chosen, and 0290 stays 0290."""
    write_template("organisations", tmp_path / "mau.xlsx")
    write_template("organisations", tmp_path / "lai.xlsx")

    sheet = _part(tmp_path / "mau.xlsx", "xl/worksheets/sheet1.xml")
    styles = _part(tmp_path / "mau.xlsx", "xl/styles.xml")
    assert "Trung tâm TGPL nhà nước,Chi nhánh," in sheet
    assert 'formatCode="@"' in styles  # text
    assert (tmp_path / "mau.xlsx").read_bytes() == (tmp_path / "lai.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("kind", "header", "key"),
    [
        ("organisations", "Địa chỉ", "template-needed-place"),
        ("organisations", "Ngày kiểm tra lại", "template-needed-publish"),
        ("practitioners", "Đến ngày", "template-needed-publish"),
        ("procedures", "Tóm tắt", "template-needed-publish"),
        ("procedures", "Lĩnh vực", "template-needed-publish"),
        ("procedures", "Cấp thực hiện", "template-needed-publish"),
        ("procedures", "Tên thủ tục", "template-needed-yes"),
    ],
)
def test_the_guide_says_when_a_column_is_needed(
    kind: str, header: str, key: str, tmp_path: Path
) -> None:
    """What a draft may lack is told before somebody is asked for it a month later."""
    write_template(kind, tmp_path / "mau.xlsx")

    guide = next(one for one in read_spreadsheet(tmp_path / "mau.xlsx") if one.name == GUIDE)

    assert (header, say("vi", key)) in [(row.cell(0), row.cell(1)) for row in guide.rows]


GUIDE = say("vi", "template-guide")


def test_a_template_replaces_no_file(small: Project) -> None:
    """A filled-in table is never overwritten by an empty one."""
    path = xlsx(small.root / "organisations.xlsx", organisation_rows(1))
    before = path.read_bytes()

    run = small.run("template", "organisations")

    assert run.returncode == 1
    assert small.told(run.stderr) == say("vi", "template-exists", {"file": path.name}) + "\n"
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["mau.ods", "mau.txt", "mau"])
def test_a_template_is_called_what_it_is(small: Project, name: str) -> None:
    """A workbook under the name of something else is one that no program opens."""
    run = small.call("template", "organisations", "--out", str(small.root / name))

    assert run.returncode == 1
    values = {"file": name, "ending": ".xlsx"}
    assert small.told(run.stderr) == say("vi", "template-ending", values) + "\n"
    assert not (small.root / name).exists()


def _part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()
