"""The straight line: content is read, linked, checked, and only then published.

What the last build knew is kept in a store, so that each step does only what something changed for.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator import (
    addresses,
    broadcasts,
    freshness,
    index,
    planning,
    prose,
    publishing,
    recordings,
    synonyms,
)
from generator.abbreviations import PLACE as ABBREVIATIONS
from generator.examining import examine
from generator.glance import LOOK, THEME, Sight, look_of, see
from generator.intake import Changes, Hands, nobody, take_in
from generator.library import (
    CELL_OF_SYLLABLES,
    FACTS,
    FILES,
    LATE,
    LOUDSPEAKER,
    TODAY,
    Folders,
    Library,
    View,
    cell,
    cell_of_kind,
)
from generator.making import Progress, Workshop, make
from generator.outputs import PLANS
from generator.problems import ContentError, Problem, in_order
from generator.project import Project
from generator.reading import located
from generator.records.bulletins import Bulletin
from generator.store import Store, opened
from generator.synonyms import PLACE as SYNONYMS
from generator.writing import Written, alone

if TYPE_CHECKING:
    from generator.shell import Chrome

FOLDER = Bulletin.folder
KEPT, WAYS = "kept", "ways"  # stages: addresses that are to answer, links that lead somewhere
OF_PAGES = (prose.STAGE, planning.ADDRESSES, KEPT, WAYS)  # what shows when records are sound


def _silently(done: int) -> None:
    """Tell nobody how many files are done."""


def build(
    project: Project,
    progress: Progress = _silently,
    hands: Hands = nobody,
    given: "Chrome | None" = None,
) -> tuple[Written, list[Problem]]:
    """Make the site; gives what was written and what to look at later.

    `hands` help with large work; `given` is what MkDocs made where it is at work already. Raises
    `ContentError` with every problem; then nothing is written.
    """
    with alone(project.site), opened(project.state) as store:
        return built(store, project, see(project), progress, hands, given)


def built(
    store: Store,
    project: Project,
    sight: Sight,
    progress: Progress = _silently,
    hands: Hands = nobody,
    given: "Chrome | None" = None,
) -> tuple[Written, list[Problem]]:
    """The same for whoever is alone with the site and has seen all its files already."""
    problems = renew(store, project, sight, hands, given)
    store.keep()
    refuse(problems)
    written = publishing.publish(
        store, workshop(project), project.site, sight.site, hands, progress
    )
    return written, problems


def know(store: Store, project: Project, sight: Sight) -> Library:
    """The library of a site that is sound, before it is made; raises `ContentError`."""
    problems = renew(store, project, sight)
    store.keep()
    refuse(problems)
    return library_of(store, project)


def library_of(store: Store, project: Project) -> Library:
    """The records as readers of the site may see them."""
    shop = workshop(project)
    return Library(store, shop.view, shop.folders)


def examine_all(project: Project) -> list[Problem]:
    """Every problem, found by making the whole site as `build` does and throwing it away."""
    with TemporaryDirectory() as aside, opened(None) as store:
        project = replace(project, cache=Path(aside))
        problems = renew(store, project, see(project))
        if any(problem.stops for problem in problems):
            return problems
        try:
            make(store, replace(workshop(project), compiled=None), None, None, _silently)
        except ContentError as error:
            return in_order([*problems, *error.problems])
        return problems


def remember_addresses(project: Project) -> int:
    """Write every address of today to the ledger; gives how many were new.

    Raises `ContentError` where nothing could be published.
    """
    with TemporaryDirectory() as aside, opened(None) as store:
        refuse(renew(store, replace(project, cache=Path(aside)), see(project)))
        return addresses.remember(store, project)


# ---- what is there, and what is wrong with it ----------------------------------------------------


def renew(
    store: Store,
    project: Project,
    sight: Sight,
    hands: Hands = nobody,
    given: "Chrome | None" = None,
) -> list[Problem]:
    """Bring the store up to date with content, prose, theme, day and view; gives every problem."""
    changes = take_in(store, project.content, sight.content, sight.moment_ns, hands)
    examine(store, project.content, project.today, changes)
    changes.cells |= prose.take(store, project, given) if given else prose.renew(store, project)
    library = Library(store, View(project.today, project.drafts, project.demo))
    changes.cells |= _of_the_whole(store, project, library, changes)
    changes.cells |= recordings.renew(store)
    _look_after_loudspeakers(store, project, changes)
    planning.mark(store, changes.cells, planning.OF_INDEX)
    is_sound = not any(one.stops for one in store.problems(but=OF_PAGES))
    if is_sound:
        changes.cells |= index.renew(store, library, workshop(project), hands)
        _look_after_synonyms(store, project, changes)
    planning.mark(store, changes.cells)
    if is_sound:
        planning.plan_all(store, library, modules(store, project))
        kept = [*addresses.taken_by_drafts(store), *addresses.problems_of(store, project)]
        store.tell(KEPT, "", kept)
    else:
        planning.forget_addresses(store)
        store.tell(KEPT, "", [])
    lost = addresses.problems_of_texts(store, project, records_are_sound=is_sound)
    store.tell(WAYS, "", lost if prose.is_made(store) else [])
    store.note_listing(THEME, sight.theme)
    sight.content.clear()  # noted as well; of 100,000 records it takes 30 MB
    return in_order(_but_echoes(store.problems(), store.unread()))


def _but_echoes(
    problems: Iterable[Problem], unread: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """All but those of links to a record that is there, for it will be found once it is mended."""
    there = {(folder, Path(file).stem) for folder, file in unread}
    for one in problems:
        if (one.values.get("folder"), one.values.get("id")) not in there:
            yield one


def _look_after_synonyms(store: Store, project: Project, changes: Changes) -> None:
    """Tell which of them lead nowhere, where they or the words of the index changed."""
    if changes.is_first or not changes.cells.isdisjoint({CELL_OF_SYLLABLES, cell(SYNONYMS)}):
        library = Library(store)
        known = {syllable for syllable, _ in library.syllables()}
        file = f"{project.content.name}/{SYNONYMS}"
        lost = synonyms.lost(library.synonyms(), known, file)
        store.tell(SYNONYMS, file, list(located(lost, project.content.parent)))


def _look_after_loudspeakers(store: Store, project: Project, changes: Changes) -> None:
    """Tell of slots that take too long and voices that are unknown, where that may have changed."""
    stage, home = freshness.slots_keep_their_time.__name__, f"{project.content.name}/{FOLDER}/"
    watched = {cell_of_kind(FOLDER), cell(LOUDSPEAKER), cell(ABBREVIATIONS), cell(TODAY)}
    is_touched = any(one.startswith(home) for one in changes.touched)
    is_touched |= any(folder == FILES for folder, _ in changes.targets)
    if changes.is_first or is_touched or not watched.isdisjoint(changes.cells):
        library = Library(store, View(project.today))
        by_file: dict[str, list[Problem]] = {one: [] for one in store.files_told_of(stage)}
        slots = freshness.slots_keep_their_time(library)
        for one in chain(slots, broadcasts.voices_are_known(library)):
            by_file.setdefault(one.file, []).append(one)
        for file, found in by_file.items():
            store.tell(stage, file, list(located(found, project.content.parent)))
        changes.cells |= {cell(LATE)} if by_file else set()


def modules(store: Store, project: Project) -> dict[str, planning.Module]:
    """All that is published, by name."""
    return {prose.__name__: partial(prose.outputs, project), **PLANS}


def _of_the_whole(store: Store, project: Project, library: Library, changes: Changes) -> set[int]:
    """The cells of the day, and of whatever else holds for the whole, that differ from before."""
    look, before = look_of(project), store.fact(LOOK)
    if look == before:
        facts = [fact for fact, (kind, _) in FACTS.items() if kind.folder in changes.kinds]
        return _differing(store, library, facts)
    day, _, shown = before.decode().partition(" ")
    if shown != look.decode().partition(" ")[2]:
        planning.mark_all(store)
    store.note(LOOK, look)
    today = project.today.isoformat()
    cells = {cell(TODAY)} | library.cells_of_named_between((day, today)) if day != today else set()
    return cells | _differing(store, library, FACTS)


def _differing(store: Store, library: Library, facts: Iterable[str]) -> set[int]:
    cells: set[int] = set()
    for fact in facts:
        digest = library.digest(fact)
        if store.fact(fact) != digest:
            store.note(fact, digest)
            cells.add(cell(fact))
    return cells


def workshop(project: Project) -> Workshop:
    """What is needed to make the outputs of a project."""
    return Workshop(
        state=project.state,
        view=View(project.today, project.drafts, project.demo),
        folders=Folders(project.files, project.chrome),
        theme=project.theme,
        compiled=project.compiled,
    )


def refuse(problems: Sequence[Problem]) -> None:
    """Stop here where anything stops the build; raises `ContentError`."""
    if any(problem.stops for problem in problems):
        raise ContentError(problems)
