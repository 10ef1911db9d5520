"""Report duties: who reports to whom, and by when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.importers.findings import ReportDuty
from generator.importers.lines import Paragraph
from generator.importers.owners import VERB, subject_of
from generator.importers.tasks import CLOSING
from generator.vietnamese.agency_names import split_agencies
from generator.vietnamese.times import Time, understand_time

AGENCY = (
    r"(?:UBND|U[ỷỶ] ban nhân dân|Ủy ban nhân dân|HĐND|Sở|[Pp]hòng|Bộ|Ban|Thường trực|Văn phòng|"
    r"Công an|Tỉnh ủy|Thành ủy)"
)
RECIPIENT = re.compile(
    rf"(?:[Bb]áo cáo|[Gg]ửi|[Tt]rình)(?: \w+){{0,3}}? (?P<direct>{AGENCY}[^,;.()]{{0,60}})|"
    rf"\b(?:về|gửi về|cho|tới) (?P<to>{AGENCY}[^,;.()]{{0,60}})"
)
STOP = re.compile(
    r"\s+(?:để|trong (?:tháng|quý|năm|tuần)|chậm nhất|vào|"
    r"qua|về|theo|trước|khi|định kỳ|kết quả|tình hình|kèm|và báo|tổng hợp|xem xét|được|"
    r"hằng|hàng|hoặc|chỉ đạo|"
    r"bố trí|phê duyệt|ban hành|đúng|kịp thời|\d)"
)
DAY = r"(?:ngày\s)?\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\stháng\s\d{1,2}(?:\snăm\s\d{4})?)"
HOUR = r"\d{1,2}\s?(?:h|g|giờ)\s?(?:\d{2})?(?:’|')?"
# "trước 16h00 hằng ngày", "02 lần/ngày (trước 9h00 và 16h00)"
DUE_HOUR = re.compile(
    rf"(?:\d{{1,2}} lần/(?:ngày|tuần) )?\(?(?:trước|lúc|vào) {HOUR}(?:\s?(?:và|,) {HOUR}){{0,3}}\)?"
    r"(?: (?:hằng|hàng|mỗi|trong) ngày)?"
)
DUE_MONTH = re.compile(
    r"(?:trước|trong|vào|hết) (?:tháng|quý) (?:\d{1,2}|[IV]{1,3})(?:/| năm )\d{4}", re.IGNORECASE
)
LONGEST_SENTENCE = 3000  # characters; what is longer is no sentence
DUE_DAY = re.compile(
    rf"(?P<what>(?:6 tháng|năm \d{{4}}|hằng năm|hàng năm|hằng quý|hàng quý|quý|"
    rf"báo cáo năm(?: \d{{4}})?)\s)?\(?"
    rf"(?P<day>(?:trước|chậm nhất|vào|xong trước)\s{DAY}(?:\s(?:và|,)\s{DAY})?(?:\s(?:hằng|"
    rf"hàng) (?:năm|quý|tháng))?)",
)
LOOSE_DUE = re.compile(
    r"khi có yêu cầu|(?:định kỳ )?(?:hằng|hàng) (?:năm|quý|tháng)|"
    r"định kỳ(?: 6 tháng)?(?:,? (?:năm|đột xuất))?|theo quy định|"
    r"khi kết thúc|đột xuất"
)
RESULTS = re.compile(r"báo cáo (?:kết quả|tình hình|công tác)|gửi báo cáo", re.IGNORECASE)
REPORTS = re.compile(r"\bbáo cáo\b", re.IGNORECASE)


def report_duties(
    paragraphs: Iterable[tuple[str, Paragraph, tuple[str, ...]]],
) -> tuple[ReportDuty, ...]:
    """The duties in these paragraphs, given with their paths and owners; each once."""
    found = [
        duty
        for path, paragraph, owner in paragraphs
        if not CLOSING.match(paragraph.text)
        for duty in duties_in(path, paragraph, owner)
    ]
    return tuple({(duty.to, duty.due): duty for duty in reversed(found)}.values())[::-1]


def duties_in(path: str, paragraph: Paragraph, owner: tuple[str, ...] = ()) -> Iterator[ReportDuty]:
    """The duties of one paragraph, sentence by sentence; `owner` is the agency of its heading."""
    owed_by = ""
    for sentence in re.split(r"(?<=[.;])\s+", paragraph.text):
        if len(sentence) > LONGEST_SENTENCE:
            continue
        owed_by = subject_of(sentence) or owed_by
        to = recipient(sentence) if REPORTS.search(sentence) else None
        for due in dues(sentence) if to else ():
            if to and (due or RESULTS.search(sentence)):
                by = owner or split_agencies(owed_by)
                yield ReportDuty(path, sentence.strip(" -+"), by, to, due, paragraph.line)


def recipient(sentence: str) -> str | None:
    """To whom the report goes: after "về", else right after "báo cáo"."""
    report = REPORTS.search(sentence)
    after = sentence[report.start() :] if report else sentence
    names = [m["to"] or m["direct"] for m in RECIPIENT.finditer(after)]
    if not names:
        return None
    name = STOP.split(names[0], maxsplit=1)[0]
    verb = VERB.search(name)
    return (name[: verb.start()] if verb else name).strip(" ,") or None


def dues(sentence: str) -> list[str | None]:
    """The words of each date; else of "khi có yêu cầu" and the like; else nothing."""
    days = [
        ((m["what"] or "") + "(" + m["day"] + ")" if m["what"] else m["day"])
        for m in DUE_DAY.finditer(sentence)
    ]
    if days:
        return [day.strip() for day in days]
    after = sentence[report.start() :] if (report := REPORTS.search(sentence)) else ""
    exact = DUE_HOUR.search(after) or DUE_MONTH.search(after)
    if exact:
        return [exact[0].strip()]
    loose = LOOSE_DUE.search(sentence)
    return [loose[0]] if loose else [None]


def due_time(due: str) -> Time:
    """The time of a report; a day in brackets says it more exactly: "6 tháng (trước ngày …)"."""
    whole = understand_time(due)
    aside = re.search(r"\(([^()]*)\)", due)
    inner = understand_time(aside[1]) if aside and whole.kind is None else whole
    return replace(inner, as_written=whole.as_written)
