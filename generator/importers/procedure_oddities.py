"""What is odd about a decision that announces procedures and should be looked at by a person."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from generator.importers.findings import Procedure
from generator.importers.oddities import (
    Evidence,
    cited_numbers_are_regular,
    furniture_is_left_out,
    head_is_complete,
    letters_are_composed,
    title_and_signer_stand_in_the_document,
    words_are_of_today,
)
from generator.importers.procedure_columns import CODE, stem_of
from generator.importers.source import Remark
from generator.vietnamese.folding import fold
from generator.vietnamese.time_limits import clauses_of, limits_in, read_time_limits

OnlineLevel = Literal["full", "partial"]

APPENDIX = re.compile(
    r"\b(?P<name>Phụ lục (?:[IVX]{1,5}|\d{1,2})\b)(?! (?:ban hành )?kèm theo (?:Nghị|Thông))"
)
APPENDIX_HERE = re.compile(r"PHỤ LỤC (?:[IVX]{1,5}|\d{1,2})\b")
FIRST_ARTICLE = re.compile(r"Điều 1\b")
NEXT_ARTICLE = re.compile(r"Điều 2\b|Nơi nhận\b")
ANNOUNCED = re.compile(
    r"(?<![\d/.])(?P<count>\d{1,3})(?: \([^()]{2,40}\))? (?:thủ tục|TTHC)\b(?! số)"
)
DUTY_OF_APPLICANT = re.compile(r"\bphai (?:gui|nop)\b")
OLD_LEVEL = re.compile(r"muc do (?P<level>[34])\b|^(?:muc )?(?P<alone>[34])$")
# Words that no sentence has twice running, except by a slip.
TWICE = re.compile(
    r"\b(?P<word>ngày|tháng|năm|thông|của|các|và|tại|theo|trong|được|cho|với|quy|định|hành|chính|bộ)"
    r" (?P=word)\b",
    re.IGNORECASE,
)
SUM = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3}){1,4}(?!\.?\d)|(?<!\d)\d{4,9}(?= ?đ)")
FREE = re.compile(r"(?:khong(?: thu| mat| co)?|mien|chua thu)(?: phi| le phi|,| va|/)*")
WORDS_SHOWN = 60

Found = Sequence[Procedure]


def oddities_of_decision(e: Evidence, procedures: Found) -> tuple[Remark, ...]:
    """All remarks on a decision: on its head, on the procedures, on its words."""
    first = (r for check in CHECKS_OF_HEAD for r in check(e))
    about = (r for check in CHECKS_OF_LIST for r in check(procedures))
    last = (r for check in CHECKS_OF_TEXT for r in check(e))
    return (*first, *parts_are_there(e, procedures), *about, *last)


def parts_are_there(e: Evidence, procedures: Found) -> Iterator[Remark]:
    """What the decision announces is in the file: appendices, and as many procedures."""
    if not procedures:
        yield Remark("import-no-procedures")
    article = article_one(e)
    here = {fold(m[0]) for p in e.text for m in APPENDIX_HERE.finditer(p.text)}
    named = {m["name"]: line for line, text in article for m in APPENDIX.finditer(text)}
    for name, line in named.items():
        if fold(name) not in here:
            yield Remark("import-appendix-absent", line, {"name": name})
    counts = [int(m["count"]) for _, text in article for m in ANNOUNCED.finditer(text)]
    if counts and procedures and len(procedures) not in (*counts, sum(counts)):
        told = ", ".join(map(str, counts))
        yield Remark(
            "import-procedure-count", article[0][0], {"told": told, "found": len(procedures)}
        )


def article_one(e: Evidence) -> list[tuple[int, str]]:
    """The paragraphs of Điều 1, with their lines."""
    texts = [(p.line, p.text) for p in e.text]
    begins = next((i for i, (_, text) in enumerate(texts) if FIRST_ARTICLE.match(text)), len(texts))
    rest = texts[begins:]
    ends = next((i for i, (_, text) in enumerate(rest) if NEXT_ARTICLE.match(text)), len(rest))
    return rest[:ends]


def procedures_have_codes(procedures: Found) -> Iterator[Remark]:
    """Every procedure has a code, and no two have the same."""
    bare = [one for one in procedures if not one.code]
    if bare and len(bare) == len(procedures):
        yield Remark("import-procedures-without-codes", bare[0].line)
        return
    for one in bare:
        yield Remark("import-procedure-without-code", one.line, {"number": called(one)})
    stems = Counter(stem_of(one.code) for one in procedures if one.code)
    seen: set[str] = set()
    for one in procedures:
        stem = stem_of(one.code)
        if stem in seen and stems[stem] > 1:
            yield Remark("import-procedure-code-twice", one.line, {"code": one.code})
        seen.add(stem)


def codes_are_national(procedures: Found) -> Iterator[Remark]:
    """The endings that a province puts to codes are told."""
    tails: dict[str, list[int]] = {}
    for one in procedures:
        found = CODE.fullmatch(one.code or "")
        if found and found["tail"]:
            tails.setdefault(found["tail"], []).append(one.line)
    for tail, lines in tails.items():
        values = {"count": len(lines), "tail": tail}
        yield Remark("import-procedure-local-codes", lines[0], values)


def limits_are_clear(procedures: Found) -> Iterator[Remark]:
    """A cell gives one limit, that of the office, in words that are understood."""
    given = [one for one in procedures if one.time_limit]
    for one in procedures:
        if one.time_limit:
            yield from about_limit(one, one.time_limit)
        elif given and one.change != "abolished":
            yield Remark("import-procedure-limit-missing", one.line, {"number": called(one)})
    from_flow = [one.line for one in procedures if one.time_from_flow]
    if from_flow:
        yield Remark("import-procedure-time-from-flow", values={"count": len(from_flow)})


def about_limit(procedure: Procedure, words: str) -> Iterator[Remark]:
    """What is odd about the words of one time limit."""
    number = {"number": called(procedure)}
    read = read_time_limits(words)
    if len(read.limits) > 1:
        values = {**number, "count": len(read.limits)}
        yield Remark("import-procedure-two-limits", procedure.line, values)
    for clause in clauses_of(words):
        shown = {**number, "words": clause[:WORDS_SHOWN]}
        if DUTY_OF_APPLICANT.search(fold(clause)):
            key = "of-applicant" if any(limits_in(clause)) else "without-time"
            yield Remark(f"import-procedure-limit-{key}", procedure.line, shown)
    if not read.limits:
        shown = {**number, "words": words[:WORDS_SHOWN]}
        yield Remark("import-procedure-limit-not-understood", procedure.line, shown)


def fees_are_told(procedures: Found) -> Iterator[Remark]:
    """Where some procedures have a fee, or the word that there is none, all of them have."""
    if not any(one.fee for one in procedures):
        return
    for one in procedures:
        if not one.fee and one.change != "abolished":
            yield Remark("import-procedure-fee-empty", one.line, {"number": called(one)})


def lists_agree_with_texts(procedures: Found) -> Iterator[Remark]:
    """A list and the full text behind it tell one limit and one fee; the list is taken."""
    for one in procedures:
        for kind, listed in (("limit", one.time_limit), ("fee", one.fee)):
            for part in one.parts:
                words = " ".join(part.paragraphs)
                if part.kind == kind and listed and differ(kind, listed, words):
                    values = {
                        "number": called(one),
                        "listed": listed[:WORDS_SHOWN],
                        "line": part.line,
                        "words": words[:WORDS_SHOWN],
                    }
                    yield Remark(f"import-procedure-{kind}-differs", one.line, values)


def differ(kind: str, one: str, other: str) -> bool:
    """Do both tell amounts, and not one that is in both?"""
    amounts = amounts_of_limit if kind == "limit" else amounts_of_fee
    a, b = amounts(one), amounts(other)
    return bool(a and b) and not a & b


def amounts_of_limit(words: str) -> frozenset[object]:
    """The time limits of a text: numbers with their units."""
    return frozenset((limit.value, limit.unit) for limit in read_time_limits(words).limits)


def amounts_of_fee(words: str) -> frozenset[object]:
    """The sums of a text in đồng; 0 where all it says is that there is none."""
    sums = (found.replace(".", "") for found in SUM.findall(words))
    return frozenset(sums) or frozenset({"0"} if FREE.fullmatch(fold(words).strip(" .")) else ())


def rows_are_whole(procedures: Found) -> Iterator[Remark]:
    """No row lacks cells."""
    for one in procedures:
        if one.merged:
            yield Remark("import-procedure-merged-cells", one.line, {"number": called(one)})


def online_levels_are_of_today(procedures: Found) -> Iterator[Remark]:
    """Levels 3 and 4 of online service have had other names since 2022."""
    for one in procedures:
        level = online_level(one)
        if level:
            values = {"number": called(one), "words": (one.online or one.note or "")[:WORDS_SHOWN]}
            yield Remark(f"import-procedure-level-{level}", one.line, values)


def online_level(procedure: Procedure) -> OnlineLevel | None:
    """Today's name of an old level: 4 is full, 3 is partial (Nghị định 42/2022/NĐ-CP)."""
    for text in (procedure.online, procedure.note):
        found = OLD_LEVEL.search(fold(text or "").strip(" ."))
        if found:
            return "full" if "4" in (found["level"], found["alone"]) else "partial"
    return None


