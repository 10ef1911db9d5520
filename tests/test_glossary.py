"""Terms in texts: explained where they first stand, and nowhere that a reader would stumble."""

import json
from pathlib import Path

import pytest
from lxml import html

from generator.glossary import MOST_ON_A_PAGE
from generator.rendering import markdown
from tests.conftest import Project, tree

LIST = "giai-thich-tu-ngu/index.html"
MATERIAL = "tai-lieu/bai-thu.html"
SOURCES = """sources:
  - {title: Bản thử, compared_on: 2026-11-20}
reviewed_on: 2026-11-20
review_due: 2027-11-20
"""


def add_term(project: Project, id: str, title: str, short: str = "Nghĩa thử.") -> None:
    """Write a term that may be published."""
    text = f"id: {id}\nstatus: published\ntitle: {title}\nshort: {short}\n{SOURCES}"
    project.add(f"terms/{id}.yml", text)


def add_material(project: Project, summary: str, body: str, language: str = "vi") -> None:
    """Write a leaflet with a body in Markdown."""
    lines = "".join(f"  {line}\n" for line in body.split("\n"))
    project.add(
        "materials/bai-thu.yml",
        f"id: bai-thu\nstatus: published\ntitle: Xin thụ lý ở đâu\nkind: leaflet\n"
        f"topic: Thử\nlanguage: {language}\nsummary: {json.dumps(summary)}\nbody: |\n{lines}"
        "compiler: Nhóm thử\napproval: {by: Nhóm thử, on: 2026-11-18}\nissued_on: 2026-11-19\n"
        f"legal_basis:\n  - {{document: luat-giup-do-phap-ly-2018}}\n{SOURCES}",
    )


def built(project: Project) -> Path:
    """The project's site, built."""
    run = project.call("build")
    assert run.returncode == 0, run.stdout + run.stderr
    return project.site


def read(page: Path) -> html.HtmlElement:
    """The elements of a page on disk."""
    return html.fromstring(page.read_bytes().decode())


def explained(page: Path) -> list[str]:
    """The words of a page that are explained in place, in their order."""
    return [str(mark.text_content()) for mark in read(page).find_class("term")]


@pytest.fixture
def office(small: Project) -> Project:
    """A project in which "thụ lý" is explained."""
    add_term(small, "thu-ly", "thụ lý")
    return small


def test_a_term_is_explained_where_it_first_stands(office: Project) -> None:
    """Who has read the meaning once is not stopped again by every further line."""
    add_material(office, "Khi nào được thụ lý?", "Thụ lý là ghi vào sổ.\n\nSau thụ lý thì chờ.")

    assert explained(built(office) / MATERIAL) == ["thụ lý"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Nộp đơn. Thụ lý ngay.", ["Thụ lý"]),
        ("theo Luật Thụ lý", []),
        ("theo Luật *Thụ lý*", []),
        ("theo Luật\nThụ lý", []),
        ("**Thụ lý** là gì", ["Thụ lý"]),
        ("## Thụ lý là gì", []),
        ("xem [cách thụ lý](https://example.org/)", []),
        ("xem [ở đây](https://example.org/), rồi thụ lý", ["thụ lý"]),
        ("`thụ lý`", []),
        ("| thụ lý |\n|---|\n| chờ |", []),
        ("| chờ |\n|---|\n| thụ lý |", ["thụ lý"]),
        ("- chờ\n- thụ lý", ["thụ lý"]),
    ],
)
def test_only_running_text_is_marked(office: Project, body: str, words: list[str]) -> None:
    """A heading stays a heading, a link leads where it says, and a law keeps its name."""
    add_material(office, "Một tóm tắt.", body)

    assert explained(built(office) / MATERIAL) == words


def test_a_page_stays_calm(office: Project) -> None:
    """A text in which every line has a mark is harder to read than one without any."""
    letters = "abcdefghijk"
    for letter in letters:
        add_term(office, f"tu-{letter}", f"từ {letter}")
    add_material(office, "Một tóm tắt.", "\n\n".join(f"có từ {letter} đó" for letter in letters))

    found = explained(built(office) / MATERIAL)

    assert found == [f"từ {letter}" for letter in letters[:MOST_ON_A_PAGE]]


