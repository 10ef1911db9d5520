"""The outline of a plan: numbered headings, bullets and the labels under them, as a tree.

Ranks: A. < I. < 1. < 1.1 < a) < - < + < (1). Roman headings that were lost are put back as empty
sections, so that paths stay as an attentive reader would count them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.importers.labels import Labelled, Role, labelled_parts, time_without_colon
from generator.importers.lines import Paragraph
from generator.vietnamese.folding import fold

SectionKind = Literal["purpose", "content", "organise", "funding", "report"]

PART, ROMAN, ARABIC, LETTER, DASH, PLUS, INLINE = 0, 1, 2, 6, 7, 8, 9
MARKERS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"(?P<marker>[IVX]{1,6})\s?[.)/]\s*(?P<text>.*)", re.DOTALL), ROMAN),
    (re.compile(r"(?P<marker>[A-H])\.\s+(?P<text>.*)", re.DOTALL), PART),
    (re.compile(r"(?P<marker>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?P<text>.*)", re.DOTALL), ARABIC),
    (re.compile(r"(?P<marker>\d{1,2})\s?[.)/](?!\d)\s*(?P<text>.*)", re.DOTALL), ARABIC),
    (re.compile(r"(?P<marker>[a-zđ])\s?[.)]\s+(?P<text>.*)", re.DOTALL), LETTER),
    (re.compile(r"(?P<marker>-)\s*(?P<text>\S.*)", re.DOTALL), DASH),
    (re.compile(r"(?P<marker>\+)\s*(?P<text>\S.*)", re.DOTALL), PLUS),
    (re.compile(r"(?P<marker>\(\d{1,2}\))\s*(?P<text>.*)", re.DOTALL), INLINE),
)
ROMAN_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI"
LONGEST_VALUE = 20_000  # characters
NUMERALS = ROMAN_NUMERALS.split()

KINDS_OF_SECTION: tuple[tuple[str, SectionKind], ...] = (
    (r"phan cong|^trach nhiem", "organise"),
    (r"che do .*bao cao|thong tin,? bao cao|^bao cao", "report"),
    (r"^(?:\W*)(?:nguon )?kinh phi|nguon luc|du toan", "funding"),
    (r"noi dung|nhiem vu|giai phap|hoat dong", "content"),
    (r"to chuc thuc hien|trach nhiem", "organise"),
    (
        r"muc dich|yeu cau|quan diem|muc tieu|chi tieu|can cu|doi tuong|pham vi|tinh hinh|"
        r"thuc trang|su can thiet|nguyen tac|khau hieu|chu de|thoi gian",
        "purpose",
    ),
)


@dataclass
class Label:
    """A label found under a unit, with the line it stands on."""

    role: Role
    label: str
    value: str
    line: int
    rank: int

    @property
    def has_room(self) -> bool:
        """Is the value still of a length that a value can have?"""
        return len(self.value) < LONGEST_VALUE


@dataclass
class Unit:
    """A heading, item or bullet with everything that stands under it."""

    rank: int
    marker: str
    text: str
    line: int
    kind: SectionKind | None = None
    lost: bool = False
    body: list[Paragraph] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    children: list["Unit"] = field(default_factory=list)
    path: str = ""

    def walk(self) -> Iterator["Unit"]:
        """The unit and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def values(self, *roles: Role) -> list[Label]:
        """The labels of these roles."""
        return [label for label in self.labels if label.role in roles]


def marked(text: str) -> tuple[int, str, str] | None:
    """Rank, sign and the text after it; None for a paragraph without a sign."""
    for pattern, rank in MARKERS:
        found = pattern.fullmatch(text)
        if found:
            marker = found["marker"]
            return rank + marker.count(".") if rank == ARABIC else rank, marker, found["text"]
    return None


def kind_of_section(title: str) -> SectionKind | None:
    """What a section is about, by its title."""
    words = fold(title)[:200]
    for pattern, kind in KINDS_OF_SECTION:
        if re.search(pattern, words):
            return kind
    return None


class Builder:
    """Puts paragraph after paragraph into the tree."""

    def __init__(self) -> None:
        """Start with an empty tree."""
        self.root = Unit(-1, "", "", 0)
        self.open: list[Unit] = [self.root]
        self.label: Label | None = None

    def add(self, paragraph: Paragraph) -> None:
        """Put in one paragraph: label, value of the label before, heading, bullet or prose."""
        found = marked(paragraph.text)
        rank, marker, text = found or (INLINE + 1, "", paragraph.text)
        labels = self.labels_in(rank, text)
        if labels:
            self.add_labels(labels, paragraph.line, rank)
        elif self.label and belongs_to_label(self.label, rank) and self.label.has_room:
            self.label.value = f"{self.label.value}\n{text}".strip()
        elif found:
            self.add_unit(Unit(rank, marker, text, paragraph.line))
        else:
            self.label = None
            self.open[-1].body.append(paragraph)

    def labels_in(self, rank: int, text: str) -> tuple[Labelled, ...]:
        """The labels of a paragraph; a numbered "2. Thời gian: …" is a heading of its own."""
        if rank < LETTER:
            return ()
        found = labelled_parts(text)
        loose = time_without_colon(text) if not found else None
        return (loose,) if loose else found

    def add_labels(self, labels: Iterable[Labelled], line: int, rank: int) -> None:
        """Hang labels on the unit they stand under."""
        if rank < INLINE + 1:
            self.close_down_to(rank)
        for found in labels:
            unit = self.open[-1]
            if found.role == "content" and repeats_block(unit):
                unit = self.lost_sibling(line)
            self.label = Label(found.role, found.label, found.value, line, rank)
            unit.labels.append(self.label)

    def lost_sibling(self, line: int) -> Unit:
        """A second block of labels under one heading: its own heading was lost."""
        lost_from = self.open[-1]
        number = str(int(lost_from.marker) + 1) if lost_from.marker.isdecimal() else ""
        self.add_unit(Unit(lost_from.rank, number, "", line, lost=True))
        return self.open[-1]

    def add_unit(self, unit: Unit) -> None:
        """Put in a heading or bullet below the last unit of a higher rank."""
        self.label = None
        if unit.rank == ARABIC and unit.marker == "1" and not unit.lost:
            self.put_back_section(unit)
        self.close_down_to(unit.rank)
        self.open[-1].children.append(unit)
        self.open.append(unit)

    def put_back_section(self, unit: Unit) -> None:
        """Numbers that begin again at 1, under a section that had them: a section was lost."""
        top = next((u for u in self.open if u.rank == ROMAN), None)
        latest = reversed(top.children if top else [])
        last = next((u for u in latest if u.rank == ARABIC), None)
        if top and last and last.marker != "1":
            place = NUMERALS.index(top.marker) if top.marker in NUMERALS else 0
            self.open_section(NUMERALS[min(place + 1, len(NUMERALS) - 1)], unit.line)

    def open_section(self, numeral: str, line: int) -> None:
        """An empty section in the place of a lost heading."""
        self.close_down_to(ROMAN)
        section = Unit(ROMAN, numeral, "", line, lost=True)
        self.open[-1].children.append(section)
        self.open.append(section)

    def close_down_to(self, rank: int) -> None:
        """Close every open unit that cannot hold a unit of this rank."""
        while self.open[-1].rank >= rank:
            self.open.pop()


