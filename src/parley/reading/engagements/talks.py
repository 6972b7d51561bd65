"""Meetings, calls and dialogues: verbs of meeting, and nouns with those who hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import governing_verb, subject_of
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, told
from parley.reading.parties import PartyMention
from parley.records.engagement import EngagementKind

_MEETING = lemmas("talks", "meeting_verbs")
_RECEIVING = lemmas("talks", "receiving")
_HOLDING = lemmas("talks", "holding")
_NOUNS = lemmas("talks", "nouns")
_DIALOGUES = lemmas("talks", "dialogue_nouns")
_CALL_NOUNS = lemmas("talks", "call_nouns")
_BY_WIRE = lemmas("talks", "by_wire")
_CALLING = lemmas("talks", "calling")
_SPEAKING = lemmas("talks", "speaking")
_OVER_WIRE = lemmas("talks", "over_wire")
_PURPOSES = lemmas("talks", "purposes_of_calls")
_TRIPS = lemmas("visits", "nouns")
_BLOCS = lemmas("conferences", "blocs")
_LONGEST_OPENING = 12
_GATHERING = lemmas("talks", "gathering")
_TALKS = ("meeting", "call", "dialogue")
_EXCHANGING = lemmas("talks", "exchanging")
_EXCHANGED = lemmas("talks", "exchanged")
_VERBS = _MEETING | _RECEIVING | _CALLING | _SPEAKING | _EXCHANGING | {"call", "sit", "join"}
_BEFORE_WHAT_WAS = frozenset(["after", "following", "during", "in", "of", "from", "since"])
_BEFORE_WHAT_COMES = frozenset(["before", "ahead", "for"])
_ADVERBS = frozenset(["ADV", "SCONJ"])


def find_talks(scene: Scene) -> Iterator[Draft]:
    """All talks told in the document, by verb and by noun."""
    for token in scene.doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB":
            yield from _by_verb(scene, token, lemma)
        elif token.pos_ in ("NOUN", "PROPN") and lemma in (_NOUNS | _DIALOGUES | _CALL_NOUNS):
            yield from _by_noun(scene, token, lemma)


def _by_verb(scene: Scene, verb: Token, lemma: str) -> Iterator[Draft]:
    if lemma in _VERBS:
        subject = subject_of(verb)
        one = _first_of_them(scene, verb, subject)
        other, last, kind = _met(scene, verb, lemma, one)
        if kind is None and not _is_assembly(scene, verb, lemma, subject, one + other):
            return
        both = _without_the_first(one, other)
        status = told(verb)
        bloc = _bloc_that_meets(one, other, lemma)
        if not bloc and _is_assembly(scene, verb, lemma, subject, both):
            yield from _assembly(scene, verb, status)
            return
        if status == NO_EVENT or not (bloc or _are_two(scene, both, one, other)):
            return
        first = subject.left_edge.i if subject is not None and subject.left_edge.i < verb.i else verb.i
        if scene.doc[first].sent.start != verb.sent.start:
            first = verb.i
        if bloc:
            kind, both = "conference", Actor(parties=(bloc,))
        yield from _apart(scene, verb, kind, both, one, first, last, status)


def _first_of_them(scene: Scene, verb: Token, subject: Token | None) -> Actor:
    """The subject; "he" in the sentence of a visit is the visitor."""
    if subject is not None and subject.lower_ in ("he", "she"):
        visits = [d for d in scene.told if d.kind == "visit" and d.visitor and d.head.i < subject.i]
        if visits and visits[-1].head.sent.start == verb.sent.start:
            return Actor(visits[-1].actor.people, (visits[-1].visitor,) if visits[-1].visitor else ())
    if subject is not None and subject.lower_ in ("two", "both", "they"):
        pairs = [d for d in scene.told if d.kind in _TALKS and d.head.i < subject.i and len(d.actor.people) == 2]
        if pairs and pairs[-1].head.sent.start == verb.sent.start:
            return pairs[-1].actor
    return scene.participants.subject(subject)


def _is_assembly(scene: Scene, verb: Token, lemma: str, subject: Token | None, met: Actor) -> bool:
    """ "Negotiators will meet in Bonn": a gathering of nobody in particular."""
    if lemma != "meet" or subject is None or met or subject.lower_ not in _GATHERING:
        return False
    return scene.place_in(verb.i, scene.clause_end(verb)) is not None


def _assembly(scene: Scene, verb: Token, status: Told) -> Iterator[Draft]:
    end = scene.clause_end(verb)
    if status != NO_EVENT:
        start, until = scene.characters(verb.i, end)
        place = scene.place_in(verb.i, end)
        yield Draft("conference", verb, frozenset([verb.i]), start, until, NOBODY, status, place=place, generic=True)  # type: ignore[arg-type]


def _bloc_that_meets(one: Actor, other: Actor, lemma: str) -> str | None:
    """ "G20 leaders meet in Rome": a summit of the bloc."""
    alone = lemma == "meet" and not other and not one.people and len(one.parties) == 1
    return one.parties[0] if alone and one.parties[0] in _BLOCS else None


def _apart(
    scene: Scene, verb: Token, kind: EngagementKind, both: Actor, one: Actor, first: int, last: int, status: Told
) -> Iterator[Draft]:
    """Calls to several capitals are calls of their own; a meeting with several people is one."""
    others = [person for person in both.people if person not in one.people]
    codes = {scene.party_of(person) for person in others}
    countries = [code for code in both.parties if code not in one.parties]
    end = scene.clause_end(verb)
    mode = "virtual" if kind == "call" else scene.mode_between(verb.i, max(end, last))
    start, until = scene.characters(first, max(last, verb.i + 1))
    owners = frozenset([verb.i] + ([verb.head.i] if verb.dep_ == "xcomp" else []))
    place = _place(scene, verb, first, max(end, last))
    draft = Draft(kind, verb, owners, start, until, both, status, mode, place)  # type: ignore[arg-type]
    if kind == "call" and len(codes) > 1 and len(codes) == len(others):
        for person in others:
            party = scene.party_of(person)
            yield replace(draft, actor=one + Actor((person,), (party,) if party else ()))
    elif kind == "call" and not others and len(countries) > 1:
        for code in countries:
            yield replace(draft, actor=one + Actor(parties=(code,)))
    else:
        yield draft


def _met(scene: Scene, verb: Token, lemma: str, one: Actor) -> tuple[Actor, int, EngagementKind | None]:
    """Who is met, where the words for it end, and what kind it is; no kind where the verb tells of none."""
    doc = scene.doc
    index = verb.i + 1
    while index < len(doc) and (
        doc[index].pos_ in _ADVERBS
        or doc[index].is_space
        or doc[index].lower_ in ("together", "separately", "bilaterally")
    ):
        index += 1
    end = scene.clause_end(verb)
    with_at = next((i for i in range(index, min(end, index + 9)) if doc[i].lower_ == "with"), None)
    wired = _is_wired(scene, verb.i, end)
    if lemma in _CALLING:
        other, last = scene.participants.group(index)
        return other, last, "call" if other else None
    if lemma == "call":
        return _called(scene, verb, index)
    if lemma == "join":
        other, last = scene.participants.group(index)
        joined = any(doc[i].lower_ in ("talks", "discussions", "meeting") for i in range(last, min(end, last + 4)))
        return other, last, "meeting" if other.people and joined else None
    if lemma in _SPEAKING:
        return _spoke(scene, index, end, with_at, wired, one)
    if lemma == "sit":
        if with_at is None or doc[index].lower_ != "down":
            return NOBODY, index, None
        other, last = scene.participants.group(with_at + 1)
        return other, last, "meeting"
    if lemma in _EXCHANGING:
        views = next((i for i in range(index, min(end, index + 3)) if doc[i].lower_ in _EXCHANGED), None)
        if views is None or with_at is None:
            return NOBODY, index, None
        other, last = scene.participants.group(with_at + 1)
        return other, last, "meeting"
    if lemma in _RECEIVING:
        if doc[index].lower_ == "by" and any(child.dep_ == "auxpass" for child in verb.children):
            index += 1
            verb_end = index
        else:
            verb_end = verb.i + 1
        other, last = scene.participants.group(index)
        return other, last, "meeting" if other.people and one.people and index == verb_end else None
    if with_at is not None and (lemma != "discuss"):
        other, last = scene.participants.group(with_at + 1)
        return other, last, "meeting"
    if lemma == "meet" and index < end:
        other, last = scene.participants.group(index)
        if other:
            return other, last, "meeting"
    if lemma == "discuss" and len(one.people) < 2:
        return NOBODY, index, None
    bloc = _bloc_that_meets(one, NOBODY, lemma) is not None
    return NOBODY, end, "meeting" if len(one.parties) > 1 or bloc else None


def _called(scene: Scene, verb: Token, index: int) -> tuple[Actor, int, EngagementKind | None]:
    """ "called on X" (a person: a visit to them, unless an appeal), "called X to congratulate"."""
    doc = scene.doc
    on = index < len(doc) and doc[index].lower_ in ("on", "upon")
    other, last = scene.participants.group(index + 1 if on else index)
    appeal = any(doc[i].lower_ == "to" and doc[i + 1].tag_ == "VB" for i in range(last, min(last + 2, len(doc) - 1)))
    if not other.people:
        return NOBODY, last, None
    if on:
        return other, last, None if appeal else "meeting"
    near = range(last, min(last + 5, len(doc) - 1))
    purpose = any(doc[i].lower_ == "to" and doc[i + 1].lemma_ in _PURPOSES for i in near)
    return other, last, "call" if purpose else None


def _spoke(
    scene: Scene, index: int, end: int, with_at: int | None, wired: bool, one: Actor
) -> tuple[Actor, int, EngagementKind | None]:
    doc = scene.doc
    kind: EngagementKind = "call" if wired else "meeting"
    if with_at is not None:
        other, last = scene.participants.group(with_at + 1)
        return other, last, kind if other.people or (wired and other) else None
    if doc[index].lower_ == "to" and wired:
        other, last = scene.participants.group(index + 1)
        return other, last, kind
    talked = doc[index - 1].lemma_ == "talk" or wired
    return NOBODY, end, kind if len(one.parties) > 1 and talked else None


def _is_wired(scene: Scene, first: int, end: int) -> bool:
    return any(scene.doc[i].lower_ in _OVER_WIRE for i in range(first, end))


def _without_the_first(one: Actor, other: Actor) -> Actor:
    return one + other


def _are_two(scene: Scene, both: Actor, one: Actor, other: Actor) -> bool:
    """Two Parties, or two people of whom not both are known to be of one Party."""
    if len(both.parties) > 1:
        return True
    unknown = [person for person in both.people if scene.party_of(person) is None]
    return len(both.people) > 1 and bool(unknown) and bool(other)


def _place(scene: Scene, head: Token, first: int, end: int):  # type: ignore[no-untyped-def]
    """The place in the clause, or at the front of the sentence ("In Oslo, …")."""
    if place := scene.place_in(head.i, end):
        return place
    if head.dep_ == "relcl" and any(child.lower_ == "where" for child in head.children):
        place = next(scene.places_between(head.head.left_edge.i, head.i), None)
        return place.place if place is not None else None
    if scene.here is not None and any(token.lower_ == "here" for token in scene.doc[head.i : end + 1]):
        return scene.here.place
    opening = head.sent.start
    while opening < head.i and scene.doc[opening].is_space:
        opening += 1
    if scene.doc[opening].lower_ in ("in", "at", "while", "back", "on", "during"):
        return scene.place_in(opening, min(first + 1, opening + _LONGEST_OPENING))
    return None


def _by_noun(scene: Scene, noun: Token, lemma: str) -> Iterator[Draft]:
    kind = _kind_of_noun(scene, noun, lemma)
    if kind is None:
        return
    if any(
        m.code in _BLOCS and m.code != "EUU" and noun.left_edge.i <= m.first < noun.i for m in _parties_of(scene, noun)
    ):
        return
    verb = governing_verb(noun)
    end = scene.clause_end(noun)
    told_by = verb if verb is not None and noun.dep_ in ("nsubj", "nsubjpass") and verb.i > noun.i else None
    if told_by is not None:
        end = scene.clause_end(told_by)
    actor, last = _holders(scene, noun, verb, end)
    if not _are_two(scene, actor, actor, actor):
        return
    status = _status_of_noun(noun, verb)
    if status == NO_EVENT:
        return
    first = noun.left_edge.i
    if verb is not None and _is_argument(noun, verb):
        subject = subject_of(verb)
        first = min(
            first,
            verb.i,
            subject.left_edge.i if subject is not None and subject.sent.start == noun.sent.start else first,
        )
        owners = frozenset([noun.i, verb.i] + ([verb.head.i] if verb.dep_ == "xcomp" else []))
    else:
        owners = frozenset([noun.i])
    start, until = scene.characters(min(first, noun.i), max(last, noun.i + 1))
    mode = "virtual" if kind == "call" else scene.mode_between(noun.left_edge.i, end)
    place = _place(scene, noun, first, end)
    name = _proper_name(noun) if kind == "dialogue" else None
    yield Draft(kind, noun, owners, start, until, actor, status, mode, place, name=name)  # type: ignore[arg-type]


def _parties_of(scene: Scene, noun: Token) -> tuple[PartyMention, ...]:
    return scene.context.sentence_at(noun.idx).parties


def _kind_of_noun(scene: Scene, noun: Token, lemma: str) -> EngagementKind | None:
    before = {token.lower_ for token in scene.doc[max(noun.sent.start, noun.i - 3) : noun.i]}
    wired = bool(before & _BY_WIRE)
    if lemma in _CALL_NOUNS:
        if before & {"courtesy", "farewell"}:
            return "meeting"
        following = scene.doc[noun.i + 1].lower_ if noun.i + 1 < len(scene.doc) else ""
        return "call" if wired or lemma != "call" or following in ("with", "between") else None
    if lemma in _DIALOGUES or noun.lower_ in _DIALOGUES:
        return "dialogue"
    if wired and before & (_BY_WIRE - {"virtual", "conference"}):
        return "call"
    return "meeting"


def _in_the_chair(scene: Scene, verb: Token) -> Actor:
    """ "took place in Oslo, with A and B in the chair"."""
    for index in range(verb.i + 1, scene.clause_end(verb)):
        if scene.doc[index].lower_ in ("with", "between") or scene.doc[index].lemma_ == "co-chair":
            return scene.participants.group(index + 1)[0]
    return NOBODY


def _subject_around(scene: Scene, noun: Token, verb: Token, other: Actor) -> Actor:
    """ "After talks in Oslo, A and B agreed", "in a call with A, B said": those who held them are told by the subject."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _BEFORE_WHAT_WAS | _BEFORE_WHAT_COMES:
        return NOBODY
    actor = scene.participants.subject(subject_of(verb))
    return actor if len(actor.parties) > 1 or (other and actor.people) else NOBODY