def test_a_term_is_not_explained_by_itself(office: Project) -> None:
    """A link that leads to the page where it stands leads nowhere."""
    add_term(office, "so", "sổ", "Nơi ghi việc đã thụ lý vào sổ.")

    assert explained(built(office) / "giai-thich-tu-ngu/so.html") == ["thụ lý"]


def test_another_language_is_left_alone(office: Project) -> None:
    """A word of Tày may look like one of ours and mean something else."""
    add_material(office, "thụ lý", "thụ lý", language="tyz")

    page = built(office) / MATERIAL

    assert explained(page) == []
    assert 'id="nghia"' not in page.read_text(encoding="utf-8")


def test_without_a_glossary_pages_are_what_they_were(small: Project) -> None:
    """An office that explains no terms has nothing for them on its pages."""
    for path in (small.content / "terms").glob("*.yml"):
        path.unlink()

    pages = built(small).rglob("*.html")

    assert not [page for page in pages if 'id="nghia"' in page.read_text(encoding="utf-8")]
    assert "Chưa có từ nào." in (small.site / LIST).read_text(encoding="utf-8")


def test_text_and_meaning_are_escaped_once(small: Project) -> None:
    """An officer may write & and <; readers see just that."""
    add_term(small, "a-va-b", '"a & <b>"', "'Nghĩa & <i> \"x\"'")
    add_material(small, "Nhờ a & <b> đi", "Nhờ a & <b> đi")

    page = read(built(small) / MATERIAL)

    (mark,) = page.find_class("term")
    assert mark.text_content() == "a & <b>"
    assert mark.get("data-short") == 'Nghĩa & <i> "x"'
    shown = [page.find_class(name)[0].text_content().strip() for name in ("lead", "body")]
    assert shown == ["Nhờ a & <b> đi"] * 2


def test_markdown_without_terms_is_what_it_was() -> None:
    """Most texts explain nothing, and cost nothing more."""
    assert markdown("a *b* & <c>") == "<p>a <em>b</em> &amp; &lt;c&gt;</p>\n"


def test_a_meaning_changes_only_pages_that_tell_it(office: Project) -> None:
    """A comma in one meaning must not make five thousand pages anew."""
    add_material(office, "Khi nào được thụ lý?", "Chờ.")
    before = tree(built(office))

    add_term(office, "thu-ly", "thụ lý", "Nghĩa khác.")
    after = tree(built(office))

    pages = {place for place in after if place.endswith(".html") and after[place] != before[place]}
    assert pages == {MATERIAL, LIST, "giai-thich-tu-ngu/thu-ly.html"}


def test_a_new_term_is_explained_at_once(office: Project) -> None:
    """The office adds a word today, and every page that has it explains it today."""
    add_material(office, "Một tóm tắt.", "Đơn bị bác.")
    assert explained(built(office) / MATERIAL) == []

    add_term(office, "bac-don", "bị bác")

    assert explained(built(office) / MATERIAL) == ["bị bác"]


def test_a_withdrawn_term_explains_nothing(office: Project) -> None:
    """What turned out to be wrong stands on no page any more, but its address answers."""
    add_material(office, "Khi nào được thụ lý?", "Chờ.")
    withdrawn = "status: withdrawn\nwithdrawn: {on: 2026-11-21, reason: Sai nghĩa.}"
    office.change("terms/thu-ly.yml", "status: published", withdrawn)

    site = built(office)

    assert explained(site / MATERIAL) == []
    assert "Sai nghĩa." in (site / "giai-thich-tu-ngu/thu-ly.html").read_text(encoding="utf-8")


def test_the_glossary_is_open_data(office: Project) -> None:
    """A school that wants the meanings takes them with their sources."""
    rows = json.loads((built(office) / "du-lieu/giai-thich-tu-ngu.json").read_bytes())

    told = {row["title"]: row["short"] for row in rows}
    assert told["thụ lý"] == "Nghĩa thử."
