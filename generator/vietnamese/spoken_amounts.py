"""Numbers with what they count, as they are said: money, measures, shares, parts and places."""

import re

from generator.vietnamese.spoken_dates import LARGEST_PART, NAMED_MONTH, month
from generator.vietnamese.spoken_letters import by_letter
from generator.vietnamese.spoken_numbers import counted, decimal, each, ordinal
from generator.vietnamese.spoken_rules import Near, Rule

LONGEST_NUMBER = 9  # digits; what is longer, and not parted, is no number but a code
IN_A_CODE = 3  # digits said in one go
UNITS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "đ": "đồng",
    "₫": "đồng",
    "đồng": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "VNĐ": "đồng",
    "VND": "đồng",
    "usd": "đô la Mỹ",
    "USD": "đô la Mỹ",
    "$": "đô la Mỹ",
    "€": "ơ rô",
    "EUR": "ơ rô",
    "k": "nghìn",
    "K": "nghìn",
    "tr": "triệu",
    "mm": "mi li mét",
    "cm": "xăng ti mét",
    "dm": "đề xi mét",
    "m": "mét",
    "km": "ki lô mét",
    "Km": "ki lô mét",
    "m2": "mét vuông",
    "m²": "mét vuông",
    "km2": "ki lô mét vuông",
    "km²": "ki lô mét vuông",
    "cm2": "xăng ti mét vuông",
    "cm²": "xăng ti mét vuông",
    "m3": "mét khối",
    "m³": "mét khối",
    "cm3": "xăng ti mét khối",
    "cm³": "xăng ti mét khối",
    "ha": "héc ta",
    "mg": "mi li gam",
    "g": "gam",
    "gr": "gam",
    "kg": "ki lô gam",
    "Kg": "ki lô gam",
    "ml": "mi li lít",
    "l": "lít",
    "L": "lít",
    "h": "giờ",
    "p": "phút",
    "s": "giây",
    "kW": "ki lô oát",
    "kWh": "ki lô oát giờ",
    "kwh": "ki lô oát giờ",
    "KWh": "ki lô oát giờ",
    "MW": "mê ga oát",
    "V": "vôn",
    "W": "oát",
    "Hz": "héc",
    "MHz": "mê ga héc",
    "KB": "ki lô bai",
    "MB": "mê ga bai",
    "GB": "gi ga bai",
    "TB": "tê ra bai",
    "dB": "đề xi ben",
    "độ C": "độ xê",
    "°C": "độ xê",
    "oC": "độ xê",
    "ºC": "độ xê",
    "°": "độ",
    "º": "độ",
}
# Those that are also said of themselves: "mỗi km đường".
NAMES_OF_UNITS = {name: UNITS[name] for name in "mm cm km Km kg Kg ha kWh ml".split()}
# What comes by the year, by the head …: 2 buổi/tuần is "hai buổi mỗi tuần".
EACH_ONE = (
    "năm|tháng|quý|tuần|ngày|giờ|phút|người|hộ|lần|buổi|suất|cuộc|vụ việc|vụ|đợt|lớp|học viên|trang"
    "|đêm|chuyến|bộ|đơn vị|xã|thôn|tấn|tạ|cây|con|cái|chiếc|bao|sào"
)
# Of these, 5/7 are five out of seven; else they are fractions.
COUNTED_NOUN = re.compile(
    r"\s*(?:xã|phường|thị trấn|huyện|tỉnh|thành phố|thôn|bản|ấp|khu|tổ|hộ|người|đại biểu|đơn vị"
    r"|cơ quan|chỉ tiêu|tiêu chí|ý kiến|phiếu|điểm|vụ|nhiệm vụ|thành viên|đồng chí)\b",
    re.I,
)
GROUPS_BY_SPACE = (
    r"[1-9]\d{0,2}(?: \d{3}){2,}(?![ .]?\d)"
    r"|[1-9]\d{0,2} \d{3}(?=\s?(?:đồng|đ|VNĐ|VND|USD|vnđ|người|hộ)(?!\w))|[1-9]\d? 000(?![ .]?\d)"
)
FIGURE = (
    r"(?:\d{1,3}(?:\.\d{3})+(?!\d|\.\d)(?:,\d++)?|\d{1,3}(?:,\d{3}){2,}(?!\d)"
    rf"|{GROUPS_BY_SPACE}|\d++(?:,\d++(?!,\d))?(?!\.\d))"
)
BY_LENGTH = sorted(UNITS, key=len, reverse=True)
UNIT = "|".join(map(re.escape, BY_LENGTH))
MEASURE = rf"(?P<unit>{UNIT})(?:\s?/\s?(?P<per>{UNIT}|{EACH_ONE}))?(?!\w)"
AFTER_ORDINAL = re.compile(r"\bthứ\s*(?:\d\s*(?:,|và|-|đến)\s*)*\Z", re.I)
# Of these, 1,2 are two: khoản 1,2 Điều 5.
LISTED = re.compile(
    r"\b(?:điều|khoản|mục|tiết|chương|tháng|quý|thứ|ngày|năm|bài|trang|lớp|tổ|khu|thôn|ấp)"
    r"\s(?:\d+\s*,\s*)*\Z",
    re.I,
)
# Of these, digits count nothing: số chứng minh 361234567.
OF_A_CODE = re.compile(
    r"\b(?:CMND|CCCD|OTP|căn cước|chứng minh|mã số thuế|tài khoản|mã|thẻ|hộ chiếu)"
    r"(?:\s(?:số|công dân|nhân dân|là|hồ sơ|ngân hàng))*\s*:?\s*\Z",
    re.I,
)
FEWEST_OF_A_CODE = 6  # digits
RANKED = re.compile(r"\b(?:bậc|cấp|hạng|độ|lớp|số|số nhà)\s*\Z", re.I)


