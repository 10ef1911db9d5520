"""From a document's lines to what they say: the straight line of the importer."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.importers.appendix import TaskTable, take_tables
from generator.importers.decisions import procedures_of
from generator.importers.duties import report_duties
from generator.importers.findings import (
    DocumentKind,
    ImportedDocument,
    Period,
    Target,
    Task,
    Unread,
)
from generator.importers.heading import (
    Head,
    cited,
    heading_in_news,
    period_in_prose,
    period_of,
    read_head,
)
from generator.importers.lines import Broken, Paragraph, cleaned, paragraphs, without_pipes
from generator.importers.oddities import (
    Evidence,
    oddities_of_news,
    oddities_of_no_plan,
    oddities_of_plan,
)
from generator.importers.outline import ARABIC, ROMAN, SectionKind, Unit, outline
from generator.importers.page_end import end_of_document
from generator.importers.procedure_oddities import oddities_of_decision
from generator.importers.repeats import cut_copy
from generator.importers.source import Line, Remark, SourceText
from generator.importers.targets import once_each, targets_in
from generator.importers.tasks import (
    CLOSING,
    Reader,
    inline_items,
    is_agency_heading,
    owners_of_heading,
)
from generator.vietnamese.document_numbers import find_numbers, number_key
from generator.vietnamese.folding import fold
from generator.vietnamese.letters import regex
from generator.vietnamese.times import understand_time

FURNITURE = regex(
    r"Đăng (?:nhập|xuất)\b|Đăng ký(?: ngay| tài khoản| thành viên)?\Z|Tải về|"
    r"THƯ VIỆN (?:PHÁP LUẬT|VIDEO|ẢNH)|No title|Thông báo mới|SỐ LƯỢT TRUY CẬP|"
    r"Tất cả: \d+|Việc làm [<upper>]|Hỗ trợ: |Đang tải|Click vào|Bản dịch này|Chia sẻ|©|Copyright|"
    r"Xem thêm|"
    r"Lượt xem|Quay lại|In trang|Bạn vừa bị|Hiện tại có đủ người|\(Hình từ Internet\)|Quý khách cần"
)
END_OF_PAGE = re.compile(
    r"Đăng (?:nhập|xuất)\b|Kính gửi: Quý Thành viên|THƯ VIỆN PHÁP LUẬT|Bạn vừa bị|©|Copyright"
)
END_OF_BODY = re.compile(r"Nơi nhận\s*:?|\(?Kèm theo|PHỤ LỤC\b|\[1\]")
MOST_TASKS = 4000  # a plan of five hundred pages has fewer
TIME_OF_PLAN = re.compile(r"thoi gian (?:thuc hien|to chuc|trien khai|thi dua|phat dong)\b")
FROM_TO = re.compile(
    r"\btừ (?:ngày|tháng|quý|năm) [^.;:()]{1,40}? đến (?:hết )?(?:ngày|tháng|quý|năm) "
    r"[^.;:()]{0,30}?\d{4}"
)
PROCEDURES = re.compile(r"\bthu tuc hanh chinh\b|\btthc\b")


# A decision may also set up rules or people for handling procedures: it announces none.
RULES = re.compile(r"\bban hanh (?:quy che|quy dinh|ke hoach)\b|\bto cong tac\b|\bban chi dao\b")


def understand(source: SourceText) -> ImportedDocument:
    """Everything the document says; pure, and the same for the same lines."""
    read = read_lines(source)
    kind = kind_of(read.text, read.head)
    if kind == "plan":
        return understand_plan(read)
    if kind == "news_about_plan":
        return understand_news(read)
    if kind == "procedure_decision":
        return understand_decision(read)
    remarks = oddities_of_no_plan(read.head, read.text, read.furniture)
    return ImportedDocument(source.name, kind, remarks=tuple(remarks))


@dataclass(frozen=True)
class Read:
    """A document cut into its parts, before anything is understood."""

    source: SourceText
    lines: tuple[Line, ...]
    tables: tuple[TaskTable, ...]
    text: tuple[Paragraph, ...]
    furniture: tuple[Paragraph, ...]
    broken: tuple[Broken, ...]
    head: Head


def read_lines(source: SourceText) -> Read:
    """Clean lines, then tables, then paragraphs, then head and foot."""
    every = cleaned(source.lines)
    end = end_of_document(every)
    below = tuple(Paragraph(line.number, line.text) for line in every[end:] if line.text)
    lines, tables = take_tables(every[:end])
    flat = tuple(without_pipes(lines))
    text, broken = paragraphs(flat)
    outside = furniture_of(text)
    inside = tuple(p for p in text if p not in outside)
    furniture = (*(p for p in text if p in outside), *below)
    head = read_head(text, flat)
    return Read(source, every[:end], tables, inside, furniture, broken, head)


def furniture_of(text: Sequence[Paragraph]) -> frozenset[Paragraph]:
    """Paragraphs of the web page; below the recipients, all from its first sure sign on."""
    foot = next((i for i, p in enumerate(text) if p.text.startswith("Nơi nhận")), len(text))
    signs = (i for i in range(foot, len(text)) if END_OF_PAGE.match(text[i].text))
    below = text[next(signs, len(text)) :]
    return frozenset(below) | frozenset(p for p in text if FURNITURE.match(p.text))


def understand_plan(read: Read) -> ImportedDocument:
    """A plan's own text."""
    copy = cut_copy(read.text)
    once = read.text if copy is None else read.text[: copy[0]] + read.text[copy[1] :]
    root = outline(body_of(once, read.head))
    period = period_of(read.head.heading.title) or period_in_body(root)
    every = [*islice(tasks_of(root, read.tables, period), MOST_TASKS + 1)]
    tasks = with_paths_once(every[:MOST_TASKS])
    duties = report_duties(prose_of(root))
    evidence = Evidence(
        source=read.source,
        text=once,
        broken=read.broken,
        head=read.head,
        root=root,
        tasks=tasks,
        tables=read.tables,
        duties=duties,
        period=period,
        copy_cut_at=read.text[copy[0]].line if copy else None,
        furniture=read.furniture,
    )
    return plan_told(read, evidence, too_many(every))


