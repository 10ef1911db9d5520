"""The floors of generator/README.md: a module imports from below, never from beside or above."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "generator"
ROW = re.compile(r"^\| ([0-9]) [a-z]+ \| (.+?) \|")
OUTSIDE = {
    0: set[str](),
    1: {"msgspec", "tinytag", "yaml"},
    2: {"msgspec"},
    3: {"holidays", "msgspec"},
    4: {"docx", "icalendar", "lxml", "msgspec", "python_calamine", "segno", "xlsxwriter", "yaml"},
    5: {
        "babel",
        "filelock",
        "jinja2",
        "lxml",
        "markdown",
        "markdown_it",
        "markupsafe",
        "minify",
        "mkdocs",
        "msgspec",
        "tinycss2",
        "yaml",
    },
    6: set[str](),
}  # what each floor may ask of other people's code
ONE_DOOR = {
    "babel": "sentences",
    "filelock": "writing",
    "holidays": "working_days",
    "icalendar": "outputs",
    "markdown": "shell",
    "markdown_it": "rendering",
    "minify": "shell",
    "mkdocs": "shell",
    "python_calamine": "importers",
    "xlsxwriter": "importers",
    "segno": "outputs",
    "sqlite3": "store",
    "tinycss2": "styles",
    "tinytag": "sounds",
}
CLOCK_AND_ENVIRONMENT = r"date\.today|datetime\.now|time\.time|os\.environ|getenv"
MAY_LOOK = {
    "clock.py": {"date.today", "os.environ"},
    "glance.py": {"time.time"},  # to tell files that may still be written to; no page shows it
}
SLOW = {"jinja2", "lxml", "markdown", "markdown_it", "mkdocs"}  # a second together, once cold


def floors() -> dict[str, int]:
    """The floor of each name in the table of the map."""
    lines = (PACKAGE / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [found for line in lines if (found := ROW.match(line))]
    return {
        name.removesuffix("/*"): int(row[1])
        for row in rows
        for name in re.findall(r"`([a-z_/*]+)`", row[2])
    }


FLOORS = floors()
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def name_of(module: str) -> str:
    """The name under which the map lists a module: `records` for `records/plans.py`."""
    return module.split("/")[0].removesuffix(".py")


def imports(module: str) -> Iterator[str]:
    """The dotted names that a module imports."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by dots"
            only_the_package = node.module == "generator"
            names = [f"generator.{alias.name}" for alias in node.names]
            yield from names if only_the_package else [node.module or ""]


@pytest.mark.parametrize("module", [one for one in MODULES if one != "__init__.py"])
def test_a_module_stands_on_its_floor(module: str) -> None:
    """Whoever reads one floor need not know those above it, and may replace them."""
    name = name_of(module)
    for imported in imports(module):
        if imported.startswith("generator."):
            other = imported.split(".")[1]
            assert other == name or _may_use(name, other), f"{module} imports {imported}"


def _may_use(name: str, other: str) -> bool:
    """Below is allowed; beside only on the floors whose modules build on one another."""
    work = 4  # checks, outputs and importers never know each other
    if FLOORS[name] == FLOORS[other]:
        return FLOORS[name] != work
    return FLOORS[other] < FLOORS[name]


@pytest.mark.parametrize("module", MODULES)
def test_other_peoples_code_is_asked_where_the_map_says(module: str) -> None:
    """A library can be replaced by changing the one place that knows it."""
    floor = FLOORS.get(name_of(module), 0)
    for imported in imports(module):
        library = imported.split(".")[0]
        if library not in ("generator", "") and library not in sys.stdlib_module_names:
            assert library in OUTSIDE[floor], f"{module} imports {library}"
        assert name_of(module) == ONE_DOOR.get(library, name_of(module))


def test_the_map_names_every_module() -> None:
    """A newcomer finds each module in the map, and each name of the map in the folder."""
    there = {name_of(module) for module in MODULES} - {"__init__"}

    assert set(FLOORS) == there


@pytest.mark.parametrize("module", MODULES)
def test_only_the_door_reads_clock_and_environment(module: str) -> None:
    """The same content on the same day gives the same site, whoever builds it and when."""
    text = (PACKAGE / module).read_text(encoding="utf-8")

    assert set(re.findall(CLOCK_AND_ENVIRONMENT, text)) == MAY_LOOK.get(module, set())


OUTPUTS = [one for one in MODULES if one.startswith("outputs/")]
WAYS_ROUND = {"form", "glance", "intake", "listing", "project", "reading", "store"}


@pytest.mark.parametrize("module", OUTPUTS)
def test_an_output_learns_of_the_world_through_the_library_alone(module: str) -> None:
    """Whatever it saw of a file or of the store by itself, it would not be made again for."""
    text = (PACKAGE / module).read_text(encoding="utf-8")
    asked = {one.split(".")[1] for one in imports(module) if one.startswith("generator.")}

    assert asked & WAYS_ROUND == set()
    assert re.findall(r"\bopen\(|read_(?:text|bytes)|is_file\(|\.exists\(|_store\b", text) == []


@pytest.mark.parametrize("name", ["glance", "__main__"])
def test_a_glance_loads_nothing_that_loads_slowly(name: str) -> None:
    """Who asks for a site that is as it should be is told at once, not after MkDocs was loaded."""
    loaded = subprocess.run(
        [sys.executable, "-c", f"import sys, generator.{name}; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert f"generator.{name}" in loaded
    assert SLOW.isdisjoint(one.partition(".")[0] for one in loaded)


def test_nothing_is_a_drawer_for_leftovers() -> None:
    """A name says what is inside: there is no utils, core, base, helpers or managers."""
    names = {Path(module).stem for module in MODULES}

    assert not names & {"utils", "util", "core", "base", "helpers", "common", "misc", "managers"}
