"""Records of every kind whose every text tries to become a part of the page.

`test_hostile_text` makes sure that no text field of any record was forgotten here.
"""

from pathlib import Path
from typing import Any

import yaml

Values = dict[str, Any]

ATTACK = """A <b>"&'<script>document.title='x'</script><img src=x onerror=document.title='x'>"""
MARKDOWN = f"""{ATTACK} lời trong bài

## {ATTACK} đề mục

<iframe src="https://xa.example/khung"></iframe>

<style>@import "https://xa.example/kieu.css"; body {{ display: none }}</style>

![hình](https://xa.example/hinh.png) ![hình][xa]

[bấm](javascript:document.title='x') [bấm](JaVaScRiPt:document.title='x')
[bấm](data:text/html,<script>document.title='x'</script>) [bấm](vbscript:x)
<javascript:document.title='x'> [bấm][gần]

| {ATTACK} cột |
| --- |
| [bấm](&#106;avascript:document.title='x') |

[xa]: https://xa.example/hinh.png
[gần]: javascript:document.title='x'
"""


def attack(name: str) -> str:
    """A hostile text that can be told from all others."""
    return f"{ATTACK} {name}"


def time(name: str, **more: str) -> Values:
    """A time with all its fields."""
    days = {"first_day": "2023-03-01", "last_day": "2023-12-15"}
    doubt = attack(f"{name} ngờ")
    return {"as_written": attack(name), "kind": "range", **days, "doubt": doubt, **more}


def period(name: str) -> Values:
    """A period with all its fields."""
    return {key: value for key, value in time(name).items() if key != "kind"}


def record(id: str, **fields: Any) -> Values:
    """A published record with a source in words and one that is a record."""
    source = {"title": f"nguồn của {id}", "place": f"nơi của {id}", "note": f"lời của {id}"}
    return {
        "id": id,
        "status": "published",
        "demo": "true",
        "former_ids": [f"{id}-cu"],
        "sources": [
            {key: attack(words) for key, words in source.items()} | compared(),
            {"document": "van-ban-moi", **compared()},
        ],
        "reviewed_on": "2026-11-22",
        "review_due": "2027-11-22",
        **fields,
    }


def compared() -> Values:
    """The day on which a source was read."""
    return {"compared_on": "2026-11-22"}


def documents() -> list[Values]:
    """A plan's document, and one that it replaced."""
    decision = {"kind": "decision", "issued_on": "2022-01-31"}
    old = record("van-ban-cu", title=attack("tên văn bản cũ"), **decision)
    new = record(
        "van-ban-moi",
        number=attack("số"),
        kind="plan",
        title=attack("tên văn bản"),
        issuer=attack("người ban hành"),
        place=attack("nơi ban hành"),
        issued_on="2023-01",
        in_force_from="2023-01-01",
        in_force_until="2030-12-31",
        signer=attack("người ký"),
        replaces=["van-ban-cu"],
        replaced_by=["van-ban-cu"],
        legal_basis=["van-ban-cu"],
        note=attack("ghi chú văn bản"),
    )
    return [old, new]


def programmes() -> list[Values]:
    """One programme."""
    programme = record(
        "de-an",
        name=attack("tên đề án"),
        kind="scheme",
        document="van-ban-moi",
        summary=attack("tóm tắt đề án"),
        period=period("thời gian đề án"),
        lead=attack("chủ trì đề án"),
        audiences=[attack("người nghe đề án"), attack("người xem đề án")],
        note=attack("ghi chú đề án"),
    )
    return [programme]


def plans() -> list[Values]:
    """One plan with a task below another."""
    below: Values = {
        "path": attack("mục con"),
        "text": attack("việc con"),
        "leads": ["co-quan-moi"],
    }
    task: Values = {
        "path": attack("mục"),
        "text": attack("việc"),
        "leads": ["co-quan-cu", attack("chủ trì việc")],
        "partners": ["co-quan-moi", attack("phối hợp")],
        "time": time("thời gian việc"),
        "outputs": [attack("kết quả"), attack("kết quả khác")],
        "channels": [attack("cách làm"), attack("cách khác")],
        "note": attack("ghi chú việc"),
        "tasks": [below],
    }
    target: Values = {
        "path": attack("mục chỉ tiêu"),
        "text": attack("chỉ tiêu"),
        "comparator": "at_least",
        "value": "90",
        "unit": attack("đơn vị"),
        "population": attack("tính trên"),
        "task": attack("mục"),
    }
    duty: Values = {
        "path": attack("mục báo cáo"),
        "text": attack("báo cáo"),
        "from": ["co-quan-moi", attack("nơi gửi")],
        "to": [attack("nơi nhận")],
        "due": time("hạn báo cáo"),
    }
    plan = record(
        "ke-hoach",
        name=attack("tên kế hoạch"),
        document="van-ban-moi",
        programmes=["de-an"],
        summary=attack("tóm tắt kế hoạch"),
        goals=[attack("mục đích")],
        period=period("thời gian kế hoạch"),
        areas=[attack("nơi làm"), attack("nơi làm khác")],
        audiences=[attack("dành cho"), attack("dành cho cả")],
        funding_note=attack("kinh phí"),
        notes=[attack("lưu ý")],
        tasks=[task],
        targets=[target],
        report_duties=[duty],
    )
    return [plan]


