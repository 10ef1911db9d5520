"""What is built upon the last build is, byte for byte, what a clean build gives.

Seeded journeys through an office's days: records come, change, go and are renamed; templates, words
and prose are edited; builds are killed; somebody was at the site, or at what the last build left.
After each step the site is compared with one that was built from nothing.
"""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator import hands, intake, making
from generator.build import build
from generator.catalogue import told
from generator.glance import SITE
from generator.listing import listing
from generator.problems import ContentError
from generator.project import Project
from generator.store import opened
from generator.writing import Next
from tests.conftest import SITES, TODAY, make_project, tree
from tests.conftest import Project as Folder

STEPS = 14
WORDS = ("mới", "đã sửa", "Đống Đa", "<b>đậm</b>", "và cộng sự", "tháng 11")
FREE_TEXT = ("  text:", "  title:", "name:", "note:", "purpose:", "summary:", "title:")
Told = list[str]


class Office:
    """A project with people who work on it, by chance, but the same each time."""

    def __init__(self, folder: Folder, seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        root = folder.root
        self.project = Project(root, folder.content, folder.site, date.fromisoformat(TODAY))
        self.laid_aside: list[tuple[Path, str]] = []

    def record(self) -> Path:
        """One of the records."""
        return self.chance.choice(sorted(self.folder.content.rglob("*.yml")))

    def built(self) -> Told:
        """Build upon what there is; what was told, problems and warnings alike."""
        return _outcome(self.project, workers=2)

    def built_from_nothing(self, place: Path) -> tuple[Told, dict[str, bytes]]:
        """The same content built by one process, where nothing was built before."""
        clean = replace(self.project, site=place / "site", cache=place / "cache")
        outcome = _outcome(clean, workers=1)
        site = tree(clean.site) if clean.site.is_dir() else {}
        shutil.rmtree(place)
        return outcome, site


def _outcome(project: Project, workers: int) -> Told:
    try:
        _, warnings = build(project, hands=hands.on_cores(workers))
    except ContentError as error:
        return ["refused", *(told(one, "vi") for one in error.problems)]
    return ["built", *(told(one, "vi") for one in warnings)]


# ---- what people do ------------------------------------------------------------------------------


def a_word_is_added(office: Office) -> None:
    """A line of free text gets another word."""
    path = office.record()
    lines = path.read_text(encoding="utf-8").split("\n")
    places = [at for at, line in enumerate(lines) if line.startswith(FREE_TEXT) and line[-1] != '"']
    if places:
        lines[office.chance.choice(places)] += f" {office.chance.choice(WORDS)}"
        path.write_text("\n".join(lines), encoding="utf-8")


def a_remark_is_added(office: Office) -> None:
    """A colleague explains a record at its head; all its lines stand elsewhere then."""
    path = office.record()
    path.write_text(f"# nhớ hỏi lại\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


def a_file_is_garbled(office: Office) -> None:
    """What stood in a file is no record any more."""
    path = office.record()
    office.laid_aside.append((path, path.read_text(encoding="utf-8")))
    path.write_text(office.chance.choice(["- a\n", "id: [\n", "\n"]), encoding="utf-8")


def a_line_is_lost(office: Office) -> None:
    """Some line is deleted by a slip; often the record is faulty then."""
    path = office.record()
    office.laid_aside.append((path, path.read_text(encoding="utf-8")))
    lines = path.read_text(encoding="utf-8").split("\n")
    del lines[office.chance.randrange(len(lines))]
    path.write_text("\n".join(lines), encoding="utf-8")


def a_status_changes(office: Office) -> None:
    """A record becomes a draft, or is published."""
    path = office.record()
    text = path.read_text(encoding="utf-8")
    old, new = office.chance.choice([("published", "draft"), ("draft", "published")])
    office.laid_aside.append((path, text))
    path.write_text(text.replace(f"status: {old}", f"status: {new}"), encoding="utf-8")


def a_record_is_added(office: Office) -> None:
    """A record like another comes in under a name of its own."""
    path = office.record()
    new = path.with_name(f"{path.stem[:60]}-{office.chance.randrange(100)}.yml")
    lines = path.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not line.startswith(("former_ids:", "code:"))]
    text = "\n".join(kept).replace(f"id: {path.stem}\n", f"id: {new.stem}\n", 1)
    new.write_text(text, encoding="utf-8")


def a_record_is_deleted(office: Office) -> None:
    """A record goes; what named it is faulty then."""
    path = office.record()
    office.laid_aside.append((path, path.read_text(encoding="utf-8")))
    path.unlink()


def a_record_is_renamed(office: Office) -> None:
    """A record gets another id, and says what it was called before."""
    path = office.record()
    text = path.read_text(encoding="utf-8")
    new = path.with_name(f"{path.stem[:60]}-moi.yml")
    if "former_ids" not in text and not new.exists():
        told = f"id: {new.stem}\nformer_ids: [{path.stem}]\n"
        path.unlink()
        new.write_text(text.replace(f"id: {path.stem}\n", told, 1), encoding="utf-8")
        _name_it_everywhere(office, path.stem, new.stem)


def _name_it_everywhere(office: Office, old: str, new: str) -> None:
    for path in office.folder.content.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if old in text and path.stem != new:
            path.write_text(text.replace(f": {old}\n", f": {new}\n"), encoding="utf-8")


def a_file_moves(office: Office) -> None:
    """Records are put in order in subfolders; that is nothing to readers."""
    path = office.record()
    folder = path.parent / "xep-lai"
    folder.mkdir(exist_ok=True)
    path.rename(folder / path.name)


def slips_are_mended(office: Office) -> None:
    """What was deleted or changed by a slip comes back."""
    while office.laid_aside:
        path, text = office.laid_aside.pop()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def a_template_changes(office: Office) -> None:
    """Somebody edits the page of a kind."""
    folder = office.folder.root / "theme" / "articles"
    _append(office.chance.choice(sorted(folder.glob("*.html"))), "<p>Sửa mẫu</p>\n")


def the_theme_changes(office: Office) -> None:
    """Somebody edits the foot of all pages, which MkDocs renders."""
    _append(office.folder.root / "theme" / "partials" / "footer.html", "<p>Sửa chân trang</p>\n")


def the_wording_changes(office: Office) -> None:
    """Somebody edits a word that many pages share."""
    path = office.folder.root / "theme" / "wording" / "vi.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Trang chủ", "Trang đầu", 1), encoding="utf-8")


