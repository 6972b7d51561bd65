"""Whose position it is: the subject of the cue, or the speaker where the subject is "we" or the cue is a norm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.context import Context
from parley.reading.lexicon import load
from parley.reading.people import KnownPerson
from parley.records import Attribution
from parley.terms.parties import find_code

_HOLDING = load("positions")["holders"]
_NOUNS = frozenset(_HOLDING["nouns"])
_NEVER = frozenset(_HOLDING["never"])
_FIRST_PERSON = frozenset(["we", "i", "us", "our", "my"])
_COUNTED = frozenset(["one", "some", "two", "several", "many", "both"])
_BARE = frozenset(["officials", "ministers", "diplomats", "negotiators"])
_REACH = 12


@dataclass(frozen=True, slots=True)
class Holder:
    """The Parties, the person where one is named, and the token that names them."""

    parties: tuple[str, ...]
    person: int | None
    token: Token


def find_holder(context: Context, verb: Token, subject: Token | None) -> Holder | None:
    """Who holds what ``verb`` says, or None where it is nobody who speaks for a Party."""
    if subject is None:
        return _before(context, verb)
    if subject.dep_ == "nsubjpass" and subject.head.i == verb.i:
        subject = _agent(verb)
        if subject is None:
            return None
    return holder_at(context, subject)


def holder_at(context: Context, token: Token) -> Holder | None:
    """The holder that the phrase headed by ``token`` names."""
    if token.lower_ in _FIRST_PERSON:
        return None
    if token.lower_ in _COUNTED and (inner := _object_of(token, "of")):
        return holder_at(context, inner)
    actor = context.agents.resolve(token)
    if not actor.parties and token.lower_ in _NOUNS:
        actor = _through(context, token)
    return _as_holder(context, token, actor)


def _as_holder(context: Context, token: Token, actor: Actor) -> Holder | None:
    if not _may_hold(context, token, actor):
        return None
    parties = tuple(code for code in actor.parties if code not in _NEVER)
    return Holder(parties, actor.people[0] if actor.people else None, token) if parties else None


def _may_hold(context: Context, token: Token, actor: Actor) -> bool:
    if not actor:
        return False
    if actor.people:
        return all(speaks_for_party(context.people.persons[number]) for number in actor.people)
    if context.agents.party_at(token.i) or token.pos_ == "PRON":
        return True
    return token.lower_ in _NOUNS


def speaks_for_party(person: KnownPerson) -> bool:
    """In office, or of a Party and of nothing else."""
    if person.former:
        return False
    return person.governmental or (person.party is not None and person.organisation is None and person.role is None)


def holder_of_attribution(context: Context, attribution: Attribution, token: Token) -> Holder | None:
    """The holder that a speaker is, with ``token`` in what is said."""
    if attribution.kind == "named":
        numbers = [i for i, person in enumerate(context.people.persons) if person.name == attribution.name]
        if not numbers or attribution.party is None:
            return None
        return _as_holder(context, token, Actor((numbers[0],), (attribution.party,)))
    if attribution.party in (None, *_NEVER) or attribution.name is None:
        return None
    last = attribution.name.split()[-1].lower()
    if last in _NOUNS or attribution.kind == "organisation" and find_code(attribution.name):
        return Holder((attribution.party,), None, token)
    return None


def _through(context: Context, token: Token) -> Actor:
    """A role without a Party of its own: its possessor's, or that of what was last named in its sentence."""
    for child in token.children:
        if child.dep_ == "poss":
            actor = context.agents.resolve(child)
            return Actor(parties=actor.parties) or (_through(context, child) if child.lower_ in _NOUNS else NOBODY)
    if token.lower_ in _BARE and not any(child.dep_ in ("det", "amod", "compound") for child in token.children):
        first = token.sent.start
        for index in range(token.i - 1, first - 1, -1):
            if mention := context.agents.party_at(index):
                return Actor(parties=(mention.code,))
    return NOBODY


def _object_of(token: Token, preposition: str) -> Token | None:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by else None


def _before(context: Context, verb: Token) -> Holder | None:
    """The nearest Party or person named before a verb without a subject."""
    first = max(verb.sent.start, verb.i - _REACH)
    for index in range(verb.i - 1, first - 1, -1):
        token = context.doc[index]
        if token.text in (";", ":"):
            return None
        mention = context.agents.party_at(index)
        if context.agents.person_at(index) or (mention and mention.use == "agent"):
            return holder_at(context, token)
    return None


def others_in(context: Context, tokens: Sequence[Token], holder: Sequence[str]) -> tuple[str, ...]:
    """Parties other than the holder's named among ``tokens``, in order."""
    codes: list[str] = []
    for token in tokens:
        actor = NOBODY
        if mention := context.agents.person_at(token.i):
            party = context.agents.party_of(mention.person)
            actor = Actor(parties=(party,)) if party else NOBODY
        elif named := context.agents.party_at(token.i):
            actor = Actor(parties=(named.code,))
        codes += [code for code in actor.parties if code not in holder and code not in codes]
    return tuple(codes)
