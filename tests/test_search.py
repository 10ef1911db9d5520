"""The index of the search: what is in it, what is not, and what an edit changes of it."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from generator.records import KINDS
from generator.vietnamese.search_words import keys, whole_numbers
from tests.conftest import ROOT, Project, tree

FIELDS = {"title": 1, "names": 2, "text": 3, "more": 4, "place": 5}  # of a line, in words
PLACE = FIELDS["place"]
AREAS = "dia-phuong/"
SAID = "//main//text()[not(parent::script)] | //title/text()"
NOT_OFFERED = {
    "tai-lieu/to-gap-cu.html",  # withdrawn
    "nguoi-thuc-hien/nth-02.html",  # whose time on the list is over
    "chien-dich/hong-son-luat-ve-ban-2026.html",  # addresses of before
    "van-ban/ke-hoach-15-hong-son.html",
}
MOST_SCRIPT = 7_500  # bytes as they travel; each page brings box.js, the search all three


def told(site: Path, address: str) -> list[object]:
    """What a file of the index tells the script."""
    text = (site / "tim-kiem" / address).read_text("utf-8")
    told: list[object] = json.loads(f"[{text[text.index('(') + 1 : text.rindex(')')]}]")
    return told


def runs(site: Path) -> dict[str, str]:
    """The text of every run of records, by name."""
    names = (path.name for path in sorted((site / "tim-kiem").glob("*-????????????-*.js")))
    found = (told(site, name) for name in names)
    return {str(name): str(text) for kind, name, text in found if kind == "run"}


def found(site: Path) -> dict[str, list[str]]:
    """What the index tells of each record, by its address; its place in words."""
    lines = (
        (name.rsplit("-", 2)[0], line.split("\t"), text.split("\n")[0].split("\t"))
        for name, text in runs(site).items()
        for line in text.split("\n")[1:]
        if line
    )
    return {
        f"{section}/{line[0]}.html": [*line[:PLACE], _in_words(line, places), *line[PLACE + 1 :]]
        for section, line, places in lines
    }


def _in_words(line: list[str], places: list[str]) -> str:
    return places[int(line[PLACE])].split("|")[0]


def words_of(text: str) -> set[str]:
    """The words of a text as the index has them, whole numbers among them."""
    return {*keys(text), *whole_numbers(text)}


def published(site: Path) -> dict[str, set[str]]:
    """The words that the site tells of each record, by its address: on its page, and as data."""
    rows = [
        row
        for path in sorted((site / "du-lieu").glob("*.json"))
        if isinstance(those := json.loads(path.read_text("utf-8")), list)
        for row in those
    ]
    return {
        row["address"]: words_of_page(site / row["address"]) | words_of(" | ".join(texts_in(row)))
        for row in rows
    }


def words_of_page(path: Path) -> set[str]:
    """The words that a page says to its readers."""
    page = html.document_fromstring(path.read_bytes())
    said = page.xpath(SAID)
    assert isinstance(said, list)
    return words_of(" ".join(" ".join(map(str, said)).split()))


def texts_in(value: object) -> Iterator[str]:
    """Every text in a row of data."""
    if isinstance(value, str):
        yield value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in parts:
        yield from texts_in(one)


def built(project: Project, *options: str) -> Path:
    """The site, built now."""
    run = project.call("build", "--quiet", *options)
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site


def test_every_record_on_offer_is_in_one_run(built_small: Project) -> None:
    """Nothing that stands on the site is kept from whoever looks for it."""
    lines = [line for text in runs(built_small.site).values() for line in text.split("\n")[1:]]
    of_records = re.compile(rf"(?:{'|'.join(kind.section for kind in KINDS)})/[a-z0-9-]+\.html")
    pages = {
        path.relative_to(built_small.site).as_posix() for path in built_small.site.rglob("*.html")
    }
    offered = {
        one
        for one in filter(of_records.fullmatch, pages)
        if "--" not in one and not re.search(r"/(?:index|vai-tro-.*|.*-ten-cu)\.html$", one)
    }

    assert offered - found(built_small.site).keys() == NOT_OFFERED
    assert len([line for line in lines if line]) == len(found(built_small.site))


def test_a_withdrawn_record_is_not_found(small: Project) -> None:
    """Nobody is led to a leaflet that was taken back."""
    address = "tai-lieu/to-gap-hoi-ai.html"
    before = found(built(small))

    withdrawn = "status: withdrawn\nwithdrawn: {on: 2026-11-01, reason: Đã cũ.}"
    small.change("materials/to-gap-hoi-ai.yml", "status: published", withdrawn)

    assert address in before
    assert address not in found(built(small))


def test_demonstrations_can_be_left_out_of_the_index(small: Project) -> None:
    """A department that goes public without them has none in its search either."""
    shown, hidden = found(built(small)), found(built(small, "--no-demo"))

    demos = {address for address, line in shown.items() if line[7] == "d"}
    assert demos
    assert hidden.keys() == shown.keys() - demos


def test_a_run_tells_only_what_pages_tell(built_small: Project) -> None:
    """The index publishes nothing of a person beyond the list of what may be public."""
    lines, told = found(built_small.site), published(built_small.site)

    beyond = [
        (address, name, words)
        for address, line in lines.items()
        for name, at in FIELDS.items()
        if (words := {*keys(line[at])} - told[address])
    ]

    places = words_of(" ".join(line[1] for one, line in lines.items() if one.startswith(AREAS)))
    assert [one for one in beyond if one[1] != "place"] == []
    assert set().union(*(words for _, _, words in beyond)) <= places  # where its office is
    assert all(any(line[at] for line in lines.values()) for at in FIELDS.values())


def test_a_new_telephone_changes_few_files_of_the_index(small: Project) -> None:
    """An edit costs what it changes: one run, and the words that came or went."""
    before = tree(built(small) / "tim-kiem")

    small.change("agencies/so-tu-phap-hong-son.yml", "0200 000 0000", "0200 000 0001")

    after = tree(built(small) / "tim-kiem")
    changed = {name for name in before if before[name] != after.get(name)}
    assert before.keys() == after.keys()
    assert len([name for name in changed if name.startswith("co-quan-")]) == 1
    assert len(changed) < 8


def test_synonyms_reach_the_script(small: Project) -> None:
    """What officers add to the file is what a search looks for."""
    (small.content / "synonyms.yml").write_text(
        "synonyms:\n  - {say: [Chồng đánh vợ, bị đánh], look_for: bạo lực gia đình}\n", "utf-8"
    )

    guide = told(built(small), "muc-luc.js")[1]

    assert isinstance(guide, dict)
    assert guide["synonyms"] == [
        ["chong danh vo", "bạo lực gia đình", "Chồng đánh vợ"],
        ["bi danh", "bạo lực gia đình", "bị đánh"],
    ]


@pytest.mark.parametrize("text", ["", "synonyms: []\n"])
def test_a_site_may_do_without_synonyms(small: Project, text: str) -> None:
    """Who has none yet builds all the same; an empty file is told."""
    if text:
        (small.content / "synonyms.yml").write_text(text, "utf-8")

    guide = told(built(small), "muc-luc.js")[1]

    assert isinstance(guide, dict)
    assert guide["synonyms"] == []


def test_scripts_travel_without_what_only_their_writers_read(built_small: Project) -> None:
    """Who searches on a slow line waits for no comments; a licence in a file would stay."""
    scripts = {path.name: path.read_bytes() for path in built_small.site.rglob("javascripts/*.js")}
    sources = {path.name for path in (ROOT / "theme").rglob("javascripts/*.js")}

    assert scripts.keys() == sources | {"page.js"}
    assert not [name for name, script in scripts.items() if b"/* " in script]
    travels = [len(gzip.compress(scripts[name])) for name in ("found.js", "search.js", "box.js")]
    assert sum(travels) <= MOST_SCRIPT
