"""What is odd about a document and should be looked at by a person.

Every check is a sentence about the source; nothing is repaired here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.importers.appendix import TaskTable, group_numbering, is_group
from generator.importers.duties import due_time
from generator.importers.findings import Period, ReportDuty, Task
from generator.importers.heading import Head
from generator.importers.labels import normal
from generator.importers.lines import Broken, Paragraph
from generator.importers.outline import DASH, INLINE, ROMAN, Label, Unit
from generator.importers.source import Remark, SourceText
from generator.importers.tasks import has_task_labels
from generator.vietnamese.document_numbers import find_numbers
from generator.vietnamese.letters import regex
from generator.vietnamese.syllables import stuck_words

MOST_LISTED = 6  # places named in one sentence; the rest is counted

# Words of the two-tier reform and of the mergers of 2025: what they name no longer exists.
ABOLISHED = re.compile(
    r"Sở Thông tin và Truyền thông|Sở Lao động - Thương binh và Xã hội|"
    r"Sở Nông nghiệp và Phát triển nông thôn|Ban Dân tộc|[Pp]hòng Tư pháp|cấp huyện|\bhuyện\b|"
    r"thị trấn"
)
OLD_LEVELS = re.compile(r"mức độ [34]\b")
LOWER_AFTER_STOP = regex(r"(?<=[<lower>][<lower>])\. (?!v\.v)[<lower>]{2,15}")
PARTY_WITH_SLASH = re.compile(r"\d+/(?:NQ|CT|KL|QĐ|TB|KH|CTr)-T[WU]")
PENDING = re.compile(r"\bkhi [^,;.]{3,80}? ban hành\b")
MARKDOWN = re.compile(r"\*\*|^\s*#{1,6}\s(?!SOURCE)|^\s*\*\S")
FURNITURE_INSIDE = re.compile(r"Tải về|Hình từ Internet")
FOOTNOTE = re.compile(r"\[\d{1,2}\]")

# Short forms that every reader of this field knows.
SHORT_FORMS = """
    UBND HĐND PBGDPL TGPL MTTQ UBMTTQ UBMTTQVN TTHC QPPL BHXH THPT THCS PTTH TTTT MTQG VPUB TAND
    VKSND KHCN ĐBQH
"""
KNOWN_SHORT_FORMS = frozenset(SHORT_FORMS.split())


@dataclass(frozen=True)
class Evidence:
    """Everything the checks may look at."""

    source: SourceText
    text: tuple[Paragraph, ...]
    broken: tuple[Broken, ...]
    head: Head
    root: Unit
    tasks: tuple[Task, ...]
    tables: tuple[TaskTable, ...]
    duties: tuple[ReportDuty, ...]
    period: Period | None
    copy_cut_at: int | None
    furniture: tuple[Paragraph, ...]


def oddities_of_plan(evidence: Evidence) -> tuple[Remark, ...]:
    """All remarks on a plan: on its head first, then in the order of the checks."""
    return tuple(remark for check in CHECKS for remark in check(evidence))


# The head and the foot


def head_is_complete(e: Evidence) -> Iterator[Remark]:
    """Number, date, issuer, title and signer stand where they belong."""
    heading = e.head.heading
    if e.head.number_blank:
        yield Remark("import-number-blank")
    elif heading.number is None:
        yield Remark("import-number-missing")
    if heading.issued_on is None:
        yield Remark("import-date-missing")
    elif e.head.day_blank:
        yield Remark("import-day-blank", values={"date": heading.issued_on})
    if heading.issuer is None:
        yield Remark("import-issuer-missing")
    elif e.head.issuer_from_prose:
        yield Remark("import-issuer-from-prose", values={"issuer": heading.issuer})


def title_and_signer_stand_in_the_document(e: Evidence) -> Iterator[Remark]:
    """Title and signer are in the document itself, not only in the portal's lines around it."""
    if e.head.heading.title is None:
        yield Remark("import-title-missing")
    elif e.head.title_from_portal:
        yield Remark("import-title-from-portal")
    if e.head.heading.signer is None:
        yield Remark("import-signer-missing")
    elif e.head.signer_from_portal:
        yield Remark("import-signer-from-portal", values={"signer": e.head.heading.signer})


