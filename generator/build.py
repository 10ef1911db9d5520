"""The straight line: content is read, linked, checked, and only then published."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from generator import addresses, checks, freshness, outputs
from generator.library import Library, load
from generator.page import Deferred, File, Page, Published
from generator.problems import ContentError, Problem
from generator.project import Project
from generator.reading import located
from generator.rendering import Renderer
from generator.shell import Chrome, ChromeError, chrome
from generator.writing import Written, write

Progress = Callable[[int], None]


def _silently(done: int) -> None:
    """Tell nobody how many files are done."""


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
            problems = in_order([*problems, *faults_of_texts(project, library, given, problems)])
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
    problems += freshness.late(everything, project.today)
    if can_be_shown(problems):
        problems += addresses.problems_of(project, everything)
    problems += checks.check_prose_may_be_published(project.pages, project.content.parent)
    library = everything.shown(drafts=project.drafts, demo=project.demo).on(project.today)
    return library, in_order(located(problems, project.content.parent))


def can_be_shown(problems: Iterable[Problem]) -> bool:
    """Whether pages can be made of the records, whatever is wrong with prose and ledger."""
    return not any(one.stops and not one.file.endswith((".md", ".txt")) for one in problems)


def faults_of_texts(
    project: Project, library: Library, given: Chrome, problems: Iterable[Problem] = ()
) -> Iterator[Problem]:
    """What only the finished prose shows; `problems` are those of the records."""
    is_sound = can_be_shown(problems)
    return addresses.problems_of_texts(project, library, given.files(), records_are_sound=is_sound)


def publish(project: Project, library: Library, given: Chrome) -> Written:
    """Render and write everything that the outputs name; raises `ContentError`."""
    refuse(in_order(faults_of_texts(project, library, given)))
    return write(files_of(project, library, given, project.compiled), project.site)


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
            file = _file(one, given, renderer)
        except ContentError as error:
            broken += [problem for problem in error.problems if problem not in broken]
        else:
            yield file
    refuse(in_order(broken))


def _file(one: Published, given: Chrome, renderer: Renderer) -> File:
    if isinstance(one, Page):
        named = renderer.named(one)
        html = given.shells[one.section].filled(named, renderer.article(named))
        return File(one.address, html, one.source)
    return one.made() if isinstance(one, Deferred) else one


def counted(files: Iterable[File], progress: Progress) -> Iterator[File]:
    """The same files, telling `progress` how many have passed."""
    for done, file in enumerate(files, start=1):
        progress(done)
        yield file


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as a person goes through them: file by file, from the first line to the last."""
    return sorted(problems, key=lambda one: (one.file, one.line or 0, one.key))


def refuse(problems: Sequence[Problem]) -> None:
    """Stop here where anything stops the build; raises `ContentError`."""
    if any(problem.stops for problem in problems):
        raise ContentError(problems)
