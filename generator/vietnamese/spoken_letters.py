"""Letters by their names: "WTO" is "vê kép tê ô", and "khoản b" is "khoản bê"."""

NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "đê", "đ": "đê", "e": "e", "ê": "ê",
    "f": "ép", "g": "giê", "h": "hát", "i": "i", "j": "gi", "k": "ca", "l": "lờ", "m": "em",
    "n": "en", "o": "ô", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "rờ", "s": "ét",
    "t": "tê", "u": "u", "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích", "y": "i", "z": "dét",
}  # fmt: skip
POINTS = {"d": "dê"}  # điểm d stands before điểm đ, and must not sound like it


def by_letter(word: str) -> str:
    """Each letter by its name; signs that are no letters are left out."""
    return " ".join(NAMES[sign] for sign in word.lower() if sign in NAMES)


def point(letter: str) -> str:
    """The letter of a point in a law."""
    return POINTS.get(letter.lower()) or by_letter(letter)
