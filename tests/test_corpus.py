"""The made-up content for measuring: valid, repeatable, and nobody's."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import FEWEST, MAKERS, MOST, main, make
from benchmarks.made_up.block_yaml import Value, yaml_text
from benchmarks.made_up.draw import Draw
from benchmarks.made_up.numbering import Map
from generator.records import KINDS
from tests.conftest import Project, make_project, tree

COUNT = 1_000
OF_EACH_KIND = 40  # records that are read back
TELEPHONE = re.compile(r"kind: (?:phone|hotline|fax)[,\n] *value: ([0-9 ]+)")
NOBODYS = re.compile(r"02[0-9]{2} 000 00[0-9]{2,3}")  # no subscriber's number begins with 0


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the smallest corpus there is; to be read only."""
    project = make_project(tmp_path_factory.mktemp("corpus"))
    make(COUNT, project.content)
    return project


@pytest.fixture(scope="module")
def corpus(project: Project) -> dict[str, bytes]:
    """Every file of it by its place."""
    return tree(project.content)


def test_the_same_seed_gives_the_same_bytes(corpus: dict[str, bytes], tmp_path: Path) -> None:
    """Two people who measure measure the same work."""
    make(COUNT, tmp_path / "again")

    assert tree(tmp_path / "again") == corpus


def test_another_seed_gives_another_corpus(corpus: dict[str, bytes], tmp_path: Path) -> None:
    """A figure that holds for one corpus by luck is found out with a second."""
    make(COUNT, tmp_path / "other", seed=2)

    other = tree(tmp_path / "other")
    assert other != corpus
    assert len(records_of(other)) == COUNT


def records_of(corpus: Mapping[str, bytes]) -> list[str]:
    """The places of its records."""
    return [place for place in corpus if place.endswith(".yml")]


def test_there_are_exactly_so_many_files_and_every_kind(corpus: dict[str, bytes]) -> None:
    """Seconds for each record are only true of the number that was asked for."""
    records = records_of(corpus)

    assert len(records) == COUNT
    assert {place.split("/")[0] for place in records} == {kind.folder for kind in KINDS}


@given(st.integers(FEWEST, MOST))
def test_any_number_can_be_shared_out(count: int) -> None:
    """Whoever measures chooses the size, not the corpus."""
    plan = Map(count, seed=1)

    assert sum(plan.counts.values()) == count
    assert min(plan.counts.values()) > 0
    assert plan.counts.keys() == MAKERS.keys()


def test_a_larger_corpus_has_more_provinces_not_longer_lists() -> None:
    """What a record costs can be compared between sizes only if a record stays what it was."""
    small, large = Map(5_000, seed=1), Map(100_000, seed=1)

    for kind in ("areas", "organisations", "documents", "plans"):
        assert abs(small.size(kind, 0) - large.size(kind, 0)) <= small.size(kind, 0) / 50 + 1


def test_the_corpus_is_sound(project: Project) -> None:
    """A build that stops at a fault measures nothing."""
    told = project.call("check")

    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.count("\n") == 1  # not even a warning


def test_nobody_can_be_called(corpus: dict[str, bytes]) -> None:
    """A number that was made up must not ring at a stranger's."""
    text = b"\n".join(corpus.values()).decode()
    numbers = TELEPHONE.findall(text)

    assert len(numbers) > COUNT / 3
    assert [one for one in numbers if not NOBODYS.fullmatch(one)] == []
    addresses = re.findall(r"(?:@|https?://)[^\s,}\]]+", text)
    assert [one for one in addresses if not one.endswith(".example")] == []


@pytest.mark.parametrize("kind", MAKERS)
def test_what_was_meant_is_what_is_read(kind: str) -> None:
    """A quote left out would make another record than the one that was thought of."""
    plan = Map(20_000, seed=3)

    for number in range(min(plan.counts[kind], OF_EACH_KIND)):
        fields = MAKERS[kind](Draw(plan, kind, number))
        assert yaml.load(yaml_text(fields), Loader=yaml.CBaseLoader) == as_read(fields)


def as_read(value: Value) -> Any:
    """A value as readers of YAML get it: texts only, and no empty fields."""
    if isinstance(value, Mapping):
        return {name: as_read(one) for name, one in value.items() if one or one == 0}
    if isinstance(value, str | int):
        return str(value)
    return [as_read(one) for one in value]


@pytest.mark.parametrize("words", ["much", "-5", "999", "100001", "1e4", "１０００"])
def test_a_wrong_number_is_refused_in_one_line(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever mistypes learns what was meant, and nothing is written."""
    try:
        code: object = main([words, str(tmp_path / "new")])
    except SystemExit as left:
        code = left.code

    told = capsys.readouterr()
    assert code == 2
    assert re.fullmatch(r"[^\n]+\n", told.err)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody loses real content to a corpus."""
    (tmp_path / "real.yml").write_text("id: real")

    assert main(["1000", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        f"{tmp_path} is no empty folder; give one, or a name that is free.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["real.yml"]
