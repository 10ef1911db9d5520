"""Pages into HTML: one Jinja2 environment over theme/, everything escaped."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache, cached_property, lru_cache, partial
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup
from msgspec.structs import replace

from generator.catalogue import say
from generator.glossary import Explaining
from generator.page import Page, Word
from generator.problems import ContentError, Problem
from generator.reading import Unreadable, text_of, values_of
from generator.records.documents import PartialDay
from generator.records.terms import Term
from generator.rendering.lean import COMPILER, KEPT, UNABLE, LeanEnvironment
from generator.sentences import OURS, Sentences, sentences, speak, wording
from generator.vietnamese.place_names import kind_and_name

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

JSON = msgspec.json.Encoder(order="sorted")
Made = TypeVar("Made", bound=Environment)
HEAD = "head.html"
UNEXPLAINED = ("heading_open", "th_open")  # what begins a line of Markdown that stays as it is


class BrokenSentence(Exception):
    """A sentence of the wording that cannot be filled; the sentence is its message."""


class Renderer:
    """Renders the articles of pages from the templates of one theme folder."""

    def __init__(self, theme: Path, bytecode: Path | None = None, language: str = OURS) -> None:
        """`bytecode` is a folder for compiled templates, safe to delete."""
        self._theme, self._bytecode, self._language = theme, bytecode, language
        self._wording = wording(theme, language)
        self._lean = self._made(LeanEnvironment)
        self._not_lean: set[str] = set()
        self._heads: dict[tuple[object, ...], str] = {}

    @cached_property
    def _by_jinja(self) -> Environment:
        """The same templates as Jinja itself compiles them."""
        environment = self._made(Environment)
        environment.globals = self._lean.globals
        environment.filters["remembered"] = as_it_is
        return environment

    def _made(self, kind: type[Made]) -> Made:
        said = sentences(self._theme, self._language)
        environment = _made(kind, self._theme, said, self._bytecode)
        environment.filters["told"] = self._told
        environment.filters["figure"] = figure if self._language == OURS else figure_abroad
        return environment

    def _told(self, problem: Problem) -> str:
        """What is late or amiss, in words; the place is told beside it."""
        return say(self._language, problem.key, problem.values)

    def named(self, page: Page) -> Page:
        """The page with its title and description; raises `ContentError` where words are broken."""
        if not page.key:
            return page
        values = _AsRead(page.values, self._words)
        title = self._sentence(("pages", page.key, "title"), values)
        description = self._sentence(("pages", page.key, "description"), values)
        return replace(page, title=title, description=description)

    def article(self, page: Page) -> str:
        """The HTML of a page's article; raises `ContentError` where template or words are bad."""
        self._lean.globals["words"] = self._words
        return self._rendered(page.template, {**page.values, "page": page, "root": page.root})

    def head(self, page: Page) -> str:
        """The HTML of what a page adds to its head; most add nothing, and are not asked twice."""
        values = {
            "root": page.root,
            "scripts": page.scripts,
            "paper": page.paper,
            "edge": page.edge,
            "running": page.running,
        }
        key = tuple(values.values())
        if key not in self._heads:
            self._heads[key] = self._rendered(HEAD, values)
        return self._heads[key]

    def alone(self, template: str, **values: object) -> str:
        """HTML without any of the wording, to be shown even while that is broken."""
        return self._rendered(template, values)

    def _rendered(self, template: str, values: Mapping[str, object]) -> str:
        if template in self._not_lean:
            return self._rendered_by_jinja(template, values)
        try:
            return self._lean.rendered(template, values)
        except UNABLE:
            self._not_lean.add(template)
            return self._rendered_by_jinja(template, values)
        except BrokenSentence as error:
            raise self._broken_words(str(error)) from None

    def _rendered_by_jinja(self, template: str, values: Mapping[str, object]) -> str:
        try:
            return self._by_jinja.get_template(template).render(values)
        except BrokenSentence as error:
            raise self._broken_words(str(error)) from None
        except TemplateSyntaxError as error:
            raise _broken(error.name or template, error.lineno, error.message) from None
        except TemplateError as error:
            raise _broken(template, None, error.message) from None

    @cached_property
    def _words(self) -> object:
        """The wording shared by many pages; people who are no programmers edit it."""
        try:
            return with_attributes(values_of(text_of(self._wording)))
        except Unreadable as error:
            problem = Problem(f"theme/{self._name}", error.key, error.values, line=error.line)
            raise ContentError([problem]) from None

    def _sentence(self, path: tuple[str, ...], values: "_AsRead") -> str:
        found = self._words
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        if not isinstance(found, str):
            raise _broken(self._name, None, ".".join(path))
        try:
            return _filled(found, values)
        except BrokenSentence as error:
            raise self._broken_words(str(error)) from None

    def _broken_words(self, sentence: str) -> ContentError:
        lines = enumerate(text_of(self._wording).splitlines(), start=1)
        line = next((number for number, text in lines if sentence in text), None)
        return _broken(self._name, line, sentence)

    @property
    def _name(self) -> str:
        """The wording as its author knows it."""
        return self._wording.relative_to(self._theme).as_posix()


class _AsRead:
    """The values of a page in the words in which a sentence tells them, when it asks for them."""

    def __init__(self, values: Mapping[str, object], words: object) -> None:
        self._values, self._words = values, words

    def __getitem__(self, name: str) -> object:
        value = self._values[name]
        if isinstance(value, Word):
            group = self._words.get(value.group) if isinstance(self._words, dict) else None
            return group.get(value.value, value.value) if isinstance(group, dict) else value.value
        return day(value) if isinstance(value, (date, PartialDay)) else value


