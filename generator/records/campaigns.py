"""Campaigns: the public face of one or more plans or programmes."""

from enum import StrEnum
from typing import Any, ClassVar

from generator.entries import Entry
from generator.records.record import (
    Party,
    Period,
    Record,
    read_header,
    read_party,
    read_period,
)
from generator.values import Value


class CampaignKind(StrEnum):
    """How a campaign meets the public."""

    CAMPAIGN = "campaign"
    PEAK_DRIVE = "peak_drive"
    LAW_DAY = "law_day"
    LONG_TERM = "long_term"


class Activity(Value, frozen=True):
    """A task of a plan, told to citizens; its time and leads are the task's own."""

    plan: str
    task: str
    title: str
    text: str | None


class Campaign(Record, frozen=True):
    """What a citizen is told of a plan: what for, when, where, what to do, whom to ask."""

    folder: ClassVar[str] = "campaigns"
    section: ClassVar[str] = "chien-dich"

    name: str
    kind: CampaignKind | None
    plans: tuple[str, ...]
    programmes: tuple[str, ...]
    purpose: str
    what_to_do: tuple[str, ...]
    period: Period | None
    peak: Period | None
    slogans: tuple[str, ...]
    areas: tuple[str, ...]
    audiences: tuple[str, ...]
    lead: Party | None
    ask: tuple[str, ...]
    activities: tuple[Activity, ...]
    materials: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.name

    @property
    def gist(self) -> str:
        """Its purpose."""
        return self.purpose


def read_campaign(entry: Entry) -> Campaign:
    """A campaign from its content file."""
    header: dict[str, Any] = read_header(entry, Campaign.folder)
    campaign = Campaign(
        **header,
        name=entry.text("name"),
        kind=entry.choice("kind", CampaignKind),
        plans=entry.references("plans", "plans"),
        programmes=entry.references("programmes", "programmes"),
        purpose=entry.text("purpose"),
        what_to_do=entry.texts("what_to_do"),
        period=entry.part("period", read_period),
        peak=entry.part("peak", read_period),
        slogans=entry.texts("slogans"),
        areas=entry.texts("areas"),
        audiences=entry.texts("audiences"),
        lead=read_party(entry, "lead"),
        ask=entry.references("ask", "agencies"),
        activities=entry.parts("activities", read_activity),
        materials=entry.references("materials", "materials"),
    )
    if not campaign.plans and not campaign.programmes:
        entry.report("campaign-without-plan")
    return campaign


def read_activity(entry: Entry) -> Activity:
    """A task of a plan, named by the plan's id and the task's path."""
    if not entry.has("plan"):
        entry.report("missing-field", name="plan")
    return Activity(
        plan=entry.reference("plan", "plans") or "",
        task=entry.text("task"),
        title=entry.text("title"),
        text=entry.optional_text("text"),
    )
