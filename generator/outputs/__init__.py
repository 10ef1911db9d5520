"""What is published, one module for each thing; nothing else leaves the records."""

from datetime import date
from pathlib import Path

from generator.library import Library
from generator.outputs import (
    access_pages,
    agency_pages,
    area_pages,
    calendar,
    call_pages,
    campaign_pages,
    catalogue_pages,
    cpsv_ap,
    data,
    data_state,
    document_pages,
    finder_pages,
    former,
    home,
    hsds,
    material_pages,
    offered_files,
    organisation_pages,
    plan_pages,
    practitioner_pages,
    procedure_pages,
    programme_pages,
    roster_pages,
)
from generator.page import Outputs


def all_of(library: Library, files: Path, today: date) -> Outputs:
    """Every page and file that the records give; `files` is the folder of files they offer."""
    yield from home.outputs(library, today)
    yield from campaign_pages.outputs(library, today)
    yield from plan_pages.outputs(library)
    yield from programme_pages.outputs(library)
    yield from material_pages.outputs(library)
    yield from agency_pages.outputs(library, today)
    yield from area_pages.outputs(library, today)
    yield from document_pages.outputs(library, today)
    yield from organisation_pages.outputs(library, today)
    yield from finder_pages.outputs(library, today)
    yield from procedure_pages.outputs(library, today)
    yield from catalogue_pages.outputs(library)
    yield from practitioner_pages.outputs(library)
    yield from roster_pages.outputs(library, today)
    yield from call_pages.outputs(library, today)
    yield from access_pages.outputs(library)
    yield from calendar.outputs(library, today)
    yield from data.outputs(library, today)
    yield from hsds.outputs(library)
    yield from cpsv_ap.outputs(library)
    yield from data_state.outputs(library, today)
    yield from offered_files.outputs(library, files)
    yield from former.outputs(library)
