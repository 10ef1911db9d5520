"""The open data: complete, explained, valid by others' own validators, and read back as it was."""

import csv
import json
import typing
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid5

import jsonschema
import pyshacl
import pytest
import rdflib
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec import structs

from generator.entries import Entry, Findings
from generator.intake import load
from generator.library import Library
from generator.outputs import cpsv_ap, hsds
from generator.outputs.data import DICTIONARY, columns_of, files_of
from generator.outputs.exchange import OURS, stable_id
from generator.outputs.fields import DATASETS, OF_KIND, row_of
from generator.outputs.fields.field import (
    Column,
    Dataset,
    Field,
    Form,
    Row,
    Shape,
    columns,
    tables,
    text,
    walk,
)
from generator.outputs.package import table_name
from generator.outputs.runs import runs
from generator.outputs.tables import body, head
from generator.page import Joined
from generator.records import KINDS, READERS
from generator.records.documents import PartialDay
from generator.records.organisations import Organisation
from generator.records.procedures import Procedure
from generator.records.record import Party, Record, Status
from tests.conftest import ROOT, SITES, TODAY, Project
from tests.test_properties import OF_EVERY_KIND, leaves, read, replaced, samples

STANDARDS = ROOT.parent / "shared" / "standards"
NEEDS_STANDARDS = pytest.mark.skipif(
    not STANDARDS.is_dir(), reason="the standards' own files are not on this machine"
)
CONTENTS = {"real": ROOT / "content", "small": SITES / "small" / "content"}
pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"  # by rdflib, which uses it itself
)
OF_BOTH = pytest.mark.parametrize("site", ["built_real", "built_small"])
OF_EVERY_DATASET = pytest.mark.parametrize(
    "dataset", DATASETS, ids=lambda one: str(one.kind.folder)
)
OF_BOTH_LIBRARIES = pytest.mark.parametrize("content", CONTENTS)
INTERNAL = {"file", "withdrawal"}  # where a record lies; and withdrawn records are not offered


@cache
def library(content: str) -> Library:
    """What readers of one of the two sites may see on the fixed day."""
    shown = load(CONTENTS[content])[0].shown(drafts=False, demo=True)
    return shown.on(date.fromisoformat(TODAY))


def data_of(site: str, request: pytest.FixtureRequest) -> Path:
    """The folder of open data in a built site."""
    project: Project = request.getfixturevalue(site)
    return project.site / "du-lieu"


def json_of(path: Path) -> Any:
    """What a JSON file says."""
    return json.loads(path.read_text(encoding="utf-8"))


# ---- every field is named, and named for what it is ----------------------------------------------


def declared(dataset: Dataset) -> Iterator[tuple[type[Any], tuple[Field, ...]]]:
    """A kind and each of its parts, with the fields that are declared for it."""
    yield from _declared(dataset.kind, dataset.fields)


def _declared(
    kind: type[Any], fields: tuple[Field, ...]
) -> Iterator[tuple[type[Any], tuple[Field, ...]]]:
    yield kind, fields
    hints = typing.get_type_hints(kind)
    for field in fields:
        if field.form is Form.PART and field.parts:
            yield from _declared(_single(hints[field.kept]), field.parts)


def _single(hint: Any) -> Any:
    """The type of one value: of `tuple[Task, ...]` and `Task | None` it is Task."""
    while arguments := [one for one in typing.get_args(hint) if one not in (type(None), ...)]:
        hint = arguments[0]
    return hint


@OF_EVERY_DATASET
def test_every_field_of_a_record_is_published_or_known_to_be_internal(dataset: Dataset) -> None:
    """Whoever takes our data over gets all that our pages show."""
    for kind, fields in declared(dataset):
        kept = {field.name for field in structs.fields(kind)}
        kept -= INTERNAL if issubclass(kind, Record) else set()
        told = {field.kept for field in fields if not field.worked_out}

        assert kept - {field.kept for field in fields} == set(), kind
        assert told <= kept, kind


FORMS: dict[type[Any], tuple[Form, ...]] = {
    str: (Form.TEXT, Form.MARKDOWN, Form.LINK, Form.CHOICE),
    bool: (Form.YES,),
    date: (Form.DAY,),
    PartialDay: (Form.DAY_OR_MONTH,),
    time: (Form.CLOCK,),
    Decimal: (Form.NUMBER,),
    Party: (Form.PARTY,),
}


