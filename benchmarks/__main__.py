"""Measure our build against its peers: python -m benchmarks [--short]

Prints every figure and writes them to RESULTS.md, in about an hour. With --short, which takes
about five minutes and is for seeing whether a change pays, they are printed only: fewer records and
one round are no basis for a figure that is told to others.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import browser
from benchmarks.measuring import say
from benchmarks.race import FULL, SHORT, run
from benchmarks.results import page

RESULTS = Path(__file__).with_name("RESULTS.md")
TITLE = "How fast it is"
SHORT_TITLE = "How fast it is: SHORT run of fewer records, for which the aims are not meant"
WRONG_USE = 2


def main(words: Sequence[str] | None = None) -> int:
    """Measure; 0 done, 2 Hugo or Chromium is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="few records, one round, five minutes")
    is_short = parser.parse_args(words).short
    if not shutil.which("hugo"):
        print("Hugo is missing: install it (Debian: apt-get install hugo).", file=sys.stderr)
        return WRONG_USE
    if not browser.chromium():
        print("Chromium is missing: run `make bench`, which sees to it.", file=sys.stderr)
        return WRONG_USE
    told = page(run(SHORT if is_short else FULL), SHORT_TITLE if is_short else TITLE)
    print(told)
    if not is_short:
        RESULTS.write_text(told, encoding="utf-8")
        say(f"written to {RESULTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
