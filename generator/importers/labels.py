"""Labels: "Thời gian thực hiện:", "Cơ quan chủ trì:" and their many spellings.

A label is recognised without marks and case, and when one letter is wrong or missing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import Literal

from generator.vietnamese.folding import fold

Role = Literal[
    "leads", "partners", "actors", "time", "outputs", "content", "channels", "place", "other"
]

WHO = ("co quan", "don vi", "co quan, don vi", "don vi, ca nhan", "co quan, to chuc", "bo phan")
LEADING = (
    "chu tri",
    "thuc hien",
    "chu tri thuc hien",
    "chu tri tham muu",
    "chu tri tham muu thuc hien",
    "tham muu thuc hien",
    "tham muu",
    "dau moi",
    "phu trach",
    "chiu trach nhiem",
    "to chuc thuc hien",
    "trien khai thuc hien",
    "chu tri, tham muu",
    "chu tri trien khai",
)
HELPING = ("phoi hop", "phoi hop thuc hien", "phoi hop trien khai", "tham gia", "cung thuc hien")
VOCABULARY: dict[Role, tuple[str, ...]] = {
    "leads": (
        *(f"{who} {what}" for who, what in product(WHO, LEADING)),
        "chu tri",
        "chu tri thuc hien",
        "phan cong thuc hien",
        "trach nhiem thuc hien",
        "to chuc thuc hien",
        "phan cong nhiem vu",
        "phan cong",
        "giao chu tri",
    ),
    "partners": (
        *(f"{who} {what}" for who, what in product(WHO, HELPING)),
        "phoi hop",
        "phoi hop thuc hien",
        "thanh phan phoi hop",
    ),
    "actors": (
        *(f"{who} chu tri, phoi hop" for who in WHO),
        *(f"{who} chu tri va phoi hop" for who in WHO),
        *WHO,
    ),
    "time": (
        "thoi gian",
        "thoi gian thuc hien",
        "thoi gian hoan thanh",
        "thoi gian to chuc",
        "thoi gian trien khai",
        "thoi gian ban hanh",
        "thoi gian thuc hien, hoan thanh",
        "thoi gian, tien do",
        "thoi gian va tien do",
        "thoi gian du kien",
        "du kien thoi gian",
        "thoi gian, tien do thuc hien",
        "thoi han",
        "thoi han thuc hien",
        "thoi han hoan thanh",
        "thoi han ban hanh",
        "thoi han trinh",
        "thoi diem",
        "thoi diem thuc hien",
        "tien do",
        "tien do thuc hien",
        "tien do hoan thanh",
        "lo trinh",
        "lo trinh thuc hien",
        "hoan thanh",
    ),
    "outputs": (
        "san pham",
        "ket qua",
        "san pham, ket qua",
        "ket qua, san pham",
        "san pham, ket qua thuc hien",
        "ket qua thuc hien",
        "ket qua dau ra",
        "san pham dau ra",
        "san pham du kien",
        "ket qua du kien",
        "san pham hoan thanh",
        "ket qua, san pham dau ra",
        "san pham, ket qua dau ra",
        "san pham thuc hien",
        "du kien san pham",
        "du kien ket qua",
        "hinh thuc, san pham",
        "ket qua/san pham",
        "san pham/ket qua",
        "dau ra",
    ),
    "content": (
        "noi dung",
        "noi dung thuc hien",
        "noi dung hoat dong",
        "noi dung cong viec",
        "noi dung nhiem vu",
        "noi dung trien khai",
        "hoat dong",
        "nhiem vu",
        "cong viec",
        "ten nhiem vu",
        "ten hoat dong",
        "noi dung, nhiem vu",
        "noi dung cong viec, nhiem vu",
        "nhiem vu, giai phap",
        "nhiem vu cu the",
        "noi dung cu the",
        "noi dung nhiem vu, giai phap",
        "danh muc nhiem vu",
        "nhiem vu trong tam",
        "noi dung/nhiem vu",
        "nhiem vu/giai phap",
        "nhiem vu/hoat dong",
        "noi dung/hoat dong",
    ),
    "channels": ("hinh thuc", "hinh thuc thuc hien", "cach thuc thuc hien", "hinh thuc to chuc"),
    "place": ("dia diem", "dia diem to chuc", "dia ban", "pham vi"),
    "other": (
        "doi tuong",
        "thanh phan",
        "thanh phan tham du",
        "so luong",
        "kinh phi",
        "kinh phi thuc hien",
        "nguon kinh phi",
        "doi tuong tham gia",
        "quy mo",
        "muc dich",
        "yeu cau",
        "ghi chu",
        "chu de",
        "khau hieu",
    ),
}
KNOWN: dict[str, Role] = {name: role for role, names in VOCABULARY.items() for name in names}
LONGEST = 70  # characters of a label; none is longer
MOST_COLONS = 40  # in one paragraph; more are no labels
FEWEST_FOR_ONE_EDIT = 8  # in a shorter word one letter makes another word


@dataclass(frozen=True)
class Labelled:
    """A label and the value after it, in one paragraph."""

    role: Role
    label: str
    value: str


@lru_cache(maxsize=4096)
def role_of(label: str) -> Role | None:
    """The role of a label without its colon; None for what is no label."""
    words = normal(label)
    if words in KNOWN:
        return KNOWN[words]
    without_object = re.sub(r" (?:cho|trinh|voi|cua) .*", "", words)
    if without_object in KNOWN and KNOWN[without_object] in ("leads", "partners"):
        return KNOWN[without_object]
    if len(words) < FEWEST_FOR_ONE_EDIT:
        return None
    return next((KNOWN[known] for known in KNOWN if one_edit_apart(words, known)), None)


def normal(label: str) -> str:
    """A label without marks, case, signs around it and brackets."""
    words = re.sub(r"\([^()]*\)", " ", fold(label))
    words = re.sub(r"\s*,\s*", ", ", words.replace("&", "va"))
    return " ".join(words.split()).strip(" -+*.:,")


def one_edit_apart(one: str, other: str) -> bool:
    """Do the two differ by one letter put in, left out or replaced?"""
    if abs(len(one) - len(other)) > 1 or len(other) < FEWEST_FOR_ONE_EDIT:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, other_rest = one[start:], other[start:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def opens_with_label(text: str) -> bool:
    """Does the text begin with a label and a colon?"""
    label, colon, _ = text[: LONGEST + 1].partition(":")
    return bool(colon) and role_of(label) is not None


def labelled_parts(text: str) -> tuple[Labelled, ...]:
    """The labels of a paragraph with their values; empty when it does not begin with a label."""
    plain = re.sub(r"^[-+]\s*", "", text)
    starts = list(label_places(plain))
    if not starts or starts[0][0] != 0:
        return ()
    ends = [start for start, _, _ in starts[1:]] + [len(plain)]
    return tuple(
        Labelled(role, plain[start:colon].strip(), plain[colon + 1 : end].strip(" ;-"))
        for (start, colon, role), end in zip(starts, ends, strict=True)
    )


def label_places(text: str) -> Iterator[tuple[int, int, Role]]:
    """Start, colon and role of every label that opens the text or a sentence in it."""
    for colon in islice((m.start() for m in re.finditer(":", text)), MOST_COLONS):
        window = text[max(0, colon - LONGEST) : colon]
        offset = colon - len(window)
        opened = max(window.rfind(mark) + len(mark) for mark in (". ", "; ", "- "))
        if not any(mark in window for mark in (". ", "; ", "- ")):
            if offset:
                continue
            opened = 0
        role = role_of(window[opened:])
        if role:
            yield offset + opened, colon, role


def time_without_colon(text: str) -> Labelled | None:
    """ "Thời gian thực hiện Quý I năm 2026": a label of time whose colon is missing."""
    found = re.match(
        r"[-+\s]*(Thời (?:gian|hạn) (?:thực hiện|hoàn thành|ban hành|tổ chức))\s+(?=\S)", text
    )
    return Labelled("time", found[1], text[found.end() :]) if found else None
