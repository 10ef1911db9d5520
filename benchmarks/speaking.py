"""How long bulletins take to be spoken: python -m benchmarks.speaking 1000

Makes so many bulletins of four hundred words, and a voice that says at once what it said before, so
that all that is measured is ours: the words of all, the files of a voice that costs nothing, with
one process and with two, and a second run that has nothing to say. Compare ratios between machines,
not seconds.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import yaml

from generator.intake import load
from generator.reading import values_of
from generator.records.bulletins import Bulletin
from generator.soundings import sounding
from tests.bulletin_sites import VOICE, bulletin_site, spoken_files, use_voice
from tests.conftest import Project

WORDS = 400
DAY = "2026-11-22"
PATTERN = "mien-phi"


def main(words: list[str]) -> None:
    """Measure with as many bulletins as the first word says."""
    count = int(words[0]) if words else 1000
    with tempfile.TemporaryDirectory() as name:
        project = bulletin_site(Path(name) / "project")
        write_bulletins(project, count)
        print(f"words of {count} bulletins: {seconds_of_words(project):.1f} s")
        use_voice(project, instant_voice(project))
        measured("build without sound", project, "build")
        for workers in (1, 2):
            shutil.rmtree(project.content / "files" / "giong-doc", ignore_errors=True)
            measured(f"spoken by {workers}", project, "speak", "--workers", str(workers))
        measured("spoken again", project, "speak")
        measured("spoken again", project, "speak")
        measured("build with nothing to do", project, "build")
        print(f"{len(spoken_files(project))} files")


def write_bulletins(project: Project, count: int) -> None:
    """Bulletins that differ, each of so many words, said on one day of the month each."""
    folder = project.content / "bulletins"
    pattern = values_of((folder / f"{PATTERN}.yml").read_text(encoding="utf-8"))
    shutil.rmtree(folder)
    folder.mkdir()
    text = " ".join(one["text"] for one in pattern["segments"]).split()
    for number in range(count):
        words = [*islice(cycle(text), number % len(text), number % len(text) + WORDS)]
        segments = [{"text": " ".join(said)} for said in _in_parts(words, 80)]
        airing = {"times": ["05:30"], "from": f"2026-12-{number % 28 + 1:02}"}
        one = pattern | {"id": f"tin-{number}", "title": f"Bản tin số {number}"}
        one |= {
            "lead": f"Đây là bản tin số {number}.",
            "segments": segments,
            "schedule": [airing | {"until": airing["from"]}],
        }
        told = yaml.safe_dump(one, allow_unicode=True, sort_keys=False)
        (folder / f"tin-{number}.yml").write_text(told, encoding="utf-8")


def _in_parts(words: list[str], size: int) -> Iterator[list[str]]:
    yield from (words[at : at + size] for at in range(0, len(words), size))


def seconds_of_words(project: Project) -> float:
    """How long it takes to have the spoken words of all."""
    library, _ = load(project.content)
    bulletins, settings = library.every(Bulletin), library.loudspeaker
    begun = time.monotonic()
    for one in bulletins:
        sounding(one, {}, settings)
    return time.monotonic() - begun


def instant_voice(project: Project) -> str:
    """The command of a voice that has said everything before."""
    text, said = project.root / "said.txt", project.root / "said.wav"
    text.write_text("một hai ba bốn năm. " * (WORDS // 5), encoding="utf-8")
    subprocess.run([sys.executable, str(VOICE), str(text), str(said)], check=True)
    return f"cp {said} {{audio}}"


def measured(what: str, project: Project, *words: str) -> None:
    """Run one command and print what it took."""
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "generator", *words, "--today", DAY, "--quiet"],
        cwd=project.root,
        env=project.environment(),
        capture_output=True,
        text=True,
    )
    print(f"{what}: {time.monotonic() - begun:.1f} s, code {run.returncode} {run.stderr.strip()}")


if __name__ == "__main__":
    main(sys.argv[1:])
