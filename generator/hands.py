"""Who helps with large work: other processes on the cores of this machine."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager

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

                started.append(stack.enter_context(ProcessPoolExecutor(workers)))
            return started[0]

        yield hands


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