@OF_EVERY_DATASET
def test_a_field_has_the_form_that_its_record_gives_it(dataset: Dataset) -> None:
    """A dictionary that calls a day a text misleads every program that is written after it."""
    for kind, fields in declared(dataset):
        hints = typing.get_type_hints(kind)
        for field in (one for one in fields if one.kept in hints):
            value = _single(hints[field.kept])

            assert field.form in _forms_of(value), (kind, field.name)
            assert field.many == (typing.get_origin(hints[field.kept]) is tuple) or (
                field.form is Form.WEEKDAYS
            ), (kind, field.name)


def _forms_of(value: type[Any]) -> tuple[Form, ...]:
    if issubclass(value, StrEnum):
        return (Form.CHOICE,)
    if value is int:
        return (Form.WHOLE, Form.WEEKDAYS)
    return FORMS.get(value, (Form.PART,))


@OF_EVERY_DATASET
def test_every_choice_is_explained(dataset: Dataset) -> None:
    """A word such as `standardised` says nothing to whoever has only the table."""
    for kind, fields in declared(dataset):
        hints = typing.get_type_hints(kind)
        for field in fields:
            if field.form is Form.CHOICE and (words := _words(hints.get(field.kept))):
                assert [key for key, _ in field.choices] == words, (kind, field.name)


def _words(hint: Any) -> list[str]:
    value = _single(hint)
    return [str(one) for one in value] if issubclass(value or str, StrEnum) else []


def test_there_is_a_dataset_of_every_kind() -> None:
    """A new kind of record reaches the public in every form, or this test names it."""
    assert {dataset.kind for dataset in DATASETS} == set(KINDS)


@OF_EVERY_DATASET
def test_what_is_inside_a_table_of_parts_fits_in_its_cells(dataset: Dataset) -> None:
    """No list of a list gets lost on the way into a table."""
    for part in tables(dataset.fields):
        assert [one.name for one in part.parts if one.is_table] == []


# ---- read back as it was -------------------------------------------------------------------------


def as_written(fields: tuple[Field, ...], found: Row) -> dict[str, Any]:
    """A row of JSON as the values of a content file."""
    return {
        field.name: _written(field, found[field.name], fields)
        for field in fields
        if not field.worked_out and found[field.name] not in (None, [], "")
    }


def _written(field: Field, value: Any, beside: tuple[Field, ...]) -> Any:
    if isinstance(value, list):
        return [_written(field, one, beside) for one in value]
    if field.form is Form.PARTY:
        return value["agency"] or value["words"]
    if field.form is Form.PART:
        return as_written(field.parts or beside, value)
    return str(value).lower() if field.form is Form.YES else str(value)


def read_back(kind: type[Record], found: Row) -> tuple[Record, Findings]:
    """The record that a row of JSON makes when it is read as a content file."""
    findings = Findings("")
    entry = Entry(findings, as_written(OF_KIND[kind].fields, found))
    record = READERS[kind](entry)
    entry.close()
    return record, findings


def published(record: Record) -> Record:
    """A record without what is not published of it."""
    return structs.replace(record, file="", withdrawal=None)


@OF_BOTH_LIBRARIES
@OF_EVERY_KIND
def test_the_data_load_back_as_equal_records(content: str, kind: type[Record]) -> None:
    """Another agency can take our records over without losing a word."""
    records = library(content).published(kind)
    rows = json.loads(json.dumps([row_of(record) for record in records]))

    for record, found in zip(records, rows, strict=True):
        again, findings = read_back(kind, found)

        assert findings.problems == [], record.file
        assert again == published(record)


@OF_EVERY_KIND
@given(data=st.data())
def test_any_record_that_is_sound_loads_back_as_an_equal_one(
    kind: type[Record], data: st.DataObject
) -> None:
    """So do the records that nobody has written yet."""
    values = data.draw(st.sampled_from(list(samples(kind).values())))
    for where in data.draw(st.lists(st.sampled_from([where for where, _ in leaves(values)]))):
        values = replaced(values, where, data.draw(st.text(max_size=30)))
    record, findings = read(kind, values)
    if findings.problems or record.status is Status.WITHDRAWN:
        return

    again, findings = read_back(kind, json.loads(json.dumps(row_of(record))))

    assert findings.problems == []
    assert again == published(record)


# ---- files of many records -----------------------------------------------------------------------

IDS = st.lists(st.text("abcdef-0123456789", min_size=1, max_size=8), unique=True).map(sorted)


@given(IDS)
def test_runs_hold_every_record_once_and_in_order(ids: list[str]) -> None:
    """No record is lost or told twice where one piece of a file ends and the next begins."""
    assert [id for run in runs(ids) for id in run] == ids


