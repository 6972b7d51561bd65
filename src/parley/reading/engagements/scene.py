"""One document as the finders of engagements see it: its context, its participants, its places by token."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.context import Context
from parley.reading.engagements.datelines import read_dateline
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import phrases
from parley.reading.engagements.participants import Participants
from parley.reading.places import PlaceMention
from parley.records import Place
from parley.records.engagement import Mode
from parley.terms.parties import parties
from parley.terms.places import country_of

_VIRTUAL = phrases("modes", "virtual")
_TO_A_PLACE = frozenset(["to", "in", "at", "into", "leaving", "visit", "visits", "visited", "visiting"])
_LEAVING = frozenset(
    ["leave", "leaves", "left", "leaving", "depart", "departs", "departed", "departing", "off", "bound"]
)
_PLACE_PREPOSITIONS = frozenset(["in", "at", "near", "outside"])
_OPENINGS = frozenset(["in", "at", "while", "back", "on", "during"])
_BETWEEN_TWO = ("meeting", "call", "dialogue", "visit")
_LONGEST_OPENING = 12
_TOKENS_BACK = 120
_TOKENS_BACK_OF_PAIRS = 80
_CLAUSE_ENDS = frozenset([";", ":"])


class Scene:
    """What every finder needs; built once a document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.doc: Doc = context.doc
        dateline = read_dateline(context.doc)
        self.participants = Participants(context, dateline.last if dateline else 0)
        self.places = sorted(_all_places(context), key=lambda mention: mention.first)
        self._words = _index(context.doc)
        self.told: list[Draft] = []
        self.here = dateline.place if dateline else None
        self.place_at = {i: mention for mention in self.places for i in range(mention.first, mention.last)}

    def clause_end(self, token: Token, over_infinitives: bool = False) -> int:
        """Where the stretch that a trigger governs ends (token index, excluded): the next verb of its own, or the
        end of the sentence."""
        end = token.sent.end
        for index in range(token.i + 1, end):
            other = self.doc[index]
            if other.text in _CLAUSE_ENDS or other.lower_ in ("who", "which", "where", "whose", "when"):
                return index
            finite = other.tag_ in ("VBD", "VBZ", "VBP", "MD") and other.pos_ in ("VERB", "AUX")
            infinitive = other.tag_ == "VB" and self.doc[index - 1].lower_ == "to" and not over_infinitives
            if finite or infinitive:
                return index - 1 if infinitive else index
        return end

    def places_between(self, first: int, last: int) -> Iterator[PlaceMention]:
        """Places named in tokens ``first`` to ``last``, in order."""
        seen = None
        for index in range(first, last):
            mention = self.place_at.get(index)
            if mention is not None and mention is not seen and mention.first == index:
                seen = mention
                yield mention

    def traveller_before(self, token: Token) -> Actor:
        """Who was last told to travel, not more than a few sentences before ``token``."""
        for draft in reversed(self.told):
            if (
                draft.kind == "visit"
                and draft.head.i < token.i
                and token.i - draft.head.i < _TOKENS_BACK
                and draft.visitor
            ):
                return Actor(draft.actor.people, (draft.visitor,))
        return NOBODY

    def pair_before(self, token: Token) -> Actor:
        """Those of the talks, or the visit, last told of before ``token``, not more than a few sentences back."""
        for draft in reversed(self.told):
            near = 0 < token.i - draft.head.i < _TOKENS_BACK_OF_PAIRS
            if near and draft.kind in _BETWEEN_TWO and len(draft.actor.parties) > 1:
                return draft.actor
        return NOBODY

    def place_in(self, first: int, last: int) -> Place | None:
        """The first place behind "in" or "at" between two tokens; of several of one country the first city."""
        for mention in self.places_between(first, last):
            if self.before(mention.first) in _PLACE_PREPOSITIONS:
                return mention.place
        return None

    def before(self, index: int) -> str:
        """The word before token ``index``, articles left out."""
        index -= 1
        while index >= 0 and self.doc[index].lower_ in ("the", "a", "an"):
            index -= 1
        return self.doc[index].lower_ if index >= 0 else ""

    def mode_between(self, first: int, last: int) -> Mode:
        """``virtual`` where the words say so."""
        text = self.doc[first:last].text.lower()
        return "virtual" if any(phrase in text for phrase in _VIRTUAL) else "unknown"

    def party_of(self, person: int) -> str | None:
        """The Party a person speaks for."""
        return self.context.people.persons[person].party

    def place_of(self, head: Token, first: int, end: int) -> Place | None:
        """The place of what ``head`` tells: in its clause, before "where", "here", or at the front of the sentence."""
        if place := self.place_in(head.i, end):
            return place
        if place := self.place_before_where(head):
            return place
        if self.here is not None and any(token.lower_ == "here" for token in self.doc[head.i : end + 1]):
            return self.here.place
        opening = head.sent.start
        while opening < head.i and self.doc[opening].is_space:
            opening += 1
        if self.doc[opening].lower_ in _OPENINGS:
            return self.place_in(opening, min(first + 1, opening + _LONGEST_OPENING))
        return None

    def place_before_where(self, verb: Token) -> Place | None:
        """The place that a clause with "where" is about."""
        if verb.dep_ != "relcl" or not any(child.lower_ == "where" for child in verb.children):
            return None
        mention = next(self.places_between(verb.head.left_edge.i, verb.i), None)
        return mention.place if mention is not None else None

    def are_two(self, actor: Actor) -> bool:
        """Whether an actor is two Parties, or two people of whom not both are known to be of one Party."""
        if len(actor.parties) > 1:
            return True
        return len(actor.people) > 1 and any(self.party_of(person) is None for person in actor.people)

    def are_governmental(self, actor: Actor) -> bool:
        """Whether somebody among an actor's people speaks for a government, or may well in such a text."""
        persons = self.context.people.persons
        if any(persons[number].governmental for number in actor.people):
            return True
        unknown = any(persons[number].role is None for number in actor.people)
        return unknown and any(person.governmental for person in persons)

    def words(self, wanted: frozenset[str]) -> list[tuple[Token, str]]:
        """The tokens whose lemma or form is wanted, in order, each with its lemma in lower case."""
        found = {i: row for word in wanted for i, row in self._words.get(word, ())}
        return [found[index] for index in sorted(found)]

    def characters(self, first: int, last: int) -> tuple[int, int]:
        """Characters of tokens ``first`` to ``last``, closing punctuation and space left out."""
        doc = self.doc
        while last - 1 > first and (
            doc[last - 1].is_space or (doc[last - 1].is_punct and doc[last - 1].text not in ')"')
        ):
            last -= 1
        while first < last - 1 and (doc[first].is_space or doc[first].text in ",.;:"):
            first += 1
        return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])


