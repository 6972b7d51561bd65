"""Who makes a claim: the speaker of the words it stands in, or the source the sentence names."""

from __future__ import annotations

from bisect import bisect_right

from parley.reading.context import Context
from parley.records import OUTLET, Attribution


class Speakers:
    """Finds who says what at a place of the document."""

    def __init__(self, context: Context) -> None:
        self._statements = sorted(context.statements, key=lambda said: (said.quote.start, said.quote.end))

    def at(self, position: int) -> Attribution:
        """Who speaks at a character of the document; the document itself where nobody else does."""
        index = bisect_right(self._statements, position, key=lambda said: said.quote.start)
        for said in reversed(self._statements[:index]):
            if position < said.quote.end:
                return said.attribution
        return OUTLET
