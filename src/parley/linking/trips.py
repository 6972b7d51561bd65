"""A trip holds its legs, a leg its meetings.

Visits of one traveller to different countries that follow one another within days are legs of a trip. A meeting belongs
to the visit during which it took place, of somebody who took part, in the country visited.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from parley.records import Event, Trip
from parley.terms.when import Interval

_DAYS_BETWEEN_LEGS = 3
_LONGEST_LEG_DAYS = 16
_AT_VISITS = frozenset(["meeting", "dialogue", "speech", "hearing", "statement", "conference"])
_NOT_TRAVELLED = frozenset(["cancelled", "postponed"])


def link_trips(events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Trip, ...]]:
    """The events, each with what it is part of, and the trips by time."""
    ids = [event.id for event in events]
    visits = [number for number, event in enumerate(events) if event.kind == "visit" and event.people]
    by_traveller: dict[str, list[int]] = defaultdict(list)
    for number in visits:
        for person in events[number].people:
            by_traveller[person].append(number)
    part_of: dict[int, str] = {}
    trips = []
    for legs in _journeys(events, by_traveller.values()):
        trip = _trip([events[number] for number in legs], [ids[number] for number in legs])
        trips.append(trip)
        part_of.update(dict.fromkeys(legs, trip.id))
    for number, event in enumerate(events):
        leg = _leg_of(event, events, by_traveller) if event.kind in _AT_VISITS and event.mode != "virtual" else None
        if leg is not None:
            part_of[number] = ids[leg]
    whole = tuple(
        event.model_copy(update={"part_of": part_of[number]}) if number in part_of else event
        for number, event in enumerate(events)
    )
    return whole, tuple(sorted(trips, key=lambda trip: (trip.when.iso if trip.when else "", trip.id)))


def _journeys(events: Sequence[Event], travels: Iterable[Sequence[int]]) -> list[list[int]]:
    """Numbers of the visits of each trip, in order of time."""
    home: dict[int, int] = {}

    def root(number: int) -> int:
        while home.setdefault(number, number) != number:
            number = home[number]
        return number

    for numbers in travels:
        legs = sorted(
            (n for n in numbers if _is_leg(events[n])), key=lambda n: (_first(events[n]), _last(events[n]), n)
        )
        for one, other in pairwise(legs):
            apart = _first(events[other]) - _last(events[one])
            if apart <= timedelta(days=_DAYS_BETWEEN_LEGS) and _host(events[one]) != _host(events[other]):
                home[max(root(one), root(other))] = min(root(one), root(other))
    members: dict[int, list[int]] = defaultdict(list)
    for number in sorted(home):
        members[root(number)].append(number)
    ordered = (sorted(legs, key=lambda n: (_first(events[n]), _last(events[n]), n)) for legs in members.values())
    return [legs for legs in ordered if len(legs) > 1]


def _is_leg(event: Event) -> bool:
    if event.when is None or event.status in _NOT_TRAVELLED or event.when.start is None or event.when.end is None:
        return False
    return (event.when.days or 0) <= _LONGEST_LEG_DAYS and _host(event) is not None


def _first(event: Event) -> date:
    assert event.when is not None
    assert event.when.start is not None
    return event.when.start


def _last(event: Event) -> date:
    assert event.when is not None
    assert event.when.end is not None
    return event.when.end


def _host(event: Event) -> str | None:
    return event.place.country if event.place else None


def _trip(legs: Sequence[Event], ids: Sequence[str]) -> Trip:
    hosts = [_host(leg) or "" for leg in legs]
    return Trip(
        reports=tuple(dict.fromkeys(report for leg in legs for report in leg.reports)),
        legs=tuple(ids),
        people=tuple(
            sorted(set.intersection(*(set(leg.people) for leg in legs)) or {p for leg in legs for p in leg.people})
        ),
        parties=tuple(sorted({party for leg in legs for party in leg.parties})),
        when=Interval(_first(legs[0]), max(_last(leg) for leg in legs)),
        reasons=(f"visits of one traveller that follow within {_DAYS_BETWEEN_LEGS} days: {', '.join(hosts)}",),
    )


def _leg_of(event: Event, events: Sequence[Event], by_traveller: dict[str, list[int]]) -> int | None:
    """The one visit during which an event took place; None where none fits, or two do equally well."""
    fitting = {
        number for person in event.people for number in by_traveller.get(person, ()) if _holds(events[number], event)
    }
    ranked = sorted((-len(set(event.people) & set(events[number].people)), number) for number in fitting)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _holds(visit: Event, event: Event) -> bool:
    if visit.when is None or event.when is None or not visit.when.overlaps(event.when):
        return False
    if (event.when.days or 400) > _LONGEST_LEG_DAYS or (visit.when.days or 400) > 2 * _LONGEST_LEG_DAYS:
        return False
    host = _host(visit)
    if event.place and event.place.country:
        return event.place.country == host
    return event.kind != "conference" and host in event.parties
