"""The catalogue of messages: two languages that say the same, and no sentence without a use."""

import ast
import re
import string
from collections.abc import Iterator

import pytest
import yaml

from generator.catalogue import LANGUAGES, MESSAGES, say, sentences
from generator.problems import Problem
from tests.conftest import ROOT

FILES = sorted({path.name.split(".")[0] for path in MESSAGES.glob("*.yml")})


def holes(sentence: str) -> set[str]:
    """The names of the holes of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("file", FILES)
def test_both_languages_hold_the_same_sentences(file: str) -> None:
    """Whoever works in English meets no empty message, and none that Vietnamese lacks."""
    keys = [
        list(yaml.load((MESSAGES / f"{file}.{language}.yml").read_text("utf-8"), yaml.BaseLoader))
        for language in LANGUAGES
    ]

    assert keys[0] == keys[1], "in the same order, so that the files lie side by side"


@pytest.mark.parametrize("key", sorted(sentences("vi")))
def test_a_sentence_tells_the_same_facts_in_both_languages(key: str) -> None:
    """A translation that drops the file or the day would leave its reader searching."""
    assert holes(sentences("vi")[key]) == holes(sentences("en")[key])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_told_in_two_files(language: str) -> None:
    """Two sentences under one key would take each other's place without a word."""
    texts = [path.read_text(encoding="utf-8") for path in MESSAGES.glob(f"*.{language}.yml")]
    every = [key for text in texts for key in re.findall(r"^([\w-]+):", text, re.M)]

    assert len(every) == len(set(every))


def texts_in_code() -> Iterator[str]:
    """Every text that stands in the generator's code, holes of f-strings shown as *."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            if isinstance(node, ast.JoinedStr):
                parts = [one.value if isinstance(one, ast.Constant) else "*" for one in node.values]
                yield "".join(str(part) for part in parts)


def test_every_sentence_is_used() -> None:
    """A sentence that nothing says is a rule that nobody keeps."""
    texts = set(texts_in_code())
    near = {f"{text}-near" for text in texts}
    helps = {f"help-{text.removeprefix('--')}" for text in texts}
    built = [text for text in texts if re.fullmatch(r"[a-z]+-[a-z*-]*\*[a-z*-]*", text)]
    made = re.compile("|".join(text.replace("*", "[a-z_-]+") for text in built) or "$^")

    unused = {key for key in sentences("vi") if key not in texts | near | helps}

    assert not {key for key in unused if not made.fullmatch(key)}


def test_every_sentence_that_is_asked_for_exists() -> None:
    """No fault ends in a traceback because its words are missing."""
    asked = set(keys_asked_for())

    assert len(asked) > 50
    assert asked <= set(sentences("vi"))


def keys_asked_for() -> Iterator[str]:
    """The texts given as keys to whatever speaks or reports."""
    speakers = {
        "Fault",
        "report",
        "Problem",
        "problem_in",
        "Unreadable",
        "Remark",
        "say",
        "fault",
        "words",
    }
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in speakers:
                yield from _keys(_called(node), node.args)


def _keys(speaker: str, given: list[ast.expr]) -> Iterator[str]:
    """The text at the place where a speaker takes its key; `say` may be told a language first."""
    place = 1 if speaker in ("Problem", "problem_in") else 0
    texts = [one.value if isinstance(one, ast.Constant) else None for one in given[place:]]
    for text in texts[1:2] if texts[:1] == ["vi"] else texts[:1]:
        if isinstance(text, str):
            yield f"help-{text}" if speaker == "words" else text


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", None) or getattr(node.func, "id", ""))


def test_braces_of_an_author_are_shown_as_they_are() -> None:
    """A title with {braces} in it neither breaks the message nor vanishes from it."""
    values = {"name": "{value}", "value": "{0!r}"}

    assert say("vi", "not-a-day", values).startswith("“{value}: {0!r}”")


def test_a_problem_is_a_value_without_words() -> None:
    """The language is chosen when somebody reads, not when something is found."""
    assert Problem("content/a.yml", "no-record") == Problem("content/a.yml", "no-record")
