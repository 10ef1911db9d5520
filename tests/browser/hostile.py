"""Records of every kind whose every text tries to become a part of the page.

`test_hostile_text` makes sure that no text field of any record was forgotten here.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from tests.browser.recordings import a_second_of_sound

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


def told_in(name: str) -> Values:
    """A source in words."""
    parts = {part: attack(f"{part} của {name}") for part in ("title", "place", "note")}
    return {**parts, "compared_on": "2026-11-20"}


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
        "done": {
            "on": "2023-12-20",
            "note": attack("kết quả đã ghi"),
            "source": told_in("kết quả đã ghi"),
        },
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
        "results": [{"as_of": "2023-12-20", "value": "91", "source": told_in("con số đã đạt")}],
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
    ("web", "co-quan.example"),
    ("phone", "0240 000 0001"),
    ("hotline", "0240 000 0002"),
    ("email", "hoi@co-quan.example"),
)  # the readers allow numbers and addresses alone; a script in place of a web address is no link


def contacts() -> list[Values]:
    """Every way to reach an office; demonstration records use numbers and addresses of nobody."""
    free = [
        {"kind": kind, "value": attack(f"tới bằng {kind}"), "note": attack(f"về {kind}")}
        for kind in ("address", "zalo", "hours")
    ]
    bound = [
        {"kind": kind, "value": value, "note": attack(f"về {kind}")}
        for kind, value in BOUND_CONTACTS
    ]
    return [*free, *({**one, "hours": hours(), "source": attack("nguồn số")} for one in bound)]


def hours() -> list[Values]:
    """Hours of a week."""
    return [{"days": "T2-T6", "from": "07:30", "to": "11:30"}]


def agencies() -> list[Values]:
    """An agency that ended, and the one that took over, with every way to reach it."""
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
        area="tinh-xa",
        founded_by=attack("quyết định lập"),
        contacts=contacts(),
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
        files=[
            {**sound, "transcript": attack("lời thoại")},
            {**film, "transcript": attack("lời phim")},
        ],
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


def bulletins() -> list[Values]:
    """A sketch with everything."""
    role = {"name": attack("tên vai"), "who": attack("vai là ai")}
    recording = {
        "language": "tyz",
        "path": "am-thanh/loi-moi.wav",
        "length_seconds": "1",
        "sha256": sha256(a_second_of_sound()).hexdigest(),
        "reader": attack("người đọc"),
        "recorded_on": "2026-11-22",
    }
    sketch = record(
        "tieu-pham",
        title=attack("tên bản tin"),
        agency=attack("cơ quan phát"),
        column=attack("chuyên mục"),
        priority="urgent",
        form="sketch",
        greeting=attack("lời chào"),
        lead=attack("mở đầu"),
        roles=[role],
        segments=[{"speaker": attack("tên vai"), "text": attack("lời vai")}],
        contact=attack("nơi hỏi"),
        closing=attack("lời kết"),
        language="vi",
        voice="espeak-ng",
        schedule=[{"times": ["05:30"], "from": "2026-11-01", "until": "2099-12-31"}],
        approval={"by": attack("ai duyệt"), "on": "2026-11-22", "note": attack("lời duyệt")},
        correction={"on": "2026-11-22", "text": attack("đính chính")},
        campaigns=["chien-dich"],
        procedures=["thu-tuc"],
        groups=["dien"],
        areas=["tinh-xa"],
        legal_basis=[{"document": "van-ban-moi", "article": attack("điều của bản tin")}],
        recordings=[recording],
    )
    return [sketch]


def areas() -> list[Values]:
    """A province, and a commune made of parts of others."""
    province = record(
        "tinh",
        name=attack("tên tỉnh"),
        kind="province",
        code="97",
        predecessors=[{"kind": "province", "name": attack("tỉnh cũ")}],
        former_districts=[attack("huyện cũ")],
        aliases=[attack("tên khác của tỉnh")],
        note=attack("ghi chú tỉnh"),
    )
    part: Values = {
        "kind": "commune",
        "name": attack("xã cũ"),
        "district": attack("thuộc huyện cũ"),
        "share": "part",
        "code": "09701",
        "note": attack("về xã cũ"),
    }
    commune = record(
        "tinh-xa",
        name=attack("tên xã"),
        kind="commune",
        code="09702",
        province="tinh",
        first_day="2025-07-01",
        last_day="2040-12-31",
        predecessors=[part],
        aliases=[attack("tên khác của xã")],
        note=attack("ghi chú xã"),
    )
    rest = record(
        "tinh-phuong",
        name=attack("tên phường"),
        kind="ward",
        province="tinh",
        predecessors=[{**part, "share": "rest"}],
    )
    return [province, commune, rest]


def organisations() -> list[Values]:
    """A centre with everything, and a branch that no longer receives anybody."""
    place: Values = {
        "name": attack("tên nơi tiếp"),
        "address": attack("địa chỉ"),
        "old_address": attack("địa chỉ cũ"),
        "area": "tinh-xa",
        "hours": hours(),
        "accessibility": [attack("lối vào"), attack("lối vào khác")],
        "directions": attack("đường đi"),
        "latitude": "9.17",
        "longitude": "105.15",
    }
    days = {"first_day": "2020-01-01", "last_day": "2030-12-31"}
    centre = record(
        "trung-tam",
        code=attack("mã tổ chức"),
        name=attack("tên tổ chức"),
        group="state_centre",
        agency="co-quan-moi",
        authorisation={"document": attack("quyết định thành lập"), **days},
        forms=["litigation", "advice"],
        fields=[attack("lĩnh vực"), attack("lĩnh vực khác")],
        audiences=[attack("người được giúp")],
        languages=["vi", "tyz"],
        services=[attack("dịch vụ")],
        locations=[place],
        contacts=contacts(),
        serves=["tinh"],
        head={"name": attack("người đứng đầu"), "title": attack("chức vụ đứng đầu")},
        verified_on="2026-11-22",
    )
    branch = record(
        "chi-nhanh",
        name=attack("tên chi nhánh"),
        group="branch",
        parent="trung-tam",
        state="ended",
        state_from="2026-01-01",
        state_reason=attack("lý do dừng"),
        state_decision=attack("quyết định dừng"),
        verified_on="2026-11-22",
    )
    return [centre, branch]


def practitioners() -> list[Values]:
    """One person."""
    person = record(
        "nguoi-01",
        code=attack("mã người"),
        name=attack("tên người"),
        kind="lawyer",
        title=attack("chức danh"),
        card_number=attack("số thẻ"),
        organisation="trung-tam",
        first_day="2025-01-01",
        last_day="2030-12-31",
        legal_basis=[{"document": "van-ban-moi", "article": attack("điều về người")}],
    )
    return [person]


def rosters() -> list[Values]:
    """One roster with a shift to come."""
    shift: Values = {
        "day": "2026-12-01",
        "from": "07:30",
        "to": "11:30",
        "who": ["nguoi-01"],
        "note": attack("ghi chú ca"),
    }
    roster = record(
        "lich-truc",
        code=attack("mã lịch"),
        name=attack("tên lịch"),
        kind="court",
        place=attack("nơi trực"),
        area="tinh-xa",
        organisation="trung-tam",
        shifts=[shift],
    )
    return [roster]


def procedures() -> list[Values]:
    """A procedure with every part, and one whose parts no text tells."""
    common: Values = {
        "summary": attack("tóm tắt thủ tục"),
        "field": attack("lĩnh vực thủ tục"),
        "level": "province",
        "audience": "citizen",
    }
    full = record(
        "thu-tuc",
        **common,
        code="9.000001",
        code_verified_on="2026-11-22",
        name=attack("tên thủ tục"),
        handled_by=attack("nơi giải quyết"),
        decided_by="co-quan-moi",
        applicants=[attack("ai làm"), attack("ai làm nữa")],
        steps=[{"text": attack("bước"), "who": "applicant"}],
        channels=[
            {
                "kind": "in_person",
                "place": attack("nơi nộp"),
                "hours": attack("giờ nộp"),
                "note": attack("về cách nộp"),
            }
        ],
        sets="1",
        dossier=[
            {
                "name": attack("giấy tờ"),
                "originals": "1",
                "copies": "2",
                "form": attack("số mẫu"),
                "note": attack("về giấy tờ"),
                "basis": attack("căn cứ giấy tờ"),
            }
        ],
        time_limits=[
            {
                "value": "4",
                "unit": "working_days",
                "stage": attack("giai đoạn"),
                "basis": attack("căn cứ thời hạn"),
            }
        ],
        fee={"as_written": attack("phí"), "amount_vnd": "1000", "basis": attack("căn cứ phí")},
        result=attack("kết quả thủ tục"),
        conditions=[attack("điều kiện")],
        forms=[
            {
                "number": attack("số mẫu"),
                "title": attack("tên mẫu"),
                "file": "mau/don.pdf",
                "basis": attack("căn cứ mẫu"),
            }
        ],
        legal_basis=[{"document": "van-ban-moi", "article": attack("điều của thủ tục")}],
        online_level="partial",
        changes=[
            {
                "kind": "amended",
                "document": "van-ban-moi",
                "on": "2023-01-31",
                "text": attack("đã đổi"),
            }
        ],
        figures=[
            {"year": "2025", "received": "2", "settled": "1", "source": attack("nguồn số liệu")}
        ],
        notes=[attack("lưu ý thủ tục")],
    )
    parts = (
        "steps channels dossier sets time_limits applicants handled_by legal_basis fee result forms"
    )
    empty = record("thu-tuc-trong", **common, name=attack("tên trống"), unstated=parts.split())
    return [full, empty]


def catalogues() -> list[Values]:
    """Two lists of one field, so that they are compared."""
    row: Values = {
        "code": "9.000001",
        "name": attack("tên trong danh mục"),
        "change": "amended",
        "time_limit": attack("thời hạn in"),
        "place": attack("nơi in"),
        "fee": attack("phí in"),
        "legal_basis": attack("căn cứ in"),
        "note": attack("ghi chú in"),
        "procedure": "thu-tuc",
    }
    field = attack("lĩnh vực danh mục")
    before = {**row, "time_limit": attack("thời hạn trước"), "place": attack("nơi trước")}
    first = record(
        "danh-muc-truoc",
        name=attack("tên danh mục trước"),
        document="van-ban-cu",
        field=field,
        entries=[before],
    )
    second = record(
        "danh-muc-sau",
        name=attack("tên danh mục sau"),
        document="van-ban-moi",
        field=field,
        entries=[row],
    )
    return [first, second]


def groups() -> list[Values]:
    """A group for whom one answer is asked, and one that is known from news only."""
    common: Values = {
        "document": "van-ban-moi",
        "conditions": [
            {"any_of": [{"question": "cau-hoi", "answer": "dung"}], "hardship": "true"},
        ],
        "first_day": "2018-01-01",
        "last_day": "2030-12-31",
    }
    sure = record(
        "dien",
        **common,
        name=attack("tên diện"),
        clause=attack("khoản"),
        who=attack("là ai"),
        hardship="true",
        evidence=[{"text": attack("giấy chứng minh"), "basis": attack("căn cứ giấy")}],
        note=attack("ghi chú diện"),
    )
    doubtful = record(
        "dien-ngo",
        **common,
        name=attack("tên diện ngờ"),
        clause=attack("khoản ngờ"),
        who=attack("là ai, ngờ"),
        doubt=attack("vì sao ngờ"),
    )
    return [sure, doubtful]


def finders() -> list[Values]:
    """One question with a clear answer and an open one."""
    answers: list[Values] = [
        {
            "id": "dung",
            "text": attack("trả lời"),
            "hint": attack("gợi ý trả lời"),
            "alone": "true",
        },
        {"id": "khong-ro", "text": attack("không rõ"), "unknown": "true"},
    ]
    question: Values = {
        "id": "cau-hoi",
        "text": attack("câu hỏi tìm"),
        "hint": attack("gợi ý"),
        "several": "true",
        "answers": answers,
    }
    finder = record(
        "tim",
        name=attack("tên trang tìm"),
        summary=attack("tóm tắt trang tìm"),
        lead=attack("lời dẫn"),
        procedure="thu-tuc",
        questions=[question],
    )
    return [finder]


def terms() -> list[Values]:
    """Terms whose words are whole texts of other records, so that these are explained."""
    first = record(
        "tu",
        title=attack("từ"),
        words=[attack("lời trong bài"), attack("là ai"), attack("tóm tắt đề án")],
        short=attack("nghĩa của từ"),
        more=attack("nói thêm về từ"),
        plain="true",
        terms=["tu-khac"],
        procedures=["thu-tuc"],
        groups=["dien"],
        finders=["tim"],
        materials=["to-gap"],
    )
    other = record(
        "tu-khac",
        title=attack("từ khác"),
        short=attack("nghĩa của từ khác"),
    )
    return [first, other]


def calls() -> list[Values]:
    """One call."""
    call = record(
        "thong-bao",
        name=attack("tên thông báo"),
        organisation="trung-tam",
        wanted="lawyers",
        area="tinh",
        posted_on="2026-11-02",
        posted_until="2026-11-20",
        closes_on="2026-11-27",
        document=attack("văn bản thông báo"),
        text=MARKDOWN,
        contacts=contacts(),
    )
    return [call]


def access_standards() -> list[Values]:
    """One set of rules."""
    indicator = {"number": attack("số chỉ tiêu"), "text": attack("chỉ tiêu chuẩn"), "points": "60"}
    criterion: Values = {
        "number": attack("số tiêu chí"),
        "name": attack("tên tiêu chí"),
        "points": "60",
        "indicators": [indicator],
    }
    standard = record(
        "chuan",
        name=attack("tên chuẩn"),
        document="van-ban-moi",
        first_day="2022-01-01",
        last_day="2030-12-31",
        pass_points="50",
        least_share="50",
        criteria=[criterion],
        note=attack("ghi chú chuẩn"),
    )
    return [standard]


def access_results() -> list[Values]:
    """One result."""
    result = record(
        "ket-qua",
        name=attack("tên kết quả"),
        area="tinh-xa",
        standard="chuan",
        year="2025",
        scores=[{"criterion": attack("số tiêu chí"), "points": "55"}],
        declared="passed",
        decision=attack("quyết định công nhận"),
        decided_on="2026-01-31",
    )
    return [result]


KINDS = (
    documents,
    programmes,
    plans,
    campaigns,
    agencies,
    materials,
    bulletins,
    areas,
    organisations,
    practitioners,
    rosters,
    procedures,
    catalogues,
    groups,
    finders,
    terms,
    calls,
    access_standards,
    access_results,
)


def write_hostile_content(content: Path, sound: bytes, film: bytes) -> None:
    """Write all records, and the recordings that one of them offers."""
    for kind in KINDS:
        folder = content / kind.__name__
        folder.mkdir()
        for values in kind():
            text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
            (folder / f"{values['id']}.yml").write_text(text, encoding="utf-8")
    files = {"am-thanh/loi-moi.wav": sound, "phim/loi-moi.webm": film, "mau/don.pdf": b"%PDF-1.4"}
    for place, recording in files.items():
        path = content / "files" / place
        path.parent.mkdir(parents=True)
        path.write_bytes(recording)
