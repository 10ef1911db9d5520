"""What a published field is: one declaration from which JSON, tables and dictionary come.

Publishing is naming: what no `Field` names leaves the records nowhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from operator import methodcaller
from typing import Any

from generator.records.documents import PartialDay
from generator.records.record import Party, Record
from generator.vietnamese.weekdays import written

Row = dict[str, Any]
Turn = Callable[[Any], Any]


class Form(StrEnum):
    """What the values of a field look like."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CHOICE = "choice"
    LINK = "link"
    PARTY = "party"
    DAY = "day"
    DAY_OR_MONTH = "day_or_month"
    CLOCK = "clock"
    WEEKDAYS = "weekdays"
    WHOLE = "whole"
    NUMBER = "number"
    YES = "yes"
    PART = "part"


@dataclass(frozen=True)
class Field:
    """A field by its name in the content files, with its meaning in Vietnamese.

    `many` values make a list. A PART has fields of its own, `parts`; none of them means the same
    ones again, as in a tree. A list of parts is a table of its own unless it fits `in_a_cell`.
    What is `worked_out` stands in no content file: it follows from the others.
    """

    name: str
    title: str
    about: str
    form: Form
    many: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    folder: str = ""
    parts: tuple["Field", ...] = ()
    in_a_cell: bool = False
    worked_out: bool = False
    attribute: str = ""

    @property
    def kept(self) -> str:
        """The name under which the record keeps it."""
        return self.attribute or self.name

    @property
    def is_table(self) -> bool:
        """Whether its values are rows of a table of their own."""
        return self.form is Form.PART and self.many and not self.in_a_cell

    @property
    def is_tree(self) -> bool:
        """Whether its parts hold such parts again, which no plain table can show."""
        return any(one.form is Form.PART and not one.parts for one in self.parts)

    @property
    def is_flattened(self) -> bool:
        """Whether its own fields stand as columns beside the others."""
        return self.form is Form.PART and not self.many


@dataclass(frozen=True)
class Dataset:
    """All published fields of one kind of record."""

    kind: type[Record]
    title: str
    about: str
    fields: tuple[Field, ...]

    @cached_property
    def shape(self) -> "Shape":
        """How its records are turned into rows."""
        return Shape(self.fields)


# ---- declaring -----------------------------------------------------------------------------------


def text(name: str, title: str, about: str = "") -> Field:
    """Words."""
    return Field(name, title, about, Form.TEXT)


def markdown(name: str, title: str, about: str = "") -> Field:
    """Words with marks of Markdown."""
    return Field(name, title, about, Form.MARKDOWN)


def choice(name: str, title: str, choices: Mapping[str, str], about: str = "") -> Field:
    """One of a few words, each with its meaning."""
    return Field(name, title, about, Form.CHOICE, choices=tuple(choices.items()))


def link(name: str, title: str, folder: str, about: str = "") -> Field:
    """The id of a record of another kind, or of the same."""
    return Field(name, title, about, Form.LINK, folder=folder)


def party(name: str, title: str, about: str = "") -> Field:
    """An agency by its id, or a group in words."""
    return Field(name, title, about, Form.PARTY, folder="agencies")


def day(name: str, title: str, about: str = "") -> Field:
    """A day."""
    return Field(name, title, about, Form.DAY)


def day_or_month(name: str, title: str, about: str = "") -> Field:
    """A day, or a month where the source leaves the day blank."""
    return Field(name, title, about, Form.DAY_OR_MONTH)


def clock(name: str, title: str, about: str = "") -> Field:
    """A time of day."""
    return Field(name, title, about, Form.CLOCK)


def weekdays(name: str, title: str, about: str = "") -> Field:
    """Some days of the week, as offices post them."""
    return Field(name, title, about, Form.WEEKDAYS)


def whole(name: str, title: str, about: str = "") -> Field:
    """A count."""
    return Field(name, title, about, Form.WHOLE)


def number(name: str, title: str, about: str = "") -> Field:
    """A decimal number, as exact as its author wrote it."""
    return Field(name, title, about, Form.NUMBER)


def yes(name: str, title: str, about: str = "") -> Field:
    """True or false."""
    return Field(name, title, about, Form.YES)


def part(name: str, title: str, inside: tuple[Field, ...], about: str = "") -> Field:
    """Fields that belong together."""
    return Field(name, title, about, Form.PART, parts=inside)


def parts(name: str, title: str, inside: tuple[Field, ...], about: str = "") -> Field:
    """A list of such groups of fields."""
    return many(part(name, title, inside, about))


