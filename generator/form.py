"""The form of the state between builds: what a build cannot use that another program left."""

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.listing import listing

OURS = Path(__file__).parent
CODE = (".py", ".yml")


@cache
def form() -> str:
    """A sum over this program, the libraries installed beside it, and Python itself.

    What was read, checked or made by any other form is done again.
    """
    files = listing(OURS, hidden=False)
    code = [
        (folder, name, size, changed)
        for folder in sorted(files)
        for name, (size, changed, *_) in sorted(files[folder].items())
        if name.endswith(CODE)
    ]
    told = repr((sys.version, _libraries(), code))
    return blake2b(told.encode(), digest_size=16).hexdigest()


def _libraries() -> list[str]:
    """Names and versions of what is installed where Python looks for it."""
    folders = (place for place in sys.path if os.path.isdir(place))
    return sorted(
        name for place in folders for name in os.listdir(place) if name.endswith(".dist-info")
    )
