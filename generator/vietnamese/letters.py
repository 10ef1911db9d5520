"""Letters for regular expressions: a range such as à-ỹ holds capitals and small letters mixed."""

import re

LOWER = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)
UPPER = LOWER.upper()


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern; <upper> and <lower> stand for letters inside square brackets."""
    return re.compile(pattern.replace("<upper>", UPPER).replace("<lower>", LOWER), flags)
