"""What is told of a conference around its name: whether it opens or is put off, where, who hosts it."""

from __future__ import annotations

from spacy.tokens import Token

from parley.reading.agents import Actor
from parley.reading.engagements.clauses import governing_verb
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, fate_of, told
from parley.reading.lexicon import words
from parley.records import Place

_HOSTING = lemmas("conferences", "hosting")
_ATTENDING = lemmas("conferences", "attending")
_OPENING = lemmas("conferences", "opening")
_COMING = words("tense", "future_adjectives") - {"next"}
_ROUNDS = frozenset(["round", "edition", "session", "series"])
_FAR = 25
_NEAR = 7


def session(
    scene: Scene, head: Token, name: str | None, actor: Actor, first: int, last: int, place: Place | None = None
) -> Draft:
    """The conference that ``head`` names by the tokens from ``first`` to ``last``."""
    end = scene.clause_end(head, over_infinitives=True)
    head = whole(head)
    verb = governing_verb(head)
    carrier = verb if verb is not None and _carries(head, verb) else None
    relative = next(
        (t for t in head.subtree if t.dep_ in ("relcl", "acl") and 0 < t.i - head.i < _FAR and _tells(t)), None
    )
    owners = {head.i} | {t.i for t in head.children if t.dep_ in ("appos", "compound") and t.i >= first}
    reach = end
    for teller in (carrier, relative):
        if teller is not None:
            reach = max(reach, scene.clause_end(teller, over_infinitives=True))
    if teller := carrier or relative:
        owners.update(_with_infinitives(teller))
        if teller.dep_ == "relcl" and teller.head.ent_type_ == "DATE":
            owners.add(teller.head.i)
    place = place or _place_behind(scene, last, reach, [t for t in (carrier, relative) if t is not None])
    place = place or _host(scene, verb, relative)
    if place is None and carrier is not None:
        place = scene.place_in(carrier.left_edge.i, head.i)
    if place is None and verb is not None and verb.dep_ == "relcl":
        place = scene.place_before_where(verb)
    status = "planned" if _is_ahead(head) else _status(carrier, relative, verb)
    if status == NO_EVENT:
        status = "cancelled"
    start, until = scene.characters(first, max(last, first + 1))
    mode = scene.mode_between(max(0, first - 2), min(last + 5, end))
    return Draft("conference", head, frozenset(owners), start, until, actor, status, mode, place, name=name)


def _place_behind(scene: Scene, last: int, reach: int, tellers: list[Token]) -> Place | None:
    """The place close behind the name, or behind what is told of it."""
    if place := scene.place_in(last - 1, min(reach, last + _NEAR)):
        return place
    first = min((teller.i for teller in tellers), default=None)
    return scene.place_in(max(first, last - 1), reach) if first is not None else None


def _is_ahead(head: Token) -> bool:
    """ "the upcoming summit", "the summit, which is now a month away"."""
    if any(child.lower_ in _COMING for child in head.children):
        return True
    clause = next((child for child in head.children if child.dep_ in ("relcl", "acl")), None)
    return clause is not None and any(child.lower_ == "away" for child in clause.children)


def whole(noun: Token) -> Token:
    """ "a round of talks": the round."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _ROUNDS:
        return noun.head.head
    return noun


def _tells(token: Token) -> bool:
    return token.lemma_.lower() in _HOSTING | _OPENING or fate_of(token) is not None or token.lower_ == "due"


def _with_infinitives(verb: Token) -> set[int]:
    """The verb and what completes it: "is due to take place"."""
    return {verb.i} | {
        t.i for t in verb.subtree if t.dep_ in ("xcomp", "conj", "acomp", "ccomp") and t.pos_ in ("VERB", "AUX", "ADJ")
    }


def _carries(head: Token, verb: Token) -> bool:
    """Whether the verb tells the fate of the conference: it opens, is held, is put off, or somebody hosts it."""
    chain = head
    while chain.dep_ in ("conj", "appos", "compound") and chain.head != chain:
        chain = chain.head
    if chain.dep_ in ("nsubj", "nsubjpass"):
        return chain.head.i == verb.i
    if chain.dep_ == "pobj":  # "take part in the summit"
        part = chain.head.lower_ == "in" and verb.lemma_ in ("take", "participate")
        return part and verb in (chain.head.head, chain.head.head.head)
    return chain.dep_ == "dobj" and (verb.lemma_ in _HOSTING | _ATTENDING or fate_of(verb) is not None)


def _host(scene: Scene, verb: Token | None, relative: Token | None) -> Place | None:
    """The country that hosts it, when no place is named."""
    teller = relative if relative is not None and relative.lemma_ in _HOSTING else verb
    if teller is None or teller.lemma_ not in _HOSTING:
        return None
    for child in teller.children:
        if child.dep_ == "nsubj":
            if (city := scene.place_at.get(child.i)) and city.city:
                return city.place
            subject = child.head.head if child.lower_ in ("which", "who") and child.head.dep_ == "relcl" else child
            actor = scene.participants.subject(subject)
            if actor.parties and not actor.people and len(actor.parties[0]) == 3:
                return Place(country=actor.parties[0])
    return None


def _status(carrier: Token | None, relative: Token | None, verb: Token | None) -> Told:
    for teller in (carrier, relative):
        if teller is None:
            continue
        for each in sorted(_with_infinitives(teller)):
            if fate := fate_of(teller.doc[each]):
                return fate
        status = told(teller)
        if status == NO_EVENT and teller.lemma_ in _ATTENDING:
            return None
        if status in ("cancelled", "planned", "held", NO_EVENT):
            return status
    if verb is None:
        return None
    return "held" if told(verb) == "held" and carrier is None and relative is None else None