# The text as it was handed down


def body_is_printed_once(e: Evidence) -> Iterator[Remark]:
    """The body stands in the file once."""
    if e.copy_cut_at is not None:
        yield Remark("import-body-twice", e.copy_cut_at)


def sentences_are_whole(e: Evidence) -> Iterator[Remark]:
    """No sentence is cut by a blank line or goes on in lower case after a full stop."""
    for broken in e.broken:
        yield Remark("import-sentence-cut", broken.line)
    for unit in e.root.walk():
        found = LOWER_AFTER_STOP.search(unit.text)
        if found:
            words = unit.text[max(0, found.start() - 20) : found.end()].partition(" ")[2]
            yield Remark("import-lower-case-after-stop", unit.line, {"words": words})


def furniture_is_left_out(e: Evidence) -> Iterator[Remark]:
    """Lines of the web page around the document are named."""
    if e.furniture:
        yield furniture_remark(e.furniture)


def furniture_remark(furniture: Sequence[Paragraph]) -> Remark:
    """One remark on all lines of the web page."""
    first = furniture[0]
    return Remark(
        "import-furniture", first.line, {"count": len(furniture), "words": first.text[:60]}
    )


def letters_are_composed(e: Evidence) -> Iterator[Remark]:
    """Letters with marks are one sign each, and no Markdown is left."""
    decomposed = [line.number for line in e.source.lines if is_decomposed(line.text)]
    if decomposed:
        yield Remark("import-decomposed", decomposed[0], {"count": len(decomposed)})
    residue = [line.number for line in e.source.lines if MARKDOWN.search(line.text)]
    if residue:
        yield Remark("import-markdown", residue[0], {"count": len(residue)})


def is_decomposed(text: str) -> bool:
    """Does the text hold a letter apart from its mark?"""
    return not text.isascii() and not unicodedata.is_normalized("NFC", text)


def words_are_apart(e: Evidence) -> Iterator[Remark]:
    """No two words are stuck together."""
    for paragraph in e.text:
        for stuck in stuck_words(paragraph.text):
            yield Remark("import-stuck-words", paragraph.line, {"word": stuck})


def footnotes_are_named(e: Evidence) -> Iterator[Remark]:
    """Marks of footnotes inside cells and sentences were taken out."""
    noted = [
        row.line
        for t in e.tables
        for row in t.rows
        if FOOTNOTE.search(" ".join(row.cells.values()))
    ]
    noted += [p.line for p in e.text if re.search(r"\S\[\d{1,2}\]", p.text)]
    if noted:
        yield Remark("import-footnote", noted[0], {"count": len(noted)})


# Headings


def headings_are_all_there(e: Evidence) -> Iterator[Remark]:
    """No heading was lost, and no section number comes twice."""
    for unit in e.root.walk():
        if unit.lost:
            key = "import-section-lost" if unit.rank == ROMAN else "import-heading-lost"
            yield Remark(key, unit.line, {"number": unit.marker or "?"})
    seen: set[str] = set()
    for section in e.root.children:
        if section.rank == ROMAN and section.marker in seen:
            yield Remark("import-section-twice", section.line, {"number": section.marker})
        seen.add(section.marker)


def numbers_are_written_one_way(e: Evidence) -> Iterator[Remark]:
    """All "1.1." have their last full stop, or none has."""
    dotted = [p for p in e.text if re.match(r"\d{1,2}(?:\.\d{1,2})+\.\s", p.text)]
    bare = [p for p in e.text if re.match(r"\d{1,2}(?:\.\d{1,2})+\s", p.text)]
    if dotted and bare and len(bare) < len(dotted):
        for paragraph in bare:
            yield Remark(
                "import-number-without-dot", paragraph.line, {"words": paragraph.text[:30]}
            )


# Labels, owners, times


