"""Laying the cells of a row over a record, and saying what that changed.

A column owns the field it fills and nothing beside it: the hours of a telephone, the note on a
paper, the source of a fact stay with what they belong to.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.importers.columns import Column, Form
from generator.importers.table_values import as_days

Fields = dict[str, Any]
# What makes two items of a list the same, by the field that holds the list.
SAME: dict[str, Callable[[Fields], object]] = {
    "legal_basis": lambda item: item.get("document"),
    "channels": lambda item: item.get("kind"),
    "dossier": lambda item: item.get("name"),
    "steps": lambda item: item.get("text"),
    "forms": lambda item: item.get("number"),
    "time_limits": lambda item: (item.get("value"), item.get("unit"), item.get("stage")),
}
NUMBERED = (Form.PHONES,)  # of which only the digits count
# What stands between the parts of an item where people read it, as they type it themselves.
BETWEEN = {Form.CHANNELS: ": ", Form.STEPS: ": ", Form.FORMS: ": ", Form.BASES: ": "}
BETWEEN |= {Form.DOSSIER: " | ", Form.LIMITS: " "}


@dataclass(frozen=True)
class Change:
    """What one column changed: its heading, and the old and the new in one line each."""

    heading: str
    old: str
    new: str


def lay_over(fields: Fields, column: Column, value: Any, item: int = 0) -> None:
    """Let a column fill its field in `fields`, in place; `item` is the shift of its row."""
    if column.contact:
        _lay_contacts(fields, column, value)
        return
    *way, last = _path(column, item)
    inner = _inner(fields, way)
    if isinstance(value, list):
        value = _list_laid(inner.get(last) or [], value, str(last))
    inner[last] = value


def held(fields: Fields, column: Column, item: int = 0) -> Any:
    """What the field of a column holds now; None where nothing does."""
    if column.contact:
        kept = [c["value"] for c in fields.get("contacts", []) if c["kind"] == column.contact]
        return kept or None
    inner: Any = fields
    for step in _path(column, item):
        if isinstance(step, int):
            inner = inner[step] if isinstance(inner, list) and step < len(inner) else None
        else:
            inner = inner.get(step) if isinstance(inner, dict) else None
        if inner is None:
            return None
    return inner


def says_the_same(column: Column, old: Any, new: Any) -> bool:
    """Whether a column has nothing to change: order in a list and gaps in numbers do not count."""
    if old is None:
        return False
    if column.form in NUMBERED:
        return list(map(_digits, old)) == list(map(_digits, new))
    if column.form is Form.HOURS:
        return list(map(_opening, old)) == list(map(_opening, new))
    if isinstance(new, list) and all(isinstance(one, str) for one in (*new, *old)):
        return sorted(old) == sorted(new)
    return bool(old == new)


def _opening(hours: Fields) -> Fields:
    """Hours with their days written the shortest way: T2, T3 is the same as T2-T3."""
    return {**hours, "days": as_days(hours["days"])}


def shown(column: Column, value: Any) -> str:
    """A value in one line, with the words of its column for codes, as people would type it."""
    if isinstance(value, list):
        return "; ".join(shown(column, one) for one in value)
    if isinstance(value, dict):
        return _item_shown(column, value)
    return "" if value is None else column.words.get(value, str(value))


def _item_shown(column: Column, item: Fields) -> str:
    if column.form is Form.HOURS:
        return f"{item['days']} {item['from']}-{item['to']}"
    in_order = sorted(item, key=lambda name: name != "who")  # "Cơ quan:" stands in front
    parts = (_part_shown(column, name, item[name]) for name in in_order)
    return BETWEEN.get(column.form, ", ").join(parts)


def _part_shown(column: Column, name: str, value: Any) -> str:
    counted = column.words.get(name)  # originals: 1
    return f"{value} {counted}" if counted else shown(column, value)


def _path(column: Column, item: int) -> list[Any]:
    return [item if step == 0 and column.of_a_row else step for step in column.path]


def _inner(fields: Fields, way: list[Any]) -> Fields:
    """The mapping at the end of `way`, made where it is not there yet."""
    if not way:
        return fields
    name, *rest = way
    if not rest or isinstance(rest[0], str):
        fields[name] = fields.get(name) or {}
        return _inner(fields[name], rest)
    index, *rest = rest
    items = fields[name] = fields.get(name) or []
    items.extend({} for _ in range(len(items), index + 1))
    return _inner(items[index], rest)


def _list_laid(old: list[Any], new: list[Any], field: str) -> list[Any]:
    """The new list; an item that was there before keeps what the column does not tell."""
    same = SAME.get(field)
    if not same or not all(isinstance(item, dict) for item in (*old, *new)):
        return new
    known = {same(item): item for item in reversed(old)}
    return [known.get(same(item), {}) | item for item in new]


def _lay_contacts(fields: Fields, column: Column, values: list[str]) -> None:
    """The n-th number of a kind takes the place of the n-th, with its hours and note.

    An empty text leaves that number as it is: of several columns for telephones, one is blank.
    """
    contacts: list[Fields] = fields.setdefault("contacts", [])
    places = [i for i, one in enumerate(contacts) if one["kind"] == column.contact]
    for place, value in zip(places, values, strict=False):
        contacts[place] = _renumbered(column, contacts[place], value)
    for place in reversed(places[len(values) :]):
        del contacts[place]
    new = (value for value in values[len(places) :] if value)
    contacts += [{"kind": column.contact, "value": value} for value in new]


def _renumbered(column: Column, contact: Fields, value: str) -> Fields:
    """A source that told another number says nothing of this one."""
    if not value or says_the_same(column, [contact["value"]], [value]):
        return contact
    return {name: kept for name, kept in contact.items() if name != "source"} | {"value": value}


def _digits(number: str) -> str:
    return re.sub(r"[^0-9+]", "", number)
