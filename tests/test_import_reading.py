"""Reading files: every file gives lines or a sentence that says what to do, never a traceback."""

import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from generator.importers.reading_files import MOST_BYTES, MOST_CHARACTERS, MOST_PARTS, read_document
from generator.importers.source import ImportRefused, SourceText

SENTENCE = "Kế hoạch và các việc của cơ quan được thực hiện theo tỉnh"


def read(tmp_path: Path, content: bytes, name: str = "van-ban.txt") -> SourceText:
    """What reading a file of these bytes gives."""
    path = tmp_path / name
    path.write_bytes(content)
    return read_document(path)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
def test_every_unicode_file_reads_alike(tmp_path: Path, encoding: str, mark: bytes) -> None:
    """Notepad and Word save Unicode in four ways."""
    source = read(tmp_path, mark + f"{SENTENCE}\r\nhai\rba".encode(encoding))

    assert [(line.number, line.text) for line in source.lines] == [
        (1, SENTENCE), (2, "hai"), (3, "ba"),
    ]  # fmt: skip


def test_windows_1258_becomes_composed_unicode(tmp_path: Path) -> None:
    """Old Vietnamese Windows saves letters and tones apart, in one byte each."""
    tones = frozenset("\u0300\u0301\u0303\u0309\u0323")
    apart = "".join(tone_apart(letter, tones) for letter in SENTENCE)

    assert read(tmp_path, apart.encode("cp1258")).lines[0].text == SENTENCE


def tone_apart(letter: str, tones: frozenset[str]) -> str:
    """A letter with its tone as a sign of its own, as that code page needs it."""
    decomposed = unicodedata.normalize("NFD", letter)
    base = "".join(sign for sign in decomposed if sign not in tones)
    return unicodedata.normalize("NFC", base) + "".join(s for s in decomposed if s in tones)


@pytest.mark.parametrize(
    ("content", "name", "key"),
    [
        (b"", "a.txt", "import-empty"),
        (b" \n\t\n", "a.txt", "import-empty"),
        (b"%PDF-1.7 ...", "a.pdf", "import-pdf"),
        (b"\xd0\xcf\x11\xe0 ...", "a.doc", "import-old-word"),
        (b"{\\rtf1 ...", "a.rtf", "import-rtf"),
        (b"\x89PNG\r\n", "a.png", "import-picture"),
        (b"abc\x00def" * 99, "a.txt", "import-binary"),
        (bytes(range(1, 256)) * 9, "a.bin", "import-binary"),
        (b"PK\x03\x04 broken", "a.docx", "import-damaged-word"),
        ("có".encode("utf-16-le") * 30, "a.txt", "import-no-bom"),
        ("caf\u00e9 r\u00e9sum\u00e9".encode("latin-1"), "a.txt", "import-unknown-encoding"),
        ("KÕ ho¹ch vµ c¸c viÖc cña tØnh".encode("cp1252"), "a.txt", "import-old-font"),
        ("Keá hoaïch vaø caùc vieäc cuûa tænh".encode(), "a.txt", "import-old-font"),
        (b"<html></html>", "a.html", "import-empty"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_a_remedy(
    tmp_path: Path, content: bytes, name: str, key: str
) -> None:
    """The officer is told what to do instead, in Vietnamese and in English."""
    with pytest.raises(ImportRefused) as refused:
        read(tmp_path, content, name)

    assert refused.value.key == key
    assert str(refused.value) == refused.value.told("vi") != refused.value.told("en")


def test_an_archive_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    """Plans often come as a ZIP of several files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("ke-hoach.txt", SENTENCE)

    with pytest.raises(ImportRefused, match="giải nén"):
        read(tmp_path, buffer.getvalue(), "a.zip")


def test_an_archive_that_unpacks_to_gigabytes_is_refused_before_unpacking(tmp_path: Path) -> None:
    """A small malicious file must not fill the memory."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 120_000_000)

    with pytest.raises(ImportRefused, match="MB"):
        read(tmp_path, buffer.getvalue(), "a.docx")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """Fifty megabytes by mistake must end at once."""
    path = tmp_path / "to.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    with pytest.raises(ImportRefused, match="20 MB"):
        read_document(path)


def test_a_text_longer_than_any_plan_is_refused(tmp_path: Path) -> None:
    """Every later step stays quick because of this limit."""
    with pytest.raises(ImportRefused, match="ký tự"):
        read(tmp_path, b"a" * (MOST_CHARACTERS + 1))


def test_a_text_of_countless_short_lines_is_refused(tmp_path: Path) -> None:
    """Every line costs a step; no plan has lines as short as that."""
    with pytest.raises(ImportRefused, match="dòng và ô bảng"):
        read(tmp_path, b"|a\n" * (MOST_PARTS // 2))


def test_a_file_that_is_not_there_is_told_and_not_raised(tmp_path: Path) -> None:
    """A typing error in a path is no reason for a traceback."""
    with pytest.raises(ImportRefused, match="Không có tệp"):
        read_document(tmp_path / "khong-co.txt")


def word_file(change: Callable[[str], str]) -> bytes:
    """A DOCX with one table, its main part changed."""
    document, plain, changed = docx.Document(), io.BytesIO(), io.BytesIO()
    document.add_table(2, 2)
    document.save(plain)
    with zipfile.ZipFile(plain) as parts, zipfile.ZipFile(changed, "w") as copy:
        for name in parts.namelist():
            text = parts.read(name)
            is_main = name == "word/document.xml"
            copy.writestr(name, change(text.decode()).encode() if is_main else text)
    return changed.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "<x/>",
        lambda text: text[: text.index("<w:body>")] + "</w:document>",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="x"/>', 1),
        lambda text: text.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="20000000"/>', 1),
    ],
    ids=["another root", "no body", "torn", "a span that is no number", "a span of millions"],
)
def test_a_damaged_word_file_is_refused(tmp_path: Path, change: Callable[[str], str]) -> None:
    """A file broken by a bad stick must not keep the other files from being read."""
    with pytest.raises(ImportRefused) as refused:
        read(tmp_path, word_file(change), "a.docx")

    assert refused.value.key == "import-damaged-word"


def test_a_cell_merged_with_nothing_above_is_read(tmp_path: Path) -> None:
    """Word opens such tables, so officers send them."""
    content = word_file(
        lambda text: text.replace("<w:tcPr>", "<w:tcPr><w:vMerge/>", 1).replace(
            "<w:p/>", "<w:p><w:r><w:t>Sở Tư pháp</w:t></w:r></w:p>"
        )
    )

    cells = [cell for line in read(tmp_path, content, "a.docx").lines for cell in line.cells]

    assert cells.count("Sở Tư pháp") == 4
