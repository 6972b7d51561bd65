"""Where a parsed document names Parties, and in which use: as one who acts, as a place, or as a mere modifier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from parley.reading.lexicon import words
from parley.terms.parties import Form, PartyName, find_names

Use = Literal["agent", "place", "modifier"]

_PLACE_PREPOSITIONS = words("reference", "place_prepositions")
_TRAVEL_VERBS = words("reference", "travel_verbs")
_NAMES_THAT_ARE_ALSO_PEOPLE = words("reference", "names_also_of_people")
_NAMED_AFTER_CITIES = words("reference", "named_after_cities")


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Tokens ``first`` to ``last`` (excluded), characters ``start`` to ``end``, name the Party ``code``."""

    start: int
    end: int
    first: int
    last: int
    code: str
    form: Form
    use: Use


def read_parties(doc: Doc, text: str) -> tuple[PartyMention, ...]:
    """All mentions of Parties, groups and the world in a parsed ``text``, in order."""
    mentions = []
    for name in find_names(text):
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is not None and not _is_something_else(span, name):
            mentions.append(
                PartyMention(name.start, name.end, span.start, span.end, name.code, name.form, _use(span, name))
            )
    return tuple(mentions)


def _is_something_else(span: Span, name: PartyName) -> bool:
    """A person called Jordan, "us" in a shouted headline, a treaty or a summit named after a capital."""
    following = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    if name.form == "metonym" and following in _NAMED_AFTER_CITIES:
        return True
    if span.text in _NAMES_THAT_ARE_ALSO_PEOPLE and _beside_capitalised(span):
        return True
    return span.text == "US" and span[0].pos_ == "PRON" and not span[0].is_upper


def _beside_capitalised(span: Span) -> bool:
    doc = span.doc
    after = doc[span.end] if span.end < len(doc) else None
    return after is not None and after.ent_type_ == "PERSON" and after.is_title


def _use(span: Span, name: PartyName) -> Use:
    root = span.root
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.text in ("'s", "'"):
        return "modifier"
    if name.form == "demonym" and root.dep_ not in ("nsubj", "nsubjpass", "pobj", "dobj", "conj", "ROOT"):
        return "modifier"
    if root.dep_ in ("compound", "amod", "nmod", "poss") and root.head.i >= span.end:
        return "modifier"
    if _governing_preposition(root) in _PLACE_PREPOSITIONS:
        return "place"
    if root.dep_ == "dobj" and root.head.lemma_ in _TRAVEL_VERBS:
        return "place"
    return "agent"


def _governing_preposition(token: Token) -> str | None:
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj":
        return str(token.head.lower_)
    return None