def tasks_say_who_and_when(e: Evidence) -> Iterator[Remark]:
    """Tasks carry owners, times and outputs."""
    if not e.tasks:
        yield Remark("import-no-tasks")
        return
    told = [any((t.time, t.outputs, t.owner_source == "label")) for t in e.tasks]
    if not any(told):
        yield Remark("import-no-labels")
    elif not any(task.outputs for task in e.tasks):
        yield Remark("import-no-outputs")


def owners_stand_in_labels(e: Evidence) -> Iterator[Remark]:
    """In a section with labels, every task has its own, for owners and for time."""
    units: dict[str, Unit] = {}
    for section in e.root.children:
        inside = {unit.path: unit for unit in section.walk() if unit.kind == "content"}
        if any(map(has_task_labels, inside.values())):
            units |= inside
    for task in e.tasks:
        if task.path not in units:
            continue
        if task.owner_source in ("sentence", "bullets"):
            yield Remark(f"import-owners-from-{task.owner_source}", task.line, {"path": task.path})
        if not task.time and not has_task_labels(units[task.path]):
            yield Remark("import-task-without-labels", task.line, {"path": task.path})


def labels_are_clear(e: Evidence) -> Iterator[Remark]:
    """A label names leads or partners, not both; one block of labels is for one bullet."""
    for unit in e.root.walk():
        for label in unit.values("leads", "actors"):
            clauses = [c for c in re.split(r"[;\n]", label.value) if c.strip()]
            if len(clauses) > 1 and any("chủ trì" in clause for clause in clauses):
                yield Remark("import-mixed-label", label.line, {"path": unit.path})
        yield from shared_blocks(unit)


def shared_blocks(unit: Unit) -> Iterator[Remark]:
    """Bullets that share one block of labels with those before them."""
    waiting = 0
    for child in unit.children:
        if child.rank != DASH:
            return
        waiting += 1
        if has_task_labels(child):
            if waiting > 1:
                yield Remark(
                    "import-shared-block", child.line, {"path": unit.path, "count": waiting}
                )
            waiting = 0


def labels_are_spelled_one_way(e: Evidence) -> Iterator[Remark]:
    """One label has one spelling and one name in the whole plan."""
    labels = [label for unit in e.root.walk() for label in unit.labels]
    spellings = Counter(spelling(label) for label in labels)
    usual: dict[str, int] = {}
    for label in labels:
        name = normal(label.label)
        usual[name] = max(usual.get(name, 0), spellings[spelling(label)])
    rare = {spelling(label): label for label in reversed(labels)}
    for words, label in rare.items():
        if spellings[words] < usual[normal(label.label)]:
            yield Remark("import-label-spelling", label.line, {"label": label.label})
    for role in ("time", "leads", "partners"):
        names = {normal(label.label): label.label for label in labels if label.role == role}
        if len(names) > 1:
            listed = "; ".join(list(names.values())[:MOST_LISTED])
            yield Remark("import-label-names", values={"labels": listed})


def spelling(label: Label) -> str:
    """A label as it is spelled, capitals and brackets left aside."""
    return re.sub(r"\([^()]*\)", "", label.label).lower().strip()


def labels_have_their_dash(e: Evidence) -> Iterator[Remark]:
    """Where labels are bullets, all of them are."""
    labels = [label for unit in e.root.walk() for label in unit.labels]
    bare = [label for label in labels if label.rank == INLINE + 1]
    if len(bare) * 3 < len(labels):
        for label in bare:
            yield Remark("import-label-without-dash", label.line, {"label": label.label})


def times_are_given_once(e: Evidence) -> Iterator[Remark]:
    """A task has one time."""
    for unit in e.root.walk():
        times = [label for label in unit.values("time") if label.value]
        if len(times) > 1:
            values = " / ".join(label.value.strip(" .") for label in times)
            yield Remark("import-two-times", times[1].line, {"path": unit.path, "times": values})


def times_are_understood(e: Evidence) -> Iterator[Remark]:
    """Every time became days, or a kind; "giai đoạn" says which years."""
    for task in e.tasks:
        if task.time is None:
            continue
        values = {"path": task.path, "time": task.time.as_written}
        if task.time.kind is None:
            yield Remark("import-time-not-understood", task.line, values)
        elif re.search(r"giai đoạn(?!\W*\d)", task.time.as_written, re.IGNORECASE):
            yield Remark("import-period-without-years", task.line, values)


