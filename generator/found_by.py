"""What each kind of record is found by: named field by field, as for everything that is published.

A reader's words count most in the title and the names, less in the line shown below it, least in
what only the page itself tells.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from generator.directory import lines_of
from generator.homes import area_of_agency
from generator.library import Library
from generator.records.access_results import AccessResult
from generator.records.access_standards import AccessStandard
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.bulletins import Bulletin
from generator.records.calls import Call
from generator.records.campaigns import Campaign
from generator.records.catalogues import Catalogue
from generator.records.contacts import Contact
from generator.records.documents import Document, DocumentKind
from generator.records.finders import Finder
from generator.records.groups import Group
from generator.records.materials import Material
from generator.records.organisations import Organisation
from generator.records.plans import Plan
from generator.records.practitioners import Practitioner
from generator.records.procedures import Procedure
from generator.records.programmes import Programme
from generator.records.record import Party, Record
from generator.records.rosters import Roster
from generator.records.terms import Term


class FoundBy(NamedTuple):
    """The words of a record beside its title.

    `names` are other names, numbers, codes and telephones, of which the one that matches is shown;
    `text` is the line shown below the title; `more` is told on the page.
    """

    names: tuple[str | None, ...] = ()
    text: str = ""
    more: tuple[str | None, ...] = ()


# What people call by its name, and not by its number: Luật Trợ giúp pháp lý.
BY_NAME: dict[DocumentKind | None, str] = {
    DocumentKind.LAW: "Luật",
    DocumentKind.ORDINANCE: "Pháp lệnh",
}


def found_by(library: Library, record: Record) -> FoundBy:
    """What a record is found by."""
    return OF_KIND[type(record)](library, record)


def places_of(library: Library, record: Record) -> tuple[Area, ...]:
    """The communes and provinces in which a reader would look for it; the first is shown."""
    found = PLACES[type(record)](library, record) if type(record) in PLACES else ()
    return library.those(Area, found)


def spoken_on(library: Library, record: Record) -> date | None:
    """The day that tells how new it is: when its document was issued, else when it was reviewed."""
    document = record if isinstance(record, Document) else None
    if isinstance(record, Plan | Programme | Catalogue | AccessStandard):
        document = library.find(Document, record.document)
    if document and document.issued_on:
        return document.issued_on.latest
    return record.reviewed_on


# ---- where each kind is looked for, by ids of areas ----------------------------------------------


def _of_agency(library: Library, id: str | None) -> tuple[str, ...]:
    return (area_of_agency(library, id),)


def _of_party(library: Library, party: Party | None) -> tuple[str, ...]:
    return _of_agency(library, party.agency if party else None)


def _of_document(library: Library, id: str | None) -> tuple[str, ...]:
    document = library.find(Document, id)
    return _of_party(library, document.issuer if document else None)


def _areas(library: Library, organisation: Organisation) -> tuple[str, ...]:
    outline = organisation.outline
    listed = (area.id for area in lines_of(library, outline) if area)
    return *listed, *outline.serves


def _of_organisation(library: Library, id: str | None) -> tuple[str, ...]:
    """Where an organisation is listed first, for what belongs to it."""
    organisation = library.find(Organisation, id)
    return _areas(library, organisation)[:1] if organisation else ()


def _of_area_or_organisation(library: Library, one: Roster | Call) -> tuple[str, ...]:
    return (one.area,) if one.area else _of_organisation(library, one.organisation)


PLACES: dict[type[Record], Callable[[Library, Any], tuple[str | None, ...]]] = {
    Area: lambda library, one: (one.province or one.id,),
    Agency: lambda library, one: _of_agency(library, one.id),
    Organisation: _areas,
    Practitioner: lambda library, one: _of_organisation(library, one.organisation),
    Roster: _of_area_or_organisation,
    Call: _of_area_or_organisation,
    AccessResult: lambda library, one: (one.area,),
    Document: lambda library, one: _of_party(library, one.issuer),
    Plan: lambda library, one: _of_document(library, one.document),
    Catalogue: lambda library, one: _of_document(library, one.document),
    Programme: lambda library, one: _of_party(library, one.lead),
    Campaign: lambda library, one: _of_party(library, one.lead),
    Material: lambda library, one: _of_party(library, one.compiler),
    Bulletin: lambda library, one: (*one.areas, *_of_party(library, one.agency)),
    Procedure: lambda library, one: _of_party(library, one.handled_by),
}


# ---- one function a kind -------------------------------------------------------------------------


def _organisation(library: Library, one: Organisation) -> FoundBy:
    parent = library.find(Organisation, one.parent)
    return FoundBy(
        names=(one.code, *_numbers(one.contacts)),
        text="; ".join(place.address for place in one.locations),
        more=(
            *(place.old_address for place in one.locations),
            *one.fields,
            *one.audiences,
            *one.services,
            one.head.name if one.head else None,
            parent.label if parent else None,
        ),
    )


def _practitioner(library: Library, one: Practitioner) -> FoundBy:
    organisation = library.find(Organisation, one.organisation)
    return FoundBy(
        names=(one.code, one.card_number),
        text=organisation.label if organisation else "",
        more=(one.title,),
    )


def _area(library: Library, one: Area) -> FoundBy:
    before = (unit.label for unit in one.predecessors)
    return FoundBy(names=(*before, *one.aliases, *one.former_districts, one.code))


def _agency(library: Library, one: Agency) -> FoundBy:
    others = (name.name for name in one.names if name.name != one.label)
    return FoundBy(
        names=(*others, *one.abbreviations, *_numbers(one.contacts)),
        text=one.note or "",
        more=(one.role,),
    )


def _document(library: Library, one: Document) -> FoundBy:
    named = f"{BY_NAME[one.kind]} {one.title}" if one.kind in BY_NAME else None
    return FoundBy(
        names=(one.number, named),
        text=one.note or "",
        more=(_called(library, one.issuer), one.signer),
    )


def _plan(library: Library, one: Plan) -> FoundBy:
    return FoundBy(
        names=(_number(library, one.document),),
        text=one.summary,
        more=(*one.goals, *one.areas, *one.audiences, *(task.text for task in one.all_tasks())),
    )


def _programme(library: Library, one: Programme) -> FoundBy:
    return FoundBy(
        names=(_number(library, one.document),), text=one.summary, more=tuple(one.audiences)
    )


def _campaign(library: Library, one: Campaign) -> FoundBy:
    return FoundBy(
        names=one.slogans,
        text=one.purpose,
        more=(
            *one.what_to_do,
            *one.areas,
            *one.audiences,
            *(activity.title for activity in one.activities),
        ),
    )


def _material(library: Library, one: Material) -> FoundBy:
    return FoundBy(
        names=tuple(question.question for question in one.questions),
        text=one.summary,
        more=(
            one.topic,
            *one.audiences,
            one.body,
            *(question.answer for question in one.questions),
        ),
    )


def _bulletin(library: Library, one: Bulletin) -> FoundBy:
    return FoundBy(
        text=one.lead,
        more=(
            one.column,
            *(segment.text for segment in one.segments),
            one.contact,
            _called(library, one.agency),
        ),
    )


def _procedure(library: Library, one: Procedure) -> FoundBy:
    return FoundBy(
        names=(one.code, *(form.number for form in one.forms)),
        text=one.summary,
        more=(
            one.field,
            *one.applicants,
            *(step.text for step in one.steps),
            *(item.name for item in one.dossier),
            *(form.title for form in one.forms),
            *one.conditions,
            one.result,
            _called(library, one.handled_by),
        ),
    )


def _catalogue(library: Library, one: Catalogue) -> FoundBy:
    return FoundBy(
        names=(_number(library, one.document),),
        more=(
            one.field,
            *(part for entry in one.entries for part in (entry.code, entry.name)),
        ),
    )


def _group(library: Library, one: Group) -> FoundBy:
    return FoundBy(
        names=(one.clause,), text=one.who, more=tuple(proof.text for proof in one.evidence)
    )


def _finder(library: Library, one: Finder) -> FoundBy:
    answers = (answer.text for question in one.questions for answer in question.answers)
    return FoundBy(
        text=one.summary, more=(one.lead, *(question.text for question in one.questions), *answers)
    )


def _term(library: Library, one: Term) -> FoundBy:
    return FoundBy(names=one.words, text=one.short, more=(one.more,))


def _call(library: Library, one: Call) -> FoundBy:
    organisation = library.find(Organisation, one.organisation)
    return FoundBy(
        names=_numbers(one.contacts),
        text=organisation.label if organisation else "",
        more=(one.text,),
    )


def _roster(library: Library, one: Roster) -> FoundBy:
    return FoundBy(names=(one.code,), text=one.place)


def _access_standard(library: Library, one: AccessStandard) -> FoundBy:
    indicators = (part.text for criterion in one.criteria for part in criterion.indicators)
    return FoundBy(
        names=(_number(library, one.document),),
        text=one.note or "",
        more=(*(criterion.name for criterion in one.criteria), *indicators),
    )


def _access_result(library: Library, one: AccessResult) -> FoundBy:
    return FoundBy(text=one.decision, more=(str(one.year),))


OF_KIND: dict[type[Record], Callable[[Library, Any], FoundBy]] = {
    Organisation: _organisation,
    Practitioner: _practitioner,
    Area: _area,
    Agency: _agency,
    Document: _document,
    Plan: _plan,
    Programme: _programme,
    Campaign: _campaign,
    Material: _material,
    Bulletin: _bulletin,
    Procedure: _procedure,
    Catalogue: _catalogue,
    Group: _group,
    Finder: _finder,
    Term: _term,
    Call: _call,
    Roster: _roster,
    AccessStandard: _access_standard,
    AccessResult: _access_result,
}


def _numbers(contacts: Iterable[Contact]) -> tuple[str, ...]:
    return tuple(one.value for one in contacts)


def _number(library: Library, document: str | None) -> str | None:
    found = library.find(Document, document)
    return found.number if found else None


def _called(library: Library, party: Party | None) -> str | None:
    agency = library.find(Agency, party.agency) if party else None
    return agency.label if agency else party.words if party else None
