"""Lists of agencies: where one name ends and the next begins.

Commas and "và" stand both between names and inside them ("Sở Văn hóa, Thể thao và Du lịch",
"các sở, ban, ngành"), so a new name begins only where a word opens one. The printed spelling stays.
"""

import re
from collections.abc import Iterator

# Words that open the name of one agency or of a group, and what after them makes another word:
# "Ban Dân tộc" but "Ban hành", "Hội Luật gia" but "Hội nghị", "Phòng Tư pháp" but "Phòng, chống".
OPENERS = re.compile(
    r"(?:Sở|Ban(?! hành)|Bộ(?! tiêu| máy| luật| câu| tài| phận)|Cục(?! diện)|Chi cục|Chi nhánh|"
    r"Vụ(?! việc| án)|Tổng cục|Tổng công ty|UBND|U[ỷỶ] ban|Ủy ban|HĐND|Hội(?! nghị| thảo| thi|"
    r" nhập)|"
    r"Đoàn(?! kết| viên)|Liên đoàn|Liên minh|Liên hiệp|Hiệp hội|Mặt trận|UBMT\w*|MTTQ|Công an|CA|"
    r"T[òo][àa]|TAND|VKSND|Viện(?! trợ| dẫn)|Báo(?! cáo| hiệu)|Đài|Cổng|Trang(?= (?:thông tin))|"
    r"Trung tâm|"
    r"Phòng(?! ngừa|,? chống| tránh)|Văn phòng|VP|Thanh tra(?!,? kiểm tra)|Kho bạc|"
    r"Bảo hiểm(?! y tế)|BHXH|"
    r"Ngân hàng|Trường(?! hợp)|Đại học|Học viện|Bệnh viện|Công ty|Tập đoàn|Quỹ|Tỉnh ủy|Thành ủy|"
    r"Huyện ủy|Đảng ủy|Tỉnh đoàn|Thành đoàn|Thường trực|Bưu điện|Quân khu|Bộ đội|Biên phòng|"
    r"Hải quan|"
    r"Thuế|Thành viên|Thủ trưởng|Lãnh đạo|Chủ tịch|Giám đốc|Câu lạc bộ|Trạm|Đồn|Hạt|Cơ quan|Đơn vị|"
    r"Địa phương|Đội|Lực lượng|Kiểm toán|Cảng vụ|Vườn quốc gia|Doanh nghiệp|Thư viện|Bảo tàng|"
    r"Tổ(?= (?:công|hòa|giúp|chuyên|dân))|Nhà(?= (?:văn hóa|trường|thiếu))|"
    r"Cơ sở(?= (?:y tế|giáo dục|cai nghiện|đào tạo|trợ giúp))|Tổ chức(?= (?:chính trị|xã hội|đảng|"
    r"hành nghề))|"
    r"Tạp chí|BCH|Những|Một số|Các(?! nội dung| nhiệm vụ| hoạt động| hình thức| giải pháp|"
    r" chỉ tiêu|"
    r" mục tiêu| văn bản| chính sách| quy định| biện pháp| chương trình| dự án| đề án| thủ tục|"
    r" trường hợp| điều kiện| nguồn| khoản| mức| bước| vấn đề| yêu cầu))(?=\W|\Z)"
)
LOWER_OPENERS = re.compile(
    r"(?:các|những|một số|cơ quan|đơn vị|địa phương|thủ trưởng|thành viên|doanh nghiệp|"
    r"tổ chức (?=chính trị|xã hội|đảng|hành nghề)|báo(?! cáo)|công an|trung tâm|phòng(?!,? chống|"
    r" ngừa)|"
    r"đài|ban chỉ|hệ thống (?=truyền)|chính quyền|lãnh đạo|đại diện|hội đồng|cấp ủy)\b"
)
# One word of a group such as "sở, ban, ngành" or "xã, phường, thị trấn".
GROUP_WORD = (
    r"(?:sở|ban|bộ|ngành|ban ngành|ban, ngành|phòng|đoàn thể|hội|cơ quan|cơ quan chuyên môn|đơn vị|"
    r"đơn vị sự nghiệp|tổ chức|địa phương|doanh nghiệp|cá nhân|cơ sở|huyện|thị xã|thành phố|xã|"
    r"phường|thị trấn|đặc khu|quận|tỉnh|thôn|bản|khu phố|ấp|trường học|hợp tác xã|đảng ủy|cấp|"
    r"lực lượng|cấp xã|cấp huyện|cấp tỉnh|ngành dọc|tổ|khối)"
)
OPEN_GROUP = re.compile(
    r"(?:(?:[\w ]{0,60}\s)?(?:các|những|một số|cấp|nhân dân|UBND|HĐND|công an|trưởng|"
    r"chính quyền)\s+)?"
    rf"{GROUP_WORD}\Z",
    re.IGNORECASE,
)
STARTS_IN_GROUP = re.compile(rf"(?:cấp )?{GROUP_WORD}\b")

