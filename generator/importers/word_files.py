"""DOCX files as numbered lines: paragraphs in order, tables row by row."""

import io
import zipfile
from collections.abc import Iterable, Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from generator.importers.source import ImportRefused, Line
from generator.vietnamese.composing import composed

MOST_COLUMNS = 50  # a cell may claim to span millions of columns
DAMAGE = (
    PackageNotFoundError,
    XMLSyntaxError,
    zipfile.BadZipFile,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
)  # what python-docx raises on parts that are missing, torn, or no document at all
MOST_UNPACKED_BYTES = 100_000_000  # far above any plan; a small file may unpack to gigabytes


def read_word_file(content: bytes) -> tuple[Line, ...]:
    """The lines of a DOCX file; ImportRefused when it is no such file or is damaged."""
    refuse_what_is_no_word_file(content)
    try:
        rows = list(parts_of(docx.Document(io.BytesIO(content))))
    except DAMAGE as bad:
        raise ImportRefused("import-damaged-word") from bad
    return tuple(Line(number, text, cells) for number, (text, cells) in enumerate(rows, start=1))


def refuse_what_is_no_word_file(content: bytes) -> None:
    """Look at the list of the parts only, before anything is unpacked."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as bad:
        raise ImportRefused("import-damaged-word") from bad
    if not any(part.filename == "word/document.xml" for part in parts):
        raise ImportRefused("import-zip")
    if sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        raise ImportRefused("import-too-large", {"most": MOST_UNPACKED_BYTES // 1_000_000})


def parts_of(document: Document) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Text and cells of every paragraph and table row, in the order of the page."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield "", ()
            for row in part.rows:
                yield "", row_cells(row)
            yield "", ()
        else:
            yield from paragraph_lines(part)


def paragraph_lines(paragraph: Paragraph) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A paragraph, one line for each of its forced line breaks."""
    for text in composed(paragraph.text).split("\n"):
        yield numbered(paragraph) + text, ()


def numbered(paragraph: Paragraph) -> str:
    """A dash for a paragraph that Word numbers itself: its sign is not in the text."""
    properties = paragraph._p.pPr
    return "- " if properties is not None and properties.numPr is not None else ""


def row_cells(row: _Row) -> tuple[str, ...]:
    """One text per column: a cell over several columns comes once, over several rows in each."""
    if sum(cell.grid_span for cell in row._tr.tc_lst) > MOST_COLUMNS:
        raise ValueError("a row of more columns than a page can hold")
    cells, before = [], None
    for cell in cells_of(row):
        cells.append("" if cell._tc is before else composed(cell.text).strip())
        before = cell._tc
    return tuple(cells)


def cells_of(row: _Row) -> Iterable[_Cell]:
    """The cells by column; as they stand where a merged cell has nothing above it."""
    try:
        return row.cells
    except (LookupError, ValueError, AttributeError):
        return [_Cell(cell, row.table) for cell in row._tr.tc_lst]
