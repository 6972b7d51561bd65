"""The range of days in which an undated document must have been written, from what it tells.

The clues come from days and months told as past or as coming, years, summits, treaties and people in office; the days
found are those on which most of them agree (see ``clues``). Every clue carries its ground in words. Wide and right goes
before narrow and wrong: without both ends, or with some years between them, the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from parley.documents.calendar_days import day_of
from parley.documents.clues import FIRM, LIKELY, WEAK, Agreement, Clue, Stretch, Yearly, agreement, deciding, within
from parley.documents.content import Dating
from parley.documents.day_clues import WEEKDAYS, days_told, months_told, seasons_told, words_around
from parley.documents.milestone_clues import milestones_told
from parley.documents.office_clues import offices_told
from parley.documents.summit_clues import summit_clues, summits_told
from parley.documents.tense import tense_at
from parley.documents.year_clues import years_told
from parley.records.document import Document
from parley.records.engagement import Engagement
from parley.terms.when import Interval, Precision

LONGEST_RANGE_DAYS = 3 * 366
# What recurs every year is looked for in so many years at most; more leave it open which is meant.
_MOST_YEARS = 12
_TRIP_LEAD, _NEWS_LAG = 14, 30
_MOST_READ = 60_000
_LEAD_CHARACTERS = 600
# A dateline's day is no weaker than any two other clues.
_STATED = 2 * FIRM

_JUST = re.compile(r"\b(?:just|this week|last week|days? (?:after|ago)|yesterday|wrapped up|concluded)\b", re.I)
_ON_WEEKDAY = re.compile(rf"(?<!last )(?<!next )\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!,? the \d)", re.I)


class PartialDate(NamedTuple):
    """A day without its year, the words that name it, and where the text goes on."""

    month: int
    day: int
    words: str
    end: int = 0


def infer_published(document: Document, engagements: Sequence[Engagement] = ()) -> Dating | None:
    """When ``document`` must have been written, None when it tells too little.

    ``engagements`` are what other documents report; one that this document speaks of narrows the range.
    """
    return infer_dating(document.text, engagements=engagements)


def infer_dating(
    text: str, dateline: PartialDate | None = None, engagements: Sequence[Engagement] = ()
) -> Dating | None:
    """The range of days that fits what ``text`` tells, None when it tells too little.

    ``dateline`` has no year; where the text tells which, that day is the date.
    """
    text = text[dateline.end if dateline else 0 : _MOST_READ]
    summits = summits_told(text)
    clues: list[Clue | Yearly] = [
        *days_told(text, summits),
        *months_told(text, summits),
        *seasons_told(text),
        *years_told(text),
        *summit_clues(text, summits),
        *milestones_told(text),
        *offices_told(text),
    ]
    if dateline:
        clues += _dateline(text, dateline)
    rough = agreement(clue for clue in clues if isinstance(clue, Clue))
    for engagement in engagements:
        clues += _known_engagement(text, engagement, rough)
    return _dating(_with_years(clues, rough))


def _with_years(clues: Sequence[Clue | Yearly], rough: Agreement) -> Agreement:
    """The agreement of all clues, those that recur every year looked for in the years that the others leave."""
    years = range(rough.start.year - 1, rough.end.year + 2)
    if len(years) > _MOST_YEARS:
        return rough
    return agreement(clue.over(years) if isinstance(clue, Yearly) else clue for clue in clues)


def _dating(found: Agreement) -> Dating | None:
    if not found.has_both_ends or found.days > LONGEST_RANGE_DAYS:
        return None
    clues = deciding(found)
    approximate = any(clue.weight < LIKELY for clue in clues)
    interval = Interval(found.start, found.end, _precision(found.days), approximate)
    return Dating(interval, "inferred", "; ".join(dict.fromkeys(clue.ground for clue in clues)))


def _precision(days: int) -> Precision:
    """The coarsest unit that the width fills."""
    steps: tuple[tuple[int, Precision], ...] = ((1, "day"), (10, "week"), (45, "month"), (130, "season"), (400, "year"))
    return next((name for most, name in steps if days <= most), "vague")


def _dateline(text: str, dateline: PartialDate) -> Iterator[Yearly]:
    """The day of the dateline; and the weekday told first, which is that day or the one before it."""

    def on_the_day(year: int) -> Stretch | None:
        day = day_of(year, dateline.month, dateline.day)
        return (day, day) if day else None

    yield Yearly(on_the_day, _STATED, f'the dateline "{dateline.words}"')
    told = _ON_WEEKDAY.search(text[:_LEAD_CHARACTERS])
    if told is None or tense_at(text, *told.span()) != "past":
        return
    number = WEEKDAYS.index(told["weekday"].lower())

    def on_the_weekday(year: int) -> Stretch | None:
        day = day_of(year, dateline.month, dateline.day)
        return (day, day) if day and (day.weekday() - number) % 7 <= 1 else None

    yield Yearly(on_the_weekday, LIKELY, f'"{words_around(text, told)}" is told as past')


def _known_engagement(text: str, engagement: Engagement, rough: Agreement) -> Iterator[Clue]:
    """Clues from a meeting that another document dates and this one speaks of, by its city and its people."""
    when, city = engagement.when, engagement.place.city if engagement.place else None
    if when is None or when.start is None or when.end is None or city is None or (when.days or 99) > 10:
        return
    if not any(name.split()[-1] in text for name in engagement.people) or not rough.start <= when.end <= rough.end:
        return
    for found in re.finditer(rf"\b{re.escape(city)}\b", text):
        tense = tense_at(text, *found.span())
        ground = f'another document dates the {engagement.kind} in {city} to {when.iso} ("{words_around(text, found)}")'
        if tense == "past":
            lag = _NEWS_LAG // 3 if _JUST.search(text[max(0, found.start() - 80) : found.end() + 40]) else _NEWS_LAG
            yield within(when.start, when.end + timedelta(lag), WEAK, ground)
        elif tense == "future":
            yield within(when.start - timedelta(_TRIP_LEAD), when.start, WEAK, ground)
