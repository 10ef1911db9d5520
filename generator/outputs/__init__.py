"""What is published, one module for each thing; nothing else leaves the records."""

from collections.abc import Callable, Mapping
from functools import partial
from types import ModuleType

from generator.library import Library
from generator.outputs import (
    a_z,
    access_pages,
    agency_pages,
    area_pages,
    bulletin_audio,
    bulletin_pages,
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
    leaflets,
    material_pages,
    news,
    offered_files,
    organisation_pages,
    plan_pages,
    practitioner_pages,
    procedure_pages,
    programme_pages,
    roster_pages,
    search,
    stick,
    task_table,
    term_pages,
    terminal_pages,
)
from generator.outputs.fields import DATASETS
from generator.page import Outputs

MODULES: tuple[ModuleType, ...] = (
    home,
    bulletin_audio,
    campaign_pages,
    plan_pages,
    programme_pages,
    material_pages,
    leaflets,
    bulletin_pages,
    stick,
    agency_pages,
    area_pages,
    document_pages,
    organisation_pages,
    finder_pages,
    term_pages,
    procedure_pages,
    catalogue_pages,
    practitioner_pages,
    roster_pages,
    call_pages,
    access_pages,
    calendar,
    data,
    task_table,
    hsds,
    cpsv_ap,
    data_state,
    news,
    offered_files,
    former,
    search,
    a_z,
    terminal_pages,
)
# What is planned by itself: each gets the library, and yields every page and file it answers for.
PLANS: Mapping[str, Callable[[Library], Outputs]] = {
    **{module.__name__: module.outputs for module in MODULES},
    f"{a_z.__name__}.topics": a_z.topic_outputs,
    **{
        f"{data.__name__}.{dataset.kind.folder}": partial(data.outputs_of, dataset)
        for dataset in DATASETS
    },
}


def all_of(library: Library) -> Outputs:
    """Every output, planned anew."""
    return (one for plan in PLANS.values() for one in plan(library))
