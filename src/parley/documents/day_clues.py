"""Clues from days, months and seasons: told as past or as coming, with their year or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from parley.documents.calendar_days import DAY, MONTH, day_in, day_of, month_and_day, month_number
from parley.documents.clues import FIRM, HABIT, LIKELY, STRONG, Clue, Stretch, Yearly, around_days, since, until, within
from parley.documents.summit_clues import SummitTold
from parley.documents.tense import Tense, is_trip, tense_at, vocabulary
from parley.terms.when import Interval

# Habits of news writing, in days: how long before a trip it is told of, how long an event stays the lead, how far away
# a day or a month is named without its year.
_TRIP_LEAD, _NEWS_LAG, _NEAR = 14, 30, 240
_LEAD_LAG, _MONTH_LAG = 14, 200
# How far into a season (day of its first month) it is told of as past.
_INTO_SEASON = 30
_LEAD_CHARACTERS = 400

_DAY = re.compile(DAY, re.I)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_BEFORE = re.compile(rf"\b({'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?\Z", re.I)
# "Postponed to November 1", "cannot leave before November 4": no day that was.
_NOT_YET_BEFORE = re.compile(
    r"(?:(?<!\d)(?<!\d,) (?:to|for)|\b(?:before|until|till|by|than|not))\s+(?:the\s+)?(?:\d{1,2}\s?[-–]\s?)?\Z", re.I
)
# "He spoke of the meeting in Vikstad on May 30": told, but not as past.
_OF_OCCASION = re.compile(
    r"\b(?:summit|meeting|conference|forum|session|election|vote|funeral|ministerial|dialogue)"
    r"(?: in [A-Z]\w+)?,? (?:on|from|in) (?:\w+day,? )?\Z",
    re.I,
)
_MONTH_OF_YEAR = re.compile(rf"(?<!\d )\b(?P<month>{MONTH})\.?(?: of|,)? (?P<year>20\d\d)\b")
_BARE_MONTH = re.compile(
    rf"\b(?P<before>in|since|an?|the|early|mid|late|last|next|previous|for)[ -](?P<month>{MONTH})\b"
    r"(?!\.?,?(?: of)?\s*\d)(?!\s+(?:to|that|not|be|have|well|also)\b)"
)
_SEASON = re.compile(r"\b(?P<which>this|last) (?P<season>spring|summer|fall|autumn)\b", re.I)
_THIS_MONTH = re.compile(r"\b(?:earlier|later|already) this month\b", re.I)
_PART_OF_YEAR = re.compile(r"\b(?P<part>earlier|later) this year\b", re.I)


def days_told(text: str, summits: Sequence[SummitTold]) -> Iterator[Clue | Yearly]:
    """ "on 3 May 2022" and "on August 31": behind the writer or ahead."""
    for number, found in enumerate(_DAY.finditer(text)):
        first = number == 0
        tense, words = _tense(text, found), words_around(text, found)
        leads = found.start() < _LEAD_CHARACTERS
        if found["iso"] or found["year"] or found["year2"]:
            if (day := day_in(found)) and not _is_of_summit(day, tense, summits):
                yield from _full_day(day, tense, words, leads and (tense == "past" or first))
        elif tense is None:
            continue
        elif on_summit := _summit_on(*month_and_day(found), tense, summits):
            side: Tense = "future" if "future" in (tense, on_summit[1]) else "past"
            yield from _full_day(on_summit[0], side, words, leads=False)
        elif tense == "past":
            yield from _past_day(text, found, words)
        else:
            yield from _coming_day(text, found, words)


def _full_day(day: date, tense: Tense | None, words: str, leads: bool) -> Iterator[Clue]:
    if tense == "future":
        yield until(day, STRONG, f'"{words}" is still to come')
        return
    if tense == "past":
        yield since(day, FIRM, f'"{words}" is told as past')
    if leads:
        yield within(day, day + timedelta(_NEWS_LAG), HABIT, f'"{words}" is what the text opens with')


def _past_day(text: str, found: re.Match[str], words: str) -> Iterator[Yearly]:
    ground = f'"{words}" is told as past'
    yield _each_year(text, found, 0, _NEAR, LIKELY, ground)
    if found.start() < _LEAD_CHARACTERS:
        yield _each_year(text, found, 0, _LEAD_LAG, HABIT, f'"{words}" is what the text opens with')
    if _THIS_MONTH.search(text[max(0, found.start() - 160) : found.end() + 60]):
        yield _each_year(text, found, 0, 31 - month_and_day(found)[1], LIKELY, f'"{words}" is told as of this month')


def _coming_day(text: str, found: re.Match[str], words: str) -> Iterator[Yearly]:
    ground = f'"{words}" is still to come'
    yield _each_year(text, found, _NEAR, 0, STRONG, ground)
    if is_trip(text, found.start()):
        yield _each_year(text, found, _TRIP_LEAD, 0, HABIT, ground)


def _each_year(text: str, found: re.Match[str], before: int, after: int, weight: int, ground: str) -> Yearly:
    """The day and those around it in each year in which it falls on the weekday that stands before it."""
    month, day = month_and_day(found)
    weekday = _WEEKDAY_BEFORE.search(text[max(0, found.start() - 20) : found.start()])
    number = WEEKDAYS.index(weekday[1].lower()) if weekday else None

    def stretch(year: int) -> Stretch | None:
        told = day_of(year, month, day)
        return around_days(told, before, after) if told and number in (None, told.weekday()) else None

    return Yearly(stretch, weight, ground)


def _is_of_summit(day: date, tense: Tense | None, summits: Sequence[SummitTold]) -> bool:
    """Whether a day told as past is one of a summit that need not be over."""
    return tense == "past" and any(
        told.side != "past" and told.summit.start <= day <= told.summit.last_day for told in summits
    )


def _summit_on(month: int, day: int, tense: Tense, summits: Sequence[SummitTold]) -> tuple[date, Tense | None] | None:
    """The day in the year of a summit that is spoken of, when it is one of its days, and the summit's side."""
    for told in sorted(summits, key=lambda told: told.side not in (None, tense)):
        first, last = told.summit.start, told.summit.last_day
        for year in range(first.year, last.year + 1):
            found = day_of(year, month, day)
            if found and first <= found <= last:
                return found, told.side
    return None


