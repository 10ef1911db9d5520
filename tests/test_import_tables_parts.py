"""The parts of the import of spreadsheets: what must survive whatever people write."""

import difflib
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import writing
from generator.entries import Entry, Findings
from generator.importers import workbooks
from generator.importers.cells import Value, as_clock, as_day, as_text, letter, simple
from generator.importers.columns import (
    FORMS_OF_AID,
    GROUPS,
    LANGUAGES,
    ORGANISATIONS,
    TABLES,
    Column,
)
from generator.importers.headings import heads, names_of
from generator.importers.lookups import MOST_NEAR, Lookups, Unfit
from generator.importers.source import ImportRefused
from generator.importers.table_records import Understood, understand
from generator.importers.workbooks import Row, Sheet, read_spreadsheet
from generator.importers.yaml_edits import CannotEdit, edited, written
from generator.importing_tables import is_table
from generator.intake import load
from generator.library import Library
from generator.reading import Unreadable, values_of
from generator.records import READERS
from generator.records.organisations import Organisation, read_organisation
from generator.records.record import Record
from tests.conftest import SITES, tree
from tests.conftest import TODAY as DAY
from tests.spreadsheets import ods_of_content, organisation_rows, xlsx

TODAY = date.fromisoformat(DAY)

# ---- cells -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (1.0, "1"),
        (9.1768, "9.1768"),
        (1e15, "1000000000000000"),
        (0.1 + 0.2, "0.30000000000000004"),
        (True, "có"),
        ("  Hoà\u0300 \u00a0 Bình\n", "Hoà\u0300 Bình"),
        ("To\u0309", "Tỏ"),
        (date(2026, 5, 19), "2026-05-19"),
        (datetime(2026, 5, 19, 7, 30), "2026-05-19"),
        (time(7, 30), "07:30"),
    ],
)
def test_a_cell_is_the_text_that_people_see(cell: Value, text: str) -> None:
    """A code 7 is not 7.0, and a pasted name carries no invisible signs."""
    assert as_text(cell) == text


@pytest.mark.parametrize(
    "typed", ["19/05/2026", "19-5-2026", "19.05.2026", "2026-05-19", "2026/5/19"]
)
def test_a_day_may_be_typed_in_any_usual_way(typed: str) -> None:
    """Officers write the day first; the record wants the year first."""
    assert as_day(typed) == as_day(date(2026, 5, 19)) == "2026-05-19"


@pytest.mark.parametrize("typed", ["19/05/26", "05/19/2026", "32/01/2026", "46161", "Quý I/2026"])
def test_what_is_no_day_for_certain_stays_as_it_is(typed: str) -> None:
    """A guessed day would be believed; the record refuses what stays."""
    assert as_day(typed) == typed


@pytest.mark.parametrize(
    "typed",
    ["07:30", "7:30", "7h30", "07g30", "7 giờ 30", "07:30:00", 0.3125, timedelta(hours=7.5)],
)
def test_a_time_may_be_typed_in_any_usual_way(typed: Value) -> None:
    """Spreadsheets keep times in three ways, and people type five more."""
    assert as_clock(typed) == as_clock(time(7, 30)) == "07:30"


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_spreadsheets_name_them(column: int, name: str) -> None:
    """The letter in a message is the letter above the column."""
    assert letter(column) == name


# ---- columns ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", TABLES)
def test_no_heading_means_two_columns(kind: str) -> None:
    """An alias that another column has too would send values astray."""
    table = TABLES[kind]
    every = [
        (name, column) for column in table.columns for name in (column.header, *column.aliases)
    ]

    assert all(names_of(table)[names] is column for names, column in _simple(every))


def _simple(pairs: list[tuple[str, Column]]) -> Iterator[tuple[str, Column]]:
    return ((simple(name), column) for name, column in pairs)


@pytest.mark.parametrize("kind", TABLES)
def test_every_column_fills_a_field_that_records_know(kind: str) -> None:
    """A column for a field that no record reads would be refused at every import."""
    table = TABLES[kind]
    findings = Findings("x")
    asked = Entry(findings, {})
    READERS[table.kind](asked)
    fields = {str(column.path[0]) for column in table.columns if column.path}
    probe = Entry(findings, dict.fromkeys(fields, "x"))
    READERS[table.kind](probe)
    findings.problems.clear()
    probe.close()

    assert findings.problems == []


