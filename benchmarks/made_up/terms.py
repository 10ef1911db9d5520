"""Terms that stand in the made-up texts, so that marking them is measured too."""

from benchmarks.made_up.draw import Draw, Fields, record
from benchmarks.made_up.numbering import LAWS
from benchmarks.made_up.phrases import OF
from generator.vietnamese.folding import slug


def term(draw: Draw) -> Fields:
    """A term, with other forms where its line names any; behind the last line, one by number."""
    told = OF["terms"]
    line = told[draw.number] if draw.number < len(told) else f"từ mẫu thứ {draw.number + 1}"
    title, *words = line.split(" | ")
    body: Fields = {
        "title": title,
        "words": list(words),
        "short": draw.one("meanings_of_terms"),
        "plain": "true",
    }
    return record(draw, f"tu-mau-{slug(title)}", body, LAWS[0])
