"""Mangled documents, cut, shuffled or wrongly encoded: a result or a refusal, nothing else."""

import itertools
import random
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.answers import as_json
from generator.importers.drafts import as_drafts
from generator.importers.findings import ImportedDocument
from generator.importers.labels import role_of
from generator.importers.plan import MOST_TASKS, understand
from generator.importers.reading_files import read_document, text_lines
from generator.importers.source import ImportRefused, SourceText
from generator.reading import values_of

SAMPLES = Path(__file__).parent / "importing"
PLAN = (SAMPLES / "ke-hoach-co-nhan.txt").read_text(encoding="utf-8")
TABLE = (SAMPLES / "ke-hoach-bang-vo.txt").read_text(encoding="utf-8")
LIST = (SAMPLES / "cong-bo-bang-vo.txt").read_text(encoding="utf-8")
FULL = (SAMPLES / "cong-bo-toan-van.txt").read_text(encoding="utf-8")
LINES = (SAMPLES / "cong-bo-theo-dong.txt").read_text(encoding="utf-8")


def shuffled(text: str, seed: int) -> str:
    """The lines of a text in another order."""
    lines = text.split("\n")
    random.Random(seed).shuffle(lines)
    return "\n".join(lines)


def holed(text: str, seed: int) -> str:
    """A text in which every twentieth sign is another one."""
    chance = random.Random(seed)
    return "".join(chance.choice("|*-+:.;()1ăỞ\t ") if chance.random() < 0.05 else s for s in text)


