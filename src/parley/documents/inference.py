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
# one speaks of a coming conference, and how far away a day or a month is named without its year.
_TRIP_LEAD, _NEWS_LAG, _CONFERENCE_LEAD, _NEAR = 14, 30, 365, 240
# How far into a season (day of its first month) it is told of as past.
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
    """A day without its year, the words that name it, and where the text goes on."""

    month: int
    day: int
    words: str
    end: int = 0


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
    def grounds(self) -> list[str]:
        return [bound.ground for bound in (self.start, self.end) if bound]


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
    text = text[dateline.end if dateline else 0 : _MOST_READ]
    summits = tuple(summits_told(text))
    bounds = [*_full_days(text), *_past_years(text), *_summits(summits), *_copyright(text)]
    rough = fit(bounds)
    bounds += [*_days_without_year(text, rough, summits), *_months_without_year(text, rough), *_seasons(text, rough)]
    for engagement in engagements:
        bounds += _known_engagement(text, engagement, rough)
    found = fit(bounds)
    if dateline and (dated := _dateline(dateline, found, summits)):
        return dated
    return _dating(found, rough)


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


def _dating(found: Range, rough: Range) -> Dating | None:
    if found.start is None or found.end is None:
        return None
    width = (found.end.day - found.start.day).days + 1
    if width > LONGEST_RANGE_DAYS:
        return None
    approximate = not (found.start.firm and found.end.firm)
    interval = Interval(found.start.day, found.end.day, _precision(width), approximate)
    # The rough range is what gave days and seasons their year.
    grounds = dict.fromkeys([*found.grounds, *rough.grounds])
    return Dating(interval, "inferred", "; ".join(grounds))


def _precision(days: int) -> Precision:
    """The coarsest unit that the width fills."""
    steps: tuple[tuple[int, Precision], ...] = ((1, "day"), (10, "week"), (45, "month"), (130, "season"))
    return next((name for most, name in steps if days <= most), "year")


def _dateline(dateline: PartialDate, found: Range, summits: Sequence[SummitTold]) -> Dating | None:
    """The day of the dateline in the one year that the rest of the text leaves open."""
    told = _summit_on(dateline.month, dateline.day, summits)
    day, ground = (told[0] if told else None), "that of the summit it speaks of"
    if day is None and found.start and found.end:
        days = _days_between(dateline.month, dateline.day, found.start.day, found.end.day)
        day, ground = (days[0] if len(days) == 1 else None), "; ".join(dict.fromkeys(found.grounds))
    if day is None:
        return None
    return Dating(Interval.day(day), "inferred", f'the dateline "{dateline.words}"; its year: {ground}')


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


def _summits(summits: Sequence[SummitTold]) -> Iterator[Bound]:
    for told in summits:
        yield from _summit_ahead(told) if told.side == "future" else _summit_behind(told)


def _summit_ahead(told: SummitTold) -> Iterator[Bound]:
    summit = told.summit
    ground = f'{summit.name} ({summit.start.isoformat()}) is still ahead ("{told.words}")'
    yield Bound("until", summit.start - timedelta(1), told.firm, ground)
    if told.years_away:
        year = summit.start.year - told.years_away
        yield Bound("from", date(year, 1, 1), True, ground)
        yield Bound("until", date(year, 12, 31), True, ground)
        return
    before = before_in_series(summit)
    lead = summit.start - timedelta(told.lead or _CONFERENCE_LEAD)
    yield Bound("from", max(lead, before.last_day + timedelta(1)) if before else lead, False, ground)


def _summit_behind(told: SummitTold) -> Iterator[Bound]:
    summit = told.summit
    ground = f'{summit.name} ({summit.start.isoformat()}) has begun or is over ("{told.words}")'
    yield Bound("from", summit.start, told.firm, ground)
    if told.years_away:
        year = summit.start.year + told.years_away
        yield Bound("from", date(year, 1, 1), True, ground)
        yield Bound("until", date(year, 12, 31), False, ground)


