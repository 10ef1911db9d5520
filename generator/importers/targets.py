"""Targets: sentences that name a share or a figure to be reached."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise

from generator.importers.findings import Comparator, Target
from generator.vietnamese.letters import regex

# "ít nhất 10%", "từ 90% trở lên", "trên 80%", "≥ 30%", "100%"
SHARE = re.compile(
    r"(?P<before>ít nhất|tối thiểu|trên|từ|hơn|≥|>|dưới|<|không quá|tối đa|≤|khoảng|đạt|còn|"
    r"xuống)?\s{0,2}"
    r"(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?(?P<unit>%|phần trăm)(?P<after>\s*(?:trở lên))?",
    re.IGNORECASE,
)
# "đạt 2,1 con/phụ nữ", "ít nhất 02 hội nghị", "còn 1,7 lần": what is counted ends the clause, or
# stands before one of a few words.
FIGURE = regex(
    r"\b(?P<before>(?i:ít nhất|tối thiểu|trên|hơn|dưới|không quá|tối đa|đạt|còn|xuống))"
    r"\s(?:ở mức |khoảng |là )?(?P<value>\d{1,3}(?:\.\d{3}){0,2}(?:,\d{1,2})?)\s"
    r"(?P<unit>(?!(?:năm|tháng|ngày|tuần|giờ|phút|tuổi|tỷ|triệu|nghìn|đồng|điểm|phần)\b)"
    r"[<lower>]{1,8}(?: (?!vào|trong|trở|mỗi|được|cho|tại|về)[<lower>]{1,8}){0,3}"
    r"(?:/(?:[\d.]{1,9} )?[<lower>]{1,8}(?: (?!vào|trong|trở|sinh ra|được)[<lower>]{1,8}){0,2})?)"
    r"(?=[,;.)]|\s*\Z|\s(?:vào|trong|trở lên|mỗi|được|cho|tại|về|sinh ra)\b)"
)
COMPARATORS: dict[str, Comparator] = {
    "ít nhất": "at_least",
    "tối thiểu": "at_least",
    "từ": "at_least",
    "≥": "at_least",
    "trên": "more_than",
    "hơn": "more_than",
    ">": "more_than",
    "dưới": "less_than",
    "<": "less_than",
    "không quá": "at_most",
    "tối đa": "at_most",
    "≤": "at_most",
}
AIM = re.compile(
    r"phấn đấu|đạt|bảo đảm|đảm bảo|ít nhất|tối thiểu|trở lên|chỉ tiêu \d|xuống|tăng trên|100\s?%|"
    r"≥|trên \d",
    re.IGNORECASE,
)
NOT_AIM = re.compile(
    r"giảm \d+\s?% biên chế|hỗ trợ \d+\s?%|mức chi|kinh phí|điểm chuẩn|cộng \d+ điểm|"
    r"có thể điều chỉnh"
)
NONE_OF = re.compile(
    r"(?:^|[,;]\s*)(?P<text>không (?:có|để) (?P<unit>vụ việc|trường hợp|vụ) [^,;.]{3,80})"
)
LONGEST_PART = 500  # characters quoted before a figure, and after it
SHORTEST_PART = 15  # characters between two figures; "70%, 80% và 90%" is one part
MOST_FIGURES = 40  # in one clause; more are no targets
CLAUSE = re.compile(r"[;\n]|(?<=[^\d])\.\s|(?<=%)\.\s")


def targets_in(path: str, text: str) -> Iterator[Target]:
    """The targets of one text; a figure without an aim in its clause or before is none."""
    aimed = False
    for clause in CLAUSE.split(text):
        aimed = aimed or AIM.search(clause) is not None
        if not aimed or NOT_AIM.search(clause):
            continue
        for figure, words in figures_in(clause):
            yield target_of(path, figure, words)
        yield from none_allowed(path, clause)


def figures_in(clause: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every share and figure with its part of the clause: "trên 80% các xã và 100% các chợ"."""
    every = chain(SHARE.finditer(clause), FIGURE.finditer(clause))
    figures = sorted(islice(every, MOST_FIGURES), key=re.Match.start)
    starts = [0]
    for one, other in pairwise(figures):
        gap = clause[one.end() : other.start()]
        new = len(gap) > SHORTEST_PART and gap.rstrip().endswith((",", " và"))
        starts.append(other.start() if new else starts[-1])
    for figure, start in zip(figures, starts, strict=False):
        end = next((later for later in starts if later > start), len(clause))
        part = clause[max(start, figure.start() - LONGEST_PART) : end][: 2 * LONGEST_PART]
        yield figure, part.strip(" -+.,…").removesuffix(" và")


def target_of(path: str, figure: re.Match[str], words: str) -> Target:
    """The target of one share or figure, told in these words."""
    comparator: Comparator = COMPARATORS.get((figure["before"] or "").lower(), "exactly")
    at_least = re.search(r"ít nhất|tối thiểu", shortly_before(figure)) is not None
    if (comparator == "exactly" and at_least) or (figure.re is SHARE and figure["after"]):
        comparator = "at_least"
    unit = "%" if figure.re is SHARE else figure["unit"]
    return Target(path, words, comparator, number_of(figure), unit)


def number_of(figure: re.Match[str]) -> float:
    """The number: "2,1" has a decimal comma; "1.500" counts in thousands, "12.5" of a share not."""
    value = figure["value"]
    if figure.re is FIGURE:
        value = value.replace(".", "")
    return float(value.replace(",", "."))


def shortly_before(share: re.Match[str]) -> str:
    """The few words before a share: "ít nhất vào năm 2025 đạt 40%"."""
    return share.string[max(0, share.start() - 25) : share.start()].lower().rpartition(",")[2]


def none_allowed(path: str, clause: str) -> Iterator[Target]:
    """ "không có vụ việc không đạt chất lượng": exactly none."""
    if not SHARE.search(clause):
        return
    for found in NONE_OF.finditer(clause):
        yield Target(path, found["text"].strip(), "exactly", 0, found["unit"])


def once_each(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Targets without those that an appendix repeats from the body in the same words."""
    seen: dict[tuple[float, str, str], Target] = {}
    for target in targets:
        seen.setdefault((target.value, target.unit, target.text.lower()), target)
    return tuple(seen.values())
