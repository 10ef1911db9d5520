"""The projects that a browser looks at: the real one, and copies in a folder of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
TODAY = "2026-11-24"


def generator(*words: str) -> list[str]:
    """The command line of one of the generator's doors."""
    return [sys.executable, "-m", "generator", *words]


def environment() -> dict[str, str]:
    """The surroundings of a door, so that it opens this generator in any folder."""
    return {**os.environ, "PYTHONPATH": str(PROJECT)}


def build(root: Path, site: Path) -> Path:
    """Build the project at `root` into `site`; what went wrong stands in the test's report."""
    words = generator("build", "--today", TODAY, "--site", str(site))
    done = subprocess.run(words, cwd=root, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def chrome_of_the_project(root: Path) -> Path:
    """A folder with our settings, theme and prose, and no records yet."""
    root.mkdir()
    shutil.copy(PROJECT / "mkdocs.yml", root)
    shutil.copytree(PROJECT / "theme", root / "theme")
    shutil.copytree(PROJECT / "content" / "pages", root / "content" / "pages")
    return root


def copy_of_the_project(root: Path) -> Path:
    """The whole project, to be edited freely."""
    shutil.copytree(
        PROJECT / "content", chrome_of_the_project(root) / "content", dirs_exist_ok=True
    )
    return root
