"""Components: every example in tests/components is what the theme really shows."""

import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html as html_reader

from generator.page import Page
from generator.problems import ContentError
from generator.rendering import Renderer
from tests.conftest import ROOT

COMPONENTS = ROOT / "theme" / "components"
EXAMPLES = ROOT / "tests" / "components"
BLOCK_TAG = re.compile(
    r"\s*(</?(?:caption|dd|div|dl|dt|figcaption|figure|h2|h3|li|line|nav|ol|p|path|section|svg"
    r"|table|tbody|td|th|thead|tr|ul)\b[^>]*>)\s*"
)
MACRO = re.compile(r"\{% macro (\w+)\(")
CALL = """{{% import "components/{file}.html" as parts with context %}}
{{% call parts["{macro}"](**given) %}}{{{{ inside }}}}{{% endcall %}}"""
PLAIN = """{{% import "components/{file}.html" as parts with context %}}
{{{{ parts["{macro}"](**given) }}}}"""

Example = dict[str, Any]


class Known:
    """The agencies that an example knows, in the place of `generator.page.Names`."""

    def __init__(self, agencies: dict[str, object]) -> None:
        self._agencies = agencies

    def agency(self, party: dict[str, str]) -> object:
        """The agency behind a party, if the example knows it."""
        return self._agencies.get(party.get("agency", ""))


def examples() -> list[tuple[str, Example]]:
    """Every example with the component it shows, as file and macro: links.to."""
    return [
        (f"{path.stem}.{example['component']}", example)
        for path in sorted(EXAMPLES.glob("*.yml"))
        for example in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@cache
def every_macro() -> set[str]:
    """Every component of the theme, as file and macro."""
    return {
        f"{path.stem}.{macro}"
        for path in COMPONENTS.glob("*.html")
        for macro in MACRO.findall(path.read_text(encoding="utf-8"))
    }


def rendered(theme: Path, component: str, example: Example) -> str:
    """The HTML of a component for what an example gives."""
    file, macro = component.split(".")
    source = CALL if "inside" in example else PLAIN
    (theme / "example.html").write_text(source.format(file=file, macro=macro), encoding="utf-8")
    given = dict(example["given"])
    if "names" in given:
        given["names"] = Known(given["names"])
    values = {"given": given, "inside": example.get("inside")}
    return Renderer(theme, theme.parent / "compiled").article(
        Page("", "", "example.html", values, "")
    )


def tidy(html: str) -> str:
    """The same HTML however its lines are broken; spaces between words and inline tags count."""
    return BLOCK_TAG.sub(r"\1", " ".join(html.split())).strip()


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme folder with the real components and wording, and room for one template more."""
    for part in ("components", "wording"):
        (tmp_path / part).symlink_to(ROOT / "theme" / part)
    return tmp_path


@pytest.mark.parametrize(
    ("component", "example"),
    [pytest.param(*one, id=f"{one[0]}: {one[1]['name']}") for one in examples()],
)
def test_a_component_shows_what_its_example_says(
    theme: Path, component: str, example: Example
) -> None:
    """The examples are what theme authors read, so they must be true."""
    assert tidy(rendered(theme, component, example)) == tidy(example["shows"])


def test_every_component_has_an_example() -> None:
    """A component without an example is one that nobody can find or trust."""
    assert {component for component, _ in examples()} == every_macro()


@pytest.mark.parametrize(
    ("component", "example"),
    [pytest.param(*one, id=f"{one[0]}: {one[1]['name']}") for one in examples()],
)
def test_text_of_an_author_never_becomes_markup(
    theme: Path, component: str, example: Example
) -> None:
    """A script in any text of any record must be read, not run, by whoever opens the page."""
    shown = rendered(theme, component, {**example, "given": armed(example["given"])})

    found = html_reader.fragment_fromstring(shown, create_parent=True)
    assert not found.xpath("//script[not(@type='application/ld+json')] | //*[@onload]")


@pytest.mark.parametrize("broken", ["Ít nhất {amout}", "Ít nhất {amount", "Ít nhất {0}"])
def test_a_misspelt_hole_in_the_wording_is_told_with_its_line(tmp_path: Path, broken: str) -> None:
    """Whoever edits the words is told where, and meets no traceback."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    wording = tmp_path / "theme" / "wording" / "vi.yml"
    text = wording.read_text(encoding="utf-8").replace("Ít nhất {amount}", f'"{broken}"')
    wording.write_text(text, encoding="utf-8")
    target = {"comparator": "at_least", "value": 90, "unit": "%", "is_none": False}

    with pytest.raises(ContentError) as told:
        rendered(tmp_path / "theme", "targets.amount", {"given": {"target": target}})

    (problem,) = told.value.problems
    line = next(n for n, one in enumerate(text.splitlines(), start=1) if broken in one)
    assert (problem.file, problem.line) == ("theme/wording/vi.yml", line)
    assert problem.values == {"why": broken}


def test_the_page_that_tells_of_faults_needs_no_wording(tmp_path: Path) -> None:
    """It must show just when the wording is what is broken."""
    shutil.copytree(ROOT / "theme" / "preview", tmp_path / "preview")

    shown = Renderer(tmp_path).alone("preview/problems.html", title="Một lỗi", lines=["a.yml: <b>"])

    assert "<h1>Một lỗi</h1>" in shown
    assert "a.yml: &lt;b&gt;" in shown


def armed(value: Any) -> Any:
    """The same values with a script and an attribute at the end of every text that is free."""
    if isinstance(value, dict):
        return {key: one if key in NOT_FREE else armed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [armed(one) for one in value]
    return f"{value}<script>\"'><img src=x onload=y>" if isinstance(value, str) else value


NOT_FREE = {
    "agency",
    "change",
    "column",
    "columns",
    "comparator",
    "document",
    "field",
    "folder",
    "force",
    "group",
    "groups",
    "icon",
    "kind",
    "labels",
    "level",
    "lists",
    "name",
    "names",
    "priority",
    "root",
    "share",
    "state",
    "status",
    "unit",
    "way",
    "ways",
}  # chosen from a list, or the name of something else: no author writes them freely
