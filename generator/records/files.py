"""Files that records offer, below content/files/."""

import re
from pathlib import PurePosixPath

from generator.entries import Entry

FILE_KINDS = {
    ".mp3": "audio",
    ".ogg": "audio",
    ".opus": "audio",
    ".wav": "audio",
    ".mp4": "video",
    ".webm": "video",
    ".pdf": "print",
    ".docx": "print",
    ".jpg": "image",
    ".jpeg": "image",
    ".png": "image",
    ".webp": "image",
}  # no SVG and no HTML: opened as a document of their own they could run script

FILES_AT = "tep"  # their folder in site/
SPOKEN_AT = "giong-doc"  # below content/files/: what voices of machines say, and nobody else


def kind_of_file(path: str) -> str:
    """audio, video, print or image; empty for what cannot be published."""
    return FILE_KINDS.get(PurePosixPath(path).suffix.lower(), "")


def report_unfit_file(entry: Entry, path: str, name: str) -> None:
    """A file has a name fit for addresses, and is of a kind that runs nothing when opened."""
    if not kind_of_file(path):
        entry.report("file-kind", name, value=path, kinds=" ".join(FILE_KINDS))
    if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.[a-z0-9]+", path):
        entry.report("file-path", name, value=path)
