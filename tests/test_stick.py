"""The folder for the loudspeaker's machine: whole by itself, for any player, and never stale."""

import csv
import io
import re
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component
from lxml import etree, html

from generator.intake import load
from generator.outputs.stick_names import sound_name, stem
from generator.records.bulletins import Bulletin
from generator.soundings import paragraphs
from tests.bulletin_sites import bulletin_site, length
from tests.conftest import Project

TODAY = "2026-11-24"  # a Tuesday
SAFE = re.compile(r"[A-Z0-9_-]+(\.[a-z0-9]{2,4})?")
DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}
FREE, VIOLENCE, ELDERLY = (
    "NHO_LUAT_SU_MA_KHONG_MAT_TIEN",
    "THAY_DANH_NHAU_TRONG_NHA_GOI_AI",
    "NGUOI_GIA_CAN_GIAY_TO_GI",
)
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site whose bulletins a machine said; to be read only."""
    project = bulletin_site(tmp_path_factory.mktemp("stick") / "project")
    settings = project.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"site_url: https://xa.example/luat/\n{text}", encoding="utf-8")
    run = project.run("speak", "--today", TODAY)
    assert run.returncode == 0, run.stdout + run.stderr
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A site with bulletins of which nothing was said yet."""
    return bulletin_site(tmp_path / "project")


def stick(project: Project) -> Path:
    """What is copied."""
    return project.site / "truyen-thanh"


def files(project: Project) -> set[str]:
    """The places of all files on the stick."""
    root = stick(project)
    return {one.relative_to(root).as_posix() for one in root.rglob("*") if one.is_file()}


def built(project: Project, *words: str) -> None:
    """Build the site for the day of these tests."""
    run = project.run("build", "--today", TODAY, *words)
    assert run.returncode == 0, run.stdout + run.stderr


# ---- names ---------------------------------------------------------------------------------------


@given(st.integers(1, 5000), st.integers(1, 5000), st.text(max_size=200))
def test_any_title_gives_a_name_for_every_file_system(number: int, of: int, title: str) -> None:
    """FAT, old players and Windows take it: short, plain, and the name of no device."""
    name = sound_name(stem(number, of, title), "tyz", "vi", "a/b.opus", set())

    assert SAFE.fullmatch(name)
    assert len(name) <= 60
    assert name.partition(".")[0] not in DEVICES
    assert name.isascii()


@given(st.lists(st.text(max_size=30), min_size=1, max_size=120))
def test_no_two_names_differ_by_letters_alone(titles: list[str]) -> None:
    """FAT keeps one of two names that differ in small and large letters, and loses the other."""
    names = [stem(number, len(titles), one) for number, one in enumerate(titles, start=1)]

    assert len({one.lower() for one in names}) == len(names)
    assert sorted(names) == names, "a player that plays by name plays in another order"


def test_two_recordings_in_one_language_keep_two_names() -> None:
    """The second does not take the place of the first."""
    taken: set[str] = set()
    names = [sound_name("01_A", "hmn", "vi", path, taken) for path in ("a.mp3", "b.mp3")]

    assert names == ["01_A_MONG.mp3", "01_A_MONG_2.mp3"]


# ---- what is there -------------------------------------------------------------------------------


def test_the_folder_holds_what_is_on_air_and_nothing_else(spoken: Project) -> None:
    """An officer copies one folder, and plays nothing that was withdrawn, past or not approved."""
    there = {one for one in files(spoken) if not one.startswith("PHAT_")}

    assert there == {
        f"AM_THANH/01_{VIOLENCE}.mp3",
        f"AM_THANH/02_{ELDERLY}.mp3",
        f"AM_THANH/02_{ELDERLY}_TAY.mp3",
        f"AM_THANH/03_{FREE}.mp3",
        f"KICH_BAN/01_{VIOLENCE}.txt",
        f"KICH_BAN/02_{ELDERLY}.txt",
        f"KICH_BAN/03_{FREE}.txt",
        "LICH_PHAT.csv",
        "LICH_PHAT.html",
        "LICH_PHAT.ics",
        "DOC_TOI.txt",
        "PODCAST.xml",
    }