def _holders(scene: Scene, noun: Token, verb: Token | None, end: int) -> tuple[Actor, int]:
    """Those who hold the talks: "between A and B", "A's talks with B", "A held talks with B", "the A-B talks"."""
    doc = scene.doc
    last = noun.i + 1
    actor = scene.participants.stretch(noun.left_edge.i, noun.i) if noun.left_edge.i < noun.i else NOBODY
    for index in range(noun.i + 1, min(end, noun.i + 14)):
        word = doc[index].lower_
        if (
            word in ("with", "between", "among")
            or (word == "for" and verb is not None and verb.lemma_ == "host")
            or (word in ("of", "from", "by") and index < noun.i + 3)
        ):
            group, until = scene.participants.group(index + 1)
            if group:
                last = max(last, until)
                actor = actor + group
            if word == "between":
                return group or actor, last
        elif word == ",":
            break
    for child in noun.children:
        if child.dep_ == "poss" and (person := scene.context.agents.person_at(child.i)):
            party = scene.party_of(person.person)
            actor = Actor((person.person,), (party,) if party else ()) + actor
    if verb is not None and _is_argument(noun, verb) and verb.lemma_.lower() in _HOLDING | {"receive", "have"}:
        actor = _who_holds(scene, verb) + actor
        chairs = [c for c in verb.subtree if c.lemma_ in ("co-chair", "chair") and c.i > noun.i]
        for chair in chairs:
            led = scene.participants.stretch(chair.i + 1, scene.clause_end(chair))
            actor = led if len(led.parties) > 1 else actor + led
    if len(actor.parties) < 2 and verb is not None and noun.dep_ in ("nsubj", "nsubjpass"):
        actor = actor + _in_the_chair(scene, verb)
    if len(actor.parties) < 2 and verb is not None and (around := _subject_around(scene, noun, verb, actor)):
        actor = around + actor
    return actor, last