def times_lie_in_the_period(e: Evidence) -> Iterator[Remark]:
    """Times lie within the plan's period; without one, not before the plan was signed."""
    for task in e.tasks:
        if task.time is None or task.time.kind is None:
            continue
        values = {"path": task.path, "time": task.time.as_written}
        first, last = task.time.first_day, task.time.last_day
        if e.period and is_outside(first, last, e.period):
            yield Remark(
                "import-time-outside", task.line, {**values, "period": period_words(e.period)}
            )
        elif e.period and last is None and first and "tiếp theo" in task.time.as_written:
            yield Remark(
                "import-time-beyond", task.line, {**values, "period": period_words(e.period)}
            )
        elif last is None and first and starts_before(first, e.head.heading.issued_on):
            yield Remark("import-open-ended", task.line, values)
        elif last and starts_before(last, e.head.heading.issued_on):
            yield Remark("import-time-before-issue", task.line, values)


def is_outside(first: date | None, last: date | None, period: Period) -> bool:
    """Does a time begin or end outside the period of the plan?"""
    return any(not period.holds(day) for day in (first, last) if day)


def period_words(period: Period) -> str:
    """The period in figures, years or months where these are whole."""
    first, last = period.ends
    return first if first == last else f"{first}-{last}" if len(first) == 4 else f"{first} – {last}"


def starts_before(day: date, issued_on: str | None) -> bool:
    """Is the day before the day of issue, which may be known to the month only?"""
    return issued_on is not None and day.isoformat()[: len(issued_on)] < issued_on


def work_comes_in_order(e: Evidence) -> Iterator[Remark]:
    """What has to be done once begins before the lasting work that stands after it."""
    for place, task in enumerate(e.tasks):
        if task.time is None or task.time.kind != "range" or task.time.first_day is None:
            continue
        heading = task.path.rpartition(".")[0]
        for following in e.tasks[place + 1 : place + 6]:
            same_heading = following.path.rpartition(".")[0] == heading
            goes_on = following.time.first_day if following.time else None
            lasting = following.time is not None and following.time.kind == "ongoing"
            if same_heading and lasting and goes_on and goes_on < task.time.first_day:
                values = {"path": task.path, "time": task.time.as_written, "next": following.path}
                yield Remark("import-late-before-lasting", task.line, values)
                break


def reports_lie_in_the_period(e: Evidence) -> Iterator[Remark]:
    """Days of reports lie within the plan's period."""
    for duty in e.duties:
        due = due_time(duty.due or "")
        if e.period and is_outside(due.first_day, due.last_day, e.period):
            values = {"due": duty.due or "", "period": period_words(e.period)}
            yield Remark("import-report-outside", duty.line, values)


def conditions_are_named(e: Evidence) -> Iterator[Remark]:
    """Work that waits for documents still to be issued is named."""
    units = {unit.path: unit for unit in e.root.walk() if unit.kind == "content"}
    for task in e.tasks:
        unit = units.get(task.path)
        texts = [unit.text, *(p.text for p in unit.body)] if unit and not task.time else []
        found = next((m for text in texts if (m := PENDING.search(text))), None)
        if found:
            yield Remark("import-depends", task.line, {"path": task.path, "words": found[0]})


# Tables


def tables_are_whole(e: Evidence) -> Iterator[Remark]:
    """Rows have their numbers and cells, groups have their numbers and titles."""
    for table in e.tables:
        for row in table.rows:
            if row.merged:
                yield Remark(
                    "import-merged-row", row.line, {"text": row.cells.get("content", "")[:60]}
                )
            elif is_group(row, None) and not row.cells.get("content"):
                yield Remark(
                    "import-group-without-title", row.line, {"number": row.cells.get("number", "")}
                )
        if group_numbering(table) == "lost":
            yield Remark("import-group-numbers-lost", table.line)


# Words


