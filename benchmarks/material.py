"""The corpus as a site of MkDocs with Material, at their best for so many pages.

The same number of pages with the same data. In their favour: no page but the first is in the
navigation, which would make every page as long as all of them together; no fonts from elsewhere, no
addresses of folders; and, unless it is asked for, no search, which Material has by default and
whose index costs an eighth of the time. Text is escaped beforehand where Markdown would take it for
signs. The chrome is Material's own.
"""

import json
import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import yaml

from benchmarks.records import named_kind, records, title

CONFIGURATION = """\
site_name: Records
docs_dir: docs
site_dir: site
use_directory_urls: false
theme:
  name: material
  language: vi
  font: false
extra:
  generator: false
plugins: [{plugins}]
nav: [index.md]
not_in_nav: "*"
validation:
  links: {{not_found: ignore}}
markdown_extensions: [tables]
"""
INDEX = "search/search_index.json"  # within the pages, where they have a search
SIGNS = re.compile(
    r"[\\`*\[\]|]|\b_|_\b|^[-+#](?= )|(?:(?<=^[0-9])|(?<=^[0-9]{2}))\.(?= )"
)  # what Markdown would read as its own


def prepare(corpus: Path, folder: Path, like: Path | None = None, *, search: bool = False) -> None:
    """Make the site; `like` is not used, because its chrome cannot be ours."""
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(plugins="search" if search else ""))
    (docs / "index.md").write_text("# Records\n")
    for kind, path in records(corpus):
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        page = docs / kind / f"{path.stem}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(_page(kind, path.stem, record), encoding="utf-8")


def command(folder: Path) -> list[str]:
    """Build the site."""
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]


def pages(folder: Path) -> Path:
    """Where the pages will lie, as <kind>/<id>.html, beside Material's own files."""
    return folder / "site"


def _page(kind: str, id: str, record: dict[str, object]) -> str:
    """A record in Markdown: a table of its short fields, then a section for each longer one."""
    called = title(record, id)
    heading = json.dumps(called, ensure_ascii=False)
    parts = [f"---\ntitle: {heading}\n---\n", f"# {_escaped(called)}\n", _table(kind, record)]
    for field, value in record.items():
        if not _is_short(value):
            parts.append(f"## {field}\n\n{_long(kind, field, value)}\n")
    return "\n".join(parts)


def _is_short(value: object) -> bool:
    return isinstance(value, str) and "\n" not in value


def _table(kind: str, record: dict[str, object]) -> str:
    rows = [
        f"| {field} | {_text(kind, field, str(value))} |"
        for field, value in record.items()
        if _is_short(value)
    ]
    return "\n".join(["| | |", "|---|---|", *rows, ""])


def _long(kind: str, field: str, value: object) -> str:
    """A list, or a text of several lines, which is Markdown already."""
    return value if isinstance(value, str) else "\n".join(_items(kind, field, value))


def _items(kind: str, field: str, value: object, depth: int = 0) -> Iterator[str]:
    """The lines of a list, or of a mapping as a list of its fields."""
    for label, part in _labelled(field, value):
        begin = "    " * depth + "-" + (f" **{label}**" if label else "")
        if isinstance(part, str):
            yield f"{begin} {_text(kind, label or field, part)}"
        else:
            yield begin
            yield from _items(kind, label, part, depth + 1)


def _labelled(field: str, value: object) -> Iterator[tuple[str, object]]:
    """The fields of a mapping by name, the texts of a list, and its other parts by number."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        for number, part in enumerate(value, start=1):
            yield ("" if isinstance(part, str) else f"{field} {number}"), part


def _text(kind: str, field: str, value: str) -> str:
    """Text in one line, or a link to the record that it names."""
    folder = named_kind(kind, field, value)
    return f"[{value}](../{folder}/{value}.md)" if folder else _escaped(value)


def _escaped(text: str) -> str:
    """Text in one line that Markdown will show as it was written."""
    return SIGNS.sub(r"\\\g<0>", escape(" ".join(text.split()), quote=False))
