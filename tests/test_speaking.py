"""Machines' voices: what they say, how it sounds, and that nothing is said twice or half."""

import hashlib
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.intake import load
from generator.loudspeaker import ESPEAK, Loudspeaker, Voice
from generator.readings import reading
from generator.records.bulletins import Bulletin
from generator.soundings import sounding, text_for_voice
from tests.bulletin_sites import (
    COMMAND,
    VOICE,
    bulletin_site,
    form,
    length,
    loudness,
    silences,
    spoken_files,
    use_voice,
)
from tests.conftest import ROOT, Project, tree

FREE = "bulletins/mien-phi.yml"
SAID = 2  # bulletins of the site that are on air, and that nobody recorded


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site whose bulletins were said by the voice for tests; to be read only."""
    project = bulletin_site(tmp_path_factory.mktemp("spoken") / "project")
    run = project.run("speak")
    assert run.returncode == 0, run.stdout + run.stderr
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A site with bulletins of which nothing was said yet."""
    return bulletin_site(tmp_path / "project")


def bulletins(project: Project) -> dict[str, Bulletin]:
    """The bulletins of a site."""
    library, _ = load(project.content)
    return {one.id: one for one in library.every(Bulletin)}


def sound_of(project: Project, id: str, command: str = COMMAND) -> Path:
    """The file in which a voice says a bulletin."""
    settings = Loudspeaker(voice="thu", voices=(Voice("thu", command, "giọng thử", "vi"),))
    path = sounding(bulletins(project)[id], {}, settings).path
    return project.content / "files" / path


# ---- how it sounds -------------------------------------------------------------------------------


def levels_hold(sound: Path, seconds: int) -> None:
    """What holds for every sound that a voice made: loud as others, no long silence, as read."""
    loud, peak = loudness(sound)
    still, end = silences(sound), length(sound)
    within = [of for at, of in still if at > 0.1 and at + of < end - 0.1]
    assert form(sound) == "mp3,22050,1"
    assert abs(loud + 16) <= 1, loud
    assert peak <= -1, peak
    assert max(within) < 2
    assert max((of for at, of in still if at <= 0.1 or at + of >= end - 0.1), default=0) < 1
    assert abs(end - seconds) <= seconds / 10, (end, seconds)


def test_a_voice_is_as_loud_as_every_other_and_breathes(spoken: Project) -> None:
    """A square hears one bulletin as well as the next, at the pace that was told of it."""
    for id in ("mien-phi", "bao-luc-gia-dinh"):
        told = reading(bulletins(spoken)[id], {}).seconds(140)

        levels_hold(sound_of(spoken, id), told)


def test_the_usual_voice_keeps_the_pace_of_a_reader(tmp_path: Path) -> None:
    """Without any setting, Debian's voice takes as long as the page says that a person does."""
    project = bulletin_site(tmp_path / "project", "")

    run = project.run("speak")

    assert (run.returncode, run.stderr) == (0, "")
    for id in ("mien-phi", "bao-luc-gia-dinh"):
        told = reading(bulletins(project)[id], {}).seconds(140)
        levels_hold(sound_of(project, id, ESPEAK.command), told)


def test_a_voice_at_another_pace_is_brought_to_that_of_a_reader(project: Project) -> None:
    """A slot planned for fifteen minutes takes fifteen, whatever voice a commune has."""
    slow = project.root / "slow.py"
    text = VOICE.read_text(encoding="utf-8")
    slow.write_text(text.replace("SYLLABLE, BREATH = 0.40", "SYLLABLE, BREATH = 0.46"))
    use_voice(project, f"python3 {slow} {{text}} {{audio}}")

    run = project.run("speak")

    assert (run.returncode, run.stderr) == (0, "")
    assert "giây" not in run.stdout
    for sound in spoken_files(project):
        assert loudness(sound)[0] == pytest.approx(-16, abs=1)


def test_a_voice_much_too_slow_is_told(project: Project) -> None:
    """What no tempo mends without a voice sounding odd is told to whoever chose the voice."""
    slow = project.root / "slow.py"
    text = VOICE.read_text(encoding="utf-8")
    slow.write_text(text.replace("SYLLABLE, BREATH = 0.40", "SYLLABLE, BREATH = 0.9"))
    use_voice(project, f"python3 {slow} {{text}} {{audio}}")

    run = project.run("speak")

    warning = r"content/bulletins/mien-phi.yml: Cảnh báo: Giọng “giọng thử” đọc bản tin này hết"
    assert run.returncode == 0
    assert re.search(warning, run.stdout)


def test_the_same_words_and_voice_give_the_same_bytes(spoken: Project, project: Project) -> None:
    """Two officers who speak one site have one site, and a copy compares as equal."""
    assert project.run("speak", "--workers", "1").returncode == 0

    assert tree(project.content / "files") == tree(spoken.content / "files")


# ---- what it says --------------------------------------------------------------------------------


