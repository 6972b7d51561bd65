"""A stretch of days that knows its own precision.

"2021" is never 1 January 2021: it is the interval 2021-01-01/2021-12-31 with precision ``year``.
Written as ISO 8601-2:2019 intervals (``2021-09-01/2021-09-03``; an open end is ``..``).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "week", "month", "season", "year", "decade", "vague"]

_ISO = re.compile(r"(?P<start>\d{4}-\d\d-\d\d|\.\.)/(?P<end>\d{4}-\d\d-\d\d|\.\.)")


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``start`` to ``end``, both included; ``None`` is an open (unknown) end.

    ``precision`` is that of the words ("the week of July 16" is a week, "September 1-3" days);
    ``approximate`` marks "around", "likely", "about".
    Raises ValueError when both ends are open or the end lies before the start.
    """

    start: date | None
    end: date | None
    precision: Precision = "day"
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval needs a start or an end")
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"an interval cannot end ({self.end}) before it starts ({self.start})")

    @classmethod
    def day(cls, day: date) -> Interval:
        return cls(day, day, "day")

    @classmethod
    def week_from(cls, first: date) -> Interval:
        """Seven days from ``first``."""
        return cls(first, first + timedelta(days=6), "week")

    @classmethod
    def week_with(cls, day: date) -> Interval:
        """The week, Monday to Sunday, that holds ``day``."""
        return cls.week_from(day - timedelta(days=day.weekday()))

    @classmethod
    def month(cls, year: int, month: int) -> Interval:
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")

    @classmethod
    def year(cls, year: int) -> Interval:
        return cls(date(year, 1, 1), date(year, 12, 31), "year")

    @classmethod
    def months(cls, year: int, month: int, count: int, precision: Precision) -> Interval:
        """``count`` whole months from ``month`` of ``year``: quarters, seasons, halves of years."""
        last = year * 12 + month - 1 + count - 1
        return cls(date(year, month, 1), cls.month(last // 12, last % 12 + 1).end, precision)

    @classmethod
    def years(cls, first: int, last: int, precision: Precision = "decade") -> Interval:
        return cls(date(first, 1, 1), date(last, 12, 31), precision)

    @classmethod
    def parse(cls, text: str, precision: Precision = "day", approximate: bool = False) -> Interval:
        """Read ``2021``, ``2021-09``, ``2021-09-01`` or ``2021-09-01/2021-09-03`` (``..`` is open).

        Raises ValueError on anything else.
        """
        if re.fullmatch(r"\d{4}", text):
            return cls.year(int(text))
        if re.fullmatch(r"\d{4}-\d\d", text):
            return cls.month(int(text[:4]), int(text[5:]))
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return cls.day(date.fromisoformat(text))
        if found := _ISO.fullmatch(text):
            start, end = (None if part == ".." else date.fromisoformat(part) for part in found.groups())
            return cls(start, end, precision, approximate)
        raise ValueError(f"{text!r} is not an ISO 8601 year, month, day or interval of days")

    @property
    def iso(self) -> str:
        """ISO 8601 interval of days, ``2021-09-01/2021-09-03``; an open end is ``..``."""
        return "/".join(end.isoformat() if end else ".." for end in (self.start, self.end))

    @property
    def days(self) -> int | None:
        """Length in days, or None when an end is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    @property
    def anchor(self) -> date:
        """One day that stands for the interval: the middle one, or the end that is known."""
        if self.start and self.end:
            return self.start + (self.end - self.start) // 2
        known = self.start or self.end
        assert known is not None
        return known

    def overlaps(self, other: Interval, slack_days: int = 0) -> bool:
        """Whether the two share a day, each end moved outwards by ``slack_days``."""
        slack = timedelta(days=slack_days)
        starts_in_time = self.start is None or other.end is None or self.start <= other.end + slack
        ends_in_time = self.end is None or other.start is None or self.end >= other.start - slack
        return starts_in_time and ends_in_time

    def contains(self, other: Interval) -> bool:
        """Whether every day of ``other`` lies inside this interval."""
        before = self.start is None or (other.start is not None and self.start <= other.start)
        after = self.end is None or (other.end is not None and other.end <= self.end)
        return before and after