# "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân" is one office.
ONE_OFFICE = re.compile(r"^(?:Văn phòng|VP) (?:.{0,20}(?:HĐND|Hội đồng nhân dân|ĐBQH|Quốc hội))\Z")
GROUP_LIST = re.compile(
    rf"(?:sở|ban|bộ|phòng|ngành|huyện|xã|phường)(?:,| và) {GROUP_WORD}\b", re.IGNORECASE
)

SEPARATOR = re.compile(r"(\s*[,;]\s*(?:và\s+)?|\s+và\s+|\s*\n\s*|\s+cùng\s+)")
ASIDE = re.compile(r"\s*\([^()]{0,300}\)")
BY_DUTY = re.compile(
    r"\s*,?\s*(?:trong phạm vi|theo|căn cứ|tùy theo)\s+(?:chức năng|nhiệm vụ|thẩm quyền|"
    r"trách nhiệm)"
    r"(?:[^;.]{0,80}?(?:của mình|được giao|được phân công)|[^;.,]{0,60})"
)
FULL_GROUP = re.compile(r"\b(?:Các|các) (?:Sở|sở)\s*:\s*(?P<names>[^;.]+)")


def split_agencies(text: str) -> tuple[str, ...]:
    """The names of a list, in order, each once; brackets after a name are left out."""
    plain = FULL_GROUP.sub(spelled_out, BY_DUTY.sub("", ASIDE.sub("", text)))
    names = [tidy(name) for part in re.split(r"[;\n]", plain) for name in names_in(part)]
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))


def spelled_out(group: re.Match[str]) -> str:
    """ "các Sở: Tư pháp, Nội vụ" as "Sở Tư pháp; Sở Nội vụ"; a list that goes on is left alone."""
    names = re.split(r",\s*|\s+và (?=[A-ZĐ])", group["names"])
    if len(names) < 2 or any(OPENERS.match(name) or not name[:1].isupper() for name in names):
        return group[0]
    return "; ".join(f"Sở {name.strip()}" for name in names)


def names_in(part: str) -> Iterator[str]:
    """The names of a part without semicolons: pieces that open no name join the one before."""
    pieces = SEPARATOR.split(part.strip())
    name = before = pieces[0]
    for separator, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if begins_a_name(piece, before):
            yield name
            name = piece
        else:
            name += separator + piece
        before = piece
    yield name


def begins_a_name(piece: str, before: str) -> bool:
    """Does this piece begin a new name, given the piece before it?"""
    if before.strip() in ("báo", "Báo") and piece.lower().startswith("đài"):
        return False
    if ONE_OFFICE.search(before):
        return False
    if OPENERS.match(piece) and not only_group_word(piece):
        return True
    if STARTS_IN_GROUP.match(piece) and OPEN_GROUP.match(before.strip()):
        return False
    return LOWER_OPENERS.match(piece) is not None and not piece.startswith("cấp ")


def only_group_word(piece: str) -> bool:
    """Is the piece a bare group word, such as "Ban" in "các Sở, Ban, ngành"?"""
    return re.fullmatch(GROUP_WORD, piece.strip().lower()) is not None


def tidy(name: str) -> str:
    """A name without the signs and the "và" that stood around it."""
    stripped = " ".join(name.split()).strip(" .,;:-–+*…")
    return re.sub(r"^(?:và|cùng với|cùng|với)\s+|\s+(?:và)$|\[\d+\]$", "", stripped)


def looks_like_agency(text: str) -> bool:
    """Does the text begin as the name of an agency or of a group of agencies?"""
    plain = text.strip()
    return bool(OPENERS.match(plain) or LOWER_OPENERS.match(plain) or GROUP_LIST.match(plain))
