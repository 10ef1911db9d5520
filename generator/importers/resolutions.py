"""Resolutions of the Standing Committee that rearrange the communes of a province.

Each numbered clause of Điều 1 tells what one new commune was made of; the last tells how many there
are now and which were left alone. The sentences are regular, so a clause of any other form is
refused: a successor guessed at would send a citizen to the wrong office.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.importers.source import ImportRefused, Line, Remark, SourceText
from generator.records.areas import WRITTEN, AreaKind, Share, called
from generator.vietnamese.composing import plain_spaces
from generator.vietnamese.document_numbers import find_numbers
from generator.vietnamese.letters import regex
from generator.vietnamese.place_names import is_numbered, kind_and_name, same_name

KINDS = {word: kind for kind, word in WRITTEN.items()}
SUBJECT = re.compile(r"sắp xếp các đơn vị hành chính cấp xã của", re.IGNORECASE)
TODAY, BEFORE = "xã|phường|đặc khu", "xã|phường|thị trấn|đặc khu"
KEYWORD = rf"(?:thành|và|các|của|một phần|phần còn lại|{BEFORE})"
STUCK_BEFORE = regex(rf"(?<=[<lower><upper>])(?=(?:{KEYWORD})+(?![<lower>]))")
STUCK_BEHIND = regex("(?<=[<lower>])(?=[<upper>])")
ARTICLE = re.compile(r"Điều\s+([0-9]+)\s*\.")
CLAUSE = re.compile(r"([0-9]{1,3})\s*\.\s*(?=\S)")
# The beginning of a name is a capital; so "thành" in front of a kind is no part of a name.
FORMED = regex(
    r"Sắp xếp (?P<parts>.+) thành "
    rf"(?:(?P<said>{TODAY}) mới có tên gọi là )?(?P<kind>{TODAY}) (?P<name>[<upper>0-9].*)"
)
SHARES = {"toàn bộ": Share.WHOLE, "một phần": Share.PART, "phần còn": Share.REST}
EXTENT = r"(?:(?:toàn bộ|một phần) diện tích tự nhiên, quy mô dân số|phần còn lại) của "
SHARE = re.compile(rf"(?:^|, | và )(?={EXTENT})")
EXTENT_OF = re.compile(rf"(?P<extent>{EXTENT})(?:của )?(?P<units>.+)")
AFTER_CLAUSES = re.compile(r" sau khi sắp xếp theo quy định tại (?P<clauses>.+) Điều này$")
CITED = re.compile(r"[0-9]+")
SEPARATOR = re.compile(r"(, | và )(?![^(]*\))")
UNIT = regex(
    rf"(?P<many>các )?(?:(?P<kind>{BEFORE}|Phường) )*(?P<name>[<upper>0-9][^(),]*?)"
    r"(?: \((?P<aside>[^()]+)\))?"
)
INCLUDING = "bao gồm "
TOTALS = re.compile(
    r"Sau khi sắp xếp, (?P<province>(?:tỉnh|thành phố) .+?) có (?P<total>[0-9]+) "
    r"đơn vị hành chính cấp xã, gồm (?P<kinds>[^;]+?); trong đó có (?P<formed>.+?) "
    r"hình thành sau sắp xếp[^;]*?(?: và (?P<left>[0-9][^;]*?) không thực hiện sắp xếp"
    r" là (?P<names>.+))?"
)
ALL = "đơn vị hành chính cấp xã"
COUNT = re.compile(rf"([0-9]+) ({TODAY}|{ALL})")
PASSED = re.compile(
    r"thông qua ngày\s*([0-9]{1,2})\s*tháng\s*([0-9]{1,2})\s*năm\s*([0-9]{4})", re.IGNORECASE
)
AT_WORK = re.compile(
    r"chính thức hoạt động từ ngày\s*([0-9]{1,2})\s*tháng\s*([0-9]{1,2})\s*năm\s*([0-9]{4})"
)

Key = tuple[AreaKind, str, str | None]  # what tells one unit of before from another


@dataclass(frozen=True)
class Former:
    """A unit of before, as a clause names it, and how much of it is meant."""

    kind: AreaKind
    name: str
    district: str | None
    share: Share
    note: str | None
    after: tuple[int, ...] = ()  # the clauses that took the other parts of a rest


@dataclass(frozen=True)
class Unit:
    """A unit of today with the clause that tells of it; one that was left alone has no formers."""

    kind: AreaKind
    name: str
    article: int
    clause: int
    formers: tuple[Former, ...] = ()

    @property
    def place(self) -> str:
        """Where the resolution tells of it."""
        return f"Điều {self.article} khoản {self.clause}"


@dataclass(frozen=True)
class Resolution:
    """What one resolution says; `kind` and `province` are those of the province of today."""

    number: str
    passed_on: date | None
    first_day: date | None
    kind: AreaKind
    province: str
    units: tuple[Unit, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Clause:
    """One clause of an article with its line in the source; words stuck together are parted."""

    article: int
    number: int
    line: int
    text: str
    was_stuck: bool


def is_resolution(source: SourceText) -> bool:
    """Whether a document says of itself that it rearranges communes and then does so."""
    texts = [line.text for line in source.lines]
    rearranges = any("Sắp xếp toàn bộ diện tích tự nhiên" in text for text in texts)
    return rearranges and any(SUBJECT.search(text) for text in texts[:60])


def read_resolution(source: SourceText) -> Resolution:
    """The units of a resolution; ImportRefused where it is not understood to the last clause."""
    every = list(_clauses(source.lines))
    last = _totals(every)
    clauses = [one for one in every[: every.index(last)] if one.article == last.article]
    units = [_formed(one) for one in clauses]
    left = list(_left_alone(last))
    _refuse_wrong_counts(last, units, left)
    _refuse_lost_parts(units)
    whole = "\n".join(_mended(line.text) for line in source.lines)
    kind_word, province = kind_and_name(_found(TOTALS, last)["province"])
    return Resolution(
        number=next((one.written for one in find_numbers(whole) if "/NQ-" in one.written), ""),
        passed_on=_day(PASSED, whole),
        first_day=_day(AT_WORK, whole),
        kind=KINDS[kind_word],
        province=province,
        units=(*units, *left),
        remarks=tuple(_stuck([*clauses, last])),
    )


# ---- lines into clauses ------------------------------------------------------------------------


def _clauses(lines: Iterable[Line]) -> Iterator[Clause]:
    """Every numbered clause; the article is the last that was begun."""
    article = 0
    for line in lines:
        text = _mended(line.text)
        begun, found = ARTICLE.match(text), CLAUSE.match(text)
        if begun:
            article = int(begun[1])
        elif found:
            sentence = text[found.end() :].rstrip(". ")
            was_stuck = text != _bare(line.text)
            yield Clause(article, int(found[1]), line.number, sentence, was_stuck)


def _mended(text: str) -> str:
    """A line without Markdown, with spaces where words had been stuck together."""
    parted = STUCK_BEHIND.sub(" ", STUCK_BEFORE.sub(" ", _bare(text)))
    return re.sub(r",(?=\S)", ", ", parted)


def _bare(text: str) -> str:
    return plain_spaces(text.replace("*", ""))


def _stuck(clauses: Iterable[Clause]) -> Iterator[Remark]:
    """The clauses whose words were parted, for a person to look at."""
    mended = [str(one.number) for one in clauses if one.was_stuck]
    if mended:
        values = {"count": len(mended), "clauses": ", ".join(mended)}
        yield Remark("import-areas-stuck", values=values)


def _day(pattern: re.Pattern[str], text: str) -> date | None:
    """The day that a sentence names; ImportRefused where no calendar has it."""
    found = pattern.search(text)
    if not found:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise ImportRefused("import-areas-no-such-day", {"words": found[0]}) from None


# ---- one clause --------------------------------------------------------------------------------


def _found(pattern: re.Pattern[str], clause: Clause) -> re.Match[str]:
    """The clause as the pattern reads it; ImportRefused where it has another form."""
    found = pattern.fullmatch(clause.text)
    if not found:
        raise _not_understood(clause)
    return found


def _not_understood(clause: Clause) -> ImportRefused:
    values = {"clause": clause.number, "line": clause.line, "text": clause.text[:160]}
    return ImportRefused("import-areas-clause", values)


def _formed(clause: Clause) -> Unit:
    """The unit that a clause forms, with the units of before that went into it."""
    found = _found(FORMED, clause)
    if found["said"] not in (None, found["kind"]):
        raise _not_understood(clause)
    formers = tuple(former for part in _parts(clause, found["parts"]) for former in part)
    return Unit(KINDS[found["kind"]], found["name"], clause.article, clause.number, formers)


def _parts(clause: Clause, words: str) -> Iterator[list[Former]]:
    """What each "toàn bộ", "một phần" and "phần còn lại" of a clause takes in.

    Each holds for every unit named up to the next: "một phần … của xã A và xã B" is a part of both.
    """
    starts = [found.end() for found in SHARE.finditer(words)]
    ends = [found.start() for found in SHARE.finditer(words)][1:]
    if starts[:1] != [0]:
        raise _not_understood(clause)
    for start, end in zip(starts, [*ends, len(words)], strict=True):
        part = words[start:end]
        after = AFTER_CLAUSES.search(part)
        found = EXTENT_OF.fullmatch(part[: after.start()] if after else part)
        if not found or bool(after) != found["extent"].startswith("phần còn lại"):
            raise _not_understood(clause)
        share = SHARES[found["extent"][:8].strip()]
        cited = tuple(map(int, CITED.findall(after["clauses"]))) if after else ()
        named = _named(clause, found["units"])
        yield [replace(unit, share=share, after=cited) for unit in named]


def _named(clause: Clause, words: str) -> list[Former]:
    """The units of a list, whole for now: "xã A, các phường B và C (quận D)"."""
    pieces = SEPARATOR.split(words)
    kind, found, joined = "", list[Former](), ["", *pieces[1::2]]
    for piece, joint in zip(pieces[::2], joined, strict=True):
        unit = UNIT.fullmatch(piece)
        if not unit or not (unit["kind"] or kind):
            raise _not_understood(clause)
        kind = (unit["kind"] or kind).lower()
        aside = unit["aside"] or ""
        includes = aside.startswith(INCLUDING)
        former = Former(
            kind=KINDS[kind],
            name=unit["name"],
            district=aside if aside and not includes else None,
            share=Share.WHOLE,
            note=f"{aside[:1].upper()}{aside[1:]}" if includes else None,
        )
        if former.district and joint == " và ":
            found = _of_one_district(found, former)
        found.append(former)
    return found


def _of_one_district(before: Sequence[Former], last: Former) -> list[Former]:
    """The same units, the numbered ones right before `last` in its district too.

    "Phường 1, Phường 2 và Phường 3 (thành phố A)" puts all three in A; named units speak for
    themselves alone.
    """
    found = list(before)
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        if one.district or not (is_numbered(one.name) and is_numbered(last.name)):
            break
        found[place] = replace(one, district=last.district)
    return found


# ---- the last clause ---------------------------------------------------------------------------


def _totals(clauses: Iterable[Clause]) -> Clause:
    """The clause that tells how many units there are."""
    for clause in clauses:
        if clause.text.startswith("Sau khi sắp xếp, "):
            return clause
    raise ImportRefused("import-areas-without-totals")


def _left_alone(last: Clause) -> Iterator[Unit]:
    """The units that the resolution left as they were."""
    names = _found(TOTALS, last)["names"]
    for unit in _named(last, names) if names else ():
        yield Unit(unit.kind, unit.name, last.article, last.number)


def _refuse_wrong_counts(last: Clause, formed: Sequence[Unit], left: Sequence[Unit]) -> None:
    """ImportRefused where anything the last clause counts was found in another number."""
    found = _found(TOTALS, last)
    every = [*formed, *left]
    _refuse_count(last, "total", ALL, int(found["total"]), len(every))
    for what, units in (("kinds", every), ("formed", formed), ("left", left)):
        of_kind = Counter(WRITTEN[unit.kind] for unit in units)
        stated = {kind: int(count) for count, kind in COUNT.findall(found[what] or "")}
        for kind in dict.fromkeys([*stated, *of_kind]) if ALL not in stated else ():
            _refuse_count(last, what, kind, stated.get(kind, 0), of_kind[kind])
        _refuse_count(last, what, ALL, sum(stated.values()), len(units))


def _refuse_count(last: Clause, what: str, kind: str, says: int, counted: int) -> None:
    if says != counted:
        values = {"clause": last.number, "kind": kind, "says": says, "found": counted}
        raise ImportRefused(f"import-areas-count-{what}", values)


def _refuse_lost_parts(units: Sequence[Unit]) -> None:
    """ImportRefused where a divided unit has a part without its rest, or a rest without its part.

    A rest names the clauses with the other parts; there they must stand, and nowhere else.
    """
    parts, rests = defaultdict[Key, list[int]](list), defaultdict[Key, list[int]](list)
    labels: dict[Key, str] = {}
    for unit in units:
        for former in unit.formers:
            key = (former.kind, same_name(former.name), former.district)
            labels.setdefault(key, called(former.kind, former.name))
            parts[key] += [unit.clause] if former.share is Share.PART else []
            rests[key] += former.after
    for key, label in labels.items():
        if sorted(parts[key]) != sorted(rests[key]):
            values = {"name": label, "parts": _listed(parts[key]), "rests": _listed(rests[key])}
            raise ImportRefused("import-areas-lost-part", values)


def _listed(clauses: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(clauses))) or "0"
