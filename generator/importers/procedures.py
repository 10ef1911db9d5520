"""The procedures of a decision: rows of its lists, joined with their full texts and flows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.importers.findings import Procedure
from generator.importers.procedure_columns import (
    CODE,
    ORDINAL,
    ProcedureColumn,
    code_in,
    laid_out,
    stem_of,
)
from generator.importers.procedure_groups import (
    Context,
    change_of_note,
    context_below_caption,
    context_below_group,
    context_of_title,
)
from generator.importers.procedure_tables import ListedRow, ListTable
from generator.vietnamese.folding import fold

MARKED = frozenset(("x", "v", "✓", "✔", "×", "có"))
NOTHING = re.compile(r"[-–—.\s/]*")
CODE_IN_NAME = re.compile(
    r"[-–(\[\s]{0,3}(?:mã[\w\s]{0,25}:?\s?)?" + CODE.pattern + r"[)\]\s]{0,2}[-–:.]?\s?",
    re.IGNORECASE,
)
MARKED_COLUMNS = frozenset(("place", "channel", "online", "other", "note"))
# Two columns of times or fees say which is which: "Theo quy định: 05 ngày; Cắt giảm: 03 ngày".
TOLD_APART: frozenset[ProcedureColumn] = frozenset(("limit", "fee"))
SAME_NAME = 0.85  # share of words in common
LONGEST_NAME = 1000
MOST_ALIKE = 3  # procedures of one code or name that are compared

# What a procedure has once: rows that differ in it are two, so that neither is lost.
TOLD_ONCE = ("time_limit", "fee", "place", "legal_basis", "agency", "online", "field", "note")

Texts = dict[ProcedureColumn, str]


@dataclass(frozen=True)
class ReadRow:
    """A row of a list as texts by column, with what stands above it."""

    line: int
    texts: Texts
    context: Context
    missing: frozenset[ProcedureColumn] = frozenset()
    merged: bool = False


def listed_procedures(tables: Iterable[ListTable], title: str | None) -> tuple[Procedure, ...]:
    """Every procedure of the lists, once, in order."""
    register = Register()
    above = context_of_title(title)
    context = above
    for table in tables:
        if table.caption.strip():
            context = context_below_caption(above, table.caption)
        rows, context = rows_of(table, context)
        for row in rows:
            register.add(procedure_of(row))
    return tuple(register.found)


def rows_of(table: ListTable, context: Context) -> tuple[list[ReadRow], Context]:
    """The rows with their context, and the context in which the next table begins."""
    rows: list[ReadRow] = []
    for row in table.rows:
        if row.group:
            context = context_below_group(context, row.group)
        elif row.cells:
            place_row(rows, row, table, context)
    return rows, context


def place_row(rows: list[ReadRow], row: ListedRow, table: ListTable, context: Context) -> None:
    """A new row, or more words for the row above where number, code and name are wanting."""
    listed = by_column(row, table, context)
    if rows and (is_same_row(rows[-1], listed) or not opens_row(row.cells, table.columns)):
        rows[-1] = lengthened(rows[-1], listed)
    elif "name" in listed.texts:
        rows.append(from_above(listed, rows[-1] if rows else None))


def is_same_row(above: ReadRow, row: ReadRow) -> bool:
    """Is it one row printed over several, with number, code and name in each?"""
    told = [name for name in ("number", "code", "name") if name in row.texts]
    same_list = row.context == above.context
    return (
        same_list
        and len(told) > 1
        and all(above.texts.get(name) == row.texts[name] for name in told)
    )


def opens_row(cells: Sequence[str], columns: Sequence[ProcedureColumn]) -> bool:
    """Has the row a number or a code?"""
    numbered = columns[0] == "number" and ORDINAL.fullmatch(cells[0]) is not None
    first = columns[0] != "number" and len(cells) == len(columns) and bool(cells[0])
    return numbered or first or any(CODE.match(cell) for cell in cells)


def by_column(row: ListedRow, table: ListTable, context: Context) -> ReadRow:
    """The texts of a row by column; two columns of one kind are put together."""
    laid = laid_out(row.cells, table.columns)
    texts: Texts = {}
    for place, text in enumerate(laid):
        column = table.columns[place]
        said = marked(text or "", table.heads[place]) if column in MARKED_COLUMNS else text or ""
        if table.columns.count(column) > 1 and column in TOLD_APART:
            said = f"{table.heads[place]}: {said}" if not NOTHING.fullmatch(said) else ""
        if not NOTHING.fullmatch(said):
            texts[column] = beside(texts.get(column), said, column)
    missing = {table.columns[place] for place, text in enumerate(laid) if text is None}
    return ReadRow(row.line, texts, context, frozenset(missing - texts.keys()))


def marked(text: str, head: str) -> str:
    """The words above a cell where the cell is only crossed."""
    return head if fold(text.strip()) in MARKED else text


def from_above(row: ReadRow, above: ReadRow | None) -> ReadRow:
    """The row with the cells that reach down from the row above it."""
    shared: set[ProcedureColumn] = {"limit", "place", "channel", "fee", "basis", "agency", "field"}
    if above is None or not row.missing or {"name", "code"} & row.missing:
        return row
    taken = {name: above.texts[name] for name in row.missing & shared if name in above.texts}
    return replace(row, texts=row.texts | taken, merged=bool(taken))


def lengthened(row: ReadRow, more: ReadRow) -> ReadRow:
    """The row with the words of its continuation, each text once."""
    texts = dict(row.texts)
    for column, text in more.texts.items():
        if text not in texts.get(column, ""):
            texts[column] = beside(texts.get(column), text, column)
    return replace(row, texts=texts)


def beside(text: str | None, more: str, column: ProcedureColumn) -> str:
    """Two texts of one column: what goes on in small letters is one sentence with the first."""
    if not text:
        return more
    apart = column in MARKED_COLUMNS or not (more[0].islower() or text[-1] in ".;:,")
    return f"{text};\n{more}" if apart and column not in ("name", "code") else f"{text}\n{more}"


def procedure_of(row: ReadRow) -> Procedure:
    """A procedure from its row."""
    texts = row.texts
    code = code_in(texts.get("code", "")) or code_in_name(texts["name"])
    places = [texts[name] for name in ("place", "channel") if name in texts]
    change = row.context.change
    if change == "listed":
        change = change_of_note(texts.get("note")) or change
    return Procedure(
        code=code,
        name=name_without_code(texts["name"]),
        line=row.line,
        number=texts.get("number", "").strip(" .)"),
        time_limit=joined(texts.get("limit")),
        fee=joined(texts.get("fee")),
        place=joined("\n".join(places)),
        legal_basis=joined(texts.get("basis")),
        note=joined(texts.get("note")),
        agency=joined(texts.get("agency")),
        online=joined(texts.get("online")),
        field=joined(texts.get("field")) or row.context.field,
        level=row.context.level,
        change=change,
        merged=row.merged,
    )


def joined(text: str | None) -> str | None:
    """A text of several lines as one; None for nothing."""
    return " ".join((text or "").split()) or None


def code_in_name(name: str) -> str | None:
    """A code printed with the name."""
    found = CODE.search(name)
    return code_in(found.group()) if found else None


def name_without_code(name: str) -> str:
    """The name alone, without code, quotation marks around it, and signs at its end."""
    plain = " ".join(CODE_IN_NAME.sub(" ", " ".join(name.split())[:LONGEST_NAME]).split())
    plain = plain.strip(" -–;:.,")
    whole = re.fullmatch(r"[“\"']([^“”\"]+)[”\"']", plain)
    return whole[1].strip(" .") if whole else plain


class Register:
    """The procedures found so far, each once; known again by code, else by the name."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: list[Procedure] = []
        self.by_key: defaultdict[object, list[int]] = defaultdict(list)

    def add(self, procedure: Procedure) -> None:
        """Put a procedure on the list, or fill what is still open in the one it repeats."""
        place = self.place_of(procedure)
        if place is not None:
            self.found[place] = filled(self.found[place], procedure)
            return
        for key in keys_of(procedure):
            self.by_key[key].append(len(self.found))
        self.found.append(procedure)

    def place_of(self, procedure: Procedure) -> int | None:
        """Where the same procedure stands already.

        Two rows that say different things of one code (new here, abolished there; five days in
        the province, three in the commune) stay two.
        """
        for key in keys_of(procedure):
            for place in self.by_key[key][-MOST_ALIKE:]:
                if is_same(self.found[place], procedure):
                    return place
        return None


