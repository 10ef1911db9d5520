"""The kinds of records, one module each, and the folder that holds each kind."""

from collections.abc import Callable

from generator.entries import Entry
from generator.records.agencies import Agency, read_agency
from generator.records.campaigns import Campaign, read_campaign
from generator.records.documents import Document, read_document
from generator.records.materials import Material, read_material
from generator.records.plans import Plan, read_plan
from generator.records.programmes import Programme, read_programme
from generator.records.record import Record

READERS: dict[type[Record], Callable[[Entry], Record]] = {
    Campaign: read_campaign,
    Plan: read_plan,
    Programme: read_programme,
    Document: read_document,
    Agency: read_agency,
    Material: read_material,
}
KINDS = tuple(READERS)
