"""What was read once need not be read again: a record comes back equal from its bytes."""

import typing
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, msgpack

from generator.entries import Entry, Findings, Named, Reference
from generator.intake import load
from generator.library import OF_FOLDER, OUTLINES
from generator.reading import values_of
from generator.records import KINDS, READERS
from generator.records.record import Outline, Record, Status
from tests.conftest import ROOT, SITES, TODAY
from tests.test_properties import OF_EVERY_KIND

FOLDERS = (ROOT / "content", SITES / "small" / "content")


def read(kind: type[Record], path: Path) -> tuple[Record, Findings]:
    """A record of a content file, and what it names."""
    findings = Findings(path.name)
    return READERS[kind](Entry(findings, values_of(path.read_text(encoding="utf-8")))), findings


def written(kind: type[Record]) -> Iterator[Path]:
    """The content files of a kind."""
    for folder in FOLDERS:
        yield from sorted((folder / kind.folder).rglob("*.yml"))


def from_its_bytes(value: Any, kind: type[Any]) -> Any:
    """The value after its journey."""
    return msgpack.Decoder(kind).decode(msgpack.encode(value))


@OF_EVERY_KIND
def test_every_record_comes_back_from_its_bytes(kind: type[Record]) -> None:
    """A page made from what the last build kept is the page that a new reading would make."""
    for path in written(kind):
        record, findings = read(kind, path)

        again = from_its_bytes(record, kind)
        assert again == record
        assert repr(again) == repr(record), path  # 1.50 equals 1.5 and is printed otherwise
        assert from_its_bytes(findings.references, list[Reference]) == findings.references
        assert from_its_bytes(findings.parties, list[Named]) == findings.parties


DAYS = ("2025-06-30", "2026-01-31", "2026-02-01", TODAY, "2029-12-31", "2030-01-01")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: str(one.relative_to(ROOT)))
def test_a_list_names_those_whom_the_records_themselves_would_name(folder: Path, day: str) -> None:
    """Lists are planned from columns beside the records: the two must never tell two stories."""
    everything = load(folder)[0].on(date.fromisoformat(day))
    for drafts, demo in ((False, True), (False, False), (True, True)):
        library = everything.shown(drafts=drafts, demo=demo)
        for kind in KINDS:
            every = library.every(kind)
            offered = [one for one in every if one.status is not Status.WITHDRAWN]

            assert library.files(kind) == [(one.id, one.file) for one in every]
            assert library.offered_ids(kind) == [one.id for one in offered]
            assert library.count(kind).records == len(offered)
            assert library.has(kind) == bool(offered)
            assert list(library.published(kind)) == offered
            assert library.rests_on(kind) == {one for record in offered for one in record.rests_on}


@pytest.mark.parametrize("shape", OUTLINES, ids=lambda one: str(one.folder))
def test_outlines_are_those_of_the_records(shape: type[Outline]) -> None:
    """A list planned from what stands beside a record must never tell another story than it."""
    library = load(SITES / "small" / "content")[0]
    every = library.every(OF_FOLDER[shape.folder])

    assert every
    assert list(library.outlines(shape)) == [one.outline for one in every]
    assert [library.outline(shape, one.id) for one in every] == [one.outline for one in every]


DEEP = 3  # lists in lists; there the tasks below tasks end
LEAVES: dict[type[Any], st.SearchStrategy[Any]] = {
    str: st.text(max_size=20) | st.sampled_from(["2026-11-22", "1.50", "null", "\0"]),
    bool: st.booleans(),
    int: st.integers(0, 999_999_999),
    date: st.dates(),
    time: st.times().map(lambda at: at.replace(fold=0)),  # no hour of a record comes twice
    Decimal: st.decimals(allow_nan=False, allow_infinity=False) | st.just(Decimal("90.00")),
    type(None): st.none(),
}


def anything_of(hint: Any, depth: int) -> st.SearchStrategy[Any]:
    """Values of a type as a field declares it."""
    below = typing.get_args(hint)
    if isinstance(hint, UnionType):
        return st.one_of([anything_of(one, depth) for one in below])
    if below:  # of tuple[Task, ...]
        if depth == DEEP:
            return st.just(())
        return st.lists(anything_of(below[0], depth + 1), max_size=2).map(tuple)
    if issubclass(hint, Struct):
        return any_struct(hint, depth)
    return st.sampled_from(hint) if issubclass(hint, StrEnum) else LEAVES[hint]


@cache
def any_struct(kind: type[Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of a kind of record or of a part, whether or not a file could say them."""
    hints = typing.get_type_hints(kind)
    fields = (anything_of(hints[name], depth) for name in kind.__struct_fields__)
    return st.tuples(*fields).map(lambda values: kind(*values))


@OF_EVERY_KIND
@settings(max_examples=20)
@given(data=st.data())
def test_any_record_comes_back_from_its_bytes(kind: type[Record], data: st.DataObject) -> None:
    """However odd the words and figures of a source, none of them is lost in the store."""
    record = data.draw(any_struct(kind))

    again = from_its_bytes(record, kind)
    assert again == record
    assert repr(again) == repr(record)
    assert hash(again) == hash(record)


@OF_EVERY_KIND
def test_a_record_cannot_be_changed(kind: type[Record]) -> None:
    """Pages are made side by side from one record: none may change it for the others."""
    record, _ = read(kind, next(written(kind)))

    with pytest.raises(AttributeError):
        record.id = "khac"  # type: ignore[misc]
