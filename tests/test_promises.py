"""The promises of generator/README.md, each kept by whole commands on real files."""

import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html

from generator.catalogue import say
from generator.intake import load
from generator.records import KINDS
from generator.records.documents import Document
from generator.records.record import Record, Status
from generator.rendering import day
from generator.store import opened
from tests.conftest import ROOT, TODAY, Project, make_project, tree

NOON = str(int(datetime.fromisoformat(TODAY).replace(hour=12, tzinfo=UTC).timestamp()))

# ---- 1. Nothing is written unless everything is valid; every problem is told at once -------------


def test_one_fault_anywhere_keeps_the_whole_site_as_it_was(small: Project) -> None:
    """Readers never meet a site that is half new, half wrong."""
    small.call("build")
    before = tree(small.site)
    small.change("campaigns/thang-phap-luat.yml", "name: Tháng pháp luật", "name: Tháng mới")
    small.change("agencies/quoc-hoi.yml", "level: central", "level: centra")

    run = small.run("build")

    assert run.returncode == 1
    assert tree(small.site) == before


def test_a_fault_of_every_file_is_told_in_one_run(small: Project) -> None:
    """Nobody mends a site of a hundred files one message a run."""
    records = list(small.content.rglob("*.yml"))
    for path in records:
        path.write_text(path.read_text("utf-8") + "mau_sac: xanh\n", encoding="utf-8")

    run = small.run("check")

    told = {line.partition(":")[0] for line in run.stdout.splitlines()}
    assert told == {f"content/{path.relative_to(small.content).as_posix()}" for path in records}


# ---- 2. Nothing is published that no output named ------------------------------------------------

SECRET = "MATKHONGRATRANG"


