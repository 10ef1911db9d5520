"""The full texts of procedures: "a) Trình tự thực hiện: …" and the other parts the decree names.

A part begins with its label, with or without a colon, number or dash; a cell that holds nothing
but a label opens one too. A procedure begins where its first part comes again, and its name is
the heading above that part.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.importers.findings import PartKind, Procedure, ProcedurePart, paragraphs_by_part
from generator.importers.lines import Paragraph, paragraphs
from generator.importers.procedure_columns import code_in
from generator.importers.procedure_groups import Context, context_below_group
from generator.importers.procedure_tables import is_group_title
from generator.importers.procedures import joined, name_without_code
from generator.importers.source import Line
from generator.vietnamese.folding import fold

OF_PROCEDURE = r"(?: (?:cua )?(?:thu tuc hanh chinh|thu tuc|tthc|ho so))*"
LABELS: tuple[tuple[PartKind, str], ...] = (
    ("code", r"ma (?:so )?(?:thu tuc|tthc|ho so)(?: hanh chinh)?|ma so"),
    ("name", r"ten (?:thu tuc|tthc)(?: hanh chinh)?"),
    ("field", r"linh vuc(?: thuc hien)?|ten linh vuc"),
    ("level", r"cap (?:thuc hien|giai quyet)"),
    ("steps", r"(?:ten )?trinh tu(?:,? cach thuc)?(?: va cach thuc)?(?: thuc hien| cac buoc)?"),
    ("channels", r"(?:dia diem,? )?cach thuc(?: thuc hien| nop)?|hinh thuc nop"),
    ("place", r"dia diem(?: thuc hien| tiep nhan)?|dia chi tiep nhan"),
    ("dossier", r"thanh phan(?: ho so)?(?:,| va)? ?(?:so luong)?|ho so(?: gom| bao gom)?"),
    ("sets", r"so luong(?: ho so| bo)?|so bo"),
    ("limit", r"(?:tong )?(?:thoi han|thoi gian)(?: giai quyet| thuc hien)?"),
    ("applicants", r"(?:cac )?doi tuong(?: thuc hien| ap dung)?"),
    ("decided_by", r"(?:co quan|nguoi) (?:co )?tham quyen(?: quyet dinh| giai quyet)?"),
    ("handled_by", r"co quan(?: truc tiep)?(?: giai quyet| thuc hien| tiep nhan)+"),
    ("handled_by", r"co quan(?: co tham quyen)? (?:thuc hien|giai quyet|quyet dinh)"),
    ("result", r"ket qua(?: thuc hien| giai quyet)*(?: va thoi han)?"),
    ("fee", r"(?:muc )?(?:phi|le phi)(?:,| va|/| -)? ?(?:le phi|phi)?"),
    ("forms", r"(?:ten )?(?:cac )?(?:mau|bieu mau)(?: don| to khai|,|/| va| mau| hanh chinh)*"),
    ("conditions", r"(?:cac )?(?:yeu cau|dieu kien)(?:,| va|/)? ?(?:dieu kien)?(?: thuc hien)?"),
    ("basis", r"(?:cac )?(?:can cu|co so) phap ly"),
    ("other", r"loai (?:thu tuc|tthc)|tu khoa|mo ta|so quyet dinh|co quan phoi hop"),
    ("other", r"co quan duoc uy quyen|noi dung|luu y|ghi chu"),
)  # fmt: skip
PATTERNS = tuple((kind, re.compile(f"(?:{words}){OF_PROCEDURE}")) for kind, words in LABELS)
# Labels of which two in one line's neighbourhood prove a full text.
OPENING: tuple[PartKind, ...] = ("steps",)
NAMING: tuple[PartKind, ...] = ("code", "name", "field", "level", "other")
MARK = re.compile(
    r"^(?:[-+*•–]\s*|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ])[.)/]\s*|\d{1,3}(?:\.\d{1,3}){1,4}\s+"
    r"|\(\d{1,3}\)\s*|(?:[ivx]{1,4})[.)]\s+)+",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\([^()]{0,80}\)")
LONGEST_LABEL = 110
NUMBER_SIGNS = (
    r"\d{1,3}(?:\.\d{1,3}){0,3}[.):]?\s+|[IVXLC]{1,7}[.)]\s+|"
    r"(?:thủ tục|tthc)(?: hành chính)?(?: số)? ?\d{1,3}\s*[.:)-]\s*"
)
NUMBERED = re.compile(rf"^(?:{NUMBER_SIGNS})", re.IGNORECASE)
NAME_PREFIX = re.compile(
    rf"^(?:{NUMBER_SIGNS}|(?:tên )?(?:thủ tục hành chính|thủ tục|tthc)\s*:\s*)+", re.IGNORECASE
)
MOST_ABOVE = 12  # paragraphs between a name and the first part
FEWEST_PARTS = 4  # fewer labels are no full text
PROOFS: frozenset[PartKind] = frozenset(("dossier", "applicants", "basis"))
END = re.compile(r"Nơi nhận\s*:?|PHỤ LỤC\b")


@dataclass(frozen=True)
class Label:
    """A label that opens a line, and the words after it."""

    kind: PartKind
    value: str
    lines: int = 1  # two where the label itself was broken


@dataclass
class Text:
    """A full text being read: the lines above its first part, and its parts so far."""

    above: list[Line] = field(default_factory=list)
    parts: list[tuple[PartKind, list[Line]]] = field(default_factory=list)
    kinds: set[PartKind] = field(default_factory=set)

    def begin_part(self, label: Label, line: int) -> None:
        """Open a part with the words behind its label."""
        self.parts.append((label.kind, [Line(line, label.value)]))
        self.kinds.add(label.kind)


def full_procedures(lines: Sequence[Line], context: Context) -> Iterator[Procedure]:
    """Every procedure that the document tells in full."""
    for text in texts_of(lines):
        for line in text.above:
            if is_group_title(line.text):
                context = context_below_group(context, line.text)
        procedure = procedure_of(text, context)
        if procedure:
            yield procedure


def texts_of(lines: Sequence[Line]) -> Iterator[Text]:
    """The document cut where a procedure's first part comes again."""
    text = Text()
    skip = 0
    for place, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        label = label_at(lines, place)
        if label and begins_anew(text, label.kind):
            following = Text(above=handed_over(text))
            yield text
            text = following
        if label and (text.parts or label.kind in (*OPENING, *NAMING)):
            text.begin_part(label, line.number)
            skip = label.lines - 1
        elif text.parts and END.match(line.text):
            yield text
            text = Text()
        elif text.parts:
            text.parts[-1][1].append(line)
        else:
            text.above.append(line)
    yield text


