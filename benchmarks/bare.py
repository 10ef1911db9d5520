"""A bare writer, less than which no generator can do: python -m benchmarks.bare PACK OUT

PACK is one file: a line for each page with its length in bytes and its address, an empty line, and
then the bytes of all pages in turn. Each folder is made once, each file opened, written and closed;
nothing is rendered, compared or kept.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO


def prepare(corpus: Path, folder: Path, like: Path | None = None) -> None:
    """Pack the pages that the records have in our site, `like`."""
    from benchmarks.records import record_pages  # its imports would be measured with us

    if like is None:
        raise ValueError("The bare writer writes our pages again: it needs our site.")
    pages = list(record_pages(like, corpus))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "pack").open("wb") as pack:
        for page in pages:
            pack.write(f"{page.stat().st_size} {page.relative_to(like).as_posix()}\n".encode())
        pack.write(b"\n")
        for page in pages:
            pack.write(page.read_bytes())


def command(folder: Path) -> list[str]:
    """Write what was packed, in the project's folder; `pages(folder)` must not be there yet."""
    return [sys.executable, "-m", "benchmarks.bare", str(folder / "pack"), str(pages(folder))]


def pages(folder: Path) -> Path:
    """Where the pages will lie."""
    return folder / "site"


def unpack(pack: str, out: str) -> None:
    """Write every page of a pack below a new folder."""
    with open(pack, "rb") as file:
        index = list(_index(file))
        os.mkdir(out)
        for name in {os.path.dirname(address) for _, address in index}:
            os.mkdir(f"{out}/{name}")
        for length, address in index:
            _write(f"{out}/{address}", file.read(length))


def _index(file: IO[bytes]) -> Iterator[tuple[int, str]]:
    while line := file.readline().strip():
        length, address = line.decode().split(" ", 1)
        yield int(length), address


def _write(path: str, content: bytes) -> None:
    """As `open(path, "wb")` would, without its buffer."""
    page = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    os.write(page, content)
    os.close(page)


if __name__ == "__main__":
    unpack(*sys.argv[1:])
