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


UNDER_AN_AGENCY = "KẾ HOẠCH\nThử\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n"


def test_words_that_lead_up_to_bullets_are_a_task_when_they_are_a_duty() -> None:
    """Half of the work would be lost if only the bullets counted; "Cụ thể như sau:" is none."""
    plan = (
        UNDER_AN_AGENCY
        + "a) Tổ chức rà soát các phòng tư vấn ở xã để sửa chữa dần, cụ thể:\n- Phòng ở chợ cũ.\n"
        "b) Cụ thể như sau:\n- Phát tờ gấp cho bà con."
    )

    assert [task.path for task in understand(text(plan)).tasks] == [
        "III.1.a", "III.1.a.-1", "III.1.b.-1",
    ]  # fmt: skip


def test_bullets_under_help_with_begin_with_the_partner() -> None:
    """ "Chủ trì, phối hợp:" over "- Sở Nội vụ …" makes that agency a partner, not a leader."""
    plan = UNDER_AN_AGENCY + "a) Chủ trì, phối hợp:\n- Sở Nội vụ tham mưu chọn người trực phòng."

    (found,) = understand(text(plan)).tasks

    assert (found.leads, found.partners) == (("Sở Y tế",), ("Sở Nội vụ",))


def test_a_clause_about_an_agency_owns_the_bullets_below() -> None:
    """ "Sở Y tế chủ trì, phối hợp với …:" says once for all bullets who does the work."""
    plan = (
        "KẾ HOẠCH\nThử\nIII. TỔ CHỨC THỰC HIỆN\n"
        "1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ:\n- Mở phòng tư vấn ở chợ.\n- Phát tờ gấp."
    )

    tasks = understand(text(plan)).tasks

    assert [(t.leads, t.partners) for t in tasks] == [(("Sở Y tế",), ("Sở Nội vụ",))] * 2


def test_a_heading_torn_in_two_names_its_agencies_whole() -> None:
    """A heading cut by a page break must not turn its second half into a task."""
    plan = (
        "KẾ HOẠCH\nThử\nIII. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Đoàn Thanh niên, Hội Liên hiệp\n\n"
        "Phụ nữ tỉnh\n- Kể chuyện pháp luật mỗi tuần.\n2. Đề nghị các tổ chức cung cấp dịch vụ\n"
        "- Giảm giá cước cho người nghèo."
    )

    leads = [task.leads for task in understand(text(plan)).tasks]

    assert leads == [
        ("Đoàn Thanh niên", "Hội Liên hiệp Phụ nữ tỉnh"), ("các tổ chức cung cấp dịch vụ",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Mở phòng ở chợ (xong trong tháng 5/2026).", "range", "xong trong tháng 5/2026"),
        ("Mở phòng ở chợ. Hoàn thành trước ngày 5/6/2026.", "point", "trước ngày 5/6/2026"),
        ("Mở phòng ở chợ (khi Bộ Y tế có hướng dẫn).", "conditional", "khi Bộ Y tế có hướng dẫn"),
        ("Báo cáo việc mở phòng trước ngày 5/6/2026.", None, None),
    ],
)
def test_deadlines_stand_in_sentences_too(
    sentence: str, kind: str | None, words: str | None
) -> None:
    """A deadline hidden in prose is a deadline; the day of a report is none of the work."""
    (found,) = understand(text(UNDER_AN_AGENCY + f"- {sentence}")).tasks

    assert (found.time.kind if found.time else None) == kind
    assert words is None or words in (found.time.as_written if found.time else "")


def test_a_closing_clause_with_a_deadline_is_work() -> None:
    """Whoever must write his own plan by May has a duty, wherever the sentence stands."""
    plan = (
        "KẾ HOẠCH\nThử\nIV. TỔ CHỨC THỰC HIỆN\n1. Căn cứ Kế hoạch này, UBND các xã xây dựng "
        "kế hoạch của mình (hoàn thành trong tháng 5/2026).\n"
        "2. Căn cứ Kế hoạch này, UBND các xã thực hiện."
    )

    assert [(t.path, t.leads) for t in understand(text(plan)).tasks] == [
        ("IV.1", ("UBND các xã",))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Phấn đấu đạt ít nhất 02 hội nghị; còn 1,7 lần.", [(2, "hội nghị"), (1.7, "lần")]),
        ("Phấn đấu mức sinh đạt 2,1 con/phụ nữ vào năm 2030.", [(2.1, "con/phụ nữ")]),
        ("Đạt 80% số xã; 50% số chợ có phòng tư vấn.", [(80, "%"), (50, "%")]),
        ("Đạt 1.500 lượt người được tư vấn.", [(1500, "lượt người")]),
        ("Công văn số 12/KH-UBND, trên 3 năm, đạt 5 điểm.", []),
    ],
)
def test_targets_are_shares_and_figures(sentence: str, figures: list[tuple[float, str]]) -> None:
    """A plan that wants two meetings or 2.1 children has a target as much as one with 80 %."""
    plan = f"KẾ HOẠCH\nThử\nI. MỤC TIÊU\n- {sentence}\nII. NỘI DUNG\n- Trồng cây ven đường làng."

    assert [(t.value, t.unit) for t in understand(text(plan)).targets] == figures


