"""What the script of a list opens to put several facets together: a plain script for each province.

`theme/assets/javascripts/list.js` opens the file of a province when a reader chooses it, keeps the
rows that have all that was chosen, and shows some of them. A page opened from a disk may load
nothing but scripts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from generator.directory import entry_in
from generator.facets import COMMON, FACETS
from generator.library import OF_FOLDER, Library
from generator.outputs.runs import Ids, lines, listed
from generator.page import Joined
from generator.records.access_results import AccessResult
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.bulletins import Bulletin
from generator.records.calls import Call
from generator.records.campaigns import Campaign
from generator.records.catalogues import Catalogue
from generator.records.documents import Document
from generator.records.materials import Material
from generator.records.organisations import Organisation
from generator.records.plans import Plan
from generator.records.practitioners import Practitioner
from generator.records.procedures import Procedure
from generator.records.programmes import Programme
from generator.records.record import Record, Status
from generator.standing import standing

SCRIPTS = ("assets/javascripts/found.js", "assets/javascripts/list.js")  # in this order
DEMO, DRAFT = "d", "n"  # marks of a row


class Card(NamedTuple):
    """What a row shows beside its title: some words, a day as 2023-05-22, a number to call."""

    about: str = ""
    day: str = ""
    phone: str = ""


def files(
    kind: type[Record], places: Iterable[tuple[str, str]], nowhere: str = COMMON
) -> Iterator[Joined]:
    """A file for each province, from ids of records and provinces in the order of the list.

    `nowhere` is the word in addresses for what belongs to no province.
    """
    source = f"content/{kind.folder}"
    by_province = sorted(places, key=itemgetter(1))  # which keeps the order within each
    for province, those in groupby(by_province, key=itemgetter(1)):
        word = province or nowhere
        ids = dict.fromkeys(id for id, _ in those)
        pieces = listed(ids, head=f'pbgdplList("{word}",[\n', foot="\n])\n")
        items = tuple((kind.folder, province, *piece) for piece in pieces)
        yield Joined(f"{kind.section}/loc/{word}.js", piece, items, source, passing=True)


def piece(library: Library, folder: str, province: str, before: str, ids: Ids) -> bytes:
    """The rows of a run of records, or the beginning or end of the file of a province."""
    those = library.those(OF_FOLDER[folder], ids)
    return lines(before, (_row(library, one, province) for one in those))


def _row(library: Library, record: Record, province: str) -> tuple[str, ...]:
    """Id, title, marks, what `Card` says, how it stands; then the words of each facet."""
    card = CARDS[type(record)](library, record, province)
    draft = DRAFT if record.status is Status.DRAFT else ""
    marks = f"{DEMO if record.demo else ''}{draft}"
    words = (facet.words(record.outline or record) for facet in FACETS[type(record)])
    return record.id, record.label, marks, *card, standing(library, record), *words


# ---- one function a kind -------------------------------------------------------------------------


def _organisation(library: Library, one: Organisation, province: str) -> Card:
    entry = entry_in(library, one, province)
    area = entry.commune or entry.province
    phone = entry.phone.value if entry.phone and not one.demo else ""
    return Card(_label(area), phone=phone)


def _practitioner(library: Library, one: Practitioner, province: str) -> Card:
    return Card(_label(library.find(Organisation, one.organisation)))


def _call(library: Library, one: Call, province: str) -> Card:
    about = _label(library.find(Organisation, one.organisation))
    return Card(about, day=str(one.closes_on or ""))


def _document(library: Library, one: Document, province: str) -> Card:
    return Card(day=one.issued_on.isoformat() if one.issued_on else "")


def _material(library: Library, one: Material, province: str) -> Card:
    return Card(one.summary, day=str(one.issued_on or ""))


def _access_result(library: Library, one: AccessResult, province: str) -> Card:
    return Card(_label(library.find(Area, one.area)))


def _gist(
    library: Library, one: Plan | Programme | Campaign | Procedure | Bulletin, province: str
) -> Card:
    return Card(one.gist)


def _title_alone(library: Library, one: Agency | Catalogue, province: str) -> Card:
    return Card()


CARDS: Mapping[type[Record], Callable[[Library, Any, str], Card]] = {
    Organisation: _organisation,
    Practitioner: _practitioner,
    Call: _call,
    Document: _document,
    Material: _material,
    AccessResult: _access_result,
    Plan: _gist,
    Programme: _gist,
    Campaign: _gist,
    Procedure: _gist,
    Bulletin: _gist,
    Agency: _title_alone,
    Catalogue: _title_alone,
}


def _label(record: Record | None) -> str:
    return record.label if record else ""
