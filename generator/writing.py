"""Bringing files into site/: all or nothing, and only what changed is written.

The new site grows in a folder beside the old one. Files whose bytes stayed the same are linked,
not written. When all are there, the two folders change places in one step, so that whoever looks,
and wherever the build was stopped, sees the old site whole or the new site whole.
"""

import ctypes
import filecmp
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from generator.page import File
from generator.problems import Fault

AT_FDCWD = -100  # Linux: names are taken from the current folder
OUR_PAGES = ("du-lieu.html", "lich.html")  # a site of ours has these, unless damaged
RENAME_EXCHANGE = 2  # Linux: the two names change places in one step


@dataclass(frozen=True)
class Written:
    """How many files the site has, and how many of them are new or changed."""

    files: int
    changed: int


def write(files: Iterable[File], site: Path) -> Written:
    """Make `site` hold exactly `files`.

    Raises `Fault` where another build is at work or `site` is somebody's folder, and `OSError`
    where the disk is full; the old site then stays as it was.
    """
    if not site.name:
        raise Fault("not-our-folder", site=site)
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(_beside(site, "lock"), timeout=0):
            _finish_a_broken_exchange(site)
            _refuse_foreign_folder(site)
            return _write_and_exchange(files, site)
    except Timeout:
        raise Fault("site-busy", site=site) from None


def _write_and_exchange(files: Iterable[File], site: Path) -> Written:
    new = _beside(site, "new")
    _remove(new)
    try:
        written = _fill(new, files, site)
        _exchange(new, site)
    finally:
        _remove(new)
    return written


def replace_text(path: Path, text: str) -> None:
    """Give one file a new text; whoever looks sees the old text whole or the new text whole."""
    replace_bytes(path, text.encode("utf-8"))


def replace_bytes(path: Path, content: bytes) -> None:
    """Give one file new bytes; whoever looks sees the old file whole or the new file whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = _beside(path, "new")
    try:
        new.write_bytes(content)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def replace_texts(texts: Iterable[tuple[Path, str]], root: Path) -> None:
    """Give many files below `root` new texts: all of them, or none.

    Every text is first written to a folder beside `root`, where the disk may still be full; then
    the files change places. What fails between is undone. Raises `Fault` where another such work
    goes on. A machine that loses its power in the moment of the exchange keeps whole files, old
    and new; the same work done again completes it.
    """
    staged = _beside(root, "coming")
    try:
        with FileLock(_beside(root, "lock"), timeout=0):
            _remove(staged)
            try:
                _replace_all(_stage(texts, staged))
            finally:
                _remove(staged)
    except Timeout:
        raise Fault("site-busy", site=root) from None


def _stage(texts: Iterable[tuple[Path, str]], staged: Path) -> list[tuple[Path, Path]]:
    staged.mkdir(parents=True)
    pairs: list[tuple[Path, Path]] = []
    for number, (path, text) in enumerate(texts):
        new = staged / f"{number}.new"
        new.write_bytes(text.encode("utf-8"))
        pairs.append((new, path))
    return pairs


def _replace_all(pairs: Iterable[tuple[Path, Path]]) -> None:
    """Bring every new file to its place; bring all back where one cannot come."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for new, path in pairs:
            path.parent.mkdir(parents=True, exist_ok=True)
            old = new.with_suffix(".old") if path.exists() else None
            if old and not _linked(path, old):
                shutil.copyfile(path, old)
            done.append((path, old))
            new.replace(path)
    except BaseException:
        for path, old in reversed(done):
            if old:
                old.replace(path)
            else:
                path.unlink(missing_ok=True)
        raise


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _refuse_foreign_folder(site: Path) -> None:
    """A slip such as `--site ~` must not replace somebody's files."""
    ours = site.is_dir() and any((site / name).is_file() for name in OUR_PAGES)
    if site.exists() and not ours and not _is_empty(site):
        raise Fault("not-our-folder", site=site)


def _is_empty(site: Path) -> bool:
    return site.is_dir() and not any(site.iterdir())


def _fill(new: Path, files: Iterable[File], old: Path) -> Written:
    count = changed = 0
    folders: set[Path] = set()
    for file in files:
        target = new / file.address
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        count += 1
        changed += _put(file, target, old / file.address)
    return Written(count, changed)


def _put(file: File, target: Path, before: Path) -> bool:
    """Bring one file to `target`; whether it differs from the one `before`."""
    same = _is_same(file.content, before)
    if not (same and _linked(before, target)):
        _copy(file.content, target)
    return not same


def _is_same(content: bytes | Path, before: Path) -> bool:
    """Whether the old file holds the content; large files are compared piece by piece."""
    try:
        if isinstance(content, Path):
            return filecmp.cmp(content, before, shallow=False)
        return before.stat().st_size == len(content) and before.read_bytes() == content
    except OSError:
        return False


def _copy(content: bytes | Path, target: Path) -> None:
    if isinstance(content, Path):
        shutil.copyfile(content, target)
    else:
        target.write_bytes(content)


def _linked(before: Path, target: Path) -> bool:
    """Whether the old file could be linked; some file systems of USB sticks know no links."""
    try:
        os.link(before, target)
    except OSError:
        return False
    return True


# ---- changing places -------------------------------------------------------------------------


def _exchange(new: Path, site: Path) -> None:
    if not site.exists():
        new.rename(site)
    elif not _exchanged_in_one_step(new, site):
        _exchange_in_two_steps(new, site)


def _exchange_in_two_steps(new: Path, site: Path) -> None:
    """The old site is removed only when the new one stands in its place."""
    old = _beside(site, "old")
    _remove(old)
    site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        old.rename(site)
        raise
    _remove(old)


def _exchanged_in_one_step(new: Path, site: Path) -> bool:
    """Linux can let two folders change places at once; other systems need two steps."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(site)
    return bool(rename(*names, RENAME_EXCHANGE) == 0)


def _finish_a_broken_exchange(site: Path) -> None:
    """Where two steps were needed and the power failed between them, the old site comes back."""
    old = _beside(site, "old")
    if old.exists() and not site.exists():
        old.rename(site)
