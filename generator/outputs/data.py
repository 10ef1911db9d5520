"""The day's data: what the site holds, how fresh it is, and the records as open data.

Every field that leaves the site is named in `fields`, one by one.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from generator.library import OF_FOLDER, Count, Library
from generator.outputs import cpsv_ap, hsds
from generator.outputs.fields import DATASETS, OF_KIND
from generator.outputs.fields.field import (
    Column,
    Dataset,
    Field,
    Row,
    Shape,
    columns,
    tables,
    walk,
    whole,
)
from generator.outputs.fields.field import text as words
from generator.outputs.fields.plans import TASK_TABLE
from generator.outputs.fields.shared import HEADER
from generator.outputs.package import ADDRESS as PACKAGE
from generator.outputs.package import POSITION, RECORD, json_name, package, table_name
from generator.outputs.runs import Ids, lines, listed, runs
from generator.outputs.tables import body, head
from generator.outputs.task_table import ADDRESS as TASKS
from generator.page import Joined, Output, Outputs, Page
from generator.records.record import Record

ADDRESS = "du-lieu.html"
FOLDER = "du-lieu"
DICTIONARY = "tu-dien-du-lieu.html"
PLACE = (words(RECORD, "Mã bản ghi"), whole(POSITION, "Thứ tự trong bản ghi"))


def outputs(library: Library) -> Outputs:
    """The pages on the data, and the list of all files."""
    counts = tuple(tuple(library.count(dataset.kind)) for dataset in DATASETS)
    yield Output(ADDRESS, data_page, (counts,), "content")
    yield Output(DICTIONARY, dictionary_page, (), "content")
    yield Output(PACKAGE, package, (), "content")


def outputs_of(dataset: Dataset, library: Library) -> Outputs:
    """The JSON of a kind and its tables; planned by themselves, for most edits touch one kind."""
    yield from files_of(dataset, library.offered_ids(dataset.kind))


# ---- the files -----------------------------------------------------------------------------------


def files_of(dataset: Dataset, ids: Sequence[str]) -> Outputs:
    """The JSON of a kind, its table, and a table for each list of parts."""
    folder, source = dataset.kind.folder, f"content/{dataset.kind.folder}"
    items = tuple((folder, *piece) for piece in listed(ids))
    yield Joined(f"{FOLDER}/{json_name(dataset)}", json_piece, items, source)
    cut = tuple(runs(ids))
    rows = ((folder,), *((folder, run) for run in cut))
    yield Joined(f"{FOLDER}/{table_name(dataset)}", table_piece, rows, source)
    for part in tables(dataset.fields):
        key = (folder, part.name)
        rows_of_parts = (key, *((*key, run) for run in cut))
        yield Joined(f"{FOLDER}/{table_name(dataset, part)}", part_piece, rows_of_parts, source)


def json_piece(library: Library, folder: str, before: str, ids: Ids) -> bytes:
    """A run of records, or the head or foot of their list."""
    kind = OF_FOLDER[folder]
    return lines(before, map(OF_KIND[kind].shape.row, library.those(kind, ids)))


def table_piece(library: Library, folder: str, ids: Ids | None = None) -> bytes:
    """A run of records as lines of their table, or without any its head."""
    shown, shape = _table(folder)
    records = library.those(OF_FOLDER[folder], ids or ())
    return head(shown) if ids is None else body(shown, map(shape.row, records))


def part_piece(library: Library, folder: str, name: str, ids: Ids | None = None) -> bytes:
    """One list of parts of a run of records as lines of its table, or without any its head."""
    shown, shape, kept = _part_table(folder, name)
    records = library.those(OF_FOLDER[folder], ids or ())
    return head(shown) if ids is None else body(shown, _parts(records, shape, kept))


@cache
def _table(folder: str) -> tuple[tuple[Column, ...], Shape]:
    fields = [one for one in OF_KIND[OF_FOLDER[folder]].fields if not one.is_table]
    return tuple(columns(fields)), Shape(fields)


@cache
def _part_table(folder: str, name: str) -> tuple[tuple[Column, ...], Shape, str]:
    part = next(one for one in OF_KIND[OF_FOLDER[folder]].fields if one.name == name)
    return tuple(columns_of(part)), Shape(part.parts), part.kept


def columns_of(part: Field) -> Iterator[Column]:
    """The columns of a table of parts: of which record, in which place, and their own."""
    return columns((*PLACE, *part.parts))


def _parts(records: Iterable[Record], shape: Shape, kept: str) -> Iterator[Row]:
    for record in records:
        for position, one in enumerate(getattr(record, kept), start=1):
            yield {RECORD: record.id, POSITION: position, **shape.row(one)}


# ---- the pages -----------------------------------------------------------------------------------


def data_page(library: Library, counts: tuple[Count, ...]) -> Page:
    """How many records of each kind, when they were last compared, and where to get them."""
    found = [Count(*one) for one in counts]
    newest = max((one.newest for one in found if one.newest), default=None)
    return Page(
        address=ADDRESS,
        section="du-lieu",
        template="lists/data.html",
        key="data",
        values={
            "today": library.today,
            "datasets": [
                (
                    dataset,
                    count,
                    [(label, f"{FOLDER}/{name}") for label, name in _files(dataset)],
                )
                for dataset, count in zip(DATASETS, found, strict=True)
            ],
            "dictionary": DICTIONARY,
            "tasks": TASKS,
            "package": PACKAGE,
            "directory": (hsds.ORGANISATIONS, hsds.SERVICES),
            "procedures": cpsv_ap.ADDRESS,
            "newest_review": date.fromisoformat(newest) if newest else None,
            "demo": sum(one.published_demos for one in found),
        },
    )


def _files(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """What each file holds, and its name; nothing to say of those of the whole kind."""
    yield "", table_name(dataset)
    yield "", json_name(dataset)
    for part in tables(dataset.fields):
        yield part.title, table_name(dataset, part)


def dictionary_page(library: Library) -> Page:
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
    )


def _own(dataset: Dataset) -> list[Field]:
    """The fields of a kind that not every kind has."""
    return [field for field in dataset.fields if field not in HEADER]


def _own_tables(dataset: Dataset) -> list[tuple[str, str]]:
    return [(part.name, table_name(dataset, part)) for part in tables(dataset.fields)]
