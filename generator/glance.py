"""One glance at all files tells whether anything is to be done, before anything large is loaded."""

import time
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from generator.listing import Listing, listing
from generator.project import Project
from generator.store import Store

CONTENT, THEME, SITE = "content", "theme", "site"  # the trees of files whose listings are kept
SAID = "said"  # the fact that sums up the content of which voices have said all
LOOK = "look"  # the fact that tells for whom and for which day the site was made last
TO_DO = (
    "select 1 from module where cells is null",
    "select 1 from output where cells is null",
    "select 1 from gone",
)


class Sight(NamedTuple):
    """The files of content, theme and site as they were at a moment."""

    moment_ns: int
    content: Listing
    theme: Listing
    site: Listing


def see(project: Project) -> Sight:
    """Look at all files once, for all that a build has to know of them."""
    return Sight(
        time.time_ns(),
        listing(project.content, hidden=False),
        of_theme(project),
        listing(project.site, hidden=True),
    )


def nothing_to_do(store: Store, project: Project, sight: Sight) -> bool:
    """Whether the site is as it should be, and nothing that it is made of was touched."""
    return (
        store.fact(LOOK) == look_of(project)
        and not any(store.ask(question).fetchone() for question in TO_DO)
        and not any(one.stops for one in store.problems())
        and not store.touched(THEME, sight.theme)
        and not store.touched(CONTENT, sight.content)
        and not store.touched(SITE, sight.site)
    )


def all_is_said(store: Store, project: Project, sight: Sight) -> bool:
    """Whether voices said all that they can say of just this content."""
    return store.fact(SAID) == _sum(project, sight)


def note_all_is_said(store: Store, project: Project) -> None:
    """Keep that voices said all that they can say of the content as it is."""
    store.note(SAID, _sum(project, see(project)))


def _sum(project: Project, sight: Sight) -> bytes:
    seen = look_of(project), sight.content, sight.theme
    return blake2b(msgspec.msgpack.encode(seen), digest_size=16).digest()


def look_of(project: Project) -> bytes:
    """For whom and for which day the site is made."""
    return f"{project.today} {project.drafts} {project.demo}".encode()


def of_theme(project: Project) -> Listing:
    """The files of theme and settings."""
    settings = {project.settings.name: (0, project.settings.stat().st_mtime_ns, 0, 0)}
    return listing(project.theme, hidden=False) | {"settings": settings}


def count(store: Store) -> int:
    """How many files the site has."""
    return int(store.ask("select count(*) from output").fetchone()[0])
