"""Places in a sequence told from its end or from the present: the last but one, the next, a previous version."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.numbers.lexicon import POSITIONS, TIMES, any_of
from parley.reading.numbers.page import Page

_POSITION = re.compile(rf"(?<![^\W_])(?P<words>{any_of(POSITIONS)})(?![^\W_])(?! {any_of(TIMES)}s?(?![^\W_]))")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a sequence: ``text == document[start:end]``.

    ``steps`` counts from the last ("last": 0, "penultimate": -1) or from the present ("next": 1, "previous": -1).
    """

    start: int
    end: int
    text: str
    steps: int


def find_positions(text: str) -> tuple[Position, ...]:
    """The positions of ``text`` in order; not "last year" and "next Monday", which are dates."""
    low = Page.of(text).low
    return tuple(
        Position(found.start(), found.end(), text[found.start() : found.end()], POSITIONS[found["words"]])
        for found in _POSITION.finditer(low)
    )
