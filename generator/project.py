"""One site to make: its folders, the day it is made for, and what may be shown."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from generator.form import form


@dataclass(frozen=True)
class Project:
    """One site: its folders, the day it is built for, and what may be shown.

    `root` holds mkdocs.yml and theme/; `drafts` and `demo` say whether records so marked are shown;
    `cache` is where builds leave something for the next ones, if not in a folder of `root`.
    """

    root: Path
    content: Path
    site: Path
    today: date
    drafts: bool = False
    demo: bool = True
    cache: Path | None = None

    @property
    def theme(self) -> Path:
        """The templates, styles and words."""
        return self.root / "theme"

    @property
    def settings(self) -> Path:
        """The one configuration file."""
        return self.root / "mkdocs.yml"

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
        """The templates as Jinja keeps them for the next build of this program; safe to delete."""
        return self.root / ".cache" / "templates" / form()

    @property
    def state(self) -> Path:
        """What the last build of this site left for the next one; safe to delete."""
        of = blake2b(f"{self.content}\n{self.site}".encode(), digest_size=8).hexdigest()
        return (self.cache or self.root / ".cache") / "sites" / of / "state.sqlite"

    @property
    def chrome(self) -> Path:
        """Prose and styles as MkDocs made them; safe to delete together with the state."""
        return self.state.with_name("chrome")

    def name(self, path: Path) -> str:
        """A path as the content's author knows it: `content/…`."""
        return path.relative_to(self.content.parent).as_posix()
