"""Bringing files into site/: all or nothing, and only what changed is written.

The next site grows in a folder beside the published one. When all of it is there, the two folders
change places in one step, so that whoever looks, and wherever the build was stopped, sees the old
site whole or the new site whole. The folder of the old site stays as a twin, its files linked with
those of the new one: brought up to date, it is where the next site grows, so that an edit costs no
more than what it changes.
"""

import ctypes
import errno
import filecmp
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from filelock import FileLock, Timeout

from generator.problems import Fault

AT_FDCWD = -100  # Linux: names are taken from the current folder
OUR_PAGES = ("du-lieu.html", "lich.html")  # a site of ours has these, unless damaged
PAUSES = (0.02, 0.1, 0.5)  # seconds, in which whoever lost their parent process ends
RENAME_EXCHANGE = 2  # Linux: the two names change places in one step


@dataclass(frozen=True)
class Written:
    """How many files the site has, and how many of them are new or changed."""

    files: int
    changed: int


@dataclass(frozen=True)
class Next:
    """The next site while it grows in `folder`; a `whole` one began with all of the old files."""

    folder: Path
    site: Path
    whole: bool

    def put(self, address: str, content: bytes | Path) -> bool:
        """Bring a file to its address; whether it differs from the published one."""
        target, before = f"{self.folder}/{address}", f"{self.site}/{address}"
        same = _is_same(content, before)
        if self.whole and not same:
            with suppress(FileNotFoundError):
                os.unlink(target)  # never written to: the published site may hold the same file
        if not same or not (self.whole or _linked(before, target)):
            _copy(content, target)
        return not same

    def put_pieces(self, address: str, pieces: Iterable[bytes]) -> bool:
        """Bring a file to its address piece by piece; whether it differs from the published one.

        A file that stays the same is not even linked anew: that too would show in its times.
        """
        target, before = f"{self.folder}/{address}", f"{self.site}/{address}"
        new = str(_beside(Path(target), "new"))
        _in_its_folder(_write_pieces, pieces, new)
        if not _is_same(Path(new), before):
            os.replace(new, target)
            return True
        os.unlink(new)
        if not self.whole:
            _link_or_copy(before, target)
        return False

    @contextmanager
    def published(self, address: str) -> Iterator[BinaryIO | None]:
        """The published file, open to be read; None where it is not there."""
        with ExitStack() as stack:
            file = None
            with suppress(OSError):
                file = stack.enter_context(open(f"{self.site}/{address}", "rb"))
            yield file

    def remove(self, address: str) -> None:
        """Take a file away, and folders that are left empty."""
        place = Path(self.folder, address)
        if not (place.is_file() or place.is_symlink()):
            return
        place.unlink()
        for folder in place.parents[: address.count("/")]:
            with suppress(OSError):  # it holds something
                folder.rmdir()


@contextmanager
def alone(site: Path) -> Iterator[None]:
    """Be the only one at work on `site`, for as long as the context lasts.

    Raises `Fault` where another build is at work or `site` is somebody's folder.
    """
    if not site.name:
        raise Fault("not-our-folder", site=site)
    _refuse_foreign_folder(site)  # before a lock is left beside it
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(_beside(site, "lock"), timeout=0):
            _finish_a_broken_exchange(site)
            _remove(_beside(site, "new"))  # now: its files are links, and each shows in times
            yield
    except Timeout:
        raise Fault("site-busy", site=site) from None


@contextmanager
def growing(site: Path, *, whole: bool) -> Iterator[Next]:
    """The next site; it takes the place of the published one when the context ends well.

    A `whole` one begins as the twin, which must be there and as the published site. Raises
    `OSError` where the disk is full; the old site then stays as it was.
    """
    new, twin = _beside(site, "new"), _beside(site, "twin")
    _remove(new)
    try:
        if whole:
            twin.rename(new)
        else:
            _remove(twin)
            new.mkdir()
        yield Next(new, site, whole)
        _exchange(new, site)
    except BaseException:
        _remove(new)
        raise
    if whole and new.exists():
        new.rename(twin)
    _remove(new)


# ---- the twin ----------------------------------------------------------------------------------


def make_twin(site: Path, addresses: Iterable[str]) -> bool:
    """Link every file of the published site into a twin; whether that could be done.

    Where the file system knows no links, or the disk is full, there is none.
    """
    twin = drop_twin(site)
    with suppress(OSError):
        twin.mkdir()
        if all(_linked(f"{site}/{address}", f"{twin}/{address}") for address in addresses):
            return True
    _remove(twin)
    return False