# ---- places -------------------------------------------------------------------------------------


@cache
def small_library() -> Library:
    """The records of the readable sample site."""
    return load(SITES / "small" / "content")[0]


@pytest.mark.parametrize(
    ("words", "province", "id"),
    [
        ("xã Bến Đò, tỉnh Hồng Sơn", "", "hong-son-xa-ben-do"),
        ("Bến Đò", "Hồng Sơn", "hong-son-xa-ben-do"),
        ("XÃ BẾN ĐÒ", "tỉnh Hồng Sơn", "hong-son-xa-ben-do"),
        ("hong-son-xa-ben-do", "", "hong-son-xa-ben-do"),
        ("09702", "", "hong-son-phuong-8"),
        ("phường 08", "97", "hong-son-phuong-8"),
        ("Bến Đò Mới", "", "hong-son-xa-ben-do"),
        ("xã Cây Gạo", "", "hong-son-xa-ben-do"),
    ],
)
def test_a_commune_is_known_by_all_it_is_called(words: str, province: str, id: str) -> None:
    """Lists name communes by name, by code, and by names of before."""
    assert Lookups(small_library(), TODAY).area(words, province) == id


@pytest.mark.parametrize(
    ("words", "province", "key"),
    [
        ("Chợ Lách Trên", "", "table-several-areas"),
        ("xã Bến Đò", "Thanh Giang", "table-unknown-area"),
        ("phường Bến Đò", "", "table-unknown-area"),
        ("", "", "table-unknown-area"),
    ],
)
def test_a_place_that_may_be_two_is_not_chosen(words: str, province: str, key: str) -> None:
    """A divided commune leads to a choice for the officer; a wrong kind leads nowhere."""
    with pytest.raises(Unfit) as told:
        Lookups(small_library(), TODAY).area(words, province)

    assert told.value.key.removesuffix("-near") == key


def test_a_wrong_column_is_compared_with_all_names_a_few_times_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Twenty thousand names that nobody has are told in seconds, not in hours."""
    asked: list[str] = []
    compare = difflib.get_close_matches

    def counting(word: str, *words: Any, **more: Any) -> list[str]:
        asked.append(word)
        return compare(word, *words, **more)

    monkeypatch.setattr(difflib, "get_close_matches", counting)
    known = Lookups(small_library())
    for number in [*range(1000), *range(1000)]:
        with pytest.raises(Unfit):
            known.record(Organisation, f"Ai đó {number}")
        with pytest.raises(Unfit):
            known.area(f"xã Nơi nào {number}")

    assert len(asked) == 2 * MOST_NEAR


def test_the_nearest_name_is_told_as_it_is_written() -> None:
    """A suggestion can be copied into the cell, with its capitals and tones in place."""
    known = Lookups(small_library())

    with pytest.raises(Unfit) as organisation:
        known.record(Organisation, "Trung tâm giúp đở pháp lý tỉnh Hồng Sơn")
    with pytest.raises(Unfit) as area:
        known.area("xã Bến Đòa")

    assert organisation.value.values["near"] == "Trung tâm giúp đỡ pháp lý tỉnh Hồng Sơn"
    assert area.value.values["near"] == "Xã Bến Đò"


# ---- the statistics office's list ---------------------------------------------------------------


@pytest.mark.parametrize("shift", range(4))
def test_the_list_of_the_statistics_office_is_known_at_any_length(
    shift: int, tmp_path: Path
) -> None:
    """Whether a letter of the list is cut in two where its head ends is nobody's concern."""
    path = tmp_path / "danh-muc.csv"
    lines = "Tỉnh Hồng Sơn,97,Xã Bến Đò,09701\n" * 200
    path.write_text(
        f"Tỉnh / Thành phố,Mã TP,Phường / Xã,Mã PX\n{'-' * shift}{lines}", encoding="utf-8"
    )
    cell = xlsx(tmp_path / "to-chuc.xlsx", organisation_rows(1))

    assert not is_table(path)
    assert is_table(cell)


# ---- a record as a row ------------------------------------------------------------------------

