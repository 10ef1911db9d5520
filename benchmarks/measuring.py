"""What a command costs as a whole process, with all the processes that it starts.

CPU seconds are user and system time as the kernel accounts them to the finished process and to the
descendants that it waited for. Peak memory of one process is the kernel's own high-water mark; as
soon as there are several, it is the sum of their proportional set sizes (PSS, in which a page that
two processes share counts half in each), sampled every `PAUSE` seconds. Summing is left out for
one process because reading a PSS walks its page tables and would slow what is being measured.
"""

import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import median
from typing import IO

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)  # for which day sites are made, so that all runs make the same
# Python keeps what it compiled, as it does on every machine that is not told otherwise.
COMMON = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
PAUSE = 0.03  # seconds between two looks at the memory of a tree of processes


class CommandFailed(Exception):
    """A measured command ended badly; the message holds the last of what it printed."""


@dataclass(frozen=True)
class Cost:
    """What one run took, or the median of several; memory in bytes."""

    cpu_seconds: float
    wall_seconds: float
    peak_memory: int


@dataclass(frozen=True)
class Contestant:
    """A command under a name; `prepare` runs before each round and is not measured."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], None] = lambda: None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Weight:
    """How much lies in a folder: files, and their bytes together."""

    files: int
    bytes: int


def cost(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in the project's folder; raises `CommandFailed` unless it ends with 0."""
    with tempfile.TemporaryFile() as printed:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**COMMON, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        with MemoryWatch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise CommandFailed(_what_wassaid(command, process.returncode, printed))
    peak = max(watch.peak, _own_peak(usage.ru_maxrss * 1024))
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak)


def _what_wassaid(command: Sequence[str], code: int, printed: IO[bytes]) -> str:
    printed.seek(0)
    last = printed.read().decode(errors="replace")[-2000:]
    return f"{' '.join(command)} ended with {code}:\n{last}"


def _own_peak(highest: int) -> int:
    """The kernel's high-water mark, which begins at ours: up to that it says nothing."""
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return highest if highest > ours else 0


class MemoryWatch:
    """Looks at a tree of processes until told to stop; the highest sum is in `peak`."""

    def __init__(self, pid: int) -> None:
        """Watch `pid` and all below it."""
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "MemoryWatch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(PAUSE):
            self.peak = max(self.peak, memory_of(_tree(self._pid)))


def memory_of(pids: Sequence[int]) -> int:
    """The bytes that some processes hold together; those that have ended hold none."""
    if len(pids) == 1:
        return _figure(pids[0], "status", "VmHWM:")
    return sum(_figure(pid, "smaps_rollup", "Pss:") for pid in pids)


def _tree(pid: int) -> list[int]:
    """A process and all below it; those that end meanwhile may be missing."""
    pids = [pid]
    for parent in pids:  # grows while it is walked
        for thread in _entries(f"/proc/{parent}/task"):
            children = _text(f"/proc/{parent}/task/{thread}/children")
            pids += map(int, children.split())
    return pids


def _figure(pid: int, file: str, name: str) -> int:
    """The bytes that a line such as `Pss:  1234 kB` of a file in /proc tells."""
    lines = _text(f"/proc/{pid}/{file}").splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(name)), 0)


def _entries(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:  # the process has ended
        return []


def _text(path: str) -> str:
    try:
        with open(path) as file:
            return file.read()
    except OSError:  # the process has ended
        return ""


def medians(costs: Sequence[Cost]) -> Cost:
    """Each figure's own median."""
    return Cost(
        median(one.cpu_seconds for one in costs),
        median(one.wall_seconds for one in costs),
        int(median(one.peak_memory for one in costs)),
    )


def in_turn(contestants: Sequence[Contestant], rounds: int) -> dict[str, list[Cost]]:
    """Every cost by name, run A B C A B C, so that what slows the machine slows all alike."""
    costs: dict[str, list[Cost]] = {one.name: [] for one in contestants}
    for _ in range(rounds):
        for one in contestants:
            one.prepare()
            os.sync()  # what the one before wrote must not be paid by this one
            costs[one.name].append(cost(one.command, one.environment))
    return costs


def set_aside(folder: Path) -> Callable[[], None]:
    """A `prepare` by which a folder is written anew each round; the old ones stay beside it.

    Deleting 20,000 files shortly before made the file system work through all of the next run:
    Hugo's system time was seven seconds instead of one.
    """

    def move() -> None:
        if folder.exists():
            folder.rename(_free_name(folder))

    return move


def _free_name(folder: Path) -> Path:
    names = (folder.with_name(f"{folder.name}-{number}") for number in count(1))
    return next(name for name in names if not name.exists())


def weight(folder: Path) -> Weight:
    """All files below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Weight(len(sizes), sum(sizes))


def median_bytes(paths: Iterable[Path]) -> int:
    """The median size of some files, of which there must be one."""
    return int(median(path.stat().st_size for path in paths))


def say(words: str) -> None:
    """Tell who waits what is going on."""
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


def versions() -> dict[str, str]:
    """What was measured with, on what, and when."""
    return {
        "date": date.today().isoformat(),
        "commit": said("git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=12"),
        "python": platform.python_version(),
        "mkdocs": version("mkdocs"),
        "mkdocs-material": version("mkdocs-material"),
        "hugo": said("hugo", "version").removeprefix("hugo ").split(" ")[0],
        "processor": _line_of("/proc/cpuinfo", "model name"),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": _line_of("/proc/meminfo", "MemTotal"),
        "system": f"{sys.platform} {platform.release()} {platform.machine()}",
    }


def _line_of(file: str, name: str) -> str:
    """What stands behind the name in a line such as `MemTotal:  24000000 kB`."""
    lines = (line.partition(":") for line in _text(file).splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")


def said(*command: str) -> str:
    """What a command prints, or nothing where it is not installed or fails."""
    if not shutil.which(command[0]):
        return ""
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()
