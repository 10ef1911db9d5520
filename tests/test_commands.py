"""The commands, as an officer meets them: what `run` does is a process of its own."""

import os
import pty
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from filelock import FileLock

from generator.catalogue import say
from tests.conftest import TODAY, Project, make_project, tree

COMMANDS = ("check", "build", "serve", "addresses", "say", "bulletin", "import", "template")
SHARED = ("--content", "--site", "--today", "--drafts", "--no-demo", "--lang", "--quiet")
OWN = {
    "build": ("--workers",),
    "serve": ("--port",),
    "import": ("--json", "--into", "--replace", "--kind", "--dry-run"),
    "bulletin": ("--out",),
    "template": ("--out",),
}
VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]", re.I)


@pytest.fixture
def bare(tmp_path: Path) -> Project:
    """A project without content."""
    return make_project(tmp_path / "project")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_tells_every_option(command: str, language: str, bare: Project) -> None:
    """Nobody has to read code to learn what a command can do."""
    run = bare.run(command, "--help", "--lang", language)

    assert run.returncode == 0, run.stderr
    for option in (*SHARED, *OWN.get(command, ())):
        assert option in run.stdout
    assert say(language, f"help-{command}") in " ".join(run.stdout.split())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_first_help_names_every_command(language: str, bare: Project) -> None:
    """Whoever types only `pbgdpl --help` sees what there is, each with its purpose."""
    run = bare.run("--help", "--lang", language)

    told = " ".join(run.stdout.split())
    assert run.returncode == 0
    for command in COMMANDS:
        assert say(language, f"help-{command}") in told


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("dung",),
        ("check", "--khong-co"),
        ("build", "--today", "hôm nay"),
        ("build", "--today", "2026-02-30"),
        ("check", "--lang", "fr"),
        ("serve", "--port", "cửa"),
        ("build", "--workers"),
        ("build", "--workers", "0"),
        ("build", "--workers", "-1"),
        ("build", "--workers", "1.5"),
        ("build", "--workers", "hai"),
        ("build", "--workers", "²"),
        ("build", "--workers", "1000"),
        ("check", "--workers", "2"),
        ("import",),
        ("import", "ke-hoach.txt"),
    ],
)
def test_wrong_use_ends_with_2_and_a_way_out(words: tuple[str, ...], bare: Project) -> None:
    """A script can tell a slip on the command line from faults in the content."""
    run = bare.run(*words)

    assert run.returncode == 2
    assert run.stdout == ""
    assert "Traceback" not in run.stderr
    assert VIETNAMESE.search(run.stderr)


def test_wrong_use_is_told_in_english_where_asked(bare: Project) -> None:
    """A developer abroad is told in English how a command is called."""
    run = bare.run("check", "--khong-co", "--lang=en")

    assert "See pbgdpl" in run.stderr


@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_says_what_workers_are(language: str, bare: Project) -> None:
    """Whoever shares a machine with others learns how to leave them a core."""
    run = bare.run("build", "--help", "--lang", language)

    assert say(language, "help-workers") in " ".join(run.stdout.split())


def test_a_wrong_number_of_workers_is_named(bare: Project) -> None:
    """The officer sees which word was wrong."""
    run = bare.run("build", "--workers", "hai", "--lang", "en")

    assert "--workers: hai" in run.stderr
    assert "See pbgdpl build" in run.stderr


def test_check_of_sound_content_says_so_and_writes_nothing(small: Project) -> None:
    """An officer may check as often as he likes."""
    before = tree(small.root)

    run = small.run("check")

    assert small.told(run.stdout) == say("vi", "content-is-sound", {"content": "content"}) + "\n"
    assert run.returncode == 0
    assert tree(small.root) == before
    assert not (small.root / ".cache").exists()
    assert list((small.root / "tmp").iterdir()) == []


def test_check_leaves_alone_what_a_build_left(small: Project) -> None:
    """Nor does looking at a site change what the next build will do."""
    small.call("build")
    small.change("plans/thanh-giang-thang-phap-luat.yml", "tháng pháp luật'", "tháng khác'")
    before = {path: path.stat() for path in small.root.rglob("*")}

    assert small.run("check").returncode == 0

    after = {path: path.stat() for path in small.root.rglob("*")}
    assert _lasting(after) == _lasting(before)


