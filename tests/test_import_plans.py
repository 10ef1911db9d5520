"""Importing: our own sample documents give the answers that lie beside them."""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.importers.answers import as_json
from generator.importers.plan import understand
from generator.importers.reading_files import read_document
from generator.importers.source import Line, SourceText

SAMPLES = Path(__file__).parent / "importing"
DOCUMENTS = sorted(p for p in SAMPLES.iterdir() if p.suffix in {".txt", ".html"})
RENEW = "\nIf this is meant: python -m generator import tests/importing/{} --json tests/importing"

ROWS = (
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành", "Kết quả"),
    ("I", "Tuyên truyền", "", "", "", ""),
    ("1", "In tờ gấp về hòa giải", "Sở Tư pháp", "UBND các xã", "Tháng 5/2026", "Tờ gấp"),
    ("2", "Phát tờ gấp ở chợ", "UBND các xã", "", "Quý III/2026", ""),
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_sample_gives_the_answer_beside_it(path: Path) -> None:
    """Whoever changes a rule sees what it does to labels, tables, news and pages of questions."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    assert as_json(understand(read_document(path))) == expected, RENEW.format(path.name)


def test_a_word_file_gives_its_paragraphs_and_its_table(tmp_path: Path) -> None:
    """Officers drop in what they wrote in Word, with a table of tasks in it."""
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(word_file())

    answer = as_json(understand(read_document(path)))

    assert (answer["kind"], answer["number"]) == ("plan", "4/KH-UBND")
    assert answer["tasks"] == [
        task("II.1", "Dựng pa-nô ở ngã ba chợ", 8, ["Phòng Văn hóa - Xã hội"]),
        task("PL.I.1", "In tờ gấp về hòa giải", 15, ["Sở Tư pháp"], ["UBND các xã"],
             ("Tháng 5/2026", "2026-05-01", "2026-05-31"), ["Tờ gấp"]),
        task("PL.I.2", "Phát tờ gấp ở chợ", 16, ["UBND các xã"], [],
             ("Quý III/2026", "2026-07-01", "2026-09-30")),
    ]  # fmt: skip


def test_a_table_on_a_web_page_keeps_cells_that_reach_over_rows(tmp_path: Path) -> None:
    """An owner printed once for three rows is the owner of all three."""
    path = tmp_path / "ke-hoach.html"
    path.write_text(web_page(), encoding="utf-8")

    tasks = understand(read_document(path)).tasks

    assert [(t.text, t.leads) for t in tasks] == [
        ("Đọc bản tin trên loa", ("Đài truyền thanh xã",)),
        ("Trả lời câu hỏi", ("Đài truyền thanh xã",)),
    ]


def test_nothing_is_said_that_the_text_does_not_say() -> None:
    """An owner, a date or a number that is not in the plan must not appear on the site."""
    bare = "KẾ HOẠCH\nDọn tủ sách pháp luật\nI. NỘI DUNG\n- Lau giá sách.\n- Xếp lại sách cũ."

    answer = as_json(understand(text(bare)))

    assert [task["text"] for task in answer["tasks"]] == ["Lau giá sách.", "Xếp lại sách cũ."]
    assert all(not t["leads"] and not t["partners"] and not t["time"] for t in answer["tasks"])
    assert [answer[k] for k in ("number", "issued_on", "issuer", "signer")] == [None] * 4


def test_what_was_not_understood_is_handed_back_with_its_line() -> None:
    """The officer reads these lines himself instead of trusting a silent gap."""
    strange = "KẾ HOẠCH\nThử\nI. GIAI ĐIỆU MÙA XUÂN\n1. Hát\nII. NHIỆM VỤ\n- Trồng cây ven đường."

    unread = [(u.line, u.text) for u in understand(text(strange)).unread]

    assert unread == [(3, "GIAI ĐIỆU MÙA XUÂN"), (4, "Hát")]


def test_the_reading_order_of_sections_does_not_depend_on_their_signs() -> None:
    """A lost Roman heading is put back, said so, and the paths stay those of a careful reader."""
    lost = (
        "KẾ HOẠCH\nThử\n1. Mục đích\nBiết luật.\nII. NỘI DUNG\n1. Mở lớp\n- Thời gian: Quý I/2026\n"
        "2. Mở thư viện\n- Thời gian: Quý II/2026\n"
        "1. Sở Tư pháp chủ trì, phối hợp với Sở Y tế mở lớp.\n"
    )

    imported = understand(text(lost))

    assert [task.path for task in imported.tasks] == ["II.1", "II.2", "III.1"]
    keys = [remark.key for remark in imported.remarks]
    assert keys.count("import-section-lost") == 2


def text(content: str) -> SourceText:
    """A source as if read from a plain file."""
    lines = enumerate(content.split("\n"), start=1)
    return SourceText("thu.txt", tuple(Line(number, line) for number, line in lines))


def task(
    path: str,
    words: str,
    line: int,
    leads: Sequence[str] = (),
    partners: Sequence[str] = (),
    time: tuple[str, str, str] | None = None,
    outputs: Sequence[str] = (),
) -> dict[str, Any]:
    """One task of an answer."""
    written, start, end = time or (None, None, None)
    days = {"kind": "range", "start": start, "end": end} if time else None
    return {
        "path": path, "line": line, "text": words, "leads": list(leads), "partners": list(partners),
        "time_raw": written, "time": days, "outputs": list(outputs),
    }  # fmt: skip


def word_file() -> bytes:
    """A plan as Word would save it."""
    document = docx.Document()
    for line in (
        "ỦY BAN NHÂN DÂN XÃ SUỐI VÀNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 4/KH-UBND",
        "KẾ HOẠCH",
        "Giữ gìn xóm làng hòa thuận năm 2026",
        "I. MỤC ĐÍCH",
        "II. NHIỆM VỤ",
        "1. Dựng pa-nô ở ngã ba chợ",
        "- Cơ quan thực hiện: Phòng Văn hóa - Xã hội",
        "Nơi nhận:",
        "PHỤ LỤC",
    ):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(ROWS[0]))
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def web_page() -> str:
    """A plan with a table whose owner's cell reaches over two rows."""
    return """<!doctype html><meta charset="utf-8"><p>KẾ HOẠCH</p><p>Thử</p><p>I. NỘI DUNG</p>
    <table><tr><th>STT</th><th>Nội dung</th><th>Đơn vị thực hiện</th></tr>
    <tr><td>1</td><td>Đọc bản tin trên loa</td><td rowspan="2">Đài truyền thanh xã</td></tr>
    <tr><td>2</td><td>Trả lời câu hỏi</td></tr></table>"""