def prose_changes(office: Office) -> None:
    """A page of prose gets another sentence."""
    _append(office.chance.choice(sorted(office.folder.content.glob("pages/*.md"))), "\nThêm câu.\n")


def a_ledger_is_kept(office: Office) -> None:
    """Every address of today is to answer from now on."""
    ledger = office.project.ledger
    if office.project.site.is_dir():
        ledger.write_text("\n".join(sorted(tree(office.project.site))), encoding="utf-8")
        office.laid_aside.append((ledger, ""))


def a_day_passes(office: Office) -> None:
    """Tomorrow, or in half a year, lists name others, and other things are late."""
    days = office.chance.choice([1, 30, 180])
    office.project = replace(office.project, today=office.project.today + timedelta(days=days))


def others_look(office: Office) -> None:
    """The site is built with drafts, or without demonstrations."""
    project = office.project
    office.project = office.chance.choice(
        [replace(project, drafts=not project.drafts), replace(project, demo=not project.demo)]
    )


def the_site_is_touched(office: Office) -> None:
    """Somebody edits, deletes and adds files in site/."""
    files = sorted(one for one in office.project.site.rglob("*") if one.is_file())
    if files:
        office.chance.choice(files).write_text("sửa tay", encoding="utf-8")
        office.chance.choice(files).unlink(missing_ok=True)
        (office.project.site / "la" / "them.html").parent.mkdir(exist_ok=True)
        (office.project.site / "la" / "them.html").write_text("lạ", encoding="utf-8")


def the_twin_is_touched(office: Office) -> None:
    """Somebody was in the hidden folder beside the site."""
    twin = office.project.site.with_name(".site.twin")
    files = sorted(one for one in twin.rglob("*") if one.is_file())
    if files:
        office.chance.choice(files).unlink()


def the_state_is_torn(office: Office) -> None:
    """A power cut, a full disk or a cleaner left half of what the last build knew."""
    state = office.project.state
    if state.is_file() and state.stat().st_size:
        raw = state.read_bytes()
        at = office.chance.randrange(len(raw))
        torn = (raw[:at], raw[:at] + bytes(200) + raw[at + 200 :], b"")
        state.write_bytes(office.chance.choice(torn))


def the_cache_is_deleted(office: Office) -> None:
    """Somebody made room on the disk."""
    shutil.rmtree(office.folder.root / ".cache", ignore_errors=True)


def a_build_is_killed(office: Office) -> None:
    """The power goes while a build is at work on an edit."""
    a_word_is_added(office)
    office.folder.killed("build", after=office.chance.random() * 0.2)


def _append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


