"""Which files stand below a folder, and how to tell that one was touched without opening it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

Signature = tuple[int, int, int, int]  # size, time of content, time of anything, number on the disk
Listing = dict[str, dict[str, Signature]]  # by folder below the root, then by name

SETTLED = 2_000_000_000  # ns: within this time some file systems give two changes one time
UNSETTLED = (0, 0, 0, 0)
SIGNATURES = msgspec.msgpack.Decoder(dict[str, Signature])


def listing(root: Path, *, hidden: bool) -> Listing:
    """Every file below `root`, to be read or, with `hidden` ones, to be looked after.

    What is looked after holds no files of elsewhere: a link there is a file like others. A name
    that is no UTF-8 is told with its bytes in numbers.
    """
    found: Listing = {}
    _list(str(root), "", found, hidden)
    return found


def _list(place: str, folder: str, found: Listing, hidden: bool) -> None:
    files: dict[str, Signature] = {}
    below: list[str] = []
    try:
        entries = os.scandir(place)
    except OSError:  # gone, or nobody may look: its files are missing then
        return
    with entries:
        for entry in entries:
            name = entry.name
            if not hidden and name[0] == ".":
                continue
            if entry.is_dir(follow_symlinks=not (hidden or folder)):
                below.append(name)
                if hidden or not name.endswith(".yml"):  # named like a record, it is told
                    continue
            try:
                one = entry.stat()
            except OSError:  # a link to nowhere
                one = entry.stat(follow_symlinks=False)
            told = name if name.isascii() else in_utf8(name)
            files[told] = one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_ino
    if files:
        found[folder] = files
    for name in sorted(below):
        told = in_utf8(name)
        _list(f"{place}/{name}", f"{folder}/{told}" if folder else told, found, hidden)


def in_utf8(name: str) -> str:
    """A file's name that may be kept and told; bytes that are no UTF-8 are written as numbers."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode()


def differing(before: Mapping[str, Mapping[str, Signature]], now: Listing) -> Iterator[str]:
    """The files that came, went or were touched, by their way from the root."""
    for folder in before.keys() | now.keys():
        old, new = before.get(folder, {}), now.get(folder, {})
        if old != new:
            way = f"{folder}/" if folder else ""
            for name in old.keys() | new.keys():
                if old.get(name) != new.get(name):
                    yield way + name


def settled(found: Listing, moment_ns: int) -> Listing:
    """The listing, in which files so young that a later change may not show look as if changed."""
    last = moment_ns - SETTLED
    return {folder: _settled(files, last) for folder, files in found.items()}


def _settled(files: dict[str, Signature], last: int) -> dict[str, Signature]:
    young = [name for name, one in files.items() if one[1] >= last or one[2] >= last]
    return {**files, **dict.fromkeys(young, UNSETTLED)} if young else files


def renewed(found: Listing, root: Path, places: Iterable[str]) -> Listing:
    """The listing with the files at these places as they are now."""
    now = {folder: dict(files) for folder, files in found.items()}
    for place in places:
        folder, _, name = place.rpartition("/")
        now.setdefault(folder, {}).pop(name, None)
        with suppress(FileNotFoundError, NotADirectoryError):
            one = os.stat(f"{root}/{place}")
            now[folder][name] = one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_ino
    return {folder: files for folder, files in now.items() if files}


def holds(found: Listing, place: str) -> bool:
    """Whether a file stands in a listing."""
    folder, _, name = place.rpartition("/")
    return name in found.get(folder, {})


def places(found: Listing) -> Iterator[str]:
    """Every file of a listing by its way from the root."""
    for folder, files in found.items():
        yield from (f"{folder}/{name}" if folder else name for name in files)
