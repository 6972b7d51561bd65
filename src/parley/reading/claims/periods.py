"""The years that a figure is counted from or compared with: since 1850, between 1990 and 2019, below 2005 levels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import construction

_PERIOD, _LEVEL, _OF_LEVEL, _SINCE, _PRE_INDUSTRIAL = (
    construction("scope", form) for form in ("period", "level", "of_level", "since", "pre_industrial")
)
_BEHIND, _AHEAD = (construction("scope", form) for form in ("at_year_behind", "at_year_ahead"))
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BEFORE_INDUSTRY = 1850
_LONGEST_YEAR_DAYS = 366


@dataclass(frozen=True, slots=True)
class Period:
    """``first`` is the year counted from, ``last`` that of a stretch with two ends, ``other`` one that is neither."""

    first: int | None = None
    last: int | None = None
    other: int | None = None

    def spans(self, years: int) -> bool:
        """Whether it goes over at least so many years, or up to now."""
        return self.first is not None and (self.last is None or self.last - self.first >= years)


def period_of(line: Line, start: int, end: int) -> Period:
    """The years that the clause around a figure names beside the one it is of."""
    first, stop = line.clause(start, end)
    words = line.low[first:stop]
    if found := _PERIOD.search(words):
        return Period(int(found["first"]), int(found["last"]))
    for form in (_LEVEL, _OF_LEVEL, _SINCE):
        for found in form.finditer(words):
            if not line.low[first + found.end("first") :].startswith(("-", "–")):
                year = int(found["first"])
                return Period(year, None, _other(line, first, stop, year))
    other = _other(line, first, stop, None)
    return Period(_BEFORE_INDUSTRY if _PRE_INDUSTRIAL.search(words) else None, None, other)


def year_of_rank(line: Line, end: int) -> int | None:
    """The year named right behind a rank, or at the head of its sentence."""
    found = _BEHIND.match(line.low[end:]) or _AHEAD.match(line.low)
    return int(found["year"]) if found else None


def _other(line: Line, first: int, stop: int, base: int | None) -> int | None:
    """The year of another date of the clause: "in 2020", "last year"."""
    for mention in line.sentence.dates:
        at = mention.start - line.offset
        interval = mention.interval
        if not first <= at < stop or interval is None or interval.start is None or interval.end is None:
            continue
        is_year = (interval.end - interval.start).days <= _LONGEST_YEAR_DAYS
        if is_year and interval.start.year == interval.end.year and interval.start.year != base:
            return interval.start.year
    return None
