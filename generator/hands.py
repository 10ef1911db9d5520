"""Who helps with large work: other processes on the cores of this machine."""

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from threading import Thread

from generator.intake import Hands

PAYS = 400  # files to read or to make, from which on it pays to start processes


def on_cores(workers: int) -> Hands:
    """As many processes as wanted, for each work that is large enough; they end with it.

    So the memory that one work took is free for the next.
    """

    @contextmanager
    def hands(number: int) -> Iterator[Executor | None]:
        if workers < 2 or number < PAYS:
            yield None
            return
        from concurrent.futures import ProcessPoolExecutor  # loads slowly, needed seldom

        gc.collect()
        gc.freeze()  # looking for circles would write to, and so copy, all that is shared
        with ProcessPoolExecutor(workers, initializer=_begin) as executor:
            yield executor
        gc.unfreeze()

    return hands


def _begin() -> None:
    """Ctrl+C is left to whoever gave the work; with them a worker ends, and writes nothing more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # here, for it loads slowly

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