def follow(site: Path, addresses: Iterable[str]) -> bool:
    """Bring the twin up to date where the published site changed; whether that could be done.

    So what the site no longer tells stands nowhere beside it either.
    """
    folder = _beside(site, "twin")
    if not folder.is_dir():
        return False
    twin = Next(folder, site, whole=True)
    for address in addresses:
        twin.remove(address)
        is_there = os.path.isfile(f"{site}/{address}")
        if is_there and not _linked(f"{site}/{address}", f"{folder}/{address}"):
            return False
    return True


def copy_as_twin(site: Path, addresses: Iterable[str]) -> None:
    """Copy every file of the published site into a twin, which serves one build."""
    twin = drop_twin(site)
    try:
        twin.mkdir()
        for address in addresses:
            _in_its_folder(shutil.copyfile, f"{site}/{address}", f"{twin}/{address}")
    except BaseException:
        _remove(twin)
        raise


def drop_twin(site: Path) -> Path:
    """Let there be no twin; gives where it would be."""
    twin = _beside(site, "twin")
    _remove(twin)
    return twin


def state_of_twin(site: Path, folders: Iterable[str]) -> str:
    """What tells whether anybody was at the twin: the times of its folders; empty without one."""
    twin = _beside(site, "twin")
    with suppress(OSError):
        found = (os.stat(f"{twin}/{folder}") for folder in sorted({"", *folders}))
        return " ".join(f"{one.st_ino}:{one.st_mtime_ns}:{one.st_ctime_ns}" for one in found)
    return ""


# ---- single files ------------------------------------------------------------------------------


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


def copy_folder(folder: Path, target: Path) -> None:
    """Copy all files of a folder; raises `OSError` with what the disk said of the first refused."""
    target.mkdir(parents=True)
    for path in folder.rglob("*"):
        if path.is_file():
            _in_its_folder(shutil.copyfile, str(path), f"{target}/{path.relative_to(folder)}")


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
            if old and not _linked(str(path), str(old)):
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
    """Take a folder away, also while a worker of a killed build writes its last file there."""
    for pause in PAUSES:
        try:
            if folder.exists():
                shutil.rmtree(folder)
            return
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.ENOENT):
                raise
            time.sleep(pause)
    shutil.rmtree(folder)


def _refuse_foreign_folder(site: Path) -> None:
    """A slip such as `--site ~` must not replace somebody's files."""
    ours = site.is_dir() and any((site / name).is_file() for name in OUR_PAGES)
    if site.exists() and not ours and not _is_empty(site):
        raise Fault("not-our-folder", site=site)


def _is_empty(site: Path) -> bool:
    return site.is_dir() and not any(site.iterdir())


def _is_same(content: bytes | Path, before: str) -> bool:
    """Whether the old file holds the content; large files are compared piece by piece."""
    try:
        if isinstance(content, Path):
            return filecmp.cmp(content, before, shallow=False)
        if os.stat(before).st_size != len(content):
            return False
        with open(before, "rb") as file:
            return file.read() == content
    except OSError:
        return False


def _copy(content: bytes | Path, target: str) -> None:
    if isinstance(content, Path):
        _in_its_folder(shutil.copyfile, str(content), target)
    else:
        _in_its_folder(_write, content, target)


def _write(content: bytes, target: str) -> None:
    with open(target, "xb", buffering=0) as file:
        rest = memoryview(content)
        while rest:  # a disk that fills up may take a part
            rest = rest[file.write(rest) :]


def _write_pieces(pieces: Iterable[bytes], target: str) -> None:
    with open(target, "xb") as file:
        file.writelines(pieces)


def _link_or_copy(before: str, target: str) -> None:
    if not _linked(before, target):
        _in_its_folder(shutil.copyfile, before, target)


def _linked(before: str, target: str) -> bool:
    """Whether the old file could be linked; some file systems of USB sticks know no links."""
    try:
        _in_its_folder(os.link, before, target)
    except OSError:
        return False
    return True


def _in_its_folder(bring: Callable[[Any, str], object], what: object, target: str) -> None:
    """Bring something to its target, for which there may be no folder yet."""
    try:
        bring(what, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        bring(what, target)


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
    """Where two steps were needed and the power failed between them, the old site comes back.

    Where it failed after them, the old site goes.
    """
    old = _beside(site, "old")
    if old.exists() and not site.exists():
        old.rename(site)
    _remove(old)