def _lasting(found: dict[Path, os.stat_result]) -> dict[Path, tuple[int, int, int]]:
    """What tells whether a file was written, of all but the folder for temporary files."""
    return {
        path: (one.st_ino, one.st_size, one.st_mtime_ns)
        for path, one in found.items()
        if path.name != "tmp"
    }


def test_build_says_how_much_and_which_file_to_open(small: Project) -> None:
    """The officer knows what to double-click."""
    run = small.run("build")

    made = len(tree(small.site))
    assert small.told(run.stdout).splitlines() == [
        say("vi", "site-is-built", {"files": made, "changed": made}),
        say("vi", "open-this-file", {"file": "site/index.html"}),
    ]
    assert run.stderr == ""


def test_english_is_spoken_where_asked(small: Project) -> None:
    """Not a Vietnamese word comes from the machine but names of the project's own."""
    run = small.run("build", "--lang", "en")

    assert run.returncode == 0
    assert not VIETNAMESE.search(small.told(run.stdout))


def test_quiet_says_nothing_when_all_is_well(small: Project) -> None:
    """A nightly job writes a mail only when there is something to do."""
    first = small.run("build", "--quiet")
    runs = [first, *(small.call(command, "--quiet") for command in ("check", "addresses"))]

    assert [run.stdout + run.stderr for run in runs] == ["", "", ""]


def test_quiet_still_tells_faults(small: Project) -> None:
    """Silence is never taken for success."""
    small.change("plans/thanh-giang-thang-phap-luat.yml", "status: published", "status: xong")

    run = small.run("check", "--quiet")

    assert run.returncode == 1
    assert "content/plans/thanh-giang-thang-phap-luat.yml:3" in run.stdout


@pytest.mark.parametrize("today", ["2028-01-01", "9999-12-31"])
def test_a_warning_stops_nothing(today: str, small: Project) -> None:
    """A page past its review still shows, but its officer is reminded."""
    run = small.call("build", "--today", today)

    assert run.returncode == 0, run.stderr
    assert run.stdout.count(say("vi", "warning")) > 10


@pytest.mark.parametrize("theirs", ["anh.jpg", "index.html"])
def test_a_folder_of_somebody_else_is_not_replaced(theirs: str, small: Project) -> None:
    """A slip such as `--site ~/anh` costs nobody a folder."""
    folder = small.root / "cua-toi"
    folder.mkdir()
    (folder / theirs).write_bytes(b"mine")

    run = small.call("build", "--site", "cua-toi")

    assert small.told(run.stderr) == say("vi", "not-our-folder", {"site": "cua-toi"}) + "\n"
    assert run.returncode == 1
    assert tree(folder) == {theirs: b"mine"}


def test_a_second_build_is_told_of_the_first(small: Project) -> None:
    """Two officers who build at the same moment do not spoil each other's site."""
    with FileLock(small.root / ".site.lock"):
        run = small.run("build")

    assert small.told(run.stderr) == say("vi", "site-busy", {"site": "site"}) + "\n"
    assert run.returncode == 1
    assert not small.site.exists()


def test_demonstration_records_can_be_left_out(small: Project) -> None:
    """A department publishes the real part of a site that was shown with made-up records."""
    small.call("build", "--no-demo")

    pages = tree(small.site)
    assert "co-quan/trung-tam-trinh-dien.html" not in pages
    assert "co-quan/so-tu-phap-hong-son.html" in pages
    speaking = [name for name, text in pages.items() if "trình diễn".encode() in text]
    assert speaking == ["du-lieu/datapackage.json", "tu-dien-du-lieu.html"]  # of the field


def test_drafts_are_shown_where_asked_and_marked(small: Project) -> None:
    """An author sees a page before it is public, and nobody takes it for published."""
    small.call("build", "--drafts")

    page = (small.site / "tai-lieu" / "bai-nhap.html").read_text(encoding="utf-8")
    assert "Bản nháp" in page


def test_the_ledger_is_written_once_and_kept(small: Project) -> None:
    """Remarks and addresses of earlier years stay; a second run adds nothing."""
    ledger = small.content / "addresses.txt"
    ledger.write_text("# Từ năm 2020, không xóa\nlich.html\n", encoding="utf-8")

    first, second = small.run("addresses"), small.call("addresses")

    lines = ledger.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Từ năm 2020, không xóa"
    assert len(lines) == len(set(lines)) > 50
    assert f"thêm {len(lines) - 2} địa chỉ" in first.stdout
    assert "thêm 0 địa chỉ" in second.stdout
    assert small.call("check").returncode == 0


