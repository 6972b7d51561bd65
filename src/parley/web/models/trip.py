"""Trips as pages show them."""

from __future__ import annotations

from parley.web.models.common import DateView, Model, PartyView
from parley.web.models.event import EventRef, PersonRef


class TripWhole(Model):
    """A journey through several places; ``legs`` are its visits in order of time, ``reasons`` why they are one trip."""

    id: str
    title: str
    date: DateView
    people: tuple[PersonRef, ...]
    parties: tuple[PartyView, ...]
    legs: tuple[EventRef, ...]
    reasons: tuple[str, ...]
