"""What is published: pages that a template will render, and files as they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from generator.library import Library
from generator.records.agencies import Agency
from generator.records.documents import Document
from generator.records.record import Party, Record, Status

SECTIONS: Mapping[str, int] = {
    "trang-chu": 0,
    "chien-dich": 1,
    "ke-hoach": 1,
    "chuong-trinh": 1,
    "tai-lieu": 1,
    "ban-tin": 1,
    "co-quan": 1,
    "van-ban": 1,
    "dia-phuong": 1,
    "to-chuc": 1,
    "nguoi-thuc-hien": 1,
    "lich-truc": 1,
    "thu-tuc": 1,
    "danh-muc": 1,
    "dien-duoc-tro-giup": 1,
    "tim-dien": 1,
    "giai-thich-tu-ngu": 1,
    "thong-bao-lua-chon": 1,
    "chuan-tiep-can": 1,
    "ket-qua-chuan": 1,
    "lich": 0,
    "tim-kiem": 0,
    "a-z": 0,
    "du-lieu": 0,
    "man-hinh": 0,
}  # the parts of the site that have a place in the menu, and how many folders deep their pages lie


class Page(Struct, frozen=True):
    """A page before it is rendered.

    `address` counts from the root of the site; `section` is the entry of the main menu that it
    belongs to; `values` are what its template may show, and nothing else is published. A record's
    page has the record's own title and description; a page with a `key` has those that the wording
    holds under `pages:`. `scripts` are addresses of the theme's own scripts, which only make easier
    what the page does without. `paper` is the sheet that a page is drawn for, as CSS names it; all
    others are printed on whatever paper there is; `edge` stays white around each of several sheets,
    with their numbers and `running` in it where the browser can.
    A page of no section gets no shell: it holds
    words for a script.
    """

    address: str
    section: str
    template: str
    values: Mapping[str, object]
    title: str = ""
    description: str = ""
    key: str = ""
    scripts: tuple[str, ...] = ()
    paper: str = ""
    edge: str = "0"
    running: str = ""

    @property
    def depth(self) -> int:
        """How many folders below the root it lies."""
        return self.address.count("/")

    @property
    def root(self) -> str:
        """The way from this page to the root of the site."""
        return "../" * self.depth


# What an output is made from beside the records: ids, addresses, numbers, and tuples of them.
Scalar = str | int | bool | None
Given = tuple[Scalar | tuple[Scalar | tuple[Scalar | tuple[Scalar, ...], ...], ...], ...]
Made = Page | bytes | Path  # a page to render, bytes as they are, or a file to copy
Make = Callable[..., Made]


class Output(NamedTuple):
    """Something to publish at an address; it is made only when it is new or may have changed.

    `make`, a function of a module, gets the library and what is `given`. What it makes may depend
    on nothing else: as long as the same is given, and all that it asked the library for stayed as
    it was, it is not made again. `source` is the file that its author would open to change it. A
    `passing` output comes and goes with what it lists, so nothing promises that it will last.
    """

    address: str
    make: Make
    given: Given
    source: str
    passing: bool = False


class Joined(NamedTuple):
    """A file joined of pieces, each made and made again by itself: `make` gives bytes for each."""

    address: str
    make: Callable[..., bytes]
    pieces: tuple[Given, ...]
    source: str
    passing: bool = False


Outputs = Iterator[Output | Joined]


@dataclass(frozen=True)
class Word:
    """A word of the wording, for the title of a page: `Word("form", "advice")`.

    A value that the wording does not know, such as a rare language, stands for itself.
    """

    group: str
    value: str


def record_outputs(library: Library, kind: type[Record], make: Make) -> Outputs:
    """The page of each record of a kind: `make` gets the library and the id."""
    for id, file in library.files(kind):
        yield Output(f"{kind.section}/{id}.html", make, (id,), file)


def record_page(
    library: Library,
    record: Record,
    template: str,
    scripts: tuple[str, ...] = (),
    /,
    **values: object,
) -> Page:
    """The page of a record: what became of it where it is withdrawn, else what `template` shows.

    Each such page names its sources at the foot, and `values` are all it may show beside them;
    `scripts` go with `template`.
    """
    gone = record.status is Status.WITHDRAWN
    shown = {"instead": _instead(library, record)} if gone else values
    return Page(
        address=record.address,
        section=record.section,
        template="articles/withdrawn.html" if gone else template,
        values={
            "record": record,
            "documents": {document.id: document for document in source_documents(library, record)},
            **shown,
        },
        title=record.label,
        description=record.label if gone else record.gist,
        scripts=() if gone else scripts,
    )


def lists_to_open(library: Library, keys: Mapping[type[Record], str]) -> list[tuple[str, str]]:
    """The lists, of some kinds with their keys, that have anything to show: address and key."""
    return [(f"{kind.section}/index.html", key) for kind, key in keys.items() if library.has(kind)]


def source_documents(library: Library, record: Record) -> tuple[Document, ...]:
    """The documents that a record's sources name."""
    return library.those(Document, (source.document for source in record.sources))


def _instead(library: Library, record: Record) -> Record | None:
    id = record.withdrawal.instead if record.withdrawal else None
    return library.find(type(record), id)


class Names:
    """Parties as templates show them: an agency with its page, or a group in words."""

    def __init__(self, library: Library) -> None:
        """Look agencies up in `library`."""
        self._library = library

    def agency(self, party: Party) -> Agency | None:
        """The agency behind a party, if it is a single one that readers may see."""
        return self._library.find(Agency, party.agency)
