"""Words that take their own end in: "at least 40" is met by 39.8, which is 40 as written, "over 40" is not."""

from __future__ import annotations

import re
from functools import lru_cache

_INCLUSIVE = re.compile(
    r"\b(?:at (?:least|most)|no (?:less|fewer|more) than|not (?:less|more) than|up to|as (?:much|many|little|few) as"
    r"|or (?:more|less|fewer|above|below|higher|lower)|a (?:minimum|maximum) of|within)\b"
    r"|[≥≤]"
)


@lru_cache(maxsize=4096)
def takes_in_its_end(words: str) -> bool:
    """Whether the words of a claim with ``>`` or ``<`` make its own number count as met."""
    return _INCLUSIVE.search(words.casefold()) is not None