def words_stand_once(e: Evidence) -> Iterator[Remark]:
    """No word is printed twice running."""
    told: set[str] = set()
    for line, text in texts_with_lines(e):
        for found in TWICE.finditer(text):
            if found[0].lower() not in told:
                told.add(found[0].lower())
                yield Remark("import-word-twice", line, {"words": found[0]})


def texts_with_lines(e: Evidence) -> Iterable[tuple[int, str]]:
    """Every paragraph and the line on which it begins."""
    return ((p.line, p.text) for p in e.text)


def called(procedure: Procedure) -> str:
    """How a procedure is called in a remark: its number, else its code or its name."""
    name = re.sub("^thủ tục:? ", "", procedure.name, flags=re.IGNORECASE)
    return procedure.number or procedure.code or name[:WORDS_SHOWN]


Check = Callable[[Evidence], Iterator[Remark]]
CHECKS_OF_HEAD: tuple[Check, ...] = (head_is_complete, title_and_signer_stand_in_the_document)
CHECKS_OF_LIST: tuple[Callable[[Found], Iterator[Remark]], ...] = (
    procedures_have_codes,
    codes_are_national,
    limits_are_clear,
    fees_are_told,
    lists_agree_with_texts,
    rows_are_whole,
    online_levels_are_of_today,
)
CHECKS_OF_TEXT: tuple[Check, ...] = (
    cited_numbers_are_regular,
    words_are_of_today,
    words_stand_once,
    letters_are_composed,
    furniture_is_left_out,
)
