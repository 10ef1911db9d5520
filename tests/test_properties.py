"""What holds for any text and any values, found by trying many."""

import json
import typing
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from msgspec import Struct, structs

from generator.entries import Entry, Findings
from generator.intake import read_record
from generator.outputs.fields import OF_KIND, row_of
from generator.outputs.fields.field import Form
from generator.privacy import personal_data
from generator.reading import values_of
from generator.records import KINDS, READERS
from generator.records.record import Record
from tests.conftest import SITES, Project, make_project

Values = dict[str, Any]
Where = tuple[str | int, ...]
SMALL = SITES / "small" / "content"
NAMES_OF_SETTINGS = {("voice",)}  # an entry of mkdocs.yml, which a record alone does not know
OF_EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.folder))


def samples(kind: type[Record]) -> dict[Path, Values]:
    """The records of a kind in the small site, as bare values."""
    return _samples(kind.folder)


@cache
def _samples(folder: str) -> dict[Path, Values]:
    paths = sorted((SMALL / folder).glob("*.yml"))
    return {path: values_of(path.read_text(encoding="utf-8")) for path in paths}


def leaves(value: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """Every text of nested values with its place."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from leaves(below, (*where, name))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from leaves(below, (*where, index))
    else:
        yield where, value


def replaced(value: Any, where: Where, text: Any) -> Any:
    """The same nested values with another one at a place."""
    if not where:
        return text
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[where[0]] = replaced(value[where[0]], where[1:], text)
    return copy


def read(kind: type[Record], values: Values) -> tuple[Record, Findings]:
    """A record from bare values."""
    findings = Findings("content/x.yml")
    entry = Entry(findings, values)
    record = READERS[kind](entry)
    entry.close()
    return record, findings


# ---- reading reports and never raises ------------------------------------------------------------

WORDS = st.sampled_from(["", "true", "draft", "published", "2026-11-22", "90", "a-b", "Sở", "-1"])
anything = st.recursive(
    WORDS | st.text(max_size=20),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8), below, max_size=3)
    ),
    max_leaves=8,
)


@OF_EVERY_KIND
@given(data=st.data())
def test_a_record_of_anything_is_reported_not_raised(
    kind: type[Record], data: st.DataObject
) -> None:
    """Whatever an author puts into a field, he gets a message for it."""
    sample = data.draw(st.sampled_from(list(samples(kind).values())))
    places = [where[:depth] for where, _ in leaves(sample) for depth in range(1, len(where) + 1)]
    values = sample
    for _ in range(data.draw(st.integers(1, 3))):
        where = data.draw(st.sampled_from(places))
        try:
            values = replaced(values, where, data.draw(anything))
        except (LookupError, TypeError):
            continue  # an earlier draw took the place away

    record, findings = read(kind, values)

    assert isinstance(record, kind)
    assert all(isinstance(one.key, str) for one in findings.problems)


@OF_EVERY_KIND
@given(values=st.dictionaries(st.text(max_size=12), anything, max_size=6))
def test_a_record_of_unknown_fields_is_reported_not_raised(
    kind: type[Record], values: Values
) -> None:
    """A file of quite another kind, put into the wrong folder, is told field by field."""
    _, findings = read(kind, values)

    reported = {one.where[-1] for one in findings.problems if one.key.startswith("unknown-field")}
    known = {field.name for field in structs.fields(kind)} | {"withdrawn"}
    assert set(values) - reported <= known


# ---- a text survives its journey -----------------------------------------------------------------

BREAKS = "\x85\u2028\u2029"  # line breaks that YAML folds, as it folds every line of a plain text
ONE_LINE = st.text(st.characters(codec="utf-8", exclude_characters=BREAKS), min_size=1, max_size=60)
STYLES: list[dict[str, Any]] = [
    {"allow_unicode": True},
    {"default_style": '"'},
    {"default_style": "|"},
    {},
]


def texts_of(kind: type[Record]) -> list[str]:
    """The fields of a kind that hold words."""
    free = (one for one in OF_KIND[kind].fields if one.form in (Form.TEXT, Form.MARKDOWN))
    return [one.name for one in free if not one.many and not one.worked_out]


@OF_EVERY_KIND
@given(text=ONE_LINE, data=st.data())
def test_what_an_author_writes_is_what_the_data_say(
    kind: type[Record], text: str, data: st.DataObject
) -> None:
    """Whoever takes our data over gets every sign of the record, or the author gets a message."""
    sample = next(iter(samples(kind).values()))
    name = data.draw(st.sampled_from(texts_of(kind)))
    style = data.draw(st.sampled_from(STYLES))
    written: str = yaml.safe_dump({**sample, name: text}, **style)

    record, findings = read(kind, values_of(written))

    row = json.loads(json.dumps(row_of(record), ensure_ascii=False))
    assert findings.problems or (row[name] or None) == (text.strip() or None)


@given(st.text())
def test_looking_for_personal_data_ends_for_any_text(text: str) -> None:
    """What is found stands in the text, so that its author can see it."""
    found = personal_data(text)

    assert found is None or found in text


# ---- hostile text is text ------------------------------------------------------------------------

SHAPES = {
    "hostile": "{n:03d} A <b>\"&'</b><script>alert(1)</script> {{{{ 7*7 }}}} <img src=x onerror=y>",
    "harmless": "{n:03d} A b b script alert 1 script 7 7 img src x onerror y",
}  # both fold to the same address, so that the two sites can be laid side by side


AS_SAID = ("--doc.html", "--ban-in.html")  # where a text has as many elements as it has sentences


def rewritten(kind: type[Record], values: Values, text_for: Callable[[str], str]) -> Values:
    """A record whose every field that takes any text holds another text."""
    for where, old in leaves(values):
        tried = replaced(values, where, "<b>&'\" chữ bất kỳ")
        is_free = len(read(kind, tried)[1].problems) == len(read(kind, values)[1].problems)
        if is_free and where not in NAMES_OF_SETTINGS and not _is_link(kind, values, where):
            values = replaced(values, where, text_for(old))
    return values


def _is_link(kind: type[Record], values: Values, where: Where) -> bool:
    return any(reference.where == where for reference in read(kind, values)[1].references)


def site_of(shape: str, root: Path) -> Project:
    """The small site with every free text replaced; equal texts stay equal, so that links hold."""
    project = make_project(root, SMALL)
    (project.content / "addresses.txt").unlink()
    numbers: dict[str, int] = {}

    def text_for(old: str) -> str:
        return SHAPES[shape].format(n=numbers.setdefault(old, len(numbers)))

    for kind in KINDS:
        for path, values in samples(kind).items():
            new = yaml.safe_dump(rewritten(kind, values, text_for), allow_unicode=True)
            project.add(f"{kind.folder}/{path.name}", new)
    run = project.call("build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The site of an author who tries to write HTML everywhere."""
    return site_of("hostile", tmp_path_factory.mktemp("hostile") / "project")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The same site with plain words."""
    return site_of("harmless", tmp_path_factory.mktemp("harmless") / "project")


def test_hostile_text_makes_no_element(hostile: Project, harmless: Project) -> None:
    """No record, however it came into the project, can run anything in a reader's browser."""
    pages = sorted(path.relative_to(harmless.site) for path in harmless.site.rglob("*.html"))
    assert pages == sorted(path.relative_to(hostile.site) for path in hostile.site.rglob("*.html"))

    for page in pages:
        alike = set if page.name.endswith(AS_SAID) else list
        assert alike(_bones(hostile.site / page)) == alike(_bones(harmless.site / page)), page


def _bones(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Elements and the names of their attributes, without any text."""
    root = html.parse(str(path)).getroot()
    return [(str(one.tag), tuple(map(str, one.attrib))) for one in root.iter(etree.Element)]


def test_hostile_text_is_shown_as_it_was_written(hostile: Project) -> None:
    """Nothing is cut out either: readers see the very signs that the author wrote."""
    shown = set()
    for path in hostile.site.rglob("*.html"):
        words = html.parse(str(path)).getroot().text_content()
        shown |= {number for number in range(400) if SHAPES["hostile"].format(n=number) in words}

    assert len(shown) > 100


def test_no_cell_of_the_table_is_a_formula(hostile: Project) -> None:
    """A spreadsheet that opens our table computes nothing."""
    table = (hostile.site / "du-lieu" / "nhiem-vu.csv").read_text(encoding="utf-8-sig")

    assert not [line for line in table.splitlines() if line.lstrip('"').startswith(tuple("=+-@"))]


# ---- the small site uses everything --------------------------------------------------------------


def test_the_small_site_uses_every_field() -> None:
    """A field that the sample never uses is a field that no other test looks at."""
    fields = {field for kind in KINDS for field in _fields_of(kind)}
    used = set()
    for kind in KINDS:
        for path in samples(kind):
            used |= set(_fields_in_use(read_record(kind, path.read_bytes(), "content/x.yml")[0]))

    assert fields - used == set()


def _fields_of(kind: type[Any], seen: tuple[type[Any], ...] = ()) -> Iterator[str]:
    """The fields of a record and of the parts below it, as Class.field."""
    hints = typing.get_type_hints(kind)
    for field in structs.fields(kind):
        yield _name(kind, field.name)
        for part in _parts(hints[field.name]):
            if part not in (kind, *seen):
                yield from _fields_of(part, (*seen, kind))


def _parts(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for below in typing.get_args(hint):
        yield from _parts(below)


def _fields_in_use(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for below in value:
            yield from _fields_in_use(below)
    elif isinstance(value, Struct):
        for field in structs.fields(value):
            below = getattr(value, field.name)
            if below not in (None, (), ""):
                yield _name(type(value), field.name)
                yield from _fields_in_use(below)


def _name(kind: type[Any], field: str) -> str:
    """A field that every record carries counts once for all kinds."""
    common = {one.name for one in structs.fields(Record)}
    everywhere = issubclass(kind, Record) and field in common
    return f"Record.{field}" if everywhere else f"{kind.__name__}.{field}"
