"""What is wrong with the content: where it stands, what it is, and whether the build must stop.

A problem holds a message key and values, never a sentence: the sentence is chosen by
`catalogue`, in the language of the person who will mend it.
"""

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
