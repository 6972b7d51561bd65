"""Who a noun phrase or pronoun stands for: persons and the Parties they speak for.

A light resolution of reference, after the grammar: conjuncts, possessors and modifiers of the phrase itself first, then
for pronouns and roles ("he", "the envoy", "the two countries") the most salient earlier mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc, Token

from parley.reading.lexicon import words
from parley.reading.parties import PartyMention
from parley.reading.people import People, PersonMention
from parley.reading.topics import Topics
from parley.terms.offices import office_of
from parley.terms.parties import is_group

T = TypeVar("T", int, str)

_OFFICES = words("offices", "heads")
_GOVERNMENT_NOUNS = words("reference", "government_nouns")
_DELEGATES = words("reference", "delegates")
_PAIRS = words("reference", "pairs")
_PAIRS_OF_PARTIES = words("reference", "pairs_of_parties")
_JOINING = frozenset(["and", "-", "–", "with", "&"])
_JOINERS = _JOINING | {"the", ",", "'s"}
_SENTENCES_BACK = 4
_TOKENS_BACK = 250


@dataclass(frozen=True, slots=True)
class Actor:
    """Numbers of persons (into ``People.persons``) and codes of Parties, each in order of mention."""

    people: tuple[int, ...] = ()
    parties: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.parties)

    def __add__(self, other: Actor) -> Actor:
        return Actor(_merged(self.people, other.people), _merged(self.parties, other.parties))


NOBODY = Actor()


class Agents:
    """Resolves tokens of one document to actors."""

    def __init__(self, doc: Doc, parties: Sequence[PartyMention], people: People) -> None:
        self._doc = doc
        self._parties = parties
        self._people = people
        self._party_at = {i: mention for mention in parties for i in range(mention.first, mention.last)}
        self._person_at = {i: mention for mention in people.mentions for i in range(mention.first, mention.last)}
        self._topics = Topics(self._party_at, self._person_at)
        self._topics.follow(doc, self._office_holder)

    def person_at(self, index: int) -> PersonMention | None:
        """The mention of a person that token ``index`` is part of."""
        return self._person_at.get(index)

    def party_at(self, index: int) -> PartyMention | None:
        """The mention of a Party that token ``index`` is part of."""
        return self._party_at.get(index)

    def party_of(self, person: int) -> str | None:
        """The Party that a person speaks for."""
        return self._people.persons[person].party

    def resolve(self, token: Token, conjuncts: bool = True) -> Actor:
        """Who the phrase headed by ``token`` stands for, its conjuncts included unless told otherwise."""
        actor = self._resolve_one(token)
        if conjuncts:
            for other in token.conjuncts:
                if other.i > token.i:
                    actor = actor + self._resolve_one(other)
        return actor

    def _resolve_one(self, token: Token) -> Actor:
        if person := self._person_at.get(token.i):
            return self._as_actor(person.person)
        if (party := self._party_at.get(token.i)) and party.first <= token.i < party.last:
            return Actor(parties=(party.code,))
        if token.pos_ == "PRON":
            return self._resolve_pronoun(token)
        return self._resolve_noun(token)

    def _as_actor(self, person: int) -> Actor:
        party = self.party_of(person)
        return Actor((person,), (party,) if party else ())

    def _resolve_noun(self, token: Token) -> Actor:
        """A common noun: its own modifiers name the Party, or it is a role that refers back."""
        inside = [t for t in token.subtree if t.i <= token.i + 6]
        for part in inside:
            if part.i != token.i and (mention := self._person_at.get(part.i)) and part.dep_ == "appos":
                return self._as_actor(mention.person)
        for part in token.children:
            if actor := self._of_modifier(part) or self._of_pronoun(token, part):
                return self._holder_of(token, actor) or actor
        return self._refer_back(token)

    def _of_pronoun(self, token: Token, part: Token) -> Actor:
        """ "its minister", "Norway, whose delegation": the Party that the possessor stands for."""
        if part.dep_ != "poss" or token.lower_ not in _OFFICES | _DELEGATES:
            return NOBODY
        if part.lower_ == "its":
            return self._last_party(token.i)
        if part.lower_ == "whose" and (clause := next((t for t in token.ancestors if t.dep_ == "relcl"), None)):
            return Actor(parties=self._resolve_one(clause.head).parties)
        return NOBODY

    def _holder_of(self, token: Token, of: Actor) -> Actor:
        """The one person of the document who holds the office spoken of ("the EU's climate chief") for that Party."""
        if token.lower_ not in _OFFICES or token.tag_ != "NN":
            return NOBODY
        office = office_of(self._doc[token.left_edge.i : token.i + 1].text)
        fitting = [
            number
            for number, person in enumerate(self._people.persons)
            if office and person.office == office and person.party in of.parties and not person.former
        ]
        return self._as_actor(fitting[0]) if len(fitting) == 1 else NOBODY

    def _office_holder(self, token: Token) -> int | None:
        """Whom a bare definite office ("the minister") stands for, None where it is no office or nobody fits."""
        definite = any(child.lower_ == "the" for child in token.children)
        if not definite or token.lower_ not in _OFFICES or token.tag_ not in ("NN", "NNP"):
            return None
        return next(iter(self.last_person(token.i, role=token.lower_).people), None)

    def _of_modifier(self, part: Token) -> Actor:
        """Whom a modifier, a possessor or an "of" phrase puts a noun down to."""
        if part.dep_ in ("compound", "amod", "poss", "nmod"):
            if named := self._party_at.get(part.i):
                return Actor(parties=(named.code,))
            if person := self._person_at.get(part.i):
                party = self.party_of(person.person)
                return Actor(parties=(party,)) if party else NOBODY
        if part.dep_ == "prep" and part.lower_ in ("of", "from"):
            inside = (self._party_at.get(other.i) for child in part.children for other in (child, *child.conjuncts))
            return Actor(parties=_merged((), tuple(mention.code for mention in inside if mention)))
        return NOBODY

    def _refer_back(self, token: Token) -> Actor:
        lower = token.lower_
        definite = any(child.lower_ in ("the", "both", "their", "its", "this") for child in token.children)
        if lower in _PAIRS and (definite or lower in ("two", "both")):
            pair = self.last_pair(token.i)
            return Actor(parties=pair.parties) if lower in _PAIRS_OF_PARTIES else pair
        if not definite:
            return NOBODY
        if lower in ("bloc", "group", "grouping", "union"):
            return self._last_party(token.i, groups=True)
        if lower in _GOVERNMENT_NOUNS:
            return self._last_party(token.i)
        if lower in _OFFICES:
            return self.last_person(token.i, role=lower)
        return NOBODY

    def _resolve_pronoun(self, token: Token) -> Actor:
        lower = token.lower_
        if lower in ("he", "she", "him", "her", "his", "i", "me", "my"):
            return self.last_person(token.i)
        if lower in ("it", "its"):
            return self._last_party(token.i)
        if lower in ("they", "them", "their", "both", "we", "us", "our"):
            return self.last_pair(token.i) if lower == "both" else self._last_party(token.i)
        if lower in ("who", "which", "that") and token.head.dep_ == "relcl":
            return self._resolve_one(token.head.head)
        return NOBODY

    def last_person(self, before: int, role: str | None = None) -> Actor:
        """The person most salient before token ``before``.

        A subject earlier in the sentence, then whom the text was about, then the nearest; with ``role``, among those
        who have it.
        """
        candidates = [m for m in self._people.mentions if m.first < before and before - m.first < _TOKENS_BACK]
        if role:
            fitting = [m for m in candidates if role in (self._people.persons[m.person].role or "").lower().split()]
            candidates = fitting or candidates
        if not candidates:
            return NOBODY
        here = [m for m in candidates if m.first >= self._doc[before].sent.start and self._is_subject(m.last - 1)]
        topic = self._topics.before(before).person
        if here:
            return self._as_actor(here[-1].person)
        if topic in {mention.person for mention in candidates} and topic is not None:
            return self._as_actor(topic)
        return self._as_actor(candidates[-1].person)

    def _is_subject(self, index: int) -> bool:
        token = self._doc[index]
        if token.dep_ == "appos":  # "the envoy, X, said": the name stands beside the subject
            token = token.head
        return token.dep_ in ("nsubj", "nsubjpass")

    def party_spoken_of(self, before: int) -> str | None:
        """The Party most salient before token ``before``: whom a bare "it" there would stand for."""
        return next(iter(self._last_party(before).parties), None)

    def _last_party(self, before: int, groups: bool = False) -> Actor:
        """The Party most salient before token ``before``: a subject earlier in the sentence, the topic, the nearest."""
        start = self._start_of_sentences_back(before)
        spoken_of = [m for m in self._parties if start <= m.first < before and m.code != "WLD"]
        candidates = [m for m in spoken_of if m.use != "place"] or spoken_of
        if groups:
            candidates = [m for m in candidates if is_group(m.code) or m.code == "EUU"] or candidates
        here = [m for m in candidates if m.first >= self._doc[before].sent.start]
        subjects = [m for m in here if self._is_subject(m.last - 1) or self._doc[m.last - 1].dep_ == "poss"]
        if subjects:
            return Actor(parties=(subjects[-1].code,))
        topic = self._topics.before(before).party
        if topic and (not groups or is_group(topic) or topic == "EUU"):
            return Actor(parties=(topic,))
        return Actor(parties=(candidates[-1].code,)) if candidates else NOBODY

    def last_pair(self, before: int) -> Actor:
        """The two Parties, or persons, last spoken of together before token ``before``."""
        start = self._start_of_sentences_back(before)
        people: list[int] = []
        codes: list[str] = []
        for mention in reversed([m for m in self._people.mentions if start <= m.first < before]):
            if mention.person not in people and len(people) < 2:
                people.append(mention.person)
        for named in reversed([m for m in self._parties if start <= m.first < before and m.code != "WLD"]):
            if named.code not in codes and len(codes) < 2:
                codes.append(named.code)
        if joined := self._last_joined(start, before):
            codes = [joined[1], joined[0]]
        of_people = [party for person in people if (party := self.party_of(person))]
        if len(set(of_people)) == 2:
            return Actor(tuple(reversed(people)), tuple(reversed(of_people)))
        return Actor(parties=tuple(reversed(codes)))

    def _last_joined(self, start: int, before: int) -> tuple[str, str] | None:
        """The last two Parties named side by side ("Chile and Peru", "Chile-Peru talks") in a range of tokens."""
        named = [m for m in self._parties if start <= m.first < before and m.code != "WLD"]
        for one, other in zip(named[-2::-1], named[:0:-1], strict=True):
            between = {token.lower_ for token in self._doc[one.last : other.first]}
            if one.code != other.code and between <= _JOINERS and between & _JOINING:
                return one.code, other.code
        return None

    def _start_of_sentences_back(self, before: int) -> int:
        token = self._doc[before].sent[0]
        for _ in range(_SENTENCES_BACK):
            if token.i == 0:
                return 0
            token = self._doc[token.i - 1].sent[0]
        return int(token.i)


def _merged(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return one + tuple(item for item in other if item not in one)
