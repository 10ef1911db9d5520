"""An interface in another language: every word of ours in it, every word of a record as it is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from generator.reading import text_of, values_of
from generator.sentences import OURS, SENTENCE, catalogue, wording
from tests.conftest import ROOT, SITES, Project, make_project, tree

THEME = ROOT / "theme"
OF_NO_SITE = (
    THEME / "preview"
)  # told to officers while a site has faults, as all that is told there
TEMPLATES = sorted(
    path
    for path in [*THEME.rglob("*.html"), *THEME.glob("terminal/*.js"), *THEME.glob("lists/*.js")]
    if OF_NO_SITE not in path.parents
)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
CODE = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
TAG = re.compile(r'<(style|script)\b.*?</\1>|<[^<>]*>| lang="[^"]*"', re.DOTALL)
SIGNED = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
HOLE = re.compile(r"\{[a-z_]*\}")
# Names of files, fields and commands, and what every reader of tables knows by these letters.
NAMES = {"CSV", "JSON", "pbgdpl", "check", "fee", "amount", "vnd", "null", "record", "position"}
NAMES |= {"csv", "json", "nhiem", "vu", "ICS", "speak", "EXTM", "U", "PLAYLIST", "EXTINF"}


def templates() -> Iterator[tuple[str, str]]:
    """Each template without its comments, by its name."""
    for path in TEMPLATES:
        text = COMMENT.sub("", path.read_text(encoding="utf-8"))
        yield path.relative_to(THEME).as_posix(), text


def said() -> set[str]:
    """Every sentence that a template says."""
    return {sentence for _, text in templates() for sentence in SENTENCE.findall(text)}


def in_english() -> dict[str, str]:
    """The sentences of the catalogue, by what the templates say."""
    with catalogue(THEME, "en").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


def flat(words: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each word of a wording by its path."""
    if isinstance(words, dict):
        for name, one in words.items():
            yield from flat(one, f"{path}.{name}")
    else:
        yield path, str(words)


def test_every_sentence_is_said_in_english() -> None:
    """A page half in each language helps nobody; a sentence that is gone misleads translators."""
    translated = in_english()

    assert translated.keys() == said()
    assert [sentence for sentence, english in translated.items() if not english.strip()] == []


def test_a_sentence_keeps_its_holes_and_parts() -> None:
    """What a script fills in, or takes apart, is filled in and taken apart in every language."""
    for vietnamese, english in in_english().items():
        assert sorted(HOLE.findall(english)) == sorted(HOLE.findall(vietnamese)), vietnamese
        assert english.count("|") == vietnamese.count("|"), vietnamese


def test_no_template_speaks_without_being_translated() -> None:
    """A sentence written past `_("…")` would stay Vietnamese on every site."""
    for name, text in templates():
        rest = SENTENCE.sub("", text)
        assert not SIGNED.search(rest), f"{name}: {SIGNED.search(rest)}"
        if name.endswith(".html"):
            text_alone = TAG.sub(" ", CODE.sub(" ", rest)).replace("&nbsp;", " ")
            assert set(re.findall(r"[^\W\d_]+", text_alone)) <= NAMES, name


def test_shared_words_are_the_same_in_both_languages() -> None:
    """Who adds a word to one wording is told that the other lacks it."""
    ours = dict(flat(values_of(text_of(wording(THEME, OURS)))))
    english = dict(flat(values_of(text_of(wording(THEME, "en")))))

    assert english.keys() == ours.keys()
    for path, words in ours.items():
        assert sorted(HOLE.findall(english[path])) == sorted(HOLE.findall(words)), path


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small site with an English interface."""
    folder = tmp_path_factory.mktemp("english")
    project = make_project(folder, SITES / "small" / "content")
    speaks(project.root, "en")
    run = project.run("build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project


def speaks(root: Path, language: str) -> None:
    """Set the language of a site, as an officer does."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "  language: vi " in text
    settings.write_text(text.replace("language: vi", f"language: {language}"), encoding="utf-8")


def test_a_site_speaks_the_language_that_is_set(english: Project) -> None:
    """Who reads no Vietnamese finds number and menu; what records say stays as it is."""
    home = (english.site / "index.html").read_text(encoding="utf-8")
    plan = (english.site / "ke-hoach/hong-son-dua-luat-ve-ban-2026.html").read_text(
        encoding="utf-8"
    )

    assert '<html lang="en">' in home
    assert "Need help now?" in home
    assert "Cần người giúp" not in home
    assert re.search('<h1 lang="vi">[^<]*bản', plan)
    assert "Chủ trì" not in plan


def test_a_change_of_language_changes_every_page(small: Project, english: Project) -> None:
    """Setting another language is one edit, and no page of the last one stays."""
    assert small.call("build", "--quiet").returncode == 0
    speaks(small.root, "en")

    assert small.call("build", "--quiet").returncode == 0

    assert tree(small.site) == tree(english.site)
