"""The stage of the power stations that a figure is of: running, being built, planned, added, closed."""

from __future__ import annotations

from parley.reading.claims.line import Line
from parley.reading.claims.segments import figures_of, own_words
from parley.reading.claims.stretch import Stretch
from parley.reading.claims.vocabulary import first_token, tokens

_NEAR_BEHIND = 45
_WEAK = frozenset(("another", "new"))


def stage_of(line: Line, stretch: Stretch, start: int, end: int) -> str | None:
    """The stage that the words nearest to the figure at ``start`` to ``end`` name; None where none is named."""
    several = len(figures_of(line)) > 1
    if several or len({stage for stage, form in tokens("stages") if form.search(stretch.whole)}) > 1:
        return _nearest(line, start, end)
    return first_token("stages", stretch.figure + stretch.behind[:_NEAR_BEHIND]) or first_token("stages", stretch.whole)


def _nearest(line: Line, start: int, end: int) -> str | None:
    first, last = own_words(line, start, end)
    found = [
        (match.group() in _WEAK, match.start() - end if match.start() >= end else start - match.end(), stage)
        for stage, form in tokens("stages")
        for match in form.finditer(line.low, first, last)
    ]
    return min(found)[2] if found else None