EDITS: tuple[Callable[[Office], None], ...] = (
    a_word_is_added,
    a_word_is_added,
    a_remark_is_added,
    a_file_is_garbled,
    a_line_is_lost,
    a_status_changes,
    a_record_is_added,
    a_record_is_deleted,
    a_record_is_renamed,
    a_file_moves,
    a_template_changes,
    the_theme_changes,
    the_wording_changes,
    prose_changes,
    a_ledger_is_kept,
    a_day_passes,
    others_look,
    the_site_is_touched,
    the_twin_is_touched,
    the_state_is_torn,
    the_cache_is_deleted,
    a_build_is_killed,
)


@pytest.mark.parametrize("seed", range(6))
def test_a_site_built_upon_the_last_one_equals_a_clean_one(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody ever has to ask whether deleting the cache would help."""
    if seed % 2:  # with other processes, who get little at a time
        monkeypatch.setattr(hands, "PAYS", 1)
        monkeypatch.setattr(making, "AT_ONCE", 20)
        monkeypatch.setattr(intake, "AT_ONCE", 20)
    office = Office(make_project(tmp_path / "project", SITES / "small" / "content"), seed)
    office.built()
    before = tree(office.project.site)

    for step in range(STEPS):
        edits = [office.chance.choice(EDITS) for _ in range(office.chance.choice([1, 1, 2, 3]))]
        if step % 4 == 3:
            edits.append(slips_are_mended)
        for edit in edits:
            edit(office)
        outcome = office.built()

        names = f"step {step}: " + ", ".join(one.__name__ for one in edits)
        clean, site = office.built_from_nothing(tmp_path / "clean")
        assert outcome == clean, names
        now = tree(office.project.site)
        expected = site if outcome[0] == "built" else _left_alone(office, before, edits)
        assert now == expected, names
        assert outcome[0] != "built" or _knows_its_site(office.project), names
        before = now


def _knows_its_site(project: Project) -> bool:
    """Whether the next build will see that nobody touched the site; else it makes too much."""
    with opened(project.state) as store:
        return store.listing(SITE) == listing(project.site, hidden=True)


def _left_alone(
    office: Office, before: dict[str, bytes], edits: list[Callable[[Office], None]]
) -> dict[str, bytes]:
    """What a refused build leaves: the site as it was, with whatever somebody did to it by hand."""
    touched = the_site_is_touched in edits or a_build_is_killed in edits
    return tree(office.project.site) if touched else before


# ---- pages that tell how tasks stand -------------------------------------------------------------

PLAN = "ke-hoach/hong-son-dua-luat-ve-ban-2026"
OF_STATES = {
    f"{PLAN}--theo-tinh-trang.html",
    f"{PLAN}--theo-thang.html",
    f"{PLAN}--theo-co-quan.html",
    "ke-hoach/index.html",
}
DAYS = {
    ("2026-12-01", "2026-12-02"): set(),
    ("2026-12-10", "2026-12-11"): OF_STATES | {f"{PLAN}.html"},  # a task begins
    ("2026-12-20", "2026-12-21"): OF_STATES | {f"{PLAN}.html"},  # its last day is over
    ("2026-12-24", "2026-12-25"): set(),
    ("2027-01-31", "2027-02-01"): {f"{PLAN}.html"},  # the mark of the month moves on
}


@pytest.mark.parametrize(("before", "after"), DAYS)
def test_how_tasks_stand_is_told_anew_when_it_changes(
    small: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    """The morning after a deadline every page says so; on other mornings none is made for it."""
    days = "first_day: 2026-12-11, last_day: 2026-12-20"
    small.change(
        f"plans/{Path(PLAN).name}.yml", "first_day: 2025-12-01, last_day: 2025-12-31", days
    )
    _built_on(small, before)
    made = _making(monkeypatch)

    upon_the_last = _built_on(small, after)

    told = OF_STATES | {f"{PLAN}.html"}
    assert made & told == DAYS[before, after]
    shutil.rmtree(small.root / ".cache")
    shutil.rmtree(small.site)
    assert upon_the_last == _built_on(small, after)


def _built_on(folder: Folder, day: str) -> dict[str, bytes]:
    run = folder.call("build", "--workers", "1", "--today", day)
    assert run.returncode == 0, run.stdout
    return tree(folder.site)


def _making(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The addresses that are made from now on."""
    made: set[str] = set()
    done = making.Maker.done

    def noted(maker: making.Maker, task: making.Task, following: Next | None) -> making.Done:
        made.add(task.address)
        return done(maker, task, following)

    monkeypatch.setattr(making.Maker, "done", noted)
    return made
