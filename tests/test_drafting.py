"""`pbgdpl bulletin`: what an officer gets who wants to say on the loudspeaker what a page tells."""

import pytest

from generator.catalogue import say, sentences
from generator.drafting import plain
from generator.drafting import small as begun_small
from generator.reading import values_of
from tests.conftest import Project, tree

PROCEDURE, CAMPAIGN, QUESTIONS = "xin-giup-do-phap-ly", "hong-son-luat-ve-ban", "ba-con-hoi-gi"


def drafted(project: Project, id: str) -> dict[str, object]:
    """The draft that the command writes from a record, as values."""
    run = project.run("bulletin", id)
    assert (run.returncode, run.stderr) == (0, "")
    file = project.content / "bulletins" / f"ban-tin-{id}.yml"
    assert run.stdout == say("vi", "bulletin-drafted", {"file": file}) + "\n"
    values = values_of(file.read_text(encoding="utf-8"))
    assert isinstance(values, dict)
    return values


@pytest.mark.parametrize("id", [PROCEDURE, CAMPAIGN, QUESTIONS])
def test_a_draft_is_sound_and_reaches_nobody(small: Project, id: str) -> None:
    """Whoever drafts breaks nothing: what no person let out is neither published nor said."""
    before = small.run("check").stdout

    values = drafted(small, id)

    assert (values["status"], "approval" in values) == ("draft", False)
    assert small.run("check").stdout == before
    assert small.run("build").returncode == 0
    assert not (small.site / "ban-tin" / f"ban-tin-{id}.html").exists()


def test_a_draft_says_what_the_procedure_tells(small: Project) -> None:
    """What to bring, where, how long and at what price are what people call the office for."""
    values = drafted(small, PROCEDURE)

    said = str(values["segments"])
    for fact in ("đơn xin giúp đỡ", "giấy tờ của vụ việc", "trụ sở Trung tâm", "Không thu"):
        assert fact in said
    assert values["procedures"] == [PROCEDURE]
    assert values["legal_basis"] == [
        {"document": "luat-giup-do-phap-ly-2018", "article": "Điều 29, Điều 30"}
    ]


def test_questions_become_two_voices(small: Project) -> None:
    """A listener hears who asks and who answers."""
    values = drafted(small, QUESTIONS)

    segments = values["segments"]
    assert isinstance(segments, list)
    assert values["form"] == "question_answer"
    assert {one["speaker"] for one in segments} == {"Người hỏi", "Người đáp"}


def test_nobody_has_compared_a_draft(small: Project) -> None:
    """The days of the record's own comparison would vouch for words that it never had."""
    text = str(drafted(small, CAMPAIGN)["sources"])

    assert "ke-hoach-15-kh-ubnd-hong-son-2026" in text
    assert "compared_on" not in text


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("[lead]", "[led]", "draft-part-missing"),
        ("{{ record.summary", "{{ record.sumary", "template-broken"),
        ("{% if record.fee %}", "{% if %}", "template-broken"),
    ],
)
def test_a_broken_text_is_told_with_its_file(
    small: Project, before: str, after: str, told: str
) -> None:
    """The words of drafts are an officer's to change, and changing them may go wrong."""
    file = small.root / "theme" / "drafts" / "procedures.txt"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")

    run = small.run("bulletin", PROCEDURE)

    sentence = sentences("vi")[told].partition("{")[0]
    assert run.returncode == 1
    assert run.stdout.startswith("theme/drafts/procedures.txt:")
    assert sentence in run.stdout
    assert not list((small.content / "bulletins").glob("ban-tin-*"))


def test_a_lost_text_is_told_by_name(small: Project) -> None:
    """Whoever deleted a file of the theme reads which."""
    file = small.root / "theme" / "drafts" / "common.txt"
    file.unlink()

    run = small.run("bulletin", PROCEDURE)

    assert run.returncode == 1
    assert run.stderr == say("vi", "no-such-file", {"file": file}) + "\n"


def test_a_draft_overwrites_nothing(small: Project) -> None:
    """An officer's own words are worth more than the machine's."""
    drafted(small, PROCEDURE)
    before = tree(small.content)

    run = small.run("bulletin", PROCEDURE)

    file = small.content / "bulletins" / f"ban-tin-{PROCEDURE}.yml"
    assert run.returncode == 1
    assert run.stderr == say("vi", "bulletin-file-exists", {"file": file}) + "\n"
    assert tree(small.content) == before


