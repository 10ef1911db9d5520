"""Records as YAML, laid out as an author would write them.

Short lists and mappings stand on one line, long texts are folded below their name, and only what
YAML would misread is quoted.
"""

from collections.abc import Mapping, Sequence

Scalar = str | int
Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]

WIDTH = 100  # signs of a line
ALIKE_NUMBERS = frozenset("0123456789.:")  # 012, 9.000001 and 07:30 are texts here


def yaml_text(record: Mapping[str, Value]) -> str:
    """The text of one file; fields with nothing in them are left out."""
    lines: list[str] = []
    _write_fields(record, "", "", lines)
    return "\n".join(lines) + "\n"


def _write_fields(fields: Mapping[str, Value], first: str, others: str, lines: list[str]) -> None:
    """Each field on a line that begins with `others`; the first of them begins with `first`."""
    begin = first
    for name, value in fields.items():
        if value or value == 0:
            _write(f"{begin}{name}:", value, others, lines)
            begin = others


def _write(begin: str, value: Value, indent: str, lines: list[str]) -> None:
    """One value after its name or its dash, which `begin` ends with."""
    if isinstance(value, int):
        lines.append(f"{begin} {value}")
    elif isinstance(value, str):
        _write_text(begin, value, indent, lines)
    else:
        short = _on_one_line(value, WIDTH - len(begin) - 1)
        if short:
            lines.append(f"{begin} {short}")
        elif isinstance(value, Mapping):
            lines.append(begin)
            _write_fields(value, indent + "  ", indent + "  ", lines)
        else:
            lines.append(begin)
            for item in value:
                _write_item(item, indent + "  ", lines)


def _write_item(item: Value, indent: str, lines: list[str]) -> None:
    short = None if isinstance(item, Scalar) else _on_one_line(item, WIDTH - len(indent) - 2)
    if isinstance(item, Mapping) and not short:
        _write_fields(item, f"{indent}- ", indent + "  ", lines)
    elif short:
        lines.append(f"{indent}- {short}")
    else:
        _write(f"{indent}-", item, indent, lines)


def _write_text(begin: str, text: str, indent: str, lines: list[str]) -> None:
    if "\n" in text:
        lines.append(f"{begin} |")
        lines += [f"{indent}  {line}" if line else "" for line in text.rstrip("\n").split("\n")]
    elif len(begin) + len(text) < WIDTH:
        lines.append(f"{begin} {text if is_plain(text) else quoted(text)}")
    else:
        lines.append(f"{begin} >-")
        _fold(text, indent + "  ", lines)


def _fold(text: str, indent: str, lines: list[str]) -> None:
    room = WIDTH - len(indent)
    while len(text) > room:
        end = text.rfind(" ", 0, room + 1)
        if end < 0:
            break
        lines.append(indent + text[:end])
        text = text[end + 1 :]
    lines.append(indent + text)


def _on_one_line(value: Value, room: int) -> str | None:
    """A list or mapping between brackets, or None where it is no line of `room` signs."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _within_brackets(value) if len(value) <= room and "\n" not in value else None
    if isinstance(value, Mapping):
        found = [_pair(name, one, room) for name, one in value.items() if one or one == 0]
        ends = "{}"
    else:
        found = [_on_one_line(one, room) for one in value]
        ends = "[]"
    known = [one for one in found if one]
    line = f"{ends[0]}{', '.join(known)}{ends[1]}"
    return line if len(known) == len(found) and len(line) <= room else None


def _pair(name: str, value: Value, room: int) -> str | None:
    if isinstance(value, Sequence) and any(isinstance(one, Mapping) for one in value):
        return None
    short = _on_one_line(value, room)
    return f"{name}: {short}" if short else None


def _within_brackets(text: str) -> str:
    is_safe = is_plain(text) and not any(sign in text for sign in ",[]{}")
    return text if is_safe else quoted(text)


def is_plain(text: str) -> bool:
    """Whether YAML reads the text as it stands, without quotes."""
    return (
        text[0].isalnum()
        and ": " not in text
        and " #" not in text
        and text[-1] != ":"
        and not ALIKE_NUMBERS.issuperset(text)
    )


def quoted(text: str) -> str:
    """The text between double quotes."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'
