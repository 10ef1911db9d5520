"""Fields of organisations, practitioners, rosters and calls.

Of persons there are those of the Ministry's own open set, and nothing else (Luật 91/2025/QH15).
"""

from generator.outputs.fields.field import (
    Dataset,
    choice,
    clock,
    day,
    in_a_cell,
    kept_as,
    link,
    many,
    markdown,
    number,
    part,
    parts,
    text,
)
from generator.outputs.fields.shared import BASIS, HEADER, HOURS, STATES, contacts
from generator.records.calls import Call
from generator.records.organisations import Organisation
from generator.records.practitioners import Practitioner
from generator.records.rosters import Roster

GROUPS = {
    "state_centre": "Trung tâm trợ giúp pháp lý nhà nước",
    "branch": "Chi nhánh của trung tâm",
    "contracted": "Tổ chức ký hợp đồng trợ giúp pháp lý",
    "registered": "Tổ chức đăng ký tham gia trợ giúp pháp lý",
    "advice_organisation": "Tổ chức tư vấn pháp luật",
    "community_law_centre": "Trung tâm pháp luật cộng đồng",
    "mediation_team": "Tổ hòa giải ở cơ sở",
}
FORMS = {
    "litigation": "Tham gia tố tụng",
    "advice": "Tư vấn pháp luật",
    "representation": "Đại diện ngoài tố tụng",
}
AUTHORISATION = (
    text("document", "Giấy đăng ký, hợp đồng, quyết định"),
    day("first_day", "Từ ngày"),
    day("last_day", "Đến hết ngày"),
)
LOCATION = (
    text("name", "Tên địa điểm"),
    text("address", "Địa chỉ"),
    text("old_address", "Địa chỉ trước đây"),
    link("area", "Xã, phường, đặc khu", "areas"),
    in_a_cell(parts("hours", "Giờ tiếp người dân", HOURS)),
    many(text("accessibility", "Lối đi, hỗ trợ cho người khuyết tật")),
    text("directions", "Chỉ đường"),
    number("latitude", "Vĩ độ (WGS 84)"),
    number("longitude", "Kinh độ (WGS 84)"),
)
HEAD = (
    text("name", "Họ và tên"),
    text("title", "Chức danh"),
)
ORGANISATION = Dataset(
    Organisation,
    "Tổ chức",
    "Tổ chức trợ giúp pháp lý, tư vấn, hòa giải mà người dân có thể tìm đến.",
    (
        *HEADER,
        text("code", "Mã tổ chức"),
        text("name", "Tên"),
        choice("group", "Nhóm", GROUPS),
        link("parent", "Thuộc tổ chức", "organisations"),
        link("agency", "Cơ quan", "agencies", "Cơ quan chủ quản, hoặc chính tổ chức này."),
        choice("state", "Tình trạng hoạt động", STATES),
        day("state_from", "Ở tình trạng này từ ngày"),
        text("state_reason", "Lý do"),
        text("state_decision", "Quyết định"),
        part("authorisation", "Căn cứ hoạt động", AUTHORISATION),
        many(choice("forms", "Hình thức trợ giúp", FORMS)),
        many(text("fields", "Lĩnh vực")),
        many(text("audiences", "Dành cho ai")),
        many(text("languages", "Ngôn ngữ", "Mã theo BCP 47: vi, tyz, km.")),
        many(text("services", "Dịch vụ")),
        parts("locations", "Nơi tiếp người dân", LOCATION),
        contacts(),
        many(link("serves", "Phục vụ địa phương", "areas")),
        part("head", "Người đại diện", HEAD),
        day("verified_on", "Ngày có người kiểm tra"),
    ),
)
PRACTITIONER = Dataset(
    Practitioner,
    "Người thực hiện trợ giúp pháp lý",
    "Danh sách theo Điều 17 Luật Trợ giúp pháp lý; không có thông tin riêng tư.",
    (
        *HEADER,
        text("code", "Mã"),
        text("name", "Họ và tên"),
        choice(
            "kind",
            "Loại",
            {
                "legal_aid_officer": "Trợ giúp viên pháp lý",
                "lawyer": "Luật sư",
                "adviser": "Tư vấn viên pháp luật",
                "collaborator": "Cộng tác viên",
            },
        ),
        text("title", "Chức danh"),
        text("card_number", "Số thẻ"),
        link("organisation", "Tổ chức", "organisations"),
        choice("state", "Tình trạng", STATES),
        day("first_day", "Có tên từ ngày"),
        day("last_day", "Có tên đến hết ngày"),
        in_a_cell(parts("legal_basis", "Căn cứ công bố", BASIS)),
    ),
)
SHIFT = (
    day("day", "Ngày"),
    kept_as(clock("from", "Từ giờ"), "opens"),
    kept_as(clock("to", "Đến giờ"), "closes"),
    many(link("who", "Người trực", "practitioners")),
    text("note", "Ghi chú"),
)
ROSTER = Dataset(
    Roster,
    "Lịch trực",
    "Ai trực ở tòa án, điểm xét xử trực tuyến, ngày giờ nào.",
    (
        *HEADER,
        text("code", "Mã"),
        text("name", "Tên"),
        choice(
            "kind",
            "Loại nơi trực",
            {"court": "Tòa án", "online_hearing": "Điểm xét xử trực tuyến"},
        ),
        text("place", "Nơi trực"),
        link("area", "Xã, phường, đặc khu", "areas"),
        link("organisation", "Tổ chức cử người", "organisations"),
        parts("shifts", "Ca trực", SHIFT),
    ),
)
CALL = Dataset(
    Call,
    "Thông báo lựa chọn",
    "Thông báo mời luật sư, tổ chức ký hợp đồng trợ giúp pháp lý.",
    (
        *HEADER,
        text("name", "Tên"),
        link("organisation", "Tổ chức mời", "organisations"),
        choice("wanted", "Mời ai", {"lawyers": "Luật sư", "organisations": "Tổ chức"}),
        link("area", "Địa phương", "areas"),
        day("posted_on", "Ngày đăng"),
        day("posted_until", "Đăng đến hết ngày"),
        day("closes_on", "Ngày cuối nhận hồ sơ"),
        text("document", "Văn bản thông báo"),
        markdown("text", "Nội dung"),
        contacts(),
    ),
)
