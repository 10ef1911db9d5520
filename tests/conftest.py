"""What every test may use: projects in a folder of their own, and the commands to run there."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import HealthCheck, settings
from jinja2 import Environment

from generator.__main__ import main

PATIENT = [HealthCheck.too_slow]
settings.register_profile("shared machine", deadline=None, suppress_health_check=PATIENT)
settings.load_profile("shared machine")  # how fast it is today is no property of the code

# Where a shell starts the tests in the background it has Ctrl+C ignored, and programs would be
# born deaf to it; a handler here gives them back what they have on a terminal.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parents[1]
SITES = ROOT / "tests" / "sites"
SPOKEN_HERE = shutil.ignore_patterns("giong-doc")  # what a voice of this machine said
TODAY = "2026-11-24"  # the day on which the sample content was compared with its sources


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One worker more than there are cores: who drives a browser or a process mostly waits."""
    return len(os.sched_getaffinity(0)) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option for whoever changed the site on purpose."""
    parser.addoption("--renew-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture(scope="session", autouse=True)
def _each_template_is_compiled_once() -> Iterator[None]:
    """Every test has the theme in a folder of its own, so Jinja would compile it for each anew."""
    compiled: dict[tuple[object, ...], CodeType] = {}
    compile = Environment.compile

    def once(
        self: Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        said = frozenset(getattr(self, "sentences", {}).items())
        key = (type(self), self.autoescape, self.trim_blocks, *self.extensions, said, name, source)
        if key not in compiled:
            compiled[key] = compile(self, source, name, filename)
        return compiled[key].replace(co_filename=filename or "<template>")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", once)
        yield


LOST = 99  # how a copy of this process ends whose command raised what no command should


class Project:
    """A project folder: the real mkdocs.yml and theme around some content."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def content(self) -> Path:
        """The folder of its records and prose."""
        return self.root / "content"

    @property
    def site(self) -> Path:
        """Where `build` puts the site."""
        return self.root / "site"

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """A command of pbgdpl as a whole process, on the fixed day."""
        return self.python("-m", "generator", *self.dated(words), **environment)

    def call(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The same command within this process, for tests that are not about how it starts."""
        given = self.dated(words)
        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
        with chdir(self.root), redirect_stdout(out), redirect_stderr(err):
            try:
                code: object = main(given)
            except SystemExit as left:
                code = left.code
        assert isinstance(code, int)
        return subprocess.CompletedProcess(given, code, _written(out), _written(err))

    def killed(self, *words: str, after: float) -> bool:
        """The same command in a copy of this process, killed so many seconds later; if it was.

        A copy has loaded what it needs, so that no kill is spent on a program that has not begun.
        """
        child = os.fork()
        if not child:
            code = LOST
            try:
                code = self.call(*words).returncode
            finally:
                os._exit(code)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) != LOST
        return os.WIFSIGNALED(status)

    def mkdocs_build(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """`mkdocs build` as a whole process, in this folder."""
        return self.python("-m", "mkdocs", "build", **environment)

    def python(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Python with these words, as a whole process in this folder."""
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.root,
            env=self.environment(**environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def dated(self, words: tuple[str, ...]) -> list[str]:
        """The words of a command with the fixed day, unless they name another."""
        knows_days = words[:1] and not words[0].startswith("-") and "--help" not in words
        return [*words, "--today", TODAY] if knows_days and "--today" not in words else [*words]

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of its commands: this generator, and temporary files of its own."""
        folder = self.root / "tmp"
        folder.mkdir(exist_ok=True)
        return os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder), **more}

    def told(self, words: str) -> str:
        """What a command said, without the name of this test's own folder."""
        return words.replace(f"{self.root.resolve()}/", "")

    def add(self, place: str, text: str) -> Path:
        """Write a file below content/."""
        path = self.content / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def change(self, place: str, old: str, new: str) -> None:
        """Replace the only `old` of a file below content/."""
        path = self.content / place
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{place} holds {old!r} {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")


def _written(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def make_project(root: Path, *layers: Path) -> Project:
    """A project whose content is the given folders laid over each other, the last on top."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "theme", root / "theme")
    for layer in layers:
        shutil.copytree(layer, root / "content", ignore=SPOKEN_HERE, dirs_exist_ok=True)
    return Project(root)


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A project with the small site, to be changed at will."""
    return make_project(tmp_path / "project", SITES / "small" / "content")


@pytest.fixture(scope="session")
def built_small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small site, built once; to be read only."""
    project = make_project(tmp_path_factory.mktemp("small"), SITES / "small" / "content")
    run = project.run("build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project


@pytest.fixture(scope="session")
def built_real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content, built once; to be read only."""
    project = make_project(tmp_path_factory.mktemp("real"), ROOT / "content")
    run = project.run("build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes, by its path within."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