def test_a_draft_never_enters_the_ledger(small: Project) -> None:
    """What was never published cannot be lost."""
    (small.content / "addresses.txt").unlink()

    small.call("addresses", "--drafts")

    assert "bai-nhap" not in (small.content / "addresses.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["documents/%s.doc", "documents/%s.yml", "pages/%s.md"])
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_name_that_no_terminal_can_show_is_still_told(
    command: str, place: str, small: Project
) -> None:
    """Files unpacked from an old archive have names in another encoding."""
    (small.content / (place % os.fsdecode(b"v\xe3n b\xb6n"))).write_bytes(b"# x\n")

    run = small.run(command, PYTHONIOENCODING="utf-8:strict")

    assert run.returncode == 1
    assert f"\ncontent/{place}: " % "v\\udce3n b\\udcb6n" in f"\n{run.stdout}"
    assert "Traceback" not in run.stderr


def test_files_beside_the_content_may_be_called_anything(small: Project) -> None:
    """What is not published may lie about under any name, and stops nobody."""
    name = os.fsdecode(b"v\xe3n b\xb6n")
    for place in ("pages/%s.txt", "pages/%s.png", "files/%s.mp3"):
        (small.content / (place % name)).write_bytes(b"x")

    runs = [small.call("build"), small.call("check"), small.call("build")]

    assert [(run.returncode, run.stderr) for run in runs] == [(0, "")] * 3
    assert not [path for path in small.site.rglob("*") if not os.fsencode(path.name).isascii()]


def test_a_terminal_of_another_language_still_gets_its_answer(small: Project) -> None:
    """On a machine that knows only ASCII the answer is ugly, not a traceback."""
    run = small.run("check", PYTHONIOENCODING="ascii:strict")

    assert run.returncode == 0
    assert run.stderr == ""


def test_progress_is_shown_only_to_somebody_who_watches(small: Project) -> None:
    """A terminal shows that work goes on; a log file is not filled with it."""
    watched = _on_a_terminal(small, "build")
    unwatched = small.call("build", "--site", "site-2")

    assert say("vi", "progress", {"done": 100}) in watched
    assert unwatched.stderr == ""
    assert "\r" not in unwatched.stdout


def _on_a_terminal(project: Project, *words: str) -> str:
    """What a command writes to stderr where that is a terminal."""
    reader, terminal = pty.openpty()
    command = [sys.executable, "-m", "generator", *project.dated(words)]
    environment = project.environment()
    with subprocess.Popen(
        command, cwd=project.root, env=environment, stdout=subprocess.DEVNULL, stderr=terminal
    ):
        os.close(terminal)
        told = b""
        try:
            while piece := os.read(reader, 4096):
                told += piece
        except OSError:
            pass  # so Linux tells that the other end of a terminal was closed
    os.close(reader)
    return told.decode()


def test_stopping_a_build_is_no_fault(small: Project) -> None:
    """Ctrl+C ends with a sentence, and the site built before is untouched."""
    small.call("build")
    before = tree(small.site)
    small.change("plans/thanh-giang-thang-phap-luat.yml", "tháng pháp luật'", "tháng khác'")
    command = [sys.executable, "-m", "generator", "build", "--today", TODAY]
    with subprocess.Popen(
        command, cwd=small.root, env=small.environment(), stderr=subprocess.PIPE, text=True
    ) as process:
        _wait_for(lambda: (small.root / ".site.new").exists() or process.poll() is not None)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)

    assert process.returncode == 0 or told.splitlines()[-1:] == [say("vi", "stopped")]
    assert process.returncode == 0 or tree(small.site) == before
    assert "Traceback" not in told


# ---- several processes at work -------------------------------------------------------------------

AT_WORK = (
    "import resource, sys\n"
    "from generator import hands, intake, making\n"
    "from generator.__main__ import main\n"
    "hands.PAYS = intake.AT_ONCE = making.AT_ONCE = 5\n"
    "code = main(sys.argv[1:])\n"
    "print('children:', resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 0)\n"
    "sys.exit(code)\n"
)  # as on a large site: so few files seldom pay


def _at_work(project: Project, workers: int) -> subprocess.CompletedProcess[str]:
    """A build whose work is shared between processes, even though the site is small."""
    return project.python("-c", AT_WORK, "build", "--today", TODAY, "--workers", str(workers))


