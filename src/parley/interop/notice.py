"""An event or a pledge as other programs are told of it: plain words, days, quotes, and a name that stays."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from parley.terms.when import Interval

_NAMES = uuid.UUID("0b9f4d0e-6f0c-5d4b-9a53-1d1f7c5f8a11")
_NEVER = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a notice rests on, and where they stand."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What is known of one event or pledge.

    ``name`` is a UUID that stays while more documents tell of it; ``record`` is its id in the ledger, which does not.
    ``status`` is that of an engagement or the firmness of a pledge. ``when`` are its days and ``days`` the same in
    words; ``life`` is how its status went, ``remarks`` what is doubtful about it. ``updated`` is the day of the newest
    dated document that tells of it, ``revision`` how many reports came after the first.
    """

    name: str
    record: str
    kind: str
    status: str
    title: str
    when: Interval | None = None
    days: str = ""
    place: str | None = None
    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    life: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    updated: date | None = None
    revision: int = 0

    @property
    def stamp(self) -> datetime:
        """``updated`` as a time; the first second of 1970 where no document that tells of it has a date."""
        day = self.updated or _NEVER
        return datetime(day.year, day.month, day.day, tzinfo=UTC)

    def facts(self) -> tuple[str, ...]:
        """When, where, who and what became of it, one sentence each."""
        told = (
            ("When", self.days),
            ("Where", self.place or ""),
            ("People", ", ".join(self.people)),
            ("Parties", ", ".join(self.parties)),
            ("Status", " → ".join(self.life) or self.status.replace("_", " ")),
        )
        return (*(f"{label}: {words}" for label, words in told if words), *self.remarks)


def name_of_anchor(document: str, kind: str, start: int, end: int) -> str:
    """A UUID of the words that something was first told in, so that it does not change when others tell of it."""
    return str(uuid.uuid5(_NAMES, f"{document} {kind} {start} {end}"))


def name_of_feed(title: str) -> str:
    """A UUID of a feed or calendar."""
    return str(uuid.uuid5(_NAMES, f"feed {title}"))


def with_own_names(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices, those that were first told in the same words named apart, in their order."""
    met: Counter[str] = Counter()
    named = []
    for notice in notices:
        met[notice.name] += 1
        number = met[notice.name]
        name = notice.name if number == 1 else str(uuid.uuid5(_NAMES, f"{notice.name} {number}"))
        named.append(replace(notice, name=name))
    return tuple(named)
