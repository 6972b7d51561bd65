"""An event as a headline: who did what with whom."""

from __future__ import annotations

from parley.briefing.prose import and_list, capitalised, party_in_prose, possessive
from parley.briefing.shelf import Shelf
from parley.records import Engagement, Event, Place
from parley.terms.parties import name_of

_MOST_NAMES = 3
_NOUNS = {
    "visit": "Visit",
    "meeting": "Meeting",
    "call": "Call",
    "dialogue": "Dialogue",
    "statement": "Statement",
    "conference": "Conference",
    "hearing": "Hearing",
    "speech": "Speech",
}
_LINKS = {"meeting": "Meeting of", "call": "Call of", "dialogue": "Dialogue of", "hearing": "Hearing with"}


def headline(event: Event, shelf: Shelf) -> str:
    """Such as ``John Doe’s visit to Japan``, ``Meeting of Ann Roe and Japan``, ``COP26``."""
    if event.name:
        return capitalised(event.name)
    if event.kind == "visit":
        return _visit(event, shelf)
    people, parties = list(event.people), _parties_without_people(event, shelf)
    actors = people + parties
    if event.kind == "conference" or not actors:
        return f"{_NOUNS[event.kind]}{_where(event.place)}"
    listed = and_list(actors, _MOST_NAMES)
    if event.kind == "speech":
        return f"Speech by {listed}"
    if event.kind == "statement":
        return f"{'Joint statement of' if len(actors) > 1 else 'Statement of'} {listed}"
    if len(actors) == 1:
        return f"{_NOUNS[event.kind]} with {listed}"
    if people and parties and len(actors) <= _MOST_NAMES:
        return f"{_LINKS[event.kind]} {and_list(people)} with {and_list(parties)}"
    return f"{_LINKS[event.kind]} {listed}"


def place_in_words(place: Place | None) -> str | None:
    """``Glasgow, United Kingdom``."""
    if place is None:
        return None
    country = name_of(place.country) if place.country else None
    return ", ".join(dict.fromkeys(part for part in (place.city, country) if part)) or None


def _visit(event: Event, shelf: Shelf) -> str:
    host, visitor = _host_and_visitor(event, shelf)
    guests = [name for name in event.people if host is None or _party_of(name, shelf) != host]
    parties = [visitor] if visitor else [code for code in event.parties if code != host]
    who = and_list(guests or [party_in_prose(code) for code in parties], _MOST_NAMES)
    to = f" to {_destination(event.place, host)}" if event.place or host else ""
    if not who:
        return f"Visit{to}"
    return capitalised(f"{possessive(who)} visit{to}")


def _destination(place: Place | None, host: str | None) -> str:
    if host and (place is None or place.city is None):
        return party_in_prose(host)
    if place and place.city:
        return place.city
    return party_in_prose(place.country) if place and place.country else ""


def _host_and_visitor(event: Event, shelf: Shelf) -> tuple[str | None, str | None]:
    """As the reports have them; a host may also be the Party in whose country the visit is."""
    visits = [report for report in shelf.present(event.reports) if isinstance(report, Engagement)]
    host = next((visit.host for visit in visits if visit.host), None)
    visitor = next((visit.visitor for visit in visits if visit.visitor), None)
    if host is None and event.place and event.place.country in event.parties:
        host = event.place.country
    return host, visitor


def _parties_without_people(event: Event, shelf: Shelf) -> list[str]:
    """The Parties that none of the people stands for."""
    represented = {_party_of(name, shelf) for name in event.people}
    return [party_in_prose(code) for code in event.parties if code not in represented]


def _party_of(name: str, shelf: Shelf) -> str | None:
    person = shelf.person_called(name)
    return person.party if person else None


def _where(place: Place | None) -> str:
    words = place_in_words(place)
    return f" in {words}" if words else ""