def mangled(name: str, text: str) -> dict[str, bytes]:
    """A decision cut, shuffled and holed below its head: it stays one that announces procedures."""
    at = text.index("Nơi nhận")
    head, body = text[:at], text[at:]
    variants = {f"{name} cut at {n} %": body[: len(body) * n // 100] for n in (14, 41, 68, 95)}
    variants |= {f"{name} shuffled {n}": shuffled(body, n) for n in range(2)}
    variants |= {f"{name} holes {n}": holed(body, n) for n in range(2)}
    variants |= {f"{name} on one line": body.replace("\n", " "), f"{name} twice": body + body}
    variants |= {f"{name} backwards": body[::-1], f"{name} without spaces": body.replace(" ", "")}
    return {case: (head + words).encode() for case, words in variants.items()}


VARIANTS: dict[str, bytes] = {
    **mangled("list", LIST),
    **mangled("full texts", FULL),
    **mangled("lines", LINES),
    **{f"cut at {n} %": PLAN[: len(PLAN) * n // 100].encode() for n in range(5, 100, 19)},
    **{f"table cut at {n} %": TABLE[: len(TABLE) * n // 100].encode() for n in range(5, 100, 19)},
    **{f"bytes cut at {n}": PLAN.encode()[:n] for n in (7, 333, 1234, 1501)},
    **{f"shuffled {n}": shuffled(PLAN, n).encode() for n in range(5)},
    **{f"table shuffled {n}": shuffled(TABLE, n).encode() for n in range(5)},
    **{f"holes {n}": holed(PLAN, n).encode() for n in range(4)},
    **{f"table holes {n}": holed(TABLE, n).encode() for n in range(4)},
    "empty": b"",
    "spaces": b"   \n\n  ",
    "binary": bytes(range(256)) * 50,
    "zeros": b"\x00" * 5000,
    "latin": PLAN.encode("ascii", "replace"),
    "utf-16": PLAN.encode("utf-16"),
    "utf-16 without mark": PLAN.encode("utf-16-le"),
    "wrong page": PLAN.encode("cp1258", "replace"),
    "doubly encoded": PLAN.encode().decode("latin-1").encode(),
    "one line": PLAN.replace("\n", " ").encode(),
    "upper": PLAN.upper().encode(),
    "no spaces": PLAN.replace(" ", "").encode(),
    "twice": (PLAN + PLAN).encode(),
    "backwards": PLAN[::-1].encode(),
    "only pipes": b"|\n" * 4000,
    "only dashes": b"-" * 4000 + b"x",
    "markdown table": b"| TT | N\xe1\xbb\x99i dung |\n|---|---|\n| 1 |",
    "html": f"<html><body><table><tr><td>{PLAN}".encode(),
    "html unclosed": b"<html><table><tr><td rowspan=99999 colspan=-3>KE HOACH",
}


@pytest.mark.parametrize("content", VARIANTS.values(), ids=VARIANTS.keys())
def test_a_mangled_file_gives_a_result_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    """Whatever an officer drops in, the answer is a sentence and never a traceback."""
    path = tmp_path / "van-ban.txt"
    path.write_bytes(content)

    check_result(understand(read_or_nothing(path)))


def read_or_nothing(path: Path) -> SourceText:
    """What can be read; no lines where reading was refused, which is an answer too."""
    try:
        return read_document(path)
    except ImportRefused:
        return SourceText(path.name, ())


@given(st.text(max_size=300))
def test_any_text_gives_a_result(content: str) -> None:
    """Nothing that can be typed breaks the importer or its drafts."""
    check_result(understand(source("KẾ HOẠCH\nThử\nI. NỘI DUNG\n" + content)))
    check_result(understand(source(DECISION + content)))


def check_result(imported: ImportedDocument) -> None:
    """A result can be told in both languages and written as drafts that read back."""
    assert as_json(imported, "en")["kind"] == imported.kind
    assert len({task.path for task in imported.tasks}) == len(imported.tasks)
    for draft in as_drafts(imported, {}):
        assert values_of(draft.yaml_text)["id"] == draft.id


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_letters_apart_and_other_line_ends_change_nothing(path: Path) -> None:
    """The same plan from a Mac and from Windows is the same plan."""
    original = path.read_text(encoding="utf-8")

    decomposed = without_remark(source(unicodedata.normalize("NFD", original)), "import-decomposed")
    windows = understand(source(original.replace("\n", "\r\n")))

    assert decomposed == as_json(understand(source(original)))
    assert as_json(windows) == as_json(understand(source(original)))


def without_remark(text: SourceText, key: str) -> dict[str, Any]:
    """The answer without the one warning that tells of the letters themselves."""
    imported = understand(text)
    told = {remark.told() for remark in imported.remarks if remark.key == key}
    answer = as_json(imported)
    answer["warnings"] = [w for w in answer["warnings"] if w not in told]
    return answer


def source(content: str) -> SourceText:
    """A source as if read from a plain file."""
    return SourceText("van-ban.txt", text_lines(content))


HEAD = "KẾ HOẠCH\nThử\nI. MỤC TIÊU\n- Đạt 90% số xã\nII. NỘI DUNG\n1. Làm\n- Cơ quan chủ trì: "
DECISION = (
    "QUYẾT ĐỊNH\nVề việc công bố danh mục thủ tục hành chính\nNơi nhận:\nPHỤ LỤC I\n"
    "|\nSTT\n|\nMã TTHC\n|\nTên thủ tục hành chính\n|\nThời hạn\n|\nPhí\n|\nGhi chú\n|\n"
)
ORGANISATION = "KẾ HOẠCH\nThử\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n"
PIECES = (
    "(", "((a) ", "[1]", "“a ", "*", "*a ", "và ", "a", ",", ". ", "1/", "1 ", "- ", "|", "|a",
    "đạt 90% ", "giai đoạn ", "khi a ", "báo cáo ", "12/KH-UBND, ", "Sở Tư pháp, ", "Quý I, ",
    "phối hợp với Sở Y tế ", "Sở Y tế ban hành Kế hoạch 1/KH-UBND ", "Thời gian: ", "-" * 9 + "x",
    "báo cáo về Sở Y tế trước ngày 5/5/2026 ", "không có vụ việc nào, đạt 90% ", "đạt 5 hội nghị ",
    "1. việc\n", "1. Sở Y tế\n- Chủ trì mở phòng tư vấn ở chợ trong tháng 5/2026.\n",
    "IV. NỘI DUNG\n",
    "+ Sở Y tế\n", "a) Làm:\n- b:\n+ c:\n", "CHỦ TỊCH\n", "KẾ HOẠCH\n", "dòng chữ thường\n\n",
    "|\nSTT\n|\nNội dung\n|\nThời gian\n|\n", "| STT | Nội dung | Thời gian |\n",
    "|\n1\n|\nLàm\n|\n",
    "- Thời gian: Quý I\n", "- Nội dung: a\n- Thời gian: Quý I\n", "một hai, ba và bốn. Năm ",
)  # fmt: skip

PIECES_OF_LISTS = (
    "|", "|\n", "|\na\n", "|\n1\n|\n", "1.001122 ", "1\n1.001122\nXin thẻ\n",
    "| 1 | 1.001122 | Xin thẻ | 5 ngày | Không | |\n", "| LĨNH VỰC A | | | | | |\n",
    "|\n1\n|\n1.001122\n|\nXin thẻ\n|\n5 ngày\n|\n", "|\n1\n|\n\n|\nXin thẻ\n|\n|\n",
    "|\nI\n|\nLĨNH VỰC A\n|\n", "|\nSTT\n|\nMã TTHC\n|\nTên TTHC\n|\n", "STT\nMã\nTên TTHC\n",
    "1. Xin thẻ\na) Trình tự thực hiện: Nộp đơn\nb) Thành phần hồ sơ: Đơn\nc) Phí: Không\n"
    "d) Thời hạn: 5 ngày\n", "Trình tự thực hiện\n", "Mã thủ tục: 1.001122\n", "Tên thủ tục\n",
    "Quy trình giải quyết TTHC: “A” (Mã TTHC: 1.001122)\n", "|\nTổng thời gian\n|\n5 ngày\n|\n",
    "Thủ tục 1: ", "5 ngày ", "(năm) ", "trong ngày; ", "không quá ", "lĩnh vực ",
    "1.001122.000 . ", "DANH MỤC ", "PHỤ LỤC 1\n", "Điều 1. Công bố 5 thủ tục tại Phụ lục II.\n",
    "phải gửi ", "(mã ",
)  # fmt: skip
BEGINNINGS = [
    *((head, piece) for head in (HEAD, ORGANISATION) for piece in PIECES),
    *((DECISION, piece) for piece in (*PIECES, *PIECES_OF_LISTS)),
]


@pytest.mark.parametrize(("head", "piece"), BEGINNINGS)
def test_twice_the_text_takes_no_more_than_twice_the_steps(piece: str, head: str) -> None:
    """A file of one million characters must end in seconds, whatever is repeated in it."""
    once, twice = (steps(head + piece * (n // len(piece))) for n in (10_000, 20_000))

    assert twice < 2.5 * once


def steps(content: str) -> int:
    """How many calls it takes to understand a text and to write its drafts."""
    role_of.cache_clear()
    counted = itertools.count()
    sys.setprofile(lambda frame, event, value: next(counted) and None)
    try:
        imported = understand(source(content))
        as_drafts(imported, {})
    finally:
        sys.setprofile(None)
    return next(counted)


@pytest.mark.parametrize(("head", "piece"), [b for b in BEGINNINGS if b[0] != ORGANISATION])
def test_a_long_monotonous_text_ends(head: str, piece: str) -> None:
    """A repeat that goes wrong inside one expression is no call and would take hours here."""
    check_result(understand(source(head + piece * (50_000 // len(piece)))))


def test_a_plan_of_thousands_of_tasks_is_cut_and_says_so() -> None:
    """A list pasted by mistake must not fill the screen of whoever opens the draft."""
    imported = understand(source(ORGANISATION + "- Mở phòng tư vấn ở chợ.\n" * (MOST_TASKS + 5)))

    assert len(imported.tasks) == MOST_TASKS
    assert "import-too-many-tasks" in [remark.key for remark in imported.remarks]
