"""What people say and what the site calls it: `content/synonyms.yml`, which officers add to.

A search for "bị chồng đánh" looks for "bạo lực gia đình" as well; so do abbreviations.
"""

from generator.entries import Entry
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
    seen: dict[str, str] = {}
    for index, one in enumerate(found):
        for at, words in enumerate(one.say):
            key = " ".join(keys(words))
            if key in seen or not key:
                entry.report("repeated", "synonyms", index, "say", at, value=words)
            seen[key] = words
    return found


def _read_synonym(entry: Entry) -> Synonym:
    synonym = Synonym(say=entry.texts("say"), look_for=entry.text("look_for"))
    if not synonym.say:
        entry.report("missing-field", name="say")
    if synonym.look_for and not keys(synonym.look_for):
        entry.report("no-words", "look_for", value=synonym.look_for)
    return synonym