def plan_told(read: Read, e: Evidence, first_remarks: Iterator[Remark]) -> ImportedDocument:
    """The plan as it was found, with its remarks."""
    return ImportedDocument(
        name=e.source.name,
        kind="plan",
        heading=e.head.heading,
        period=e.period,
        legal_basis=legal_basis(read),
        tasks=e.tasks,
        targets=once_each(targets_of(e.root, e.tasks)),
        report_duties=e.duties,
        goals=tuple(sentences_of(e.root, "purpose")),
        funding=tuple(sentences_of(e.root, "funding")),
        remarks=(*first_remarks, *oddities_of_plan(e)),
        unread=tuple(unread_in(e.root)),
    )


def too_many(tasks: Sequence[Task]) -> Iterator[Remark]:
    """What is said when only the first tasks are taken."""
    if len(tasks) > MOST_TASKS:
        yield Remark("import-too-many-tasks", tasks[MOST_TASKS].line, {"most": MOST_TASKS})


def tasks_of(root: Unit, tables: Sequence[TaskTable], period: Period | None) -> Iterator[Task]:
    """The tasks of the body, then those of the appendices."""
    reader = Reader(period.only_year if period else None)
    yield from reader.tasks_of(root)
    for number, table in enumerate(tables, start=1):
        yield from reader.tasks_of_table(table, "PL" if len(tables) == 1 else f"PL{number}")


def understand_news(read: Read) -> ImportedDocument:
    """A news item: the head is that of the plan it tells about."""
    heading = heading_in_news(read.text)
    tasks = tuple(inline_items(read.text))
    return ImportedDocument(
        name=read.source.name,
        kind="news_about_plan",
        heading=heading,
        period=period_in_prose(read.text) or period_of(heading.title),
        tasks=tasks,
        remarks=tuple(oddities_of_news(read.text, heading.number, read.furniture, tasks)),
    )


def understand_decision(read: Read) -> ImportedDocument:
    """A decision that announces procedures: its head, what it cites, and the procedures."""
    procedures = procedures_of(read.lines, read.head.heading.title)
    return ImportedDocument(
        name=read.source.name,
        kind="procedure_decision",
        heading=read.head.heading,
        legal_basis=legal_basis(read),
        procedures=procedures,
        remarks=oddities_of_decision(evidence_of_decision(read), procedures),
    )


def evidence_of_decision(read: Read) -> Evidence:
    """What the checks may look at in a decision: it has no tasks and no sections."""
    return Evidence(
        source=read.source,
        text=read.text,
        broken=read.broken,
        head=read.head,
        root=outline(()),
        tasks=(),
        tables=read.tables,
        duties=(),
        period=None,
        copy_cut_at=None,
        furniture=read.furniture,
    )


def kind_of(text: Sequence[Paragraph], head: Head) -> DocumentKind:
    """What the document is, by its own head; a plan that is merely cited makes no plan."""
    title = fold(head.heading.title or "")
    if head.type_name == "KẾ HOẠCH":
        return "plan"
    if head.type_name == "QUYẾT ĐỊNH" and PROCEDURES.search(title) and not RULES.search(title):
        return "procedure_decision"
    if head.type_name is None and head.heading.number and "/KH-" in head.heading.number:
        return "plan"
    if head.type_name is None and tells_of_plan(text):
        return "news_about_plan"
    return "not_a_plan"


