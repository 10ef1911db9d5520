"""What machines' voices say, for the pages of bulletins: each under the name of its bulletin."""

from pathlib import Path

from generator.library import Library
from generator.page import Output, Outputs
from generator.recordings import address_of, audio_of
from generator.records.bulletins import Bulletin


def outputs(library: Library) -> Outputs:
    """The sound of every bulletin on offer that a machine reads; it goes when a person reads it."""
    for id, source in library.offered_files(Bulletin):
        audio = audio_of(library, id)
        if audio and audio.is_synthetic:
            yield Output(address_of(id, audio), file, (audio.path,), source, passing=True)


def file(library: Library, path: str) -> Path:
    """A sound as it lies below content/files/."""
    return library.offered_file(path)