def _broken(template: str, line: int | None, why: str | None) -> ContentError:
    values = {"why": why or ""}
    return ContentError([Problem(f"theme/{template}", "template-broken", values, line=line)])


def with_attributes(words: object) -> object:
    """The same wording, in which the words of a group are also its attributes: `words.mark.demo`.

    That is a quarter of the time of asking for an item after an attribute was asked for in vain.
    """
    return Group(words) if isinstance(words, dict) else words


class Group(dict[str, object]):
    """Words under their names; a name that a dict has for itself leads to the dict's own."""

    def __init__(self, words: Mapping[str, object]) -> None:
        """Make the groups within `words` such groups too."""
        super().__init__((name, with_attributes(word)) for name, word in words.items())
        vars(self).update((name, word) for name, word in self.items() if not hasattr(dict, name))


def _made(kind: type[Made], theme: Path, said: Sentences, bytecode: Path | None) -> Made:
    """An environment; what it compiles is kept apart for each set of sentences."""
    if bytecode:
        bytecode.mkdir(parents=True, exist_ok=True)
    name = f"{kind.__name__}-{COMPILER}-{_sum(said)}-%s.cache"
    environment = kind(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=FileSystemBytecodeCache(str(bytecode), name) if bytecode else None,
        auto_reload=False,
        cache_size=-1,
    )
    speak(environment, said)
    environment.filters |= {
        "day": day,
        "clock": clock,
        "markdown": markdown,
        "tojson": as_json,
        "fill": fill,
        "in_sentence": in_sentence,
        "in_css": in_css,
    }
    return environment


def _sum(said: Sentences) -> str:
    return blake2b(repr(sorted(said.items())).encode(), digest_size=4).hexdigest()


@lru_cache(KEPT)
def day(value: date | PartialDay) -> str:
    """A day as Vietnamese readers write it: 22/05/2023; 06/2023 where the day is blank."""
    if isinstance(value, PartialDay):
        month = f"{value.month:02d}/{value.year}"
        return f"{value.day:02d}/{month}" if value.day else month
    return f"{value:%d/%m/%Y}"


@lru_cache(KEPT)
def clock(value: time) -> str:
    """A time of day as Vietnamese readers write it: 07:30."""
    return f"{value:%H:%M}"


def figure(value: Decimal | int) -> str:
    """A number as Vietnamese readers write it: 1.234,5."""
    return figure_abroad(value).translate(str.maketrans(",.", ".,"))


def figure_abroad(value: Decimal | int) -> str:
    """A number as the readers of other languages write it: 1,234.5."""
    return f"{Decimal(value).normalize():,f}"


@lru_cache(KEPT)
def in_sentence(label: str) -> str:
    """A place within a sentence: the word for its kind written small, its own name as it is."""
    kind, name = kind_and_name(label)
    return f"{kind} {name}" if kind else label


def fill(sentence: str, **values: object) -> str:
    """A sentence of the wording with its {holes} filled; raises `BrokenSentence`."""
    return _filled(sentence, values)


def _filled(sentence: str, values: Any) -> str:
    try:
        return sentence.format_map(values)
    except (AttributeError, LookupError, TypeError, ValueError):  # {amout}, {0}, {amount, {a.b}
        raise BrokenSentence(sentence) from None


def as_it_is(macro: object) -> object:
    """What Jinja's own way makes of `remembered`: a macro that is run each time."""
    return macro


def as_json(value: object) -> Markup:
    """A value as JSON, in which no text can end the script or the attribute that holds it."""
    text = JSON.encode(value).decode()
    for sign in "<>&'":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def in_css(words: str) -> Markup:
    """Words as a string of a style sheet, which can end neither it nor the element around it."""
    text = " ".join(words.split())
    for sign in '\\"<':  # in this order, for what stands for the others begins with the first
        text = text.replace(sign, f"\\{ord(sign):x} ")
    return Markup(f'"{text}"')


def markdown(
    text: str,
    root: str = "",
    told: Explaining | None = None,
    link: Callable[[str, str, Term], str] | None = None,
) -> Markup:
    """CommonMark and tables as HTML; HTML in the text is shown as text, pictures are not loaded.

    Where it is `told` what is to be explained, `link` makes the HTML of each such word.
    """
    parser = _markdown()
    tokens = parser.parse(text)
    if told and link:
        for before, token in pairwise(tokens):
            if token.children and before.type not in UNEXPLAINED:
                token.children = list(_explained(token.children, told, partial(link, root)))
    return Markup(parser.renderer.render(tokens, parser.options, {}))


def _explained(
    tokens: Iterable["Token"], told: Explaining, link: Callable[[str, Term], str]
) -> Iterator["Token"]:
    """The parts of a line of Markdown, with links on what is to be explained outside of links."""
    before, links = "", 0
    for token in tokens:
        links += token.nesting if token.type.startswith("link_") else 0
        is_text = token.type == "text" and not links
        pieces = told.pieces(token.content, before) if is_text else []
        if len(pieces) < 2:  # most explain nothing, and a copy takes its time
            yield token
        else:
            for said, term in pieces:
                kind, content = ("html_inline", link(said, term)) if term else ("text", said)
                yield token.copy(type=kind, content=str(content))  # no Markup, which escapes more
        before = f"{before} " if token.type == "softbreak" else token.content or before


@cache
def _markdown() -> "MarkdownIt":
    """`html` off escapes tags; the library itself refuses links such as javascript:."""
    from markdown_it import MarkdownIt  # here, for it loads slowly and most pages have no Markdown

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    return parser
