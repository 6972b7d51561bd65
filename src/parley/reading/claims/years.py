"""The year that a figure is of."""

from __future__ import annotations

import re

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.dates import DateMention
from parley.reading.numbers import NumberMention

_NOT_OF_THE_FIGURE = re.compile(
    r"(?:since|from|by|until|till|before|than(?: in)?|below|above|over|against|compared (?:to|with)|relative to|pledged in|vowed in|after|between) (?:(?:the|fiscal|its|a|levels? of|levels? in|same period of) )*$"
)
_NOW = re.compile(r"\b(?:today|currently|at present)\b")
_BEHIND = 90
_AHEAD = 90


def year_of(line: Line, number: NumberMention, last: Draft | None) -> int | None:
    """The year named beside a number, behind it first; a list shares that of its first figure."""
    start, end = number.start, number.end
    first, stop = (line.offset + at for at in line.clause(start - line.offset, end - line.offset))
    later = next((n.start for n in line.sentence.numbers if n.start >= end), stop)
    behind = [
        d
        for d in line.sentence.dates
        if end <= d.start < min(end + _BEHIND, stop, max(later, end + 1)) and _dates(line, d)
    ]
    if behind and (year := _year(behind[0])):
        return year
    ahead = [d for d in line.sentence.dates if max(first, start - _AHEAD) <= d.start < start and _dates(line, d)]
    if ahead and (year := _year(ahead[-1])):
        return year
    if last is not None and last.sentence == line.sentence.index:
        return last.year
    return None


def _dates(line: Line, mention: DateMention) -> bool:
    """Whether a date says when, rather than since when or until when."""
    at = mention.start - line.offset
    return mention.interval is not None and _NOT_OF_THE_FIGURE.search(line.low[max(0, at - 30) : at]) is None


def _year(mention: DateMention) -> int | None:
    interval = mention.interval
    if interval is None or interval.start is None:
        return None
    return interval.start.year
