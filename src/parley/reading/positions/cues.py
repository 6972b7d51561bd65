"""The words by which a Party takes a position, and the frame that each of them needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from parley.reading.context import Context, Sentence
from parley.reading.lexicon import load

_CLAUSE_ENDS = frozenset([".", ";", ":", "!", "?", '"'])
_WINDOW = 14
_NORMS = load("positions")["norms"]
_MODALS = frozenset(_NORMS["modals"])
_MODALS_WITH_TO = frozenset(_NORMS["modals_with_to"])


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: a stance, the frame it comes in and what must stand beside it."""

    stance: str
    frame: str
    needs: str | None = None
    by: str = "subject"
    issue: str | None = None


_NORM = Row("urges", "norm", by="speaker")


@dataclass(frozen=True, slots=True)
class Cue:
    """A stance taken at the verb ``token``; ``first`` and ``last`` are the ends of the cue's own words."""

    token: Token
    first: Token
    last: Token
    row: Row


def find_cues(context: Context, sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence: phrases, which may hold a verb of the other table, then verbs, then norms."""
    yield from _phrase_cues(context, sentence)
    yield from _verb_cues(sentence)
    yield from _norms(sentence)


def _phrase_cues(context: Context, sentence: Sentence) -> Iterator[Cue]:
    low = context.text[sentence.start : sentence.end].lower()
    for row, pattern in _phrases():
        for found in pattern.finditer(low):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            span = context.doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                yield Cue(_verb_of(span.root), span[0], span[-1], row)


def _verb_cues(sentence: Sentence) -> Iterator[Cue]:
    for token in sentence.span:
        rows = _verbs().get(token.lemma_)
        if rows and token.pos_ == "VERB" and not _is_hypothetical(token):
            row = next((row for row in rows if FRAMES[row.frame](token)), None)
            if row and (row := _under_negation(token, row)):
                yield Cue(token, token, token, row)


def _under_negation(verb: Token, row: Row) -> Row | None:
    """Not to welcome is to oppose; not to oppose or not to urge is no position."""
    if not any(child.dep_ == "neg" for child in verb.children):
        return row
    return replace(row, stance="opposes") if row.stance == "supports" else None


def _norms(sentence: Sentence) -> Iterator[Cue]:
    """What others must do: "donors should pay", "rich countries need to lead"."""
    for token in sentence.span:
        if token.lower_ in _MODALS and token.dep_ == "aux":
            yield Cue(token.head, token, token, _NORM)
        elif token.lower_ in _MODALS_WITH_TO and token.i + 1 < sentence.span.end and token.nbor().lower_ == "to":
            yield Cue(token, token, token.nbor(), _NORM)


@cache
def _verbs() -> Mapping[str, tuple[Row, ...]]:
    table: dict[str, tuple[Row, ...]] = {}
    for entry in load("positions")["verbs"]:
        row = Row(entry["stance"], entry["frame"], entry.get("needs"))
        for lemma in entry["lemmas"]:
            table[lemma] = (*table.get(lemma, ()), row)
    return table


@cache
def _phrases() -> tuple[tuple[Row, re.Pattern[str]], ...]:
    return tuple((_phrase_row(entry), re.compile(entry["pattern"])) for entry in load("positions")["phrases"])


def _phrase_row(entry: Mapping[str, str]) -> Row:
    by = entry.get("by", "subject")
    return Row(entry["stance"], "phrase", entry.get("needs"), by, entry.get("issue"))


def _verb_of(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _is_hypothetical(verb: Token) -> bool:
    return any(child.lower_ in ("could", "may", "might", "if", "unless") for child in verb.lefts)


def _following(verb: Token, window: int = _WINDOW) -> Iterator[Token]:
    """The tokens behind a verb up to the end of its clause."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + window, len(verb.doc))]:
        if token.text in _CLAUSE_ENDS or token.is_sent_start or (token.is_space and "\n" in token.text):
            return
        yield token


def _to_do(verb: Token) -> bool:
    """A name or noun, then "to" with a verb."""
    named = False
    for token in _following(verb):
        if token.lower_ == "to" and named and token.i + 1 < len(token.doc) and token.nbor().tag_ == "VB":
            return True
        named |= token.pos_ in ("NOUN", "PROPN", "PRON", "ADV", "NUM") or token.lower_ in ("all",)
    return False


def _for(verb: Token) -> bool:
    return any(token.lower_ == "for" for token in _following(verb, 2)) or any(
        child.lower_ == "for" and child.dep_ == "prep" and child.i - verb.i < 8 for child in verb.rights
    )


def _that(verb: Token) -> bool:
    return any(child.dep_ == "ccomp" for child in verb.rights) or any(
        token.lower_ in ("that", "about", "of") for token in _following(verb, 2)
    )


def _object(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "ccomp", "xcomp") and child.i > verb.i for child in verb.children)


def _noun(verb: Token) -> bool:
    return any(child.dep_ == "dobj" and child.i > verb.i and child.pos_ == "NOUN" for child in verb.children)


def _of(verb: Token) -> bool:
    return any(token.lower_ == "of" for token in _following(verb))


def _against(verb: Token) -> bool:
    return any(token.lower_ == "against" for token in _following(verb, 5))


def _do(verb: Token) -> bool:
    return any(token.lower_ == "to" for token in _following(verb, 1))


FRAMES: Mapping[str, Callable[[Token], bool]] = {
    "to_do": _to_do,
    "for": _for,
    "that": _that,
    "object": _object,
    "noun": _noun,
    "of": _of,
    "against": _against,
    "do": _do,
}
