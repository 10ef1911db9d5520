"""Targets: sentences that name a share to be reached."""

import re
from collections.abc import Iterable, Iterator

from generator.importers.findings import Comparator, Target

# "ít nhất 10%", "từ 90% trở lên", "trên 80%", "≥ 30%", "100%"
SHARE = re.compile(
    r"(?P<before>ít nhất|tối thiểu|trên|từ|hơn|≥|>|dưới|<|không quá|tối đa|≤|khoảng|đạt|còn|"
    r"xuống)?\s{0,2}"
    r"(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?(?P<unit>%|phần trăm)(?P<after>\s*(?:trở lên))?",
    re.IGNORECASE,
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
CLAUSE = re.compile(r"[;\n]|(?<=[^\d])\.\s|(?<=%)\.\s")


def targets_in(path: str, text: str) -> Iterator[Target]:
    """The targets of one text; a share without an aim around it is none."""
    for clause in CLAUSE.split(text):
        if not AIM.search(clause) or NOT_AIM.search(clause):
            continue
        for share in SHARE.finditer(clause):
            yield target_of(path, share, clause.strip(" -+.…"))
        yield from none_allowed(path, clause)


def target_of(path: str, share: re.Match[str], clause: str) -> Target:
    """The target of one share."""
    comparator: Comparator = COMPARATORS.get((share["before"] or "").lower(), "exactly")
    shortly_before = clause_before(share)
    if share["after"] or (
        comparator == "exactly" and re.search(r"ít nhất|tối thiểu", shortly_before)
    ):
        comparator = "at_least"
    value = float(share["value"].replace(",", "."))
    return Target(path, clause, comparator, value, "%")


def clause_before(share: re.Match[str]) -> str:
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
