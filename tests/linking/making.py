"""Readings made from what they are to say, without a text to read."""

from __future__ import annotations

import hashlib
from typing import Any

from parley.linking import link
from parley.records import Document, Engagement, Event, LinkedPerson, Person, Place, Quote, Reading
from parley.terms.titles import office_of
from parley.terms.when import Interval

PEOPLE = {
    "Kari Lunde": ("NOR", "climate envoy"),
    "Rosa Quispe": ("PER", "environment minister"),
    "Luis Rojas": ("PER", "foreign minister"),
    "Ana Flores": ("PER", "energy minister"),
}


def reading(published: str | None, *told: dict[str, Any], people: tuple[dict[str, Any], ...] = ()) -> Reading:
    """A document of a day that tells of some engagements; people are those named in them unless given."""
    text = f"{published} {told!r} {people!r}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document.of_text(text, sha256, published=Interval.parse(published) if published else None)
    named = dict.fromkeys(name for one in told for name in one.get("people", ()))
    persons = people or tuple({"name": name} for name in named)
    return Reading(
        document=document,
        reader="test",
        people=tuple(_person(document, number, **person) for number, person in enumerate(persons)),
        engagements=tuple(_engagement(document, number, **one) for number, one in enumerate(told)),
    )


def _person(document: Document, number: int, name: str, party: str | None = None, role: str | None = None) -> Person:
    known_party, known_role = PEOPLE.get(name, (None, None))
    role = role or known_role
    return Person(
        document=document.id,
        quotes=(Quote.of(document.text, number, number + 1),),
        name=name,
        party=party or known_party,
        role=role,
        office=office_of(role) if role else None,
    )


def _engagement(
    document: Document,
    number: int,
    words: str | None = None,
    place: str | None = None,
    when: str | None = None,
    **told: Any,
) -> Engagement:
    city, _, country = (place or "").rpartition(", ")
    start = document.text.index(words) if words else number
    return Engagement(
        document=document.id,
        quotes=(Quote.of(document.text, start, start + (len(words) if words else 1)),),
        place=Place(city=city or None, country=country) if place else None,
        when=Interval.parse(when) if when else None,
        parties=tuple(sorted(told.pop("parties", ("NOR", "PER")))),
        **told,
    )


def meeting(*people: str, status: str = "held", when: str | None = None, **told: Any) -> dict[str, Any]:
    """A meeting in Lima unless told otherwise."""
    return {"kind": "meeting", "people": people, "status": status, "when": when, "place": "Lima, PER"} | told


def visit(*people: str, status: str = "held", when: str | None = None, **told: Any) -> dict[str, Any]:
    """A visit to Peru unless told otherwise."""
    return {"kind": "visit", "people": people, "status": status, "when": when, "place": "PER"} | told


def events_of(*readings: Reading, kind: str | None = None) -> list[Event]:
    """The events of some readings, of one kind if that is given."""
    return [event for event in link(readings).events if kind in (None, event.kind)]


def people_of(*readings: Reading) -> list[LinkedPerson]:
    return list(link(readings).people)


def named(*people: dict[str, Any], published: str | None = "2024-06-01") -> Reading:
    """A document of a day that names some people."""
    return reading(published, people=people)
