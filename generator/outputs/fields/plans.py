"""Fields of campaigns, plans and programmes."""

from generator.outputs.fields.field import (
    Dataset,
    choice,
    day,
    in_a_cell,
    kept_as,
    link,
    many,
    number,
    part,
    parts,
    party,
    text,
)
from generator.outputs.fields.shared import HEADER, KINDS_OF_TIME, PERIOD, SOURCE, TIME
from generator.records.campaigns import Campaign
from generator.records.plans import Plan
from generator.records.programmes import Programme

ACTIVITY = (
    link("plan", "Kế hoạch", "plans"),
    text("task", "Mục của nhiệm vụ trong kế hoạch"),
    text("title", "Tên hoạt động"),
    text("text", "Nói thêm với người dân"),
)
CAMPAIGN = Dataset(
    Campaign,
    "Chiến dịch",
    "Những đợt truyền thông, trợ giúp mà người dân có thể tham gia.",
    (
        *HEADER,
        text("name", "Tên"),
        choice(
            "kind",
            "Loại",
            {
                "campaign": "Chiến dịch",
                "peak_drive": "Đợt cao điểm",
                "law_day": "Ngày Pháp luật",
                "long_term": "Chương trình dài hạn",
            },
        ),
        many(link("plans", "Thực hiện kế hoạch", "plans")),
        many(link("programmes", "Thuộc đề án, chương trình", "programmes")),
        text("purpose", "Mục đích"),
        many(text("what_to_do", "Người dân có thể làm gì")),
        part("period", "Thời gian", PERIOD),
        part("peak", "Đợt cao điểm", PERIOD),
        many(text("slogans", "Khẩu hiệu")),
        many(text("areas", "Nơi thực hiện")),
        many(text("audiences", "Dành cho ai")),
        party("lead", "Chủ trì"),
        many(link("ask", "Hỏi cơ quan nào", "agencies")),
        parts("activities", "Hoạt động", ACTIVITY),
        many(link("materials", "Tài liệu", "materials")),
    ),
)

DONE = (
    day("on", "Ngày xong"),
    text("note", "Kết quả đạt được"),
    part("source", "Nguồn của kết quả", SOURCE),
)
RESULT = (
    day("as_of", "Tính đến ngày"),
    number("value", "Con số đạt được", "Cùng đơn vị với chỉ tiêu."),
    part("source", "Nguồn của kết quả", SOURCE),
)
SAME_AGAIN = ()
TASK = (
    text("path", "Chỗ trong văn bản", "Như văn bản đánh số; không trùng trong một kế hoạch."),
    text("text", "Việc cần làm"),
    many(party("leads", "Chủ trì")),
    many(party("partners", "Phối hợp")),
    part("time", "Thời gian", TIME),
    many(text("outputs", "Sản phẩm, kết quả")),
    many(text("channels", "Bằng cách nào")),
    text("note", "Ghi chú"),
    part("done", "Đã xong", DONE, "Để trống nghĩa là chưa ghi kết quả, không phải là chưa làm."),
    parts("tasks", "Các việc bên trong", SAME_AGAIN, "Mỗi việc lại có đủ các trường này."),
)
TARGET = (
    text("path", "Chỗ trong văn bản"),
    text("text", "Chỉ tiêu"),
    choice(
        "comparator",
        "Cách so",
        {
            "at_least": "Ít nhất",
            "more_than": "Trên",
            "exactly": "Đúng",
            "at_most": "Không quá",
            "less_than": "Dưới",
        },
    ),
    number("value", "Con số"),
    text("unit", "Đơn vị"),
    text("population", "Tính trên"),
    text("task", "Mục của nhiệm vụ liên quan"),
    in_a_cell(
        parts("results", "Kết quả", RESULT, "Trống nghĩa là chưa ghi, không phải là chưa đạt.")
    ),
)
REPORT_DUTY = (
    text("path", "Chỗ trong văn bản"),
    text("text", "Việc báo cáo"),
    kept_as(many(party("from", "Ai báo cáo")), "senders"),
    kept_as(many(party("to", "Báo cáo ai")), "receivers"),
    part("due", "Thời hạn", TIME),
)
PLAN = Dataset(
    Plan,
    "Kế hoạch",
    "Kế hoạch của cơ quan nhà nước, viết lại cho dễ đọc, giữ số mục của văn bản.",
    (
        *HEADER,
        text("name", "Tên ngắn"),
        link("document", "Văn bản ban hành", "documents"),
        many(link("programmes", "Thực hiện đề án, chương trình", "programmes")),
        text("summary", "Tóm tắt"),
        many(text("goals", "Mục tiêu")),
        part("period", "Thời gian", PERIOD),
        many(text("areas", "Nơi thực hiện")),
        many(text("audiences", "Dành cho ai")),
        text("funding_note", "Kinh phí"),
        many(text("notes", "Lưu ý về văn bản gốc")),
        parts("tasks", "Nhiệm vụ", TASK, "Bảng: nhiem-vu.csv."),
        parts("targets", "Chỉ tiêu", TARGET),
        parts("report_duties", "Chế độ báo cáo", REPORT_DUTY),
    ),
)
PROGRAMME = Dataset(
    Programme,
    "Đề án, chương trình",
    "Đề án, chương trình mà các kế hoạch thực hiện.",
    (
        *HEADER,
        text("name", "Tên"),
        choice(
            "kind",
            "Loại",
            {
                "scheme": "Đề án",
                "programme": "Chương trình",
                "national_programme": "Chương trình mục tiêu quốc gia",
                "implementation_plan": "Kế hoạch thi hành luật",
            },
        ),
        link("document", "Văn bản", "documents"),
        text("summary", "Tóm tắt"),
        part("period", "Thời gian", PERIOD),
        party("lead", "Chủ trì"),
        many(text("audiences", "Dành cho ai")),
        text("note", "Ghi chú"),
    ),
)

TASK_TABLE = (
    link("plan", "Kế hoạch", "plans"),
    text("path", "Chỗ trong văn bản"),
    text("text", "Việc cần làm"),
    text("leads", "Chủ trì", "Gọi bằng tên, không bằng mã."),
    text("partners", "Phối hợp", "Gọi bằng tên, không bằng mã."),
    text("time", "Thời gian, như nguồn viết"),
    choice("kind", "Cách hiểu thời gian", KINDS_OF_TIME),
    day("first_day", "Ngày đầu"),
    day("last_day", "Ngày cuối"),
    text("outputs", "Sản phẩm, kết quả"),
    text("note", "Ghi chú"),
    day("done_on", "Ngày xong", "Trống nghĩa là chưa ghi kết quả, không phải là chưa làm."),
    text("done_note", "Kết quả đạt được"),
)
