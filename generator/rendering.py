"""Pages into HTML: one Jinja2 environment over theme/, everything escaped."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.page import Page
from generator.problems import ContentError, Problem
from generator.reading import Unreadable, text_of, values_of
from generator.records.documents import PartialDay

WORDING = "wording/vi.yml"


class Renderer:
    """Renders the articles of pages from the templates of one theme folder."""

    def __init__(self, theme: Path, bytecode: Path | None = None) -> None:
        """`bytecode` is a folder for compiled templates, safe to delete."""
        self._environment = _environment(theme, bytecode)
        self._environment.globals["words"] = _words(theme)

    def article(self, page: Page) -> str:
        """The HTML of a page's article; raises `ContentError` where its template is broken."""
        try:
            template = self._environment.get_template(page.template)
            return template.render(page.values, page=page, root=page.root)
        except TemplateSyntaxError as error:
            raise _broken(error.name or page.template, error.lineno, error) from None
        except TemplateError as error:
            raise _broken(page.template, None, error) from None


def _words(theme: Path) -> object:
    """The wording shared by many pages; people who are no programmers edit it."""
    try:
        return values_of(text_of(theme / WORDING))
    except Unreadable as error:
        problem = Problem(f"theme/{WORDING}", error.key, error.values, line=error.line)
        raise ContentError([problem]) from None


def _broken(template: str, line: int | None, error: TemplateError) -> ContentError:
    values = {"why": error.message or ""}
    return ContentError([Problem(f"theme/{template}", "template-broken", values, line=line)])


def _environment(theme: Path, bytecode: Path | None) -> Environment:
    if bytecode:
        bytecode.mkdir(parents=True, exist_ok=True)
    environment = Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=FileSystemBytecodeCache(str(bytecode)) if bytecode else None,
        auto_reload=False,
    )
    environment.filters |= {
        "day": day,
        "figure": figure,
        "markdown": markdown,
        "fill": fill,
    }
    return environment


def day(value: date | PartialDay) -> str:
    """A day as Vietnamese readers write it: 22/05/2023; 06/2023 where the day is blank."""
    if isinstance(value, PartialDay):
        month = f"{value.month:02d}/{value.year}"
        return f"{value.day:02d}/{month}" if value.day else month
    return f"{value:%d/%m/%Y}"


def figure(value: Decimal | int) -> str:
    """A number as Vietnamese readers write it: 1.234,5."""
    text = f"{Decimal(value).normalize():,f}"
    return text.translate(str.maketrans(",.", ".,"))


def fill(sentence: str, values: Mapping[str, object] | None = None, **more: object) -> str:
    """A sentence of the wording with its {holes} filled."""
    return sentence.format(**{**(values or {}), **more})


def markdown(text: str) -> Markup:
    """CommonMark and tables as HTML; HTML in the text is shown as text, pictures are not loaded."""
    return Markup(_markdown().render(text))


@cache
def _markdown() -> MarkdownIt:
    """`html` off escapes tags; the library itself refuses links such as javascript:."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    return parser