def test_drafts_are_not_there_even_for_who_looks_at_drafts(project: Project) -> None:
    """A preview never reaches a loudspeaker."""
    built(project)
    before = files(project)

    built(project, "--drafts")

    assert files(project) == before


def test_every_name_is_safe_and_alone(spoken: Project) -> None:
    """The folder can be copied to any stick."""
    names = [part for one in files(spoken) for part in Path(one).parts]

    assert all(SAFE.fullmatch(one.replace(".m3u8", ".m3u")) and len(one) <= 60 for one in names)
    assert len({one.lower() for one in files(spoken)}) == len(files(spoken))


def test_a_withdrawn_bulletin_leaves_the_folder(project: Project) -> None:
    """The next copy no longer has it, in any file."""
    project.run("speak", "--today", TODAY)
    path = project.content / "bulletins" / "mien-phi.yml"
    text = path.read_text(encoding="utf-8").replace("status: published", "status: withdrawn")
    path.write_text(f"{text}withdrawn: {{on: 2026-11-23, reason: Đã đổi luật.}}\n", "utf-8")

    built(project)

    every = (one.read_bytes() for one in stick(project).rglob("*") if one.is_file())
    assert not any(FREE in one for one in files(project))
    assert not any("luật sư mà không mất tiền".encode() in one for one in every)


# ---- words ---------------------------------------------------------------------------------------


def test_a_script_has_a_head_and_a_sentence_a_line(spoken: Project) -> None:
    """Who reads finds the place again; who pastes it into a program that reads gets words alone."""
    text = (stick(spoken) / f"KICH_BAN/01_{VIOLENCE}.txt").read_bytes().decode("utf-8")
    head, _, words = text.replace("\r\n", "\n").partition(f"\n{'-' * 40}\n")

    library, _ = load(spoken.content)
    said = paragraphs(library.get(Bulletin, "bao-luc-gia-dinh"), {})
    assert head.startswith("Thấy đánh nhau trong nhà, gọi ai?\n")
    assert "Cơ quan phát: Sở Tư pháp tỉnh A\n" in head
    assert "Duyệt: Phó Chủ tịch Ủy ban nhân dân xã, ngày 20/11/2026\n" in head
    assert "Đọc chừng: 1 phút 8 giây (140 tiếng một phút)\n" in head
    assert "Đính chính ngày 20/11/2026: Bản tin hôm trước đọc nhầm giờ" in head
    assert [line for line in words.splitlines() if line] == [
        line
        for one in said
        for line in ((f"{one.speaker}:",) if one.speaker else ()) + one.sentences
    ]


def test_text_files_can_be_read_by_the_oldest_editor(spoken: Project) -> None:
    """In Windows 7, a line that ends in the way of Linux does not end."""
    for path in stick(spoken).rglob("*.txt"):
        raw = path.read_bytes()

        assert raw.count(b"\n") == raw.count(b"\r\n") > 5


def test_signs_of_markup_stay_what_they_are_in_text(project: Project) -> None:
    """A title with & or quotation marks is read out as it is written."""
    project.change("bulletins/mien-phi.yml", "Nhờ luật sư mà", 'Hỏi & đáp "nhanh" <b> mà')

    built(project)

    assert b'H\xe1\xbb\x8fi & \xc4\x91\xc3\xa1p "nhanh" <b> m' in b"".join(
        one.read_bytes() for one in stick(project).glob("KICH_BAN/*.txt")
    )
    assert 'Hỏi & đáp "nhanh" <b> mà' in playlist(project, "PHAT_2026-11-24_0530.m3u8")


# ---- when ----------------------------------------------------------------------------------------


def playlist(project: Project, name: str) -> str:
    """The text of a playlist."""
    return (stick(project) / name).read_text(encoding="utf-8")