def test_however_many_work_the_site_is_the_same(small: Project, built_small: Project) -> None:
    """A site built on a large machine can be compared with one from an old office computer."""
    for workers in (1, 2, 3):
        shutil.rmtree(small.root / ".cache", ignore_errors=True)
        run = _at_work(small, workers)

        assert (run.returncode, run.stderr) == (0, "")
        assert f"children: {workers > 1}" in run.stdout
        assert tree(small.site) == tree(built_small.site)


def test_however_many_work_an_edit_reaches_as_far(small: Project) -> None:
    """What several processes made is known to later builds like what one made."""
    other = make_project(small.root.parent / "other", small.content.parent / "content")
    for number, project in enumerate((small, other), start=1):
        _at_work(project, number)
        footer = project.root / "theme" / "partials" / "footer.html"
        footer.write_text(footer.read_text("utf-8") + "<p>Mới</p>\n", encoding="utf-8")
        project.change("campaigns/thang-phap-luat.yml", "name: Tháng pháp luật", "name: Tháng mới")
    told = [_at_work(small, 1).stdout, _at_work(other, 2).stdout]

    assert tree(other.site) == tree(small.site)
    assert told[0].splitlines()[0] == told[1].splitlines()[0]
    again = say("vi", "site-is-built", {"files": len(tree(small.site)), "changed": 0})
    assert again in other.call("build").stdout


def test_several_processes_tell_the_same_faults(small: Project) -> None:
    """A broken template is told once, whoever met it, and readers keep the old site."""
    small.call("build")
    before = tree(small.site)
    template = small.root / "theme" / "articles" / "campaign.html"
    template.write_text(template.read_text("utf-8") + "{{ khong_co.gi }}\n", encoding="utf-8")

    alone, together = _at_work(small, 1), _at_work(small, 2)

    assert alone.returncode == together.returncode == 1
    assert "theme/articles/campaign.html" in alone.stdout
    assert (together.stdout.splitlines()[:-1], together.stderr) == (
        alone.stdout.splitlines()[:-1],
        alone.stderr,
    )
    assert tree(small.site) == before
    assert not (small.root / ".site.new").exists()


def test_where_one_of_several_fails_the_old_site_stays(small: Project) -> None:
    """A disk that is full for one process is full for all; nobody writes on behind its back."""
    small.call("build")
    before = tree(small.site)
    shutil.rmtree(small.root / ".cache")
    (small.content / "files" / "am-thanh" / "loi-moi.wav").write_bytes(b"x" * 2_000_000)
    limit = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (1_000_000, 1_000_000))\n"

    run = small.python("-c", limit + AT_WORK, "build", "--today", TODAY, "--workers", "2")

    assert run.returncode == 1
    assert run.stderr == say("vi", "disk-full") + "\n"
    assert tree(small.site) == before
    assert {path.name for path in small.root.glob(".site*")} <= {".site.lock", ".site.twin"}


def _begun(project: Project) -> "subprocess.Popen[str]":
    """A build by two processes beside the first, in a group of its own, in the midst of writing."""
    slow = "import time, generator.writing as w\nput = w.Next.put\n"
    slow += "def slowly(*given):\n    time.sleep(0.05)\n    return put(*given)\n"
    slow += "w.Next.put = slowly\n"
    process = subprocess.Popen(
        [sys.executable, "-c", slow + AT_WORK, *_BUILD, "--workers", "2"],
        cwd=project.root,
        env=project.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    new = project.root / ".site.new"
    _wait_for(lambda: new.is_dir() and len(list(new.rglob("*.html"))) > 10)
    return process


_BUILD = ("build", "--today", TODAY)


def test_ctrl_c_stops_several_processes_with_one_sentence(small: Project) -> None:
    """A terminal sends Ctrl+C to all of them; the officer reads one sentence."""
    with _begun(small) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)

    assert told.splitlines() == [say("vi", "stopped")]
    assert process.returncode == 1
    assert not small.site.exists()
    assert not (small.root / ".site.new").exists()


def test_processes_end_with_the_one_that_gave_them_work(
    small: Project, built_small: Project
) -> None:
    """After a kill nobody writes on into the next build's site, or keeps it from beginning."""
    with _begun(small) as process:
        process.kill()
        process.communicate(timeout=60)  # ends when nobody holds its stderr any more

    run = small.call("build")

    assert (run.returncode, run.stderr) == (0, "")
    assert tree(small.site) == tree(built_small.site)


