"""What is wrong with the content: where it stands, what it is, and whether the build must stop.

A problem holds a message key and values, never a sentence: the sentence is chosen by
`catalogue`, in the language of the person who will mend it.
"""

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Step = str | int


@dataclass(frozen=True)
class Problem:
    """One fault of one file.

    `file` is the path as its author knows it, `where` the keys and indices that lead to the value
    inside the file, `line` counts from 1 and is known once somebody has looked for it.
    """

    file: str
    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    where: tuple[Step, ...] = ()
    line: int | None = None
    stops: bool = True


class ContentError(Exception):
    """The content cannot be published; every reason is in `problems`."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems that stop the build and those that only warn, together."""
        super().__init__("the content has problems")
        self.problems = tuple(problems)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as a person goes through them: file by file, from the first line to the last."""
    return sorted(problems, key=lambda one: (one.file, one.line or 0, one.key))


class Fault(Exception):
    """Something other than the content stops the work; one sentence tells what and the remedy."""

    def __init__(self, key: str, **values: object) -> None:
        """Name the sentence in the catalogue and the values for its holes."""
        super().__init__(key)
        self.key, self.values = key, values


FAULTS_OF_THE_SYSTEM = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "read-only-disk",
    errno.ENOENT: "no-such-file",
    errno.EISDIR: "is-a-folder",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.EADDRINUSE: "port-in-use",
}


def fault_of(error: Fault | OSError) -> Fault:
    """A fault as it is; what the operating system refused, as a fault that people can read."""
    if isinstance(error, Fault):
        return error
    key = FAULTS_OF_THE_SYSTEM.get(error.errno or 0, "file-fault")
    return Fault(key, file=error.filename or "", why=error.strerror or "")