def test_a_record_that_comes_or_goes_touches_the_run_it_stands_in() -> None:
    """One more office in a country of 20,000 makes a small piece of each file anew, not all."""
    ids = [f"to-{number:05}" for number in range(20_000)]
    before = list(runs(ids))
    longest = max(map(len, before))

    for gone in range(0, len(ids), 997):
        now = list(runs([*ids[:gone], *ids[gone + 1 :]]))

        assert len(set(before) - set(now)) <= 2  # two become one where the first of a run goes
        assert len(set(now) - set(before)) <= 1
    assert len(before) > 100
    assert longest < 1000


@OF_BOTH_LIBRARIES
def test_a_file_of_pieces_is_the_file_of_all_its_records(content: str) -> None:
    """Who reads our JSON cannot tell in how many pieces it was made."""
    shown = library(content)
    for dataset in DATASETS:
        ids = shown.offered_ids(dataset.kind)
        files = {one.address: one for one in files_of(dataset, ids)}
        file = files[f"du-lieu/{dataset.kind.section}.json"]
        assert isinstance(file, Joined)

        said = b"".join(file.make(shown, *given) for given in file.pieces)

        rows = [row_of(record) for record in shown.published(dataset.kind)]
        assert json.loads(said) == json.loads(json.dumps(rows))


# ---- the package ---------------------------------------------------------------------------------


@OF_BOTH
def test_the_data_are_a_valid_package(site: str, request: pytest.FixtureRequest) -> None:
    """A program that knows data packages loads ours, every table by its types and keys."""
    report = Package(str(data_of(site, request) / "datapackage.json")).validate()

    assert report.flatten(["name", "type", "note", "rowNumber", "fieldName"]) == []
    assert report.valid


@OF_BOTH
def test_the_package_names_every_file(site: str, request: pytest.FixtureRequest) -> None:
    """No file lies there that nothing explains."""
    folder = data_of(site, request)
    named = [one["path"] for one in json_of(folder / "datapackage.json")["resources"]]
    own = {"datapackage.json", Path(cpsv_ap.ADDRESS).name}

    assert sorted(named) == sorted({path.name for path in folder.glob("*.*")} - own)


def test_the_package_grants_no_licence_that_nobody_granted(built_real: Project) -> None:
    """The licence of the program says nothing on what the state's documents say."""
    package = json_of(built_real.site / "du-lieu" / "datapackage.json")

    assert "licenses" not in package
    assert all(one["title"] for one in package["sources"])
    assert len(package["sources"]) > 10


@OF_BOTH
@OF_EVERY_DATASET
def test_tables_say_what_the_json_says(
    site: str, dataset: Dataset, request: pytest.FixtureRequest
) -> None:
    """Who opens the spreadsheet and who reads the JSON learn the same."""
    folder = data_of(site, request)
    rows = json_of(folder / f"{dataset.kind.section}.json")
    files = {table_name(dataset): (tuple(columns(dataset.fields)), rows)}
    for part in tables(dataset.fields):
        below = [
            {"record": found["id"], "position": position, **inside}
            for found in rows
            for position, inside in enumerate(found[part.name], start=1)
        ]
        files[table_name(dataset, part)] = (tuple(columns_of(part)), below)

    for name, (shown, said) in files.items():
        _compare(folder, name, shown, said)


def _compare(folder: Path, name: str, shown: tuple[Column, ...], said: list[Row]) -> None:
    read_rows = _package(folder).get_table_resource(name).read_rows()
    assert len(read_rows) == len(said), name
    for found, told in zip(read_rows, said, strict=True):
        for column in shown:
            assert _as_text(found[column.name]) == _cell_of(column, told), (name, column.name)


@cache
def _package(folder: Path) -> Package:
    return Package(str(folder / "datapackage.json"))


def _cell_of(column: Column, told: Row) -> str:
    text = column.cell(told)
    armed = text.startswith(tuple("=+-@\t\r")) and column.field.form is not Form.NUMBER
    return f"'{text}" if armed else text


