"""Visits told by a verb: "travelled to A", "visited A", "is in A", "is due in A"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import Actor
from parley.reading.engagements.clauses import governing_verb, subject_of
from parley.reading.engagements.destinations import destinations, is_somewhere
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.legs import legs
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, is_distinguished, told
from parley.reading.engagements.understood import understood
from parley.reading.lexicon import words

_TRAVELLERS = lemmas("visits", "travellers")
_PLANNED = lemmas("status", "planned")
_OFFICES = words("offices", "heads")


def visits_by_verb(scene: Scene, verb: Token, lemma: str) -> Iterator[Draft]:
    """The visits that a verb of going tells of, if somebody who could go is its subject and a place its goal."""
    end = scene.clause_end(verb)
    stops = destinations(scene, verb, lemma, end)
    if not stops and lemma == "be" and not is_somewhere(scene, verb, end):
        return
    subject = subject_of(verb if verb.pos_ != "NOUN" else governing_verb(verb) or verb)
    if is_distinguished(verb):
        return
    actor = scene.participants.subject(subject) if subject is not None else scene.participants.before(verb)
    if subject is not None and subject.lower_ in ("he", "she"):
        actor = scene.traveller_before(verb) or actor
    if not _travels(scene, subject, actor):
        return
    stops = stops or list(understood(scene, verb, end, actor))
    if not stops:
        return
    if verb.pos_ == "NOUN":
        status = _status_of_misread(verb)
    else:
        status = _status_of_being(verb) if lemma == "be" else told(verb)
    if status == NO_EVENT:
        return
    owners = {verb.i} | ({above.i} if (above := _above(verb)) else set())
    first = min(subject.left_edge.i, verb.i) if subject is not None and subject.sent == verb.sent else verb.i
    yield from legs(scene, verb, first, end, stops, actor, status, owners)


def _above(verb: Token) -> Token | None:
    """The verb of "is set to travel"."""
    return verb.head if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX", "ADJ") else None


def _status_of_being(verb: Token) -> Told:
    """ "is in", "was in", "will be in", "is due in"."""
    status = told(verb)
    following = {verb.doc[i].lower_ for i in range(verb.i + 1, min(verb.i + 3, len(verb.doc)))}
    if following & {"due", "expected", "scheduled", "set"} and status in (None, "under_way"):
        return "planned"
    return "under_way" if status is None else status


def _status_of_misread(noun: Token) -> Told:
    """A verb that the tagger took for a noun ("is due to land in", "Minister X heads to")."""
    if noun.tag_ == "NNS":
        return None
    above = noun.head.head
    return (
        "planned" if above.lemma_.lower() in _PLANNED or above.pos_ == "ADJ" else told(governing_verb(above) or above)
    )


def _travels(scene: Scene, subject: Token | None, actor: Actor) -> bool:
    """Whether the subject is a person or a group of officials, not a country or a thing."""
    if actor.people:
        return scene.are_governmental(actor)
    if subject is None:
        return False
    group = {token.lower_ for token in subject.subtree if token.i <= subject.i}
    return bool(actor.parties) and bool(group & _OFFICES or subject.lower_ in _TRAVELLERS or subject.lemma_ in _OFFICES)
