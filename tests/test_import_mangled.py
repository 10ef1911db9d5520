"""Mangled documents, cut, shuffled or wrongly encoded: a result or a refusal, nothing else."""

import random
import time
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.answers import as_json
from generator.importers.drafts import as_drafts
from generator.importers.findings import ImportedDocument
from generator.importers.plan import understand
from generator.importers.reading_files import read_document, text_lines
from generator.importers.source import ImportRefused, SourceText
from generator.reading import values_of

SAMPLES = Path(__file__).parent / "importing"
PLAN = (SAMPLES / "ke-hoach-co-nhan.txt").read_text(encoding="utf-8")
TABLE = (SAMPLES / "ke-hoach-bang-vo.txt").read_text(encoding="utf-8")
DAY = date(2026, 11, 22)


def shuffled(text: str, seed: int) -> str:
    """The lines of a text in another order."""
    lines = text.split("\n")
    random.Random(seed).shuffle(lines)
    return "\n".join(lines)


def holed(text: str, seed: int) -> str:
    """A text in which every twentieth sign is another one."""
    chance = random.Random(seed)
    return "".join(chance.choice("|*-+:.;()1ăỞ\t ") if chance.random() < 0.05 else s for s in text)


VARIANTS: dict[str, bytes] = {
    **{f"cut at {n} %": PLAN[: len(PLAN) * n // 100].encode() for n in range(5, 100, 9)},
    **{f"table cut at {n} %": TABLE[: len(TABLE) * n // 100].encode() for n in range(5, 100, 9)},
    **{f"bytes cut at {n}": PLAN.encode()[:n] for n in (7, 333, 1234, 1501)},
    **{f"shuffled {n}": shuffled(PLAN, n).encode() for n in range(5)},
    **{f"table shuffled {n}": shuffled(TABLE, n).encode() for n in range(5)},
    **{f"holes {n}": holed(PLAN, n).encode() for n in range(4)},
    **{f"table holes {n}": holed(TABLE, n).encode() for n in range(4)},
    "empty": b"",
    "spaces": b"   \n\n  ",
    "binary": bytes(range(256)) * 50,
    "zeros": b"\x00" * 5000,
    "latin": PLAN.encode("ascii", "replace"),
    "utf-16": PLAN.encode("utf-16"),
    "utf-16 without mark": PLAN.encode("utf-16-le"),
    "wrong page": PLAN.encode("cp1258", "replace"),
    "doubly encoded": PLAN.encode().decode("latin-1").encode(),
    "one line": PLAN.replace("\n", " ").encode(),
    "upper": PLAN.upper().encode(),
    "no spaces": PLAN.replace(" ", "").encode(),
    "twice": (PLAN + PLAN).encode(),
    "backwards": PLAN[::-1].encode(),
    "only pipes": b"|\n" * 4000,
    "only dashes": b"-" * 4000 + b"x",
    "markdown table": b"| TT | N\xe1\xbb\x99i dung |\n|---|---|\n| 1 |",
    "html": f"<html><body><table><tr><td>{PLAN}".encode(),
    "html unclosed": b"<html><table><tr><td rowspan=99999 colspan=-3>KE HOACH",
}


@pytest.mark.parametrize("content", VARIANTS.values(), ids=VARIANTS.keys())
def test_a_mangled_file_gives_a_result_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    """Whatever an officer drops in, the answer is a sentence and never a traceback."""
    path = tmp_path / "van-ban.txt"
    path.write_bytes(content)

    check_result(understand(read_or_nothing(path)))


def read_or_nothing(path: Path) -> SourceText:
    """What can be read; no lines where reading was refused, which is an answer too."""
    try:
        return read_document(path)
    except ImportRefused:
        return SourceText(path.name, ())


@given(st.text(max_size=300))
def test_any_text_gives_a_result(content: str) -> None:
    """Nothing that can be typed breaks the importer or its drafts."""
    check_result(understand(source("KẾ HOẠCH\nThử\nI. NỘI DUNG\n" + content)))


def check_result(imported: ImportedDocument) -> None:
    """A result can be told in both languages and written as drafts that read back."""
    assert as_json(imported, "en")["kind"] == imported.kind
    assert len({task.path for task in imported.tasks}) == len(imported.tasks)
    for draft in as_drafts(imported, DAY, {}):
        assert values_of(draft.yaml_text)["id"] == draft.id


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_letters_apart_and_other_line_ends_change_nothing(path: Path) -> None:
    """The same plan from a Mac and from Windows is the same plan."""
    original = path.read_text(encoding="utf-8")

    decomposed = without_remark(source(unicodedata.normalize("NFD", original)), "import-decomposed")
    windows = understand(source(original.replace("\n", "\r\n")))

    assert decomposed == as_json(understand(source(original)))
    assert as_json(windows) == as_json(understand(source(original)))


def without_remark(text: SourceText, key: str) -> dict[str, Any]:
    """The answer without the one warning that tells of the letters themselves."""
    imported = understand(text)
    told = {remark.told() for remark in imported.remarks if remark.key == key}
    answer = as_json(imported)
    answer["warnings"] = [w for w in answer["warnings"] if w not in told]
    return answer


def source(content: str) -> SourceText:
    """A source as if read from a plain file."""
    return SourceText("van-ban.txt", text_lines(content))


@pytest.mark.parametrize(
    "piece",
    ["(", "*", "và ", "a", ",", "1/", "- ", "|", "giai đoạn ", "Sở Tư pháp, ", "-" * 9 + "x",
     "1. việc\n", "+ Sở Y tế\n", "|\nSTT\n|\nNội dung\n|\nThời gian\n|\n", "- Thời gian: Quý I\n"],
)  # fmt: skip
def test_a_long_monotonous_text_ends_quickly(piece: str) -> None:
    """A repeat that goes wrong in one expression would take hours on such a text."""
    head = "KẾ HOẠCH\nThử\nII. NỘI DUNG\n1. Làm\n- Cơ quan chủ trì: "
    started = time.perf_counter()

    understand(source(head + piece * (60_000 // len(piece))))

    assert time.perf_counter() - started < 20
