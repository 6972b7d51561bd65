"""Joint statements, communiqués and declarations, and statements that a Party issues."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import governing_verb, subject_of
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, told
from parley.terms.parties import is_group

_NOUNS = lemmas("statements", "nouns")
_JOINT = lemmas("statements", "joint")
_PAIRS = frozenset(["governments", "sides", "countries", "leaders", "ministers", "nations", "envoys", "parties"])
_TALKS = frozenset(["meeting", "dialogue", "call", "talk", "talks", "visit"])
_ISSUING = lemmas("statements", "issuing")


def find_statements(scene: Scene) -> Iterator[Draft]:
    """Statements that are events of their own; "said in a statement" is speech, not an event."""
    for token, _ in scene.words(_NOUNS):
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ in _NOUNS:
            draft = _by_noun(scene, token)
            if draft:
                yield draft


def _by_noun(scene: Scene, noun: Token) -> Draft | None:
    before = [scene.doc[i].lower_ for i in range(max(noun.sent.start, noun.i - 5), noun.i)]
    joint = any(word in _JOINT for word in before)
    verb = governing_verb(noun)
    released = next((c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _ISSUING), None)
    verb = released or verb
    issued = (
        verb is not None
        and verb.lemma_ in _ISSUING
        and (released is not None or noun.dep_ in ("dobj", "nsubjpass", "conj"))
    )
    if not (joint or issued) or "without" in before or "no" in before:
        return None
    status = told(verb) if verb is not None and issued else "held"
    if status == NO_EVENT:
        return None
    end = scene.clause_end(noun)
    actor = _issuers(scene, noun, verb, end)
    if len(actor.parties) < (2 if joint else 1):
        return None
    first = min(noun.left_edge.i, verb.i) if verb is not None and issued else noun.left_edge.i
    start, until = scene.characters(max(first, noun.sent.start), noun.i + 1)
    owners = frozenset([noun.i] + ([verb.i] if verb is not None and issued else []))
    place = scene.place_in(noun.i, end)
    return Draft("statement", noun, owners, start, until, actor, status or "held", place=place)


def _pair_of_talks(scene: Scene, noun: Token, subject: Token | None) -> Actor:
    """ "the two governments", "issued after their meeting": those of the talks last told of."""
    told = scene.pair_before(noun if subject is None else subject)
    states = all(len(code) == 3 and not is_group(code) for code in told.parties)
    pair = subject is not None and subject.lower_ in _PAIRS
    both = subject is not None and any(child.lower_ in ("two", "both") for child in subject.children)
    if states and ((pair and both) or (subject is None and _follows_talks(noun))):
        return Actor(parties=told.parties)
    return NOBODY


def _follows_talks(noun: Token) -> bool:
    """ "issued after the meeting"."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 9, noun.sent.end)]
    after = any(token.lower_ in ("after", "following") for token in behind)
    return after and any(token.lemma_.lower() in _TALKS for token in behind)


def _issuers(scene: Scene, noun: Token, verb: Token | None, end: int) -> Actor:
    actor = NOBODY
    if verb is not None:
        said_in = verb.dep_ == "acl" and verb.head == noun
        subject = subject_of(governing_verb(noun) or verb) if said_in else subject_of(verb)
        actor = _pair_of_talks(scene, noun, subject) or scene.participants.subject(subject)
    actor = actor + scene.participants.stretch(noun.left_edge.i, noun.i)
    for index in range(noun.i + 1, min(end, noun.i + 8)):
        if scene.doc[index].lower_ in ("by", "of", "with", "between", "from"):
            actor = actor + scene.participants.group(index + 1)[0]
    if len(actor.parties) < 2:
        actor = _pair_of_talks(scene, noun, None) or actor
    if not actor.parties:
        actor = scene.participants.stretch(noun.i + 1, noun.sent.end)
    return Actor(parties=actor.parties)
