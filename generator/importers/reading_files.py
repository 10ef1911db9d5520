"""Any file an officer drops in becomes numbered lines, or a refusal that says what to do."""

from pathlib import Path

from generator.importers.encodings import decode
from generator.importers.source import ImportRefused, Line, SourceText
from generator.importers.web_pages import read_web_page
from generator.importers.word_files import read_word_file
from generator.problems import fault_of

MOST_BYTES = 20_000_000
MOST_CHARACTERS = 1_000_000  # five hundred pages: no plan is longer, and every step stays quick
MOST_PARTS = 120_000  # lines and cells; real tables torn by a conversion have 14 characters in each
# First bytes of the formats that people mistake for text, and the sentence for each.
OTHER_FORMATS = (
    (b"%PDF", "import-pdf"),
    (b"\xd0\xcf\x11\xe0", "import-old-word"),
    (b"{\\rtf", "import-rtf"),
    (b"\x89PNG", "import-picture"),
    (b"\xff\xd8\xff", "import-picture"),
)


def read_document(path: Path) -> SourceText:
    """The lines of a text, DOCX or HTML file; ImportRefused for anything else."""
    content = read_bytes(path)
    for beginning, key in OTHER_FORMATS:
        if content.startswith(beginning):
            raise ImportRefused(key)
    if content.startswith(b"PK"):
        return limited(SourceText(path.name, read_word_file(content)))
    text = decode(content)
    if is_web_page(path, text):
        return limited(SourceText(path.name, read_web_page(text)))
    return limited(SourceText(path.name, text_lines(text)))


def read_bytes(path: Path) -> bytes:
    """The bytes of the file, its size looked at before it is opened."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ImportRefused("import-too-large", {"most": MOST_BYTES // 1_000_000})
        content = path.read_bytes()
    except OSError as error:
        fault = fault_of(error)
        raise ImportRefused(fault.key, {**fault.values, "file": path.name}) from error
    if not content.strip():
        raise ImportRefused("import-empty")
    return content


def is_web_page(path: Path, text: str) -> bool:
    """By its ending, or by how the text begins."""
    beginning = text[:500].lstrip().lower()
    return path.suffix.lower() in {".html", ".htm"} or beginning.startswith(("<!doctype", "<html"))


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a plain text, numbered as an editor numbers them."""
    ends_alike = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(Line(number, line) for number, line in enumerate(ends_alike.split("\n"), start=1))


def limited(source: SourceText) -> SourceText:
    """The same source; ImportRefused when it is empty, or longer than any plan."""
    parts = sum(1 + line.text.count("|") + len(line.cells) for line in source.lines)
    if parts > MOST_PARTS:
        raise ImportRefused("import-too-many-lines", {"most": MOST_PARTS})
    length = sum(len(line.text) + sum(map(len, line.cells)) for line in source.lines)
    if length > MOST_CHARACTERS:
        raise ImportRefused("import-too-long", {"most": MOST_CHARACTERS})
    if not any(line.text.strip() or any(line.cells) for line in source.lines):
        raise ImportRefused("import-empty")
    return source
