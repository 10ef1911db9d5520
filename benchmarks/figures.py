"""Figures with their aims, and tables that are to be read in a terminal as well."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MB, KB = 1_000_000, 1_000  # bytes


@dataclass(frozen=True)
class Figure:
    """A figure; one without an aim is told for comparison."""

    what: str
    measured: str
    aim: str = ""
    is_met: bool = True

    @property
    def verdict(self) -> str:
        """Whether the aim is met."""
        return ("met" if self.is_met else "**not met**") if self.aim else ""


def at_most(what: str, value: float, aim: float, unit: str = "") -> Figure:
    """A figure that is to stay below its aim."""
    return Figure(what, number(value) + unit, f"≤ {aim:g}{unit}", value <= aim)


def at_least(what: str, value: float, aim: float) -> Figure:
    """A figure that is to reach its aim."""
    return Figure(what, number(value), f"≥ {aim:g}", value >= aim)


def told(what: str, value: float, unit: str = "") -> Figure:
    """A figure without an aim."""
    return Figure(what, number(value) + unit)


def number(value: float) -> str:
    """Three digits, or all of a larger number."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def figure_table(figures: Iterable[Figure]) -> str:
    """A table of figures, each with its aim and whether that is met."""
    rows = [(one.what, one.aim, one.measured, one.verdict) for one in figures]
    return table(("figure", "aim", "measured", ""), rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown whose columns stand below each other."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, ["-" * max(width, 3) for width in widths], *rows]
    return "\n".join(
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    )