def _as_text(value: Any) -> str:
    """A value that frictionless has read by its type, as it was written."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case time():
            return f"{value:%H:%M}"
    return str(value)


@OF_BOTH
def test_no_cell_of_any_table_is_a_formula(site: str, request: pytest.FixtureRequest) -> None:
    """A spreadsheet that opens our tables computes nothing."""
    for path in data_of(site, request).glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            cells = [cell for line in csv.reader(lines) for cell in line]

        assert [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))] == [], path.name


def table(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    """A whole table, of its two pieces."""
    return head(columns) + body(columns, rows)


@given(st.text(max_size=20))
def test_any_text_is_no_formula(value: str) -> None:
    """Nor does it with words that nobody has written yet."""
    column = Column(("note",), text("note", "Ghi chú"))
    said = table([column], [{"note": value}]).decode("utf-8-sig")

    cell = next(csv.reader(StringIO(said.partition("\r\n")[2], newline="")))[0]
    assert not cell.startswith(tuple("=+-@\t\r"))


def test_a_table_opens_in_vietnamese(built_small: Project) -> None:
    """Excel takes a table for UTF-8 only where the mark stands at its head."""
    for path in (built_small.site / "du-lieu").glob("*.csv"):
        assert path.read_bytes().startswith("\ufeff".encode()), path.name


# ---- the dictionary ------------------------------------------------------------------------------


def dictionary(project: Project) -> dict[str, list[str]]:
    """The names that the dictionary page explains, by the kind they belong to."""
    root = html.parse(str(project.site / DICTIONARY)).getroot()
    return {
        heading.get("id", ""): [
            str(code.text_content()) for code in _table_after(heading).xpath(".//td[1]/code")
        ]
        for heading in root.xpath("//main//h2")
    }


def _table_after(heading: Any) -> Any:
    return heading.xpath("following::table")[0]


def names_in(value: Any, above: str = "") -> Iterator[str]:
    """The names of all fields of a row, each with those it lies in: `locations.address`."""
    if isinstance(value, list):
        for one in value:
            yield from names_in(one, above)
    elif isinstance(value, dict):
        for name, below in value.items():
            whole = f"{above}.{name}" if above else name
            yield whole
            yield from names_in(below, whole)


@OF_EVERY_DATASET
def test_the_dictionary_names_every_field_and_no_other(
    built_small: Project, dataset: Dataset
) -> None:
    """What stands in a file is explained, and what is explained stands in a file."""
    explained = dictionary(built_small)
    named = explained["truong-chung"] + explained[dataset.kind.section]
    rows = json_of(built_small.site / "du-lieu" / f"{dataset.kind.section}.json")
    parties = {name for name, field in walk(dataset.fields) if field.form is Form.PARTY}

    found = {_once(name) for name in names_in(rows)}
    inside = {f"{name}.{end}" for name in parties for end in ("agency", "words")}

    assert found - inside - {"tasks.tasks"} <= set(named)
    assert [one for one in named if "." not in one] == [one.name for one in dataset.fields]
    assert named == [name for name, _ in walk(dataset.fields)]


def _once(name: str) -> str:
    """A task within a task has the same fields as the outer one."""
    while "tasks.tasks." in name:
        name = name.replace("tasks.tasks.", "tasks.")
    return name


def test_the_dictionary_explains_once_what_every_kind_has(built_small: Project) -> None:
    """Nobody reads seventeen times what an id is before he finds the field he looks for."""
    explained = dictionary(built_small)
    everywhere = [name for names in explained.values() for name in names]

    assert [everywhere.count(name) for name in explained["truong-chung"]] == [1] * 16


@OF_EVERY_DATASET
def test_the_page_tells_how_many_records_are_made_up(built_real: Project, dataset: Dataset) -> None:
    """Who counts what the site holds does not take examples for organisations."""
    rows = json_of(built_real.site / "du-lieu" / f"{dataset.kind.section}.json")
    root = html.parse(str(built_real.site / "du-lieu.html")).getroot()
    link = root.xpath(f"//main//a[@href='{DICTIONARY}#{dataset.kind.section}']")[0]
    demo = sum(row["demo"] for row in rows)

    (count,) = link.xpath("ancestor::tr/td[2]")

    said = f"{len(rows)} ({demo} trình diễn)" if demo else f"{len(rows)}"
    assert count.text_content().strip() == said


def test_the_dictionary_explains_the_table_of_tasks(built_small: Project) -> None:
    """The table that most offices open is explained too."""
    path = built_small.site / "du-lieu" / "nhiem-vu.csv"
    head = path.read_text(encoding="utf-8-sig").splitlines()[0]

    assert dictionary(built_small)["nhiem-vu"] == head.split(",")


def test_every_explanation_says_something() -> None:
    """A title in Vietnamese for each field, and for each choice its meaning."""
    for dataset in DATASETS:
        for name, field in walk(dataset.fields):
            assert field.title.strip(), (dataset.title, name)
            assert all(meaning for _, meaning in field.choices), (dataset.title, name)


# ---- the directory as HSDS -----------------------------------------------------------------------


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    """The specification's own compiled schema."""
    schema = json_of(STANDARDS / "hsds" / f"{name}.json")
    formats = jsonschema.FormatChecker(["uuid", "email"])
    formats.checks("uri")(lambda value: bool(urlsplit(str(value)).netloc))
    return jsonschema.Draft202012Validator(schema, format_checker=formats)