def test_a_draft_goes_where_it_is_wanted(small: Project) -> None:
    """Who keeps drafts aside names the file; its id is the name, as everywhere."""
    out = small.root / "nhap" / "loa-thang-muoi-hai.yml"

    run = small.run("bulletin", PROCEDURE, "--out", str(out))

    assert run.returncode == 0
    assert "\nid: loa-thang-muoi-hai\n" in out.read_text(encoding="utf-8")
    assert not (small.content / "bulletins" / f"ban-tin-{PROCEDURE}.yml").exists()


NONE = {"folder": "agencies", "id": "so-tu-phap-hong-son"}
WRONG = {
    "an id that nobody has": ("khong-co-gi-o-day", "bulletin-from-unknown", {}),
    "a slip": ("xin-giup-do-phap", "bulletin-from-unknown-near", {"near": PROCEDURE}),
    "a record of another kind": ("so-tu-phap-hong-son", "bulletin-from-none", NONE),
    "a material without questions": (
        "to-gap-hoi-ai",
        "bulletin-from-none",
        {"folder": "materials", "id": "to-gap-hoi-ai"},
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_id_is_told_with_a_remedy(small: Project, case: str) -> None:
    """Nobody knows all ids by heart, and no draft may be made of something else instead."""
    given, key, values = WRONG[case]
    before = tree(small.content)

    run = small.run("bulletin", given)

    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == say("vi", key, {"id": given, **values}) + "\n"
    assert tree(small.content) == before


def test_two_records_of_one_id_are_told_apart(small: Project) -> None:
    """A campaign and a procedure may share an id; nobody guesses which was meant."""
    text = (small.content / "campaigns" / f"{CAMPAIGN}.yml").read_text(encoding="utf-8")
    small.add(f"campaigns/{PROCEDURE}.yml", text.replace(f"id: {CAMPAIGN}\n", f"id: {PROCEDURE}\n"))
    names = f"procedures/{PROCEDURE}, campaigns/{PROCEDURE}"

    unclear = small.run("bulletin", PROCEDURE)
    clear = small.run("bulletin", f"campaigns/{PROCEDURE}")

    assert (
        unclear.stderr == say("vi", "bulletin-ambiguous", {"id": PROCEDURE, "names": names}) + "\n"
    )
    assert clear.returncode == 0


def test_what_was_taken_back_is_not_said_again(small: Project) -> None:
    """A loudspeaker must not bring back what the page warns of."""
    small.change(f"procedures/{PROCEDURE}.yml", "kind: amended", "kind: abolished")

    run = small.run("bulletin", PROCEDURE)

    assert (run.returncode, run.stderr) == (
        1,
        say("vi", "bulletin-from-gone", {"id": PROCEDURE}) + "\n",
    )


def test_a_name_that_is_no_id_is_refused(small: Project) -> None:
    """A file that no build will read would be lost work."""
    run = small.run("bulletin", PROCEDURE, "--out", "Bản tin.yml")

    assert (run.returncode, run.stderr) == (
        1,
        say("vi", "bulletin-file-name", {"file": "Bản tin.yml"}) + "\n",
    )


MARKDOWN = {
    "emphasis": ("Gọi **1800.1233** *ngay*", "Gọi 1800.1233 ngay."),
    "a link": ("Xem [tờ gấp](tai-lieu/a.html).", "Xem tờ gấp."),
    "a list": ("Hai thứ:\n\n1. đơn;\n2. giấy tờ.", "Hai thứ: đơn; giấy tờ."),
    "a table": ("| Việc | Hạn |\n|---|:-:|\n| trả lời | ngay |\n", "Trả lời: ngay."),
    "a heading": ("## Nộp đơn\n\nNộp ở đâu cũng được.", "Nộp đơn. Nộp ở đâu cũng được."),
}


@pytest.mark.parametrize("case", MARKDOWN)
def test_marks_of_markdown_are_not_said(case: str) -> None:
    """Whoever reads aloud stumbles over stars and bars."""
    written, said = MARKDOWN[case]

    assert plain(written) == said


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("Người nghèo.", "người nghèo"),
        ("Cà Mau: gần dân", "Cà Mau: gần dân"),
        ("UBND xã", "UBND xã"),
        ("Đơn yêu cầu", "đơn yêu cầu"),
    ],
)
def test_a_name_keeps_its_capital_within_a_sentence(sentence: str, within: str) -> None:
    """A draft is mended faster where only common words were made small."""
    assert begun_small(sentence) == within
