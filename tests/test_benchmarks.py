"""The peers that we are measured against show what we show, and the measuring measures."""

import json
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from benchmarks import __main__ as door
from benchmarks import (
    bare,
    browser,
    hugo,
    index_cost,
    material,
    measuring,
    planted,
    race,
    results,
    search,
    search_results,
)
from benchmarks import record_pages as record_pages_alone
from benchmarks.corpus import PROSE
from benchmarks.corpus import make as make_corpus
from benchmarks.edits import OF_ALL, edits
from benchmarks.figures import Figure
from benchmarks.hugo_layouts import Words
from benchmarks.records import SECTIONS, record_pages, records
from generator.project import Project
from generator.sheets import OF_A_VIEW
from generator.vietnamese.search_words import keys
from tests.conftest import ROOT, SITES, make_project, tree

GOLDEN = ROOT / "tests" / "golden"
PICKED = """
    access_results/xa-ben-do-2025 access_standards/chuan-2021 agencies/so-tu-phap-hong-son
    agencies/phong-tu-phap-huyen-da-bac areas/hong-son areas/hong-son-xa-ben-do
    calls/moi-luat-su-2026 campaigns/hong-son-luat-ve-ban catalogues/danh-muc-2026
    documents/luat-giup-do-phap-ly-2006 documents/ke-hoach-15-kh-ubnd-hong-son-2026
    finders/toi-co-duoc-giup-khong groups/nguoi-cao-tuoi-kho-khan materials/ba-con-hoi-gi
    organisations/trung-tam-hong-son plans/hong-son-dua-luat-ve-ban-2026 practitioners/nth-01
    procedures/xin-giup-do-phap-ly programmes/de-an-dua-luat-ve-ban rosters/truc-toa-hong-son
    terms/mien-phi
""".split()
TREACHEROUS = """\
id: de-nham
title: Phòng A & <b>
code: 9.10
from: 07:30
year: 1_000
changes: [{on: 2024-05-01, said: no, why: "n", how: y}]
note: 2 dòng
  nối nhau
"""  # a number, a time, a word for no: each is text to us
LINK = '<a href="../documents/ke-hoach-15-kh-ubnd-hong-son-2026.html">'
PAGE_OF_PLAN = "documents/ke-hoach-15-kh-ubnd-hong-son-2026.html"
CONTESTANTS = (race.EVERYTHING, race.RECORDS, race.HUGO, race.BARE)
with_hugo = pytest.mark.skipif(not shutil.which("hugo"), reason="Hugo is not installed")
MOST_OTHERS = 40  # pages to which the menu leads
# The figures that have an aim, in their order, as a run of the sizes below tells them.
AIMED = """\
record pages / Hugo, same words, at 1,000, CPU
everything / Hugo, same words, at 1,000, CPU
Material / record pages, at 10, CPU
record pages / bare writer, at 1,000, CPU
one edit, at 1,000, wall, median of 6 kinds
one edit, at 1,000, wall
Hugo, same words, rebuild / one edit, at 1,000, wall, medians
the site after all edits is that of a clean build
nothing changed, at 1,000, wall
CPU per record, everything, 20 / 10
peak memory, everything, at 20
peak memory, everything, two workers, at 20
two workers / one, at 1,000, wall
record page, HTML, median
record page, HTML, gzip -9, median
the real content, `make site`, second run
""".splitlines()
AIMED_OF_SEARCH = """\
known title, mean reciprocal rank, with marks, at 1,000
known title, mean reciprocal rank, without marks, at 1,000
known title, mean reciprocal rank, NFD, at 1,000
precision at 10, planted topics, with marks, at 1,000
precision at 10, planted topics, without marks, at 1,000
precision at 10, planted topics, NFD, at 1,000
cold, from the key, p95, at 1,000
read for a cold question, p95, at 1,000
index on the disk, at 1,000
heap after ten questions, at 1,000
a first build, CPU per 1,000 records, at 1,000
an edit, CPU, at 1,000, median of 6 kinds
search.js, found.js and box.js, gzip -9
""".splitlines()
NOTHING = [sys.executable, "-c", ""]  # in place of `make site`


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A record of every kind."""
    for name in PICKED:
        copy = tmp_path / "corpus" / f"{name}.yml"
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SITES / "small" / "content" / f"{name}.yml", copy)
    return tmp_path / "corpus"


def built(peer: ModuleType, corpus: Path, folder: Path) -> dict[str, str]:
    """What a peer makes of a corpus: the HTML of each record's page by kind and id."""
    peer.prepare(corpus, folder, GOLDEN)
    measuring.cost(peer.command(folder))
    names = [f"{kind}/{path.stem}" for kind, path in records(corpus)]
    site = peer.pages(folder)
    return {name: (site / f"{name}.html").read_text(encoding="utf-8") for name in names}


