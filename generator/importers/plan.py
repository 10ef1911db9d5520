"""From a document's lines to what they say: the straight line of the importer."""

import re
from collections.abc import Iterator, Sequence

from generator.importers.appendix import TaskTable, take_tables
from generator.importers.duties import report_duties
from generator.importers.findings import DocumentKind, ImportedDocument, Period, Target, Task
from generator.importers.heading import Head, cited, period_in_prose, period_of, read_head
from generator.importers.lines import Paragraph, cleaned, paragraphs, without_pipes
from generator.importers.outline import Unit, outline
from generator.importers.repeats import cut_copy
from generator.importers.source import Line, SourceText
from generator.importers.targets import once_each, targets_in
from generator.importers.tasks import Reader, heading_name, inline_items, is_agency_heading
from generator.vietnamese.agency_names import split_agencies
from generator.vietnamese.document_numbers import find_numbers, number_key
from generator.vietnamese.folding import fold

FURNITURE = re.compile(
    r"Đăng (?:nhập|xuất|ký)\b|Tải về|THƯ VIỆN (?:PHÁP LUẬT|VIDEO|ẢNH)|No title|Thông báo mới|SỐ LƯỢT TRUY CẬP|"
    r"Tất cả: \d+|Việc làm [A-ZĐÀ-Ỹ]|Hỗ trợ: |Đang tải|Click vào|Bản dịch này|Chia sẻ|©|Copyright|Xem thêm|"
    r"Lượt xem|Quay lại|In trang|Bạn vừa bị|Hiện tại có đủ người|\(Hình từ Internet\)|Quý khách cần"
)
END_OF_BODY = re.compile(r"Nơi nhận\s*:?|\(?Kèm theo|PHỤ LỤC\b|\[1\]")
NEWS = re.compile(
    r"(?:ban hành|phê duyệt|có) [Kk]ế hoạch (?:số )?\d"
)
PROCEDURES = re.compile(r"thu tuc hanh chinh")


def understand(source: SourceText) -> ImportedDocument:
    """Everything the document says; pure, and the same for the same lines."""
    lines, tables = take_tables(cleaned(source.lines))
    flat = tuple(without_pipes(lines))
    text, broken = paragraphs(flat)
    head = read_head(text, flat)
    kind = kind_of(text, head)
    if kind == "not_a_plan":
        return ImportedDocument(source.name, kind)
    proper = without_furniture(text)
    if kind == "procedure_decision":
        return ImportedDocument(source.name, kind, head.heading, None, legal_basis(head, proper, tables))
    if kind == "news_about_plan":
        return news(source, proper)
    return plan(source, head, proper, tables)


def plan(source: SourceText, head: Head, text: tuple[Paragraph, ...], tables: Sequence[TaskTable]) -> ImportedDocument:
    """A plan's own text."""
    copy = cut_copy(text)
    once = text if copy is None else text[: copy[0]] + text[copy[1] :]
    body = body_of(once, head, len(text) - len(once))
    root = outline(body)
    period = period_of(head.heading.title)
    reader = Reader(period.only_year if period else None)
    tasks = [*reader.tasks_of(root)]
    for number, table in enumerate(tables, start=1):
        prefix = "PL" if len(tables) == 1 else f"PL{number}"
        tasks += reader.tasks_of_table(table, prefix)
    return ImportedDocument(
        name=source.name,
        kind="plan",
        heading=head.heading,
        period=period,
        legal_basis=legal_basis(head, text, tables),
        tasks=with_paths_once(tasks),
        targets=once_each(targets_of(root, tasks)),
        report_duties=report_duties(prose_of(root)),
    )


def news(source: SourceText, text: tuple[Paragraph, ...]) -> ImportedDocument:
    """A news item: the head is that of the plan it tells about."""
    from generator.importers.heading import heading_in_news

    return ImportedDocument(
        name=source.name,
        kind="news_about_plan",
        heading=heading_in_news(text),
        period=period_in_prose(text) or period_of(text[0].text),
        tasks=tuple(inline_items(text)),
    )


def kind_of(text: Sequence[Paragraph], head: Head) -> DocumentKind:
    """What the document is, by its own head; a plan that is merely cited makes no plan."""
    title = fold(head.heading.title or "")
    if head.type_name == "KẾ HOẠCH":
        return "plan"
    if head.type_name == "QUYẾT ĐỊNH" and PROCEDURES.search(title):
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


def without_furniture(text: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The document proper: nothing of the web page around it."""
    inside = [p for p in text if not FURNITURE.match(p.text)]
    return tuple(inside)


def body_of(text: tuple[Paragraph, ...], head: Head, left_out: int) -> tuple[Paragraph, ...]:
    """From the first heading or label after the preamble to the list of recipients."""
    start = head.body_starts if head.body_starts < len(text) else 0
    end = next(
        (i for i in range(start, len(text)) if END_OF_BODY.match(text[i].text)), len(text)
    )
    return text[start:end]


def legal_basis(head: Head, text: Sequence[Paragraph], tables: Sequence[TaskTable]) -> tuple[str, ...]:
    """Every number cited, once, without the document's own."""
    cells = [cell for table in tables for row in table.rows for cell in row.cells.values()]
    own = number_key(head.heading.number or "")
    found: dict[str, str] = {}
    for number in cited([*(p.text for p in text), *cells]):
        if number_key(number) != own:
            found.setdefault(number_key(number), number)
    return tuple(found.values())


def with_paths_once(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Tasks whose paths are unique: a second one of a path gets a count."""
    from dataclasses import replace

    seen: dict[str, int] = {}
    unique = []
    for task in tasks:
        count = seen[task.path] = seen.get(task.path, 0) + 1
        unique.append(task if count == 1 else replace(task, path=f"{task.path} ({count})"))
    return tuple(unique)


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


def prose_of(root: Unit, owner: tuple[str, ...] = ()) -> Iterator[tuple[str, Paragraph, tuple[str, ...]]]:
    """Path, paragraph and agency of what stands under organisation, funding and reports."""
    for unit in root.children:
        is_heading = is_agency_heading(unit)
        below = split_agencies(heading_name(unit.text)) if is_heading else owner
        if unit.kind in ("organise", "report", "funding"):
            if not is_heading:
                yield unit.path, Paragraph(unit.line, unit.text), owner
            for paragraph in unit.body:
                yield unit.path, paragraph, below
        yield from prose_of(unit, below)
