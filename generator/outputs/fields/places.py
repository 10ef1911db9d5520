"""Fields of areas and agencies."""

from generator.outputs.fields.field import (
    Dataset,
    choice,
    day,
    in_a_cell,
    link,
    many,
    parts,
    text,
)
from generator.outputs.fields.shared import HEADER, LEVELS, contacts
from generator.records.agencies import Agency
from generator.records.areas import Area

NAME = (
    text("name", "Tên"),
    day("first_day", "Mang tên từ ngày"),
    day("last_day", "Mang tên đến hết ngày"),
)
AGENCY = Dataset(
    Agency,
    "Cơ quan",
    "Cơ quan ban hành, chủ trì, phối hợp; mỗi cơ quan của mỗi tỉnh là một bản ghi.",
    (
        *HEADER,
        in_a_cell(parts("names", "Tên qua các thời kỳ", NAME, "Tên sau cùng là tên hiện nay.")),
        many(text("abbreviations", "Tên viết tắt")),
        text("role", "Loại cơ quan", "Chung cho các cơ quan cùng loại ở mọi tỉnh."),
        choice("level", "Cấp", LEVELS),
        text("province", "Tỉnh, thành phố"),
        link("area", "Địa phương", "areas"),
        link("parent", "Cơ quan cấp trên", "agencies"),
        many(link("successors", "Cơ quan tiếp nối", "agencies")),
        day("first_day", "Ngày thành lập"),
        day("last_day", "Ngày hoạt động cuối"),
        text("founded_by", "Quyết định thành lập"),
        contacts(),
        text("note", "Ghi chú"),
    ),
)

KINDS_OF_AREA = {
    "province": "Tỉnh",
    "city_province": "Thành phố trực thuộc trung ương",
    "commune": "Xã",
    "ward": "Phường",
    "special_zone": "Đặc khu",
    "township": "Thị trấn (đến hết tháng 6 năm 2025)",
}
PREDECESSOR = (
    choice("kind", "Loại đơn vị trước đây", KINDS_OF_AREA),
    text("name", "Tên trước đây"),
    text("district", "Huyện trước đây", "Chỉ ghi khi nguồn nói rõ."),
    choice(
        "share",
        "Phần nhập vào",
        {
            "whole": "Toàn bộ",
            "part": "Một phần",
            "rest": "Phần còn lại",
        },
    ),
    text("code", "Mã trước đây", "Là chữ, giữ số 0 ở đầu."),
    text("note", "Ghi chú"),
)
AREA = Dataset(
    Area,
    "Địa phương",
    "Tỉnh, xã, phường, đặc khu hiện nay, kèm những đơn vị trước đây hợp thành.",
    (
        *HEADER,
        text("name", "Tên, không kèm loại"),
        choice("kind", "Loại", KINDS_OF_AREA),
        text("code", "Mã đơn vị hành chính", "Là chữ, giữ số 0 ở đầu."),
        link("province", "Thuộc tỉnh, thành phố", "areas"),
        day("first_day", "Ngày bắt đầu"),
        day("last_day", "Ngày cuối"),
        parts("predecessors", "Đơn vị trước đây", PREDECESSOR),
        many(text("former_districts", "Huyện trước đây trong tỉnh")),
        many(text("aliases", "Cách gọi khác")),
        text("note", "Ghi chú"),
    ),
)