def test_each_target_of_a_sentence_is_told_in_its_own_words() -> None:
    """Two shares in one sentence are two targets, and each reader sees which is meant."""
    plan = "KẾ HOẠCH\nThử\nI. MỤC TIÊU\n- Đạt 80% các xã có tủ sách luật và 80% các chợ có loa."

    targets = [target.text for target in understand(text(plan)).targets]

    assert targets == ["Đạt 80% các xã có tủ sách luật", "80% các chợ có loa"]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Báo cáo UBND tỉnh trước 17h30 hằng ngày.", "trước 17h30 hằng ngày"),
        ("Báo cáo 02 lần/ngày (trước 9h00 và 16h00) gửi UBND tỉnh.",
         "02 lần/ngày (trước 9h00 và 16h00)"),
        ("Báo cáo kết quả UBND tỉnh trong tháng 5/2026.", "trong tháng 5/2026"),
    ],
)  # fmt: skip
def test_reports_are_due_at_hours_and_in_months(sentence: str, due: str) -> None:
    """In a flood reports are due twice a day; the words are kept as they stand."""
    duties = understand(text(UNDER_AN_AGENCY + f"- {sentence}")).report_duties

    assert [(duty.to, duty.due) for duty in duties] == [("UBND tỉnh", due)]


def test_a_heading_printed_again_inside_a_table_is_no_task() -> None:
    """Long appendices repeat their heading under each group; groups A hold groups I."""
    head = "|\nNội dung\n|\nĐơn vị thực hiện\n|\nThời gian\n|\n"
    plan = (
        f"KẾ HOẠCH\nThử\nI. NỘI DUNG\n|\nSTT\n{head}"
        "|\nA\n|\nPHẦN CHUNG\n|\n|\nI\n|\nTuyên truyền\n|\n"
        "|\n1\n|\nDựng loa ở chợ\n|\nSở Y tế\n|\n2026\n|\n"
        f"|\nB\n|\nPHẦN RIÊNG\n|\n|\nI\n|\nTư vấn\n{head}"
        "|\n1\n|\nMở phòng tư vấn\n|\nSở Nội vụ\n|\n2027\n|\n"
    )

    tasks = understand(text(plan)).tasks

    assert [(t.path, t.text, t.leads) for t in tasks] == [
        ("PL.A.I.1", "Dựng loa ở chợ", ("Sở Y tế",)),
        ("PL.B.I.1", "Mở phòng tư vấn", ("Sở Nội vụ",)),
    ]


def test_a_period_in_months_is_kept_in_months() -> None:
    """A campaign from October to March is not two years long, and April lies outside it."""
    plan = (
        "KẾ HOẠCH\nThử\nI. THỜI GIAN TỔ CHỨC\n"
        "Cuộc vận động kéo dài từ tháng 10 năm 2025 đến hết tháng 3 năm 2026. Tổng kết sau đó.\n"
        "II. NỘI DUNG\n1. Mở phòng tư vấn\n- Thời gian: Tháng 4/2026\n"
    )

    imported = understand(text(plan))

    assert as_json(imported)["period"] == {"start": "2025-10", "end": "2026-03"}
    assert "import-time-outside" in [remark.key for remark in imported.remarks]


def test_a_table_without_rows_is_no_error() -> None:
    """Only the heading of a table may be left when the rest was pasted as a picture."""
    plan = (
        "KẾ HOẠCH\nThử\nI. NỘI DUNG\n| STT | Nội dung | Thời gian |\n| STT | Nội dung | Thời gian |"
    )

    assert understand(text(plan)).tasks == ()


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
