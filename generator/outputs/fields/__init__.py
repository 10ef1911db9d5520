"""Every field that leaves the records as open data, kind by kind."""

from generator.outputs.fields.access import ACCESS_RESULT, ACCESS_STANDARD
from generator.outputs.fields.bulletins import BULLETIN
from generator.outputs.fields.directory import CALL, ORGANISATION, PRACTITIONER, ROSTER
from generator.outputs.fields.documents import DOCUMENT, MATERIAL
from generator.outputs.fields.entitlement import FINDER, GROUP
from generator.outputs.fields.field import Dataset, Row
from generator.outputs.fields.places import AGENCY, AREA
from generator.outputs.fields.plans import CAMPAIGN, PLAN, PROGRAMME
from generator.outputs.fields.procedures import CATALOGUE, PROCEDURE
from generator.outputs.fields.terms import TERM
from generator.records.record import Record

DATASETS: tuple[Dataset, ...] = (
    CAMPAIGN,
    PLAN,
    PROGRAMME,
    MATERIAL,
    BULLETIN,
    ORGANISATION,
    PRACTITIONER,
    ROSTER,
    CALL,
    PROCEDURE,
    CATALOGUE,
    GROUP,
    FINDER,
    TERM,
    AREA,
    AGENCY,
    DOCUMENT,
    ACCESS_STANDARD,
    ACCESS_RESULT,
)
OF_KIND = {dataset.kind: dataset for dataset in DATASETS}


def row_of(record: Record) -> Row:
    """A record as open data."""
    return OF_KIND[type(record)].shape.row(record)
