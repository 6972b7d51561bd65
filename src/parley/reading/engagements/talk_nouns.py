"""Talks told by a noun: "talks between A and B", "A held a meeting with B", "the fifth A-B Dialogue took place"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.reading.engagements.clauses import governing_verb, subject_of
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.status import NO_EVENT, Told, calls_off, later_verbs, told, told_by_nouns
from parley.records.engagement import EngagementKind

_HOLDING = lemmas("talks", "holding")
_CHAIRING = lemmas("talks", "chairing")
_DIALOGUES = lemmas("talks", "dialogue_nouns")
_CALLS = lemmas("talks", "call_nouns")
_BY_WIRE = lemmas("talks", "by_wire")
_GOING = lemmas("visits", "going") | lemmas("visits", "visiting") | {"be"}
_TRIPS = lemmas("visits", "nouns")
_BLOCS = lemmas("conferences", "blocs") - {"EUU"}
NOUNS = lemmas("talks", "nouns") | _DIALOGUES | _CALLS

_OF_MANY = _BLOCS | {"UN", "WLD"}
_PAST = frozenset(["after", "following", "during", "in", "of", "from", "since"])
_COMING = frozenset(["before", "ahead", "for"])
_IN_PERSON_CALLS = frozenset(["courtesy", "farewell"])
_IN_A_SERIES = frozenset(["next", "previous", "last", "first", "second", "third", "fourth", "fifth", "sixth"])
_OF_A_SERIES = frozenset(["dialogue", "round", "consultations"])
_PUTTING_TO = lemmas("talks", "putting_to")
_AGREEING = lemmas("talks", "agreeing")
_CONSIDERING = lemmas("status", "considering")
_AT = frozenset(["at", "in", "during", "after", "following", "on"])
_NEAR = 14


def talks_by_noun(scene: Scene, noun: Token, lemma: str) -> Iterator[Draft]:
    """The talks that ``noun`` tells of, if two Parties hold them."""
    kind = _kind(scene, noun, lemma)
    if kind is None or _is_of_a_bloc(scene, noun) or _is_round_of_talks(noun):
        return
    verb = _verb_of(noun)
    carrier = verb if verb is not None and is_argument(noun, verb) else _relative(noun)
    if verb is not None and verb.lemma_ in _PUTTING_TO and _is_where(noun, verb):
        carrier = None
    end = scene.clause_end(noun)
    if carrier is not None and noun.dep_ in ("nsubj", "nsubjpass") and carrier.i > noun.i:
        end = scene.clause_end(carrier)
    actor, last = _holders(scene, noun, verb, carrier, end)
    if not scene.are_two(actor) and any(child.lower_ in _IN_A_SERIES for child in noun.children):
        actor = _those_of_the_series(scene, noun) or actor
    status = _status(noun, verb, carrier) or told_by_nouns(noun)
    if status == NO_EVENT or not scene.are_two(actor):
        return
    first = _first_token(noun, carrier)
    owners = {noun.i}
    if carrier is not None:
        owners |= {carrier.i, *([carrier.head.i] if carrier.dep_ == "xcomp" else []), *later_verbs(carrier)}
    start, until = scene.characters(first, max(last, noun.i + 1))
    mode = "virtual" if kind == "call" else scene.mode_between(noun.left_edge.i, end)
    place = scene.place_of(noun, first, end)
    name = _proper_name(noun) if kind == "dialogue" else None
    generic = any(child.lower_ == "their" for child in noun.children)
    yield Draft(kind, noun, frozenset(owners), start, until, actor, status, mode, place, name=name, generic=generic)


def _verb_of(noun: Token) -> Token | None:
    """The verb above; of "told B at a meeting that time was short" the first, whatever the parse says."""
    verb = governing_verb(noun)
    if verb is None or verb.dep_ != "ccomp" or not verb.head.i < noun.i < verb.i or verb.head.lemma_ not in _PUTTING_TO:
        return verb
    inside = any(token.lower_ == "that" for token in noun.doc[verb.head.i : noun.i])
    return verb if inside else verb.head


def _relative(noun: Token) -> Token | None:
    """The verb of "the dialogue, which A will co-chair with B", "talks to be held"."""
    clauses = (child for child in noun.children if child.dep_ in ("relcl", "acl") and child.i > noun.i)
    return next((verb for verb in clauses if verb.lemma_ in _HOLDING | _CHAIRING), None)


def _those_of_the_series(scene: Scene, noun: Token) -> Actor:
    """ "the previous round": held by those of the dialogue last told of."""
    rounds = [draft for draft in scene.told if draft.kind == "dialogue" and draft.head.i < noun.i]
    return Actor(parties=rounds[-1].actor.parties) if rounds and noun.lower_ in _OF_A_SERIES else NOBODY


def _kind(scene: Scene, noun: Token, lemma: str) -> EngagementKind | None:
    before = {token.lower_ for token in scene.doc[max(noun.sent.start, noun.i - 3) : noun.i]}
    if lemma in _CALLS:
        following = scene.doc[noun.i + 1].lower_ if noun.i + 1 < len(scene.doc) else ""
        if before & _IN_PERSON_CALLS:
            return "meeting"
        return "call" if lemma != "call" or before & _BY_WIRE or following in ("with", "between") else None
    if lemma in _DIALOGUES or noun.lower_ in _DIALOGUES:
        return "dialogue"
    return "call" if before & (_BY_WIRE - {"virtual", "conference"}) else "meeting"


def _is_of_a_bloc(scene: Scene, noun: Token) -> bool:
    """ "the G7 meeting", "UN climate talks", "the annual meeting of the Forum" are conferences."""
    first = noun.left_edge.i
    mentions = scene.context.sentence_at(noun.idx).parties
    if any(mention.code in _OF_MANY and first <= mention.first < noun.i for mention in mentions):
        return True
    behind = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    inside = (t.i for t in behind.subtree) if behind is not None else ()
    return any((mention := scene.context.agents.party_at(i)) and mention.code in _OF_MANY for i in inside)


def _is_round_of_talks(noun: Token) -> bool:
    """ "a round of talks": told by the talks."""
    behind = [grandchild for child in noun.children if child.lower_ == "of" for grandchild in child.children]
    return noun.lemma_ == "round" and any(other.lower_ in NOUNS or other.lemma_ in NOUNS for other in behind)


def _first_token(noun: Token, carrier: Token | None) -> int:
    """Where the quote begins: with the subject of the verb, or with the noun's own phrase."""
    first = min(noun.left_edge.i, noun.i)
    if carrier is None:
        return first
    subject = subject_of(carrier)
    if subject is not None and subject.sent.start == noun.sent.start:
        first = min(first, subject.left_edge.i)
    return min(first, carrier.i)


