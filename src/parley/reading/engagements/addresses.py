"""Speeches and hearings: what is told to a meeting, not what is told to the press."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import governing_verb, subject_of
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, told
from parley.records.engagement import EngagementKind, EngagementStatus

_NOUNS = lemmas("addresses", "nouns")
_DELIVERING = lemmas("addresses", "delivering")
_ADDRESSING = lemmas("addresses", "addressing")
_TELLING = lemmas("addresses", "telling")
_SPEAKING = lemmas("addresses", "speaking")
_TESTIFYING = lemmas("addresses", "testifying")
_HEARINGS = lemmas("addresses", "hearings")
_LAWMAKERS = lemmas("addresses", "lawmakers")
_AUDIENCES = lemmas("addresses", "audiences")
_PRESS = lemmas("addresses", "press")

_PEOPLE = frozenset(["leader", "minister", "delegate"])
_WORDS = _NOUNS | _ADDRESSING | _TELLING | _SPEAKING | _TESTIFYING | {"statement"}


def find_addresses(scene: Scene) -> Iterator[Draft]:
    """Speeches and hearings with a speaker who is known."""
    for token, lemma in scene.words(_WORDS):
        if token.pos_ == "VERB":
            yield from _by_verb(scene, token, lemma)
        elif token.pos_ in ("NOUN", "PROPN") and (lemma in _NOUNS or _is_delivered(token, lemma)):
            yield from _by_noun(scene, token, lemma)


def _is_delivered(noun: Token, lemma: str) -> bool:
    """ "deliver a national statement"."""
    return lemma == "statement" and noun.dep_ == "dobj" and noun.head.lemma_ == "deliver"


def _by_verb(scene: Scene, verb: Token, lemma: str) -> Iterator[Draft]:
    end = scene.clause_end(verb)
    kind = _kind_of_verb(scene, verb, lemma, end)
    if kind is None:
        return
    status = told(verb)
    actor = _speaker(scene, subject_of(verb))
    if status == NO_EVENT or not actor:
        return
    subject = subject_of(verb)
    first = verb.i
    if subject is not None and subject.sent.start == verb.sent.start and subject.left_edge.i < verb.i:
        first = subject.left_edge.i
    occasions = {t.i for t in scene.doc[verb.i : end] if t.lemma_.lower() in _AUDIENCES | _HEARINGS}
    yield _draft(scene, kind, verb, first, end, actor, status, {verb.i} | occasions)


def _kind_of_verb(scene: Scene, verb: Token, lemma: str, end: int) -> EngagementKind | None:
    if lemma in _TESTIFYING:
        return "hearing"
    if lemma in _SPEAKING:
        return "speech" if _speaks_to_an_audience(scene, verb) else None
    heard = next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)
    if lemma not in _TELLING | _ADDRESSING or heard is None or heard.i < verb.i or _is_press(heard):
        return None
    at_hearing = any(scene.doc[i].lemma_ in _HEARINGS for i in range(verb.i, end))
    if at_hearing or heard.lemma_.lower() in _LAWMAKERS:
        return "hearing"
    one_of_them = heard.tag_ == "NN" and heard.lemma_.lower() in _PEOPLE
    return "speech" if heard.lemma_.lower() in _AUDIENCES and not one_of_them else None


def _speaks_to_an_audience(scene: Scene, verb: Token) -> bool:
    """Told of "spoke at the conference", "is to speak on Wednesday", "speaking after B"; to speak with B is talks."""
    preps = {child.lower_: child for child in verb.children if child.dep_ == "prep"}
    for word in ("at", "to", "before"):
        heard = next(iter(preps[word].children), None) if word in preps else None
        if heard is not None:
            return heard.lemma_.lower() in _AUDIENCES and not _is_press(heard)
    if preps.keys() & {"with", "by", "over"}:
        return False
    after = next(iter(preps["after"].children), None) if "after" in preps else None
    if verb.tag_ == "VBG" and after is not None:
        return scene.context.agents.person_at(after.i) is not None
    return told(verb) == "planned" and any(token.ent_type_ == "DATE" for token in verb.subtree)


def _is_press(heard: Token) -> bool:
    return any(token.lemma_.lower() in _PRESS for token in heard.subtree if token.i <= heard.i)


def _speaker(scene: Scene, subject: Token | None) -> Actor:
    actor = scene.participants.subject(subject)
    codes = tuple(dict.fromkeys(code for person in actor.people if (code := scene.party_of(person))))
    return Actor(actor.people, codes) if codes else NOBODY


def _by_noun(scene: Scene, noun: Token, lemma: str) -> Iterator[Draft]:
    end = scene.clause_end(noun)
    following = {scene.doc[i].lower_ for i in range(noun.i + 1, min(noun.i + 3, len(scene.doc)))}
    if lemma in ("message", "remarks", "remark", "address") and not (following & {"to", "at"}):
        return
    verb = governing_verb(noun)
    if verb is None or _is_press(noun):
        return
    actor = _possessor(scene, noun) or _speaker(scene, subject_of(verb)) or _speaker(scene, _quoted_subject(verb))
    status: Told = told(verb) if noun.dep_ == "dobj" and verb.lemma_ in _DELIVERING else _quoted(verb)
    if not actor or status == NO_EVENT or (noun.dep_ == "dobj" and verb.lemma_ not in _DELIVERING):
        return
    if noun.dep_ in ("nsubj", "nsubjpass", "attr"):
        return
    occasions = {t.i for t in scene.doc[noun.i : end] if t.lemma_.lower() in _AUDIENCES}
    says = noun.dep_ == "pobj" and noun.head.head == verb
    owners = {noun.i} | occasions | ({verb.i} if noun.dep_ == "dobj" or says else set())
    yield _draft(scene, "speech", noun, noun.left_edge.i, end, actor, status, owners)


def _quoted_subject(verb: Token) -> Token | None:
    """ "In a speech, A demanded more, a spokesperson said": A."""
    demanded = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i), None)
    return subject_of(demanded) if demanded is not None else None


def _quoted(verb: Token) -> Told:
    """ "said in a speech" was held."""
    status = told(verb)
    return "held" if status is None else status


def _possessor(scene: Scene, noun: Token) -> Actor:
    for child in noun.children:
        if child.dep_ == "poss" and (person := scene.context.agents.person_at(child.i)):
            party = scene.party_of(person.person)
            return Actor((person.person,), (party,)) if party else NOBODY
    return NOBODY


def _draft(
    scene: Scene,
    kind: EngagementKind,
    head: Token,
    first: int,
    end: int,
    actor: Actor,
    status: EngagementStatus | None,
    owners: set[int],
) -> Draft:
    start, until = scene.characters(min(first, head.i), max(end, head.i + 1))
    place = scene.place_in(head.i, end)
    mode = scene.mode_between(head.left_edge.i if head.pos_ != "VERB" else head.i, end)
    return Draft(kind, head, frozenset(owners), start, until, actor, status, mode, place)
