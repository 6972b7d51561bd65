"""Which way something went: up, down or to a level; which of two goals comes earlier."""

from __future__ import annotations

import re
from typing import cast

from parley.reading.claims.draft import Draft
from parley.reading.claims.stretch import Stretch
from parley.reading.claims.vocabulary import construction, first_token, tokens
from parley.records.claim import Direction

_TO_LEVEL, _EARLIER = (construction("scope", form) for form in ("to_level", "earlier"))
_WORDS_BEHIND = 2


def direction_of(draft: Draft, stretch: Stretch) -> Direction | None:
    """The direction of a change, of "30 % more than", or of a gap between two goals."""
    in_percent = draft.figure[2] == "%"
    match draft.measure:
        case "target_gap":
            return "earlier" if _EARLIER.search(stretch.behind) else "later"
        case "change" if in_percent and _TO_LEVEL.match(stretch.behind):
            return "to"
        case "change":
            return _way(stretch)
        case "ratio" if in_percent:
            return _way(stretch)
        case _:
            return None


def _way(stretch: Stretch) -> Direction | None:
    """Up or down, by the figure's own word ("halved"), the word right behind it, or the last one before it."""
    behind = " ".join(re.split(r"\s+", stretch.behind.strip())[:_WORDS_BEHIND])
    for words in (stretch.figure, behind):
        if (found := first_token("directions", words)) is not None:
            return cast(Direction, found)
    last = [(found.start(), token) for token, form in tokens("directions") for found in form.finditer(stretch.before)]
    return cast("Direction | None", max(last)[1]) if last else None
