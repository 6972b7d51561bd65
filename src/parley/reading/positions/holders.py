"""Whose position it is: the subject of the cue, or the speaker where the subject is "we" or the cue is a norm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.context import Context
from parley.reading.lexicon import load
from parley.reading.parties import PartyMention
from parley.reading.people import KnownPerson
from parley.reading.positions.subjects import is_first_person, is_participle, subject_of
from parley.reading.speakers import is_speech
from parley.records import Attribution
from parley.terms.parties import find_code, find_names, is_group, parties

_HOLDING = load("positions")["holders"]
_NOUNS = frozenset(_HOLDING["nouns"])
_NEVER = frozenset(_HOLDING["never"])
_COLLECTIVES = frozenset(load("positions")["norms"]["collectives"])
_COUNTED = frozenset(["one", "some", "two", "several", "many", "both"])
_UNNAMED = frozenset(_HOLDING["unnamed"])
_ROLES = frozenset(["ministers", "leaders"])
_OWNING = frozenset(["amod", "compound", "poss", "nmod", "appos", "prep"])
_SEATED = frozenset(["official", "officials", "spokesman", "spokeswoman", "spokesperson", "authorities", "lawmakers"])
_INSTITUTIONS: dict[str, str] = load("offices")["institutions"]
_PERSONAL = frozenset(["he", "she"])
_REFERRING = _PERSONAL | {"it", "country", "government", "bloc", "nation"}
_TEXTS = frozenset(["agreement", "accord", "deal", "pact", "treaty", "protocol", "goals"])
_AFTER_A_ROLE = re.compile(r" (?:of|for|at|from|in|with|on) ")
_REACH = 12
_CLIMB = 8
LAST_NAMED = "the Party last spoken of"


@dataclass(frozen=True, slots=True)
class Holder:
    """The Parties, and the numbers of the persons who speak for them; ``inferred`` is the ground of a guess."""

    parties: tuple[str, ...]
    people: tuple[int, ...] = ()
    inferred: str | None = None


def find_holder(context: Context, verb: Token, subject: Token | None) -> Holder | None:
    """Who holds what ``verb`` says, or None where it is nobody who speaks for a Party."""
    if (agent := _agent(verb)) is not None:
        return holder_at(context, agent)
    if subject is None:
        return _before(context, verb)
    if (subject.dep_ == "nsubjpass" and subject.head.i == verb.i) or is_participle(verb):
        return None
    return holder_at(context, subject)


def holder_at(context: Context, token: Token) -> Holder | None:
    """The holder that the phrase headed by ``token`` names."""
    if is_first_person(token):
        return None
    if token.lower_ in _COUNTED and (inner := _object_of(token, "of")):
        return holder_at(context, inner)
    if token.lower_ in _COLLECTIVES and (example := _object_of(token, "including") or _object_of(token, "like")):
        return holder_at(context, example)
    of_group = token.lower_ in _ROLES and not any(child.dep_ in _OWNING for child in token.children)
    actor = (of_group and _group_of(context, token)) or _reporter(context, token) or context.agents.resolve(token)
    if not actor.parties and token.lower_ in _NOUNS:
        actor = _possessor(context, token) or _named_beside(context, token)
        if not actor and token.lower_ in _UNNAMED:
            return _as_holder(context, token, _last_named(context, token), LAST_NAMED)
    if not actor and token.pos_ == "PROPN":
        actor = _seat_of_government(token)
    if token.lower_ in _PERSONAL and set(actor.parties) & (addressed := _addressed(context, token.head)):
        actor = _last_person_not_of(context, token, addressed)
    return _as_holder(context, token, actor)


def _addressed(context: Context, verb: Token) -> set[str]:
    """The Parties that a verb, or one joined to it, has for its object: nobody urges his own."""
    objects = (child for one in (verb, *verb.conjuncts) for child in one.children if child.dep_ == "dobj")
    return {mention.code for child in objects if (mention := context.agents.party_at(child.i))}


def _last_person_not_of(context: Context, token: Token, codes: set[str]) -> Actor:
    """The person last named before a pronoun who speaks for another Party than these."""
    for mention in reversed(context.people.mentions):
        code = context.agents.party_of(mention.person)
        if mention.first < token.i and code is not None and code not in codes:
            return Actor((mention.person,), (code,))
    return NOBODY


def _group_of(context: Context, token: Token) -> Actor:
    """The group whose ministers or leaders were named as such before: "the ministers" after "G7 ministers"."""
    for mention in context.parties:
        if mention.first >= token.i:
            break
        following = (near.lower_ for near in context.doc[mention.last : mention.last + 4])
        if is_group(mention.code) and token.lower_ in following:
            return Actor(parties=(mention.code,))
    return NOBODY


def _reporter(context: Context, token: Token) -> Actor:
    """ "Ruritania said that it would", "the Ruritanian premier said that the country would": back to who says so."""
    if token.lower_ not in _REFERRING or any(child.dep_ in ("amod", "poss", "compound") for child in token.children):
        return NOBODY
    governing = governing_speech(token.head)
    subject = subject_of(governing) if governing is not None else None
    if subject is None or subject.i >= token.i or subject.pos_ == "PRON":
        return NOBODY
    actor = context.agents.resolve(subject)
    if token.lower_ in _PERSONAL:
        return actor if actor.people else NOBODY
    return Actor(parties=actor.parties)


def governing_speech(token: Token) -> Token | None:
    """The verb of speech that the clause of ``token`` depends on."""
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        if is_speech(token):
            return token
    return None


def _as_holder(context: Context, token: Token, actor: Actor, inferred: str | None = None) -> Holder | None:
    if not _may_hold(context, token, actor):
        return None
    codes = tuple(code for code in actor.parties if code not in _NEVER)
    return Holder(codes, actor.people, inferred) if codes else None


def _may_hold(context: Context, token: Token, actor: Actor) -> bool:
    if not actor:
        return False
    if actor.people:
        return all(speaks_for_party(context.people.persons[number]) for number in actor.people)
    if context.agents.party_at(token.i) or token.pos_ == "PRON" or _seat_of_government(token):
        return True
    return token.lower_ in _NOUNS


def speaks_for_party(person: KnownPerson) -> bool:
    """In office, or of a Party and of nothing else."""
    if person.former:
        return False
    if (person.role or "").endswith(("counterpart", "counterparts")):
        return True
    return person.governmental or (person.party is not None and person.organisation is None and person.role is None)


def holder_of_attribution(context: Context, attribution: Attribution, token: Token) -> Holder | None:
    """The holder that a speaker is, with ``token`` in what is said."""
    if attribution.kind == "named":
        numbers = [i for i, person in enumerate(context.people.persons) if person.name == attribution.name]
        if not numbers or attribution.party is None:
            return None
        return _as_holder(context, token, Actor((numbers[0],), (attribution.party,)))
    if attribution.name is None:
        return None
    role = _AFTER_A_ROLE.split(attribution.name.lower())[0].split()[-1]
    party = attribution.party or next((name.code for name in find_names(attribution.name)), None)
    if party is None:
        last = _last_named(context, token).parties if role in _UNNAMED else ()
        return Holder(last, inferred=LAST_NAMED) if last else None
    if party not in _NEVER and (role in _NOUNS or (attribution.kind == "organisation" and find_code(attribution.name))):
        return Holder((party,))
    return None


def _named_beside(context: Context, token: Token) -> Actor:
    """The Party of an institution or seat in the phrase: "a Treasury official", "a spokesman in Strelsau"."""
    doc = context.doc
    phrase = doc[token.left_edge.i : token.i + 1].text
    code = next((party for name, party in _INSTITUTIONS.items() if name in phrase), None)
    if code is None and token.lower_ in _SEATED and token.i + 2 < len(doc) and token.nbor().lower_ == "in":
        seat = context.agents.party_at(token.i + 2)
        code = seat.code if seat is not None else None
    return Actor(parties=(code,)) if code else NOBODY


def _seat_of_government(token: Token) -> Actor:
    """A capital that stands for its government: "Strelsau said"."""
    code = _capitals().get(token.text) if token.dep_ in ("nsubj", "conj") else None
    return Actor(parties=(code,)) if code else NOBODY


@cache
def _capitals() -> Mapping[str, str]:
    return {party.capital: code for code, party in parties().items() if party.capital}


def _possessor(context: Context, token: Token) -> Actor:
    """Whom the possessor of a role speaks for: "the special envoy's climate diplomacy"."""
    for child in token.children:
        if child.dep_ == "poss":
            owner = context.agents.resolve(child).parties
            return Actor(parties=owner) if owner else _possessor(context, child)
    return NOBODY


def _last_named(context: Context, token: Token) -> Actor:
    """The Party last spoken of in the sentence of ``token`` or the one before, subjects first."""
    sentence = context.sentence_at(token.idx)
    for earlier in (sentence, context.sentences[max(sentence.index - 1, 0)]):
        named = [m for m in earlier.parties if m.first < token.i and m.code not in _NEVER]
        subjects = [m for m in named if context.doc[m.last - 1].dep_ in ("nsubj", "nsubjpass")]
        if named:
            return Actor(parties=((subjects or named)[-1].code,))
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


def others_in(context: Context, tokens: Iterable[Token], holder: Sequence[str]) -> tuple[str, ...]:
    """Parties other than the holder's named among ``tokens``, in order."""
    codes: list[str] = []
    for token in tokens:
        if mention := context.agents.person_at(token.i):
            code = context.agents.party_of(mention.person)
        else:
            named = context.agents.party_at(token.i)
            code = named.code if named and named.use != "place" and not _names_a_text(context.doc, named) else None
        if code and code not in holder and code not in codes:
            codes.append(code)
    return tuple(codes)


def _names_a_text(doc: Doc, named: PartyMention) -> bool:
    """A place in the name of a treaty, as in "the Strelsau Agreement"."""
    return any(token.lower_ in _TEXTS for token in doc[named.last : named.last + 2])