def test_a_playlist_plays_a_slot_in_order(spoken: Project) -> None:
    """The most urgent first, each with its length, at its place on the stick."""
    lines = playlist(spoken, "PHAT_2026-11-24_1700.m3u8").splitlines()

    assert lines[0] == "#EXTM3U"
    assert lines[3::2] == [f"AM_THANH/01_{VIOLENCE}.mp3", f"AM_THANH/03_{FREE}.mp3"]
    for told, place in zip(lines[2::2], lines[3::2], strict=True):
        found = re.fullmatch(r"#EXTINF:([0-9]+),(.+)", told)
        assert found
        assert abs(int(found[1]) - length(stick(spoken) / place)) <= 1


def test_there_is_a_playlist_for_every_slot_of_a_month(spoken: Project) -> None:
    """Who copies once a month has every day of it."""
    first = date.fromisoformat(TODAY)
    days = [first + timedelta(days=n) for n in range(31)]
    expected = {f"PHAT_{day}_{at}.m3u8" for day in days for at in ("0530", "1700")}

    assert {one for one in files(spoken) if one.startswith("PHAT_")} == expected


def test_what_has_no_sound_is_named_and_not_played(project: Project) -> None:
    """The officer sees what to read, and the player meets no missing file."""
    built(project)

    told = playlist(project, "PHAT_2026-11-24_1700.m3u8").splitlines()

    assert "# Chưa có tiếng, cần người đọc: Nhờ luật sư mà không mất tiền" in told
    assert all(line.startswith("#") for line in told)


def test_the_table_tells_every_slot(spoken: Project) -> None:
    """A spreadsheet opens it with its marks, and every file that it names is there."""
    raw = (stick(spoken) / "LICH_PHAT.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))

    assert raw.startswith(b"\xef\xbb\xbf")
    assert rows[0] == {
        "date": TODAY,
        "weekday": "T3",
        "time": "05:30",
        "order": "1",
        "title": "Nhờ luật sư mà không mất tiền",
        "priority": "ordinary",
        "seconds": rows[0]["seconds"],
        "sound": f"AM_THANH/03_{FREE}.mp3",
        "script": f"KICH_BAN/03_{FREE}.txt",
        "playlist": "PHAT_2026-11-24_0530.m3u8",
    }
    assert {row[name] for row in rows for name in ("sound", "script", "playlist")} <= files(spoken)


def test_the_calendar_has_every_slot_at_its_hour(spoken: Project) -> None:
    """A telephone rings at 05:30 of Hà Nội, once for each slot."""
    calendar = Calendar.from_ical((stick(spoken) / "LICH_PHAT.ics").read_bytes())
    events = calendar.walk("VEVENT")

    assert len(events) == 62
    assert len({str(one["UID"]) for one in events}) == 62
    assert moment(events[0], "DTSTART") == "20261123T223000Z"
    assert str(events[1]["SUMMARY"]).startswith("Thấy đánh nhau trong nhà, gọi ai?; Nhờ luật sư")
    assert moment(events[1], "DTEND") > "20261124T100200Z"


def moment(event: Component, name: str) -> str:
    """A moment of an event as the file writes it."""
    return str(event.decoded(name).strftime("%Y%m%dT%H%M%SZ"))


def test_the_sheet_stands_alone(spoken: Project) -> None:
    """From the stick it opens without the site: no style, script or picture of elsewhere."""
    page = html.parse(str(stick(spoken) / "LICH_PHAT.html"))
    ways = {unquote(one) for one in page.xpath("//a/@href")}

    assert not page.xpath("//script | //link | //img | //@src")
    assert ways <= files(spoken)
    assert len(page.xpath("//table")) == 62
    assert all(one.xpath("./caption and .//th[@scope='col']") for one in page.xpath("//table"))


def test_a_slot_over_its_minutes_is_warned_of(project: Project) -> None:
    """The officer sees before the broadcast which slot will not fit."""
    settings = project.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("slot_minutes: 15", "slot_minutes: 2"), encoding="utf-8")

    built(project)

    page = (project.site / "ban-tin" / "mang-di--usb.html").read_text(encoding="utf-8")
    assert "dài quá 2 phút" in page
    assert "dài quá 2 phút" in (stick(project) / "LICH_PHAT.html").read_text(encoding="utf-8")