def _holders(scene: Scene, noun: Token, verb: Token | None, carrier: Token | None, end: int) -> tuple[Actor, int]:
    """Those who hold the talks, and where the words for them end (token, excluded)."""
    between, actor, last = _behind(scene, noun, verb, end)
    if between:
        return actor, last
    if any(child.lower_ == "their" for child in noun.children):
        return _those_named_before(scene, noun, verb), last
    if noun.left_edge.i < noun.i:
        actor = scene.participants.stretch(noun.left_edge.i, noun.i) + actor
    if chair := next((child for child in noun.children if child.dep_ == "relcl" and child.lemma_ in _CHAIRING), None):
        actor = _who_chairs(scene, chair) + actor
    actor = _possessor(scene, noun) + actor
    if verb is not None and carrier is None and not actor and (told_there := _put_to(scene, noun, verb)):
        return told_there, last
    if carrier is not None and (carrier.lemma_.lower() in _HOLDING | _CONSIDERING or _is_called_off(noun, carrier)):
        actor = _who_holds(scene, carrier) + actor
        actor = _co_chairs(scene, noun, carrier, actor)
    if len(actor.parties) < 2 and carrier is not None and noun.dep_ in ("nsubj", "nsubjpass"):
        actor = actor + _in_the_chair(scene, carrier)
    if len(actor.parties) < 2 and verb is not None:
        actor = _subject_around(scene, noun, verb, actor) + actor
    return actor, last


def _those_named_before(scene: Scene, noun: Token, verb: Token | None) -> Actor:
    """ "A told B at their meeting", "At their meeting A and B agreed": A and B; else those last told of."""
    if verb is not None and noun.i > verb.i:
        heard = next((child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i < noun.i), None)
        actor = scene.participants.subject(subject_of(verb))
        both = actor + (scene.participants.subject(heard) if heard is not None else NOBODY)
        if scene.are_two(both):
            return both
    if verb is not None and noun.i < verb.i and noun.dep_ == "pobj":
        both = scene.participants.subject(subject_of(verb))
        if len(both.people) > 1 and scene.are_two(both):
            return both
    return scene.pair_before(noun)


def _is_called_off(noun: Token, verb: Token) -> bool:
    """ "A and B have cancelled the meeting"."""
    return noun.dep_ == "dobj" and calls_off(verb) is not None


def _put_to(scene: Scene, noun: Token, verb: Token) -> Actor:
    """ "A told B at a meeting": A and B; "A and B agreed at a meeting in Oslo", too, unless it is somebody else's."""
    if not _is_where(noun, verb) or any(child.dep_ == "compound" for child in noun.children):
        return NOBODY
    subject = scene.participants.subject(subject_of(verb))
    if verb.lemma_ in _PUTTING_TO:
        heard, _ = scene.participants.group(verb.i + 1)
        both = subject + heard if subject.people and heard.people else NOBODY
        return both if set(both.people) > set(subject.people) and scene.are_two(both) else NOBODY
    return subject if verb.lemma_ in _AGREEING and len(subject.people) > 1 and scene.are_two(subject) else NOBODY