def _days_without_year(text: str, rough: Range, summits: Sequence[SummitTold]) -> Iterator[Bound]:
    """ "on August 31", told as past or as coming; the first coming one decides."""
    coming: list[tuple[date, int, Bound]] = []
    for found in _DAY.finditer(text):
        if found["iso"] or found["year"] or found["year2"]:
            continue
        tense = tense_at(text, *found.span())
        if told := _summit_on(*month_and_day(found), summits):
            yield from _told_of_summit(text, found, told, tense)
        elif tense == "past":
            yield from _told_as_past(text, found, _nearby(found, rough, text, 0, _NEAR))
        elif tense == "future":
            lead = _TRIP_LEAD if is_trip(text, found.start()) else _NEAR
            if day := _nearby(found, rough, text, lead, 0):
                ground = f'"{_around(text, found)}" is still to come'
                coming.append((day, found.start(), Bound("until", day, True, ground)))
                coming.append((day, found.start(), Bound("from", day - timedelta(lead), False, ground)))
    first = min((day for day, _, _ in coming), default=None)
    yield from (bound for day, _, bound in coming if day == first)


def _summit_on(month: int, day: int, summits: Sequence[SummitTold]) -> tuple[date, Tense] | None:
    """The day in the year of a summit that is spoken of, when it is one of its days, and the summit's side."""
    for told in summits:
        for found in _days_between(month, day, told.summit.start, told.summit.last_day):
            return found, told.side
    return None


def _told_of_summit(text: str, found: re.Match[str], told: tuple[date, Tense], tense: Tense | None) -> Iterator[Bound]:
    day, side = told
    if "future" in (side, tense):
        yield Bound("until", day, True, f'"{_around(text, found)}" is still to come')
    elif tense == "past":
        yield Bound("from", day, True, f'"{_around(text, found)}" is told as past')


def _nearby(found: re.Match[str], rough: Range, text: str, before: int, after: int) -> date | None:
    """The day in its only possible year, on the weekday that stands before it."""
    weekday = _WEEKDAY_BEFORE.search(text[max(0, found.start() - 20) : found.start()])
    number = _WEEKDAYS.index(weekday[1].lower()) if weekday else None
    return _only_year(*month_and_day(found), rough, before, after, number)


def _only_year(month: int, day: int, rough: Range, before: int, after: int, weekday: int | None = None) -> date | None:
    """The day in the only year in which the ``before`` days before it to the ``after`` days after it meet the range."""
    if rough.start is None or rough.end is None:
        return None
    start, end = rough.start.day - timedelta(after), rough.end.day + timedelta(before)
    days = [found for found in _days_between(month, day, start, end) if weekday in (None, found.weekday())]
    return days[0] if len(days) == 1 else None


def _told_as_past(text: str, found: re.Match[str], day: date | None) -> Iterator[Bound]:
    if day:
        ground = f'"{_around(text, found)}" is told as past'
        yield Bound("from", day, False, ground)
        yield Bound("until", day + timedelta(_NEAR), False, ground)


def _months_without_year(text: str, rough: Range) -> Iterator[Bound]:
    """ "a July speech", told as past."""
    for found in _BARE_MONTH.finditer(text):
        if tense_at(text, *found.span()) == "past":
            yield from _told_as_past(text, found, _only_year(month_number(found["month"]), 28, rough, 0, _NEAR))


def _seasons(text: str, rough: Range) -> Iterator[Bound]:
    """ "this summer has": written well into that season or soon after."""
    for found in _SEASON.finditer(text):
        if tense_at(text, *found.span()) != "past":
            continue
        first, last = vocabulary()["seasons"][found["season"].lower()]
        if begun := _only_year(first, _INTO_SEASON, rough, 0, 31 * (last - first)):
            ground = f'"{_around(text, found)}" is told as past'
            yield Bound("from", begun, False, ground)
            yield Bound("until", begun + timedelta(31 * (last - first)), False, ground)


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
