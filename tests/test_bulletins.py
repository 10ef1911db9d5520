"""Bulletins: what is on air, what a listener must never hear again, and what lists tell of both."""

import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator.broadcasts import DAYS_AHEAD, on_air, slots
from generator.intake import load
from generator.library import Library
from generator.readings import reading
from generator.records.bulletins import Bulletin
from generator.records.record import Status
from tests.conftest import Project, tree

DAY = date(2026, 11, 22)  # a Sunday
PACE = 140  # syllables a minute, as mkdocs.yml has it
ASKED, CHANGED, SKETCH = "hoi-luat-o-dau", "loa-doi-gio", "chuyen-ba-tu"
LAST_DAY, DAY_AFTER = "2026-12-31", "2027-01-01"  # of what is asked
WORDS = "Bà con đến Trung tâm"  # which nothing but that bulletin says
OF_ONE = (f"ban-tin/{ASKED}.html", f"ban-tin/{ASKED}--doc.html", f"ban-tin/{ASKED}--ban-in.html")


def library(project: Project, day: date = DAY) -> Library:
    """The records of a project as a day may show them."""
    return load(project.content)[0].on(day)


def said(site: Path, words: str) -> list[str]:
    """The files of a site in which some words stand."""
    return [name for name, content in tree(site).items() if words.encode() in content]


def built(project: Project, day: str = "2026-11-22", *options: str) -> Path:
    """The site of a day."""
    run = project.call("build", "--today", day, *options)
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site


# ---- what is on air ------------------------------------------------------------------------------


def test_the_most_urgent_is_said_first(built_small: Project) -> None:
    """Who switches the loudspeaker off after a minute has heard what could not wait."""
    said_in_order = [one.id for one in on_air(library(built_small))]

    assert said_in_order == [CHANGED, ASKED, SKETCH]


def test_a_day_has_the_slots_of_its_weekday(built_small: Project) -> None:
    """Saturday's sketch is not heard on a working day, nor is a weekday's notice on Saturday."""
    those = on_air(library(built_small))

    sunday, saturday = slots(those, DAY, 1), slots(those, date(2026, 11, 28), 1)

    assert [(f"{one.begins:%H:%M}", one.bulletins) for one in sunday] == [
        ("05:30", (CHANGED, ASKED)),
        ("17:00", (ASKED, SKETCH)),
    ]
    assert [one.bulletins for one in saturday] == [(ASKED,), (ASKED, SKETCH)]


def test_slots_end_with_the_last_day_and_with_all_days(built_small: Project) -> None:
    """Nothing is planned for a day after the last, and no clock of a machine set wrongly fails."""
    those = on_air(library(built_small))

    of_the_last_days = slots(those, date(2026, 12, 30), DAYS_AHEAD)

    days_of_one = {one.begins.date() for one in of_the_last_days if ASKED in one.bulletins}
    assert days_of_one == {date(2026, 12, 30), date(2026, 12, 31)}
    assert slots(those, date.max, DAYS_AHEAD)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: published", "status: draft"),
        ("status: published", "status: withdrawn\nwithdrawn: {on: 2026-11-21, reason: Sai giờ.}"),
        ("status: published", "status: published\ndemo: true"),
        ("from: 2026-11-20}", "from: 2026-11-20, until: 2026-11-21}"),
    ],
    ids=["a draft", "a withdrawn one", "a demonstration", "an outdated one"],
)
def test_what_may_not_be_said_is_not_on_air(small: Project, old: str, new: str) -> None:
    """A commune hears what somebody let out, what still holds, and nothing that only shows off."""
    small.change(f"bulletins/{CHANGED}.yml", old, new)

    assert CHANGED not in [one.id for one in on_air(library(small))]


# ---- what is said no more ------------------------------------------------------------------------