@NEEDS_STANDARDS
@OF_BOTH
@pytest.mark.parametrize(
    ("file", "schema"), [("organizations", "organization"), ("services", "service")]
)
def test_the_directory_is_valid_hsds(
    site: str, file: str, schema: str, request: pytest.FixtureRequest
) -> None:
    """Directories abroad and at home that read HSDS can show ours."""
    items = json_of(data_of(site, request) / "hsds" / f"{file}.json")

    assert items
    assert [fault.message for one in items for fault in validator(schema).iter_errors(one)] == []


@NEEDS_STANDARDS
def test_the_validator_of_the_directory_finds_faults(built_small: Project) -> None:
    """A validator that finds nothing in anything would prove nothing."""
    item = json_of(built_small.site / hsds.ORGANISATIONS)[0]

    assert not validator("organization").is_valid({**item, "id": "trung-tam"})
    assert not validator("organization").is_valid({k: v for k, v in item.items() if k != "name"})


@OF_BOTH
def test_ids_of_the_directory_are_single_and_lead_somewhere(
    site: str, request: pytest.FixtureRequest
) -> None:
    """A service belongs to an organisation that is there, at a place that is there."""
    folder = data_of(site, request) / "hsds"
    organisations, services = (
        json_of(folder / f"{name}.json") for name in ("organizations", "services")
    )
    places = {place["id"] for one in organisations for place in one.get("locations", [])}
    ids = Counter(_ids([organisations, services]))

    assert [id for id, count in ids.items() if count > 1] == []
    assert {one["organization_id"] for one in services} == {one["id"] for one in organisations}
    assert {
        at["location_id"] for one in services for at in one.get("service_at_locations", [])
    } == places
    assert {one.get("parent_organization_id") for one in organisations} - {None} <= set(ids)


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _ids(one)
    elif isinstance(value, dict):
        if "id" in value:
            yield value["id"]
        for one in value.values():
            yield from _ids(one)


def test_an_id_of_the_directory_lasts() -> None:
    """Who took our directory over last year finds the same organisations by the same ids."""
    assert stable_id("organisations", "to-hoa-giai") == "462b4f7d-ae39-5b55-9dcb-dfce418469b5"


@given(st.lists(st.text() | st.integers()))
def test_ids_are_those_that_any_other_program_would_make(path: list[str | int]) -> None:
    """Who knows our namespace and a record can tell its id, and needs no program of ours."""
    assert stable_id(*path) == str(uuid5(OURS, "/".join(map(str, path))))


@OF_BOTH_LIBRARIES
def test_the_directory_says_what_is_made_up_and_what_has_ended(content: str) -> None:
    """Nobody abroad lists a made-up office, or sends people to a closed one."""
    shown = library(content)
    for one in shown.published(Organisation):
        organisation, service = hsds.organisation(shown, one), hsds.service(shown, one)

        assert ("Dữ liệu trình diễn" in organisation["description"]) == one.demo
        assert ("Dữ liệu trình diễn" in service.get("alert", "")) == one.demo
        assert (service["status"] == "active") == one.is_active


# ---- procedures as CPSV-AP -----------------------------------------------------------------------


@cache
def shapes() -> rdflib.Graph:
    """The vocabulary's own rules."""
    return rdflib.Graph().parse(STANDARDS / "cpsv-ap" / "cpsv-ap-SHACL.ttl")


def graph_of(said: str) -> rdflib.Graph:
    """What a JSON-LD text says, read without asking anybody else."""
    return rdflib.Graph().parse(data=said, format="json-ld")


def faults_of(graph: rdflib.Graph) -> str:
    """What the vocabulary's rules find amiss."""
    conforms, _, told = pyshacl.validate(graph, shacl_graph=shapes())
    return "" if conforms else str(told)


