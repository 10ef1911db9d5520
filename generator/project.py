"""One site to make: its folders, the day it is made for, and what may be shown."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """One site: its folders, the day it is built for, and what may be shown.

    `root` holds mkdocs.yml and theme/; `drafts` and `demo` say whether records so marked are shown.
    """

    root: Path
    content: Path
    site: Path
    today: date
    drafts: bool = False
    demo: bool = True

    @property
    def pages(self) -> Path:
        """The prose."""
        return self.content / "pages"

    @property
    def files(self) -> Path:
        """The recordings and print files that materials offer."""
        return self.content / "files"

    @property
    def ledger(self) -> Path:
        """The addresses published so far."""
        return self.content / "addresses.txt"

    @property
    def compiled(self) -> Path:
        """The templates as Jinja keeps them for the next build; safe to delete."""
        return self.root / ".cache" / "templates"

    def name(self, path: Path) -> str:
        """A path as the content's author knows it: `content/…`."""
        return path.relative_to(self.content.parent).as_posix()
