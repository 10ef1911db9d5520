"""Every fault an author can make has a folder: what the author wrote, and the words it brings.

`content/` of a fault lies over that of `_base`, `theme/` and `mkdocs.yml` over the real ones;
`command.txt` is there where the command that tells it is not `check`.
"""

import shutil
from pathlib import Path

import pytest
import yaml

from generator.__main__ import main
from generator.catalogue import MESSAGES, say, sentences
from tests.conftest import ROOT, TODAY, Project, make_project

FAULTS = ROOT / "tests" / "faults"
NAMES = sorted(path.name for path in FAULTS.iterdir() if not path.name.startswith("_"))
ONLY_A_WARNING = (
    "authorisation-ended",
    "branch-needs",
    "bulletin-outdated",
    "call-too-short",
    "call-window",
    "hours-not-posted",
    "leads-nowhere",
    "list-not-verified",
    "registration-unpublished",
    "review-overdue",
    "slot-runs-on",
    "slot-too-long",
)


def project_with(name: str, folder: Path) -> Project:
    """A project with the faulty content of one folder."""
    layers = [FAULTS / "_base" / "content", FAULTS / name / "content"]
    project = make_project(folder / "project", *(layer for layer in layers if layer.is_dir()))
    if (FAULTS / name / "theme").is_dir():
        shutil.copytree(FAULTS / name / "theme", project.root / "theme", dirs_exist_ok=True)
    if (FAULTS / name / "mkdocs.yml").is_file():
        shutil.copy(FAULTS / name / "mkdocs.yml", project.root)
    return project


def command_of(name: str) -> list[str]:
    """The command that tells the fault."""
    words = FAULTS / name / "command.txt"
    return words.read_text(encoding="utf-8").split() if words.is_file() else ["check"]


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_told_with_its_file_line_and_remedy(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An officer who is no programmer can mend a record from the message alone."""
    project = project_with(name, tmp_path)
    expected = (FAULTS / name / "expected.txt").read_text(encoding="utf-8")
    monkeypatch.chdir(project.root)

    code = main([*command_of(name), "--today", TODAY])

    told = capsys.readouterr()
    assert project.told(told.out) == expected
    if name in ONLY_A_WARNING:
        assert (code, told.err) == (0, "")
    else:
        count = say("vi", "problem-count", {"count": len(expected.splitlines())})
        assert (code, told.err) == (1, f"{count}\n")


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ONLY_A_WARNING])
def test_nothing_is_built_from_faulty_content(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers never meet a page made from content that is known to be wrong."""
    project = project_with(name, tmp_path)
    monkeypatch.chdir(project.root)

    code = main(["build", "--today", TODAY, *command_of(name)[1:]])

    assert code == 1
    assert not project.site.exists()
    assert not (project.root / ".site.new").exists()


def test_all_faults_are_told_together() -> None:
    """Nobody mends one fault a run: a tree with many tells every one, in every file of it."""
    expected = (FAULTS / "many-at-once" / "expected.txt").read_text(encoding="utf-8")

    files = {line.partition(":")[0] for line in expected.splitlines()}

    assert len(expected.splitlines()) >= 15
    assert len(files) == 7


def test_a_file_too_large_is_told_at_once(tmp_path: Path) -> None:
    """A recording saved under the name of a record stops nothing but itself; it is made here."""
    project = project_with("_base", tmp_path)
    project.add("documents/thu.yml", "title: " + "á" * 400_000)

    run = project.call("check")

    message = say("vi", "too-large", {"most": 512})
    assert run.stdout == f"content/documents/thu.yml: {message}\n"


def test_every_message_for_authors_has_its_fault() -> None:
    """No sentence of the catalogue is left that nobody has seen in its place."""
    every = yaml.safe_load((MESSAGES / "content.vi.yml").read_text(encoding="utf-8"))
    told = "\n".join(path.read_text(encoding="utf-8") for path in FAULTS.glob("*/expected.txt"))
    unseen = {key for key in every if not all(part in told for part in _fixed_parts(key))}

    assert unseen == {"too-large"}, "a key without a folder in tests/faults"


def _fixed_parts(key: str) -> list[str]:
    """The words of a sentence between its holes."""
    sentence = sentences("vi")[key]
    return [part.partition("}")[2] for part in ("}" + sentence).split("{")]


def test_a_fault_folder_is_named_after_its_message() -> None:
    """Whoever changes a sentence finds its fault without searching."""
    every = yaml.safe_load((MESSAGES / "content.vi.yml").read_text(encoding="utf-8"))

    assert set(NAMES) - set(every) == {"many-at-once", "ledger-not-utf8"}


@pytest.mark.parametrize("name", ["needed-to-publish", "unknown-field-near", "many-at-once"])
def test_faults_are_told_in_english_too(name: str, tmp_path: Path) -> None:
    """A developer abroad reads the same faults, at the same places, in English."""
    project = project_with(name, tmp_path)

    vietnamese = project.call("check").stdout.splitlines()
    english = project.run("check", "--lang", "en").stdout.splitlines()

    assert [_place(line) for line in english] == [_place(line) for line in vietnamese]
    assert not set(english) & set(vietnamese)


def _place(line: str) -> str:
    return line.partition(": ")[0]
