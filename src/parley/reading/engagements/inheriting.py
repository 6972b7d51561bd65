"""What an engagement takes over from the trip it is part of: place and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.engagements.draft import Draft

_TALKS = ("meeting", "dialogue")


def inherit(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; talks with a host at home have the place, and if need be the dates, of the visit to that host."""
    visits = [draft for draft in drafts if draft.kind == "visit" and draft.host]
    return [_from_trip(draft, visits) if draft.kind in _TALKS else draft for draft in drafts]


def _from_trip(talks: Draft, visits: Sequence[Draft]) -> Draft:
    if talks.mode == "virtual":
        return talks
    trip = _trip_of(talks, visits)
    if trip is None:
        return talks if talks.place is None else replace(talks, mode="in_person")
    inferred = list(talks.inferred)
    if talks.place is None:
        inferred.append(("place", "the visit it is part of"))
    if talks.when is None and trip.when is not None:
        inferred.append(("when", "the visit it is part of"))
    return replace(
        talks,
        mode="in_person",
        place=talks.place or trip.place,
        when=talks.when or trip.when,
        status=talks.status,
        inferred=tuple(inferred),
    )


def _trip_of(talks: Draft, visits: Sequence[Draft]) -> Draft | None:
    """The visit of one of them to the other, agreeing in time; of several the nearest in the text."""
    fitting = [
        visit
        for visit in visits
        if visit.host in talks.actor.parties
        and visit.status not in ("cancelled",)
        and set(visit.actor.people) & set(talks.actor.people)
        and (talks.country in (None, visit.host))
        and (talks.when is None or visit.when is None or talks.when.overlaps(visit.when, 1))
    ]
    return min(fitting, key=lambda visit: abs(visit.head.i - talks.head.i), default=None)
