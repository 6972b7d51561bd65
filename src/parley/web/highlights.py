"""A text cut where quotes begin and end, so that quotes which overlap can each be marked in it.

    text   |————— a —————|
                 |—— b ——|———|
    pieces |  a  |  a, b |  b |

Every character is in one piece; the words of a quote are those of the pieces that know it. Each quote has a line of
its own under the text, the same in all its pieces, and no other quote has that line there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST_LINES = 5
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Span:
    """A quote of record number ``record``, from ``start`` to ``end`` (excluded)."""

    start: int
    end: int
    record: int


@dataclass(frozen=True, slots=True)
class Mark:
    """That a piece is of a record's quote, which is underlined on ``line``, 0 being next to the words."""

    record: int
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``marks`` by line, so that the shortest quote comes first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``pieces`` up to ``end``, then white space to ``next_start``."""

    start: int
    end: int
    next_start: int
    pieces: tuple[Piece, ...]


def paragraphs(text: str, spans: Sequence[Span]) -> tuple[Paragraph, ...]:
    """The text as paragraphs, which together are all of it: each ends where a blank line begins."""
    gaps = [*(found.span() for found in _WHITE.finditer(text) if found[0].count("\n") > 1), (len(text), len(text))]
    pieces = cut(len(text), spans, (place for gap in gaps for place in gap))
    starts = [piece.start for piece in pieces]
    begin = 0
    found = []
    for end, next_start in gaps:
        if end > begin:
            within = pieces[bisect_left(starts, begin) : bisect_left(starts, end)]
            found.append(Paragraph(begin, end, next_start, tuple(within)))
        begin = next_start
    return tuple(found)


def cut(length: int, spans: Sequence[Span], also_at: Iterable[int] = ()) -> list[Piece]:
    """Pieces in order that together are a text of ``length`` characters, cut at all ends of ``spans``."""
    places = sorted({0, length, *also_at, *(place for span in spans for place in (span.start, span.end))})
    lines = _lines(spans)
    begins: dict[int, list[int]] = defaultdict(list)
    for number, span in enumerate(spans):
        begins[span.start].append(number)
    going: list[int] = []
    pieces = []
    for start, end in pairwise(places):
        going = [number for number in going if spans[number].end > start] + begins[start]
        marks = sorted((lines[number], spans[number].record) for number in going)
        pieces.append(Piece(start, end, tuple(Mark(record, line) for line, record in marks)))
    return pieces


def _lines(spans: Sequence[Span]) -> list[int]:
    """A line for each span. Short ones come first, next to the words; beyond ``MOST_LINES`` they share the last."""
    taken = [_Line() for _ in range(MOST_LINES - 1)]
    lines = [MOST_LINES - 1] * len(spans)
    by_length = sorted(range(len(spans)), key=lambda number: (spans[number].end - spans[number].start, number))
    for number in by_length:
        span = spans[number]
        for place, line in enumerate(taken):
            if line.take(span.start, span.end):
                lines[number] = place
                break
    return lines


class _Line:
    """The stretches of one line that are taken, in order, none touching another's inside."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take a stretch where it is free; whether it was."""
        place = bisect_right(self._ends, start)
        if place < len(self._starts) and self._starts[place] < end:
            return False
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True
