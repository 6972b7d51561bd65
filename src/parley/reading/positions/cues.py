"""The words by which a Party takes a position, and the frame that each of them needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from parley.reading.context import Context, Sentence
from parley.reading.lexicon import any_spacing, load
from parley.reading.positions.frames import FRAMES

_NORMS = load("positions")["norms"]
_MODALS = frozenset(_NORMS["modals"])
_ASKING = frozenset(_NORMS["asking"])
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
    """A stance taken at the verb ``token``; ``first`` and ``last`` are the ends of the cue's own words.

    ``whose`` names its holder, where that is not the subject of the verb.
    """

    token: Token
    first: Token
    last: Token
    row: Row
    whose: Token | None = None


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
            if span is not None and not _is_conditional(verb := _verb_of(span.root)):
                yield Cue(verb, span[0], span[-1], row)


def _verb_cues(sentence: Sentence) -> Iterator[Cue]:
    for token in sentence.span:
        rows = _verbs().get(token.lemma_)
        if rows and token.pos_ == "VERB" and not _is_hypothetical(token):
            for row in rows:
                if FRAMES[row.frame](token) and (taken := _under_negation(token, row)):
                    yield Cue(token, token, token, taken)


def _under_negation(verb: Token, row: Row) -> Row | None:
    """Not to welcome is to oppose; not to oppose or not to urge is no position."""
    if not any(child.dep_ == "neg" for child in verb.children):
        return row
    return replace(row, stance="opposes") if row.stance == "supports" else None


def _norms(sentence: Sentence) -> Iterator[Cue]:
    """What others must do: "donors should pay", "rich countries need to lead"."""
    for token in sentence.span:
        if token.lower_ in _MODALS and token.dep_ == "aux" and not _asks(token.head):
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
    table = load("positions")
    return tuple((_phrase_row(entry), _compiled(entry["pattern"], table["forms"])) for entry in table["phrases"])


def _compiled(pattern: str, forms: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """The expression with each ``<name>`` replaced by the forms of that name."""
    for name, words in forms.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{'|'.join(words)})")
    return re.compile(any_spacing(rf"\b(?:{pattern})\b"))


def _phrase_row(entry: Mapping[str, str]) -> Row:
    by = entry.get("by", "subject")
    return Row(entry["stance"], "phrase", entry.get("needs"), by, entry.get("issue"))


def _verb_of(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _asks(verb: Token) -> bool:
    """Whether the clause of a verb asks "who should", "why it should"."""
    return any(inner.lower_ in _ASKING for child in verb.lefts for inner in (child, *child.lefts))


def _is_hypothetical(verb: Token) -> bool:
    return _is_conditional(verb) or any(child.lower_ in ("could", "may", "might") for child in verb.lefts)


def _is_conditional(verb: Token) -> bool:
    return any(child.lower_ in ("if", "unless") for child in verb.lefts)
