"""Linking: one person under several names, one event told by several documents, one pledge with all its reports."""

from __future__ import annotations

from collections.abc import Iterable

from parley.linking.book import link_pledges
from parley.linking.conflicts import find_conflicts
from parley.linking.corrections import link_corrections
from parley.linking.events import link_events
from parley.linking.judgements import Rulings
from parley.linking.names import link_people
from parley.linking.organisations import link_organisations
from parley.linking.positions import link_positions
from parley.linking.ruled import ruled_events, ruled_people
from parley.linking.shelf import Shelf
from parley.linking.trips import link_trips
from parley.records import Judgement, Links, Reading

__all__ = ["link"]


def link(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> Links:
    """The linked view of a set of readings as people have judged it; the same whatever order the readings come in."""
    rulings = Rulings(readings, judgements)
    shelf = Shelf.of(rulings.readings)
    people = ruled_people(link_people(shelf), shelf, rulings)
    events, trips = link_trips(ruled_events(link_events(shelf, people), shelf, people, rulings))
    pledges = link_pledges(shelf, rulings)
    conflicts = find_conflicts(shelf, events, pledges)
    return Links(
        people=people,
        organisations=link_organisations(shelf),
        events=events,
        trips=trips,
        pledges=pledges,
        positions=link_positions(shelf),
        conflicts=conflicts,
        corrections=link_corrections(shelf, events, pledges, conflicts),
        effects=rulings.effects,
    )