def _who_holds(scene: Scene, verb: Token) -> Actor:
    """The subject; of "A's trip included talks" the one who travels."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma_ in _TRIPS:
        return scene.traveller_before(verb)
    return scene.participants.subject(subject)


def _is_argument(noun: Token, verb: Token) -> bool:
    chain = noun
    while chain.head.i != verb.i and chain.head != chain:
        if chain.dep_ not in ("pobj", "conj", "prep", "compound", "appos"):
            return False
        chain = chain.head
    if chain.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "oprd"):
        return True
    return (
        chain.dep_ == "prep"
        and chain.lower_ in ("in", "for")
        and verb.lemma_ in ("participate", "take", "engage", "join")
    )


def _status_of_noun(noun: Token, verb: Token | None) -> Told:
    before = noun.doc[noun.left_edge.i - 1].lower_ if noun.left_edge.i else ""
    if before in ("no", "without"):
        return NO_EVENT
    if verb is None:
        return None
    if _is_argument(noun, verb):
        return told(verb)
    if before in _BEFORE_WHAT_WAS:
        return "held" if told(verb) in ("held", None, "under_way") and before in ("after", "following") else None
    return None


def _proper_name(noun: Token) -> str | None:
    if not noun.text[0].isupper():
        return None
    words = [token for token in noun.subtree if token.i <= noun.i and token.text[0].isupper()]
    return noun.doc[words[0].i : noun.i + 1].text if len(words) > 1 else None
