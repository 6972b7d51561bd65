"""From what an expression says to the days it means, given when it was said.

Conventions: a week runs from Monday to Sunday, but "the week of July 16" is seven days from that day. "Later this
month" runs from the anchor to the month's end, "earlier this year" from 1 January to the anchor. A bare month or
weekday goes by the direction of its verb; without one, a weekday looks back (the day of publication included) and a
month or day of the month to the nearer side. "Two years ago" is a year, "two and a half years ago" the quarter around.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from parley.terms.when.arithmetic import SEASON_FIRST_MONTH, add_units, quarter_of
from parley.terms.when.expression import (
    Ahead,
    CalendarDate,
    Century,
    Chosen,
    Decade,
    Expression,
    FiscalYear,
    Hedged,
    Nth,
    Part,
    Period,
    Relative,
    Rest,
    Season,
    Shift,
    Span,
    Timed,
    WeekOf,
    Within,
    YearPart,
)
from parley.terms.when.interval import Interval
from parley.terms.when.parts import nth, part_of, period, rest

Direction = Literal["past", "future"]

# A month this near ahead is meant rather than the one most of a year back, whatever the tense of the verb.
_NEAR_DAYS = 100
_FAR_DAYS = 240


@dataclass(frozen=True, slots=True)
class Spoken:
    """When and how an expression was said: ``text_day`` is the day last named before it, for "the following day"."""

    anchor: date | None = None
    direction: Direction | None = None
    text_day: date | None = None


def resolve(
    expression: Expression,
    anchor: date | None = None,
    direction: Direction | None = None,
    text_day: date | None = None,
) -> Interval | None:
    """The days that ``expression`` means, or None where nobody can know: a mere duration, no anchor, a year 10000."""
    try:
        return _resolve(expression, Spoken(anchor, direction, text_day))
    except (ValueError, OverflowError):
        return None


def _resolve(expression: Expression, spoken: Spoken) -> Interval | None:
    match expression:
        case CalendarDate():
            return _calendar_date(expression, spoken)
        case Season() | YearPart():
            return _part_of_year(expression, spoken)
        case FiscalYear(year):
            return Interval.year(year)
        case Decade(first):
            return _decade(first, spoken)
        case Century(number):
            return Interval.years(number * 100 - 99, number * 100)
        case Hedged(of):
            inner = _resolve(of, spoken)
            return replace(inner, approximate=True) if inner else None
        case Timed(_, day):
            return _resolve(day, spoken) if day else None
        case Span(start, end):
            return _span(start, end, spoken)
        case WeekOf(day):
            inner = _resolve(day, spoken)
            return Interval.week_from(inner.start) if inner and inner.start else None
        case Within(inner_part, outer):
            return _within(inner_part, _resolve(outer, spoken))
        case Part(name, of):
            return part_of(name, _resolve(of, spoken))
        case Nth(ordinal, count, unit, of):
            return nth(ordinal, count, unit, _resolve(of, spoken) if of else None)
        case Rest(side, of):
            return rest(side, _resolve(of, spoken), spoken.anchor)
        case _:
            return _counted(expression, spoken)


def _counted(expression: Expression, spoken: Spoken) -> Interval | None:
    """Expressions that count from the anchor or from a day named before."""
    match expression:
        case Relative("weekend", _, _, True):
            return _weekend(spoken)
        case Relative(unit, step, to_text):
            return _relative(unit, step, spoken.text_day if to_text and spoken.text_day else spoken.anchor)
        case Chosen(of, step, to_text):
            return _chosen(of, step, spoken)
        case Shift(count, unit, sign, origin, to_text):
            return _shift(count, unit, sign, _origin(origin, to_text, spoken))
        case Ahead(count, unit):
            return _shift(count, unit, 1, spoken.anchor) if spoken.direction == "future" else None
        case Period(side, count, unit):
            return period(side, count, unit, spoken.anchor)
        case _:
            return None


def _origin(origin: Expression | None, to_text: bool, spoken: Spoken) -> date | None:
    if origin is not None:
        told = _resolve(origin, spoken)
        return told.start if told else None
    return spoken.text_day if to_text else spoken.anchor


def _weekend(spoken: Spoken) -> Interval | None:
    """ "over the weekend": the coming one where the verb looks ahead, or on the day itself, else the one that was."""
    if spoken.anchor is None:
        return None
    step = 0 if spoken.direction == "future" or spoken.anchor.isoweekday() >= 6 else -1
    return _relative("weekend", step, spoken.anchor)


def _calendar_date(told: CalendarDate, spoken: Spoken) -> Interval | None:
    if told.year:
        if told.day and told.month:
            return Interval.day(date(told.year, told.month, told.day))
        return Interval.month(told.year, told.month) if told.month else Interval.year(told.year)
    if spoken.anchor is None:
        return None
    if told.month:
        return _in_nearest_year(told, spoken.anchor, spoken.direction)
    return Interval.day(_weekday(told.weekday, spoken.anchor, spoken.direction)) if told.weekday else None


def _weekday(weekday: int, anchor: date, direction: Direction | None) -> date:
    if direction == "future":
        return anchor + timedelta(days=(weekday - anchor.isoweekday()) % 7)
    return anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7)


def _yearly(told: CalendarDate | Season | YearPart, year: int) -> Interval:
    """What recurs every year, in one year; 29 February in a year without it is a ValueError."""
    match told:
        case Season(name):
            return Interval.months(year, SEASON_FIRST_MONTH[name], 3, "season")
        case YearPart(number, parts):
            return Interval.months(year, (number - 1) * (12 // parts) + 1, 12 // parts, "season")
        case CalendarDate(_, month, day):
            assert month is not None
            return Interval.day(date(year, month, day)) if day else Interval.month(year, month)


def _in_nearest_year(
    told: CalendarDate | Season | YearPart, anchor: date, direction: Direction | None
) -> Interval | None:
    """The occurrence that is meant: by direction, unless the other is near at hand and that one most of a year off."""
    years = range(anchor.year - 8, anchor.year + 9) if _is_leap_day(told) else range(anchor.year - 2, anchor.year + 3)
    occurrences = [made for year in years if (made := _try_year(told, year))]
    back = [item for item in occurrences if item.start and item.start <= anchor]
    ahead = [item for item in occurrences if item.end and item.end >= anchor]
    if not back or not ahead:
        return None
    last, coming = back[-1], ahead[0]
    if last == coming:
        return last
    days_back, days_ahead = _days_between(last.end, anchor), _days_between(anchor, coming.start)
    if direction is None:
        return coming if days_ahead <= _NEAR_DAYS else last
    meant, other = (coming, last) if direction == "future" else (last, coming)
    distance, other_distance = (days_ahead, days_back) if direction == "future" else (days_back, days_ahead)
    return other if distance >= _FAR_DAYS and other_distance <= _NEAR_DAYS else meant


def _is_leap_day(told: CalendarDate | Season | YearPart) -> bool:
    return isinstance(told, CalendarDate) and (told.month, told.day) == (2, 29)


def _try_year(told: CalendarDate | Season | YearPart, year: int) -> Interval | None:
    try:
        return _yearly(told, year)
    except ValueError:
        return None


def _days_between(first: date | None, second: date | None) -> int:
    assert first is not None
    assert second is not None
    return (second - first).days


def _part_of_year(told: Season | YearPart, spoken: Spoken) -> Interval | None:
    if told.year:
        return _yearly(told, told.year)
    if spoken.anchor is None:
        return None
    if isinstance(told, YearPart) and spoken.direction is None:
        return _in_nearest_year(told, spoken.anchor, "past")
    return _in_nearest_year(told, spoken.anchor, spoken.direction)


def _decade(first: int, spoken: Spoken) -> Interval | None:
    if first >= 100:
        return Interval.years(first, first + 9)
    if spoken.anchor is None:
        return None
    century = spoken.anchor.year // 100 * 100
    start = century + first
    return Interval.years(*((start, start + 9) if start <= spoken.anchor.year + 10 else (start - 100, start - 91)))


def _relative(unit: str, step: int, origin: date | None) -> Interval | None:
    """The whole unit that holds the origin, or its neighbour."""
    if origin is None:
        return None
    if unit == "weekend":
        saturday = origin + timedelta(days=5 - origin.weekday() + 7 * step)
        return Interval(saturday, saturday + timedelta(days=1), "day")
    moved = add_units(origin, step, unit)
    return _around(moved, unit)


def _around(day: date, unit: str) -> Interval | None:
    """The calendar unit that holds a day."""
    match unit:
        case "second" | "minute" | "hour" | "day":
            return Interval.day(day)
        case "week":
            return Interval.week_with(day)
        case "fortnight":
            return Interval(Interval.week_with(day).start, day + timedelta(days=13 - day.weekday()), "week")
        case "month":
            return Interval.month(day.year, day.month)
        case "quarter":
            return Interval.months(day.year, quarter_of(day) * 3 - 2, 3, "season")
        case "year":
            return Interval.year(day.year)
        case "decade":
            return Interval.years(day.year // 10 * 10, day.year // 10 * 10 + 9)
        case "century":
            return Interval.years((day.year - 1) // 100 * 100 + 1, (day.year - 1) // 100 * 100 + 100)
        case _:
            return None


def _chosen(of: CalendarDate | Season | YearPart, step: int, spoken: Spoken) -> Interval | None:
    """ "last November" lies before the anchor's month, "this November" in its year, "next November" after."""
    anchor = spoken.anchor
    if anchor is None:
        return None
    if isinstance(of, CalendarDate) and of.weekday:
        return Interval.day(_chosen_weekday(of.weekday, step, anchor))
    this_years = _yearly(of, anchor.year)
    if isinstance(of, Season) and of.name == "WI" and anchor.month <= 2:
        this_years = _yearly(of, anchor.year - 1)
    assert this_years.start is not None
    assert this_years.end is not None
    year = this_years.start.year
    if step < 0:
        return this_years if this_years.end < anchor else _yearly(of, year - 1)
    if step > 0:
        return this_years if this_years.start > anchor else _yearly(of, year + 1)
    if spoken.direction == "future" and this_years.end < anchor:
        return _yearly(of, year + 1)
    return this_years