def begins_anew(text: Text, kind: PartKind) -> bool:
    """Does this part open the next procedure?"""
    if kind == "steps":
        return "steps" in text.kinds
    return kind in ("code", "name") and not text.kinds <= set(NAMING)


def handed_over(text: Text) -> list[Line]:
    """The end of the last part from the heading of the next procedure on, taken out of it."""
    lines = text.parts[-1][1] if text.parts else []
    heading = heading_above(lines[1:])
    if heading is None:
        return []
    begins = next(place for place, line in enumerate(lines) if line.number >= heading.line)
    while begins > 1 and (not lines[begins - 1].text or is_group_title(lines[begins - 1].text)):
        begins -= 1
    taken = lines[begins:]
    del lines[begins:]
    return taken


def label_at(lines: Sequence[Line], place: int) -> Label | None:
    """The label that opens this line, whole or broken into the next one."""
    text = lines[place].text
    if not text or not is_short_enough(text):
        return None
    label = label_of(text)
    following = lines[place + 1].text if place + 1 < len(lines) else ""
    if label or ":" in text or not following or len(text) < 25:
        return label
    broken = label_of(f"{text} {following}") if ":" in following[:LONGEST_LABEL] else None
    return Label(broken.kind, broken.value, 2) if broken else None


def is_short_enough(text: str) -> bool:
    """Can the line hold a label: is it short, or is there a colon early on?"""
    return len(text) <= LONGEST_LABEL or ":" in text[:LONGEST_LABEL]


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label | None:
    """The label before the colon, or the whole line when it is nothing but a label."""
    plain = MARK.sub("", text[: 4 * LONGEST_LABEL]) + text[4 * LONGEST_LABEL :]
    head, colon, value = plain.partition(":")
    kind = kind_of_label(head)
    return Label(kind, value.strip()) if kind and (colon or len(plain) <= LONGEST_LABEL) else None


