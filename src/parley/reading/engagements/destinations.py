"""Where a visit goes: the places that a verb of going or a noun such as "trip" leads to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import NOBODY
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.understood import understood
from parley.reading.places import PlaceMention

_LEADING = lemmas("visits", "leading_to")
_ONLY_FOR = lemmas("visits", "only_for")
_VISITING = lemmas("visits", "visiting")
_SPENDING = lemmas("visits", "spending")
_WAITING = lemmas("visits", "waiting")
# words behind which another journey is spoken of
_ELSEWHERE = frozenset(["after", "before", "following", "since", "ahead", "during"])
_LONGEST_LEG = 14
_NEAR = 8


def destinations(scene: Scene, verb: Token, lemma: str, end: int) -> list[PlaceMention]:
    """The places named that a verb of going, visiting or being leads to, in order."""
    return list(_named(scene, verb, lemma, end))


def is_somewhere(scene: Scene, verb: Token, end: int) -> bool:
    """Whether "to be" may be followed by a place that is not named: "was last in the kingdom", "was there"."""
    behind = [token.lower_ for token in scene.doc[verb.i + 1 : min(end, verb.i + 4)]]
    place = next((i for i, word in enumerate(behind) if word in ("in", "there")), None)
    return place is not None and all(word in _WAITING for word in behind[:place])


def _named(scene: Scene, verb: Token, lemma: str, end: int) -> Iterator[PlaceMention]:
    previous: PlaceMention | None = None
    for place in scene.places_between(verb.i + 1, end):
        before = scene.before(place.first)
        if previous is None:
            reached = _leads(scene, verb, lemma, place, before)
        else:
            reached = before in (",", "and", "then", "to", "in") and place.first - previous.last < _LONGEST_LEG
        if reached and _is_goal(scene, place):
            previous = place
            yield place


def stops_of_noun(scene: Scene, noun: Token, end: int) -> list[PlaceMention]:
    """The places behind "a trip to", "a stay in", in order."""
    stops: list[PlaceMention] = []
    for place in scene.places_between(noun.i + 1, end):
        before = scene.before(place.first)
        close = place.first - (stops[-1].last if stops else noun.i) < 12
        if before in ("to", "in") or (stops and before in (",", "and")):
            if close and place.country:
                stops.append(place)
        elif stops:
            break
    return stops or list(understood(scene, noun, end, NOBODY))


def _is_goal(scene: Scene, place: PlaceMention) -> bool:
    """A country or a city in one; not a bloc, and not the subject of a clause of its own."""
    heads = {token.dep_ for token in scene.doc[place.first : place.last]}
    return place.country is not None and place.country != "EUU" and "nsubj" not in heads


def _leads(scene: Scene, verb: Token, lemma: str, place: PlaceMention, before: str) -> bool:
    if lemma in _VISITING:
        return _is_object(scene, verb, place)
    if lemma == "be":
        between = [scene.doc[i].lower_ for i in range(verb.i + 1, place.first - 1)]
        return before == "in" and all(word in _WAITING or word in ("the", "in", "capital") for word in between)
    if lemma in _ONLY_FOR:
        return before == "for"
    if lemma in _SPENDING:
        return before == "in" and _is_while(scene, verb, place)
    apart = any(token.lower_ in _ELSEWHERE for token in scene.doc[verb.i + 1 : place.first])
    return before in _LEADING and place.first - verb.i < _NEAR and not apart


def _is_while(scene: Scene, verb: Token, place: PlaceMention) -> bool:
    """ "spent three days in"."""
    behind = scene.context.sentence_at(verb.idx).dates
    return any(date.kind == "duration" and verb.idx < date.start < place.start for date in behind)


def _is_object(scene: Scene, verb: Token, place: PlaceMention) -> bool:
    between = [scene.doc[i] for i in range(verb.i + 1, place.first)]
    return all(token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT") for token in between) and len(between) < 4
