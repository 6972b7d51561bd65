"""Who speaks: from the noun phrase beside a verb of speech to an attribution."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.agents import Agents
from parley.reading.lexicon import words
from parley.reading.people import People
from parley.records import Attribution

_VERBS = words("speech", "verbs")
_WEAK = words("speech", "weak_verbs")
_ANONYMOUS = words("speech", "anonymous")
_ORGANISATIONS = words("speech", "organisations")
_NAMELESS = words("speech", "nameless")
_PERSONAL = frozenset(["he", "she", "i"])
_LONGEST_PHRASE = 14


@dataclass(slots=True)
class Floor:
    """Who holds the floor: the last speaker, whom "he said" goes back to."""

    attribution: Attribution | None = None
    sentence: int = -1


def is_speech(token: Token, weak: bool = True) -> bool:
    """Whether a token is a verb of speech; weak ones only where ``weak`` says so."""
    if token.lemma_ not in _VERBS or token.pos_ not in ("VERB", "AUX", "NOUN"):
        return False
    if token.pos_ == "NOUN" and token.lower_ not in (
        "said",
        "says",
        "told",
        "added",
        "notes",
        "remarks",
        "warns",
        "states",
    ):
        return False
    return weak or token.lemma_ not in _WEAK


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, also through a conjoined verb or an infinitive's governor."""
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def attribute(token: Token, agents: Agents, people: People, floor: Floor, sentence: int) -> Attribution | None:
    """The speaker that the phrase headed by ``token`` names, or None where it names none."""
    recent = floor.attribution if sentence - floor.sentence <= 4 else None
    if token.lower_ in _PERSONAL and recent and recent.kind != "organisation":
        return recent
    if token.lower_ in _NAMELESS and agents.person_at(token.i) is None:
        party = next(iter(agents.resolve(token, conjuncts=False).parties), None)
        definite = any(child.lower_ in ("the", "that") for child in token.children)
        return (
            recent
            if definite and recent and recent.kind == "anonymous"
            else Attribution(kind="anonymous", name=phrase_of(token), party=party)
        )
    actor = agents.resolve(token, conjuncts=False)
    if actor.people:
        person = people.persons[actor.people[0]]
        return Attribution(kind="named", name=person.name, party=person.party)
    if token.pos_ == "PRON" and token.lower_ != "one":
        return None
    return _unnamed(token, actor.parties[0] if actor.parties else None, agents)


def _unnamed(token: Token, party: str | None, agents: Agents) -> Attribution | None:
    phrase = phrase_of(token)
    if token.lower_ in _ORGANISATIONS or token.ent_type_ == "ORG" or token.pos_ == "PROPN" or agents.party_at(token.i):
        return Attribution(kind="organisation", name=phrase, party=party)
    if token.lower_ in _ANONYMOUS or (token.ent_type_ in ("", "CARDINAL") and token.pos_ in ("NOUN", "NUM", "PRON")):
        return Attribution(kind="anonymous", name=phrase, party=party)
    return None


def phrase_of(token: Token) -> str:
    """The noun phrase that a token heads, without relative clauses, articles or what stands in brackets."""
    left = token.left_edge
    first = left.i if token.i - left.i <= _LONGEST_PHRASE else token.i
    last = token.i
    for child in token.rights:
        if child.dep_ in ("prep", "compound", "flat") and child.right_edge.i - token.i <= 8:
            last = child.right_edge.i
        else:
            break
    span = token.doc[first : last + 1]
    return span.text.removeprefix("the ").removeprefix("The ").strip(' ,"')