def test_a_voice_gets_words_and_breathing_marks_alone(spoken: Project) -> None:
    """Commas, full stops and empty lines are what every voice pauses at."""
    text = text_for_voice(bulletins(spoken)["bao-luc-gia-dinh"], {})

    assert "\n\nNgười hỏi.\nĐêm nào tôi cũng nghe nhà bên đánh nhau" in text
    assert text.count("Xin gọi công an xã, hoặc trưởng thôn nơi bà con ở.") == 2
    assert all(line[-1] in ".?!" for line in text.splitlines() if line)


def test_only_what_is_on_air_and_unrecorded_is_said(spoken: Project) -> None:
    """Drafts, withdrawn and outdated bulletins are said by nobody; a person's voice wins."""
    expected = {sound_of(spoken, id).name for id in ("mien-phi", "bao-luc-gia-dinh")}

    assert {one.name for one in spoken_files(spoken)} == expected


def test_drafts_are_never_said(project: Project) -> None:
    """Who looks at drafts sees them, and no loudspeaker gets them."""
    assert project.run("speak", "--drafts").returncode == 0

    assert len(spoken_files(project)) == SAID


def test_a_voice_that_reads_its_input_needs_no_file(project: Project) -> None:
    """Piper and others read standard input."""
    reader = project.root / "reader.py"
    reader.write_text(
        "import pathlib, subprocess, sys\n"
        "text = pathlib.Path(sys.argv[1] + '.txt')\n"
        "text.write_bytes(sys.stdin.buffer.read())\n"
        f"subprocess.run([sys.executable, {str(VOICE)!r}, str(text), sys.argv[1]], check=True)\n"
    )
    use_voice(project, f"python3 {reader} {{audio}}")

    run = project.run("speak")

    assert (run.returncode, run.stderr) == (0, "")
    assert len(spoken_files(project)) == SAID


def test_no_shell_reads_the_command(project: Project) -> None:
    """What looks like a shell's sign in settings is a word for the program."""
    use_voice(project, f"{COMMAND} ; touch {project.root}/touched")

    run = project.run("speak")

    assert run.returncode == 1
    assert not (project.root / "touched").exists()


# ---- once, and whole -----------------------------------------------------------------------------


def test_a_second_run_says_nothing(project: Project) -> None:
    """Speaking again after a small change costs what changed."""
    first = project.run("speak")
    before = {one: one.stat().st_mtime_ns for one in spoken_files(project)}

    second = project.run("speak")

    assert f"Máy đã đọc thêm {SAID} bản tin." in first.stdout
    assert "Máy đã đọc thêm 0 bản tin." in second.stdout
    assert {one: one.stat().st_mtime_ns for one in spoken_files(project)} == before


def test_an_edit_says_one_bulletin_anew_and_forgets_the_old_words(project: Project) -> None:
    """No file lies about with words that were mended."""
    project.run("speak")
    before = {one.name for one in spoken_files(project)}

    project.change(FREE, "Chúc bà con một ngày làm việc tốt lành", "Chúc bà con mạnh khỏe")
    run = project.run("speak")

    now = {one.name for one in spoken_files(project)}
    assert "Máy đã đọc thêm 1 bản tin." in run.stdout
    assert len(now) == SAID
    assert len(now & before) == SAID - 1


def test_recordings_are_never_deleted(project: Project) -> None:
    """What a person read cannot be made again."""
    recordings = project.content / "files" / "ban-tin"
    before = tree(recordings)

    project.run("speak")

    assert tree(recordings) == before


def test_another_pace_is_said_anew(project: Project) -> None:
    """A sound at a pace that the settings no longer name would be as wrong as old words."""
    project.run("speak")
    before = {one.name for one in spoken_files(project)}
    settings = project.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")

    settings.write_text(text.replace("pace: 140", "pace: 130"), encoding="utf-8")
    project.run("speak")

    assert not {one.name for one in spoken_files(project)} & before


def test_a_run_that_is_stopped_leaves_no_half_a_file(project: Project) -> None:
    """Ctrl+C in the middle: what is there is whole, and nothing else is left."""
    slow = project.root / "slow.py"
    slow.write_text(f"import time\ntime.sleep(60)\n# {VOICE}\n", encoding="utf-8")
    use_voice(project, f"python3 {slow} {{text}} {{audio}}")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *project.dated(("speak",))],
        cwd=project.root,
        env=project.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for(lambda: list((project.root / "tmp").glob("*/text.txt")))

    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)

    assert (process.returncode, out) == (1, "")
    assert err == "Đã dừng theo yêu cầu. Trang đã dựng trước đó vẫn còn nguyên.\n"
    assert spoken_files(project) == []
    assert list((project.root / "tmp").iterdir()) == []
    assert str(slow) not in commands_running()


