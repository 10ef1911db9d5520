"""Codes that call a number or open a page when scanned.

Codes of numbers are put together from few that segno made. Numbers of one length have codes of one
size, level and mask, in which every dark module is a sum of bits of the text, for both the check
words and the mask only add. So a sign at a place turns the same modules whatever stands at the
others: from a number of zeros, any number is reached by turning the modules of each of its signs.
segno draws each sign at each place once, not each number. Addresses are too long and too varied for
that: segno makes the code of each.
"""

import io
import re
from functools import lru_cache, reduce
from itertools import repeat
from operator import xor
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from segno import QRCode

LEVEL = "q"  # robust, for a code hangs on walls in rain and sun
MASK = 7  # suits such numbers best most often; to try all eight takes five times as long
LEVEL_OF_PAGES = "m"  # such codes are large already, and lie on a table more often than outdoors
MASK_OF_PAGES = 2  # the same for addresses
MARGIN = 4  # modules left white on each side, for a scanner finds no code without them
DRAWING = re.compile(r'(.* d="M[0-9.]+ [0-9.]+)[-hm0-9. ]+(".*)')
AS_SIGNS = bytes.maketrans(b"\0\1", b"01")
RUNS = re.compile("1+|[0\n]+")  # of dark modules, and what lies between them


class Zeros(NamedTuple):
    """The code of a number of zeros: its modules as 0 and 1 row by row, and its drawing's frame."""

    modules: int
    octets: int
    size: int
    head: str
    foot: str


class Drawing(NamedTuple):
    """A code as a pen of one module's width draws it: its size with the margin, and the way."""

    size: int
    path: str


def code_of_page(address: str) -> Drawing:
    """The code that opens a whole address."""
    import segno  # here, for it loads slowly and few builds make a code

    made = segno.make_qr(address, error=LEVEL_OF_PAGES, mask=MASK_OF_PAGES, boost_error=False)
    rows, size = _rows(made).decode(), len(made.matrix)
    steps = map(_step, RUNS.findall(rows.rstrip("0\n")), repeat(size))
    return Drawing(size + 2 * MARGIN, f"M{MARGIN} {MARGIN}.5{''.join(steps)}")


def code(number: str) -> bytes:
    """The code, as SVG, that calls a number given as it is dialled."""
    zeros = _zeros(len(number))
    turned = map(_turned, repeat(len(number)), range(len(number)), number)
    rows = reduce(xor, turned, zeros.modules).to_bytes(zeros.octets, "big").decode()
    runs = RUNS.findall(rows.rstrip("0\n"))
    return "".join((zeros.head, *map(_step, runs, repeat(zeros.size)), zeros.foot)).encode()


@lru_cache
def _zeros(length: int) -> Zeros:
    made = _made("0" * length)
    drawing = io.BytesIO()
    made.save(drawing, kind="svg", xmldecl=False, nl=False, omitsize=True, light="#fff")
    frame = DRAWING.fullmatch(drawing.getvalue().decode())
    if frame is None:
        raise ValueError("segno draws in another way than it did")
    rows = _rows(made)
    return Zeros(int.from_bytes(rows, "big"), len(rows), rows.index(b"\n"), frame[1], frame[2])


@lru_cache(maxsize=1000)
def _turned(length: int, place: int, sign: str) -> int:
    """What differs from a number of zeros when another sign stands at a place."""
    zeros = "0" * length
    rows = _rows(_made(f"{zeros[:place]}{sign}{zeros[place + 1 :]}"))
    return int.from_bytes(rows, "big") ^ _zeros(length).modules


def _made(number: str) -> "QRCode":
    import segno  # here, for it loads slowly and few builds make a code

    return segno.make_qr(f"tel:{number}", error=LEVEL, mask=MASK)


def _rows(made: "QRCode") -> bytes:
    return b"\n".join(map(bytes, made.matrix)).translate(AS_SIGNS)


@lru_cache(maxsize=1000)
def _step(run: str, size: int) -> str:
    """A step of the pen as segno writes it: along a run of dark modules, or over to the next."""
    if run[0] == "1":
        return f"h{len(run)}"
    rows = run.count("\n")
    return f"m{len(run) - rows * (size + 1)} {rows}"
