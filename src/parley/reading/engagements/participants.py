"""Who takes part: the persons and Parties of subjects, objects and the noun groups behind prepositions."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.context import Context
from parley.reading.engagements.clauses import group_after, left_group
from parley.reading.lexicon import load, words
from parley.reading.parties import PartyMention

_OFFICES = words("offices", "heads")
_TOKENS_BACK = 120
_NEAR = 8
_INSTITUTIONS: dict[str, str] = load("offices")["institutions"]
_SPEAKERS = frozenset(["i", "we", "me", "us", "you"])
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _begin_of_all(root: Token) -> int:
    """Where "A and B held talks" begins, when the parse makes A a subject of its own."""
    others = [
        c for c in root.head.children if c.dep_ == root.dep_ and c.i < root.i and root.dep_ in ("nsubj", "nsubjpass")
    ]
    return min((c.left_edge.i for c in others if any(g.dep_ == "cc" for g in c.children)), default=root.i)


class Participants:
    """Resolves stretches of one document to actors."""

    def __init__(self, context: Context, opening: int = 0) -> None:
        """``opening`` is where the text behind the dateline begins."""
        self.context = context
        self.opening = opening
        self.doc: Doc = context.doc
        self.named = {i: m.person for m in context.people.mentions for i in range(m.first, m.last)}
        self._parties_from: dict[int, list[PartyMention]] = {}
        self._ends_of_parties = {mention.last - 1 for mention in context.parties}
        for mention in context.parties:
            self._parties_from.setdefault(mention.first, []).append(mention)

    def subject(self, root: Token | None) -> Actor:
        """Who the subject headed by ``root`` is, other subjects joined to it included."""
        if root is None:
            return NOBODY
        if root.pos_ == "PRON" or root.lower_ in _COUNTED:
            return self._referring(root)
        first, last = left_group(root)
        first = self.opening if first < self.opening < last else first
        first = self._with_those_before(min(first, _begin_of_all(root)), root.i)
        actor = self.stretch(first, last)
        counted = [
            t for t in self.doc[root.i : last] if t.lower_ in _COUNTED and t.dep_ == "pobj" and t.head.lower_ == "of"
        ]
        if counted and not actor:
            return self._last_parties(root.i, _COUNTED[counted[0].lower_])
        if (
            not actor
            and any(child.lower_ in ("two", "both") for child in root.children)
            and (pair := self.last_pair(root.i))
        ):
            return pair
        if actor.people or (actor.parties and not self._is_role(root)):
            return actor + self._roles_beside(root)
        return actor if actor.parties else self._institution(first, last) or self.context.agents.resolve(root)

    def _roles_beside(self, root: Token) -> Actor:
        """ "President X and the prime minister": those joined to a subject by their office alone."""
        actor = NOBODY
        for other in root.conjuncts:
            bare = other.i > root.i and other.i not in self.named and self._is_role(other)
            if bare and any(child.lower_ in ("the", "his", "her") for child in other.children):
                actor = actor + self.context.agents.resolve(other, conjuncts=False)
        return actor

    def _institution(self, first: int, last: int) -> Actor:
        """ "the State Department" speaks for the Party whose it is."""
        text = self.doc[first:last].text
        named = max((name for name in _INSTITUTIONS if name in text), key=len, default=None)
        return Actor(parties=(_INSTITUTIONS[named],)) if named else NOBODY

    def before(self, verb: Token) -> Actor:
        """Who is named last before a verb in its sentence, for a verb whose subject the parse did not find."""
        named = [index for index in range(max(verb.sent.start, verb.i - _NEAR), verb.i) if index in self.named]
        if not named or self._is_possessor(named[-1]):
            return NOBODY
        person = self.named[named[-1]]
        return Actor((person,), self._party_of(person))

    def _with_those_before(self, first: int, root: int) -> int:
        """ "A, B and C": the names before a subject that the parse left out."""
        start = self.doc[first].sent.start
        if self.doc[first - 1].lower_ != "and" and not any(self.doc[i].lower_ == "and" for i in range(first, root)):
            return first
        while first - 2 >= start and self.doc[first - 1].lower_ in (",", "and"):
            before = first - 2 if self.doc[first - 2].text != "," else first - 3
            if before < start or not (before in self.named or before in self._ends_of_parties):
                break
            while before - 1 >= start and (before - 1 in self.named or self.doc[before - 1].pos_ in ("PROPN", "ADJ")):
                before -= 1
            if before > start and self.doc[before - 1].pos_ == "ADP":
                break
            first = before
        return first

    def _referring(self, root: Token) -> Actor:
        """A pronoun, or "the two", "the three"."""
        if root.lower_ in _SPEAKERS:
            return NOBODY
        count = _COUNTED.get(root.lower_, 1)
        if count > 2:
            return self._last_parties(root.i, count)
        if count == 2 or root.lower_ in ("they", "both"):
            return self.last_pair(root.i) or self.context.agents.resolve(root)
        return self.context.agents.resolve(root)

    def last_pair(self, before: int) -> Actor:
        """The two people of different Parties last spoken of, those in whose name something is called left out."""
        found: list[int] = []
        for mention in reversed(self.context.people.mentions):
            if mention.first >= before or before - mention.first > _TOKENS_BACK:
                continue
            root = self.doc[mention.last - 1]
            if root.dep_ == "compound" or mention.person in found or not self._party_of(mention.person):
                continue
            if not found or self._party_of(found[0]) != self._party_of(mention.person):
                found.append(mention.person)
            if len(found) == 2:
                people = (found[1], found[0])
                return Actor(people, tuple(party for person in people for party in self._party_of(person)))
        return NOBODY

    def _other_person(self, pronoun: Token) -> Actor:
        """Whom "him" means: the last person before this sentence."""
        start = pronoun.sent.start
        earlier = [m for m in self.context.people.mentions if start - _TOKENS_BACK < m.first < start]
        subjects = [m for m in earlier if self.doc[m.last - 1].dep_ in ("nsubj", "nsubjpass")]
        last = (subjects or earlier)[-1:]
        return Actor((last[0].person,), self._party_of(last[0].person)) if last else NOBODY

    def _last_parties(self, before: int, count: int) -> Actor:
        codes: list[str] = []
        sentence = self.context.sentence_at(self.doc[before].idx)
        for mention in reversed(self.context.parties):
            if mention.first < before and mention.code not in codes and mention.code != "WLD":
                codes.append(mention.code)
            if len(codes) == count or mention.start < sentence.start - 600:
                break
        return Actor(parties=tuple(reversed(codes)))

    def _is_role(self, root: Token) -> bool:
        return root.lower_ in _OFFICES

    def group(self, first: int) -> tuple[Actor, int]:
        """Who is named in the noun group that begins at token ``first``, and where it ends (excluded)."""
        last = group_after(self.doc, first, self.named)
        actor = self.stretch(first, last)
        if not actor and last == first + 1 and self.doc[first].lower_ in ("him", "her"):
            return self._other_person(self.doc[first]), last
        if not actor and last > first:
            head = self._head_of(first, last)
            actor = self.context.agents.resolve(head) if head.pos_ in ("NOUN", "PRON", "PROPN", "NUM") else NOBODY
        return actor, last

    def _head_of(self, first: int, last: int) -> Token:
        """The noun that the group turns on: the first whose head lies outside it."""
        for token in self.doc[first:last]:
            if not first <= token.head.i < last and token.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
                return token
        return self.doc[last - 1]

    def stretch(self, first: int, last: int) -> Actor:
        """All persons named in tokens ``first`` to ``last``, and the Parties of those who are not named."""
        people: list[int] = []
        codes: list[str] = []
        for index in range(first, last):
            if (person := self.named.get(index)) is not None:
                if person not in people and not self._is_possessor(index) and not self._is_served(index, first):
                    people.append(person)
                    codes.extend(self._party_of(person))
            else:
                codes.extend(m.code for m in self._parties_from.get(index, ()) if self._takes_part(m))
        return Actor(tuple(people), tuple(dict.fromkeys(code for code in codes if code != "WLD")))

    def _party_of(self, person: int) -> tuple[str, ...]:
        party = self.context.people.persons[person].party
        return (party,) if party else ()

    def _is_possessor(self, index: int) -> bool:
        end = index
        while end < len(self.doc) and self.named.get(end) == self.named[index]:
            end += 1
        return end < len(self.doc) and self.doc[end].text in ("'s", "'")

    def _is_served(self, index: int, first: int) -> bool:
        """ "an adviser to President X": X, whom somebody named by an office serves."""
        before = index - 1
        while before > first and (before in self.named or self.doc[before].pos_ in ("PROPN", "ADJ")):
            before -= 1
        return (
            before > first
            and self.doc[before].lower_ in ("to", "for")
            and self.doc[before - 1].lower_ in _OFFICES
            and index not in (first, first + 1)
        )

    def _takes_part(self, mention: PartyMention) -> bool:
        """Whether a Party named here acts, and is not merely where something is or part of a name."""
        doc = self.doc
        if mention.form == "metonym" and mention.last < len(doc) and doc[mention.last].text[0].isupper():
            return False
        before = doc[mention.first - 1].lower_ if mention.first else ""
        if before == "the" and mention.first > 1:
            before = doc[mention.first - 2].lower_
        return before not in ("in", "at", "to", "into", "on", "about", "over")