def test_an_outdated_bulletin_says_nothing_any_more(small: Project) -> None:
    """Its address tells what became of it; none of its words is left in any file of the site."""
    before = said(built(small, LAST_DAY), WORDS)

    after = built(small, DAY_AFTER)

    told = (after / OF_ONE[0]).read_text(encoding="utf-8")
    assert set(OF_ONE) <= set(before)
    assert said(after, WORDS) == []
    assert "Bản tin này không còn được phát" in told
    assert "31/12/2026" in told
    assert not (after / OF_ONE[1]).exists()
    assert not (after / "tep/am-thanh/hoi-luat.wav").exists()


def test_no_list_offers_an_outdated_bulletin(small: Project) -> None:
    """Whoever looks for something to say is not led to what is stale."""
    after = built(small, DAY_AFTER)

    naming = [
        name
        for name in said(after, f"{ASKED}.html")
        if name.endswith((".html", ".js", ".json", ".csv")) and "tinh-trang" not in name
    ]
    assert [name for name in naming if name != OF_ONE[0]] == []
    assert json.loads((after / "du-lieu/ban-tin.json").read_text("utf-8"))
    assert ASKED not in (after / "du-lieu/ban-tin.json").read_text("utf-8")


def test_a_day_by_day_site_is_the_one_built_from_nothing(small: Project) -> None:
    """The night on which a bulletin ends changes the same files, whatever was built before."""
    built(small, LAST_DAY)
    by_day = tree(built(small, DAY_AFTER))

    (small.root / ".cache").rename(small.root / "aside")
    afresh = tree(built(small, DAY_AFTER))

    assert by_day == afresh


def test_a_file_goes_with_its_outdated_bulletin(small: Project) -> None:
    """The ledger asks after a recording as long as it is said, and no longer."""
    small.run("addresses")

    assert "tep/am-thanh/hoi-luat.wav" in (small.content / "addresses.txt").read_text("utf-8")
    assert small.call("check", "--today", DAY_AFTER).returncode == 0


def test_a_draft_is_in_no_output(small: Project) -> None:
    """What nobody has let out yet is not even to be found."""
    small.change(f"bulletins/{ASKED}.yml", "status: published", "status: draft")

    site = built(small)

    assert said(site, WORDS) == []
    assert not (site / OF_ONE[0]).exists()


def test_a_withdrawn_bulletin_says_why_and_nothing_else(small: Project) -> None:
    """Whoever kept the address learns why it was taken back; its words are gone."""
    gone = "status: withdrawn\nwithdrawn: {on: 2026-11-21, reason: Luật đã đổi.}"
    small.change(f"bulletins/{ASKED}.yml", "status: published", gone)

    site = built(small)

    assert said(site, WORDS) == []
    assert "Luật đã đổi." in (site / OF_ONE[0]).read_text(encoding="utf-8")


def test_a_correction_is_told_and_said(built_small: Project) -> None:
    """Who heard the wrong thing hears the right one, right behind the greeting."""
    bulletin = library(built_small).get(Bulletin, ASKED)

    names = [part.name for part in reading(bulletin, {}).parts]

    assert names[:3] == ["greeting", "correction", "lead"]
    for address in OF_ONE:
        html = (built_small.site / address).read_text(encoding="utf-8")
        assert "Đúng ra là Trung tâm mở cửa cả thứ Hai" in html
    assert "Đính chính ngày" in (built_small.site / OF_ONE[0]).read_text(encoding="utf-8")


# ---- what is told of each ------------------------------------------------------------------------


def test_the_contact_is_read_twice(built_small: Project) -> None:
    """Who listens has no pen in hand the first time."""
    html = (built_small.site / OF_ONE[1]).read_text(encoding="utf-8")

    assert html.count('class="say__label">Nơi hỏi') == 2
    assert "đọc lần hai" in html


