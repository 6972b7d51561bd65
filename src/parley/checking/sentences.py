"""The sentence that a quote stands in, and whether it only says what would be so."""

from __future__ import annotations

import re

_BOUNDARY = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n+")
_INITIALS = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Sen|Gov|Prof|vs|approx|ca|est))\.$")
_CONDITION = re.compile(r"\W*(?:if|unless|suppose|supposing|imagine|were|had)\b", re.IGNORECASE)
_UNTRUE = re.compile(r"\b(?:not true|untrue|not the case|a myth|a lie|false|incorrect|wrong) (?:\w+ ){0,3}?that\b")
_LONGEST_INITIALS = 7


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of ``text`` that the characters ``start`` to ``end`` stand in, by its punctuation."""
    first, last = 0, len(text)
    for found in _BOUNDARY.finditer(text):
        before = text[max(0, found.start() - _LONGEST_INITIALS) : found.start()]
        if _INITIALS.search(before):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return " ".join(text[first:last].split())


def states_a_condition(words: str) -> bool:
    """Whether a sentence begins with "if"."""
    return _CONDITION.match(words) is not None


def is_called_untrue(words: str) -> bool:
    """Whether a sentence says that what follows is not so: "it is not true that"."""
    return _UNTRUE.search(words.lower()) is not None
