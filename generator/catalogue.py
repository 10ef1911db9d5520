"""The one catalogue of sentences for people who work with the generator."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from generator.problems import Problem

MESSAGES = Path(__file__).parent / "messages"
LANGUAGES = ("vi", "en")


def say(language: str, key: str, values: Mapping[str, object] | None = None) -> str:
    """The sentence behind `key`, its holes filled with `values`."""
    return sentences(language)[key].format_map(values or {})


@cache
def sentences(language: str) -> Mapping[str, str]:
    """All sentences of a language, from every `*.<language>.yml` of the catalogue."""
    found: dict[str, str] = {}
    for path in sorted(MESSAGES.glob(f"*.{language}.yml")):
        found |= yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return found


def told(problem: Problem, language: str) -> str:
    """One line: file, line, what is wrong and what to do."""
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    kind = "" if problem.stops else say(language, "warning") + " "
    return f"{place}: {kind}{say(language, problem.key, problem.values)}"
