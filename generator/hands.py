"""Who helps with large work: other processes on the cores of this machine."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from threading import Thread

from generator.intake import Hands

PAYS = 400  # files to read or to make, from which on it pays to start processes


@contextmanager
def on_cores(workers: int) -> Iterator[Hands]:
    """As many processes as wanted, started with the first work that is large enough for them."""
    started: list[Executor] = []
    with ExitStack() as stack:

        def hands(number: int) -> Executor | None:
            if workers < 2 or number < PAYS:
                return None
            if not started:
                from concurrent.futures import ProcessPoolExecutor  # loads slowly, needed seldom

                begun = ProcessPoolExecutor(workers, initializer=_begin)
                started.append(stack.enter_context(begun))
            return started[0]

        yield hands


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
