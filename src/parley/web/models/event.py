"""Events as pages show them."""

from __future__ import annotations

from parley.web.models.common import DateView, Listing, Model, PartyView, Quote


class EventStep(Model):
    """One step in an event's life: the status that documents gave it, with their words.

    ``ordered`` tells that it was certainly reported after the step before it.
    """

    status: str
    label: str
    reported: DateView
    ordered: bool
    quotes: tuple[Quote, ...]


class EventBrief(Model):
    """An event in a list."""

    id: str
    kind: str
    status: str
    status_label: str
    title: str
    date: DateView
    place: str | None
    parties: tuple[PartyView, ...]
    people: tuple[str, ...]
    background: bool
    corrected: bool
    reports: int
    conflicts: int


class EventWhole(Model):
    """An event with its life; ``remark`` says what is doubtful about it."""

    id: str
    kind: str
    status: str
    status_label: str
    title: str
    name: str | None
    date: DateView
    mode: str
    place: str | None
    parties: tuple[PartyView, ...]
    people: tuple[str, ...]
    background: bool
    corrected: bool
    remark: str | None
    life: tuple[EventStep, ...]
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]


class TimelinePage(Listing):
    """A page of the timeline."""

    items: tuple[EventBrief, ...]
