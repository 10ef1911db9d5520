"""The splice: a record's article goes into the holes of a page that was rendered once.

A shell is the page of a section that holds no record: head, header, menu, footer. MkDocs renders it
(see `shell`); what is done with it here needs no MkDocs.
"""

import re
from dataclasses import dataclass
from html import escape

import msgspec

from generator.page import Page

TITLE, DESCRIPTION, ARTICLE, HEAD = "\ue001\ue002\ue003\ue004"  # private, refused in content
HOLES = re.compile("([\ue001-\ue004])")
PIECES = msgspec.msgpack.Decoder(tuple[bytes, ...])


@dataclass(frozen=True)
class Shell:
    """A page cut at its holes: texts and hole signs in turn, as the bytes that will be written."""

    pieces: tuple[bytes, ...]

    @classmethod
    def cut(cls, html: str) -> "Shell":
        """The shell of a page that MkDocs rendered with signs in its holes."""
        return cls(tuple(piece.encode() for piece in HOLES.split(without_blank_text(html))))

    @classmethod
    def kept(cls, kept: bytes) -> "Shell":
        """The shell as it was kept."""
        return cls(PIECES.decode(kept))

    def to_keep(self) -> bytes:
        """The shell as bytes, from which it comes back."""
        return msgspec.msgpack.encode(self.pieces)

    def filled(self, page: Page, head: str, article: str) -> bytes:
        """The whole page; title and description are escaped here, the others are HTML already."""
        fill = {
            TITLE.encode(): escape(page.title).encode(),
            DESCRIPTION.encode(): escape(page.description).encode(),
            HEAD.encode(): head.encode(),
            ARTICLE.encode(): article.encode(),
        }
        return b"".join([fill.get(piece, piece) for piece in self.pieces])


def without_blank_text(html: str) -> str:
    """The same page without indentation and blank lines, a third of a stock page's weight."""
    return re.sub(r"\s*\n\s*", "\n", html)
