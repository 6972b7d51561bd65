"""Who makes a claim: the speaker of the words it stands in, or the source the sentence names."""

from __future__ import annotations

from bisect import bisect_right

from parley.reading.context import Context
from parley.records import OUTLET, Attribution, Statement


class Speakers:
    """Finds who says what at a place of the document."""

    def __init__(self, context: Context) -> None:
        self._statements: list[Statement] = sorted(context.statements, key=lambda s: (s.quote.start, s.quote.end))
        self._starts = [statement.quote.start for statement in self._statements]

    def at(self, start: int) -> Attribution:
        """Who speaks at character ``start``; the document itself where nobody else does."""
        for statement in reversed(self._statements[: bisect_right(self._starts, start)]):
            if statement.quote.start <= start < statement.quote.end:
                return statement.attribution
        return OUTLET
