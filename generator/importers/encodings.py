"""Bytes of a text file become Unicode, or a refusal that names the old encoding."""

import codecs
import re

from generator.importers.source import ImportRefused
from generator.vietnamese.composing import composed

EVERYDAY_WORDS = "và của các thực hiện kế hoạch theo cơ quan tỉnh người được trong"
# The same words as the two old fonts spell them, in a file read letter by letter.
IN_TCVN3 = "vµ cña c¸c thùc hiÖn kÕ ho¹ch ®Þnh tØnh ng­êi ®­îc c¬"
IN_VNI = "vaø cuûa caùc thöïc hieän keá hoaïch ñònh tænh ngöôøi ñöôïc cô"
PROPER, TCVN3, VNI = (frozenset(words.split()) for words in (EVERYDAY_WORDS, IN_TCVN3, IN_VNI))
BINARY_SHARE = 0.01
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(content: bytes) -> str:
    """The text in composed form (NFC); ImportRefused for binary and for TCVN3 or VNI."""
    text = composed(decoded(content))
    if is_binary(text):
        raise ImportRefused("import-binary")
    refuse_old_fonts(text)
    return text


def decoded(content: bytes) -> str:
    """By byte order mark, else UTF-8, else Windows-1258."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if looks_like_utf16(content):
        raise ImportRefused("import-no-bom")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return from_single_bytes(content)


def looks_like_utf16(content: bytes) -> bool:
    """Is nearly every second byte zero, as in UTF-16 without its mark?"""
    head = content[:2000]
    return len(head) > 20 and max(head[::2].count(0), head[1::2].count(0)) > len(head) * 0.3


def from_single_bytes(content: bytes) -> str:
    """Windows-1258 where that gives Vietnamese words; else the old fonts, else a refusal."""
    text = composed(content.decode("cp1258", errors="replace"))
    if is_binary(text):
        raise ImportRefused("import-binary")
    if count_words(text, PROPER):
        return text
    refuse_old_fonts(content.decode("cp1252", errors="replace"))
    raise ImportRefused("import-unknown-encoding")


def refuse_old_fonts(text: str) -> None:
    """ImportRefused where the everyday words are those of TCVN3 or VNI."""
    proper = count_words(text, PROPER)
    for name, spelled in (("TCVN3", TCVN3), ("VNI", VNI)):
        if count_words(text, spelled) > max(2, proper):
            raise ImportRefused("import-old-font", {"name": name})


def count_words(text: str, vocabulary: frozenset[str]) -> int:
    """How many words of the text, in lower case, belong to the vocabulary."""
    return sum(word in vocabulary for word in re.findall(r"[^\s.,;:()]+", text[:200_000].lower()))


def is_binary(text: str) -> bool:
    """Does the text hold more control and undecodable characters than a text can?"""
    odd = len(re.findall(r"[\x00-\x08\x0e-\x1f\ufffd]", text[:200_000]))
    return "\x00" in text or odd > BINARY_SHARE * min(len(text), 200_000)
