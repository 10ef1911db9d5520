"""Areas: provinces and communes of today, each with the units of before that went into it.

One file mirrors one clause of the resolution that made the unit. Old to new is many-to-many: a
unit of before that several areas name was divided, and nothing guesses which part is meant.
"""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import Outline, Record, Status, read_header, report_order
from generator.values import Value


class AreaKind(StrEnum):
    """The kinds of unit since 1 July 2025 (Luật 72/2025/QH15), and the township of before."""

    PROVINCE = "province"
    CITY_PROVINCE = "city_province"
    COMMUNE = "commune"
    WARD = "ward"
    SPECIAL_ZONE = "special_zone"
    TOWNSHIP = "township"


PROVINCES = (AreaKind.PROVINCE, AreaKind.CITY_PROVINCE)
WRITTEN = {
    AreaKind.PROVINCE: "tỉnh",
    AreaKind.CITY_PROVINCE: "thành phố",
    AreaKind.COMMUNE: "xã",
    AreaKind.WARD: "phường",
    AreaKind.SPECIAL_ZONE: "đặc khu",
    AreaKind.TOWNSHIP: "thị trấn",
}  # part of the unit's name, as the law writes it


class Share(StrEnum):
    """How much of a unit went into another."""

    WHOLE = "whole"
    PART = "part"
    REST = "rest"


def called(kind: AreaKind | None, name: str) -> str:
    """A unit as people call it: xã Tân Thuận, phường 8."""
    return f"{WRITTEN[kind]} {name}" if kind else name


class Predecessor(Value, frozen=True):
    """A unit of before, and how much of it went into the area."""

    kind: AreaKind | None
    name: str
    district: str | None
    share: Share
    code: str | None
    note: str | None

    @property
    def label(self) -> str:
        """As people called it, with its district where only that tells it from another."""
        district = f" ({self.district})" if self.district else ""
        return called(self.kind, self.name) + district


class AreaOutline(Outline, frozen=True):
    """Where an area stands among all; `province` is the id of the one that it lies in."""

    folder: ClassVar[str] = "areas"

    name: str
    province: str | None
    is_province: bool
    is_withdrawn: bool
    last_day: date | None
    before: tuple[str, ...]  # the names of the provinces that went into a province


class Area(Record, frozen=True):
    """A province or a commune of today; `code` is text, for it begins with zeros."""

    folder: ClassVar[str] = "areas"
    section: ClassVar[str] = "dia-phuong"

    name: str
    kind: AreaKind | None
    code: str | None
    province: str | None
    first_day: date | None
    last_day: date | None
    predecessors: tuple[Predecessor, ...]
    former_districts: tuple[str, ...]
    aliases: tuple[str, ...]
    note: str | None

    @property
    def label(self) -> str:
        """With its kind in front: Xã Tân Thuận."""
        words = called(self.kind, self.name)
        return words[:1].upper() + words[1:]

    @property
    def heading(self) -> str:
        """Its name, for most begin with the same word for their kind."""
        return self.name

    @property
    def outline(self) -> AreaOutline:
        """What lists by place are planned from."""
        return AreaOutline(
            id=self.id,
            name=self.name,
            province=self.province,
            is_province=self.is_province,
            is_withdrawn=self.status is Status.WITHDRAWN,
            last_day=self.last_day,
            before=tuple(one.name for one in self.predecessors) if self.is_province else (),
        )

    def has_ended(self, today: date) -> bool:
        """Whether it is no unit of `today` any more."""
        return self.last_day is not None and self.last_day < today

    @property
    def is_province(self) -> bool:
        """Whether it is a province or a city of that rank."""
        return self.kind in PROVINCES


def read_area(entry: Entry) -> Area:
    """An area from its content file."""
    header: dict[str, Any] = read_header(entry, Area.folder)
    area = Area(
        **header,
        name=entry.text("name"),
        kind=entry.choice("kind", AreaKind),
        code=_code(entry),
        province=entry.reference("province", "areas"),
        first_day=entry.day("first_day"),
        last_day=entry.day("last_day"),
        predecessors=entry.parts("predecessors", read_predecessor),
        former_districts=entry.texts("former_districts"),
        aliases=entry.texts("aliases"),
        note=entry.optional_text("note"),
    )
    report_order(entry, area.first_day, area.last_day)
    if area.kind and not area.is_province and not area.province:
        entry.report("missing-field", name="province")
    return area


def read_predecessor(entry: Entry) -> Predecessor:
    """A unit of before; all of it where no share is told."""
    return Predecessor(
        kind=entry.choice("kind", AreaKind),
        name=entry.text("name"),
        district=entry.optional_text("district"),
        share=entry.choice("share", Share, needed=False) or Share.WHOLE,
        code=_code(entry),
        note=entry.optional_text("note"),
    )


def _code(entry: Entry) -> str | None:
    """Two digits for a province, five for a commune, as the statistics office gives them."""
    value = entry.optional_text("code")
    length = 2 if entry.optional_text("kind") in PROVINCES else 5
    if value and not (value.isascii() and value.isdigit() and len(value) == length):
        entry.report("not-an-area-code", "code", value=value)
    return value
