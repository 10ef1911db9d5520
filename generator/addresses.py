"""Every address of the site: who holds it, which are to last, and which links lead to none."""

from collections.abc import Iterator

from generator import checks, links
from generator.library import OF_FOLDER, Library, View
from generator.outputs import all_of
from generator.problems import Problem
from generator.project import Project
from generator.records import KINDS
from generator.records.files import FILES_AT
from generator.records.record import Status
from generator.store import Store
from generator.writing import replace_text

OF_RECORDS = (f"{FILES_AT}/", *(f"{kind.section}/" for kind in KINDS))  # where records' pages lie
KEPT = View(drafts=False, demo=True)  # what the ledger promises, whoever looks


def problems_of(store: Store, project: Project) -> Iterator[Problem]:
    """Published addresses that nobody holds any more (promise 5)."""
    if project.ledger.exists() or project.ledger.is_symlink():
        answering = answering_in(store, project)
        answering |= checks.recalled_files(Library(store, View(project.today)))
        yield from checks.check_addresses_are_kept(
            answering, project.ledger, project.name(project.ledger)
        )


def taken_by_drafts(store: Store) -> Iterator[Problem]:
    """A former id that is the id of another record, where a draft keeps both from being published.

    Between published records the same is found when their pages are planned.
    """
    rows = store.ask("select folder, file, status, former from record where former != ''")
    for folder, file, status, former in rows.fetchall():
        for id in former.split():
            holders = store.ask(
                "select file, status from record where folder = ? and id = ? order by file limit 1",
                folder,
                id,
            )
            for other, its_status in holders:
                if Status.DRAFT in (status, its_status):
                    address = f"{OF_FOLDER[folder].section}/{id}.html"
                    yield Problem(file, "same-address", {"address": address, "other": other})


def answering_in(store: Store, project: Project) -> set[str]:
    """The addresses that answer where nothing is shown but what lasts, and demonstrations."""
    if (project.drafts, project.demo) == (KEPT.drafts, KEPT.demo):
        planned = (address for (address,) in store.ask("select address from output"))
        return {*_of_prose(project), *planned}  # prose that could not be made is not lost
    library = Library(store, View(project.today, KEPT.drafts, KEPT.demo))
    return {*_of_prose(project), *(one.address for one in all_of(library))}


def remember(store: Store, project: Project) -> int:
    """Add every address to the ledger, whose remarks stay; gives how many were new.

    Nobody is promised a draft or a demonstration: they go when what is real takes their place.
    """
    library = Library(store, View(project.today, drafts=False, demo=False))
    lasting = {*_of_prose(project), *(one.address for one in all_of(library) if not one.passing)}
    before = checks.lines_of(project.ledger)
    new = lasting.difference(before)
    remarks = [line for line in before if line.startswith("#")]
    every = sorted(new.union(before).difference(remarks, [""]))
    replace_text(project.ledger, "\n".join([*remarks, *every, ""]))
    return len(new)


def _of_prose(project: Project) -> Iterator[str]:
    for path in sorted(project.pages.rglob("*.md")):
        yield path.relative_to(project.pages).with_suffix(".html").as_posix()


def problems_of_texts(store: Store, project: Project, *, records_are_sound: bool) -> list[Problem]:
    """Links and pictures in prose and in the Markdown of records that lead nowhere.

    While records are faulty their pages cannot be made, so links to them are not looked at yet.
    """
    rows = store.ask(
        "select file, target, link, is_picture from way"
        " where not exists (select 1 from output where address = target) order by file"
    )
    lost = [links.Way(*row) for row in rows]
    known = {one for (one,) in store.ask("select address from output")} if lost else set()
    if not records_are_sound:
        known |= _always(project)
        lost = [one for one in lost if not one.target.startswith((*OF_RECORDS, *known))]
    return [links.leads_nowhere(way, sorted(known), project.content.parent) for way in lost]


def _always(project: Project) -> set[str]:
    """The addresses that answer whatever records there are."""
    nothing = Library(Store(None), View(project.today))
    planned = (one.address for one in all_of(nothing))
    made = (one.relative_to(project.chrome).as_posix() for one in project.chrome.rglob("*.*"))
    return {*planned, *made}