def heading_of(page: str) -> str:
    """What a page is called."""
    return page.partition("<h1>")[2].partition("</h1>")[0]


def texts(value: object) -> list[str]:
    """Every text of a record that stands in one line."""
    if isinstance(value, str):
        return [] if "\n" in value else [" ".join(value.split())]
    if isinstance(value, dict):
        return texts(list(value.values()))
    assert isinstance(value, list)
    return [text for part in value for text in texts(part)]


def missing(corpus: Path, name: str, page: str) -> list[str]:
    """The texts of a record that its page does not show."""
    record = yaml.load((corpus / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    shown = " ".join(unescape(re.sub("<[^>]+>", " ", page)).split())
    return [text for text in texts(record) if text not in shown]


@with_hugo
def test_hugo_shows_every_field_and_links_to_other_records(corpus: Path, tmp_path: Path) -> None:
    """Who leaves out half of the work is no rival."""
    pages = built(hugo, corpus, tmp_path / "hugo")

    assert len(pages) == 21
    assert [missing(corpus, name, page) for name, page in pages.items()] == [[]] * 21
    assert LINK in pages["plans/hong-son-dua-luat-ve-ban-2026"]


@with_hugo
def test_hugo_can_show_the_same_words_as_our_pages(corpus: Path, tmp_path: Path) -> None:
    """A page of ids without a way back is less work, and nothing that anybody could publish."""
    hugo.prepare(corpus, tmp_path / "hugo", GOLDEN, Words)
    measuring.cost(hugo.command(tmp_path / "hugo"))

    site = hugo.pages(tmp_path / "hugo")
    plan = (site / "plans/hong-son-dua-luat-ve-ban-2026.html").read_text(encoding="utf-8")
    document = (site / PAGE_OF_PLAN).read_text(encoding="utf-8")
    answers = (site / "materials/ba-con-hoi-gi.html").read_text(encoding="utf-8")
    assert f"{LINK}{heading_of(document)}</a>" in plan
    back = '<a href="../plans/hong-son-dua-luat-ve-ban-2026.html">'
    assert f"<li>{back}{heading_of(plan)}</a></li>" in document
    assert "**" in (corpus / "materials/ba-con-hoi-gi.yml").read_text(encoding="utf-8")
    assert "<strong>" in answers


@with_hugo
def test_hugos_pages_are_as_heavy_as_ours(corpus: Path, tmp_path: Path) -> None:
    """Small pages are sooner written, so a comparison of unlike weights would say nothing."""
    built(hugo, corpus, tmp_path / "hugo")

    theirs = measuring.median_bytes(hugo.pages(tmp_path / "hugo").rglob("*.html"))
    ours = measuring.median_bytes(record_pages(GOLDEN, corpus))
    assert theirs == pytest.approx(ours, rel=0.1)


@with_hugo
def test_hugo_takes_text_for_nothing_but_text(tmp_path: Path) -> None:
    """Code 9.10 read as the number 9.1 would be other data, and less work."""
    (tmp_path / "corpus/documents").mkdir(parents=True)
    (tmp_path / "corpus/documents/de-nham.yml").write_text(TREACHEROUS, encoding="utf-8")

    page = built(hugo, tmp_path / "corpus", tmp_path / "hugo")["documents/de-nham"]

    assert missing(tmp_path / "corpus", "documents/de-nham", page) == []
    assert "<dt>on</dt><dd>2024-05-01</dd>" in page
    assert "<h1>Phòng A &amp; &lt;b&gt;</h1>" in page


def test_material_shows_every_field_and_links_to_other_records(
    corpus: Path, tmp_path: Path
) -> None:
    """Who leaves out half of the work is no rival."""
    pages = built(material, corpus, tmp_path / "material")

    assert len(pages) == 21
    assert [missing(corpus, name, page) for name, page in pages.items()] == [[]] * 21
    assert LINK in pages["plans/hong-son-dua-luat-ve-ban-2026"]


@pytest.mark.parametrize(("search", "plugins"), [(True, "[search]"), (False, "[]")])
def test_material_has_its_search_only_where_it_is_asked_for(
    corpus: Path, tmp_path: Path, search: bool, plugins: str
) -> None:
    """Its search costs time, so both ways are told apart in the results."""
    material.prepare(corpus, tmp_path, search=search)

    assert f"plugins: {plugins}\n" in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")


def test_no_peer_builds_a_draft(corpus: Path) -> None:
    """We publish none, so a peer that did would have more to do."""
    shutil.copy(SITES / "small" / "content" / "materials" / "bai-nhap.yml", corpus / "materials")

    assert len(list(records(corpus))) == 21


def test_the_bare_writer_writes_our_very_bytes(corpus: Path, tmp_path: Path) -> None:
    """The least that any generator must do is to write these files."""
    bare.prepare(corpus, tmp_path / "bare", GOLDEN)
    measuring.cost(bare.command(tmp_path / "bare"))

    ours = {page.relative_to(GOLDEN): page.read_bytes() for page in record_pages(GOLDEN, corpus)}
    site = bare.pages(tmp_path / "bare")
    written = {page.relative_to(site): page.read_bytes() for page in site.rglob("*.html")}
    assert ours
    assert written == ours


def test_a_busy_process_costs_cpu_and_a_waiting_one_costs_time() -> None:
    """Figures that mix the two up would praise whoever keeps both cores busy."""
    busy = measuring.cost([sys.executable, "-c", "sum(range(20_000_000))"])
    waiting = measuring.cost([sys.executable, "-c", "import time; time.sleep(0.5)"])

    assert busy.cpu_seconds > 0.1
    assert waiting.cpu_seconds < 0.4
    assert waiting.wall_seconds >= 0.5


def test_the_cpu_of_children_counts() -> None:
    """Work that is handed to workers is work all the same."""
    child = [sys.executable, "-c", "sum(range(20_000_000))"]

    assert measuring.cost(parent_of(child)).cpu_seconds > 0.1


def test_the_memory_of_all_processes_counts_at_once() -> None:
    """Two workers of 60 MB need 120 MB of an office machine, not 60."""
    holding = "held = bytearray(b'x') * 60_000_000; import time; time.sleep(0.6)"
    child = [sys.executable, "-c", holding]

    peak = measuring.cost(parent_of(child, child)).peak_memory
    assert 120_000_000 < peak < 180_000_000


def test_the_memory_of_one_process_is_told_in_bytes() -> None:
    """A page that is promised to fit 400 MB must not be off by a factor of 1024."""
    holding = "held = bytearray(b'x') * 200_000_000; import time; time.sleep(0.1)"

    peak = measuring.cost([sys.executable, "-c", holding]).peak_memory
    assert 200_000_000 < peak < 240_000_000


def test_a_failed_command_is_no_result() -> None:
    """The quickest build is the one that breaks off."""
    with pytest.raises(measuring.CommandFailed, match=r"ended with 3:\nwhy"):
        measuring.cost([sys.executable, "-c", "print('why'); raise SystemExit(3)"])


def test_contestants_run_in_turn_each_into_a_new_folder(tmp_path: Path) -> None:
    """What slows the machine for a while must slow all of them alike."""
    log = tmp_path / "log"
    contestants = [
        measuring.Contestant(
            name,
            ["sh", "-c", f"mkdir {tmp_path}/{name} && echo {name} >> {log}"],
            measuring.set_aside(tmp_path / name),
        )
        for name in ("a", "b")
    ]

    costs = measuring.in_turn(contestants, rounds=3)
    assert log.read_text().split() == ["a", "b"] * 3
    assert {name: len(each) for name, each in costs.items()} == {"a": 3, "b": 3}


def test_the_median_of_each_figure_is_taken() -> None:
    """One slow round out of three says nothing about the contestant."""
    rounds = [measuring.Cost(1, 9, 5), measuring.Cost(2, 1, 6), measuring.Cost(9, 2, 4)]

    assert measuring.medians(rounds) == measuring.Cost(2, 2, 5)


def test_a_folder_weighs_what_its_files_weigh(tmp_path: Path) -> None:
    """The bytes told in the results are those of every file, in any folder."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/one").write_bytes(b"123")
    (tmp_path / "a/b/two").write_bytes(b"12345")

    assert measuring.weight(tmp_path) == measuring.Weight(files=2, bytes=8)


def test_results_say_what_was_measured_with() -> None:
    """A ratio means little without the versions that it compares."""
    told = measuring.versions()

    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["date"])
    assert told["python"].startswith("3.")
    assert told["mkdocs"]
    assert int(told["cores"]) >= 1


# ---- everything at once --------------------------------------------------------------------------


def make_tiny(count: int, folder: Path) -> None:
    """A corpus; where fewer records are wanted than it can have, the small site's records."""
    if count >= 1_000:
        make_corpus(count, folder)
    else:
        but_for = shutil.ignore_patterns("pages", "addresses.txt")
        shutil.copytree(SITES / "small" / "content", folder, ignore=but_for)
        shutil.copytree(PROSE, folder / "pages")


def what(figure: Figure) -> str:
    """What a figure is of, but for the edit that happened to be the worst."""
    return figure.what.partition(", the worst: ")[0]


def test_record_pages_come_with_few_others(tmp_path: Path) -> None:
    """Lists in sheets and views are no work that a peer has, and would be counted as ours."""
    make_corpus(1_000, tmp_path / "corpus")

    site = tmp_path / "site"
    words = [str(tmp_path / "corpus"), str(site)]
    measuring.cost([sys.executable, "-m", record_pages_alone.__name__, *words])

    shutil.rmtree(Project(measuring.ROOT, Path(words[0]), site, measuring.TODAY).state.parent)
    of_records = set(record_pages(site, tmp_path / "corpus"))
    others = {path for path in site.rglob("*") if path.is_file()} - of_records
    assert len(of_records) == len(list(records(tmp_path / "corpus")))
    assert [path.name for path in others if OF_A_VIEW in path.name] == []
    assert len(others) <= MOST_OTHERS


@with_hugo
@pytest.mark.slow
@pytest.mark.browser
def test_one_run_measures_every_figure(tmp_path: Path) -> None:
    """A figure that nobody measures any more is one that nobody keeps."""
    sizes = race.Sizes(10, 1_000, 20, rounds=1, edit_rounds=1, searched=(1_000,), titles=10)
    with ThreadPoolExecutor(1) as apart:  # for tests may have a browser of their own
        found = apart.submit(race.run, sizes, tmp_path, make_tiny, NOTHING).result()

    told = list(results.figures(found))
    assert [what(one) for one in told if one.aim] == AIMED
    of_search = list(search_results.figures(found))
    assert [what(one) for one in of_search if one.aim] == AIMED_OF_SEARCH
    numbers = [one.measured for one in [*told, *of_search] if one.measured != "yes"]
    assert all(float(re.sub("[^0-9.]", "", number)) > 0 for number in numbers)
    assert "| met " in results.page(found, "Figures")

    # A quick build that forgets a page would look better than one that is right.
    assert found.is_consistent
    assert OF_ALL in found.edits
    assert [len(each) for each in found.rebuilds.values()] == [len(found.edits)] * 2

    # Fewer pages than a peer would be an unfair advantage, many more would be something else.
    made = {name: found.weights[race.named(name, 1_000)].files for name in CONTESTANTS}
    assert found.pages[race.ALL].pages == made[race.HUGO] == made[race.BARE]
    assert made[race.BARE] <= made[race.RECORDS] <= made[race.BARE] + MOST_OTHERS
    assert made[race.RECORDS] < made[race.EVERYTHING]

    assert [one.name for one in tmp_path.iterdir()] == ["corpora"]


def test_a_short_run_is_marked_and_never_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure of a thousand records must not be quoted as one of twenty thousand."""
    monkeypatch.setattr(door, "run", lambda sizes: sizes)
    monkeypatch.setattr(door, "page", lambda found, title: f"# {title}: {found.many}\n")
    monkeypatch.setattr(door, "RESULTS", tmp_path / "RESULTS.md")
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(browser, "chromium", lambda: "here")

    assert door.main(["--short"]) == 0
    assert "SHORT" in capsys.readouterr().out
    assert not (tmp_path / "RESULTS.md").exists()

    assert door.main([]) == 0
    kept = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert kept == "# How fast it is: 20000\n"
    assert capsys.readouterr().out == kept + "\n"


def test_without_hugo_nothing_is_begun(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half an hour later is too late to learn what is missing."""
    monkeypatch.setenv("PATH", "")

    assert door.main(["--short"]) == 2
    assert capsys.readouterr().err == (
        "Hugo is missing: install it (Debian: apt-get install hugo).\n"
    )


def test_without_a_browser_nothing_is_begun(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The search is measured last, an hour later."""
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setenv("PBGDPL_CHROMIUM", "/nowhere")

    assert door.main(["--short"]) == 2
    assert capsys.readouterr().err == ("Chromium is missing: run `make bench`, which sees to it.\n")


def test_a_corpus_of_the_same_maker_is_made_once(tmp_path: Path) -> None:
    """A hundred thousand files are not to be written again for each run."""
    asked: list[int] = []

    def make(count: int, folder: Path) -> None:
        asked.append(count)
        folder.mkdir()

    stage = race.Stage(tmp_path / "run", tmp_path / "corpora", make)
    assert stage.corpus(5) == stage.corpus(5)
    assert stage.corpus(6).is_dir()
    assert asked == [5, 6]


def test_an_edit_that_changes_nothing_is_told(tmp_path: Path) -> None:
    """A build after an edit that never was would be quick, and mean nothing."""
    make_corpus(1_000, tmp_path)
    telephone = edits(tmp_path, rounds=1)[0]

    telephone.change(1)
    with pytest.raises(LookupError, match="could be changed"):
        telephone.change(1)


# ---- the search ----------------------------------------------------------------------------------


def test_the_same_topics_are_planted_in_the_same_records(tmp_path: Path) -> None:
    """Two people who measure judge by the same answers."""
    first, second = (tmp_path / name for name in ("first", "second"))
    for folder in (first, second):
        make_corpus(1_000, folder)

    assert planted.plant(first) == planted.plant(second)
    assert tree(first) == tree(second)


def test_topics_are_told_where_it_is_said_and_nowhere_else(tmp_path: Path) -> None:
    """A right answer that counted as wrong would blame the search for it."""
    make_corpus(1_000, tmp_path)
    topics = planted.plant(tmp_path)

    texts = {path: " ".join(keys(path.read_text("utf-8"))) for path in tmp_path.rglob("*.yml")}
    for topic in topics:
        words = f" {' '.join(keys(topic.words))} "
        telling = {path for path, text in texts.items() if words in f" {text} "}
        assert {page_of(path, tmp_path) for path in telling} == topic.right
        assert len(topic.right) >= 20
    assert len(topics) >= 4


def page_of(record: Path, corpus: Path) -> str:
    """The address of the page of a record."""
    return f"{SECTIONS[record.relative_to(corpus).parts[0]]}/{record.stem}.html"


def test_the_corpus_with_topics_is_as_large_and_as_sound_as_without(tmp_path: Path) -> None:
    """The index is measured of so many records as it is told, and nothing stops their build."""
    project = make_project(tmp_path / "project")
    make_corpus(1_000, project.content)
    before = tree(project.content)

    topics = planted.plant(project.content)

    told = project.call("check")
    assert topics
    assert tree(project.content).keys() == before.keys()
    assert told.returncode == 0, told.stdout + told.stderr


def test_what_the_index_takes_is_told_and_the_site_stays_what_it_is(tmp_path: Path) -> None:
    """A build that is looked at must be the build that officers run."""
    content, told = SITES / "small" / "content", tmp_path / "told.json"
    sites = {name: tmp_path / name for name in ("plain", "watched", "without")}
    measuring.cost(race.build(content, sites["plain"]))
    for name, to in (("watched", str(told)), ("without", index_cost.WITHOUT)):
        words = [sys.executable, "-m", index_cost.__name__, str(content), str(sites[name]), to]
        measuring.cost(words)

    plain, watched, without = (tree(site) for site in sites.values())
    for site in sites.values():
        shutil.rmtree(Project(measuring.ROOT, content, site, measuring.TODAY).state.parent)
    seconds = json.loads(told.read_text())
    assert watched == plain
    assert without == {name: file for name, file in plain.items() if "tim-kiem/" not in name}
    assert seconds.keys() == {index_cost.KEPT, index_cost.PLANNED, index_cost.MADE}
    assert min(seconds.values()) > 0


def test_a_title_of_several_records_is_found_with_any_of_them() -> None:
    """Nobody can know which of three communes of one name was meant."""
    titles = {"a.html": "Xã An Bình", "b.html": "Xã An Bình", "c.html": "Xã An Bắc"}

    def ask(text: str) -> list[str]:
        return ["c.html", "b.html", "a.html"]

    found = search.relevance(ask, titles, ["a.html"], [])

    assert found.rank == dict.fromkeys(search.FORMS, 0.5)


def test_a_place_that_stays_empty_is_no_right_answer() -> None:
    """A search that shows three right pages of twenty leaves a reader without seventeen."""
    right = frozenset(f"{number}.html" for number in range(20))
    topic = planted.Topic("nuôi ong", right)

    found = search.relevance(lambda text: ["1.html", "2.html", "x.html"], {}, [], [topic])

    assert found.precision[search.MARKED] == 0.2
    assert found.share[search.MARKED] == pytest.approx(2 / 3)


def test_marks_are_left_out_and_set_apart() -> None:
    """What is measured as typed without marks must be typed without any."""
    typed = {form: change("Đường ở Huế") for form, change in search.FORMS.items()}

    assert typed["without marks"] == "duong o hue"
    assert typed["NFD"] != typed[search.MARKED] == "Đường ở Huế"


def test_the_share_of_questions_that_a_quantile_covers_is_the_one_told() -> None:
    """Whoever is told p95 counts on nineteen of twenty questions."""
    assert search.quantile([5, 1, 4, 2, 3], 0.5) == 3
    assert search.quantile(range(1, 21), 0.95) == 19


def parent_of(*children: list[str]) -> list[str]:
    """A command that runs others at once and waits for them."""
    started = f"[subprocess.Popen(words) for words in {list(children)!r}]"
    return [sys.executable, "-c", f"import subprocess; [one.wait() for one in {started}]"]
