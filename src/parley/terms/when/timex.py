"""TIMEX3 values of expressions (ISO-TimeML): 2021-08-31, 2021-W35, 2021-Q3, 203, P3D, XXXX-WXX-5, PRESENT_REF.

Parts and rests have the value of their whole, as TIMEX3 keeps "early" and "late" in an attribute of their own. The
bare quarter of newswire ("the quarter", "the latest quarter") is the last that was over.
"""

from __future__ import annotations

from datetime import date, timedelta

from parley.terms.when.arithmetic import add_months, add_units, quarter_of
from parley.terms.when.expression import (
    Ahead,
    CalendarDate,
    Century,
    Chosen,
    Decade,
    Expression,
    FiscalYear,
    Hedged,
    Length,
    Nth,
    Part,
    Period,
    Reference,
    Relative,
    Repeated,
    Rest,
    Season,
    Shift,
    Span,
    Timed,
    Within,
    YearAgo,
    YearPart,
)
from parley.terms.when.interval import Interval
from parley.terms.when.relations import duration_value
from parley.terms.when.resolve import Direction, resolve

_SEASON_OF_MONTH = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def timex_value(
    expression: Expression,
    anchor: date | None = None,
    direction: Direction | None = None,
    text_day: date | None = None,
) -> str | None:
    """The TIMEX3 value, or None where the expression has none without an anchor or within the years 1 to 9999."""
    try:
        return _value(expression, anchor, direction, text_day)
    except (ValueError, OverflowError):
        return None


def _value(
    expression: Expression, anchor: date | None, direction: Direction | None, text_day: date | None
) -> str | None:
    match expression:
        case Hedged(of) | Part(_, of) | Rest(_, of):
            return _value(of, anchor, direction, text_day)
        case Repeated(value) | Reference(value):
            return value
        case Timed(time, day):
            told = _value(day, anchor, direction, text_day) if day else ""
            return f"{told}{time}" if told is not None else None
        case Length(count, unit, rest):
            return _length(count, unit, rest)
        case Nth(_, count, unit, None):
            return duration_value(count, unit)
        case Period(side, count, unit, counted):
            return _period(side, count, unit, counted, anchor)
        case YearAgo(of):
            return _year_ago(of, anchor)
        case Relative(unit, _, _, bare) if bare:
            return _bare(unit, anchor)
        case Shift(None, unit, _, _, True):
            return duration_value(None, unit)
        case Shift(count, unit, sign) if count is None:
            return "PAST_REF" if sign < 0 else "FUTURE_REF"
        case Shift(1.0, "year", -1, None, True) if text_day is None:
            return _year_ago(None, anchor)
        case Shift(_, _, _, None, True):
            return _of_interval(expression, resolve(expression, anchor, direction, text_day or anchor), anchor)
        case Ahead(count, unit) if direction != "future":
            return duration_value(count, unit)
        case _:
            return _of_interval(expression, resolve(expression, anchor, direction, text_day), anchor)


def _length(count: float | None, unit: str, rest: Length | None) -> str:
    value = duration_value(count, unit)
    if rest is None:
        return value
    more = duration_value(rest.count, rest.unit).removeprefix("P")
    return value + (more.removeprefix("T") if "T" in value else more)


def _period(side: int, count: float | None, unit: str, counted: bool, anchor: date | None) -> str | None:
    if not counted and anchor:
        return _of_unit(Interval.day(add_units(anchor, side, unit)), unit)
    return duration_value(count, unit)


def _year_ago(of: Expression | None, anchor: date | None) -> str | None:
    """A year before the last quarter that was over."""
    if anchor is None:
        return None
    return _value(of or Relative("quarter", 0, bare=True), add_months(anchor, -12), None, None)


def _bare(unit: str, anchor: date | None) -> str | None:
    if anchor is None:
        return None
    if unit == "quarter":
        return _of_unit(Interval.day(add_months(anchor, -3)), "quarter")
    if unit == "weekend":  # the one that was over
        return _of_unit(Interval.day(anchor - timedelta(days=anchor.weekday() + 1)), unit)
    return _of_unit(Interval.day(anchor), unit)


def _of_interval(expression: Expression, interval: Interval | None, anchor: date | None) -> str | None:
    if interval is None or interval.start is None or interval.end is None:
        return None
    match expression:
        case Century(number):
            return f"{number - 1:02}"
        case Decade():
            return str(interval.start.year)[:3]
        case Relative(unit) | Shift(_, unit):
            return _of_unit(interval, unit)
        case Season(name) | Chosen(Season(name)) | Within(Season(name)):
            return f"{interval.start.year:04}-{name}"
        case Span():
            return interval.iso
        case CalendarDate() | FiscalYear() | YearPart() | Nth() | Chosen() | Within() | Ahead():
            return _of_days(interval)
        case _:
            return _of_days(interval)


def _of_unit(interval: Interval, unit: str) -> str | None:
    """The value of a calendar unit that begins with, or holds, the interval's first day."""
    day = interval.start
    if day is None:
        return None
    week_year, week, _ = day.isocalendar()
    match unit:
        case "week" | "fortnight":
            return f"{week_year:04}-W{week:02}"
        case "weekend":
            return f"{week_year:04}-W{week:02}-WE"
        case "month":
            return f"{day:%Y-%m}" if day.year >= 1000 else f"{day.year:04}-{day.month:02}"
        case "quarter":
            return f"{day.year:04}-Q{quarter_of(day)}"
        case "year" | "decade" | "century" | "millennium":
            return (
                f"{day.year:04}"
                if unit == "year" or interval.precision != "decade"
                else str(day.year)[: 3 if unit == "decade" else 2]
            )
        case _:
            return day.isoformat()


def _of_days(interval: Interval) -> str:
    """The shortest value that means just these days."""
    first, last = interval.start, interval.end
    if first is None or last is None:
        return interval.iso
    if first == last:
        return first.isoformat()
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months == 1:
            return first.isoformat()[:7]
        if months in (3, 6, 12) and (first.month - 1) % months == 0:
            part = (first.month - 1) // months + 1
            return f"{first.year:04}" + ("" if months == 12 else f"-{'Q' if months == 3 else 'H'}{part}")
    if (last - first).days == 6 and first.weekday() == 0:
        return _of_unit(interval, "week") or interval.iso
    return interval.iso