def keys_of(procedure: Procedure) -> Iterator[object]:
    """By what a procedure is known again."""
    if procedure.code:
        yield stem_of(procedure.code)
    yield name_words(procedure.name)


def is_same(one: Procedure, other: Procedure) -> bool:
    """Are the two one procedure: alike in name, and nothing that both tell is different?"""
    pairs = ((stem_of(one.code), stem_of(other.code)), (one.level, other.level))
    words = ((getattr(one, name), getattr(other, name)) for name in TOLD_ONCE)
    if any(a and b and a != b for a, b in pairs) or other.change not in (one.change, "listed"):
        return False
    if any(a and b and words_in(a) != words_in(b) for a, b in words):
        return False
    return share_of_words(one.name, other.name) >= SAME_NAME


def words_in(text: str) -> list[str]:
    """The words and numbers of a text; punctuation, and "05" for "5", say nothing."""
    return [word.lstrip("0") or word for word in re.findall(r"\w+", fold(text))]


def filled(procedure: Procedure, more: Procedure) -> Procedure:
    """The procedure with what another place of the document adds."""
    return replace(
        procedure,
        code=procedure.code or more.code,
        time_limit=procedure.time_limit or more.time_limit,
        fee=procedure.fee or more.fee,
        place=procedure.place or more.place,
        legal_basis=procedure.legal_basis or more.legal_basis,
        note=procedure.note or more.note,
        agency=procedure.agency or more.agency,
        online=procedure.online or more.online,
        field=procedure.field or more.field,
        level=procedure.level or more.level,
        parts=procedure.parts or more.parts,
    )


def share_of_words(one: str, other: str) -> float:
    """The words in common, 1.0 for all; "Thủ tục" in front does not count."""
    a, b = name_words(one), name_words(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(re.findall(r"\w+", re.sub(r"^thu tuc:? ", "", fold(name))))
