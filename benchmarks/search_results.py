"""What was measured of the search, told."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from benchmarks.browser import SLOWER
from benchmarks.edits import OF_ALL
from benchmarks.figures import KB, MB, Figure, at_least, at_most, told
from benchmarks.race import Measured
from benchmarks.search import MARKED, SHOWN, Searched, quantile

READING = f"""\
Of each corpus a copy is searched in which topics are planted, each in the titles and texts of known
records of several kinds, beside as many records that hold only some of its words, or all of them
far apart. What is typed comes from the titles of 200 records and from the topics, and is judged by
the addresses that then stand on the page.

- **Known title**: one by the place at which a record of that title stands, 0 beyond the first ten;
  a title that several records share is found with any of them. **A page's own heading** says more
  or less than the title: a commune with its province, a document without its number.
- **Precision at {SHOWN}**: of ten places, those with a page that tells of the topic; a place that
  stays empty counts against it. **Of those shown**: the same without the empty places.
- **Cold**: Chromium, the site opened from a disk (whose files the system has in memory), the CPU
  slowed {SLOWER} times, for each question a context that knows nothing. From the **key** Enter on a
  page that has just been loaded with its guide until results are painted, or **from the address**
  of the page with `?q=`, from the begin of its navigation. Forty questions: titles with and without
  marks, topics, numbers, places and a few everyday words, each in the median of its rounds.
- **Read** are the files of the index, its guide among them; with page, styles and script it is
  **all**.
- **Heap** is what scripts hold after ten questions on one page and a collection of what is dead.
- **A first build** gives the CPU of keeping the index, planning, making and writing its files,
  timed within a build in one process; **an edit** the CPU of a whole build less that of one without
  an index, after the same edit.
- **Material** is asked once, from a web server, for two words that many pages have: from a disk its
  search does not start.
"""


@dataclass(frozen=True)
class Aims:
    """What differs with the number of records."""

    rank: float
    index_mb: float
    cold_ms: float  # that 95 of 100 questions wait at most


AIMS = (Aims(0.95, 12, 300), Aims(0.9, 50, 500))  # of the first size, and of larger ones


def figures(found: Measured) -> Iterator[Figure]:
    """Every figure of the search, by the number of records."""
    for number, (count, one) in enumerate(found.searches.items()):
        aims = AIMS[min(number, len(AIMS) - 1)]
        at = f"at {count:,}"
        yield from _found(one, at, aims)
        yield from _waited(one, at, aims)
        yield from _kept(one, at, aims, count)
        yield from _edited(one, at)
    code = max((one.code for one in found.searches.values()), default=0)
    yield at_most("search.js, found.js and box.js, gzip -9", code / KB, 8, " kB")
    theirs = found.theirs_to_search / KB
    at = f"at {found.sizes.few:,}"
    yield told(f"Material, cold, from the address, {at}", found.theirs_waited, " ms")
    yield told(f"Material, its index, read before its first answer, {at}", theirs, " kB")


def _found(one: Searched, at: str, aims: Aims) -> Iterator[Figure]:
    for form, rank in one.relevance.rank.items():
        yield at_least(f"known title, mean reciprocal rank, {form}, {at}", rank, aims.rank)
    what = "a page's own heading, mean reciprocal rank, with marks"
    yield told(f"{what}, {at}", one.heading_rank)
    for form, precision in one.relevance.precision.items():
        yield at_least(f"precision at {SHOWN}, planted topics, {form}, {at}", precision, 0.97)
    yield told(f"the same of those shown, with marks, {at}", one.relevance.share[MARKED])


def _waited(one: Searched, at: str, aims: Aims) -> Iterator[Figure]:
    since_key = [cold.since_key for cold in one.cold]
    since_nothing = [cold.since_nothing for cold in one.cold]
    yield told(f"cold, from the key, p50, {at}", quantile(since_key, 0.5), " ms")
    yield at_most(f"cold, from the key, p95, {at}", quantile(since_key, 0.95), aims.cold_ms, " ms")
    for share in (0.5, 0.95):
        what = f"cold, from the address, p{share * 100:.0f}, {at}"
        yield told(what, quantile(since_nothing, share), " ms")
    read = quantile([cold.bytes / KB for cold in one.cold], 0.95)
    yield at_most(f"read for a cold question, p95, {at}", read, 200, " kB")
    files = quantile([cold.files for cold in one.cold], 0.95)
    yield told(f"files read for a cold question, p95, {at}", files)
    whole = quantile([cold.all_bytes / KB for cold in one.cold], 0.95)
    yield told(f"all read for a cold question, p95, {at}", whole, " kB")


def _kept(one: Searched, at: str, aims: Aims, count: int) -> Iterator[Figure]:
    yield at_most(f"index on the disk, {at}", one.index.bytes / MB, aims.index_mb, " MB")
    yield told(f"index on the disk, files, {at}", one.index.files)
    yield at_most(f"heap after ten questions, {at}", one.heap.after / MB, 10, " MB")
    yield told(f"heap before the first, {at}", one.heap.before / MB, " MB")
    each = 1_000 / count
    total = sum(one.seconds.values())
    yield at_most(f"a first build, CPU per 1,000 records, {at}", total * each, 0.25, " s")
    for name, seconds in one.seconds.items():
        yield told(f"of this, {name}, {at}", seconds * each, " s")


def _edited(one: Searched, at: str) -> Iterator[Figure]:
    ordinary = {name: seconds for name, seconds in one.edits.items() if name != OF_ALL}
    if ordinary:
        worst = max(ordinary, key=ordinary.__getitem__)
        what = f"an edit, CPU, {at}"
        middle = median(ordinary.values())
        yield at_most(f"{what}, median of {len(ordinary)} kinds", middle, 0.1, " s")
        yield told(f"{what}, the worst: {worst}", ordinary[worst], " s")
        yield told(f"{what}: {OF_ALL}", one.edits[OF_ALL], " s")
