"""The word lists of engagements, as sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from parley.reading.lexicon import load

_TABLE = load("engagements")


def lemmas(section: str, key: str) -> frozenset[str]:
    """The list ``key`` of a section of the lexicon."""
    return frozenset(_TABLE[section][key])


def particle_verbs(key: str) -> frozenset[tuple[str, str]]:
    """Verbs with a particle ("call off") of the status section."""
    return frozenset((verb, particle) for verb, particle in _TABLE["status"][key])


def phrases(section: str, key: str) -> tuple[str, ...]:
    """The list ``key`` of a section in the order written."""
    return tuple(_TABLE[section][key])


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the Conference of the Parties: where it was, or will be, from when to when."""

    name: str
    city: str
    country: str
    start: date
    end: date


@cache
def sessions() -> dict[str, Session]:
    """All sessions by name ("COP3")."""
    return {name: Session(name, **row) for name, row in load("cops").items()}