LETTERS = st.text("abđêưỳ ĐÂ,.()'\"&<>#:{}[]*|-0 7", min_size=1, max_size=30)
WORDS = LETTERS.map(as_text).filter(
    lambda text: any(sign.isalpha() for sign in text) and not text.startswith("=")
)
PIECES = st.lists(WORDS.filter(lambda text: ";" not in text), min_size=1, max_size=3)
NUMBERS = st.integers(0, 9999).map(lambda number: f"0200 000 {number:04d}")
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31)).map(date.isoformat)
AREAS = st.sampled_from(["hong-son-xa-ben-do", "hong-son-phuong-8", "hong-son-dac-khu-hon-trung"])
CLOCKS = st.times(time(0, 0), time(11, 59)).map(lambda one: f"{one:%H:%M}")
HOURS = st.builds(
    lambda days, opens: {"days": days, "from": opens, "to": "23:59"},
    st.sampled_from(["T2-T6", "T7", "T2, T4, CN"]),
    CLOCKS,
)


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping that may lack each of the fields."""
    return st.fixed_dictionaries({}, optional=fields)


LOCATIONS = st.builds(
    lambda address, more: {"address": address} | more,
    WORDS,
    optional(name=WORDS, old_address=WORDS, area=AREAS, accessibility=PIECES, directions=WORDS,
             hours=st.lists(HOURS, min_size=1, max_size=2), latitude=st.just("9.25")),
)  # fmt: skip
ORGANISATION = st.builds(
    lambda needed, more: needed | more,
    st.fixed_dictionaries(
        {"code": st.just("MỚI-1"), "name": WORDS, "group": st.sampled_from(sorted(GROUPS.values()))}
    ),
    optional(
        state=st.just("active"),
        authorisation=st.builds(
            lambda words, day: {"document": words, "first_day": day}, WORDS, DAYS
        ),
        forms=st.lists(
            st.sampled_from(sorted(set(FORMS_OF_AID.values()))), min_size=1, unique=True
        ),
        fields=PIECES,
        audiences=PIECES,
        languages=st.lists(
            st.sampled_from(sorted(set(LANGUAGES.values()))), min_size=1, unique=True
        ),
        services=PIECES,
        locations=LOCATIONS.map(lambda one: [one]),
        contacts=st.lists(NUMBERS, min_size=1, max_size=3).map(
            lambda numbers: [{"kind": "phone", "value": number} for number in numbers]
        ),
        serves=st.lists(AREAS, min_size=1, unique=True),
        head=st.builds(lambda name, title: {"name": name, "title": title}, WORDS, WORDS),
        verified_on=DAYS,
    ),
)


def as_row(fields: dict[str, Any]) -> list[Value]:
    """The cells under the headings of the template that say the same as the fields."""
    return [_cell(column, fields) for column in ORGANISATIONS.columns]


def _cell(column: Column, fields: dict[str, Any]) -> Value:
    if column.contact:
        contacts: list[dict[str, str]] = fields.get("contacts", [])
        return "; ".join(one["value"] for one in contacts if one["kind"] == column.contact)
    value: Any = fields if column.path else None
    for step in column.path:
        value = value.get(step) if isinstance(value, dict) else value and value[step]
    words: dict[str, str] = {code: word for word, code in column.choices.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "; ".join(f"{one['days']} {one['from']}-{one['to']}" for one in value)
    if isinstance(value, list):
        pieces: list[str] = value
        return "; ".join(words.get(one, one) for one in pieces)
    return words.get(value or "", value or "")


def understood(cells: list[Value]) -> Understood:
    """What a table says that has one row under the headings of the template."""
    headings = Row(1, [column.header for column in ORGANISATIONS.columns])
    sheet = Sheet(None, (headings, Row(2, cells)))
    found, library = list(heads([sheet], ORGANISATIONS)), small_library()
    done: list[int] = []
    return understand(found, library, Lookups(library), "a.xlsx", no_values, done.append)


def no_values(record: Record) -> dict[str, Any]:
    """Nothing is known of any record: every row is a new one."""
    raise AssertionError(record)


@given(ORGANISATION)
@settings(max_examples=150)
def test_an_organisation_survives_the_way_through_a_row(fields: dict[str, Any]) -> None:
    """What an office exports into the template comes back as the same record."""
    findings = Findings("x", is_draft=True)
    entry = Entry(findings, {"id": "x", "status": "draft", **deepcopy(fields)})
    read_organisation(entry)

    told = understood(as_row(fields))

    assert bool(told.faults) == bool(findings.problems)
    for made in told.made:
        assert {name: made.after[name] for name in fields} == fields
        assert made.after["status"] == "draft"


@given(ORGANISATION)
@settings(max_examples=100)
def test_a_file_written_by_machine_says_what_was_meant(fields: dict[str, Any]) -> None:
    """Colons, quotes, hashes and braces in a cell stay what they are."""
    assert values_of(written(fields)) == fields


# ---- editing files ----------------------------------------------------------------------------

SCALARS = st.text("abđ:#-'\"[]{}&*!|>%@`,? \\/ 0\u00a0\u2028é", min_size=1, max_size=12)
NAMES = st.text("abcdefgh_", min_size=1, max_size=6)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(NAMES, inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=5)


class _AsAuthorsWrite(yaml.SafeDumper):
    """Lists as people indent them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def as_file(fields: dict[str, Any], *, flow: bool | None, crlf: bool) -> str:
    """The fields as somebody else might write them, a comment before each."""
    text = yaml.dump(
        fields, Dumper=_AsAuthorsWrite, allow_unicode=True, sort_keys=False, default_flow_style=flow
    )
    lines = [
        f"# {n}\n{line}" if line[:1].isalpha() else line
        for n, line in enumerate(text.splitlines(True))
    ]
    return "".join(lines).replace("\n", "\r\n") if crlf else "".join(lines)


