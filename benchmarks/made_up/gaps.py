"""The same records with gaps in them: what reading may miss of people, places and dates."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

from benchmarks.made_up.happenings import Record

_NO_DATE, _NO_PLACE, _COUNTRY_ONLY, _NOBODY, _FIRST_ONLY = 0.12, 0.15, 0.3, 0.07, 0.12


def with_gaps(rows: Iterable[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Rows of which each engagement has lost its date, place or people now and then; the words stay."""
    rng = Random(seed)
    return [row | {"engagements": [_with_gaps(record, rng) for record in row["engagements"]]} for row in rows]


def _with_gaps(record: Record, rng: Random) -> Record:
    lost: Record = {}
    if rng.random() < _NO_DATE:
        lost |= {"start": None, "end": None, "precision": None}
    place = record["place"]
    if place and rng.random() < _NO_PLACE:
        lost["place"] = None
    elif place and rng.random() < _COUNTRY_ONLY:
        lost["place"] = place.rpartition(", ")[2]
    if rng.random() < _NOBODY:
        lost["people"] = []
    elif rng.random() < _FIRST_ONLY:
        lost["people"] = record["people"][:1]
    return record | lost
