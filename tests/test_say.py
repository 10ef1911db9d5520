"""`pbgdpl say`: anyone can try how a line is said before it goes on air."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Project
from tests.test_vietnamese_spoken import CASES


@pytest.fixture
def office(tmp_path: Path) -> Project:
    """A folder with nothing but the abbreviations of an office."""
    project = Project(tmp_path)
    project.add("abbreviations.yml", "abbreviations:\n  - {short: NVH, say: nhà văn hóa}\n")
    return project


def said(project: Project, lines: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    """`pbgdpl say` as a whole process, given these lines."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "say", *words],
        cwd=project.root,
        env=project.environment(),
        input=lines,
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_each_line_is_printed_as_it_is_said(office: Project) -> None:
    """The whole table goes through the command that officers use, one line for one line."""
    lines = "".join(f"{written}\n" for written, _ in CASES)

    run = said(office, lines.encode())

    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout.decode().splitlines() == [spoken for _, spoken in CASES]


def test_a_line_may_stand_on_the_command_line(office: Project) -> None:
    """Trying one line takes one line."""
    run = office.run("say", "Họp", "ở NVH, 19h30")

    assert run.stdout == "Họp ở nhà văn hóa, mười chín giờ ba mươi phút\n"


def test_a_line_stays_a_line(office: Project) -> None:
    """Blank lines and the signs that Windows puts before and after lines do no harm."""
    run = said(office, "\ufeffĐiều 7\r\n\r\nKhoản 2".encode())

    assert run.stdout.decode() == "Điều bảy\n\nKhoản hai\n"


def test_what_cannot_be_said_is_told_and_the_rest_is_said(office: Project) -> None:
    """Nothing is dropped in silence: line and sign are named, and the command ends with 1."""
    run = said(office, "Điều 7\nxem 中文 nhé\n".encode())

    assert run.returncode == 1
    assert run.stdout.decode() == "Điều bảy\nxem nhé\n"
    assert run.stderr.decode() == (
        "Dòng 2, chữ thứ 5: không đọc được “中文”."
        " Hãy viết lại bằng chữ, đúng như khi đọc lên loa.\n"
    )


def test_another_encoding_is_told(office: Project) -> None:
    """A text of an old machine is not read as rubbish."""
    run = said(office, b"Bu\xf9i t\xf4i\n")

    assert run.returncode == 1
    assert run.stdout == b""
    assert "Dòng 1 không phải chữ UTF-8" in run.stderr.decode()


def test_faults_of_the_list_are_told_first(office: Project) -> None:
    """A slip in the list of abbreviations is not taken for the way things are said."""
    office.add("abbreviations.yml", "abbreviations:\n  - {short: NVH}\n")

    run = said(office, b"NVH\n")

    assert run.returncode == 1
    assert run.stdout.decode().startswith("content/abbreviations.yml:2: ")