# ---- for listeners elsewhere ---------------------------------------------------------------------


def test_the_podcast_is_valid_and_leads_to_the_sounds(spoken: Project) -> None:
    """A listener's program finds each sound at its whole address, with size and length."""
    feed = etree.parse(str(stick(spoken) / "PODCAST.xml")).getroot()
    items = feed.findall("channel/item")

    assert (feed.tag, feed.get("version")) == ("rss", "2.0")
    assert all(feed.findtext(f"channel/{name}") for name in ("title", "link", "description"))
    assert len(items) == 3
    for item in items:
        enclosure = item.find("enclosure")
        assert enclosure is not None
        address = str(enclosure.get("url")).removeprefix("https://xa.example/luat/")
        sound = spoken.site / address
        assert enclosure.get("length") == str(sound.stat().st_size)
        assert enclosure.get("type") == "audio/mpeg"
        assert item.findtext("guid") == item.findtext("link")
        assert abs(int(item.findtext(f"{ITUNES}duration") or 0) - length(sound)) <= 1
        assert parsedate_to_datetime(item.findtext("pubDate") or "").year == 2026


def test_without_an_address_there_is_no_podcast(project: Project) -> None:
    """A feed of relative addresses would be none; the page says what is missing."""
    built(project)

    page = (project.site / "ban-tin" / "mang-di--usb.html").read_text(encoding="utf-8")
    assert "PODCAST.xml" not in files(project)
    assert "Chưa có kênh podcast" in page


# ---- the page ------------------------------------------------------------------------------------


def test_the_page_leads_to_every_file(spoken: Project) -> None:
    """Who cannot copy the folder finds each file to download, and no link leads nowhere."""
    page = html.parse(str(spoken.site / "ban-tin" / "mang-di--usb.html"))
    ways = {one for one in page.xpath("//main//a/@href") if one.startswith("../truyen-thanh/")}
    places = {one.removeprefix("../truyen-thanh/") for one in ways}

    apart = {one for one in files(spoken) if one.startswith("PHAT_") and one > "PHAT_2026-12-01"}
    assert places == files(spoken) - apart


def test_an_edit_makes_only_what_it_changes(spoken: Project, project: Project) -> None:
    """A new word in one bulletin makes no other bulletin's files again."""
    project.run("speak", "--today", TODAY)
    before = {one: one.stat().st_mtime_ns for one in stick(project).rglob("*") if one.is_file()}

    project.change("bulletins/mien-phi.yml", "tốt lành", "an lành")
    project.run("speak", "--today", TODAY)

    names = {
        one.name
        for one in stick(project).rglob("*")
        if one.is_file() and before.get(one) != one.stat().st_mtime_ns
    }
    assert names <= {f"03_{FREE}.mp3", f"03_{FREE}.txt", "DOC_TOI.txt"} | {
        one for one in names if one.startswith(("LICH_PHAT", "PHAT_"))
    }
    assert f"03_{FREE}.txt" in names


def test_the_same_content_gives_the_same_folder(spoken: Project, tmp_path: Path) -> None:
    """Two copies made on one day compare as equal."""
    twin = bulletin_site(tmp_path / "twin")
    settings = spoken.root / "mkdocs.yml"
    (twin.root / "mkdocs.yml").write_bytes(settings.read_bytes())
    twin.run("speak", "--today", TODAY)

    assert files(twin) == files(spoken)
    for one in files(spoken):
        assert (stick(twin) / one).read_bytes() == (stick(spoken) / one).read_bytes(), one
