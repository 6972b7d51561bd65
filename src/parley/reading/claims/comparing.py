"""What a sentence says without a figure of its own: who is level, which source leads, what rose or fell."""

from __future__ import annotations

from collections.abc import Sequence

from parley.reading.claims.alike import find_alike
from parley.reading.claims.draft import Draft
from parley.reading.claims.echoes import find_echoes
from parley.reading.claims.evidence import speaks_of_figures
from parley.reading.claims.line import Line
from parley.reading.claims.movements import find_movements
from parley.reading.claims.multiples import find_multiples
from parley.reading.claims.nothing import find_nothing
from parley.reading.claims.rivals import find_rivals


def find_comparing(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence with those of Parties alike, of sources compared, and of rises and falls."""
    if not speaks_of_figures(line.low):
        return list(drafts)
    found = find_nothing(line, find_multiples(line, find_alike(line, drafts)))
    return find_echoes(line, find_movements(line, find_rivals(line, found)))
