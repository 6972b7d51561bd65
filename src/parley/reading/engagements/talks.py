"""Meetings, calls and dialogues told by a verb or by a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from parley.reading.agents import Actor
from parley.reading.engagements.assemblies import ASSEMBLING, assembly_of
from parley.reading.engagements.clauses import subject_of
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, told
from parley.reading.engagements.talk_frames import VERBS, Met, clause_of, met
from parley.reading.engagements.talk_nouns import NOUNS, talks_by_noun
from parley.records.engagement import EngagementStatus

_HABITUAL = lemmas("status", "habitual")
_TALKS = ("meeting", "call", "dialogue")


def find_talks(scene: Scene) -> Iterator[Draft]:
    """All talks told in the document."""
    for token, lemma in scene.words(VERBS | NOUNS | ASSEMBLING):
        if token.pos_ == "VERB" and lemma in ASSEMBLING | {"meet"} and (assembly := assembly_of(scene, token, lemma)):
            yield assembly
        elif token.pos_ == "VERB" and lemma in VERBS:
            yield from _by_verb(scene, token, lemma)
        elif token.pos_ in ("NOUN", "PROPN") and lemma in NOUNS:
            yield from talks_by_noun(scene, token, lemma)


def _by_verb(scene: Scene, verb: Token, lemma: str) -> Iterator[Draft]:
    subject = subject_of(verb)
    one = _first_of_them(scene, verb, subject)
    found = met(clause_of(scene, verb, lemma, one))
    status = told(verb)
    if status == NO_EVENT or any(child.lower_ in _HABITUAL for child in verb.children):
        return
    if found.kind is not None and scene.are_two(one + found.other):
        draft = _draft(scene, verb, found, one + found.other, subject, status)
        named = scene.participants.named
        refers = lemma == "discuss" and subject is not None and subject.i not in named and not found.other
        yield from _apart(scene, replace(draft, generic=refers), one)


def _first_of_them(scene: Scene, verb: Token, subject: Token | None) -> Actor:
    """The subject; "he" in the sentence of a visit is the visitor, "the two" in that of talks those who held them."""
    if subject is None:
        return scene.participants.before(verb)
    here = [draft for draft in scene.told if draft.head.i < subject.i and draft.head.sent.start == verb.sent.start]
    if subject.lower_ in ("he", "she"):
        visitors = [Actor(d.actor.people, (d.visitor,)) for d in here if d.kind == "visit" and d.visitor]
        if visitors:
            return visitors[-1]
    if subject.lower_ in ("two", "both", "they"):
        pairs = [draft.actor for draft in here if draft.kind in _TALKS and len(draft.actor.people) == 2]
        if pairs:
            return pairs[-1]
    return scene.participants.subject(subject)


def _draft(
    scene: Scene, verb: Token, found: Met, actor: Actor, subject: Token | None, status: EngagementStatus | None
) -> Draft:
    assert found.kind is not None
    first = verb.i
    if subject is not None and subject.left_edge.i < verb.i and subject.sent.start == verb.sent.start:
        first = max(subject.left_edge.i, verb.sent.start)
    end = max(scene.clause_end(verb), found.last)
    mode = "virtual" if found.kind == "call" else scene.mode_between(verb.i, end)
    start, until = scene.characters(first, max(found.last, verb.i + 1))
    owners = frozenset([verb.i, *([verb.head.i] if verb.dep_ == "xcomp" else [])])
    return Draft(found.kind, verb, owners, start, until, actor, status, mode, scene.place_of(verb, first, end))


def _apart(scene: Scene, draft: Draft, one: Actor) -> Iterator[Draft]:
    """Calls to several capitals are calls of their own; a meeting with several people is one."""
    others = [person for person in draft.actor.people if person not in one.people]
    codes = [scene.party_of(person) for person in others]
    countries = [code for code in draft.actor.parties if code not in one.parties]
    if draft.kind == "call" and len(others) > 1 and len(set(codes)) == len(others):
        for person, code in zip(others, codes, strict=True):
            yield replace(draft, actor=one + Actor((person,), (code,) if code else ()))
    elif draft.kind == "call" and not others and len(countries) > 1:
        for country in countries:
            yield replace(draft, actor=one + Actor(parties=(country,)))
    else:
        yield draft
