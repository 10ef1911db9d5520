"""A code on a wall: whoever scans it must reach the number that is written beside it."""

import io
import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.qr_codes import code
from generator.records.contacts import Contact, ContactKind

HORIZONTAL = re.compile(r"([Mmh])(-?[0-9.]+)(?: (-?[0-9.]+))?")
NUMBERS = st.from_regex(r"\+?[0-9]{1,20}", fullmatch=True)


def test_a_code_calls_the_number() -> None:
    """The drawing holds exactly the modules of the symbol for tel: and the digits."""
    number = Contact(ContactKind.PHONE, "(0200) 000 00.11", (), None, None)
    symbol = segno.make_qr("tel:02000000011", error="q")
    expected = [[bool(module) for module in row] for row in symbol.matrix]

    drawn = code(number.dialled).decode()

    assert dark_modules(drawn, border=4, size=len(expected)) == expected


@given(NUMBERS)
def test_a_code_is_the_one_that_segno_would_draw(number: str) -> None:
    """We only put together what a library of long standing knows; we have no code of our own."""
    drawing = io.BytesIO()
    symbol = segno.make_qr(f"tel:{number}", error="q", mask=7)
    symbol.save(drawing, kind="svg", xmldecl=False, nl=False, omitsize=True, light="#fff")

    assert code(number) == drawing.getvalue()


def dark_modules(svg: str, border: int, size: int) -> list[list[bool]]:
    """The modules that the strokes of a drawing cover, row by row."""
    grid = [[False] * size for _ in range(size)]
    path = re.search(r'class="qrline"[^>]* d="([^"]+)"', svg)
    assert path
    x, y = 0.0, 0.0
    for step, across, down in HORIZONTAL.findall(path[1]):
        if step == "h":
            for module in range(int(float(across))):
                grid[int(y) - border][int(x) + module - border] = True
            x += float(across)
        else:
            x, y = (0.0, 0.0) if step == "M" else (x, y)
            x, y = x + float(across), y + float(down or 0)
    return grid
