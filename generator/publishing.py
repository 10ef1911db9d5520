"""Publishing: what is to be made is made and brought into site/, which then changes in one step."""

from collections.abc import Collection
from pathlib import Path

from generator import planning
from generator.glance import SITE, count
from generator.intake import Hands
from generator.listing import Listing, holds, listing, places, renewed
from generator.making import Progress, Workshop, make, note_done
from generator.store import Store
from generator.writing import (
    Written,
    copy_as_twin,
    follow,
    growing,
    make_twin,
    state_of_twin,
)

TWIN = "twin"  # the fact that tells how the twin was left


def publish(
    store: Store,
    workshop: Workshop,
    site: Path,
    found: Listing,
    hands: Hands,
    progress: Progress,
) -> Written:
    """Make all that is to be made, and only that; the site is changed in the last step.

    `found` are the files of the site as they are.

    Raises `ContentError` with what is wrong with templates, and `OSError` where the disk is full;
    then the site stays as it was.
    """
    altered = _altered(store, found)
    strange = _strange(store, altered)
    gone = strange | {address for (address,) in store.ask("select address from gone")}
    to_make = int(store.ask("select count(*) from output where cells is null").fetchone()[0])
    every = count(store)
    if not (to_make or gone):
        store.note_listing(SITE, found)
        store.keep()
        return Written(every, 0)
    whole = to_make < every
    twinned = _with_twin(store, site, found, strange) if whole else None
    with growing(site, whole=whole) as following:
        with hands(to_make) as executor:
            done = make(store, workshop, following, executor, progress)
        for address in gone:
            following.remove(address)
    is_odd = strange or not all(holds(found, address) for address in altered)
    changed = note_done(store, done)
    store.run("delete from gone")
    now = _twinned(store, site, None if is_odd else twinned, changed | gone | altered)
    store.note_listing(SITE, now)
    store.note(TWIN, state_of_twin(site, now).encode())
    store.keep()
    return Written(every, len(changed))


def _altered(store: Store, found: Listing) -> set[str]:
    """The addresses at which somebody touched the site: what belongs there is to be made again."""
    altered = store.touched(SITE, found)
    if altered:
        planning.mark_addresses(store, altered)
        store.keep()
    return altered


def _strange(store: Store, altered: Collection[str]) -> set[str]:
    """The addresses that hold something, or did, and that nobody planned."""
    ours = "select 1 from output where address = ?"
    return {one for one in altered if not store.ask(ours, one).fetchone()}


def _with_twin(
    store: Store, site: Path, found: Listing, strange: Collection[str]
) -> Listing | None:
    """Let there be a twin; the files as they then are, unless the old site can be none in its turn.

    A new twin is made where it is missing or was touched; one of copies serves this build alone.
    """
    state = store.fact(TWIN).decode()
    if state and state == state_of_twin(site, found):
        return found
    ours = [address for address in places(found) if address not in strange]
    if make_twin(site, ours):
        return listing(site, hidden=True)  # a link more shows in a file's times
    copy_as_twin(site, ours)
    return None


def _twinned(store: Store, site: Path, before: Listing | None, touched: Collection[str]) -> Listing:
    """Let the old site be the twin of the new one; the files of the site as they then are.

    `before` are those of the old site, if it can be brought up to date.
    """
    if before is not None and follow(site, touched):
        return renewed(before, site, touched)
    make_twin(site, (address for (address,) in store.ask("select address from output")))
    return listing(site, hidden=True)
