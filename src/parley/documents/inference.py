"""The range of days in which an undated document must have been written, from what it tells.

Each clue gives bounds: a summit still ahead, a day told as past or as planned, a month's or a season's name. Bounds
that follow from the words are firm; those that rest on habit (trips are announced days ahead) only narrow the range
where they agree with the firm ones. Every bound carries its ground in words. Wide and right goes before narrow and
wrong: without both ends, or with more than about a year between them, the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from parley.documents.calendar_days import DAY, MONTH, day_in, day_of, month_and_day, month_number
from parley.documents.content import Dating
from parley.documents.summit_clues import SummitTold, summits_told
from parley.documents.tense import Tense, is_trip, tense_at, vocabulary
from parley.records.document import Document
from parley.records.engagement import Engagement
from parley.terms.summits import before_in_series
from parley.terms.when import Interval, Precision

LONGEST_RANGE_DAYS = 400
# Habits of news writing, in days: how long before a trip it is told of, how long an event stays the lead, how long
# one speaks of a coming conference, and how far back a day is named without its year.
_TRIP_LEAD, _NEWS_LAG, _CONFERENCE_LEAD, _NEAR_PAST = 14, 30, 365, 330
# Into a season before it is told of as past; out of it while "this summer" still means the last one.
_INTO_SEASON = 30
_LEAD_CHARACTERS = 400
_MOST_READ = 60_000

_DAY = re.compile(DAY, re.I)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_BEFORE = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),?\s+(?:the\s+)?\Z", re.I)
_PAST_YEAR = re.compile(r"\b(?:in|since|during|of)\s+(?P<year>20\d\d)\b")
_BARE_MONTH = re.compile(
    rf"\b(?:in|an?|the|early|late|last)[ -](?P<month>{MONTH})\b(?!\.?\s*\d)(?!\s+(?:to|that|not|be)\b)"
)
_SEASON = re.compile(r"\bthis (?P<season>spring|summer|fall|autumn)\b", re.I)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)\s*(?P<year>20\d\d)\b", re.I)
_JUST = re.compile(r"\b(?:just|this week|last week|days? (?:after|ago)|yesterday|wrapped up|concluded)\b", re.I)


class PartialDate(NamedTuple):
    """A day without its year, and the words that name it."""

    month: int
    day: int
    words: str


class Bound(NamedTuple):
    """The document is not older than ``day`` (``from``), or not younger (``until``)."""

    side: Literal["from", "until"]
    day: date
    firm: bool
    ground: str


class Range(NamedTuple):
    """The days still possible; None is an end nothing is known of."""

    start: Bound | None
    end: Bound | None

    @property
    def ground(self) -> str:
        return "; ".join(dict.fromkeys(bound.ground for bound in (self.start, self.end) if bound))


def infer_published(document: Document, engagements: Sequence[Engagement] = ()) -> Dating | None:
    """When ``document`` must have been written, None when it tells too little.

    ``engagements`` are what other documents report; one that this document speaks of narrows the range.
    """
    return infer_dating(document.text, engagements=engagements)


def infer_dating(
    text: str, dateline: PartialDate | None = None, engagements: Sequence[Engagement] = ()
) -> Dating | None:
    """The range of days that fits what ``text`` tells, None when it tells too little.

    ``dateline`` has no year; where the range holds just one such day, that is the date.
    """
    text = text[:_MOST_READ]
    bounds = [*_full_days(text), *_past_years(text), *_summits(text), *_copyright(text)]
    rough = fit(bounds)
    bounds += [*_days_without_year(text, rough), *_months_without_year(text, rough), *_seasons(text, rough)]
    for engagement in engagements:
        bounds += _known_engagement(text, engagement, rough)
    found = fit(bounds)
    if dateline and (day := _only_day(dateline, found)):
        return Dating(Interval.day(day), "inferred", f'the dateline "{dateline.words}"; its year: {found.ground}')
    return _dating(found)


def fit(bounds: Iterable[Bound]) -> Range:
    """The narrowest range the bounds agree on.

    What is told as past is surer than what is told as coming (an old plan may be retold), so a firm end before the
    firm start is left out; a bound of habit is left out where it contradicts what is already known.
    """
    ordered = sorted(set(bounds))
    start = _latest(bound for bound in ordered if bound.side == "from" and bound.firm)
    end = _earliest(
        bound for bound in ordered if bound.side == "until" and bound.firm and not (start and bound.day < start.day)
    )
    habits = [bound for bound in ordered if not bound.firm]
    softer_starts = [bound for bound in habits if bound.side == "from" and not (end and bound.day > end.day)]
    start = _latest([*([start] if start else []), *softer_starts])
    softer_ends = [bound for bound in habits if bound.side == "until" and not (start and bound.day < start.day)]
    return Range(start, _earliest([*([end] if end else []), *softer_ends]))


def _latest(bounds: Iterable[Bound]) -> Bound | None:
    return max(bounds, key=lambda bound: bound.day, default=None)


def _earliest(bounds: Iterable[Bound]) -> Bound | None:
    return min(bounds, key=lambda bound: bound.day, default=None)


def _dating(found: Range) -> Dating | None:
    if found.start is None or found.end is None:
        return None
    width = (found.end.day - found.start.day).days + 1
    if width > LONGEST_RANGE_DAYS:
        return None
    approximate = not (found.start.firm and found.end.firm)
    interval = Interval(found.start.day, found.end.day, _precision(width), approximate)
    return Dating(interval, "inferred", found.ground)


def _precision(days: int) -> Precision:
    """The coarsest unit that the width fills."""
    steps: tuple[tuple[int, Precision], ...] = ((1, "day"), (10, "week"), (45, "month"), (130, "season"))
    return next((name for most, name in steps if days <= most), "year")


def _only_day(dateline: PartialDate, found: Range) -> date | None:
    if found.start is None or found.end is None:
        return None
    days = _days_between(dateline.month, dateline.day, found.start.day, found.end.day)
    return days[0] if len(days) == 1 else None


def _days_between(month: int, day: int, start: date, end: date) -> list[date]:
    """Every occurrence of a day of the year from ``start`` to ``end``."""
    days = (day_of(year, month, day) for year in range(start.year, end.year + 1))
    return [found for found in days if found and start <= found <= end]


def _full_days(text: str) -> Iterator[Bound]:
    """Days written with their year, told as past or as coming."""
    for found in _DAY.finditer(text):
        day = day_in(found)
        tense = tense_at(text, *found.span()) if day else None
        if day is None or tense is None:
            continue
        words = _around(text, found)
        if tense == "future":
            yield Bound("until", day, True, f'"{words}" is still to come')
            continue
        yield Bound("from", day, True, f'"{words}" is told as past')
        if found.start() < _LEAD_CHARACTERS:
            yield Bound("until", day + timedelta(_NEWS_LAG), False, f'"{words}" is what the text opens with')


def _past_years(text: str) -> Iterator[Bound]:
    for found in _PAST_YEAR.finditer(text):
        if tense_at(text, *found.span()) == "past":
            yield Bound("from", date(int(found["year"]), 1, 1), True, f'"{_around(text, found)}" is told as past')


def _copyright(text: str) -> Iterator[Bound]:
    for found in _COPYRIGHT.finditer(text):
        year, ground = int(found["year"]), f'the text says "{found.group()}"'
        yield Bound("from", date(year, 1, 1), False, ground)
        yield Bound("until", date(year, 12, 31), False, ground)


def _summits(text: str) -> Iterator[Bound]:
    for told in summits_told(text):
        yield from _summit_ahead(told) if told.side == "future" else _summit_behind(told)


def _summit_ahead(told: SummitTold) -> Iterator[Bound]:
    summit = told.summit
    ground = f'{summit.name} ({summit.start.isoformat()}) is still ahead ("{told.words}")'
    yield Bound("until", summit.start - timedelta(1), told.firm, ground)
    before = before_in_series(summit)
    lead = summit.start - timedelta(_CONFERENCE_LEAD)
    yield Bound("from", max(lead, before.last_day + timedelta(1)) if before else lead, False, ground)
    if told.years_away:
        yield Bound("until", date(summit.start.year - told.years_away, 12, 31), True, ground)


def _summit_behind(told: SummitTold) -> Iterator[Bound]:
    summit = told.summit
    ground = f'{summit.name} ({summit.start.isoformat()}) has begun or is over ("{told.words}")'
    yield Bound("from", summit.start, told.firm, ground)
    if told.years_away:
        year = summit.start.year + told.years_away
        yield Bound("from", date(year, 1, 1), True, ground)
        yield Bound("until", date(year, 12, 31), False, ground)


def _days_without_year(text: str, rough: Range) -> Iterator[Bound]:
    """ "on August 31": a coming one is the first in the range, a past one the last."""
    coming: list[tuple[date, re.Match[str]]] = []
    for found in _DAY.finditer(text):
        if found["iso"] or found["year"] or found["year2"]:
            continue
        tense = tense_at(text, *found.span())
        day = _day_told(found, tense, rough, _weekday_before(text, found.start())) if tense else None
        if day and tense == "future":
            coming.append((day, found))
        elif day:
            yield Bound("from", day, False, f'"{_around(text, found)}" is told as past')
    if coming:
        day, found = min(coming, key=lambda item: (item[0], item[1].start()))
        ground = f'"{_around(text, found)}" is still to come'
        yield Bound("until", day, True, ground)
        if is_trip(text, found.start()):
            yield Bound("from", day - timedelta(_TRIP_LEAD), False, ground)


def _weekday_before(text: str, start: int) -> int | None:
    found = _WEEKDAY_BEFORE.search(text[max(0, start - 20) : start])
    return _WEEKDAYS.index(found[1].lower()) if found else None


def _day_told(found: re.Match[str], tense: Tense | None, rough: Range, weekday: int | None) -> date | None:
    """The day in its year: the first that can be coming, the last that can be past."""
    earliest, latest = _reach(rough)
    if earliest is None or latest is None:
        return None
    days = [day for day in _days_between(*month_and_day(found), earliest, latest) if weekday in (None, day.weekday())]
    if tense == "future":
        return days[0] if days else None
    past = [day for day in days if rough.end and day <= rough.end.day]
    return past[-1] if past else None


def _reach(rough: Range) -> tuple[date | None, date | None]:
    """The days around the range that a text may name without their year."""
    near = timedelta(_NEAR_PAST)
    earliest = rough.start.day if rough.start else rough.end.day - near if rough.end else None
    latest = rough.end.day + near if rough.end else rough.start.day + near if rough.start else None
    return earliest, latest


def _months_without_year(text: str, rough: Range) -> Iterator[Bound]:
    """ "a July speech", told as past: one would say "this month" until the month is over."""
    if rough.end is None:
        return
    for found in _BARE_MONTH.finditer(text):
        if tense_at(text, *found.span()) != "past":
            continue
        month = month_number(found["month"])
        starts = _days_between(month, 1, rough.end.day - timedelta(_NEAR_PAST), rough.end.day)
        if starts:
            last = Interval.month(starts[-1].year, month).end
            if last and last <= rough.end.day:
                yield Bound("from", last, False, f'"{_around(text, found)}" is told as past')


def _seasons(text: str, rough: Range) -> Iterator[Bound]:
    """ "this summer has": written in that season or soon after."""
    if rough.start is None or rough.end is None:
        return
    for found in _SEASON.finditer(text):
        if tense_at(text, *found.span()) != "past":
            continue
        first, last = vocabulary()["seasons"][found["season"].lower()]
        starts = _days_between(first, 1, rough.start.day, rough.end.day)
        if len(starts) == 1:
            begun = starts[0] + timedelta(_INTO_SEASON)
            over = starts[0] + timedelta(31 * (last - first) + _INTO_SEASON)
            ground = f'"{_around(text, found)}" is told as past'
            yield Bound("from", begun, False, ground)
            yield Bound("until", over, False, ground)


def _known_engagement(text: str, engagement: Engagement, rough: Range) -> Iterator[Bound]:
    """Bounds from a meeting that another document dates and this one speaks of, by its city and its people."""
    when, city = engagement.when, engagement.place.city if engagement.place else None
    if when is None or when.start is None or when.end is None or city is None or (when.days or 99) > 10:
        return
    if not any(name.split()[-1] in text for name in engagement.people) or not _inside(when.end, rough):
        return
    for found in re.finditer(rf"\b{re.escape(city)}\b", text):
        tense = tense_at(text, *found.span())
        ground = f'another document dates the {engagement.kind} in {city} to {when.iso} ("{_around(text, found)}")'
        if tense == "past":
            lag = _NEWS_LAG // 3 if _JUST.search(text[max(0, found.start() - 80) : found.end() + 40]) else _NEWS_LAG
            yield Bound("from", when.start, False, ground)
            yield Bound("until", when.end + timedelta(lag), False, ground)
        elif tense == "future":
            yield Bound("until", when.start, False, ground)
            yield Bound("from", when.start - timedelta(_TRIP_LEAD), False, ground)


def _inside(day: date, rough: Range) -> bool:
    return rough.start is not None and rough.end is not None and rough.start.day <= day <= rough.end.day


def _around(text: str, found: re.Match[str]) -> str:
    """The words found with a few before them, on one line."""
    before = text[max(0, found.start() - 24) : found.start()].split()[1:][-3:]
    return " ".join([*before, *found.group().split()])