def tells_of_plan(text: Sequence[Paragraph]) -> bool:
    """Is it news: somebody "ban hành Kế hoạch số …" early on, and the plan is the subject?"""
    beginning = [p.text for p in text[:8]]
    if not beginning or "?" in beginning[0] or "?" in "".join(beginning[:3]):
        return False
    issued = [t for t in beginning if re.search(r"ban hành [Kk]ế hoạch (?:số )?\d", t)]
    number = next((n for t in issued for n in find_numbers(t) if "/KH-" in n.written), None)
    if number is None:
        return False
    mentions = sum(n.written == number.written for p in text for n in find_numbers(p.text))
    return mentions >= 2 or any(True for _ in inline_items(text))


def body_of(text: tuple[Paragraph, ...], head: Head) -> tuple[Paragraph, ...]:
    """From the end of the title to the list of recipients."""
    start = head.body_starts if head.body_starts < len(text) else 0
    ends = (i for i in range(start, len(text)) if END_OF_BODY.match(text[i].text))
    return text[start : next(ends, len(text))]


def legal_basis(read: Read) -> tuple[str, ...]:
    """Every number cited, once, without the document's own."""
    cells = [cell for table in read.tables for row in table.rows for cell in row.cells.values()]
    own = number_key(read.head.heading.number or "")
    found: dict[str, str] = {}
    for number in cited([*(p.text for p in read.text), *cells]):
        if number_key(number) != own:
            found.setdefault(number_key(number), number)
    return tuple(found.values())


def period_in_body(root: Unit) -> Period | None:
    """What stands under a heading "Thời gian thực hiện", where the title names no years."""
    for unit in root.walk():
        title, _, value = unit.text.partition(":")
        if unit.rank in (ROMAN, ARABIC) and TIME_OF_PLAN.match(fold(title)):
            told = (value or (unit.body[0].text if unit.body else ""))[:1000]
            inside = FROM_TO.search(told)
            found = period_told(told) or (period_told(inside[0]) if inside else None)
            if found:
                return found
    return None


def period_told(words: str) -> Period | None:
    """The period that words name, when they name first and last day and nothing else."""
    time = understand_time(words)
    if time.kind == "range" and time.first_day and time.last_day:
        return Period(time.first_day, time.last_day)
    return None


def unread_in(root: Unit) -> Iterator[Unread]:
    """Lines of the body that belong to no section we know, and prose that became no task."""
    for unit in root.walk():
        if unit.rank >= 0 and unit.kind is None:
            yield Unread(unit.line, unit.text)
        if unit.kind == "content" and (unit.children or unit.labels):
            for paragraph in unit.body:
                if not CLOSING.match(paragraph.text):
                    yield Unread(paragraph.line, paragraph.text)


def with_paths_once(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Tasks whose paths are unique by their letters and digits: a second one gets a count.

    A page knows a task by these alone, so "V.3(1)" and "V.3.-1" would be one.
    """
    counts: Counter[str] = Counter()
    unique = []
    for task in tasks:
        path = task.path
        while counts[letters_and_digits(path)]:
            counts[letters_and_digits(task.path)] += 1
            path = f"{task.path} ({counts[letters_and_digits(task.path)]})"
        counts[letters_and_digits(path)] += 1
        unique.append(task if path == task.path else replace(task, path=path))
    return tuple(unique)


def letters_and_digits(path: str) -> str:
    """The words of a path without its signs, capitals and small letters alike."""
    return "-".join(re.findall(r"[^\W_]+", path.lower()))


def targets_of(root: Unit, tasks: Sequence[Task]) -> Iterator[Target]:
    """Targets in goals, in the content and in outputs."""
    for unit in root.walk():
        if unit.kind in ("purpose", "content"):
            yield from targets_in(unit.path, unit.text)
            for paragraph in unit.body:
                yield from targets_in(unit.path, paragraph.text)
            for label in unit.labels:
                yield from targets_in(unit.path, label.value)
    for task in tasks:
        for output in task.outputs if task.path.startswith("PL") else ():
            yield from targets_in(task.path, output)


def sentences_of(root: Unit, kind: SectionKind) -> Iterator[str]:
    """What a section of a kind says: its items and paragraphs, without its headings."""
    for unit in root.walk():
        if unit.kind == kind:
            if unit.rank >= 0 and not unit.children and not unit.body:
                yield unit.text
            yield from (paragraph.text for paragraph in unit.body)


def prose_of(
    root: Unit, owner: tuple[str, ...] = ()
) -> Iterator[tuple[str, Paragraph, tuple[str, ...]]]:
    """Path, paragraph and agency of what stands under organisation, funding and reports."""
    for unit in root.children:
        is_heading = is_agency_heading(unit)
        below = owners_of_heading(unit).leads if is_heading else owner
        if unit.kind in ("organise", "report", "funding"):
            if not is_heading:
                yield unit.path, Paragraph(unit.line, unit.text), owner
            for paragraph in unit.body:
                yield unit.path, paragraph, below
        yield from prose_of(unit, below)
