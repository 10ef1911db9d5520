"""What is published: pages that a template will render, and files as they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

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
    "thong-bao-lua-chon": 1,
    "chuan-tiep-can": 1,
    "ket-qua-chuan": 1,
    "lich": 0,
    "du-lieu": 0,
}  # the parts of the site that have a place in the menu, and how many folders deep their pages lie


@dataclass(frozen=True)
class Page:
    """A page before it is rendered.

    `address` counts from the root of the site; `section` is the entry of the main menu that it
    belongs to; `values` are what its template may show, and nothing else is published. `source` is
    the file that its author would open to change it. A record's page has the record's own title
    and description; a page with a `key` has those that the wording holds under `pages:`. `scripts`
    are addresses of the theme's own scripts, which only make easier what the page does without.
    A `passing` page comes and goes with what it lists, so nothing promises that it will last.
    """

    address: str
    section: str
    template: str
    values: Mapping[str, object]
    source: str
    title: str = ""
    description: str = ""
    key: str = ""
    scripts: tuple[str, ...] = ()
    passing: bool = False

    @property
    def depth(self) -> int:
        """How many folders below the root it lies."""
        return self.address.count("/")

    @property
    def root(self) -> str:
        """The way from this page to the root of the site."""
        return "../" * self.depth


@dataclass(frozen=True)
class File:
    """A file as it will be published: its bytes, or the file to copy them from."""

    address: str
    content: bytes | Path
    source: str
    passing: bool = False


@dataclass(frozen=True)
class Deferred:
    """A file whose bytes take long to make, so that they are made only when it is written."""

    address: str
    make: Callable[[], bytes]
    source: str
    passing: bool = False

    def made(self) -> File:
        """The file with its bytes."""
        return File(self.address, self.make(), self.source, self.passing)


@dataclass(frozen=True)
class Word:
    """A word of the wording, for the title of a page: `Word("form", "advice")`.

    A value that the wording does not know, such as a rare language, stands for itself.
    """

    group: str
    value: str


Published = Page | File | Deferred
Outputs = Iterator[Published]


def record_page(library: Library, record: Record, template: str, **values: object) -> Page:
    """The page of a record: what became of it where it is withdrawn, else what `template` shows.

    Each such page names its sources at the foot, and `values` are all it may show beside them.
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
        source=record.file,
        title=record.label,
        description=record.label if gone else record.gist,
    )


def lists_to_open(library: Library, keys: Mapping[type[Record], str]) -> list[tuple[str, str]]:
    """The lists, of some kinds with their keys, that have anything to show: address and key."""
    return [
        (f"{kind.section}/index.html", key) for kind, key in keys.items() if library.published(kind)
    ]


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
