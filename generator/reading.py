"""One YAML file as text and values, read fast; and the line of a value, found only when asked.

Every scalar is read as text and the record decides its type: YAML itself would turn `012` into 10,
`no` into False and `12:30` into 750, and would keep the last of two equal keys without a word.
Anchors, tags, repeated keys, deep nesting and oversized files are refused. The file is read fast,
without positions; only a file that has a problem is read a second time, to find the line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem, Step

MAX_BYTES = 512 * 1024  # the largest real plan takes 60 kB; more is a mistake or an attack
MAX_DEPTH = 24


class Unreadable(Exception):
    """The text is no YAML that may stand in `content/`."""

    def __init__(self, key: str, line: int | None, **values: object) -> None:
        """Name the message and the line, counted from 1."""
        super().__init__(key)
        self.key, self.line, self.values = key, line, values


# ---- text to values --------------------------------------------------------------------------


class _TextLoader(yaml.CBaseLoader):
    """PyYAML's fast loader, all scalars as text, equal keys refused."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        values = super().construct_mapping(node, deep=deep)
        if len(values) != len(node.value):
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise Unreadable("duplicate-key", key.start_mark.line + 1, name=key.value)
                seen.add(key.value)
        return values


def values_of(text: str) -> Any:
    """The nested mappings, lists and strings of `text`; raises `Unreadable`."""
    try:
        if _may_hide_more_than_it_shows(text):
            _refuse_anchors_tags_and_depth(text)
        return yaml.load(text, Loader=_TextLoader)
    except RecursionError:
        raise Unreadable("too-deep", None, most=MAX_DEPTH) from None
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        raise Unreadable("not-yaml", mark.line + 1 if mark else None) from None
    except (yaml.YAMLError, TypeError, ValueError):  # an unhashable or otherwise impossible key
        raise Unreadable("not-yaml", None) from None


def _may_hide_more_than_it_shows(text: str) -> bool:
    """Whether the slow look for anchors, tags and depth is needed at all."""
    return (
        any(sign in text for sign in "&*!")
        or text.count("[") + text.count("{") > MAX_DEPTH
        or "- - - -" in text
        or "? ? " in text
        or " " * 4 * MAX_DEPTH in text
    )


def _refuse_anchors_tags_and_depth(text: str) -> None:
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=yaml.CLoader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable("anchor", line)
        if getattr(event, "tag", None) not in (None, "!"):
            raise Unreadable("tag", line, name=event.tag)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise Unreadable("too-deep", line, most=MAX_DEPTH)


def text_of(path: Path, most: int = MAX_BYTES) -> str:
    """The text of a content file; raises `Unreadable` where it cannot be had or is too large."""
    try:
        if path.stat().st_size > most:
            raise Unreadable("too-large", None, most=most // 1024)
        raw = path.read_bytes()
    except OSError:  # a folder named like a record, a broken link, no permission
        raise Unreadable("unreadable", None) from None
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
