"""One stylesheet, of what the pages use: what nobody sees is not sent to a weak line."""

import re
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

import pytest

from generator.styles import USED, joined
from tests.conftest import ROOT

MATERIAL = next(
    Path(one.locate())
    for one in files("mkdocs-material") or ()
    if one.match("templates/assets/stylesheets/main.*.min.css")
)
TEMPLATES = [*(ROOT / "theme").rglob("*.html")]
VIEWING = ROOT / "theme" / "styles" / "18-viewing.css"
HIGH_CONTRAST = {
    "who chooses it": r':root\[data-contrast="high"\] {([^}]*)}',
    "whose machine asks for it": r'more\) {\s*:root:not\(\[data-contrast="usual"\]\) {([^}]*)}',
}
LETTERS = "ink ink-soft green link visited clay".split()
GROUNDS = "paper card sand green-soft clay-soft sun-soft".split()
WHITE_ON = "green clay".split()  # grounds of buttons and of the band at the top
OLD_BROWSERS_LACK = re.compile(r":(is|where|has)\(|clamp\(|inset:|aspect-ratio|:focus-visible")


def classes() -> Iterator[str]:
    """Every class that a template of ours writes, also those with holes in their names."""
    for template in TEMPLATES:
        for value in re.findall(r'class="([^"]*)"', template.read_text(encoding="utf-8")):
            yield from value.split()


SHEETS = {
    "what has no class": ("a{color:red}", "a{color:red}"),
    "a class that our pages have": (".md-typeset h1{color:red}", ".md-typeset h1{color:red}"),
    "a class that they have not": (".md-tabs a{color:red}", ""),
    "one of two selectors": (".md-tabs,.md-grid{color:red}", ".md-grid{color:red}"),
    "a list within a selector": (".md-grid :not(a,b){top:0}", ".md-grid :not(a,b){top:0}"),
    "writing from the right": ("[dir=rtl] .md-grid{top:0}", ""),
    "a group of rules": ("@media print{a{top:0}.md-nav{top:0}}", "@media print{a{top:0}}"),
    "a group of which nothing is left": ("@media print{.md-nav{top:0}}", ""),
    "a value that is asked for": (
        ":root{--a:var(--b);--b:1;--c:2}a{top:var(--a)}",
        ":root{--a:var(--b);--b:1}a{top:var(--a)}",
    ),
    "values that ask for each other alone": (":root{--a:var(--b);--b:var(--a)}", ""),
    "what is important": ("a{top:0!important}", "a{top:0!important}"),
}


@pytest.mark.parametrize("case", SHEETS)
def test_of_materials_sheet_stays_what_pages_use(case: str) -> None:
    """A telephone on a weak line pays for every rule that no page has a use for."""
    whole, used = SHEETS[case]

    assert joined(whole, []) == used


def test_our_own_rules_follow_as_they_are() -> None:
    """What we write comes last, so that it counts, and in the order of its files."""
    assert joined(".md-nav{top:0}", [".one{top:0}", ".two{top:0}"]) == ".one{top:0}\n.two{top:0}"


def test_no_template_has_a_class_of_material_whose_rules_are_dropped() -> None:
    """Such a class would look like nothing at all, and only a reader would notice."""
    assert {name for name in classes() if name.startswith("md-")} <= USED


def test_the_sheet_of_the_site_is_a_fifth_of_materials_at_most() -> None:
    """Half of what a page weighs is its style, and most of Material's is for other sites."""
    whole = MATERIAL.read_text(encoding="utf-8")

    assert len(joined(whole, [])) < len(whole) / 5


@pytest.mark.parametrize(
    "sheet", sorted((ROOT / "theme" / "styles").glob("*.css")), ids=lambda sheet: sheet.stem
)
def test_our_rules_are_known_to_the_oldest_browser(sheet: Path) -> None:
    """A terminal with a browser of 2018 passes over what it does not know, without a word."""
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert OLD_BROWSERS_LACK.findall(rules) == []


def high_contrast(way: str) -> dict[str, str]:
    """The tokens that one of the two ways to high contrast sets."""
    block = re.search(HIGH_CONTRAST[way], VIEWING.read_text(encoding="utf-8"))
    assert block
    return dict(re.findall(r"--([\w-]+): ([^;]+);", block[1]))


def contrast(one: str, other: str) -> float:
    """How much two colours differ in brightness, as WCAG 2.2 counts."""
    lighter, darker = sorted((brightness(one), brightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def brightness(colour: str) -> float:
    """The relative luminance of a colour such as #0d4a43 or #fff."""
    digits = colour.lstrip("#")
    six = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(six[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    lit = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * lit[0] + 0.7152 * lit[1] + 0.0722 * lit[2]


def test_who_asks_for_contrast_gets_the_same_as_who_chooses_it() -> None:
    """A machine may be set to high contrast for good; its owner should not have to ask again."""
    chosen, asked = (high_contrast(way) for way in HIGH_CONTRAST)

    assert chosen
    assert chosen == asked


def test_in_high_contrast_all_letters_stand_out() -> None:
    """Letters at seven to one are read by most who see a fifth of what others see."""
    tokens = high_contrast("who chooses it")
    pairs = [(tokens[letter], tokens[ground]) for letter in LETTERS for ground in GROUNDS]
    pairs += [("#fff", tokens[ground]) for ground in WHITE_ON]
    pairs.append((tokens["ink"], tokens["sun"]))

    assert [pair for pair in pairs if contrast(*pair) < 7] == []
