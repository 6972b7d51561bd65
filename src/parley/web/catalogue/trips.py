"""Trips as items of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from parley.briefing.dates import date_view
from parley.briefing.prose import and_list, capitalised, party_in_prose
from parley.briefing.shelf import party_view
from parley.records import Event, Place
from parley.records.linked import Trip
from parley.terms.parties import name_of
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.event_refs import event_ref, person_ref
from parley.web.catalogue.item import Item
from parley.web.models.trip import TripWhole


def trip_items(desk: Desk) -> Iterator[Item]:
    """Every trip, as it was linked."""
    events = {event.id: event for event in desk.view.links.events}
    for trip in desk.view.links.trips:
        whole = _whole(trip, events, desk)
        yield Item(
            kind="trip",
            id=trip.id,
            title=whole.title,
            content=whole,
            holds=trip.reports,
            facets=[
                *(("party", party.code) for party in whole.parties),
                *(("person", person.name) for person in whole.people),
            ],
            first_day=whole.date.start,
            last_day=whole.date.end,
            words=" ".join(leg.title for leg in whole.legs),
        )


def trip_title(trip: Trip, events: Mapping[str, Event]) -> str:
    """Such as ``Trip of John Doe to Tokyo, Seoul and Viet Nam``."""
    who = list(trip.people) or [party_in_prose(code) for code in trip.parties[:1]]
    places = [_short(events[leg].place) for leg in trip.legs if leg in events]
    named = list(dict.fromkeys(place for place in places if place))
    words = f"trip of {and_list(who, 3)}" if who else "trip"
    return capitalised(f"{words} to {and_list(named, 4)}" if named else words)


def _whole(trip: Trip, events: Mapping[str, Event], desk: Desk) -> TripWhole:
    return TripWhole(
        id=trip.id,
        title=trip_title(trip, events),
        date=date_view(trip.when),
        people=tuple(person_ref(name, desk) for name in trip.people),
        parties=tuple(party_view(code) for code in trip.parties),
        legs=tuple(event_ref(events[leg], desk) for leg in trip.legs if leg in events),
        reasons=tuple(capitalised(_with_names(words, trip, events)) for words in trip.reasons),
    )


def _short(place: Place | None) -> str | None:
    """A city, or the country where no city is told."""
    if place is None:
        return None
    return place.city or (party_in_prose(place.country) if place.country else None)


def _with_names(words: str, trip: Trip, events: Mapping[str, Event]) -> str:
    """Words about a trip with names for the codes of the countries on its way."""
    places = (events[leg].place for leg in trip.legs if leg in events)
    codes = {*trip.parties, *(place.country for place in places if place and place.country)}
    return re.sub(r"\b[A-Z]{3}\b", lambda found: name_of(found[0]) if found[0] in codes else found[0], words)
