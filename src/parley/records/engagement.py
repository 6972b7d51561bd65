"""Parties and people who met, or will, or were said to."""

from __future__ import annotations

from typing import ClassVar, Literal

from parley.records.base import OUTLET, Attribution, Record, Report
from parley.terms.when import Interval

EngagementKind = Literal["visit", "meeting", "call", "dialogue", "statement", "conference", "hearing", "speech"]
EngagementStatus = Literal["trailed", "planned", "under_way", "held", "postponed", "cancelled"]
Mode = Literal["in_person", "virtual", "unknown"]


class Place(Record):
    """A city, a country (ISO 3166-1 alpha-3), or both."""

    city: str | None = None
    country: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.city, self.country) if part)


class Engagement(Report):
    """Who met whom, where, when, and how sure it is.

    ``parties`` are sorted codes; ``people`` are names as in the document's Person reports; ``name`` is a proper
    name where it has one ("COP26"); ``visitor`` and ``host`` are Parties of a visit.
    A conference has no parties unless it is a bloc's own summit; its host shows in ``place``.
    ``background`` marks what is told as past history rather than as this document's news.
    """

    prefix: ClassVar[str] = "eng"
    kind_of_report: ClassVar[str] = "engagement"

    kind: EngagementKind
    status: EngagementStatus
    mode: Mode = "unknown"
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    place: Place | None = None
    when: Interval | None = None
    name: str | None = None
    visitor: str | None = None
    host: str | None = None
    background: bool = False
    attribution: Attribution = OUTLET
