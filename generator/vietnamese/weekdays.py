"""Days of the week as offices post them: T2-T6, T7, CN."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

NAMES = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")  # from Monday, which is "the second", to Sunday
FULL_NAMES = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
SPAN = re.compile(r"(T[2-7]|CN)(?:\s*[-–]\s*(T[2-7]|CN))?")


@lru_cache(maxsize=1 << 10)  # offices keep much the same hours
def weekdays(text: str) -> tuple[int, ...]:
    """The days that `text` names, 0 for Monday to 6 for Sunday, each once and in order.

    Raises `ValueError` where any of it is no day, or where a span runs backwards.
    """
    found: set[int] = set()
    for piece in text.upper().split(","):
        span = SPAN.fullmatch(piece.strip())
        if not span:
            raise ValueError(piece)
        first = NAMES.index(span[1])
        last = NAMES.index(span[2] or span[1])
        if last < first:
            raise ValueError(piece)
        found |= set(range(first, last + 1))
    return tuple(sorted(found))


def written(days: Iterable[int]) -> str:
    """The days as `weekdays` reads them, the shortest way: T2-T6, CN."""
    spans = [f"{NAMES[a]}-{NAMES[b]}" if a < b else NAMES[a] for a, b in runs(days)]
    return ", ".join(spans)


def spelled(days: Iterable[int]) -> str:
    """The days for who does not know the short names: Thứ Hai đến Thứ Sáu, Chủ nhật."""
    return ", ".join(_spelled_run(first, last) for first, last in runs(days))


def _spelled_run(first: int, last: int) -> str:
    if first == last:
        return FULL_NAMES[first]
    return (", " if last == first + 1 else " đến ").join((FULL_NAMES[first], FULL_NAMES[last]))


def runs(days: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last day of each unbroken run: T2-T6, CN gives (0, 4) and (6, 6)."""
    ordered = sorted(set(days))
    for day in ordered:
        if day - 1 not in ordered:
            last = day
            while last + 1 in ordered:
                last += 1
            yield day, last
