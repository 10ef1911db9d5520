"""What was measured, told: each figure with its aim first, then all that it is made of."""

from collections.abc import Iterator
from statistics import median

from benchmarks import browser, search_results
from benchmarks.edits import OF_ALL
from benchmarks.figures import KB, MB, Figure, at_least, at_most, figure_table, table, told
from benchmarks.measuring import Cost, versions
from benchmarks.race import (
    ALL,
    BARE,
    EVERYTHING,
    HUGO,
    HUGO_WORDS,
    MATERIAL,
    MATERIAL_NO_SEARCH,
    RECORDS,
    TWO_WORKERS,
    Measured,
    Sizes,
)

READING = """\
Ratios hold for other machines too; seconds and bytes of memory belong to this one. Every contestant
ran as a whole process, in alternation with the others, and the median of its rounds counts. CPU is
user and system time of all its processes; peak memory, too, is that of all together.

- **record pages** is our whole line (read, check, link, plan, make, write) in one process, which
  keeps nothing but the records' pages and the few that the menu leads to. **everything** is
  `python -m generator build` with one worker, nothing being left of earlier builds.
- **Hugo, same words** shows what our pages show: links have the title of what they lead to, pages
  tell which records name theirs, and Markdown is rendered. Aims are judged by it. **Hugo, bare**
  writes ids instead of titles, tells nothing of links back and leaves Markdown as it is written,
  which is less than readers need; it is told for comparison. Both make record pages only, as heavy
  as ours.
- **Material** has all pages but one out of the navigation, and its own search, as it is delivered.
- The **bare writer** writes the very bytes of our record pages from memory and does nothing else.
- **One edit** is a whole `build` of a site that stands, after one record was changed; the law is an
  extreme: its title stands on a large part of all pages. Hugo builds everything again.
"""


def figures(found: Measured) -> Iterator[Figure]:
    """Every figure that has an aim, in the order of the acceptance table."""
    yield from _peers(found, found.sizes)
    yield from _edited(found, found.sizes)
    yield from _growth(found, found.sizes)
    yield from _pages(found)


def _peers(found: Measured, sizes: Sizes) -> Iterator[Figure]:
    at = f"{sizes.many:,}, CPU"
    for name, aim in ((RECORDS, 0.25), (EVERYTHING, 0.8)):
        ours = found.cost(name, sizes.many)
        for hugo in (HUGO_WORDS, HUGO):
            ratio = _cpu(ours, found.cost(hugo, sizes.many))
            what = f"{name} / {hugo}, at {at}"
            yield at_most(what, ratio, aim) if hugo == HUGO_WORDS else told(what, ratio)
    for name in (MATERIAL, MATERIAL_NO_SEARCH):
        ratio = _cpu(found.cost(name, sizes.few), found.cost(RECORDS, sizes.few))
        what = f"{name} / record pages, at {sizes.few:,}, CPU"
        yield at_least(what, ratio, 25) if name == MATERIAL else told(what, ratio)
    ratio = _cpu(found.cost(RECORDS, sizes.many), found.cost(BARE, sizes.many))
    yield at_most(f"record pages / bare writer, at {at}", ratio, 5)


def _edited(found: Measured, sizes: Sizes) -> Iterator[Figure]:
    ordinary = {name: one.wall_seconds for name, one in found.edits.items() if name != OF_ALL}
    middle, worst = median(ordinary.values()), max(ordinary, key=ordinary.__getitem__)
    at = f"at {sizes.many:,}, wall"
    yield at_most(f"one edit, {at}, median of {len(ordinary)} kinds", middle, 0.5, " s")
    yield at_most(f"one edit, {at}, the worst: {worst}", ordinary[worst], 0.5, " s")
    yield Figure(f"one edit, {at}: {OF_ALL}", f"{found.edits[OF_ALL].wall_seconds:.2f} s")
    for hugo, rebuilds in found.rebuilds.items():
        theirs = median(one.wall_seconds for one in rebuilds)
        what = f"{hugo}, rebuild / one edit, {at}, medians"
        ratio = theirs / middle
        yield at_least(what, ratio, 50) if hugo == HUGO_WORDS else told(what, ratio)
    yield Figure(
        "the site after all edits is that of a clean build",
        "yes" if found.is_consistent else "no",
        "yes",
        found.is_consistent,
    )
    yield at_most(f"nothing changed, {at}", found.unchanged.wall_seconds, 0.3, " s")