def test_marks_to_breathe_by_are_for_eyes_alone(built_small: Project) -> None:
    """A voice that reads the page to a blind announcer says no strokes."""
    html = (built_small.site / OF_ONE[1]).read_text(encoding="utf-8")

    marks = re.findall(r'<span class="breath[^"]*"([^>]*)>', html)
    assert len(marks) > 10
    assert set(marks) == {' aria-hidden="true"'}


def test_pages_tell_the_bulletins_that_lead_to_them(built_small: Project) -> None:
    """Who reads of a procedure learns that the loudspeaker speaks of it too."""
    for address in (
        "chien-dich/hong-son-luat-ve-ban.html",
        "thu-tuc/xin-giup-do-phap-ly.html",
        "dien-duoc-tro-giup/tre-em.html",
        "dia-phuong/hong-son-xa-ben-do.html",
        "van-ban/luat-giup-do-phap-ly-2018.html",
    ):
        html = (built_small.site / address).read_text(encoding="utf-8")
        assert f'href="../ban-tin/{ASKED}.html"' in html, address


def test_the_list_tells_what_is_on_air_on_the_day_of_the_build(small: Project) -> None:
    """Without a script the page still tells for which day it was made."""
    html = (built(small) / "ban-tin/index.html").read_text(encoding="utf-8")

    on_air_part = html.partition("data-on-air")[2].partition("</section>")[0]
    assert "22/11/2026" in on_air_part
    assert re.findall(r"<strong>(\d\d:\d\d)</strong>", on_air_part) == ["05:30", "17:00"]


def test_a_site_without_bulletins_says_so(small: Project) -> None:
    """A commune that has none yet gets a page that tells it, and no broken door."""
    for path in (small.content / "bulletins").iterdir():
        path.unlink()
    (small.content / "addresses.txt").unlink()

    html = (built(small) / "ban-tin/index.html").read_text(encoding="utf-8")

    assert "Chưa có bản tin nào." in html
    assert "Ngày này không có buổi phát nào theo lịch." in html


def test_the_schedule_for_scripts_holds_what_may_be_said(built_small: Project) -> None:
    """The page reckons what is on now from this file alone."""
    text = (built_small.site / "ban-tin/lich-phat.js").read_text(encoding="utf-8")

    rows = json.loads(text.removeprefix("pbgdplOnAir(").rstrip(")\n") + "")

    assert [row[0] for row in rows] == [CHANGED, ASKED, SKETCH]
    assert rows[1][3] == [["0123456", ["05:30", "17:00"], "2026-11-16", "2026-12-31"]]


def test_one_length_is_told_wherever_a_length_is_told(built_small: Project) -> None:
    """An officer who adds up a slot from the list gets what the page to read from tells."""
    found = library(built_small)
    text = (built_small.site / "ban-tin/lich-phat.js").read_text(encoding="utf-8")

    for id, _, seconds, *_ in json.loads(text.removeprefix("pbgdplOnAir(").rstrip(")\n")):
        assert seconds == reading(found.get(Bulletin, id), {}).seconds(PACE) > 10


# ---- what costs what -----------------------------------------------------------------------------


def test_an_edit_of_words_changes_the_pages_of_its_bulletin_alone(small: Project) -> None:
    """A word mended at five must be on the page at half past."""
    before = tree(built(small))

    small.change(f"bulletins/{ASKED}.yml", "mang theo giấy tờ", "mang đủ giấy tờ")

    after = tree(built(small))
    pages = {name for name in after if name.endswith(".html") and before.get(name) != after[name]}
    assert pages == set(OF_ONE)


