"""The pages of a site: all of them, and one of each kind, where it shows most."""

from pathlib import Path

KINDS = {
    "home": "index.html",
    "search": "tim-kiem.html",
    "search with results": "tim-kiem.html?q=tro+giup+phap+ly",
    "campaigns": "chien-dich/index.html",
    "campaign": "chien-dich/ca-mau-tro-giup-phap-ly-gan-dan.html",
    "plans": "ke-hoach/index.html",
    "plan": "ke-hoach/ca-mau-nang-cao-chat-luong-tro-giup-phap-ly-2023.html",
    "programmes": "chuong-trinh/index.html",
    "programme": "chuong-trinh/de-an-tang-cuong-nang-luc-tiep-can-phap-luat.html",
    "documents": "van-ban/index.html",
    "documents of a kind": "van-ban/loai--luat.html",
    "documents narrowed down": "van-ban/index.html?tinh=chung&loai=luat",
    "document": "van-ban/ke-hoach-122-kh-ubnd-ca-mau-2023.html",
    "agencies": "co-quan/index.html",
    "agency": "co-quan/so-tu-phap-ca-mau.html",
    "role": "co-quan/vai-tro-so-tu-phap.html",
    "materials": "tai-lieu/index.html",
    "leaflet": "tai-lieu/to-gap-ai-duoc-tro-giup-phap-ly.html",
    "questions and answers": "tai-lieu/hoi-dap-yeu-cau-tro-giup-phap-ly.html",
    "organisations": "to-chuc/index.html",
    "organisations narrowed down": "to-chuc/index.html?tinh=can-tho&loai=to-hoa-giai",
    "organisation list": "to-chuc/tinh--ca-mau.html",
    "organisation": "to-chuc/trung-tam-mau-ca-mau.html",
    "suspended organisation": "to-chuc/chi-nhanh-mau-u-minh.html",
    "finder": "tim-dien/tro-giup-phap-ly-mien-phi.html",
    "groups": "dien-duoc-tro-giup/index.html",
    "group": "dien-duoc-tro-giup/nguoi-cao-tuoi.html",
    "group in doubt": "dien-duoc-tro-giup/nguoi-bi-mua-ban-theo-luat-moi.html",
    "terms": "giai-thich-tu-ngu/index.html",
    "term": "giai-thich-tu-ngu/tro-giup-phap-ly.html",
    "places": "dia-phuong/index.html",
    "province": "dia-phuong/ca-mau.html",
    "names of before": "dia-phuong/can-tho-ten-cu.html",
    "commune": "dia-phuong/ca-mau-xa-tan-an.html",
    "procedures": "thu-tuc/index.html",
    "procedure": "thu-tuc/yeu-cau-tro-giup-phap-ly.html",
    "comparison": "danh-muc/so-sanh--trinh-dien-tu-sach-2025--voi--trinh-dien-tu-sach-2026.html",
    "roster": "lich-truc/truc-toa-an-mau-ca-mau.html",
    "calendar": "lich.html",
    "calendar of what is past": "lich--da-qua.html",
    "calendar of what goes on": "lich--thuong-xuyen.html",
    "from A to Z": "a-z.html",
    "titles of a letter": "a-z--t.html",
    "topics": "a-z--chu-de.html",
    "data": "du-lieu.html",
    "dictionary": "tu-dien-du-lieu.html",
    "prose": "gioi-thieu.html",
}


def addresses_of(site: Path) -> list[str]:
    """Every page of a built site."""
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
