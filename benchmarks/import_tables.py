"""How long a spreadsheet of organisations takes to import: python -m benchmarks.import_tables 20000

Prints seconds and peak memory of three runs as whole processes: all rows new, all rows the same
again, and again after a hundred edits. Compare ratios between machines, not seconds.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.spreadsheets import HEADINGS, organisation_rows, xlsx

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/sites/small/content"
EDITS = 100


def main(words: list[str]) -> None:
    """Measure with as many rows as the first word says."""
    count = int(words[0]) if words else 20_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("areas", "documents"):
            (folder / "content").mkdir(exist_ok=True)
            (folder / "content" / kind).symlink_to(SAMPLE / kind)
        rows = organisation_rows(count)
        table = xlsx(folder / "bang.xlsx", rows)
        measured("new", folder, table)
        measured("the same again", folder, table)
        for row in rows[1 : EDITS * 7 : 7]:
            row[HEADINGS.index("Địa chỉ")] = "Nhà mới"
        measured(f"{EDITS} edits", folder, xlsx(table, rows))


def measured(what: str, folder: Path, table: Path) -> None:
    """Run one import and print what it took."""
    begun = time.monotonic()
    words = [sys.executable, "-m", "generator", "import", table.name, "--into", "content"]
    run = subprocess.run(
        words, cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    seconds = time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    changed = run.stdout.count("Thay đổi content/")
    print(f"{what}: {seconds:.1f} s, at most {peak} MB so far, {changed} records changed")


if __name__ == "__main__":
    main(sys.argv[1:])
