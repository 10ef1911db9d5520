"""A made-up content tree for measuring: python -m benchmarks.corpus N DIR [--seed S]

Writes exactly N valid records of all kinds, with links between them, and a few pages of prose. The
same N and seed give the same bytes on every machine. Nothing in it is real, and it says so.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from benchmarks.made_up import (
    directory,
    documents,
    groups,
    offices,
    places,
    plans,
    procedures,
    standards,
    telling,
    terms,
)
from benchmarks.made_up.block_yaml import yaml_text
from benchmarks.made_up.draw import Draw, Fields
from benchmarks.made_up.numbering import ALWAYS, Map, province_id

ABOUT = "Write N made-up records of all kinds, the same bytes for the same N and seed."
FEWEST, MOST = 1_000, 100_000
WRONG_USE = 2
PROSE = Path(__file__).with_name("made_up") / "pages"

Maker = Callable[[Draw], Fields]
MAKERS: Mapping[str, Maker] = {
    "documents": documents.document,
    "programmes": plans.programme,
    "plans": plans.plan,
    "campaigns": telling.campaign,
    "agencies": offices.agency,
    "materials": telling.material,
    "bulletins": telling.bulletin,
    "areas": places.area,
    "organisations": directory.organisation,
    "practitioners": directory.practitioner,
    "rosters": directory.roster,
    "procedures": procedures.procedure,
    "catalogues": procedures.catalogue,
    "groups": groups.group,
    "finders": groups.finder,
    "terms": terms.term,
    "calls": directory.call,
    "access_standards": standards.access_standard,
    "access_results": standards.access_result,
}


def make(count: int, folder: Path, seed: int = 1) -> None:
    """Write `count` records below `folder`, which is made where it is not there yet.

    Raises `ValueError` where `count` is out of bounds or the folder is not empty.
    """
    if not FEWEST <= count <= MOST:
        raise ValueError(f"N must be from {FEWEST} to {MOST}, not {count}.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ValueError(f"{folder} is no empty folder; give one, or a name that is free.")
    plan = Map(count, seed)
    for kind, maker in MAKERS.items():
        _write_kind(plan, kind, maker, folder / kind)
    _write_prose(folder / "pages")


def _write_kind(plan: Map, kind: str, maker: Maker, folder: Path) -> None:
    """The records of a kind, those of each province in a folder of its own."""
    homes = [folder if kind in ALWAYS else folder / province_id(p) for p in range(plan.provinces)]
    for home in (folder, *homes):
        home.mkdir(parents=True, exist_ok=True)
    for number in plan.numbers(kind):
        fields = maker(Draw(plan, kind, number))
        is_central = number < plan.before(kind)
        home = folder if is_central else homes[plan.place(kind, number)[0]]
        (home / f"{fields['id']}.yml").write_bytes(yaml_text(fields).encode())


def _write_prose(folder: Path) -> None:
    folder.mkdir()
    for page in sorted(PROSE.glob("*.md")):
        (folder / page.name).write_bytes(page.read_bytes())


def main(words: Sequence[str] | None = None) -> int:
    """Write a corpus; 0 done, 2 wrong use, told in one line."""
    parser = _Parser(prog="python -m benchmarks.corpus", description=ABOUT)
    parser.add_argument("count", metavar="N", help=f"records, from {FEWEST} to {MOST}")
    parser.add_argument("folder", metavar="DIR", type=Path, help="an empty folder, or none yet")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another corpus")
    given = parser.parse_args(words)
    try:
        make(_whole_number(given.count), given.folder, given.seed)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    return 0


class _Parser(argparse.ArgumentParser):
    """Tells what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}", file=sys.stderr)
        sys.exit(WRONG_USE)


def _whole_number(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise ValueError(f"N must be a whole number from {FEWEST} to {MOST}, not {word!r}.")
    return int(word)


if __name__ == "__main__":
    sys.exit(main())
