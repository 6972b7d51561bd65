"""Dates in plain words that never say more than is known."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date

from parley.briefing.view import DateView
from parley.terms.when import Interval

# The standard library's names of months follow the machine's locale.
MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
_ISO_DAYS = re.compile(r"\b(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?(?!\d)")


def date_view(when: Interval | None, ground: str | None = None) -> DateView:
    """``when`` in words; ``ground`` is how it was inferred, where it was."""
    if when is None:
        return DateView("date not stated", "no date", doubts=("The date is not stated.",))
    return DateView(
        words=_words(when, MONTHS),
        short=_words(when, SHORT_MONTHS),
        start=when.start.isoformat() if when.start else None,
        end=when.end.isoformat() if when.end else None,
        precision=when.precision,
        approximate=when.approximate,
        ground=ground,
        doubts=(*_doubts(when), *([f"Inferred: {ground}."] if ground else [])),
    )


def with_days_in_words(text: str) -> str:
    """``text`` with its ISO 8601 days and stretches of days as people write them."""

    def spelled(found: re.Match[str]) -> str:
        first, last = found[1], found[2] or found[1]
        try:
            return span_in_words(date.fromisoformat(first), date.fromisoformat(last))
        except ValueError:
            return found[0]

    return _ISO_DAYS.sub(spelled, text)


def span_in_words(first: date, last: date) -> str:
    """``31 August 2021``, ``1–3 September 2021``, ``31 August – 3 September 2021``."""
    return _span(first, last, MONTHS)


def months_in_words(first: date, last: date) -> str:
    """As span_in_words, but whole months and years by their names: ``July 2021``, ``October–November 2021``."""
    return _whole(first, last, MONTHS)


def _words(when: Interval, months: Sequence[str]) -> str:
    words = _bare_words(when, months)
    if when.approximate and not words.startswith("about"):
        return f"about {'the ' if words.startswith('week') else ''}{words}"
    return words


def _bare_words(when: Interval, months: Sequence[str]) -> str:
    start, end = when.start, when.end
    if start is None or end is None:
        return f"from {_day(start, months)}" if start else f"until {_day(end or when.anchor, months)}"
    if when.precision == "week" and when.days == 7:
        return f"week of {_day(start, months)}"
    if when.precision == "decade" and (end.year - start.year, start.year % 10) == (9, 0):
        return f"the {start.year}s"
    if when.precision in ("month", "season", "year", "decade") or (when.precision == "vague" and _whole_months(when)):
        return _whole(start, end, months)
    if when.precision == "vague":
        return f"about {_span(start, end, months)}"
    return _span(start, end, months)


def _whole(start: date, end: date, months: Sequence[str]) -> str:
    """Whole months or years by their names; anything else by its days."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if not _is_whole(start, end):
        return _span(start, end, months)
    first, last = f"{months[start.month]} {start.year}", f"{months[end.month]} {end.year}"
    if first == last:
        return first
    return f"{months[start.month]}–{last}" if start.year == end.year else f"{first} – {last}"


def _whole_months(when: Interval) -> bool:
    return when.start is not None and when.end is not None and _is_whole(when.start, when.end)


def _is_whole(start: date, end: date) -> bool:
    return start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]


def _span(first: date, last: date, months: Sequence[str]) -> str:
    if first == last:
        return _day(last, months)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last, months)}"
    if first.year == last.year:
        return f"{first.day} {months[first.month]} – {_day(last, months)}"
    return f"{_day(first, months)} – {_day(last, months)}"


def _day(day: date, months: Sequence[str]) -> str:
    return f"{day.day} {months[day.month]} {day.year}"


def _doubts(when: Interval) -> list[str]:
    doubts = []
    if when.approximate:
        doubts.append("The source says about when.")
    if when.start is None:
        doubts.append("The beginning is open.")
    elif when.end is None:
        doubts.append("The end is open.")
    elif when.precision == "vague":
        doubts.append("The source is vague about when.")
    elif when.precision != "day":
        doubts.append(f"Known to the {when.precision} only.")
    return doubts