def _growth(found: Measured, sizes: Sizes) -> Iterator[Figure]:
    few, most = found.cost(EVERYTHING, sizes.few), found.cost(EVERYTHING, sizes.most)
    growth = _cpu(most, few) * sizes.few / sizes.most
    yield at_most(f"CPU per record, everything, {sizes.most:,} / {sizes.few:,}", growth, 1.1)
    for name in (EVERYTHING, TWO_WORKERS):
        peak = found.cost(name, sizes.most).peak_memory / MB
        yield at_most(f"peak memory, {name}, at {sizes.most:,}", peak, 400, " MB")
    one, two = (found.cost(name, sizes.many).wall_seconds for name in (EVERYTHING, TWO_WORKERS))
    yield at_most(f"two workers / one, at {sizes.many:,}, wall", two / one, 0.65)


def _pages(found: Measured) -> Iterator[Figure]:
    page = found.pages[ALL]
    yield at_most("record page, HTML, median", page.raw / KB, 12, " kB")
    yield at_most("record page, HTML, gzip -9, median", page.gzipped / KB, 4, " kB")
    yield at_most(
        "the real content, `make site`, second run", found.make_site.wall_seconds, 2, " s"
    )


def _cpu(one: Cost, other: Cost) -> float:
    return one.cpu_seconds / other.cpu_seconds


# ---- the page ------------------------------------------------------------------------------------


def page(found: Measured, title: str) -> str:
    """Everything as Markdown, which is to be read in a terminal as well."""
    with_what = versions() | {"chromium": browser.version()}
    parts = (
        f"# {title}",
        f"{with_what['date']}, commit {with_what['commit']}.",
        figure_table(figures(found)),
        READING.strip(),
        "## The search",
        figure_table(search_results.figures(found)),
        search_results.READING.strip(),
        "## What everybody took",
        table(("medians", "CPU s", "wall s", "peak MB", "files", "MB"), list(_costs(found))),
        "## One edit",
        table(("edit", "wall s", *found.rebuilds), list(_edits(found))),
        "## Our record pages, median bytes",
        table(("kind", "pages", "HTML", "gzip -9"), list(_weights(found))),
        "## Measured with",
        table(("", ""), list(with_what.items())),
    )
    return "\n\n".join(parts) + "\n"


def _costs(found: Measured) -> Iterator[tuple[str, ...]]:
    for name, cost in found.costs.items():
        made = found.weights.get(name)
        size = (f"{made.files:,}", f"{made.bytes / MB:.1f}") if made else ("", "")
        seconds = f"{cost.cpu_seconds:.2f}", f"{cost.wall_seconds:.2f}"
        yield name, *seconds, f"{cost.peak_memory / MB:.0f}", *size


def _edits(found: Measured) -> Iterator[tuple[str, ...]]:
    for number, (name, cost) in enumerate(found.edits.items()):
        theirs = (each[number].wall_seconds for each in found.rebuilds.values())
        yield name, f"{cost.wall_seconds:.2f}", *(f"{one:.2f}" for one in theirs)
    yield "nothing changed", f"{found.unchanged.wall_seconds:.2f}", *("" for _ in found.rebuilds)


def _weights(found: Measured) -> Iterator[tuple[str, ...]]:
    for kind, one in sorted(found.pages.items()):
        yield kind, f"{one.pages:,}", f"{one.raw:,}", f"{one.gzipped:,}"
