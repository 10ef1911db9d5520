"""What the formats of other systems share: lasting ids, and silence on what is not known."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

OURS = uuid5(NAMESPACE_URL, "urn:pbgdpl")
DEMO = "Dữ liệu trình diễn, không có thật."


def stable_id(*path: object) -> str:
    """A UUID that is the same in every build: of a folder, an id, and the place of a part in it."""
    return str(uuid5(OURS, "/".join(map(str, path))))


def known(**values: Any) -> dict[str, Any]:
    """The values that are there; what is not known is left out, never made up."""
    return {name: value for name, value in values.items() if value not in (None, "", [], (), {})}