_Row = tuple[int, tuple[Token, str]]


def _index(doc: Doc) -> dict[str, list[_Row]]:
    """Where each lemma and each form stands."""
    index: dict[str, list[_Row]] = {}
    for i, token in enumerate(doc):
        lemma, form = token.lemma_.lower(), token.lower_
        row = (i, (token, lemma))
        index.setdefault(lemma, []).append(row)
        if form != lemma:
            index.setdefault(form, []).append(row)
    return index


def _all_places(context: Context) -> Iterator[PlaceMention]:
    """The places of the document, with capitals that are described and cities that the model overlooked."""
    yield from context.places
    yield from _capitals(context)
    taken = {i for place in context.places for i in range(place.first, place.last)}
    taken |= {i for person in context.people.mentions for i in range(person.first, person.last)}
    taken |= {i for party in context.parties if party.form == "name" for i in range(party.first, party.last)}
    doc = context.doc
    for token in doc:
        index = token.i + 1
        leads = token.lower_ in _TO_A_PLACE or (
            token.lower_ == "for" and token.i and doc[token.i - 1].lower_ in _LEAVING
        )
        if leads and index < len(doc) and index not in taken and doc[index].text[0].isupper():
            for last in (index + 2, index + 1):
                words = doc[index : min(last, len(doc))]
                if len(words) == last - index and (country := country_of(words.text)):
                    yield PlaceMention(words.start_char, words.end_char, index, last, words.text, country)
                    break


def _capitals(context: Context) -> Iterator[PlaceMention]:
    """ "the Kenyan capital" is the capital of Kenya."""
    doc = context.doc
    for mention in context.parties:
        described = mention.last < len(doc) and doc[mention.last].lower_ == "capital"
        capital = parties()[mention.code].capital if described and mention.code in parties() else None
        if capital:
            end = doc[mention.last].idx + len("capital")
            country = country_of(capital) or mention.code
            yield PlaceMention(mention.start, end, mention.first, mention.last + 1, capital, country)
