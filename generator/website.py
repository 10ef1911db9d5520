"""Where the site stands on the web, as mkdocs.yml tells: what paper must name to lead back to it.

Pages know no address of their own but on paper: there every link is lost, and a code or a line to
type needs the whole address. Where `site_url` is not set, nothing is guessed.
"""

from typing import NamedTuple

import msgspec


class Website(NamedTuple):
    """The name of the site, and its address with a slash at its end; "" where nobody told it."""

    name: str = ""
    url: str = ""

    @classmethod
    def told(cls, name: str, url: str | None) -> "Website":
        """The site as the settings tell it."""
        return cls(name, f"{url.rstrip('/')}/" if url else "")

    @classmethod
    def kept(cls, kept: bytes) -> "Website":
        """The site as it was kept; without a name where it never was."""
        return DECODER.decode(kept) if kept else cls()

    def to_keep(self) -> bytes:
        """The site as bytes, from which it comes back."""
        return msgspec.msgpack.encode(self)

    def at(self, address: str) -> str:
        """The whole address of a page; "" where nobody told that of the site."""
        return f"{self.url}{address}" if self.url else ""

    def typed(self, address: str = "") -> str:
        """The same as people type it: browsers know the beginning, and need no slash at the end."""
        return self.at(address).partition("://")[2].rstrip("/")


DECODER = msgspec.msgpack.Decoder(Website)
