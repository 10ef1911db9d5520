"""The kinds of records, one module each, and the folder that holds each kind."""

from collections.abc import Callable

from generator.entries import Entry
from generator.records.access_results import AccessResult, read_access_result
from generator.records.access_standards import AccessStandard, read_access_standard
from generator.records.agencies import Agency, read_agency
from generator.records.areas import Area, read_area
from generator.records.bulletins import Bulletin, read_bulletin
from generator.records.calls import Call, read_call
from generator.records.campaigns import Campaign, read_campaign
from generator.records.catalogues import Catalogue, read_catalogue
from generator.records.documents import Document, read_document
from generator.records.finders import Finder, read_finder
from generator.records.groups import Group, read_group
from generator.records.materials import Material, read_material
from generator.records.organisations import Organisation, read_organisation
from generator.records.plans import Plan, read_plan
from generator.records.practitioners import Practitioner, read_practitioner
from generator.records.procedures import Procedure, read_procedure
from generator.records.programmes import Programme, read_programme
from generator.records.record import Record
from generator.records.rosters import Roster, read_roster
from generator.records.terms import Term, read_term

READERS: dict[type[Record], Callable[[Entry], Record]] = {
    Campaign: read_campaign,
    Plan: read_plan,
    Programme: read_programme,
    Document: read_document,
    Agency: read_agency,
    Material: read_material,
    Bulletin: read_bulletin,
    Area: read_area,
    Organisation: read_organisation,
    Practitioner: read_practitioner,
    Roster: read_roster,
    Procedure: read_procedure,
    Catalogue: read_catalogue,
    Group: read_group,
    Finder: read_finder,
    Term: read_term,
    Call: read_call,
    AccessStandard: read_access_standard,
    AccessResult: read_access_result,
}
KINDS = tuple(READERS)
