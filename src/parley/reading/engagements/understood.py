"""Places that a verb of going leaves out: "arrived here", "was in the capital", "was there", "visited in December"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import Actor
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.places import PlaceMention
from parley.terms.parties import is_group, parties

_COUNTRY_NOUNS = lemmas("visits", "country_nouns")
_OBJECTLESS = lemmas("visits", "objectless")
_OF_PLACE = frozenset(["to", "in", "at", "into", "for", "visit", "visited", "visiting", "tour", "toured"])
_NEAR = 5
_TOKENS_BACK = 60


def understood(scene: Scene, head: Token, end: int, actor: Actor) -> Iterator[PlaceMention]:
    """The place that the words behind ``head`` mean without naming it; ``actor`` is who goes, if known."""
    near = scene.doc[head.i + 1 : min(end, head.i + _NEAR)]
    if scene.here is not None and any(token.lower_ == "here" for token in near[:2]):
        yield scene.here
        return
    described = next((t for t in near if t.lower_ in _COUNTRY_NOUNS and t.dep_ in ("pobj", "dobj")), None)
    if described is not None:
        yield from _described(scene, described, actor)
    elif head.lemma_ == "come" and head.pos_ == "VERB" and _lacks_its_goal(scene, head):
        yield from _home(scene, head, actor)
    elif any(token.lower_ == "there" for token in near[:3]) or _lacks_its_goal(scene, head):
        yield from last_place_abroad(scene, head, actor)


def _described(scene: Scene, noun: Token, actor: Actor) -> Iterator[PlaceMention]:
    """ "the country", "the capital": that of the Party last spoken of, other than whose who go there."""
    found = scene.context.agents.resolve(noun, conjuncts=False).parties[:1]
    if not found or found[0] in actor.parties or is_group(found[0]):
        found = _other_country(scene, noun, actor)
    for code in found:
        city = parties()[code].capital if noun.lower_ == "capital" and code in parties() else None
        yield PlaceMention(noun.idx, noun.idx + len(noun), noun.i, noun.i + 1, city, code)


def _other_country(scene: Scene, noun: Token, actor: Actor) -> tuple[str, ...]:
    """The country last named before a noun that none of an actor's speaks for."""
    for mention in reversed(scene.context.parties):
        near = noun.i - _TOKENS_BACK < mention.first < noun.i and mention.code in parties()
        if near and mention.code not in (*actor.parties, "UN") and not is_group(mention.code):
            return (mention.code,)
    here = scene.here.country if scene.here else None
    return (here,) if here and here not in actor.parties else ()


def _lacks_its_goal(scene: Scene, head: Token) -> bool:
    """ "visited in December", "is expected to arrive later this month": a day follows, and no object."""
    if head.lemma_.lower() not in _OBJECTLESS or head.pos_ != "VERB":
        return False
    if any(child.dep_ in ("dobj", "attr", "ccomp", "xcomp", "prt") for child in head.children):
        return False
    behind = head.i + 1
    if behind < len(scene.doc) and scene.doc[behind].lower_ in ("in", "on", "again"):
        behind += 1
    start = scene.doc[behind].idx if behind < len(scene.doc) else 0
    return any(date.start <= start < date.end for date in scene.context.sentence_at(head.idx).dates)


def _home(scene: Scene, head: Token, actor: Actor) -> Iterator[PlaceMention]:
    """ "expects to come in May": to where the text is written, else to the country it speaks of most."""
    counts = Counter(m.code for m in scene.context.parties if m.code in parties() and not is_group(m.code))
    most = max(counts, key=lambda code: counts[code], default=None)
    country = scene.here.country if scene.here else most
    if country and country not in (*actor.parties, "UN"):
        yield PlaceMention(head.idx, head.idx + len(head), head.i, head.i + 1, None, country)


def last_place_abroad(scene: Scene, head: Token, actor: Actor) -> Iterator[PlaceMention]:
    """The place abroad last named as a place before a verb."""
    for mention in reversed(scene.places):
        if mention.first >= head.i or mention.country is None or mention.country in actor.parties:
            continue
        if head.i - mention.first > _TOKENS_BACK:
            return
        if scene.before(mention.first) in _OF_PLACE:
            yield mention
            return
