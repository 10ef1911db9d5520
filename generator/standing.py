"""How records stand on the day of the data: no longer in force, closed, suspended, to come."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.library import Library
from generator.records.access_results import AccessResult
from generator.records.agencies import Agency
from generator.records.calls import Call
from generator.records.campaigns import Campaign
from generator.records.documents import Document, Force
from generator.records.organisations import Organisation, State
from generator.records.practitioners import Practitioner
from generator.records.procedures import Procedure
from generator.records.record import Record
from generator.schedule import state_of

ENDED, ABOLISHED = "ended", "abolished"
PAST = (ENDED, ABOLISHED, "closed", "suspended")  # what helps nobody now


def standing(library: Library, record: Record) -> str:
    """Its key among the words of its kind (theme/components/links.html); "" if there is none."""
    of_kind = OF_KIND.get(type(record))
    return of_kind(library, record) if of_kind else ""


def force(library: Library, document: Document) -> Force:
    """Whether it holds today; that of a document without days is the same on every day."""
    return document.force(library.today) if document.has_days else Force.UNKNOWN


def _document(library: Library, one: Document) -> str:
    holds = force(library, one)
    return holds if holds in (Force.NOT_YET, Force.ENDED) else ""


def _agency(library: Library, one: Agency) -> str:
    return ENDED if one.last_day is not None and one.has_ended(library.today) else ""


def _state(library: Library, one: Organisation | Practitioner) -> str:
    return "" if one.state is State.ACTIVE else one.state


def _call(library: Library, one: Call) -> str:
    return one.state(library.today)


def _campaign(library: Library, one: Campaign) -> str:
    return state_of(one.period, library.today) if one.period else ""


def _procedure(library: Library, one: Procedure) -> str:
    return ABOLISHED if one.is_abolished else ""


def _access_result(library: Library, one: AccessResult) -> str:
    return one.declared or ""


OF_KIND: Mapping[type[Record], Callable[[Library, Any], str]] = {
    Document: _document,
    Agency: _agency,
    Organisation: _state,
    Practitioner: _state,
    Call: _call,
    Campaign: _campaign,
    Procedure: _procedure,
    AccessResult: _access_result,
}
