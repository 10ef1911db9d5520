"""Where a document ends and the web page around it goes on."""

import re
from collections.abc import Sequence

from generator.importers.source import Line

# Sentences of legal portals, alone on their lines; no office writes them.
SURE_SIGNS = re.compile(
    r"Văn bản này chưa cập nhật nội dung|Văn bản liên quan\Z|NỘI DUNG SỬA ĐỔI, HƯỚNG DẪN|"
    r"FILE ĐƯỢC ĐÍNH\b|FILE ATTACHED|Văn bản bị thay thế\Z|Rà chuột vào nội d|Lược đồ văn bản\Z|"
    r"Tiếng Anh\Z|Bạn Chưa Đăng Nhập",
    re.IGNORECASE,
)
# The portal prints the document's title once more, in small letters and with its year.
TITLE_AGAIN = re.compile(
    r"(?:Quyết định|Kế hoạch|Thông tư|Nghị quyết|Chỉ thị) \S+ (?:năm|ngày) \S+ "
)
RECIPIENTS = re.compile(r"\|?\s*Nơi(?: nhận)?\b")


def end_of_document(lines: Sequence[Line]) -> int:
    """The first of these clean lines that belongs to the page: below the recipients only."""
    foot = next((i for i, line in enumerate(lines) if RECIPIENTS.match(line.text)), len(lines))
    for place in range(foot, len(lines)):
        if SURE_SIGNS.match(lines[place].text):
            before = lines[place - 1].text
            return place - 1 if TITLE_AGAIN.match(before) else place
    return len(lines)
