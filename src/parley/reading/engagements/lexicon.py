"""The word lists of engagements, as sets."""

from __future__ import annotations

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
