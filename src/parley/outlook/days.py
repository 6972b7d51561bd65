"""Days in words, the same on every machine."""

from __future__ import annotations

from datetime import date

# The standard library's names of months follow the machine's locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_in_words(day: date) -> str:
    """``30 July 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """``30 Jul 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"