@given(FIELDS, FIELDS, st.sampled_from([None, False]), st.booleans())
@settings(max_examples=300)
def test_an_edited_file_says_the_new_and_keeps_the_rest(
    before: dict[str, Any], new: dict[str, Any], flow: bool | None, crlf: bool
) -> None:
    """Whatever way a file is written, an edit says what was meant."""
    text = as_file(before, flow=flow, crlf=crlf)
    if values_or_none(text) != before:
        return
    after = before | new

    if text.startswith("{"):  # all on one line: left to people
        return
    result = edited(text, after, list(before))

    assert values_of(result) == after
    assert edited(result, after, list(before)) == result


def values_or_none(text: str) -> Any:
    """What a file says; None where our reader refuses it."""
    try:
        return values_of(text)
    except Unreadable:
        return None


FILE = """# đầu tệp
id: a   # mã
name: "Tên
  dài"
note: |
  dòng một

  dòng hai

# trước danh sách
contacts:   # danh sách
  - kind: phone   # gọi
    value: "1"
  # ở giữa
  - {kind: email, value: x}

empty:
tail: cuối
"""


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("name", "Mới", '"Tên\n  dài"', "Mới"),
        ("note", "một: hai", "|\n  dòng một\n\n  dòng hai", '"một: hai"'),
        ("empty", "2026-01-01", "empty:", "empty: 2026-01-01"),
        ("empty", ["a"], "empty:", "empty:\n  - a"),
        ("tail", "0 # 1", "tail: cuối", 'tail: "0 # 1"'),
        ("id", "b", "id: a   # mã", "id: b   # mã"),
    ],
)
def test_an_edit_touches_the_value_and_nothing_else(
    field: str, value: Any, old: str, new: str
) -> None:
    """Comments, quotes and blank lines of the author stay where they are."""
    after = values_of(FILE) | {field: value}

    assert edited(FILE, after, ["id", "name"]) == FILE.replace(old, new)


def test_a_list_may_change_inside_and_grow() -> None:
    """A second telephone comes behind the first, and the comments between stay."""
    after = values_of(FILE)
    after["contacts"][0]["value"] = "0290 000 0001"
    after["contacts"][1]["value"] = "y, z"
    after["contacts"].append({"kind": "fax", "value": "2"})

    assert edited(FILE, after, []) == FILE.replace('value: "1"', "value: 0290 000 0001").replace(
        "  - {kind: email, value: x}\n",
        '  - {kind: email, value: "y, z"}\n  - kind: fax\n    value: 2\n',
    )