def many(one: Field) -> Field:
    """A list of what `one` is."""
    return replace(one, many=True)


def in_a_cell(one: Field) -> Field:
    """The same list of parts, so short that in tables one cell holds it."""
    return replace(one, in_a_cell=True)


def kept_as(one: Field, attribute: str) -> Field:
    """The same field, which the record keeps under another name."""
    return replace(one, attribute=attribute)


def worked_out(one: Field) -> Field:
    """The same field, which follows from others and stands in no content file."""
    return replace(one, worked_out=True)


# ---- values --------------------------------------------------------------------------------------


class Shape:
    """Turns records, or parts of them, into rows of JSON by their fields.

    What must be done with the values of a field is found out once, for a site has a hundred
    thousand rows; and most values are done with as they are.
    """

    def __init__(self, fields: Iterable[Field]) -> None:
        """Look through the fields; among those of a tree, parts without fields have them again."""
        those = tuple(fields)
        self._kept = [(one.name, one.kept) for one in those]
        self._turns = [(one.name, turn) for one in those if (turn := self._turn(one))]

    def row(self, one: object) -> Row:
        """A record or a part of one: every field by its name, None where nothing is known."""
        found: Row = {name: getattr(one, kept) for name, kept in self._kept}
        for name, turn in self._turns:
            if (value := found[name]) is not None:
                found[name] = turn(value)
        return found

    def rows(self, those: Iterable[object]) -> list[Row]:
        """Some of them, in their order."""
        return [self.row(one) for one in those]

    def _turn(self, field: Field) -> Turn | None:
        """What makes JSON of a value of a field, where it is not JSON already."""
        if field.form is Form.PART:
            shape = Shape(field.parts) if field.parts else self
            return shape.rows if field.many else shape.row
        turn = TURNS.get(field.form)
        return _of_each(turn) if turn and field.many else turn


def _of_each(turn: Turn) -> Turn:
    return lambda values: [turn(one) for one in values]


def _party(value: Party) -> Row:
    return {"agency": value.agency, "words": value.words}


TURNS: Mapping[Form, Turn] = {
    Form.PARTY: _party,
    Form.DAY: date.isoformat,
    Form.DAY_OR_MONTH: PartialDay.isoformat,
    Form.CLOCK: methodcaller("isoformat", "minutes"),
    Form.WEEKDAYS: lru_cache(written),
    Form.NUMBER: str,
}  # all else is JSON as it is kept


# ---- tables --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Column:
    """A column of a table: the way from a row of JSON to its value."""

    path: tuple[str, ...]
    field: Field

    @property
    def name(self) -> str:
        """Its head: `period.first_day`."""
        return ".".join(self.path)

    @cached_property
    def cell(self) -> Callable[[Row], str]:
        """Gives its value in a row, as text; empty where nothing is known."""
        first, *below = self.path
        text = _text(self.field)

        def cell(row: Row) -> str:
            value = row[first]
            for step in below:
                value = value and value[step]
            return value if value.__class__ is str else "" if value is None else text(value)

        return cell


def columns(fields: Iterable[Field], above: tuple[str, ...] = ()) -> Iterator[Column]:
    """The columns of a table, those of parts beside the others; lists of parts are left out."""
    for one in fields:
        path = (*above, one.name)
        if one.is_flattened:
            yield from columns(one.parts, path)
        elif not one.is_table:
            yield Column(path, one)


def tables(fields: Iterable[Field]) -> Iterator[Field]:
    """The lists of parts that are tables of their own."""
    return (one for one in fields if one.is_table and not one.is_tree)


def _text(field: Field) -> Callable[[Any], str]:
    """What makes text, as a spreadsheet shows it, of a value in a row of JSON that is known."""
    text = _text_of_one(field)
    return (lambda values: "; ".join(map(text, values))) if field.many else text


def _text_of_one(field: Field) -> Callable[[Any], str]:
    match field.form:
        case Form.PARTY:
            return lambda value: value["agency"] or value["words"] or ""
        case Form.YES:
            return lambda value: "true" if value else "false"
        case Form.PART:
            cells = [Column((one.name,), one).cell for one in field.parts]
            return lambda value: " – ".join(filter(None, (cell(value) for cell in cells)))
    return str


def walk(fields: Iterable[Field], above: str = "") -> Iterator[tuple[str, Field]]:
    """Every field with those inside it, each by its whole name: `locations.address`."""
    for one in fields:
        yield above + one.name, one
        yield from walk(one.parts, f"{above}{one.name}.")
