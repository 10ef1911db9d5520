"""Bringing files into site/: all or nothing, and only what changed is written.

The new site grows in a folder beside the old one. Files whose bytes stayed the same are linked,
not written. When all are there, the two folders change places in one step, so that whoever looks,
and whenever the power fails, sees the old site whole or the new site whole.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from generator.page import File

AT_FDCWD = -100  # Linux: names are taken from the current folder
OUR_PAGES = ("du-lieu.html", "lich.html")  # a site of ours has these, unless damaged
RENAME_EXCHANGE = 2  # Linux: the two names change places in one step


class SiteBusy(Exception):
    """Another build is writing the same site."""


class NotOurs(Exception):
    """The folder holds something that no build of ours wrote."""


@dataclass(frozen=True)
class Written:
    """How many files the site has, and how many of them are new or changed."""

    files: int
    changed: int


def write(files: Iterable[File], site: Path) -> Written:
    """Make `site` hold exactly `files`.

    Raises `SiteBusy` where another build is at work, `NotOurs` where `site` is somebody's folder,
    and `OSError` where the disk is full; the old site then stays as it was.
    """
    if not site.name:
        raise NotOurs(str(site))
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(site, "lock"), timeout=0)
    try:
        with lock:
            _finish_a_broken_exchange(site)
            _refuse_foreign_folder(site)
            return _write_and_exchange(files, site)
    except Timeout:
        raise SiteBusy(str(site)) from None


def _write_and_exchange(files: Iterable[File], site: Path) -> Written:
    new, old = _beside(site, "new"), _beside(site, "old")
    _remove(new)
    try:
        written = _fill(new, files, site)
        _exchange(new, site, old)
    finally:
        _remove(new)
        _remove(old)
    return written


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _refuse_foreign_folder(site: Path) -> None:
    """A slip such as `--site ~` must not replace somebody's files."""
    ours = site.is_dir() and any((site / name).is_file() for name in OUR_PAGES)
    if site.exists() and not ours and not _is_empty(site):
        raise NotOurs(str(site))


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
    content = file.content if isinstance(file.content, bytes) else file.content.read_bytes()
    if _holds(before, content) and _linked(before, target):
        return False
    with target.open("xb") as out:
        out.write(content)
    return not _holds(before, content)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _linked(before: Path, target: Path) -> bool:
    """Whether the old file could be linked; some file systems of USB sticks know no links."""
    try:
        os.link(before, target)
    except OSError:
        return False
    return True


# ---- changing places -------------------------------------------------------------------------


def _exchange(new: Path, site: Path, old: Path) -> None:
    if not site.exists():
        new.rename(site)
    elif not _exchanged_in_one_step(new, site):
        _remove(old)
        site.rename(old)
        new.rename(site)


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
