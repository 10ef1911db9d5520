"""Content files written by machine, and edited in place: what is not changed keeps every sign.

An edit replaces the smallest piece of the file that says something else now: one scalar, one new
line, or, where a list got shorter, that list. Comments and the author's way of writing stay.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator.reading import Unreadable, values_of

# A scalar that needs no quotes anywhere: no sign of YAML in it, no space at its ends.
PLAIN = re.compile(r"[^\W_](?:[\w.()/%+–'“”-]|,? (?=[\w(“]))*")
UNSEEN = re.compile(
    r"[\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ue000-\uf8ff\ufeff\ufffe\uffff]"
)
STEP = 2  # spaces by which a level is indented

Fields = Mapping[str, Any]


class CannotEdit(Exception):
    """The file is written in a way that cannot be edited safely by machine."""


# ---- writing ---------------------------------------------------------------------------------


def written(fields: Fields) -> str:
    """Fields in block style, in the given order, without those that are empty."""
    return "".join(_lines(fields, 0))


def _lines(fields: Fields, indent: int) -> Iterator[str]:
    for name, value in fields.items():
        if value not in (None, "", [], {}):
            yield f"{' ' * indent}{name}:"
            yield _behind(value, indent)


def _behind(value: Any, indent: int) -> str:
    """What stands behind the colon of a name at `indent`, to the end of its last line."""
    if isinstance(value, str):
        return f" {scalar(value)}\n"
    if isinstance(value, Mapping):
        return "\n" + "".join(_lines(value, indent + STEP))
    return "\n" + "".join(_item(one, indent + STEP) for one in value)


def _item(value: Any, indent: int) -> str:
    return f"{' ' * indent}- {_inside(value, indent + STEP)}"


def _inside(value: Any, indent: int) -> str:
    """A value that begins behind a hyphen, in the column `indent`."""
    if isinstance(value, str):
        return scalar(value) + "\n"
    if isinstance(value, Mapping):
        return "".join(_lines(value, indent))[indent:]
    return "".join(_item(one, indent) for one in value)[indent:]


def scalar(text: str) -> str:
    """A text as one scalar, in quotes where any sign of it means something to YAML."""
    return text if PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)


def in_one_line(value: Any) -> str:
    """A value in flow style, to stand on one line among others."""
    if isinstance(value, str):
        return text if (text := scalar(value)) and "," not in text else _quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {in_one_line(one)}" for name, one in value.items()) + "}"
    return "[" + ", ".join(map(in_one_line, value)) + "]"


# ---- editing ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Piece:
    """Signs from `start` up to `end` give way to `text`."""

    start: int
    end: int
    text: str


def edited(text: str, after: Fields, order: Sequence[str]) -> str:
    """The file `text` with the values `after`; new fields stand where `order` has them.

    Raises `CannotEdit` where the result would not say exactly `after`.
    """
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise CannotEdit
    breaks = "\r\n" if "\r\n" in text else "\n"
    editor = _Editor(text, order)
    pieces = list(enumerate(editor.mapping(root, after)))
    for _, piece in sorted(
        pieces, key=lambda one: (one[1].start, one[1].end, one[0]), reverse=True
    ):
        new = piece.text.replace("\n", breaks)
        text = text[: piece.start] + new + text[piece.end :]
    try:
        found = values_of(text)
    except Unreadable:
        raise CannotEdit from None
    if found != after:
        raise CannotEdit
    return text


class _Editor:
    def __init__(self, text: str, order: Sequence[str]) -> None:
        self.text, self.order = text, order

    def mapping(self, node: Any, after: Fields) -> Iterator[Piece]:
        """The pieces to change in a mapping in block style."""
        there = {key.value: (key, value) for key, value in node.value}
        for name, (key, value) in there.items():
            if name in after:
                yield from self.value(value, after[name], key)
            else:
                yield self.without(key, value)
        for name in (name for name in after if name not in there):
            before = self.before(name, there)
            indent = node.start_mark.column
            yield self.inserted(there[before][1], {name: after[name]}, indent)

    def before(self, name: str, there: Mapping[str, Any]) -> str:
        """The field of the file behind which a new one stands."""
        earlier = self.order[: self.order.index(name)] if name in self.order else ()
        return next((one for one in reversed(earlier) if one in there), list(there)[-1])

    def value(self, node: Any, after: Any, key: Any) -> Iterator[Piece]:
        """The pieces to change in the value behind a key, or in an item of a list (no key)."""
        if _plain(node) == after:
            return
        is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        if is_block and isinstance(node, yaml.MappingNode) and isinstance(after, Mapping):
            yield from self.mapping(node, after)
        elif is_block and _grew(node, after):
            yield from self.items(node, after)
        else:
            yield self.replaced(node, after, key)

    def items(self, node: Any, after: Sequence[Any]) -> Iterator[Piece]:
        """The pieces to change in a list that kept its items, and may have new ones at its end."""
        for old, new in zip(node.value, after, strict=False):
            yield from self.value(old, new, None)
        added = after[len(node.value) :]
        if added:
            indent = node.start_mark.column
            text = "".join(_item(one, indent) for one in added)
            yield self.behind(node.value[-1], text)

    def replaced(self, node: Any, after: Any, key: Any) -> Piece:
        """The whole value, written anew in the style that it stands in."""
        start, end = node.start_mark.index, self.end(node)
        is_flow = isinstance(node, yaml.CollectionNode) and node.flow_style
        if isinstance(node, yaml.ScalarNode) and isinstance(after, str):
            gap = " " if start == end and self.text[start - 1 : start] in (":", "-") else ""
            return Piece(start, end, gap + scalar(after))
        if is_flow:
            return Piece(start, end, in_one_line(after))
        if key is None:
            return Piece(start, end, _inside(after, node.start_mark.column).rstrip("\n"))
        text = _behind(after, key.start_mark.column).rstrip("\n")
        return Piece(self.colon(key), end, text)

    def inserted(self, after: Any, fields: Fields, indent: int) -> Piece:
        """New fields behind the value `after`."""
        return self.behind(after, "".join(_lines(fields, indent)))

    def behind(self, node: Any, lines: str) -> Piece:
        """New lines below the one on which a value ends, and below a comment on that line."""
        end = self.end(node)
        found = re.compile(r"\r?\n").search(self.text, end)
        if found:
            return Piece(found.end(), found.end(), lines)
        return Piece(len(self.text), len(self.text), "\n" + lines)

    def without(self, key: Any, value: Any) -> Piece:
        """A field that is no longer there, with its whole lines."""
        start = self.text.rfind("\n", 0, key.start_mark.index) + 1
        if self.text[start : key.start_mark.index].strip():  # behind the hyphen of an item
            raise CannotEdit
        found = re.compile(r"[^\n]*\n?").match(self.text, self.end(value))
        return Piece(start, found.end() if found else len(self.text), "")

    def colon(self, key: Any) -> int:
        """The place behind the colon of a key."""
        return self.text.index(":", key.end_mark.index) + 1

    def end(self, node: Any) -> int:
        """Where the last sign of a value stands; what PyYAML calls its end may be lines below."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        start, end = node.start_mark.index, node.end_mark.index
        is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return start + len(self.text[start:end].rstrip()) if is_block else int(end)


def _plain(node: Any) -> Any:
    """The values of a node."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    return node.value


def _grew(node: Any, after: Any) -> bool:
    """Whether a list kept its items, though they may have changed inside."""
    is_list = isinstance(node, yaml.SequenceNode) and isinstance(after, list)
    return is_list and 0 < len(node.value) <= len(after)
