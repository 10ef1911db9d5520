"""Tasks from the outline and from tables.

A unit with labels is a task. Bullets that share one block of labels are one task: the heading above
them, or the first of them where the heading has several blocks. Without any labels the bullets of
the content are the tasks. Under the heading of an agency, what stands there is that agency's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from generator.importers.appendix import Row, TaskTable, is_group, with_owners_from_above
from generator.importers.findings import OwnerSource, Task
from generator.importers.lines import Paragraph
from generator.importers.outline import ARABIC, DASH, LETTER, NUMERALS, Label, Unit
from generator.importers.owners import (
    VERB,
    Owners,
    begins_with_verb,
    owners_in_clause,
    owners_of_value,
    partners_of_value,
    subject_of,
)
from generator.vietnamese.agency_names import looks_like_agency, split_agencies
from generator.vietnamese.times import Time, understand_time

GENERIC_TITLE = re.compile(
    r"(?:Hoạt động|Nhiệm vụ|Nội dung|Công việc)\s*(?:thứ\s*)?\d{0,2}[.:]?", re.IGNORECASE
)
# "Sở Nội vụ" or "3. Đề nghị Hội Nông dân tỉnh:" is a heading; a sentence is not.
LONGEST_AGENCY_HEADING = 260
SHORTEST_DUTY = 40  # characters
CLOSING = re.compile(
    r"Trên đây là|Trong quá trình|Quá trình (?:triển khai|thực hiện)|Yêu cầu (?:các|thủ trưởng)|"
    r"\(Chi tiết|\(Kèm theo|Căn cứ (?:Kế hoạch|nội dung Kế hoạch)|Nhận được Kế hoạch"
)
DEADLINE = re.compile(
    r"(?P<time>(?:xong |hoàn thành |chậm nhất )*(?:trước ngày|trong tháng|trong quý|trong năm|"
    r"đến ngày|xong trước ngày)"
    r"\s[^,;.()]{1,40}?\d{4})",
    re.IGNORECASE,
)
# "(khi Bộ Y tế có văn bản triển khai)": the work waits for somebody else's act.
CONDITION = re.compile(
    r"\((?P<time>(?:sau )?khi [^()]{4,100}?(?:triển khai|ban hành|phê duyệt|hướng dẫn|phân bổ))\)"
)
FINISHES = re.compile(r"(?:Hoàn thành|Thời (?:gian|hạn) (?:thực hiện|hoàn thành))\b")
# Verbs that give somebody a duty: they never stand inside the name of an agency.
DUTY_VERB = re.compile(r"\b(?:chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ)\b")
ONLY_HELP = re.compile(r"(?:Chủ trì,? )?(?:[Cc]hủ động )?[Pp]hối hợp(?: (?:với|cùng))?\s*:?")
LONGEST_HEADING_LINE = 140  # characters
LABEL_ROLES = ("leads", "partners", "actors", "time", "outputs")
SECTION_LETTERS = frozenset("ABCDĐEGH")  # groups of a table that hold groups I, II, …
NOBODY = Owners()
SENTENCE_END = re.compile(r"(?<=[.;])\s")


class Reader:
    """Reads tasks out of a plan; `year` is the plan's one year, if it has one."""

    def __init__(self, year: int | None) -> None:
        """Remember the year that "cả năm" means."""
        self.year = year

    # The outline

    def tasks_of(self, root: Unit) -> Iterator[Task]:
        """The tasks of content and organisation, in the order of the text."""
        content = [u for u in root.children if u.kind == "content"]
        has_labels = any(has_task_labels(u) for unit in content for u in unit.walk())
        for unit in root.children:
            if unit.kind == "content":
                yield from self.of_content(unit, has_labels, unit.text)
            elif unit.kind == "organise":
                yield from self.of_organisation(unit)

    def of_content(self, unit: Unit, has_labels: bool, group: str) -> Iterator[Task]:
        """The tasks below a unit of the content."""
        if unit.kind == "organise":
            yield from self.of_organisation(unit)
            return
        if unit.kind != "content":
            return
        if heads_duties(unit):
            yield from self.of_agency(unit)
        elif unit.rank < ARABIC:
            yield from self.of_children(unit, has_labels)
        elif has_task_labels(unit):
            yield self.labelled(unit, unit.labels, group)
            yield from self.with_own_labels(unit.children, group)
        elif self.block_of(unit):
            yield self.labelled(unit, self.block_of(unit), group)
        elif any(has_task_labels(u) for child in unit.children for u in child.walk()):
            yield from self.of_children(unit, has_labels)
        elif has_labels and unit.rank <= LETTER:
            yield from self.unlabelled(unit, group)
        elif unit.children:
            yield from self.of_children(unit, has_labels)
        else:
            yield from self.leaf(unit, group)

    def of_children(self, unit: Unit, has_labels: bool) -> Iterator[Task]:
        """The tasks of the units below; bullets in groups that end with labels."""
        group = unit.text
        waiting: list[Unit] = []
        for child in unit.children:
            if child.rank < LETTER or not has_labels:
                yield from self.of_content(child, has_labels, group)
                continue
            waiting.append(child)
            if any(has_task_labels(u) for u in child.walk()):
                yield from self.of_group(waiting, group)
                waiting = []

    def of_group(self, units: Sequence[Unit], group: str) -> Iterator[Task]:
        """Bullets of which only the last has labels: one task, told by the first."""
        first, last = units[0], units[-1]
        if last.labels and last.rank >= DASH:
            yield replace(
                self.labelled(last, last.labels, group),
                path=first.path,
                text=text_of(first),
                line=first.line,
            )
        else:
            yield from self.of_content(last, True, group)

    def with_own_labels(self, units: Iterable[Unit], group: str) -> Iterator[Task]:
        """Tasks below a task: only those with labels of their own."""
        for unit in units:
            if has_task_labels(unit):
                yield self.labelled(unit, unit.labels, group)

    def block_of(self, unit: Unit) -> list[Label]:
        """The labels of the only bullet that has any, when they are for the whole heading."""
        labelled = [child for child in unit.children if has_task_labels(child)]
        bullets = all(child.rank >= DASH for child in unit.children)
        if len(labelled) == 1 and bullets and labelled[0] is unit.children[-1]:
            return labelled[0].labels
        return []

    def labelled(self, unit: Unit, labels: Sequence[Label], group: str) -> Task:
        """The task of a unit with these labels; owners from its sentences where no label does."""
        owners = owners_of_labels(labels)
        source: OwnerSource = "label"
        if not owners.leads and not any(label.role == "partners" for label in labels):
            owners, source = owners_of_sentences(unit)
        return Task(
            path=unit.path,
            text=text_of(unit),
            line=unit.line,
            leads=owners.leads,
            partners=owners.partners,
            time=self.time_of(labels),
            outputs=tuple(
                v for label in labels if label.role == "outputs" for v in outputs_in(label.value)
            ),
            channels=tuple(
                label.value for label in labels if label.role == "channels" and label.value
            ),
            group=group,
            owner_source=source,
        )

    def time_of(self, labels: Iterable[Label]) -> Time | None:
        """The first time that is given; a second one is only remarked on."""
        values = [
            v
            for v in (label.value for label in labels if label.role == "time")
            if says_something(v)
        ]
        return understand_time(values[0], self.year) if values else None

    def unlabelled(self, unit: Unit, group: str) -> Iterator[Task]:
        """A unit without labels among units that have them."""
        if len(text_of(unit)) > 3 and not CLOSING.match(unit.text):
            owners, source = owners_of_sentences(unit)
            yield Task(
                path=unit.path,
                text=text_of(unit),
                line=unit.line,
                leads=owners.leads,
                partners=owners.partners,
                group=group,
                owner_source=source,
            )

    def leaf(self, unit: Unit, group: str) -> Iterator[Task]:
        """An item or bullet with nothing below, in a plan without labels; prose under a heading."""
        if unit.body and is_short_heading(unit):
            for place, paragraph in enumerate(unit.body, start=1):
                path = unit.path if len(unit.body) == 1 else f"{unit.path}({place})"
                yield from self.sentence(path, paragraph.text, paragraph.line, unit.text)
        else:
            yield from self.sentence(unit.path, unit.text, unit.line, group)

    def sentence(
        self, path: str, text: str, line: int, group: str, above: Owners = NOBODY
    ) -> Iterator[Task]:
        """A sentence as a task, its owners from the sentence or from the heading above it."""
        deadline = self.deadline(text)
        if len(text) < 12 or text.endswith(":") or (CLOSING.match(text) and not deadline):
            return
        told = owners_in_clause(first_sentence(text))
        helping = Owners((), above.partners + told.partners)
        owners = Owners(above.leads) + helping if above.leads else told
        yield Task(
            path=path,
            text=text,
            line=line,
            leads=owners.leads,
            partners=owners.partners,
            time=deadline,
            group=group,
            owner_source=("heading" if above.leads else "sentence") if owners.leads else "none",
        )

    def deadline(self, text: str) -> Time | None:
        """The date by which the work is due, or the act it waits for; reports left aside."""
        first, *more = SENTENCE_END.split(text[:2000], maxsplit=4)
        found = DEADLINE.search(first[:600])
        if found and "báo cáo" in text[: found.start()].lower():
            found = None
        closing = (DEADLINE.search(later) for later in more if FINISHES.match(later))
        found = found or next(filter(None, closing), None) or CONDITION.search(first)
        time = understand_time(found["time"], self.year) if found else None
        return time if time and time.kind else None

    # Organisation

    def of_organisation(self, unit: Unit) -> Iterator[Task]:
        """What each agency is to do: under its heading, or in a sentence that begins with it."""
        for child in unit.children:
            if child.kind in ("funding", "report", "purpose"):
                continue
            if heads_duties(child) or leads_up(child):
                yield from self.of_agency(child)
            elif child.children and child.rank <= ARABIC + 1:
                yield from self.of_organisation(child)
            elif inline_agency(child.text):
                name, _, duty = child.text.partition(":")
                above = Owners(split_agencies(heading_name(name)))
                yield from self.sentence(child.path, duty.strip(), child.line, unit.text, above)
            elif subject_of(child.text):
                yield from self.sentence(child.path, child.text, child.line, unit.text)

    def of_agency(self, unit: Unit) -> Iterator[Task]:
        """The tasks under the heading of an agency."""
        above = owners_of_heading(unit)
        body = unit.body[1:] if breaks_off(unit) else unit.body
        for place, paragraph in enumerate(body, start=1):
            path = unit.path if len(body) == 1 and not unit.children else f"{unit.path}({place})"
            yield from self.sentence(path, paragraph.text, paragraph.line, unit.text, above)
        for child in unit.children:
            if child.children and child.rank < DASH and introduces(child.text):
                yield from self.of_stem(child, unit.text, above)
            else:
                yield from self.sentence(child.path, child.text, child.line, unit.text, above)

    def of_stem(self, stem: Unit, group: str, above: Owners) -> Iterator[Task]:
        """Bullets, and the words that lead up to them where these are a duty of their own."""
        if len(stem.text) >= SHORTEST_DUTY and begins_with_verb(stem.text):
            text = stem.text.rstrip(" :")
            yield from self.sentence(stem.path, text, stem.line, group, above)
        for below in stem.children:
            for task in self.sentence(below.path, below.text, below.line, group, above):
                yield helped_by_subject(task) if ONLY_HELP.fullmatch(stem.text) else task

    # Tables

    def tasks_of_table(self, table: TaskTable, prefix: str) -> Iterator[Task]:
        """One task for every row that is no heading over others."""
        rows = list(with_owners_from_above(table.rows))
        grouped = any(is_group(row, None) for row in rows)
        group, section, part, counted = "", "", "I" if grouped else "", 0
        if rows and not is_group(rows[0], None):
            counted = 1
        for row, following in zip_longest(rows, rows[1:]):
            if is_group(row, following):
                group = " ".join(filter(None, (row.cells.get("number"), row.cells.get("content"))))
                counted += 1
                part = group_number(group) or NUMERALS[min(counted, len(NUMERALS)) - 1]
                if part in SECTION_LETTERS:
                    section, part = part, ""
            elif row.cells.get("content"):
                within = ".".join(filter(None, (prefix, section)))
                yield self.of_row(row, within, group, part)

    def of_row(self, row: Row, prefix: str, group: str, part: str) -> Task:
        """The task of one row."""
        cells = row.cells
        owners = Owners(
            split_agencies(cells.get("leads", "")), split_agencies(cells.get("partners", ""))
        )
        if "actors" in cells:
            owners += owners_of_value(cells["actors"])
        number = cells.get("number", "").strip(" .)") or f"dòng {row.line}"
        time = cells.get("time")
        return Task(
            path=".".join(filter(None, (prefix, part, number))),
            text=without_footnotes(" ".join(cells["content"].split())),
            line=row.line,
            leads=owners.leads,
            partners=owners.partners,
            time=understand_time(time, self.year) if time and says_something(time) else None,
            outputs=tuple(outputs_in(cells.get("outputs", ""))),
            group=group,
            owner_source="row_above" if row.merged and owners.leads else "label",
        )


