"""A decision that announces procedures: lists, full texts and flows put together."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from generator.importers.findings import Procedure
from generator.importers.lines import without_pipes
from generator.importers.procedure_columns import stem_of
from generator.importers.procedure_flows import flow_procedures, total_times
from generator.importers.procedure_groups import context_of_title
from generator.importers.procedure_lines import listed_in_lines
from generator.importers.procedure_parts import full_procedures
from generator.importers.procedure_tables import ListTable, list_tables
from generator.importers.procedures import (
    filled,
    listed_procedures,
    share_of_words,
)
from generator.importers.source import Line

ALIKE = 0.75  # share of words that two names of one procedure have in common
MOST_COMPARED = 200  # rows whose names are compared with that of a text


def procedures_of(lines: Sequence[Line], title: str | None) -> tuple[Procedure, ...]:
    """Every procedure that the document announces, each once."""
    tables = list_tables(lines)
    outside = outside_lists(lines, tables)
    flat = list(without_pipes(outside))
    full = list(full_procedures(flat, context_of_title(title)))
    listed = listed_procedures(tables, title)
    if not listed and not full:
        listed = tuple(flow_procedures(lines)) or listed_in_lines(flat, title)
    return with_times(with_texts(listed, full), total_times(lines))


def outside_lists(lines: Sequence[Line], tables: Sequence[ListTable]) -> list[Line]:
    """The lines of the document that belong to none of its lists."""
    begins = [table.line for table in tables]
    outside = []
    for line in lines:
        before = bisect_right(begins, line.number)
        end = tables[before - 1].end if before else 0
        if end is not None and line.number >= end:
            outside.append(line)
    return outside


def with_texts(listed: Sequence[Procedure], full: Sequence[Procedure]) -> tuple[Procedure, ...]:
    """The listed procedures with their full texts; a text without a row stands at the end."""
    found = list(listed)
    rows = Rows(listed, full)
    for place, text in enumerate(full):
        at = rows.take(text, place)
        if at is None:
            found.append(text)
        else:
            found[at] = filled(found[at], text)
    return tuple(found)


class Rows:
    """The rows that still wait for their full text."""

    def __init__(self, listed: Sequence[Procedure], full: Sequence[Procedure]) -> None:
        """What was abolished has no full text."""
        self.texts = Counter(stem_of(text.code) for text in full)
        self.waiting = {at: row for at, row in enumerate(listed) if row.change != "abolished"}
        self.by_code = defaultdict[str, list[int]](list)
        for at, row in self.waiting.items():
            self.by_code[stem_of(row.code)].append(at)

    def take(self, text: Procedure, place: int) -> int | None:
        """The row of a full text: by its code, by its place in the order, else by its name."""
        at = self.coded(text) if text.code else self.named(text, place)
        if at is not None:
            del self.waiting[at]
        return at

    def coded(self, text: Procedure) -> int | None:
        """The next row of this code; where not all have a text, one of the same level before."""
        stem = stem_of(text.code)
        rows = self.by_code[stem]
        waiting = [at for at in rows if at in self.waiting]
        if len(rows) != self.texts[stem]:
            waiting.sort(key=lambda at: self.waiting[at].level != text.level)
        return waiting[0] if waiting else None

    def named(self, text: Procedure, place: int) -> int | None:
        """The row in the same place of the order, else the one most alike in name."""
        same_place = self.alike(text, (place,))
        if same_place is not None:
            return same_place
        return self.alike(text, list(islice(self.waiting, MOST_COMPARED)))

    def alike(self, text: Procedure, places: Iterable[int]) -> int | None:
        """The place whose name is most like that of the text."""
        shares = {
            at: share_of_words(self.waiting[at].name, text.name)
            for at in places
            if at in self.waiting
        }
        best = max(shares, key=shares.__getitem__, default=None)
        return best if best is not None and shares[best] >= ALIKE else None


def with_times(procedures: Iterable[Procedure], times: Mapping[str, str]) -> tuple[Procedure, ...]:
    """Procedures whose row has no time take that of their flow."""
    return tuple(with_time(one, times.get(stem_of(one.code))) for one in procedures)


def with_time(procedure: Procedure, time: str | None) -> Procedure:
    """The procedure with the time of its flow, where its row tells none."""
    if procedure.time_limit or not time:
        return procedure
    return replace(procedure, time_limit=time, time_from_flow=True)
