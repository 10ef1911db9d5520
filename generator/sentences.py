"""The sentences of templates, in the language of the site.

Templates are written in Vietnamese. Each sentence for readers stands in `_("…")`, and is put there
in the language of the site when a template is compiled, so no page waits for it. What records say
stays as it is, and is marked as Vietnamese where the site is not.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment
from jinja2.ext import Extension

OURS = "vi"  # the language in which templates are written
SENTENCE = re.compile(r'\b_\("([^"\\]*)"\)')
RECORDS = "{{ in_vietnamese }}"  # in the tag of what records say, which nobody translates
IN_OURS = f' lang="{OURS}"'  # so that a screen reader changes its voice there (WCAG 3.1.2)

Sentences = Mapping[str, str]  # by what the templates say


def wording(theme: Path, language: str) -> Path:
    """The words that many pages share, in a language."""
    return theme / "wording" / f"{language}.yml"


def sentences(theme: Path, language: str) -> Sentences:
    """What the templates say, in a language; nothing for the one in which they are written.

    What is not translated, or only guessed by a program, stays as it is written.
    """
    if language == OURS:
        return {}
    from babel.messages.pofile import read_po  # here, for most sites never need it

    with catalogue(theme, language).open("rb") as file:
        found = [entry for entry in read_po(file) if entry.id and entry.string]
    return {str(one.id): str(one.string) for one in found if not one.fuzzy}


def catalogue(theme: Path, language: str) -> Path:
    """The file that holds them, as translators' programs read it (gettext)."""
    return theme / "wording" / f"{language}.po"


class InLanguage(Extension):
    """Puts the sentences of an environment where its templates ask for them; see `speak`."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """A template in which each sentence is a text in the language of the site."""
        said: Sentences = vars(self.environment)["sentences"]
        marked = source.replace(RECORDS, IN_OURS if said else "")
        return SENTENCE.sub(lambda found: _text(said.get(found[1], found[1])), marked)


def speak(environment: Environment, said: Sentences) -> None:
    """Let the templates of an environment say what is given, before any is compiled."""
    environment.extend(sentences=said)
    environment.add_extension(InLanguage)


def _text(sentence: str) -> str:
    escaped = sentence.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
