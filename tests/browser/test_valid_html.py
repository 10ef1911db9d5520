"""Pages are valid HTML, so that every program that reads them reads the same."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from tests.browser.pages import KINDS
from tests.browser.test_everyone_can_read import longest_pages
from tests.node_tools import tool

pytestmark = pytest.mark.browser

RULES = Path(__file__).with_name("html-validate.mjs")
TWICE = """<!doctype html>
<html lang="vi"><head><title>Hai lần</title></head>
<body><h1 id="a">Một</h1><p id="a">Hai</p></body></html>
"""


def faults(pages: Sequence[Path]) -> list[str]:
    """What html-validate finds on pages: file, line, rule and remark, one a line."""
    words = ["--config", str(RULES), "--formatter", "json", *map(str, pages)]
    with TemporaryFile() as told:  # what does not yet fit into a pipe is lost as Node.js ends
        subprocess.run([*tool("html-validate"), *words], stdout=told)
        told.seek(0)
        return [
            f"{one['filePath']}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
            for one in json.load(told)
            for fault in one["messages"]
        ]


def test_every_kind_of_page_is_valid(real_site: Path, hostile_site: Path) -> None:
    """What a browser has to guess, an old one, a screen reader and a search engine guess otherwise.

    On the hostile pages every place of the templates is filled, with what tries to break out.
    """
    kinds = sorted({address.partition("?")[0] for address in KINDS.values()})
    longest = [hostile_site / address for address in sorted(longest_pages(hostile_site))]

    assert faults([*(real_site / address for address in kinds), *longest]) == []


def test_what_is_invalid_is_told(tmp_path: Path) -> None:
    """A rule set that judges nothing would pass every page."""
    page = tmp_path / "twice.html"
    page.write_text(TWICE, encoding="utf-8")

    assert faults([page]) == [f'{page}:3: no-dup-id: Duplicate ID "a"']
