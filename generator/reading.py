"""One YAML file as text and values, read fast; and the line of a value, found only when asked.

Every scalar is read as text and the record decides its type: YAML itself would turn `012` into 10,
`no` into False and `12:30` into 750, and would keep the last of two equal keys without a word.
Anchors, tags, repeated keys, deep nesting and oversized files are refused. The file is read fast,
without positions; only a file that has a problem is read a second time, to find the line.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from generator.problems import Problem, Step

MAX_BYTES = 512 * 1024  # the largest real plan takes 60 kB; more is a mistake or an attack
MAX_DEPTH = 24


class Unreadable(Exception):
    """The text is no YAML that may stand in `content/`."""

    def __init__(self, key: str, line: int | None, **values: object) -> None:
        """Name the message and the line, counted from 1."""
        super().__init__(key)
        self.key, self.line, self.values = key, line, values

    def told_of(self, file: str) -> Problem:
        """The problem that it is for the author of a file."""
        return Problem(file, self.key, self.values, line=self.line)


# ---- text to values --------------------------------------------------------------------------


def values_of(text: str) -> Any:
    """The nested mappings, lists and strings of `text`; raises `Unreadable`."""
    try:
        parser = CParser(text)
        parser.get_event()  # the beginning of the stream, and of its one document
        has_content = parser.get_event().__class__ is DocumentStartEvent
        values = _value(parser.get_event, parser.get_event(), 1) if has_content else None
        _refuse_second_document(parser)
    except yaml.MarkedYAMLError as error:
        if error.context == "while scanning a quoted scalar":  # it goes on to the end of the file
            raise Unreadable("open-quote", _line_of_mark(error.context_mark)) from None
        mark = error.problem_mark or error.context_mark
        raise Unreadable("not-yaml", _line_of_mark(mark)) from None
    except (yaml.YAMLError, ValueError):  # signs that may stand in no YAML
        raise Unreadable("not-yaml", None) from None
    return values


def _value(event_after: Callable[[], Any], event: Any, depth: int) -> Any:
    """What begins with `event`: built here, for PyYAML's own way over nodes takes twice as long."""
    kind = event.__class__
    if kind is AliasEvent or event.anchor:
        raise Unreadable("anchor", _line_at(event))
    if event.tag is not None and event.tag != "!":
        raise Unreadable("tag", _line_at(event), name=event.tag)
    if kind is ScalarEvent:
        return event.value
    if depth > MAX_DEPTH:
        raise Unreadable("too-deep", _line_at(event), most=MAX_DEPTH)
    if kind is MappingStartEvent:
        return _mapping(event_after, depth + 1)
    return _list(event_after, depth + 1)


def _mapping(event_after: Callable[[], Any], depth: int) -> dict[str, Any]:
    values: dict[str, Any] = {}
    while (key := event_after()).__class__ is not MappingEndEvent:
        is_plain = key.__class__ is ScalarEvent and key.tag is None and not key.anchor
        name = key.value if is_plain else _value(event_after, key, depth)
        if key.__class__ is not ScalarEvent:  # a list or a mapping is no name of a field
            raise Unreadable("not-yaml", _line_at(key))
        if name in values:
            raise Unreadable("duplicate-key", _line_at(key), name=name)
        event = event_after()
        is_plain = event.__class__ is ScalarEvent and event.tag is None and not event.anchor
        values[name] = event.value if is_plain else _value(event_after, event, depth)
    return values


def _list(event_after: Callable[[], Any], depth: int) -> list[Any]:
    values: list[Any] = []
    while (event := event_after()).__class__ is not SequenceEndEvent:
        values.append(_value(event_after, event, depth))
    return values


def _refuse_second_document(parser: CParser) -> None:
    while (event := parser.get_event()) is not None:
        if event.__class__ is DocumentStartEvent:
            raise Unreadable("not-yaml", _line_at(event))


def _line_at(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _line_of_mark(mark: Any) -> int | None:
    return int(mark.line) + 1 if mark else None


def text_of(path: Path, most: int = MAX_BYTES) -> str:
    """The text of a content file; raises `Unreadable` where it cannot be had or is too large."""
    return decoded(bytes_of(path, most))


def bytes_of(path: Path | str, most: int = MAX_BYTES) -> bytes:
    """The bytes of a content file; raises `Unreadable` where they cannot be had or are too many."""
    try:
        if os.stat(path).st_size > most:
            raise Unreadable("too-large", None, most=most // 1024)
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except OSError:  # a folder named like a record, a broken link, no permission
        raise Unreadable("unreadable", None) from None


def decoded(raw: bytes) -> str:
    """Text from its bytes; raises `Unreadable` where they are no UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("not-utf8", raw[: error.start].count(b"\n") + 1) from None


# ---- the line of a value ---------------------------------------------------------------------


def located(problems: Iterable[Problem], root: Path) -> Iterator[Problem]:
    """The same problems with their lines, found by reading each file once more with positions."""
    nodes: dict[str, Any] = {}
    for problem in problems:
        if problem.line is None and problem.where:
            if problem.file not in nodes:
                nodes[problem.file] = _with_positions(root / problem.file)
            line = _line_of(nodes[problem.file], problem.where)
            problem = replace(problem, line=_line_with(problem, root, line))
        yield problem


def _line_with(problem: Problem, root: Path, line: int | None) -> int | None:
    """The line within a long text on which the words stand that were found there."""
    found = str(problem.values.get("found", ""))
    if not found or line is None:
        return line
    lines = text_of(root / problem.file).split("\n")
    after = (number for number in range(line, len(lines) + 1) if found in lines[number - 1])
    return next(after, line)


def _with_positions(path: Path) -> Any:
    try:
        return yaml.compose(text_of(path), Loader=yaml.CSafeLoader)
    except (OSError, Unreadable, yaml.YAMLError):
        return None


def _line_of(node: Any, where: Iterable[Step]) -> int | None:
    """The line, from 1, of the value at `where`, or of the nearest thing around it."""
    line = 1 if node else None
    for step in where:
        key, value = _child(node, step)
        if value is None:
            break
        line, node = key.start_mark.line + 1, value
    return line


def _child(node: Any, step: Step) -> tuple[Any, Any]:
    """The node that shows where `step` stands, and the node it leads to."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None, None
