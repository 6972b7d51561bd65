"""Linking: one person under several names, one event told by several documents, one pledge with all its reports."""

from __future__ import annotations

from collections.abc import Iterable

from parley.linking.book import link_pledges
from parley.linking.conflicts import find_conflicts
from parley.linking.events import link_events
from parley.linking.names import link_people
from parley.linking.organisations import link_organisations
from parley.linking.shelf import Shelf
from parley.linking.trips import link_trips
from parley.records import Links, Reading

__all__ = ["link"]


def link(readings: Iterable[Reading]) -> Links:
    """The linked view of a set of readings; the same whatever order they come in."""
    shelf = Shelf.of(readings)
    people = link_people(shelf)
    events, trips = link_trips(link_events(shelf, people))
    pledges = link_pledges(shelf)
    return Links(
        people=people,
        organisations=link_organisations(shelf),
        events=events,
        trips=trips,
        pledges=pledges,
        conflicts=find_conflicts(shelf, events, pledges),
    )
