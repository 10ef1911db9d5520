"""The search: its page, and the files that its script opens, one after another, as it needs them.

The guide tells which runs of records there are and which syllables; a file of words tells in which
runs a word stands; the file of a run tells its records. All are plain scripts, for a page that was
opened from a disk may load nothing else. `theme/assets/javascripts/search.js` reads them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from math import log2
from operator import itemgetter

from generator.library import SHELVES, Library
from generator.page import Output, Outputs, Page
from generator.places import provinces_by_name
from generator.records import KINDS
from generator.records.access_results import AccessResult
from generator.records.areas import Area
from generator.records.bulletins import Bulletin
from generator.records.finders import Finder
from generator.records.groups import Group
from generator.records.materials import Material
from generator.records.organisations import Organisation
from generator.records.plans import Plan
from generator.records.procedures import Procedure
from generator.records.rosters import Roster
from generator.records.terms import Term
from generator.vietnamese.search_words import keys, sum_of

ADDRESS = "tim-kiem.html"
FOLDER = "tim-kiem"
GUIDE = f"{FOLDER}/muc-luc.js"
SCRIPTS = ("assets/javascripts/found.js", "assets/javascripts/search.js")  # in this order
SOURCE = "content"
WITHOUT_LIST = (Finder.folder,)  # reached from home and from every place of help
# Whoever asks in everyday words wants help, not administration: so many hundredths less counts what
# is found among these kinds, which decides only between records that are almost alike.
FIRST = (Procedure, Material, Group, Finder, Organisation)
LAST = (Plan, Roster, AccessResult)
LATER = {kind.section: 0 if kind in FIRST else 6 if kind in LAST else 3 for kind in KINDS}
LATER[Term.section] = 25  # what a word means comes behind what it names
LATER[Bulletin.section] = 20  # and what loudspeakers say again behind the page that tells it
FEWEST_FILES, MOST_FILES = 16, 1024  # of words
RUNS_A_FILE = 10  # of words, so that one holds some ten thousand signs
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
REST = len(DIGITS) // 2  # a digit from here on says that more follow

Lists = tuple[list[int], list[int]]  # of runs: of titles and names, and of texts
Postings = Mapping[str, Lists]  # by what follows a syllable, "" for the syllable alone


def outputs(library: Library) -> Outputs:
    """The page and all files of the index."""
    runs = library.runs()
    yield Output(ADDRESS, page, (provinces_by_name(library),), SOURCE)
    yield Output(GUIDE, guide, (), SOURCE, passing=True)
    files = _files_of_words(len(runs))
    for file in range(files):
        yield Output(words_address(file, files), words, (file, files), SOURCE, passing=True)
    for name in runs:
        yield Output(f"{FOLDER}/{name}.js", run, (name,), SOURCE, passing=True)


def _files_of_words(runs: int) -> int:
    """As many as keep each small; doubling, so that they seldom all change."""
    wanted = 1 << (runs // RUNS_A_FILE).bit_length()
    return min(max(wanted, FEWEST_FILES), MOST_FILES)


def words_address(file: int, files: int) -> str:
    """The file of words: those of one shelf lie together."""
    return f"{FOLDER}/chu-{file % SHELVES:03}-{file // SHELVES}.js"


def page(library: Library, provinces: Sequence[str]) -> Page:
    """Where to type, and where what was found is shown."""
    kinds = [(kind.section, kind.folder) for kind in KINDS if library.has(kind)]
    return Page(
        address=ADDRESS,
        section="tim-kiem",
        template="lists/search.html",
        key="search",
        values={
            "kinds": kinds,
            "lists": [one for one in kinds if one[1] not in WITHOUT_LIST],
            "provinces": library.those(Area, provinces),
            "hotlines": library.hotlines(),
        },
        scripts=(*SCRIPTS, GUIDE),
    )


# ---- what the script opens -----------------------------------------------------------------------


def guide(library: Library) -> bytes:
    """All runs by number, and every syllable with how common it is."""
    runs = library.runs()
    told = {
        "synonyms": [
            [" ".join(keys(said)), one.look_for, said]
            for one in library.synonyms()
            for said in one.say
        ],
        "files": _files_of_words(len(runs)),
        "shelves": SHELVES,
        "runs": [
            [section, " ".join(f"{home}:{count}" for _, home, count in those), LATER[section]]
            for section, those in groupby(_homes(runs), key=itemgetter(0))
        ],
        "syllables": " ".join(
            f"{syllable}{DIGITS[round(2 * log2(count))]}" for syllable, count in library.syllables()
        ),
    }
    return _script("guide", told)


def words(library: Library, file: int, files: int) -> bytes:
    """In which runs the words stand that begin with some syllables, a syllable on each line.

    Behind it stand the runs that have it in a title or name and those that have it elsewhere; then,
    each behind a tab, the same for the words that follow it anywhere.
    """
    library.runs()
    lines: list[str] = []
    for shelf in range(file % SHELVES, SHELVES, files):
        library.ask_for("index", "shelf", str(shelf))
        by_first = _shelf(library, shelf)
        lines += (
            _line(first, by_first[first])
            for first in sorted(by_first)
            if _file_of(first, files) == file
        )
    return _script("words", file, "\n".join(lines))


def run(library: Library, name: str) -> bytes:
    """What a run says of its records, a record on each line; the first line has the places."""
    return _script("run", name, library.said_by(name))


def _script(*values: object) -> bytes:
    told = ",".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in values)
    return f"pbgdplSearch({told})\n".encode()


def _homes(runs: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """The sections and folders that runs come from, in order, and how many runs each has."""
    counts = Counter(name.rpartition("-")[0] for name in runs)
    for stem in sorted(counts, key=lambda one: one.rpartition("-")):
        section, _, home = stem.rpartition("-")
        yield section, home, counts[stem]


@lru_cache(maxsize=1)
def _numbers(library: Library) -> dict[int, int]:
    """The number that files tell of each run, by its number in the index."""
    runs = library.runs()
    ordered = (
        runs[f"{section}-{home}-{at}"]
        for section, home, count in _homes(runs)
        for at in range(count)
    )
    return {n: number for number, n in enumerate(ordered)}


@lru_cache(maxsize=1)
def _shelf(library: Library, shelf: int) -> Mapping[str, Postings]:
    """The words on a shelf by their first syllable, with the numbers of the runs."""
    numbers = _numbers(library)
    found: dict[str, Lists] = defaultdict(lambda: ([], []))
    for number, told in sorted((numbers[n], told) for n, told in library.words_on(shelf)):
        for at, line in enumerate(told.split("\n")):
            for word in line.split(",") if line else ():
                found[word][at].append(number)
    by_first: dict[str, dict[str, Lists]] = defaultdict(dict)
    for word, lists in found.items():
        first, _, rest = word.partition(" ")
        by_first[first][rest] = lists
    return by_first


@lru_cache(maxsize=1 << 13)  # asked for each syllable of a shelf by each of its files
def _file_of(first: str, files: int) -> int:
    return sum_of(first) % files


def _line(first: str, those: Postings) -> str:
    """The words that begin with one syllable: that alone, then what follows it."""
    told = ((rest or first, *map(coded, those[rest])) for rest in sorted(those))
    return "\t".join(map(" ".join, told))


def coded(numbers: list[int]) -> str:
    """Rising numbers as the steps between them, each in digits of which only the last is small."""
    return "".join(_step(here - before) for before, here in pairwise((-1, *numbers)))


@lru_cache(maxsize=1 << 13)
def _step(number: int) -> str:
    digits = DIGITS[number % REST]
    while number := number // REST:
        digits = DIGITS[REST + number % REST] + digits
    return digits
