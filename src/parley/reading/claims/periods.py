"""The years that a figure is counted from or compared with: since 1850, between 1990 and 2019, below 2005 levels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.reading.claims.line import Line
from parley.reading.claims.vocabulary import construction
from parley.reading.claims.years import tells_a_year

_PERIOD, _LEVEL, _OF_LEVEL, _SINCE, _PRE_INDUSTRIAL, _OPENING = (
    construction("scope", form) for form in ("period", "level", "of_level", "since", "pre_industrial", "opening")
)
_BEHIND, _AHEAD = (construction("scope", form) for form in ("at_year_behind", "at_year_ahead"))
_BEFORE_INDUSTRY = 1850
_LONGEST_YEAR_DAYS = 366


@dataclass(frozen=True, slots=True)
class Period:
    """``first`` is the year counted from or compared with, ``last`` that of a stretch with two ends.

    ``other`` is a year of the clause that is neither; ``runs`` tells a stretch of years ("since 1850") from a year
    compared with ("below 2005 levels").
    """

    first: int | None = None
    last: int | None = None
    other: int | None = None
    runs: bool = False

    def runs_for(self, years: int) -> bool:
        """Whether it is a stretch of at least so many years, or one up to now."""
        return self.runs and self.first is not None and (self.last is None or self.last - self.first >= years)


def period_of(line: Line, start: int, end: int) -> Period:
    """The years that are named with a figure: behind it, ahead of it, or at the head of its clause."""
    first, stop = line.clause(start, end)
    numbers = [(n.start - line.offset, n.end - line.offset) for n in line.sentence.numbers]
    within = [(begin, last) for begin, last in numbers if first <= begin < stop]
    behind = min([stop, *(begin for begin, _ in within if begin >= end)])
    ahead = max([first, *(last for _, last in within if last <= start)])
    head = min([start, *(begin for begin, _ in within)])
    opening = _OPENING.match(line.low)
    parts = ((end, behind), (ahead, start), (first, head), opening.span() if opening else (0, 0))
    found = (_named(line, *part) for part in parts)
    period = next((period for period in found if period is not None), Period())
    if period.first is None and _PRE_INDUSTRIAL.search(line.low, first, stop):
        period = Period(_BEFORE_INDUSTRY, runs=True)
    return replace(period, other=None if period.last else _other(line, first, stop, period.first))


def _named(line: Line, start: int, stop: int) -> Period | None:
    if found := _PERIOD.search(line.low, start, stop):
        return Period(int(found["first"]), int(found["last"]), runs=True)
    for form in (_LEVEL, _OF_LEVEL, _SINCE):
        if found := form.search(line.low, start, stop):
            return Period(int(found["first"]), runs=form is _SINCE)
    return None


def year_of_rank(line: Line, end: int) -> int | None:
    """The year named right behind a rank, or at the head of its sentence."""
    found = _BEHIND.match(line.low[end:]) or _AHEAD.match(line.low)
    return int(found["year"]) if found else None


def _other(line: Line, first: int, stop: int, base: int | None) -> int | None:
    """The year of another date of the clause: "in 2020", "last year"."""
    for mention in line.sentence.dates:
        at = mention.start - line.offset
        interval = mention.interval
        if (
            not tells_a_year(line, mention)
            or not first <= at < stop
            or interval is None
            or interval.start is None
            or interval.end is None
        ):
            continue
        is_year = (interval.end - interval.start).days <= _LONGEST_YEAR_DAYS
        if is_year and interval.start.year == interval.end.year and interval.start.year != base:
            return interval.start.year
    return None
