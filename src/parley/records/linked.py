"""The linked view of reports: people, events, the pledge book, and what sources disagree on.

Linked records hold no words of their own: they name reports, and the reports hold the quotes.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from parley.records.base import Record
from parley.records.engagement import EngagementKind, EngagementStatus, Mode, Place
from parley.records.ids import content_id
from parley.records.judgement import Effect
from parley.records.pledge import Firmness, PledgeKind
from parley.terms.when import Interval

SET_RIGHT = "the note speaks of it, and an earlier version of the document said otherwise"
"""The reason of a correction to touch what it has set right rather than taken back."""


class Linked(Record):
    """A view over reports; its id is a hash of the reports it joins."""

    prefix: ClassVar[str]
    reports: tuple[str, ...]

    @property
    def id(self) -> str:
        return content_id(self.prefix, {"reports": sorted(self.reports)})


class LinkedPerson(Linked):
    """One person over all documents. ``reports`` are Person report ids; ``forms`` all names met.

    ``reasons`` says why each name was taken for the same person; ``wikidata`` is the item, where our table has it.
    """

    prefix: ClassVar[str] = "who"

    name: str
    forms: tuple[str, ...]
    roles: tuple[str, ...] = ()
    party: str | None = None
    organisation: str | None = None
    reasons: tuple[str, ...] = ()
    wikidata: str | None = None


class LinkedOrganisation(Linked):
    """One organisation over all documents. ``reports`` are those of any kind that name it; ``forms`` all names met."""

    prefix: ClassVar[str] = "org"

    name: str
    forms: tuple[str, ...]
    party: str | None = None
    reasons: tuple[str, ...] = ()


class LifeStep(Record):
    """One step in an event's life: what a document of a date said its status was, and when it was to be or had been."""

    document: str
    report: str
    published: Interval | None
    status: EngagementStatus
    when: Interval | None = None


class Event(Linked):
    """Reports that speak of one thing in the world, with its life by date of report.

    ``shared`` are those of ``reports`` that tell of several events at once ("met the prime minister, the foreign
    minister and the mayor"): they stand in the reports of each, every other report in one event only. ``background``
    are those that tell it as past history. ``part_of`` is the id of the visit during which a meeting took place, or of
    the trip of which a visit is a leg.
    """

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
    shared: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    part_of: str | None = None


class Trip(Linked):
    """A journey of somebody through several countries; ``legs`` are the ids of its visits in order of time.

    ``reports`` are those of its visits, which stay events of their own.
    """

    prefix: ClassVar[str] = "tri"

    legs: tuple[str, ...]
    people: tuple[str, ...]
    parties: tuple[str, ...]
    when: Interval | None
    reasons: tuple[str, ...] = ()


class BookStep(Record):
    """One report of a pledge in the book: its document, date and firmness, and what it added to those before it."""

    document: str
    report: str
    published: Interval | None
    firmness: Firmness
    step: Literal["first", "restated", "firmer"]


class BookEntry(Linked):
    """One pledge of one Party with every report of it.

    ``since`` is the date of the first dated report, ``history`` all reports by age. ``replaces`` and ``replaced_by``
    name the entries before and after it, ``change`` says how it differs from the one it replaced, and ``changed_by``
    which of its reports show that. ``listed_beside`` are the entries of what is only urged or proposed on the matter.
    """

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
    replaces: tuple[str, ...] = ()
    since: Interval | None = None
    change: Literal["strengthened", "weakened", "changed"] | None = None
    changed_by: tuple[str, ...] = ()
    history: tuple[BookStep, ...] = ()
    listed_beside: tuple[str, ...] = ()


class Stance(Linked):
    """What a Party holds on an issue, with every report that tells so, by age.

    ``holders`` are those who spoke for it; ``since`` and ``until`` the dates of the first and the last dated report.
    ``departs_from`` are the ids of earlier stances that this one turns against, and ``reasons`` says how that shows.
    """

    prefix: ClassVar[str] = "stc"

    party: str
    issue: str
    stance: str
    towards: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    since: Interval | None = None
    until: Interval | None = None
    departs_from: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class Conflict(Linked):
    """Reports that cannot all be true, side by side.

    ``reports`` are the oldest of each side, ``sides`` all reports side by side: any two of different sides are at odds.
    ``field`` is what they differ in, ``words`` says how.
    """

    prefix: ClassVar[str] = "con"

    concerns: Literal["event", "pledge", "claim"]
    field: str
    words: str
    sides: tuple[tuple[str, ...], ...] = ()

    @property
    def id(self) -> str:
        return content_id(self.prefix, {"reports": sorted(self.reports), "field": self.field})


class LinkedCorrection(Linked):
    """What a correction note bears on: ``touched`` are reports, ``rests`` the ids of linked records that rest on them.

    ``reasons`` says of each touched report, in their order, why it is thought to be meant.
    """

    prefix: ClassVar[str] = "fix"

    nature: Literal["correction", "clarification", "update", "retraction"]
    touched: tuple[str, ...]
    reasons: tuple[str, ...]
    rests: tuple[str, ...]


class Links(Record):
    """The linked view of a whole ledger. ``effects`` is what judgements do to it, in their order."""

    people: tuple[LinkedPerson, ...] = ()
    organisations: tuple[LinkedOrganisation, ...] = ()
    events: tuple[Event, ...] = ()
    trips: tuple[Trip, ...] = ()
    pledges: tuple[BookEntry, ...] = ()
    positions: tuple[Stance, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    corrections: tuple[LinkedCorrection, ...] = ()
    effects: tuple[Effect, ...] = ()
