"""The list of the open data for machines: a Data Package (specs.frictionlessdata.io)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.library import Library
from generator.outputs.fields import DATASETS
from generator.outputs.fields.field import Column, Dataset, Field, Form, columns, tables
from generator.outputs.fields.plans import TASK_TABLE
from generator.records import KINDS
from generator.records.documents import Document
from generator.vietnamese.sorting import sort_key

Descriptor = dict[str, Any]

ADDRESS = "du-lieu/datapackage.json"
RECORD = "record"  # the column of a table of parts that names the record
POSITION = "position"  # its place among the parts of the record, from 1
TYPES: dict[Form, Descriptor] = {
    Form.DAY: {"type": "date"},
    Form.CLOCK: {"type": "time", "format": "%H:%M"},
    Form.WHOLE: {"type": "integer"},
    Form.NUMBER: {"type": "number"},
    Form.YES: {"type": "boolean"},
    Form.DAY_OR_MONTH: {
        "type": "string",
        "constraints": {"pattern": "[0-9]{4}-[0-9]{2}(-[0-9]{2})?"},
    },
}  # all else is text
SECTIONS = {kind.folder: kind.section for kind in KINDS}


def package(library: Library) -> bytes:
    """Every file with its columns, keys and meaning, and what the records rest on.

    There is no licence in it as long as nobody has granted one for the data.
    """
    descriptor = {
        "profile": "data-package",
        "name": "pho-bien-phap-luat",
        "title": "Dữ liệu mở về phổ biến, giáo dục pháp luật và trợ giúp pháp lý",
        "version": library.today.isoformat(),
        "sources": [{"title": title} for title in sources(library)],
        "resources": [one for dataset in DATASETS for one in _resources(dataset)] + [_tasks()],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()


def sources(library: Library) -> list[str]:
    """What the records were compared with, each once, in Vietnamese order."""
    found = {source for dataset in DATASETS for source in library.sources(dataset.kind)}
    documents = ((one, library.find(Document, one)) for one in found)
    return sorted(
        {document.label if document else one for one, document in documents}, key=sort_key
    )


# ---- files and their columns ---------------------------------------------------------------------


def json_name(dataset: Dataset) -> str:
    """The file of a kind for machines."""
    return f"{dataset.kind.section}.json"


def table_name(dataset: Dataset, part: Field | None = None) -> str:
    """The table of a kind, or that of one of its lists of parts."""
    return f"{dataset.kind.section}.{part.name}.csv" if part else f"{dataset.kind.section}.csv"


def _resources(dataset: Dataset) -> Iterator[Descriptor]:
    yield _table(table_name(dataset), dataset.title, dataset.about, _schema(dataset))
    for part in tables(dataset.fields):
        title = f"{dataset.title}: {part.title}"
        yield _table(table_name(dataset, part), title, part.about, _schema_of_part(dataset, part))
    yield {
        "name": json_name(dataset),
        "path": json_name(dataset),
        "title": dataset.title,
        "description": dataset.about,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }


def _tasks() -> Descriptor:
    schema = {"fields": [_column(one) for one in columns(TASK_TABLE)]}
    return _table("nhiem-vu.csv", "Nhiệm vụ của mọi kế hoạch", "", schema)


def _table(name: str, title: str, about: str, schema: Descriptor) -> Descriptor:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": name,
        "title": title,
        "description": about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _schema(dataset: Dataset) -> Descriptor:
    key, *others = columns(dataset.fields)
    needed = {**_column(key), "constraints": {"required": True, "unique": True}}
    return {"fields": [needed, *map(_column, others)], "primaryKey": [key.name]}


def _schema_of_part(dataset: Dataset, part: Field) -> Descriptor:
    record = {"name": RECORD, "type": "string", "title": f"Mã bản ghi ({dataset.title})"}
    position = {"name": POSITION, "type": "integer", "title": "Thứ tự trong bản ghi"}
    reference = {"resource": table_name(dataset), "fields": ["id"]}
    return {
        "fields": [record, position, *map(_column, columns(part.parts))],
        "primaryKey": [RECORD, POSITION],
        "foreignKeys": [{"fields": [RECORD], "reference": reference}],
    }


def _column(column: Column) -> Descriptor:
    field = column.field
    kind = {"type": "string"} if field.many else TYPES.get(field.form, {"type": "string"})
    found = {"name": column.name, "title": field.title, **kind}
    if about := " ".join(_sentences(field)):
        found["description"] = about
    if field.form is Form.CHOICE and not field.many:
        found["constraints"] = {"enum": [value for value, _ in field.choices]}
    return found


def _sentences(field: Field) -> Iterable[str]:
    if field.about:
        yield field.about
    if field.form is Form.LINK:
        yield f"Mã của bản ghi trong {SECTIONS[field.folder]}.csv."
    if field.form is Form.PARTY:
        yield f"Mã của bản ghi trong {SECTIONS[field.folder]}.csv, hoặc tên gọi bằng lời."
    if field.choices:
        yield "; ".join(f"{value}: {meaning}" for value, meaning in field.choices) + "."
    if field.many:
        yield "Nhiều giá trị cách nhau bằng dấu chấm phẩy."
