"""Numbers and addresses that point at one person, found in free text.

The allow-list of what may be public stands in the records themselves; this module only guards the
fields in which people write sentences (Law 91/2025 and Decree 356/2025 on personal data).
"""

import re

DIGITS = re.compile(r"(?<![\w/.-])\+?\d(?:[ .-]?\d){8,13}(?![\w/-])")
PERSONAL_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+"  # from the start of a word only, or a long one would take minutes
    r"@(?:gmail|yahoo|ymail|hotmail|outlook|icloud|live|proton(?:mail)?)\.[a-z.]+",
    re.I,
)
BIRTH = re.compile(r"sinh\s+(?:ngày|năm)\s*:?\s*\d", re.I)
MOBILE_FIRST_DIGITS = "35789"  # after the leading zero; landlines begin with 02


def personal_data(text: str) -> str | None:
    """The first piece that looks like somebody's identity number, mobile, mail or birthday."""
    for found in DIGITS.finditer(text):
        if _is_identity_number(found[0]) or _is_mobile(found[0]):
            return found[0]
    other = PERSONAL_MAIL.search(text) or BIRTH.search(text)
    return other[0] if other else None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _is_identity_number(text: str) -> bool:
    """Nine digits on old identity cards; twelve on new ones, after a province code 001–096."""
    digits = _digits(text)
    return text.isdigit() and (
        len(digits) == 9 or (len(digits) == 12 and digits[0] == "0" and digits[:3] <= "096")
    )


def _is_mobile(text: str) -> bool:
    digits = re.sub(r"^84", "0", _digits(text))
    return len(digits) == 10 and digits[0] == "0" and digits[1] in MOBILE_FIRST_DIGITS
