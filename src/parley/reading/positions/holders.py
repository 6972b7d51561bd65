"""Whose position it is: the subject of the cue, or the speaker where the subject is "we" or the cue is a norm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.context import Context
from parley.reading.lexicon import load
from parley.reading.speakers import subject_of

_HOLDING = load("positions")["holders"]
_NOUNS = frozenset(_HOLDING["nouns"])
_NEVER = frozenset(_HOLDING["never"])
_FIRST_PERSON = frozenset(["we", "i", "us", "our", "my"])
_REACH = 12


@dataclass(frozen=True, slots=True)
class Holder:
    """The Parties, the person where one is named, and the token that names them."""

    parties: tuple[str, ...]
    person: int | None
    token: Token


def find_holder(context: Context, verb: Token) -> Holder | None:
    """Who holds what ``verb`` says, or None where it is nobody who speaks for a Party."""
    subject = subject_of(verb)
    if subject is None:
        return _before(context, verb)
    if subject.dep_ == "nsubjpass":
        subject = _agent(subject.head)
        if subject is None:
            return None
    return holder_at(context, subject)


def holder_at(context: Context, token: Token) -> Holder | None:
    """The holder that the phrase headed by ``token`` names."""
    if token.lower_ in _FIRST_PERSON:
        return None
    actor = context.agents.resolve(token)
    if not _may_hold(context, token, actor):
        return None
    parties = tuple(code for code in actor.parties if code not in _NEVER)
    return Holder(parties, actor.people[0] if actor.people else None, token) if parties else None


def _may_hold(context: Context, token: Token, actor: Actor) -> bool:
    if not actor:
        return False
    persons = [context.people.persons[number] for number in actor.people]
    if persons:
        return all(person.governmental and not person.former for person in persons)
    if context.agents.party_at(token.i) or token.pos_ == "PRON":
        return True
    return token.lower_ in _NOUNS


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