def _is_where(noun: Token, verb: Token) -> bool:
    """Whether the talks are where, or when, the verb's deed was done: "at a meeting", "in their talks"."""
    if not _is_governed(noun) or noun.head.lower_ not in _AT or _verb_of(noun) != verb:
        return False
    return not any(child.dep_ == "prep" and child.lower_ in ("of", "between", "with") for child in noun.children)


def _who_chairs(scene: Scene, chair: Token) -> Actor:
    """ "the dialogue, which A will co-chair with B"."""
    actor = scene.participants.subject(subject_of(chair))
    for index in range(chair.i + 1, min(scene.clause_end(chair), chair.i + _NEAR)):
        if scene.doc[index].lower_ in ("with", "by"):
            return actor + scene.participants.group(index + 1)[0]
    return actor


def _behind(scene: Scene, noun: Token, verb: Token | None, end: int) -> tuple[bool, Actor, int]:
    """Who stands behind "between", which tells all, or behind "with" and the like."""
    actor, last = NOBODY, noun.i + 1
    hosted = verb is not None and verb.lemma_ == "host"
    for index in range(noun.i + 1, min(end, noun.i + _NEAR)):
        word = scene.doc[index].lower_
        if word == ",":
            break
        near = word in ("of", "from", "by") and index < noun.i + 3
        if word in ("with", "between", "among") or near or (word == "for" and hosted):
            group, until = scene.participants.group(index + 1)
            if word == "between" and group:
                return True, group, until
            actor, last = actor + group, max(last, until) if group else last
    return False, actor, last


def _possessor(scene: Scene, noun: Token) -> Actor:
    for child in noun.children:
        if child.dep_ == "poss" and (person := scene.context.agents.person_at(child.i)):
            party = scene.party_of(person.person)
            return Actor((person.person,), (party,) if party else ())
    return NOBODY


def _who_holds(scene: Scene, verb: Token) -> Actor:
    """The subject; of "A's trip included talks" the one who travels."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma_ in _TRIPS:
        return scene.traveller_before(verb)
    return scene.participants.subject(subject)


def _co_chairs(scene: Scene, noun: Token, verb: Token, actor: Actor) -> Actor:
    """ "co-chaired by A and B" tells better than "the two ministers"."""
    for chair in verb.subtree:
        if chair.lemma_ in ("co-chair", "chair") and chair.i > noun.i:
            led = scene.participants.stretch(chair.i + 1, scene.clause_end(chair))
            return led if len(led.parties) > 1 else actor + led
    return actor


def _in_the_chair(scene: Scene, verb: Token) -> Actor:
    """ "took place in Oslo, with A and B in the chair"."""
    for index in range(verb.i + 1, scene.clause_end(verb)):
        if scene.doc[index].lower_ in ("with", "between") or scene.doc[index].lemma_ == "co-chair":
            return scene.participants.group(index + 1)[0]
    return NOBODY


def _subject_around(scene: Scene, noun: Token, verb: Token, other: Actor) -> Actor:
    """ "After talks in Oslo, A and B agreed", "in a call with A, B said": the subject tells who held them."""
    if not _is_governed(noun) or noun.head.lower_ not in _PAST | _COMING:
        return NOBODY
    actor = scene.participants.subject(subject_of(verb))
    return actor if len(actor.parties) > 1 or (other and actor.people) else NOBODY


def _is_governed(noun: Token) -> bool:
    """Whether a preposition governs the noun; "following" is one, and may have an object for the parse."""
    return noun.dep_ == "pobj" or (noun.dep_ == "dobj" and noun.head.dep_ == "prep")


def is_argument(noun: Token, verb: Token) -> bool:
    """Whether the noun is subject or object of the verb, or what one takes part in."""
    chain = noun
    while chain.head != verb and chain.head != chain:
        if chain.dep_ not in ("pobj", "conj", "prep", "compound", "appos"):
            return False
        chain = chain.head
    if chain.dep_ == "prep":
        return chain.lower_ in ("in", "for") and verb.lemma_ in ("participate", "take", "engage", "join")
    return chain.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "oprd")


def _status(noun: Token, verb: Token | None, carrier: Token | None) -> Told:
    before = noun.doc[noun.left_edge.i - 1].lower_ if noun.left_edge.i else ""
    if before in ("no", "without"):
        return NO_EVENT
    if carrier is not None:
        return told(carrier)
    if verb is not None and verb.lemma_ in _PUTTING_TO | _AGREEING and _is_where(noun, verb):
        return told(verb)
    if verb is not None and noun.dep_ == "pobj" and noun.head.lower_ == "for" and verb.lemma_ in _GOING:
        return told(verb)
    past = before in ("after", "following") and verb is not None and told(verb) in ("held", None, "under_way")
    return "held" if past else None


def _proper_name(noun: Token) -> str | None:
    if not noun.text[0].isupper():
        return None
    capitals = [token for token in noun.subtree if token.i <= noun.i and token.text[0].isupper()]
    return str(noun.doc[capitals[0].i : noun.i + 1].text) if len(capitals) > 1 else None
