"""A code on a wall: whoever scans it must reach the number that is written beside it."""

import io
import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.qr_codes import MARGIN, code, code_of_page
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


@given(st.from_regex(r"https://[a-z.]{5,30}/[a-z-]{5,90}[.]html", fullmatch=True))
def test_a_code_opens_the_page(address: str) -> None:
    """The stroke covers exactly the modules of the symbol, and white lies around them."""
    symbol = segno.make_qr(address, error="m", mask=2, boost_error=False)
    expected = [[bool(module) for module in row] for row in symbol.matrix]

    drawn = code_of_page(address)

    svg = f'<path class="qrline" d="{drawn.path}"/>'
    assert dark_modules(svg, MARGIN, len(expected)) == expected
    assert drawn.size == len(expected) + 2 * MARGIN


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
