"""Parts of an interval, and stretches beside a day: "early 2024", "the second half", "the past year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from parley.terms.when.arithmetic import MONTHS_OF_UNIT, add_months, add_units
from parley.terms.when.expression import PartName
from parley.terms.when.interval import Interval, Precision


def period(side: int, count: float | None, unit: str, anchor: date | None) -> Interval | None:
    """A stretch that ends or begins with the anchor."""
    if anchor is None or count is None:
        return None
    precision: Precision = "year" if MONTHS_OF_UNIT.get(unit, 0) >= 12 else "vague"
    far = add_units(anchor, count * side, unit)
    return Interval(min(anchor, far), max(anchor, far), precision, approximate=True)


def rest(side: int, of: Interval | None, anchor: date | None) -> Interval | None:
    """What of a stretch lies on one side of the anchor; the whole where the anchor lies outside it."""
    if of is None or anchor is None or of.start is None or of.end is None or not of.start <= anchor <= of.end:
        return of
    if side == 0 or of.precision == "day":
        return of
    return replace(of, end=anchor) if side < 0 else replace(of, start=anchor)


def nth(ordinal: int, count: int, unit: str, of: Interval | None) -> Interval | None:
    """The first (second, last) so many units of a stretch; weeks of a month count from its first day."""
    if of is None or of.start is None or of.end is None:
        return None
    if unit == "half":
        return _half(ordinal, of)
    if unit not in ("day", "week", "month", "quarter", "year", "decade"):
        return None
    if ordinal < 0:
        start, end = add_units(of.end + timedelta(days=1), -count, unit), of.end
    else:
        start = add_units(of.start, ordinal - 1, unit)
        end = add_units(start, count, unit) - timedelta(days=1)
    if start < of.start or start > of.end:
        return None
    precisions: dict[str, Precision] = {"quarter": "season", "day": "day", "week": "week", "month": "month"}
    return Interval(start, min(end, of.end), precisions.get(unit, "year"))


def _half(ordinal: int, of: Interval) -> Interval | None:
    if of.start is None or of.end is None or ordinal not in (1, 2, -1):
        return None
    middle = (
        add_months(of.start, 6) if of.precision == "year" else of.start + (of.end - of.start) // 2 + timedelta(days=1)
    )
    precision: Precision = "season" if of.precision == "year" else of.precision
    if ordinal == 1:
        return Interval(of.start, middle - timedelta(days=1), precision)
    return Interval(middle, of.end, precision)


def part_of(name: PartName, whole: Interval | None) -> Interval | None:
    """Early, middle, late: thirds. The start and end of a year are a month, the end of a decade or century a year."""
    if whole is None or whole.start is None or whole.end is None or whole.precision == "day":
        return whole
    if whole.precision == "decade":
        return _part_of_decades(name, whole.start.year, whole.end.year)
    days = (whole.end - whole.start).days + 1
    cuts = [whole.start + timedelta(days=round(days * k / 3)) for k in range(4)]
    if whole.precision == "month":
        cuts = [whole.start, whole.start + timedelta(days=10), whole.start + timedelta(days=20), cuts[3]]
    if whole.precision == "year":
        months = (0, 1, 11, 12) if name in ("START", "END") else (0, 4, 8, 12)
        cuts = [add_months(whole.start, count) for count in months]
    at = {"EARLY": 0, "START": 0, "MID": 1, "LATE": 2, "END": 2}[name]
    return replace(whole, start=cuts[at], end=cuts[at + 1] - timedelta(days=1), approximate=True)


def _part_of_decades(name: PartName, first: int, last: int) -> Interval:
    """Of a decade the end is the round year after it, as is a century's: "by the end of the decade" is 2030."""
    if name == "END":
        return replace(Interval.year(last + 1 if last % 10 else last), approximate=True)
    if last - first > 9:
        return _part_of_century(name, first, last)
    thirds = {"EARLY": (0, 3), "START": (0, 3), "MID": (4, 6), "LATE": (7, 9)}
    start, end = thirds[name]
    return replace(Interval.years(first + start, first + end, "year"), approximate=True)


def _part_of_century(name: PartName, first: int, last: int) -> Interval:
    """Mid-century is the round year in the middle, 2050; early and late are thirds."""
    if name == "MID":
        return replace(Interval.year((first + last) // 2), approximate=True)
    ends = (last - 33, last) if name == "LATE" else (first, first + 32)
    return replace(Interval.years(*ends), approximate=True)