def _chosen_weekday(weekday: int, step: int, anchor: date) -> date:
    """ "last Friday" is the latest before the anchor, "next Friday" that of the next week, "this" that of the week."""
    if step < 0:
        return _weekday(weekday, anchor - timedelta(days=1), "past")
    monday = anchor - timedelta(days=anchor.weekday())
    return monday + timedelta(days=weekday - 1 + 7 * step)


def _shift(count: float | None, unit: str, sign: int, origin: date | None) -> Interval | None:
    """So many units away, as precise as the unit; broken years give the quarter around."""
    if origin is None or count is None:
        return None
    moved = add_units(origin, count * sign, unit)
    if count % 1 and unit in ("year", "decade"):
        return replace(Interval.months(moved.year, quarter_of(moved) * 3 - 2, 3, "vague"), approximate=True)
    if unit in ("decade", "century", "millennium"):
        return Interval.year(moved.year)
    return _around(moved, {"weekend": "week", "fortnight": "week"}.get(unit, unit))


def _within(inner: CalendarDate | Season | YearPart | Nth, outer: Interval | None) -> Interval | None:
    if outer is None or outer.start is None or outer.end is None:
        return None
    if isinstance(inner, Nth):
        return nth(inner.ordinal, inner.count, inner.unit, outer)
    if isinstance(inner, CalendarDate) and inner.weekday and not inner.month:
        day = _weekday(inner.weekday, outer.start, "future")
        return Interval.day(day) if day <= outer.end else None
    return _yearly(inner, outer.start.year)


def _span(start: Expression, end: Expression, spoken: Spoken) -> Interval | None:
    """Both ends included. A start without its year is the latest before the end."""
    last = _resolve(end, spoken)
    if last is None or last.end is None:
        return None
    first = _resolve(start, spoken)
    if isinstance(start, CalendarDate) and start.year is None:
        first = _start_before(start, last.end, spoken)
    if first is None or first.start is None or first.start > last.end:
        return None
    return Interval(first.start, last.end, last.precision, first.approximate or last.approximate)


def _start_before(start: CalendarDate, end: date, spoken: Spoken) -> Interval | None:
    if start.month:
        this_year = _try_year(start, end.year)
        return this_year if this_year and this_year.start and this_year.start <= end else _try_year(start, end.year - 1)
    return Interval.day(_weekday(start.weekday, end, "past")) if start.weekday else None
