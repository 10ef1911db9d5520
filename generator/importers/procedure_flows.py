"""Flows of working steps: each is for one procedure and ends with the whole time it takes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from generator.importers.findings import Procedure
from generator.importers.procedure_columns import CODE, code_in, stem_of
from generator.importers.procedure_tables import Cell, cells_of, headings_in
from generator.importers.source import Line
from generator.vietnamese.folding import fold

TOTAL = re.compile(r"tong (?:cong )?(?:so )?(?:thoi gian|thoi han|ngay)\b")
ABOUT_FLOW = re.compile(r"\b(?:quy trinh|thu tuc|tthc)\b")
CASE = re.compile(
    r"^(?P<case>(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})?)[.)]\s+(?:Đối với|Trường hợp)\b.{0,250})"
)
BEFORE_CODE = re.compile(r"[-–(\[\s]{0,3}(?:mã[\w\s]{0,25}:?\s?)?$", re.IGNORECASE)
QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{3,600})[”\"]\s*$")
BEFORE_NAME = re.compile(
    r"(?:thủ tục hành chính|TTHC|thủ tục)(?: số \d{1,3})?\s*:\s*"
    r"|(?:^|\s)\d{1,3}\s?[.:]\s+",
    re.IGNORECASE,
)
CELLS_AFTER = 4  # between "Tổng thời gian" and the time itself
LONGEST_TOTAL = 120


def total_times(lines: Sequence[Line]) -> Mapping[str, str]:
    """The whole time of each flow, by the stem of the procedure's code; its cases side by side."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for stem, case, time in totals_in(list(cells_of(lines))):
        found[stem].setdefault(case, time)
    return {stem: told(cases) for stem, cases in found.items()}


def told(cases: Mapping[str, str]) -> str:
    """One time, or the times of several cases."""
    if len(set(cases.values())) == 1:
        return next(iter(cases.values()))
    return "; ".join(f"{case}: {time}" if case else time for case, time in cases.items())


def totals_in(cells: Sequence[Cell]) -> Iterator[tuple[str, str, str]]:
    """Stem, case and time of every total, in order."""
    stem = case = ""
    for place, cell in enumerate(cells):
        titles = flow_titles(cell)
        if titles:
            stem, case = titles[-1], ""
        case = case_in(cell) or case
        time = total_at(cells, place)
        if stem and time:
            yield stem, case, time


def flow_procedures(lines: Sequence[Line]) -> Iterator[Procedure]:
    """The procedures that the titles above tables of steps name, where nothing else lists them."""
    cells = list(cells_of(lines))
    for heading in headings_in(cells):
        title = cells[heading.begins - 1] if heading.begins and not heading.columns else None
        codes = list(CODE.finditer(title.plain)) if title else []
        if title and codes:
            name = named_before(title.plain[: codes[-1].start()])
            code = code_in(codes[-1].group())
            if name:
                yield Procedure(code=code, name=name, line=line_of(title, code))


def named_before(text: str) -> str:
    """The name that stands in front of a code: in quotation marks, or after the last heading."""
    plain = BEFORE_CODE.sub("", text).strip()
    quoted = QUOTED.search(plain)
    if quoted:
        return quoted["name"].strip(" .")
    starts = [found.end() for found in BEFORE_NAME.finditer(plain)]
    return plain[starts[-1] if starts else len(plain) :].strip(" .:-")


def line_of(title: Cell, code: str | None) -> int:
    """The line on which a code stands in a title of several lines, as far as they are adjacent."""
    lines = title.text.split("\n")
    return title.line + next((i for i, line in enumerate(lines) if code and code in line), 0)


def flow_titles(cell: Cell) -> list[str]:
    """The codes of procedures whose flow a title between tables announces."""
    text = cell.plain
    if not CODE.search(text) or not ABOUT_FLOW.search(fold(text)):
        return []
    return [stem_of(code_in(found.group())) for found in CODE.finditer(text)]


def case_in(cell: Cell) -> str | None:
    """The case that the last lines of a title name, such as "b) Đối với trường hợp giải thể"."""
    lines = cell.text.split("\n")
    begins = [place for place, line in enumerate(lines) if CASE.match(line)]
    found = CASE.match(" ".join(lines[begins[-1] :])) if begins else None
    return found["case"].strip(" :.") if found else None


def total_at(cells: Sequence[Cell], place: int) -> str | None:
    """The time beside or after "Tổng thời gian giải quyết"."""
    cell = cells[place]
    texts = [" ".join(text.split()) for text in cell.row] or [cell.plain]
    at = next((i for i, text in enumerate(texts) if TOTAL.match(fold(text[:200]))), None)
    if at is None:
        return None
    after = (one.plain for one in islice(cells, place + 1, place + CELLS_AFTER) if not cell.row)
    for text in (texts[at].partition(":")[2], *texts[at + 1 :], *after):
        if re.search(r"\d", text) and len(text) <= LONGEST_TOTAL:
            return text.strip(" .;")
    return None
