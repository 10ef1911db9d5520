"""Numbers of documents as they are said: 84/KH-UBND is "số tám mươi tư, kế hoạch của Ủy ban …"."""

import re
from collections.abc import Mapping

from generator.vietnamese.document_numbers import NUMBER, written
from generator.vietnamese.spoken_letters import by_letter
from generator.vietnamese.spoken_numbers import counted, each
from generator.vietnamese.spoken_rules import Near, Rule

KINDS = {
    "BB": "biên bản",
    "BC": "báo cáo",
    "CĐ": "công điện",
    "CT": "chỉ thị",
    "CTPH": "chương trình phối hợp",
    "CTr": "chương trình",
    "CTrHĐ": "chương trình hành động",
    "CV": "công văn",
    "ĐA": "đề án",
    "GM": "giấy mời",
    "HD": "hướng dẫn",
    "KH": "kế hoạch",
    "KHLT": "kế hoạch liên tịch",
    "KHPH": "kế hoạch phối hợp",
    "KL": "kết luận",
    "L": "lệnh",
    "NĐ": "nghị định",
    "NQ": "nghị quyết",
    "NQLT": "nghị quyết liên tịch",
    "PA": "phương án",
    "PL": "pháp lệnh",
    "QC": "quy chế",
    "QCPH": "quy chế phối hợp",
    "QĐ": "quyết định",
    "QyĐ": "quy định",
    "SL": "sắc lệnh",
    "TB": "thông báo",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "TTr": "tờ trình",
    "VBHN": "văn bản hợp nhất",
}
LEGISLATURE = re.compile(r"(UBTVQH|QH)(\d{1,2})")
AFTER_NUMBER_WORD = re.compile(r"\bsố\s*:?\s*\Z", re.I)
# "02-TP-TGPL" is a form: its letters name the field, not an issuer.
FORM = re.compile(r"(?P<serial>\d{2,3})-(?P<field>[A-ZĐ]{2,8}(?:-[A-ZĐ]{2,8}){0,3})(?![\w/])")
OF_FORMS = {"TP": "tư pháp"}
FORM_FIRST = re.compile(r"(?P<field>TP-[A-ZĐ]{2,8})-(?P<serial>\d{1,3})(?![\w/])")
# 01/2025/TTLT/BTP-BCA, as some ministries write it.
JOINED_BY_SLASH = re.compile(
    r"(?P<serial>\d{1,6})/(?P<year>\d{4})/(?P<kind>[A-ZĐ]{2,5})/(?P<issuer>[A-ZĐ]{2,10}(?:-[A-ZĐ]{2,10}){0,4})(?!\w)"
)


def _number(found: re.Match[str], near: Near) -> str:
    said = [] if AFTER_NUMBER_WORD.search(near.before) else ["số"]
    said += [_serial(found["serial"])]
    year = found["year"] or found["law_year"]
    said += [f"năm {counted(int(year))}"] if year else []
    return f"{' '.join(said)}, {_origin(found, near.words)}"


def _serial(digits: str) -> str:
    return each(digits) if len(digits) > 2 and digits.startswith("0") else counted(int(digits))


def _origin(found: re.Match[str], words: Mapping[str, str]) -> str:
    """The kind and whoever issued it, as far as letters tell."""
    if found["legislature"]:
        return of_legislature(found["legislature"].replace(" ", ""), words) or ""
    kind = written(found["kind"] or found["party_kind"])
    issuers = re.split(r"-", written(found["issuer"] or found["party"]))
    said = ", ".join(letters(one, words) for one in issuers)
    return f"{KINDS[kind]} của {said}" if kind in KINDS else f"{letters(kind, words)}, {said}"


def of_legislature(word: str, words: Mapping[str, str]) -> str | None:
    """QH14 is "Quốc hội khóa mười bốn"; None for anything else."""
    found = LEGISLATURE.fullmatch(word)
    return f"{words.get(found[1], found[1])} khóa {counted(int(found[2]))}" if found else None


def letters(word: str, words: Mapping[str, str]) -> str:
    """The letters of a kind or an issuer: what they stand for, else each by its name."""
    name = "".join(re.findall(r"[^\W\d_]", word))
    digits = "".join(re.findall(r"\d", word))
    said = of_legislature(word, words) or words.get(word) or words.get(name) or by_letter(name)
    is_said = word in words or not digits or bool(LEGISLATURE.fullmatch(word))
    return said if is_said else f"{said} {counted(int(digits))}"


def _form(found: re.Match[str], near: Near) -> str:
    return f"{each(found['serial'])}, {_fields(found['field'], near)}"


def _fields(written: str, near: Near) -> str:
    known = {**near.words, **OF_FORMS}
    return ", ".join(known.get(one) or by_letter(one) for one in written.split("-"))


def _form_first(found: re.Match[str], near: Near) -> str:
    """TP-TGPL-12, as newer papers number their forms."""
    return f"{_fields(found['field'], near)}, {each(found['serial'])}"


def _by_slash(found: re.Match[str], near: Near) -> str | None:
    kind = KINDS.get(found["kind"])
    if not kind:
        return None
    said = "" if AFTER_NUMBER_WORD.search(near.before) else "số "
    issuers = ", ".join(letters(one, near.words) for one in found["issuer"].split("-"))
    number = f"{_serial(found['serial'])} năm {counted(int(found['year']))}"
    return f"{said}{number}, {kind} của {issuers}"


RULES = (Rule(NUMBER, _number), Rule(JOINED_BY_SLASH, _by_slash), Rule(FORM, _form))
FORMS = (Rule(FORM_FIRST, _form_first),)
