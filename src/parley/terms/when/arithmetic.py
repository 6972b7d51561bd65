"""Steps along the calendar. Every function may raise OverflowError or ValueError outside the years 1 to 9999."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAYS_OF_UNIT = {"second": 0, "minute": 0, "hour": 0, "day": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS_OF_UNIT = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


def add_months(day: date, months: int) -> date:
    """The same day so many months on; the last day of a month that is too short for it."""
    position = day.year * 12 + day.month - 1 + months
    year, month = position // 12, position % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_units(day: date, count: float, unit: str) -> date:
    """``day`` moved by so many units; a broken count of years by months, of shorter units by days."""
    if unit in MONTHS_OF_UNIT:
        months = count * MONTHS_OF_UNIT[unit]
        moved = add_months(day, int(months))
        return moved + timedelta(days=round(months % 1 * 30)) if months % 1 else moved
    return day + timedelta(days=round(count * DAYS_OF_UNIT[unit]))


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // 3 + 1