def test_new_fields_stand_in_their_order() -> None:
    """A field that a table brings stands where people look for it."""
    text = "id: a\nname: b\nsources: []\n"
    after = {"id": "a", "name": "b", "sources": [], "code": "1", "group": "g"}

    result = edited(text, after, ["id", "code", "name", "group", "sources"])

    assert result == "id: a\ncode: 1\nname: b\ngroup: g\nsources: []\n"


@pytest.mark.parametrize("text", ["{a: b}", "- a\n", "a\n", ""])
def test_a_file_that_is_no_block_of_fields_is_left_to_people(text: str) -> None:
    """No machine rewrites what it does not understand."""
    with pytest.raises(CannotEdit):
        edited(text, {"a": "c"}, [])


# ---- all or nothing ---------------------------------------------------------------------------


def test_many_files_change_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails half-way leaves no half-imported list."""
    content = tmp_path / "content"
    (content / "a").mkdir(parents=True)
    (content / "a/1.yml").write_text("cũ", encoding="utf-8")
    (content / "b").write_text("không phải thư mục", encoding="utf-8")
    before = tree(content)
    texts = [(content / "a/1.yml", "mới"), (content / "a/2.yml", "mới"), (content / "b/3.yml", "m")]

    with pytest.raises(OSError, match="b"):
        writing.replace_texts(texts, content)
    undone = tree(content)
    writing.replace_texts(texts[:2], content)

    assert undone == before
    assert tree(content) == before | {"a/1.yml": "mới".encode(), "a/2.yml": "mới".encode()}
    assert not (tmp_path / ".content.coming").exists()


# ---- files that would harm ----------------------------------------------------------------------


def refusal(path: Path) -> str:
    """Why a file is refused."""
    with pytest.raises(ImportRefused) as told:
        read_spreadsheet(path)
    return told.value.key


def test_a_workbook_that_unpacks_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few kilobytes that become gigabytes do not stop the machine."""
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1_000_000)
    path = xlsx(tmp_path / "a.xlsx", organisation_rows(2))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/a.bin", bytes(2_000_000))

    assert path.stat().st_size < 20_000
    assert refusal(path) == "table-unpacks-too-far"


def test_a_sheet_that_claims_the_whole_grid_is_refused(tmp_path: Path) -> None:
    """One stray cell in the last corner would be sixteen thousand million cells."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write(0, 0, "Mã")
        sheet.write(1_048_575, 16_383, "x")
    wide = 't:number-columns-repeated="16000" o:value-type="string"'
    cell = f"<t:table-cell {wide}><x:p>1</x:p></t:table-cell>"
    table = f'<t:table-row t:number-rows-repeated="60000">{cell}</t:table-row>'
    names = "urn:oasis:names:tc:opendocument:xmlns"
    ods_of_content(
        tmp_path / "a.ods",
        f'<o:document-content xmlns:o="{names}:office:1.0" xmlns:t="{names}:table:1.0" '
        f'xmlns:x="{names}:text:1.0"><o:body><o:spreadsheet><t:table t:name="a">{table}</t:table>'
        "</o:spreadsheet></o:body></o:document-content>",
    )

    assert refusal(path) == "table-too-wide"
    assert refusal(tmp_path / "a.ods") == "table-too-wide"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook that can be read."""
    return xlsx(tmp_path_factory.mktemp("bang") / "lanh.xlsx", organisation_rows(3))


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_workbook_is_read_or_refused(sound: Path, data: st.DataObject) -> None:
    """Whatever a failing stick does to a file, the officer gets a sentence."""
    content = bytearray(sound.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = sound.with_name("hong.xlsx")
    path.write_bytes(content[: data.draw(st.integers(1, len(content)))])

    with suppress(ImportRefused):
        sheets = read_spreadsheet(path)

        assert all(row.number > 0 for sheet in sheets for row in sheet.rows)


def test_no_personal_data_comes_through_any_column() -> None:
    """An identity number in whatever cell stops the import."""
    texts = [c for c in ORGANISATIONS.columns if c.path and c.form in ("text", "texts", "code")]
    for column in texts:
        row = as_row({"code": "M-1", "name": "Tổ", "group": "branch", "state": "active"})
        row[ORGANISATIONS.columns.index(column)] = "079080001234"

        told = understood(row)

        found = [(one.key, one.heading) for one in told.faults]
        assert ("personal-data", column.header) in found
        assert told.made == []
