"""The columns that spreadsheets may have, kind by kind: their names, and what they fill.

This is data: a new column is a new line, and the template, its guide and the reading follow.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from generator.importers import TABLE_NAMES
from generator.importers.cells import simple
from generator.problems import Step
from generator.records.agencies import Agency
from generator.records.organisations import Organisation
from generator.records.practitioners import Practitioner
from generator.records.procedures import Procedure
from generator.records.record import Record
from generator.records.rosters import Roster


class Form(StrEnum):
    """What the cells of a column look like, and so what they become."""

    TEXT = "text"
    CODE = "code"
    PHONES = "phones"
    MAILS = "mails"
    NUMBER = "number"
    DAY = "day"
    CLOCK = "clock"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXTS = "texts"
    LINES = "lines"
    HOURS = "hours"
    AREA = "area"
    AREAS = "areas"
    PROVINCE = "province"
    RECORD = "record"
    RECORDS = "records"
    PARTY = "party"
    BASES = "bases"
    STEPS = "steps"
    CHANNELS = "channels"
    DOSSIER = "dossier"
    LIMITS = "limits"
    FORMS = "forms"


@dataclass(frozen=True)
class Column:
    """One column: its heading, other headings for it, and the field that it fills.

    `path` leads to the field; 0 in it is the first place of an organisation, or the shift of the
    row. `contact` is the kind of contact for columns that fill the list of contacts. `choices`
    are the words for codes, the first of each code being the one that is offered. `wanted` says in
    the guide when a column is needed that a new record may lack: the end of the sentence's key.
    """

    header: str
    path: tuple[Step, ...]
    form: Form
    meaning: str
    example: str
    aliases: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    refers_to: type[Record] | None = None
    contact: str | None = None
    needed: bool = False
    wanted: str = ""

    @property
    def name(self) -> str:
        """The field as it stands in the file, for those who know the records."""
        return self.contact or ".".join(step for step in self.path if isinstance(step, str))

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code behind each simple word."""
        return {simple(word): code for word, code in self.choices.items()}

    @cached_property
    def words(self) -> dict[str, str]:
        """The word that is offered for each code."""
        first: dict[str, str] = {}
        for word, code in self.choices.items():
            first.setdefault(code, word)
        return first

    @property
    def of_a_row(self) -> bool:
        """Whether each row of one record fills its own item."""
        return self.path[:1] == ("shifts",)

    @property
    def offered(self) -> tuple[str, ...]:
        """The words offered for each code, once."""
        return tuple(self.words.values())


