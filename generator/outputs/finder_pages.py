"""Who is entitled: the finder's questions, a page for each group, and the list of all groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.eligibility import groups_on
from generator.glossary import explained_page
from generator.library import Library
from generator.page import Output, Outputs, Page, record_outputs, record_page
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.bulletins import Bulletin
from generator.records.contacts import Contact
from generator.records.documents import Document
from generator.records.finders import Finder
from generator.records.groups import Group
from generator.records.procedures import Procedure

SCRIPTS = ("assets/javascripts/finder.js",)
GROUPS = f"{Group.section}/cac-dien.js"  # opened with the first answer


@dataclass(frozen=True)
class NextSteps:
    """What somebody does next: call, find the office of their place, apply, ask the finder."""

    hotlines: tuple[tuple[Agency, Contact], ...]
    has_places: bool
    procedure: Procedure | None
    finder: Finder | None


def outputs(library: Library) -> Outputs:
    """The finders, the groups, and the list of those that hold today, to read and to judge by."""
    yield Output(f"{Group.section}/index.html", list_page, (), f"content/{Group.folder}")
    yield Output(GROUPS, groups_file, (), f"content/{Group.folder}")
    yield from record_outputs(library, Finder, finder_page)
    yield from record_outputs(library, Group, group_page)


def next_steps(library: Library, finder: Finder | None = None) -> NextSteps:
    """The next steps from a finder, or from a group by the first finder on offer."""
    asked = finder or next(iter(library.published(Finder)), None)
    offered = library.offered(Procedure, [asked.procedure if asked else None])
    return NextSteps(
        hotlines=library.hotlines(),
        has_places=library.has(Area),
        procedure=next(iter(offered), None),
        finder=asked,
    )


def finder_page(library: Library, id: str) -> Page:
    """The questions, and room for what the script makes of the answers."""
    finder = library.get(Finder, id)
    return record_page(
        library,
        finder,
        "articles/finder.html",
        SCRIPTS,
        groups_file=GROUPS,
        steps=next_steps(library, finder),
    )


def groups_file(library: Library) -> Page:
    """Every group whose clause holds today, with the rules by which the script judges."""
    groups = [one for _, those in kinds(groups_on(library, library.today)) for one in those]
    return Page(
        address=GROUPS,
        section="",
        template="lists/groups.js",
        values={
            "groups": groups,
            "laws": laws(library, groups),
            "evidence": {
                group.id: [[one.text, one.basis or ""] for one in group.evidence]
                for group in groups
            },
            "rules": {group.id: rules(group) for group in groups},
        },
    )


def group_page(library: Library, id: str) -> Page:
    """Who belongs to a group, by which clause, what proves it, and what to do next."""
    group, today = library.get(Group, id), library.today
    return explained_page(
        library,
        group,
        "articles/group.html",
        holds=group.holds_on(today),
        is_to_come=group.first_day is not None and today < group.first_day,
        document=library.find(Document, group.document),
        bulletins=library.users(group, Bulletin),
        steps=next_steps(library),
    )


def list_page(library: Library) -> Page:
    """Every group whose clause holds today."""
    groups = groups_on(library, library.today)
    return Page(
        address=f"{Group.section}/index.html",
        section=Group.section,
        template="lists/groups.html",
        key="groups",
        values={
            "kinds": kinds(groups),
            "laws": laws(library, groups),
            "steps": next_steps(library),
        },
    )


def kinds(groups: tuple[Group, ...]) -> list[tuple[str, list[Group]]]:
    """The groups by what is asked of them; those in doubt come last."""
    places: dict[str, list[Group]] = {"always": [], "hardship": [], "doubt": []}
    for group in groups:
        kind = "hardship" if group.hardship else "always"
        places["doubt" if group.doubt else kind].append(group)
    return [(kind, those) for kind, those in places.items() if those]


def laws(library: Library, groups: Iterable[Group]) -> dict[str, Document]:
    """The documents whose clauses entitle the groups, by id."""
    return {one.id: one for one in library.those(Document, (group.document for group in groups))}


def rules(group: Group) -> list[dict[str, object]]:
    """The conditions as the file carries them: pairs of question and answer, and `hardship`."""
    return [
        {
            "any_of": [[answered.question, answered.answer] for answered in condition.any_of],
            "hardship": condition.hardship,
        }
        for condition in group.conditions
    ]