def test_what_no_output_named_never_reaches_the_site(small: Project) -> None:
    """A draft, a note to oneself or a file laid aside stays in the office."""
    pages = "pages/ghi-chu.docx pages/anh/so-do.svg pages/bang.csv pages/trang.html pages/ma.js"
    files = "files/chua-duyet.mp3 files/am-thanh/khac.wav"
    for place in (pages + " " + files).split():
        small.add(place, SECRET)
    for path in sorted(small.content.rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        _write_draft(path, text)
        path.write_text(f"# {SECRET}: dặn người sửa sau\n{text}", encoding="utf-8")

    run = small.call("build")

    leaks = [name for name, text in tree(small.site).items() if SECRET.encode() in text]
    names = [name for name in tree(small.site) if "chua-duyet" in name or "nhap-" in name]
    assert run.returncode == 0, run.stdout
    assert leaks == names == []


def _write_draft(path: Path, text: str) -> None:
    """A draft like a record, the mark in each of its lines that hold free text."""
    id, draft = path.stem, f"nhap-{path.stem}"
    marked = [
        f"{line} {SECRET}"
        if line.startswith(("name:", "title:", "summary:", "purpose:", "note:"))
        and line[-1] not in "'\""
        else line
        for line in text.splitlines()
        if not line.startswith(("former_ids", "demo", "code:"))
    ]
    new = "\n".join(marked).replace(f"id: {id}\n", f"id: {draft}\n", 1) + "\n"
    new = new.replace("\nwords: [", f"\nwords: [{SECRET} ")  # no two terms explain one word
    for status in ("published", "withdrawn"):
        new = new.replace(f"status: {status}", "status: draft")
    new = "\n".join(line for line in new.splitlines() if not line.startswith("withdrawn:"))
    path.with_name(f"{draft}.yml").write_text(new + "\n", encoding="utf-8")


def test_only_known_kinds_of_files_are_published(built_real: Project, built_small: Project) -> None:
    """A forgotten spreadsheet or a template's source would be seen in this list."""
    kinds = {
        Path(name).suffix
        for project in (built_real, built_small)
        for name in tree(project.site)
        if not name.startswith(("tep/", "truyen-thanh/"))
    }

    known = ".html .css .js .json .jsonld .csv .ics .vcf .svg .png .jpg .webp"
    assert kinds <= set(known.split())


# ---- 3. The same content on the same day gives the same bytes ------------------------------------


def test_order_of_files_and_seeds_of_sets_do_not_show(small: Project, tmp_path: Path) -> None:
    """Two people who build the same content can compare their sites byte by byte."""
    other = make_project(tmp_path / "other")
    paths = [path for path in small.content.rglob("*") if path.is_file()]
    for path in sorted(paths, reverse=True):
        target = other.content / path.relative_to(small.content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)

    small.run("build", PYTHONHASHSEED="1")
    other.run("build", PYTHONHASHSEED="2", LANG="C", TZ="Asia/Ho_Chi_Minh")

    assert tree(other.site) == tree(small.site)


def test_what_was_built_before_does_not_show(small: Project, built_small: Project) -> None:
    """An incremental build equals a clean one, whatever stood in site/: pages of yesterday go."""
    small.call("build")
    small.add("documents/them.yml", _a_document("them"))
    small.change("campaigns/thang-phap-luat.yml", "name: Tháng pháp luật", "name: Tháng mới")
    more = small.call("build", "--drafts", "--today", "2026-12-24")
    assert (small.site / "van-ban" / "them.html").is_file(), more.stdout
    (small.content / "documents" / "them.yml").unlink()
    small.change("campaigns/thang-phap-luat.yml", "name: Tháng mới", "name: Tháng pháp luật")

    small.call("build")

    assert tree(small.site) == tree(built_small.site)


def test_an_unchanged_site_is_told_to_be_unchanged(small: Project) -> None:
    """The officer sees that there is nothing to copy to the memory sticks."""
    small.call("build")

    run = small.run("build")

    files = len(tree(small.site))
    assert say("vi", "site-is-built", {"files": files, "changed": 0}) in run.stdout


def test_the_number_of_changed_files_is_the_number_of_changed_files(small: Project) -> None:
    """The officer sees how far an edit reaches."""
    small.call("build")
    before = tree(small.site)
    small.change("materials/thong-bao-doi-gio.yml", "lúc bảy giờ", "lúc sáu giờ")

    run = small.run("build")

    after = tree(small.site)
    changed = sum(before.get(name) != text for name, text in after.items())
    assert changed >= 1
    assert say("vi", "site-is-built", {"files": len(after), "changed": changed}) in run.stdout


def test_pages_changed_or_deleted_by_hand_come_back(small: Project, built_small: Project) -> None:
    """Nothing is published that is not in the content, not even by editing site/."""
    small.call("build")
    (small.site / "index.html").write_text("<h1>Sửa tay</h1>", encoding="utf-8")
    (small.site / "lich.html").unlink()
    shutil.rmtree(small.site / "van-ban")
    (small.site / "them.html").write_text("<h1>Thêm tay</h1>", encoding="utf-8")
    (small.site / "moi" / "sau").mkdir(parents=True)
    (small.site / "moi" / "sau" / "them.html").write_text("<h1>Thêm tay</h1>", encoding="utf-8")
    (small.site / os.fsdecode(b"v\xe3n b\xb6n.doc")).write_bytes(b"?")

    run = small.call("build")

    assert (run.returncode, run.stderr) == (0, "")

    assert tree(small.site) == tree(built_small.site)


def test_a_deleted_record_takes_its_page_with_it(small: Project) -> None:
    """Where no ledger promises an address, a page without a record is gone at once."""
    (small.content / "addresses.txt").unlink()
    small.call("build")
    (small.content / "materials" / "ai-cung-can-luat.yml").unlink()

    small.call("build")

    pages = tree(small.site)
    assert "tai-lieu/ai-cung-can-luat.html" not in pages
    assert not [name for name, text in pages.items() if b"ai-cung-can-luat" in text]


def _a_document(id: str) -> str:
    return (
        f"id: {id}\nstatus: published\nkind: law\ntitle: Luật {id}\n"
        "sources:\n  - {title: Bộ dữ liệu thử, compared_on: 2026-11-20}\n"
        "reviewed_on: 2026-11-20\nreview_due: 2027-11-20\n"
    )


# ---- 4. A failed, killed or disk-full build leaves the published site as it was ------------------

KILLS = 50


@pytest.mark.parametrize("knows", [True, False], ids=["incremental", "clean"])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(knows: bool, small: Project) -> None:
    """A power cut in the commune office never leaves half a site on the disk."""
    small.call("build")
    place = "campaigns/thang-phap-luat.yml"
    whole = {_hash(small.site)}
    _be_known(small, knows)
    begun = time.perf_counter()
    small.change(place, "name: Tháng pháp luật", "name: Tháng mới")
    small.call("build")
    takes = time.perf_counter() - begun
    whole.add(_hash(small.site))
    last = _hash(small.site)
    names = ("name: Tháng pháp luật", "name: Tháng mới")
    moments = random.Random(22).choices(range(1000), k=KILLS)
    killed = 0

    for number, moment in enumerate(moments):
        small.change(place, names[(number + 1) % 2], names[number % 2])
        _be_known(small, knows)
        killed += small.killed("build", after=takes * moment / 1000)
        assert _hash(small.site) in whole, f"kill {number}, {moment / 10} % of the way"

    assert killed > KILLS / 2
    run = small.call("build")
    assert run.returncode == 0, run.stderr
    assert _hash(small.site) == last
    assert _beside(small) == {".site.lock", ".site.twin"}


def _be_known(project: Project, knows: bool) -> None:
    """Let the next build know what the last one left, or nothing."""
    if not knows:
        shutil.rmtree(project.root / ".cache", ignore_errors=True)


def _beside(project: Project) -> set[str]:
    """What builds leave beside the site."""
    return {path.name for path in project.root.glob(".site*")}


def _hash(site: Path) -> str:
    """One sum over all names and bytes of a site."""
    summed = hashlib.sha256()
    for name, text in tree(site).items():
        summed.update(name.encode() + b"\0" + hashlib.sha256(text).digest())
    return summed.hexdigest()


@pytest.mark.parametrize(("knows", "after"), [(True, 4), (False, 40)])
def test_a_build_killed_while_it_writes_leaves_the_old_site(
    knows: bool, after: int, small: Project
) -> None:
    """The moment that hurts most is hit on purpose, not by chance."""
    small.call("build")
    before = _hash(small.site)
    small.change("campaigns/thang-phap-luat.yml", "name: Tháng pháp luật", "name: Tháng mới")
    _be_known(small, knows)
    _stop_while_writing(small, after)

    assert _hash(small.site) == before
    assert len(tree(small.root / ".site.new")) >= after
    assert small.call("build").returncode == 0
    assert _hash(small.site) != before
    assert not (small.root / ".site.new").exists()


def _stop_while_writing(project: Project, after: int) -> None:
    """A build whose process ends without warning after some files."""
    words = (
        "import os, generator.writing as w, generator.__main__ as m\n"
        "put, done = w.Next.put, []\n"
        "def stop(*given):\n"
        "    done.append(put(*given))\n"
        f"    return os.kill(os.getpid(), 9) if len(done) == {after} else done[-1]\n"
        "w.Next.put = stop\n"
        f"m.main(['build', '--workers', '1', '--today', '{TODAY}'])\n"
    )
    assert project.python("-c", words).returncode == -9


def test_a_full_disk_is_told_and_leaves_the_old_site(small: Project, tmp_path: Path) -> None:
    """An office that runs out of space loses nothing, and is told what to do."""
    small.call("build", "--site", "disk-is-elsewhere")
    files = tree(small.root / "disk-is-elsewhere").values()
    size = sum(-(-len(text) // 4096) * 4096 for text in files)  # as a disk counts
    with _small_disk(tmp_path / "disk", size * 3 // 2) as disk:
        first = small.call("build", "--site", str(disk / "site"))
        assert first.returncode == 0, first.stderr
        before = tree(disk / "site")
        _change_everything(small)

        run = small.run("build", "--site", str(disk / "site"))

        assert run.stderr == say("vi", "disk-full") + "\n"
        assert run.returncode == 1
        assert tree(disk / "site") == before
        assert {path.name for path in disk.iterdir()} <= {"site", ".site.lock"}


@contextmanager
def _small_disk(place: Path, size: int) -> Iterator[Path]:
    """A file system of a given size in bytes, for as long as the context lasts."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("this machine has no mount")
    if done.returncode:
        pytest.skip(f"only root can make a small disk: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def _change_everything(project: Project) -> None:
    """A theme whose every page is different, so that nothing can be linked."""
    path = project.root / "theme" / "partials" / "footer.html"
    path.write_text(path.read_text("utf-8") + "<p>Mới</p>\n", encoding="utf-8")


def test_a_write_that_fails_is_told_and_leaves_the_old_site(small: Project) -> None:
    """Where a small disk cannot be had, a limit on file sizes stands for it."""
    small.call("build")
    before = tree(small.site)
    (small.content / "files" / "am-thanh" / "loi-moi.wav").write_bytes(b"x" * 2_000_000)
    limit = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (1_000_000, 1_000_000)); "
    words = f"{limit}from generator.__main__ import main; raise SystemExit(main({_BUILD!r}))"

    run = small.python("-c", words)

    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1
    assert tree(small.site) == before
    assert not (small.root / ".site.new").exists()


_BUILD = ["build", "--today", TODAY]
LIMIT = 200_000  # bytes: more than any file of the small site has, less than what builds remember


def test_what_cannot_be_remembered_is_told_like_a_full_disk(small: Project) -> None:
    """A disk that fills up between site and memory costs neither the site nor a traceback."""
    small.call("build")
    before = tree(small.site)
    assert max(len(content) for content in before.values()) < LIMIT
    _be_known(small, knows=False)
    limit = f"import resource as r; r.setrlimit(r.RLIMIT_FSIZE, ({LIMIT}, {LIMIT})); "
    words = f"{limit}from generator.__main__ import main; raise SystemExit(main({_BUILD!r}))"

    run = small.python("-c", words)

    assert run.stderr == say("vi", "disk-full") + "\n"
    assert run.returncode == 1
    assert tree(small.site) == before
    assert small.call("build").returncode == 0
    assert tree(small.site) == before


def test_a_disk_full_of_something_else_is_told(small: Project, tmp_path: Path) -> None:
    """Where the project itself has no room left for what builds remember, its officer is told."""
    with _small_disk(tmp_path / "disk", 300_000) as disk:
        (small.root / ".cache").symlink_to(disk)

        run = small.run("build")

        assert run.stderr == say("vi", "disk-full") + "\n"
        assert run.returncode == 1
        assert not small.site.exists()


# What becomes of the file in which builds remember the last one, while nobody is at work.


def _truncate(state: Path) -> None:
    state.write_bytes(state.read_bytes()[: state.stat().st_size // 2])


def _overwrite(state: Path) -> None:
    before = state.stat()
    with state.open("r+b") as file:
        file.seek(before.st_size // 2)
        file.write(b"\0" * 8192)
    os.utime(state, ns=(before.st_atime_ns, before.st_mtime_ns))


def _empty(state: Path) -> None:
    state.write_bytes(b"")


def _fill_with_words(state: Path) -> None:
    state.write_text("đây không phải cơ sở dữ liệu\n" * 999, encoding="utf-8")


def _make_a_folder_of(state: Path) -> None:
    state.unlink()
    (state / "thu-muc").mkdir(parents=True)


def _make_unreadable(state: Path) -> None:
    state.chmod(0)


def _unseal(state: Path) -> None:
    state.with_suffix(".seal").unlink()


def _break_the_seal(state: Path) -> None:
    state.with_suffix(".seal").write_bytes(b"\xff\xfe")


def _make_a_folder_of_the_seal(state: Path) -> None:
    state.with_suffix(".seal").unlink()
    state.with_suffix(".seal").mkdir()


def _leave_a_journal(state: Path) -> None:
    state.with_name(f"{state.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" * 99)


def _copy_back_an_older_one(state: Path) -> None:
    shutil.copy2(state, state.with_suffix(".old"))
    state.with_suffix(".old").replace(state)


def test_what_is_noted_in_part_is_not_trusted(tmp_path: Path) -> None:
    """A power cut between two notes must not leave half of them for the next build to stand on."""
    state = tmp_path / "state.sqlite"
    with opened(state) as store:
        store.note("one", b"whole")
        store.keep()
    assert state.with_suffix(".seal").exists()

    with opened(state) as store:
        assert store.fact("one") == b"whole"
        store.note("two", b"half of it")
        assert not state.with_suffix(".seal").exists()

    with opened(state) as store:
        assert store.fact("one") == b""


@pytest.mark.parametrize(
    "tear",
    [
        Path.unlink,
        _truncate,
        _overwrite,
        _empty,
        _fill_with_words,
        _make_a_folder_of,
        _make_unreadable,
        _unseal,
        _break_the_seal,
        _make_a_folder_of_the_seal,
        _leave_a_journal,
        _copy_back_an_older_one,
    ],
)
def test_a_torn_memory_is_made_anew_in_silence(
    tear: Callable[[Path], None], small: Project, built_small: Project
) -> None:
    """What builds remember only makes them quick; no officer has to know that it is there."""
    place = "campaigns/thang-phap-luat.yml"
    small.call("build")
    small.change(place, "name: Tháng pháp luật", "name: Tháng mới")
    small.call("build")
    small.change(place, "name: Tháng mới", "name: Tháng pháp luật")
    (state,) = small.root.glob(".cache/sites/*/state.sqlite")
    tear(state)

    run = small.call("build")

    assert (run.returncode, run.stderr) == (0, "")
    assert tree(small.site) == tree(built_small.site)
    again = say("vi", "site-is-built", {"files": len(tree(small.site)), "changed": 0})
    assert again in small.call("build").stdout


@pytest.mark.parametrize("kept", [".cache", ".site.twin", ".site.lock", ".cache .site.twin"])
def test_what_builds_leave_may_be_cleared_away(
    kept: str, small: Project, built_small: Project
) -> None:
    """Hidden files that somebody deletes to make room cost a slower build and nothing else."""
    place = "campaigns/thang-phap-luat.yml"
    small.call("build")
    small.change(place, "name: Tháng pháp luật", "name: Tháng mới")
    small.call("build")
    small.change(place, "name: Tháng mới", "name: Tháng pháp luật")
    for name in kept.split():
        path = small.root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    run = small.call("build")

    assert (run.returncode, run.stderr) == (0, "")
    assert tree(small.site) == tree(built_small.site)
    assert _beside(small) <= {".site.lock", ".site.twin"}


def test_somebody_elses_folder_linked_into_the_site_is_left_alone(
    small: Project, built_small: Project
) -> None:
    """A link in site/ goes; the photographs that it leads to stay, however often is built."""
    theirs = small.root / "anh-cua-toi"
    theirs.mkdir()
    (theirs / "cuoi.jpg").write_bytes(b"mine")
    place = "campaigns/thang-phap-luat.yml"
    names = ["name: Tháng pháp luật", "name: Tháng mới"] * 2
    small.call("build")
    (small.site / "anh").symlink_to(theirs)
    for old, new in pairwise([*names, names[0]]):
        small.change(place, old, new)

        assert small.call("build").returncode == 0
        assert tree(theirs) == {"cuoi.jpg": b"mine"}

    assert tree(small.site) == tree(built_small.site)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(small: Project) -> None:
    """An officer without the right to write is told which folder it is."""
    small.environment()  # makes the folder for temporary files
    small.root.chmod(0o500)

    run = small.call("build")

    small.root.chmod(0o700)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr


# ---- 5. A published address never dies -----------------------------------------------------------


def test_a_renamed_record_is_found_where_it_was(built_small: Project) -> None:
    """A link in an old message, or printed on a poster, still leads to the campaign."""
    page = _page(built_small.site / "chien-dich" / "hong-son-luat-ve-ban-2026.html")

    assert "hong-son-luat-ve-ban.html" in _basenames(page)


def test_a_withdrawn_record_says_why_and_what_to_read_instead(built_small: Project) -> None:
    """Whoever opens a link of last year is not left with an old rule."""
    page = _page(built_small.site / "tai-lieu" / "to-gap-cu.html")

    words = _words(page)
    assert "Luật đã đổi nên tờ gấp này không còn đúng." in words
    assert "10/11/2026" in words
    assert "Nội dung cũ." not in words
    assert "to-gap-hoi-ai.html" in _basenames(page)


def test_a_withdrawn_record_is_offered_nowhere(built_small: Project) -> None:
    """No list, and no data file, leads people to what no longer holds."""
    at_home = "tai-lieu/to-gap-cu.html"
    naming = [name for name, text in tree(built_small.site).items() if b"to-gap-cu" in text]

    assert naming in ([], [at_home])


def test_every_address_of_a_build_enters_the_ledger(small: Project) -> None:
    """What readers may have bookmarked is written down.

    Nobody bookmarks styles, scripts or a stick; views of lists, cards, codes and demonstrations go.
    """
    (small.content / "addresses.txt").unlink()

    small.run("addresses")

    ledger = (small.content / "addresses.txt").read_text(encoding="utf-8").split()
    passing = re.compile(r"(assets|tim-kiem|truyen-thanh)/.*|.*(/loc/.*|\.vcf|-qr\.svg|--.*)")
    small.call("build", "--no-demo")
    lasting = [name for name in tree(small.site) if not passing.fullmatch(name)]
    assert [name for name in ledger if not passing.fullmatch(name)] == sorted(lasting)


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("materials/ai-cung-can-luat.yml", "tai-lieu/ai-cung-can-luat.html"),
        ("campaigns/ngay-phap-luat-trinh-dien.yml", "chien-dich/ngay-phap-luat-trinh-dien.html"),
        ("pages/cach-lam.md", "cach-lam.html"),
    ],
)
def test_a_published_address_cannot_be_lost_unnoticed(
    place: str, address: str, small: Project
) -> None:
    """Deleting a file is told before readers find out."""
    before = tree(small.site)
    (small.content / place).unlink()

    run = small.call("build")

    assert say("vi", "lost-address", {"address": address}) in run.stdout
    assert run.returncode == 1
    assert tree(small.site) == before


def test_publishing_cannot_be_taken_back_in_silence(small: Project) -> None:
    """A page set back to draft would vanish for its readers just as a deleted one."""
    small.change("materials/ai-cung-can-luat.yml", "status: published", "status: draft")

    run = small.call("check")

    assert say("vi", "lost-address", {"address": "tai-lieu/ai-cung-can-luat.html"}) in run.stdout


def test_each_remedy_for_a_lost_address_works(small: Project) -> None:
    """Withdrawing, or naming the old id in the new record, is all that is asked."""
    place = "materials/ai-cung-can-luat.yml"
    small.change(place, "id: ai-cung-can-luat", "id: ai-cung-biet\nformer_ids: [ai-cung-can-luat]")
    (small.content / place).rename(small.content / "materials" / "ai-cung-biet.yml")
    reason = "status: withdrawn\nwithdrawn: {on: 2026-11-22, reason: Ghi âm chưa rõ.}"
    small.change("materials/phim-di-hoi-luat.yml", "status: published", reason)

    run = small.call("build")

    assert run.returncode == 0, run.stdout
    assert (small.site / "tai-lieu" / "ai-cung-can-luat.html").is_file()
    assert not (small.site / "tep" / "video" / "di-hoi-luat.webm").exists()
    assert "Ghi âm chưa rõ." in _words(_page(small.site / "tai-lieu" / "phim-di-hoi-luat.html"))


# ---- 6. site/ opened from a disk is the same site ------------------------------------------------

JOINED = "assets/javascripts/page.js"  # of theme/scripts
TOLD = (
    "dia-phuong/ten-dia-phuong.js",
    "tim-kiem/muc-luc.js",
    "man-hinh/loi.js",
    "ban-tin/lich-phat.js",
)
FOLDERS_OF_SCRIPTS = "assets/javascripts|dia-phuong|tim-kiem|man-hinh|ban-tin"
LOADING = ("src", "srcset", "poster", "data", "action", "formaction", "background", "manifest")
EITHER = pytest.mark.parametrize("which", ["built_small", "built_real"])


@EITHER
def test_every_link_leads_to_a_file_and_a_place_in_it(
    which: str, request: pytest.FixtureRequest
) -> None:
    """On a memory stick, without a network, no click ends nowhere."""
    site = request.getfixturevalue(which).site
    pages = {path: _page(path) for path in site.rglob("*.html")}
    ids = {path: set(_found(page, "//@id")) for path, page in pages.items()}

    nowhere = [
        f"{path.relative_to(site)} → {link}"
        for path, page in pages.items()
        for link in _inner_links(page)
        if not _leads_somewhere(path, link, site, ids)
    ]

    assert nowhere == []


def _inner_links(page: etree._Element) -> Iterator[str]:
    for link in _found(page, "//@href | //@src | //@poster"):
        if not urlsplit(link).scheme:
            yield link


def _leads_somewhere(page: Path, link: str, site: Path, ids: dict[Path, set[str]]) -> bool:
    parts = urlsplit(link)
    path = unquote(parts.path)
    target = Path(os.path.normpath(page.parent / path)) if path else page
    inside = not parts.netloc and not path.startswith("/") and target.is_relative_to(site)
    there = target.is_file() and (not path or target.suffix != "")
    fragment = unquote(parts.fragment)
    return inside and there and (not fragment or fragment in ids.get(target, set()))


@EITHER
def test_no_page_asks_anything_of_anywhere_else(which: str, request: pytest.FixtureRequest) -> None:
    """Nobody outside learns who reads what, and everything works without a network."""
    site = request.getfixturevalue(which).site
    for path in site.rglob("*.html"):
        page = _page(path)
        loaded = _found(page, " | ".join(f"//@{name}" for name in LOADING))
        loaded += _found(page, "//*[not(self::a)]/@href")
        assert [one for one in loaded if _is_outside(one)] == [], path
        assert _found(page, "//meta/@http-equiv") == []
        assert list(page.iter("iframe", "object", "embed", "base")) == []
        actions = [one.get("action") for one in page.iter("form")]
        assert {Path(one).name for one in actions if one} <= {"tim-kiem.html"}
        assert [one.get("src") for one in page.iter("script") if not _is_our_own(one)] == []
        assert [one for one in page.iter(etree.Element) if _handlers(one)] == []


def _is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc or parts.scheme) and parts.scheme != "data"


def _is_our_own(script: etree._Element) -> bool:
    """A script is a file of the theme, or one of those that tell the theme's scripts something.

    No page has one written into it. What search engines are told is data, which no browser runs.
    """
    if script.get("type") == "application/ld+json":
        return isinstance(json.loads(script.text or ""), dict)
    source = (script.get("src") or "").lstrip("./")
    name = re.fullmatch(
        r"(?:assets/javascripts|dia-phuong|tim-kiem|man-hinh|ban-tin)/[a-z-]+\.js", source
    )
    is_ours = source in (JOINED, *TOLD) or (ROOT / "theme" / source).is_file()
    return bool(name and is_ours and not script.text)


def _handlers(element: etree._Element) -> list[str]:
    return [str(name) for name in element.attrib if str(name).startswith("on")]


@EITHER
def test_links_outwards_are_plain_links(which: str, request: pytest.FixtureRequest) -> None:
    """A reader leaves the site only by a click of his own, and over an encrypted line."""
    site = request.getfixturevalue(which).site
    links = [link for path in site.rglob("*.html") for link in _found(_page(path), "//a/@href")]
    schemes = {urlsplit(link).scheme for link in links}

    assert schemes <= {"", "geo", "https", "mailto", "tel"}


@EITHER
def test_styles_ask_nothing_of_anywhere_else(which: str, request: pytest.FixtureRequest) -> None:
    """A style sheet can betray a reader as well as a picture can."""
    site = request.getfixturevalue(which).site
    for path in site.rglob("*.css"):
        style = path.read_text(encoding="utf-8")
        asked = [piece.split(")")[0].strip("\"' ") for piece in style.split("url(")[1:]]
        assert [one for one in asked if not one.startswith(("data:", "#"))] == []
        assert "@import" not in style


@EITHER
def test_names_of_places_within_a_page_are_single(
    which: str, request: pytest.FixtureRequest
) -> None:
    """A link to a task leads to that task, not to another of the same name."""
    site = request.getfixturevalue(which).site
    for path in site.rglob("*.html"):
        ids = _found(_page(path), "//@id")
        assert len(ids) == len(set(ids)), path


# ---- 7. No fact without its source and the day of comparison -------------------------------------


@EITHER
def test_every_record_page_shows_its_sources_with_the_day(
    which: str, request: pytest.FixtureRequest
) -> None:
    """A reader can look every fact up, and sees how fresh the comparison is."""
    project = request.getfixturevalue(which)
    everything, _ = load(project.content)
    library = everything.on(date.fromisoformat(TODAY))  # off the list, a person has no sources
    addresses = {one.id: one.address for one in library.every(Document)}
    shown = [one for one in library.all() if one.status is Status.PUBLISHED]
    for record in shown:
        page = _page(project.site / record.address)
        words, links = _words(page), _found(page, "//main//a/@href")
        for source in record.sources:
            if source.title:
                assert " ".join(source.title.split()) in words, record.file
            else:
                assert f"../{addresses[source.document or '']}" in links, record.file
            assert source.compared_on is not None
            assert day(source.compared_on) in words, record.file
    assert len(shown) > 20


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.folder))
@pytest.mark.parametrize("field", ["sources", "reviewed_on", "review_due"])
def test_no_record_is_published_without(field: str, kind: type[Record], small: Project) -> None:
    """Of every kind: no source, no comparison, no publication."""
    path = next(
        path
        for path in sorted((small.content / kind.folder).glob("*.yml"))
        if "status: published" in path.read_text(encoding="utf-8")
    )
    lines = path.read_text(encoding="utf-8").splitlines()
    kept, leaving = [], False
    for line in lines:
        leaving = line.startswith(f"{field}:") or (leaving and line.startswith(" "))
        kept += [] if leaving else [line]
    path.write_text("\n".join([*kept, ""]), encoding="utf-8")

    _, problems = load(small.content)

    file = f"content/{path.relative_to(small.content).as_posix()}"
    assert [(one.file, one.key, one.values["name"]) for one in problems] == [
        (file, "needed-to-publish", field)
    ]


def test_a_source_without_its_day_is_refused(small: Project) -> None:
    """A source that nobody compared is no source."""
    small.change("agencies/quoc-hoi.yml", "    compared_on: 2026-11-20\n", "")

    run = small.call("check")

    assert say("vi", "missing-field", {"name": "compared_on"}) in run.stdout


# ---- MkDocs as a door ----------------------------------------------------------------------------


def test_mkdocs_build_gives_the_same_files(small: Project, built_small: Project) -> None:
    """Whoever knows only MkDocs gets the same site."""
    run = small.mkdocs_build(SOURCE_DATE_EPOCH=NOON)

    assert run.returncode == 0, run.stderr
    assert tree(small.site) == tree(built_small.site)


def test_mkdocs_build_of_faulty_content_leaves_the_old_site(small: Project) -> None:
    """MkDocs alone would have emptied the folder first."""
    small.call("build")
    before = tree(small.site)
    small.change("agencies/quoc-hoi.yml", "level: central", "level: centra")

    run = small.mkdocs_build(SOURCE_DATE_EPOCH=NOON)

    assert run.returncode == 1
    assert "content/agencies/quoc-hoi.yml:6: “level: centra”" in run.stderr
    assert "Traceback" not in run.stderr
    assert tree(small.site) == before


def test_mkdocs_build_does_not_replace_a_folder_of_somebody_else(small: Project) -> None:
    """The other door is guarded as well."""
    small.site.mkdir()
    (small.site / "anh.jpg").write_bytes(b"mine")

    run = small.mkdocs_build(SOURCE_DATE_EPOCH=NOON)

    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert tree(small.site) == {"anh.jpg": b"mine"}


# ---- looking at pages ----------------------------------------------------------------------------


def _page(path: Path) -> etree._Element:
    root: etree._Element = html.parse(str(path)).getroot()
    return root


def _words(page: etree._Element) -> str:
    """All words of a page, spaces between them evened out."""
    return " ".join("".join(str(text) for text in page.itertext()).split())


def _basenames(page: etree._Element) -> set[str]:
    return {link.rsplit("/", 1)[-1] for link in _found(page, "//main//a/@href")}


def _found(page: etree._Element, path: str) -> list[str]:
    """The attributes that an XPath finds."""
    found = page.xpath(path)
    assert isinstance(found, list)
    return [str(one) for one in found]
