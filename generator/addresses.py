"""Every address of the site: who holds it, which are to last, and which links lead to none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import checks, links, outputs
from generator.library import Library
from generator.page import File
from generator.problems import Problem
from generator.project import Project
from generator.records import KINDS
from generator.records.calls import Call
from generator.records.files import FILES_AT
from generator.records.materials import Material
from generator.rendering import markdown
from generator.writing import replace_text

OF_RECORDS = (f"{FILES_AT}/", *(f"{kind.section}/" for kind in KINDS))  # where records' pages lie


def held(project: Project, library: Library) -> Iterator[tuple[str, str]]:
    """Every address with the file behind it, without rendering anything."""
    yield from _of_prose(project)
    for one in outputs.all_of(library, project.files, project.today):
        yield one.address, one.source


def lasting(project: Project, library: Library) -> Iterator[str]:
    """The addresses that are to stay: not those of lists that come and go with what they list."""
    yield from (address for address, _ in _of_prose(project))
    for one in outputs.all_of(library, project.files, project.today):
        if not one.passing:
            yield one.address


def _of_prose(project: Project) -> Iterator[tuple[str, str]]:
    for path in sorted(project.pages.rglob("*.md")):
        place = path.relative_to(project.pages).with_suffix(".html").as_posix()
        yield place, project.name(path)


def problems_of(project: Project, everything: Library) -> Iterator[Problem]:
    """Addresses held twice, and published ones that nobody holds any more (promise 5)."""
    yield from checks.check_addresses_are_single(held(project, everything))
    if project.ledger.exists() or project.ledger.is_symlink():
        lasting = everything.shown(drafts=False, demo=True)
        answering = {address for address, _ in held(project, lasting)}
        answering |= checks.recalled_files(everything)
        name = project.name(project.ledger)
        yield from checks.check_addresses_are_kept(answering, project.ledger, name)


def remember(project: Project, library: Library) -> int:
    """Add every address to the ledger, whose remarks stay; gives how many were new.

    Nobody is promised a draft or a demonstration: they go when what is real takes their place.
    """
    before = checks.lines_of(project.ledger)
    real = library.shown(drafts=False, demo=False)
    new = set(lasting(project, real)).difference(before)
    remarks = [line for line in before if line.startswith("#")]
    every = sorted(new.union(before).difference(remarks, [""]))
    replace_text(project.ledger, "\n".join([*remarks, *every, ""]))
    return len(new)


def problems_of_texts(
    project: Project, library: Library, prose: Iterable[File], *, records_are_sound: bool
) -> Iterator[Problem]:
    """What is wrong with links and pictures in prose and in the Markdown of records.

    While records are faulty their pages cannot be made, so links to them are not looked at yet.
    """
    pages, root = list(prose), project.content.parent
    texts = [
        *links.prose(pages, project.name(project.pages)),
        *links.bodies(library.published(Material), markdown),
        *links.bodies(library.published(Call), markdown),
    ]
    yield from links.check_texts_stand_alone(texts, root)
    shown = library if records_are_sound else replace(library, records={})
    known = {address for address, _ in held(project, shown)}
    known.update(page.address for page in pages)
    for problem in links.check_links_lead_somewhere(texts, known, root):
        if records_are_sound or not str(problem.values["address"]).startswith(OF_RECORDS):
            yield problem
