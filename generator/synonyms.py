"""What people say and what the site calls it: `content/synonyms.yml`, which officers add to.

A search for "bị chồng đánh" looks for "bạo lực gia đình" as well; so do abbreviations.
"""

from collections.abc import Collection, Iterator, Sequence

from generator.entries import PLACEHOLDERS, Entry
from generator.problems import Problem, Step
from generator.values import Value
from generator.vietnamese.search_words import keys

PLACE = "synonyms.yml"  # below content/


class Synonym(Value, frozen=True):
    """Some ways to say a thing, and the words under which the site has it."""

    say: tuple[str, ...]
    look_for: str


def read_synonyms(entry: Entry) -> tuple[Synonym, ...]:
    """All groups of the file; each way to say a thing belongs to one."""
    found = entry.parts("synonyms", _read_synonym)
    groups: dict[str, str] = {}
    for index, one in enumerate(found):
        for at, said in enumerate(one.say):
            words = " ".join(keys(said))
            if words in groups:
                where = "synonyms", index, "say", at
                entry.report("said-twice", *where, value=said, other=groups[words])
            elif words:
                groups[words] = one.look_for
    return found


def _read_synonym(entry: Entry) -> Synonym:
    synonym = Synonym(say=entry.texts("say"), look_for=entry.text("look_for"))
    if not entry.has("say"):
        entry.report("nothing-said")
    for at, said in enumerate(synonym.say):
        _report_no_words(entry, said, "say", at)
    _report_no_words(entry, synonym.look_for, "look_for")
    return synonym


def _report_no_words(entry: Entry, text: str, *steps: Step) -> None:
    if text and text.lower() not in PLACEHOLDERS and not keys(text):
        entry.report("no-words", *steps, value=text)


def lost(synonyms: Sequence[Synonym], known: Collection[str], file: str) -> Iterator[Problem]:
    """What leads nowhere, as no record has one of its words; `known` are all syllables."""
    for index, one in enumerate(synonyms):
        words = [word for word in keys(one.look_for) if word.isalpha() and word not in known]
        if words:
            where = "synonyms", index, "look_for"
            told = {"value": one.look_for, "words": ", ".join(words)}
            yield Problem(file, "leads-nowhere", told, where, stops=False)
