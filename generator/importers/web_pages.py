"""HTML pages as numbered lines: text blocks in order, tables row by row."""

from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError, _Element

from generator.importers.source import ImportRefused, Line

BLOCK_NAMES = """
    p div li h1 h2 h3 h4 h5 h6 blockquote pre section article header footer dt dd td th tr br
    ul ol center table body
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
SKIPPED_NAMES = "script style noscript template head svg button select form nav"
SKIPPED = frozenset(SKIPPED_NAMES.split())
MOST_CELLS_SPANNED = 50  # a page may claim to span thousands of columns

Part = tuple[str, tuple[str, ...]]


def read_web_page(text: str) -> tuple[Line, ...]:
    """The lines of a page; ImportRefused when nothing can be parsed."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (ParserError, ValueError) as bad:
        raise ImportRefused("import-empty") from bad
    found = list(parts_of(page))
    return tuple(Line(number, text, cells) for number, (text, cells) in enumerate(found, start=1))


def parts_of(page: _Element) -> Iterator[Part]:
    """Text and cells of every block and table row."""
    buffer: list[str] = []
    for event, part in walk(page):
        if event == "text" and isinstance(part, str):
            buffer.append(part)
            continue
        yield from flushed(buffer)
        if event == "table" and not isinstance(part, str):
            yield "", ()
            yield from (("", cells) for cells in table_rows(part))
            yield "", ()
    yield from flushed(buffer)


def flushed(buffer: list[str]) -> Iterator[Part]:
    """What has gathered as one line."""
    line = " ".join("".join(buffer).split())
    buffer.clear()
    if line:
        yield line, ()


def walk(root: _Element) -> Iterator[tuple[str, str | _Element]]:
    """Texts, block borders and data tables in the order of the page, without recursion."""
    stack: list[tuple[str, str | _Element]] = [("element", root)]
    while stack:
        event, part = stack.pop()
        if event != "element" or isinstance(part, str):
            yield event, part
            continue
        stack.extend(reversed(list(children_of(part))))


def children_of(element: _Element) -> Iterator[tuple[str, str | _Element]]:
    """What an element consists of, one level deep."""
    if element.tag in SKIPPED:
        return
    is_block = element.tag in BLOCKS
    if element.tag == "table" and is_data_table(element):
        yield "table", element
        return
    if is_block:
        yield "border", ""
    if element.tag == "li":
        yield "text", "- "
    yield "text", element.text or ""
    for child in element:
        yield "element", child
        yield "text", child.tail or ""
    if is_block:
        yield "border", ""


def is_data_table(table: _Element) -> bool:
    """Has it three columns or more and no table inside? Two columns are mere layout."""
    if table.find(".//table") is not None:
        return False
    return any(len(row.findall("td") + row.findall("th")) > 2 for row in table.iter("tr"))


def table_rows(table: _Element) -> Iterator[tuple[str, ...]]:
    """The rows; a cell over several rows comes in each of them, over several columns once."""
    open_cells: dict[int, tuple[str, int]] = {}  # column → text and rows still to fill
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in (c for c in row if c.tag in ("td", "th")):
            fill_from_above(cells, open_cells)
            place_cell(cell, cells, open_cells)
        fill_from_above(cells, open_cells)
        yield tuple(cells)


def fill_from_above(cells: list[str], open_cells: dict[int, tuple[str, int]]) -> None:
    """Put in the cells that reach down from the rows above."""
    while (above := open_cells.pop(len(cells), None)) is not None:
        text, rows = above
        if rows > 1:
            open_cells[len(cells)] = (text, rows - 1)
        cells.append(text)


def place_cell(cell: _Element, cells: list[str], open_cells: dict[int, tuple[str, int]]) -> None:
    """Put one cell at the end of the row and note how far down it reaches."""
    text = "\n".join(line for line, _ in parts_of_cell(cell))
    rows = spanned(cell, "rowspan")
    for column in range(spanned(cell, "colspan")):
        if rows > 1:
            open_cells[len(cells)] = (text if column == 0 else "", rows - 1)
        cells.append(text if column == 0 else "")


def parts_of_cell(cell: _Element) -> Iterator[Part]:
    """The lines inside one cell."""
    buffer: list[str] = []
    for event, part in walk(cell):
        if event == "text" and isinstance(part, str):
            buffer.append(part)
        else:
            yield from flushed(buffer)
    yield from flushed(buffer)


def spanned(cell: _Element, name: str) -> int:
    """How many rows or columns a cell covers, within reason."""
    number = cell.get(name, "1").strip()
    return max(1, min(int(number), MOST_CELLS_SPANNED)) if number.isdecimal() else 1
