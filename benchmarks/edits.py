"""What an officer does to one record, each kind of edit again and again with other words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.made_up.numbering import LAWS

Change = Callable[[int], Path]  # gives the file that another round has changed
NEW = "mau-moi"
CENTRE = "trung-tam-tro-giup-phap-ly-nha-nuoc-*.yml"  # of a province: many others name it
OF_ALL = "the title of a law that a large part of all records name"


@dataclass(frozen=True)
class Edit:
    """A kind of edit of one kind of record."""

    name: str
    kind: str
    change: Change


def edits(corpus: Path, rounds: int) -> list[Edit]:
    """Every kind of edit, each of a record that is there and that is well linked."""
    centre = next(_published(corpus, "organisations", CENTRE))
    offices = _published(corpus, "organisations", "trung-tam-tu-van-*.yml")
    office = next(path for path in offices if "former_ids" not in _text(path))
    procedure = next(_published(corpus, "procedures"))
    decision = next(_published(corpus, "documents", "quyet-dinh-*.yml"))
    on_duty = "".join(_text(path) for path in (corpus / "rosters").rglob("*.yml"))
    others = (p for p in _published(corpus, "practitioners") if p.stem not in on_duty)
    leaving = list(islice(others, rounds))
    return [
        Edit("an organisation's telephone", "organisations", partial(_telephone, centre)),
        Edit("an organisation's name", "organisations", partial(_first_words, centre, "name")),
        Edit("a procedure's text", "procedures", partial(_first_words, procedure, "summary")),
        Edit("a new organisation", "organisations", partial(_new, office)),
        Edit("a deleted practitioner", "practitioners", partial(_deleted, leaving)),
        Edit("a document's title", "documents", partial(_first_words, decision, "title")),
        Edit(OF_ALL, "documents", partial(_first_words, _law(corpus), "title")),
    ]


def _published(corpus: Path, kind: str, pattern: str = "*.yml") -> Iterator[Path]:
    for path in sorted((corpus / kind).rglob(pattern)):
        if "\nstatus: published\n" in _text(path):
            yield path


def _law(corpus: Path) -> Path:
    return next((corpus / "documents").rglob(f"{LAWS[0]}.yml"))


def _telephone(path: Path, round: int) -> Path:
    return _changed(path, r"(value: 02\d\d 000 00)\d+", rf"\g<1>{(89 + round) % 100:02d}")


def _first_words(path: Path, field: str, round: int) -> Path:
    """Begin a text of one or more lines with other words."""
    begin = rf"^({field}: (?:>-\n +)?)(?:Sửa lần \d+, )?(?=\w)"
    return _changed(path, begin, rf"\g<1>Sửa lần {round}, ")


def _new(like: Path, round: int) -> Path:
    path = like.with_name(f"{NEW}-{round}.yml")
    path.write_text(_text(like), encoding="utf-8")
    _changed(path, r"^id: .*$", f"id: {path.stem}")
    _changed(path, r"^code: .*$", f"code: {path.stem.upper()}")
    return _first_words(path, "name", round)


def _deleted(leaving: list[Path], round: int) -> Path:
    path = leaving[round - 1]
    path.unlink()
    return path


def _changed(path: Path, pattern: str, words: str) -> Path:
    """Change what is found first; raises `LookupError` where it is not, or is so already."""
    before = _text(path)
    after = re.sub(pattern, words, before, count=1, flags=re.MULTILINE)
    if after == before:
        raise LookupError(f"{path} holds nothing like {pattern} that could be changed.")
    path.write_text(after, encoding="utf-8")
    return path


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
