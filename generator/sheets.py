"""Long lists cut into sheets of fifty rows, each a page of its own that needs no script.

A list seen in one way only (by field, by place) and every sheet behind the first come and go with
their rows. Two hyphens mark their addresses, as no record has them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from generator.vietnamese.folding import slug

ROWS = 50  # what a reader looks through on a phone before turning over
NEAR = 2  # sheets named on either side of the one that is open
OF_A_VIEW = "--"

Row = TypeVar("Row")


class Turn(NamedTuple):
    """A sheet as it is planned: the address of the first of its list, its number, and the last."""

    list: str
    number: int
    last: int

    @property
    def address(self) -> str:
        """Its own address."""
        return sheet_address(self.list, self.number)


@dataclass(frozen=True)
class Sheet(Generic[Row]):
    """Some rows of a list; `list` is the address of its first sheet, numbers count from 1.

    No sheet tells how many rows there are in all, for else all change with one.
    """

    list: str
    number: int
    count: int
    rows: Sequence[Row]

    @property
    def address(self) -> str:
        """Its own address."""
        return sheet_address(self.list, self.number)

    @property
    def turn(self) -> str:
        """Which of how many it is, behind a title; nothing where there is one alone."""
        return f" ({self.number}/{self.count})" if self.count > 1 else ""

    @property
    def before(self) -> str | None:
        """The sheet before it."""
        return sheet_address(self.list, self.number - 1) if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """The sheet behind it."""
        return sheet_address(self.list, self.number + 1) if self.number < self.count else None

    @property
    def near(self) -> tuple[tuple[int, str] | None, ...]:
        """The sheets to name with their addresses: the ends and those around; None is a gap."""
        wanted = {1, self.count, *range(self.number - NEAR, self.number + NEAR + 1)}
        shown = sorted(number for number in wanted if 1 <= number <= self.count)
        return tuple(_with_gaps(self.list, shown))


def _with_gaps(list: str, numbers: Sequence[int]) -> Iterator[tuple[int, str] | None]:
    for before, number in zip((0, *numbers), numbers, strict=False):
        if number > before + 1:
            yield None
        yield number, sheet_address(list, number)


def sheet_address(list: str, number: int) -> str:
    """The address of a sheet: the list's own for the first, `…--2.html` for the second."""
    stem = list.removesuffix(".html")
    return list if number == 1 else f"{stem}{OF_A_VIEW}{number}.html"


def view_address(section: str, way: str, value: str) -> str:
    """The address of a list seen one way: `thu-tuc/linh-vuc--tro-giup-phap-ly.html`."""
    return f"{section}/{way}{OF_A_VIEW}{slug(value)}.html"


def turns(rows: Sequence[Row], list: str) -> Iterator[tuple[Turn, tuple[Row, ...]]]:
    """The sheets of a list as they are planned, each with its rows."""
    for one in sheets(rows, list):
        yield Turn(one.list, one.number, one.count), tuple(one.rows)


def sheets(rows: Sequence[Row], list: str) -> Iterator[Sheet[Row]]:
    """The sheets of a list; an empty list has one empty sheet, for its address stays."""
    count = max(1, -(-len(rows) // ROWS))
    for number in range(1, count + 1):
        start = (number - 1) * ROWS
        yield Sheet(list, number, count, rows[start : start + ROWS])