@NEEDS_STANDARDS
@OF_BOTH
def test_procedures_are_valid_cpsv_ap(site: str, request: pytest.FixtureRequest) -> None:
    """Portals that read the vocabulary of public services can show our procedures."""
    path = data_of(site, request) / Path(cpsv_ap.ADDRESS).name

    assert faults_of(graph_of(path.read_text(encoding="utf-8"))) == ""


@NEEDS_STANDARDS
@pytest.mark.parametrize("left_out", ["name", "identifier", "hasCompetentAuthority"])
def test_the_vocabulary_s_rules_find_faults(built_small: Project, left_out: str) -> None:
    """Rules that find nothing in anything would prove nothing."""
    said = json_of(built_small.site / cpsv_ap.ADDRESS)
    for node in said["@graph"]:
        node.pop(f"PublicService.{left_out}")

    assert faults_of(graph_of(json.dumps(said))) != ""


@NEEDS_STANDARDS
def test_our_terms_mean_what_the_vocabulary_means() -> None:
    """Our own context, which nobody has to fetch, says the same as the published one."""
    theirs = json_of(STANDARDS / "cpsv-ap" / "cpsv-ap.jsonld")["@context"]
    ours = {term: meaning for term, meaning in cpsv_ap.CONTEXT.items() if term in theirs}

    assert {term for term in cpsv_ap.CONTEXT if "." in term} <= set(theirs)
    assert {term: _iri(one) for term, one in ours.items()} == {
        term: _iri(theirs[term]) for term in ours
    }


def _iri(meaning: Any) -> str:
    return str(meaning["@id"] if isinstance(meaning, dict) else meaning)


@OF_BOTH_LIBRARIES
def test_a_procedure_loses_no_paper_and_no_way_to_hand_it_in(content: str) -> None:
    """Who reads our procedures elsewhere brings the same papers to the same door."""
    shown = library(content)
    nodes = [cpsv_ap.service(shown, one) for one in shown.published(Procedure)]
    graph = graph_of(json.dumps({"@context": cpsv_ap.CONTEXT, "@graph": nodes}))
    procedures = shown.published(Procedure)

    def count(kind: str) -> int:
        node = rdflib.URIRef(cpsv_ap.CLASSES[kind])
        return len(set(graph.subjects(rdflib.RDF.type, node)))

    assert count("PublicService") == len(procedures)
    assert count("Evidence") == sum(len(one.dossier) for one in procedures)
    assert count("Channel") == sum(len(one.channels) for one in procedures)
    assert count("Cost") == sum(one.fee is not None for one in procedures)


# ---- what search engines read --------------------------------------------------------------------


def linked_data(path: Path) -> list[Any]:
    """What a page tells search engines."""
    found = html.parse(str(path)).getroot().xpath('//script[@type="application/ld+json"]/text()')
    return [json.loads(str(one)) for one in found]


@OF_BOTH
def test_pages_tell_search_engines_only_of_what_is_real(
    site: str, request: pytest.FixtureRequest
) -> None:
    """Nobody finds a made-up or closed office by searching the web."""
    project: Project = request.getfixturevalue(site)
    shown = library(site.removeprefix("built_"))
    told = 0
    for kind in (Organisation, Procedure):
        for one in shown.every(kind):
            things = linked_data(project.site / one.address)
            told += len(things)
            assert not things or (not one.demo and one.status is Status.PUBLISHED), one.file
            assert [thing["name"] for thing in things] in ([], [one.label])

    assert told > 0


def test_what_is_told_to_search_engines_cannot_become_script(small: Project) -> None:
    """A name with a closing tag in it stays a name."""
    name = "</script><script>alert(1)</script> & 'tên'"
    path = next(iter(sorted((small.content / "procedures").glob("*.yml"))))
    lines = path.read_text(encoding="utf-8").splitlines()
    named = [f"name: {json.dumps(name)}" if one.startswith("name:") else one for one in lines]
    path.write_text("\n".join(named) + "\n", encoding="utf-8")

    run = small.call("build")

    assert run.returncode == 0, run.stdout
    things = linked_data(small.site / "thu-tuc" / f"{path.stem}.html")
    assert [thing["name"] for thing in things] == [name]


# ---- nothing is made up --------------------------------------------------------------------------


def test_a_row_of_nothing_is_nothing() -> None:
    """An empty field stays empty, and becomes no word such as None."""
    fields = (text("note", "Ghi chú"),)
    found = Shape(fields).row(SimpleNamespace(note=None))

    assert found == {"note": None}
    assert table(tuple(columns(fields)), [found]).decode("utf-8-sig") == 'note\r\n""\r\n'
