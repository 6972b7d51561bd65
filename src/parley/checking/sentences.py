"""The sentence that a quote stands in, and whether it only says what would be so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

_BOUNDARY = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n+")
_INITIALS = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Sen|Gov|Prof|vs|approx|ca|est))\.$")
_CONDITION = re.compile(r"\W*(?:if|unless|suppose|supposing|imagine|were|had)\b", re.IGNORECASE)
_UNTRUE = re.compile(r"\b(?:not true|untrue|not the case|a myth|a lie|false|incorrect|wrong) (?:\w+ ){0,3}?that\b")
_LONGEST_INITIALS = 7


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of ``text`` that the characters ``start`` to ``end`` stand in, by its punctuation."""
    ends, begins = _boundaries(text)
    before, after = bisect_right(begins, start), bisect_left(ends, end)
    first = begins[before - 1] if before else 0
    last = ends[after] if after < len(ends) else len(text)
    return " ".join(text[first:last].split())


@lru_cache(maxsize=4)
def _boundaries(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where sentences end and where those after them begin; a text is asked about once for each of its claims."""
    found = [one.span() for one in _BOUNDARY.finditer(text)]
    sure = [span for span in found if not _INITIALS.search(text[max(0, span[0] - _LONGEST_INITIALS) : span[0]])]
    return tuple(end for end, _ in sure), tuple(begin for _, begin in sure)


def states_a_condition(words: str) -> bool:
    """Whether a sentence begins with "if"."""
    return _CONDITION.match(words) is not None


def is_called_untrue(words: str) -> bool:
    """Whether a sentence says that what follows is not so: "it is not true that"."""
    return _UNTRUE.search(words.lower()) is not None
