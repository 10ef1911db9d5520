"""Prose, styles and shells: asked of MkDocs again only when prose, theme or settings changed."""

import os
import shutil
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from generator import checks, links
from generator.library import LOUDSPEAKER, PROSE, WEBSITE, Library, cell
from generator.listing import in_utf8, listing
from generator.making import LANGUAGE, SHELL, THEME
from generator.page import Output, Outputs
from generator.problems import Problem
from generator.project import Project
from generator.store import Store
from generator.writing import copy_folder

if TYPE_CHECKING:
    from generator.shell import Chrome

MADE_OF = "chrome"  # the fact that sums up all that MkDocs was given; the module of its outputs
STAGE = "prose"
TREE = "chrome"  # the files that MkDocs made


def renew(store: Store, project: Project) -> set[int]:
    """Let MkDocs render again, if anything that it reads changed; gives the cells of what differs.

    What is wrong with the prose is told to the store.
    """
    if not project.pages.is_dir():
        store.tell(STAGE, "", _amiss_in_sources(project))
        store.note(MADE_OF, b"")
        return set()
    if store.fact(MADE_OF) == digest_of(project) and _is_as_it_was(store, project.chrome):
        return set()
    from generator.shell import ChromeError, chrome  # here, for MkDocs loads slowly

    try:
        with chrome(project.settings, project.pages) as given:
            return take(store, project, given)
    except ChromeError as error:
        problems = _amiss_in_sources(project)
        told = {problem.file for problem in problems}
        new = [problem for problem in error.problems if problem.file not in told]
        store.tell(STAGE, "", [*problems, *new])
        store.note(MADE_OF, b"")
        return set()


def take(store: Store, project: Project, given: "Chrome") -> set[int]:
    """Keep what MkDocs made; gives the cells of what differs from what it made before."""
    shutil.rmtree(project.chrome, ignore_errors=True)
    copy_folder(given.folder, project.chrome)
    facts = {f"{SHELL} {section}": shell.to_keep() for section, shell in given.shells.items()}
    facts[THEME] = _sum(project.theme) + given.language.encode()
    facts[LANGUAGE] = given.language.encode()
    facts[WEBSITE] = given.website.to_keep()
    facts[LOUDSPEAKER] = given.loudspeaker.to_keep()
    facts[PROSE] = "\n".join(name for name, _ in _pages(project) if name.endswith(".html")).encode()
    facts[MADE_OF] = digest_of(project)
    changed = {cell(*name.split()) for name, kept in facts.items() if store.fact(name) != kept}
    for name, kept in facts.items():
        store.note(name, kept)
    root, problems = project.content.parent, _amiss_in_sources(project)
    folder = project.name(project.pages)
    store.forget_ways(folder)
    for text in links.prose(_pages(project), folder):
        store.note_ways(text.file, links.ways(text))
        problems += links.check_text_stands_alone(text, root)
    store.tell(STAGE, "", problems)
    store.note_listing(TREE, listing(project.chrome, hidden=True))
    return changed


def _is_as_it_was(store: Store, chrome: Path) -> bool:
    """Whether nobody touched what MkDocs made: whoever makes room on a disk deletes old files."""
    return not store.touched(TREE, listing(chrome, hidden=True))


def is_made(store: Store) -> bool:
    """Whether MkDocs could make the prose; where not, nobody knows yet where its links lead."""
    return bool(store.fact(MADE_OF))


def outputs(project: Project, library: Library) -> Outputs:
    """Every page, picture and style, published as MkDocs made it."""
    library.ask_for(MADE_OF)
    for address, path in _pages(project):
        if path.name == "index.html":
            continue  # made of a page whose name is not to be used, which is told
        digest = blake2b(path.read_bytes(), digest_size=16).hexdigest()
        name = address.removesuffix(".html")
        page = project.pages / f"{name}.md"
        source = page if page.is_file() else project.pages
        yield Output(address, as_it_is, (address, digest), project.name(source))


def as_it_is(library: Library, address: str, digest: str) -> Path:
    """The file at an address as MkDocs made it; `digest` sums up its bytes."""
    return library.folders.chrome / address


def _pages(project: Project) -> Iterator[tuple[str, Path]]:
    for path in sorted(one for one in project.chrome.rglob("*") if one.is_file()):
        name = path.relative_to(project.chrome).as_posix()
        if name == in_utf8(name):  # any other is no address, which is told of pages
            yield name, path


def _amiss_in_sources(project: Project) -> list[Problem]:
    return list(checks.check_prose_may_be_published(project.pages, project.content.parent))


def digest_of(project: Project) -> bytes:
    """A sum over all that MkDocs reads."""
    return _sum(project.settings, project.theme, project.pages)


def _sum(*places: Path) -> bytes:
    """A sum over all files of some folders, or single files."""
    summed = blake2b(digest_size=16)
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file():
                content = path.read_bytes()
                name = os.fsencode(path.relative_to(place.parent))
                summed.update(b"%s %d\n" % (name, len(content)) + content)
    return summed.digest()
