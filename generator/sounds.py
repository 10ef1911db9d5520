"""How long a recording takes, as its own file tells."""

from pathlib import Path

from tinytag import TinyTag, TinyTagException


def seconds_of(path: Path) -> float | None:
    """The length of an audio file; None where it is no sound that can be read."""
    try:
        return TinyTag.get(path, tags=False).duration
    except (TinyTagException, OSError):
        return None
