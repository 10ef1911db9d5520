"""The real content: sound, readable, sourced, and in our own words."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import examine_all
from generator.intake import load, read_record
from generator.library import OF_FOLDER, Library
from generator.project import Project as Line
from generator.records.agencies import Agency
from generator.records.campaigns import Campaign
from generator.records.documents import Document
from generator.records.plans import Plan
from generator.records.programmes import Programme
from generator.records.record import Record
from tests.conftest import ROOT, SITES, TODAY, make_project

CONTENT = ROOT / "content"
SOURCES = ROOT.parent / "shared"
RUN = 12  # so many words in a row are no coincidence

FILES = sorted(
    path
    for folder in (CONTENT, SITES)
    for path in folder.rglob("*")
    if path.suffix in (".yml", ".md") and not path.name.startswith(".")
)


@pytest.fixture(scope="module")
def library() -> Library:
    """All records."""
    return load(CONTENT)[0]


def test_the_content_has_no_fault() -> None:
    """What this repository publishes passes its own checks, on the day it was compared.

    The hours of two real centres stand in no source that we could compare, and none are invented.
    """
    line = Line(ROOT, CONTENT, ROOT / "site", date.fromisoformat(TODAY))

    problems = examine_all(line)

    assert [one for one in problems if one.key != "hours-not-posted"] == []


def test_every_address_of_today_is_written_down(tmp_path: Path) -> None:
    """What nobody wrote down may be lost tomorrow without a word."""
    project = make_project(tmp_path / "project", CONTENT)
    ledger = project.content / "addresses.txt"
    before = ledger.read_text(encoding="utf-8")

    run = project.call("addresses")

    assert run.returncode == 0, run.stdout + run.stderr
    assert ledger.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_text_is_precomposed(path: Path) -> None:
    """A word is found by searching, whoever typed it on whatever keyboard."""
    text = path.read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "\ufffd" not in text


def test_every_task_names_its_place_in_the_source(library: Library) -> None:
    """A reader finds each task again in the document itself."""
    tasks = [(plan.id, task) for plan in library.every(Plan) for task in plan.all_tasks()]

    assert len({plan for plan, _ in tasks}) >= 5
    assert [(plan, task.text) for plan, task in tasks if not task.path] == []


def test_every_target_and_report_names_its_place_in_the_source(library: Library) -> None:
    """So does each figure, and each duty to report."""
    for plan in library.every(Plan):
        assert all(target.path for target in plan.targets), plan.id
        assert all(duty.path for duty in plan.report_duties), plan.id


def test_each_plan_has_its_public_campaign(library: Library) -> None:
    """No plan stays an office paper: a citizen finds what it means for him."""
    told = {plan for campaign in library.every(Campaign) for plan in campaign.plans}

    assert {plan.id for plan in library.every(Plan)} <= told


def _raw(record: Record) -> bytes:
    return (CONTENT.parent / record.file).read_bytes()


def test_nothing_real_leads_to_a_demonstration(library: Library) -> None:
    """Nobody calls a made-up office because a real page sent him there."""
    named = [
        (record.key, library.find(OF_FOLDER[one.folder], one.id))
        for record in library.all()
        if not record.demo
        for one in read_record(type(record), _raw(record), record.file)[1].references
    ]

    assert len(named) > 100
    assert [(key, target.key) for key, target in named if target and target.demo] == []


# ---- our own words -------------------------------------------------------------------------------

AS_PRINTED = {"as_written", "number", "names", "abbreviations", "role", "sources", "signer"}
LAW_DAY = "Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam"
# What is a name or is quoted as printed is not ours to reword: the fields above, the titles and
# numbers of documents, days, the official names of agencies, programmes and Law Day within a text,
# and whatever stands in quotation marks.


def test_no_sentence_is_copied_from_a_source(library: Library) -> None:
    """We tell what the law says in plain words of our own; no page is a stolen page."""
    if not SOURCES.is_dir():
        pytest.skip("the texts to compare with are not beside this project")
    sources = _runs_of_sources()
    names = _names(library)

    copied = [
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in sorted((*CONTENT.rglob("*.yml"), *CONTENT.rglob("*.md")))
        for text in _our_texts(path)
        for run in _runs(_without(text, names))
        if run in sources
    ]

    assert copied == []


def _runs_of_sources() -> set[tuple[str, ...]]:
    texts = [*(SOURCES / "seeds").glob("*.txt"), *(SOURCES / "law").glob("*.md")]
    assert texts
    return {run for path in texts for run in _runs(path.read_text("utf-8", "replace"))}


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of so many words; signs between words do not count, a bar ends a run."""
    for part in unicodedata.normalize("NFC", text).lower().split("|"):
        words = re.findall(r"\w+", part)
        yield from (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _our_texts(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield text
        return
    values = yaml.load(text, Loader=yaml.CBaseLoader)
    printed = AS_PRINTED | ({"title"} if path.parent.name == "documents" else set())
    yield from _texts({name: value for name, value in values.items() if name not in printed})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, below in value.items():
            yield from _texts(below) if name not in AS_PRINTED else ()
    elif isinstance(value, list):
        for below in value:
            yield from _texts(below)
    else:
        yield str(value)


def _names(library: Library) -> list[str]:
    """The official names, the longest first."""
    names = [one.title for one in library.every(Document)]
    names += [one.name for one in library.every(Programme)]
    names += [name.name for one in library.every(Agency) for name in one.names]
    names += [one.number for one in library.every(Document) if one.number] + [LAW_DAY]
    return sorted((name.lower() for name in names), key=len, reverse=True)


def _without(text: str, names: list[str]) -> str:
    """A text with a bar where something quoted or an official name stood."""
    left = re.sub(r"“[^”]*”|\"[^\"]*\"|\d+/\d+/\d+", "|", text.lower())
    for name in names:
        left = left.replace(name, "|")
    return left