def test_a_recording_is_summed_up_once(small: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of recordings are not read again every morning."""
    monkeypatch.setattr("generator.listing.SETTLED", 0)  # as if they had lain there for a while
    built(small)
    opened: list[Path] = []
    monkeypatch.setattr("generator.intake._sum", opened.append)

    built(small, "2026-11-23")

    assert opened == []


def test_a_recording_that_was_changed_is_told(small: Project) -> None:
    """A file that was copied badly must not be played to a commune."""
    file = small.content / "files/am-thanh/hoi-luat.wav"
    built(small)
    file.write_bytes(file.read_bytes() + b"x")

    run = small.call("check")

    assert run.returncode == 1
    assert sha256(file.read_bytes()).hexdigest() in run.stdout


def test_the_guide_is_led_to_where_it_is(small: Project) -> None:
    """Who finds the bulletins finds how to play them; a project without the guide has no link."""
    ways = ("ban-tin/index.html", "ban-tin/mang-di--usb.html")
    link = 'href="../doc-va-phat-o-xa.html"'
    before = [link in (built(small) / way).read_text(encoding="utf-8") for way in ways]

    small.add("pages/doc-va-phat-o-xa.md", "# Đọc và phát ở xã\n")
    after = [link in (built(small) / way).read_text(encoding="utf-8") for way in ways]

    assert (before, after) == ([False, False], [True, True])


def test_a_card_tells_when_it_begins_and_ends(small: Project) -> None:
    """Every day at half past five, from next year on, is not tomorrow."""
    small.change(f"bulletins/{SKETCH}.yml", "from: 2026-11-21", "from: 2027-02-06")

    html = (built(small) / "ban-tin/index.html").read_text(encoding="utf-8")

    said = [re.sub(r"<[^>]*>", "", one) for one in re.findall(r'tile__foot">(.*)</p>', html)]
    assert [one.partition(" · ")[2] for one in said] == [
        "Hằng ngày 05:30, 17:00 đến hết ngày 31/12/2026 · Tiếng Tày",
        "Thứ Bảy, Chủ nhật 17:00, từ 06/02/2027",
        "Thứ Hai đến Thứ Sáu, Chủ nhật 05:30",
    ]


def test_the_stick_tells_until_when_its_schedule_reaches(small: Project) -> None:
    """After that day silence would look like a fault of the machine."""
    site = built(small)

    for name in ("LICH_PHAT.html", "DOC_TOI.txt"):
        text = (site / "truyen-thanh" / name).read_text(encoding="utf-8")
        assert "Lịch này có đến hết ngày 22/12/2026." in text


def test_a_sum_in_capitals_is_the_same_sum(small: Project) -> None:
    """Windows prints it so; nobody should have to type it anew."""
    told = sha256((small.content / "files/am-thanh/hoi-luat.wav").read_bytes()).hexdigest()

    small.change(f"bulletins/{ASKED}.yml", told, told.upper())

    assert small.call("check", "--today", "2026-11-22").returncode == 0


def test_one_long_slot_is_told_once(small: Project) -> None:
    """Thirty-one warnings of the same half past five would be read by nobody."""
    settings = small.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("slot_minutes: 15", "slot_minutes: 1"), encoding="utf-8")

    lines = [one for one in small.call("check").stdout.splitlines() if "Buổi phát" in one]

    assert len(lines) == len(set(lines))
    assert 1 <= len(lines) <= 4
    assert any(f"{CHANGED}, {ASKED}" in one for one in lines)


def test_a_shorter_slot_is_noticed_though_only_the_settings_changed(small: Project) -> None:
    """Who sets five minutes learns at once which slots are longer."""
    assert "Buổi phát" not in small.call("build").stdout
    settings = small.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")

    settings.write_text(text.replace("slot_minutes: 15", "slot_minutes: 1"), encoding="utf-8")

    assert "Buổi phát" in small.call("build").stdout


def test_what_is_outdated_is_withdrawn_for_readers_only(built_small: Project) -> None:
    """Checks still see the words, so that whoever renews the schedule is told of every fault."""
    one = library(built_small, date(2027, 1, 1)).get(Bulletin, ASKED)
    kept = load(built_small.content)[0].get(Bulletin, ASKED)

    assert (one.status, one.segments, one.withdrawal) == (Status.WITHDRAWN, (), None)
    assert (kept.status, bool(kept.segments)) == (Status.PUBLISHED, True)
