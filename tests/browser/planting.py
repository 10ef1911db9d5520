"""Records of which it is known how a search should order them, planted beside those of a site."""

from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import Project

LEAFLET = "materials/to-gap-hoi-ai.yml"
OFFICE = "organisations/chi-nhanh-so-1.yml"
LAW = "documents/luat-giup-do-phap-ly-2006.yml"
CAMPAIGN = "campaigns/thang-phap-luat.yml"
FOUND = """text => new Promise(then =>
    pbgdplFind(text, {}, found => then(found.records.map(one => one.address))))"""


def copies(project: Project, source: str, **texts: tuple[str, str]) -> None:
    """A record beside `source` for each id: its title, and a line more or instead of the same."""
    said = (project.content / source).read_text("utf-8")
    for name, (title, line) in texts.items():
        field = line.partition(":")[0]
        lines = [
            f"id: {name}" if one.startswith("id:") else one
            for one in said.splitlines()
            if not one.startswith((f"{field}:", "title:", "name:", "code:"))
        ]
        called = "title" if "\ntitle:" in said else "name"
        text = "\n".join((*lines[:2], f"{called}: {title}", line, *lines[2:], ""))
        (project.content / source).with_stem(name).write_text(text, "utf-8")


def order(page: Page, text: str, *names: str) -> list[str]:
    """These records in the order in which they are found."""
    found: list[str] = page.evaluate(FOUND, text)
    those = (one.rpartition("/")[2].removesuffix(".html") for one in found)
    return [one for one in those if one in names]


def built(project: Project) -> Path:
    """The site, built now."""
    run = project.call("build", "--quiet")
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site
