"""The audit tells what Lighthouse saw, and fails where an aim is missed."""

from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

import pytest

from benchmarks import browser
from tests import audit, node_tools
from tests.browser.pages import KINDS
from tests.web_server import Compressing, sent

BASE = "http://127.0.0.1:1/"
FILES = {"index.html": 4_000, "assets/stylesheets/site.css": 11_000}
RECORDS = {KINDS["procedure"], KINDS["finder"]}


def report(page: str, files: dict[str, int], speed: float = 1, **audits: Any) -> audit.Report:
    """What Lighthouse says of a page, as far as the audit reads it."""
    items = [{"url": BASE + address, "transferSize": size} for address, size in files.items()]
    refs = [{"id": id, "weight": weight} for id, weight in (("shift", 25), ("idle", 0))]
    return {
        "finalDisplayedUrl": BASE + page,
        "categories": {
            name: {"score": speed if name == audit.PERFORMANCE else 1, "auditRefs": []}
            for name in audit.AIMS
        }
        | {audit.PERFORMANCE: {"score": speed, "auditRefs": refs}},
        "audits": {
            "network-requests": {"details": {"items": items}},
            "shift": {"score": speed, "title": "Shift", "displayValue": "0.2"},
            "idle": {"score": 0, "title": "Of no weight"},
        }
        | audits,
    }


def seen(kind: str, bytes: int, speed: float = 1) -> audit.Seen:
    """What is seen of a page of a kind that weighs so much, for a reader who has been at home."""
    page = KINDS[kind]
    return audit.seen(report(page, FILES | {page: bytes}, speed), BASE, FILES)


def test_the_next_page_is_what_a_reader_has_not_yet() -> None:
    """Style and scripts that came with the first page are paid for once."""
    found = seen("procedure", 6_000)

    assert (found.first_view, found.next_page) == (21_000, 6_000)


def test_the_first_page_is_its_own_next_page() -> None:
    """Who comes back to the first page has all but its words."""
    found = audit.seen(report("index.html", FILES), BASE, FILES)

    assert (found.first_view, found.next_page) == (15_000, 4_000)


def test_what_costs_points_is_named() -> None:
    """Who is to mend a page is told what, and nothing that weighs nothing."""
    assert seen("procedure", 1, speed=0.87).faults == ["performance: Shift 0.2"]


def test_the_page_that_is_worst_is_judged() -> None:
    """A mean of all pages would hide the one that keeps a reader waiting."""
    found = {"procedure": seen("procedure", 9_000), "finder": seen("finder", 7_000, speed=0.87)}

    missed = [one.what for one in audit.figures(found, RECORDS) if not one.is_met]

    assert missed == [
        "performance, the lowest: finder",
        "a record as the next page, the heaviest: procedure",
    ]


def test_lists_have_no_aim_of_weight() -> None:
    """The search opens its index, and the dictionary tells every field at once."""
    found = {"dictionary": seen("dictionary", 90_000)}

    figures = [*audit.figures(found, RECORDS)]

    assert [one.is_met for one in figures] == [True] * len(audit.AIMS)


def test_the_middle_of_several_looks_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that was busy for a moment makes no page slow, and a lucky moment none fast."""
    looks = iter([0.7, 1.0, 0.9])
    monkeypatch.setattr(audit, "look", lambda _: report("index.html", FILES, next(looks)))

    assert audit.scores(audit.looked_at(BASE))[audit.PERFORMANCE] == 90


def test_every_page_of_the_table_is_told() -> None:
    """Who looks for one kind of page finds its figures, also where they are good."""
    found = {"procedure": seen("procedure", 6_000)}

    told = audit.page(found, audit.figures(found, RECORDS))

    assert "| procedure | 100         | 100           | 100            | 100 | 21" in told
    assert "**not met**" not in told


def test_a_missing_tool_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Who runs the audit without make learns what is to be run first."""
    monkeypatch.setattr(node_tools, "TOOLS", tmp_path)

    code = audit.main([])

    assert code == audit.WRONG_USE
    assert capsys.readouterr().err == "lighthouse is missing: .ci/setup-audit fetches it.\n"


def test_the_server_sends_text_compressed(tmp_path: Path) -> None:
    """Weights are those of a server as departments have them; pictures are not made larger."""
    (tmp_path / "a.html").write_text("<p>chữ" * 99, encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    direct = build_opener(ProxyHandler({}))

    with browser.served(tmp_path, Compressing) as base:
        answers = {name: direct.open(base + name) for name in ("a.html", "a.png")}
        bodies = {name: one.read() for name, one in answers.items()}

    assert bodies == {name: sent(tmp_path / name) for name in answers}
    assert answers["a.html"].headers["Content-Encoding"] == "gzip"
    assert len(bodies["a.html"]) < 99 < (tmp_path / "a.html").stat().st_size
    assert bodies["a.png"] == b"\x89PNG"
