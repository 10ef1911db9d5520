"""The head and the foot of an official document: number, date, issuer, title, signer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importers.findings import Heading, Period
from generator.importers.lines import Paragraph
from generator.importers.source import Line
from generator.vietnamese.document_numbers import blank_number, find_numbers
from generator.vietnamese.folding import fold
from generator.vietnamese.letters import regex

HEAD = 60  # paragraphs within which the head of a document stands, site furniture included
NUMBER_LINE = re.compile(r"Số\s?:\s?(?P<number>.*)", re.IGNORECASE)
DATE_LINE = regex(
    r"(?P<place>[<upper>][^,;:|\d]{1,40}),\s{0,2}ngày\s{0,3}(?P<day>\d{0,2})[\s.…]{0,9}"
    r"tháng\s{0,3}(?P<month>\d{0,2})[\s.…]{0,9}năm\s{0,3}(?P<year>\d{4})"
)
NATION = re.compile(r"CỘNG H[OÒ][AÀ] XÃ HỘI|Độc lập")
TYPE_LINE = regex(
    r"(?P<type>KẾ HOẠCH|QUYẾT ĐỊNH|THÔNG TƯ|NGHỊ QUYẾT|CHỈ THỊ|CÔNG VĂN|THÔNG BÁO|HƯỚNG DẪN|"
    r"NGHỊ ĐỊNH|"
    r"CHƯƠNG TRÌNH|ĐỀ ÁN|BÁO CÁO|TỜ TRÌNH|LUẬT|QUY CHẾ|CÔNG ĐIỆN)(?P<rest>\s?:|\s[<upper>].*)?"
)
PREAMBLE = re.compile(
    r"(?:Căn cứ|Để |Nhằm |Trên cơ sở|Xét |Theo |Sau |Ngày \d|Phần |Điều \d|[IVX]{1,4}\.|\d\.|"
    r"[-+]\s|"
    r"Thực hiện (?:[\w ]{0,30}số|Luật|Điều|các|Nghị|Quyết|Kế hoạch|Chỉ thị|Công văn|Đề án|"
    r"Chương trình))"
)
OFFICE = regex(
    r"(?:KT\.|TM\.|TL\.|TUQ\.|Q\.|PHÓ |THỨ |UỶ VIÊN |ỦY VIÊN |QUYỀN |\s)*"
    r"(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG(?: [<upper>]+){1,3}|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH (?:VĂN PHÒNG|"
    r"THANH TRA|ÁN)|"
    r"CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VIỆN TRƯỞNG|THỦ TƯỚNG|CHỦ NHIỆM|BÍ THƯ|HIỆU TRƯỞNG|TRƯỞNG PHÒNG)"
    r"(?: UBND| THƯỜNG TRỰC| ỦY BAN NHÂN DÂN)?"
)
NAME = regex(
    r"(?:(?:TS|ThS|PGS|GS|LS)\.?\s+)*(?P<name>[<upper>][<lower>]+(?:\s[<upper>][<lower>]*){1,5})"
)
NAME_PART = regex(r"[<upper>][<lower>]+(?:\s[<upper>][<lower>]*){0,3}")
SIGNED = re.compile(r"\(?(?:Đã ký|đã ký|Ký tên.*)\)?\.?")
SIGNATURE_LINES = 8
LONGEST_NAME = 5  # words
PORTAL = {
    "so hieu": "number",
    "so/ky hieu": "number",
    "so ky hieu": "number",
    "ngay ban hanh": "issued_on",
    "nguoi ky": "signer",
    "co quan ban hanh": "issuer",
    "noi ban hanh": "issuer",
    "trich yeu": "title",
}
BELOW_ANOTHER = re.compile(
    r"\S (?P<own>(?:SỞ|PHÒNG|CỤC|CHI CỤC|TRUNG TÂM|THANH TRA|BAN QUẢN LÝ|VĂN PHÒNG|CÔNG AN|"
    r"HỘI ĐỒNG PHỐI HỢP) )"
)
# Under the title of a decision stands the office that decides, in capitals as well.
BELOW_TITLE = re.compile(r"(?<=\S) (?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG) (?:ỦY BAN|UỶ BAN|SỞ|BỘ) .*\Z")
PROSE_ISSUER = re.compile(
    r"(?P<issuer>(?:U[ỷỶ] ban nhân dân|Ủy ban nhân dân|UBND|[Pp]hòng|Sở|Bộ|Ban|Cục|Trung tâm)"
    r"(?:\s(?!xây dựng|ban hành|đã)[^\s,;.:“”\"()]{1,15}){0,7}?)\s(?:đã\s)?(?:xây dựng|"
    r"ban hành)\s[Kk]ế hoạch"
)
CLOSING_ISSUER = re.compile(
    r"\bcủa (?P<issuer>(?:U[ỷỶ] ban nhân dân|Ủy ban nhân dân|UBND|[Pp]hòng|Sở|Bộ|Ban|"
    r"Cục)[^.;:,/]{2,60})"
)
LOCALITY = regex(
    r"(?:tỉnh|thành phố|TP\.?|huyện|thị xã|xã|phường|quận|"
    r"đặc khu)\s(?P<place>[<upper>]\S*(?:\s[<upper>]\S*){0,3})"
)


@dataclass(frozen=True)
class Head:
    """The head of a document and where its parts stand among the paragraphs."""

    heading: Heading
    type_name: str | None
    body_starts: int
    number_blank: bool
    day_blank: bool
    issuer_from_prose: bool
    title_from_portal: bool
    signer_from_portal: bool


def read_head(paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> Head:
    """Read head and foot; what neither says is looked for in the rows of the portal."""
    portal = portal_rows(lines)
    number, blank = number_of(paragraphs)
    date = next((m for p in paragraphs[:HEAD] if (m := DATE_LINE.search(p.text))), None)
    place_of_type = type_line(paragraphs)
    title, after = title_of(paragraphs, place_of_type)
    signer = signer_of(lines)
    printed_issuer = issuer_of_head(paragraphs, portal.get("issuer"))
    issuer = printed_issuer or issuer_of_prose(paragraphs)
    heading = Heading(
        number=number or (None if blank else portal.get("number")),
        issued_on=day_of(date) or portal_day(portal.get("issued_on")),
        issuer=issuer,
        place=date["place"].strip() if date else locality_of(issuer),
        title=title or portal_title(paragraphs, portal),
        signer=signer or portal.get("signer"),
    )
    return Head(
        heading=heading,
        type_name=type_of(paragraphs, place_of_type),
        body_starts=after if place_of_type is not None else after_preamble(paragraphs),
        number_blank=blank and heading.number is None,
        day_blank=bool(heading.issued_on and len(heading.issued_on) < 10),
        issuer_from_prose=printed_issuer is None and issuer is not None,
        title_from_portal=title is None and heading.title is not None,
        signer_from_portal=signer is None and heading.signer is not None,
    )


def portal_rows(lines: Sequence[Line]) -> dict[str, str]:
    """The rows that a portal puts above a document, such as "Số hiệu | 5/KH-UBND"."""
    found: dict[str, str] = {}
    texts = [line.text for line in lines[:400] if line.text]
    for label, value in pairwise(texts):
        field = PORTAL.get(fold(label).strip(" :*"))
        if field and field not in found and fold(value).strip(" :") not in PORTAL:
            found[field] = value
    return found


def portal_day(value: str | None) -> str | None:
    """A day such as 22/05/2023 in ISO form."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", (value or "").strip())
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else None