def group_number(group: str) -> str | None:
    """The number with which a heading row begins, such as "II" or "A"."""
    found = re.match(r"([IVXLC]{1,7}|[A-ZĐ])(?=[.)\s]|\Z)", group)
    return found[1] if found else None


def says_something(value: str) -> bool:
    """Does a value hold letters or digits, and not merely dots to be filled in?"""
    return any(sign.isalnum() for sign in value)


def has_task_labels(unit: Unit) -> bool:
    """Has the unit a label that makes it a task?"""
    return any(label.role in LABEL_ROLES for label in unit.labels)


def is_agency_heading(unit: Unit) -> bool:
    """Is the unit's own text the name of an agency, and no sentence?"""
    name = heading_name(unit.text)
    return (
        unit.rank < LETTER
        and 0 < len(name) < LONGEST_AGENCY_HEADING
        and looks_like_agency(name)
        and not (subject_of(unit.text) and is_clause(unit))
        and not re.search(r"\.\s", name)
    )


def is_clause(unit: Unit) -> bool:
    """Is a text with a verb in it a clause? "Các tổ chức cung cấp dịch vụ" over items is a name."""
    open_end = not re.search(r"[.:;,]\Z", unit.text)
    named = open_end and bool(unit.children) and len(unit.text) < LONGEST_HEADING_LINE
    return not named or DUTY_VERB.search(unit.text) is not None


