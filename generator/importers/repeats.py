"""A body that was printed twice: the copy that was cut short is left out."""

from collections.abc import Sequence

from generator.importers.lines import Paragraph

LONG_ENOUGH = 60  # characters; shorter paragraphs repeat in any plan
ENOUGH_REPEATS = 4
MOST_TRIES = 8  # a text full of repeated sentences is no body printed twice


def cut_copy(paragraphs: Sequence[Paragraph]) -> tuple[int, int] | None:
    """From where to where a copy stands that the paragraphs after it repeat and go beyond."""
    first_at: dict[str, int] = {}
    tries = 0
    for again, paragraph in enumerate(paragraphs):
        if len(paragraph.text) < LONG_ENOUGH:
            continue
        first = first_at.setdefault(paragraph.text, again)
        if first < again and tries < MOST_TRIES:
            tries += 1
            if repeats(paragraphs, first, again):
                return start_of_copy(paragraphs, first, again)
    return None


def repeats(paragraphs: Sequence[Paragraph], first: int, again: int) -> bool:
    """Do most long paragraphs of the first copy come again in the second?"""
    copy = [p.text for p in paragraphs[first:again] if len(p.text) >= LONG_ENOUGH]
    second = {p.text for p in paragraphs[again:]}
    found = sum(text in second for text in copy)
    return found >= ENOUGH_REPEATS and found >= 0.9 * len(copy)


def start_of_copy(paragraphs: Sequence[Paragraph], first: int, again: int) -> tuple[int, int]:
    """Move both starts up over short paragraphs that repeat as well, such as the head."""
    while (
        first > 0 and again > first + 1 and paragraphs[first - 1].text == paragraphs[again - 1].text
    ):
        first, again = first - 1, again - 1
    return first, again