def belongs_to_label(label: Label, rank: int) -> bool:
    """Is a bullet part of the value of the label before it?"""
    if rank <= INLINE and rank > max(label.rank, DASH):
        return label.role in ("leads", "partners", "actors", "outputs", "content")
    return not label.value and rank > label.rank and rank >= DASH


def repeats_block(unit: Unit) -> bool:
    """Has the unit a content label and others already, so that a second content begins anew?"""
    roles = {label.role for label in unit.labels}
    return "content" in roles and bool(roles & {"leads", "actors", "time", "outputs"})


def outline(paragraphs: Iterable[Paragraph]) -> Unit:
    """The tree of a plan's body; its root has no text."""
    builder = Builder()
    for paragraph in paragraphs:
        builder.add(paragraph)
    restore_first_section(builder.root)
    name_paths(builder.root, "")
    classify(builder.root)
    return builder.root


def restore_first_section(root: Unit) -> None:
    """Numbers before the first Roman heading, itself II or later, belong to a lost section I."""
    first = next((i for i, u in enumerate(root.children) if u.rank == ROMAN), None)
    before = root.children[:first]
    if not first or root.children[first].marker == "I":
        return
    if all(unit.rank == ARABIC for unit in before):
        section = Unit(ROMAN, "I", "", before[0].line, lost=True, children=list(before))
        root.children[:first] = [section]


def name_paths(unit: Unit, above: str) -> None:
    """Give every unit its path, such as II.1.1.1.a; the n-th dash under a unit is -n."""
    counts = {DASH: 0, PLUS: 0}
    for child in unit.children:
        marker = child.marker
        if child.rank in counts:
            counts[child.rank] += 1
            marker = f"{child.marker}{counts[child.rank]}"
        within = f"{unit.marker}." if unit.marker else "-"
        # "1.2" under "1" already says so: II.1.2, not II.1.1.2
        stem = above.removesuffix(f".{unit.marker}") if marker.startswith(within) else above
        child.path = f"{stem}.{marker}" if stem else marker
        name_paths(child, child.path)


def classify(root: Unit) -> None:
    """Give every unit the kind of the section it stands in."""
    for section in root.children:
        kind = kind_of_section(section.text) if section.rank <= ARABIC else None
        if section.lost and not section.text:
            kind = kind_of_lost(section)
        spread(section, kind)


def kind_of_lost(section: Unit) -> SectionKind | None:
    """The kind of a section whose heading was lost, by what stands in it."""
    titles = [kind_of_section(child.text) for child in section.children[:2]]
    if "purpose" in titles:
        return "purpose"
    assigned = sum("phối hợp" in child.text for child in section.children)
    return "organise" if assigned * 2 >= len(section.children) else titles[0]


def spread(unit: Unit, kind: SectionKind | None) -> None:
    """A unit is of the kind of its section, unless its own short title names another."""
    unit.kind = kind
    for child in unit.children:
        spread(child, own_kind(child) or kind)


# Titles inside a section that begin with these words are of another kind than the section.
OWN_KINDS: tuple[tuple[str, SectionKind], ...] = (
    (
        r"(?:muc tieu|chi tieu|doi tuong|pham vi|muc dich|yeu cau|thoi gian|dia diem|nguyen tac|"
        r"tieu chi|cach thuc xep|quan diem|chu de|khau hieu)\b",
        "purpose",
    ),
    (r"(?:bao dam |dam bao )?(?:nguon )?kinh phi\b|nguon luc thuc hien\b", "funding"),
    (r"(?:che do |thong tin,? |thuc hien che do )?bao cao\b", "report"),
    (r"to chuc thuc hien\b|phan cong\b", "organise"),
)


def own_kind(unit: Unit) -> SectionKind | None:
    """The kind that a short numbered heading names at its beginning."""
    title = unit.text.partition(":")[0]
    if unit.rank not in (ROMAN, ARABIC, ARABIC + 1) or len(title) > 60:
        return None
    words = fold(title).strip()
    return next((kind for pattern, kind in OWN_KINDS if re.match(pattern, words)), None)