def heads_duties(unit: Unit) -> bool:
    """Is the unit the heading of an agency with something under it?"""
    return is_agency_heading(unit) and bool(unit.children or unit.body)


def leads_up(unit: Unit) -> bool:
    """Does a clause about an agency lead up to bullets: "Sở Y tế chủ trì, phối hợp với …:"?"""
    opens = unit.rank < LETTER and bool(unit.children) and unit.text.endswith(":")
    return opens and bool(owners_in_clause(unit.text).leads)


def owners_of_heading(unit: Unit) -> Owners:
    """Whom a heading names, its second line included where it was torn apart."""
    if leads_up(unit) and not is_agency_heading(unit):
        return owners_in_clause(unit.text)
    text = f"{unit.text} {unit.body[0].text}" if breaks_off(unit) else unit.text
    return Owners(split_agencies(heading_name(text)))


def breaks_off(unit: Unit) -> bool:
    """Does a heading go on in the paragraph below, which ends without a sign and says nothing?"""
    if not unit.body or not unit.children or re.search(r"[.:;]\Z", unit.text):
        return False
    second = unit.body[0].text
    return len(second) < LONGEST_HEADING_LINE and not (
        re.search(r"[.:;]\Z", second) or VERB.search(" " + second)
    )


def helped_by_subject(task: Task) -> Task:
    """Under "Chủ trì, phối hợp:" the agency with which a bullet begins is the partner."""
    told = owners_in_clause(first_sentence(task.text))
    owners = Owners(task.leads) + Owners((), told.leads + told.partners)
    return replace(task, partners=owners.partners)


