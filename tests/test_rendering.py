"""Rendering: the lean way makes what Jinja itself would make, and every real page goes that way."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.build import examine_all
from generator.page import Page
from generator.problems import ContentError
from generator.project import Project
from generator.rendering import Renderer
from tests.conftest import ROOT, SITES, TODAY
from tests.test_components import Example, examples, rendered


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme folder with the real components and wording, and room for templates of a test."""
    for part in ("components", "wording"):
        (tmp_path / part).symlink_to(ROOT / "theme" / part)
    return tmp_path


def article(theme: Path, template: str, **values: object) -> str:
    """A template filled with values."""
    (theme / "example.html").write_text(template, encoding="utf-8")
    return Renderer(theme).article(Page("", "", "example.html", values, ""))


def never(*_: object) -> str:
    """Stands for Jinja's own way where it must not be asked."""
    raise AssertionError("this was not rendered the lean way")


class Thing(Mapping[str, object]):
    """A part of an example as pages give it: fields are attributes too, and it has a hash."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        vars(self).update(fields)

    def __getitem__(self, name: str) -> object:
        return vars(self)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(vars(self))

    def __len__(self) -> int:
        return len(vars(self))

    def __hash__(self) -> int:
        return id(self)


def as_pages_give(name: str, value: object) -> object:
    """A value of an example, as the pages give it to templates."""
    if name in WRITTEN_AS_JSON:
        return value
    if isinstance(value, Mapping):
        return Thing({key: as_pages_give(key, one) for key, one in value.items()})
    return tuple(as_pages_give("", one) for one in value) if isinstance(value, list) else value


WRITTEN_AS_JSON = ("rules", "thing")


@pytest.mark.parametrize(
    ("component", "example"),
    [pytest.param(*one, id=f"{one[0]}: {one[1]['name']}") for one in examples()],
)
def test_a_component_is_the_same_when_made_the_lean_way(
    theme: Path, component: str, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The examples must tell the truth about pages, which are made that way."""
    shown = rendered(theme, component, example)
    given = {name: as_pages_give(name, value) for name, value in example["given"].items()}
    monkeypatch.setattr(Renderer, "_rendered_by_jinja", never)

    assert rendered(theme, component, {**example, "given": given}) == shown


def test_every_page_is_made_the_lean_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that only Jinja itself can render would make a build slow without a word."""
    monkeypatch.setattr(Renderer, "_rendered_by_jinja", never)
    content = SITES / "small" / "content"

    assert not [one for one in examine_all(project_of(content)) if one.stops]


def project_of(content: Path) -> Project:
    """The project with the real theme and other content."""
    return Project(ROOT, content, ROOT / "site", date.fromisoformat(TODAY))


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ thing.name }}", "An"),
        ("{% if other is defined %}có{% else %}không{% endif %}", "không"),
        ("{% for one in [1, 2] %}{{ loop.first }} {% endfor %}", "True False "),
        ("{{ thing.other | default('không') }}", "không"),
        ("{{ [thing] | map(attribute='name') | join }}", "An"),
    ],
)
def test_what_the_lean_way_does_not_know_is_left_to_jinja(
    theme: Path, template: str, shown: str
) -> None:
    """Whoever writes a template may use all that the book on Jinja says."""
    assert article(theme, template, thing={"name": "An"}) == shown


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{% macro m(a, b='y') %}{{ a }}{{ b }}{% endmacro %}{{ m('<') }}", "&lt;y"),
        ("{% macro m(a, b='y') %}{{ a }}{{ b }}{% endmacro %}{{ m(b='<', a='x') }}", "x&lt;"),
        (
            "{% macro m(a) %}<i>{{ caller() }}</i>{% endmacro %}{% call m(1) %}&{% endcall %}",
            "<i>&</i>",
        ),
        ("{% macro m() %}<i>{% endmacro %}{% set a = m() %}{{ a }}{{ a ~ '<' }}", "<i><i>&lt;"),
        ("{% macro m() %} <i> {% endmacro %}{{ m() | trim }}", "<i>"),
        ("{% macro day(day) %}{{ day.upper() }}{% endmacro %}{{ day('<a') }}", "&lt;A"),
        (
            "{% for a in 'ab' %}{{ loop.index }}{{ a if not loop.last else '' }}{% endfor %}",
            "1a2",
        ),
        ("{% set w %}<b>{{ '<' }}</b>{% endset %}{{ w }}", "<b>&lt;</b>"),
        ("{{ ['<', 1] | join(', ') }} {{ none }} {{ 1 }}", "&lt;, 1 None 1"),
    ],
)
def test_macros_loops_and_text_are_what_jinja_makes_of_them(
    theme: Path, template: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an author wrote is escaped once, and what a template wrote never."""
    monkeypatch.setattr(Renderer, "_rendered_by_jinja", never)

    assert article(theme, template) == shown


@pytest.mark.parametrize(
    "template", ["{{ thing.nmae }}", "{{ nothing }}", "{% if nothing %}{% endif %}"]
)
def test_a_misspelt_name_in_a_template_is_told(theme: Path, template: str) -> None:
    """A page with a hole where a telephone number was meant to be is worse than no page."""
    with pytest.raises(ContentError) as told:
        article(theme, template, thing={"name": "An"})

    assert told.value.problems[0].file == "theme/example.html"


def test_wording_changed_between_two_builds_is_seen(tmp_path: Path) -> None:
    """Who edits the words with the preview open must see them, in components too."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    wording = tmp_path / "theme" / "wording" / "vi.yml"
    example = {"given": {"text": "x"}}
    before = rendered(tmp_path / "theme", "links.doubt", example)

    text = wording.read_text(encoding="utf-8")
    wording.write_text(text.replace("Lưu ý:", "Xem kỹ:"), encoding="utf-8")

    assert "Lưu ý:" in before
    assert rendered(tmp_path / "theme", "links.doubt", example) == before.replace(
        "Lưu ý:", "Xem kỹ:"
    )


def test_a_title_in_a_style_sheet_ends_neither(theme: Path) -> None:
    """What somebody typed stands in the margin of a sheet, whatever signs are in it."""
    shown = article(theme, "{{ title | in_css }}", title='Hỏi "A\\B"\n</style>')

    assert shown == '"Hỏi \\22 A\\5c B\\22  \\3c /style>"'
