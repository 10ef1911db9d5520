"""Names of files on a stick: what every player, and every old file system, can show and tell apart.

Capitals without marks, digits and `_`, in the order in which bulletins are said; the number in
front makes each its own and none a name that Windows keeps for a device.
"""

from pathlib import PurePosixPath

from generator.vietnamese.folding import slug

MOST = 60  # signs, with what stands behind the dot
MOST_OF_STEM = MOST - len("_MUONG_2.opus")
FEWEST_DIGITS = 2
TONGUES = {"tyz": "TAY", "nut": "NUNG", "hmn": "MONG", "ium": "DAO", "km": "KHMER", "mtq": "MUONG"}


def stem(number: int, of: int, title: str) -> str:
    """The name of a bulletin by its place among all: 01_HOI_LUAT_O_DAU."""
    digits = max(FEWEST_DIGITS, len(str(of)))
    front = f"{number:0{digits}}"
    words = slug(title, MOST_OF_STEM - len(front) - 1)
    return _in_capitals(f"{front}-{words}" if words else front)


def sound_name(stem: str, language: str, own: str, path: str, taken: set[str]) -> str:
    """The name of its sound; one in another language than its own says in which."""
    tongue = "" if language == own else f"_{TONGUES.get(language) or _in_capitals(language)[:6]}"
    ending = PurePosixPath(path).suffix.lower()
    names = (f"{stem}{tongue}{again}{ending}" for again in ("", *(f"_{n}" for n in range(2, 10))))
    name = next(one for one in names if one.lower() not in taken)
    taken.add(name.lower())
    return name


def _in_capitals(text: str) -> str:
    return text.upper().replace("-", "_")