def number_of(paragraphs: Sequence[Paragraph]) -> tuple[str | None, bool]:
    """The number after "Số:", and whether its place was left blank."""
    for paragraph in paragraphs[:HEAD]:
        line = NUMBER_LINE.match(paragraph.text)
        if line:
            found = next(find_numbers(line["number"][:120]), None)
            if found:
                return found.written, False
            if blank_number(paragraph.text[:120]):
                return None, True
    return None, False


def day_of(date: re.Match[str] | None) -> str | None:
    """ISO day of the date line, shortened where day or month are blank."""
    if date is None:
        return None
    parts = [date["year"], *(f"{int(date[part]):02}" for part in ("month", "day") if date[part])]
    return "-".join(parts[: 2 if not date["month"] else 3]) if date["month"] else date["year"]


def type_line(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where the name of the kind stands alone: a plan's own where there are several."""
    places = [i for i, p in enumerate(paragraphs[: 4 * HEAD]) if TYPE_LINE.fullmatch(p.text)]
    plans = [i for i in places if paragraphs[i].text.startswith("KẾ HOẠCH")]
    return next(iter(plans or places), None)


def type_of(paragraphs: Sequence[Paragraph], place: int | None) -> str | None:
    """The name of the kind, such as KẾ HOẠCH."""
    found = TYPE_LINE.fullmatch(paragraphs[place].text) if place is not None else None
    return found["type"] if found else None


def title_of(paragraphs: Sequence[Paragraph], place: int | None) -> tuple[str | None, int]:
    """The title below the name of the kind, and where the text goes on."""
    if place is None:
        return None, 0
    line = TYPE_LINE.fullmatch(paragraphs[place].text)
    parts = [line["rest"].strip(" :")] if line and line["rest"] and line["rest"].strip(" :") else []
    after = place + 1
    while after < len(paragraphs) and goes_on(parts, paragraphs[after].text):
        parts.append(paragraphs[after].text)
        after += 1
    title = BELOW_TITLE.sub("", " ".join(parts)).rstrip(" .:-")
    return title or None, after


def goes_on(title: list[str], text: str) -> bool:
    """Is this paragraph still part of the title?"""
    if len(title) > 5 or text.startswith(("(Kèm theo", "(Ban hành")) or "như sau" in text:
        return False
    if not title:
        return not (PREAMBLE.match(text) and not text.isupper() and len(text) > 250)
    both_shout = title[-1].isupper() and text.isupper()
    return (both_shout and not re.match(r"[IVX]+\.|CHỦ TỊCH|ỦY BAN|UỶ BAN|\d\.", text)) or (
        text[0].islower() and not PREAMBLE.match(text)
    )


def portal_title(paragraphs: Sequence[Paragraph], portal: dict[str, str]) -> str | None:
    """The title in the portal's line: without kind, number and issuer, which stand elsewhere."""
    if portal.get("title"):
        return portal["title"]
    first = paragraphs[0].text if paragraphs else ""
    found = re.match(r"Kế hoạch (?:số )?\S+(?: năm \d{4})? (?P<title>.+)", first)
    if found and next(find_numbers(first), None):
        return re.sub(r"\s+do .{3,60} ban hành$", "", found["title"]).strip()
    return None


def after_preamble(paragraphs: Sequence[Paragraph]) -> int:
    """Where the body starts when no line names the kind: after the head."""
    date = [i for i, p in enumerate(paragraphs[:HEAD]) if DATE_LINE.search(p.text)]
    return date[0] + 1 if date else 0


def issuer_of_head(paragraphs: Sequence[Paragraph], portal_issuer: str | None) -> str | None:
    """The issuer printed over the number, beside the name of the nation."""
    nation = next((i for i, p in enumerate(paragraphs[:HEAD]) if NATION.match(p.text)), None)
    if nation is None:
        return None
    above = [p.text for p in paragraphs[max(0, nation - 3) : nation] if is_capitals(p.text)]
    name = own_name(" ".join(above))
    if not name:
        return None
    if fold(name) in ("uy ban nhan dan", "hoi dong nhan dan"):
        area = small_first(portal_issuer) if portal_issuer else area_in_text(paragraphs, name)
        return f"{name} {area}" if area else name
    return name


def own_name(capitals: str) -> str:
    """The issuer's own name: under "UBND TỈNH A" stands "SỞ TƯ PHÁP", which is that of tỉnh A."""
    below = BELOW_ANOTHER.search(capitals)
    if below is None:
        return in_small_letters(capitals)
    name = in_small_letters(capitals[below.start("own") :])
    area = AREA_NAME.search(in_small_letters(capitals[: below.start("own")]))
    return f"{name} {area[0]}" if area and not AREA_NAME.search(name) else name


def is_capitals(text: str) -> bool:
    """Is it a line of capital letters, and no sign of a portal?"""
    return text.isupper() and len(text) > 2 and not re.search(r"\d|PHÁP LUẬT$", text)


def area_in_text(paragraphs: Sequence[Paragraph], name: str) -> str | None:
    """The area after the issuer's name where the text names it in full."""
    pattern = regex(
        re.escape(name)
        + r" (?P<area>(?:tỉnh|thành phố|huyện|xã|phường) [<upper>]\S*(?: [<upper>]\S*)?)"
    )
    found = next((m for p in paragraphs if (m := pattern.search(p.text))), None)
    return found["area"].strip(" .,;)") if found else None


def small_first(text: str) -> str:
    """The same words with a small first letter: "Tỉnh Cà Mau" after "Ủy ban nhân dân"."""
    return text[:1].lower() + text[1:]


AREA_NAME = re.compile(
    r"\b(?P<area>tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu) (?P<name>\w.*?)(?= sở |"
    r" phòng | ban |$)"
)
FIELD_NAME = re.compile(
    r"^(?P<kind>sở|bộ|ban|cục|phòng|thanh tra|trung tâm) (?P<first>\w)|(?<=\bvà )(?P<next>\w)"
)


def in_small_letters(capitals: str) -> str:
    """A name in capitals as it is written in a sentence: "SỞ TƯ PHÁP" is "Sở Tư pháp"."""
    text = capitals.lower().replace("uỷ ban", "ủy ban").strip()
    text = AREA_NAME.sub(lambda found: f"{found['area']} {found['name'].title()}", text, count=1)
    text = FIELD_NAME.sub(lambda found: found[0][:-1] + found[0][-1].upper(), text)
    return text[:1].upper() + text[1:]


def issuer_of_prose(paragraphs: Sequence[Paragraph]) -> str | None:
    """The issuer named in "… ban hành Kế hoạch" or, more fully, in the closing sentence."""
    said = [m["issuer"] for p in paragraphs[:HEAD] if (m := PROSE_ISSUER.search(p.text[:3000]))]
    if not said:
        return None
    closing = [p.text[-400:] for p in paragraphs if p.text.startswith("Trên đây là")]
    fuller = [m["issuer"].strip() for text in closing for m in CLOSING_ISSUER.finditer(text)]
    same = [name for name in fuller if fold(name).startswith(fold(said[0]))]
    name = max([said[0], *same], key=len)
    return name[:1].upper() + name[1:]


def locality_of(issuer: str | None) -> str | None:
    """The place in the issuer's name."""
    found = LOCALITY.search(issuer or "")
    return found["place"] if found else None


def signer_of(lines: Sequence[Line]) -> str | None:
    """The name under the office, in the first signature that has one."""
    written = [line for line in lines if line.text]
    for place, line in enumerate(written):
        if OFFICE.fullmatch(line.text):
            name = first_name(written[place + 1 : place + 1 + SIGNATURE_LINES])
            if name:
                return name
    return None


def first_name(lines: Sequence[Line]) -> str | None:
    """A person's name, on one line or broken over two, before anything but signs and offices."""
    for place, line in enumerate(lines):
        if OFFICE.fullmatch(line.text) or SIGNED.fullmatch(line.text):
            continue
        following = lines[place + 1] if place + 1 < len(lines) else None
        if (
            following
            and following.number == line.number + 1
            and NAME_PART.fullmatch(following.text)
        ):
            whole = NAME.fullmatch(f"{line.text} {following.text}")
            if whole and len(whole["name"].split()) <= LONGEST_NAME:
                return whole["name"]
        found = NAME.fullmatch(line.text)
        return found["name"] if found else None
    return None


def period_of(title: str | None) -> Period | None:
    """The period a title names outside quotation marks and dates of documents."""
    plain = re.sub(r"[“\"][^”\"]*[”\"]", " ", title or "")
    plain = re.sub(
        r"ngày\s+\d+(?:\s+tháng\s+\d+\s+năm\s+|/\d+/)\d{4}", " ", plain, flags=re.IGNORECASE
    )
    span = re.search(
        r"giai đoạn\s+(?:từ\s+(?:năm\s+)?)?(\d{4})\s*(?:-|–|đến(?: năm)?)\s*(\d{4})",
        plain,
        re.IGNORECASE,
    )
    if span:
        return Period.of_years(int(span[1]), int(span[2]))
    years = set(re.findall(r"(?<!đến )(?<!trước )năm\s+(\d{4})", plain, re.IGNORECASE))
    return Period.of_years(int(min(years)), int(min(years))) if len(years) == 1 else None


def period_in_prose(paragraphs: Iterable[Paragraph]) -> Period | None:
    """ "Thời gian thực hiện từ năm 2024 đến năm 2030." in the running text."""
    pattern = re.compile(
        r"[Tt]hời gian thực hiện(?: Đề án| Kế hoạch)?:?\s+(?:từ năm|giai đoạn)\s+(\d{4})\s*(?:-|–|"
        r"đến năm)\s*(\d{4})"
    )
    found = next((m for p in paragraphs if (m := pattern.search(p.text))), None)
    return Period.of_years(int(found[1]), int(found[2])) if found else None


def cited(texts: Iterable[str]) -> Iterator[str]:
    """Every document number of these texts."""
    for text in texts:
        yield from (number.written for number in find_numbers(text))


NEWS_ISSUED = regex(
    r"(?:Ngày (?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}),?\s+)?"
    r"(?P<issuer>[<upper>][^,.;:]{2,60}?)\s(?:đã )?ban hành [Kk]ế hoạch (?:số )?(?P<rest>.*)",
    re.DOTALL,
)


def heading_in_news(paragraphs: Sequence[Paragraph]) -> Heading:
    """The head of the plan a news item tells about; its signer stays unknown."""
    said = next((m for p in paragraphs[:8] if (m := NEWS_ISSUED.search(p.text))), None)
    if said is None:
        return Heading(title=paragraphs[0].text if paragraphs else None)
    number = next(find_numbers(said["rest"][:60]), None)
    day = f"{said['year']}-{int(said['month']):02}-{int(said['day']):02}" if said["year"] else None
    issuer = said["issuer"].strip()
    title = paragraphs[0].text.rstrip(" .")
    return Heading(number.written if number else None, day, issuer, locality_of(issuer), title)
