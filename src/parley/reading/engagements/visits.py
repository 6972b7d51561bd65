"""Visits: verbs of going with a destination, "is in", and nouns such as "trip" and "stay"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.engagements.draft import Draft
from parley.reading.engagements.guests import guests_of
from parley.reading.engagements.lexicon import lemmas
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.visit_nouns import visits_by_noun
from parley.reading.engagements.visit_verbs import visits_by_verb

_GOING = lemmas("visits", "going")
_VISITING = lemmas("visits", "visiting")
_SPENDING = lemmas("visits", "spending")
_NOUNS = lemmas("visits", "nouns")
_TRAVELLERS = lemmas("visits", "travellers")
_OF = frozenset(["of", "by", "to"])
_RECEIVING = lemmas("talks", "receiving") - {"see"}
_WORDS = _RECEIVING | _GOING | _VISITING | _NOUNS | _SPENDING | {"be", "lead"}


def find_visits(scene: Scene) -> Iterator[Draft]:
    """All visits told in the document, one draft a country and clause."""
    for token, lemma in scene.words(_WORDS):
        if _opens_a_title(token):
            yield from visits_by_noun(scene, token)
        elif token.pos_ == "VERB" and lemma in _RECEIVING:
            yield from guests_of(scene, token)
        elif token.pos_ in ("VERB", "AUX"):
            if lemma == "come" and token.i + 1 < len(scene.doc) and token.nbor().lower_ == "together":
                continue
            if lemma != "lead" or any(child.lower_ in _TRAVELLERS for child in token.children):
                yield from visits_by_verb(scene, token, lemma)
        elif token.pos_ == "NOUN" and lemma in _GOING | _VISITING and _is_misread(scene, token):
            yield from visits_by_verb(scene, token, lemma)
        elif token.pos_ == "NOUN" and lemma in _NOUNS:
            yield from visits_by_noun(scene, token)


def _opens_a_title(token: Token) -> bool:
    """ "Visit of A to X": a noun, though the tagger may take it for a verb."""
    first = token.i == 0 or token.is_sent_start or not token.nbor(-1).is_alpha
    return token.text in ("Visit", "Trip") and first and token.i + 1 < len(token.doc) and token.nbor().lower_ in _OF


def _is_misread(scene: Scene, noun: Token) -> bool:
    """A verb that the tagger took for a noun: "is due to land in", "Minister X heads to"."""
    if noun.i == 0 or noun.i + 1 == len(noun.doc):
        return False
    finite = noun.tag_ == "NNS" and noun.i - 1 in scene.participants.named and noun.nbor().lower_ in ("to", "for")
    return finite or noun.nbor(-1).lower_ == "to"