@dataclass(frozen=True)
class Table:
    """The spreadsheet of one kind of record.

    `told_apart_by` are the fields that tell records without a code apart. Headings of `refused`
    are personal data here, though they are none in other tables.
    """

    kind: type[Record]
    title: str
    columns: tuple[Column, ...]
    told_apart_by: tuple[tuple[Step, ...], ...]
    refused: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name by which commands know it: organisations."""
        return self.kind.folder


# Headings that never are read, whatever the table (Luật 91/2025/QH15), folded.
PERSONAL = (
    "ngay sinh|nam sinh|ngay thang nam sinh|sinh nam|tuoi|cccd|cmnd|can cuoc|can cuoc cong dan|"
    "chung minh nhan dan|chung minh thu|so dinh danh|dinh danh ca nhan|ho chieu|gioi tinh|"
    "nam nu|dan toc|ton giao|que quan|noi sinh|thuong tru|tam tru|ho khau|noi o|cho o|"
    "dia chi nha|nha rieng|dia chi rieng|dia chi ca nhan|dien thoai rieng|dien thoai ca nhan|"
    "dien thoai nha rieng|di dong|dtdd|so di dong|email ca nhan|email rieng|thu dien tu rieng|"
    "thu dien tu ca nhan|ma so thue|mst|ma so bao hiem|so bhxh|tai khoan|so tai khoan|"
    "nguoi duoc tro giup|nguoi duoc tgpl|hon nhan|suc khoe|facebook ca nhan|zalo ca nhan"
).split("|")
NOT_FOR_RECORDS = frozenset("stt|tt|so tt|so thu tu|s t t|no".split("|"))  # left out silently

STATES = {
    "đang hoạt động": "active",
    "hoạt động": "active",
    "đang thực hiện": "active",
    "tạm dừng": "suspended",
    "đang tạm dừng": "suspended",
    "tạm ngừng": "suspended",
    "tạm ngừng hoạt động": "suspended",
    "đã chấm dứt": "ended",
    "chấm dứt": "ended",
    "đã thôi": "ended",
    "ngừng hoạt động": "ended",
}
GROUPS = {
    "Trung tâm TGPL nhà nước": "state_centre",
    "Trung tâm trợ giúp pháp lý nhà nước": "state_centre",
    "Chi nhánh": "branch",
    "Chi nhánh Trung tâm": "branch",
    "Tổ chức ký hợp đồng": "contracted",
    "Tổ chức ký hợp đồng thực hiện TGPL": "contracted",
    "Tổ chức đăng ký tham gia": "registered",
    "Tổ chức đăng ký tham gia TGPL": "registered",
    "Tổ chức tư vấn pháp luật": "advice_organisation",
    "Trung tâm tư vấn pháp luật": "advice_organisation",
    "Trung tâm pháp luật cộng đồng": "community_law_centre",
    "Tổ hòa giải": "mediation_team",
    "Tổ hòa giải ở cơ sở": "mediation_team",
}
FORMS_OF_AID = {
    "tham gia tố tụng": "litigation",
    "tố tụng": "litigation",
    "tư vấn pháp luật": "advice",
    "tư vấn": "advice",
    "đại diện ngoài tố tụng": "representation",
    "đại diện": "representation",
}
LANGUAGES = {
    "tiếng Việt": "vi",
    "Việt": "vi",
    "tiếng Tày": "tyz",
    "Tày": "tyz",
    "tiếng Nùng": "nut",
    "Nùng": "nut",
    "tiếng Mông": "hmn",
    "Mông": "hmn",
    "tiếng Dao": "ium",
    "Dao": "ium",
    "tiếng Khmer": "km",
    "Khmer": "km",
    "tiếng Mường": "mtq",
    "Mường": "mtq",
}
PERSONS = {
    "Trợ giúp viên pháp lý": "legal_aid_officer",
    "Trợ giúp viên": "legal_aid_officer",
    "Luật sư": "lawyer",
    "Tư vấn viên pháp luật": "adviser",
    "Tư vấn viên": "adviser",
    "Cộng tác viên": "collaborator",
    "Cộng tác viên TGPL": "collaborator",
}
ROSTERS = {
    "Trực tại tòa án": "court",
    "Tòa án": "court",
    "Trực tại điểm cầu xét xử trực tuyến": "online_hearing",
    "Điểm cầu trực tuyến": "online_hearing",
    "Xét xử trực tuyến": "online_hearing",
}
LEVELS = {
    "cấp tỉnh": "province",
    "tỉnh": "province",
    "cấp xã": "commune",
    "xã": "commune",
    "trung ương": "central",
    "cấp trung ương": "central",
}
CHANNELS = {
    "trực tiếp": "in_person",
    "nộp trực tiếp": "in_person",
    "bưu chính": "post",
    "bưu điện": "post",
    "qua bưu chính": "post",
    "dịch vụ bưu chính": "post",
    "trực tuyến": "online",
    "qua mạng": "online",
    "fax": "fax",
    "điện thoại": "phone",
}
AUDIENCES = {"người dân": "citizen", "luật sư, tổ chức": "provider"}
DOERS = {"Cơ quan": "office", "Người dân": "applicant", "Người nộp": "applicant"}
COPIES = {"bản chính": "originals", "bản sao": "copies"}
UNITS = {
    "ngày làm việc": "working_days",
    "ngày": "days",
    "tháng": "months",
    "giờ": "hours",
    "giải quyết ngay": "at_once",
}
ONLINE = {
    "toàn trình": "full",
    "một phần": "partial",
    "cung cấp thông tin": "information",
}

SEVERAL = "Nhiều giá trị thì ngăn bằng dấu chấm phẩy."
EACH_LINE = "Mỗi ý một dòng trong ô (Alt+Enter)."
PROVINCE = Column(
    "Tỉnh, thành phố", (), Form.PROVINCE,
    "Chỉ để hiểu đúng tên xã, phường đứng cùng dòng; không ghi riêng vào bản ghi.", "tỉnh Cà Mau",
    ("Tỉnh", "Tỉnh/thành phố", "Thành phố", "Tỉnh, TP"),
)  # fmt: skip
COMMUNE_NAMES = (
    "Xã", "Phường", "Xã/phường", "Phường, xã", "Xã, phường, đặc khu", "Cấp xã", "Tên xã",
    "Đơn vị hành chính", "Mã xã", "Xã phường thị trấn",
)  # fmt: skip
COMMUNE_MEANING = (
    "Xã, phường, đặc khu hiện nay: tên kèm tỉnh, mã của đơn vị, hoặc id. Tên cũ được nhận khi chỉ"
    " ứng với một nơi."
)


def _contact(header: str, kind: str, meaning: str, example: str, *aliases: str) -> Column:
    form = {"phone": Form.PHONES, "hotline": Form.PHONES, "fax": Form.PHONES, "email": Form.MAILS}
    return Column(
        header, ("contacts",), form.get(kind, Form.TEXTS), f"{meaning} {SEVERAL}", example,
        aliases, contact=kind,
    )  # fmt: skip


# fmt: off
ORGANISATIONS = Table(Organisation, "tổ chức", (
    Column("Mã", ("code",), Form.CODE, "Mã riêng, giữ mãi; lần nhập sau tìm bản ghi theo mã này.",
           "HS-01", ("Mã tổ chức", "Mã số", "Ký hiệu", "Mã đơn vị")),
    Column("Tên tổ chức", ("name",), Form.TEXT, "Tên đầy đủ.",
           "Trung tâm trợ giúp pháp lý nhà nước tỉnh Cà Mau",
           ("Tên", "Tên đơn vị", "Tổ chức", "Đơn vị", "Tên trung tâm", "Tên tổ hòa giải",
            "Tên gọi"), needed=True),
    Column("Loại tổ chức", ("group",), Form.CHOICE, "Chọn trong danh sách.",
           "Trung tâm TGPL nhà nước", ("Loại", "Nhóm", "Loại hình", "Loại hình tổ chức"),
           GROUPS, needed=True),
    Column("Tổ chức cấp trên", ("parent",), Form.RECORD,
           "Mã hoặc tên của tổ chức mà chi nhánh thuộc về.", "HS-01",
           ("Trực thuộc", "Đơn vị cấp trên", "Thuộc trung tâm"), refers_to=Organisation),
    Column("Cơ quan", ("agency",), Form.RECORD, "Cơ quan đã có bản ghi: tên hoặc id.",
           "Sở Tư pháp tỉnh Cà Mau", ("Cơ quan quản lý", "Cơ quan chủ quản"), refers_to=Agency),
    Column("Tình trạng", ("state",), Form.CHOICE, "Để trống là đang hoạt động.",
           "đang hoạt động", ("Trạng thái", "Tình trạng hoạt động"), STATES),
    Column("Tình trạng từ ngày", ("state_from",), Form.DAY,
           "Ngày tạm dừng hoặc chấm dứt; cần khi không còn hoạt động.", "01/10/2026",
           ("Ngày tạm dừng", "Ngày chấm dứt", "Tạm dừng từ ngày")),
    Column("Lý do", ("state_reason",), Form.TEXT, "Vì sao tạm dừng hoặc chấm dứt.",
           "Sửa chữa trụ sở", ("Lý do tạm dừng", "Lý do chấm dứt")),
    Column("Quyết định về tình trạng", ("state_decision",), Form.TEXT,
           "Quyết định tạm dừng hoặc chấm dứt.", "Quyết định 12/QĐ-STP",
           ("Quyết định tạm dừng", "Quyết định chấm dứt")),
    Column("Giấy đăng ký", ("authorisation", "document"), Form.TEXT,
           "Giấy đăng ký, hợp đồng hoặc quyết định thành lập.", "Giấy đăng ký số 01/TP-ĐKTGPL",
           ("Giấy đăng ký tham gia", "Số giấy đăng ký", "Quyết định thành lập", "Hợp đồng",
            "Văn bản cho phép", "Quyết định công nhận")),
    Column("Có hiệu lực từ", ("authorisation", "first_day"), Form.DAY,
           "Ngày đầu của giấy đăng ký, hợp đồng.", "01/01/2026",
           ("Ngày cấp", "Ngày thành lập", "Ngày đăng ký", "Hiệu lực từ")),
    Column("Có hiệu lực đến", ("authorisation", "last_day"), Form.DAY,
           "Ngày cuối, nếu có.", "31/12/2026", ("Ngày hết hạn", "Hết hiệu lực", "Hiệu lực đến")),
    Column("Hình thức", ("forms",), Form.CHOICES, f"Hình thức trợ giúp. {SEVERAL}",
           "tư vấn pháp luật; tham gia tố tụng",
           ("Hình thức trợ giúp", "Hình thức TGPL", "Hình thức trợ giúp pháp lý"), FORMS_OF_AID),
    Column("Lĩnh vực", ("fields",), Form.TEXTS, f"Lĩnh vực pháp luật. {SEVERAL}",
           "Dân sự; Hôn nhân và gia đình", ("Lĩnh vực pháp luật", "Lĩnh vực trợ giúp")),
    Column("Đối tượng", ("audiences",), Form.TEXTS, f"Ai được phục vụ. {SEVERAL}",
           "Trẻ em; Người thuộc hộ nghèo", ("Đối tượng phục vụ", "Đối tượng trợ giúp")),
    Column("Ngôn ngữ", ("languages",), Form.CHOICES, f"Tiếng nói dùng khi tiếp dân. {SEVERAL}",
           "tiếng Việt; tiếng Khmer", ("Tiếng nói", "Ngôn ngữ tiếp dân", "Tiếng dân tộc"),
           LANGUAGES),
    Column("Dịch vụ", ("services",), Form.TEXTS, f"Việc cụ thể nhận làm. {SEVERAL}",
           "Tư vấn tại xã mỗi tháng một lần", ("Việc nhận làm",)),
    Column("Tên điểm tiếp", ("locations", 0, "name"), Form.TEXT, "Tên của nơi tiếp, nếu cần.",
           "Trụ sở", ("Tên trụ sở", "Điểm tiếp")),
    Column("Địa chỉ", ("locations", 0, "address"), Form.TEXT,
           "Địa chỉ trụ sở, không phải nhà riêng.", "Số 3, đường Bờ Sông",
           ("Địa chỉ trụ sở", "Trụ sở", "Nơi đặt trụ sở", "Địa chỉ cơ quan"), wanted="place"),
    Column("Địa chỉ cũ", ("locations", 0, "old_address"), Form.TEXT,
           "Địa chỉ trước khi sắp xếp đơn vị hành chính.", "Số 3, đường Bờ Sông, phường 9",
           ("Địa chỉ trước sắp xếp",)),
    Column("Xã, phường", ("locations", 0, "area"), Form.AREA, COMMUNE_MEANING,
           "xã Tân Thuận, tỉnh Cà Mau", COMMUNE_NAMES),
    PROVINCE,
    Column("Giờ tiếp", ("locations", 0, "hours"), Form.HOURS,
           f"Ngày trong tuần và giờ. {SEVERAL}", "T2-T6 07:30-11:30; T2-T6 13:30-17:00",
           ("Lịch tiếp", "Lịch tiếp dân", "Giờ làm việc", "Thời gian tiếp", "Giờ tiếp dân")),
    Column("Lối vào", ("locations", 0, "accessibility"), Form.TEXTS,
           f"Tiện ích cho người khuyết tật, người già. {SEVERAL}", "Có lối cho xe lăn",
           ("Tiện ích", "Tiếp cận", "Tiện ích cho người khuyết tật")),
    Column("Chỉ đường", ("locations", 0, "directions"), Form.TEXT, "Cách đi đến.",
           "Từ chợ đi về phía bờ sông 200 mét", ("Đường đi", "Cách đi")),
    Column("Vĩ độ", ("locations", 0, "latitude"), Form.NUMBER, "Độ, dấu thập phân là dấu chấm.",
           "9.1768", ("Latitude",)),
    Column("Kinh độ", ("locations", 0, "longitude"), Form.NUMBER,
           "Độ, dấu thập phân là dấu chấm.", "105.1524", ("Longitude",)),
    _contact("Điện thoại", "phone", "Điện thoại cơ quan, không phải của cá nhân.",
             "0290 000 0012", "SĐT", "Số điện thoại", "ĐT", "Điện thoại cơ quan", "Điện thoại bàn",
             "Số ĐT", "Tel"),
    _contact("Đường dây nóng", "hotline", "Số đường dây nóng.", "1800 0000", "Hotline"),
    _contact("Thư điện tử", "email", "Thư điện tử của cơ quan.", "hoi@trung-tam.example",
             "Email", "E-mail", "Hộp thư", "Mail", "Địa chỉ thư điện tử"),
    _contact("Trang web", "web", "Trang thông tin điện tử.", "https://trung-tam.example",
             "Website", "Trang thông tin điện tử", "Cổng thông tin"),
    _contact("Zalo", "zalo", "Tên trang Zalo của cơ quan.", "Trung tâm TGPL tỉnh",
             "Zalo cơ quan", "Zalo OA"),
    _contact("Fax", "fax", "Số fax.", "0290 000 0013", "Số fax"),
    Column("Nơi phục vụ", ("serves",), Form.AREAS,
           f"Các tỉnh, xã được phục vụ. {SEVERAL}", "tỉnh Cà Mau",
           ("Địa bàn phục vụ", "Phạm vi phục vụ", "Địa bàn", "Phạm vi hoạt động")),
    Column("Người đứng đầu", ("head", "name"), Form.TEXT, "Họ tên người đại diện.",
           "Nguyễn Văn Mẫu",
           ("Người đại diện", "Giám đốc", "Trưởng chi nhánh", "Họ tên người đứng đầu", "Thủ trưởng",
            "Tổ trưởng")),
    Column("Chức danh người đứng đầu", ("head", "title"), Form.TEXT, "Chức danh của người ấy.",
           "Giám đốc", ("Chức vụ", "Chức danh", "Chức vụ người đứng đầu")),
    Column("Ngày kiểm tra lại", ("verified_on",), Form.DAY,
           "Ngày có người gọi hoặc đến tận nơi đối chiếu.", "20/11/2026",
           ("Ngày xác minh", "Ngày đối chiếu", "Ngày cập nhật"), wanted="publish"),
), (("name",), ("locations", 0, "area")))

PRACTITIONERS = Table(Practitioner, "người thực hiện trợ giúp pháp lý", (
    Column("Mã", ("code",), Form.CODE, "Mã riêng, giữ mãi; lần nhập sau tìm bản ghi theo mã này.",
           "NTH-01", ("Mã người thực hiện", "Mã số")),
    Column("Họ và tên", ("name",), Form.TEXT, "Họ và tên đầy đủ.", "Nguyễn Văn Mẫu",
           ("Họ tên", "Tên", "Họ, tên", "Người thực hiện", "Tên luật sư"), needed=True),
    Column("Loại người thực hiện", ("kind",), Form.CHOICE, "Chọn trong danh sách.", "Luật sư",
           ("Loại", "Diện", "Là", "Tư cách"), PERSONS, needed=True),
    Column("Chức danh", ("title",), Form.TEXT, "Chức danh nghề nghiệp, hạng.",
           "Trợ giúp viên pháp lý hạng III", ("Hạng", "Chức danh nghề nghiệp", "Chức vụ")),
    Column("Số thẻ", ("card_number",), Form.CODE, "Số thẻ hành nghề.", "TGV-0001",
           ("Thẻ", "Số thẻ trợ giúp viên", "Số thẻ luật sư", "Số thẻ cộng tác viên")),
    Column("Tổ chức", ("organisation",), Form.RECORD, "Mã hoặc tên tổ chức đã có bản ghi.",
           "HS-01", ("Nơi làm việc", "Đơn vị", "Đơn vị công tác", "Tên tổ chức", "Nơi công tác"),
           refers_to=Organisation),
    Column("Tình trạng", ("state",), Form.CHOICE, "Để trống là đang thực hiện.",
           "đang hoạt động", ("Trạng thái",), STATES),
    Column("Từ ngày", ("first_day",), Form.DAY, "Ngày vào danh sách.", "01/01/2026",
           ("Ngày vào danh sách", "Ngày bắt đầu", "Ngày cấp thẻ")),
    Column("Đến ngày", ("last_day",), Form.DAY, "Ngày cuối trong danh sách; cần khi công bố.",
           "31/12/2029", ("Ngày hết hạn", "Ngày kết thúc", "Ngày hết hạn thẻ"), wanted="publish"),
    Column("Căn cứ", ("legal_basis",), Form.BASES,
           f"Văn bản đã có bản ghi (số hoặc id), rồi điều khoản. {SEVERAL}",
           "11/2017/QH14: Điều 17", ("Căn cứ pháp lý",), wanted="publish"),
), (("name",), ("organisation",)),
    ("dien thoai", "sdt", "dt", "so dien thoai", "email", "thu dien tu", "dia chi", "zalo"))

ROSTER_SHIFTS = Table(Roster, "lịch trực", (
    Column("Mã lịch", ("code",), Form.CODE,
           "Mã của lịch trực; các dòng cùng mã là các ca của một lịch.", "LT-01",
           ("Mã", "Mã lịch trực", "Mã số")),
    Column("Tên lịch trực", ("name",), Form.TEXT, "Tên của lịch; ghi ở dòng đầu là đủ.",
           "Lịch trực tại Tòa án nhân dân tỉnh Cà Mau", ("Tên", "Lịch trực", "Tên lịch"),
           needed=True),
    Column("Loại lịch", ("kind",), Form.CHOICE, "Chọn trong danh sách.", "Trực tại tòa án",
           ("Loại", "Loại lịch trực"), ROSTERS, needed=True),
    Column("Nơi trực", ("place",), Form.TEXT, "Nơi người dân đến.",
           "Phòng tiếp dân, Tòa án nhân dân tỉnh", ("Địa điểm", "Địa điểm trực", "Tại"),
           needed=True),
    Column("Xã, phường", ("area",), Form.AREA, COMMUNE_MEANING, "phường Tân Thành, tỉnh Cà Mau",
           COMMUNE_NAMES),
    PROVINCE,
    Column("Tổ chức", ("organisation",), Form.RECORD, "Mã hoặc tên tổ chức cử người trực.",
           "HS-01", ("Đơn vị", "Đơn vị trực", "Tổ chức cử người"), refers_to=Organisation),
    Column("Ngày trực", ("shifts", 0, "day"), Form.DAY, "Mỗi dòng một ca.", "01/12/2026",
           ("Ngày",), needed=True),
    Column("Từ giờ", ("shifts", 0, "from"), Form.CLOCK, "Giờ bắt đầu.", "07:30",
           ("Giờ bắt đầu", "Bắt đầu", "Từ"), needed=True),
    Column("Đến giờ", ("shifts", 0, "to"), Form.CLOCK, "Giờ kết thúc.", "11:30",
           ("Giờ kết thúc", "Kết thúc", "Đến"), needed=True),
    Column("Người trực", ("shifts", 0, "who"), Form.RECORDS,
           f"Mã hoặc họ tên người đã có bản ghi. {SEVERAL}", "NTH-01; NTH-02",
           ("Họ tên người trực", "Cán bộ trực", "Trợ giúp viên trực"), refers_to=Practitioner),
    Column("Ghi chú", ("shifts", 0, "note"), Form.TEXT, "Điều người dân cần biết về ca này.",
           "Mang theo giấy giới thiệu", ("Lưu ý",)),
), (("name",),), ("dien thoai", "sdt", "dt", "so dien thoai", "email"))

PROCEDURES = Table(Procedure, "thủ tục hành chính", (
    Column("Mã thủ tục", ("code",), Form.CODE, "Mã trên Cổng dịch vụ công quốc gia, nếu biết chắc.",
           "1.001122", ("Mã", "Mã TTHC", "Mã số", "Mã thủ tục hành chính")),
    Column("Tên thủ tục", ("name",), Form.TEXT, "Tên đầy đủ.", "Yêu cầu trợ giúp pháp lý",
           ("Tên", "Tên thủ tục hành chính", "Tên TTHC", "Thủ tục"), needed=True),
    Column("Tóm tắt", ("summary",), Form.TEXT, "Một, hai câu dễ hiểu.",
           "Người thuộc diện làm đơn để được giúp miễn phí.", ("Mô tả", "Nội dung tóm tắt"),
           wanted="publish"),
    Column("Lĩnh vực", ("field",), Form.TEXT, "Lĩnh vực của thủ tục.", "Trợ giúp pháp lý",
           wanted="publish"),
    Column("Cấp thực hiện", ("level",), Form.CHOICE, "Chọn trong danh sách.", "cấp tỉnh",
           ("Cấp", "Cấp giải quyết"), LEVELS, wanted="publish"),
    Column("Dành cho", ("audience",), Form.CHOICE, "Chọn trong danh sách.", "người dân",
           ("Nhóm đối tượng",), AUDIENCES),
    Column("Cơ quan thực hiện", ("handled_by",), Form.PARTY, "Tên hoặc id của cơ quan.",
           "Sở Tư pháp tỉnh Cà Mau", ("Cơ quan giải quyết", "Cơ quan trực tiếp thực hiện")),
    Column("Cơ quan quyết định", ("decided_by",), Form.PARTY, "Cơ quan có thẩm quyền quyết định.",
           "Sở Tư pháp tỉnh Cà Mau", ("Cơ quan có thẩm quyền", "Thẩm quyền quyết định")),
    Column("Đối tượng thực hiện", ("applicants",), Form.TEXTS, f"Ai được nộp. {SEVERAL}",
           "Người thuộc diện; Người thân của người đó", ("Đối tượng", "Ai được nộp")),
    Column("Trình tự thực hiện", ("steps",), Form.STEPS,
           f"Các bước. {EACH_LINE} Mở đầu “Cơ quan:” hoặc “Người dân:” để nói ai làm.",
           "Người dân: Nộp đơn và giấy tờ.", ("Trình tự", "Các bước"), DOERS),
    Column("Cách thức thực hiện", ("channels",), Form.CHANNELS,
           f"Cách nộp, sau dấu hai chấm là nơi nộp. {SEVERAL}",
           "trực tiếp: Trụ sở Trung tâm; bưu chính", ("Cách thức", "Cách nộp"), CHANNELS),
    Column("Số bộ hồ sơ", ("sets",), Form.NUMBER, "Số nguyên.", "1", ("Số lượng hồ sơ", "Số bộ")),
    Column("Thành phần hồ sơ", ("dossier",), Form.DOSSIER,
           f"Giấy tờ cần nộp. {EACH_LINE} Sau dấu | là số bản và số mẫu.",
           "Đơn yêu cầu | 1 bản chính | mẫu 02-TP-TGPL", ("Hồ sơ", "Giấy tờ"), COPIES),
    Column("Thời hạn giải quyết", ("time_limits",), Form.LIMITS,
           f"Số và đơn vị: ngày, ngày làm việc, tháng, giờ; hoặc giải quyết ngay. {SEVERAL}",
           "4 ngày làm việc tại Trung tâm; 3 ngày làm việc tại Sở", ("Thời hạn", "Thời gian"),
           UNITS),
    Column("Phí, lệ phí", ("fee", "as_written"), Form.TEXT, "Như văn bản ghi.", "Không thu",
           ("Phí", "Lệ phí", "Mức phí")),
    Column("Kết quả", ("result",), Form.TEXT, "Người dân nhận được gì.",
           "Có người giúp, hoặc văn bản nói rõ vì sao không",
           ("Kết quả thực hiện", "Kết quả giải quyết")),
    Column("Yêu cầu, điều kiện", ("conditions",), Form.LINES, f"Điều kiện. {EACH_LINE}",
           "Thuộc diện được trợ giúp", ("Điều kiện", "Yêu cầu")),
    Column("Mẫu đơn", ("forms",), Form.FORMS, f"Số mẫu, hai chấm, tên mẫu. {SEVERAL}",
           "02-TP-TGPL: Đơn yêu cầu trợ giúp pháp lý", ("Mẫu đơn, tờ khai", "Tên mẫu", "Mẫu")),
    Column("Căn cứ pháp lý", ("legal_basis",), Form.BASES,
           f"Văn bản đã có bản ghi (số hoặc id), rồi điều khoản. {SEVERAL}",
           "11/2017/QH14: Điều 29, Điều 30", ("Căn cứ", "Văn bản quy định")),
    Column("Mức độ trực tuyến", ("online_level",), Form.CHOICE, "Chọn trong danh sách.",
           "một phần", ("Mức độ DVC", "Dịch vụ công trực tuyến", "Trực tuyến"), ONLINE),
    Column("Ghi chú", ("notes",), Form.LINES, f"Điều cần nói thêm. {EACH_LINE}",
           "Không phải nộp lại giấy tờ đã có", ("Lưu ý",)),
), (("name",),))
# fmt: on

OF_KIND = (ORGANISATIONS, PRACTITIONERS, PROCEDURES, ROSTER_SHIFTS)
TABLES = dict(zip(TABLE_NAMES, OF_KIND, strict=True))
