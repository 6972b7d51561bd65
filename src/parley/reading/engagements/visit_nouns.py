"""Visits told by a noun: "a trip by A to B", "A's stay in B", "is on a visit to B", "the visit"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import governing_verb, subject_of
from parley.reading.engagements.destinations import stops_of_noun
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.legs import legs
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, calls_off, fate_of, later_verbs, told, told_by_nouns
from parley.reading.engagements.understood import last_place_abroad
from parley.reading.lexicon import words
from parley.records import Place

_ON = frozenset(["during", "on", "after", "following", "for", "while"])
_GOING = lemmas("visits", "going")
_MAKING = lemmas("visits", "making")
_TAKING = frozenset(["take", "bring", "lead"])
_CONSIDERING = lemmas("status", "considering")
_OFFICES = words("offices", "heads")


def visits_by_noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    """ "a trip by A to B", "A's stay in B", "is on a visit to B", "the visit"."""
    end = scene.clause_end(noun)
    verb = governing_verb(noun)
    taken = _taken(scene, noun, verb)
    end = scene.clause_end(verb) if verb is not None and taken else end
    stops = stops_of_noun(scene, verb if verb is not None and taken else noun, end)
    actor = taken or _visitor(scene, noun, end)
    if not actor and stops:
        actor = scene.traveller_before(noun)
    if actor and not stops and (host := _host_of_same_sentence(scene, noun)):
        yield _visit_too(scene, noun, end, actor, host)
        return
    if actor.people and not stops and noun.head.lower_ == "during":
        stops = list(last_place_abroad(scene, noun, actor))
    status = _noun_status(noun, verb) or told_by_nouns(noun)
    if status == NO_EVENT:
        return
    fated = verb is not None and fate_of(verb) == "cancelled"
    owners = {noun.i} | ({verb.i} if verb is not None and _carries(noun, verb) and not fated else set())
    if verb is not None and _carries(noun, verb):
        owners |= later_verbs(verb)
    first = noun.left_edge.i
    if stops and (actor or status in ("cancelled", "postponed")):
        yield from legs(scene, noun, first, end, stops, actor, status, owners)
    elif (
        not stops
        and noun.tag_ != "NNS"
        and any(child.lower_ in ("the", "this") or child.dep_ == "poss" for child in noun.children)
    ):
        start, stop = scene.characters(first, end)
        yield Draft("visit", noun, frozenset(owners), start, stop, actor, status, "in_person", generic=True)


def _taken(scene: Scene, noun: Token, verb: Token | None) -> Actor:
    """ "A trip took A to Rome": A."""
    if verb is None or noun.dep_ != "nsubj" or verb.lemma_ not in _TAKING:
        return NOBODY
    actor, _ = scene.participants.group(verb.i + 1)
    return actor if actor.people else NOBODY


def _host_of_same_sentence(scene: Scene, noun: Token) -> Draft | None:
    """ "A will travel to the country after a trip by B": B's trip has the same goal."""
    if not any(child.lower_ in ("by", "of") and child.dep_ in ("prep", "agent") for child in noun.children):
        return None
    start = noun.sent.start
    told = [d for d in scene.told if d.kind == "visit" and d.host and d.head.i < noun.i and d.head.sent.start == start]
    return told[-1] if told else None


def _visit_too(scene: Scene, noun: Token, end: int, actor: Actor, other: Draft) -> Draft:
    start, until = scene.characters(noun.left_edge.i, end)
    visitor = actor.parties[0] if actor.parties else None
    parties = tuple(dict.fromkeys([*actor.parties, *([other.host] if other.host else [])]))
    place = Place(country=other.host)
    grounds = (("place", "the visit told beside it"),)
    return Draft(
        "visit",
        noun,
        frozenset([noun.i]),
        start,
        until,
        Actor(actor.people, parties),
        mode="in_person",
        place=place,
        visitor=visitor,
        host=other.host,
        inferred=grounds,
    )


def _visitor(scene: Scene, noun: Token, end: int) -> Actor:
    """The possessor, the one behind "by" or "of", or the subject of "is on a visit to"."""
    verb = governing_verb(noun)
    subject = subject_of(verb) if verb is not None else None
    if owner := next((child for child in noun.children if child.dep_ == "poss" and child.ent_type_ != "DATE"), None):
        if owner.tag_ == "PRP$" and subject is not None and subject.i > noun.i:
            return scene.participants.subject(subject)
        return _possessor(scene, owner)
    for index in range(noun.i + 1, min(end, noun.i + 12)):
        by = scene.doc[index].lower_ == "by" or (scene.doc[index].lower_ == "of" and scene.doc[index].head == noun)
        if by and (actor := scene.participants.group(index + 1)[0]):
            return actor
    return _who_goes(scene, noun, verb, subject) if verb is not None else NOBODY


def _possessor(scene: Scene, owner: Token) -> Actor:
    if (person := scene.context.agents.person_at(owner.i)) is not None:
        party = scene.party_of(person.person)
        return Actor((person.person,), (party,) if party else ())
    return scene.participants.subject(owner)


def _who_goes(scene: Scene, noun: Token, verb: Token, subject: Token | None) -> Actor:
    """The subject of "during a visit to A, B said", "leaves on a visit to A", "wrapped up a trip to A"."""
    actor = scene.participants.subject(subject)
    if noun.dep_ == "pobj" and noun.head.lower_ in _ON and scene.are_governmental(actor):
        return Actor(actor.people[:1], actor.parties[:1])
    if noun.dep_ == "dobj" and calls_off(verb) is not None:
        return actor if scene.are_governmental(actor) else NOBODY
    if noun.dep_ == "dobj" and verb.lemma_ in _CONSIDERING:
        return actor if actor.people else NOBODY
    if verb.lemma_ in _MAKING | {"be", "arrive"}:
        return actor if actor.people or _is_office(subject) else NOBODY
    return NOBODY


def _is_office(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ in _OFFICES


def _carries(noun: Token, verb: Token) -> bool:
    """Whether the verb tells when the visit is: the visit is its subject or object, or what one "is on"."""
    chain = noun
    while chain.dep_ in ("pobj", "prep", "attr", "conj") and chain.head != chain and chain.head.i != verb.i:
        chain = chain.head
    return chain.head.i == verb.i and (
        chain.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") or chain.lower_ in ("on", "for")
    )


def _noun_status(noun: Token, verb: Token | None) -> Told:
    if verb is None:
        return None
    relative = next((child for child in noun.children if child.dep_ in ("relcl", "acl")), None)
    if relative is not None and (fate := fate_of(relative)):
        return fate
    if noun.dep_ in ("nsubj", "nsubjpass") or (
        noun.dep_ == "dobj" and (calls_off(verb) or verb.lemma_ in _MAKING | _CONSIDERING)
    ):
        if fate := fate_of(verb):
            return fate
        status = told(verb)
        return status if status == "trailed" or verb.lemma_ not in ("follow", "come", "be", "mark", "precede") else None
    if _is_on(noun, verb):
        status = told(verb)
        return "under_way" if status is None else status
    return told(verb) if _is_gone_on(noun, verb) else None


def _is_on(noun: Token, verb: Token) -> bool:
    return verb.lemma_ == "be" and noun.dep_ == "pobj" and noun.head.lower_ == "on"


def _is_gone_on(noun: Token, verb: Token) -> bool:
    """ "will leave for a visit to", "flies out on a tour of"."""
    return (
        verb.lemma_ in _GOING and noun.dep_ == "pobj" and noun.head.lower_ in ("on", "for") and noun.head.head == verb
    )