def introduces(text: str) -> bool:
    """Does the text only lead up to the bullets below it?"""
    return text.rstrip().endswith(":") or len(text) < SHORTEST_DUTY


def inline_agency(text: str) -> bool:
    """Does the text name an agency, a colon and then its duty: "Sở Nội vụ: Theo dõi …"?"""
    name, colon, duty = text.partition(":")
    plain = heading_name(name)
    return (
        bool(colon) and len(duty) > 20 and looks_like_agency(plain) and not subject_of(plain + " ")
    )


def heading_name(text: str) -> str:
    """A heading without "Đề nghị", "Trách nhiệm của" and what stands in brackets."""
    plain = re.sub(r"\([^()]*\)", "", text)
    return re.sub(r"^(?:Đề nghị|Giao|Trách nhiệm của|Đối với)\s*:?\s*", "", plain).strip(" .:;")


def is_short_heading(unit: Unit) -> bool:
    """Is it a title over prose, and no sentence of its own?"""
    return len(unit.text) < 250 and not unit.text.endswith((".", ";"))


def text_of(unit: Unit) -> str:
    """What is to be done: the heading, or the content label where the heading says nothing."""
    values = [label.value for label in unit.labels if label.role == "content" and label.value]
    if values and (not unit.text or GENERIC_TITLE.fullmatch(unit.text.strip())):
        return " ".join(values[0].split())
    return without_footnotes(unit.text).strip(" :;")


