"""Gatherings told by a verb: "negotiators will meet in Bonn", "leaders of the group gather in Rome"."""

from __future__ import annotations

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import left_group, subject_of
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, told

ASSEMBLING = lemmas("talks", "assembling")
_GATHERING = lemmas("talks", "gathering")
_BLOCS = lemmas("conferences", "blocs")
_GROUPS = lemmas("conferences", "groups")
_TOKENS_BACK = 80


def assembly_of(scene: Scene, verb: Token, lemma: str) -> Draft | None:
    """The conference that a verb of meeting tells of, where its subject is a bloc or nobody in particular.

    A gathering of nobody in particular is one only where its place is told.
    """
    subject = subject_of(verb)
    if subject is None or any(child.lower_ == "with" for child in verb.children):
        return None
    bloc = _bloc_of(scene, subject)
    if bloc is None and (subject.lower_ not in _GATHERING or _is_somebody(scene, subject, lemma)):
        return None
    if any(child.dep_ == "dobj" and child.ent_type_ != "DATE" for child in verb.children):
        return None
    end = scene.clause_end(verb)
    place, status = scene.place_of(verb, verb.i, end), told(verb)
    if status == NO_EVENT or (place is None and bloc is None):
        return None
    start, until = scene.characters(min(subject.left_edge.i, verb.i) if bloc else verb.i, end)
    return Draft(
        "conference",
        verb,
        frozenset([verb.i]),
        start,
        until,
        Actor(parties=(bloc,)) if bloc else NOBODY,
        status,
        scene.mode_between(verb.i, end),
        place,
        generic=bloc is None,
    )


def _is_somebody(scene: Scene, subject: Token, lemma: str) -> bool:
    """Whether the subject names Parties or people, whose meeting is no conference."""
    return lemma == "meet" and bool(scene.participants.subject(subject))


def _bloc_of(scene: Scene, subject: Token) -> str | None:
    """The bloc of "G7 leaders", "leaders of the group", or of "the ministers" where "G7 ministers" stands before."""
    first, last = left_group(subject)
    actor = scene.participants.stretch(first, last)
    if actor.people or len(actor.parties) > 1:
        return None
    if actor.parties:
        return actor.parties[0] if actor.parties[0] in _BLOCS else None
    of = next((child for child in subject.children if child.lower_ == "of"), None)
    group = next((child for child in of.children if child.lower_ in _GROUPS), None) if of is not None else None
    if group is not None:
        found = scene.context.agents.resolve(group).parties[:1]
        return found[0] if found and found[0] in _BLOCS else None
    bare = subject.lower_ in _GATHERING and [child.lower_ for child in subject.children if child.i < subject.i]
    return _bloc_before(scene, subject) if bare == ["the"] else None


def _bloc_before(scene: Scene, subject: Token) -> str | None:
    """The bloc whose ministers, leaders or envoys were last spoken of under the same name."""
    for index in range(subject.left_edge.i - 1, max(-1, subject.i - _TOKENS_BACK), -1):
        other = scene.doc[index]
        if other.lower_ == subject.lower_ and other.i != subject.i:
            actor = scene.participants.stretch(*left_group(other))
            found = [code for code in actor.parties if code in _BLOCS]
            return found[0] if found and not actor.people else None
    return None
