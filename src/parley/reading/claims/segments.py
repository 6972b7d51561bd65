"""The words of a sentence that are one figure's own, where it tells several: "coal 30 % in 2010, gas 12 % in 2020"."""

from __future__ import annotations

import re

from parley.reading.claims.line import Line

_STRONG = re.compile(
    r";|:(?= )| – | -- | — |[()]|,? ?\b(?:while|whereas|but|against|as against|compared (?:with|to)|versus"
    r"|as opposed to)\b"
)
_COMMA, _AND = re.compile(r",(?!\d)"), re.compile(r"\b(?:and|plus|then)\b")
_WORD = re.compile(r"[a-z]{2}")
_FIGURES = frozenset(("percent", "fraction", "emissions", "mass", "power"))


def own_words(line: Line, start: int, end: int) -> tuple[int, int]:
    """The stretch of the figure at ``start`` to ``end``, as far as the separators towards its neighbours."""
    places = figures_of(line)
    behind = min((begin for begin, _ in places if begin >= end), default=None)
    ahead = max((stop for _, stop in places if stop <= start), default=None)
    first = 0 if ahead is None else _parted(line.low, ahead, start)[1]
    last = len(line.low) if behind is None else _parted(line.low, end, behind)[0]
    return first, last


def figures_of(line: Line) -> list[tuple[int, int]]:
    """Where the shares, tonnes and watts of a sentence stand."""
    return [
        (number.start - line.offset, number.end - line.offset)
        for number in line.sentence.numbers
        if number.dimension in _FIGURES
    ]


def _parted(low: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of one figure end and those of the next begin, between the two."""
    for form in (_STRONG, _COMMA, _AND):
        found = [each for each in form.finditer(low, start, end) if _WORD.search(low, each.end(), end)]
        if found:
            return found[-1].start(), found[-1].end()
    found = [each for form in (_STRONG, _COMMA, _AND) for each in form.finditer(low, start, end)]
    return (found[-1].start(), found[-1].end()) if found else (end, end)
