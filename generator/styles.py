"""One stylesheet for every page: of Material's what our pages use, then our own.

Material styles dozens of things that this site has not: tabs, dialogs, sidebars, code of all kinds.
A rule stays when each class that it names is one of `USED`; a custom property when something asks
for it. What stays keeps its order, so the pages look as with all of it, for a sixth of the bytes.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any

import tinycss2

USED = {"md-typeset", "md-grid", "md-main"}  # Material's classes in base.html
CLASS = re.compile(r"\.(-?[a-z_][\w-]*)", re.IGNORECASE)
BETWEEN = re.compile(r",(?![^(]*\))")  # selectors, not what stands in brackets
ASKED = re.compile(r"var\(\s*(--[\w-]+)")
OTHER_WAY = "[dir=rtl]"  # no language of the site is written from the right
GROUPS = ("media", "supports")

Node = Any  # tinycss2 has no types


def joined(material: str, own: Iterable[str]) -> str:
    """The stylesheet of the site, for Material's own sheet and ours in their order."""
    ours = "\n".join(own)
    rules = _rules(material)
    asked = _asked(rules, ours)
    return "".join(chain((_text(rule, asked) for rule in rules), [ours]))


@cache  # in a preview the theme is edited time and again, never Material
def _rules(material: str) -> tuple[Node, ...]:
    return tuple(_used(tinycss2.parse_stylesheet(material, True, True)))


def _used(rules: Iterable[Node]) -> Iterator[Node]:
    """The rules that our pages use; a group of rules holds as its content what stays of it."""
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = BETWEEN.split(tinycss2.serialize(rule.prelude))
            if those := [one for one in selectors if _is_used(one)]:
                rule.prelude = tinycss2.parse_component_value_list(",".join(those))
                rule.content = tinycss2.parse_blocks_contents(rule.content, True, True)
                yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword in GROUPS:
            rule.content = list(_used(tinycss2.parse_rule_list(rule.content, True, True)))
            if rule.content:
                yield rule


def _is_used(selector: str) -> bool:
    return set(CLASS.findall(selector)) <= USED and OTHER_WAY not in selector


def _asked(rules: Iterable[Node], ours: str) -> set[str]:
    """The custom properties that are asked for, also by others that are."""
    values: dict[str, set[str]] = {}
    asked = set(ASKED.findall(ours))
    for declaration in _declarations(rules):
        names = ASKED.findall(tinycss2.serialize(declaration.value))
        if declaration.name.startswith("--"):
            values.setdefault(declaration.name, set()).update(names)
        else:
            asked.update(names)
    while more := set().union(*(values.get(name, ()) for name in asked)) - asked:
        asked |= more
    return asked


def _declarations(rules: Iterable[Node]) -> Iterator[Node]:
    for rule in rules:
        if rule.type == "at-rule":
            yield from _declarations(rule.content)
        else:
            yield from (one for one in rule.content if one.type == "declaration")


def _text(rule: Node, asked: set[str]) -> str:
    """A rule as it is written, without what nobody asks for; nothing where nothing is left."""
    if rule.type == "at-rule":
        content = "".join(_text(one, asked) for one in rule.content)
        head = f"@{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude)}"
    else:
        those = (one for one in rule.content if one.type == "declaration")
        content = ";".join(
            one.serialize() for one in those if not one.name.startswith("--") or one.name in asked
        )
        head = tinycss2.serialize(rule.prelude)
    return f"{head}{{{content}}}" if content else ""