def campaigns() -> list[Values]:
    """One campaign with everything."""
    activity = {"plan": "ke-hoach", "task": attack("mục"), "title": attack("hoạt động")}
    campaign = record(
        "chien-dich",
        name=attack("tên chiến dịch"),
        kind="campaign",
        plans=["ke-hoach"],
        programmes=["de-an"],
        purpose=attack("để làm gì"),
        what_to_do=[attack("bạn làm gì")],
        period=period("thời gian chiến dịch"),
        peak=period("cao điểm"),
        slogans=[attack("khẩu hiệu")],
        areas=[attack("ở đâu"), attack("ở đâu nữa")],
        audiences=[attack("cho ai"), attack("cho ai nữa")],
        lead=attack("chủ trì chiến dịch"),
        ask=["co-quan-moi"],
        activities=[{**activity, "text": attack("lời về hoạt động")}],
        materials=["to-gap"],
    )
    return [campaign]


BOUND_CONTACTS = (
    ("web", "javascript:document.title='x'"),
    ("phone", "024 0000 0001"),
    ("hotline", "1800.0000"),
    ("email", "hoi@co-quan.example"),
)  # the readers allow numbers and addresses alone; a script in place of a web address is no link


def agencies() -> list[Values]:
    """An agency that ended, and the one that took over, with every way to reach it."""
    free = [
        {"kind": kind, "value": attack(f"tới bằng {kind}"), "note": attack(f"về {kind}")}
        for kind in ("address", "web", "hours")
    ]
    bound = [
        {"kind": kind, "value": value, "note": attack(f"về {kind}")}
        for kind, value in BOUND_CONTACTS
    ]
    old = record(
        "co-quan-cu",
        names=[{"name": attack("tên cơ quan cũ"), "first_day": "2000-01-01"}],
        role=attack("vai trò cũ"),
        level="central",
        successors=["co-quan-moi"],
        first_day="2000-01-01",
        last_day="2025-06-30",
    )
    new = record(
        "co-quan-moi",
        names=[
            {"name": attack("tên đầu"), "first_day": "2000-01-01", "last_day": "2010-12-31"},
            {"name": attack("tên nay"), "first_day": "2011-01-01", "last_day": "2030-12-31"},
        ],
        abbreviations=[attack("viết tắt")],
        role=attack("vai trò"),
        level="province",
        province=attack("tỉnh"),
        parent="co-quan-cu",
        contacts=[*free, *bound],
        note=attack("ghi chú cơ quan"),
    )
    return [old, new]


def materials() -> list[Values]:
    """A material with everything, one in questions and answers, and one taken back."""
    sound = {"path": "am-thanh/loi-moi.wav", "title": attack("tên bản ghi"), "length_seconds": "1"}
    film = {"path": "phim/loi-moi.webm", "title": attack("tên phim"), "length_seconds": "1"}
    common: Values = {
        "topic": attack("chủ đề"),
        "language": "vi",
        "compiler": attack("người soạn"),
        "issued_on": "2026-11-22",
        "legal_basis": [{"document": "van-ban-moi", "article": attack("điều")}],
        "approval": {"by": attack("người duyệt"), "on": "2026-11-22", "note": attack("về duyệt")},
    }
    leaflet = record(
        "to-gap",
        **common,
        title=attack("tên tờ gấp"),
        kind="leaflet",
        summary=attack("tóm tắt tờ gấp"),
        audiences=[attack("người đọc"), attack("người đọc khác")],
        body=MARKDOWN,
        files=[{**sound, "transcript": attack("lời thoại")}, film],
    )
    question = {"question": attack("câu hỏi"), "answer": MARKDOWN, "basis": attack("căn cứ")}
    answers = record(
        "hoi-dap",
        **common,
        title=attack("tên hỏi đáp"),
        kind="question_answer",
        summary=attack("tóm tắt hỏi đáp"),
        questions=[question],
    )
    gone = record(
        "thu-hoi",
        **common,
        title=attack("tên tờ thu hồi"),
        kind="poster",
        summary=attack("tóm tắt tờ thu hồi"),
        body=attack("lời thu hồi"),
        status="withdrawn",
        withdrawn={"on": "2026-01-01", "reason": attack("lý do"), "instead": "to-gap"},
    )
    return [leaflet, answers, gone]


def write_hostile_content(content: Path, sound: bytes, film: bytes) -> None:
    """Write all records, and the recordings that one of them offers."""
    for kind in (documents, programmes, plans, campaigns, agencies, materials):
        folder = content / kind.__name__
        folder.mkdir()
        for values in kind():
            text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
            (folder / f"{values['id']}.yml").write_text(text, encoding="utf-8")
    for place, recording in (("am-thanh/loi-moi.wav", sound), ("phim/loi-moi.webm", film)):
        path = content / "files" / place
        path.parent.mkdir(parents=True)
        path.write_bytes(recording)
