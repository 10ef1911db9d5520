"""The straight line: content is read, linked, checked, and only then published."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from generator import checks, links, outputs
from generator.library import Library, load
from generator.page import File, Page, Published
from generator.problems import ContentError, Problem
from generator.reading import located
from generator.records import KINDS
from generator.records.materials import Material
from generator.rendering import Renderer, markdown
from generator.shell import Chrome, ChromeError, chrome
from generator.writing import Written, replace_text, write

Progress = Callable[[int], None]
OF_RECORDS = ("tep/", *(f"{kind.section}/" for kind in KINDS))  # where what records give lies


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

    @property
    def compiled(self) -> Path:
        """The templates as Jinja keeps them for the next build; safe to delete."""
        return self.root / ".cache" / "templates"


def build(project: Project, progress: Progress = _silently) -> tuple[Written, list[Problem]]:
    """Make the site; gives what was written and what to look at later.

    Raises `ContentError` with every problem; then nothing is written.
    """
    with finished(project, project.compiled) as (files, warnings):
        return write(counted(files, progress), project.site), warnings


def examine_all(project: Project) -> list[Problem]:
    """Every problem, found by making the whole site as `build` does and throwing it away."""
    try:
        with finished(project) as (files, warnings):
            deque(files, maxlen=0)
            return warnings
    except ContentError as error:
        return list(error.problems)


@contextmanager
def finished(
    project: Project, compiled: Path | None = None
) -> Iterator[tuple[Iterator[File], list[Problem]]]:
    """Every file of the site, made as it is asked for, and what to look at later.

    Compiled templates are kept in `compiled`; without it nothing at all is written. Raises
    `ContentError` with every problem, those of broken templates with the last file.
    """
    library, problems = examine(project)
    if not project.pages.is_dir():
        raise ContentError(problems)
    try:
        with chrome(project.root / "mkdocs.yml", project.pages) as given:
            problems = in_order([*problems, *_faults_of_prose(project, library, given, problems)])
            refuse(problems)
            yield files_of(project, library, given, compiled), problems
    except ChromeError as error:
        told = {problem.file for problem in problems}
        new = [problem for problem in error.problems if problem.file not in told]
        raise ContentError(in_order([*problems, *new])) from None


def valid_library(project: Project) -> tuple[Library, list[Problem]]:
    """What readers may see of the content, and its warnings; raises `ContentError`."""
    library, problems = examine(project)
    refuse(problems)
    return library, problems


def examine(project: Project) -> tuple[Library, list[Problem]]:
    """What readers may see of the content, and every problem of all of it, with its line."""
    everything, problems = load(project.content)
    problems += checks.check(everything, project.today)
    problems += checks.check_files_are_there(everything, project.files)
    if _can_be_shown(problems):
        problems += _problems_of_addresses(project, everything)
    problems += checks.check_prose_may_be_published(project.pages, project.content.parent)
    library = everything.shown(drafts=project.drafts, demo=project.demo)
    return library, in_order(located(problems, project.content.parent))


def _can_be_shown(problems: Iterable[Problem]) -> bool:
    """Whether pages can be made of the records, whatever is wrong with prose and ledger."""
    return not any(one.stops and not one.file.endswith((".md", ".txt")) for one in problems)


def _problems_of_addresses(project: Project, everything: Library) -> Iterator[Problem]:
    yield from checks.check_addresses_are_single(addresses(project, everything))
    if project.ledger.exists() or project.ledger.is_symlink():
        lasting = everything.shown(drafts=False, demo=True)
        answering = {address for address, _ in addresses(project, lasting)}
        answering |= checks.recalled_files(everything)
        name = _name(project, project.ledger)
        yield from checks.check_addresses_are_kept(answering, project.ledger, name)


def publish(project: Project, library: Library, given: Chrome) -> Written:
    """Render and write everything that the outputs name; raises `ContentError`."""
    refuse(in_order(_faults_of_prose(project, library, given)))
    return write(files_of(project, library, given, project.compiled), project.site)


def _faults_of_prose(
    project: Project, library: Library, given: Chrome, problems: Iterable[Problem] = ()
) -> Iterator[Problem]:
    """What is wrong with links and pictures; `problems` are those of the records.

    While records are faulty their pages cannot be made, so links to them are not looked at yet.
    """
    prose = list(given.files())
    root = project.content.parent
    texts = [
        *links.prose(prose, _name(project, project.pages)),
        *links.bodies(library.published(Material), markdown),
    ]
    yield from links.check_texts_stand_alone(texts, root)
    is_whole = _can_be_shown(problems)
    shown = library if is_whole else replace(library, records={})
    known = {address for address, _ in addresses(project, shown)}
    known.update(file.address for file in prose)
    for problem in links.check_links_lead_somewhere(texts, known, root):
        if is_whole or not str(problem.values["address"]).startswith(OF_RECORDS):
            yield problem


def files_of(
    project: Project, library: Library, given: Chrome, compiled: Path | None
) -> Iterator[File]:
    """Prose, styles and all that the outputs name; raises `ContentError` at the end."""
    renderer = Renderer(project.root / "theme", compiled)
    pages = outputs.all_of(library, project.files, project.today)
    return chain(given.files(), rendered(pages, given, renderer))


def rendered(published: Iterable[Published], given: Chrome, renderer: Renderer) -> Iterator[File]:
    """Pages spliced into their shells, one at a time; other files as they are.

    Raises `ContentError` at the end, with what is wrong with every template.
    """
    broken: list[Problem] = []
    for one in published:
        try:
            file = _page(one, given, renderer) if isinstance(one, Page) else one
        except ContentError as error:
            broken += [problem for problem in error.problems if problem not in broken]
        else:
            yield file
    refuse(in_order(broken))


def _page(page: Page, given: Chrome, renderer: Renderer) -> File:
    named = renderer.named(page)
    html = given.shells[page.section].filled(named, renderer.article(named))
    return File(page.address, html, page.source)


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
    replace_text(project.ledger, "\n".join([*remarks, *every, ""]))
    return len(new)


def counted(files: Iterable[File], progress: Progress) -> Iterator[File]:
    """The same files, telling `progress` how many have passed."""
    for done, file in enumerate(files, start=1):
        progress(done)
        yield file


def _name(project: Project, path: Path) -> str:
    """A path as the content's author knows it."""
    return path.relative_to(project.content.parent).as_posix()


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as a person goes through them: file by file, from the first line to the last."""
    return sorted(problems, key=lambda one: (one.file, one.line or 0, one.key))


def refuse(problems: Sequence[Problem]) -> None:
    """Stop here where anything stops the build; raises `ContentError`."""
    if any(problem.stops for problem in problems):
        raise ContentError(problems)