def without_footnotes(text: str) -> str:
    """Without the marks of footnotes."""
    return re.sub(r"\[\d{1,2}\]", "", text).strip()


def owners_of_labels(labels: Iterable[Label]) -> Owners:
    """Leads and partners that the labels name."""
    owners = Owners()
    for label in labels:
        if label.role in ("leads", "actors"):
            owners += owners_of_value(label.value)
        elif label.role == "partners":
            owners += Owners((), partners_of_value(label.value))
    return owners


def owners_of_sentences(unit: Unit) -> tuple[Owners, OwnerSource]:
    """Owners told by the unit's own sentence, by the prose below it, or by its bullets."""
    told = owners_in_clause(first_sentence(unit.text))
    if told.leads:
        return told, "sentence"
    owners = Owners()
    for text in [*(p.text for p in unit.body), *(c.text for c in unit.children)]:
        owners += owners_in_clause(first_sentence(text))
    if not owners.leads:
        return Owners(), "none"
    return owners, "bullets" if unit.children else "sentence"


def first_sentence(text: str) -> str:
    """The text up to the first full stop or semicolon."""
    return SENTENCE_END.split(text, maxsplit=1)[0]


def outputs_in(value: str) -> Iterator[str]:
    """The outputs of a label or cell, one for each line."""
    for line in value.split("\n"):
        output = without_footnotes(line.strip(" -+;"))
        if output.strip(" .…"):
            yield re.sub(r"[\s,]*…?\.*$", "", output) or output


def inline_items(paragraphs: Iterable[Paragraph]) -> Iterator[Task]:
    """The items (1) … (n) of a paragraph in running text, when they count up from 1."""
    for paragraph in paragraphs:
        marks = list(re.finditer(r"\((\d{1,2})\)\s", paragraph.text))
        if len(marks) < 3 or [int(m[1]) for m in marks] != list(range(1, len(marks) + 1)):
            continue
        ends = [m.start() for m in marks[1:]] + [len(paragraph.text)]
        for mark, end in zip(marks, ends, strict=True):
            text = paragraph.text[mark.end() : end].strip(" ;").removesuffix("./.").strip()
            yield Task(f"({mark[1]})", text, paragraph.line)
