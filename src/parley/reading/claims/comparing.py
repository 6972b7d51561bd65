"""What a sentence says without a figure of its own: who is level, which source leads, what rose or fell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.claims.alike import find_alike
from parley.reading.claims.draft import Draft
from parley.reading.claims.echoes import find_echoes
from parley.reading.claims.evidence import speaks_of_figures
from parley.reading.claims.line import Line
from parley.reading.claims.movements import find_movements
from parley.reading.claims.multiples import find_multiples
from parley.reading.claims.nothing import find_nothing
from parley.reading.claims.rivals import find_rivals

_NEAR = 50
_AS_ITS_MEASURE = frozenset(("cumulative", "per_capita", "coal_capacity"))


def find_comparing(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with those of Parties alike, of sources compared, and of rises and falls."""
    if not speaks_of_figures(line.low):
        return list(drafts)
    drafts = [_like_its_figure(draft, drafts) for draft in drafts]
    found = find_nothing(line, find_multiples(line, find_alike(line, drafts)))
    return find_echoes(line, find_movements(line, find_rivals(line, found)))


def _like_its_figure(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A comparison right behind a figure of the same Party as one of that figure: "had 9 GW of coal, more than …"."""
    if draft.dimension != "comparison" or draft.scope.about is not None or draft.place is None:
        return draft
    for other in drafts:
        beside = other.place is not None and 0 <= draft.place[0] - other.place[1] < _NEAR
        if beside and other.subject == draft.subject and other.measure in _AS_ITS_MEASURE:
            return replace(draft, year=draft.year or other.year, scope=replace(draft.scope, about=other.measure))
    return draft
