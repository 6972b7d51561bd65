"""Who makes a claim: the speaker of the words it stands in, or the source the sentence names."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from parley.reading.context import Context
from parley.reading.statements import read_statements
from parley.records import OUTLET, Attribution, Statement


class Speakers:
    """Finds who says what at a place of the document; its statements are read when first asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def _statements(self) -> list[Statement]:
        return sorted(read_statements(self._context), key=lambda said: (said.quote.start, said.quote.end))

    def at(self, position: int) -> Attribution:
        """Who speaks at a character of the document; the document itself where nobody else does."""
        index = bisect_right(self._statements, position, key=lambda said: said.quote.start)
        for said in reversed(self._statements[:index]):
            if position < said.quote.end:
                return said.attribution
        return OUTLET
