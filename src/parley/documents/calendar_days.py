"""Days as headers, datelines and metadata write them: ISO 8601, RFC 2822 and the English forms in full.

The interval grammar of running text is in ``parley.terms.when``; this is only the closed set of full dates by which
a document dates itself.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november")
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate((*_MONTHS, "december"), 1)}

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
DAY = (
    rf"(?:(?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?!\d)"
    rf"|(?P<month>{MONTH})\.?[ \u00a0]+(?P<day>{_DAY_NUMBER})(?!\d)(?:,?[ \u00a0]+(?P<year>{_YEAR})(?!\d))?"
    rf"|(?<!\d)(?P<day2>{_DAY_NUMBER})[ \u00a0]+(?:of[ ]+)?(?P<month2>{MONTH})\b\.?,?"
    rf"(?:[ \u00a0]+(?P<year2>{_YEAR})(?!\d))?)"
)
_FULL = re.compile(DAY, re.I)
_AMERICAN = re.compile(r"(?<!\d)(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])/(?P<year>(?:19|20)\d\d)(?!\d)")
_SLASHED_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.]([01]\d)[/.]([0-3]\d)(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6}|\s*)")


def month_number(name: str) -> int:
    """1 to 12 for an English month name or its abbreviation."""
    return _MONTH_NUMBERS[name[:3].lower()]


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_in(match: re.Match[str]) -> date | None:
    """The day that a match of ``DAY`` names, None when it has no year or is no day of the calendar."""
    if match["iso"]:
        year, month, number = match["iso"].split("-")
        return day_of(int(year), int(month), int(number))
    year = match["year"] or match["year2"]
    return day_of(int(year), *month_and_day(match)) if year else None


def month_and_day(match: re.Match[str]) -> tuple[int, int]:
    """Month and day numbers of a match of ``DAY`` that is written in words."""
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    return month_number(month), int(re.sub(r"\D", "", day))


def read_day(text: str) -> date | None:
    """The first full day written in a header or a metadata value, None when there is none.

    ``03/04/2021`` may be March or April and is not read.
    """
    if found := _COMPACT.fullmatch(text):
        return day_of(*(int(part) for part in found.groups()))
    for found in _FULL.finditer(text):
        if day := day_in(found):
            return day
    if found := _SLASHED_ISO.search(text):
        return day_of(*(int(part) for part in found.groups()))
    return _unmistakable_american_day(text)


def american_day(text: str) -> date | None:
    """The day in ``10/17/2021``, month first."""
    found = _AMERICAN.search(text)
    return day_of(int(found["year"]), int(found["month"]), int(found["day"])) if found else None


def _unmistakable_american_day(text: str) -> date | None:
    day = american_day(text)
    return day if day and day.day > 12 else None
