"""What a telephone takes over: a card to save (vCard 3.0), and a code to scan that calls.

Version 3.0 (RFC 2426) is what old telephones and Outlook read too; folding and escaping are those
of RFC 6350, sections 3.2 and 3.4, which both versions share.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.library import Library
from generator.outputs.qr_codes import code
from generator.records.areas import Area
from generator.records.contacts import Contact, ContactKind, Hours
from generator.records.organisations import Location, Organisation
from generator.vietnamese.weekdays import spelled

MOST_OCTETS = 75  # of a line, without its end
COUNTRY = "Việt Nam"
KINDS = {
    ContactKind.HOTLINE: "TEL;TYPE=WORK,VOICE,PREF",
    ContactKind.PHONE: "TEL;TYPE=WORK,VOICE",
    ContactKind.FAX: "TEL;TYPE=WORK,FAX",
    ContactKind.EMAIL: "EMAIL;TYPE=INTERNET",
    ContactKind.WEB: "URL",
}


def card_address(organisation: str) -> str:
    """Where the card of an organisation, told by its id, is to be had."""
    return f"{Organisation.section}/{organisation}.vcf"


def code_address(organisation: str) -> str:
    """Where its code is to be had."""
    return f"{Organisation.section}/{organisation}-qr.svg"


def card_file(library: Library, id: str) -> bytes:
    """The card of an organisation that has one."""
    return card(library, library.get(Organisation, id))


def code_file(library: Library, id: str) -> bytes:
    """The code that calls the first number of an organisation."""
    return code(library.get(Organisation, id).numbers[0].dialled)


def card(library: Library, organisation: Organisation) -> bytes:
    """Name, telephones, addresses and hours, field by field."""
    lines = "".join(folded(line) for line in _lines(library, organisation))
    return lines.encode()


def _lines(library: Library, organisation: Organisation) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{escaped(organisation.name)}"
    yield "N:;;;;"  # an office has no family name, and 3.0 wants the field
    yield f"ORG:{escaped(organisation.name)}"
    for contact in organisation.contacts:
        yield from _ways(contact)
    for place in organisation.locations:
        yield f"ADR;TYPE=WORK:;;{escaped(place.address)};;{_province(library, place)};;{COUNTRY}"
    yield from _rest(organisation)
    yield "END:VCARD"


def _ways(contact: Contact) -> Iterator[str]:
    field = KINDS.get(contact.kind) if contact.kind else None
    is_number = field and field.startswith("TEL")
    if field:
        yield f"{field}:{contact.dialled if is_number else escaped(contact.value)}"


def _province(library: Library, place: Location) -> str:
    area = library.find(Area, place.area)
    province = library.find(Area, area.province) if area else None
    return escaped((province or area).label) if area else ""


def _rest(organisation: Organisation) -> Iterator[str]:
    first = organisation.locations[0] if organisation.locations else None
    if first and first.latitude is not None and first.longitude is not None:
        yield f"GEO:{first.latitude};{first.longitude}"
    hours = [span for place in organisation.locations for span in place.hours]
    if hours:
        yield f"NOTE:{escaped(hours_in_words(hours))}"
    if organisation.verified_on:
        yield f"REV:{organisation.verified_on.isoformat()}"


def hours_in_words(hours: Iterable[Hours]) -> str:
    """Each group of days once: Thứ Hai đến Thứ Sáu: 07:30-11:30, 13:30-17:00; Thứ Bảy: …."""
    spans: dict[str, list[str]] = defaultdict(list)
    for one in hours:
        spans[spelled(one.days)].append(f"{one.opens:%H:%M}-{one.closes:%H:%M}")
    return "; ".join(f"{days}: {', '.join(those)}" for days, those in spans.items())


def escaped(text: str) -> str:
    """A value in which no sign can end it (RFC 6350, 3.4)."""
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """The line cut at 75 octets, never within a letter, with its end (RFC 6350, 3.2)."""
    octets, pieces, room = line.encode(), [], MOST_OCTETS
    while len(octets) > room:
        end = room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # it goes on with the letter before it
            end -= 1
        pieces.append(octets[:end])
        octets, room = octets[end:], MOST_OCTETS - 1  # a blank leads what goes on
    return b"\r\n ".join([*pieces, octets]).decode() + "\r\n"
