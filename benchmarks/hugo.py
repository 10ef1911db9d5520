"""The corpus as a site of Hugo, at Hugo's best: bare record pages and nothing else.

The same number of pages, with the same data, about as heavy as ours. In Hugo's favour: each kind
has a layout of its own that names its fields (half the time of one layout that walks any record),
the chrome is plain text in it, links are put together from ids without looking for their pages,
Markdown in records stays text, and lists, taxonomies, feeds, the sitemap, time stamps of files and
the lock of the build are off.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.hugo_layouts import Ids, Shape
from benchmarks.measuring import median_bytes
from benchmarks.records import NAMED_BY, named_kind, record_pages, records, title

PADDING = "chung "
CONFIGURATION = """\
baseURL = "/"
title = "Records"
languageCode = "vi"
uglyURLs = true
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
disableHugoGeneratorInject = true
"""
CHROME = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title></title>
<meta name="description" content="">
</head>
<body>
<main>
<article></article>
</main>
</body>
</html>
"""  # where no page of ours is given
TEXT = "tag:yaml.org,2002:str"
MAPPING = "tag:yaml.org,2002:map"
NOTHING = "tag:yaml.org,2002:null"
LIKE_A_NUMBER = re.compile(r"[-+.0-9]|.\Z")  # `y`, too, is more than a letter to some readers


def prepare(corpus: Path, folder: Path, like: Path | None = None, show: type[Ids] = Ids) -> None:
    """Make the site; its pages get the chrome and the median weight of our site, `like`."""
    shapes = _write_content(corpus, folder / "content", show)
    (folder / "config.toml").write_text(CONFIGURATION)
    for name, text in show.partials:
        _write(folder / "layouts" / "partials" / name, text)
    articles = {kind: show(kind, shape).article() for kind, shape in shapes.items()}
    ours = list(record_pages(like, corpus)) if like else []
    chrome = ours[0].read_text(encoding="utf-8") if ours else CHROME
    _write_layouts(folder, articles, chrome)
    if ours:
        missing = median_bytes(ours) - _weight(folder)
        _write_layouts(folder, articles, chrome, padding=max(0, missing))


def command(folder: Path) -> list[str]:
    """Build the site without what only costs time."""
    options = ["--quiet", "--noTimes", "--noChmod", "--noBuildLock"]
    return ["hugo", "--source", str(folder), "--destination", str(pages(folder)), *options]


def pages(folder: Path) -> Path:
    """Where the pages will lie, as <kind>/<id>.html."""
    return folder / "site"


def edit(kind: str, path: Path, folder: Path, show: type[Ids] = Ids) -> None:
    """Bring what became of one record into the site: another text, a new page, or none."""
    page = folder / "content" / kind / f"{path.stem}.md"
    if path.exists():
        _write(page, _front_matter(kind, path, show)[0])
    else:
        page.unlink(missing_ok=True)


def _write_content(corpus: Path, folder: Path, show: type[Ids]) -> dict[str, Shape]:
    """A content file for each record; gives the shape of each kind of record."""
    shapes: dict[str, Shape] = {}
    for kind, path in records(corpus):
        text, shape = _front_matter(kind, path, show)
        shapes[kind] = _merged(shapes.get(kind), shape)
        _write(folder / kind / f"{path.stem}.md", text)
    return shapes


def _front_matter(kind: str, path: Path, show: type[Ids]) -> tuple[str, Shape]:
    """The record as it was written, below one key so that Hugo takes none of it for its own.

    Beside it stand its title and, where they are to lead back to it, the records that it names.
    """
    text = path.read_text(encoding="utf-8")
    node = yaml.compose(text, Loader=yaml.CSafeLoader) or yaml.MappingNode(MAPPING, [])
    called = title(yaml.load(text, Loader=yaml.CBaseLoader), path.stem)
    head = [f"title: {_quoted(called)}"]
    if show.leads_back:
        head.append(f"named: {_quoted(sorted(_named(kind, '', node)))}")
    lines = [f"  {line}" if line else "" for line in _all_text(text, node)]
    return "\n".join(["---", *head, "record:", *lines, "---", ""]), _shape(kind, "", node)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _named(kind: str, field: str, node: yaml.Node) -> set[str]:
    """The records, as <kind>/<id>, that a node names and whose pages lead back."""
    if isinstance(node, yaml.MappingNode):
        parts = [_named(kind, key.value, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        parts = [_named(kind, field, value) for value in node.value]
    else:
        folder = named_kind(kind, field, node.value) or ""
        return {f"{folder}/{node.value}"} if kind in NAMED_BY.get(folder, ()) else set()
    return set().union(*parts)


def _all_text(text: str, node: yaml.Node) -> list[str]:
    """The lines of a record with quotes wherever YAML would make a number, a day or yes of text."""
    lines = text.splitlines()
    for scalar in reversed(list(_scalars(node))):
        begin, end = scalar.start_mark, scalar.end_mark
        if _is_plain(scalar) and begin.line == end.line:
            line, quoted = lines[begin.line], scalar.value.replace("'", "''")
            lines[begin.line] = f"{line[: begin.column]}'{quoted}'{line[end.column :]}"
    return lines


def _is_plain(scalar: yaml.ScalarNode) -> bool:
    """Whether a scalar stands without quotes and may be read as something else than text."""
    doubtful = scalar.tag != TEXT or LIKE_A_NUMBER.match(scalar.value)
    return not scalar.style and scalar.tag != NOTHING and bool(doubtful)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """All keys and values in the order of the file."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _scalars(part)
    else:
        for part in node.value:
            yield from _scalars(part)


def _shape(kind: str, field: str, node: yaml.Node) -> Shape:
    """What a node holds; of a text, the kind of record that it names, if any."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _shape(kind, key.value, value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        each: Shape = []
        for part in node.value:
            each = _merged(each, [_shape(kind, field, part)])
        return each
    return frozenset([named_kind(kind, field, node.value)])


def _merged(one: Shape | None, other: Shape) -> Shape:
    """The shape that holds both, with fields in the order in which they were met."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one | {key: _merged(one.get(key), value) for key, value in other.items()}
    if isinstance(one, list) and isinstance(other, list):
        return [_merged(one[0] if one else None, other[0])] if other else one
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one | other
    if one is None:
        return other
    raise ValueError(f"A field holds now {one}, now {other}: no layout can name its parts.")


def _write_layouts(folder: Path, articles: dict[str, str], chrome: str, padding: int = 0) -> None:
    """A layout for each kind: the chrome, and an article that shows all fields."""
    for kind, article in articles.items():
        layout = folder / "layouts" / kind / "single.html"
        _write(layout, _around(chrome, article + _padded(padding)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _around(chrome: str, article: str) -> str:
    """A page of ours with its own title, description and article in place of the old."""
    page = re.sub(r"(<title>).*?(</title>)", r"\1{{ .Title }}\2", chrome, flags=re.DOTALL)
    page = re.sub(r'(<meta name="description" content=").*?"', r'\1{{ .Title }}"', page)
    head, _, rest = page.partition("<article")
    return f"{head}<article>{article}</article>{rest.partition('</article>')[2]}"


def _padded(bytes: int) -> str:
    """Words that bring a page to the weight that ours has by labels and by links from elsewhere."""
    return f"<p>{(PADDING * bytes)[: bytes - len('<p></p>')]}</p>" if bytes > len("<p></p>") else ""


def _weight(folder: Path) -> int:
    """The median bytes of a page as the layouts stand."""
    subprocess.run(command(folder), check=True, capture_output=True)
    weight = median_bytes(pages(folder).rglob("*.html"))
    shutil.rmtree(pages(folder))
    return weight
