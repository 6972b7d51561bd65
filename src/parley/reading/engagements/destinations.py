"""Where a visit goes: the places that a verb of going or a noun such as "trip" leads to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.places import PlaceMention
from parley.terms.parties import is_group

_LEADING = lemmas("visits", "leading_to")
_ONLY_FOR = lemmas("visits", "only_for")
_VISITING = lemmas("visits", "visiting")
_WAITING = lemmas("visits", "waiting")
_COUNTRY_NOUNS = frozenset(["country", "kingdom", "nation", "capital", "region"])


def destinations(scene: Scene, verb: Token, lemma: str, end: int) -> Iterator[PlaceMention]:
    """The places a verb of going, visiting or being leads to, in order."""
    previous: PlaceMention | None = None
    for place in scene.places_between(verb.i + 1, end):
        before = scene.before(place.first)
        if previous is None:
            reached = _leads(scene, verb, lemma, place, before)
        else:
            reached = before in (",", "and", "then", "to", "in") and place.first - previous.last < 14
        if reached and _is_goal(scene, place):
            previous = place
            yield place
    if previous is None and (lemma != "be" or _is_followed_by_in(scene, verb, end)):
        yield from _here(scene, verb, end) or unnamed_country(scene, verb, end)


def stops_of_noun(scene: Scene, noun: Token, end: int) -> list[PlaceMention]:
    stops: list[PlaceMention] = []
    for place in scene.places_between(noun.i + 1, end):
        before = scene.before(place.first)
        close = place.first - (stops[-1].last if stops else noun.i) < 12
        if before in ("to", "in") or (stops and before in (",", "and")):
            if close and place.country:
                stops.append(place)
        elif stops:
            break
    if not stops:
        stops.extend(unnamed_country(scene, noun, end))
    return stops


def _is_followed_by_in(scene: Scene, verb: Token, end: int) -> bool:
    """ "was last in the kingdom"."""
    behind = [token.lower_ for token in scene.doc[verb.i + 1 : min(end, verb.i + 4)]]
    return "in" in behind and all(word in _WAITING or word in ("in", "the") for word in behind[: behind.index("in")])


def _here(scene: Scene, verb: Token, end: int) -> list[PlaceMention]:
    """ "arrived here": the place of the dateline."""
    near = scene.doc[verb.i + 1 : min(end, verb.i + 3)]
    return [scene.here] if scene.here is not None and any(token.lower_ == "here" for token in near) else []


def _is_goal(scene: Scene, place: PlaceMention) -> bool:
    """A country or a city in one; not a bloc, and not the subject of a clause of its own."""
    heads = {token.dep_ for token in scene.doc[place.first : place.last]}
    return place.country is not None and place.country != "EUU" and "nsubj" not in heads


def _leads(scene: Scene, verb: Token, lemma: str, place: PlaceMention, before: str) -> bool:
    if lemma in _VISITING:
        return _is_object(scene, verb, place)
    if lemma == "be":
        between = [scene.doc[i].lower_ for i in range(verb.i + 1, place.first - 1)]
        return before == "in" and all(word in _WAITING or word in ("the", "also", "in", "capital") for word in between)
    if lemma in _ONLY_FOR:
        return before == "for"
    return before in _LEADING and place.first - verb.i < 8


def _is_object(scene: Scene, verb: Token, place: PlaceMention) -> bool:
    between = [scene.doc[i] for i in range(verb.i + 1, place.first)]
    return all(token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT") for token in between) and len(between) < 4


def unnamed_country(scene: Scene, verb: Token, end: int) -> Iterator[PlaceMention]:
    """ "to the country": the Party last spoken of."""
    for token in scene.doc[verb.i + 1 : end]:
        if token.lower_ in _COUNTRY_NOUNS and token.dep_ in ("pobj", "dobj") and token.i - verb.i < 5:
            actor = scene.context.agents.resolve(token, conjuncts=False)
            if actor.parties and not is_group(actor.parties[0]):
                yield PlaceMention(token.idx, token.idx + len(token), token.i, token.i + 1, None, actor.parties[0])
            return