def kind_of_label(head: str) -> PartKind | None:
    """What a label names, brackets such as "(nếu có)" left aside."""
    words = fold(ASIDE.sub(" ", head[: 2 * LONGEST_LABEL]))
    words = re.sub(r"\s+([,/])", r"\1", " ".join(words.split())).strip(" .,;-*/")
    words = re.sub(r"\s?,?\s?neu co$", "", words)
    return next((kind for kind, pattern in PATTERNS if pattern.fullmatch(words)), None)


def procedure_of(text: Text, context: Context) -> Procedure | None:
    """The procedure of a text; None where there are too few parts or no name."""
    parts = tuple(part_of(kind, lines) for kind, lines in text.parts)
    told = paragraphs_by_part(parts)
    name, code, line = heading_of(text, told)
    kinds = told.keys() - set(NAMING)
    if not name or "steps" not in kinds or len(kinds) < FEWEST_PARTS or not PROOFS & kinds:
        return None
    return Procedure(
        code=code,
        name=name,
        line=line,
        time_limit=words_of(told.get("limit")) or limit_in(told.get("channels")),
        fee=words_of(told.get("fee")),
        place=words_of(told.get("place")) or words_of(told.get("channels")),
        legal_basis=words_of(told.get("basis")),
        agency=words_of(told.get("handled_by")),
        field=words_of(told.get("field")) or context.field,
        level=context.level,
        change=context.change,
        parts=tuple(part for part in parts if part.kind not in NAMING),
    )


def part_of(kind: PartKind, lines: Sequence[Line]) -> ProcedurePart:
    """A part with its paragraphs."""
    found, _ = paragraphs(tuple(lines))
    return ProcedurePart(kind, lines[0].number, tuple(p.text for p in found))


def heading_of(
    text: Text, told: Mapping[PartKind, Sequence[str]]
) -> tuple[str | None, str | None, int]:
    """Name, code and line: by their own labels, else from the heading above the first part."""
    line = text.parts[0][1][0].number if text.parts else 0
    name = words_of(told.get("name"))
    code = code_in(words_of(told.get("code")) or "") or code_in(name or "")
    if not name:
        above = heading_above(text.above)
        if above:
            name, line = above.text, above.line
            code = code or code_in(name)
    return (name_of(name) if name else None), code, line


def heading_above(lines: Sequence[Line]) -> Paragraph | None:
    """The last numbered paragraph, or one that begins with "Thủ tục", above the first part."""
    found, _ = paragraphs(tuple(lines[-4 * MOST_ABOVE :]))
    for paragraph in reversed(found[-MOST_ABOVE:]):
        if NUMBERED.match(paragraph.text) or NAME_PREFIX.match(paragraph.text):
            return paragraph
        if fold(paragraph.text).startswith("thu tuc"):
            return paragraph
    return None


def name_of(heading: str) -> str:
    """The name in a heading, without number, code and "Tên thủ tục:"."""
    return name_without_code(NAME_PREFIX.sub("", joined(heading) or ""))


def words_of(paragraphs: Sequence[str] | None) -> str | None:
    """The words of a part on one line."""
    return joined(" ".join(paragraphs)) if paragraphs else None


def limit_in(paragraphs: Sequence[str] | None) -> str | None:
    """The time limit inside the ways to hand in, as the national portal prints it."""
    limits = (re.search(r"\d{1,3} Ngày(?: làm việc)?", text) for text in paragraphs or ())
    return next((found[0] for found in limits if found), None)
