"""Words for places in an order."""

from __future__ import annotations

import re

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLACES = {word: place for words in (_ORDINALS, _CARDINALS) for place, word in enumerate(words, start=1)}
_NUMBER_SIGN = re.compile(r"(?:number|no\.) ?")


def place_of(words: str | None) -> int:
    """The place that "second", "12th" or "number two" tells; the first where nothing is said."""
    if not words:
        return 1
    word = _NUMBER_SIGN.sub("", words)
    return _PLACES.get(word) or int(re.sub(r"\D", "", word) or 1)