def figure(printed: str) -> str:
    """A printed number: 1.500.000 · 1,5 · 08. What is too long, or led by noughts, is a code."""
    whole, _, fraction = _parted(printed)
    if not whole.isdigit():
        return ""
    is_long = printed.isdigit() and len(whole) > LONGEST_NUMBER
    if is_long or (len(whole) > 2 and whole.startswith("0")):
        said = code(whole)
        return f"{said} phẩy {each(fraction)}" if fraction else said
    return decimal(int(whole), fraction) if fraction else counted(int(whole))


def code(digits: str) -> str:
    """Digits that count nothing, in groups that can be written down while they are heard."""
    cuts = list(range(0, max(len(digits) - 1, 1), IN_A_CODE))  # no digit is left alone at the end
    ends = [*cuts[1:], len(digits)]
    return ", ".join(each(digits[at:end]) for at, end in zip(cuts, ends, strict=True))


def _parted(printed: str) -> tuple[str, str, str]:
    if printed.count(",") > 1:  # thousands as the English part them
        return printed.replace(",", ""), "", ""
    return printed.replace(".", "").replace(" ", "").partition(",")


def _measure(found: re.Match[str], near: Near) -> str:
    unit, per = found["unit"], found["per"]
    return f"{figure(found['n'])} {UNITS[unit]}{_per(unit, per)}"


def _per(unit: str, per: str | None) -> str:
    if not per:
        return ""
    if per in UNITS:
        return f" trên {UNITS[per]}" if UNITS[unit] != "đồng" else f" một {UNITS[per]}"
    return f" mỗi {per}"


def _more_money(found: re.Match[str], near: Near) -> str:
    """1tr2 is "một triệu hai", 5tr5 "năm triệu rưỡi"."""
    rest = "rưỡi" if found[2] == "5" else counted(int(found[2]))
    return f"{counted(int(found[1]))} triệu {rest}"