def test_content_that_was_away_is_checked_when_it_is_back(small: Project) -> None:
    """A stick that was not plugged in must not let a wrong record through on the same day."""
    away = small.content.rename(small.content.with_name("noi-khac"))
    assert small.run("build").returncode == 1
    away.rename(small.content)
    place = "plans/thanh-giang-thang-phap-luat.yml"
    small.change(place, "\ndocument: ", "\ndocument: khong-co-")

    run = small.run("build")

    assert run.returncode == 1
    assert f"content/{place}:" in run.stdout
    assert not small.site.exists()


def test_a_folder_that_holds_no_project_is_left_as_it_is(tmp_path: Path) -> None:
    """Whoever is in the wrong folder learns it, and finds nothing there to clear away."""
    run = Project(tmp_path).run("build")

    assert run.returncode == 1
    assert "mkdocs.yml" in run.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"tmp"}  # for temporary files


def test_who_stops_listening_hears_of_no_fault(small: Project) -> None:
    """`pbgdpl check | head` is done when the reader is; no disk is full, and no file is missing."""
    command = [sys.executable, "-m", "generator", "check", "--today", TODAY]
    small.change("plans/thanh-giang-thang-phap-luat.yml", "\ndocument: ", "\ndocument: khong-co-")
    with subprocess.Popen(
        command,
        cwd=small.root,
        env=small.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        heard = process.stderr.read()

    assert process.returncode == 1
    assert set(heard.splitlines()) <= {say("vi", "problem-count", {"count": 1})}


def test_a_report_that_finds_no_room_is_told(small: Project) -> None:
    """An officer who keeps the report on a full disk learns why it is empty."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, "-m", "generator", "check", "--today", TODAY],
            cwd=small.root,
            env=small.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert run.stderr == say("vi", "disk-full") + "\n"
    assert run.returncode == 1


def test_a_command_without_a_terminal_does_its_work(small: Project) -> None:
    """A timer that starts a build at night may give it nowhere to speak."""
    words = [sys.executable, "-m", "generator", "build", "--today", TODAY]
    run = subprocess.run(
        f"exec {shlex.join(words)} >&- 2>&-",
        shell=True,
        cwd=small.root,
        env=small.environment(),
        check=False,
    )

    assert run.returncode == 0
    assert (small.site / "index.html").is_file()


# ---- prose and preview ---------------------------------------------------------------------------


def test_missing_prose_is_told_by_us(small: Project) -> None:
    """A project without its prose is told in a sentence with a remedy, not in a traceback."""
    (small.content / "pages").rename(small.content / "cho-khac")
    (small.content / "addresses.txt").unlink()

    run = small.call("build")

    assert run.returncode == 1
    assert run.stdout == f"content/pages: {say('vi', 'no-content')}\n"
    assert "Traceback" not in run.stderr
    assert not small.site.exists()


def test_the_preview_follows_edits_and_shows_faults(small: Project) -> None:
    """An officer sees each saved change, and what is wrong with it, in the browser."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port), "--today", TODAY]
    place = "plans/thanh-giang-thang-phap-luat.yml"
    page = f"http://127.0.0.1:{port}/ke-hoach/thanh-giang-thang-phap-luat.html"
    with subprocess.Popen(
        command, cwd=small.root, env=small.environment(), stdout=-3, stderr=-3
    ) as process:
        try:
            _wait_for(lambda: "Thanh Giang: tháng pháp luật" in _shown(page))
            small.change(place, "tháng pháp luật'", "tháng khác'")
            _wait_for(lambda: "Thanh Giang: tháng khác" in _shown(page))
            small.change(place, "status: published", "status: xong")
            _wait_for(lambda: f"content/{place}:3" in _shown(page))
            small.change(place, "status: xong", "status: published")
            _wait_for(lambda: "Thanh Giang: tháng khác" in _shown(page))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)
    assert process.returncode == 0
    assert not small.site.exists()


def _shown(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return bytes(answer.read()).decode()
    except OSError:
        return ""


def _wait_for(event: object, seconds: float = 60.0) -> None:
    """Wait until `event` is true; fail when it does not come."""
    assert callable(event)
    last = time.monotonic() + seconds
    while not event():
        assert time.monotonic() < last, "waited in vain"
        time.sleep(0.01)
