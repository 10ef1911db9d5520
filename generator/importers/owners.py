"""Who does a task, told in sentences: agencies before the verb, and after "phối hợp với"."""

import re
from dataclasses import dataclass

from generator.vietnamese.agency_names import BY_DUTY, looks_like_agency, split_agencies

# Verbs that end a list of agencies. "tổ chức" is also a noun and needs what stands around it.
VERB = re.compile(
    r"[\s,:]{1,3}(?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|có kế hoạch|là cơ quan|là đầu mối|"
    r"chủ trì|chủ động|"
    r"phối hợp|tham mưu|thực hiện|xây dựng|ban hành|hướng dẫn|triển khai|rà soát|theo dõi|kiểm tra|"
    r"tăng cường|đẩy mạnh|tiếp tục|căn cứ|cung cấp|bố trí|đôn đốc|chỉ đạo|quán triệt|lựa chọn|"
    r"ưu tiên|"
    r"tham gia|tuyên truyền|phổ biến|biên soạn|đăng tải|phát huy|nâng cao|tổng hợp|báo cáo|bảo đảm|"
    r"đảm bảo|kịp thời|thường xuyên|nghiêm túc|khẩn trương|quan tâm|lồng ghép|thành lập|tiến hành|"
    r"đề xuất|cập nhật|vận động|lập dự toán|lập kế hoạch|thẩm định|hỗ trợ|(?<!trợ )giúp|được giao|"
    r"cử|xem xét|"
    r"đề nghị|kiện toàn|nghiên cứu|tập trung|giám sát|duy trì|phát động|giới thiệu|mở|định hướng|"
    r"đánh giá|gửi|huy động|xác định|thống nhất|phát triển|kiểm soát|phân công|quản lý|vận chuyển|"
    r"sử dụng|(?<!Xây )dựng(?= (?!và )\w)|"
    r"cấp phát|khắc phục|truy quét|tổ chức,"
    r"(?! cá nhân| doanh nghiệp| đơn vị| đoàn thể)|bám sát|chuẩn bị|thông báo|"
    r"thông tin (?:về|kịp thời|rộng rãi)|lập|trình|"
    r"ký kết|"
    r"tiếp nhận|giải quyết|xử lý|phát hiện|đấu tranh|hoàn thành|đầu tư|trang bị|bồi dưỡng|đào tạo,|"
    r"tổ chức (?:triển khai|thực hiện|hội nghị|tập huấn|tuyên truyền|phổ biến|quán triệt|sưu tầm|"
    r"rà soát|"
    r"các|lớp|kiểm tra|việc|biên soạn|thi|cuộc|in|xây dựng|đánh giá|sơ kết|tổng kết|cấp phát|"
    r"vận chuyển|tiếp nhận|phong trào|tốt|hướng dẫn))(?!\w)"
)
WITH = re.compile(r"\b[Pp]hối hợp(?: chặt chẽ)?(?:,? đồng bộ)?(?: với)?\s+")
END_OF_PARTNERS = re.compile(
    r"\s+(?:để|nhằm|trong (?:quá trình|việc|công tác)|theo|khi|về|trên cơ sở|trên địa bàn)\b|[.;]"
)
OPENING = re.compile(
    r"^(?:Căn cứ|Trên cơ sở|Theo) (?:nội dung )?Kế hoạch này,?\s+(?:(?:đề nghị|giao|yêu cầu) )?|"
    r"^(?:Đề nghị|Giao|Trách nhiệm của|Yêu cầu|Phân công|Các đơn vị gồm|Đối với)\s*:?\s+|"
    r"^Trong phạm vi[^.;:]{0,80}?(?:của mình|được giao),?\s+"
)
LEADS_AND = re.compile(r"\bchủ trì\b")
LONGEST_SUBJECT = 400
USUAL_NAME = 12
LONGEST_NAME = 22  # words; what is longer has swallowed a sentence


@dataclass(frozen=True)
class Owners:
    """Those who lead and those who help, in the order of the text, each once."""

    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()

    def __add__(self, other: "Owners") -> "Owners":
        """Both together; who leads anywhere is not a partner as well."""
        leads = tuple(dict.fromkeys(self.leads + other.leads))
        partners = tuple(dict.fromkeys(self.partners + other.partners))
        return Owners(leads, tuple(name for name in partners if name not in leads))


