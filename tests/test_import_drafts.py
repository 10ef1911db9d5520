"""Drafts: what was understood becomes content files that the reader of records accepts."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entries import Entry, Findings
from generator.importers.drafts import Draft, as_drafts
from generator.importers.findings import Heading, ImportedDocument, Period, ReportDuty, Target, Task
from generator.importers.plan import understand
from generator.importers.reading_files import read_document
from generator.reading import values_of
from generator.records.documents import read_document as read_document_record
from generator.records.plans import read_plan
from generator.vietnamese.times import understand_time

SAMPLES = Path(__file__).parent / "importing"
DAY = date(2026, 11, 22)
READERS = {"plans": read_plan, "documents": read_document_record}

words = st.text(min_size=1).filter(lambda text: any(sign.isalnum() for sign in text))


def drafts_of(name: str, known: dict[str, str] | None = None) -> list[Draft]:
    """The drafts of one of our samples."""
    return as_drafts(understand(read_document(SAMPLES / name)), DAY, known or {})


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
        "    compared_on: 2026-11-22\n"
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


def test_what_is_no_plan_gives_no_draft() -> None:
    """A page of questions must not become a plan by accident."""
    assert drafts_of("hoi-dap.txt") == []
    assert [draft.folder for draft in drafts_of("quyet-dinh-thu-tuc.txt")] == ["documents"]


@given(words, words, words, words)
def test_any_words_survive_the_journey_through_yaml(
    one: str, two: str, three: str, four: str
) -> None:
    """Quotes, colons, dashes and line ends in a plan's text never break the file."""
    imported = ImportedDocument(
        name=one,
        kind="plan",
        heading=Heading(number=two, title=three, signer=four),
        period=Period(2026, 2027),
        tasks=(
            Task(one, two, 1, (three,), (four,), understand_time(two), (one, four), group=three),
        ),
        targets=(Target(one, two, "at_least", 2.5, three),),
        report_duties=(ReportDuty(one, two, (three,), four, one, 1),),
    )

    document, plan = (values_of(draft.yaml_text) for draft in as_drafts(imported, DAY, {}))

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
