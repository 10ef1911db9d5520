"""The score against real documents with hand-checked answers, which lie outside the project."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.importers.answers import as_json
from generator.importers.plan import understand
from generator.importers.reading_files import read_document

SHARED = Path(__file__).parents[2] / "shared"
SCORER = SHARED / "samples" / "score_import.py"
KINDS = (
    ("001_", "news_about_plan"),
    (r"\d\d_tthc", "procedure_decision"),
    ("18_|29_|30_|31_", "not_a_plan"),
    ("", "plan"),
)
ALL = sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("samples/*/*.txt")])

pytestmark = pytest.mark.skipif(
    not SCORER.exists(), reason="the real documents and their answers are not part of the project"
)


@pytest.mark.parametrize(("gold", "needed"), [("gold/plans", 95), ("gold/procedures", 95)])
def test_real_documents_are_understood_as_people_understood_them(
    gold: str, needed: float, tmp_path: Path
) -> None:
    """The importer is worth having only if it saves an officer most of the typing."""
    for path in ALL:
        answer = as_json(understand(read_document(path)))
        (tmp_path / f"{path.stem}.json").write_text(json.dumps(answer), encoding="utf-8")

    told = subprocess.run(
        [sys.executable, str(SCORER), gold, str(tmp_path), "--misses"],
        cwd=SCORER.parent, capture_output=True, text=True, check=True, encoding="utf-8",
    ).stdout  # fmt: skip

    score = re.search(r"MACRO-AVERAGE ([\d.]+)", told)
    assert score
    assert float(score[1]) >= needed, told


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_every_real_document_is_imported_and_says_what_it_is(path: Path) -> None:
    """Documents nobody prepared must not stop the importer."""
    imported = understand(read_document(path))

    expected = next(kind for name, kind in KINDS if re.match(name, path.name))
    assert imported.kind == expected
    assert bool(imported.tasks) == (expected in ("plan", "news_about_plan"))


LISTS = {"24_": 9, "26_": 0, "27_": 50, "28_": 18}  # counted by hand; 26 has its list elsewhere


@pytest.mark.parametrize(("name", "count"), LISTS.items())
def test_every_row_of_a_real_list_is_found_with_its_code(name: str, count: int) -> None:
    """A procedure that is missed here is missed by every citizen who looks for it."""
    (path,) = [path for path in ALL if path.name.startswith(name)]

    procedures = understand(read_document(path)).procedures

    assert len(procedures) == len({one.code for one in procedures}) == count
