"""Engagements in the form of the reading corpus."""

from __future__ import annotations

from typing import Any

from parley.records import Engagement

_STATUS = {"trailed": "planned", "postponed": "planned", "under_way": "ongoing"}
_MODE = {"in_person": "in-person", "virtual": "virtual", "unknown": None}
_PRECISION = {"decade": "year", "vague": "year"}


def to_corpus(engagement: Engagement) -> dict[str, Any]:
    """One record as the corpus writes it."""
    when = engagement.when
    return {
        "id": engagement.id,
        "kind": engagement.kind,
        "parties": list(engagement.parties),
        "people": list(engagement.people),
        "place": str(engagement.place) if engagement.place else None,
        "start": when.start.isoformat() if when and when.start else None,
        "end": when.end.isoformat() if when and when.end else None,
        "precision": _PRECISION.get(when.precision, when.precision) if when else None,
        "status": _STATUS.get(engagement.status, engagement.status),
        "mode": _MODE[engagement.mode],
        "name": engagement.name,
        "evidence": engagement.quote.exact,
        "more_evidence": [quote.exact for quote in engagement.quotes[1:]],
    }