def _height(found: re.Match[str], near: Near) -> str:
    return f"{counted(int(found[1]))} mét {counted(int(found[2]))}"


def _dotted(found: re.Match[str], near: Near) -> str:
    """2.5 triệu, as machines write it; without what it counts 2.5 is a place in a text."""
    return decimal(int(found[1]), found[2])


def _money_first(found: re.Match[str], near: Near) -> str:
    return f"{figure(found['n'])} {UNITS[found['sign']]}"


def _part(found: re.Match[str], near: Near) -> str:
    part, whole = found["part"], found["whole"]
    end = " giờ" if found["hours"] else ""
    unit = f" {UNITS[found['unit']]}" if found["unit"] else ""
    if len(part) == 4 and len(whole) == 4:  # a school year
        return f"{figure(part)}, {figure(whole)}"
    numbers = [int(re.sub(r"\D", "", number)) for number in (part, whole)]
    # 3/7 is a fraction, 15/20 is fifteen out of twenty.
    is_fraction = 0 < numbers[0] < numbers[1] <= LARGEST_PART and not end
    is_of_many = COUNTED_NOUN.match(found.string, found.end()) or RANKED.search(near.before)
    if is_fraction and not is_of_many:
        return f"{figure(part)} phần {_whole(numbers[1])}{unit}"
    return f"{figure(part)} trên {figure(whole)}{end or unit}"


def _whole(number: int) -> str:
    return "tư" if number == 4 else counted(number)


def _place(found: re.Match[str], near: Near) -> str:
    """1.2.3 is a place in a text, 1.001122.000.00.00.H48 the code of a procedure."""
    return " chấm ".join(_step(step) for step in found[0].split(".") if step)


def _step(step: str) -> str:
    letters = "".join(sign for sign in step if sign.isalpha())
    if letters:
        return f"{by_letter(letters)} {each(step[len(letters) :])}"
    return each(step) if len(step) > 3 or (len(step) > 1 and step[0] == "0") else counted(int(step))


def _number(found: re.Match[str], near: Near) -> str:
    parts = found[0].split(",") if LISTED.search(near.before) else [found[0]]
    return ", ".join(_one(part, near) for part in parts)


def _one(printed: str, near: Near) -> str:
    if AFTER_ORDINAL.search(near.before) and printed.isdigit():
        return ordinal(int(printed))
    if len(printed) >= FEWEST_OF_A_CODE and printed.isdigit() and OF_A_CODE.search(near.before):
        return code(printed)
    if NAMED_MONTH.search(near.before) and printed.isdigit():
        return month(int(printed))
    return figure(printed)


RULES = (
    Rule(re.compile(rf"(?P<sign>[$€])\s?(?P<n>{FIGURE})"), _money_first),
    Rule(re.compile(r"(\d{1,2})m(\d{1,2})(?!\w)"), _height),
    Rule(re.compile(r"(\d{1,3})tr(\d)(?!\w)"), _more_money),
    Rule(
        re.compile(r"(\d+)\.(\d{1,2})(?=\s?(?:nghìn|triệu|tỷ|tỉ|%|km|kg|ha|điểm)(?!\w))"), _dotted
    ),
    Rule(re.compile(rf"(?P<n>{FIGURE})\s?{MEASURE}"), _measure),
    Rule(
        re.compile(
            r"(?P<part>\d{1,3}(?:\.\d{3})+|\d+)\s?/\s?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)"
            rf"(?:(?P<hours>\s?h)|\s?(?P<unit>{UNIT})(?!\w))?(?![\w/]|[.,]\d)"
        ),
        _part,
    ),
    Rule(re.compile(FIGURE), _number),
    Rule(re.compile(r"\d+(?:\.\d+)+(?:\.[A-Z]\d+)?(?!\w)"), _place),
)
ANY_DIGITS = Rule(re.compile(r"\d+"), lambda found, near: figure(found[0]))
