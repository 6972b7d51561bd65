"""Positions told in a noun: "objections from Ruritania", "its refusal to sign", "under pressure from Strelsau"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from parley.reading.context import Sentence
from parley.reading.lexicon import load
from parley.reading.positions.cues import Cue, Row

_OF = frozenset(["from", "by", "of", "among"])
_MODIFIERS = frozenset(["poss", "compound", "amod", "nmod"])


def noun_cues(sentence: Sentence) -> Iterator[Cue]:
    """Each noun of a stance with the phrase that says whose it is and what it is about."""
    if not sentence.parties and not sentence.people:
        return
    for token in sentence.span:
        entry = _nouns().get(token.lower_) if token.pos_ == "NOUN" else None
        if entry and (whose := _whose(token)) is not None and _is_about(token, entry, whose):
            yield Cue(
                token, min(token, whose, key=_place), token, Row(entry["stance"], "noun_of", entry.get("needs")), whose
            )


@cache
def _nouns() -> Mapping[str, Mapping[str, str]]:
    return {form: entry for entry in load("positions")["nouns"] for form in entry["forms"]}


def _place(token: Token) -> int:
    return int(token.i)


def _whose(noun: Token) -> Token | None:
    """The token of the one whose stance it is."""
    beside = noun.doc[noun.i + 1 : noun.i + 2]
    for child in (*noun.children, *beside):
        if child.dep_ in ("prep", "agent") and child.lower_ in _OF:
            holder: Token | None = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            if holder is not None:
                return holder
    return next((child for child in noun.lefts if child.dep_ in _MODIFIERS and child.ent_type_), None)


def _is_about(noun: Token, entry: Mapping[str, str], whose: Token) -> bool:
    """Whether what the stance is about stands beside it, in the ways this noun asks for."""
    about = entry["about"].split()
    for token in noun.doc[noun.i + 1 : min(noun.i + 12, noun.sent.end)]:
        if token.text in (".", ";", ":"):
            break
        if token.lower_ in about and token.head.i in (noun.i, whose.i, noun.head.i):
            return True
        if "to" in about and token.lower_ == "to" and token.head.dep_ in ("acl", "relcl", "advcl", "xcomp"):
            return True
    if entry["stance"] == "opposes" and whose.head.lower_ in ("from", "by"):
        return True
    governing = noun.head.lower_ if noun.dep_ == "pobj" else ""
    return governing in ("after", "despite", "amid", "over", "following", "under", "to", "by", "at")
