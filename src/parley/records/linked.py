"""The linked view of reports: people, events, the pledge book, and what sources disagree on.

Linked records hold no words of their own: they name reports, and the reports hold the quotes.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from parley.records.base import Record
from parley.records.engagement import EngagementKind, EngagementStatus, Mode, Place
from parley.records.ids import content_id
from parley.records.pledge import Firmness, PledgeKind
from parley.terms.when import Interval


class Linked(Record):
    """A view over reports; its id is a hash of the reports it joins."""

    prefix: ClassVar[str]
    reports: tuple[str, ...]

    @property
    def id(self) -> str:
        return content_id(self.prefix, {"reports": sorted(self.reports)})


class LinkedPerson(Linked):
    """One person over all documents. ``reports`` are Person report ids; ``forms`` all names met."""

    prefix: ClassVar[str] = "who"

    name: str
    forms: tuple[str, ...]
    roles: tuple[str, ...] = ()
    party: str | None = None
    organisation: str | None = None


class LifeStep(Record):
    """One step in an event's life: what a document of a date said its status was."""

    document: str
    report: str
    published: Interval | None
    status: EngagementStatus


class Event(Linked):
    """Reports that speak of one thing in the world, with its life by date of report."""

    prefix: ClassVar[str] = "evt"

    kind: EngagementKind
    status: EngagementStatus
    mode: Mode
    parties: tuple[str, ...]
    people: tuple[str, ...]
    place: Place | None
    when: Interval | None
    name: str | None
    life: tuple[LifeStep, ...]
    reasons: tuple[str, ...] = ()


class BookEntry(Linked):
    """One pledge of one Party with every report of it. ``replaced_by`` names the entry that superseded it."""

    prefix: ClassVar[str] = "bok"

    party: str
    kind: PledgeKind
    firmness: Firmness
    gas: str | None
    low: float | None
    high: float | None
    unit: str | None
    base_year: int | None
    target_year: int | None
    about: str | None
    standing: bool = True
    replaced_by: str | None = None


class Conflict(Linked):
    """Two reports that cannot both be true, side by side. ``field`` is what they differ in, ``words`` says how."""

    prefix: ClassVar[str] = "con"

    concerns: Literal["event", "pledge", "claim"]
    field: str
    words: str

    @property
    def id(self) -> str:
        return content_id(self.prefix, {"reports": sorted(self.reports), "field": self.field})


class Links(Record):
    """The linked view of a whole ledger."""

    people: tuple[LinkedPerson, ...] = ()
    events: tuple[Event, ...] = ()
    pledges: tuple[BookEntry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
