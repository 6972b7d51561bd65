"""When something is, as a document of a day would put it, and the days that this means."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_SOON_DAYS = 5


@dataclass(frozen=True, slots=True)
class Stated:
    """Words with the interval they mean, if they mean one; ``precision`` as in the corpus."""

    words: str
    start: date | None = None
    end: date | None = None
    precision: str | None = None


def state(start: date, end: date, published: date | None, month_first: bool, rng: Random, vague: float = 0.3) -> Stated:
    """One way to put the time; ``vague`` is how often it is a week or a month rather than days.

    An undated document gives the year.
    """
    if rng.random() < vague:
        wide = list(_wide(start, end, published))
        if wide:
            return rng.choice(wide)
    return rng.choice(list(_exact(start, end, published, month_first)))


def state_month(start: date, published: date | None) -> Stated:
    """ "in March", with the year unless it is clear."""
    clear = published is not None and abs((published - start).days) < 150 and published.year == start.year
    words = f"in {start:%B}" if clear else f"in {start:%B %Y}"
    return Stated(words, start.replace(day=1), _last(start), "month")


def _exact(start: date, end: date, published: date | None, month_first: bool) -> Iterator[Stated]:
    year = published is None or published.year != start.year or abs((published - start).days) > 150
    if start == end:
        yield Stated(f"on {_day(start, month_first, year)}", start, end, "day")
        if published and published != start and abs((start - published).days) <= _SOON_DAYS:
            yield Stated(f"on {start:%A}", start, end, "day")
            near = {-1: "yesterday", 1: "tomorrow"}.get((start - published).days)
            if near:
                yield Stated(near, start, end, "day")
        if published == start:
            yield Stated("today", start, end, "day")
            yield Stated(f"on {start:%A}", start, end, "day")
        return
    one_month = (start.year, start.month) == (end.year, end.month)
    if one_month and month_first:
        years = f", {start.year}" if year else ""
        yield Stated(f"from {start:%B} {start.day} to {end.day}{years}", start, end, "day")
        yield Stated(f"on {start:%B} {start.day}-{end.day}{years}", start, end, "day")
    elif one_month:
        years = f" {start.year}" if year else ""
        yield Stated(f"from {start.day} to {end.day} {start:%B}{years}", start, end, "day")
        yield Stated(f"on {start.day}-{end.day} {start:%B}{years}", start, end, "day")
    else:
        days = f"from {_day(start, month_first, False)} to {_day(end, month_first, year)}"
        yield Stated(days, start, end, "day")


def _wide(start: date, end: date, published: date | None) -> Iterator[Stated]:
    """Weeks that hold the whole, and the month."""
    if published:
        monday = published - timedelta(days=published.weekday())
        for words, first in (("this week", monday), ("next week", monday + _WEEK), ("last week", monday - _WEEK)):
            last = first + 6 * _DAY
            if first <= start and end <= last:
                yield Stated(words, first, last, "week")
        month = (start.year - published.year) * 12 + start.month - published.month
        if month == 0 and start > published + _WEEK and start.month == end.month:
            yield Stated("later this month", start.replace(day=1), _last(start), "month")
        if month == 1 and start.month == end.month:
            yield Stated("next month", start.replace(day=1), _last(start), "month")
        if month == -1 and start.month == end.month:
            yield Stated("last month", start.replace(day=1), _last(start), "month")
    if start.month == end.month and (published is None or abs((published - start).days) > 14):
        yield state_month(start, published)


def _day(day: date, month_first: bool, year: bool) -> str:
    if month_first:
        return f"{day:%B} {day.day}" + (f", {day.year}" if year else "")
    return f"{day.day} {day:%B}" + (f" {day.year}" if year else "")


def _last(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
