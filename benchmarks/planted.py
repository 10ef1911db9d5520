"""Topics planted in a copy of a corpus, so that it is known which records a search should find.

Of each topic, some records tell in their title or in their text. Others only seem to: the first
half of the words stands in their title, or the second half in their text, or all of them there, but
far apart and in another order. Whoever asks for the topic means the former; no other tells of it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random

import yaml

from benchmarks.made_up.block_yaml import yaml_text
from benchmarks.records import SECTIONS

TOPICS = (
    *("hàng rong", "thuê xe máy", "nuôi ong lấy mật", "giếng khoan", "quỹ lớp học"),
    *("vay tiền mua trâu", "chợ đêm", "đào ao thả cá", "làm nhà sàn gỗ", "ghe máy"),
    *("lò gạch cũ", "mượn loa đám cưới"),
)
OF_EACH = 21  # records that tell of a topic, and as many that only seem to
RARE = ("múa lân trung thu", "đan lưới đánh cá")  # of which little is told
OF_RARE = 3
TITLES = (
    *(("materials", "title"), ("procedures", "name")),
    *(("documents", "title"), ("organisations", "name")),
)
TEXTS = (("materials", "summary"), ("procedures", "summary"), ("documents", "note"))  # in results
PLACES = (*TITLES, *TEXTS)
FILES = {"organisations": "to-hoa-giai-*.yml"}  # of which no other record tells the name

Place = tuple[str, str]  # a kind and a field
Change = Callable[[str, list[str]], str]  # what becomes of a text, for the words of a topic


@dataclass(frozen=True)
class Topic:
    """What a reader asks for, and the addresses of the pages that tell of it."""

    words: str
    right: frozenset[str]


def plant(
    content: Path, topics: Sequence[str] = TOPICS, of_each: int = OF_EACH, seed: int = 1
) -> list[Topic]:
    """Plant as many topics as there are records for; gives them with their pages."""
    dice = Random(seed)
    files = {kind: list(_in_any_order(content, kind, dice)) for kind, _ in PLACES}
    return list(_planted(files, topics, of_each))


def _in_any_order(content: Path, kind: str, dice: Random) -> Iterator[Path]:
    """The files of real, published records of a kind."""
    paths = sorted((content / kind).rglob(FILES.get(kind, "*.yml")))
    for path in dice.sample(paths, len(paths)):
        text = path.read_text(encoding="utf-8")
        if "\nstatus: published\n" in text and "\ndemo: true\n" not in text:
            yield path


def _planted(files: dict[str, list[Path]], topics: Sequence[str], of_each: int) -> Iterator[Topic]:
    for number, words in enumerate(topics):
        told, seeming = _plan(of_each, is_in_titles=number % 3 != 2)
        wanted = [place for place, _ in (*told, *seeming)]
        if any(len(files[kind]) < sum(one[0] == kind for one in wanted) for kind, _ in PLACES):
            return
        right = [_change(files[place[0]].pop(), place, change, words) for place, change in told]
        for place, change in seeming:
            _change(files[place[0]].pop(), place, change, words)
        yield Topic(words, frozenset(right))


Plan = list[tuple[Place, Change]]


def _plan(of_each: int, is_in_titles: bool) -> tuple[Plan, Plan]:
    """Where a topic is told, and where it only seems to be; every third stands in texts alone."""
    told: Plan = [(one, _told) for one in islice(cycle(PLACES if is_in_titles else TEXTS), of_each)]
    begun: Plan = [(one, _begun) for one in islice(cycle(TITLES), of_each // 3)]
    ended: Plan = [(one, _ended) for one in islice(cycle(TEXTS), of_each // 3)]
    apart: Plan = [(one, _apart) for one in islice(cycle(TEXTS), of_each // 3)]
    return told, [*begun, *ended, *apart]


def _told(text: str, words: list[str]) -> str:
    return f"{text.removesuffix('.')}, chuyện {' '.join(words)}"


def _begun(text: str, words: list[str]) -> str:
    return _told(text, words[: len(words) // 2])


def _ended(text: str, words: list[str]) -> str:
    return _told(text, words[len(words) // 2 :])


def _apart(text: str, words: list[str]) -> str:
    return f"{text.removesuffix('.')}, chuyện {' và chuyện '.join(reversed(words))}"


def _change(path: Path, place: Place, change: Change, words: str) -> str:
    """Change a field of a record; gives the address of its page."""
    kind, field = place
    record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    record[field] = change(record[field], words.split())
    path.write_text(yaml_text(record), encoding="utf-8")
    return f"{SECTIONS[kind]}/{path.stem}.html"
