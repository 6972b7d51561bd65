"""What each sentence is about: the Party and the person its main clause speaks of.

A light form of centring (Grosz, Joshi and Weinstein 1995): the subject of the main clause is the topic; in reported
speech it is the subject of what is said; a pronoun or a bare "the country" keeps the topic of the sentence before. A
person as subject leaves the Party as it was: envoys speak of others more than of their own country.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from parley.reading.lexicon import words
from parley.reading.parties import PartyMention
from parley.reading.people import PersonMention

_SUBJECTS = ("nsubj", "nsubjpass")
_BULLETS = frozenset(["-", "–", "—", "*", "•"])
_SPEECH = words("speech", "verbs")


@dataclass(frozen=True, slots=True)
class Topic:
    """The Party code and the number of the person spoken of, None where there is none yet."""

    party: str | None = None
    person: int | None = None


class Topics:
    """Topics of the sentences of one document."""

    def __init__(self, party_at: Mapping[int, PartyMention], person_at: Mapping[int, PersonMention]) -> None:
        self._party_at, self._person_at = party_at, person_at
        self._starts: list[int] = []
        self._topics: list[Topic] = []

    def follow(self, doc: Doc, holder_of: Callable[[Token], int | None]) -> None:
        """Go through the document; ``holder_of`` tells whom a bare office ("the minister") stands for."""
        topic = Topic()
        for sentence in doc.sents:
            topic = self._after(sentence.root, topic, holder_of)
            if heading := self._heading(sentence):
                topic = Topic(heading, topic.person)
            self._starts.append(sentence.start)
            self._topics.append(topic)

    def before(self, index: int) -> Topic:
        """The topic when the sentence of token ``index`` begins."""
        number = bisect_right(self._starts, index) - 1
        return self._topics[number - 1] if number > 0 else Topic()

    def _after(self, root: Token, earlier: Topic, holder_of: Callable[[Token], int | None]) -> Topic:
        """The topic once a sentence has been read."""
        party, person = earlier.party, earlier.person
        subjects = _main_subjects(root)
        if subjects and all(subject.pos_ == "NOUN" for subject in subjects):
            person = self._told_beside(root, subjects[-1], person)
        for subject in subjects:
            if mention := self._person_at.get(subject.i):
                person = mention.person
            elif (holder := holder_of(subject)) is not None:
                person = holder
            elif code := self._party_of(subject):
                party = code
        return Topic(party, person)

    def _told_beside(self, root: Token, subject: Token, earlier: int | None) -> int | None:
        """ "The talks came hours after A had flown in", "The trip was A's first": A, where the main clause is about a
        thing."""
        if root.lemma_ in _SPEECH or subject.i > root.i:
            return earlier
        for token in root.subtree:
            if token.i > root.i and token.dep_ in (*_SUBJECTS, "poss") and (mention := self._person_at.get(token.i)):
                return mention.person
        return earlier

    def _heading(self, sentence: Span) -> str | None:
        """The Party that heads a line of a list ("India: nothing new.")."""
        opening = [token for token in sentence[:6] if not token.is_space and token.text not in _BULLETS]
        if len(opening) < 2 or not (mention := self._party_at.get(opening[0].i)):
            return None
        return mention.code if mention.last < len(sentence.doc) and sentence.doc[mention.last].text == ":" else None

    def _party_of(self, subject: Token) -> str | None:
        """The single Party that a subject names, or that stands as its possessor or modifier."""
        for token in (subject, *subject.children):
            mention = self._party_at.get(token.i)
            if (
                mention
                and mention.code != "WLD"
                and (token.i == subject.i or token.dep_ in ("poss", "amod", "compound"))
            ):
                return mention.code
        return None


def _main_subjects(root: Token) -> list[Token]:
    """Subjects of the main clause and, behind a verb of speech, of what is said; the last one weighs most."""
    found = [child for child in root.children if child.dep_ in _SUBJECTS]
    if root.lemma_ in _SPEECH:
        said = (child for child in root.children if child.dep_ == "ccomp")
        found += [grandchild for verb in said for grandchild in verb.children if grandchild.dep_ in _SUBJECTS]
    return found
