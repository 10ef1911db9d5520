"""Procedures for other portals: the Core Public Service Vocabulary, CPSV-AP 3.2, as JSON-LD.

The site does not know its own address, so that things are named by UUIDs and not by pages. What
the vocabulary has no word for, such as a time limit in working days, stands in sentences.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.library import Library
from generator.outputs.exchange import DEMO, known, stable_id
from generator.outputs.fields.procedures import CHANNELS, UNITS
from generator.outputs.runs import Ids, lines, listed
from generator.page import Joined, Outputs
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.documents import Document
from generator.records.procedures import Procedure, TimeLimit, Unit
from generator.records.record import Basis, Party

Node = dict[str, Any]

ADDRESS = "du-lieu/thu-tuc.jsonld"
PUBLICATIONS = "http://publications.europa.eu/resource/authority"
VIETNAMESE = f"{PUBLICATIONS}/language/VIE"
VIET_NAM = f"{PUBLICATIONS}/country/VNM"
DONG = f"{PUBLICATIONS}/currency/VND"
WITHDRAWN = "http://purl.org/adms/status/Withdrawn"

CV = "http://data.europa.eu/m8g/"
CPSV = "http://purl.org/vocab/cpsv#"
DCT = "http://purl.org/dc/terms/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
CLASSES = {
    "PublicService": f"{CPSV}PublicService",
    "PublicOrganization": f"{CV}PublicOrganisation",
    "ContactPoint": f"{CV}ContactPoint",
    "Channel": f"{CV}Channel",
    "Evidence": f"{CV}Evidence",
    "Requirement": f"{CV}Requirement",
    "Rule": f"{CPSV}Rule",
    "Cost": f"{CV}Cost",
    "Output": f"{CV}Output",
    "LegalResource": "http://data.europa.eu/eli/ontology#LegalResource",
    "LinguisticSystem": f"{DCT}LinguisticSystem",
    "Location": f"{DCT}Location",
    "Concept": f"{SKOS}Concept",
}
IDENTIFIERS = ("PublicService", "Channel", "Evidence", "Requirement", "Rule", "Cost", "Output")
IN_VIETNAMESE = {
    "PublicService.name": f"{DCT}title",
    "PublicService.description": f"{DCT}description",
    "PublicService.keyword": "http://www.w3.org/ns/dcat#keyword",
    "PublicOrganization.preferredLabel": f"{SKOS}prefLabel",
    "Channel.description": f"{DCT}description",
    "Evidence.name": f"{DCT}title",
    "Evidence.description": f"{DCT}description",
    "Requirement.name": f"{DCT}title",
    "Rule.name": f"{DCT}title",
    "Rule.description": f"{DCT}description",
    "Cost.description": f"{DCT}description",
    "Output.name": f"{DCT}title",
}
LINKS = {
    "PublicService.language": f"{DCT}language",
    "PublicService.status": "http://www.w3.org/ns/adms#status",
    "PublicService.hasCompetentAuthority": f"{CV}hasCompetentAuthority",
    "PublicService.contactPoint": f"{CV}contactPoint",
    "PublicService.addressee": f"{DCT}audience",
    "PublicService.follows": f"{CPSV}follows",
    "PublicService.hasChannel": f"{CV}hasChannel",
    "PublicService.hasInput": f"{CPSV}hasInput",
    "PublicService.holdsRequirement": f"{CV}holdsRequirement",
    "PublicService.hasCost": f"{CV}hasCost",
    "PublicService.produces": f"{CPSV}produces",
    "PublicService.hasLegalResource": f"{CV}hasLegalResource",
    "PublicOrganization.spatial": f"{DCT}spatial",
    "Channel.type": f"{DCT}type",
    "Cost.currency": f"{CV}currency",
}
CONTEXT: Node = {
    **CLASSES,
    **{f"{one}.identifier": f"{DCT}identifier" for one in IDENTIFIERS},
    **{term: {"@id": iri, "@language": "vi"} for term, iri in IN_VIETNAMESE.items()},
    **{term: {"@id": iri, "@type": "@id"} for term, iri in LINKS.items()},
    "ContactPoint.hasTelephone": f"{CV}telephone",
    "ContactPoint.hasEmail": f"{CV}email",
    "PublicService.processingTime": {"@id": f"{CV}processingTime", "@type": f"{XSD}duration"},
    "Cost.hasValue": {"@id": f"{CV}hasValue", "@type": f"{XSD}double"},
    # The vocabulary leaves it to others how concepts, codes and laws are labelled.
    "label": {"@id": f"{SKOS}prefLabel", "@language": "vi"},
    "code": f"{SKOS}notation",
    "title": {"@id": f"{DCT}title", "@language": "vi"},
}  # its dotted terms mean what the vocabulary's own context says; that one is fetched by nobody
HEAD = f'{{"@context": {json.dumps(CONTEXT, ensure_ascii=False)},\n"@graph": [\n'
FOOT = "\n]}\n"
DURATIONS = {Unit.DAYS: "P{}D", Unit.MONTHS: "P{}M", Unit.HOURS: "PT{}H"}


def outputs(library: Library) -> Outputs:
    """One file with all procedures."""
    pieces = tuple(listed(library.offered_ids(Procedure), HEAD, FOOT))
    yield Joined(ADDRESS, services, pieces, f"content/{Procedure.folder}")


def services(library: Library, before: str, ids: Ids) -> bytes:
    """A run of procedures, or the head or foot of their list."""
    return lines(before, (service(library, one) for one in library.those(Procedure, ids)))


# ---- a procedure ---------------------------------------------------------------------------------


def service(library: Library, one: Procedure) -> Node:
    """A procedure as a public service, with everything that belongs to it inside."""
    status = {"@id": WITHDRAWN, "@type": "Concept"} if one.is_abolished else None
    parties = (one.handled_by, one.decided_by)
    return {
        "@id": _urn(one),
        "@type": "PublicService",
        "PublicService.identifier": one.id,
        "PublicService.name": one.label,
        "PublicService.description": f"{DEMO} {one.gist}" if one.demo else one.gist,
        "PublicService.language": {"@id": VIETNAMESE, "@type": "LinguisticSystem"},
        **known(
            code=one.code if one.code_verified_on else None,
            **{
                "PublicService.status": status,
                "PublicService.keyword": one.field,
                "PublicService.hasCompetentAuthority": list(_authorities(library, parties)),
                "PublicService.contactPoint": _contact_point(library, one.handled_by),
                "PublicService.addressee": [_concept(text) for text in one.applicants],
                "PublicService.processingTime": _duration(one.time_limits),
                "PublicService.follows": list(_rules(one)),
                "PublicService.hasChannel": list(_channels(one)),
                "PublicService.hasInput": list(_papers(one)),
                "PublicService.holdsRequirement": list(_requirements(one)),
                "PublicService.hasCost": _cost(one),
                "PublicService.produces": _output(one),
                "PublicService.hasLegalResource": [_law(library, it) for it in one.legal_basis],
            },
        ),
    }


def _urn(one: Procedure, *part: object) -> str:
    return f"urn:uuid:{stable_id(Procedure.folder, one.id, *part)}"


def _node(one: Procedure, kind: str, *part: object) -> Node:
    """A thing that belongs to a procedure, named by its place there."""
    identifier = "/".join(map(str, (one.id, *part)))
    return {"@id": _urn(one, *part), "@type": kind, f"{kind}.identifier": identifier}


def _concept(text: str) -> Node:
    return {"@type": "Concept", "label": text}


# ---- who -----------------------------------------------------------------------------------------


def _authorities(library: Library, parties: tuple[Party | None, ...]) -> Iterator[Node]:
    for party in dict.fromkeys(filter(None, parties)):
        agency = library.find(Agency, party.agency)
        yield {
            "@id": f"urn:uuid:{_authority_id(party)}",
            "@type": "PublicOrganization",
            "PublicOrganization.preferredLabel": agency.label if agency else party.words,
            "PublicOrganization.spatial": _where(library, agency),
        }


def _authority_id(party: Party) -> str:
    return stable_id(Agency.folder, party.agency or party.words)


def _where(library: Library, agency: Agency | None) -> Node:
    """Its own area where the record says it, else the country."""
    area = library.find(Area, agency.area) if agency else None
    if area is None:
        return {"@id": VIET_NAM, "@type": "Location"}
    id = stable_id(Area.folder, area.id)
    return {"@id": f"urn:uuid:{id}", "@type": "Location", "label": area.label}


def _contact_point(library: Library, party: Party | None) -> Node | None:
    agency = library.find(Agency, party.agency) if party else None
    if agency is None:
        return None
    numbers = [one.value for one in agency.contacts if one.can_be_called]
    mails = [one.value for one in agency.contacts if one.kind == "email"]
    told = known(**{"ContactPoint.hasTelephone": numbers, "ContactPoint.hasEmail": mails})
    return {"@type": "ContactPoint", **told} if told else None


# ---- what, how, for how much ---------------------------------------------------------------------


def _rules(one: Procedure) -> Iterator[Node]:
    steps = "\n".join(f"{number}. {step.text}" for number, step in enumerate(one.steps, start=1))
    limits = "\n".join(map(_limit, one.time_limits))
    for key, name, text in (("steps", "Trình tự", steps), ("limits", "Thời hạn", limits)):
        if text:
            yield {**_node(one, "Rule", key), "Rule.name": name, "Rule.description": text}


def _limit(limit: TimeLimit) -> str:
    unit = UNITS[limit.unit].lower() if limit.unit else ""
    value = unit if limit.value is None else f"{limit.value} {unit}"
    basis = f" ({limit.basis})" if limit.basis else ""
    return f"{value}: {limit.stage}{basis}" if limit.stage else f"{value}{basis}"


def _duration(limits: tuple[TimeLimit, ...]) -> str | None:
    """The time as ISO 8601, where one limit tells all of it; working days have no form there."""
    if len(limits) != 1 or limits[0].unit not in DURATIONS:
        return None
    return DURATIONS[limits[0].unit].format(limits[0].value)


def _channels(one: Procedure) -> Iterator[Node]:
    for place, channel in enumerate(one.channels):
        words = ". ".join(filter(None, (channel.place, channel.hours, channel.note)))
        kind = _concept(CHANNELS[channel.kind]) if channel.kind else None
        told = known(**{"Channel.type": kind, "Channel.description": words})
        yield {**_node(one, "Channel", "channels", place), **told}


def _papers(one: Procedure) -> Iterator[Node]:
    for place, item in enumerate(one.dossier):
        form = f"Mẫu {item.form}" if item.form else None
        words = ". ".join(filter(None, (form, item.note, item.basis)))
        told = known(**{"Evidence.name": item.name, "Evidence.description": words})
        yield {**_node(one, "Evidence", "dossier", place), **told}


def _requirements(one: Procedure) -> Iterator[Node]:
    for place, text in enumerate(one.conditions):
        yield {**_node(one, "Requirement", "conditions", place), "Requirement.name": text}


def _cost(one: Procedure) -> Node | None:
    if one.fee is None:
        return None
    amount = one.fee.amount_vnd
    priced = {"Cost.hasValue": amount, "Cost.currency": {"@id": DONG, "@type": "Concept"}}
    told = priced if amount is not None else {}
    return {**_node(one, "Cost", "fee"), "Cost.description": one.fee.as_written, **told}


def _output(one: Procedure) -> Node | None:
    return {**_node(one, "Output", "result"), "Output.name": one.result} if one.result else None


def _law(library: Library, basis: Basis) -> Node:
    document = library.find(Document, basis.document)
    told = ", ".join(filter(None, (basis.article, document.label if document else None)))
    id = stable_id(Document.folder, basis.document, basis.article or "")
    return {"@id": f"urn:uuid:{id}", "@type": "LegalResource", **known(title=told)}
