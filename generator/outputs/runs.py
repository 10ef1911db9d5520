"""Files of many records, cut into runs so that an edit makes only a small piece of them again.

Whether a run begins at a record, its id alone tells: one that comes or goes moves no other cut.
"""

from collections.abc import Iterable, Iterator
from zlib import crc32

import msgspec

Ids = tuple[str, ...]

ENCODER = msgspec.json.Encoder()
LENGTH = 16  # records in a run, on average


def runs(ids: Iterable[str]) -> Iterator[Ids]:
    """The ids in their order, cut into runs."""
    run: list[str] = []
    for id in ids:
        if run and crc32(id.encode()) % LENGTH == 0:
            yield tuple(run)
            run = []
        run.append(id)
    if run:
        yield tuple(run)


def listed(ids: Iterable[str], head: str = "[\n", foot: str = "\n]\n") -> Iterator[tuple[str, Ids]]:
    """The pieces of a JSON list: each says what it begins with, and which records it holds."""
    yield head, ()
    before = ""
    for run in runs(ids):
        yield before, run
        before = ",\n"
    yield foot, ()


def lines(before: str, items: Iterable[object]) -> bytes:
    """A piece of a JSON list, an item on each line: two days can be compared line by line."""
    return before.encode() + b",\n".join(map(ENCODER.encode, items))
