"""The day's data: what the site holds, how fresh it is, and the records as open data.

Every field that leaves the site is named in `fields`, one by one.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cached_property, partial

from generator.library import Library
from generator.outputs import cpsv_ap, hsds
from generator.outputs.fields import DATASETS, row_of
from generator.outputs.fields.field import Column, Dataset, Field, Row, columns, tables, walk, whole
from generator.outputs.fields.field import text as words
from generator.outputs.fields.plans import TASK_TABLE
from generator.outputs.fields.shared import HEADER
from generator.outputs.package import ADDRESS as PACKAGE
from generator.outputs.package import POSITION, RECORD, json_name, package, table_name
from generator.outputs.tables import table
from generator.outputs.task_table import ADDRESS as TASKS
from generator.outputs.task_table import task_table
from generator.page import Deferred, Outputs, Page
from generator.records.record import Status

FOLDER = "du-lieu"
DICTIONARY = "tu-dien-du-lieu.html"
PLACE = (words(RECORD, "Mã bản ghi"), whole(POSITION, "Thứ tự trong bản ghi"))


def outputs(library: Library, today: date) -> Outputs:
    """The pages on the data, and for each kind its JSON and its tables."""
    yield data_page(library, today)
    yield dictionary_page()
    for dataset in DATASETS:
        yield from files_of(library, dataset)
    yield Deferred(TASKS, partial(task_table, library), "content/plans")
    yield Deferred(PACKAGE, partial(package, library, today), "content")


# ---- the files -----------------------------------------------------------------------------------


class Rows:
    """The rows of one kind, made once for all its files, when the first is written."""

    def __init__(self, library: Library, dataset: Dataset) -> None:
        """Show the records of `library` that lists may offer."""
        self._library, self._sheet = library, dataset

    @cached_property
    def all(self) -> list[Row]:
        """A row for each record, by id."""
        return [row_of(record) for record in self._library.published(self._sheet.kind)]

    def json(self) -> bytes:
        """A list with a record on each line, so that two days can be compared line by line."""
        lines = (json.dumps(row, ensure_ascii=False) for row in self.all)
        return ("[\n" + ",\n".join(lines) + "\n]\n").encode()

    def table(self) -> bytes:
        """The records as a table; lists of parts have their own."""
        return table(columns(self._sheet.fields), self.all)

    def table_of(self, part: Field) -> bytes:
        """One list of parts of all records as a table."""
        return table(columns_of(part), self._parts(part.name))

    def _parts(self, name: str) -> Iterator[Row]:
        for row in self.all:
            for position, part in enumerate(row[name], start=1):
                yield {RECORD: row["id"], POSITION: position, **part}


def columns_of(part: Field) -> Iterator[Column]:
    """The columns of a table of parts: of which record, in which place, and their own."""
    return columns((*PLACE, *part.parts))


def files_of(library: Library, dataset: Dataset) -> Outputs:
    """The JSON of a kind, its table, and a table for each list of parts."""
    rows, source = Rows(library, dataset), f"content/{dataset.kind.folder}"
    yield Deferred(f"{FOLDER}/{json_name(dataset)}", rows.json, source)
    yield Deferred(f"{FOLDER}/{table_name(dataset)}", rows.table, source)
    for part in tables(dataset.fields):
        make = partial(rows.table_of, part)
        yield Deferred(f"{FOLDER}/{table_name(dataset, part)}", make, source)


# ---- the pages -----------------------------------------------------------------------------------


def data_page(library: Library, today: date) -> Page:
    """How many records of each kind, when they were last compared, and what is overdue."""
    offered = [one for one in library.records.values() if one.status is Status.PUBLISHED]
    return Page(
        address="du-lieu.html",
        section="du-lieu",
        template="lists/data.html",
        key="data",
        values={
            "today": today,
            "datasets": [
                (
                    dataset,
                    library.published(dataset.kind),
                    [(label, f"{FOLDER}/{name}") for label, name in _files(dataset)],
                )
                for dataset in DATASETS
            ],
            "dictionary": DICTIONARY,
            "tasks": TASKS,
            "package": PACKAGE,
            "directory": (hsds.ORGANISATIONS, hsds.SERVICES),
            "procedures": cpsv_ap.ADDRESS,
            "newest_review": max(filter(None, (one.reviewed_on for one in offered)), default=None),
            "demo": sum(one.demo for one in offered),
        },
        source="content",
    )


def _files(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """What each file holds, and its name; nothing to say of those of the whole kind."""
    yield "", table_name(dataset)
    yield "", json_name(dataset)
    for part in tables(dataset.fields):
        yield part.title, table_name(dataset, part)


def dictionary_page() -> Page:
    """Every field of every file with its meaning; those of all kinds stand there once."""
    return Page(
        address=DICTIONARY,
        section="du-lieu",
        template="lists/dictionary.html",
        key="dictionary",
        values={
            "common": list(walk(HEADER)),
            "datasets": [
                (dataset, list(walk(_own(dataset))), _own_tables(dataset)) for dataset in DATASETS
            ],
            "tasks": list(walk(TASK_TABLE)),
            "of_folder": {dataset.kind.folder: dataset for dataset in DATASETS},
        },
        source="content",
    )


def _own(dataset: Dataset) -> list[Field]:
    """The fields of a kind that not every kind has."""
    return [field for field in dataset.fields if field not in HEADER]


def _own_tables(dataset: Dataset) -> list[tuple[str, str]]:
    return [(part.name, table_name(dataset, part)) for part in tables(dataset.fields)]