def subject_of(sentence: str) -> str:
    """The agencies with which a sentence begins, as printed; empty when it begins otherwise."""
    plain = OPENING.sub("", sentence.strip(" -+"))
    if not looks_like_agency(plain):
        return ""
    verb = VERB.search(plain, 2, LONGEST_SUBJECT)
    if verb is None:
        return ""
    return plain[: verb.start()].strip(" ,")


def begins_with_verb(text: str) -> bool:
    """Does a text begin with a verb, as a duty under the heading of an agency does?"""
    return VERB.match(f" {text[:1].lower()}{text[1:40]}") is not None


def partners_in(sentence: str) -> tuple[str, ...]:
    """The agencies after every "phối hợp với" of a sentence, up to the next verb."""
    found: list[str] = []
    for match in WITH.finditer(without_names_with_verbs(sentence)):
        rest = sentence[match.end() : match.end() + LONGEST_SUBJECT]
        if not looks_like_agency(rest):
            continue
        ends = [
            end.start() for end in (VERB.search(rest, 2), END_OF_PARTNERS.search(rest, 2)) if end
        ]
        found += split_agencies(rest[: min(ends, default=len(rest))])
    return only_names(tuple(dict.fromkeys(found)))


def owners_in_clause(clause: str) -> Owners:
    """Leads and partners of one clause; who only "phối hợp với" somebody is a partner."""
    subject = subject_of(clause)
    if not subject:
        return Owners((), partners_in(clause))
    after = OPENING.sub("", clause.strip(" -+"))[len(subject) :]
    names = only_names(split_agencies(subject))
    helps = re.match(r"[\s,]+(?:chủ động |có trách nhiệm )?phối hợp(?: với)?\b", after)
    if helps and not LEADS_AND.search(after[:60]):
        return Owners((), names)
    return Owners(names, partners_in(after))


def owners_of_value(value: str) -> Owners:
    """Leads and partners of what stands after "Cơ quan thực hiện:": a list, or sentences."""
    plain = BY_DUTY.sub("", re.sub(r"\s*\([^()]{0,300}\)", "", without_decisions(value)))
    if is_mere_list(plain):
        return Owners(split_agencies(plain))
    owners = Owners()
    for clause in re.split(r"(?<=[.;])\s+|\n", plain):
        told = owners_in_clause(clause)
        listed = is_mere_list(clause) and looks_like_agency(clause)
        owners += Owners(split_agencies(clause)) if listed and not told.leads else told
    return owners if owners.leads or owners.partners else Owners(only_names(split_agencies(plain)))


def partners_of_value(value: str) -> tuple[str, ...]:
    """The names after "Cơ quan phối hợp:", a list or a whole sentence about one."""
    names = split_agencies(value)
    if is_mere_list(value) or all(len(name.split()) <= USUAL_NAME for name in names):
        return only_names(names)
    told = owners_in_clause(re.split(r"(?<=[.;])\s", value, maxsplit=1)[0])
    return told.leads or told.partners or only_names(names)


def only_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Without what is too long to be a name: better none than a sentence for an owner."""
    return tuple(name for name in names if len(name.split()) <= LONGEST_NAME)


def without_decisions(value: str) -> str:
    """Without "theo Quyết định số … của …", which names an agency that is no owner."""
    return re.sub(r"\s+theo (?:Quyết định|Nghị quyết|Công văn|Kế hoạch) [^,;.]{0,200}", "", value)


def is_mere_list(value: str) -> bool:
    """Is the value nothing but names? A verb after the first words makes it a sentence."""
    return VERB.search(without_names_with_verbs(value), 3) is None


def without_names_with_verbs(value: str) -> str:
    """Names of agencies that hold a verb ("Hội đồng phối hợp", "Ban Chỉ đạo") without it."""
    return re.sub(
        r"[Hh]ội đồng phối hợp|[Bb]an [Cc]hỉ đạo|người có thẩm quyền thực hiện|"
        r"[Cc]ơ quan [Tt]hường trực|"
        r"(?:chủ trì|được giao) thực hiện nhiệm vụ|[Tt]ổ chức thực hiện trợ giúp|Ban Tuyên truyền",
        lambda name: name[0].replace(" ", "_"),
        value,
    )
