"""Drafts: what was understood becomes content files that the reader of records accepts."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.entries import Entry, Findings
from generator.importers.draft_writing import Draft
from generator.importers.drafts import as_drafts
from generator.importers.findings import Heading, ImportedDocument, Period, ReportDuty, Target, Task
from generator.importers.plan import understand
from generator.importers.reading_files import read_document, text_lines
from generator.importers.source import SourceText
from generator.reading import values_of
from generator.records.catalogues import read_catalogue
from generator.records.documents import read_document as read_document_record
from generator.records.plans import read_plan
from generator.records.procedures import read_procedure
from generator.vietnamese.times import understand_time
from tests.conftest import ROOT, make_project

SAMPLES = Path(__file__).parent / "importing"
SHARED = ROOT.parent / "shared"
REAL = sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("samples/*/*.txt")])
READERS = {
    "plans": read_plan,
    "documents": read_document_record,
    "catalogues": read_catalogue,
    "procedures": read_procedure,
}

words = st.text(min_size=1).filter(lambda text: any(sign.isalnum() for sign in text))


def drafts_of(name: str, known: dict[str, str] | None = None) -> list[Draft]:
    """The drafts of one of our samples."""
    return as_drafts(understand(read_document(SAMPLES / name)), known or {})


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_drafts_are_sound_records(path: Path) -> None:
    """An officer who opens the preview right after an import sees no fault of ours."""
    for draft in drafts_of(path.name):
        findings = Findings(draft.id)
        entry = Entry(findings, values_of(draft.yaml_text))
        READERS[draft.folder](entry)
        entry.close()

        assert findings.problems == []


def test_a_draft_reads_well() -> None:
    """People go on working in this file: order, blocks and comments are made for them."""
    document, plan = drafts_of("ke-hoach-co-nhan.txt", {"so tu phap": "so-tu-phap-binh-nguyen"})

    assert document.yaml_text.startswith(
        "id: ke-hoach-07-kh-stp-binh-nguyen-2026\n"
        "status: draft\n"
        "number: 07/KH-STP\n"
        "kind: plan\n"
        "title: Đưa pháp luật đến với bà con vùng cao năm 2026\n"
        "issuer: Sở Tư pháp tỉnh Bình Nguyên\n"
        "place: Bình Nguyên\n"
        "issued_on: 2026-01-12\n"
        "signer: Lò Thị Mận\n"
        "sources:\n"
        "  - title: ke-hoach-co-nhan.txt\n"
    )
    assert (
        "  - path: II.1\n"
        "    text: Mở chuyên mục hỏi đáp trên đài truyền thanh xã\n"
        "    leads:\n"
        "      - so-tu-phap-binh-nguyen\n"
        "    partners:\n"
        "      - Sở Văn hóa, Thể thao và Du lịch\n"
        "      - UBND các xã, phường\n"
        "    time:\n"
        "      as_written: Thường xuyên\n"
        "      kind: ongoing\n"
        "    outputs:\n"
        "      - Mỗi tháng hai số phát thanh\n"
    ) in plan.yaml_text
    assert "# Dòng 29: Việc II.2.2 ghi hai thời gian" in plan.yaml_text


def test_drafts_of_the_samples_pass_the_check_as_they_stand(tmp_path: Path) -> None:
    """Whoever imports and previews at once is not stopped by what the importer wrote."""
    check_imported(tmp_path, sorted(SAMPLES.glob("*.txt")))


@pytest.mark.skipif(not REAL, reason="the real documents are not part of the project")
def test_drafts_of_real_documents_pass_the_check_as_they_stand(tmp_path: Path) -> None:
    """Real plans repeat numbers and misprint years; their drafts say so and go through."""
    check_imported(tmp_path, REAL)


def check_imported(folder: Path, files: list[Path]) -> None:
    """Import files one after the other into the real content; the check stops at nothing."""
    project = make_project(folder / "project", ROOT / "content")
    told = project.call("import", *map(str, files), "--into", "content").stdout
    assert "Traceback" not in told

    run = project.call("check")

    assert run.returncode == 0, run.stdout + run.stderr


def test_paths_that_a_page_cannot_tell_apart_get_a_count() -> None:
    """A link to a task leads to that task, also where prose and bullets share a heading."""
    plan = (
        "KẾ HOẠCH\nThử\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\nChủ trì mở phòng tư vấn mỗi tháng.\n"
        "- Cử hai người trực ở phòng tư vấn ấy.\n"
    )

    paths = [task.path for task in understand(source(plan)).tasks]

    assert paths == ["III.1(1)", "III.1.-1 (2)"]


def test_a_report_due_outside_the_period_is_told_to_readers() -> None:
    """A misprinted year stays as printed, and the reader is told of it beside the day."""
    plan = (
        "KẾ HOẠCH\nTrồng cây trước cổng năm 2026\nII. NỘI DUNG\n- Trồng cây ven đường làng.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế báo cáo UBND tỉnh kết quả trước ngày 5/12/2019.\n"
    )

    drafted = as_drafts(understand(source(plan)), {})[1]

    due = values_of(drafted.yaml_text)["report_duties"][0]["due"]
    assert due["last_day"] == "2019-12-05"
    assert "nằm ngoài thời kỳ" in due["doubt"]


@pytest.mark.parametrize(
    ("title", "number", "document", "plan"),
    [
        (
            "Triển khai thực hiện Đề án nâng cao hiểu biết pháp luật của người dân vùng cao, vùng "
            "sâu và vùng xa năm 2026",
            None,
            "ke-hoach-de-an-nang-cao-hieu-biet-phap-luat-cua-nguoi-dan-vung-suoi-vang-2026",
            "suoi-vang-de-an-nang-cao-hieu-biet-phap-luat-cua-nguoi-dan-vung-cao-vung-2026",
        ),
        (
            "Mở lớp hòa giải trên địa bàn tỉnh Suối Vàng năm 2026",
            "9/KH-UBND",
            "ke-hoach-9-kh-ubnd-suoi-vang-2026",
            "suoi-vang-mo-lop-hoa-giai-2026",
        ),
        ("“…”", None, "ke-hoach-suoi-vang-2026", "suoi-vang-2026"),
    ],
)
def test_ids_are_short_whole_words(
    title: str, number: str | None, document: str, plan: str
) -> None:
    """An id is read aloud and typed: no half words, and the year stands at the end."""
    heading = Heading(number, "2026-01-05", place="Suối Vàng", title=title)

    drafted = as_drafts(ImportedDocument("a.txt", "plan", heading), {})

    assert [draft.id for draft in drafted] == [document, plan]
    assert all(len(draft.id) <= 80 for draft in drafted)


def source(content: str) -> SourceText:
    """A source as if read from a plain file."""
    return SourceText("thu.txt", text_lines(content))


def test_what_is_no_plan_gives_no_draft() -> None:
    """A page of questions must not become a plan by accident."""
    assert drafts_of("hoi-dap.txt") == []
    assert [draft.folder for draft in drafts_of("quyet-dinh-thu-tuc.txt")] == ["documents"]


@given(words, words, words, words)
@example("a\uffff", "b\ufeff: ", "c\x85\u2028", "'d\" # \\")
def test_any_words_survive_the_journey_through_yaml(
    one: str, two: str, three: str, four: str
) -> None:
    """Quotes, colons, dashes and line ends in a plan's text never break the file."""
    imported = ImportedDocument(
        name=one,
        kind="plan",
        heading=Heading(number=two, title=three, signer=four),
        period=Period.of_years(2026, 2027),
        tasks=(
            Task(one, two, 1, (three,), (four,), understand_time(two), (one, four), group=three),
        ),
        targets=(Target(one, two, "at_least", 2.5, three),),
        report_duties=(ReportDuty(one, two, (three,), four, one, 1),),
    )

    document, plan = (values_of(draft.yaml_text) for draft in as_drafts(imported, {}))

    assert (document["number"], document["signer"]) == (two, four)
    task = plan["tasks"][0]
    assert (task["path"], task["text"], task["leads"], task["partners"]) == (
        one,
        two,
        [three],
        [four],
    )
    assert task["outputs"] == [one, four]
    assert plan["targets"][0]["value"] == "2.5"
    assert plan["report_duties"][0]["to"] == [four]


def test_purpose_and_funding_are_kept_for_the_officer() -> None:
    """What a plan is for and who pays is not lost on the way to its page."""
    plan = values_of(drafts_of("ke-hoach-co-nhan.txt")[1].yaml_text)

    assert plan["goals"] == [
        "Bà con biết quyền của mình và biết hỏi ai khi cần.",
        "Nói ngắn, dễ nghe; ít nhất 75% số bản có buổi nói chuyện.",
    ]
    assert plan["funding_note"] == (
        "Kinh phí bố trí trong dự toán hằng năm theo Thông tư số 56/2023/TT-BTC."
    )
