"""The words of a claim around its figure, as far as the figures before and behind it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import phrase

_HEDGED = phrase(r"(?: (?:by|of|to))? <hedges>$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """``before`` are the words ahead of the figure, its hedge left out, ``figure`` its own, ``behind`` what follows."""

    before: str
    figure: str
    behind: str

    @classmethod
    def around(cls, line: Line, start: int, end: int) -> Stretch:
        """The stretch of ``line`` around the figure at ``start`` to ``end``."""
        first, last = line.clause(start, end)
        for number in line.sentence.numbers:
            begin, stop = number.start - line.offset, number.end - line.offset
            if stop <= start:
                first = max(first, stop)
            elif begin >= end:
                last = min(last, begin)
        return cls(_HEDGED.sub(" ", line.low[first:start]), line.low[start:end], line.low[end:last])

    @property
    def from_figure(self) -> str:
        """The figure with what follows: "27 % of the world's …"."""
        return self.figure + self.behind

    @property
    def whole(self) -> str:
        return f"{self.before} {self.from_figure}"
