"""Prose: what its authors write in Markdown, what MkDocs makes of it, and whom a fault is told."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from generator.build import examine_all
from generator.links import Text, check_text_stands_alone
from generator.problems import Problem
from generator.project import Project as Line
from tests.conftest import TODAY, Project, tree

TAGS = """# Một trang

Chữ <b>đậm</b> và <a href="javascript:alert(1)">bấm</a>. <!-- lời dặn -->

</article><script src="https://xa.example/a.js"></script>

<style>@import "https://xa.example/a.css";</style>

<link rel="stylesheet" href="https://xa.example/a.css">

Dùng `<id>` như thường, [nơi khác](https://xa.example/a) & <https://xa.example/b>.
"""


def problems_of(project: Project) -> list[Problem]:
    """Everything that `check` would tell."""
    site = project.root / "site"
    return examine_all(Line(project.root, project.content, site, date.fromisoformat(TODAY)))


def test_tags_in_prose_are_shown_as_text(small: Project) -> None:
    """An author who pastes from elsewhere brings in words, never something that runs or loads."""
    small.add("pages/gioi-thieu.md", TAGS)

    run = small.call("build")

    article = _article(small.site / "gioi-thieu.html")
    assert run.returncode == 0, run.stdout + run.stderr
    tags = {element.tag for element in article.iter("*")}
    assert tags == {"article", "nav", "ol", "li", "h1", "p", "a", "code"}
    assert [a.get("href") for a in article.iter("a")][1:] == [
        "https://xa.example/a",
        "https://xa.example/b",
    ]
    words = "".join(str(text) for text in article.itertext())
    assert "Chữ <b>đậm</b>" in words
    assert "Dùng <id> như thường" in words


def _article(path: Path) -> etree._Element:
    root: etree._Element = html.parse(str(path)).getroot()
    found = root.find(".//article")
    assert found is not None
    return found


@pytest.mark.parametrize(
    "tag",
    [
        "<link rel=stylesheet href=https://xa.example/a.css>",
        "<link rel=stylesheet href=//xa.example/a.css>",
        '<p style="background: url(https://xa.example/a.png)">',
        "<style>@import 'https://xa.example/a.css';</style>",
        '<img src="a.png" srcset="https://xa.example/a.png 2x">',
        '<img src="a.png" srcset="a.png 1x, https://xa.example/a.png 2x">',
        "<video poster=https://xa.example/a.png></video>",
        '<svg><a xlink:href="javascript:alert(1)"><text>bấm</text></a></svg>',
        '<a href="JavaScript:alert(1)">bấm</a>',
        '<a href="data:text/html,xa">bấm</a>',
        '<a href="a.html" ping="https://xa.example">bấm</a>',
        "<article></article><script src=https://xa.example/a.js></script>",
        '<meta http-equiv="refresh" content="0; url=https://xa.example">',
        '<img src="a.png" onerror="alert(1)">',
        "<iframe></iframe>",
    ],
)
def test_what_runs_or_loads_is_refused(tag: str, tmp_path: Path) -> None:
    """Should a tag ever get through, the second guard still finds it, wherever it stands."""
    page = html.document_fromstring(f"<main><p>Lời đầu {tag} lời cuối</p></main>")

    found = list(check_text_stands_alone(Text("content/pages/a.md", "a.html", page), tmp_path))

    assert [problem.key for problem in found] == ["prose-not-alone"]


def test_what_stays_on_the_site_is_let_through(tmp_path: Path) -> None:
    """A guard that stops honest pages is soon switched off."""
    page = html.document_fromstring(
        '<p><a href="https://xa.example">a</a> <a href="tel:18001233">b</a> <a href="#c">c</a>'
        '<img src="hinh/a.png" alt="https://xa.example"></p>'
    )

    assert not list(check_text_stands_alone(Text("a.md", "a.html", page), tmp_path))


def test_faults_of_prose_and_of_records_are_told_together(small: Project) -> None:
    """Nobody mends the records only to learn that the prose was wrong as well."""
    small.change("agencies/quoc-hoi.yml", "level: central", "level: centra")
    small.add("pages/gioi-thieu.md", "# Một trang\n\n[Cũ](qqq/www.zzz)\n\n![](xa.png)\n")

    found = {(problem.file, problem.line, problem.key) for problem in problems_of(small)}

    assert found == {
        ("content/agencies/quoc-hoi.yml", 6, "not-a-choice-near"),
        ("content/pages/gioi-thieu.md", 3, "link-to-nowhere"),
        ("content/pages/gioi-thieu.md", 5, "picture-missing"),
    }


def test_every_broken_template_is_told(small: Project) -> None:
    """Whoever changed several templates mends them in one go."""
    for name in ("programme.html", "agency.html"):
        (small.root / "theme" / "articles" / name).write_text("{{ record.name }", encoding="utf-8")

    found = [(problem.file, problem.key) for problem in problems_of(small)]

    assert found == [
        ("theme/articles/agency.html", "template-broken"),
        ("theme/articles/programme.html", "template-broken"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "line", "key"),
    [
        ("theme/partials/footer.html", "<p>\n{{ x }\n", 2, "template-broken"),
        ("theme/partials/footer.html", "<p>\n{{ x.y.z }}\n", 2, "template-broken"),
        (
            "theme/assets/javascripts/list.js",
            "(function () {\n  var x = ;\n}());\n",
            2,
            "script-broken",
        ),
        ("theme/assets/javascripts/list.js", "\udcff", None, "not-utf8"),
        ("theme/scripts/terms.js", "(function () {\n  var x = ;\n}());\n", 2, "script-broken"),
        ("mkdocs.yml", "site_name: Thử\nplugins: []\n", None, "mkdocs-says"),
        ("mkdocs.yml", "site_name: [\n", None, "mkdocs-says"),
        ("mkdocs.yml", "site_name: Thử\nplugins: [khong-co]\n", None, "mkdocs-says"),
    ],
)
def test_a_fault_is_told_of_the_file_that_has_it(
    file: str, text: str, line: int | None, key: str, small: Project
) -> None:
    """Nobody searches the prose for a fault of the frame or of the settings."""
    (small.root / file).write_text(text, encoding="utf-8", errors="surrogateescape")

    found = [(problem.file, problem.line, problem.key) for problem in problems_of(small)]

    assert found == [(file, line, key)]


def test_a_missing_folder_of_prose_is_told(small: Project) -> None:
    """Whoever forgot to copy a folder is told which one."""
    (small.content / "pages").rename(small.root / "trang")

    keys = {(problem.file, problem.key) for problem in problems_of(small)}

    assert ("content/pages", "no-content") in keys


def test_the_links_of_a_page_go_with_it(small: Project) -> None:
    """Who takes two pages away that name each other is not told of a file that is gone."""
    small.add("pages/mot.md", "# Một\n\n[Hai](hai.md)\n")
    small.add("pages/hai.md", "# Hai\n\n[Một](mot.md)\n")
    first = small.call("build")

    for name in ("mot.md", "hai.md"):
        (small.content / "pages" / name).unlink()
    second = small.call("build")

    assert (first.returncode, second.returncode) == (0, 0), second.stdout
    assert not (small.site / "mot.html").exists()


def test_prose_that_was_mended_is_published_though_nothing_else_changed(small: Project) -> None:
    """A build that stopped at prose leaves nothing behind that keeps the next one from it."""
    small.call("build")
    small.add("pages/mot.md", "# Một\n\n[Hai](hai.md)\n")
    stopped = small.call("build")
    small.add("pages/mot.md", "# Một\n\nHai\n")

    run = small.call("build")

    assert (stopped.returncode, run.returncode) == (1, 0), run.stdout
    assert "Hai" in (small.site / "mot.html").read_text(encoding="utf-8")


def test_prose_that_comes_back_as_it_was_is_no_fault_any_more(small: Project) -> None:
    """Who moved a folder away by mistake moves it back, and all is well."""
    pages, aside = small.content / "pages", small.root / "trang"
    small.call("build")
    pages.rename(aside)
    stopped = small.call("build")

    aside.rename(pages)
    run = small.call("build")

    assert (stopped.returncode, run.returncode) == (1, 0), run.stdout


def test_what_mkdocs_made_is_never_trusted_blindly(small: Project) -> None:
    """A cleaner takes old files, an editor opens the wrong one: the site is as its sources say."""
    small.call("build")
    before = tree(small.site)
    chrome = next((small.root / ".cache" / "sites").glob("*/chrome"))

    (chrome / "gioi-thieu.html").unlink()
    (chrome / "cach-lam.html").write_text("Sai", encoding="utf-8")
    for name in ("gioi-thieu.html", "cach-lam.html"):
        (small.site / name).unlink()
    run = small.call("build")

    assert (run.returncode, tree(small.site)) == (0, before), run.stdout + run.stderr


def test_a_theme_that_was_mended_is_published(small: Project) -> None:
    """Nor does one that stopped at a template of the frame: the old pages are not taken for new."""
    footer = small.root / "theme" / "partials" / "footer.html"
    text = footer.read_text(encoding="utf-8")
    small.call("build")
    before = tree(small.site)
    footer.write_text("{{ x }", encoding="utf-8")
    stopped = small.call("build")
    told = small.told(stopped.stdout)

    footer.write_text(text, encoding="utf-8")
    run = small.call("build")

    assert (stopped.returncode, len(told.splitlines())) == (1, 1), told
    assert (run.returncode, tree(small.site)) == (0, before), run.stdout


def test_nobody_is_sent_to_the_hotline_of_an_agency_that_ended(small: Project) -> None:
    """Who is in need and calls must reach somebody."""
    living = (small.content / "agencies" / "so-tu-phap-hong-son.yml").read_text(encoding="utf-8")
    ended = living.replace("id: so-tu-phap-hong-son", "id: so-cu\nlast_day: 2026-11-21")
    small.add("agencies/so-cu.yml", ended.replace("1900 0000", "1900 9999"))

    run = small.call("build")

    first_page = (small.site / "index.html").read_text(encoding="utf-8")
    assert run.returncode == 0, run.stdout
    assert "1900 0000" in first_page
    assert "1900 9999" not in first_page
