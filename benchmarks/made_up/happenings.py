"""What happened in the made-up world: the truth behind the documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from benchmarks.made_up.cast import Figure

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: ``people`` begin with the visitor or caller, ``before`` are the days it was first planned for."""

    id: str
    kind: str
    parties: tuple[str, ...]
    people: tuple[Figure, ...]
    days: Span
    city: str | None = None
    country: str | None = None
    mode: str | None = None
    name: str | None = None
    before: Span | None = None
    fate: str = "held"

    @property
    def held(self) -> bool:
        return self.fate == "held"


@dataclass(frozen=True, slots=True)
class Tell:
    """One thing that a document says of an event; ``days`` and ``city`` where it says what is not so.

    ``also`` are other meetings, or other legs of the trip, that the same sentence lists; ``anonymous`` names nobody;
    ``whole_trip`` gives a leg the days of all.
    """

    happening: Happening
    stage: str
    days: Span | None = None
    city: str | None = None
    exact: bool = False
    instead: Figure | None = None
    also: tuple[Happening, ...] = ()
    anonymous: bool = False
    whole_trip: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """One pledge: of a Party, with a value or without; ``share`` words say of what."""

    id: str
    party: str
    kind: str
    target_year: int | None
    value: float | None = None
    unit: str | None = None
    base_year: int | None = None
    gas: str | None = None
    about: str = ""
    standing: bool = True


@dataclass(frozen=True, slots=True)
class TellGoal:
    """What a document says of a pledge: ``restated``, ``raised`` from ``old``, ``lowered``, ``urged`` by ``who``."""

    goal: Goal
    how: str = "restated"
    old: Goal | None = None
    who: Figure | None = None
    base_year: int | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that documents report: ``words`` name the pattern, ``topic`` the facts that can contradict it."""

    topic: str
    side: str
    pattern: str
    subject: str | None
    measure: str
    value: float
    unit: str
    year: int | None = None
    comparator: str = "="
    shown: str = ""
    person: Figure | None = None


@dataclass
class Truth:
    """What the documents turned out to report, collected while they are written."""

    events: dict[str, list[str]] = field(default_factory=dict)
    histories: dict[str, dict[str, str]] = field(default_factory=dict)
    forms: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    pledges: dict[str, list[str]] = field(default_factory=dict)
    odd_pledges: dict[str, list[str]] = field(default_factory=dict)
    sides: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """By topic of disagreement: the records by what they say."""

    def note_side(self, topic: str, side: str, record: str) -> None:
        self.sides.setdefault(topic, {}).setdefault(side, []).append(record)


Record = dict[str, Any]
Words = Mapping[str, str]
