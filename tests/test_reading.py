"""Reading: whatever lies in content/, the author gets a message, soon, and never a traceback."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake import load, read_record
from generator.reading import MAX_BYTES, MAX_DEPTH, Unreadable, text_of, values_of
from generator.records.documents import Document
from tests.conftest import Project

SOON = 5.0  # seconds; ten times what the slowest takes on a busy machine


def key_of(raw: bytes, folder: Path) -> str | None:
    """The key of the message that a file gives, or None where it can be read."""
    path = folder / "tep.yml"
    path.write_bytes(raw)
    try:
        values_of(text_of(path))
    except Unreadable as unreadable:
        return unreadable.key
    return None


@pytest.mark.parametrize(
    "name",
    [
        "Hồng\u2028Sơn",
        "Hồng\u2029Sơn",
        '"Hồng\u2028Sơn"',
        '"Hồng\\u2029Sơn"',
        '"Hồng\\LSơn"',
        '"Hồng\\PSơn"',
        "|-\n  Hồng\u2028Sơn",
        ">-\n  Hồng\u2029Sơn",
    ],
)
def test_no_sign_that_ends_a_line_unseen_is_ever_read(small: Project, name: str) -> None:
    """Lists, the search and the places tell names in scripts, which such a sign might break."""
    sound = load(small.content)[1]
    small.change("areas/hong-son.yml", "name: Hồng Sơn\n", f"name: {name}\n")

    faults = load(small.content)[1]

    assert not [one for one in sound if one.stops]
    assert [one for one in faults if one.stops and one.file.endswith("areas/hong-son.yml")]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{below}: &{below} [*{above}, *{above}, *{above}]\n"
    for above, below in zip("abcdefgh", "bcdefghi", strict=True)
)
ATTACKS = {
    "nothing but opening brackets": (b"[" * 400_000, "too-deep"),
    "brackets that close again": (b"a: " + b"[" * 5000 + b"]" * 5000, "too-deep"),
    "mappings in one line": (b"{a: " * 3000 + b"1" + b"}" * 3000, "too-deep"),
    "dashes in one line": (b"- " * 100_000 + b"a", "too-deep"),
    "questions in one line": (b"? " * 100_000 + b"a", "too-deep"),
    "steps to the right": (b"".join(b" " * n + b"a:\n" for n in range(600)), "too-deep"),
    "an anchor": (b"a: &x 1\n", "anchor"),
    "an alias": (b"a: *x\n", "anchor"),
    "a bomb of aliases": (BOMB.encode(), "anchor"),
    "an anchor that names itself": (b"a: &a [*a]\n", "anchor"),
    "a merge": (b"a: &a {x: 1}\nb:\n  <<: *a\n", "anchor"),
    "a Python object": (b"a: !!python/object/apply:os.system [ls]\n", "tag"),
    "a binary tag": (b"a: !!binary aGVsbG8=\n", "tag"),
    "a local tag": (b"a: !secret x\n", "tag"),
    "ten megabytes": (b"a: " + b"x" * 10_000_000, "too-large"),
    "one byte too many": (b"a" * (MAX_BYTES + 1), "too-large"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not-utf8"),
    "UTF-16": ("a: Luật".encode("utf-16"), "not-utf8"),
    "Windows-1258": ("a: Hà Nội".replace("ộ", "ô\u0323").encode("cp1258"), "not-utf8"),
    "half a letter": ("a: Luậ".encode()[:-1], "not-utf8"),
    "NUL": (b"a: x\x00y\n", "not-yaml"),
    "a control sign": (b"a: x\x07y\n", "not-yaml"),
    "a tab before a field": (b"a:\n\tb: 1\n", "not-yaml"),
    "an open quotation": (b'a: "x\n', "open-quote"),
    "two documents": (b"a: 1\n---\nb: 2\n", "not-yaml"),
    "a list as the name of a field": (b"? [a, b]\n: 1\n", "not-yaml"),
    "a field that is a mapping": (b"{a: 1}: 2\n", "not-yaml"),
    "equal fields": (b"a: 1\nb: 2\na: 3\n", "duplicate-key"),
    "equal fields one level down": (b"a:\n  b: 1\n  b: 2\n", "duplicate-key"),
    "equal fields in a list": (b"a:\n  - {b: 1, b: 2}\n", "duplicate-key"),
    "equal fields deep down": (b"a: {b: [{c: {d: 1, d: 2}}]}\n", "duplicate-key"),
    "equal fields in other quotation marks": (b"a: 1\n\"a\": 2\n'a': 3\n", "duplicate-key"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_cannot_be_read_is_refused_soon(attack: str, tmp_path: Path) -> None:
    """A broken or hostile file costs its author a message, not the office its machine."""
    raw, expected = ATTACKS[attack]
    begun = time.perf_counter()

    told = key_of(raw, tmp_path)

    assert told == expected
    assert time.perf_counter() - begun < SOON


HARMLESS = {
    "a byte order mark": ("\ufeffa: Luật\n".encode(), {"a": "Luật"}),
    "Windows line ends": (b"a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
    "a very long line": (b"a: " + b"x" * 500_000, {"a": "x" * 500_000}),
    "leading zeros, no and 12:30": (
        b"a: 012\nb: no\nc: 12:30\nd: 1_000\ne: ~\nf: 2026-11-22\n",
        {"a": "012", "b": "no", "c": "12:30", "d": "1_000", "e": "~", "f": "2026-11-22"},
    ),
    "signs that look like anchors": (b"a: R&D * 2 !\n", {"a": "R&D * 2 !"}),
    "a merge sign that merges nothing": (b"<<: x\n", {"<<": "x"}),
    "as deep as is allowed": (
        b"[" * (MAX_DEPTH - 1) + b"x" + b"]" * (MAX_DEPTH - 1),
        None,
    ),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_people_really_write_is_read_as_it_stands(name: str, tmp_path: Path) -> None:
    """A number keeps its zeros and a day its dashes: nothing is turned into something else."""
    raw, expected = HARMLESS[name]
    path = tmp_path / "tep.yml"
    path.write_bytes(raw)

    values = values_of(text_of(path))

    assert expected is None or values == expected


@given(st.binary(max_size=2000))
def test_no_bytes_make_reading_fail_in_another_way(raw: bytes) -> None:
    """Any file at all, saved by any program, ends in values or in a message."""
    _read(raw.decode("utf-8", "replace"))


@given(st.text(max_size=500))
def test_no_text_makes_reading_fail_in_another_way(text: str) -> None:
    """Any text at all ends in values or in a message."""
    _read(text)


YAML_SIGNS = st.text(alphabet="ab:-?[]{}&*!|>'\"#%@`,\n\t ~.=<\\0", max_size=200)


@given(YAML_SIGNS)
def test_no_mix_of_yaml_signs_makes_reading_fail_in_another_way(text: str) -> None:
    """Half-written YAML, as an editor saves it, ends in values or in a message."""
    _read(text)


def _read(text: str) -> Any:
    try:
        return values_of(text)
    except Unreadable as unreadable:
        return unreadable.key


def test_many_faults_in_one_file_are_told_soon(small: Project) -> None:
    """A table pasted into the wrong place brings a long list, not a long wait."""
    fields = "".join(f"cot-{number}: ô {number}\n" for number in range(3000))
    small.add("documents/bang.yml", f"id: bang\nstatus: draft\nkind: law\ntitle: Bảng\n{fields}")
    begun = time.perf_counter()

    run = small.call("check")

    assert len(run.stdout.splitlines()) == 3000
    assert "content/documents/bang.yml:3004: “cot-2999”" in run.stdout
    assert time.perf_counter() - begun < 30


@pytest.mark.parametrize("text", ["a" * 400_000, "1" * 400_000, "1 " * 200_000, "+" * 400_000])
def test_a_long_word_is_searched_for_personal_data_soon(text: str) -> None:
    """A picture pasted as letters does not hold the check up for minutes."""
    raw = f"id: thu\nstatus: draft\nkind: law\ntitle: Luật\nnote: x{text}\n".encode()
    begun = time.perf_counter()

    record, _ = read_record(Document, raw, "content/documents/thu.yml")

    assert record is not None
    assert time.perf_counter() - begun < SOON


@pytest.mark.parametrize("name", ["._ke-hoach.yml", ".#ke-hoach.yml", ".ke-hoach.yml.swp"])
def test_what_editors_and_usb_sticks_leave_behind_is_no_record(name: str, small: Project) -> None:
    """A file that its author cannot even see never stops a build."""
    (small.content / "plans" / name).write_bytes(b"\x00\x05\x16\x07Mac OS X")

    _, problems = load(small.content)

    assert problems == []
