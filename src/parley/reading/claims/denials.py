"""Whether the words deny what they tell: "is not the largest", "does not emit more", "it is not true that"."""

from __future__ import annotations

from spacy.tokens import Token

from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import construction

_DENIAL, _UNTRUE, _CONTRASTED, _ELSEWHERE = (
    construction("scope", form) for form in ("denial", "untrue", "contrasted", "elsewhere")
)
_NOT_DENIED = frozenset(["only", "just", "merely", "least", "alone"])
_CLIMB = 8


def is_denied(line: Line, start: int, end: int) -> bool:
    """Whether what stands at ``start`` to ``end`` is said not to be so."""
    first, _ = line.clause(start, end)
    before = line.low[first:start]
    if _UNTRUE.search(line.low[:start]):
        return True
    if _CONTRASTED.search(before):
        return True
    found = [match.end() for match in _DENIAL.finditer(before)]
    beside = bool(found) and _ELSEWHERE.search(before[found[-1] :]) is None
    return beside or _is_negated(line.token_at(start))


def _is_negated(token: Token | None) -> bool:
    """Whether the verb that governs ``token`` has a negation."""
    if token is None:
        return False
    start = token
    for _ in range(_CLIMB):
        if token.head is token:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return any(_negates(child) and not _is_set_off(start, child) for child in token.children)


def _is_set_off(token: Token, negation: Token) -> bool:
    """Whether a comma parts what stands ahead from the negation: "a country of 50 million people, it does not …"."""
    return token.i < negation.i and any(each.text == "," for each in token.doc[token.i : negation.i])


def _negates(token: Token) -> bool:
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.dep_ == "neg" and following not in _NOT_DENIED