def months_told(text: str, summits: Sequence[SummitTold]) -> Iterator[Clue | Yearly]:
    """ "in March 2022", "a July speech", "last November"."""
    for found in _MONTH_OF_YEAR.finditer(text):
        tense, words = _tense(text, found), words_around(text, found)
        month = Interval.month(int(found["year"]), month_number(found["month"]))
        if tense == "past" and month.start and not _is_of_summit(_in_month(month, summits), tense, summits):
            yield since(month.start, LIKELY, f'"{words}" is told as past')
        elif tense == "future" and month.end:
            yield until(month.end, LIKELY, f'"{words}" is still to come')
    for found in _BARE_MONTH.finditer(text):
        yield from _month_without_year(text, found)


def _in_month(month: Interval, summits: Sequence[SummitTold]) -> date:
    """A day of a summit in the month, else the middle of the month."""
    days = (told.summit.start for told in summits if month.overlaps(Interval.day(told.summit.start)))
    return next(days, month.anchor)


def _month_without_year(text: str, found: re.Match[str]) -> Iterator[Yearly]:
    month, words, before = month_number(found["month"]), words_around(text, found), found["before"].lower()
    tense = _tense(text, found)
    if before == "last":
        yield _around_month(month, -31, 385, LIKELY, f'"{words}" is over')
    elif before == "next":
        yield _around_month(month, 330, -10, LIKELY, f'"{words}" is still to come')
    elif tense == "past":
        yield _around_month(month, -2, 270, LIKELY, f'"{words}" is told as past')
        yield _around_month(month, -2, _MONTH_LAG, HABIT, f'"{words}" is told as past')
    elif tense == "future":
        yield _around_month(month, 270, 28, LIKELY, f'"{words}" is still to come')


def _around_month(month: int, before: int, after: int, weight: int, ground: str) -> Yearly:
    """From so many days before the first of the month to so many after it."""
    return Yearly(lambda year: around_days(date(year, month, 1), before, after), weight, ground)


def seasons_told(text: str) -> Iterator[Yearly]:
    """ "this summer has": written well into that season or soon after."""
    for found in _SEASON.finditer(text):
        if tense_at(text, *found.span()) != "past":
            continue
        first, last = vocabulary()["seasons"][found["season"].lower()]
        length, ground = 31 * (last - first), f'"{words_around(text, found)}" is told as past'
        if found["which"].lower() == "this":
            yield _around_month(first, 1 - _INTO_SEASON, _INTO_SEASON + length, HABIT, ground)
        else:
            yield _around_month(first, -length, length + 270, HABIT, ground)
    for part in _PART_OF_YEAR.finditer(text):
        early = part["part"].lower() == "earlier"
        yield _around_month(1, -31 if early else 0, 365 if early else 334, HABIT, f'the text says "{part.group()}"')


def _tense(text: str, found: re.Match[str]) -> Tense | None:
    tense = tense_at(text, *found.span())
    before = text[max(0, found.start() - 40) : found.start()]
    if tense == "past" and (_NOT_YET_BEFORE.search(before) or _OF_OCCASION.search(before)):
        return None
    return tense


def words_around(text: str, found: re.Match[str]) -> str:
    """The words found with a few before them, on one line."""
    before = text[max(0, found.start() - 24) : found.start()].split()[1:][-3:]
    return " ".join([*before, *found.group().split()])