def short_forms_are_spelled_out(e: Evidence) -> Iterator[Remark]:
    """Every short form is explained somewhere, or known to all."""
    whole = "\n".join(p.text for p in e.text)
    explained = set(re.findall(r"\(([^()]{2,60})\)", whole))
    told = {word for aside in explained for word in re.findall(r"[A-ZĐ&]{3,}", aside)}
    for unit in e.root.walk():
        for text in (unit.text, *(label.value for label in unit.labels)):
            for word in unknown_short_forms(text):
                if word not in told:
                    told.add(word)
                    yield Remark("import-short-form", unit.line, {"word": word})


def unknown_short_forms(text: str) -> Iterator[str]:
    """Words in capitals within a sentence that is not itself in capitals; numbers left aside."""
    if text.isupper():
        return
    numbers = " ".join(number.printed for number in find_numbers(text))
    for word in re.findall(r"(?<![\w/&.-])[A-ZĐ]{4,8}(?![\w/&-])", text):
        roman = re.fullmatch(r"[IVXLC]+", word)
        if not roman and word not in KNOWN_SHORT_FORMS and word not in numbers:
            yield word


def words_are_of_today(e: Evidence) -> Iterator[Remark]:
    """Agencies, levels and grades of service that no longer exist are named."""
    found = Counter(m[0] for p in e.text for m in ABOLISHED.finditer(p.text))
    if found:
        yield Remark("import-abolished", values={"names": ", ".join(sorted(found)[:MOST_LISTED])})
    level = next((p for p in e.text if OLD_LEVELS.search(p.text)), None)
    if level:
        yield Remark("import-old-levels", level.line)


def cited_numbers_are_regular(e: Evidence) -> Iterator[Remark]:
    """Numbers are written as their issuers write them."""
    seen: set[str] = set()
    for paragraph in e.text:
        for number in find_numbers(paragraph.text):
            odd = number.irregular or PARTY_WITH_SLASH.fullmatch(number.written)
            if odd and number.printed not in seen:
                seen.add(number.printed)
                yield Remark("import-number-irregular", paragraph.line, {"number": number.printed})


Check = Callable[[Evidence], Iterator[Remark]]
CHECKS: tuple[Check, ...] = (
    head_is_complete,
    title_and_signer_stand_in_the_document,
    body_is_printed_once,
    headings_are_all_there,
    sentences_are_whole,
    tasks_say_who_and_when,
    owners_stand_in_labels,
    labels_are_clear,
    times_are_given_once,
    times_are_understood,
    times_lie_in_the_period,
    work_comes_in_order,
    reports_lie_in_the_period,
    conditions_are_named,
    tables_are_whole,
    cited_numbers_are_regular,
    short_forms_are_spelled_out,
    words_are_of_today,
    labels_are_spelled_one_way,
    labels_have_their_dash,
    numbers_are_written_one_way,
    words_are_apart,
    footnotes_are_named,
    letters_are_composed,
    furniture_is_left_out,
)


def oddities_of_news(
    text: Sequence[Paragraph],
    number: str | None,
    furniture: Sequence[Paragraph],
    tasks: Sequence[Task],
) -> Iterator[Remark]:
    """What a reader of a news item about a plan must know."""
    yield Remark("import-news", text[0].line if text else None, {"number": number or "?"})
    yield Remark("import-signer-missing")
    if tasks:
        yield Remark("import-inline-tasks", tasks[0].line, {"count": len(tasks)})
    if furniture:
        yield furniture_remark(furniture)


def oddities_of_no_plan(
    head: Head, text: Sequence[Paragraph], furniture: Sequence[Paragraph]
) -> Iterator[Remark]:
    """Why a document is taken for no plan."""
    if head.type_name:
        yield Remark("import-other-kind", values={"kind": head.type_name})
    else:
        yield Remark("import-no-plan")
    cited = next(
        ((p.line, n.written) for p in text for n in find_numbers(p.text) if "/KH-" in n.written),
        None,
    )
    if cited and head.type_name is None:
        yield Remark("import-only-cites", cited[0], {"number": cited[1]})
    around = [*furniture, *(p for p in text if FURNITURE_INSIDE.search(p.text))]
    if around:
        yield furniture_remark(sorted(around, key=lambda p: p.line))
