"""DOCX files as numbered lines: paragraphs in order, tables row by row."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from generator.importers.source import ImportRefused, Line
from generator.vietnamese.composing import composed

MOST_UNPACKED_BYTES = 100_000_000  # far above any plan; a small file may unpack to gigabytes


def read_word_file(content: bytes) -> tuple[Line, ...]:
    """The lines of a DOCX file; ImportRefused when it is no such file or is damaged."""
    refuse_what_is_no_word_file(content)
    try:
        document = docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile) as bad:
        raise ImportRefused("import-damaged-word") from bad
    rows = parts_of(document)
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
    cells, before = [], None
    for cell in row.cells:
        cells.append("" if cell._tc is before else composed(cell.text).strip())
        before = cell._tc
    return tuple(cells)
