"""Visits told by the country that receives: "Norway will host the envoy B in May"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import Actor
from parley.reading.engagements.clauses import subject_of
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, told
from parley.records import Place
from parley.terms.parties import is_group

_OF_GOVERNMENT = frozenset(["government", "authorities"])


def guests_of(scene: Scene, verb: Token) -> Iterator[Draft]:
    """The visit of the officials that a country, or its government, receives; a person who receives one holds talks."""
    subject, status = subject_of(verb), told(verb)
    if subject is None or status == NO_EVENT or not _is_a_country(scene, subject):
        return
    host = scene.participants.subject(subject)
    if host.people or len(host.parties) != 1 or is_group(host.parties[0]):
        return
    guests, last = scene.participants.group(verb.i + 1)
    codes = [code for person in guests.people if (code := scene.party_of(person))]
    if not codes or host.parties[0] in codes or len(set(codes)) > 1 or not scene.are_governmental(guests):
        return
    end = max(last, scene.clause_end(verb))
    start, until = scene.characters(min(subject.left_edge.i, verb.i), end)
    place = scene.place_in(verb.i, end)
    inside = place is not None and place.country == host.parties[0]
    owners = frozenset([verb.i, *([verb.head.i] if verb.dep_ == "xcomp" else [])])
    yield Draft(
        "visit",
        verb,
        owners,
        start,
        until,
        Actor(guests.people, (codes[0], host.parties[0])),
        status,
        "in_person",
        place if inside else Place(country=host.parties[0]),
        visitor=codes[0],
        host=host.parties[0],
    )


def _is_a_country(scene: Scene, subject: Token) -> bool:
    """ "Norway", "Oslo", "the Norwegian government", not "the Norwegian public broadcaster"."""
    return subject.lower_ in _OF_GOVERNMENT or scene.context.agents.party_at(subject.i) is not None