def wait_for(happened: object) -> None:
    """Wait until something has happened."""
    assert callable(happened)
    for _ in range(400):
        if happened():
            return
        time.sleep(0.05)
    raise AssertionError("it never happened")


def commands_running() -> str:
    """The words of every process of this machine."""
    told = (path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.is_file())
    return b"\n".join(told).replace(b"\0", b" ").decode(errors="replace")


# ---- what is told --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("espeak-ng -v vi -f {text} -w {audio}", "Hãy cài: sudo apt-get install espeak-ng ffmpeg"),
        ("no-such-voice {text} {audio}", "Không tìm thấy chương trình no-such-voice của giọng"),
    ],
)
def test_a_missing_program_is_told_with_what_to_do(
    command: str, told: str, project: Project
) -> None:
    """Whoever has a fresh machine is told the one line that helps."""
    use_voice(project, command)

    run = project.run("speak", PATH=str(project.root))

    assert run.returncode == 1
    assert told in run.stderr
    assert spoken_files(project) == []


def test_a_missing_ffmpeg_is_told_too(project: Project) -> None:
    """A voice alone makes no MP3."""
    programs = project.root / "programs"
    programs.mkdir()
    (programs / "python3").symlink_to(sys.executable)

    run = project.run("speak", PATH=str(programs))

    assert run.returncode == 1
    assert "chưa có chương trình ffmpeg" in run.stderr


def test_a_voice_that_fails_for_one_bulletin_stops_no_other(project: Project) -> None:
    """One odd text leaves a commune with all other bulletins, and is told by its file."""
    project.change(FREE, "Chúc bà con một ngày làm việc tốt lành", "Ai khàn tiếng thì thôi")

    run = project.run("speak")

    assert run.returncode == 1
    assert "content/bulletins/mien-phi.yml: Giọng “giọng thử” không đọc được" in run.stdout
    assert "(khàn tiếng)" in run.stdout
    assert len(spoken_files(project)) == SAID - 1
    assert (project.site / "index.html").is_file()


def test_a_voice_that_is_not_in_the_settings_is_told(project: Project) -> None:
    """A name typed wrongly is not passed over in silence."""
    project.change(FREE, "language: vi\n", "language: vi\nvoice: giong-cu\n")

    for command in ("check", "speak"):
        run = project.run(command)

        assert run.returncode == 1
        assert "content/bulletins/mien-phi.yml:23: Chưa có giọng đọc “giong-cu”." in run.stdout
    assert spoken_files(project) == []


def test_a_voice_that_never_speaks_loses_no_sound_that_is_there(project: Project) -> None:
    """A slip in the settings must not cost the hours in which a slow voice spoke."""
    assert project.run("speak").returncode == 0
    before, site = spoken_files(project), tree(project.site)
    use_voice(project, "python3 -c raise(SystemExit(3)) {text} {audio}")

    run = project.run("speak")

    assert run.returncode == 1
    assert run.stdout.count("không đọc được") <= 3 + 1  # the same words for each help nobody
    assert "Traceback" not in run.stderr
    assert spoken_files(project) == before
    assert tree(project.site) == site


def test_what_a_person_put_beside_the_voices_is_never_deleted(project: Project) -> None:
    """The folder is the machine's, but a file that no machine named is somebody's work."""
    kept = project.content / "files" / "giong-doc" / "cua-toi.mp3"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"mine")

    assert project.run("speak").returncode == 0

    assert kept.read_bytes() == b"mine"


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(project: Project) -> None:
    """A full or locked disk is no reason for the words of programmers."""
    folder = project.content / "files" / "giong-doc"
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be")

    run = project.run("speak")

    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "giong-doc" in run.stderr


def test_what_is_no_sound_is_no_bulletin(project: Project) -> None:
    """A voice that ends well and writes nothing is told, and nothing empty is played."""
    use_voice(project, "python3 -c pass {text} {audio}")

    run = project.run("speak")

    assert run.returncode == 1
    assert run.stdout.count("Giọng “giọng thử” chạy xong mà không ghi ra tiếng nào") == SAID
    assert spoken_files(project) == []


def test_faulty_content_is_not_said(project: Project) -> None:
    """What may not be published is not said either."""
    project.change(FREE, "approval: {by: Phó Chủ tịch Ủy ban nhân dân xã, on: 2026-11-18}\n", "")

    run = project.run("speak")

    assert run.returncode == 1
    assert spoken_files(project) == []


def test_what_voices_said_is_kept_out_of_version_control() -> None:
    """Anybody can make it again, and it would swell the history by megabytes with each edit."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert "/content/files/giong-doc/" in ignored


def test_recordings_of_the_test_site_are_what_their_records_sum_up(spoken: Project) -> None:
    """The sample itself keeps the promise that it is to test."""
    for one in bulletins(spoken)["nguoi-cao-tuoi"].recordings:
        path = spoken.content / "files" / one.path

        assert hashlib.sha256(path.read_bytes()).hexdigest() == one.sha256
