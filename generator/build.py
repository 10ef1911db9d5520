"""The straight line: content is read, linked, checked, and only then published."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from generator import checks, outputs
from generator.library import Library, load
from generator.links import check_prose_leads_somewhere, check_prose_stands_alone
from generator.page import File, Page, Published
from generator.problems import ContentError, Problem
from generator.reading import located
from generator.rendering import Renderer
from generator.shell import Chrome, ChromeError, chrome
from generator.writing import Written, write

Progress = Callable[[int], None]


def _silently(done: int) -> None:
    """Tell nobody how many files are done."""


@dataclass(frozen=True)
class Project:
    """One site: its folders, the day it is built for, and what may be shown.

    `root` holds mkdocs.yml and theme/; `drafts` and `demo` say whether records so marked are shown.
    """

    root: Path
    content: Path
    site: Path
    today: date
    drafts: bool = False
    demo: bool = True

    @property
    def pages(self) -> Path:
        """The prose."""
        return self.content / "pages"

    @property
    def files(self) -> Path:
        """The recordings and print files that materials offer."""
        return self.content / "files"

    @property
    def ledger(self) -> Path:
        """The addresses published so far."""
        return self.content / "addresses.txt"


def build(project: Project, progress: Progress = _silently) -> tuple[Written, list[Problem]]:
    """Make the site; gives what was written and what to look at later.

    Raises `ContentError` with every problem; then nothing is written.
    """
    library, warnings = valid_library(project)
    try:
        with chrome(project.root / "mkdocs.yml", project.pages) as given:
            return publish(project, library, given, progress), warnings
    except ChromeError as error:
        raise ContentError(of_mkdocs(error)) from None


def valid_library(project: Project) -> tuple[Library, list[Problem]]:
    """What readers may see of the content, and its warnings; raises `ContentError`."""
    library, problems = examine(project)
    if any(problem.stops for problem in problems):
        raise ContentError(problems)
    return library, problems


def examine(project: Project) -> tuple[Library, list[Problem]]:
    """What readers may see of the content, and every problem of all of it, with its line."""
    everything, problems = load(project.content)
    problems += checks.check(everything, project.today)
    problems += checks.check_files_are_there(everything, project.files)
    problems += checks.check_prose_can_be_read(project.pages, project.content.parent)
    library = everything.shown(drafts=project.drafts, demo=project.demo)
    if not any(problem.stops for problem in problems):
        problems += _problems_of_addresses(project, everything)
    found = located(problems, project.content.parent)
    return library, sorted(found, key=lambda one: (one.file, one.line or 0, one.key))


def _problems_of_addresses(project: Project, everything: Library) -> Iterator[Problem]:
    yield from checks.check_addresses_are_single(addresses(project, everything))
    if project.ledger.is_file():
        lasting = everything.shown(drafts=False, demo=True)
        answering = {address for address, _ in addresses(project, lasting)}
        answering |= checks.recalled_files(everything)
        name = _name(project, project.ledger)
        yield from checks.check_addresses_are_kept(answering, project.ledger, name)


def publish(
    project: Project, library: Library, given: Chrome, progress: Progress = _silently
) -> Written:
    """Render and write everything that the outputs name; raises `ContentError`."""
    faults = list(_faults_of_prose(project, library, given))
    if faults:
        raise ContentError(faults)
    pages = outputs.all_of(library, project.files, project.today)
    renderer = Renderer(project.root / "theme", project.root / ".cache" / "templates")
    files = chain(given.files(), rendered(pages, given, renderer))
    return write(counted(files, progress), project.site)


def _faults_of_prose(project: Project, library: Library, given: Chrome) -> Iterator[Problem]:
    prose = list(given.files())
    known = {address for address, _ in addresses(project, library)}
    yield from check_prose_leads_somewhere(prose, known.union(file.address for file in prose))
    yield from check_prose_stands_alone(prose)


def rendered(published: Iterable[Published], given: Chrome, renderer: Renderer) -> Iterator[File]:
    """Pages spliced into their shells, one at a time; other files as they are."""
    for one in published:
        if isinstance(one, Page):
            page = renderer.named(one)
            html = given.shells[page.section].filled(page, renderer.article(page))
            yield File(page.address, html, page.source)
        else:
            yield one


def addresses(project: Project, library: Library) -> Iterator[tuple[str, str]]:
    """Every address of the site with the file behind it, without rendering anything."""
    for path in sorted(project.pages.rglob("*.md")):
        place = path.relative_to(project.pages).with_suffix(".html").as_posix()
        yield place, _name(project, path)
    for one in outputs.all_of(library, project.files, project.today):
        yield one.address, one.source


def remember_addresses(project: Project) -> int:
    """Add every address of the site to the ledger; gives how many were new."""
    library, _ = valid_library(replace(project, drafts=False))
    before = checks.lines_of(project.ledger)
    new = {address for address, _ in addresses(project, library)}.difference(before)
    remarks = [line for line in before if line.startswith("#")]
    every = sorted(new.union(before).difference(remarks, [""]))
    project.ledger.write_text("\n".join([*remarks, *every, ""]), encoding="utf-8")
    return len(new)


def counted(files: Iterable[File], progress: Progress) -> Iterator[File]:
    """The same files, telling `progress` how many have passed."""
    for done, file in enumerate(files, start=1):
        progress(done)
        yield file


def _name(project: Project, path: Path) -> str:
    """A path as the content's author knows it."""
    return path.relative_to(project.content.parent).as_posix()


def of_mkdocs(error: ChromeError) -> list[Problem]:
    """What MkDocs said of the prose, as problems."""
    return [Problem("content/pages", "mkdocs-says", {"words": words}) for words in error.warnings]
