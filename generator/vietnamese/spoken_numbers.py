"""Numbers as they are said: "hai mươi mốt", "một trăm linh tư", "hai phẩy không năm".

The way of the north and of broadcasting: linh, not lẻ; nghìn, not ngàn; mốt, tư and lăm after mươi.
"""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}  # hai mươi mốt, ba mươi tư, bốn mươi lăm
ORDINALS = {1: "nhất", 4: "tư"}  # thứ nhất, thứ tư; others as they are counted
SCALES = ("", "nghìn", "triệu")  # then tỷ, and the same again of tỷ
MILLIARD = 1_000_000_000
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
IN_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def counted(number: int) -> str:
    """A whole number from nought: 2005 is "hai nghìn không trăm linh năm"."""
    return " ".join(_words(number)) if number else DIGITS[0]


def ordinal(number: int) -> str:
    """Its place in a row, to stand behind "thứ" or "lần thứ"."""
    return ORDINALS.get(number, counted(number))


def each(digits: str) -> str:
    """Digits one by one, as telephones and codes are read."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def decimal(whole: int, fraction: str) -> str:
    """A number with a comma: 2,05 is "hai phẩy không năm", 3,14 "ba phẩy mười bốn"."""
    is_number = len(fraction) <= 2 and not fraction.startswith("0")
    return f"{counted(whole)} phẩy {counted(int(fraction)) if is_number else each(fraction)}"


def of_roman(letters: str) -> int | None:
    """What a Roman numeral is worth; None for letters that are none."""
    total = 0
    for one, following in zip(letters, [*letters[1:], ""], strict=True):
        worth = ROMAN.get(one, 0)
        total += -worth if worth < ROMAN.get(following, 0) else worth
    return total if total and _in_roman(total) == letters else None


def _in_roman(number: int) -> str:
    written = ""
    for worth, letters in IN_ROMAN:
        written += letters * (number // worth)
        number %= worth
    return written


def _words(number: int, *, goes_on: bool = False) -> list[str]:
    """The words of a number; all its places where it `goes_on` a larger one."""
    if number >= MILLIARD:
        most, rest = divmod(number, MILLIARD)
        return [*_words(most, goes_on=goes_on), "tỷ", *_words(rest, goes_on=True)]
    found: list[str] = []
    for place in (2, 1, 0):
        group = number // 1000**place % 1000
        if group:
            found += _below_thousand(group, goes_on=goes_on or bool(found))
            found += [SCALES[place]] if place else []
    return found


def _below_thousand(number: int, *, goes_on: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [DIGITS[hundreds], "trăm"] if hundreds or goes_on else []
    tens, units = divmod(rest, 10)
    if tens > 1:
        words += [DIGITS[tens], "mươi", *([AFTER_TENS.get(units, DIGITS[units])] if units else [])]
    elif tens:
        words += ["mười", *(["lăm" if units == 5 else DIGITS[units]] if units else [])]
    elif units:
        words += ["linh", "tư" if units == 4 else DIGITS[units]] if words else [DIGITS[units]]
    return words
