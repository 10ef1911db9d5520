"""Publishing: what is to be made is made and brought into site/, which then changes in one step."""

from collections.abc import Collection
from pathlib import Path

from generator import planning
from generator.glance import SITE, count
from generator.intake import Hands
from generator.listing import Listing, differing, listing, places, renewed
from generator.making import Done, Progress, Workshop, make, note_done
from generator.store import Store
from generator.writing import Written, growing, make_twin, state_of_twin

TWIN = "twin"  # the fact that tells how the twin was left
TOUCHED = "touched"  # the fact with the addresses at which the twin is not as the site


def publish(
    store: Store, workshop: Workshop, site: Path, hands: Hands, progress: Progress
) -> Written:
    """Make all that is to be made, and only that; the site is changed in the last step.

    Raises `ContentError` with what is wrong with templates, and `OSError` where the disk is full;
    then the site stays as it was.
    """
    found = listing(site, hidden=True)
    altered = set(differing(store.listing(SITE), found))
    planning.mark_addresses(store, altered)
    store.keep()
    gone = _gone(store, altered)
    to_make = int(store.ask("select count(*) from output where cells is null").fetchone()[0])
    every = count(store)
    if not (to_make or gone):
        store.note_listing(SITE, found)
        store.keep()
        return Written(every, 0)
    lag = None if to_make == every else _lag_of_twin(store, site, found)
    with growing(site, lag) as following:
        done = make(store, workshop, following, hands(to_make), progress)
        for address in gone:
            following.remove(address)
    changed = {one.address for one in done if one.changed}
    _remember(store, site, done, changed | gone | altered, lag, found)
    return Written(every, len(changed))


def _gone(store: Store, altered: Collection[str]) -> set[str]:
    """The addresses at which there is to be nothing any more, or never was."""
    ours = "select 1 from output where address = ?"
    strange = {one for one in altered if not store.ask(ours, one).fetchone()}
    return strange | {address for (address,) in store.ask("select address from gone")}


def _lag_of_twin(store: Store, site: Path, found: Listing) -> list[str]:
    """Where the twin is not as the site; a new one is made where it is missing or was touched."""
    state = store.fact(TWIN).decode()
    if not state or state != state_of_twin(site, found):
        make_twin(site, places(found), needed=True)
        return []
    return [address for address in store.fact(TOUCHED).decode().split("\n") if address]


def _remember(
    store: Store,
    site: Path,
    done: list[Done],
    touched: Collection[str],
    lag: Collection[str] | None,
    before: Listing,
) -> None:
    """Note what was made, and how site and twin were left."""
    note_done(store, done)
    store.run("delete from gone")
    if lag is None:
        now = listing(site, hidden=True)
        make_twin(site, places(now))
        now, touched = listing(site, hidden=True), ()
    else:
        now = renewed(before, site, {*lag, *touched})
    store.note_listing(SITE, now)
    store.note(TOUCHED, "\n".join(sorted(touched)).encode())
    store.note(TWIN, state_of_twin(site, now).encode())
    store.keep()
